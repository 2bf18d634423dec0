"""What a new sandbox holds: an account, its API key, e-mail templates, workflows, recipients."""

from __future__ import annotations

import sqlite3

from securedsigning_sandbox import employers, filler_templates, form_designs
from securedsigning_sandbox.mails import COMPLETION, INVITATION
from securedsigning_sandbox.passwords import password_hash
from securedsigning_sandbox.recipients import add_recipient
from securedsigning_sandbox.references import new_api_key, new_api_secret, new_reference
from securedsigning_sandbox.settings import Settings
from securedsigning_sandbox.store import Store

USER, PASSWORD = "mia.kauri@example.com", "sandbox"


def seed(store: Store, settings: Settings) -> sqlite3.Row:
    """Make the account and its key, unless the database has them from an earlier run; returns the key's row.

    The settings for the key hold in either case.
    """
    with store.transaction():
        if store.one("SELECT 1 FROM accounts") is None:
            account = add_account(store, USER, "Mia Kauri")
            add_key(
                store, account, access_url=settings.access_url, oauth_required=settings.oauth_required, partner=True
            )
        store.run(
            "UPDATE api_keys SET access_url = ?, oauth_required = ?, partner = ? "
            "WHERE rowid = (SELECT min(rowid) FROM api_keys)",
            settings.access_url,
            int(settings.oauth_required),
            int(settings.partner),
        )
        key = store.one("SELECT * FROM api_keys ORDER BY rowid")
        assert key is not None
        return key


def add_account(store: Store, email: str, name: str) -> str:
    """An account with standard templates; returns its reference."""
    account = new_reference()
    with store.transaction():
        store.insert("accounts", reference=account, email=email, name=name, password=password_hash(PASSWORD))
        for kind, (subject, body) in (("invitation", INVITATION), ("completion", COMPLETION)):
            for title, ending in (("Standard", ""), ("Friendly", f"\n\nKind regards,\n{name}")):
                store.insert(
                    "email_templates",
                    reference=new_reference(),
                    account=account,
                    kind=kind,
                    name=f"{title} {kind}",
                    is_default=int(title == "Standard"),
                    subject=subject,
                    body=body + ending,
                )
        for title in ("Contract with review", "Two signatures"):
            store.insert("workflows", reference=new_reference(), account=account, name=title)
        for kind, first_name, last_name, email in (
            ("notification", "Hana", "Rewi", "hana.rewi@example.com"),
            ("completion", "Office", "Archive", "archive@example.com"),
        ):
            person = {"FirstName": first_name, "LastName": last_name, "Email": email}
            add_recipient(store, account, kind, person)
        form_designs.add_examples(store, account)
        filler_templates.add_examples(store, account)
        employers.add_examples(store, account)
    return account


def add_key(store: Store, account: str, *, access_url: str, oauth_required: bool, partner: bool) -> tuple[str, str]:
    """An API key; returns key and secret."""
    api_key, secret = new_api_key(), new_api_secret()
    store.insert(
        "api_keys",
        api_key=api_key,
        secret=secret,
        name="Sandbox application",
        access_url=access_url,
        oauth_required=int(oauth_required),
        partner=int(partner),
        account=account,
    )
    return api_key, secret
