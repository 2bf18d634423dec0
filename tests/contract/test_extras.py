"""What the client adds by hand to a group: it sends what the operation's own method sends, and loses nothing of the answer."""

from __future__ import annotations

import json
from typing import Any

import pytest
from securedsigning import CallOptions, models
from securedsigning.errors import InputError, NotCompletedError, WaitTimeoutError

from contract import calling, drawing, judging, spec
from contract.calling import Caller
from contract.conftest import GetCaller, MakeCaller
from contract.test_responses import JSON

DOCUMENT = drawing.full({"$ref": "#/components/schemas/Document"})
PACKAGE = drawing.full({"$ref": "#/components/schemas/PackageResponse"})
SHARED = {
    "due_date": "2031-03-31",
    "invitation_email_template_reference": "invitation",
}
SMART_TAGS = {
    **SHARED,
    "signers": [models.SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana.tui@example.com")],
    "embedded": True,
    "return_url": "https://example.com/back",
    "notify_url": "https://example.com/told",
    "share_users": [models.ShareUser.from_dict(drawing.full({"$ref": "#/components/schemas/ShareUser"}))],
    "completion_email_template_reference": "completion",
}
FORMS = {
    **SHARED,
    "forms": [models.FormDirect.from_dict(drawing.full({"$ref": "#/components/schemas/FormDirect"}))],
    "list_items": [models.DropDownListItem.from_dict(drawing.full({"$ref": "#/components/schemas/DropDownListItem"}))],
}


def asked(client: Caller, operation: str, answer: Any, call: Any) -> tuple[Any, Any]:
    """What the call returns, and the body that it sends as this operation; its options are handed on."""
    seen: list[int] = []
    client.answer(200, JSON, json.dumps(answer).encode())
    result = client.wait(call(CallOptions(on_response=lambda response: seen.append(response.status_code))))
    found = judging.judge(spec.operation(operation), client.request, oauth=True)
    assert found.faults == []
    assert seen == [200]
    return result, found.body


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize(
    ("documents", "as_package", "further"),
    [(["1"], None, {}), (["1"], False, {}), (["1", "2"], False, {"no_package": True})],
    ids=["one", "one-apart", "two-apart"],
)
def test_smart_tags_are_sent_apart(
    caller: GetCaller, documents: list[str], as_package: bool | None, further: Any, kind: str
) -> None:
    client, group = caller(kind), caller(kind).client.smart_tags
    _, expected = asked(
        client,
        "sendSmartTag",
        [DOCUMENT],
        lambda options: group.send_documents(document_references=documents, options=options, **SMART_TAGS, **further),
    )

    sent, body = asked(
        client,
        "sendSmartTag",
        [DOCUMENT],
        lambda options: group.send(documents, as_package=as_package, options=options, **SMART_TAGS),
    )

    assert body == expected
    assert [each.to_dict() for each in sent] == [DOCUMENT]
    assert (sent.package_reference, sent.package_name) == (DOCUMENT["PackageReference"], None)


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize(
    ("documents", "chosen", "further"),
    [
        (["1", "2"], {}, {}),
        (["1", "2"], {"as_package": True, "package_name": "all"}, {"package_name": "all"}),
        (["1"], {"as_package": True}, {"single_document_as_package": True}),
        (["1"], {"package_name": "all"}, {"package_name": "all", "single_document_as_package": True}),
    ],
    ids=["two", "two-named", "one", "one-named"],
)
def test_smart_tags_are_sent_together(
    caller: GetCaller, documents: list[str], chosen: Any, further: Any, kind: str
) -> None:
    client, group = caller(kind), caller(kind).client.smart_tags
    _, expected = asked(
        client,
        "sendSmartTagPackage",
        PACKAGE,
        lambda options: group.send_package(document_references=documents, options=options, **SMART_TAGS, **further),
    )

    sent, body = asked(
        client,
        "sendSmartTagPackage",
        PACKAGE,
        lambda options: group.send(documents, options=options, **SMART_TAGS, **chosen),
    )

    assert body == expected
    assert [each.to_dict() for each in sent] == PACKAGE["Documents"]
    assert (sent.package_reference, sent.package_name) == (PACKAGE["PackageReference"], PACKAGE["PackageName"])


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("as_package", [True, False])
def test_forms_are_sent(caller: GetCaller, as_package: bool, kind: str) -> None:
    client, group = caller(kind), caller(kind).client.forms
    operation, answer = ("sendFormsPackage", PACKAGE) if as_package else ("sendForms", [DOCUMENT])
    own = group.send_package if as_package else group.send_documents
    _, expected = asked(client, operation, answer, lambda options: own(options=options, **FORMS))

    sent, body = asked(
        client, operation, answer, lambda options: group.send(as_package=as_package, options=options, **FORMS)
    )

    assert body == expected
    assert [each.to_dict() for each in sent] == (PACKAGE["Documents"] if as_package else [DOCUMENT])
    assert sent.package_reference == (PACKAGE if as_package else DOCUMENT)["PackageReference"]


@pytest.mark.parametrize("kind", calling.KINDS)
def test_forms_are_sent_apart_if_nothing_is_said(caller: GetCaller, kind: str) -> None:
    group = caller(kind).client.forms

    asked(caller(kind), "sendForms", [DOCUMENT], lambda options: group.send(FORMS["forms"], options=options))


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("name", ["smart_tags", "forms"])
def test_a_package_without_documents_is_empty(caller: GetCaller, name: str, kind: str) -> None:
    client = caller(kind)
    client.answer(200, JSON, b'{"PackageReference": "7"}')
    given: dict[str, Any] = (
        {"documents": ["1", "2"], "due_date": "2031-03-31"} if name == "smart_tags" else {"forms": FORMS["forms"]}
    )

    sent = client.wait(getattr(client.client, name).send(as_package=True, **given))

    assert (list(sent), sent.package_reference) == ([], "7")


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize(
    ("method", "operation"), [("invitation", "listInvitationTemplates"), ("completion", "listCompletionTemplates")]
)
def test_a_template_is_found_by_its_name(caller: GetCaller, method: str, operation: str, kind: str) -> None:
    client = caller(kind)
    template = drawing.full({"$ref": "#/components/schemas/EmailTemplate"})
    templates = [{**template, "Name": name} for name in ("Other", "Standard", "Twice", "twice", None)]
    find = getattr(client.client.email_templates, method)

    found, _ = asked(client, operation, templates, lambda options: find(" sTANDARD ", options=options))

    assert found.to_dict() == templates[1]
    for name, told in (
        ("twice", "2 templates are called 'twice'"),
        ("none", "no template is called 'none'"),
        ("x", "no template is called 'x'"),
    ):
        with pytest.raises(InputError) as caught:
            client.wait(find(name))
        assert str(caught.value) == f"{told}; the account has 'Other', 'Standard', 'Twice', 'twice'."
    client.answer(200, JSON, b"[]")
    with pytest.raises(InputError) as caught:
        client.wait(find("none"))
    assert str(caught.value) == "no template is called 'none'; the account has none at all."


class Watch:
    """A clock that sleeping moves, and states of a document, one after each sleep."""

    def __init__(self, make: MakeCaller, kind: str, *states: dict[str, Any]) -> None:
        self.now, self.slept, self.states = calling.NOW, list[float](), list(states)

        async def asleep(seconds: float) -> None:
            self.sleep(seconds)

        sleep = self.sleep if kind == "sync" else asleep
        self.caller = make(kind, use_oauth=False, clock=lambda: self.now, sleep=sleep)
        self.show()

    def show(self) -> None:
        """The next state is the answer from now on."""
        state = {"Reference": "7", "Signers": [], **self.states.pop(0)}
        self.caller.line.answer = (200, JSON, json.dumps(state).encode())

    def sleep(self, seconds: float) -> None:
        """Move the clock; what happens meanwhile is seen afterwards."""
        self.slept.append(seconds)
        self.now += seconds
        self.show()

    def wait(self, **arguments: Any) -> Any:
        """Wait for the document."""
        return self.caller.wait(self.caller.client.documents.wait_until_complete("7", **arguments))


@pytest.mark.parametrize("kind", calling.KINDS)
def test_a_document_is_waited_for(make: MakeCaller, kind: str) -> None:
    seen: list[Any] = []
    statuses: list[int] = []
    watch = Watch(make, kind, {"Status": "Invitation"}, {"Status": "Pending"}, {"Status": "Complete"})
    options = CallOptions(on_response=lambda response: statuses.append(response.status_code))

    found = watch.wait(on_status=lambda document: seen.append(document.status), options=options)

    assert found.status == "Complete"
    assert (seen, statuses, watch.slept) == (["Invitation", "Pending", "Complete"], [200] * 3, [5.0, 5.0])


@pytest.mark.parametrize("kind", calling.KINDS)
def test_waiting_has_an_end(make: MakeCaller, kind: str) -> None:
    for timeout, questions in ((10, 3), (9.5, 2), (0, 1)):
        watch = Watch(make, kind, *[{"Status": "Pending"}] * questions)
        with pytest.raises(WaitTimeoutError) as caught:
            watch.wait(timeout=timeout)
        assert str(caught.value) == f"7 is still Pending after {timeout:g} seconds"
        assert caught.value.document.status == "Pending"
        assert len(watch.slept) == questions - 1

    watch = Watch(make, kind, *[{"Status": "Pending"}] * 721)
    with pytest.raises(WaitTimeoutError, match="after 3600 seconds"):
        watch.wait()
    watch = Watch(make, kind, {"Status": "Pending"}, {"Status": "Complete"})
    assert (watch.wait(interval=0.5).status, watch.slept) == ("Complete", [0.5])
    for interval in (0, -1):
        with pytest.raises(InputError) as refused:
            watch.wait(interval=interval)
        assert str(refused.value) == f"interval is {interval}; it is a number of seconds above 0."


@pytest.mark.parametrize("kind", calling.KINDS)
@pytest.mark.parametrize("status", ["Declined", "Rejected", "Expired", "Deleted"])
def test_waiting_ends_where_nothing_can_come(make: MakeCaller, status: str, kind: str) -> None:
    signers = [{"Email": "a@example.com"}, {"DeclinedReason": "Too dear"}, {"DeclinedReason": "Too late"}]
    for state, told in (
        ({"Status": status}, f"7 is {status}"),
        ({"Status": status, "Signers": signers}, f"7 is {status}: Too dear"),
    ):
        watch = Watch(make, kind, {"Status": "Pending"}, state)
        with pytest.raises(NotCompletedError) as caught:
            watch.wait()
        assert type(caught.value) is NotCompletedError
        assert str(caught.value) == told
        assert caught.value.document.status == status
        assert watch.slept == [5.0]
