"""Sending forms of Form Direct: each becomes a document with the signers that were filled in."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from securedsigning_sandbox import flow, plan
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.emails import check_email
from securedsigning_sandbox.employers import chosen_employer
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.fields import Field, store_fields
from securedsigning_sandbox.form_designs import Form, Role, find_form
from securedsigning_sandbox.form_paper import drawn_form
from securedsigning_sandbox.form_prefill import grouped_items, prefilled
from securedsigning_sandbox.identity import check_questions
from securedsigning_sandbox.invitees import Invitee
from securedsigning_sandbox.papers import prepared_at
from securedsigning_sandbox.sending import (
    Terms,
    bundle,
    check_addresses,
    due_or_default,
    send,
    template,
)


@dataclass(frozen=True)
class _Ready:
    """A form that can be sent: its blank PDF and the one for signing are contents of the store."""

    form: Form
    sent: Mapping[str, Any]
    people: Sequence[Invitee]
    fields: Sequence[Field]
    terms: Terms
    content: str
    pdf: str


def send_forms(call: Call, *, as_package: bool) -> tuple[list[sqlite3.Row], str | None]:
    """Send all forms of the request or none of them.

    Args:
        call: the call.
        as_package: whether the documents form a package.

    Returns:
        The documents, and the package's reference if there is one.

    Raises:
        ApiError: 400 for what does not fit, 402 for an account on hold, 404 for an unknown form, employer or template, 426
            if the plan does not hold so many documents.
    """
    if call.account["on_hold"]:
        raise ApiError(402, "The account is on hold; a payment is due.")
    entries = call.body["Forms"]
    if not entries:
        raise ApiError(400, "There is nothing to send.", [("Forms", "It is empty.")])
    forms = [find_form(call, entry["Reference"]) for entry in entries]
    plan.check_plan(call, len(forms))
    items = grouped_items([each for form in forms for each in form.fields()], call.body.get("ListItems") or ())
    due, due_date = due_or_default(call)
    invitation = template(call, "invitation", call.body)
    drafts = []
    for index, (form, entry) in enumerate(zip(forms, entries, strict=True)):
        where = f"Forms[{index}]"
        people = _people(form, entry, where)
        employer = chosen_employer(call, form.employer, entry.get("EmployerReference"), f"{where}.EmployerReference")
        fields = prefilled(form, people, employer, items, entry.get("XMLData"), f"{where}.XMLData")
        drafts.append((form, entry, people, fields, _terms(call, entry, due, due_date, invitation, where)))
    ready = [_drawn(call, *draft) for draft in drafts]  # all of them are in order before anything is drawn
    with call.state.store.transaction():
        plan.use(call, len(ready))
        rows = [_sent(call, each) for each in ready]
        package = bundle(call, rows, None) if as_package else None
    return [flow.reload(call.state, row) for row in rows], package


def _terms(
    call: Call, entry: Mapping[str, Any], due: float, due_date: str, invitation: str | None, where: str
) -> Terms:
    addresses = {f"{where}.{name}": entry.get(name) for name in ("ReturnUrl", "NotifyUrl")}
    check_addresses(addresses)
    return Terms(
        product="FormDirect",
        due=due,
        due_date=due_date,
        gmt=call.body.get("GMT"),
        embedded=bool(entry.get("EmbedForm")),
        return_url=entry.get("ReturnUrl"),
        notify_url=entry.get("NotifyUrl"),
        invitation_template=invitation,
    )


def _people(form: Form, entry: Mapping[str, Any], where: str) -> list[Invitee]:
    """The signers of a form, each in the role that ``SignerType`` names; those who are left out are not among them."""
    given: dict[str, tuple[str, Mapping[str, Any]]] = {}
    known = {role.signer_type for role in form.roles}
    for index, person in enumerate(entry["Signers"]):
        name, role = f"{where}.Signers[{index}]", person.get("SignerType")
        if role not in known:
            problem = f"{role!r} is no role of the form; there is {', '.join(sorted(known))}."
            raise ApiError(400, "A signer has no role.", [(f"{name}.SignerType", problem)])
        if role in given:
            raise ApiError(400, "A role is filled twice.", [(f"{name}.SignerType", f"{role} is there already.")])
        given[role] = (name, person)
    people = []
    for role in form.roles:
        name, person = given.get(role.signer_type, (f"{where}.Signers", {}))
        if not _is_left_out(role, person):
            people.append(_invitee(role, person, name))
    if not people:
        raise ApiError(400, "Nobody would sign.", [(f"{where}.Signers", "At least one signer is needed.")])
    return people


def _is_left_out(role: Role, person: Mapping[str, Any]) -> bool:
    return role.optional and (bool(person.get("Optional")) or not any(person.get(name) for name in _DETAILS))


_DETAILS = ("FirstName", "LastName", "Email")


def _invitee(role: Role, person: Mapping[str, Any], where: str) -> Invitee:
    if person.get("Optional"):
        problem = f"The form needs the {role.signer_type}."
        raise ApiError(400, "A signer cannot be left out.", [(f"{where}.Optional", problem)])
    missing = [name for name in _DETAILS if not str(person.get(name) or "").strip()]
    if missing:
        refused = [(f"{where}.{name}", f"The form needs it of the {role.signer_type}.") for name in missing]
        raise ApiError(400, "A signer is missing or not complete.", refused)
    check_email(person["Email"], f"{where}.Email")
    return Invitee(role.order, dict(person), questions=check_questions(person, where))


def _drawn(
    call: Call, form: Form, entry: Mapping[str, Any], people: Sequence[Invitee], fields: Sequence[Field], terms: Terms
) -> _Ready:
    content, places, placed = drawn_form(call.state, form, {person.order for person in people}, fields)
    pdf = prepared_at(call.state, content, places, placed)
    return _Ready(form, entry, people, placed, terms, content, pdf)


def _sent(call: Call, ready: _Ready) -> sqlite3.Row:
    row = flow.add_document(
        call.state,
        call.account["reference"],
        name=f"{ready.form.name}.pdf",
        content=ready.content,
        by=call.actor,
        action=f"Sent, made from the form {ready.form.name}",
        client_reference=ready.sent.get("ClientReference"),
        form=ready.form.reference,
    )
    store_fields(call.state, row["reference"], ready.fields)
    send(call, row, ready.pdf, ready.people, ready.terms)
    return row
