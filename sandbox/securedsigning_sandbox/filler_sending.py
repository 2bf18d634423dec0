"""Sending templates of Form Filler: each becomes a document with its slots filled by signers, and its fields by the caller."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from securedsigning_sandbox import flow
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.emails import check_email
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.fields import Field, checked, store_fields
from securedsigning_sandbox.filler_templates import Template, find_template
from securedsigning_sandbox.form_paper import drawn_form
from securedsigning_sandbox.form_prefill import prefilled
from securedsigning_sandbox.invitees import Invitee
from securedsigning_sandbox.papers import prepared_at
from securedsigning_sandbox.sending import Terms, check_addresses, due_or_default, send

_DETAILS = ("FirstName", "LastName", "Email")


@dataclass(frozen=True)
class _Draft:
    """A template of the request, looked through."""

    template: Template
    sent: Mapping[str, Any]
    people: Sequence[Invitee]
    fields: Sequence[Field]


def send_templates(call: Call) -> list[sqlite3.Row]:
    """Send all templates of the request or none of them; returns the documents.

    Raises:
        ApiError: 400 for what does not fit, 404 for an unknown template.
    """
    entries = call.body["Templates"]
    if not entries:
        raise ApiError(400, "There is nothing to send.", [("Templates", "It is empty.")])
    terms = _terms(call)
    drafts = [_draft(call, entry, f"Templates[{index}]") for index, entry in enumerate(entries)]
    made = [_drawn(call, draft) for draft in drafts]  # all of them are in order before anything is drawn
    with call.state.store.transaction():
        rows = [_sent(call, draft, *paper, terms) for draft, paper in zip(drafts, made, strict=True)]
    return [flow.reload(call.state, row) for row in rows]


def _terms(call: Call) -> Terms:
    body = call.body
    check_addresses({name: body.get(name) for name in ("ReturnUrl", "NotifyUrl")})
    due, due_date = due_or_default(call)
    return Terms(
        product="FormFiller",
        due=due,
        due_date=due_date,
        gmt=body.get("GMT"),
        embedded=bool(body.get("Embedded")),
        return_url=body.get("ReturnUrl"),
        notify_url=body.get("NotifyUrl"),
        sequential=body.get("Sequential", True),
    )


def _draft(call: Call, entry: Mapping[str, Any], where: str) -> _Draft:
    template = find_template(call, entry["Reference"])
    people = _people(template, entry["Signers"], f"{where}.Signers")
    known = prefilled(template.form, people, {}, {}, None, where)
    return _Draft(template, entry, people, _filled(template, known, entry["Fields"], f"{where}.Fields"))


def _people(template: Template, sent: Sequence[Mapping[str, Any]], where: str) -> list[Invitee]:
    """The signer of each slot; every slot has to be filled, each once."""
    found: dict[int, Invitee] = {}
    for index, person in enumerate(sent):
        name = f"{where}[{index}]"
        role = template.role(person.get("SignerReference", ""))
        if role is None:
            problem = "The template has no such slot; getFormFillerSigners lists them."
            raise ApiError(400, "A signer has no slot.", [(f"{name}.SignerReference", problem)])
        if role.order in found:
            raise ApiError(400, "A slot is filled twice.", [(f"{name}.SignerReference", "It is there already.")])
        missing = [member for member in _DETAILS if not str(person.get(member) or "").strip()]
        if missing:
            raise ApiError(400, "A signer is not complete.", [(f"{name}.{each}", "It is missing.") for each in missing])
        check_email(person["Email"], f"{name}.Email")
        found[role.order] = Invitee(role.order, dict(person))
    empty = [role.signer_type for role in template.form.roles if role.order not in found]
    if empty:
        raise ApiError(400, "A slot is empty.", [(where, f"Nobody fills that of the {' and the '.join(empty)}.")])
    return [found[order] for order in sorted(found)]


def _filled(template: Template, known: Sequence[Field], sent: Sequence[Mapping[str, Any]], where: str) -> list[Field]:
    """The fields with what the request says; those it leaves out keep their values."""
    names = {reference: name for name, reference in template.ids.items()}
    fields = {each.name: each for each in known}
    for index, entry in enumerate(sent):
        name = names.get(entry.get("ID", ""))
        if name is None:
            problem = "The template has no such field; getFormFillerFields lists them."
            raise ApiError(400, "A field is unknown.", [(f"{where}[{index}].ID", problem)])
        if "Value" not in entry:
            continue
        each = fields[name]
        try:
            fields[name] = replace(each, value=checked(each.kind, each.options, entry["Value"]))
        except ValueError as error:
            problems = [(f"{where}[{index}].Value", f"{each.label}: {error}")]
            raise ApiError(400, "A value does not fit its field.", problems) from error
    return list(fields.values())


def _drawn(call: Call, draft: _Draft) -> tuple[str, str, list[Field]]:
    orders = {person.order for person in draft.people}
    content, places, placed = drawn_form(call.state, draft.template.form, orders, draft.fields)
    return content, prepared_at(call.state, content, places, placed), placed


def _sent(call: Call, draft: _Draft, content: str, pdf: str, fields: Sequence[Field], terms: Terms) -> sqlite3.Row:
    name = draft.template.form.name
    row = flow.add_document(
        call.state,
        call.account["reference"],
        name=f"{name}.pdf",
        content=content,
        by=call.actor,
        action=f"Sent, made from the template {name}",
        client_reference=draft.sent.get("ClientReference"),
    )
    store_fields(call.state, row["reference"], fields)
    send(call, row, pdf, draft.people, terms)
    return row
