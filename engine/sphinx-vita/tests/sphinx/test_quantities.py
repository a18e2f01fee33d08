"""Numbers stay in one line with what they are read with, and what is copied or searched has plain blanks."""

import pytest
from harness.sites import Site
from sphinx_vita.sphinx.pages.quantities import wholes

PAGE = """\
# On 8 GB

It needs 24
GB, **6 ms** and 5 % of [10 s](https://example.org/10%20s), see Fig. 3.
`1 ms`, $x = 2 m$ and {math}`3 m` stay.

    4 ms

| 5 ms | time |
| --- | --- |
| 6 ms | 7 ms |
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("volume 3, pages 377–393, 2020–2021", ["volume 3", "377–393", "2020–2021"]),
        ("S1–S10", ["S1–S10"]),
        ("103:1–103:15.", ["103:1–103:15"]),
        ("ix–12", []),
        ("1 – 2", []),
        ("Springer–Verlag", []),
        ("24 GB, 1.5 GiB/s and 300 W/m²", ["24 GB", "1.5 GiB/s", "300 W/m²"]),
        ("27 million points, 2 Mio. Euro, 3 trillion", ["27 million", "2 Mio.", "3 trillion"]),
        ("5 % of 3 °C, 2.4 × as fast, ~9 ms", ["5 %", "3 °C", "2.4 ×", "~9 ms"]),
        ("1.50–3.71× and 8–16 GB", ["1.50–3.71", "8–16 GB"]),
        ("20 000 km on 16 GPUs, arXiv 2512.20017", ["20 000 km", "16 GPUs", "arXiv 2512.20017"]),
        ("as Fig. 3, figure 12 and (p. 7) say", ["Fig. 3", "figure 12", "p. 7"]),
        ("§ 5, стр. 14, Vol. 5", ["§ 5", "стр. 14", "Vol. 5"]),
        ("in 2023 The group, 3 authors, 4 models, 10 min.", ["10 min"]),
        ("24 GBs, GPT-3 and U-Net, a 3D model, MP3 s", []),
        ("pages 3 and 4, prefix. 5 were left", []),
        ("+1 555 1234, 2024-05-01 10:30 h", ["10:30 h"]),
    ],
)
def test_a_number_stays_with_its_unit_its_label_and_its_end(text: str, found: list[str]) -> None:
    assert wholes(text) == found


def test_words_are_the_same_and_code_formulas_and_tables_stay_as_they_are(site: Site) -> None:
    built = site(page=PAGE)
    body = built.page("page").select_one("section")

    assert body is not None
    kept = [" ".join(whole.get_text().split()) for whole in body.select(".vita-whole")]
    assert kept == ["8 GB", "24 GB", "6 ms", "5 %", "10 s", "Fig. 3"]
    assert "6 ms and 5 % of 10 s, see" in body.get_text()
