"""The settings of an invented linguist's portfolio; nobody of this name is meant."""

project = author = copyright = "Maren Oszlánczi-Brandvold"
language = "en"
html_baseurl = "https://oszlanczi.example/"

extensions = ["sphinx_vita"]
html_theme = "furo"

vita_bibliography = ["work/papers.bib", "work/talks.bib"]
vita_accent = "#8a3b12"
vita_layout = "classic"
