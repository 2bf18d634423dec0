"""Fields that signers fill in: asked on the signing page, checked, drawn into the PDF, kept."""

from __future__ import annotations

import re
from typing import Any

import pytest
from answer_schemas import validator
from pypdf import PdfReader
from securedsigning_sandbox.documents.places import page_png
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.fields import Field, checked, store_fields
from securedsigning_sandbox.papers import prepared_at, verified

CHOICES = (("wk", "Weekly"), ("mo", "Monthly"))
FIELDS = [
    Field(1, "FullName", "Full name", required=True, page=0, box=(60, 300, 260, 318)),
    Field(1, "Notes", "Notes", "MultiLineText", page=0, box=(60, 230, 260, 290)),
    Field(1, "Agreed", "I agree", "CheckBox", required=True, page=0, box=(60, 210, 72, 222)),
    Field(1, "Pay", "Pay", "DropDownList", options=CHOICES, client_field="PayCycle"),
    Field(1, "Cycle", "Cycle", "RadioButton", options=CHOICES),
    Field(1, "Rate", "Rate", value="42", read_only=True, page=0, box=(60, 190, 260, 206)),
    Field(2, "Start", "Start date", "DateInput", value="2031-04-01", page=0, box=(60, 160, 260, 178)),
]
GOOD = {
    "FullName": "Ana Tui",
    "Notes": "One\nTwo <b>& three</b>",
    "Agreed": "true",
    "PayCycle": "Monthly",
    "Cycle": "wk",
}


@pytest.fixture
def document(caller: Any) -> Any:
    """A document sent to Ana and Ben with fields for both."""
    sent = caller.send(caller.upload()).json()[0]
    state = caller.sandbox.state
    row = state.store.one("SELECT * FROM documents WHERE reference = ?", sent["Reference"])
    fields = [Field(**{**vars(each), "reference": f"{index:048d}"}) for index, each in enumerate(FIELDS)]
    with state.store.transaction():
        pdf = prepared_at(state, row["pdf"], [], fields)
        state.store.run("UPDATE documents SET pdf = ? WHERE reference = ?", pdf, sent["Reference"])
        store_fields(state, sent["Reference"], fields)
    return sent


def pdf_of(caller: Any, document: Any) -> Any:
    state = caller.sandbox.state
    row = state.store.one("SELECT pdf FROM documents WHERE reference = ?", document["Reference"])
    return state.store.path(row["pdf"])


def data(caller: Any, document: Any) -> dict[str, Any]:
    answer = caller.call("GET", f"/Document/FieldData/{document['Reference']}")
    assert answer.status_code == 200, answer.text
    return {field["Label"]: field for field in answer.json()}


def test_values_of_both_signers_stand_in_the_pdf_and_every_signature_stays_valid(caller: Any, document: Any) -> None:
    """The second signer's values leave the first one's signature as good as it was."""
    ana, ben = (signer["SignerReference"] for signer in document["Signers"])
    before = page_png(pdf_of(caller, document), 0, 600)
    assert caller.sandbox.sign(ana, GOOD) == "Pending"
    assert page_png(pdf_of(caller, document), 0, 600) != before
    assert caller.sandbox.sign(ben, {"Start": "02/05/2031"}) == "Complete"
    state = caller.sandbox.state
    signatures = verified(state, pdf_of(caller, document))
    assert [(each.name, each.valid, each.trusted) for each in signatures] == [
        ("Ana Tui", True, True),
        ("Ben Rata", True, True),
    ]
    with PdfReader(pdf_of(caller, document)) as reader:
        found = {str(field["/TU"]): field.get("/V") for field in (reader.get_fields() or {}).values()}
    assert found["Full name"] == "Ana Tui"
    assert found["Notes"] == GOOD["Notes"]
    assert found["I agree"] == "/Yes"
    assert found["Rate"] == "42"
    assert found["Start date"] == "02 May 2031"


def test_field_data_answers_what_was_entered(caller: Any, document: Any) -> None:
    """As the spec describes it: choices by their value, dates in ISO 8601."""
    assert data(caller, document)["Start date"]["Value"] == "2031-04-01"
    caller.sandbox.sign(document["Signers"][0]["SignerReference"], GOOD)
    found = data(caller, document)
    assert {name: field["Value"] for name, field in found.items()} == {
        "Full name": "Ana Tui",
        "Notes": GOOD["Notes"],
        "I agree": "true",
        "Pay": "mo",
        "Cycle": "wk",
        "Rate": "42",
        "Start date": "2031-04-01",
    }
    assert found["Pay"]["ClientField"] == "PayCycle"
    assert found["Full name"]["IsRequired"] is True
    assert found["Rate"]["ReadOnly"] is True
    schema = validator({"$ref": "#/components/schemas/FormFillerField"})
    assert [error for field in found.values() for error in schema.iter_errors(field)] == []


