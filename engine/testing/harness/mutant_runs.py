"""How mutmut runs the tests that reach a mutant, what it knows of them before, and how they can end.

What mutmut 3.8.1 does inside is changed here and nowhere else; `make mutants` installs that version.
"""

import sys
from collections import defaultdict
from collections.abc import Generator
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

import pytest

OURS = (
    "harness",
    "engine",
    *(f"sphinx_{name}" for name in ("vita", "build_", "clean_", "computed_", "instant_", "light_")),
)
# By how the tests of a mutant exit; when nothing else stands here, a signal has ended them.
ENDS = {0: "survived", 1: "killed", 2: "killed", 3: "killed", 5: "no tests", 33: "no tests"}
OUT_OF_TIME = "out of time"
_NOT_IMPORTED = 2


def change_runs(mutmut: Any) -> None:
    """Run the quickest tests first, limit time less than processor time, and find tests whose names have changed."""
    isolation: Any = import_module("mutmut.workers.isolation")
    isolation.ForkServerRunner.run_clean_tests = lambda runner, tests: 0  # they have all just passed,
    isolation.ForkServerRunner.run_forced_fail = lambda runner: 1  # and have told which functions they reach
    limit = isolation.register_timeout
    isolation.register_timeout = lambda pid, seconds: limit(pid, 40 * seconds)  # the machine may be busy
    not_found = import_module("mutmut.runners.harness").BadTestExecutionCommandsException
    runner = mutmut.PytestRunner
    execute, run = runner.execute_pytest, runner.run_tests
    reach, quickest = _Reach(mutmut.state()), _QuickestFirst(mutmut.state())

    def execute_pytest(self: Any, words: list[str], plugins: Any = ()) -> int:
        return int(execute(self, words, plugins=[*plugins, reach] if plugins else [quickest]))  # mutmut counts with one

    def run_tests(self: Any, *, mutant_name: str | None, tests: list[str]) -> int:
        for chosen in (tests, sorted({test.partition("::")[0] for test in tests})):
            try:
                return int(run(self, mutant_name=mutant_name, tests=chosen))
            except not_found:  # the file cannot be imported, or parameters have other names
                if quickest.is_broken:
                    break
        return _NOT_IMPORTED

    runner.execute_pytest, runner.run_tests = execute_pytest, run_tests


class _QuickestFirst:
    """Runs the tests of the quickest files first; those of one file stay together, since they share what is set up."""

    def __init__(self, state: Any) -> None:
        self.state = state
        self.is_broken = False  # a file of tests could not be imported

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self.is_broken |= report.failed

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        seconds = self.state.duration_by_test
        by_file: dict[Path, float] = defaultdict(float)
        for item in items:
            by_file[item.path] += seconds.get(item.nodeid, 0)
        items.sort(key=lambda item: (by_file[item.path], item.path, seconds.get(item.nodeid, 0)))


class _Reach:
    """Completes what mutmut knows of what a test reaches: all that it would reach in a process of its own."""

    def __init__(self, state: Any) -> None:
        self.state = state
        self.reached: set[str] = state._stats  # by the test that runs, as mutmut notes it
        self.by_import: dict[str, set[str]] = {}  # while a file of tests was imported, or anything before
        self.by_fixture: dict[str, set[str]] = defaultdict(set)  # when it was set up, for whichever test was the first

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        place = report.nodeid if report.nodeid.endswith(".py") else ""
        self.by_import.setdefault(place, set()).update(self.reached)
        self.reached.clear()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        start = process_time()
        try:
            return (yield)
        finally:
            self.state.duration_by_test[item.nodeid] = process_time() - start

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        for place in ("", item.nodeid.partition("::")[0]):
            self.reached |= self.by_import.get(place, set())
        ours = [module for name, module in sys.modules.items() if name.startswith(OURS)]
        for function in {id(each): each for module in ours for each in vars(module).values()}.values():
            if hasattr(function, "cache_clear"):  # of what a test before it has called, too
                function.cache_clear()

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
        before = set(self.reached)
        self.reached.clear()
        try:
            return (yield)
        finally:
            self.by_fixture[fixturedef.argname] |= self.reached
            self.reached |= before

    def pytest_runtest_call(self, item: pytest.Item) -> None:
        for name in getattr(item, "fixturenames", ()):
            self.reached |= self.by_fixture[name]

    def pytest_sessionfinish(self) -> None:
        others = [name for name in sys.modules if not name.startswith((*OURS, "_", "conftest", "mutmut"))]
        Path("../others").write_text("\n".join(others), "utf-8")
