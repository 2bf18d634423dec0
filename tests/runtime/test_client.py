"""The core of both clients: what a call is made of, how often it is made, and what is refused before."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from blocking import Blocking
from bodies import Body
from loopback import LoopbackServer, answered
from securedsigning import (
    AsyncSecuredSigning,
    AuthenticationError,
    CallOptions,
    CallTimeoutError,
    ConfigurationError,
    ConnectionFailedError,
    DecodeError,
    InputError,
    MemoryTokenStore,
    NotCompletedError,
    PermissionDeniedError,
    RetryPolicy,
    SecuredSigning,
    ServerError,
    StatusError,
    Token,
    WaitTimeoutError,
    __version__,
)
from securedsigning.models import Document, SignedStatus, SmartTagInvitee
from securedsigning.operations import Operation

SECRET = "c2VjcmV0LXRoYXQtbXVzdC1ub3Qtc2hvdw=="
Handler = Callable[[httpx.Request], httpx.Response]


class Service:
    """A service of scripted answers that remembers what it was sent."""

    runner: asyncio.Runner | None = None

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []
        self.slept: list[float] = []
        self.now = 1_700_000_000.0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        # A copy: where a token is renewed, the same request is sent again with other headers.
        kept = {"headers": request.headers.raw, "content": request.read(), "extensions": request.extensions}
        self.requests.append(httpx.Request(request.method, request.url, **kept))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def sleep_asynchronously(self, seconds: float) -> None:
        self.sleep(seconds)

    def client(self, **settings: Any) -> Any:
        """A client of this service: a blocking one, or an asynchronous one that is used alike."""
        arguments: dict[str, Any] = {
            "api_key": "KEY",
            "api_secret": SECRET,
            "access_url": "https://example.com/callback",
            "clock": lambda: self.now,
            "retry": RetryPolicy(jitter=lambda: 1.0),
        }
        transport = httpx.MockTransport(self)
        if self.runner is None:
            arguments |= {"http_client": httpx.Client(transport=transport), "sleep": self.sleep}
            return SecuredSigning(**(arguments | settings))
        arguments |= {"http_client": httpx.AsyncClient(transport=transport), "sleep": self.sleep_asynchronously}
        return Blocking(AsyncSecuredSigning(**(arguments | settings)), self.runner)


@pytest.fixture(autouse=True, params=["blocking", "asynchronous"])
def _kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if request.param == "blocking":
        yield
        return
    with asyncio.Runner() as runner:
        monkeypatch.setattr(Service, "runner", runner)
        yield


def document(status: str = "Complete", **members: Any) -> httpx.Response:
    """A document as the status call answers it."""
    return httpx.Response(200, json={"Reference": "1", "Status": status, "Signers": [], **members})


def test_every_attempt_is_signed_anew() -> None:
    """A repeated call has another nonce and signature: a used one would be refused."""
    service = Service(httpx.Response(503), httpx.ReadTimeout("slow"), document())
    assert service.client().documents.status("1").status == "Complete"
    for name in ("x-custom-nonce", "x-custom-signature"):
        assert len({request.headers[name] for request in service.requests}) == 3
    assert service.slept == [0.5, 1.0]


def test_a_send_is_not_repeated_once_it_left() -> None:
    """A document sent twice costs money: an unclear failure of a POST is raised at once."""
    service = Service(httpx.ReadTimeout("slow"))
    with pytest.raises(ConnectionFailedError, match="not known whether") as caught:
        service.client().smart_tags.send(["1"], due_date="2031-01-01")
    assert caught.value.sent
    assert service.slept == []


def test_an_answer_that_cannot_be_unpacked() -> None:
    """It says that it is compressed and is not: an error of this package, as for one that broke off."""
    answers = [
        httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=httpx.ByteStream(b"no gzip")) for _ in "123"
    ]
    with pytest.raises(ConnectionFailedError, match="decompressing"):
        Service(*answers).client().documents.status("1")


@pytest.mark.parametrize(
    ("failure", "sentence", "sent", "timed_out"),
    [
        (httpx.ConnectError("refused"), "refused; the call was not sent", False, False),
        (httpx.ConnectTimeout(""), "ConnectTimeout; the call was not sent", False, True),
        (httpx.PoolTimeout("all in use"), "all in use; the call was not sent", False, True),
        (httpx.ProxyError("403"), "403; the call was not sent", False, False),
        (httpx.UnsupportedProtocol("ftp"), "ftp; the call was not sent", False, False),
        (httpx.LocalProtocolError("bad header"), "bad header; the call was not sent", False, False),
        (
            httpx.ReadTimeout("slow"),
            "slow; it is not known whether the service received the call",
            True,
            True,
        ),
        (
            httpx.RemoteProtocolError(""),
            "RemoteProtocolError; it is not known whether the service received the call",
            True,
            False,
        ),
    ],
)
def test_a_failed_connection_is_told(failure: Exception, sentence: str, sent: bool, timed_out: bool) -> None:
    """Which call, what happened, and whether it may have been received; the library's own error is the cause."""
    service = Service(failure)
    with pytest.raises(ConnectionFailedError) as caught:
        service.client(retry=RetryPolicy.none()).documents.status("1")
    assert str(caught.value) == f"getDocumentStatus at api.securedsigning.com: {sentence}"
    assert (caught.value.sent, type(caught.value) is CallTimeoutError) == (sent, timed_out)
    assert caught.value.operation.id == "getDocumentStatus"
    assert caught.value.__cause__ is failure


