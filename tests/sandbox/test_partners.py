"""Partners: companies of both types, their users, and tokens that are good for their purpose alone."""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from answer_schemas import validator
from securedsigning_sandbox import companies, mail_merges
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.spec import load_spec

COMPANY = {
    "CompanyName": "Rimu Books",
    "ContactFirstName": "Ira",
    "ContactLastName": "Rimu",
    "ContactEmail": "ira@rimu.example.com",
}
USER = {"FirstName": "Una", "LastName": "Rimu", "Email": "una@rimu.example.com", "CompanyName": "Rimu Books"}
CALLBACK = "http://localhost:8000/callback"


def credentials(caller: Any, kind: str, **fields: str) -> Any:
    """The token endpoint's answer to client_credentials."""
    form = {"grant_type": "client_credentials", "client_credential_type": kind, "redirect_uri": CALLBACK, **fields}
    keys = {"client_id": caller.sandbox.api_key, "client_secret": caller.sandbox.api_secret}
    return caller.http.post("/api/oauth2/token", data=keys | form)


def with_token(caller: Any, token: str, method: str, path: str, body: Any = None) -> Any:
    """A call with a certain token; the answer is checked against the spec."""
    request = {} if body is None else {"json": body}
    answer = caller.call(method, path, headers=caller.headers(Authorization=f"Bearer {token}"), **request)
    operation, _ = caller.sandbox.state.spec.match(method, path.strip("/").split("/"))
    described = operation.raw["responses"][str(answer.status_code)]
    content = load_spec().resolve(described).get("content")
    if content:
        validator(content["application/json"]["schema"]).validate(answer.json())
    else:
        assert answer.content == b""
    return answer


def partner_call(caller: Any, feature: str, path: str, body: Any) -> Any:
    """A call with a fresh partner token."""
    token = credentials(caller, "special_feature", feature=feature).json()["access_token"]
    return with_token(caller, token, "POST", path, body)


def membership(caller: Any, **changes: Any) -> Any:
    """Create a company of type A."""
    body = {"TermsOfUse": True, "Company": COMPANY, **changes}
    return partner_call(caller, "MembershipManagement", "/Account/Membership", body)


def company_call(caller: Any, company: Any, method: str, path: str, body: Any = None) -> Any:
    """A call with a fresh token of a company of type A."""
    fields = {"membership_code": company["MembershipCode"], "membership_reference": company["Reference"]}
    token = credentials(caller, "membership_authentication", **fields).json()["access_token"]
    return with_token(caller, token, method, path, body)


def connected(caller: Any, key: str, scope: str = "Basic SmartTag") -> dict[str, list[str]]:
    """The callback's query after a connect key was given."""
    query = {"response_type": "code", "client_id": caller.sandbox.api_key, "redirect_uri": CALLBACK}
    answer = caller.http.get("/api/oauth2/authorize", params=query | {"scope": scope, "state": "s", "key": key})
    assert answer.status_code == 302
    assert answer.headers["location"].startswith(CALLBACK)
    return parse_qs(urlsplit(answer.headers["location"]).query)


def bought(caller: Any, code: str) -> Any:
    """The tokens for a code."""
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}
    keys = {"client_id": caller.sandbox.api_key, "client_secret": caller.sandbox.api_secret}
    return caller.http.post("/api/oauth2/token", data=keys | form).json()


def info(caller: Any, token: str) -> Any:
    """The account a token acts for."""
    return with_token(caller, token, "GET", "/Account/Info").json()


def test_a_company_of_type_a(caller: Any) -> None:
    """Created, with a user whose key leads to a token without a login, again and again; then the plan is read."""
    company = membership(caller, ClientReference="c1").json()
    assert company["Result"] == "OK"
    key = company_call(
        caller, company, "POST", "/Account/AddMembershipUser", {"User": USER, "ClientReference": "u1"}
    ).json()
    for _ in "12":
        answer = connected(caller, key)
        assert answer["state"] == ["s"]
        token = bought(caller, answer["code"][0])
        facts = info(caller, token["access_token"])
        assert (facts["Email"], facts["Name"], facts["IsAdmin"]) == ("una@rimu.example.com", "Una Rimu", False)
    caller.token = token["access_token"]
    caller.upload()
    plan = company_call(caller, company, "GET", "/Account/MembershipPlan").json()
    assert (plan["TotalAccountsUsed"], plan["TotalDocumentsUsed"], plan["BillingBalance"]) == (2, 1, "1.50")


