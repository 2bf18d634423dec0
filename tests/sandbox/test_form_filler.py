"""Form Filler: templates with slots for signers, filled in and sent."""

from __future__ import annotations

from typing import Any

import pytest
from answer_schemas import validator
from caller import Caller


@pytest.fixture
def caller(make_caller: Any) -> Any:
    made = make_caller()
    made.token = str(made.sandbox.token("Basic FormFiller")["access_token"])
    return made


def get(caller: Caller, path: str) -> Any:
    answer = caller.call("GET", f"/FormFiller/{path}")
    assert (answer.status_code, answer.headers["X-Sandbox-Behaviour"]) == (200, "stateful"), answer.text
    return answer.json()


def template(caller: Caller, name: str = "Residential tenancy") -> Any:
    """A template with its slots and fields, as somebody puts it together who wants to send it."""
    found = next(each for each in get(caller, "GetTemplateList") if each["Name"] == name)
    found["Signers"] = get(caller, f"GetSignerTemplate/{found['Reference']}")["Signers"]
    found["Fields"] = get(caller, f"GetFieldTemplate/{found['Reference']}")["Fields"]
    return found


def filled(caller: Caller, name: str = "Residential tenancy", **values: str) -> Any:
    """A template whose slots are filled, with some of its fields, told by their labels."""
    found = template(caller, name)
    people = [("Ana", "Tui", "ana@example.com"), ("Ben", "Rata", "ben@example.com")]
    for slot, (first_name, last_name, email) in zip(found["Signers"], people, strict=False):
        slot |= {"FirstName": first_name, "LastName": last_name, "Email": email}
    ids = {each["Label"].replace(" ", ""): each["ID"] for each in found["Fields"]}
    found["Fields"] = [{"ID": ids[label], "Value": value} for label, value in values.items()]
    return found


def send(caller: Caller, *templates: Any, **body: Any) -> Any:
    return caller.call("POST", "/FormFiller/Send", json={"Templates": templates, **body})


def refused(answer: Any) -> str:
    assert answer.status_code == 400, answer.text
    return " ".join(f"{error['FieldName']} {error['Message']}" for error in answer.json()["ResponseStatus"]["Errors"])


def test_templates_are_as_the_spec_says(caller: Caller) -> None:
    found = template(caller)
    assert list(validator({"$ref": "#/components/schemas/FormFillerTemplate"}).iter_errors(found)) == []
    kinds = {field["FieldType"] for field in found["Fields"]}
    assert kinds == {"Text", "MultiLineText", "CheckBox", "DropDownList", "DateInput", "RadioButton"}
    assert len(found["Signers"]) == 2


def test_a_template_becomes_a_document(caller: Caller) -> None:
    """Due in 14 days; what the caller filled in is there, what is left is asked of the signers, and both sign."""
    entry = filled(caller, Address="7 Kowhai Road") | {"ClientReference": "TENANCY-7"}
    answer = send(caller, entry)
    schema = {"$ref": "#/components/schemas/FormFillerSendResponse"}
    assert list(validator(schema).iter_errors(answer.json())) == []
    (document,) = answer.json()["Documents"]
    assert (document["Name"], document["ClientReference"]) == ("Residential tenancy.pdf", "TENANCY-7")
    assert answer.json()["Signers"] == document["Signers"]
    days = caller.sandbox.state.store.one("SELECT (due_at - created_at) / 86400 AS days FROM documents")
    assert days is not None and round(days["days"]) == 14
    first, second = (signer["SignerReference"] for signer in document["Signers"])
    caller.sandbox.sign(first, {"Begin": "2031-04-01", "Rent": "600"})
    assert caller.sandbox.sign(second, {"Manager": "Ria Moana"}) == "Complete"
    values = {
        field["Label"]: field["Value"]
        for field in caller.call("GET", f"/Document/FieldData/{document['Reference']}").json()
        if field.get("Value")
    }
    expected = {
        "Address": "7 Kowhai Road",
        "Weekly rent": "600",
        "Begin": "2031-04-01",
        "Property manager": "Ria Moana",
    }
    assert expected.items() <= values.items()
    checked = caller.call("GET", f"/Document/Validation/{document['Reference']}").json()["Signatures"]
    assert [signature["isValid"] for signature in checked] == [True, True]


