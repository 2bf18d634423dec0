"""Access tokens: issuing, finding, refreshing, revoking."""

from __future__ import annotations

import sqlite3

from securedsigning_sandbox.clock import Clock
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.references import new_token
from securedsigning_sandbox.settings import Settings
from securedsigning_sandbox.store import Store

SCOPES = ("Basic", "ISign", "WeSign", "SmartTag", "FormDirect", "FormFiller", "Account", "Billing")
KNOWN_SCOPES = frozenset(SCOPES)


class Tokens:
    """The tokens of a sandbox."""

    def __init__(self, store: Store, settings: Settings, clock: Clock) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock

    def issue(
        self,
        api_key: str,
        *,
        scope: str,
        account: str | None,
        kind: str = "user",
        subject: str | None = None,
        with_refresh: bool = True,
        refresh_token: str | None = None,
    ) -> dict[str, object]:
        """Make a token.

        Args:
            api_key: whose application it is for.
            scope: granted scopes, separated by blanks.
            account: on whose behalf it acts.
            kind: ``user``, or the client_credential_type it was issued for.
            subject: what a client_credentials token is about: a signing key, a feature, a company, a person.
            with_refresh: whether a refresh token belongs to it.
            refresh_token: the refresh token that goes on, if it was refreshed without rotation.

        Returns:
            The token endpoint's answer.
        """
        access_token = new_token()
        new_refresh_token = None
        if with_refresh and refresh_token is None:
            new_refresh_token = new_token()
        self._store.insert(
            "tokens",
            access_token=access_token,
            refresh_token=refresh_token or new_refresh_token,
            api_key=api_key,
            account=account,
            kind=kind,
            subject=subject,
            scope=scope,
            expires_at=self._clock() + self._settings.token_lifetime,
        )
        lifetime = self._settings.token_lifetime
        answer: dict[str, object] = {
            "access_token": access_token,
            "expires_in": lifetime if self._settings.expires_in_as_number else str(lifetime),
            "token_type": "Bearer",
            "scope": scope,
        }
        if new_refresh_token:
            answer["refresh_token"] = new_refresh_token
        return answer

    def refresh(self, refresh_token: str, api_key: str) -> dict[str, object] | None:
        """A new access token for a refresh token; None if it is unknown."""
        with self._store.transaction():
            row = self._store.one(
                "SELECT * FROM tokens WHERE refresh_token = ? AND api_key = ? ORDER BY expires_at DESC",
                refresh_token,
                api_key,
            )
            if row is None:
                return None
            owner = {"account": row["account"], "kind": row["kind"], "subject": row["subject"]}
            if not self._settings.rotate_refresh_tokens:
                self._forget_expired(refresh_token)
                return self.issue(api_key, scope=row["scope"], refresh_token=refresh_token, **owner)
            answer = self.issue(api_key, scope=row["scope"], **owner)
            # Access tokens live until they expire, as calls under way use them; revoking has to find them all.
            self._store.run(
                "UPDATE tokens SET refresh_token = ? WHERE refresh_token = ?", answer["refresh_token"], refresh_token
            )
            return answer

    def _forget_expired(self, refresh_token: str) -> None:
        self._store.run("DELETE FROM tokens WHERE refresh_token = ? AND expires_at <= ?", refresh_token, self._clock())

    def revoke(self, access_token: str) -> None:
        """End a token and its refresh token; an unknown one is no error (RFC 7009, 2.2)."""
        with self._store.transaction():
            row = self._store.one("SELECT refresh_token FROM tokens WHERE access_token = ?", access_token)
            if row is not None and row["refresh_token"]:
                self._store.run("DELETE FROM tokens WHERE refresh_token = ?", row["refresh_token"])
            self._store.run("DELETE FROM tokens WHERE access_token = ?", access_token)

    def expire_all(self) -> None:
        """Let every access token expire now; refresh tokens stay good."""
        self._store.run("UPDATE tokens SET expires_at = ?", self._clock() - 1)

    def check(self, authorization: str | None, api_key: str, scopes: tuple[str, ...]) -> sqlite3.Row | None:
        """The token of a request.

        Args:
            authorization: the ``Authorization`` header.
            api_key: the key that signed the request.
            scopes: what the token has to have.

        Returns:
            The token's row; None if the header is missing.

        Raises:
            ApiError: 401; the message names the check that failed.
        """
        if not authorization:
            return None
        kind, _, token = authorization.partition(" ")
        if kind.lower() != "bearer" or not token.strip():
            raise ApiError(401, "The header Authorization holds no Bearer token.")
        row = self._store.one("SELECT * FROM tokens WHERE access_token = ?", token.strip())
        if row is None:
            raise ApiError(401, "Session expired or invalid: the access token is unknown or was revoked.")
        if row["api_key"] != api_key:
            raise ApiError(401, "The access token was issued to another API key.")
        if row["expires_at"] <= self._clock():
            raise ApiError(401, "Session expired or invalid: the access token has expired; refresh it.")
        missing = [scope for scope in scopes if scope not in row["scope"].split()]
        if missing:
            raise ApiError(401, f"The access token lacks the scope {missing[0]}; it has {row['scope'] or 'none'}.")
        return row

    def use_up(self, access_token: str) -> None:
        """Count the one call that a token is good for.

        Raises:
            ApiError: 401; it was used before.
        """
        if not self._store.run("UPDATE tokens SET calls = 1 WHERE access_token = ? AND calls = 0", access_token):
            problem = "this kind of access token is good for one call, and it was used; get another."
            raise ApiError(401, f"Session expired or invalid: {problem}")
