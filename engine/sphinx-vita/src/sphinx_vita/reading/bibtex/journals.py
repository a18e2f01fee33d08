r"""Journals by the macros that bibliographies name them with: `\apj` of the Astrophysics Data System, `jacm` of BibTeX.

The macros of astronomy are those of the list of the Astrophysics Data System, "Journal macros"
(https://ui.adsabs.harvard.edu/help/actions/journal-macros, as of October 2022), and of AASTeX 7.0.1 (May 2025);
each stands for the full title of its journal. Those of BibTeX are what its style `plain.bst` (1988) defines.
"""

import re

_ASTRONOMY = r"""
aj The Astronomical Journal
actaa Acta Astronomica
araa Annual Review of Astronomy and Astrophysics
apj The Astrophysical Journal
apjl The Astrophysical Journal Letters
apjlett The Astrophysical Journal Letters
apjs The Astrophysical Journal Supplement Series
apjsupp The Astrophysical Journal Supplement Series
ao Applied Optics
applopt Applied Optics
apss Astrophysics and Space Science
aap Astronomy \& Astrophysics
astap Astronomy \& Astrophysics
aapr The Astronomy and Astrophysics Review
aaps Astronomy and Astrophysics Supplement Series
aas American Astronomical Society Meeting Abstracts
aplett Astrophysical Letters
apspr Astrophysics and Space Physics Research
azh Astronomicheskii Zhurnal
baas Bulletin of the American Astronomical Society
bac Bulletin of the Astronomical Institutes of Czechoslovakia
bain Bulletin of the Astronomical Institutes of the Netherlands
caa Chinese Astronomy and Astrophysics
cjaa Chinese Journal of Astronomy and Astrophysics
dps AAS/Division for Planetary Sciences Meeting Abstracts
fcp Fundamentals of Cosmic Physics
gca Geochimica et Cosmochimica Acta
grl Geophysical Research Letters
iaucirc International Astronomical Union Circular
icarus Icarus
jaavso Journal of the American Association of Variable Star Observers
japa Journal of Astrophysics and Astronomy
jcap Journal of Cosmology and Astroparticle Physics
jcp The Journal of Chemical Physics
jgr Journal of Geophysical Research
jqsrt Journal of Quantitative Spectroscopy and Radiative Transfer
jrasc Journal of the Royal Astronomical Society of Canada
maps Meteoritics \& Planetary Science
memras Memoirs of the Royal Astronomical Society
memsai Memorie della Societ{\`a} Astronomica Italiana
mnras Monthly Notices of the Royal Astronomical Society
na New Astronomy
nar New Astronomy Reviews
nat Nature
nphysa Nuclear Physics A
pasa Publications of the Astronomical Society of Australia
pasj Publications of the Astronomical Society of Japan
pasp Publications of the Astronomical Society of the Pacific
physrep Physics Reports
physscr Physica Scripta
planss Planetary and Space Science
pra Physical Review A
prb Physical Review B
prc Physical Review C
prd Physical Review D
pre Physical Review E
prl Physical Review Letters
procspie Proceedings of SPIE
psj The Planetary Science Journal
qjras Quarterly Journal of the Royal Astronomical Society
rmxaa Revista Mexicana de Astronom{\'i}a y Astrof{\'i}sica
rnaas Research Notes of the AAS
skytel Sky and Telescope
solphys Solar Physics
sovast Soviet Astronomy
ssr Space Science Reviews
zap Zeitschrift f{\"u}r Astrophysik
"""
_BIBTEX = r"""
acmcs ACM Computing Surveys
acta Acta Informatica
cacm Communications of the ACM
ibmjrd IBM Journal of Research and Development
ibmsj IBM Systems Journal
ieeese IEEE Transactions on Software Engineering
ieeetc IEEE Transactions on Computers
ieeetcad IEEE Transactions on Computer-Aided Design of Integrated Circuits
ipl Information Processing Letters
jacm Journal of the ACM
jcss Journal of Computer and System Sciences
scp Science of Computer Programming
sicomp SIAM Journal on Computing
tcs Theoretical Computer Science
tocs ACM Transactions on Computer Systems
tods ACM Transactions on Database Systems
tog ACM Transactions on Graphics
toms ACM Transactions on Mathematical Software
toois ACM Transactions on Office Information Systems
toplas ACM Transactions on Programming Languages and Systems
"""
VENUES = frozenset("journal journaltitle booktitle series shortjournal eventtitle maintitle howpublished venue".split())
_MACRO = re.compile(r"\\([A-Za-z]+)(?:\s*\{\})?(\s*)")


def _titles(table: str) -> dict[str, str]:
    return {name: title for name, _, title in (line.partition(" ") for line in table.strip().splitlines())}


_BY_MACRO = _titles(_ASTRONOMY)
MACROS_OF_STYLES = _titles(_BIBTEX)


def with_full_titles(name: str, value: str) -> str:
    r"""Write out the macros of journals in the value of the field `name`: `{\apj}`, `\mnras~Letters`."""
    if name not in VENUES or "\\" not in value:
        return value
    return _MACRO.sub(
        lambda match: _BY_MACRO[match[1]] + (match[2] and " ") if match[1] in _BY_MACRO else match[0], value
    )
