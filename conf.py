"""Settings of the site; all facts stand in the Markdown and the .bib. What is not said here, sphinx-vita knows."""

project = author = copyright = "Hexu Zhao"
language = "en"
# The Chinese version is written and waits: {"vita_paper": "a4"} in the place of False publishes it too, below zh-CN/.
languages = {"en": {}, "zh-CN": False}
html_baseurl = "https://tarzanzhao.github.io/"  # where the site will be found; a host that knows better says so itself

extensions = ["sphinx_vita"]
html_theme = "furo"

vita_bibliography = ["publications/publications.bib"]
vita_paper = "us-letter"
vita_updated = "2026-03"
vita_dates = "short-whole"  # `May 2024 – Aug 2024`, as on the CV
# One accent, for light and for dark pages; both have a contrast of more than 4.5 to 1 with the text's background.
vita_accent = "#57068c"
vita_accent_dark = "#c9a2f2"

# A page that has moved leads on from its old address: {"old/page": "../new/page.html"}, seen from the old page.
redirects: dict[str, str] = {}
