"""Drafts that a build takes without a warning: what an option cannot read stands in the text, or in the inbox."""

from dataclasses import replace

from sphinx_vita.imports.drafts import Draft, Leftover
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.record_options import read_options
from sphinx_vita.records import KINDS, Profile


def settled(draft: Draft) -> tuple[Draft | Leftover, list[Leftover]]:
    r"""Return a draft whose options can all be read, or why there is none, and what of a profile was left over.

    >>> settled(Draft(kind="award", title="Medal", options={"dates": "once"}))[0].markdown()
    ':::{award} Medal\n\nDates: once\n:::\n'
    """
    faulty = {name: found[0] for name in draft.options if (found := _findings(draft, name))}
    kept = {name: text for name, text in draft.options.items() if name not in faulty}
    is_public = draft.kind != Profile.kind
    moved = [f"{name.capitalize()}: {draft.options[name]}" for name in faulty] if is_public else []
    left = [
        Leftover(text=f"{name}: {draft.options[name]}", reason=found.message, place=draft.place)
        for name, found in faulty.items() if not is_public
    ]  # fmt: skip
    whole = replace(draft, options=kept, body="\n\n".join(filter(None, [draft.body, *moved])))
    missing = [each for each in _all(whole) if each.mistake is Mistake.MISSING_OPTION]
    if missing:
        return Leftover(text=whole.markdown().strip(), reason=missing[0].message, place=draft.place), left
    return whole, left


def _findings(draft: Draft, name: str) -> list[Finding]:
    alone = replace(draft, options={name: draft.options[name]})
    told = (each for each in _all(alone) if f"option '{name}'" in each.message)
    return [each for each in told if each.mistake is not Mistake.MISSING_OPTION]


def _all(draft: Draft) -> tuple[Finding, ...]:
    return read_options(KINDS[draft.kind], draft.title, dict(draft.options), 1).findings
