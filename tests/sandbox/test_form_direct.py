"""Form Direct: forms of the account, filled with signers, sent, filled in and signed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from answer_schemas import validator
from pypdf import PdfReader
from securedsigning_sandbox.papers import verified

PEOPLE = [("Ana", "Tui"), ("Ben", "Rata"), ("Hana", "Rewi")]
TIMESHEET = {"EmployeeNumber": "E-41", "WeekEnding": "2031-04-06"}


@pytest.fixture
def forms(caller: Any) -> Any:
    """Calls the group; the caller has a token for it."""
    caller.token = str(caller.sandbox.token("Basic SmartTag FormDirect")["access_token"])
    return Forms(caller)


class Forms:
    """What a client does with forms."""

    def __init__(self, caller: Any) -> None:
        self.caller = caller

    def form(self, name: str, **members: Any) -> Any:
        """A form with its signers filled in, except those that are optional."""
        found = next(each for each in self.answer("GET", "/FormDirect/GetFormList") if each["Name"] == name)
        for signer, (first, last) in zip(found["Signers"], PEOPLE, strict=False):
            if "Optional" in signer:
                signer["Optional"] = True
            else:
                signer |= {"FirstName": first, "LastName": last, "Email": f"{first.lower()}@example.com"}
            signer.pop("IDData", None)
            signer.pop("UseIDData", None)
        return found | members

    def send(self, *sent: Any, route: str = "SendForms", **body: Any) -> Any:
        return self.caller.call("POST", f"/FormDirect/{route}", json={"Forms": sent, **body})

    def sent(self, *sent: Any, **body: Any) -> Any:
        answer = self.send(*sent, **body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def answer(self, method: str, path: str, **request: Any) -> Any:
        answer = self.caller.call(method, path, **request)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def refused(self, *sent: Any, **body: Any) -> dict[str, str]:
        answer = self.send(*sent, **body)
        assert answer.status_code == 400, answer.text
        return {entry["FieldName"]: entry["Message"] for entry in answer.json()["ResponseStatus"]["Errors"]}

    def export(self, reference: str, kind: str) -> Any:
        return self.caller.call("GET", f"/FormDirect/Export/{reference}/{kind}")

    def values(self, reference: str) -> dict[str, str]:
        answer = self.export(reference, "xml")
        return {element.tag: element.text or "" for element in fromstring(answer.content)}

    def valid(self, schema: str, answer: Any) -> bool:
        return not list(validator({"$ref": f"#/components/schemas/{schema}"}).iter_errors(answer))


def test_forms_are_listed_with_their_signers(forms: Any) -> None:
    """One by one and all together; an optional signer is told by the member, and nobody is left out yet."""
    listed = forms.answer("GET", "/FormDirect/GetFormList")
    assert {"Employment application", "Direct debit authority", "Timesheet"} <= {form["Name"] for form in listed}
    for form in listed:
        assert forms.valid("FormDirect", form)
        assert forms.answer("GET", f"/FormDirect/GetSingleForm/{form['Reference']}") == form
        fields = forms.answer("GET", f"/FormDirect/GetPredefinedFormFields/{form['Reference']}")
        assert forms.valid("FormFieldResponse", fields)
        assert fields["Fields"]
    optional = [signer for form in listed for signer in form["Signers"] if "Optional" in signer]
    assert [signer["Optional"] for signer in optional] == [False, False]
    for path in ("GetSingleForm", "GetPredefinedFormFields"):
        assert forms.caller.call("GET", f"/FormDirect/{path}/{'0' * 48}").status_code == 404


def test_a_form_from_sending_to_export(forms: Any) -> None:
    """Two roles fill it in one after the other; all that was entered is in the PDF and in the export."""
    (document,) = forms.sent(forms.form("Timesheet", ClientReference="W14"))
    assert forms.valid("Document", document)
    assert [signer["SignerType"] for signer in document["Signers"]] == ["Employee", "Manager"]
    assert document["FormDirectReference"]
    assert document["ClientReference"] == "W14"
    assert document["HasFileUploaded"] is False
    ana, ben = (signer["SignerReference"] for signer in document["Signers"])
    sandbox = forms.caller.sandbox
    assert sandbox.sign(ana, TIMESHEET | {"Remarks": "A\nB"}) == "Pending"
    assert sandbox.sign(ben, {"Approved": True}) == "Complete"
    values = forms.values(document["Reference"])
    assert values["EmployeeNumber"] == "E-41"
    assert values["Monday"] == "8"
    assert values["Remarks"] == "A\nB"
    assert values["Approved"] == "true"
    row = sandbox.state.store.one("SELECT pdf FROM documents WHERE reference = ?", document["Reference"])
    path = sandbox.state.store.path(row["pdf"])
    assert [each.valid for each in verified(sandbox.state, path)] == [True, True]
    with PdfReader(path) as reader:
        entered = {str(field.get("/V")) for field in (reader.get_fields() or {}).values()}
    assert {"E-41", "06 Apr 2031"} <= entered
    refused = forms.caller.call("GET", f"/Document/FieldData/{document['Reference']}")
    assert refused.status_code == 400


def test_the_due_date_is_fourteen_days_ahead(forms: Any) -> None:
    """Unless the request has one."""
    (document,) = forms.sent(forms.form("Timesheet"))
    due = datetime.fromisoformat(document["DueDate"]).timestamp()
    assert abs(due - forms.caller.sandbox.clock() - 14 * 86_400) < 60
    (document,) = forms.sent(forms.form("Timesheet"), DueDate="2031-01-01", GMT="780")
    assert document["DueDate"] == "2031-01-01T10:59:59Z"
    assert "DueDate" in forms.refused(forms.form("Timesheet"), DueDate="2001-01-01")


def test_each_form_has_its_own_addresses_and_may_be_embedded(forms: Any) -> None:
    """Who signs in a frame gets no mail."""
    embedded = forms.form(
        "Timesheet", EmbedForm=True, ReturnUrl="https://a.example/done", NotifyUrl="https://a.example/n"
    )
    first, second = forms.sent(embedded, forms.form("Timesheet"))
    documents = {mail["document"] for mail in forms.caller.sandbox.invitations()}
    assert documents == {second["Reference"]}
    store = forms.caller.sandbox.state.store
    row = store.one("SELECT * FROM documents WHERE reference = ?", first["Reference"])
    assert (row["return_url"], row["notify_url"]) == ("https://a.example/done", "https://a.example/n")
    wrong = forms.form("Timesheet", ReturnUrl="javascript:alert(1)")
    assert "Forms[1].ReturnUrl" in forms.refused(forms.form("Timesheet"), wrong)


def test_an_optional_signer_is_left_out_or_not(forms: Any) -> None:
    """With the part of the form that is theirs; a signer that is needed cannot be."""
    (without,) = forms.sent(forms.form("Employment application"))
    assert [signer["SignerType"] for signer in without["Signers"]] == ["Applicant", "Employer"]
    assert "Recommendation" not in forms.values(without["Reference"])
    form = forms.form("Employment application")
    form["Signers"][1] |= {"FirstName": "Tom", "LastName": "Rimu", "Email": "tom@example.com", "Optional": False}
    (with_referee,) = forms.sent(form)
    assert len(with_referee["Signers"]) == 3
    assert "Recommendation" in forms.values(with_referee["Reference"])
    form["Signers"][0]["Optional"] = True
    assert "Forms[0].Signers[0].Optional" in forms.refused(form)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"SignerType": "Boss"}, "Forms[0].Signers[0].SignerType"),
        ({"SignerType": "Manager"}, "Forms[0].Signers[1].SignerType"),
        ({"Email": ""}, "Forms[0].Signers[0].Email"),
        ({"Email": "ana@"}, "Forms[0].Signers[0].Email"),
        ({"LastName": " "}, "Forms[0].Signers[0].LastName"),
        ({"UseIDData": True, "IDData": []}, "Forms[0].Signers[0].IDData"),
        ({"UseIDData": True, "IDData": [{"Label": "Pet"}]}, "Forms[0].Signers[0].IDData[0].Value"),
        (
            {"UseIDData": True, "IDData": [{"Label": "Born", "Value": "soon", "DataType": "date"}]},
            "Forms[0].Signers[0].IDData[0].Value",
        ),
    ],
)
def test_signers_that_do_not_fit(change: dict[str, Any], field: str, forms: Any) -> None:
    """Are refused by name, and nothing is sent."""
    form = forms.form("Timesheet")
    form["Signers"][0] |= change
    assert field in forms.refused(forms.form("Timesheet"), form) or field in forms.refused(form)
    assert forms.caller.sandbox.invitations() == []


def test_a_missing_signer_is_named(forms: Any) -> None:
    """By the role."""
    form = forms.form("Timesheet")
    del form["Signers"][1]
    assert "Manager" in forms.refused(form)["Forms[0].Signers.FirstName"]


def test_values_are_known_beforehand(forms: Any) -> None:
    """From the form, the employer, the signer and the XMLData, the last one first."""
    employers = forms.answer("GET", "/FormDirect/Employers")
    tax = employers["TFN"][0]
    xml = "<FormData><JobTitle>Carpenter &amp; more</JobTitle><StartDate>01/04/2031</StartDate>"
    xml += "<Email>x@example.com</Email></FormData>"
    form = forms.form("Employment application", EmployerReference=tax["Reference"], XMLData=xml)
    values = forms.values(forms.sent(form)[0]["Reference"])
    assert values["Position"] == "Carpenter & more"
    assert values["StartDate"] == "2031-04-01"
    assert values["Email"] == "x@example.com"
    assert values["FirstName"] == "Ana"
    assert values["BusinessName"] == tax["BusinessName"]
    default = next(each for each in employers["AccClaimsHistory"] if each["IsDefault"])
    (sent,) = forms.sent(forms.form("ACC claims history consent"))
    assert forms.values(sent["Reference"])["Organisation"] == default["OrganisationName"]
    assert "Forms[0].EmployerReference" in forms.refused(forms.form("Timesheet", EmployerReference=tax["Reference"]))
    other = forms.form("ACC claims history consent", EmployerReference=tax["Reference"])
    assert forms.send(other).status_code == 404


@pytest.mark.parametrize(
    ("xml", "reason"),
    [
        ("<FormData><Week", "no XML"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><FormData><Project>&b;</Project></FormData>', "refused"),
        ('<!DOCTYPE a SYSTEM "http://127.0.0.1/x"><FormData/>', "refused"),
        ("<FormData><Salary>1</Salary></FormData>", "no field 'Salary'"),
        ("<FormData><Remarks>1</Remarks></FormData>", "no field 'Remarks'"),
        ("<FormData><Monday><b>8</b></Monday></FormData>", "holds other elements"),
    ],
)
def test_xml_that_does_not_fit(xml: str, reason: str, forms: Any) -> None:
    """Says why."""
    assert reason in forms.refused(forms.form("Timesheet", XMLData=xml))["Forms[0].XMLData"]


def test_values_of_the_xml_fit_their_fields(forms: Any) -> None:
    """A drop-down list takes what it offers, also what the request lets it offer."""
    xml = "<FormData><Project>Bridge</Project></FormData>"
    assert "Forms[0].XMLData.Project" in forms.refused(forms.form("Timesheet", XMLData=xml))
    items = [{"ClientField": "Project", "Item": "Bridge", "Value": "P-7"}]
    (document,) = forms.sent(forms.form("Timesheet", XMLData=xml), ListItems=items)
    assert forms.values(document["Reference"])["Project"] == "P-7"
    page = forms.caller.http.get(f"/sign/{document['Signers'][0]['SigningKey']}").text
    assert '<option value="P-7" selected>Bridge</option>' in page
    assert "Workshop" not in page
    items[0]["ClientField"] = "Colour"
    assert "ListItems[0].ClientField" in forms.refused(forms.form("Timesheet"), ListItems=items)


def test_who_is_identified_sees_the_document_after_the_answers(forms: Any) -> None:
    """Neither page nor picture before, and a wrong answer loses nothing."""
    form = forms.form("Direct debit authority")
    born = {"Label": "Date of birth", "Value": "1999-05-17", "DataType": "date"}
    form["Signers"][0] |= {"UseIDData": True, "IDData": [born, {"Label": "Pet", "Value": "Big  Cat"}]}
    (document,) = forms.sent(form)
    http, address = forms.caller.http, f"/sign/{document['Signers'][0]['SigningKey']}"
    page = http.get(address).text
    assert "Date of birth" in page
    assert "signature-form" not in page
    assert "1999" not in page
    assert http.get(f"{address}/pages/0.png").status_code == 404
    assert http.post(address, data={"action": "sign"}).status_code == 400
    wrong = http.post(address, data={"action": "identify", "identity.0": "1999-05-17", "identity.1": "dog"})
    assert wrong.status_code == 400
    assert 'value="dog"' in wrong.text
    right = http.post(address, data={"action": "identify", "identity.0": "1999-05-17", "identity.1": "big cat"})
    assert "signature-form" in right.text
    assert http.get(f"{address}/pages/0.png").status_code == 200


def test_who_waits_is_identified_too_and_the_control_api_asks_nobody(forms: Any) -> None:
    """Before their turn; once they have signed, the document is theirs to see."""
    form = forms.form("Timesheet")
    form["Signers"][1] |= {"UseIDData": True, "IDData": [{"Label": "Pet", "Value": "Cat"}]}
    (document,) = forms.sent(form)
    ana, ben = document["Signers"]
    picture = f"/sign/{ben['SigningKey']}/pages/0.png"
    assert "Pet" in forms.caller.http.get(f"/sign/{ben['SigningKey']}").text
    assert forms.caller.http.get(picture).status_code == 404
    forms.caller.sandbox.sign(ana["SignerReference"], TIMESHEET)
    forms.caller.sandbox.sign(ben["SignerReference"], {"Approved": True})
    assert "Pet" not in forms.caller.http.get(f"/sign/{ben['SigningKey']}").text
    assert forms.caller.http.get(picture).status_code == 200


def test_a_package(forms: Any) -> None:
    """Of the documents in the order of the request, also of one alone."""
    answer = forms.sent(forms.form("Timesheet"), forms.form("Direct debit authority"), route="SendForms2")
    assert forms.valid("PackageResponse", answer)
    assert [each["Name"] for each in answer["Documents"]] == ["Timesheet.pdf", "Direct debit authority.pdf"]
    assert forms.sent(forms.form("Timesheet"), route="SendForms2")["PackageReference"]
    assert all("PackageReference" not in each for each in forms.sent(forms.form("Timesheet")))


def test_templates(forms: Any) -> None:
    """The invitation's wording is the one of the request."""
    templates = forms.answer("GET", "/EmailTemplate/GetInvitationTemplates")
    friendly = next(each for each in templates if each["Name"].startswith("Friendly"))
    forms.sent(forms.form("Timesheet"), InvitationEmailTemplateReference=friendly["Reference"])
    assert "Kind regards" in forms.caller.sandbox.invitations()[-1]["body"]
    assert forms.send(forms.form("Timesheet"), InvitationEmailTemplateReference="none").status_code == 404


