"""What biblatex's own words mean: its kinds of theses, reports and patents, and its languages."""

GENRES = {  # by biblatex's words for `type`, and by the types of entries that say it themselves
    "phdthesis": "PhD thesis", "mathesis": "Master's thesis", "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate's thesis", "mastersthesis": "Master's thesis", "bachelorsthesis": "Bachelor's thesis",
    "techreport": "Technical report", "resreport": "Research report",
    "software": "Computer software", "datacd": "Data CD", "audiocd": "Audio CD",
    "patent": "Patent", "patentde": "German patent", "patenteu": "European patent", "patentfr": "French patent",
    "patentuk": "British patent", "patentus": "U.S. patent", "patreq": "Patent request",
    "patreqde": "German patent request", "patrequk": "British patent request", "patrequs": "U.S. patent request",
    "patreqeu": "European patent request", "patreqfr": "French patent request",
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
    "countryde": "Germany", "countryep": "European Union", "countryeu": "European Union", "countryfr": "France",
    "countryuk": "United Kingdom", "countryus": "United States",
}  # fmt: skip