def test_a_user_of_type_a_changes_and_goes(caller: Any) -> None:
    """The client reference tells who is meant; what a removed user leaves goes to the named heir."""
    company = membership(caller).json()

    def call(path: str, body: Any) -> Any:
        return company_call(caller, company, "POST", f"/Account/{path}", body)

    key = call("AddMembershipUser", {"User": USER, "ClientReference": "u1"}).json()
    assert call("AddMembershipUser", {"User": USER, "ClientReference": "u1"}).json() == key
    other = {**USER, "FirstName": "Oli", "Email": "oli@rimu.example.com"}
    other_key = call("AddMembershipUser", {"User": other, "ClientReference": "u2"}).json()
    assert call("UpdateMembershipUser", {"ClientReference": "u1", "LastName": "Totara"}).status_code == 204
    una, oli = (bought(caller, connected(caller, each)["code"][0])["access_token"] for each in (key, other_key))
    facts = info(caller, una)
    assert facts["Name"] == "Una Totara"
    caller.token = una
    reference = caller.upload()
    assert caller.send(reference).status_code == 200
    assert call("RemoveMembershipUser", {"UserID": facts["UserId"]}).status_code == 400
    removal = {"UserID": facts["UserId"], "TransferTo": info(caller, oli)["UserId"]}
    assert call("RemoveMembershipUser", removal).status_code == 204
    assert "unknown or was revoked" in caller.refusal()
    caller.token = oli
    assert caller.status(reference)["Reference"] == reference
    assert connected(caller, key)["error"] == ["access_denied"]
    assert call("RemoveMembershipUser", removal).status_code == 404


def test_a_lost_key_is_answered_again(caller: Any) -> None:
    """Without a client reference, with an empty one, and with the one of the user; another one is a contradiction."""
    company = membership(caller).json()

    def added(**body: Any) -> Any:
        return company_call(caller, company, "POST", "/Account/AddMembershipUser", {"User": USER, **body})

    key = added(ClientReference="").json()
    assert added(ClientReference="").json() == added().json() == key
    other = {**USER, "Email": "oli@rimu.example.com"}
    key = added(User=other, ClientReference="u2").json()
    assert added(User=other).json() == added(User=other, ClientReference="u2").json() == key
    assert added(User=other, ClientReference="u3").status_code == 400