def test_embedded_signing_has_keys_and_no_mails(caller: Caller) -> None:
    answer = send(caller, filled(caller), Embedded=True).json()
    assert all(signer["SigningKey"] for signer in answer["Signers"])
    assert caller.sandbox.invitations() == []


def test_all_at_once_unless_one_after_another(caller: Caller) -> None:
    in_turn = send(caller, filled(caller)).json()
    assert [signer["SignedStatus"] for signer in in_turn["Signers"]] == ["Invitation", "Pending"]
    at_once = send(
        caller, filled(caller, Address="1 Rata Lane", Begin="2031-04-01", Weeklyrent="500"), Sequential=False
    )
    signers = at_once.json()["Signers"]
    assert [signer["SignedStatus"] for signer in signers] == ["Invitation", "Invitation"]
    assert caller.sandbox.sign(signers[1]["SignerReference"]) == "Pending"
    assert caller.sandbox.sign(signers[0]["SignerReference"]) == "Complete"


def test_who_was_invited_at_once_is_so_after_an_extension(caller: Caller) -> None:
    """Of an expired document."""
    sent = send(caller, filled(caller), Sequential=False).json()["Documents"][0]
    caller.sandbox.clock.advance(15 * 86_400)
    caller.token = str(caller.sandbox.token("Basic FormFiller")["access_token"])
    assert caller.status(sent["Reference"])["Status"] == "Expired"
    body = {"DocumentReference": sent["Reference"], "DueDate": "2031-01-01"}
    signers = caller.call("POST", "/Document/Extend", json=body).json()["Signers"]
    assert [signer["SignedStatus"] for signer in signers] == ["Invitation", "Invitation"]


def test_several_templates(caller: Caller) -> None:
    answer = send(caller, filled(caller), filled(caller, "Confidentiality agreement", Purpose="A joint bid"))
    assert [len(document["Signers"]) for document in answer.json()["Documents"]] == [2, 1]
    assert len(answer.json()["Signers"]) == 3


def test_what_does_not_fit_is_told_by_its_place(caller: Caller) -> None:
    entry = filled(caller)
    assert "Templates[0].Fields[0].ID" in refused(send(caller, entry | {"Fields": [{"ID": "f99", "Value": "1"}]}))
    assert "no date" in refused(send(caller, filled(caller, Begin="soon")))
    assert "Tenant" in refused(send(caller, entry | {"Signers": entry["Signers"][1:]}))
    twice = entry | {"Signers": [entry["Signers"][0], entry["Signers"][0]]}
    assert "there already" in refused(send(caller, twice))
    nobody = entry | {"Signers": [{"SignerReference": slot["SignerReference"]} for slot in entry["Signers"]]}
    assert "Templates[0].Signers[0].Email" in refused(send(caller, nobody))
    strange = entry | {"Signers": [entry["Signers"][0] | {"SignerReference": "1"}]}
    assert "no such slot" in refused(send(caller, strange))
    assert refused(send(caller))
    assert caller.sandbox.state.store.all("SELECT 1 FROM documents") == []


def test_templates_of_others_are_unknown(caller: Caller) -> None:
    entry = filled(caller)
    other = caller.sandbox.add_account("else@example.com", "Else")
    row = caller.sandbox.state.store.one("SELECT reference FROM filler_templates WHERE account = ?", other)
    assert row is not None
    assert send(caller, entry | {"Reference": row["reference"]}).status_code == 404
    assert caller.call("GET", f"/FormFiller/GetFieldTemplate/{row['reference']}").status_code == 404


def test_they_need_their_scope(caller: Caller) -> None:
    caller.token = str(caller.sandbox.token("Basic SmartTag")["access_token"])
    assert caller.call("GET", "/FormFiller/GetTemplateList").status_code == 401
