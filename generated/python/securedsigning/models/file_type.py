# Generated from spec/schemas/documents.yaml#/FileType by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class FileType(OpenEnum):
    """Type of a file that the service can fetch. Uploads take more.

    Other values are kept as they come.
    """

    PDF = "pdf"
    DOC = "doc"
    DOCX = "docx"
    RTF = "rtf"
