"""The fixture that other projects' tests use."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import httpx
import pytest
from caller import FILES
from securedsigning import CallOptions, RateLimitedError, SecuredSigningError
from securedsigning.models import SmartTagInvitee
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]
PEOPLE = [
    SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana@example.com"),
    SmartTagInvitee(first_name="Ben", last_name="Rata", email="ben@example.com"),
]
CONTRACT = FILES / "contract.pdf"
README = Path(__file__).parents[2] / "sandbox" / "README.md"


def test_a_whole_flow_without_a_port(secured_signing: SecuredSigningFixture) -> None:
    client = secured_signing.client
    uploaded = client.documents.upload(CONTRACT)
    (sent,) = client.smart_tags.send([uploaded.reference], due_date="2031-01-01", signers=PEOPLE)
    assert [mail["recipient"] for mail in secured_signing.invitations] == ["ana@example.com"]
    for signer in sent.signers:
        secured_signing.sign(signer)
    done = client.documents.wait_until_complete(sent.reference)
    assert done.status == "Complete"
    assert client.downloads.document(done.reference).content.startswith(b"%PDF")


async def test_the_same_asynchronously(secured_signing: SecuredSigningFixture) -> None:
    client = secured_signing.async_client
    uploaded = await client.documents.upload(CONTRACT)
    (sent,) = await client.smart_tags.send([uploaded.reference], due_date="2031-01-01", signers=PEOPLE)
    assert secured_signing.decline(sent.signers[0], "The price is wrong") == "Declined"
    assert (await client.documents.status(sent.reference)).status == "Declined"
    await client.aclose()


@pytest.mark.secured_signing(port=True, token_lifetime=60)
def test_with_a_port_and_settings(secured_signing: SecuredSigningFixture) -> None:
    assert httpx.get(secured_signing.sandbox.origin).status_code == 200
    secured_signing.clock.advance(3600)
    assert secured_signing.client.account.info().email == secured_signing.sandbox.user  # the token was renewed


def test_waiting_takes_no_time(secured_signing: SecuredSigningFixture) -> None:
    """A Retry-After is waited for by the sandbox's clock."""
    secured_signing.faults.add("status", "getAccountInfo", status=429, retry_after=20, first=1)
    before = secured_signing.clock()
    assert secured_signing.client.account.info().name
    assert secured_signing.clock() - before >= 20


def test_faults_reach_the_client(secured_signing: SecuredSigningFixture) -> None:
    secured_signing.faults.add("status", "getAccountInfo", status=429)
    with pytest.raises(RateLimitedError):
        secured_signing.client.account.info()
    secured_signing.faults.replace([{"kind": "slow", "operation": "*", "seconds": 600}])
    with pytest.raises(SecuredSigningError):
        secured_signing.client.account.info(options=CallOptions(timeout=0.05))


def examples() -> list[str]:
    """The blocks of Python in the README's section on tests, as they stand."""
    section = README.read_text(encoding="utf-8").partition("## In a test\n")[2].partition("\n## ")[0]
    return [dedent(block) for block in re.findall(r"(?:^(?: {4}.*)?\n)+", section, re.MULTILINE) if "import" in block]


@pytest.fixture
def imported(secured_signing: SecuredSigningFixture) -> None:
    """All that a flow imports at its first use.

    A test within a test forgets what it imported; the tests after it would have second copies of some modules, whose classes are
    not those that others hold.
    """
    client = secured_signing.client
    uploaded = client.documents.upload(("contract.rtf", rb"{\rtf1 We agree. Signed: [!Sign.1]}"))
    (sent,) = client.smart_tags.send([uploaded], due_date="2031-01-01", signers=PEOPLE[:1])
    assert secured_signing.sign(sent.signers[0]) == "Complete"
    httpx.HTTPTransport(verify=False).close()


@pytest.mark.usefixtures("imported")
def test_the_readme_s_tests_pass_as_pasted(pytester: pytest.Pytester) -> None:
    """With nothing beside them."""
    pytester.makepyfile(examples()[0])
    plugins = ("-p", "no:cacheprovider", "-p", "no:asyncio", "-p", "securedsigning_sandbox.pytest_plugin")
    pytester.runpytest_inprocess(*plugins, "--strict-markers").assert_outcomes(passed=2)


def test_the_readme_s_program_runs_as_pasted(capsys: pytest.CaptureFixture[str]) -> None:
    """To the end."""
    names: dict[str, object] = {}
    exec(examples()[1], names)
    names["client"].close()  # type: ignore[attr-defined]
    assert capsys.readouterr().out.startswith("Complete ['")
    assert len(examples()) == 2


@pytest.mark.usefixtures("imported")
def test_in_a_project_of_somebody_else(pytester: pytest.Pytester) -> None:
    """Isolated from test to test; a wrong setting is named."""
    pytester.makepyfile(
        """
        import pytest

        pytest_plugins = ["securedsigning_sandbox.pytest_plugin"]

        @pytest.mark.parametrize("number", range(3))
        def test_nothing_is_left_over(secured_signing, number):
            assert secured_signing.client.documents.list_active("InBox") == []
            secured_signing.client.documents.upload(("a.pdf", b"%PDF-1.4"))

        @pytest.mark.secured_signing(token_lifetim=60)
        def test_a_setting_that_is_none(secured_signing):
            pass
        """
    )
    outcome = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-p", "no:asyncio", "--strict-markers")
    outcome.assert_outcomes(passed=3, errors=1)
    outcome.stdout.fnmatch_lines(["*token_lifetim*"])


def test_several_workers(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """With pytest-xdist each test still has a sandbox, and a port, that no other test sees."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # only those that such a project would have
    monkeypatch.setenv("PYTHONPATH", f"{ROOT / 'generated' / 'python'}:{ROOT / 'sandbox'}")
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.secured_signing(port=True)
        @pytest.mark.parametrize("number", range(4))
        def test_nothing_is_left_over(secured_signing, number):
            client = secured_signing.client
            assert client.documents.list_active("InBox") == []
            client.documents.upload((f"{number}.pdf", b"%PDF-1.4"))
            (document,) = client.documents.list_active("InBox")
            assert document.name == f"{number}.pdf"
        """
    )
    plugins = ["-p", "xdist", "-p", "securedsigning_sandbox.pytest_plugin"]
    outcome = pytester.runpytest_subprocess(*plugins, "-n", "2", "-v", "--strict-markers")
    outcome.assert_outcomes(passed=4)
    outcome.stdout.fnmatch_lines_random(["*gw0*PASSED*", "*gw1*PASSED*"])
