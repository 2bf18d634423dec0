from __future__ import annotations
import os
from securedsigning._http import httpx
TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl

def default_tls_context() -> ssl.SSLContext:
    ...
