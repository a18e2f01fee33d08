"""Several languages of one site: the first at its root, each other one below a folder of its own.

| module | what it holds |
|---|---|
| `builds` | the builds of the other languages, each a process of its own that `child` runs |
| `orders` | what such a build is told to do |
| `pages` | which file a page is read from in the language of this build, and in which languages it is |
| `marks` | the language of what is not translated |
| `alternates` | the way to the same page in another language |
"""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx

from sphinx_vita.reading.languages import Languages, read_languages

BUILDERS = ("html", "dirhtml", "linkcheck")  # those that build all languages; others make one thing of the first
BELOW = "vita_below"  # the tag of a build below a folder of its own


@dataclass(frozen=True, slots=True)
class Spoken:
    """The languages of the site, and the one of this build by its tag: "" where the site has one."""

    languages: Languages
    tag: str
    is_below: bool  # whether this build writes below the folder of its language
    written: str  # the setting `language`, as conf.py has it

    @property
    def folder(self) -> str:
        """The folder of this build below the root of the site, with a slash at its end: `zh-CN/`; "" for the root."""
        return f"{self.tag}/" if self.is_below else ""

    def folder_of(self, tag: str) -> str:
        """Return the folder of a language below the root of the site."""
        return "" if tag == self.languages.first else f"{tag}/"

    @property
    def is_first(self) -> bool:
        """Whether this build shows what is not translated in its own language."""
        return self.tag == self.languages.first

    @property
    def others(self) -> tuple[str, ...]:
        """The languages whose builds belong to this one."""
        return self.languages.others if self.is_first else ()

    def is_whole(self, builder: str) -> bool:
        """Whether all languages stand where pages expect them: one that is built alone has no others beside it."""
        return bool(self.languages.tags) and (self.is_first or self.is_below) and builder in BUILDERS


_KNOWN: WeakKeyDictionary[Sphinx, Spoken] = WeakKeyDictionary()


def spoken_by(app: Sphinx) -> Spoken:
    """Return the languages of the site and that of this build."""
    if app not in _KNOWN:
        languages = read_languages(app.config.languages)
        written = app.config.overrides.get("language")  # of one that is built alone, or below its folder
        tag = languages.named(str(written)) if written else languages.first
        _KNOWN[app] = Spoken(languages, tag, is_below=app.tags.has(BELOW), written=app.config.language or "")
    return _KNOWN[app]
