# Generated from spec/schemas/form-direct.yaml#/FormDataFileType by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class FormDataFileType(OpenEnum):
    """Form data export formats.

    Other values are kept as they come.
    """

    XML = "xml"
    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
