from __future__ import annotations
import hmac
import os
from binascii import b2a_base64, hexlify
from securedsigning import _spec
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

def string_to_sign(api_key: str, timestamp: str, nonce: str) -> str:
    ...

def sign(api_secret: str, text: str) -> str:
    ...

def new_nonce() -> str:
    ...

class Signer:

    def __init__(self, api_key: str, api_secret: str) -> None:
        ...

    def headers(self, now: float, nonce: str) -> list[tuple[bytes, bytes]]:
        ...
