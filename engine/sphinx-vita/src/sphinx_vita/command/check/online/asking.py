"""Addresses asked: several hosts at once, each host one address after another, and none twice in a day."""

import json
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import astuple, dataclass
from pathlib import Path

import sphinx_build_cache

from sphinx_vita.command.add.client import Client, UnreachableError
from sphinx_vita.command.check.page import split

ANSWERS = Path("_build", "online", "answers")  # below the folder of the site
_HOSTS = 8  # that are asked at once
_DAY = 86_400.0  # seconds for which an answer holds
_STATE = "1"  # changes with the form of what is kept
_LASTING = (200, 404, 410)  # what is answered so is so tomorrow; a host that is busy is asked again


@dataclass(frozen=True, slots=True)
class Question:
    """An address, and the type of the text that is wanted from there; "" where it only has to be there."""

    address: str
    accept: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host has said."""

    status: int  # of HTTP; 0 where none came
    text: str = ""
    moved_to: str = ""  # another address that holds from now on
    why: str = ""  # no answer came


def ask_all(
    questions: Iterable[Question], folder: Path, contact: str, tell: Callable[[str], None]
) -> dict[Question, Answer]:
    """Return the answers to all questions, those of today without asking again.

    What has come is kept even where somebody stops it.
    """
    known = _load(folder / ANSWERS)
    wanted = list(dict.fromkeys(questions))
    by_host: dict[str, list[Question]] = {}
    for each in wanted:
        if each not in known:
            by_host.setdefault(split(each.address).netloc.lower(), []).append(each)
    pool, stopped = ThreadPoolExecutor(_HOSTS), threading.Event()
    try:
        waiting = [pool.submit(_ask_host, of_host, contact, known, stopped) for of_host in by_host.values()]
        for number, done in enumerate(as_completed(waiting), 1):
            done.result()
            tell(f"Asked {number} of {len(waiting)} hosts ...")
    finally:
        stopped.set()
        pool.shutdown(wait=False, cancel_futures=True)
        _save(folder / ANSWERS, dict(known))
    return {each: known[each][1] for each in wanted}


_Known = dict[Question, tuple[float, Answer]]  # when each was answered, and how


def _ask_host(questions: list[Question], contact: str, known: _Known, stopped: threading.Event) -> None:
    """Ask one host, and note what it says."""
    with Client(contact) as client:
        for question in questions:
            if stopped.is_set():
                return
            known[question] = (time.time(), _ask(client, question))


def _ask(client: Client, question: Question) -> Answer:
    try:
        if not question.accept:
            status, moved_to = client.probe(question.address)
            return Answer(status, moved_to=moved_to)
        text = client.ask(question.address, question.accept)
    except UnreachableError as error:
        return Answer(0, why=str(error).partition("; ")[0])
    except ValueError:
        return Answer(0, why="this is no address")
    return Answer(404) if text is None else Answer(200, text)


def _load(file: Path) -> _Known:
    """Return the answers that are younger than a day."""
    kept, now = sphinx_build_cache.load(file, _STATE), time.time()
    rows = json.loads(kept) if kept else []
    return {Question(*asked): (when, Answer(*said)) for asked, when, said in rows if 0 <= now - when < _DAY}


def _save(file: Path, known: _Known) -> None:
    rows = [(astuple(asked), when, astuple(said)) for asked, (when, said) in known.items() if said.status in _LASTING]
    sphinx_build_cache.save(file, _STATE, json.dumps(rows, ensure_ascii=False).encode())
