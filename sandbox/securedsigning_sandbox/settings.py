"""How a sandbox behaves where the real service's behaviour is a matter of set-up, or unknown."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

KEY_LENGTH = 58
"""Length of the API keys that were seen in the wild."""


@dataclass(frozen=True)
class Settings:
    """The switches of a sandbox.

    Attributes:
        database: SQLite file; None keeps everything in memory and a temporary folder.
        access_url: callback URL registered for the ready-made API key.
        oauth_required: whether the ready-made key needs a bearer token under v1.4.
        partner: whether the ready-made key is one of a partner, which may make companies.
        one_call_tokens: whether partner and company tokens end with their first call, as an official sample says.
        referer: how ``Referer`` is compared with the access URL: ``domain``, ``exact`` or ``off``.
        clock_tolerance: how far a request's time may be off, in seconds.
        replay_check: whether a nonce is refused the second time.
        rotate_refresh_tokens: whether refreshing brings a new refresh token and ends the old one.
        token_errors_as_200: whether the token endpoint refuses with status 200.
        expires_in_as_number: whether ``expires_in`` is a number; the developer page shows a text.
        debug_auth: whether a 401 shows the string that should have been signed.
        token_lifetime: life of an access token, in seconds.
        max_upload_size: largest upload, in bytes.
        documents_in_plan: documents in a plan before 426, unless the plan says otherwise.
        documents_without_tags: whether a document without tags is taken; each signer then signs on its last page.
        automatic_reminders: days before the due date at which signers are reminded, two at most; none by default.
        automatic_extension_days: days by which a document is extended, once, when it is due; 0 lets it expire.
        allow_outgoing: whether notifications and uploads by address may go to other machines.
        notification_retries: seconds after which a notification that failed is tried again, each time.
        now: where the time comes from, in Unix seconds; a test's own clock goes here.
    """

    database: Path | None = None
    access_url: str = "http://localhost:8000/callback"
    oauth_required: bool = True
    partner: bool = True
    one_call_tokens: bool = True
    referer: Literal["domain", "exact", "off"] = "domain"
    clock_tolerance: float = 300
    replay_check: bool = True
    rotate_refresh_tokens: bool = False
    token_errors_as_200: bool = False
    expires_in_as_number: bool = False
    debug_auth: bool = False
    token_lifetime: int = 86_400
    max_upload_size: int = 2 * 1024**3
    documents_in_plan: int = 10_000
    documents_without_tags: bool = False
    automatic_reminders: tuple[float, ...] = ()
    automatic_extension_days: float = 0
    allow_outgoing: bool = False
    notification_retries: tuple[float, ...] = (1, 5, 30)
    now: Callable[[], float] = time.time
