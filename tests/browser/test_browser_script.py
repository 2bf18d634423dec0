"""What the served script offers a page besides frames: login, tokens by the application's server, uploads."""

from __future__ import annotations

from typing import Any

from integrator import Application, embed, heard, integrated, opened
from people import CONTRACT, PEOPLE, log_in
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture

SCOPES = "Basic SmartTag"


def log_in_by_button(tab: Any, application: Application) -> None:
    """As far as the question whether the application may."""
    opened(tab, application.address)
    tab.evaluate("sdk.CreateLogin('login')")
    tab.get_by_role("button", name="Log in with Secured Signing").click()
    log_in(tab, application.sandbox)


def test_a_login_button(tab: Any) -> None:
    """Through login and consent and back; the token works, and stands neither in the address nor in the history."""
    with integrated({}, authGenerator="/auth", scope=SCOPES) as application:
        log_in_by_button(tab, application)
        tab.get_by_role("button", name="Allow").click()
        tab.wait_for_function("window.sdk?.accessToken")
        assert tab.url == application.address
        tab.evaluate("sdk.CreateLogin('login')")
        assert tab.get_by_role("button", name="Logged in").is_disabled()
        assert tab.evaluate("sdk.getAccountInfo().then((info) => info.Email)") == application.sandbox.user


def test_a_login_that_is_refused(tab: Any) -> None:
    with integrated({}, authGenerator="/auth", scope=SCOPES) as application:
        log_in_by_button(tab, application)
        tab.get_by_role("button", name="Refuse").click()
        tab.wait_for_function("window.sdk?.authorizationError")
        assert tab.evaluate("[sdk.authorizationError, sdk.accessToken]") == ["access_denied", None]


def test_a_token_that_the_page_did_not_ask_for_is_not_taken(tab: Any) -> None:
    """Somebody else's link with a token in it would make the visitor act on that person's account."""
    with integrated({}, authGenerator="/auth") as application:
        token = application.sandbox.token(SCOPES)["access_token"]
        opened(tab, f"{application.address}#access_token={token}&state=guessed")
        assert tab.evaluate("sdk.accessToken") is None
        assert tab.url == application.address


def test_an_upload_button(tab: Any) -> None:
    """The chosen file goes up; the same one can be chosen again, and a refusal reaches the error callback."""
    with integrated({"oauth_required": False}, authGenerator="/auth") as application:
        opened(tab, application.address)
        tab.evaluate("sdk.CreateUpload('upload', (sent) => heard.push(sent.Reference), (e) => heard.push(e.message))")
        for number in (1, 2):
            with tab.expect_file_chooser() as chosen:
                tab.get_by_role("button", name="Upload a document").click()
            chosen.value.set_files(CONTRACT)
            tab.wait_for_function("(number) => heard.length === number", arg=number)
        references = heard(tab)
        assert [application.status(reference) for reference in references] == ["Initialized", "Initialized"]
        with tab.expect_file_chooser() as chosen:
            tab.get_by_role("button", name="Upload a document").click()
        chosen.value.set_files({"name": "run.exe", "mimeType": "text/plain", "buffer": b"MZ"})
        tab.wait_for_function("heard.length === 3")
        assert "The file's type is not accepted." in heard(tab)[2]


def test_tokens_from_the_applications_own_server(tab: Any) -> None:
    """The page knows no secret: its server signs, and asks for the invitee's token with which the page is then shown."""
    with integrated({}, authGenerator="/auth", clientAccessTokenGenerator="/token") as application:
        sender = SecuredSigningFixture(application.sandbox)
        reference = sender.client.documents.upload(CONTRACT).reference
        (sent,) = sender.client.smart_tags.send([reference], due_date="2031-01-01", signers=PEOPLE)
        sender.close()
        key = sent.signers[0].signing_key
        opened(tab, application.address)
        request = {"client_credential_type": "signing_key", "signing_key": key}
        token = tab.evaluate("(request) => sdk.getClientAccessToken(request)", request)
        assert token["token_type"] == "Bearer"
        assert application.asked == [
            {"grant_type": "client_credentials", "client_id": application.sandbox.api_key, "scope": "Basic", **request}
        ]
        frame = embed(tab, "getSignResource2", {"SigningKey": key}, "signed")
        frame.get_by_role("button", name="Sign", exact=True).click()
        assert heard(tab) == ["signed"]
        assert application.sandbox.api_secret not in tab.content()
