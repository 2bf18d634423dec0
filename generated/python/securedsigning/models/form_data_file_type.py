# Generated from spec/schemas/form-direct.yaml#/FormDataFileType by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class FormDataFileType(OpenEnum):
    """Format of exported form data.

    Other values are kept as they come.
    """

    XML = "xml"
    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
