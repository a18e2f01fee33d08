"""Reads RIS as Zotero's translator does, by the table in receivers/zotero.json."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TABLE = json.loads((Path(__file__).parent / "receivers/zotero.json").read_text(encoding="utf-8"))
_LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")


def records(text: str) -> Iterator[list[tuple[str, str]]]:
    """Give the tags of each reference with their values, in their order, without TY's end ER."""
    tags: list[tuple[str, str]] = []
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if match and match[1] == "ER":
            yield tags
            tags = []
        elif match:
            tags.append((match[1], match[2] or ""))


def read(text: str) -> dict[str, dict[str, Any]]:
    """Give Zotero's items by the ID of their reference."""
    return {dict(tags)["ID"]: _item(tags) for tags in records(text)}


def _item(tags: list[tuple[str, str]]) -> dict[str, Any]:
    """Read one reference: Zotero reads the tags with a second meaning last, and keeps the first value of a field."""
    kind = TABLE["types"].get(tags[0][1], "journalArticle")
    fields = TABLE["fields"][kind]
    item: dict[str, Any] = {"itemType": kind}
    values = dict(tags)
    for tag, value in sorted(tags[1:], key=lambda each: each[0] in TABLE["late"]):
        field = fields.get(tag)
        if field and tag != "PY" and value:
            _put(item, field, _value(field, value))
    if "EP" in values and "pages" in item:
        item["pages"] += f"-{values['EP']}"
    if "PY" in values and fields.get("PY"):
        item.setdefault(fields["PY"], values["PY"])
    if "backupPublicationTitle" in item:
        title = item.pop("backupPublicationTitle")
        if kind in ("journalArticle", "magazineArticle", "newspaperArticle"):
            item.setdefault("publicationTitle", title)
    return item


def _put(item: dict[str, Any], field: str, value: str) -> None:
    group, _, role = field.partition("/")
    if group == "creators":
        item.setdefault(role, []).append(value)
    elif group in ("tags", "notes", "attachments"):
        item.setdefault(group, []).append(value)
    else:
        item.setdefault(field, value)


def _value(field: str, value: str) -> str:
    """Write a date as Zotero does, `2020-03`."""
    is_date = field == "date" or field.startswith(("issueDate", "dateEnacted", "dateDecided", "accessDate"))
    return "-".join(part for part in value.split("/") if part) if is_date else value
