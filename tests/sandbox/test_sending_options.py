"""What the members of a send request bring about, one after the other."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

ANA = {"FirstName": "Ana", "LastName": "Tui", "Email": "ana@example.com"}
BEN = {"FirstName": "Ben", "LastName": "Rata", "Email": "ben@example.com"}


def send(caller: Any, **body: Any) -> Any:
    answer = caller.send(caller.upload(), **body)
    assert answer.status_code == 200, answer.text
    return answer.json()[0]


def attach(caller: Any, name: str, content: bytes) -> str:
    answer = caller.call("POST", "/Attachment/Uploader", files={"file": (name, content)}, data={"Number": "1"})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["Reference"])


def complete(caller: Any, document: Any) -> list[dict[str, Any]]:
    """Sign as everyone; returns the completion mails."""
    for signer in document["Signers"]:
        caller.sandbox.sign(signer["SignerReference"])
    return [mail for mail in caller.sandbox.invitations() if mail["kind"] == "completion"]


def templates(caller: Any, kind: str) -> dict[str, str]:
    found = caller.call("GET", f"/EmailTemplate/Get{kind.title()}Templates").json()
    return {item["Name"]: item["Reference"] for item in found}


def make_default(caller: Any, kind: str, name: str) -> None:
    """No call of the API does this."""
    caller.sandbox.state.store.run("UPDATE email_templates SET is_default = name = ? WHERE kind = ?", name, kind)


def test_attachments_are_named_in_the_mail_and_linked_on_the_page(caller: Any) -> None:
    """For the invitee who gets them, in the order of the request; deleting one later takes nothing away."""
    terms, map_ = attach(caller, "terms <1>.pdf", b"%PDF terms"), attach(caller, "map.pdf", b"%PDF map")
    document = send(caller, Signers=[{**ANA, "Attachments": [map_, terms, map_]}, BEN])
    ana, ben = document["Signers"]
    assert caller.sandbox.invitations()[0]["body"].endswith("\n\nAttached: map.pdf, terms <1>.pdf")
    for reference in (terms, map_):
        assert caller.call("DELETE", f"/Attachment/{reference}").status_code == 204
    shown = caller.http.get(f"/sign/{ana['SigningKey']}").text
    assert "terms &lt;1&gt;.pdf" in shown and "terms <1>" not in shown
    files = [caller.http.get(f"/sign/{ana['SigningKey']}/attachments/{position}") for position in (0, 1, 2)]
    assert [file.status_code for file in files] == [200, 200, 404]
    assert [file.content for file in files[:2]] == [b"%PDF map", b"%PDF terms"]
    assert 'filename="map.pdf"' in files[0].headers["content-disposition"]
    assert "Attached" not in caller.http.get(f"/sign/{ben['SigningKey']}").text
    for key in (ben["SigningKey"], "unknown"):
        assert caller.http.get(f"/sign/{key}/attachments/0").status_code == 404


def test_an_attachment_that_is_not_known_keeps_the_document_back(caller: Any) -> None:
    reference = caller.upload()
    answer = caller.send(reference, Signers=[{**ANA, "Attachments": ["1"]}])
    assert answer.status_code == 404
    assert caller.status(reference)["Status"] == "Initialized"


def test_the_account_s_default_templates_hold_if_none_is_named(caller: Any) -> None:
    """Whoever gets a copy reads the same."""
    for kind in ("invitation", "completion"):
        make_default(caller, kind, f"Friendly {kind}")
    document = send(caller, ShareUsers=[{"FirstName": "Tom", "LastName": "Rimu", "Email": "tom@example.com"}])
    mails = [*caller.sandbox.invitations()[:1], *complete(caller, document)]
    assert [mail["body"].endswith("Kind regards,\nMia Kauri") for mail in mails] == [True] * 4


def test_the_service_s_own_text_whatever_templates_are_named(caller: Any) -> None:
    for kind in ("invitation", "completion"):
        make_default(caller, kind, f"Friendly {kind}")
    named = {
        "InvitationEmailTemplateReference": templates(caller, "invitation")["Friendly invitation"],
        "CompletionEmailTemplateReference": templates(caller, "completion")["Friendly completion"],
    }
    document = send(
        caller, Signers=[{**ANA, **named}], NoInvitationEmailTemplate=True, NoCompletionEmailTemplate=True, **named
    )
    assert [len(caller.sandbox.invitations()), len(complete(caller, document))] == [1, 2]
    assert not [mail for mail in caller.sandbox.invitations() if "Kind regards" in mail["body"]]


def test_one_invitee_s_templates_win(caller: Any) -> None:
    """Also under the obsolete name; the others keep those of the request."""
    friendly, standard = (templates(caller, "invitation")[f"{name} invitation"] for name in ("Friendly", "Standard"))
    done = templates(caller, "completion")["Friendly completion"]
    ana = {**ANA, "EmailTemplateReference": friendly, "CompletionEmailTemplateReference": done}
    document = send(caller, Signers=[ana, BEN], EmailTemplateReference=standard)
    first, second = complete(caller, document)
    ana_invited, ben_invited = (mail for mail in caller.sandbox.invitations() if mail["kind"] == "invitation")
    assert ["Kind regards" in mail["body"] for mail in (ana_invited, ben_invited, first, second)] == [
        True,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(("own", "invited"), [({}, False), ({"Embedded": None}, False), ({"Embedded": False}, True)])
def test_an_invitee_may_differ_in_how_to_sign(own: dict[str, Any], invited: bool, caller: Any) -> None:
    """From the rest of a request for embedded signing; null says nothing."""
    send(caller, Embedded=True, Signers=[{**ANA, **own}, BEN])
    assert bool(caller.sandbox.invitations()) is invited


def test_an_invitee_s_return_address_wins(caller: Any) -> None:
    document = send(
        caller, ReturnUrl="https://a.example/all", Signers=[{**ANA, "ReturnUrl": "https://a.example/ana"}, BEN]
    )
    pages = [f"/sign/{signer['SigningKey']}" for signer in document["Signers"]]
    went = [caller.http.post(page, data={"action": "sign"}).headers["location"] for page in pages]
    assert went == ["https://a.example/ana", "https://a.example/all"]


def test_details_of_an_invitee_come_back(caller: Any) -> None:
    details = {
        "MobileNumber": "021 123 456",
        "MobileCountry": "64",
        "ClientReference": "person/1",
        "IsFaceToFaceSigning": True,
    }
    ana, ben = send(caller, Signers=[{**ANA, **details}, BEN])["Signers"]
    assert {name: ana[name] for name in details} == details
    assert ben["IsFaceToFaceSigning"] is False and "MobileCountry" not in ben


def test_who_signs_face_to_face_is_announced_to_the_host(caller: Any) -> None:
    send(caller, Signers=[{**ANA, "IsFaceToFaceSigning": True}, BEN])
    (mail,) = caller.sandbox.invitations()
    assert mail["recipient"] == "mia.kauri@example.com"
    assert mail["body"].startswith("To Mia Kauri: Ana Tui signs on your device.")
    assert "Dear Ana Tui," in mail["body"]


def test_members_of_unknown_meaning_are_noted_in_the_log(caller: Any) -> None:
    document = send(caller, QueueReference="q1", Supervising=True)
    log = caller.call("GET", f"/Document/Log/{document['Reference']}").json()
    assert [entry["Action"] for entry in log][2:4] == ["Queue: q1", "Supervising"]


def test_a_document_without_tags_is_signed_at_the_end_by_everyone_of_the_request(make_caller: Any) -> None:
    """If a switch says so; every signature is valid and visible, and each signer has one."""
    caller = make_caller(documents_without_tags=True)
    reference = caller.upload("attachment.pdf")
    assert caller.send(reference, Signers=[]).status_code == 400
    (document,) = caller.send(reference).json()
    assert [signer["Email"] for signer in document["Signers"]] == ["ana@example.com", "ben@example.com"]
    assert "the end of the last page" in caller.http.get(f"/sign/{document['Signers'][0]['SigningKey']}").text
    complete(caller, document)
    data = caller.call("GET", f"/Download/GetDocumentData/{reference}").content
    last = PdfReader(BytesIO(data)).pages[-1]
    widgets = [note.get_object() for note in last["/Annots"] if note.get_object()["/Subtype"] == "/Widget"]
    boxes = sorted(tuple(float(edge) for edge in widget["/Rect"]) for widget in widgets)
    assert len(boxes) == 2 and all(right > left and top > bottom for left, bottom, right, top in boxes)
    (left_1, bottom_1, right_1, top_1), (left_2, bottom_2, right_2, top_2) = boxes
    assert right_1 <= left_2 or right_2 <= left_1 or top_1 <= bottom_2 or top_2 <= bottom_1
    checked = caller.call("POST", "/Document/FileValidation", files={"x": ("signed.pdf", data)}).json()
    assert [item["isValid"] for item in checked["Signatures"]] == [True, True]


def test_documents_with_and_without_tags_are_sent_together(make_caller: Any) -> None:
    """Whom a document has no tag for signs where there are none at all."""
    caller = make_caller(documents_without_tags=True)
    tagged, plain = caller.send(
        caller.upload("one.rtf", rb"{\rtf1 [!Sign.3, , ,]}"), caller.upload("attachment.pdf")
    ).json()
    assert [signer["Email"] for signer in tagged["Signers"]] == ["ana@example.com"]
    assert [signer["Email"] for signer in plain["Signers"]] == ["ana@example.com", "ben@example.com"]


DROP_DOWN = b"{\\rtf1 [!Sign.1, , ,] \\par [!Sign.2, , ,] \\par Paid [!DropDown.2, Pay cycle, PayCycle] [!IDCheck.1]}"
ITEMS = [
    {"ClientField": "PayCycle", "Item": "Weekly", "Value": "wk"},
    {"ClientField": "PayCycle", "Item": "Monthly", "Value": "mo"},
    {"ClientField": "Colour", "Item": "Red", "Value": "r"},
]


def test_a_drop_down_list_has_the_items_of_its_client_field(caller: Any) -> None:
    """It is the signer's of that order, and what is chosen stands where the tag stood; items without a list are noted."""
    reference = caller.upload("pay.rtf", DROP_DOWN)
    (document,) = caller.send(reference, ListItems=ITEMS).json()
    ana, ben = document["Signers"]
    log = caller.call("GET", f"/Document/Log/{reference}").json()
    assert [entry["Action"] for entry in log if "tem" in entry["Action"]] == ["List items not used: Colour"]
    assert not [entry for entry in log if "Unsupported" in entry["Action"]]
    assert "Weekly" not in caller.http.get(f"/sign/{ana['SigningKey']}").text
    caller.sandbox.sign(ana["SignerReference"])
    assert "Weekly" in caller.http.get(f"/sign/{ben['SigningKey']}").text
    caller.sandbox.sign(ben["SignerReference"], values={"PayCycle": "mo"})
    (field,) = caller.call("GET", f"/Document/FieldData/{reference}").json()
    assert (field["Label"], field["ClientField"], field["Value"]) == ("Pay cycle", "PayCycle", "mo")
    data = caller.call("GET", f"/Download/GetDocumentData/{reference}").content
    assert "Monthly" in [str(value.get("/V")) for value in (PdfReader(BytesIO(data)).get_fields() or {}).values()]
    checked = caller.call("POST", "/Document/FileValidation", files={"x": ("signed.pdf", data)}).json()
    assert [item["isValid"] for item in checked["Signatures"]] == [True, True]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (DROP_DOWN.replace(b"PayCycle", b"Season"), "ListItems"),
        (DROP_DOWN.replace(b"Down.2", b"Down.3"), "DocumentReferences"),
    ],
)
def test_a_drop_down_list_without_choices_or_signer_keeps_the_document_back(
    text: bytes, field: str, caller: Any
) -> None:
    reference = caller.upload("pay.rtf", text)
    answer = caller.send(reference, ListItems=ITEMS)
    assert (answer.status_code, answer.json()["ResponseStatus"]["Errors"][0]["FieldName"]) == (400, field)
    assert caller.status(reference)["Status"] == "Initialized"


def test_tags_that_are_understood_are_painted_over(caller: Any) -> None:
    """Others stay, so that their author sees them."""
    plain = b"{\\rtf1 [!Sign.1, , ,] \\par }"
    pictures = []
    for text in (b"", b"[!IDCheck.1]", b"[!Stamp.1]"):
        document = caller.send(caller.upload("a.rtf", plain.replace(b"}", text + b"}")), Signers=[ANA]).json()[0]
        pictures.append(caller.http.get(f"/sign/{document['Signers'][0]['SigningKey']}/pages/0.png").content)
    assert pictures[0] == pictures[1] != pictures[2]
