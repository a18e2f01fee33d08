"""What authors write by mistake or bring along from other programs, found in text; the Sphinx half tells it."""
