"""The gettext catalogs of the engine: brought in line with the words of the code, and compiled.

A package with a folder `locale` has a `.po` for each language there, named after the package. What is new in the code
comes into each without a translation, what is gone leaves it, and nothing is guessed. Both files are committed.
"""

import sys
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ENGINE = Path(__file__).parents[2]
_METHODS = [("**.py", "python"), ("**.html", "jinja2")]
_KEYWORDS = {"_": None, "N_": None, "pgettext": ((1, "c"), 2), "NP_": ((1, "c"), 2), "ngettext": (1, 2), "NN_": (1, 2)}


def folders() -> list[Path]:
    """Name the folders of catalogs, one for each package that has words."""
    return sorted(ENGINE.glob("*/src/*/locale"))


@cache
def template_of(folder: Path) -> Catalog:
    """Read the words of a package."""
    template = Catalog()
    for _file, _line, message, _comments, context in extract_from_dir(folder.parent, _METHODS, keywords=_KEYWORDS):
        template.add(message, context=context)
    return template


def read(path: Path) -> Catalog:
    """Read a catalog of the language after which its folder is named."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parents[1].name, ignore_obsolete=True)


def po_of(catalog: Catalog) -> bytes:
    """Write a catalog for people: sorted, without dates and places, so that an edit changes its own lines alone."""
    out = BytesIO()
    write_po(out, catalog, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    head = (
        f"Language: {catalog.locale}",
        "Content-Type: text/plain; charset=utf-8",
        f"Plural-Forms: {catalog.plural_forms}",
    )
    header = "".join(f'"{line}\\n"\n' for line in head)
    return f'msgid ""\nmsgstr ""\n{header}\n'.encode() + out.getvalue()


class Compiled(Catalog):
    """A catalog whose head says what gettext needs, and neither a date nor who has written it."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """What stands at the head."""
        head = {"Language": self.locale, "Content-Type": "text/plain; charset=utf-8", "Plural-Forms": self.plural_forms}
        return [(name, str(value)) for name, value in head.items()]


def mo_of(catalog: Catalog) -> bytes:
    """Compile a catalog."""
    out = BytesIO()
    compiled = Compiled(locale=catalog.locale, fuzzy=False)
    for message in catalog:
        if message.id:
            compiled.add(message.id, message.string, context=message.context)
    write_mo(out, compiled)
    return out.getvalue()


def renew() -> None:
    """Bring all catalogs in line with the code, and compile them."""
    for folder in folders():
        template = template_of(folder)
        for path in sorted(folder.glob("*/LC_MESSAGES/*.po")):
            catalog = read(path)
            catalog.update(template, no_fuzzy_matching=True)
            path.write_bytes(po_of(catalog))
            path.with_suffix(".mo").write_bytes(mo_of(catalog))
            missing = sum(not _is_whole(message.string) for message in catalog if message.id)
            if missing:
                sys.stderr.write(f"{path.relative_to(ENGINE)}: {missing} words have no translation\n")


def _is_whole(string: object) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    renew()
