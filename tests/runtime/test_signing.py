"""Signing: the two steps, against vectors computed outside our code."""

from __future__ import annotations

import doctest
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
        assert headers[_spec.SIGNATURE_HEADER.encode()].decode() == vector["signature"]
        assert headers[_spec.TIMESTAMP_HEADER.encode()].decode() == vector["timestamp"]


def test_nonces_are_new_and_short_enough() -> None:
    """Thousands of nonces, none twice, none longer than the service takes."""
    nonces = {signing.new_nonce() for _ in range(5000)}
    assert len(nonces) == 5000
    assert {len(nonce) for nonce in nonces} == {_spec.NONCE_MAX_LENGTH}


def test_the_worked_example_is_right() -> None:
    """The example in the module's docstring is executed."""
    assert doctest.testmod(signing).failed == 0