def test_calls_are_repeated_unless_told_otherwise() -> None:
    """A client that was made without a word about it tries again, and waits at the hour that its clock shows."""
    later = {"Retry-After": "Tue, 14 Nov 2023 22:13:27 GMT"}  # seven seconds after the service's clock
    service = Service(httpx.Response(503, headers=later), document())
    assert service.client(retry=None).documents.status("1").status == "Complete"
    assert 7 <= service.slept[0] <= 7.5


def test_a_send_that_never_left_is_repeated() -> None:
    """A refused connection cannot have done anything."""
    service = Service(httpx.ConnectError("refused"), httpx.Response(200, json=[]))
    assert len(service.client().smart_tags.send(["1"], due_date="2031-01-01")) == 0


def test_options_of_one_call() -> None:
    """Timeout, headers, retries and a look at each raw response, for one call only."""
    seen: list[int] = []
    service = Service(httpx.Response(503), document())
    options = CallOptions(
        timeout=7,
        headers={"X-Trace": "abc"},
        retry=RetryPolicy.none(),
        on_response=lambda response: seen.append(response.status_code),
    )
    client = service.client()
    with pytest.raises(ServerError):
        client.documents.status("1", options=options)
    client.documents.status("1")
    assert service.requests[0].headers["x-trace"] == "abc"
    assert service.requests[0].extensions["timeout"]["read"] == 7
    assert "x-trace" not in service.requests[1].headers
    assert seen == [503]


@pytest.mark.parametrize(
    "name",
    [
        "X-CUSTOM-API-KEY",
        "X-CUSTOM-DATE",
        "x-custom-nonce",
        "X-Custom-Signature",
        "Referer",
        "Authorization",
        "Content-Type",
        "content-length",
        "Accept-Encoding",
        "Host",
    ],
)
def test_headers_of_the_client_cannot_be_replaced(name: str) -> None:
    """Nobody breaks authentication by accident."""
    with pytest.raises(InputError) as caught:
        Service().client().documents.status("1", options=CallOptions(headers={name: "x"}))
    assert str(caught.value) == f"the header {name} is the client's own; leave it out of CallOptions.headers."


@pytest.mark.parametrize("value", ["Zo\u00eb", "a\r\nb: c", 5, None, b"x"])
def test_further_headers_are_ones_that_can_be_sent(value: Any) -> None:
    """Refused before an attempt is made, without the value, which may be a secret."""
    service = Service()
    with pytest.raises(InputError) as caught:
        service.client().documents.status("1", options=CallOptions(headers={"X-Trace": value}))
    assert str(caught.value) == "the header X-Trace is no text of printable ASCII characters."
    assert service.slept == []


def test_a_name_of_a_header_is_one() -> None:
    for name in ("X Trace", "X-Tr\u00e4ce", "X-Trace:", ""):
        with pytest.raises(InputError) as caught:
            Service().client().documents.status("1", options=CallOptions(headers={name: "x"}))
        assert str(caught.value) == f"{name!r} is no name of a header."


def test_a_body_that_is_no_json_is_refused() -> None:
    """Bytes of a file in place of Base64, for one."""
    data: Any = b"Name"
    with pytest.raises(InputError, match=r"^sendMailMerge: \$\.MailMergeListFileData cannot be written as JSON"):
        Service().client().smart_tags.send_mail_merge(
            document_reference="1",
            mail_merge_list_file_type="csv",
            mail_merge_list_file_data=data,
            due_date="2031-01-01",
        )


