"""What biblatex's own words mean: its kinds of theses, reports and patents, and its languages."""

from sphinx_vita.locale import N_

GENRES = {  # by biblatex's words for `type`, and by the types of entries that say it themselves
    "phdthesis": N_("PhD thesis"), "mathesis": N_("Master's thesis"), "bathesis": N_("Bachelor's thesis"),
    "candthesis": N_("Candidate's thesis"), "mastersthesis": N_("Master's thesis"),
    "bachelorsthesis": N_("Bachelor's thesis"),
    "techreport": N_("Technical report"), "resreport": N_("Research report"),
    "software": N_("Computer software"), "datacd": N_("Data CD"), "audiocd": N_("Audio CD"),
    "patent": N_("Patent"), "patentde": N_("German patent"), "patenteu": N_("European patent"),
    "patentfr": N_("French patent"),
    "patentuk": N_("British patent"), "patentus": N_("U.S. patent"), "patreq": N_("Patent request"),
    "patreqde": N_("German patent request"), "patrequk": N_("British patent request"),
    "patrequs": N_("U.S. patent request"),
    "patreqeu": N_("European patent request"), "patreqfr": N_("French patent request"),
}  # fmt: skip
LANGUAGES = {
    **dict.fromkeys(("english", "usenglish", "american"), "en-US"), "british": "en-GB", "ukenglish": "en-GB",
    **dict.fromkeys(("german", "ngerman"), "de"), "austrian": "de-AT", "swissgerman": "de-CH",
    **dict.fromkeys(("french", "francais"), "fr"), "spanish": "es", "italian": "it", "portuguese": "pt",
    "brazilian": "pt-BR", "dutch": "nl", "danish": "da", "swedish": "sv", "norwegian": "nb", "finnish": "fi",
    "polish": "pl", "czech": "cs", "russian": "ru", "ukrainian": "uk", "greek": "el", "turkish": "tr",
    "hungarian": "hu", "japanese": "ja", "chinese": "zh", "korean": "ko", "arabic": "ar", "hebrew": "he", "latin": "la",
}  # fmt: skip
COUNTRIES = {  # where a patent holds
    "countryde": N_("Germany"), "countryep": N_("European Union"), "countryeu": N_("European Union"),
    "countryfr": N_("France"),
    "countryuk": N_("United Kingdom"), "countryus": N_("United States"),
}  # fmt: skip
