# Generated from spec/schemas/form-direct.yaml#/HTMLElementType by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from collections.abc import Mapping

from securedsigning._codec import OpenEnum


class HTMLElementType(OpenEnum):
    """Kind of a field.

    Other values are kept as they come.
    """

    TEXT = "Text"
    MULTI_LINE_TEXT = "MultiLineText"
    CHECK_BOX = "CheckBox"
    RADIO_BUTTON = "RadioButton"
    DROP_DOWN_LIST = "DropDownList"
    DATE_INPUT = "DateInput"

    @classmethod
    def _numbers(cls) -> Mapping[int, str]:
        return {0: "Text", 1: "MultiLineText", 3: "CheckBox", 4: "RadioButton", 5: "DropDownList", 6: "DateInput"}
