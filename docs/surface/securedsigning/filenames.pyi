from __future__ import annotations
import re
from urllib.parse import unquote_to_bytes

def filename_from_header(header: str | None) -> str | None:
    ...

def safe_filename(name: str) -> str | None:
    ...