def test_layers_are_optional() -> None:
    """Bearer only with a token, sender only if set, and no token at all for keys without OAuth."""
    token = MemoryTokenStore(Token("access"))
    service = Service(document(), document(), document())
    service.client().documents.status("1")
    service.client(token_store=token, sender="42").documents.status("1")
    service.client(token_store=token, use_oauth=False).documents.status("1")
    bare, full, unused = (request.headers for request in service.requests)
    assert "authorization" not in bare and "x-custom-sender" not in bare
    assert (full["authorization"], full["x-custom-sender"]) == ("Bearer access", "42")
    assert "authorization" not in unused
    assert {headers["referer"] for headers in (bare, full, unused)} == {"https://example.com/callback"}


def test_a_refused_token_is_renewed_once() -> None:
    """An old token that is turned down is refreshed, and the call repeated with the new one."""
    store = MemoryTokenStore(Token("old", refresh_token="refresh", expires_at=1_800_000_000))
    service = Service(
        httpx.Response(401),
        httpx.Response(200, json={"access_token": "new", "expires_in": "86400", "token_type": "Bearer"}),
        document(),
    )
    assert service.client(token_store=store).documents.status("1").reference == "1"
    assert [request.headers.get("authorization") for request in service.requests] == ["Bearer old", None, "Bearer new"]


def test_a_token_that_is_taken_stays() -> None:
    """Whatever else the answer is: only 401 says that the token is refused."""
    store = MemoryTokenStore(Token("old", refresh_token="refresh", expires_at=1_800_000_000))
    service = Service(document(), httpx.Response(403))
    client = service.client(token_store=store)
    client.documents.status("1")
    with pytest.raises(PermissionDeniedError):
        client.documents.status("1")
    assert [request.headers.get("authorization") for request in service.requests] == ["Bearer old"] * 2


@pytest.mark.parametrize("use_oauth", [True, False])
def test_a_call_without_a_token_is_not_repeated(use_oauth: bool) -> None:
    """Where no token was sent none was refused, even if somebody has logged in meanwhile."""
    store = MemoryTokenStore()

    class LoggingIn(Service):
        def __call__(self, request: httpx.Request) -> httpx.Response:
            store.save(Token("access"))
            return super().__call__(request)

    service = LoggingIn(httpx.Response(401))
    with pytest.raises(AuthenticationError):
        service.client(token_store=store, use_oauth=use_oauth).documents.status("1")
    assert len(service.requests) == 1


