"""What is done in an embedded page: signing alone (I Sign), or inviting others (We Sign)."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from securedsigning_sandbox import flow
from securedsigning_sandbox.dates import due_moment
from securedsigning_sandbox.documents.places import Place
from securedsigning_sandbox.emails import check_email
from securedsigning_sandbox.embedding import Embedded, check_unsent, finish
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.invitees import Invitee
from securedsigning_sandbox.operations.account import DEFAULT_DUE_DAYS, MAX_DUE_DAYS
from securedsigning_sandbox.placing import chosen_places
from securedsigning_sandbox.sending import Terms, bundle, send

_MOST_PEOPLE = 50


def sign_alone(page: Embedded, body: dict[str, Any], drawing: bytes | None) -> None:
    """Send the document to its own user and sign it at once.

    Args:
        page: the embedded page.
        body: ``places``, and ``typed`` where nothing is drawn.
        drawing: the signature as PNG bytes.

    Raises:
        ApiError: 400.
        DocumentError: the PDF or the drawing is not to be used.
    """
    name, email = page.call.actor
    first, _, last = name.partition(" ")
    own = Invitee(1, {"FirstName": first, "LastName": last, "Email": email})
    with page.call.state.store.transaction():
        _send(page, body, [own], _terms(page, None, None))
        signer = signers_of(page)[0]
        flow.sign(page.call.state, signer["reference"], typed=str(body.get("typed", ""))[:100], drawing=drawing)
        finish(page, "signed")


def invite_others(page: Embedded, body: dict[str, Any]) -> None:
    """Send the documents to other people.

    Args:
        page: the embedded page.
        body: ``people`` with ``first``, ``last``, ``email`` and ``order``; ``places``; ``due`` as a date with ``gmt``, the
            browser's offset in minutes; ``message``.

    Raises:
        ApiError: 400.
        DocumentError: a PDF can't be extended.
    """
    people = _people(body.get("people"), str(body.get("message") or "").strip()[:2000])
    with page.call.state.store.transaction():
        _send(page, body, people, _terms(page, body.get("due") or None, body.get("gmt")))
        finish(page, "sent")


def _send(page: Embedded, body: dict[str, Any], people: Sequence[Invitee], terms: Terms) -> None:
    """Send every document to those who have a place in it; several become a package."""
    from securedsigning_sandbox.papers import prepared_at  # loads large libraries

    call = page.call
    rows = [flow.reload(call.state, row) for row, _ in page.documents]
    check_unsent(rows)  # another page or call may have sent one meanwhile
    pdfs = {row["reference"]: call.state.store.path(pdf) for row, pdf in page.documents}
    places = chosen_places(body.get("places"), [person.order for person in people], pdfs)
    _check_places(rows, people, places)
    if len(rows) > 1:
        bundle(call, rows, None)  # before the first notification, which names it
    for row, pdf in page.documents:
        own = places[row["reference"]]
        orders = {place.order for place in own}
        signers = sorted((person for person in people if person.order in orders), key=lambda person: person.order)
        flow.write_log(call.state, row["reference"], *call.actor, "Sent")
        send(call, row, prepared_at(call.state, pdf, own), signers, terms)


def _check_places(rows: Sequence[sqlite3.Row], people: Sequence[Invitee], places: dict[str, list[Place]]) -> None:
    for row in rows:
        if not places[row["reference"]]:
            raise ApiError(400, f"Nobody has a place to sign in {row['name']}. Choose one on its pages.")
    orders = {place.order for own in places.values() for place in own}
    for person in people:
        if person.order not in orders:
            named = f"{person.details['FirstName']} {person.details['LastName']}"
            raise ApiError(400, f"{named} has no place to sign. Choose one on the pages.")


def _people(sent: Any, message: str) -> list[Invitee]:
    if not isinstance(sent, list) or not 0 < len(sent) <= _MOST_PEOPLE:
        raise ApiError(400, f"Invite between 1 and {_MOST_PEOPLE} people.")
    found: list[Invitee] = []
    for number, row in enumerate(sent, 1):
        texts = (
            [str(row.get(name, "") or "").strip()[:100] for name in ("first", "last")] if isinstance(row, dict) else []
        )
        if not all(texts) or not texts:
            raise ApiError(400, f"Person {number} needs a first and a last name.")
        email, order = str(row.get("email", "")).strip(), row.get("order")
        check_email(email, f"people[{number - 1}].email")
        if type(order) is not int or not 0 < order < 1000:
            raise ApiError(400, f"The order of {texts[0]} {texts[1]} has to be a whole number from 1.")
        if order in {person.order for person in found}:
            raise ApiError(400, f"Two people have the order {order}; they sign one after the other.")
        details = {"FirstName": texts[0], "LastName": texts[1], "Email": email, "InvitationText": message or None}
        found.append(Invitee(order, details))
    return found


def _terms(page: Embedded, due: str | None, gmt: str | None) -> Terms:
    state = page.call.state
    if due is None:
        moment = state.clock() + DEFAULT_DUE_DAYS * 86_400
        due, gmt = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "0"
    due = str(due)[:40]
    return Terms(
        product=page.product,
        due=due_moment(due, str(gmt or "0"), state.clock(), MAX_DUE_DAYS),
        due_date=due,
        gmt=str(gmt or "0"),
    )


def signers_of(page: Embedded) -> list[sqlite3.Row]:
    """Who signs the documents of a page, document by document; nobody before they are sent."""
    return [row for document, _ in page.documents for row in page.call.state.signers(document["reference"])]
