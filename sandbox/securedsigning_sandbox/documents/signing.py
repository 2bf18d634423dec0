"""Signing a PDF: fields prepared once, then one X.509 signature per signer, each an incremental update of the file.

Signatures are PAdES-B-B (ETSI EN 319 142-1), made and checked by pyHanko, with certificates of the sandbox's own
authority. No time stamp is asked for: the time in a signature is the sandbox's clock.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata

from .appearance import Appearance, draw_signature, with_initials
from .authority import Authority
from .errors import DocumentError
from .fields import (
    add_fields,
    add_signature_field,
    field_size,
    find_fields,
    fresh_name,
    imported,
    page_rotation,
    paint_over,
    show,
    wants_initials,
)
from .files import write_whole
from .form_fields import FieldPlace, add_form_fields, fill_form_fields
from .layout import PageLayout
from .pdfium import opened
from .places import OtherTag, Place
from .pyhanko_bridge import Signer, opened_writer, pdf_errors, run_coroutine
from .verification import VerifiedSignature, signatures

__all__ = ["Appearance", "Authority", "VerifiedSignature", "prepare_pdf", "sign_pdf", "signatures"]


def prepare_pdf(
    source: Path,
    target: Path,
    places: list[Place],
    form_fields: Sequence[FieldPlace] = (),
    covered: Sequence[OtherTag] = (),
) -> None:
    """Get a PDF ready to be signed by several people one after the other: call it once, when the document is sent.

    The tags' text is painted over, and each place gets an empty field; see `fields` for why this comes first.

    Arguments:
        source: the PDF with tags.
        target: where the prepared PDF goes; may be the source.
        places: of all signers, from `find_places`.
        form_fields: of all signers, for what they enter; a PDF that carries signatures already gets none.
            Without places, fields and tags to cover, the PDF is copied.
        covered: tags that are painted over too.

    Raises:
        DocumentError: the PDF can't be read or extended.
    """
    if not places and not form_fields and not covered:
        opened_writer(source)  # what can't be extended fails now rather than at the first signature
        write_whole(target, source.read_bytes())
        return
    writer = opened_writer(source)
    signed = bool(list(writer.prev.embedded_signatures))
    with opened(source) as document, pdf_errors():
        add_fields(writer, document, places, signed=signed)
        if not signed:
            for tag in covered:
                paint_over(writer, tag.page, tag.lines)
            add_form_fields(writer, form_fields)
        output = BytesIO()
        writer.write(output)
    write_whole(target, output.getvalue())


def sign_pdf(
    source: Path,
    target: Path,
    *,
    authority: Authority,
    name: str,
    email: str,
    order: int,
    reason: str,
    now: datetime,
    places: list[Place],
    appearance: Appearance,
    filled: Mapping[str, str] | None = None,
) -> None:
    """Sign a PDF for one signer, visibly at each of the signer's places, and keep earlier signatures valid.

    Arguments:
        source: the PDF, best prepared by `prepare_pdf`; one that is not gets its fields now.
        target: where the signed PDF goes; may be the source.
        authority: issues the signer's certificate.
        name, email: the signer, as certified.
        order: the signing order, from 1; it says which fields are the signer's.
        reason: why, kept in the signature.
        now: the time of signing with its time zone.
        places: of all signers; those of other orders are not signed. Without any of this order, the signature stands at
            the bottom of the last page.
        appearance: what is seen at the signer's places.
        filled: what the signer has entered, by the name of the form field; the signature covers it.

    Raises:
        DocumentError: the PDF can't be read or extended, this order has signed already, or the drawing is no picture.
    """
    writer = opened_writer(source)
    certificate, key = authority.issue(name, email, now)
    with pdf_errors():
        fields = find_fields(writer, order)
        has_places = any(place.order == order for place in places)
        if fields and "/V" in fields[0] and has_places:
            raise DocumentError(f"Signer {order} has signed this document already.")
        if not fields or "/V" in fields[0]:
            _add_missing_fields(writer, source, order, places)
            fields = find_fields(writer, order)
        _show_all(writer, fields, appearance)
        fill_form_fields(writer, filled or {})
        signer = Signer(
            PdfSignatureMetadata(
                field_name=str(fields[0]["/T"]),
                md_algorithm="sha256",
                subfilter=SigSeedSubFilter.PADES,
                name=name,
                reason=reason or None,
            ),
            certificate,
            key,
            authority,
            now,
        )
        output = BytesIO()
        run_coroutine(signer.async_sign_pdf(writer, existing_fields_only=True, output=output))
    write_whole(target, output.getvalue())


def _show_all(writer: IncrementalPdfFileWriter, fields: list[generic.DictionaryObject], appearance: Appearance) -> None:
    """Draw the signature into each field; fields of one size share the drawing, and with it the fonts."""
    forms: dict[tuple[float, float, int, bool], generic.IndirectObject] = {}
    for field in fields:
        rotation, initials = page_rotation(field), wants_initials(field)
        width, height = (round(edge, 1) for edge in field_size(field, rotation))
        key = (width, height, rotation, initials)
        if key not in forms:
            shown = with_initials(appearance) if initials else appearance
            forms[key] = imported(writer, draw_signature(shown, width, height), rotation)
        show(writer, field, forms[key])


def _add_missing_fields(writer: IncrementalPdfFileWriter, source: Path, order: int, places: list[Place]) -> None:
    signed = bool(list(writer.prev.embedded_signatures))
    own = [place for place in places if place.order == order]
    with opened(source) as document:
        if own:
            add_fields(writer, document, own if signed else places, signed=signed)
            return
        page = len(document) - 1
        layout = PageLayout(document, page)
        box = layout.free_block()
        add_signature_field(
            writer, fresh_name(writer, order), page, box, layout.rotation, f"Signature of signer {order}"
        )
