# Generated from spec/schemas/smart-tags.yaml#/MailMergeListFileType by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class MailMergeListFileType(OpenEnum):
    """Type of a list for mail merge.

    Other values are kept as they come.
    """

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
