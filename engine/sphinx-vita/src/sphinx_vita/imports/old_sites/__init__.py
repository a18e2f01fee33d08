"""Whole sites of other programs: al-folio, academicpages, HugoBlox, with their pages, pictures and addresses."""
