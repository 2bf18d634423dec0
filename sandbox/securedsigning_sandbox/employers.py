"""The employers of an account, whose details are filled into public forms."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from securedsigning_sandbox.context import Call
from securedsigning_sandbox.errors import ApiError, not_found
from securedsigning_sandbox.references import new_reference
from securedsigning_sandbox.store import Store

KINDS = ("SuperFund", "TFN", "AccClaimsHistory")
_EXAMPLES: dict[str, list[dict[str, Any]]] = {
    "SuperFund": [
        {
            "Name": "Kauri Homes, Australia",
            "ABN": "51 824 753 556",
            "BusinessName": "Kauri Homes Pty Ltd",
            "SuperFundName": "Southern Example Super",
            "USI": "EXA0001AU",
            "Phone": "02 5550 0100",
            "SuperFundWebsite": "https://super.example.com",
        }
    ],
    "TFN": [
        {
            "Name": "Kauri Homes, Sydney",
            "ABN": "51 824 753 556",
            "BusinessName": "Kauri Homes Pty Ltd",
            "BusinessAddress": "12 Example Street",
            "BusinessSuburb": "Parramatta",
            "BusinessState": "NSW",
            "BusinessPostcode": "2150",
            "ContactPerson": "Hana Rewi",
            "ContactPhone": "02 5550 0101",
        }
    ],
    "AccClaimsHistory": [
        {
            "Name": "Kauri Homes, Auckland",
            "OrganisationName": "Kauri Homes Ltd",
            "ContactPersonName": "Hana Rewi",
            "ContactPersonPhone": "09 555 0102",
            "ContactPersonEmail": "hana.rewi@example.com",
            "IsDefault": True,
        },
        {
            "Name": "Rimu Joinery",
            "OrganisationName": "Rimu Joinery Ltd",
            "ContactPersonName": "Tom Rimu",
            "ContactPersonPhone": "03 555 0103",
            "ContactPersonEmail": "tom.rimu@example.com",
            "IsDefault": False,
        },
    ],
}


def add_examples(store: Store, account: str) -> None:
    """Give an account employers of each kind."""
    for kind, entries in _EXAMPLES.items():
        for details in entries:
            store.insert(
                "employers", reference=new_reference(), account=account, kind=kind, details=json.dumps(details)
            )


def employers(call: Call) -> dict[str, list[dict[str, Any]]]:
    """An ``Employers``: all employers of the caller's account, by kind."""
    return {kind: [_view(row) for row in _rows(call, kind)] for kind in KINDS}


def save(call: Call) -> None:
    """Save the employers of a request. One with a known reference changes, as far as its members are given; one with an empty
    reference is new; the others stay. Where one becomes the default, it is the only one.

    Raises:
        ApiError: 400 if two are to be the default, 404 for an unknown reference; then nothing is saved.
    """
    with call.state.store.transaction():
        for kind in KINDS:
            entries = call.body.get(kind) or ()
            if sum(bool(entry.get("IsDefault")) for entry in entries) > 1:
                raise ApiError(400, "There is one default at most.", [(kind, "Several employers have IsDefault.")])
            for entry in entries:
                _save(call, kind, entry)


def _save(call: Call, kind: str, entry: Mapping[str, Any]) -> None:
    store, account = call.state.store, call.account["reference"]
    details = {name: value for name, value in entry.items() if name != "Reference"}
    if details.get("IsDefault"):
        for row in _rows(call, kind):
            _write(store, row["reference"], json.loads(row["details"]) | {"IsDefault": False})
    if not entry["Reference"]:
        store.insert("employers", reference=new_reference(), account=account, kind=kind, details=json.dumps(details))
        return
    known = _find(call, entry["Reference"], kind)
    _write(store, known["reference"], json.loads(known["details"]) | details)


def chosen_employer(call: Call, kind: str | None, reference: str | None, where: str) -> dict[str, Any]:
    """The details of the employer that fills in a form; empty if none does.

    Args:
        call: the call.
        kind: the kind of employers that the form takes; None if it takes none.
        reference: the one that is asked for; without it the default of the kind, if there is one.
        where: the member of the request that holds the reference, for refusals.

    Raises:
        ApiError: 400 for a form that takes none, 404 for an unknown employer or one of another kind.
    """
    if reference and kind is None:
        raise ApiError(400, "This form takes no employer.", [(where, "Leave it out.")])
    if kind is None:
        return {}
    if reference:
        return _view(_find(call, reference, kind))
    return next((found for found in map(_view, _rows(call, kind)) if found.get("IsDefault")), {})


def _rows(call: Call, kind: str) -> list[sqlite3.Row]:
    return call.state.store.all(
        "SELECT * FROM employers WHERE account = ? AND kind = ? ORDER BY rowid", call.account["reference"], kind
    )


def _find(call: Call, reference: str, kind: str) -> sqlite3.Row:
    for row in _rows(call, kind):
        if row["reference"] == reference:
            return row
    raise not_found(f"{kind} employer", reference)


def _write(store: Store, reference: str, details: Mapping[str, Any]) -> None:
    store.run("UPDATE employers SET details = ? WHERE reference = ?", json.dumps(details), reference)


def _view(row: sqlite3.Row) -> dict[str, Any]:
    return {"Reference": row["reference"], **json.loads(row["details"])}
