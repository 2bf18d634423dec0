"""Keys of embedded pages: who holds one may do one thing, sign or send certain documents, for an hour.

A page in a frame of another site can't rely on cookies, so what it may do stands in its address. That the service answers
``/UI/Resource`` with an address is inferred; what is in the address is our choice.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from securedsigning_sandbox import flow
from securedsigning_sandbox.context import Call, State
from securedsigning_sandbox.errors import ApiError

LIFETIME = 3600
"""Seconds."""

_MOST_DOCUMENTS = 20
_GONE = "This page is no longer good: its address is unknown, or an hour has passed. Ask for a new one and open that."


@dataclass(frozen=True)
class Embedded:
    """An embedded page that was opened.

    Attributes:
        key: its key.
        product: ``ISign`` or ``WeSign``.
        outcome: None before anything was done, then ``signed`` or ``sent``.
        call: what acts on behalf of whoever asked for the page.
        documents: the documents it is about, each with the name of a PDF of it in the store.
    """

    key: str
    product: str
    outcome: str | None
    call: Call
    documents: Sequence[tuple[sqlite3.Row, str]]


def new_key(call: Call, product: str) -> str:
    """A key for whoever makes a call.

    Args:
        call: the call that asks for a page.
        product: ``ISign`` or ``WeSign``.
    """
    state, key = call.state, secrets.token_urlsafe(32)
    with state.store.transaction():
        _forget_expired(state)
        state.store.insert(
            "embedded_keys",
            key=key,
            account=call.account["reference"],
            token=call.token["access_token"] if call.token is not None else None,
            sender=call.sender["reference"] if call.sender is not None else None,
            product=product,
            expires_at=state.clock() + LIFETIME,
        )
    return key


def opened(state: State, key: str, origin: str, references: Sequence[str] = ()) -> Embedded:
    """The page behind a key. The first opening ties the key to the documents; later ones may leave them out.

    Args:
        state: the sandbox.
        key: from ``new_key``.
        origin: scheme and host, for links.
        references: the documents it is to be about.

    Raises:
        ApiError: 400 for documents that can't be sent; 404 for an unknown document, and for a key that is unknown, has
            expired, or belongs to other documents or to a token that was revoked.
    """
    row = state.store.one("SELECT * FROM embedded_keys WHERE key = ? AND expires_at > ?", key, state.clock())
    account = row and state.store.one("SELECT * FROM accounts WHERE reference = ?", row["account"])
    if row is None or account is None:
        raise ApiError(404, _GONE)
    token = state.store.one("SELECT * FROM tokens WHERE access_token = ?", row["token"])
    if row["token"] and token is None:
        raise ApiError(404, _GONE)
    sender = state.store.one("SELECT * FROM senders WHERE reference = ?", row["sender"])
    call = Call(state, account, origin=origin, token=token, sender=sender)
    known = _documents(state, key)
    if not known:
        _tie(call, row, references)
        known = _documents(state, key)
    elif references and {found["reference"] for found, _ in known} != set(references):
        raise ApiError(404, "This page belongs to another document. Ask for a new one for each document.")
    return Embedded(key, row["product"], row["outcome"], call, known)


def _documents(state: State, key: str) -> list[tuple[sqlite3.Row, str]]:
    rows = state.store.all("SELECT * FROM embedded_documents WHERE key = ? ORDER BY position", key)
    found = []
    for row in rows:
        document = state.store.one("SELECT * FROM documents WHERE reference = ?", row["document"])
        assert document is not None
        if document["status"] == "Deleted":
            raise ApiError(404, f"{document['name']} was deleted.")
        found.append((document, str(row["pdf"])))
    return found


def _tie(call: Call, row: sqlite3.Row, references: Sequence[str]) -> None:
    from securedsigning_sandbox.papers import as_pdf  # loads large libraries

    state, wanted = call.state, list(dict.fromkeys(references))
    most = 1 if row["product"] == "ISign" else _MOST_DOCUMENTS
    if not 0 < len(wanted) <= most:
        allowed = "one document" if most == 1 else f"1 to {most} documents"
        raise ApiError(400, f"This page is for {allowed}, named by DocumentReference; {len(wanted)} are given.")
    documents = [flow.find_document(state, call.account["reference"], reference) for reference in wanted]
    check_unsent(documents)
    pdfs: list[str] = []
    try:
        pdfs.extend(as_pdf(state, document) for document in documents)
        with state.store.transaction():
            if _documents(state, row["key"]):
                raise ApiError(400, "This page is being opened already. Load it again.")
            for position, (document, pdf) in enumerate(zip(documents, pdfs, strict=True)):
                state.store.insert(
                    "embedded_documents", key=row["key"], document=document["reference"], position=position, pdf=pdf
                )
    except BaseException:
        for pdf in pdfs:
            state.store.path(pdf).unlink(missing_ok=True)  # nothing names them
        raise


def check_unsent(documents: Sequence[sqlite3.Row]) -> None:
    """Refuse documents that were sent before.

    Raises:
        ApiError: 400.
    """
    for document in documents:
        if document["status"] != "Initialized":
            raise ApiError(400, f"{document['name']} was sent before; its state is {document['status']}.")


def finish(page: Embedded, outcome: str) -> None:
    """What the page was for is done, ``signed`` or ``sent``; in a transaction."""
    page.call.state.store.run("UPDATE embedded_keys SET outcome = ? WHERE key = ?", outcome, page.key)


def _forget_expired(state: State) -> None:
    """Drop keys whose time is over, with the PDFs that were made to be looked at."""
    old = "SELECT key FROM embedded_keys WHERE expires_at <= ?"
    for row in state.store.all(f"SELECT pdf FROM embedded_documents WHERE key IN ({old})", state.clock()):
        state.store.path(row["pdf"]).unlink(missing_ok=True)
    state.store.run(f"DELETE FROM embedded_documents WHERE key IN ({old})", state.clock())
    state.store.run("DELETE FROM embedded_keys WHERE expires_at <= ?", state.clock())
