"""Passwords of the sandbox's accounts, kept as salted hashes although they are fictional."""

from __future__ import annotations

import hashlib
import hmac
import os
from functools import cache, lru_cache


def password_hash(password: str) -> str:
    """A salted hash (scrypt, RFC 7914) as text; the salt is one for each process."""
    salt = _salt()
    return f"{salt.hex()}:{_scrypt(password, salt).hex()}"


@cache
def _salt() -> bytes:
    return os.urandom(16)


def password_matches(password: str, kept: str) -> bool:
    """Whether a password belongs to a hash."""
    salt, _, digest = kept.partition(":")
    return hmac.compare_digest(_scrypt(password, bytes.fromhex(salt)), bytes.fromhex(digest))


@lru_cache(maxsize=64)  # every sandbox of a test has the same password, and hashing is meant to be slow
def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**12, r=8, p=1)