def test_a_document_without_fields_has_no_field_data(caller: Any) -> None:
    """An empty list, and 404 for an unknown document."""
    assert caller.call("GET", f"/Document/FieldData/{caller.upload()}").json() == []
    assert caller.call("GET", f"/Document/FieldData/{'0' * 48}").status_code == 404


def test_the_page_asks_and_loses_nothing(caller: Any, document: Any) -> None:
    """What is missing is said by its label; the rest stands there still, the typed signature too."""
    address = f"/sign/{document['Signers'][0]['SigningKey']}"
    page = caller.http.get(address).text
    names = dict(enumerate(re.findall(r'name="(field\.[0-9]+)"', page)))
    assert "Start date" not in page
    name, notes = names[0], names[1]
    refused = caller.http.post(address, data={"action": "sign", "typed": "A. Tui", notes: "Kept <here>", name: " "})
    assert refused.status_code == 400
    assert "Full name: It is missing." in refused.text
    assert "I agree: It has to be ticked." in refused.text
    assert "Kept &lt;here&gt;" in refused.text
    assert 'value="A. Tui"' in refused.text
    agreed = names[2]
    form = {"action": "sign", "typed": "A. Tui", notes: "Kept", name: "Ana", agreed: "true"}
    assert caller.http.post(address, data=form).status_code == 303
    assert data(caller, document)["Notes"]["Value"] == "Kept"


def test_signing_by_program(caller: Any, document: Any) -> None:
    """Required and unknown fields are named, true is a tick, and nothing happens before all is right."""
    signer = document["Signers"][0]["SignerReference"]
    with pytest.raises(ApiError) as refusal:
        caller.sandbox.sign(signer, {"Fullname": "x", "Rate": "1", "Pay": "daily"})
    assert {name for name, _ in refusal.value.fields} == {"Fullname", "Rate", "Pay", "Full name", "I agree"}
    assert caller.status(document["Reference"])["Status"] == "Invitation"
    body = {"signer": signer, "values": {"FullName": "Ana", "Agreed": True}}
    assert caller.http.post("http://127.0.0.1/_sandbox/sign", json=body).json()["status"] == "Pending"
    body["values"] = {"Start": 3}
    assert caller.http.post("http://127.0.0.1/_sandbox/sign", json=body).status_code == 400


def test_half_a_character_is_refused(caller: Any, document: Any) -> None:
    """As a name and as a value; JSON can hold it, UTF-8 cannot."""
    signer = document["Signers"][0]["SignerReference"]
    for values in ('{"a\\ud83d": "x"}', '{"FullName": "a\\ud83d"}'):
        body = f'{{"signer": "{signer}", "values": {values}}}'
        assert caller.http.post("/_sandbox/sign", content=body).status_code == 400


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        ("Text", "  a ", "a"),
        ("MultiLineText", "a\r\nb", "a\nb"),
        ("CheckBox", "On", "true"),
        ("CheckBox", "", "false"),
        ("DropDownList", "Weekly", "wk"),
        ("DateInput", "29/02/2032", "2032-02-29"),
        ("DateInput", "", ""),
    ],
)
def test_values_are_kept_in_one_form(kind: str, text: str, kept: str) -> None:
    """However they are written."""
    assert checked(kind, CHOICES, text) == kept


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("Text", "a\nb"),
        ("Text", "x" * 501),
        ("MultiLineText", "a\x00"),
        ("CheckBox", "perhaps"),
        ("RadioButton", "Daily"),
        ("DateInput", "2031-02-29"),
    ],
)
def test_values_that_do_not_fit(kind: str, text: str) -> None:
    """Are refused with a sentence."""
    with pytest.raises(ValueError, match=r"\.$"):
        checked(kind, CHOICES, text)


@pytest.mark.parametrize(
    "text", ["word " * 800, "x" * 4000, "名前 " * 900, "\n" * 3000, "[!Sign.1, A, B, c@example.com]"]
)
def test_any_text_can_be_drawn(text: str, caller: Any, document: Any) -> None:
    """Smaller, in more lines, cut off at last; and a tag that was typed is no place to sign."""
    values = GOOD | {"Notes": text[:4000]}
    assert caller.sandbox.sign(document["Signers"][0]["SignerReference"], values) == "Pending"
    assert caller.sandbox.sign(document["Signers"][1]["SignerReference"]) == "Complete"
    assert all(each.valid for each in verified(caller.sandbox.state, pdf_of(caller, document)))
