"""The words by which the lines of a CV are told apart: roles, places, degrees, funders, in several languages."""

import re

ROLE = re.compile(
    r"\b(?:profess?or\w*|lecturer|researcher|research(?:er| scientist| assistant| associate| fellow| engineer)"
    r"|scientist|intern"
    r"|engineer|assistant|associate|fellow|postdoc\w*|director|manager|head|chair|analyst|consultant|developer|dean"
    r"|reader|visit\w+"
    r"|instructor|teacher|editor|founder|president|officer|member|lead|student|dozent\w*|\w*mitarbeiter\w*"
    r"|praktikant\w*"
    r"|hilfskraft|ma[îi]tre\w*|charg[ée]e? d\w+|chercheu\w+|ing[ée]nieur\w*|stagiaire|investigador\w*|profesor\w*"
    r"|docente|becari[oa])\b",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:universi\w+|institut\w*|college|coll[èe]ge|colegio|school|[ée]cole|escuela|\w*hochschule|laborato\w+"
    r"|labs?|inc|gmbh"
    r"|ltd|llc|corp\w*|company|department|center|centre|centro|zentrum|hospital|academy|akademie|foundation|agency"
    r"|team|group"
    r"|library|\w*bibliothek|biblioth[èe]que|biblioteca|museum|mus[ée]e|google|microsoft|nvidia|meta|apple|amazon"
    r"|ibm)\b",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"\b(?:ph\.? ?d|d\.? ?phil|docto\w*|dr\.|master\w*|m[áa]ster|maestr[íi]a|magister|mag[íi]ster|laurea|grado en"
    r"|bachelor\w*|[bm]\.? ?(?:sc?|a|eng|phil|ed|tech|ba|s\.? ?ed)\.?(?![\w])|llb|llm|promotion|staatsexamen|diplom\w*"
    r"|licen[cs]\w+|associate of|a-levels|high school|abitur|baccalaur\w+|bachillerato|habilitation|juris doctor"
    r"|j\.d\.|m\.?d\.)",
    re.IGNORECASE,
)
FUNDER = re.compile(
    r"\b(?:council|foundation|minist\w+|agency|fund|fonds|society|universi\w+|institut\w*|commission|academy"
    r"|stiftung|fundaci[óo]n|NSF|NIH|ERC|DFG|SNSF|ANR|EPSRC|ESRC|AHRC|NEH|DARPA|NASA|DOE|JSPS|NSFC)\b"
)
LEVEL = re.compile(
    r"(?i)(?:ph\.?\s?d|master|m\.?\s?[as]c?|mphil|b\.?\s?[as]c?|bachelor|post-?doc|undergrad|graduate|doctora)[\w.' ]*"
)
MEMBER = re.compile(
    r"(?i)(?:\w+ )?(?:member|fellow|associate|treasurer|secretary|president|chair|mitglied|membre|miembro)\b.{0,20}"
)
