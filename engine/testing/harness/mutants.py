"""Change the code of a room at one place after the other, and see which changes no test notices: `make mutants`.

mutmut makes the changes ("mutants") and forks a process for each, which runs only the tests that reach its function.
What is here names the rooms and their tests, lays out a copy of the code, draws a sample and tells what survived;
`mutant_runs` has how the tests are run.
Rather than cosmic-ray: that begins each mutant with a new process, and changes neither texts nor arguments of calls.
"""

import ast
import json
import os
import random
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib import import_module
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

from harness.mutant_runs import ENDS, OUT_OF_TIME, change_runs

ROOT = Path(__file__).resolve().parents[3]
MUTANTS = ROOT / "_build/mutants"
SURVIVORS = ROOT / "engine/testing/mutants/survivors.md"
# mutmut leaves decorated functions alone; these decorators can as well be called below the function.
PLAIN = ("property", "cached_property", "cache", "lru_cache")
# Tests that read the code itself, and those that take longer than all the others, in a browser too: what survives
# waits for each.
LEFT_OUT = (
    "test_halves", "test_rooms", "test_scaling", "linear_time", "chain_without_end", "is_in_no_file", "any_text",
    "no_text_is", "no_field_is", "breaks_a_reader", "builds_without", "built_in_silence", "no_shape", "second_import",
    "edits_in_any_order", "two_processes", "optimizing_python", "test_running", "a_reader_with",
)  # fmt: skip
PYTEST = ("-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")  # plugins are imported before


@dataclass(frozen=True)
class Room:
    """Modules with few ties, and the tests that hold them, as patterns below the folder of their package."""

    package: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]


PURE = ("tests/test_*.py", "tests/exports")
ROOMS = {
    "records": Room("sphinx-vita", ("records/*",), PURE),
    "reading": Room("sphinx-vita", ("reading/*",), PURE),
    "exports": Room("sphinx-vita", ("exports/*",), PURE),
    "locale": Room("sphinx-vita", ("locale/*",), PURE),
    "imports": Room("sphinx-vita", ("imports/*",), ("tests/imports", "tests/command/test_import.py")),
    "look": Room("sphinx-vita", ("look/*",), ("tests/test_colors.py", "tests/test_logical.py", "tests/test_bidi.py")),
    "render": Room(
        "sphinx-vita",
        ("sphinx/render/*",),
        ("tests/sphinx/test_[acemv]*.py", "tests/sphinx/test_p[ru]*.py", "tests/sphinx/test_texts.py"),
    ),
    "check": Room(
        "sphinx-vita", ("command/check/*",), ("tests/command/test_check_[!b]*.py", "tests/command/test_acceptance.py")
    ),
    "build-cache": Room("sphinx-build-cache", ("*",), ("tests",)),
    "clean-rebuilds": Room("sphinx-clean-rebuilds", ("journal.py", "links.py", "record.py", "sources.py"), ("tests",)),
    "computed-figures": Room(
        "sphinx-computed-figures",
        ("control*.py", "drawing.py", "explanation.py", "figure.py", "late.py", "naming.py", "sources.py"),
        ("tests",),
    ),
    "instant-search": Room("sphinx-instant-search", ("entries.py", "index.py", "pieces.py", "records.py"), ("tests",)),
    "light-pages": Room(
        "sphinx-light-pages",
        ("blocks.py", "markup.py", "policy.py", "script*.py", "selectors.py", "sheet.py", "squeeze.py", "styles.py",
         "subset.py"),
        ("tests",),
    ),
}  # fmt: skip


def main() -> None:
    """Try a sample of the mutants of each room or module that is named, such as `records` or `reading/dates`."""
    words = sorted(set(sys.argv[1:]), key=lambda word: (_room(word).package, word))
    for package, those in groupby(words, key=lambda word: _room(word).package):
        if (child := os.fork()) == 0:  # mutmut knows one package in a process
            _try(package, list(those))
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            raise SystemExit(f"{package}: not tried; mutmut says above why")


def _room(word: str) -> Room:
    return ROOMS[word.partition("/")[0]]


def _patterns(word: str) -> list[str]:
    """Return which files of the copy a word of the command means: all modules of a room, or those that begin so."""
    room, part = _room(word), word.partition("/")[2].removesuffix(".py")
    folder = f"src/{room.package.replace('-', '_')}/"
    return [folder + (each.replace("*", f"{part}*", 1) if part else each) for each in room.modules]


def _try(package: str, words: list[str]) -> None:
    os.chdir(_lay_out(package, words))
    mutmut = import_module("mutmut.__main__")  # reads its settings when it is imported
    change_runs(mutmut)
    _make_few(import_module("mutmut.mutation.file_mutation"), words)
    mutants = dict(_mutants(mutmut))
    mutmut._run(list(mutants), os.cpu_count())
    for word in words:
        _report(mutmut, word, [name for name, path in mutants.items() if _is_in(path, word)])


def _is_in(path: str, word: str) -> bool:
    return any(fnmatch(path, pattern) for pattern in _patterns(word))


def _make_few(maker: Any, words: list[str]) -> None:
    """Have mutmut make SAMPLE mutants for each word, of each file as many as its size among the others asks for."""
    shares: dict[str, int] = {}
    for word in words:
        files = sorted(path for path in Path("src").rglob("*.py") if _is_in(str(path), word))
        sizes = [_size(path.read_text("utf-8")) for path in files]
        ends = [round(int(os.environ["SAMPLE"]) * end / max(sum(sizes), 1)) for end in accumulate(sizes)]
        shares |= {str(path): end - start for path, start, end in zip(files, [0, *ends], ends, strict=False)}
    make = maker.create_mutations

    def make_few(file: str, *more: Any) -> tuple[Any, ...]:
        module, mutations, *rest = make(file, *more)
        inside = [each for each in mutations if each.contained_by_top_level_function]
        return module, random.Random(file).sample(inside, min(len(inside), shares[file])), *rest

    maker.create_mutations = make_few