def test_a_token_that_is_refused_twice() -> None:
    """The second refusal is what the caller is told; a third attempt would not be better."""
    store = MemoryTokenStore(Token("old", refresh_token="refresh", expires_at=1_800_000_000))
    service = Service(
        httpx.Response(401), httpx.Response(200, json={"access_token": "new"}), httpx.Response(401, text="still no")
    )
    with pytest.raises(AuthenticationError) as caught:
        service.client(token_store=store).documents.status("1")
    assert caught.value.body == "still no"
    assert len(service.requests) == 3


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({"api_key": None}, "api_key is missing: pass api_key=... or set SECUREDSIGNING_API_KEY"),
        ({"api_secret": ""}, "api_secret is missing"),
        ({"access_url": "https:///callback"}, "has no host"),
        ({"access_url": "example.com"}, "has no http:// or https:// in front"),
        ({"base_url": "api.securedsigning.com/web/v1.4"}, "has no http:// or https:// in front"),
        ({"base_url": "https://api.securedsinging.com/web/v1.4"}, "did you mean https://api.securedsigning.com"),
        ({"base_url": "https://api.securedsigning.com/v1.4"}, "did you mean https://api.securedsigning.com/web/v1.4"),
        ({"base_url": "http://api.securedsigning.com/web/v1.4"}, "is not encrypted"),
    ],
)
def test_settings_are_checked(settings: dict[str, Any], problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence that says what is wrong and what it should look like; nothing is sent."""
    for name in ("API_KEY", "API_SECRET", "ACCESS_URL", "BASE_URL", "OAUTH_URL"):
        monkeypatch.delenv(f"SECUREDSIGNING_{name}", raising=False)
    with pytest.raises(ConfigurationError) as caught:
        Service().client(**settings)
    assert problem in str(caught.value)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("sender", ["", "  ", "a\nb", "Zo\u00eb"])
def test_a_sender_is_one_that_a_header_can_hold(sender: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Service().client(sender=sender)
    assert str(caught.value) == "sender is empty or has characters that no header can hold."


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({"timeout": "5"}, "timeout is '5'; it is a number of seconds above 0, or httpx.Timeout."),
        ({"retry": 3}, "retry is a int; pass a RetryPolicy, such as RetryPolicy(attempts=3) or RetryPolicy.none()."),
        ({"timeout": 0, "retry": 3}, "seconds above 0, or httpx.Timeout.\nretry is a int; pass a RetryPolicy"),
        ({"on_response": 1}, "on_response is a int; pass a function that takes an httpx.Response."),
        (
            {"token_store": "token.json"},
            'token_store is a str; pass a store, such as FileTokenStore("token.json") or MemoryTokenStore(token).',
        ),
        ({"token_store": Token("s3cret")}, "token_store is a Token; pass a store, such as"),
        ({"http_client": "https://proxy"}, "http_client is a str; pass an httpx."),
    ],
)
def test_parts_of_a_client_that_cannot_be(settings: dict[str, Any], problem: str) -> None:
    """Refused when the client is made, not in the middle of a call."""
    with pytest.raises(ConfigurationError) as caught:
        Service().client(**settings)
    assert problem in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_the_http_client_is_of_the_same_kind() -> None:
    """A blocking client takes a blocking one, an asynchronous client an asynchronous one."""
    other = httpx.AsyncClient() if Service.runner is None else httpx.Client()
    own = "httpx.Client" if Service.runner is None else "httpx.AsyncClient"
    with pytest.raises(ConfigurationError) as caught:
        Service().client(http_client=other)
    assert str(caught.value) == f"http_client is a {type(other).__name__}; pass an {own}."


def test_an_http_client_that_was_closed() -> None:
    """Whoever made it has closed it too early; a client of our own is made anew."""
    service = Service(document())
    client = service.client()
    if Service.runner is None:
        client._http_client.close()
    else:
        Service.runner.run(client._part._http_client.aclose())
    for call in (lambda: client.documents.status("1"), lambda: client.oauth.exchange_code("code")):
        with pytest.raises(ConfigurationError) as caught:
            call()
        assert str(caught.value) == "http_client is closed; it has to stay open as long as this client is used."


def test_options_are_an_object() -> None:
    """A dict is what people pass first."""
    with pytest.raises(InputError, match=r"^options is a dict; pass CallOptions\(timeout=5\), for one\.$"):
        Service().client().documents.status("1", options={"timeout": 5})


def test_a_store_that_is_false_is_a_store() -> None:
    """One that counts its tokens has none before the first login."""

    class Counting(MemoryTokenStore):
        def __len__(self) -> int:
            return 0 if self.load() is None else 1

    store = Counting()
    service = Service(httpx.Response(200, json={"access_token": "new"}))
    service.client(token_store=store).oauth.exchange_code("code")
    assert store.load() == Token("new", issued_at=service.now)


def test_all_problems_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who starts with nothing sees everything that is missing."""
    for name in ("API_KEY", "API_SECRET", "ACCESS_URL"):
        monkeypatch.delenv(f"SECUREDSIGNING_{name}", raising=False)
    with pytest.raises(ConfigurationError) as caught:
        SecuredSigning()
    assert all(name in str(caught.value) for name in ("api_key", "api_secret", "access_url"))


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Arguments win over the environment; the OAuth server follows the API's host."""
    monkeypatch.setenv("SECUREDSIGNING_API_KEY", "FROM-ENVIRONMENT")
    monkeypatch.setenv("SECUREDSIGNING_API_SECRET", SECRET)
    monkeypatch.setenv("SECUREDSIGNING_ACCESS_URL", "https://example.com/callback")
    client = SecuredSigning(access_url="https://other.example.com/callback")
    assert client.settings.api_key == "FROM-ENVIRONMENT"
    assert client.settings.access_url == "https://other.example.com/callback"
    assert client.settings.oauth_url == "https://www.securedsigning.com/api/oauth2"
    local = SecuredSigning(base_url="http://127.0.0.1:8100/web/v1.4/")
    assert local.settings.oauth_url == "http://127.0.0.1:8100/api/oauth2"


def test_the_oauth_server_can_be_elsewhere() -> None:
    """An address of its own is asked for tokens, and is given as long to answer as the API."""
    store = MemoryTokenStore(Token("old", refresh_token="refresh", expires_at=1))
    service = Service(httpx.Response(200, json={"access_token": "new"}), document())
    client = service.client(token_store=store, oauth_url="https://login.example.com/oauth2", timeout=9)
    client.documents.status("1")
    assert str(service.requests[0].url) == "https://login.example.com/oauth2/token"
    assert service.requests[0].extensions["timeout"] == {"connect": 9, "read": 9, "write": 9, "pool": 9}


def test_secrets_do_not_show() -> None:
    """Neither the client's repr nor an error's text holds secret, token or signature."""
    service = Service(httpx.Response(401, text="no"))
    client = service.client(token_store=MemoryTokenStore(Token("access-token-text")))
    with pytest.raises(AuthenticationError) as caught:
        client.account.info()
    shown = f"{client!r} {client.settings!r} {caught.value} {caught.value!r}"
    assert SECRET not in shown
    assert "access-token-text" not in shown


def test_an_echoed_token_is_hidden() -> None:
    """A service that repeats the token in its message does not bring it into the error's text."""
    body = {"ResponseStatus": {"Message": "No: access-token-text", "Errors": [{"Message": "access-token-text"}]}}
    client = Service(httpx.Response(400, json=body)).client(token_store=MemoryTokenStore(Token("access-token-text")))
    with pytest.raises(StatusError) as caught:
        client.account.info()
    assert "access-token-text" not in str(caught.value)
    assert caught.value.message == "No: [token]"


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        (lambda client: client.documents.status(""), "document_reference is empty"),
        (lambda client: client.documents.status(".."), "only dots"),
        (lambda client: client.documents.status(5), "is a int; it is a text"),
        (lambda client: client.smart_tags.send("1", due_date="2031-01-01"), "pass a list"),
        (lambda client: client.smart_tags.send(["1"], due_date="2020-01-01"), "past"),
        (lambda client: client.smart_tags.send(["1"], due_date="tomorrow"), "due_date"),
        (
            lambda client: client.smart_tags.send(["1"], due_date="2031-01-01", signers=[{"a": 1}]),
            r"signers\[0\] is a dict",
        ),
        (lambda client: client.documents.upload("missing.docx"), "missing.docx"),
        (lambda client: client.documents.upload(("a.exe", b"x")), "exe"),
        (lambda client: client.downloads.document("1", to="/nowhere/a.pdf"), "'?/nowhere'? does not exist"),
        (lambda client: client.oauth.authorization_url(["basic"]), "Basic"),
        (lambda client: client.documents.wait_until_complete("1", interval=0), "interval"),
    ],
)
def test_wrong_input_is_refused_before_anything_is_sent(call: Callable[[Any], object], problem: str) -> None:
    """With a sentence that helps."""
    service = Service()
    with pytest.raises(InputError, match=problem):
        call(service.client())
    assert service.requests == []


