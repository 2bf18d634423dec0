"""Who is still to sign, of many contracts at once."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from securedsigning import AsyncSecuredSigning
from securedsigning.models import Document


async def missing_signatures(client: AsyncSecuredSigning, references: Sequence[str]) -> dict[str, list[str]]:
    """The e-mail addresses that each contract still waits for, by reference."""
    found: list[Document] = await asyncio.gather(*(client.documents.status(reference) for reference in references))
    return {
        document.reference: [signer.email or "" for signer in document.signers if not signer.has_signed]
        for document in found
    }
