"""A command that is forked ends, speaks and looks around as one of a process of its own does."""

from pathlib import Path

import pytest
from harness.warm import run_module

COMMAND = """\
import os, sys
print(*sys.argv[1:], os.getcwd(), os.environ.get("SPHINXOPTS"))
print("wrong", file=sys.stderr)
try:
    import harness
except ImportError:
    sys.exit(3)
"""


def test_a_fork_gives_its_exit_code_and_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPHINXOPTS", "-W")
    (tmp_path / "almond.py").write_text(COMMAND, "utf-8")

    assert run_module("almond", "a b", "c", folder=tmp_path) == (3, f"a b c {tmp_path} None\n", "wrong\n")


def test_a_fork_that_fails_says_why(tmp_path: Path) -> None:
    (tmp_path / "hazel.py").write_text("1 / 0", "utf-8")

    done = run_module("hazel", folder=tmp_path)

    assert done.code == 1
    assert "ZeroDivisionError" in done.said


def test_a_fork_leaves_this_process_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "walnut.py").write_text("import os, sys; os.environ['NUT'] = '1'; sys.nut = 1", "utf-8")

    for _ in range(2):
        assert run_module("walnut", folder=tmp_path) == (0, "", "")