@pytest.mark.parametrize("length", [0, 33, 36])
def test_a_nonce_of_the_wrong_length_is_refused(length: int) -> None:
    """str(uuid4()) has 36 characters; the message says so."""
    service = Service(document())
    with pytest.raises(InputError) as caught:
        service.client(nonce=lambda: "x" * length).documents.status("1")
    assert str(caught.value) == (
        f"the nonce has {length} characters; the service takes 1 to 32. "
        "Mind that str(uuid4()) has 36; uuid4().hex has 32."
    )
    assert service.requests == []


@pytest.mark.parametrize("length", [1, 32])
def test_a_nonce_as_long_as_allowed_is_sent(length: int) -> None:
    """As it was given."""
    service = Service(document())
    service.client(nonce=lambda: "x" * length).documents.status("1")
    assert service.requests[0].headers["x-custom-nonce"] == "x" * length


def test_path_parameters_cannot_change_the_path() -> None:
    """Whatever a reference holds, it stays one segment."""
    service = Service(document())
    service.client().documents.status("../../x?y#z")
    assert service.requests[0].url.raw_path.endswith(b"/Document/Status/..%2F..%2Fx%3Fy%23z")


def test_waiting_until_complete() -> None:
    """Asks every few seconds, tells what it sees, and gives the complete document."""
    service = Service(document("Invitation"), document("1 of 2 Signed"), document())
    seen: list[Any] = []
    done = service.client().documents.wait_until_complete("1", on_status=lambda item: seen.append(item.status))
    assert (done.status, seen, service.slept) == ("Complete", ["Invitation", "1 of 2 Signed", "Complete"], [5.0, 5.0])