@pytest.mark.parametrize("route", ["SendForms", "SendForms2"])
def test_money(route: str, forms: Any) -> None:
    """402 on hold, 426 when the plan does not hold all forms; each form is a document of the plan."""
    sandbox, form = forms.caller.sandbox, forms.form("Timesheet")
    hold = {"on_hold": True}
    assert forms.caller.http.post("/_sandbox/account", json=hold).json()["on_hold"] is True
    assert forms.send(form, route=route).status_code == 402
    forms.caller.http.post("/_sandbox/account", json={"on_hold": False})
    sandbox.set_plan(2)
    assert forms.send(form, form, form, route=route).status_code == 426
    assert forms.send(form, form, route=route).status_code == 200
    assert forms.send(form, route=route).status_code == 426
    assert forms.caller.http.post("/_sandbox/account", json={"on_hold": 1}).status_code == 400


def test_unknown_and_empty(forms: Any) -> None:
    """404 for an unknown form, 400 for none."""
    assert forms.send(forms.form("Timesheet", Reference="0" * 48)).status_code == 404
    assert "Forms" in forms.refused()


def test_a_signers_link(forms: Any) -> None:
    """By name and address, in any case; 404 for somebody else, 400 for a document from elsewhere."""
    (document,) = forms.sent(forms.form("Timesheet", EmbedForm=True))
    person = {"FirstName": "Ben", "LastName": "rata", "Email": "BEN@example.com"}
    body = {"DocumentReference": document["Reference"], "Signer": person}
    link = forms.answer("POST", "/FormDirect/GetSignerLink", json=body)
    assert forms.valid("Signer", link)
    assert link["SigningKey"] == document["Signers"][1]["SigningKey"]
    body["Signer"] = person | {"FirstName": "Zoe"}
    assert forms.caller.call("POST", "/FormDirect/GetSignerLink", json=body).status_code == 404
    for changed in ({"Signer": {}}, {"DocumentReference": forms.caller.upload()}):
        assert forms.caller.call("POST", "/FormDirect/GetSignerLink", json=body | changed).status_code == 400


