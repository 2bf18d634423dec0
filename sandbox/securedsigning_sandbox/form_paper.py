"""The PDF of a form that is sent."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from securedsigning_sandbox.context import State
from securedsigning_sandbox.documents.files import write_whole
from securedsigning_sandbox.documents.form_drawing import FormPart, Input, draw_form
from securedsigning_sandbox.documents.places import Place, find_places
from securedsigning_sandbox.fields import Field
from securedsigning_sandbox.form_designs import Form


def drawn_form(
    state: State, form: Form, orders: Collection[int], fields: Sequence[Field]
) -> tuple[str, list[Place], list[Field]]:
    """Draw a form; what an absent optional signer would fill in is left out.

    Args:
        state: the sandbox.
        form: the form.
        orders: the signing orders of its signers.
        fields: its fields.

    Returns:
        The content's name in the store, the places to sign, and the fields with their places.
    """
    parts = [
        FormPart(
            section.title,
            section.text,
            [
                Input(each.name, each.label, each.kind == "CheckBox", each.kind == "MultiLineText", each.half)
                for each in section.fields
            ],
            (section.role.order, section.role.signer_type) if section.signs else None,
        )
        for section in form.sections
        if section.role.order in orders
    ]
    data, places = draw_form(form.name, form.introduction, parts)
    path = state.store.new_file()
    write_whole(path, data)
    signatures = find_places(path)
    placed = [replace(each, page=places[each.name][0], box=places[each.name][1]) for each in fields]
    return state.store.keep(path), signatures, placed
