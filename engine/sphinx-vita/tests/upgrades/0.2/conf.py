"""The settings of an invented portfolio as it was written for this version; every setting of the engine stands here."""

project = author = copyright = "Inés Valderrama Quispe"
language = "en"
html_baseurl = "https://valderrama.example/"

extensions = ["sphinx_vita"]
html_theme = "furo"

languages = {"en": {}, "de": {"project": "Inés Valderrama Quispe, Bioakustik"}}
vita_bibliography = ["papers/papers.bib"]
vita_files = ["pictures", "talks"]
vita_exports = True
vita_cards = 50
vita_authors = 12
vita_citation_style = "apa"
vita_paper = "us-letter"
vita_layout = "compact"
vita_fonts = ["New Computer Modern"]
vita_dates = "long"
vita_sidebar = True
vita_updated = "2024-06"
vita_accent = "#005f73"
vita_accent_dark = "#7fd1e0"
vita_extensions = [
    "myst_parser",
    "sphinx_design",
    "sphinx_copybutton",
    "notfound.extension",
    "sphinx_reredirects",
    "sphinx_instant_search",
    "sphinx_computed_figures",
    "sphinx_clean_rebuilds",
    "sphinx_light_pages",
]
vita_no_pages = ["_build", "**/.*", "**/_*.md", "README*"]
vita_front_matter = ["layout"]
vita_kinds = {"shelf": {"options": {"title": "text", "room": "text: where it stands"}}}
vita_themes = ["research/*"]
vita_addresses = "checks/addresses.txt"
vita_facts = "checks/facts.yaml"
instant_search_names = ["vita-authors", "vita-people", "vita-venue"]
instant_search_skip = ["vita-bibtex", "vita-buttons", "vita-citations", "vita-explanation", "vita-mark", "spoken"]
instant_search_full_text = 500_000
light_pages = True
light_pages_policy = "hashes"
redirects = {"songs": "research/songs.html"}
