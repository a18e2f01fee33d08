"""The owner's command, `sphinx-vita`: one module or room for each verb."""
