"""The fields that signers fill in when they sign, whichever product the document was sent by.

A field belongs to the signer of a signing order; where it has a place on a page, its value is drawn there. How the real service
checks what is entered is not known; the rules here are our choice.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.geometry import Box
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.references import new_reference

_LONGEST = {"MultiLineText": 4000}
_LONGEST_LINE = 500
_TICKED = {"true": "true", "on": "true", "yes": "true", "1": "true", "": "false", "false": "false", "no": "false"}
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no XML can hold these

Values = Mapping[str, str | bool]
"""What is entered, by the field's reference, name or client field; true and false stand for ticks, too."""


@dataclass(frozen=True)
class Field:
    """A field of a document that is sent.

    Attributes:
        order: the signing order of the signer whose it is.
        name: its name in the document or form.
        label: what is asked.
        kind: a name of the spec's ``HTMLElementType``.
        value: what is entered beforehand; see ``checked``.
        required, read_only: whether the signer has to fill it in, or can't change it.
        options: value and shown text of each choice, for drop-down lists and radio buttons.
        client_field: its name on the caller's side.
        page, box: where it stands, the page from 0, the box in PDF points; None if it is asked but not drawn.
        reference: its ``ID``.
    """

    order: int
    name: str
    label: str
    kind: str = "Text"
    value: str = ""
    required: bool = False
    read_only: bool = False
    options: Sequence[tuple[str, str]] = ()
    client_field: str | None = None
    page: int | None = None
    box: Box | None = None
    reference: str = field(default_factory=new_reference)

    @property
    def pdf_name(self) -> str:
        """The name of its form field in the PDF."""
        return _pdf_name(self.reference)

    @property
    def shown(self) -> str:
        """Its value as it is drawn."""
        return _shown(self.kind, self.options, self.value)


def store_fields(state: State, document: str, fields: Sequence[Field]) -> None:
    """Write down the fields of a document, in their order.

    Args:
        state: the sandbox, in a transaction.
        document: the document's reference.
        fields: their values as ``checked`` gives them.
    """
    for position, each in enumerate(fields):
        state.store.insert(
            "fields",
            reference=each.reference,
            document=document,
            position=position,
            signing_order=each.order,
            name=each.name,
            label=each.label,
            kind=each.kind,
            value=each.value,
            required=int(each.required),
            read_only=int(each.read_only),
            options=json.dumps(list(each.options)),
            client_field=each.client_field,
        )


def fields_of(state: State, document: str, order: int | None = None) -> list[sqlite3.Row]:
    """The fields of a document, or those of the signer of one signing order, as they stand in it."""
    return state.store.all(
        "SELECT * FROM fields WHERE document = ? AND (? IS NULL OR signing_order = ?) ORDER BY position",
        document,
        order,
        order,
    )


def checked(kind: str, options: Sequence[tuple[str, str]], text: str) -> str:
    """A value as it is kept: ``true`` or ``false`` for a check box, the value of a choice, a date in ISO 8601.

    Args:
        kind: a name of the spec's ``HTMLElementType``.
        options: value and shown text of each choice.
        text: what was entered; a choice by value or shown text, a date in ISO 8601 or as day/month/year.

    Raises:
        ValueError: it fits no such field; the message is a sentence.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if _UNWRITABLE.search(text):
        raise ValueError("It holds a character that cannot be written.")
    if kind == "CheckBox":
        if text.lower() not in _TICKED:
            raise ValueError(f"{text[:40]!r} is neither true nor false.")
        return _TICKED[text.lower()]
    if not text:
        return ""
    if kind in {"DropDownList", "RadioButton"}:
        chosen = next((value for value, shown in options if text in (value, shown)), None)
        if chosen is None:
            raise ValueError(f"{text[:40]!r} is none of {', '.join(shown for _, shown in options)}.")
        return chosen
    if kind == "DateInput":
        return _date(text).isoformat()
    if kind != "MultiLineText" and "\n" in text:
        raise ValueError("It has several lines; one fits.")
    longest = _LONGEST.get(kind, _LONGEST_LINE)
    if len(text) > longest:
        raise ValueError(f"It has {len(text)} characters; {longest} fit.")
    return text


def entered(state: State, signer: sqlite3.Row, values: Values) -> dict[str, str]:
    """What a signer's fields hold once the signer has signed, by reference.

    Args:
        state: the sandbox.
        signer: whose fields.
        values: what was entered; a field that is left out keeps its value.

    Raises:
        ApiError: 400, with an entry for each field that does not fit or is required and empty.
    """
    rows = fields_of(state, signer["document"], signer["signing_order"])
    found = {row["reference"]: row["value"] for row in rows}
    problems: list[tuple[str, str]] = []
    for key, value in values.items():
        text = str(value).lower() if isinstance(value, bool) else value
        row = next((row for row in rows if key in (row["reference"], row["name"], row["client_field"])), None)
        if row is None:
            known = ", ".join(row["name"] for row in rows) or "none"
            problems.append((key[:100], f"This signer has no such field; there is {known}."))
        elif row["read_only"]:
            problems.append((row["label"], "It cannot be changed."))
        else:
            try:
                found[row["reference"]] = checked(row["kind"], options_of(row), text)
            except ValueError as error:
                problems.append((row["label"], str(error)))
    faulty = {name for name, _ in problems}
    for row in rows:
        if row["required"] and row["label"] not in faulty and found[row["reference"]] in ("", "false"):
            problems.append((row["label"], "It has to be ticked." if row["kind"] == "CheckBox" else "It is missing."))
    if problems:
        raise ApiError(400, "Some fields are not filled in correctly.", problems)
    return found


def drawn(state: State, signer: sqlite3.Row, values: Mapping[str, str]) -> dict[str, str]:
    """A signer's values from ``entered`` as they are drawn, by the name of the PDF's form field."""
    return {
        _pdf_name(row["reference"]): _shown(row["kind"], options_of(row), values[row["reference"]])
        for row in fields_of(state, signer["document"], signer["signing_order"])
    }


def keep(state: State, values: Mapping[str, str]) -> None:
    """Write down the values from ``entered``, in a transaction."""
    for reference, value in values.items():
        state.store.run("UPDATE fields SET value = ? WHERE reference = ?", value, reference)


def posted(state: State, signer: sqlite3.Row, form: Mapping[str, str]) -> dict[str, str]:
    """The values in a form of the signing page, whose inputs are named by the fields' references.

    A browser leaves out what is not ticked or chosen.
    """
    found = {}
    for row in fields_of(state, signer["document"], signer["signing_order"]):
        name = f"field.{row['reference']}"
        if not row["read_only"] and (name in form or row["kind"] in {"CheckBox", "RadioButton"}):
            found[row["reference"]] = form.get(name, "")
    return found


def options_of(row: sqlite3.Row) -> list[tuple[str, str]]:
    """Value and shown text of each choice of a field."""
    return [(value, shown) for value, shown in json.loads(row["options"])]


def _date(text: str) -> date:
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    raise ValueError(f"{text[:40]!r} is no date; write it as 2031-04-01.")


def _shown(kind: str, options: Sequence[tuple[str, str]], value: str) -> str:
    if kind == "DateInput" and value:
        return date.fromisoformat(value).strftime("%d %b %Y")
    return next((shown for chosen, shown in options if chosen == value), value)


def _pdf_name(reference: str) -> str:
    return f"Field{reference}"
