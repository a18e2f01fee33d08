"""The settings of an invented historian's portfolio, in Japanese; nobody of this name is meant."""

project = author = copyright = "霧島 葉子"
language = "ja"
html_baseurl = "https://kirishima.example/"

extensions = ["sphinx_vita"]
html_theme = "furo"

vita_bibliography = ["work/papers.bib"]
vita_accent = "#7a1f3d"
vita_layout = "columns"
