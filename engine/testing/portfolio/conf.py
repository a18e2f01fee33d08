"""The settings of an invented portfolio, which the tests of the engine build; nobody of this name is meant."""

project = author = copyright = "Inés Valderrama Quispe"
language = "en"
html_baseurl = "https://valderrama.example/"

extensions = ["sphinx_vita"]
html_theme = "furo"

vita_bibliography = ["papers/papers.bib"]
vita_accent = "#005f73"
vita_accent_dark = "#7fd1e0"

redirects = {"songs": "research/song-sharing.html"}
