"""Addresses last: what was public once is found at its address, or leads on from there.

The list has a line for each page and download that was ever public. It only grows.
"""

from collections.abc import Iterator
from pathlib import Path

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.page import Page
from sphinx_vita.command.check.site import Site

GONE = Code("addresses.gone", Level.ERROR, "nothing is found at an address that was public once")
NEW = Code("addresses.new", Level.WARNING, "a public page or download is not in the list of addresses")
UNORDERED = Code("addresses.unordered", Level.WARNING, "the list of addresses is not in order, or has one twice")
NO_LIST = Code("addresses.no_list", Level.NOTE, "there is no list of addresses")
CODES = (GONE, NEW, UNORDERED, NO_LIST)

_NOT_LASTING = ("_static/", "_images/", "_sphinx_design_static/", "_sources/")  # named by pages and not by people


def check(site: Site) -> Iterator[Finding]:
    """Compare the output with the list."""
    name, recorded = site.settings.addresses, _recorded(site)
    if not name or not (site.source / name).is_file():
        message = "no list holds the addresses that must last; 'sphinx-vita check --update addresses' makes one"
        yield Finding(code=NO_LIST, message=message, file=name)
        return
    for address in filter(lasts, sorted(recorded)):
        if problem := _problem(site, address):
            yield Finding(code=GONE, message=problem, file=name, line=recorded[address], page=address)
    for address in sorted(_public(site) - recorded.keys()):
        message = "a new address; when it may last, write it down: sphinx-vita check --update addresses"
        yield Finding(code=NEW, message=message, file=name, page=address)
    lines = _lines(site.source / name)
    if lines != sorted(set(lines)):
        message = "the lines are not in order, or one stands there twice; sphinx-vita check --update addresses mends it"
        yield Finding(code=UNORDERED, message=message, file=name)


def update(site: Site) -> str:
    """Add what is new to the list, which forgets nothing, and return what was done."""
    name = site.settings.addresses or "addresses.txt"
    path = site.source / name
    known, remarks = _recorded(site), _remarks(path)
    new = _public(site) - known.keys()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in [*remarks, *sorted(new | known.keys())]), "utf-8")
    return f"{name} holds {len(new | known.keys())} addresses, {len(new)} of them new"


def _recorded(site: Site) -> dict[str, int]:
    """Give the line of each address in the list."""
    path = site.source / (site.settings.addresses or "addresses.txt")
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return {line.strip(): number for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")}


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]


def _remarks(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")] if path.is_file() else []


def _public(site: Site) -> set[str]:
    return set(filter(lasts, site.files))


def lasts(name: str) -> bool:
    """Tell whether people may hold an address; the card of a page is named by the page, and moves with it."""
    return not name.startswith(_NOT_LASTING) and not (name.startswith("cards/") and name.endswith(".png"))


def _problem(site: Site, address: str) -> str:
    """Say what is wrong at an address; "" where a file is found, or a redirect to one."""
    if address not in site.files:
        is_page = address.endswith(".html")
        instead = "name it in `redirects` in conf.py" if is_page else "put the file into a folder of `html_extra_path`"
        return f"{address} was public once and is gone; bring it back, or {instead}"
    page = site.pages.get(address)
    target = page.leads_on if page else None
    if page is None or target is None or _is_found(site, page, target):
        return ""
    return f"{address} leads on to {target!r}, which is not there; correct `redirects` in conf.py"


def _is_found(site: Site, page: Page, target: str) -> bool:
    found = page.resolve(target)
    return "://" in target or (found is not None and found[0] in site.files)
