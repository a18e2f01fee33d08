"""Which links of a paper lead to one place, of which a visitor needs one."""

import pytest
from sphinx_vita.exports.distinct_links import distinct
from sphinx_vita.reading.bibtex import read_bibliography

ACM, IEEE, NATURE = "10.1145/3779212.3790140", "10.1109/CVPR.2020.01234", "10.1038/s43856-026-01449-1"


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        (f"doi={{{ACM}}}, html={{https://dl.acm.org/doi/abs/{ACM}}}", ["doi"]),
        (f"doi={{{ACM}}}, html={{https://dl.acm.org/citation.cfm?id=3790140}}", ["doi"]),
        (f"doi={{{IEEE}}}, html={{https://ieeexplore.ieee.org/document/9156345}}", ["doi"]),
        (f"doi={{{NATURE}}}, html={{https://www.nature.com/articles/s43856-026-01449-1}}", ["doi"]),
        ("doi={10.9999/j.unknown-9}, url={https://journal.example/view/j.unknown-9/}", ["doi"]),
        ("doi={10.9999/J.Unknown-9}, url={https://journal.example/view?id=10.9999%2Fj.unknown-9}", ["doi"]),
        (
            "doi={10.1101/2020.01.02.123456}, url={https://www.biorxiv.org/content/10.1101/2020.01.02.123456v1}",
            ["biorxiv"],
        ),
        ("doi={10.18653/v1/2022.acl-long.389}, url={https://aclanthology.org/2022.acl-long.389/}", ["doi"]),
        ("doi={10.48550/arXiv.2401.00001}, eprint={2401.00001}, archiveprefix={arXiv}", ["arxiv"]),
        # What may lead elsewhere stays.
        ("doi={10.5281/zenodo.12}, html={https://conference.example/paper-12}", ["doi", "publisher"]),
        ("doi={10.1000/12}, html={https://journal.example/2012/12}", ["doi", "publisher"]),
        (f"doi={{{ACM}}}, html={{https://conference.example/{ACM}-extended}}", ["doi", "publisher"]),
        (f"doi={{{ACM}}}, html={{https://notacm.org/x}}", ["doi", "publisher"]),
        (f"doi={{{ACM}}}, eprint={{2401.00001}}, archiveprefix={{arXiv}}", ["arxiv", "doi"]),
        ("html={https://journal.example/a}", ["publisher"]),
        (f"doi={{{ACM}}}", ["doi"]),
        (f"doi={{{ACM}}}, html={{https://dl.acm.org/doi/{ACM}}}, code={{https://code.example/{ACM}}}", ["doi", "code"]),
        (f"doi={{{ACM}}}, pdf={{https://dl.acm.org/doi/pdf/{ACM}}}", ["pdf", "doi"]),
    ],
)
def test_a_visitor_is_led_to_each_place_once(fields: str, kinds: list[str]) -> None:
    (publication,) = read_bibliography(f"@article{{a, title={{A}}, author={{A B}}, {fields}}}", file="x").publications

    assert [link.kind for link in distinct(publication.links)] == kinds
