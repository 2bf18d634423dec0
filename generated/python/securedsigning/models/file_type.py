# Generated from spec/schemas/documents.yaml#/FileType by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class FileType(OpenEnum):
    """File types accepted by the upload-by-URL calls. The multipart calls take more (see the upload forms).

    Other values are kept as they come.
    """

    PDF = "pdf"
    DOC = "doc"
    DOCX = "docx"
    RTF = "rtf"
