"""pyHanko behind a few functions: opening, signing with a given clock, and its errors as ours."""

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession
from pyhanko.stamp import BaseStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .authority import Authority
from .errors import DocumentError

_Answer = TypeVar("_Answer")


class Signer(PdfSigner):
    """A signer with a certificate, whose clock is an argument.

    Arguments:
        metadata: field, reason and form of the signature.
        certificate, key: the signer's.
        authority: whose certificate goes into the signature as well.
        now: the time of signing with its time zone.
    """

    def __init__(
        self,
        metadata: PdfSignatureMetadata,
        certificate: x509.Certificate,
        key: ec.EllipticCurvePrivateKey,
        authority: Authority,
        now: datetime,
    ) -> None:
        store = SimpleCertificateStore()
        store.register(asn1_certificate(authority.certificate))
        private = key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        signer = SimpleSigner(asn1_certificate(certificate), asn1_keys.PrivateKeyInfo.load(private), store)
        super().__init__(metadata, signer, stamp_style=_FieldsAreDrawnAlready())
        self._now = now

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._now
        return session


class _FieldsAreDrawnAlready(BaseStampStyle):
    """Tells pyHanko to leave the field's appearance as it is."""

    def create_stamp(self, writer: BasePdfFileWriter, box: BoxConstraints, text_params: dict[str, Any]) -> Any:
        return None


def asn1_certificate(certificate: x509.Certificate) -> asn1_x509.Certificate:
    """A certificate in the form pyHanko works with."""
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def opened_writer(source: Path) -> IncrementalPdfFileWriter:
    """A PDF, read into memory and ready for an update.

    Raises:
        DocumentError: it is no readable PDF, or encrypted.
    """
    with pdf_errors():
        # Not strict: files of the real world break small rules that readers overlook.
        writer = IncrementalPdfFileWriter(BytesIO(source.read_bytes()), strict=False)
        if writer.prev.encrypted:
            raise DocumentError("The PDF is protected by a password; upload it without protection.")
        return writer


@contextmanager
def pdf_errors() -> Iterator[None]:
    """Turns what pyHanko raises over a damaged PDF into a DocumentError."""
    try:
        yield
    except SigningError as error:
        raise DocumentError(f"The PDF can't be signed: {error}") from error
    except (PdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OSError) as error:
        # pyHanko meets a file that contradicts itself with whatever Python raises where it stumbles.
        raise DocumentError("The PDF is damaged in a way that keeps it from being signed.") from error


def run_coroutine(coroutine: Coroutine[Any, Any, _Answer]) -> _Answer:
    """Run a coroutine of pyHanko to its end, also where an event loop runs in this thread already."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, coroutine).result()
