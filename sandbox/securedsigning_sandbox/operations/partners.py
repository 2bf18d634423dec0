"""The partner group: companies of type A and B, their users and plans."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from securedsigning_sandbox import companies, plan, prices, views
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.operations import operation

_YEAR = 365 * 86_400
_LARGEST = 2**31 - 1
"""Users and documents of a plan; our choice, larger than any plan."""


@operation("createOrLinkMembership")
def create_or_link(call: Call) -> Any:
    """With ``Company`` one is made; with its code and authentication code one that exists is linked. The same again is no
    error."""
    state, body, partner = call.state, call.body, call.account["reference"]
    if not body["TermsOfUse"]:
        raise ApiError(400, "The terms of use have to be accepted.", [("TermsOfUse", "It has to be true.")])
    if ("Company" in body) == ("MembershipCode" in body):
        problem = "Give Company to create one, or MembershipCode and MembershipAuthenticationCode to link one."
        raise ApiError(400, "It is not clear which company is meant.", [("Company", problem)])
    with state.store.transaction():
        row = _created(call, body["Company"]) if "Company" in body else _found(call)
        companies.link(state, partner, row["reference"], body.get("ClientReference"))
    return {
        "MembershipCode": row["code"],
        "Reference": row["reference"],
        "UpdateKey": row["update_key"],
        "Result": "OK",
    }


def _created(call: Call, company: dict[str, Any]) -> sqlite3.Row:
    members = ("CompanyName", "ContactFirstName", "ContactLastName", "ContactEmail")
    missing = [(f"Company.{name}", "It is missing.") for name in members if not company.get(name, "").strip()]
    if missing:
        raise ApiError(400, "The company cannot be created.", missing)
    row = companies.add_company(call.state, company["CompanyName"].strip(), details=company)
    contact = {name.removeprefix("Contact"): company[name] for name in members[1:]}
    companies.add_user(call.state, row, contact, prefix="Company.Contact", is_admin=True)
    return row


def _found(call: Call) -> sqlite3.Row:
    row = call.state.store.one(
        "SELECT * FROM companies WHERE type = 'A' AND code = ? AND authentication_code = ?",
        call.body["MembershipCode"],
        call.body.get("MembershipAuthenticationCode", ""),
    )
    if row is None:
        problem = "MembershipCode and MembershipAuthenticationCode belong to no company."
        raise ApiError(404, "There is no such company.", [("MembershipCode", problem)])
    return row


@operation("addMembershipUser")
def add_membership_user(call: Call) -> Any:
    """The user's connect key. A user the company has already is no error, so that a partner who lost a key gets it again."""
    state, user = call.state, call.body["User"]
    row = _company(call)
    client_reference = call.body.get("ClientReference")  # may be empty, too, where there is none
    with state.store.transaction():
        known = state.store.one(
            "SELECT company_users.* FROM company_users JOIN accounts ON accounts.reference = company_users.account "
            "WHERE company = ? AND lower(email) = lower(?)",
            row["reference"],
            user["Email"],
        )
        if known is not None and (not client_reference or known["client_reference"] == client_reference):
            account = known["account"]
        else:
            account = companies.add_user(state, row, user, client_reference=client_reference)
        return companies.connect_key(state, account, call.account["reference"])


@operation("updateMembershipUser")
def update_membership_user(call: Call) -> Any:
    """The client reference tells which user is meant; that it does is inferred."""
    state, body = call.state, dict(call.body)
    client_reference = body.pop("ClientReference", "")
    if not client_reference:
        problem = "It tells which user is meant: the one that was added with it."
        raise ApiError(400, "The user is not named.", [("ClientReference", problem)])
    with state.store.transaction():
        row = state.store.one(
            "SELECT * FROM company_users WHERE company = ? AND client_reference = ?",
            _company(call)["reference"],
            client_reference,
        )
        if row is None:
            raise ApiError(404, f"The company has no user with the client reference {client_reference}.")
        details = json.loads(row["details"]) | body
        companies.check_person(state, details, "", own=row["account"])
        state.store.run("UPDATE company_users SET details = ? WHERE account = ?", json.dumps(details), row["account"])
        state.store.run(
            "UPDATE accounts SET name = ?, email = ? WHERE reference = ?",
            companies.full_name(details),
            details["Email"],
            row["account"],
        )


