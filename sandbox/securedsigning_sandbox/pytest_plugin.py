"""A sandbox for each test: the fixture ``secured_signing``.

def test_nothing_waits_to_be_signed(secured_signing):
    assert secured_signing.client.documents.list_active("InBox") == []

The marker ``secured_signing`` takes the settings of the test's sandbox: ``@pytest.mark.secured_signing(token_lifetime=60)``. With
``port=True`` it is served on a port of this machine, otherwise nothing leaves the process.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from securedsigning_sandbox.clock import Clock
    from securedsigning_sandbox.faults import Faults
    from securedsigning_sandbox.sandbox import Sandbox

_ORIGIN = "https://sandbox.test"  # a name that no machine has (RFC 6761)


class SecuredSigningFixture:
    """What a test is given.

    Attributes:
        sandbox: the sandbox itself.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self._stack = ExitStack()

    @cached_property
    def client(self) -> Any:
        """A ``securedsigning.SecuredSigning`` that is logged in with every scope.

        Its time is the sandbox's, and where it would wait it sets the clock forward instead.

        Raises:
            RuntimeError: the SDK is not installed.
        """
        return _sdk().SecuredSigning(
            **self.settings, sleep=self.clock.advance, **self._in_process("Transport", "Client")
        )

    @cached_property
    def async_client(self) -> Any:
        """A ``securedsigning.AsyncSecuredSigning``, like ``client``. Whoever takes it closes it, if it has a port.

        Raises:
            RuntimeError: the SDK is not installed.
        """

        async def sleep(seconds: float) -> None:
            self.clock.advance(seconds)

        in_process = self._in_process("AsyncTransport", "AsyncClient")
        return _sdk().AsyncSecuredSigning(**self.settings, sleep=sleep, **in_process)

    @property
    def settings(self) -> dict[str, Any]:
        """What a client of one's own is made with: key, secret, access URL, base URL, clock, and a store with a token."""
        from securedsigning_sandbox.auth.tokens import SCOPES

        sdk, issued = _sdk(), self.sandbox.token(" ".join(SCOPES))
        expires_at = self.clock() + float(str(issued["expires_in"]))
        token = sdk.Token(
            str(issued["access_token"]), refresh_token=str(issued["refresh_token"]), expires_at=expires_at
        )
        return {
            "api_key": self.sandbox.api_key,
            "api_secret": self.sandbox.api_secret,
            "access_url": self.sandbox.access_url,
            "base_url": f"{self.sandbox.origin or _ORIGIN}/web/v1.4",
            "clock": self.clock,
            "token_store": sdk.MemoryTokenStore(token),
        }

    def _in_process(self, transport: str, client: str) -> dict[str, Any]:
        """The HTTP client that needs no port; nothing where there is one."""
        if self.sandbox.origin:
            return {}
        import httpx

        from securedsigning_sandbox import in_process

        made = getattr(httpx, client)(transport=getattr(in_process, transport)(self.sandbox.app))
        if client == "Client":
            self._stack.callback(made.close)
        return {"http_client": made}

    @property
    def clock(self) -> Clock:
        """The sandbox's time: ``clock.advance(seconds)``, ``clock.set(moment)``."""
        return self.sandbox.clock

    @property
    def faults(self) -> Faults:
        """Rules by which the sandbox fails on purpose."""
        return self.sandbox.faults

    @property
    def invitations(self) -> list[dict[str, Any]]:
        """The mails that were written, oldest first."""
        return self.sandbox.invitations()

    def sign(
        self, signer: Any, values: dict[str, str | bool] | None = None, files: dict[str, bytes] | None = None
    ) -> str:
        """Sign as an invitee, given as a signer of the SDK, a signer reference or a signing key, with values for fields and the
        contents of files that are asked for, by name; returns the document's state."""
        return self.sandbox.sign(_reference(signer), values, files)

    def decline(self, signer: Any, reason: str) -> str:
        """Decline as an invitee, given as for ``sign``; returns the document's state."""
        return self.sandbox.decline(_reference(signer), reason)

    def close(self) -> None:
        """Close the blocking client."""
        if "client" in self.__dict__:
            self.client.close()
        self._stack.close()


@pytest.fixture
def secured_signing(request: pytest.FixtureRequest) -> Iterator[SecuredSigningFixture]:
    """A sandbox of the test's own, with a client that is ready; see the marker ``secured_signing`` for its settings."""
    from securedsigning_sandbox.sandbox import Sandbox, running
    from securedsigning_sandbox.settings import Settings

    marker = request.node.get_closest_marker("secured_signing")
    chosen = dict(marker.kwargs) if marker else {}
    has_port = chosen.pop("port", False)
    try:
        settings = Settings(**chosen)
    except TypeError as error:
        raise pytest.UsageError(
            f"The marker secured_signing takes port and the settings of a sandbox: {error}."
        ) from None
    with ExitStack() as stack:
        if has_port:
            sandbox = stack.enter_context(running(settings))
        else:
            sandbox = Sandbox(settings)
            stack.callback(sandbox.close)
        made = SecuredSigningFixture(sandbox)
        stack.callback(made.close)
        yield made


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line(
        "markers", "secured_signing(port=False, **settings): the settings of the sandbox that secured_signing gives"
    )


def _reference(signer: Any) -> str:
    return signer if isinstance(signer, str) else str(signer.signer_reference)


def _sdk() -> Any:
    try:
        return import_module("securedsigning")
    except ImportError:
        raise RuntimeError("A client needs the SDK: pip install securedsigning.") from None
