"""A sandbox with an account and a key that are ready for use."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.applications import Starlette

from securedsigning_sandbox import flow
from securedsigning_sandbox.app import create_app
from securedsigning_sandbox.auth.tokens import Tokens
from securedsigning_sandbox.clock import Clock
from securedsigning_sandbox.context import State
from securedsigning_sandbox.passwords import password_hash
from securedsigning_sandbox.references import new_api_key, new_api_secret, new_reference
from securedsigning_sandbox.settings import Settings
from securedsigning_sandbox.spec import load_spec
from securedsigning_sandbox.store import Store

USER, PASSWORD = "mia.kauri@example.com", "sandbox"


class Sandbox:
    """A sandbox in this process.

    Attributes:
        app: the ASGI application.
        clock: its time, which can be set.
        state: its parts.
        api_key, api_secret, access_url: the ready-made key.
        user, password: the login of the account.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        settings = settings or Settings()
        store = Store(settings.database)
        self.clock = Clock()
        self.state = State(settings, store, self.clock, Tokens(store, settings, self.clock), load_spec())
        self.user, self.password = USER, PASSWORD
        self._seed(settings)
        key = store.one("SELECT * FROM api_keys ORDER BY rowid")
        assert key is not None
        self.api_key: str = key["api_key"]
        self.api_secret: str = key["secret"]
        self.access_url: str = key["access_url"]
        self.account: str = key["account"]
        self.app: Starlette = create_app(self.state)

    def _seed(self, settings: Settings) -> None:
        """An account and a key, unless the database has them already."""
        store = self.state.store
        with store.transaction():
            if store.one("SELECT 1 FROM accounts"):
                return
            account = new_reference()
            store.insert("accounts", reference=account, email=USER, name="Mia Kauri", password=password_hash(PASSWORD))
            store.insert(
                "api_keys",
                api_key=new_api_key(),
                secret=new_api_secret(),
                name="Sandbox application",
                access_url=settings.access_url,
                oauth_required=int(settings.oauth_required),
                account=account,
            )
            for kind, subject in (("invitation", "Please sign"), ("completion", "All have signed")):
                store.insert(
                    "email_templates",
                    reference=new_reference(),
                    account=account,
                    kind=kind,
                    name=f"Standard {kind}",
                    is_default=1,
                    subject=subject,
                    body=f"<p>{subject}: the document.</p>",
                )

    def token(self, scopes: str = "Basic SmartTag") -> dict[str, object]:
        """An access token for the account, as the token endpoint answers it, without the pages in between."""
        return self.state.tokens.issue(self.api_key, scope=scopes, account=self.account)

    def sign(self, signer: str) -> str:
        """Sign as an invitee, by signer reference or signing key; returns the document's state afterwards."""
        return str(flow.sign(self.state, signer)["status"])

    def decline(self, signer: str, reason: str) -> str:
        """Decline as an invitee; returns the document's state afterwards."""
        return str(flow.decline(self.state, signer, reason)["status"])

    def close(self) -> None:
        """Close the store."""
        self.state.store.close()


@contextmanager
def running(settings: Settings | None = None, *, host: str = "127.0.0.1", port: int = 0) -> Iterator[Sandbox]:
    """A sandbox on a port of this machine, in a thread; stopped at the end of the block.

    Args:
        settings: its switches.
        host: address to listen on.
        port: 0 takes a free one; the address is in ``sandbox.state.base_url``.
    """
    import uvicorn

    sandbox = Sandbox(settings)
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((host, port))
    sandbox.state.base_url = f"http://{host}:{listening.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(sandbox.app, log_level="warning", access_log=False, lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield sandbox
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
        sandbox.close()
