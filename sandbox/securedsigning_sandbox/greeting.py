"""What the command shows once the sandbox is there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from securedsigning_sandbox.auth.tokens import SCOPES

if TYPE_CHECKING:
    from securedsigning_sandbox.sandbox import Sandbox

_SCREEN = """\
Secured Signing sandbox
A local stand-in: fictional credentials, and nothing it signs has legal effect.

  Base URL     {base_url}
  API key      {api_key}
  API secret   {api_secret}
  Access URL   {access_url}
  Login        {user}, password {password}
  Start page   {origin}/
  Control API  {control_url}/

Paste this into Python (pip install securedsigning):

{snippet}

Ctrl+C ends the sandbox.
"""


def screen(sandbox: Sandbox) -> str:
    """Addresses, credentials, and three lines to begin with."""
    return _SCREEN.format(**sandbox.ready, snippet=snippet(sandbox))


def snippet(sandbox: Sandbox) -> str:
    """Three lines of Python that make a client, logged in as the sandbox's user, and a first call.

    They can be pasted: each stands at the margin and is whole, and the token is renewed if they are run later.
    """
    texts = {name: sandbox.ready[name] for name in ("api_key", "api_secret", "access_url", "base_url")}
    arguments = [f"{name}={_quoted(text)}" for name, text in texts.items()]
    names = ["SecuredSigning"]
    if sandbox.state.settings.oauth_required:
        names = ["MemoryTokenStore", "SecuredSigning", "Token"]
        token = sandbox.token(" ".join(SCOPES))
        access, refresh = _quoted(token["access_token"]), _quoted(token["refresh_token"])
        arguments.append(f"token_store=MemoryTokenStore(Token({access}, refresh_token={refresh}))")
    else:
        arguments.append("use_oauth=False")
    return "\n".join(
        (
            f"from securedsigning import {', '.join(names)}",
            f"client = SecuredSigning({', '.join(arguments)})",
            "print(client.account.info().name)",
        )
    )


def _quoted(text: object) -> str:
    return json.dumps(text)  # of ASCII text it is Python too
