"""What a sandbox is made of, and what an operation is given."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile

from securedsigning_sandbox.auth.tokens import Tokens
from securedsigning_sandbox.background import Background
from securedsigning_sandbox.clock import Clock
from securedsigning_sandbox.errors import not_found
from securedsigning_sandbox.faults import Faults
from securedsigning_sandbox.settings import Settings
from securedsigning_sandbox.spec import Spec
from securedsigning_sandbox.store import Store


@dataclass
class State:
    """The parts of a running sandbox.

    Attributes:
        settings: its switches.
        store: its memory.
        clock: its time.
        tokens: the access tokens.
        spec: the bundled spec.
        faults: the rules by which it fails on purpose.
        base_url: scheme, host and port, for links in mails; empty in-process, where links are relative.
        background: what goes on after its call was answered.
        notifier: what delivers notifications; apart, since receivers may be slow.
        hosts: host names under which its own pages may be seen; None in-process, where any will do.
    """

    settings: Settings
    store: Store
    clock: Clock
    tokens: Tokens
    spec: Spec
    faults: Faults
    base_url: str = ""
    background: Background = field(default_factory=Background)
    notifier: Background = field(default_factory=Background)
    hosts: frozenset[str] | None = None

    def signers(self, document: str) -> list[sqlite3.Row]:
        """The signers of a document, by its reference, in their order."""
        return self.store.all("SELECT * FROM signers WHERE document = ? ORDER BY signing_order", document)


@dataclass(frozen=True)
class Call:
    """One authenticated, validated call.

    Attributes:
        state: the sandbox.
        account: the account's row, on whose behalf it is made.
        parameters: path and query parameters by wire name.
        body: the JSON body, or the fields of a form.
        file: the uploaded file, if there is one.
        origin: scheme and host the client used, for links.
        token: the row of the access token, if there is one.
        sender: the row of the saved sender on whose behalf the call is made, if there is one.
        api_key: the key that the call is signed with; None for what is done without a call.
    """

    state: State
    account: sqlite3.Row
    parameters: dict[str, Any] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)
    file: UploadFile | None = None
    origin: str = ""
    token: sqlite3.Row | None = None
    sender: sqlite3.Row | None = None
    api_key: str | None = None

    def own(self, table: str, what: str, reference: str) -> sqlite3.Row:
        """A row of the caller's account.

        Args:
            table: the table, whose rows have ``reference`` and ``account``.
            what: what its rows are, for the refusal.
            reference: which one.

        Raises:
            ApiError: 404; the account has none, whoever else may.
        """
        row = self.state.store.one(
            f"SELECT * FROM {table} WHERE reference = ? AND account = ?", reference, self.account["reference"]
        )
        if row is None:
            raise not_found(what, reference)
        return row

    @property
    def actor(self) -> tuple[str, str]:
        """Name and e-mail address of who makes the call: the saved sender, the person a ``user_profile`` token names, or
        the account's user."""
        if self.sender is not None:
            return self.sender["name"], self.sender["email"]
        if self.token is not None and self.token["kind"] == "user_profile":
            name, email = json.loads(self.token["subject"])
            return name, email
        return self.account["name"], self.account["email"]