def test_employers_change(forms: Any) -> None:
    """What is given changes, what is new gets a reference, the rest stays; there is one default, and all or nothing."""
    path, before = "/FormDirect/UpdateEmployers", forms.answer("GET", "/FormDirect/Employers")
    assert forms.valid("Employers", before)
    second = before["AccClaimsHistory"][1]["Reference"]
    changed = {"Reference": second, "OrganisationName": "Miro Ltd", "IsDefault": True}
    body = {"AccClaimsHistory": [changed, {"Reference": "", "Name": "New"}]}
    after = forms.answer("POST", path, json=body)
    assert after == forms.answer("GET", "/FormDirect/Employers")
    assert [each.get("IsDefault") for each in after["AccClaimsHistory"]] == [False, True, None]
    assert after["AccClaimsHistory"][1]["ContactPersonName"] == "Tom Rimu"
    assert after["AccClaimsHistory"][2]["Reference"]
    assert after["TFN"] == before["TFN"]
    wrong = {"TFN": [{"Reference": before["TFN"][0]["Reference"], "Name": "X"}, {"Reference": "unknown"}]}
    assert forms.caller.call("POST", path, json=wrong).status_code == 404
    assert forms.answer("GET", "/FormDirect/Employers") == after
    two = {"AccClaimsHistory": [changed, changed]}
    assert forms.caller.call("POST", path, json=two).status_code == 400


