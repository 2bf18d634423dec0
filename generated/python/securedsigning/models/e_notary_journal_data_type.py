# Generated from spec/schemas/documents.yaml#/ENotaryJournalDataType by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class ENotaryJournalDataType(OpenEnum):
    """Format of the journal of a notary.

    Other values are kept as they come.
    """

    PDF = "pdf"
    JSON = "json"
    XLSX = "xlsx"
