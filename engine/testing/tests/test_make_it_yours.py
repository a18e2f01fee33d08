"""What the root is checked by holds any owner to his own promises: with another person's content, and after an edit."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from harness.building import copy_sources
from harness.warm import run_module

ROOT = Path(__file__).resolve().parents[3]
# What belongs to the owner of the site alone goes with his content.
OF_THE_OWNER = shutil.ignore_patterns(
    "research", "tooling", "facts.yaml", "addresses.txt", "cv.md", "test_import.py", "test_chinese.py", "__pycache__"
)
FACTS = """\
places: {pages: [cv], pdfs: [cv.pdf], elsewhere: true}
headings: {person: "", papers: Papers, work: Work}
person:
  - Inés Valderrama Quispe
  - {fact: "+1 212 555 0100", elsewhere: false}
papers:
  - An Atlas of Humpback Song
  - Inés Valderrama Quispe, Ελένη Παππά, Jørgen Nygård
  - Best Paper
work:
  - Postdoctoral Researcher
  - Feb 2020 – Now
  - Museum Guide
marks: {atlas: [Inés Valderrama Quispe, Ελένη Παππά]}
"""
PAPER = """
@misc{new, title={Echoes}, author={Quispe, I. and Ng, A.}, author+an={1=equal; 2=equal}, year={2025},
  eprint={2503.01234}, archiveprefix={arXiv}, primaryClass={cs.SD}}
"""
JOB = (
    ":::{position} Professor\n:organization: University of the Coast\n:dates: 2026 – Now\n:::\n\n:::{position} Postdoc"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the root whose content is another person's, with her own promises."""
    folder = tmp_path_factory.mktemp("yours") / "site"
    copy_sources(folder)
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=OF_THE_OWNER)
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests/facts.yaml").write_text(FACTS, "utf-8")
    (folder / "tests/addresses.txt").write_text("", "utf-8")
    run_module("sphinx_vita.command", "check", "--update", "addresses", ".", folder=folder)
    return folder


def findings(site: Path) -> list[dict[str, Any]]:
    """Check a site; gives what is found, less the notes."""
    found = json.loads(run_module("sphinx_vita.command", "check", "--json", ".", folder=site).answer)["findings"]
    return [each for each in found if each["level"] != "note"]


def failures(site: Path) -> str:
    """Run the tests of a site; gives what they say where one fails."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def edit(site: Path, name: str, before: str, after: str) -> None:
    source = site / name
    text = source.read_text("utf-8")
    assert before in text
    source.write_text(text.replace(before, after), "utf-8")


def test_another_persons_content_is_held_to_her_own_promises(site: Path) -> None:
    assert findings(site) == []
    assert failures(site) == ""


def test_an_edit_turns_red_only_what_the_owner_promised(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    with (copy / "papers/papers.bib").open("a", encoding="utf-8") as bibliography:
        bibliography.write(PAPER)
    edit(copy, "career/index.md", ":::{position} Postdoc", JOB)
    edit(copy, "index.md", "+1 212 555 0100", "+1 212 555 0199")
    edit(copy, "teaching.md", ":dates: Fall 2022", ":dates: Fall 2021")
    (copy / "contact.md").write_text("# How to find me\n\nIn the harbor.\n", "utf-8")
    edit(copy, "index.md", "downloads\n```", "downloads\ncontact\n```")
    found = findings(copy)

    assert {(each["code"], each["file"]) for each in found} == {
        ("addresses.new", "tests/addresses.txt"),
        ("facts.missing", "tests/facts.yaml"),
        ("facts.marks", "tests/facts.yaml"),  # it says of every paper who contributed equally
    }
    about = {"facts.missing": "555 0100", "facts.marks": "'new'"}
    assert all(about.get(each["code"], "") in each["message"] for each in found)
    assert failures(copy) == ""
