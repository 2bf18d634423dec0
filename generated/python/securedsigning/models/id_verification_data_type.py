# Generated from spec/schemas/documents.yaml#/IDVerificationDataType by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class IDVerificationDataType(OpenEnum):
    """Format of a report on verified identities.

    Other values are kept as they come.
    """

    PDF = "pdf"
    JSON = "json"
