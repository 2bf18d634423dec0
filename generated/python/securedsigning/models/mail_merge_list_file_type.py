# Generated from spec/schemas/smart-tags.yaml#/MailMergeListFileType by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class MailMergeListFileType(OpenEnum):
    """Recipient list formats.

    Other values are kept as they come.
    """

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
