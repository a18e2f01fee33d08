"""Records as data: JSON Resume, RenderCV, CSL-JSON, RIS, ORCID and Europass."""
