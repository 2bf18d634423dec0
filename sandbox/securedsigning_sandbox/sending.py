"""Sending documents: whichever product it is for, what was made ready goes to its invitees here."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from securedsigning_sandbox import flow, timetable
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.dates import due_moment
from securedsigning_sandbox.errors import ApiError, not_found
from securedsigning_sandbox.given_attachments import give
from securedsigning_sandbox.identity import store_questions
from securedsigning_sandbox.invitees import Invitee
from securedsigning_sandbox.operations.account import DEFAULT_DUE_DAYS, MAX_DUE_DAYS
from securedsigning_sandbox.recipients import share
from securedsigning_sandbox.references import new_reference, new_signing_key


@dataclass(frozen=True)
class Terms:
    """What holds for a document and all of its signers, unless a signer's own details say otherwise.

    Attributes:
        product: ``SmartTag``, ``FormDirect``, ``FormFiller``, ``ISign`` or ``WeSign``.
        due: when it is due, in Unix seconds.
        due_date: the same as the request gives it.
        gmt: offset from UTC in minutes, as the request gives it.
        embedded: whether signers are not invited by mail, since they sign in a page of the caller's.
        return_url: where a signer's browser goes after signing.
        notify_url: where changes are reported to.
        invitation_template, completion_template: references of e-mail templates; see ``template``.
        sequential: whether signers are invited one after another; otherwise all at once.
        share_users: people who get a copy.
        own_invitation, own_completion: whether the service's own text is used, whatever templates are named.
    """

    product: str
    due: float
    due_date: str
    gmt: str | None = None
    embedded: bool = False
    return_url: str | None = None
    notify_url: str | None = None
    invitation_template: str | None = None
    completion_template: str | None = None
    share_users: Sequence[Mapping[str, Any]] = ()
    sequential: bool = True
    own_invitation: bool = False
    own_completion: bool = False


def send(
    call: Call,
    row: sqlite3.Row,
    pdf: str,
    people: Sequence[Invitee],
    terms: Terms,
    *,
    by: tuple[str, str] | None = None,
) -> None:
    """Send a document: write its signers down and invite the first; the others wait for their turn.

    Args:
        call: the call that sends it; in a transaction.
        row: the document.
        pdf: the content's name in the store, made ready for signing.
        people: its signers, first to last; at least one.
        terms: what holds for all of them.
        by: name and e-mail address of who sends it; who makes the call by default.

    Raises:
        ApiError: 400 for an e-mail address that is none, 404 for an unknown e-mail template.
    """
    state = call.state
    state.store.run(
        "UPDATE documents SET pdf = ?, status = 'Invitation', due_at = ?, due_date = ?, gmt = ?, return_url = ?, "
        "notify_url = ?, notify_key = ?, product = ?, sequential = ?, sender_name = ?, sender_email = ? WHERE reference = ?",
        pdf,
        terms.due,
        terms.due_date,
        terms.gmt,
        terms.return_url,
        terms.notify_url,
        call.api_key,
        terms.product,
        int(terms.sequential),
        *(by or call.actor),
        row["reference"],
    )
    timetable.plan(state, row["reference"], terms.due)
    share(state, row["reference"], "", terms.share_users, _words(call, "completion", {}, terms))
    for index, person in enumerate(people):
        chosen = _words(call, "completion", person.details, terms)
        share(state, row["reference"], f"Signers[{index}].", person.details.get("ShareUsers", ()), chosen)
    signers = [_signer(call, row, person, terms) for person in people]
    for reference in signers[:1] if terms.sequential else signers:
        signer = state.store.one("SELECT * FROM signers WHERE reference = ?", reference)
        assert signer is not None
        flow.invite(state, flow.reload(state, row), signer)


def due_or_default(call: Call) -> tuple[float, str]:
    """When the request's documents are due, as a moment and as text: 14 days ahead if it does not say (Java SDK).

    Raises:
        ApiError: 400; the date is refused.
    """
    body, now = call.body, call.state.clock()
    text = body.get("DueDate")
    if not text:
        text = datetime.fromtimestamp(now + DEFAULT_DUE_DAYS * 86_400, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return due_moment(text, body.get("GMT"), now, MAX_DUE_DAYS), text


def _signer(call: Call, row: sqlite3.Row, person: Invitee, terms: Terms) -> str:
    details, reference = person.details, new_reference()
    call.state.store.insert(
        "signers",
        reference=reference,
        document=row["reference"],
        signing_order=person.order,
        first_name=details["FirstName"],
        last_name=details["LastName"],
        email=details["Email"],
        mobile=details.get("MobileNumber"),
        mobile_country=details.get("MobileCountry"),
        client_reference=details.get("ClientReference"),
        signer_type=details.get("SignerType"),
        signing_key=new_signing_key(),
        status="Pending",
        embedded=int(bool(details.get("Embedded", terms.embedded))),
        return_url=details.get("ReturnUrl") or terms.return_url,
        invitation_template=_words(call, "invitation", details, terms),
        completion_template=_words(call, "completion", details, terms),
        subject=details.get("EmailSubject"),
        message=details.get("InvitationText"),
        personal=int(details.get("IsPersonalMessage", True)),
        # An invitee of a form has the other name for it (official .NET SDK).
        face_to_face=int(bool(details.get("IsFaceToFaceSigning") or details.get("EnabledFaceToFaceSigning"))),
        id_check=int(person.id_check),
        asked_for_files=int(person.asked_for_files),
    )
    give(call, reference, details.get("Attachments", ()))
    store_questions(call.state, reference, person.questions)
    return reference


def _words(call: Call, kind: str, details: Mapping[str, Any], terms: Terms) -> str | None:
    """The template of a mail: the invitee's, the document's, or the account's default; None for the service's own text."""
    named = template(call, kind, details)
    chosen, own = {
        "invitation": (terms.invitation_template, terms.own_invitation),
        "completion": (terms.completion_template, terms.own_completion),
    }[kind]
    if own:
        return None
    if named or chosen:
        return named or chosen
    default = call.state.store.one(
        "SELECT reference FROM email_templates WHERE account = ? AND kind = ? AND is_default ORDER BY rowid",
        call.account["reference"],
        kind,
    )
    return str(default["reference"]) if default else None


def template(call: Call, kind: str, named: Mapping[str, Any]) -> str | None:
    """The e-mail template that a request, or one signer in it, asks for.

    Args:
        call: the call.
        kind: ``invitation`` or ``completion``.
        named: what may hold the template's reference; one independent client passes its name instead.

    Raises:
        ApiError: 404.
    """
    members = {"invitation": ("InvitationEmailTemplateReference", "EmailTemplateReference")}
    for member in members.get(kind, ("CompletionEmailTemplateReference",)):
        if not named.get(member):
            continue
        row = call.state.store.one(
            "SELECT reference FROM email_templates WHERE account = ? AND kind = ? AND ? IN (reference, name)",
            call.account["reference"],
            kind,
            named[member],
        )
        if row is None:
            raise not_found(f"{kind} template", named[member])
        return str(row["reference"])
    return None


def bundle(call: Call, rows: Sequence[sqlite3.Row], name: str | None) -> str:
    """Make documents one package, in a transaction; returns its reference.

    Args:
        call: the call that sends them.
        rows: the documents, in order.
        name: the package's name; that of the first document by default.
    """
    store, reference = call.state.store, new_reference()
    store.insert("packages", reference=reference, account=call.account["reference"], name=name or rows[0]["name"])
    for position, row in enumerate(rows):
        store.run(
            "UPDATE documents SET package = ?, package_position = ? WHERE reference = ?",
            reference,
            position,
            row["reference"],
        )
    return reference


def check_addresses(addresses: Mapping[str, str | None]) -> None:
    """Refuse what is no web address: return addresses open in the signer's browser.

    Args:
        addresses: each by the request's member that holds it.

    Raises:
        ApiError: 400.
    """
    wrong = [(name, "It is no http or https address.") for name, it in addresses.items() if it and not _is_web(it)]
    if wrong:
        raise ApiError(400, "An address is refused.", wrong)


def _is_web(address: str) -> bool:
    return address.lower().startswith(("https://", "http://")) and not any(ord(letter) < 33 for letter in address)
