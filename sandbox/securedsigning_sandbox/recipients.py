"""People who are told about documents without signing them: an account's saved recipients, and those a document is shared with.

No call that chooses recipients is known, so those are told who are the default. Who are told of progress learn of each signature
that is not the last, of a refusal and of expiry; who are told of completion, and those a document is shared with, get its address
once all have signed. When exactly the service writes to whom is not known. A reviewer is listed as such, and no more.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from securedsigning_sandbox.context import State
from securedsigning_sandbox.emails import check_email
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.mails import mail_copy, mail_progress
from securedsigning_sandbox.references import new_reference
from securedsigning_sandbox.store import Store

KINDS = ("notification", "completion")


def add_recipient(store: Store, account: str, kind: str, person: Mapping[str, Any]) -> str:
    """Save a recipient.

    Args:
        store: the sandbox's memory.
        account: whose recipient.
        kind: ``notification`` for one who is told of progress, or ``completion``.
        person: named as in the API: FirstName, LastName, Email, IsDefault; for progress IsReviewer, IsDefaultReviewer too.

    Returns:
        The recipient's reference.

    Raises:
        ApiError: 400.
    """
    if kind not in KINDS:
        raise ApiError(400, f"The kind of recipient is one of {', '.join(KINDS)}.")
    check_email(str(person.get("Email", "")), "Email")
    reference = new_reference()
    store.insert(
        "recipients",
        reference=reference,
        account=account,
        kind=kind,
        first_name=str(person.get("FirstName", "")),
        last_name=str(person.get("LastName", "")),
        email=person["Email"],
        is_default=int(bool(person.get("IsDefault"))),
        is_reviewer=int(bool(person.get("IsReviewer"))),
        is_default_reviewer=int(bool(person.get("IsDefaultReviewer"))),
    )
    return reference


def remove_recipient(store: Store, reference: str) -> None:
    """Forget a saved recipient.

    Raises:
        ApiError: 404.
    """
    if not store.run("DELETE FROM recipients WHERE reference = ?", reference):
        raise ApiError(404, f"There is no recipient {reference}.")


def share(
    state: State, document: str, where: str, people: Sequence[Mapping[str, Any]], completion_template: str | None
) -> None:
    """Note people with whom a document is shared.

    Args:
        state: the sandbox.
        document: its reference.
        where: what stands before ShareUsers in the request, for messages.
        people: named as in the API.
        completion_template: reference of the template for their mail.

    Raises:
        ApiError: 400.
    """
    for index, person in enumerate(people):
        check_email(person["Email"], f"{where}ShareUsers[{index}].Email")
        state.store.insert(
            "share_users",
            document=document,
            first_name=person["FirstName"],
            last_name=person["LastName"],
            email=person["Email"],
            is_owner=int(bool(person.get("IsOwner"))),
            completion_template=completion_template,
        )


def tell_progress(state: State, document: sqlite3.Row, news: str) -> None:
    """Tell the default recipients of notifications; ``news`` is a sentence."""
    for person in _defaults(state, document, "notification"):
        mail_progress(state, document, person, news)


def tell_completion(state: State, document: sqlite3.Row) -> None:
    """Give a copy to those whom the document is shared with and to the default recipients, each once, signers not again."""
    signers = state.store.all("SELECT email FROM signers WHERE document = ?", document["reference"])
    told = {row["email"].lower() for row in signers}
    shared = state.store.all("SELECT * FROM share_users WHERE document = ? ORDER BY rowid", document["reference"])
    people = [(person, person["completion_template"]) for person in shared]
    people += [(person, None) for person in _defaults(state, document, "completion")]
    for person, template in people:
        if person["email"].lower() not in told:
            told.add(person["email"].lower())
            mail_copy(state, document, person, template)


def _defaults(state: State, document: sqlite3.Row, kind: str) -> list[sqlite3.Row]:
    return state.store.all(
        "SELECT * FROM recipients WHERE account = ? AND kind = ? AND is_default ORDER BY rowid",
        document["account"],
        kind,
    )