def test_a_mail_merge_of_a_removed_user_goes_on(caller: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The heir has the process and all of its documents, those that were still to be made too."""
    company = membership(caller).json()
    key = company_call(caller, company, "POST", "/Account/AddMembershipUser", {"User": USER}).json()
    caller.token = bought(caller, connected(caller, key)["code"][0])["access_token"]
    removal = {"UserID": info(caller, caller.token)["UserId"], "ForceRemove": True}
    real, rows = mail_merges._make, []

    def made(*arguments: Any) -> None:
        rows.append(arguments)
        if len(rows) == 1:
            assert company_call(caller, company, "POST", "/Account/RemoveMembershipUser", removal).status_code == 204
        if len(rows) > 2:
            caller.sandbox.state.background.closing.set()  # or it would go on for ever
        real(*arguments)

    monkeypatch.setattr(mail_merges, "_make", made)
    listed = (
        b"FirstName,LastName,Email,Email2\nAna,Tui,ana@example.com,b@example.com\nTom,Rimu,t@example.com,b@example.com"
    )
    body = {"MailMergeListFileType": "csv", "MailMergeListFileData": base64.b64encode(listed).decode()}
    body |= {"DocumentReference": caller.upload(), "DueDate": "2031-01-01"}
    process = caller.call("POST", "/SmartTag/MailMerge", json=body).json()["Reference"]
    caller.sandbox.wait()
    admin = caller.sandbox.state.store.one("SELECT account FROM company_users WHERE is_admin")["account"]
    token = caller.sandbox.state.tokens.issue(caller.sandbox.api_key, scope="Basic SmartTag", account=admin)
    caller.token = str(token["access_token"])
    found = caller.call("GET", f"/SmartTag/MailMergeDocuments/{process}").json()
    assert (found["ProcessingStatus"], len(rows)) == ("Complete", 2)
    for document in found["Documents"]:
        assert caller.status(document["Reference"])["Status"] == "Invitation"
        assert caller.call("GET", f"/Document/Log/{document['Reference']}").json()[0]["Name"] == "Una Rimu"


@pytest.mark.parametrize(
    ("path", "body", "status", "field"),
    [
        ("AddMembershipUser", {"User": {**USER, "Email": "no address"}}, 400, "User.Email"),
        ("AddMembershipUser", {"User": {**USER, "Email": "MIA.kauri@example.com"}}, 400, "User.Email"),
        ("AddMembershipUser", {"User": {**USER, "FirstName": " "}}, 400, "User.FirstName"),
        ("UpdateMembershipUser", {"FirstName": "X"}, 400, "ClientReference"),
        ("UpdateMembershipUser", {"FirstName": "X", "ClientReference": "nobody"}, 404, None),
        ("RemoveMembershipUser", {"UserID": "1"}, 404, "UserID"),
    ],
)
def test_wrong_users_are_refused(path: str, body: Any, status: int, field: str | None, caller: Any) -> None:
    """With the member that is wrong."""
    company = membership(caller).json()
    answer = company_call(caller, company, "POST", f"/Account/{path}", body)
    assert answer.status_code == status
    assert [error["FieldName"] for error in answer.json()["ResponseStatus"]["Errors"]] == ([field] if field else [])


def test_an_administrator_stays(caller: Any) -> None:
    """A company without one could not be managed."""
    company = membership(caller).json()
    row = caller.sandbox.state.store.one("SELECT account FROM company_users WHERE is_admin")
    answer = company_call(caller, company, "POST", "/Account/RemoveMembershipUser", {"UserID": row["account"]})
    assert (answer.status_code, "administrator" in answer.text) == (400, True)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"TermsOfUse": False}, 400),
        ({"Company": None}, 400),
        ({"MembershipCode": "X"}, 400),
        ({"Company": {"CompanyName": "Rimu Books"}}, 400),
        ({"Company": {**COMPANY, "ContactEmail": "mia.kauri@example.com"}}, 400),
        ({"Company": None, "MembershipCode": "X", "MembershipAuthenticationCode": "Y"}, 404),
    ],
)
def test_wrong_companies_are_refused(changes: dict[str, Any], status: int, caller: Any) -> None:
    """And nothing is left of them."""
    assert membership(caller, **changes).status_code == status
    assert not caller.sandbox.state.store.all("SELECT * FROM companies")


def test_a_company_is_linked_by_its_codes(caller: Any) -> None:
    """One that exists without the partner; the control API and the sandbox make such ones."""
    made = [
        caller.sandbox.add_company("Old Books", "old@example.com"),
        caller.http.post("/_sandbox/company", json={"name": "New Books", "email": "new@example.com"}).json(),
    ]
    for codes in made:
        link = {"MembershipCode": codes["code"], "MembershipAuthenticationCode": codes["authentication_code"]}
        wrong = membership(caller, Company=None, **{**link, "MembershipAuthenticationCode": "guess"})
        assert wrong.status_code == 404
        first, again = (membership(caller, Company=None, **link).json() for _ in "12")
        assert first == again
        assert company_call(caller, first, "GET", "/Account/MembershipPlan").json()["TotalAccountsUsed"] == 1


def test_a_company_of_type_b(caller: Any) -> None:
    """The company's key works once and its token can be refreshed; users' keys work repeatedly; the plan is shared."""
    body = {"User": USER, "Plan": {"PlanUsers": 2, "PlanDocuments": 2}}
    made = partner_call(caller, "AccountManagement", "/Account/AddAccount", body).json()
    assert made["Result"] == "OK"
    admin = bought(caller, connected(caller, made["ConnectKey"], "Basic Account SmartTag")["code"][0])
    assert connected(caller, made["ConnectKey"], "Basic Account")["error"] == ["access_denied"]
    form = {"grant_type": "refresh_token", "refresh_token": admin["refresh_token"]}
    keys = {"client_id": caller.sandbox.api_key, "client_secret": caller.sandbox.api_secret}
    token = caller.http.post("/api/oauth2/token", data=keys | form).json()["access_token"]
    oli = {"User": {**USER, "FirstName": "Oli", "Email": "oli@rimu.example.com"}}
    added = with_token(caller, token, "POST", "/Account/AddUser", oli).json()
    full = with_token(caller, token, "POST", "/Account/AddUser", {"User": {**USER, "Email": "x@example.com"}})
    assert (full.status_code, "no further user" in full.text) == (400, True)
    user = [bought(caller, connected(caller, added["ConnectKey"])["code"][0]) for _ in "12"][1]["access_token"]
    caller.token = user
    caller.upload()
    assert (info(caller, user)["DocumentLeft"], info(caller, token)["DocumentLeft"]) == (1, 1)
    caller.upload()
    answer = caller.call("POST", "/Document/Uploader", files={"file": ("a.pdf", b"%PDF-1.4")})
    assert answer.status_code == 426
    removal = {"UserID": info(caller, user)["UserId"]}
    assert with_token(caller, token, "POST", "/Account/RemoveUser", removal).status_code == 204
    assert info(caller, token)["DocumentUsed"] == 2
    assert "unknown or was revoked" in caller.refusal()


@pytest.mark.parametrize(
    "size", [{"PlanUsers": 0}, {"PlanDocuments": -1}, {"PlanUsers": 2**31}, {"PlanDocuments": 10**30}]
)
def test_a_plan_has_a_size(size: dict[str, int], caller: Any) -> None:
    """One user and one document at least, and no more than can be counted."""
    answer = partner_call(caller, "AccountManagement", "/Account/AddAccount", {"User": USER, "Plan": size})
    assert answer.status_code == 400


def test_only_a_company_s_token_adds_users(caller: Any) -> None:
    """A user's own token does not, though it has the scope."""
    token = str(caller.sandbox.token("Basic Account")["access_token"])
    answer = with_token(caller, token, "POST", "/Account/AddUser", {"User": USER})
    assert (answer.status_code, "company's administrator" in answer.text) == (401, True)
    key = company_call(caller, membership(caller).json(), "POST", "/Account/AddMembershipUser", {"User": USER}).json()
    mine = bought(caller, connected(caller, key, "Basic")["code"][0])["access_token"]
    answer = with_token(caller, mine, "POST", "/Account/AddUser", {"User": USER})
    assert (answer.status_code, "lacks the scope Account" in answer.text) == (401, True)


@pytest.mark.parametrize("oauth_required", [True, False])
def test_partner_calls_need_their_own_token(oauth_required: bool, make_caller: Any) -> None:
    """Whatever is set for the key: a user's token, another feature's and none at all are refused."""
    caller = make_caller(oauth_required=oauth_required)
    other = credentials(caller, "special_feature", feature="AccountManagement").json()["access_token"]
    for bearer in (f"Bearer {caller.token}", f"Bearer {other}", None):
        headers = caller.headers(Authorization=bearer)
        answer = caller.call("POST", "/Account/Membership", headers=headers, json={"TermsOfUse": True})
        assert answer.status_code == 401
        assert "special_feature" in answer.text
    headers = caller.headers(Authorization=None)
    assert caller.call("GET", "/Account/MembershipPlan", headers=headers).status_code == 401


def test_partner_and_company_tokens_do_nothing_else(caller: Any) -> None:
    """They cannot upload, send or read, whatever scopes they were asked with."""
    company = membership(caller).json()
    fields = {"membership_code": company["MembershipCode"], "membership_reference": company["Reference"]}
    tokens = (
        credentials(caller, "special_feature", feature="MembershipManagement", scope="Basic SmartTag"),
        credentials(caller, "membership_authentication", scope="Basic SmartTag", **fields),
    )
    document = caller.upload()
    for token in tokens:
        caller.token = token.json()["access_token"]
        assert "refresh_token" not in token.json()
        assert caller.send(document).status_code == 401
        assert caller.call("GET", "/Account/Info").status_code == 401
        assert caller.call("GET", f"/Document/Status/{document}").status_code == 401


def test_partner_and_company_tokens_are_good_for_one_call(make_caller: Any) -> None:
    """As an official sample says; a setting takes that away."""
    for one_call, second in ((True, 401), (False, 200)):
        caller = make_caller(one_call_tokens=one_call)
        token = credentials(caller, "special_feature", feature="MembershipManagement").json()["access_token"]
        other = {**COMPANY, "ContactEmail": "other@rimu.example.com"}
        bodies = [{"TermsOfUse": True, "Company": company} for company in (COMPANY, other)]
        answers = [with_token(caller, token, "POST", "/Account/Membership", body) for body in bodies]
        assert [answer.status_code for answer in answers] == [200, second]
    assert "good for one call" not in answers[1].text


def test_other_keys_are_no_partners(make_caller: Any) -> None:
    """They get no partner tokens, and connect keys mean nothing to them."""
    caller = make_caller(partner=False)
    answer = credentials(caller, "special_feature", feature="AccountManagement")
    assert (answer.status_code, answer.json()["error"]) == (400, "unauthorized_client")
    assert connected(caller, "anything")["error"] == ["access_denied"]


def test_one_partner_s_companies_are_no_other_s(caller: Any) -> None:
    """Neither their codes nor their users' keys are good for another partner."""
    company = membership(caller).json()
    key = company_call(caller, company, "POST", "/Account/AddMembershipUser", {"User": USER}).json()
    sandbox = caller.sandbox
    other = sandbox.add_account("rival@example.com", "Rival")
    sandbox.api_key, sandbox.api_secret = sandbox.add_key(other, partner=True)
    fields = {"membership_code": company["MembershipCode"], "membership_reference": company["Reference"]}
    assert credentials(caller, "membership_authentication", **fields).json()["error"] == "invalid_grant"
    assert connected(caller, key)["error"] == ["access_denied"]


def test_an_empty_connect_key_means_logging_in(caller: Any) -> None:
    """As addMembershipUser may answer an empty one."""
    query = {"response_type": "code", "client_id": caller.sandbox.api_key, "redirect_uri": CALLBACK, "scope": "Basic"}
    assert "password" in caller.http.get("/api/oauth2/authorize", params=query | {"key": ""}).text


def test_a_profile_acts_in_its_name(caller: Any) -> None:
    """With its own account if it is a company's user, else with the key's account in the person's name."""
    form = {"firstname": "Eve", "lastname": "Nikau", "email": "eve+x@example.com", "scope": "Basic SmartTag"}
    token = credentials(caller, "user_profile", **form).json()
    caller.token = token["access_token"]
    assert info(caller, caller.token)["Email"] == caller.sandbox.user
    document = caller.upload()
    caller.send(document)
    log = caller.call("GET", f"/Document/Log/{document}").json()
    assert {(log[0]["Name"], log[0]["Email"])} == {("Eve Nikau", "eve+x@example.com")}
    assert caller.sandbox.invitations()[0]["sender"] == "Eve Nikau <eve+x@example.com>"
    company_call(caller, membership(caller).json(), "POST", "/Account/AddMembershipUser", {"User": USER})
    form = {"firstname": "Una", "lastname": "Rimu", "email": USER["Email"]}
    caller.token = credentials(caller, "user_profile", scope="Basic", **form).json()["access_token"]
    assert info(caller, caller.token)["Email"] == USER["Email"]
    assert caller.send(document).status_code == 401
    assert caller.call("GET", f"/Document/Status/{document}").status_code == 404


@pytest.mark.parametrize(
    ("last", "email", "sender"),
    [
        ("Tūī", "zoe@example.com", "Zoë Tūī <zoe@example.com>"),
        ("Rata", "zoe@bücher.example", "Zoë Rata <zoe@bücher.example>"),
        ('"Z", Rata', "zoe@example.com", '"Zoë \\"Z\\", Rata" <zoe@example.com>'),
    ],
)
def test_a_profile_in_any_script(last: str, email: str, sender: str, caller: Any) -> None:
    """Logs and mails show it as it was written."""
    form = {"firstname": "Zoë", "lastname": last, "email": email, "scope": "Basic SmartTag"}
    answer = credentials(caller, "user_profile", **form)
    assert answer.status_code == 200, answer.text
    caller.token = answer.json()["access_token"]
    document = caller.upload()
    assert caller.send(document).status_code == 200
    log = caller.call("GET", f"/Document/Log/{document}").json()
    assert (log[0]["Name"], log[0]["Email"]) == (f"Zoë {last}", email)
    assert caller.sandbox.invitations()[0]["sender"] == sender


def test_a_signing_key_opens_its_own_document_only(caller: Any) -> None:
    """It reads and downloads that one; other documents are unknown to it, and it cannot send or upload."""
    own, other = caller.upload(), caller.upload()
    key = caller.send(own, Embedded=True).json()[0]["Signers"][0]["SigningKey"]
    caller.send(other)
    caller.token = credentials(caller, "signing_key", signing_key=key, scope="Basic SmartTag").json()["access_token"]
    assert caller.status(own)["Reference"] == own
    for path in ("Document/Status", "Document/Log", "Download/GetDocumentData", "Document/GetDocumentUrl"):
        assert caller.call("GET", f"/{path}/{own}").status_code == 200
        assert caller.call("GET", f"/{path}/{other}").status_code == 404
    assert caller.call("GET", "/Account/Info").status_code == 401
    assert caller.send(other).status_code == 401
    assert caller.call("DELETE", f"/Document/{own}?RemoveFromPackage=true").status_code == 401
    assert caller.call("POST", "/Document/Uploader", files={"file": ("a.pdf", b"%PDF-1.4")}).status_code == 401


def left_behind(caller: Any) -> dict[str, int]:
    """Rows by table, that belong to an account that is gone."""
    store, found = caller.sandbox.state.store, {}
    tables = store.all("SELECT t.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE c.name = 'account'")
    for (table,) in tables:
        gone = "account NOT IN (SELECT reference FROM accounts)"
        found[table] = store.one(f"SELECT count(*) FROM {table} WHERE account IS NOT NULL AND {gone}")[0]
    return {table: number for table, number in found.items() if number}


def test_a_reset_forgets_companies(caller: Any) -> None:
    """The same company can be made again, and nothing of the first one is kept."""
    for _ in "12":
        assert membership(caller).status_code == 200
        caller.sandbox.reset()
        assert left_behind(caller) == {}


def test_nothing_of_a_removed_user_is_kept(caller: Any) -> None:
    """What is not handed over goes with the account."""
    company = membership(caller).json()
    key = company_call(caller, company, "POST", "/Account/AddMembershipUser", {"User": USER}).json()
    user = info(caller, bought(caller, connected(caller, key)["code"][0])["access_token"])["UserId"]
    caller.sandbox.add_key(user)
    assert company_call(caller, company, "POST", "/Account/RemoveMembershipUser", {"UserID": user}).status_code == 204
    assert left_behind(caller) == {}


def test_users_that_are_removed_at_the_same_time(caller: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is handed over to somebody who is gone by then."""
    company = membership(caller).json()
    users = []
    for name in ("una", "oli"):
        user = {**USER, "Email": f"{name}@rimu.example.com"}
        key = company_call(caller, company, "POST", "/Account/AddMembershipUser", {"User": user}).json()
        caller.token = bought(caller, connected(caller, key)["code"][0])["access_token"]
        users.append(info(caller, caller.token)["UserId"])
    caller.upload()
    state = caller.sandbox.state
    heir, leaving = users
    transaction = state.store.transaction

    def overtaken(**flushed: bool) -> Any:
        monkeypatch.undo()
        companies.remove_user(state, companies.company(state, company["Reference"]), heir)
        return transaction(**flushed)

    monkeypatch.setattr(state.store, "transaction", overtaken)
    with pytest.raises(ApiError, match=heir):
        companies.remove_user(state, companies.company(state, company["Reference"]), leaving, heir=heir)
    assert left_behind(caller) == {}
