"""The desk against a sandbox."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from securedsigning import RateLimitedError, SecuredSigning
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture

from contracts_desk import Contract, ContractsDesk, DeskError

SIGN_BY = date(2031, 2, 14)


def sign(secured_signing: SecuredSigningFixture, reference: str, people: int = 2) -> None:
    """Let the first signers sign."""
    client: SecuredSigning = secured_signing.client
    for signer in client.documents.status(reference).signers[:people]:
        secured_signing.sign(signer)


def test_a_signed_contract_is_filed(
    desk: ContractsDesk, contract: Contract, cabinet: Path, secured_signing: SecuredSigningFixture
) -> None:
    secured_signing.clock.set(datetime(2031, 2, 3, 9, tzinfo=UTC).timestamp())
    reference = desk.send(contract, sign_by=SIGN_BY)
    sign(secured_signing, reference)
    filed = desk.file(reference)
    assert filed.path == cabinet / "Tāwhai 2031-03-01.pdf"
    assert filed.path.read_bytes().startswith(b"%PDF")
    assert filed.signed_at and filed.signed_at.date() == date(2031, 2, 3)
    client: SecuredSigning = secured_signing.client
    signatures = client.documents.validate(reference).signatures or []
    assert len(signatures) == 2 and all(each.is_valid for each in signatures)


def test_the_manager_signs_first(
    desk: ContractsDesk, contract: Contract, secured_signing: SecuredSigningFixture
) -> None:
    reference = desk.send(contract, sign_by=SIGN_BY)
    assert [mail["recipient"] for mail in secured_signing.invitations] == ["ben@example.com"]
    sign(secured_signing, reference, people=1)
    assert [mail["recipient"] for mail in secured_signing.invitations][-1] == "zoe@example.com"


def test_open_contracts_tell_their_last_event(
    desk: ContractsDesk, contract: Contract, secured_signing: SecuredSigningFixture
) -> None:
    assert desk.open_contracts() == []
    reference = desk.send(contract, sign_by=SIGN_BY)
    (waiting,) = desk.open_contracts()
    assert (waiting.name, waiting.reference) == ("Tāwhai 2031-03-01", reference)
    assert waiting.last_event == desk.history(reference)[-1]
    sign(secured_signing, reference)
    assert desk.open_contracts() == []


def test_the_history_names_who_acted(
    desk: ContractsDesk, contract: Contract, secured_signing: SecuredSigningFixture
) -> None:
    reference = desk.send(contract, sign_by=SIGN_BY)
    sign(secured_signing, reference)
    events = desk.history(reference)
    assert [each for each in events if "Signed" in each] == ["Signed (Ben Rata)", "Signed (Zoë Tāwhai)"]
    assert len(events) == len(secured_signing.client.documents.log(reference))


def test_a_refusal_is_told_with_its_reason(
    desk: ContractsDesk, contract: Contract, cabinet: Path, secured_signing: SecuredSigningFixture
) -> None:
    reference = desk.send(contract, sign_by=SIGN_BY)
    client: SecuredSigning = secured_signing.client
    secured_signing.decline(client.documents.status(reference).signers[0], "Wrong salary")
    with pytest.raises(DeskError, match="Tāwhai 2031-03-01 was declined: Wrong salary"):
        desk.file(reference)
    assert list(cabinet.iterdir()) == []


def test_patience_ends(desk: ContractsDesk, contract: Contract) -> None:
    reference = desk.send(contract, sign_by=SIGN_BY)
    with pytest.raises(DeskError, match="is not signed yet"):
        desk.file(reference)


def test_an_unknown_contract(desk: ContractsDesk) -> None:
    with pytest.raises(DeskError, match="There is no contract 123"):
        desk.file("123")


def test_an_exhausted_plan(desk: ContractsDesk, contract: Contract, secured_signing: SecuredSigningFixture) -> None:
    secured_signing.sandbox.exhaust_plan()
    with pytest.raises(DeskError, match="no documents left"):
        desk.send(contract, sign_by=SIGN_BY)


def test_a_busy_service_is_waited_for(
    desk: ContractsDesk, contract: Contract, secured_signing: SecuredSigningFixture
) -> None:
    reference = desk.send(contract, sign_by=SIGN_BY)
    secured_signing.faults.add("status", "getDocumentLog", status=429, retry_after=5, first=1)
    assert desk.history(reference)
    secured_signing.faults.add("status", "getDocumentLog", status=429)
    with pytest.raises(RateLimitedError):
        desk.history(reference)