@operation("removeMembershipUser")
def remove_membership_user(call: Call) -> Any:
    body = call.body
    companies.remove_user(
        call.state,
        _company(call),
        body["UserID"],
        force=body.get("ForceRemove", False),
        heir=body.get("TransferTo", ""),
    )


@operation("getMembershipPlan")
def membership_plan(call: Call) -> Any:
    state, row = call.state, _company(call)
    users = state.store.all("SELECT account FROM company_users WHERE company = ?", row["reference"])
    month = plan.month_of(state.clock())
    account = users[0]["account"] if users else ""
    owed = prices.DOCUMENT * plan.used(state, account, month)
    return {
        "PlanName": "Sandbox",
        "PlanType": "Sandbox",
        "PlanUsers": row["users_in_plan"],
        "PlanDocuments": row["documents_in_plan"] or plan.included(state, account),
        "DocumentPrice": prices.text(prices.DOCUMENT),
        "PlanPrice": prices.text(prices.PLAN),
        "AccountPrice": prices.text(prices.USER),
        "Paid": True,
        "BaseDocumentPrice": prices.text(prices.DOCUMENT),
        "BaseUserPrice": prices.text(prices.USER),
        "PlanExpiryDate": views.moment(row["created_at"] + _YEAR),
        "BillingBalance": prices.text(owed),
        "BillingDate": views.moment(plan.end_of(month) + 1),
        "BillingStatus": "Active",
        "TotalAccountsUsed": len(users),
        "TotalDocumentsUsed": plan.used(state, account),
        "BillingBalanceAmount": float(owed),
    }


def _company(call: Call) -> sqlite3.Row:
    """The company that a token of ``membership_authentication`` is for."""
    assert call.token is not None
    return companies.company(call.state, call.token["subject"])


@operation("addAccount")
def add_account(call: Call) -> Any:
    """A company of type B with its administrator; the key leads to a token of that user."""
    state, user, size = call.state, call.body["User"], call.body["Plan"]
    problem = f"It has to be from 1 to {_LARGEST}."
    sizes = ("PlanUsers", "PlanDocuments")
    wrong = [(f"Plan.{name}", problem) for name in sizes if not 1 <= size.get(name, 1) <= _LARGEST]
    if wrong:
        raise ApiError(400, "The plan is refused.", wrong)
    with state.store.transaction():
        row = companies.add_company(
            state,
            user.get("CompanyName") or companies.full_name(user),
            kind="B",
            users_in_plan=size.get("PlanUsers"),
            documents_in_plan=size.get("PlanDocuments"),
        )
        account = companies.add_user(state, row, user, is_admin=True)
        partner = call.account["reference"]
        companies.link(state, partner, row["reference"], None)
        return {"Result": "OK", "ConnectKey": companies.connect_key(state, account, partner, works_once=True)}


@operation("addAccountUser")
def add_account_user(call: Call) -> Any:
    state, row = call.state, _own_company(call)
    with state.store.transaction():
        account = companies.add_user(state, row, call.body["User"])
        return {"Result": "OK", "ConnectKey": companies.connect_key(state, account, row["partner"])}


@operation("removeAccountUser")
def remove_account_user(call: Call) -> Any:
    """Documents under way are no obstacle, since the request has no member to say what becomes of them."""
    companies.remove_user(call.state, _own_company(call), call.body["UserID"], force=True)


def _own_company(call: Call) -> sqlite3.Row:
    """The company of type B that the caller administers, and its partner."""
    row = call.state.store.one(
        "SELECT companies.*, partnerships.partner FROM company_users "
        "JOIN companies ON companies.reference = company_users.company "
        "JOIN partnerships ON partnerships.company = companies.reference "
        "WHERE account = ? AND is_admin AND type = 'B'",
        call.account["reference"],
    )
    if row is None:
        problem = (
            "This is no token of a company's administrator: get one with the connect key that addAccount answered."
        )
        raise ApiError(401, problem)
    return row
