"""What can be found: sections and things, each at its own address with its own words."""

from harness.searched_sites import Site

GUIDE = """
Guide
=====

How to begin.

First steps
-----------

Put one foot before the other.

.. py:function:: walk(legs)

   Moves the body along.

Further
-------

Run.
"""


def test_pages_sections_and_things_are_found_each_with_its_own_words(site: Site) -> None:
    site.write(guide=GUIDE)
    site.build()

    assert site.hits() == [
        ("index.html", "Page", "Home", "", ""),
        ("guide.html", "Page", "Guide", "", "How to begin."),
        ("guide.html#first-steps", "Section", "First steps", "", "Put one foot before the other."),
        ("guide.html#walk", "Function", "walk", "", "walk(legs)\nMoves the body along."),
        ("guide.html#further", "Section", "Further", "", "Run."),
    ]


def test_a_thing_that_a_section_is_about_is_one_result(site: Site) -> None:
    site.write(walk="walk\n====\n\n.. py:function:: walk\n\n   Moves.\n\nSee also\n--------\n\nrun\n")
    site.build()

    assert site.hits()[1:] == [
        ("walk.html", "Function", "walk", "", "Moves."),
        ("walk.html#see-also", "Section", "See also", "", "run"),
    ]


def test_a_section_with_formulas_is_about_the_thing_that_writes_them_in_another_way(site: Site) -> None:
    site.conf(
        "NAMES = {'sound': 'From μPa to x² dB', 'alone': 'μ', 'other': 'From μPa'}\n\n\n"
        "def add(app, env):\n"
        "    for page, name in NAMES.items():\n"
        "        env.domains['rst'].data['objects']['directive', name] = (page, page)\n\n\n"
        "def setup(app):\n"
        "    app.connect('env-updated', add)\n"
    )
    title = "From :math:`\\mu`\\ Pa to :math:`x^2` dB"
    pages = {"sound": title, "alone": ":math:`\\nu`", "other": title}
    site.write(**{page: f".. _{page}:\n\n{text}\n{'=' * 60}\n" for page, text in pages.items()})
    site.build()

    assert [hit[:3] for hit in site.hits()[1:]] == [
        ("alone.html", "Page", "alone"),
        ("alone.html#alone", "Directive", "μ"),
        ("other.html", "Page", "From Pa to x^2 dB"),
        ("other.html#other", "Directive", "From μPa"),
        ("sound.html", "Directive", "From Pa to x^2 dB"),
    ]


def test_a_thing_at_the_address_of_a_section_is_found_beside_it(site: Site) -> None:
    site.write(envs="Settings\n========\n\n.. py:module:: legs\n\nText.\n")
    site.build()

    assert site.hits()[1:] == [
        ("envs.html", "Page", "Settings", "", "Text."),
        ("envs.html#module-legs", "Module", "legs", "", ""),
    ]


def test_a_thing_that_has_no_place_on_its_page_is_found_by_its_name(site: Site) -> None:
    site.conf(
        "def add(app, env):\n"
        "    env.domains['rst'].data['objects']['directive', 'ghost'] = ('a', 'nowhere')\n\n\n"
        "def setup(app):\n"
        "    app.connect('env-updated', add)\n"
    )
    site.write(a="A\n=\n\nText.\n")
    site.build()

    assert site.hits()[1:] == [
        ("a.html", "Page", "A", "", "Text."),
        ("a.html#nowhere", "Directive", "ghost", "", ""),
    ]


def test_what_its_domain_hides_from_searches_is_hidden(site: Site) -> None:
    site.write(terms="Terms\n=====\n\n.. glossary::\n\n   gait\n      A way of walking.\n")
    site.build()

    assert [hit.address for hit in site.hits()] == ["index.html", "terms.html"]
    assert site.hit("terms.html").text == "gait\nA way of walking."


def test_the_words_of_a_thing_are_not_repeated_where_others_show_them(site: Site) -> None:
    shown = "Moves the body along a path that somebody else has chosen."
    site.write(
        a_list=f"List\n====\n\nAll there is.\n\n{shown}\n",
        walk=f"Walking\n=======\n\n.. py:function:: walk\n\n   {shown}\n",
    )
    site.build()

    assert site.hit("a_list.html").text == "All there is."
    assert shown in site.hit("walk.html#walk").text


def test_a_short_name_in_chinese_is_as_much_a_repetition_as_a_longer_one_elsewhere(site: Site) -> None:
    site.conf(
        "def add(app, env):\n"
        "    env.domains['rst'].data['objects']['directive', '机器学习'] = ('b', 'b')\n\n\n"
        "def setup(app):\n"
        "    app.connect('env-updated', add)\n"
    )
    site.write(a="A\n=\n\n机器学习\n\n系统\n", b=".. _b:\n\n机器学习\n========\n\nText.\n")
    site.build()

    assert site.hit("a.html").text == "系统"


def test_of_a_passage_on_several_pages_the_first_is_found(site: Site) -> None:
    passage = "This passage has been included in more than one page of the site."
    site.write(a=f"A\n=\n\n{passage}\n", b=f"B\n=\n\n{passage}\n\nShort.\n", c="C\n=\n\nShort.\n")
    site.build()

    assert [hit.text for hit in site.hits()[1:]] == [passage, "Short.", "Short."]


def test_two_things_with_the_same_words_keep_them(site: Site) -> None:
    site.write(
        moves="Moves\n=====\n\n.. envvar:: LEFT\n\n   Which leg it is.\n\n.. envvar:: RIGHT\n\n   Which leg it is.\n"
    )
    site.build()

    assert [hit.text for hit in site.hits() if hit.kind == "Environment variable"] == ["Which leg it is."] * 2


def test_names_are_kept_apart_from_text(site: Site) -> None:
    site.conf('instant_search_names = ["by"]\n')
    site.write(a="A\n=\n\n.. rst-class:: by\n\nKurt Gödel\n\nA proof.\n")
    site.build()

    assert site.hit("a.html")[3:] == ("Kurt Gödel", "A proof.")


def test_what_is_no_text_is_not_found(site: Site) -> None:
    site.conf('instant_search_skip = ["literal_block"]\n')
    site.write(
        a=(
            "A\n=\n\n.. a comment\n\n.. raw:: html\n\n   <b>raw</b>\n\n.. only:: latex\n\n   On paper.\n\n"
            ".. rst-class:: no-search\n\nHidden.\n\n::\n\n   code\n\nKept [#]_.\n\n.. [#] A note.\n"
        )
    )
    site.build()

    assert site.hit("a.html").text == "Kept .\nA note."


def test_mathematics_is_found_without_its_commands(site: Site) -> None:
    site.write(a="A\n=\n\nThe set :math:`S_i \\cap \\{x\\}` is small.\n")
    site.build()

    assert site.hit("a.html").text == "The set S_i x is small."


def test_a_page_of_several_top_sections_has_them_as_sections(site: Site) -> None:
    site.write(a="Before all.\n\nOne\n===\n\nFirst.\n\nTwo\n===\n\nSecond.\n")
    site.build()

    assert site.hits()[1:] == [
        ("a.html", "Page", "One", "", "Before all.\nFirst."),
        ("a.html#two", "Section", "Two", "", "Second."),
    ]


def test_a_page_without_a_title_is_found_by_its_text(site: Site) -> None:
    site.write(a=":orphan:\n\nNothing but text.\n")
    site.build()

    assert site.hit("a.html")[1:] == ("Page", "a", "", "Nothing but text.")
