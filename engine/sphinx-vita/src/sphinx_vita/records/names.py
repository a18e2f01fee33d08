"""Names of people and collaborations, and the people of a publication."""

import re
from dataclasses import dataclass

_HAN_HIRAGANA_HANGUL = r"\u3005-\u3007\u3041-\u309f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
_EAST_ASIAN = re.compile(rf"[{_HAN_HIRAGANA_HANGUL}]+")
_WITH_KATAKANA = re.compile(rf"[{_HAN_HIRAGANA_HANGUL}\u30a1-\u30ff]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's name in BibTeX's four parts, or a collaboration's in one. All parts are plain text."""

    family: str
    given: str = ""
    particle: str = ""  # "van der"
    suffix: str = ""  # "Jr."

    def __str__(self) -> str:
        """Print it in reading order: `Ludwig van Beethoven`, `Martin Luther King, Jr.`, `张三`."""
        if self.is_east_asian:
            return self.family + self.given
        name = " ".join(part for part in (self.given, self.particle, self.family) if part)
        return f"{name}, {self.suffix}" if self.suffix else name

    @property
    def is_east_asian(self) -> bool:
        """Whether it is written in Chinese, Japanese or Korean characters: the family's name first, and no blank."""
        is_one = self.family[:1] >= "\u3005" and not self.particle and not self.suffix
        return is_one and bool(_EAST_ASIAN.fullmatch(self.family)) and bool(_WITH_KATAKANA.fullmatch(self.given))


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """An author or editor, with what the source says of the part that the person had."""

    name: Name
    notes: tuple[str, ...] = ()  # "equal", "corresponding", or other words of the source's annotation
    mark: str = ""  # a sign behind the name whose meaning the source does not tell, such as "†"

    @property
    def contributed_equally(self) -> bool:
        """Whether the source says so."""
        return "equal" in self.notes