def test_forms_outlive_a_reset(forms: Any) -> None:
    """They are the account's, as its templates are."""
    forms.sent(forms.form("Timesheet"))
    before = json.dumps(forms.answer("GET", "/FormDirect/GetFormList"))
    forms.caller.sandbox.reset()
    forms.caller.token = str(forms.caller.sandbox.token("FormDirect")["access_token"])
    assert json.dumps(forms.answer("GET", "/FormDirect/GetFormList")) == before


def test_the_link_of_a_signer_whose_name_was_sent_with_blanks(forms: Any) -> None:
    """It is found by the name as it was sent, and without them."""
    form = forms.form("Timesheet")
    form["Signers"][0]["FirstName"] = " Ana "
    document = forms.sent(form)[0]
    for name in (" Ana ", "Ana"):
        signer = {"FirstName": name, "LastName": "Tui", "Email": "ana@example.com"}
        body = {"DocumentReference": document["Reference"], "Signer": signer}
        found = forms.answer("POST", "/FormDirect/GetSignerLink", json=body)
        assert found["SignerReference"] == document["Signers"][0]["SignerReference"]


def test_members_that_the_spec_does_not_know_change_nothing(forms: Any) -> None:
    """A form's signer has neither a mail nor an address of its own, whatever stands there and of whatever type."""
    plain = forms.sent(forms.form("Timesheet"))[0]
    form = forms.form("Timesheet")
    form["Signers"][0] |= {
        "EmailSubject": [1],
        "Attachments": 5,
        "InvitationText": {},
        "ReturnUrl": "javascript:alert(1)",
    }
    other = forms.sent(form)[0]
    subjects = {mail["document"]: mail["subject"] for mail in forms.caller.sandbox.invitations()}
    assert subjects[other["Reference"]] == subjects[plain["Reference"]]
    key, signer = (other["Signers"][0][name] for name in ("SigningKey", "SignerReference"))
    forms.caller.sandbox.sign(signer, TIMESHEET)
    page = forms.caller.http.get(f"/sign/{key}").text
    assert "data-returns" not in page