def test_waiting_ends_with_a_reason() -> None:
    """A declined document never becomes complete, and time is not endless."""
    declined = document("Declined", Signers=[{"SignedStatus": "Declined", "DeclinedReason": "Too dear"}])
    with pytest.raises(NotCompletedError, match="Declined: Too dear"):
        Service(declined).client().documents.wait_until_complete("1")
    with pytest.raises(WaitTimeoutError, match="still Pending after 8 seconds"):
        Service(document("Pending"), document("Pending")).client().documents.wait_until_complete("1", timeout=8)


def test_send_chooses_the_call() -> None:
    """One result whichever of the service's two calls was needed."""
    package = {"PackageReference": "P", "PackageName": "N", "Documents": [{"Reference": "1"}, {"Reference": "2"}]}
    service = Service(
        httpx.Response(200, json=[{"Reference": "1"}]),
        httpx.Response(200, json=package),
        httpx.Response(200, json=[{"Reference": "1"}, {"Reference": "2"}]),
    )
    client = service.client()
    signer = SmartTagInvitee(first_name="A", last_name="B", email="a@example.com")
    alone = client.smart_tags.send([Document(reference="1", signers=[])], due_date="2031-01-01", signers=[signer])
    both = client.smart_tags.send(["1", "2"], due_date="2031-01-01", package_name="N")
    apart = client.smart_tags.send(["1", "2"], due_date="2031-01-01", as_package=False)
    assert [request.url.path.rsplit("/")[-1] for request in service.requests] == ["Send", "Send2", "Send"]
    assert (len(alone), alone.package_reference) == (1, None)
    assert (len(both), both.package_reference, both.package_name) == (2, "P", "N")
    assert (len(apart), apart[0].reference) == (2, "1")
    assert b'"NoPackage":true' in service.requests[2].content


def test_templates_by_name() -> None:
    """Names are found whatever their case; an unknown one is told with those there are."""
    templates = [{"Reference": "1", "Name": "Standard", "Subject": "s", "Template": "t"}]
    service = Service(httpx.Response(200, json=templates), httpx.Response(200, json=templates))
    client = service.client()
    assert client.email_templates.invitation("standard").reference == "1"
    with pytest.raises(InputError, match="no template is called 'Other'; the account has 'Standard'"):
        client.email_templates.invitation("Other")


def test_answers_are_read_leniently() -> None:
    """Unknown members and values are kept, numbers for names are understood, text for booleans too."""
    signer = {"SignedStatus": 6, "HasSigned": "true", "New": {"a": 1}}
    service = Service(document("Levitating", Signers=[signer], Extra=[1]))
    found = service.client().documents.status("1")
    assert found.status == "Levitating" and not found.status.is_known
    assert found.signers[0].signed_status is SignedStatus.SIGNED
    assert found.signers[0].has_signed is True
    assert found.additional_properties == {"Extra": [1]}
    assert found.signers[0].to_dict()["New"] == {"a": 1}


@pytest.mark.parametrize(
    ("body", "place", "problem"),
    [
        (b"<html>", "$", "it is no JSON"),
        (b"", "$", "the body is empty"),
        (b'{"Reference": "1", "Sig', "$", "it is no JSON"),
        (b"[]", "$", "expected an object, found a list"),
        (b"{}", "$.Reference", "this member is missing"),
        (b'{"Reference": "1", "Signers": {"a": 1}}', "$.Signers", "expected a list, found an object"),
        (b'{"Reference": "1", "Signers": [{}, 5]}', "$.Signers[1]", "expected an object, found a number"),
        (
            b'{"Reference": "1", "Signers": [{"HasSigned": "perhaps"}]}',
            "$.Signers[0].HasSigned",
            "expected true or false",
        ),
    ],
)
def test_unreadable_answers_name_their_place(body: bytes, place: str, problem: str) -> None:
    """The error names operation, problem and JSON path."""
    with pytest.raises(DecodeError) as caught:
        Service(httpx.Response(200, content=body)).client().documents.status("1")
    assert caught.value.path == place
    assert str(caught.value).startswith("getDocumentStatus: cannot read the answer: ")
    assert problem in str(caught.value)