def _size(code: str) -> int:
    """Count what stands in functions, where mutants are made."""
    functions = [each for each in ast.walk(ast.parse(code)) if isinstance(each, ast.FunctionDef)]
    return sum(1 for function in functions for _ in ast.walk(function))


def _lay_out(package: str, words: list[str]) -> Path:
    """Copy a package into a folder of its own, which is returned, with the settings that mutmut wants to find there."""
    work = MUTANTS / "+".join(words).replace("/", ".")
    shutil.rmtree(work, ignore_errors=True)
    here = ROOT / "engine" / package
    shutil.copytree(here / "src", work / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for module in (work / "src").rglob("*.py"):
        module.write_text(_undecorated(module.read_text("utf-8")), "utf-8")
    (work / "mutants").mkdir()
    (work / "mutants/engine").symlink_to(ROOT / "engine")
    tests = {test for word in words for pattern in _room(word).tests for test in here.glob(pattern)}
    settings = {
        "source_paths": ["src"],
        "only_mutate": [pattern for word in words for pattern in _patterns(word)],
        "pytest_add_cli_args": ["-k", f"not ({' or '.join(LEFT_OUT)})", *PYTEST],
        "pytest_add_cli_args_test_selection": sorted(str(test.relative_to(ROOT)) for test in tests),
        # Each mutant is in place when the package and its tests are imported; what others wrote is there already.
        "process_isolation": "forkserver",
        "forkserver_warmup": "import",
        "preload_modules_file": "others",
        # Seconds of processor time: six times what the tests that reach a mutant need, and two more of them.
        "timeout_multiplier": 3.0,
        "timeout_constant": 2.0,
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
    common = (ROOT / "pyproject.toml").read_text("utf-8")
    (work / "pyproject.toml").write_text("\n".join([common, "[tool.mutmut]", *lines]), "utf-8")
    return work


def _undecorated(code: str) -> str:
    """Return the code with the decorators of PLAIN called below their functions: `iso = property(iso)`."""
    lines = code.splitlines()
    for function in ast.walk(ast.parse(code)):
        if not isinstance(function, ast.FunctionDef) or not function.decorator_list:
            continue
        decorators = [ast.unparse(each) for each in function.decorator_list]
        if all(each.partition("(")[0] in PLAIN for each in decorators):
            for each in function.decorator_list:
                lines[each.lineno - 1 : each.end_lineno] = [""] * ((each.end_lineno or each.lineno) - each.lineno + 1)
            called = "(".join([*decorators, function.name]) + ")" * len(decorators)
            lines[(function.end_lineno or 0) - 1] += f"\n{' ' * function.col_offset}{function.name} = {called}"
    return "\n".join(lines) + "\n"


def _mutants(mutmut: Any) -> list[tuple[str, str]]:
    """Make the mutants, find which tests reach each, and return the name of each with its file."""
    mutmut.set_mutant_under_test("mutant_generation")
    with mutmut.CatchOutput():
        mutmut.copy_src_dir()
        mutmut.copy_also_copy_files()
        mutmut.setup_source_paths()
        mutmut.create_mutants(os.cpu_count() or 1)
    mutmut.collect_or_load_stats(mutmut.get_mutant_runner())
    return sorted(
        (name, str(data.path)) for data, name, _ in mutmut.collect_source_file_mutation_data(mutant_names=())[0]
    )


def _report(mutmut: Any, word: str, sample: list[str]) -> None:
    """Tell how many were killed, and show each that survived and is not known to be equivalent."""
    tried = mutmut.collect_source_file_mutation_data(mutant_names=sample)[0]
    ends = {name: ENDS.get(end, OUT_OF_TIME) for _, name, end in tried}
    known = dict(equivalent())
    alike = 0
    for name in sorted(name for name, end in ends.items() if end != "killed"):
        module, _, mangled = name.partition("__mutmut_")[0].rpartition(".")
        function = f"{module}.{mangled.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}"
        diff = mutmut.get_diff_for_mutant(name)
        changed = " ".join(line[1:].strip() for line in diff.splitlines()[3:] if line.startswith("+"))
        if ends[name] != OUT_OF_TIME and (reason := known.get((function, changed))):
            print(f"equivalent: {function}: {changed}\n    {reason}")
            alike += 1
        else:
            print(f"{ends[name]}: {name}\n{diff}")
    count = Counter(ends.values())
    others = max(len(ends) - alike, 1)
    print(f"{word}: {dict(count)}, {alike} of them equivalent")
    print(f"{word}: {count['killed'] / others:.1%} of the others killed by a failing test,", end=" ")
    print(f"{(count['killed'] + count[OUT_OF_TIME]) / others:.1%} with those out of time")


def equivalent() -> Iterator[tuple[tuple[str, str], str]]:
    """Yield function and changed line, with the reason why no test can notice it, from the rows of survivors.md."""
    for line in SURVIVORS.read_text("utf-8").splitlines():
        if row := re.fullmatch(r"\| `([^`]+)` \| `(.+)` \| (.+) \|", line):
            yield (row[1], row[2]), row[3]


if __name__ == "__main__":
    main()
