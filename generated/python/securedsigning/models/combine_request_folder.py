# Generated from spec/openapi.yaml by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from securedsigning._codec import OpenEnum


class CombineRequestFolder(OpenEnum):
    """Known values.

    Other values are kept as they come.
    """

    IN_BOX = "InBox"
