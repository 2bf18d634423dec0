"""The sandbox's doings with documents as files: made ready for signing, signed, looked at.

Kept apart because it loads large libraries, which a sandbox that has just started does not need yet.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from securedsigning_sandbox.asking_tags import is_asking
from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.appearance import appearance_of
from securedsigning_sandbox.documents.authority import Authority
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.form_fields import FieldPlace
from securedsigning_sandbox.documents.places import Place, find_other_tags, find_places
from securedsigning_sandbox.documents.rendering import to_pdf
from securedsigning_sandbox.documents.signing import prepare_pdf, sign_pdf
from securedsigning_sandbox.documents.smart_tags import TagScan, find_tags
from securedsigning_sandbox.documents.verification import VerifiedSignature, signatures
from securedsigning_sandbox.drop_downs import drop_downs, is_drop_down
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.fields import Field

_SEARCHED_AS_PDF = ("doc", "xls", "xlsx", "ods")
"""Formats whose text is found only once they are a PDF."""


@dataclass(frozen=True)
class Prepared:
    """A document that can be sent.

    Attributes:
        pdf: the content's name in the store.
        renderer: what made the PDF.
        scan: the tags that were found.
        fields: its drop-down lists.
    """

    pdf: str
    renderer: str
    scan: TagScan
    fields: Sequence[Field]


def prepared(state: State, document: sqlite3.Row, list_items: Sequence[Mapping[str, str]] = ()) -> Prepared:
    """Make a document ready for signing.

    Args:
        state: the sandbox.
        document: its row.
        list_items: ``ListItems`` of the request.

    Raises:
        ApiError: 400; it can't be read or made a PDF, or a drop-down list has no choices.
    """
    source = state.store.path(document["content"])
    rendered, target = state.store.new_file(), state.store.new_file()
    try:
        scan = find_tags(source, document["extension"])
        renderer = to_pdf(source, document["extension"], rendered)
        if document["extension"] in _SEARCHED_AS_PDF:
            scan = find_tags(rendered, "pdf")
        covered = [tag for tag in find_other_tags(rendered) if is_asking(tag.raw) or is_drop_down(tag.raw)]
        fields = drop_downs(covered, list_items)
        prepare_pdf(rendered, target, find_places(rendered), _form_fields(fields), covered)
        return Prepared(state.store.keep(target), renderer, scan, fields)
    except DocumentError as error:
        problem = f"{document['name']}: {error}"
        raise ApiError(400, "The document cannot be sent.", [("DocumentReferences", problem)]) from error
    finally:
        rendered.unlink(missing_ok=True)
        target.unlink(missing_ok=True)


def as_pdf(state: State, document: sqlite3.Row) -> str:
    """Make a document a PDF that people look at before it is sent; returns the content's name in the store.

    Raises:
        ApiError: 400; it can't be read or made a PDF.
    """
    target = state.store.new_file()
    try:
        to_pdf(state.store.path(document["content"]), document["extension"], target)
        return state.store.keep(target)
    except DocumentError as error:
        raise ApiError(400, f"{document['name']}: {error}", [("DocumentReference", str(error))]) from error
    finally:
        target.unlink(missing_ok=True)


def prepared_at(state: State, pdf: str, places: list[Place], fields: Sequence[Field] = ()) -> str:
    """Make a PDF ready for signing at places that somebody chose; returns the new content's name in the store.

    Args:
        state: the sandbox.
        pdf: the content's name in the store.
        places: where to sign.
        fields: what signers fill in; those that have a place are drawn.

    Raises:
        DocumentError: the PDF can't be extended.
    """
    target = state.store.new_file()
    try:
        prepare_pdf(state.store.path(pdf), target, places, _form_fields(fields))
        return state.store.keep(target)
    finally:
        target.unlink(missing_ok=True)


def _form_fields(fields: Sequence[Field]) -> list[FieldPlace]:
    return [
        FieldPlace(
            name=each.pdf_name,
            page=each.page,
            box=each.box,
            label=each.label,
            value=each.shown,
            is_check_box=each.kind == "CheckBox",
            has_lines=each.kind == "MultiLineText",
        )
        for each in fields
        if each.page is not None and each.box is not None
    ]


def signed(
    state: State,
    document: sqlite3.Row,
    signer: sqlite3.Row,
    *,
    typed: str,
    drawing: bytes | None,
    filled: Mapping[str, str],
) -> str:
    """Sign a document's PDF for an invitee, with what the invitee has entered; returns the content's name in the store.

    Raises:
        DocumentError: the PDF can't be signed, or the drawing is no picture.
    """
    name = f"{signer['first_name']} {signer['last_name']}".strip()
    source, target = state.store.path(document["pdf"]), state.store.new_file()
    now = state.clock.moment()
    try:
        sign_pdf(
            source,
            target,
            authority=authority(state),
            name=name,
            email=signer["email"],
            order=signer["signing_order"],
            reason=f"Signed {document['name']}",
            now=now,
            places=find_places(source),
            appearance=appearance_of(name, now, typed=typed, drawing=drawing),
            filled=filled,
        )
        pdf = state.store.keep(target)
        state.store.insert(
            "snapshots", document=document["reference"], signer=signer["reference"], pdf=pdf, at=state.clock()
        )
        return pdf
    finally:
        target.unlink(missing_ok=True)


def verified(state: State, path: Path) -> list[VerifiedSignature]:
    """The signatures of a PDF; valid are those of this sandbox's authority.

    Raises:
        DocumentError: the file is no readable PDF.
    """
    return signatures(path, trust=authority(state))


def authority(state: State) -> Authority:
    """The sandbox's certificate authority; made when it is needed first, and kept."""
    with state.store.transaction():
        row = state.store.one("SELECT value FROM secrets WHERE name = 'authority'")
        if row is not None:
            return Authority.from_pem(row["value"])
        made = Authority.create(state.clock.moment())
        state.store.insert("secrets", name="authority", value=made.to_pem())
        return made
