"""The Form Filler templates of an account: a form with slots for signers, and with fields that the caller fills in first.

The sandbox's own examples lie in ``template_designs``; they are drawn when they are sent.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from securedsigning_sandbox.context import Call
from securedsigning_sandbox.form_designs import Form, FormField, Role
from securedsigning_sandbox.references import new_reference
from securedsigning_sandbox.store import Store

_FOLDER = Path(__file__).with_name("template_designs")


@dataclass(frozen=True)
class Template:
    """A template of an account.

    Attributes:
        reference: the template's.
        form: what it looks like.
        slots: the ``SignerReference`` of each role, in signing order.
        ids: the ``ID`` of each field, by its name.
    """

    reference: str
    form: Form
    slots: tuple[str, ...]
    ids: dict[str, str]

    def view(self, *, with_signers: bool = False, with_fields: bool = False) -> dict[str, Any]:
        """A ``FormFillerTemplate``."""
        return {
            "Name": self.form.name,
            "Reference": self.reference,
            "Signers": [{"SignerReference": slot} for slot in self.slots] if with_signers else [],
            "Fields": [self._field(each) for each in self.form.fields()] if with_fields else [],
        }

    def _field(self, each: FormField) -> dict[str, Any]:
        return {
            "Label": each.label,
            "Value": each.value,
            "FieldType": each.kind,
            "IsRequired": each.required,
            "ID": self.ids[each.name],
            "ReadOnly": each.read_only,
            "ClientField": each.client_field,
        }

    def role(self, slot: str) -> Role | None:
        """The role behind a ``SignerReference``."""
        return self.form.roles[self.slots.index(slot)] if slot in self.slots else None


def templates_of(call: Call) -> list[Template]:
    """The templates of the caller's account."""
    rows = call.state.store.all(
        "SELECT * FROM filler_templates WHERE account = ? ORDER BY rowid", call.account["reference"]
    )
    return [_template(row) for row in rows]


def find_template(call: Call, reference: str) -> Template:
    """A template of the caller's account.

    Raises:
        ApiError: 404.
    """
    return _template(call.own("filler_templates", "template", reference))


def add_examples(store: Store, account: str) -> None:
    """Give an account the sandbox's own templates."""
    for file in sorted(_FOLDER.glob("*.json")):
        form = Form("", json.loads(file.read_text(encoding="utf-8")))
        store.insert(
            "filler_templates",
            reference=new_reference(),
            account=account,
            design=json.dumps(form.design),
            slots=json.dumps([new_reference() for _ in form.roles]),
            ids=json.dumps({each.name: new_reference() for each in form.fields()}),
        )


def _template(row: sqlite3.Row) -> Template:
    form = Form(row["reference"], json.loads(row["design"]))
    return Template(row["reference"], form, tuple(json.loads(row["slots"])), json.loads(row["ids"]))
