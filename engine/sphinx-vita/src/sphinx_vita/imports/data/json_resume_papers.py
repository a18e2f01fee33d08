"""The publications of a JSON Resume, made entries of a bibliography."""

from sphinx_vita.imports.bibtex import bibtex, name_of, title_in_tex
from sphinx_vita.imports.catalogs.tex_titles import tex_of
from sphinx_vita.imports.cvs.references import Keys
from sphinx_vita.imports.data.json_values import Data, listed, words
from sphinx_vita.imports.drafts import Entry

_OF_PAPERS = {"doi": "doi", "url": "url", "arxiv": "eprint", "volume": "volume", "issue": "number", "pages": "pages",
              "code": "code", "isbn": "isbn"}  # fmt: skip


class Papers:
    """The papers, made entries; the standard says neither who wrote them nor of which type they are."""

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._keys = Keys()
        self.unsigned: list[str] = []  # the keys of those whose authors nobody names

    def entry(self, item: Data, place: str) -> Entry:
        """Return the entry of a paper."""
        written = item.get("authors") or item.get("author")
        people = [name for each in listed(written) if (name := words(each))]
        title, venue, publisher = (words(item, name) for name in ("name", "venue", "publisher"))
        year, month, day = [*words(item.get("releaseDate") or item.get("date")).split("-"), "", ""][:3]
        signed = " and ".join(map(name_of, people)) or (f"{name_of(self._owner)} and others" if self._owner else "")
        fields = {"title": title_in_tex(title), "author": signed}
        fields["journal"] = tex_of(venue or publisher)
        fields["publisher"] = tex_of(publisher) if venue and venue != publisher else ""
        fields |= {"date": f"{year}-{month}-{day}"} if day else {"year": year, "month": month}
        fields |= {field: tex_of(words(item, name)) for name, field in _OF_PAPERS.items()}
        fields |= {"archiveprefix": "arXiv" if fields["eprint"] else "", "abstract": tex_of(words(item, "summary"))}
        entry_type = "article" if fields["journal"] else "misc"
        family = (people or [self._owner])[0].split(" ")[-1]
        key = self._keys.new(family, year, title)
        self.unsigned += [] if people or not self._owner else [key]
        return Entry(key=key, bibtex=bibtex(entry_type, key, fields), place=place)
