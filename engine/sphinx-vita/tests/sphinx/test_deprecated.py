"""A name that will go works for one minor version more, and is told with what to write instead."""

from dataclasses import replace
from importlib.metadata import version

import pytest
from harness.sites import CONF, PAPER, Site
from sphinx_vita.reading import deprecations
from sphinx_vita.reading.deprecations import DEPRECATIONS, Deprecation, Place
from sphinx_vita.records import KINDS, options_of

MADE_UP = (
    Deprecation(
        place=Place.OPTION, directive="position", name="employer", instead="organization", since="0.3", until="0.4"
    ),
    Deprecation(place=Place.OPTION, directive="publications", name="top", instead="limit", since="0.3", until="0.4"),
    Deprecation(
        place=Place.OPTION,
        directive="position",
        name="salary",
        since="0.3",
        until="0.4",
        advice="write it into the text",
    ),
    Deprecation(place=Place.SETTING, name="vita_sheet", instead="vita_paper", since="0.3", until="0.4"),
    Deprecation(place=Place.SETTING, name="vita_sparkle", since="0.3", until="0.4"),
    Deprecation(place=Place.KEY, name="print", instead="pdf", since="0.3", until="0.4"),
)
JOB = "# P\n\n:::{position} Intern\n:employer: Lab\n:dates: 2020\n:::\n"
NOW = JOB.replace("employer", "organization")


@pytest.fixture(autouse=True)
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have some names that will go; no site has ever known them."""
    monkeypatch.setattr(deprecations, "DEPRECATIONS", MADE_UP)


def test_a_deprecated_option_works_and_is_told_with_what_to_write(site: Site) -> None:
    built = site(page=JOB, silent=False)
    (told,) = built.told

    assert told.place == ("vita.deprecated", "page.md", 3)
    assert told.message == (
        "position, option 'employer' is deprecated since 0.3 and will not be known in 0.4; write ':organization: ...'"
    )
    assert built.words("page") == site(page=NOW).words("page")


def test_the_name_of_today_counts_where_both_are_written(site: Site) -> None:
    both = JOB.replace(":dates:", ":organization: Institute\n:dates:")

    built = site(page=both, silent=False)

    assert [told.type for told in built.told] == ["vita.deprecated"]
    assert "Institute" in built.words("page")
    assert "Lab" not in built.words("page")


def test_a_deprecated_option_without_a_successor_says_what_to_do(site: Site) -> None:
    built = site(page=NOW.replace(":dates:", ":salary: 1\n:dates:"), silent=False)

    assert [told.message.rpartition("; ")[2] for told in built.told] == ["write it into the text"]


def test_a_deprecated_option_of_a_view_is_told_once(site: Site) -> None:
    built = site(page="# P\n\n:::{publications}\n:top: 1\n:::\n", bib=PAPER, silent=False)

    assert [told.place for told in built.told] == [("vita.deprecated", "page.md", 3)]
    assert "Sampling Barrier" in built.words("page")


def test_a_deprecated_setting_works_and_is_told_at_its_line(site: Site) -> None:
    conf = f"{CONF}vita_sheet = 'a5'\nvita_sparkle = 3\n"

    built = site({"conf.py": conf}, page="# P\n", silent=False)
    lines = conf.count("\n")

    assert sorted(told.place for told in built.told) == [
        ("vita.deprecated", "conf.py", lines - 1),
        ("vita.deprecated", "conf.py", lines),
        ("vita.invalid_setting", "conf.py", 1),  # so the value has reached the setting of today
    ]
    assert "write 'vita_paper = ...'" in built.told[0].message


def test_a_setting_of_today_counts_before_a_deprecated_one(site: Site) -> None:
    built = site({"conf.py": f"{CONF}vita_sheet = 'a5'\nvita_paper = 'us-letter'\n"}, page="# P\n", silent=False)

    assert [told.type for told in built.told] == ["vita.deprecated"]


def test_a_deprecated_key_of_the_front_matter_works_and_is_told_at_its_line(site: Site) -> None:
    conf = CONF.replace("vita_exports = False", "vita_exports = True\nvita_cards = 0")

    built = site({"conf.py": conf}, page="---\nprint: page.pdf\n---\n# P\n", silent=False)

    assert [told.place for told in built.told] == [("vita.deprecated", "page.md", 2)]
    assert "page.pdf" in built.files()


def broken_promises(listed: tuple[Deprecation, ...], now: str) -> list[str]:
    """Name what stays longer or shorter than one minor version, is past its time, or leads to a name nobody knows."""
    found = []
    for each in listed:
        major, minor = map(int, each.since.split("."))
        known = options_of(KINDS[each.directive]) if each.place is Place.OPTION and each.directive in KINDS else None
        is_one_version = each.until == f"{major}.{minor + 1}"
        is_past = [int(part) for part in now.split(".")[:2]] >= [int(part) for part in each.until.split(".")]
        if not is_one_version or is_past or (known is not None and each.instead and each.instead not in known):
            found.append(each.name)
    return found


def test_what_is_deprecated_goes_after_one_minor_version_and_leads_to_a_name_that_exists() -> None:
    late = replace(MADE_UP[0], name="late", until="0.5")
    lost = replace(MADE_UP[0], name="lost", instead="firm")

    assert broken_promises((*MADE_UP, late, lost), "0.3.1") == ["late", "lost"]
    assert broken_promises(MADE_UP[:1], "0.4.0") == ["employer"]
    assert broken_promises(DEPRECATIONS, version("sphinx-vita")) == []
