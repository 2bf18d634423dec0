"""The three calls that only v1.3 has."""

from __future__ import annotations

from typing import Any

import pytest
from caller import Caller


@pytest.fixture
def caller(make_caller: Any) -> Any:
    made = make_caller(oauth_required=False)
    made.token = None
    return made


def call(caller: Caller, method: str, path: str, version: str = "v1.3", **request: Any) -> Any:
    return caller.http.request(method, f"/web/{version}{path}", headers=caller.headers(), **request)


def sent_form(caller: Caller) -> str:
    form = next(each for each in call(caller, "GET", "/FormDirect/GetFormList").json() if each["Name"] == "Timesheet")
    for person, name in zip(form["Signers"], ("Ana", "Ben"), strict=True):
        person |= {"FirstName": name, "LastName": "Tui", "Email": f"{name.lower()}@example.com"}
    answer = call(caller, "POST", "/FormDirect/SendForms", json={"Forms": [form], "DueDate": "2031-01-01"})
    assert answer.status_code == 200, answer.text
    return str(answer.json()[0]["Reference"])


def test_form_data_at_an_address(caller: Caller) -> None:
    reference = sent_form(caller)
    answer = call(caller, "GET", f"/FormDirect/GetFormData/{reference}/csv?Separator=;")
    fetched = caller.http.get(answer.json()["Url"])
    assert fetched.status_code == 200
    assert "EmployeeNumber;WeekEnding" in fetched.text
    caller.sandbox.clock.advance(3601)
    assert caller.http.get(answer.json()["Url"]).status_code == 404


def test_what_cannot_be_exported_is_refused_at_once(caller: Caller) -> None:
    assert call(caller, "GET", f"/FormDirect/GetFormData/{caller.upload()}/csv").status_code == 400
    assert call(caller, "GET", f"/FormDirect/GetFormData/{sent_form(caller)}/csv?Separator=ab").status_code == 400
    assert call(caller, "GET", f"/FormDirect/GetFormData/{sent_form(caller)}/docx").status_code == 400


def test_the_page_of_an_invitee(caller: Caller) -> None:
    page = call(caller, "GET", "/ui/setup/").json()
    key = caller.send(caller.upload()).json()[0]["Signers"][0]["SigningKey"]
    assert caller.http.get(page["Url"] + key).status_code == 200


def test_signers_and_due_date_at_once(caller: Caller) -> None:
    document = caller.send(caller.upload()).json()[0]
    signers = [{"SignerReference": document["Signers"][1]["SignerReference"], "FirstName": "Bea"}]
    body = {"DocumentReference": document["Reference"], "DueDate": "2032-02-03", "weSigners": signers}
    changed = call(caller, "POST", "/WeSign/UpdateProgress/", json=body).json()
    assert (changed["Signers"][1]["FirstName"], changed["DueDate"][:10]) == ("Bea", "2032-02-03")


def test_what_is_wrong_changes_nothing(caller: Caller) -> None:
    document = caller.send(caller.upload()).json()[0]
    signers = [{"SignerReference": document["Signers"][0]["SignerReference"], "FirstName": "Bea"}]
    body = {"DocumentReference": document["Reference"], "DueDate": "2001-01-01", "WeSigners": signers}
    assert call(caller, "POST", "/WeSign/UpdateProgress", json=body).status_code == 400
    assert caller.status(document["Reference"])["Signers"][0]["FirstName"] == "Ana"
    assert call(caller, "POST", "/WeSign/UpdateProgress", json={"WeSigners": 1}).status_code == 400


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"WeSigners": [{"SignerReference": 1}]}, "WeSigners[0].SignerReference"),
        ({"WeSigners": [{"FirstName": ["Bea"]}]}, "WeSigners[0].FirstName"),
        ({"wesigners": [{"Email": {"is": "none"}}]}, "WeSigners[0].Email"),
        ({"WeSigners": [1]}, "WeSigners[0]"),
        ({"WeSigners": None}, "WeSigners"),
        ({"DueDate": 20310101}, "DueDate"),
        ({"DocumentReference": []}, "DocumentReference"),
    ],
)
def test_what_is_wrong_within_is_named(caller: Caller, body: dict[str, Any], place: str) -> None:
    document = caller.send(caller.upload()).json()[0]
    signers = [{"SignerReference": document["Signers"][0]["SignerReference"], "FirstName": "Bea"}]
    whole = {"DocumentReference": document["Reference"], "DueDate": "2031-01-02", "WeSigners": signers}
    whole = {name: value for name, value in whole.items() if name.lower() not in {each.lower() for each in body}}
    answer = call(caller, "POST", "/WeSign/UpdateProgress", json=whole | body)
    assert answer.status_code == 400
    assert place in [error["FieldName"] for error in answer.json()["ResponseStatus"]["Errors"]]
    assert caller.status(document["Reference"])["Signers"][0]["FirstName"] == "Ana"


def test_v1_4_does_not_have_them_and_signatures_are_checked(caller: Caller) -> None:
    assert call(caller, "GET", "/UI/Setup", version="v1.4").status_code == 404
    assert caller.http.get("/web/v1.3/UI/Setup").status_code == 401
