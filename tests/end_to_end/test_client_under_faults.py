"""The client while the service fails: over a real port, what the package's README, ``retry.py`` and ``errors.py`` promise.

Where the client would wait, the sandbox's clock goes forward; a slow answer is met with a short read timeout.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from inspect import isawaitable
from io import BytesIO, UnsupportedOperation
from pathlib import Path
from typing import Any

import httpx
import pytest
from securedsigning import (
    CallOptions,
    CallTimeoutError,
    ConnectionFailedError,
    DecodeError,
    DownloadIncompleteError,
    LoginRequiredError,
    NotFoundError,
    OAuthError,
    RateLimitedError,
    SecuredSigning,
    ServerError,
    StatusError,
)
from securedsigning.models import SignedStatus, SmartTagInvitee
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture

CONTRACT = Path(__file__).parents[2] / "spec" / "examples" / "files" / "contract.pdf"
SIGNERS = [
    SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana@example.com"),
    SmartTagInvitee(first_name="Ben", last_name="Rata", email="ben@example.com"),
]
SLOW = {"kind": "slow", "seconds": 600}
IMPATIENT = httpx.Timeout(20, read=0.1)

pytestmark = pytest.mark.secured_signing(port=True)


class OnlyForwards(BytesIO):
    """What comes from a pipe or another connection."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise UnsupportedOperation("seek")

    def tell(self) -> int:
        raise UnsupportedOperation("tell")


@pytest.fixture(params=["client", "async_client"])
async def client(request: pytest.FixtureRequest, secured_signing: SecuredSigningFixture) -> AsyncIterator[Any]:
    """Both clients, one after the other; see ``result``."""
    made = getattr(secured_signing, request.param)
    yield made
    if request.param == "async_client":
        await made.aclose()


