"""What is to be seen in the pictures: a builder's month, told through the SDK and the sandbox's pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from securedsigning import SecuredSigning, StatusError
from securedsigning.models import DropDownListItem, SmartTagInvitee
from securedsigning_sandbox import Settings, running
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture
from securedsigning_sandbox.sandbox import Sandbox

from scripts.picturing import contracts
from scripts.picturing.application import Application

BUILDING = Path(__file__).parents[2] / "spec" / "examples" / "files" / "contract.pdf"
BEGIN = datetime(2031, 2, 13, 20, 40, tzinfo=UTC).timestamp()
MINUTE, HOUR, DAY = 60, 3600, 86_400

ANA, BEN, HANA, MIA = (
    SmartTagInvitee(first_name=first, last_name=last, email=f"{first}.{last}@example.com".lower())
    for first, last in (("Ana", "Tui"), ("Ben", "Rata"), ("Hana", "Rewi"), ("Mia", "Kauri"))
)


@dataclass(frozen=True)
class Scene:
    """A sandbox in which things have happened.

    Attributes:
        sandbox: the sandbox.
        pages: the address of each page worth a look, by a name for it.
    """

    sandbox: Sandbox
    pages: dict[str, str]


@contextmanager
def scene(port: int = 0) -> Iterator[Scene]:
    """The scene, served on this machine meanwhile.

    Args:
        port: of the sandbox; 0 takes a free one.

    Raises:
        OSError: the port is taken.
    """
    moment = [BEGIN]
    with Application() as application:
        settings = Settings(now=lambda: moment[0], notification_retries=(MINUTE,), access_url=application.address)
        with running(settings, port=port) as sandbox:
            month = _Month(sandbox, application, moment)
            try:
                pages = month.happen()
            finally:
                month.client.close()
            yield Scene(sandbox, pages)


class _Month:
    def __init__(self, sandbox: Sandbox, application: Application, moment: list[float]) -> None:
        self.sandbox, self.application, self.moment = sandbox, application, moment
        self.fixture = SecuredSigningFixture(sandbox)
        self.client = SecuredSigning(**self.fixture.settings, sleep=self.later)
        key, secret = sandbox.add_key(access_url=application.address, oauth_required=False)
        application.knows(sandbox, key, secret)

    def later(self, seconds: float) -> None:
        """Time goes by."""
        self.sandbox.wait()
        self.moment[0] += seconds
        self.sandbox.clock.changed()
        self.sandbox.wait()

    def send(self, contract: contracts.Contract, *people: SmartTagInvitee, **terms: Any) -> Any:
        """Upload and send a contract; returns the document."""
        uploaded = self.client.documents.upload(contract.file)
        self.later(MINUTE)
        request = {"due_date": "2031-03-14", "notify_url": self.application.hook, **terms}
        (sent,) = self.client.smart_tags.send_documents(
            document_references=[uploaded.reference], signers=people, **request
        )
        return sent

    def happen(self) -> dict[str, str]:
        """All of it; the addresses of the pages."""
        van = self.send(contracts.VAN, BEN, MIA, due_date="2031-02-20")
        self.later(2 * HOUR)
        secrecy = self.send(contracts.SECRECY, BEN)
        self.later(DAY)
        tenancy = self.send(contracts.TENANCY, ANA, MIA)
        self.later(3 * HOUR)
        self.fixture.sign(tenancy.signers[0])
        self.later(20 * MINUTE)
        self.fixture.sign(tenancy.signers[1])
        self.later(3 * DAY)
        employment = self.send(contracts.EMPLOYMENT, HANA, MIA, notify_url=self.application.broken_hook)
        self.later(40 * MINUTE)
        self.fixture.sign(employment.signers[0])
        self.later(HOUR)
        directors = self.send(contracts.DIRECTORS, ANA)
        self.later(25 * MINUTE)
        self.fixture.decline(directors.signers[0], "The date of birth is wrong")
        self.later(5 * DAY)
        self.client.documents.send_reminder(
            document_reference=secrecy.reference, signer_reference=secrecy.signers[0].signer_reference
        )
        loan = self.send(
            contracts.LOAN,
            HANA,
            list_items=[
                DropDownListItem(client_field="PayCycle", item=item, value=item) for item in ("Weekly", "Fortnightly")
            ],
        )
        host = [SmartTagInvitee(**{**_told(person), "is_face_to_face_signing": True}) for person in (ANA, BEN)]
        keys = self.send(contracts.KEYS, *host)
        self._refusals(van.reference)
        self.client.documents.upload(contracts.MINUTES.file)
        self.later(10 * MINUTE)
        form = self._form()
        building = self._building(notify_url=self.application.hook)
        self.later(MINUTE)
        self._faults(building.reference)
        return {
            "overview": "/",
            "documents": "/documents",
            "document": f"/documents/{employment.reference}",
            "declined": f"/documents/{directors.reference}",
            "inbox": "/inbox",
            "notifications": "/notifications",
            "requests": "/requests",
            "refused": "/requests?refused",
            "controls": "/controls",
            "login": f"/api/oauth2/authorize?{urlencode(self._authorization())}",
            "signing": f"/sign/{building.signers[0].signing_key}",
            "waiting": f"/sign/{building.signers[1].signing_key}",
            "signed": f"/sign/{tenancy.signers[0].signing_key}",
            "files": f"/sign/{loan.signers[0].signing_key}",
            "form": f"/sign/{form.signers[0].signing_key}",
            "face-to-face": f"/sign/{keys.signers[0].signing_key}",
            "unknown": "/sign/unknown",
            **self._embedded(),
        }

    def _refusals(self, reference: str) -> None:
        """What a team that begins gets wrong."""
        stranger = SecuredSigning(**{**self.fixture.settings, "api_secret": "of another application"})
        plan = self.client.documents.upload(("Plan A1.pdf", BUILDING.read_bytes()[:900])).reference
        for call in (
            stranger.account.info,
            lambda: self.client.documents.status("000" * 16),
            lambda: self.client.smart_tags.send([reference], due_date="2031-03-14", signers=[BEN]),
            lambda: self.client.smart_tags.send([plan], due_date="2031-03-14", signers=[BEN]),
        ):
            try:
                call()
            except StatusError:
                self.later(5)
        stranger.close()

    def _faults(self, reference: str) -> None:
        """A client that is tried against a service which fails now and then."""
        self.sandbox.faults.add("status", "getDocumentStatus", first=2, status=429, retry_after=1)
        self.sandbox.faults.add("drop", "listActiveDocuments", share=0.25)
        self.sandbox.faults.add("unknown-field", "getAccountInfo")
        for _ in range(6):
            self.client.documents.status(reference)
            self.client.documents.list_active("Progress")
        self.client.account.info()

    def _form(self) -> Any:
        template = next(each for each in self.client.form_filler.list_templates() if each.name == "Residential tenancy")
        slots = self.client.form_filler.template_signers(template.reference)
        for slot, person in zip(slots.signers, (ANA, MIA), strict=True):
            slot.first_name, slot.last_name, slot.email = person.first_name, person.last_name, person.email
        return self.client.form_filler.send(templates=[slots])

    def _building(self, **terms: Any) -> Any:
        uploaded = self.client.documents.upload(("Building contract, 7 Kowhai Road.pdf", BUILDING.read_bytes()))
        (sent,) = self.client.smart_tags.send_documents(
            document_references=[uploaded.reference], due_date="2031-03-14", signers=[ANA, BEN], **terms
        )
        return sent

    def _authorization(self) -> dict[str, str]:
        return {
            "response_type": "code",
            "client_id": self.sandbox.api_key,
            "redirect_uri": self.application.address,
            "scope": "Basic SmartTag FormDirect",
            "state": "s1",
        }

    def _embedded(self) -> dict[str, str]:
        """Pages of I Sign and We Sign, by themselves, and an application that shows one."""
        found = {}
        for number, name in ((14, "i-sign"), (15, "we-sign")):
            reference = self.client.documents.upload(contracts.QUOTE.file).reference
            address = self.client.ui.resource(resource_type=number).url
            assert address is not None  # the sandbox always gives one
            found[name] = f"{address.removeprefix(self.sandbox.origin)}?DocumentReference={reference}"
        embedded = self._building(embedded=True)
        found["embedded"] = f"{self.application.address}?key={embedded.signers[0].signing_key}"
        return found


def _told(person: SmartTagInvitee) -> dict[str, Any]:
    return {"first_name": person.first_name, "last_name": person.last_name, "email": person.email}
