# Generated from spec/schemas/people.yaml#/AuthInfoDataType by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class AuthInfoDataType(OpenEnum):
    """Kind of an answer.

    Other values are kept as they come.
    """

    TEXT = "text"
    DATE = "date"
    EMAIL = "email"