@pytest.fixture(autouse=True)
def no_secret_is_logged(secured_signing: SecuredSigningFixture, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever fails, the libraries' logs at their most talkative hold none."""
    caplog.set_level(logging.DEBUG)
    yield
    assert secrets(secured_signing, caplog.text) == []


async def result(value: Any) -> Any:
    """What a method of either client gives."""
    return await value if isawaitable(value) else value


def secrets(fixture: SecuredSigningFixture, text: str) -> list[str]:
    """Which secrets stand in a text: the key's, and every token that was issued."""
    issued = [dict(row) for row in fixture.sandbox.state.store.all("SELECT * FROM tokens")]
    tokens = [str(row[name]) for row in issued for name in row if name.endswith("token") and row[name]]
    return [secret for secret in (fixture.sandbox.api_secret, *tokens) if secret in text]


def fail(fixture: SecuredSigningFixture, *rules: dict[str, Any]) -> None:
    """Let the sandbox fail by these rules alone."""
    fixture.faults.replace(list(rules))


def options(rule: dict[str, Any]) -> CallOptions:
    """Little patience where the answer is slow on purpose, and only there: any other may be late on a busy machine."""
    return CallOptions(timeout=IMPATIENT if rule is SLOW else None)


def calls(fixture: SecuredSigningFixture) -> int:
    """How many calls have come to the first rule."""
    return int(fixture.faults.as_json()["rules"][0]["calls"])


async def send(client: Any) -> Any:
    """A document that Ana and Ben are to sign."""
    uploaded = await result(client.documents.upload(CONTRACT))
    return (await result(client.smart_tags.send([uploaded], due_date="2031-01-01", signers=SIGNERS)))[0]


TABLE = [
    # what happens, how often a GET is made, how often a POST, what is raised
    ({"kind": "status", "status": 408}, 3, 1, StatusError),
    ({"kind": "status", "status": 429}, 3, 1, RateLimitedError),
    ({"kind": "status", "status": 429, "retry_after": 7}, 3, 3, RateLimitedError),
    ({"kind": "status", "status": 429, "retry_after": 3600}, 1, 1, RateLimitedError),
    ({"kind": "status", "status": 500}, 1, 1, ServerError),
    ({"kind": "status", "status": 500, "retry_after": 1}, 1, 1, ServerError),
    ({"kind": "status", "status": 502}, 3, 1, ServerError),
    ({"kind": "status", "status": 503}, 3, 1, ServerError),
    ({"kind": "status", "status": 504}, 3, 1, ServerError),
    ({"kind": "html", "status": 502}, 3, 1, ServerError),
    ({"kind": "html", "status": 200}, 1, 1, DecodeError),
    ({"kind": "truncated"}, 1, 1, DecodeError),
    ({"kind": "drop", "moment": "before"}, 3, 1, ConnectionFailedError),
    ({"kind": "drop", "moment": "after"}, 3, 1, ConnectionFailedError),
    ({"kind": "drop", "moment": "within"}, 3, 1, ConnectionFailedError),
    (SLOW, 3, 1, CallTimeoutError),
]


@pytest.mark.parametrize(("rule", "gets", "posts", "error"), TABLE, ids=lambda part: str(part))
async def test_what_fails_for_good(
    rule: dict[str, Any],
    gets: int,
    posts: int,
    error: type[Exception],
    client: Any,
    secured_signing: SecuredSigningFixture,
) -> None:
    """Only what is safe is repeated; the error is of its class, names the operation, and no secret is in it."""
    for operation, expected in (("getAccountInfo", gets), ("uploadDocument", posts)):
        fail(secured_signing, {**rule, "operation": operation})
        with pytest.raises(error) as caught:
            if operation == "getAccountInfo":
                await result(client.account.info(options=options(rule)))
            else:
                await result(client.documents.upload(CONTRACT, options=options(rule)))
        assert calls(secured_signing) == expected
        assert type(caught.value) is error
        assert str(caught.value).startswith(operation) and caught.value.operation.id == operation  # type: ignore[attr-defined]
        assert secrets(secured_signing, "".join(traceback.format_exception(caught.value))) == []


@pytest.mark.parametrize("rule", [rule for rule, gets, *_ in TABLE if gets > 1 and rule is not SLOW], ids=str)
async def test_what_passes(rule: dict[str, Any], client: Any, secured_signing: SecuredSigningFixture) -> None:
    """After two failures the answer comes. Each attempt is signed anew, or the sandbox would refuse its nonce."""
    fail(secured_signing, {**rule, "operation": "getAccountInfo", "first": 2})
    assert (await result(client.account.info())).email == secured_signing.sandbox.user
    assert calls(secured_signing) == 3


async def test_the_wait_that_is_asked_for(client: Any, secured_signing: SecuredSigningFixture) -> None:
    """Seconds or a date: not before it, and no later than the policy says; a POST too, of which nothing was carried out."""
    for after in (20, None):
        start = secured_signing.clock()
        date = datetime.fromtimestamp(start + 20, UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
        rule = {"kind": "status", "status": 429, "retry_after": after or date, "first": 1}
        fail(secured_signing, {**rule, "operation": "uploadDocument"})
        assert (await result(client.documents.upload(CONTRACT))).reference
        assert 19 <= secured_signing.clock() - start < 25
    assert (await result(client.account.info())).document_used == 2


@pytest.mark.parametrize("stream", [BytesIO, OnlyForwards], ids=["seekable", "not seekable"])
async def test_a_large_upload_that_is_turned_away(
    stream: type[BytesIO], client: Any, secured_signing: SecuredSigningFixture
) -> None:
    """Answered before all of it was sent; the next attempt brings it from its beginning."""
    fail(secured_signing, {"kind": "status", "status": 429, "retry_after": 1, "first": 1})
    content = b"%PDF-1.4" + b"x" * 5_000_000
    await result(client.documents.upload(("large.pdf", stream(content))))
    stored = [path.read_bytes() for path in secured_signing.sandbox.state.store.folder.iterdir()]
    assert stored == [content]


@pytest.mark.parametrize("moment", ["before", "after", "within"])
async def test_nothing_is_sent_twice(moment: str, client: Any, secured_signing: SecuredSigningFixture) -> None:
    """A connection that breaks leaves at most the one document, and the error says that this is not known."""
    fail(secured_signing, {"kind": "drop", "operation": "uploadDocument", "moment": moment})
    with pytest.raises(ConnectionFailedError, match="not known whether") as caught:
        await result(client.documents.upload(CONTRACT))
    assert caught.value.sent
    assert (await result(client.account.info())).document_used == int(moment != "before")


async def test_a_page_in_place_of_an_answer(client: Any, secured_signing: SecuredSigningFixture) -> None:
    """The error says what came; an error page is kept as text."""
    fail(secured_signing, {"kind": "html", "operation": "getAccountInfo"})
    with pytest.raises(DecodeError, match=r"no JSON .* text/html @ \$"):
        await result(client.account.info())
    fail(secured_signing, {"kind": "html", "operation": "getAccountInfo", "status": 500})
    with pytest.raises(ServerError) as caught:
        await result(client.account.info())
    assert "<title>Bad gateway" in str(caught.value.body)
    assert "<" not in str(caught.value)


async def test_what_the_client_does_not_know(client: Any, secured_signing: SecuredSigningFixture) -> None:
    """Unknown values and fields are kept at every depth; a date of the service's framework is read."""
    document = await send(client)
    known = await result(client.documents.status(document.reference))
    fail(secured_signing, {"kind": "unknown-enum"})
    found = await result(client.documents.status(document.reference))
    assert found.status == "SandboxUnknownValue" and not found.status.is_known
    assert {str(signer.signed_status) for signer in found.signers} == {"SandboxUnknownValue"}
    assert isinstance(found.signers[0].signed_status, SignedStatus)
    fail(secured_signing, {"kind": "unknown-field"})
    found = await result(client.documents.status(document.reference))
    extra = {"Text": "SandboxUnknownValue", "Number": 1}
    assert found.additional_properties == {"SandboxUnknownField": extra}
    assert found.to_dict()["Signers"][1]["SandboxUnknownField"] == extra
    fail(secured_signing, {"kind": "ticks-date"})
    found = await result(client.documents.status(document.reference))
    assert found.due_date.startswith("/Date(")
    assert found.due_date_parsed == known.due_date_parsed == datetime(2031, 1, 1, 23, 59, 59, tzinfo=UTC)


async def test_waiting_outlasts_failures(client: Any, secured_signing: SecuredSigningFixture) -> None:
    """One in three answers is lost, and the document is complete all the same."""
    document = await send(client)
    for signer in document.signers:
        secured_signing.sign(signer)
    fail(
        secured_signing, {"kind": "drop", "operation": "getDocumentStatus", "every": 3}, {"kind": "status", "first": 1}
    )
    assert (await result(client.documents.wait_until_complete(document.reference))).status == "Complete"


@pytest.mark.parametrize(
    ("rule", "error"),
    [
        ({"kind": "drop", "moment": "within"}, DownloadIncompleteError),
        ({"kind": "drop", "moment": "before"}, ConnectionFailedError),
        ({"kind": "html"}, DecodeError),
        ({"kind": "status", "status": 503}, ServerError),
        (SLOW, CallTimeoutError),
    ],
    ids=str,
)
async def test_a_download_lands_whole_or_not_at_all(
    rule: dict[str, Any], error: type[Exception], client: Any, secured_signing: SecuredSigningFixture, tmp_path: Path
) -> None:
    """What was there before stays, nothing else lies around; the next try replaces it."""
    document = await send(client)
    target = tmp_path / "contract.pdf"
    target.write_bytes(b"of last week")
    fail(secured_signing, {**rule, "operation": "downloadDocument"})
    with pytest.raises(error) as caught:
        await result(client.downloads.document(document.reference, to=target, options=options(rule)))
    assert type(caught.value) is error
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("contract.pdf", b"of last week")]
    secured_signing.faults.clear()
    await result(client.downloads.document(document.reference, to=target))
    assert target.read_bytes().startswith(b"%PDF") and len(list(tmp_path.iterdir())) == 1


async def test_a_refused_download_that_breaks_off(client: Any, secured_signing: SecuredSigningFixture) -> None:
    """The connection ends within the refusal: as if it had ended within any answer, and the next attempt tells."""
    rule = {"kind": "drop", "moment": "within", "operation": "downloadDocument"}
    fail(secured_signing, rule)
    with pytest.raises(ConnectionFailedError):
        await result(client.downloads.document("1" * 48))
    assert calls(secured_signing) == 3
    fail(secured_signing, {**rule, "first": 2})
    with pytest.raises(NotFoundError):
        await result(client.downloads.document("1" * 48))


@pytest.mark.parametrize("status", [200, 400])
async def test_a_refresh_token_that_is_refused(
    status: int, client: Any, secured_signing: SecuredSigningFixture
) -> None:
    """Whatever status carries the refusal: the user has to log in again, told with the service's words; asked once."""
    fail(secured_signing, {"kind": "token-error", "operation": "token", "status": status})
    secured_signing.clock.advance(2 * 86_400)
    for _ in range(2):
        with pytest.raises(LoginRequiredError, match="invalid_grant .The sandbox was told to fail here") as caught:
            await result(client.account.info())
        assert caught.value.code == "invalid_grant"
        assert secrets(secured_signing, "".join(traceback.format_exception(caught.value))) == []
    assert calls(secured_signing) == 1


@pytest.mark.parametrize(
    "rule",
    [
        {"kind": "status", "status": 503},
        {"kind": "status", "status": 429, "retry_after": 1},
        {"kind": "html"},
        {"kind": "truncated"},
        {"kind": "drop", "moment": "before"},
        {"kind": "drop", "moment": "after"},
        {"kind": "drop", "moment": "within"},
        SLOW,
    ],
    ids=str,
)
def test_a_token_server_that_fails(rule: dict[str, Any], secured_signing: SecuredSigningFixture) -> None:
    """The call says that no token was to be had; nobody is logged out, and it works once the server does.

    A refresh token may be good for one use, so asking is never repeated by itself.
    """
    settings = secured_signing.settings
    with SecuredSigning(**settings, timeout=IMPATIENT if rule is SLOW else 20) as client:
        fail(secured_signing, {**rule, "operation": "token"})
        secured_signing.clock.advance(2 * 86_400)
        with pytest.raises(OAuthError) as caught:
            client.account.info()
        assert type(caught.value) is OAuthError and calls(secured_signing) == 1
        assert secrets(secured_signing, "".join(traceback.format_exception(caught.value))) == []
    secured_signing.faults.clear()
    with SecuredSigning(**settings) as client:
        assert client.account.info().email == secured_signing.sandbox.user


async def test_a_failure_while_the_token_still_lasts(client: Any, secured_signing: SecuredSigningFixture) -> None:
    """Renewing is tried ahead of the end; that it fails then disturbs no call."""
    fail(secured_signing, {"kind": "status", "operation": "token"})
    secured_signing.clock.advance(86_400 - 30)
    assert (await result(client.account.info())).email == secured_signing.sandbox.user
    assert calls(secured_signing) == 1


@pytest.mark.parametrize("rule", [{"kind": "status"}, {"kind": "drop", "moment": "before"}], ids=str)
async def test_a_login_that_cannot_be_ended(
    rule: dict[str, Any], client: Any, secured_signing: SecuredSigningFixture, caplog: pytest.LogCaptureFixture
) -> None:
    """The token is kept, since it is still good, and ended the next time."""
    token = (await result(client.oauth.current())).access_token
    assert secrets(secured_signing, f"Bearer {token}") == [token]  # so the other tests would find one
    fail(secured_signing, {**rule, "operation": "revoke", "first": 1})
    with pytest.raises(OAuthError):
        await result(client.oauth.revoke())
    assert (await result(client.account.info())).email == secured_signing.sandbox.user
    await result(client.oauth.revoke())
    assert await result(client.oauth.current()) is None
    assert token not in caplog.text