@pytest.mark.parametrize("status", [300, 302, 418, 499, 520, 561])
@pytest.mark.parametrize("call", [lambda client: client.documents.status, lambda client: client.downloads.document])
def test_odd_statuses_raise(status: int, call: Callable[[Any], Callable[[str], object]]) -> None:
    """A status that nobody documented, even one outside the registry, is an error with its number."""
    client = Service(httpx.Response(status, stream=Body(b"<html>"))).client(retry=RetryPolicy.none())
    with pytest.raises(StatusError) as caught:
        call(client)("1")
    assert caught.value.status == status
    assert caught.value.body == "<html>"


@pytest.mark.parametrize("status", [200, 206, 299])
def test_every_status_below_300_is_a_success(status: int) -> None:
    """Which of them the service gives is not stated exactly."""
    service = Service(httpx.Response(status, json={"Reference": "1"}), httpx.Response(status, stream=Body(b"%PDF")))
    client = service.client()
    assert client.documents.status("1").reference == "1"
    assert client.downloads.document("1").content == b"%PDF"


def test_the_service_s_reason_is_told() -> None:
    """Message and field errors of the framework's form are in the error's text."""
    body = {
        "ResponseStatus": {
            "ErrorCode": "ValidationException",
            "Message": "It does not fit.",
            "Errors": [{"FieldName": "DueDate", "Message": "Is past."}],
        }
    }
    with pytest.raises(StatusError) as caught:
        Service(httpx.Response(400, json=body)).client().documents.status("1")
    assert str(caught.value) == ("getDocumentStatus: 400 ValidationException: It does not fit.\n  DueDate: Is past.")
    assert caught.value.field_errors == (("DueDate", "Is past."),)


def test_one_recipient_in_place_of_a_list() -> None:
    """Where it is not known whether an object or a list comes, both give a list."""
    service = Service(httpx.Response(200, json={}), httpx.Response(200, json=[{}]))
    client = service.client()
    assert len(client.recipients.list_all()) == len(client.recipients.list_all()) == 1


def test_what_each_kind_of_call_says_of_itself() -> None:
    """Who calls, and which answers are understood; a file comes as it is, not compressed on the way."""
    service = Service(
        document(), httpx.Response(200, stream=httpx.ByteStream(b"%PDF")), httpx.Response(200, json={"Reference": "1"})
    )
    client = service.client()
    client.documents.status("1")
    client.downloads.document("1")
    client.documents.extend(document_reference="1", due_date="2031-01-01")
    shown = [
        [request.headers.get(name) for name in ("user-agent", "accept", "accept-encoding", "content-type")]
        for request in service.requests
    ]
    agent = f"securedsigning-python/{__version__}"
    assert shown == [
        [agent, "application/json", None, None],
        [agent, "*/*", "identity", None],
        [agent, "application/json", None, "application/json"],
    ]


def test_a_minute_is_waited_if_nothing_is_said() -> None:
    """For each of connecting, sending, receiving and a free connection; also where something is sent."""
    service = Service(document(), document(), httpx.Response(200, json={"Reference": "1"}))
    service.client().documents.status("1")
    service.client(timeout=httpx.Timeout(3, read=9)).documents.status("1")
    service.client(timeout=7).documents.extend(document_reference="1", due_date="2031-01-01")
    assert [request.extensions["timeout"] for request in service.requests] == [
        {"connect": 60.0, "read": 60.0, "write": 60.0, "pool": 60.0},
        {"connect": 3, "read": 9, "write": 3, "pool": 3},
        {"connect": 7, "read": 7, "write": 7, "pool": 7},
    ]


def test_every_response_is_shown() -> None:
    """To the client's own listener first, then to the call's; each attempt, and errors too."""
    seen: list[tuple[str, int]] = []
    service = Service(httpx.Response(503), document())
    client = service.client(on_response=lambda response: seen.append(("client", response.status_code)))
    client.documents.status("1", options=CallOptions(on_response=lambda r: seen.append(("call", r.status_code))))
    assert seen == [("client", 503), ("call", 503), ("client", 200), ("call", 200)]


def test_a_listener_that_fails_holds_no_connection() -> None:
    """Its own error comes out, and a download that had begun is ended."""

    def listener(_: httpx.Response) -> None:
        raise LookupError("the listener's own")

    body = Body(b"%PDF")
    client = Service(httpx.Response(200, stream=body)).client(on_response=listener)
    with pytest.raises(LookupError, match="own"):
        client.downloads.document("1")
    assert body.is_closed


