"""The tests at the root hold any owner to his own promises: with another person's content, and after an edit."""

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from harness.building import copy_sources, files_of

ROOT = Path(__file__).resolve().parents[3]
# What belongs to the owner of this site alone goes with his content.
OF_THE_OWNER = shutil.ignore_patterns("research", "tooling", "facts.yaml", "addresses.txt", "__pycache__")
FACTS = {
    "person": ["Inés Valderrama Quispe", "+1 212 555 0100", "Lisbon, Portugal", "ines@valderrama.example"],
    "Papers": ["An Atlas of Humpback Song", "Inés Valderrama Quispe, Ελένη Παππά, Jørgen Nygård", "Best Paper"],
    "Work": ["Postdoctoral Researcher", "Institute of Sea and Coast", "Feb 2020 – Now", "Museum Guide"],
    "marks": {"atlas": ["Inés Valderrama Quispe", "Ελένη Παππά"]},
}
PAPER = """
@misc{new, title={Echoes}, author={Quispe, I. and Ng, A.}, author+an={1=equal; 2=equal}, year={2025},
  eprint={2503.01234}, archiveprefix={arXiv}, primaryClass={cs.SD}}
"""
JOB = (
    ":::{position} Professor\n:organization: University of the Coast\n:dates: 2026 – Now\n:::\n\n:::{position} Postdoc"
)
NOT_PAGES = ("_static/", "_images/", "_sphinx_design_static/", ".")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, built_site: Path) -> Path:
    """A copy of the root whose content is another person's, with her own promises."""
    folder = tmp_path_factory.mktemp("yours") / "site"
    copy_sources(folder)
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=OF_THE_OWNER)
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests/facts.yaml").write_text(yaml.safe_dump(FACTS, allow_unicode=True, sort_keys=False), "utf-8")
    public = sorted(name for name in files_of(built_site) if not name.startswith(NOT_PAGES))
    (folder / "tests/addresses.txt").write_text("".join(f"{name}\n" for name in public), "utf-8")
    return folder


def run(site: Path) -> dict[str, str]:
    """Run the tests of a site; gives what each that failed says, by its name."""
    report = site.with_name(f"{site.name}.xml")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junit-xml={report}", "tests"]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    cases = ElementTree.parse(report).iter("testcase")
    return {case.attrib["name"]: told.attrib["message"] for case in cases for told in case if told.tag != "skipped"}


def edit(site: Path, name: str, before: str, after: str) -> None:
    source = site / name
    text = source.read_text("utf-8")
    assert before in text
    source.write_text(text.replace(before, after), "utf-8")


def test_another_persons_content_is_held_to_her_own_promises(site: Path) -> None:
    assert run(site) == {}


def test_an_edit_turns_red_only_what_the_owner_promised_and_says_what_to_do(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    with (copy / "papers/papers.bib").open("a", encoding="utf-8") as bibliography:
        bibliography.write(PAPER)
    edit(copy, "work/index.md", ":::{position} Postdoc", JOB)
    edit(copy, "index.md", "+1 212 555 0100", "+1 212 555 0199")
    edit(copy, "teaching.md", ":dates: Fall 2022", ":dates: Fall 2021")
    (copy / "contact.md").write_text("# How to find me\n\nIn the harbor.\n", "utf-8")
    edit(copy, "index.md", "downloads\n```", "downloads\ncontact\n```")

    told = run(copy)

    assert {name: "tests/facts.yaml" in words for name, words in told.items() if "fact" in name} != {}
    assert told == {}
