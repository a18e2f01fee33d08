"""Names of people and collaborations, and the people of a publication."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

_HAN_HIRAGANA_HANGUL = r"\u3005-\u3007\u3041-\u309f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
_EAST_ASIAN = re.compile(rf"[{_HAN_HIRAGANA_HANGUL}]+")
_WITH_KATAKANA = re.compile(rf"[{_HAN_HIRAGANA_HANGUL}\u30a1-\u30ff]*")


class Order(StrEnum):
    """How the order of a name is known."""

    TOLD = "told"  # by a comma, or by the parts
    GIVEN_FIRST = "given first"  # by its place alone, as in `Ada Lovelace`
    FAMILY_FIRST = "family first"  # it stands so: `Nagy Péter`, `Nguyễn Văn An`, `Lovelace AB`


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's name in BibTeX's four parts, or a collaboration's in one. All parts are plain text."""

    family: str
    given: str = ""
    particle: str = ""  # "van der"
    suffix: str = ""  # "Jr.", "PhD"
    also: str = ""  # the name as it is written elsewhere, or was before: "山田花子", "née Byron"
    order: Order = field(default=Order.TOLD, compare=False)

    def __str__(self) -> str:
        """Print it as it is read: `Ludwig van Beethoven`, `King, Jr.`, `张三`, `Nagy Péter`, `Mei Chen (陳美)`."""
        whole = " ".join(part for part in (self.particle, self.family) if part)
        parts = (whole, self.given) if self.order is Order.FAMILY_FIRST else (self.given, whole)
        name = self.family + self.given if self.is_east_asian else " ".join(part for part in parts if part)
        name = f"{name}, {self.suffix}" if self.suffix else name
        return f"{name} ({self.also})" if self.also else name

    @property
    def is_east_asian(self) -> bool:
        """Whether it is written in Chinese, Japanese or Korean characters: the family's name first, and no blank."""
        is_one = self.family[:1] >= "\u3005" and not self.particle and not self.suffix
        return is_one and bool(_EAST_ASIAN.fullmatch(self.family)) and bool(_WITH_KATAKANA.fullmatch(self.given))

    @property
    def asian_forms(self) -> tuple[str, ...]:
        """The two ways to write it where it is East Asian: with a blank between its parts, and without."""
        return (f"{self.family} {self.given}", self.family + self.given) if self.is_east_asian and self.given else ()

    @property
    def is_single(self) -> bool:
        """Whether it has one part: of somebody with a single name, or of a group."""
        return not (self.given or self.particle or self.suffix)


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
