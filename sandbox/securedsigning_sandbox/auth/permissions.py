"""What a token may do, by its kind.

A user's token may do what its scopes allow; those of the other kinds of ``client_credentials`` have one purpose each. The
purposes are those of the official samples; that everything else is refused is our choice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.store import Store

FEATURES = {
    "MembershipManagement": frozenset({"createOrLinkMembership"}),
    "AccountManagement": frozenset({"addAccount"}),
}
"""Operations of a partner's token by its feature."""

_COMPANY = frozenset({"addMembershipUser", "updateMembershipUser", "removeMembershipUser", "getMembershipPlan"})
_INVITEE = frozenset(
    {"getDocumentStatus", "getDocumentLog", "getDocumentUrl", "validateDocument", "downloadDocument", "getUiResource"}
)
_COMPANY_ADMINISTRATOR = frozenset({"addAccountUser", "removeAccountUser"})
ONE_CALL = frozenset({"special_feature", "membership_authentication"})
"""Kinds of tokens that are good for one call, says a comment in an official sample."""


def check_kind(operation: str, token: sqlite3.Row | None) -> None:
    """Refuse an operation that is not for this kind of token, or that is for another kind.

    Args:
        operation: its operationId.
        token: the token's row; None without a token.

    Raises:
        ApiError: 401.
    """
    kind = "" if token is None else token["kind"]
    needed = _needed(operation)
    if needed and kind != needed[0]:
        raise ApiError(401, f"{operation} needs {needed[1]}.")
    if token is None:
        return
    allowed = {
        "special_feature": FEATURES.get(token["subject"], frozenset()),
        "membership_authentication": _COMPANY,
        "signing_key": _INVITEE,
    }.get(kind)
    if allowed is not None and operation not in allowed:
        raise ApiError(401, f"A token of type {kind} is not for {operation}, only for {', '.join(sorted(allowed))}.")


def _needed(operation: str) -> tuple[str, str] | None:
    """The kind of token that an operation is reserved for, and how to get one."""
    for feature, operations in FEATURES.items():
        if operation in operations:
            return "special_feature", f"a partner token: client_credentials of type special_feature, feature {feature}"
    if operation in _COMPANY:
        return "membership_authentication", "a company token: client_credentials of type membership_authentication"
    if operation in _COMPANY_ADMINISTRATOR:
        return "user", "the company's token: from the authorize endpoint, with the company's connect key as key"
    return None


def check_document(token: sqlite3.Row | None, parameters: Mapping[str, object], store: Store) -> None:
    """Let an invitee's token reach the invitee's own document only.

    Raises:
        ApiError: 404, as for a document that does not exist.
    """
    if token is None or token["kind"] != "signing_key" or "DocumentReference" not in parameters:
        return
    signer = store.one("SELECT document FROM signers WHERE signing_key = ?", token["subject"])
    if signer is None or signer["document"] != parameters["DocumentReference"]:
        raise ApiError(404, f"There is no document {parameters['DocumentReference']} for this invitee.")
