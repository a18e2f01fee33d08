"""The settings of the extension, for `conf.py`."""

from sphinx.application import Sphinx


def add_config_values(app: Sphinx) -> None:
    """Declare each setting with its default and what it rebuilds."""
    app.add_config_value("vita_bibliography", ["publications/publications.bib"], "env", list, "bibliographies to read")
    app.add_config_value(
        "vita_files",
        ["_static", "assets/pdf", "assets/img", "assets/img/publication_preview"],
        "env",
        list,
        "folders in which the files that a bibliography names are looked for, besides its own",
    )
