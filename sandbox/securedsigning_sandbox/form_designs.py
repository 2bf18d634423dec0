"""The online forms of an account: who signs them and what they ask. The sandbox's own examples lie in ``designs``."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from securedsigning_sandbox.context import Call
from securedsigning_sandbox.references import new_reference
from securedsigning_sandbox.store import Store

_FOLDER = Path(__file__).with_name("designs")


@dataclass(frozen=True)
class Role:
    """A signer that a form needs.

    Attributes:
        order: the signing order.
        signer_type: the role's name, ``SignerType``.
        optional: whether the form may be sent without this signer.
        id_data: label and ``AuthInfoDataType`` of the questions that identify the signer, if they do.
    """

    order: int
    signer_type: str
    optional: bool
    id_data: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FormField:
    """What a form asks.

    Attributes:
        name, label, kind, required, read_only, client_field: as in ``fields.Field``.
        options: the choices.
        value: what stands there if nobody says otherwise.
        source: ``Signer.`` or ``Employer.`` and the member whose value is filled in; "" for none.
        predefined: whether the sender can set it.
        half: whether it takes half the width of the page.
    """

    name: str
    label: str
    kind: str
    required: bool
    read_only: bool
    client_field: str | None
    options: tuple[str, ...]
    value: str
    source: str
    predefined: bool
    half: bool


@dataclass(frozen=True)
class Section:
    """A part of a form that one signer fills in, and may sign at its end."""

    title: str
    role: Role
    text: tuple[str, ...]
    fields: tuple[FormField, ...]
    signs: bool


@dataclass(frozen=True)
class Form:
    """A form of an account.

    Attributes:
        reference: the form's.
        design: its content; the files in ``designs`` show all that it may hold.
    """

    reference: str
    design: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.design["name"])

    @property
    def introduction(self) -> str:
        return str(self.design["introduction"])

    @property
    def updated(self) -> str:
        """When it was last changed, in ISO 8601."""
        return str(self.design["updated"])

    @property
    def form_type(self) -> int:
        return int(self.design["form_type"])

    @property
    def employer(self) -> str | None:
        """The kind of employers whose details can be filled in; None if none can."""
        return self.design.get("employer")

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        return tuple(
            Role(
                order,
                each["signer_type"],
                each.get("optional", False),
                tuple((question["label"], question["type"]) for question in each.get("id_data", ())),
            )
            for order, each in enumerate(self.design["roles"], 1)
        )

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        roles = {role.signer_type: role for role in self.roles}
        return tuple(
            Section(
                each["title"],
                roles[each["role"]],
                tuple(each.get("text", ())),
                tuple(_field(field) for field in each["fields"]),
                each.get("signs", False),
            )
            for each in self.design["sections"]
        )

    def fields(self) -> Iterator[FormField]:
        """All fields as they stand in the form."""
        for section in self.sections:
            yield from section.fields


def _field(entry: dict[str, Any]) -> FormField:
    return FormField(
        name=entry["name"],
        label=entry["label"],
        kind=entry.get("kind", "Text"),
        required=entry.get("required", False),
        read_only=entry.get("read_only", False),
        client_field=entry.get("client_field"),
        options=tuple(entry.get("options", ())),
        value=entry.get("value", ""),
        source=entry.get("source", ""),
        predefined=entry.get("predefined", False),
        half=entry.get("half", False),
    )


def forms_of(call: Call) -> list[Form]:
    """The forms of the caller's account."""
    rows = call.state.store.all(
        "SELECT * FROM forms WHERE account = ? ORDER BY rowid",
        call.account["reference"],
    )
    return [_form(row) for row in rows]


def find_form(call: Call, reference: str) -> Form:
    """A form of the caller's account.

    Raises:
        ApiError: 404.
    """
    return _form(call.own("forms", "form", reference))


def add_examples(store: Store, account: str) -> None:
    """Give an account the sandbox's own forms."""
    for file in sorted(_FOLDER.glob("*.json")):
        design = json.dumps(json.loads(file.read_text(encoding="utf-8")))
        store.insert("forms", reference=new_reference(), account=account, design=design)


def _form(row: sqlite3.Row) -> Form:
    return Form(row["reference"], json.loads(row["design"]))
