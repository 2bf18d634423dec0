from __future__ import annotations
import base64
import hashlib
import hmac
import os
import re
from urllib.parse import quote, unquote, unquote_plus, urlencode, urlsplit
from securedsigning import _spec
from securedsigning.errors import InputError, OAuthError
from securedsigning.tokens import Token, refusal
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from typing import Literal
    from securedsigning.settings import Settings

def check_scopes(scopes: Iterable[str]) -> tuple[str, ...]:
    ...

def refuse_misspelt(what: str, value: str, known: Collection[str]) -> None:
    ...

def new_state() -> str:
    ...

def new_code_verifier() -> str:
    ...

def code_challenge(verifier: str) -> str:
    ...

def authorization_url(settings: Settings, scopes: Iterable[str], *, response_type: Literal['code', 'token']='code', state: str | None=None, code_challenge: str | None=None, key: str | None=None) -> str:
    ...

def parse_callback(url: str, *, access_url: str, expected_state: str | None) -> str:
    ...

def parse_fragment(url: str, *, access_url: str, expected_state: str | None, now: float) -> Token:
    ...
