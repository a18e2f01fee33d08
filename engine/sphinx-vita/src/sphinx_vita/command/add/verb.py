"""The verb `add`: its options, and the order of its work."""

import sys
from pathlib import Path

import click

from sphinx_vita.command.exit_codes import give_up


@click.command(epilog="An ID is a DOI, an ISBN, or a number of arXiv, PubMed, the ACL Anthology or OpenReview; bare, "
               "or as an address. '-' reads BibTeX or IDs from the standard input.")  # fmt: skip
@click.argument("works", nargs=-1, metavar="[ID | FILE.bib | BIBTEX | -]...")
@click.option("--from-orcid", metavar="ID", help="List a person's works at ORCID that the site lacks.")
@click.option("--from-dblp", metavar="PID", help="The same for DBLP; a PID is such as l/LeslieLamport.")
@click.option("--from-openalex", metavar="ID", help="The same for OpenAlex, by its ID or the ORCID iD.")
@click.option("--yes", is_flag=True, help="Add all works of such a list without asking.")
@click.option("--page", is_flag=True, help="Also write a page for the paper, to fill in.")
@click.option("--equal", metavar="1,2", help="Authors who contributed equally, counted from 1.")
@click.option("--key", default="", help="The key of the entry; by default in the style of the file.")
@click.option(
    "--to", "to", metavar="FILE", type=click.Path(path_type=Path), help="The .bib file; by default the site's first."
)
@click.option("--site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".",
              help="The site; else this folder.")  # fmt: skip
@click.option("--contact", default="", envvar="SPHINX_VITA_CONTACT", metavar="EMAIL",
              help="Your e-mail address, for the services; they answer faster then.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def add(
    works: tuple[str, ...], from_orcid: str | None, from_dblp: str | None, from_openalex: str | None, to: Path | None,
    site: Path, equal: str | None, key: str, contact: str, *, yes: bool, page: bool, dry_run: bool,
) -> None:  # fmt: skip
    """Put works into the bibliography: by their numbers, or as BibTeX; what is there already is left as it is."""
    from sphinx_vita.command.add.adding import Adding, NothingToAddError, Wishes
    from sphinx_vita.command.add.client import UnreachableError

    lists = {"orcid": from_orcid, "dblp": from_dblp, "openalex": from_openalex}
    wishes = Wishes(key=key, equal=_places(equal), has_page=page, takes_all=yes)
    try:
        with Adding(site, to, wishes, contact) as adding:
            for name, person in lists.items():
                if person:
                    adding.choose(name, person)
            if works or not any(lists.values()):
                adding.take(works or ("-",))
            adding.write(is_trial=dry_run)
    except (UnreachableError, NothingToAddError) as error:
        give_up(error)
    sys.exit(adding.exit_code)


def _places(written: str | None) -> tuple[int, ...]:
    """Read `1,2`: the places of authors."""
    places = [part.strip() for part in (written or "").replace(";", ",").split(",") if part.strip()]
    if any(not place.isdecimal() or place == "0" for place in places) or len(places) == 1:
        raise click.BadParameter("write the places of two authors or more, such as 1,2", param_hint="--equal")
    return tuple(map(int, places))