def test_an_error_that_breaks_off_holds_no_connection() -> None:
    """The reason why there is no file is read like any answer; if that fails too, the connection is free again."""
    body = Body(b"<html>", failure=httpx.ReadError("reset"))
    client = Service(httpx.Response(404, stream=body)).client(retry=RetryPolicy.none())
    with pytest.raises(
        ConnectionFailedError, match=r"^downloadDocument at api\.securedsigning\.com: reset; it is not known whether"
    ):
        client.downloads.document("1")
    assert body.is_closed


def test_an_upload_says_what_it_is(tmp_path: Path) -> None:
    """Host, length and kind of the form, and the time that the call was given; afterwards the file is closed."""
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7")
    service = Service(httpx.Response(200, json={"Reference": "1"}))
    with warnings.catch_warnings(record=True, category=ResourceWarning) as told:
        warnings.simplefilter("always", ResourceWarning)
        service.client().documents.upload(file, options=CallOptions(timeout=7))
    assert told == [], "of a file that nobody closed"
    (request,) = service.requests
    assert request.headers["host"] == "api.securedsigning.com"
    assert request.headers["content-length"] == str(len(request.content))
    assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert request.headers["accept"] == "application/json"
    assert request.extensions["timeout"] == {"connect": 7, "read": 7, "write": 7, "pool": 7}


def test_a_client_that_was_passed_stays_open() -> None:
    """Whoever made it closes it."""
    service = Service(document(), document())
    client = service.client()
    client.documents.status("1")
    getattr(client, "aclose" if service.runner else "close")()
    assert client.documents.status("1").status == "Complete"


def test_an_own_client_is_closed_and_made_anew() -> None:
    """Connections are gone after closing; a later call opens new ones, and closing twice does no harm."""
    with LoopbackServer(lambda _: [answered(document().content)]) as server:
        client = Service().client(http_client=None, base_url=server.url, clock=lambda: 0.0, retry=RetryPolicy.none())
        close = getattr(client, "aclose" if Service.runner else "close")
        close()
        assert client.documents.status("1").status == "Complete"
        first = client._http_client
        assert client.documents.status("1").status == "Complete"
        assert client._http_client is first
        close()
        close()
        assert first.is_closed
        assert client.documents.status("1").status == "Complete"
        close()
        assert server.connections == 2


def test_calls_go_through_the_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with every other program, unless an HTTP client is passed."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with LoopbackServer(lambda _: [answered(document().content)]) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        client = Service().client(http_client=None, base_url="http://localhost:9/web/v1.4", retry=RetryPolicy.none())
        assert client.documents.status("1").status == "Complete"
        getattr(client, "aclose" if Service.runner else "close")()
    assert [head.split()[:2] for head in proxy.heads] == [
        [b"GET", b"http://localhost:9/web/v1.4/Document/Status/1"],
    ]


def test_a_client_can_be_a_context() -> None:
    """It is itself inside, and closed outside."""
    with LoopbackServer(lambda _: [answered(document().content)]) as server:
        client = Service().client(http_client=None, base_url=server.url)
        if Service.runner is None:
            with client as inside:
                assert inside is client
                inside.documents.status("1")
                kept = inside._http_client
        else:
            inside = client.__aenter__()
            assert type(inside) is AsyncSecuredSigning
            client.documents.status("1")
            kept = client._http_client
            client.__aexit__(None, None, None)
        assert kept.is_closed


def test_the_time_is_the_clock_s() -> None:
    """What the client takes for the present."""
    service = Service()
    assert service.client().now() == 1_700_000_000.0


def test_an_operation_of_ones_own_can_be_called() -> None:
    """For a call that the spec does not know yet."""
    own = Operation("ownCall", "own.call", "POST", "/Own")
    assert (own.scopes, own.confidence, own.sources, own.deprecated) == ((), "inferred", (), False)
    assert repr(own) == "<ownCall: POST /Own, inferred>"
    service = Service(httpx.Response(200, json={"a": 1}), httpx.Response(404))
    client = service.client()
    answer = client.send(own, "/Own", params=[("a b", "c&d")], json={"x": 1})
    assert answer.json() == {"a": 1}
    assert str(service.requests[0].url).endswith("/web/v1.4/Own?a+b=c%26d")
    assert service.requests[0].content == b'{"x":1}'
    with pytest.raises(StatusError, match="^ownCall: 404 "):
        client.send(own, "/Own")
