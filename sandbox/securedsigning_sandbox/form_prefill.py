"""What stands in the fields of a form before anybody has filled it in.

In this order, the later before the earlier: the form's own values, the employer's and the signer's details, ``XMLData``. The real
template of ``XMLData`` comes from Secured Signing; here it is the XML that the export writes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.fields import Field, checked
from securedsigning_sandbox.form_designs import Form, FormField
from securedsigning_sandbox.invitees import Invitee

Choices = Sequence[tuple[str, str]]
"""Value and shown text of each choice of a field."""


def prefilled(
    form: Form,
    people: Sequence[Invitee],
    employer: Mapping[str, Any],
    list_items: Mapping[str, Choices],
    xml: str | None,
    where: str,
) -> list[Field]:
    """The fields of a form that is sent, those of absent signers left out, with the values that are known.

    Args:
        form: the form.
        people: its signers.
        employer: an employer's details.
        list_items: choices by the client field of the drop-down list that they are for.
        xml: ``XMLData``.
        where: the member of the request that holds it, for refusals.

    Raises:
        ApiError: 400 for XML that is none, for fields the form does not let a sender fill in, and for wrong values.
    """
    values = _values(form, xml, where) if xml and xml.strip() else {}
    signers = {person.order: person.details for person in people}
    fields = []
    for section in form.sections:
        # A section that an absent optional signer would fill in is nobody's.
        if section.role.order not in signers:
            continue
        for each in section.fields:
            choices = _choices(each, list_items)
            known = _sourced(each, signers[section.role.order], employer) or each.value
            text = values.get(each.name, known)
            fields.append(
                Field(
                    section.role.order,
                    each.name,
                    each.label,
                    each.kind,
                    _checked(each, choices, text, f"{where}.{each.name}"),
                    each.required,
                    each.read_only,
                    choices,
                    each.client_field,
                )
            )
    return fields


def grouped_items(form_fields: Sequence[FormField], items: Sequence[Mapping[str, str]]) -> dict[str, Choices]:
    """``ListItems`` of a request as choices by client field.

    Args:
        form_fields: the fields of all forms of the request.
        items: the list items.

    Raises:
        ApiError: 400; an item is for a client field that no drop-down list has.
    """
    lists = {each.client_field for each in form_fields if each.kind == "DropDownList" and each.client_field}
    found: dict[str, list[tuple[str, str]]] = {}
    for index, item in enumerate(items):
        name = item["ClientField"]
        if name not in lists:
            problem = (
                f"No drop-down list has the client field {name[:100]!r}; there is {', '.join(sorted(lists)) or 'none'}."
            )
            raise ApiError(400, "A list item has no list.", [(f"ListItems[{index}].ClientField", problem)])
        found.setdefault(name, []).append((item["Value"], item["Item"]))
    return dict(found)


def _choices(field: FormField, list_items: Mapping[str, Choices]) -> Choices:
    if field.kind == "DropDownList" and field.client_field and field.client_field in list_items:
        return list_items[field.client_field]
    return [(option, option) for option in field.options]


def _sourced(field: FormField, signer: Mapping[str, Any], employer: Mapping[str, Any]) -> str:
    whose, _, member = field.source.partition(".")
    if whose == "Employer":
        return str(employer.get(member) or "")
    if member == "FullName":
        return f"{signer['FirstName']} {signer['LastName']}".strip()
    return str(signer.get(member) or "") if member else ""


def _checked(field: FormField, choices: Choices, text: str, where: str) -> str:
    try:
        return checked(field.kind, choices, text)
    except ValueError as error:
        raise ApiError(400, "A value does not fit its field.", [(where, str(error))]) from error


def _values(form: Form, xml: str, where: str) -> dict[str, str]:
    try:
        root = fromstring(xml.strip(), forbid_dtd=True)
    except (ParseError, ValueError, DefusedXmlException) as error:
        hostile = isinstance(error, DefusedXmlException)
        problem = "It holds a document type or entities, which are refused." if hostile else f"It is no XML: {error}."
        raise ApiError(400, "The XMLData cannot be read.", [(where, problem)]) from error
    known = {each.name: each for each in form.fields() if each.predefined}
    known |= {each.client_field: each for each in form.fields() if each.predefined and each.client_field}
    found: dict[str, str] = {}
    for element in root:
        name = str(element.tag).rpartition("}")[2]
        field = known.get(name)
        if field is None or len(element) or field.name in found:
            problem = (
                f"The form has no field {name[:100]!r} that can be set beforehand; see GetPredefinedFormFields."
                if field is None
                else f"The element {name} holds other elements, or stands there twice."
            )
            raise ApiError(400, "The XMLData does not fit the form.", [(where, problem)])
        found[field.name] = element.text or ""
    return found
