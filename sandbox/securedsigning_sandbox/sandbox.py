"""A sandbox with an account and a key that are ready for use."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette

from securedsigning_sandbox import companies, control, flow, notifications, plan, recipients, signer_files, timetable
from securedsigning_sandbox.app import build_app
from securedsigning_sandbox.auth.tokens import Tokens
from securedsigning_sandbox.clock import Clock
from securedsigning_sandbox.context import State
from securedsigning_sandbox.faults import Faults
from securedsigning_sandbox.seed import PASSWORD, USER, add_account, add_key, seed
from securedsigning_sandbox.settings import Settings
from securedsigning_sandbox.spec import load_spec
from securedsigning_sandbox.store import Store

if TYPE_CHECKING:
    from securedsigning_sandbox.server import Server


class Sandbox:
    """A sandbox in this process.

    Attributes:
        app: the ASGI application.
        clock: its time, which can be set.
        state: its parts.
        api_key, api_secret, access_url: the ready-made key.
        account: reference of the account the key belongs to.
        user, password: the login of that account.
        origin: scheme, host and port, where it is served; empty otherwise.
    """

    def __init__(
        self, settings: Settings | None = None, *, origin: str = "", hosts: frozenset[str] | None = None
    ) -> None:
        """Open or create, and take up what an earlier run did not finish.

        Args:
            settings: its switches.
            origin: scheme, host and port, where it is served.
            hosts: names of the host under which its own pages may be seen; any, if None.

        Raises:
            OSError, ValueError, sqlite3.Error: the database cannot be used.
        """
        settings = settings or Settings()
        store = Store(settings.database)
        self.clock = Clock(settings.now)
        spec = load_spec()
        tokens = Tokens(store, settings, self.clock)
        self.state = State(settings, store, self.clock, tokens, spec, Faults(spec), base_url=origin, hosts=hosts)
        self.user, self.password = USER, PASSWORD
        key = seed(store, settings)
        self.api_key: str = key["api_key"]
        self.api_secret: str = key["secret"]
        self.access_url: str = key["access_url"]
        self.account: str = key["account"]
        self.app: Starlette = build_app(self.state)
        self.clock.changed = self._time_passed
        timetable.wake(self.state)
        if store.one("SELECT 1 FROM deliveries WHERE state = 'waiting'"):
            notifications.begin(self.state)
        if store.one("SELECT 1 FROM merges WHERE status = 'Processing'"):
            from securedsigning_sandbox.mail_merges import resume  # loads large libraries

            resume(self.state)

    def _time_passed(self) -> None:
        timetable.catch_up(self.state)
        timetable.wake(self.state)
        notifications.begin(self.state)

    @property
    def origin(self) -> str:
        return self.state.base_url

    @property
    def base_url(self) -> str:
        """What a client takes as its base URL; a path without a host in-process."""
        return f"{self.origin}/web/v1.4"

    @property
    def ready(self) -> dict[str, str]:
        """What a program needs to use the sandbox, as the command line's ready file holds it."""
        return {
            "base_url": self.base_url,
            "api_key": self.api_key,
            "api_secret": self.api_secret,
            "access_url": self.access_url,
            "user": self.user,
            "password": self.password,
            "origin": self.origin,
            "control_url": f"{self.origin}/_sandbox",
        }

    def token(self, scopes: str = "Basic SmartTag") -> dict[str, object]:
        """An access token for the account, as the token endpoint answers it, without the pages in between."""
        return self.state.tokens.issue(self.api_key, scope=scopes, account=self.account)

    @property
    def faults(self) -> Faults:
        """The rules by which it fails on purpose; ``faults.add("status", "getDocumentStatus", first=2)``."""
        return self.state.faults

    def add_account(self, email: str, name: str) -> str:
        """Another account, with the seeded one's password; returns its reference."""
        return add_account(self.state.store, email, name)

    def add_key(
        self, account: str = "", *, access_url: str = "", oauth_required: bool = True, partner: bool = False
    ) -> tuple[str, str]:
        """Another API key, for the seeded account by default; returns key and secret."""
        return add_key(
            self.state.store,
            account or self.account,
            access_url=access_url or self.access_url,
            oauth_required=oauth_required,
            partner=partner,
        )

    def add_company(self, name: str, email: str) -> dict[str, str]:
        """A company of type A that no partner looks after yet, with an administrator, so that one can link it; its ``code``
        and ``authentication_code``."""
        return companies.add_unlinked(self.state, name, email)

    def invitations(self) -> list[dict[str, Any]]:
        """The mails that were written, oldest first: kind, recipient, name, subject, body, link, document, signer, at."""
        timetable.catch_up(self.state)
        return control.invitations(self.state)

    def sign(
        self,
        signer: str,
        values: Mapping[str, str | bool] | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> str:
        """Sign as an invitee, by signer reference or signing key, with values for fields by reference, name or client field,
        and, where the document asks for files, their contents by name; returns the document's state afterwards."""
        signer_files.add_all(self.state, signer, files or {})
        return str(flow.sign(self.state, signer, values=values)["status"])

    def decline(self, signer: str, reason: str) -> str:
        """Decline as an invitee; returns the document's state afterwards."""
        return str(flow.decline(self.state, signer, reason)["status"])

    def set_plan(self, remaining: int, account: str = "") -> None:
        """Let an account's plan, by default the seeded account's, have that many documents left."""
        plan.set_remaining(self.state, account or self.account, remaining)

    def exhaust_plan(self, account: str = "") -> None:
        """Use up an account's plan: whatever needs a document of it is 426 from now on."""
        self.set_plan(0, account)

    def add_recipient(self, kind: str, person: Mapping[str, Any], account: str = "") -> str:
        """Save a recipient of an account, by default of the seeded one; returns the reference.

        Args:
            kind: ``notification`` or ``completion``.
            person: named as in the API; only those with ``IsDefault`` get mails.
            account: its reference.
        """
        return recipients.add_recipient(self.state.store, account or self.account, kind, person)

    def remove_recipient(self, reference: str) -> None:
        """Forget a saved recipient."""
        recipients.remove_recipient(self.state.store, reference)

    def set_on_hold(self, on_hold: bool, account: str = "") -> None:
        """Put an account, by default the seeded one, on hold, or let it go on: on hold, sending forms is 402."""
        plan.set_on_hold(self.state, account or self.account, on_hold)

    def wait(self) -> None:
        """Return once what goes on in the background is done: mail merges, and notifications that are due by now."""
        self.state.background.wait()
        self.state.notifier.wait()

    def deliveries(self) -> list[dict[str, Any]]:
        """All notifications, oldest first: id, document, event, target, state, body, and every attempt to deliver it."""
        timetable.catch_up(self.state)
        return notifications.deliveries(self.state)

    def resend(self, delivery: int) -> None:
        """Deliver a notification again, by its id."""
        notifications.resend(self.state, delivery)

    def reject(self, document: str) -> str:
        """Reject a document as its sender, which no API call does; returns its state."""
        return str(flow.reject(self.state, document)["status"])

    def archive(self, document: str) -> str:
        """Archive a document that is over, which no API call does; returns its state."""
        return str(flow.archive(self.state, document)["status"])

    def reset(self) -> None:
        """Forget documents, attachments, tokens, mails, faults and the log of requests, and set the clock right."""
        control.reset(self.state)

    def close(self) -> None:
        """End what goes on in the background, and close the store."""
        self.state.background.close()
        self.state.notifier.close()
        self.state.store.close()


def create_app(settings: Settings | None = None) -> Starlette:
    """The ASGI application of a new sandbox, for a server of one's own; its parts are in ``app.state.sandbox``."""
    return Sandbox(settings).app


@contextmanager
def running(settings: Settings | None = None, *, host: str = "127.0.0.1", port: int = 0) -> Iterator[Sandbox]:
    """A sandbox on a port of this machine, in a thread; stopped at the end of the block.

    Args:
        settings: its switches.
        host: address to listen on.
        port: 0 takes a free one; the address is ``sandbox.base_url``.

    Raises:
        OSError, ValueError: the address can't be listened on.
        OSError, ValueError, sqlite3.Error: the database cannot be used.
    """
    from securedsigning_sandbox.server import Server

    with behind(Server(host, port), settings) as sandbox:
        yield sandbox


@contextmanager
def behind(server: Server, settings: Settings | None = None) -> Iterator[Sandbox]:
    """A sandbox behind a server that listens already; both end with the block.

    Args:
        server: what receives its calls.
        settings: its switches.

    Raises:
        OSError, ValueError, sqlite3.Error: the database cannot be used.
    """
    try:
        sandbox = Sandbox(settings, origin=server.origin, hosts=server.hosts)
    except BaseException:
        server.stop()
        raise
    server.start(sandbox.app)
    try:
        yield sandbox
    finally:
        server.stop()
        sandbox.close()


def warm_up() -> None:
    """Load the libraries for documents and the models in the background, so that the first call does not wait for them."""
    from securedsigning_sandbox.operations import load

    def load_all() -> None:
        import_module("securedsigning_sandbox.models")
        load()

    threading.Thread(target=load_all, daemon=True).start()
