"""The four kinds of ``client_credentials``: what each is given for, and whom the token acts for (official SDKs)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from securedsigning_sandbox import companies
from securedsigning_sandbox.auth.permissions import FEATURES
from securedsigning_sandbox.auth.tokens import KNOWN_SCOPES
from securedsigning_sandbox.context import State
from securedsigning_sandbox.emails import check_email
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.token_refusals import TokenRefusedError, needed

_KINDS = ("signing_key", "user_profile", "special_feature", "membership_authentication")


def issued(state: State, form: Mapping[str, str], key: sqlite3.Row) -> dict[str, object]:
    """Issue a token; none has a refresh token.

    Args:
        state: the sandbox.
        form: the request's fields.
        key: the row of the API key.

    Raises:
        TokenRefusedError: no token is issued.
    """
    kind = form.get("client_credential_type", "")
    # An un-encoded body keeps the blanks between scopes, an encoded one brings them as plus signs: both are decoded.
    scope = " ".join(form.get("scope", "").split())
    if kind not in _KINDS:
        raise TokenRefusedError("invalid_request", f"client_credential_type is missing or none of {', '.join(_KINDS)}.")
    if not set(scope.split()) <= KNOWN_SCOPES:
        raise TokenRefusedError("invalid_scope", "scope names one that does not exist; scopes are case sensitive.")
    account = key["account"]
    if kind == "signing_key":
        subject = _invitee(state, form)
    elif kind == "user_profile":
        account, subject = _person(state, form, account)
    elif not key["partner"]:
        raise TokenRefusedError("unauthorized_client", "The API key is no partner's.")
    elif kind == "special_feature":
        subject = _feature(form)
    else:
        subject = _company(state, form, account)
    return state.tokens.issue(
        key["api_key"], scope=scope, account=account, kind=kind, subject=subject, with_refresh=False
    )


def _invitee(state: State, form: Mapping[str, str]) -> str:
    signing_key = needed(form, "signing_key")
    if state.store.one("SELECT 1 FROM signers WHERE signing_key = ?", signing_key) is None:
        raise TokenRefusedError("invalid_grant", "The signing key is unknown.")
    return signing_key


def _person(state: State, form: Mapping[str, str], partner: str) -> tuple[str, str]:
    """Whom a profile stands for: a user of one of the key's companies acts with the own account, anybody else in their name
    with the account of the key; and name and address, as JSON. Our choice; the official SDK shows the request only."""
    first, last, email = (needed(form, name).strip() for name in ("firstname", "lastname", "email"))
    for reading in (email, email.replace(" ", "+")):  # of a body that was not encoded
        row = state.store.one(
            "SELECT accounts.reference FROM accounts JOIN company_users ON company_users.account = accounts.reference "
            "JOIN partnerships ON partnerships.company = company_users.company "
            "WHERE lower(email) = lower(?) AND partner = ?",
            reading,
            partner,
        )
        if row is not None:
            return str(row["reference"]), json.dumps([f"{first} {last}", reading])
    try:
        check_email(email.replace(" ", "+"), "email")
    except ApiError:
        raise TokenRefusedError("invalid_request", "email is no e-mail address.") from None
    return partner, json.dumps([f"{first} {last}", email.replace(" ", "+")])


def _feature(form: Mapping[str, str]) -> str:
    feature = needed(form, "feature")
    if feature not in FEATURES:
        raise TokenRefusedError("invalid_request", f"feature is none of {', '.join(FEATURES)}.")
    return feature


def _company(state: State, form: Mapping[str, str], partner: str) -> str:
    code, reference = needed(form, "membership_code"), needed(form, "membership_reference")
    row = companies.partners_company(state, partner, code, reference)
    if row is None:
        raise TokenRefusedError(
            "invalid_grant", "membership_code and membership_reference name no company of type A of this partner."
        )
    return str(row["reference"])
