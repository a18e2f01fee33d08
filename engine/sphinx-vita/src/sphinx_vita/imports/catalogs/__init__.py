"""What catalogs of the web answer about a work, for the command `add`."""
