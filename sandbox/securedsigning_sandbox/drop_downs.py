"""Drop-down lists in a document's text, with the choices that the request gives as ``ListItems``.

That such tags exist and are matched by client field is known, their syntax is not. Ours is ``[!DropDown.1, Pay cycle, PayCycle]``:
the signing order, what is asked, the client field; with one text only it is both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from securedsigning_sandbox.documents.places import OtherTag
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.fields import Field

_TAG = re.compile(
    r"\[\s*!\s*Drop\s?Down\s*\.\s*(?P<order>\d{1,4})\s*,(?P<label>[^,\]]+)(?:,(?P<client_field>[^,\]]+))?\]", re.I
)


def is_drop_down(tag: str) -> bool:
    """Whether a tag is one of these."""
    return _TAG.fullmatch(tag) is not None


def drop_downs(tags: Sequence[OtherTag], items: Sequence[Mapping[str, str]]) -> list[Field]:
    """The drop-down lists of a document, where their tags stand; a signer need not choose.

    Args:
        tags: its tags, of other kinds too.
        items: ``ListItems`` of the request.

    Raises:
        ApiError: 400; there is no choice for one.
    """
    fields = []
    for tag in tags:
        if not (found := _TAG.fullmatch(tag.raw)):
            continue
        label = found["label"].strip()
        name = (found["client_field"] or label).strip()
        choices = [(item["Value"], item["Item"]) for item in items if item["ClientField"] == name]
        if not choices:
            problem = f"There is no item for the client field {name!r} of the tag {tag.raw}."
            raise ApiError(400, "A drop-down list has no choices.", [("ListItems", problem)])
        fields.append(
            Field(
                int(found["order"]),
                name,
                label,
                "DropDownList",
                options=choices,
                client_field=name,
                page=tag.page,
                box=tag.lines[0],
            )
        )
    return fields


def unused_items(fields: Sequence[Field], items: Sequence[Mapping[str, str]]) -> list[str]:
    """Client fields of the request for which no document has a drop-down list."""
    used = {each.client_field for each in fields}
    return [name for name in dict.fromkeys(item["ClientField"] for item in items) if name not in used]
