"""The settings of an invented seismologist's portfolio; nobody of this name is meant."""

project = author = copyright = "Tomás Ekwueme Lindgren"
language = "en"
html_baseurl = "https://lindgren.example/"

extensions = ["sphinx_vita"]
html_theme = "furo"

vita_bibliography = ["work/papers.bib"]
vita_accent = "#0b5563"
vita_layout = "compact"
vita_paper = "us-letter"
