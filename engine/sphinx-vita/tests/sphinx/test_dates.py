"""Dates on pages: in the form and the language of the site, in views on other pages, and when the form changes."""

from harness.sites import Site

WORK = """\
# Work

:::{position} Intern
:organization: Lab
:dates: May 2023 – Aug 2023
:::

:::{service} Reviewer
:venue: Journal
:dates: 2019, 2021–2023, seit Mai 2025
:::
"""
VIEWS = """\
# Views

:::{timeline}
:kind: position, service
:::

:::{timeline}
:kind: service
:style: list
:year: 2020
:::
"""


def dates(site: Site, page: str, **config: str) -> list[str]:
    return [each.get_text().strip() for each in site(config=config).page(page).select(".vita-dates")]


def test_each_page_prints_dates_in_the_form_of_the_site(site: Site) -> None:
    site.write({"work.md": WORK, "views.md": VIEWS})

    assert dates(site, "work") == ["May–Aug 2023", "2019, 2021–2023, May 2025 – Present"]
    assert dates(site, "views") == ["2019, 2021–2023, May 2025 – Present", "May–Aug 2023"]  # none was in 2020
    assert dates(site, "views", vita_dates="numeric") == ["2019, 2021–2023, 05/2025–Present", "05/2023 – 08/2023"]
    assert dates(site, "work", vita_dates="long", language="de")[1] == "2019, 2021–2023, Mai 2025 – heute"


def test_a_date_that_cannot_be_read_is_told_at_its_place_as_it_was_written(site: Site) -> None:
    page = "# P\n\n:::{talk} A\n:dates: 01/05/2020\n:::\n\n:::{talk} B\n:dates: soon\n:::\n"
    built = site(page=page, silent=False)

    assert [told.place for told in built.told] == [("vita.unreadable_date", "page.md", line) for line in (3, 7)]
    assert "'01/05/2020' can be 1 May or 5 Jan 2020; write '2020-05-01' or '2020-01-05'" in built.told[0].message
    assert "cannot read the date 'soon'; write it like" in built.told[1].message
