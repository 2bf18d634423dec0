"""Checking the signatures of a PDF, as an independent reader would: pyHanko's validator with its difference analysis."""

import logging
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko_certvalidator.context import ValidationContext
from pyhanko_certvalidator.errors import PathError

from .authority import Authority
from .pyhanko_bridge import asn1_certificate, pdf_errors, run_coroutine

# pyHanko logs each untrusted certificate with a traceback; here that is an answer like any other.
logging.getLogger("pyhanko.sign.validation.generic_cms").setLevel(logging.CRITICAL)

# What a validator meets in a signature that was tampered with.
_BROKEN = (SignatureValidationError, SigningError, PdfError, PathError, ValueError, KeyError, TypeError, AttributeError)


@dataclass(frozen=True, slots=True)
class VerifiedSignature:
    """One signature of a PDF.

    Arguments:
        valid: it is sound in itself, what it covers is unchanged, and later updates changed nothing but form fields.
        intact: the bytes it covers are unchanged.
        trusted: its certificate was issued by the authority that was asked about.
        name, email: the signer, from the certificate.
        time: when, by the signer's own clock; None if the signature doesn't say.
        reason: why, "" if the signature doesn't say.
    """

    valid: bool
    intact: bool
    trusted: bool
    name: str
    email: str
    time: datetime | None
    reason: str


def signatures(path: Path, *, trust: Authority | None) -> list[VerifiedSignature]:
    """Check every signature of a PDF, in the order of signing.

    Arguments:
        path: the PDF.
        trust: the only authority that is trusted; with None, none is. The chain is checked as of the signature's own time.

    Raises:
        DocumentError: the file is no readable PDF. A readable PDF with broken signatures is an answer, not an error.
    """
    with pdf_errors():
        reader = PdfFileReader(BytesIO(path.read_bytes()), strict=False)
        embedded = list(reader.embedded_regular_signatures)
    return [_verified(signature, trust) for signature in embedded]


def _verified(signature: EmbeddedPdfSignature, trust: Authority | None) -> VerifiedSignature:
    valid = intact = trusted = False
    name = email = reason = ""
    time: datetime | None = None
    try:
        time = signature.self_reported_timestamp
        reason = str(signature.sig_object.get("/Reason", ""))
        name, email = _signer(signature.signer_cert)
        context = ValidationContext(
            trust_roots=[asn1_certificate(trust.certificate)] if trust is not None else [],
            moment=time,
            allow_fetching=False,
        )
        status = run_coroutine(async_validate_pdf_signature(signature, context))
        intact = bool(status.intact)
        valid = bool(status.valid and intact and status.docmdp_ok)
        trusted = bool(status.trusted)
    except _BROKEN:
        valid = trusted = False
    return VerifiedSignature(valid, intact, trusted, name, email, time, reason)


def _signer(certificate: asn1_x509.Certificate) -> tuple[str, str]:
    name = certificate.subject.native.get("common_name", "")
    alternatives = certificate.subject_alt_name_value
    addresses = [entry.native for entry in alternatives or () if entry.name == "rfc822_name"]
    return str(name), str(addresses[0]) if addresses else ""
