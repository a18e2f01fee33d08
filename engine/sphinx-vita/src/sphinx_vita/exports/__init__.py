"""One module for each format that records are given away in: records in, text out, and nothing else."""
