"""Signing: the two steps, against vectors computed outside our code."""

from __future__ import annotations

import doctest
import hmac
import json
from pathlib import Path

import pytest
from securedsigning import _spec, signing

VECTORS = json.loads((Path(__file__).parents[2] / "spec" / "signature-vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_each_step_gives_what_openssl_gives(vector: dict[str, str]) -> None:
    """String to sign and signature equal those of the vector, so a failure says which step is wrong."""
    text = signing.string_to_sign(vector["api_key"], vector["timestamp"], vector["nonce"])
    assert text == vector["string_to_sign"]
    assert signing.sign(vector["api_secret"], text) == vector["signature"]


@pytest.mark.parametrize("vector", [item for item in VECTORS if item["timestamp"].isdecimal()], ids=lambda v: v["name"])
def test_the_fast_signer_gives_the_same(vector: dict[str, str]) -> None:
    """The signer with its keyed part done once agrees with the two functions, call after call."""
    signer = signing.Signer(vector["api_key"], vector["api_secret"])
    for _ in "12":
        headers = dict(signer.headers(float(vector["timestamp"]) + 0.75, vector["nonce"]))
        assert {name.decode(): value.decode() for name, value in headers.items()} == {
            _spec.API_KEY_HEADER: vector["api_key"],
            _spec.TIMESTAMP_HEADER: vector["timestamp"],
            _spec.NONCE_HEADER: vector["nonce"],
            _spec.SIGNATURE_HEADER: vector["signature"],
        }


def test_a_spec_may_ask_for_milliseconds_and_hexadecimal_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other unit and encoding that ``x-hmac-signature`` knows."""
    monkeypatch.setattr(_spec, "TIMESTAMP_UNIT", "milliseconds")
    monkeypatch.setattr(_spec, "SIGNATURE_ENCODING", "hex")

    headers = dict(signing.Signer("KEY", "secret").headers(1_700_000_000.25, "nonce"))

    assert headers[_spec.TIMESTAMP_HEADER.encode()] == b"1700000000250"
    signature = hmac.new(
        b"secret", signing.string_to_sign("KEY", "1700000000250", "nonce").encode(), "sha256"
    ).hexdigest()
    assert headers[_spec.SIGNATURE_HEADER.encode()] == signature.encode()


def test_nonces_are_new_and_short_enough() -> None:
    """Thousands of nonces, none twice, none longer than the service takes."""
    nonces = {signing.new_nonce() for _ in range(5000)}
    assert len(nonces) == 5000
    assert {len(nonce) for nonce in nonces} == {_spec.NONCE_MAX_LENGTH}


def test_the_worked_example_is_right() -> None:
    """The example in the module's docstring is executed."""
    assert doctest.testmod(signing).failed == 0
