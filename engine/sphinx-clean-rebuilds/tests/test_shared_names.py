"""Where two pages give one name to two things, the name leads where it does after a clean build."""

import pytest
from harness.rebuilt_pages import Files, page, tree
from harness.rebuilt_sites import Site

NUT = """
.. py:function:: crack(nut)

.. envvar:: NUTS

.. cpp:function:: int nuts()

.. glossary::

   nut
     {}
"""
LABELS = ".. _shared:\n\nPart {}\n--------\n\n"
B = page("B", LABELS.format("b") + NUT.format("b"))
D = page("D", LABELS.format("d") + NUT.format("d") + "\n.. _own:\n\nOwn d\n-----\n")
PAGES: Files = {
    "index": page("Home", tree("ask", "b", "d", "f")),
    "ask": page("Ask", ":ref:`shared` :ref:`own` :py:func:`crack` :envvar:`NUTS` :cpp:func:`nuts` :term:`nut`"),
    "b": B,
    "d": D,
    "f": page("F", "None."),
}
WORD = "\n\nAnother word.\n"
CHANGES: dict[str, Files] = {
    "the first of them changes": {"b": B + WORD},
    "the last of them changes": {"d": D + WORD},
    "the first of them is removed": {"b": None},
    "the last of them is removed": {"d": None},
    "the last of them lets the name go": {"d": page("D", "None.")},
    "an earlier page takes the name": {"a": ":orphan:\n\n" + B},
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_name_that_two_pages_have_leads_where_it_does_after_a_clean_build(site: Site, change: str) -> None:
    site.build(PAGES)

    site.build(CHANGES[change])

    assert site.differences() == []


def test_a_name_that_another_process_has_read_is_known(site: Site) -> None:
    site.build(PAGES, processes=2)

    site.build(CHANGES["the last of them is removed"])

    assert site.differences() == []


def test_pages_that_share_no_name_are_not_read_again(site: Site) -> None:
    site.build({**PAGES, "d": page("D")})

    assert site.rewritten(lambda: site.build({"b": B + WORD})) == {"b.html", "index.html"}
