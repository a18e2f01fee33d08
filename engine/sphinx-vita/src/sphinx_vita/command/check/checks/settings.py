"""conf.py: nothing puts the sources online, the site knows its address, and it has one name."""

import ast
from collections.abc import Iterator

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.page import fold, read
from sphinx_vita.command.check.site import Site
from sphinx_vita.reading.private_text import PROFILE_NAME

SOURCES = Code("settings.sources_online", Level.WARNING, "the sources of the pages are put online")
NO_ADDRESS = Code("settings.no_address", Level.NOTE, "the site does not know its own address")
NAMES = Code("settings.names_differ", Level.WARNING, "conf.py, the profile and the home page name another person")
CODE = Code("settings.runs_code", Level.WARNING, "conf.py asks the network, runs programs or changes what is imported")
CODES = (SOURCES, NO_ADDRESS, NAMES, CODE)

_FOREIGN_MODULES = frozenset("urllib.request http socket ssl subprocess requests httpx ftplib smtplib".split())
_FOREIGN_CALLS = (
    "os.system", "os.popen", "os.chdir", "os.putenv", "sys.path.append", "sys.path.insert", "exec", "eval",
)  # fmt: skip


def check(site: Site) -> Iterator[Finding]:
    """Read conf.py and what it came to."""
    path = site.source / "conf.py"
    tree = ast.parse(path.read_text("utf-8")) if path.is_file() else ast.Module([], [])
    yield from _sources(site, tree)
    yield from _code(tree)
    yield from _names(site, tree)
    if not site.settings.address:
        message = "search engines and the feed need the site's address; write html_baseurl = 'https://...' in conf.py"
        yield Finding(code=NO_ADDRESS, message=message, file="conf.py")


def _sources(site: Site, tree: ast.Module) -> Iterator[Finding]:
    """Whatever is withheld on a page stands in its source."""
    for name, is_on in (
        ("html_copy_source", site.settings.copies_sources),
        ("html_show_sourcelink", site.settings.copies_sources and site.settings.links_sources),
    ):
        if is_on:
            message = f"{name} is on, so the sources are public with all that the pages withhold; write {name} = False"
            yield Finding(code=SOURCES, message=message, file="conf.py", line=_line(tree, name))
    copied = [name for name in site.files if "/_sources/" in f"/{name}"]
    if copied and not site.settings.copies_sources:
        message = f"{len(copied)} sources lie in the output since an earlier build; remove the folder _sources there"
        yield Finding(code=SOURCES, message=message, page=copied[0])


def _code(tree: ast.Module) -> Iterator[Finding]:
    """A build must do the same on each machine, with and without a network."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            words = next((each.name for each in node.names if _is_foreign(each.name)), "")
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{each.name}" for each in node.names)]
            words = next((name for name in names if _is_foreign(name)), "")
        elif isinstance(node, ast.Call):
            words = next((name for name in _FOREIGN_CALLS if ast.unparse(node.func) == name), "")
        else:
            continue
        if words:
            message = f"{words} makes a build depend on the machine; leave settings alone in conf.py"
            yield Finding(code=CODE, message=message, file="conf.py", line=node.lineno)


def _is_foreign(module: str) -> bool:
    return any(f"{module}.".startswith(f"{name}.") for name in _FOREIGN_MODULES)


def _names(site: Site, tree: ast.Module) -> Iterator[Finding]:
    """Compare the names in conf.py, the profile and the headline of the home page."""
    home = site.pages.get(site.home)
    file = site.documents.get(site.home, "")
    profile = PROFILE_NAME.search(site.sources.get(file, ""))
    if home is None or profile is None:
        return
    name = fold(profile[1])
    headline = home.article.select_one("h1")
    others = {"project": site.settings.project, "author": site.settings.author}
    if headline is not None:
        others["the headline of the home page"] = read(headline)
    for where, other in others.items():
        if other and fold(other) != name and where != "author":
            line = _line(tree, where)
            message = f"the profile says {name!r} and {where} {other!r}; write one name in both places"
            yield Finding(code=NAMES, message=message, file="conf.py" if line else file, line=line, page=site.home)
        elif other and where == "author" and name not in fold(other):
            message = f"the profile says {name!r} and author {other!r}; write one name in both places"
            yield Finding(code=NAMES, message=message, file="conf.py", line=_line(tree, "author"), page=site.home)


def _line(tree: ast.Module, name: str) -> int:
    """Return the line of conf.py that sets a name; 0 where none does."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and name in [ast.unparse(each) for each in _targets(node)]:
            return node.lineno
    return 0


def _targets(node: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    return node.targets if isinstance(node, ast.Assign) else [node.target]
