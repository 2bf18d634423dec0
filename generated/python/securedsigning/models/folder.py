# Generated from spec/schemas/documents.yaml#/Folder by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class Folder(OpenEnum):
    """Folder that documents lie in.

    Other values are kept as they come.
    """

    IN_BOX = "InBox"
    PROGRESS = "Progress"
    SIGNED = "Signed"
