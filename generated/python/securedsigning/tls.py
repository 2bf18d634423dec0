# Copied from templates/python/runtime/tls.py; edit it there.
"""Whom to trust: loaded once for all clients of a process, blocking and asynchronous, since loading takes longer than a call."""

from __future__ import annotations

import os

from securedsigning._http import httpx

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl

_contexts: dict[tuple[str | None, str | None], ssl.SSLContext] = {}


def default_tls_context() -> ssl.SSLContext:
    """What httpx trusts by default, including what ``SSL_CERT_FILE`` and ``SSL_CERT_DIR`` name at this moment."""
    key = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    # Two threads at once may both load; either result will do.
    context = _contexts.get(key)
    if context is None:
        context = _contexts[key] = httpx.create_ssl_context()
    return context
