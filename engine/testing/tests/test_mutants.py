"""What `make mutants` knows of the code: rooms and changes that no test can notice, as they are today."""

import pytest
from harness.mutants import ROOMS, equivalent
from harness.mutants import ROOT as REPOSITORY

EQUIVALENT = [function for (function, _), _ in equivalent()]


@pytest.mark.parametrize("name", ROOMS)
def test_each_pattern_of_a_room_finds_modules_and_tests(name: str) -> None:
    room = ROOMS[name]
    package = REPOSITORY / "engine" / room.package
    modules = package / "src" / room.package.replace("-", "_")

    assert all(any(modules.glob(pattern)) for pattern in room.modules)
    assert all(any(package.glob(pattern)) for pattern in room.tests)


@pytest.mark.parametrize("function", EQUIVALENT)
def test_a_change_that_no_test_can_notice_is_one_of_a_function_that_is_there(function: str) -> None:
    package, *names = function.split(".")
    place = REPOSITORY / "engine" / package.replace("_", "-") / "src" / package
    while names and (place / names[0]).is_dir():
        place /= names.pop(0)
    module = names.pop(0) if (place / f"{names[0]}.py").is_file() else "__init__"
    source = (place / f"{module}.py").read_text("utf-8")

    assert all(f"{'class' if name != names[-1] else 'def'} {name}" in source for name in names)
