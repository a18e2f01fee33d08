"""A full disk is told with what to do, whichever part of the build meets it, and the next build is good."""

from pathlib import Path

import pytest
from harness.complete_sites import HOME, MORE, complete
from harness.faults import command, small_files
from harness.rebuilt_sites import differences

EDIT: dict[str, str | bytes | None] = {
    "more.md": MORE + "Walnut. " * 2000,
    "new.md": "# New\n\n" + "Hazel. " * 9000,
    "index.md": HOME.replace("more\n", "more\nnew\n"),
}


@pytest.mark.parametrize("size", [1_000, 15_000, 30_000, 200_000])
def test_a_full_disk_is_told_with_what_to_do_and_the_next_build_is_good(tmp_path: Path, size: int) -> None:
    site = complete(tmp_path / "site")
    site.build()
    site.write(EDIT)

    failed = command(site, limit=small_files(size))
    site.build()

    assert failed.returncode != 0
    assert "make space" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert differences(site.output, site.clean()) == []
