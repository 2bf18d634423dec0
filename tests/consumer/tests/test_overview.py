"""The overview of many contracts, asynchronously."""

from __future__ import annotations

from datetime import date

from securedsigning import AsyncSecuredSigning
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture

from contracts_desk import Contract, ContractsDesk, missing_signatures


async def test_who_is_still_to_sign(
    desk: ContractsDesk, contract: Contract, secured_signing: SecuredSigningFixture
) -> None:
    references = [desk.send(contract, sign_by=date(2031, 2, 14)) for _ in range(3)]
    client: AsyncSecuredSigning
    async with secured_signing.async_client as client:
        document = await client.documents.status(references[1])
        secured_signing.sign(document.signers[0])
        missing = await missing_signatures(client, references)
    both = ["ben@example.com", "zoe@example.com"]
    assert missing == dict(zip(references, [both, ["zoe@example.com"], both], strict=True))
