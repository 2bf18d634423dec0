"""Who signs a sent document: the tags of the document and the signers of the request brought together.

The i-th signer of a request belongs to the i-th signing order that the documents of the request have tags for, in ascending
order; a document without tags of some order is not that signer's. That is our choice: no source says how the service does it.
What the request says wins over what stands in the tag (official .NET SDK).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from securedsigning_sandbox.asking_tags import asks_for_files, asks_for_id_check
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.documents.smart_tags import Tag, TagScan
from securedsigning_sandbox.emails import check_email
from securedsigning_sandbox.errors import ApiError


@dataclass(frozen=True)
class Invitee:
    """One signer of a document.

    Attributes:
        order: the signing order.
        details: named as in the request.
        id_check, asked_for_files: what the document asks for besides the signature; see ``asking_tags``.
        questions: by which the signer is identified, from ``identity.check_questions``.
    """

    order: int
    details: dict[str, Any]
    id_check: bool = False
    asked_for_files: bool = False
    questions: Sequence[Mapping[str, str]] = ()


def matched(call: Call, documents: Sequence[tuple[sqlite3.Row, TagScan]]) -> list[list[Invitee]]:
    """The signers of each document, first to last.

    Args:
        call: the send call.
        documents: the documents of the request, each with its tags.

    Raises:
        ApiError: 400, naming the tag that has no signer or the signers that have no tag; 404 for an unknown attachment.
    """
    wanted: list[dict[str, Any]] = call.body.get("Signers", [])
    lenient = call.state.settings.documents_without_tags and bool(wanted)
    for row, scan in documents:
        if not scan.tags and not lenient:
            problem = f"{row['name']} holds no tag such as [!Sign.1, , ,]."
            raise ApiError(400, "There is no Smart Tag to sign.", [("DocumentReferences", problem)])
    orders = sorted({tag.order for _, scan in documents for tag in scan.tags})
    while any(not scan.tags for _, scan in documents) and len(orders) < len(wanted):
        orders.append(orders[-1] + 1 if orders else 1)
    if len(wanted) > len(orders):
        people = "1 signer" if len(orders) == 1 else f"{len(orders)} signers"
        names = " and ".join(row["name"] for row, _ in documents)
        problem = f"{names} {'has' if len(documents) == 1 else 'have'} tags for {people}, but {len(wanted)} are given."
        raise ApiError(400, "There are more signers than tags.", [("Signers", problem)])
    _check_attachments(call, wanted)
    return [_of_document(row, scan, orders, wanted) for row, scan in documents]


def _of_document(row: sqlite3.Row, scan: TagScan, orders: list[int], wanted: list[dict[str, Any]]) -> list[Invitee]:
    found = []
    for index, order in enumerate(orders):
        own = [tag for tag in scan.tags if tag.order == order]
        if not scan.tags and index < len(wanted):  # lenient: all signers of the request sign a document without tags
            own = [Tag(order, None, "", "", "", "", "", f"of signer {order}")]
        if own:
            details = _details(row, own, index, wanted)
            id_check, files = asks_for_id_check(scan.ignored, order), asks_for_files(scan.ignored, order)
            found.append(Invitee(order, details, id_check, files))
    return found


def _details(row: sqlite3.Row, tags: list[Tag], index: int, wanted: list[dict[str, Any]]) -> dict[str, Any]:
    emails = {tag.email.lower() for tag in tags if tag.email}
    if len(emails) > 1:
        problem = f"The tags of signer {tags[0].order} in {row['name']} name different e-mail addresses."
        raise ApiError(400, "The Smart Tags contradict each other.", [("DocumentReferences", problem)])
    named = next((tag for tag in tags if tag.email), tags[0])
    details: dict[str, Any] = {
        "FirstName": named.first_name,
        "LastName": named.last_name,
        "Email": named.email,
        "MobileNumber": named.mobile or None,
    }
    if index < len(wanted):
        details |= {name: value for name, value in wanted[index].items() if value != ""}
    if not details["Email"]:
        problem = f"The tag {tags[0].raw} of {row['name']} has no e-mail address, and the request gives none."
        raise ApiError(400, "A signer is missing.", [(f"Signers[{index}]", problem)])
    check_email(details["Email"], f"Signers[{index}].Email")
    return details


def _check_attachments(call: Call, wanted: list[dict[str, Any]]) -> None:
    for person in wanted:
        for reference in person.get("Attachments", ()):
            call.own("attachments", "attachment", reference)
