"""What is downloaded after signing, judged by pyHanko's validator without any code of the sandbox, and by openssl."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator.context import ValidationContext
from pypdf import PdfReader


class Signed:
    """A contract that two people have signed, and the certificate of the authority."""

    def __init__(self, caller: Any) -> None:
        document = caller.send(caller.upload("contract.docx")).json()[0]
        self.stages = []
        for signer in document["Signers"]:
            caller.sandbox.sign(signer["SignerReference"])
            answer = caller.call("GET", f"/Download/GetDocumentData/{document['Reference']}")
            self.stages.append(answer.content)
        self.data = self.stages[-1]
        secret = bytes(caller.sandbox.state.store.one("SELECT value FROM secrets WHERE name = 'authority'")["value"])
        self.certificate_pem = secret[: secret.index(b"-----END CERTIFICATE-----") + 26]
        self.certificate = x509.Certificate.load(pem.unarmor(self.certificate_pem)[2])


@pytest.fixture
def signed(caller: Any) -> Signed:
    return Signed(caller)


def _judged(data: bytes, root: x509.Certificate) -> list[Any]:
    found = []
    for signature in PdfFileReader(BytesIO(data)).embedded_regular_signatures:
        moment = signature.self_reported_timestamp
        context = ValidationContext(trust_roots=[root], moment=moment, allow_fetching=False)
        found.append(validate_pdf_signature(signature, context))
    return found


def test_both_signatures_are_valid(signed: Signed) -> None:
    """Each is intact, trusted under the sandbox's authority, by who signed, and changed nothing that was signed before."""
    statuses = _judged(signed.data, signed.certificate)
    assert [status.bottom_line for status in statuses] == [True, True]
    assert [status.signing_cert.subject.native["common_name"] for status in statuses] == ["Ana Tui", "Ben Rata"]
    assert [status.signing_cert.subject_alt_name_value.native for status in statuses] == [
        ["ana@example.com"],
        ["ben@example.com"],
    ]
    assert {status.signing_cert.public_key.curve[1] for status in statuses} == {"secp256r1"}
    assert statuses[-1].coverage.name == "ENTIRE_FILE"


def test_the_second_signature_is_an_incremental_update(signed: Signed) -> None:
    """What the first signer signed is still there, byte for byte, at the beginning of the file."""
    assert signed.data.startswith(signed.stages[0])
    assert len(signed.data) > len(signed.stages[0])


def test_signatures_are_pades(signed: Signed) -> None:
    """As the format of the standard is called in the file."""
    assert signed.data.count(b"/ETSI.CAdES.detached") == 2


def test_one_changed_byte_breaks_it(signed: Signed) -> None:
    """Wherever it stands in the signed part: no changed file has two valid signatures."""
    chosen = random.Random(7)
    covered = _covered(signed.data)
    for place in chosen.sample(covered, 12):
        changed = bytearray(signed.data)
        changed[place] ^= 1 << chosen.randrange(8)
        assert not _all_valid(bytes(changed), signed.certificate), place


def test_no_tag_is_left_to_see(signed: Signed) -> None:
    """The signature stands where the tag was; who signed is shown on the page."""
    reader = PdfReader(BytesIO(signed.data))
    fields = reader.get_fields() or {}
    values = [field for field in fields.values() if field.get("/FT") == "/Sig"]
    assert len(values) == 2
    assert all("/V" in field for field in values)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_agrees(signed: Signed, tmp_path: Path) -> None:
    """The first signature is a CMS over the bytes it names, and its certificate leads to the authority."""
    numbers = next(re.finditer(rb"/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)\s*\]", signed.data))
    first, first_length, second, second_length = (int(number) for number in numbers.groups())
    text = signed.data[first : first + first_length] + signed.data[second : second + second_length]
    encoded = signed.data[first_length + 1 : second - 1].rstrip(b"0")
    encoded += b"0" * (len(encoded) % 2)
    for name, content in (("text", text), ("ca.pem", signed.certificate_pem)):
        (tmp_path / name).write_bytes(content)
    (tmp_path / "signature.der").write_bytes(bytes.fromhex(encoded.decode()))
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature.der", "-content", "text"]
    command += ["-CAfile", "ca.pem", "-purpose", "any", "-no_check_time", "-out", "verified"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    (tmp_path / "text").write_bytes(text + b" ")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode != 0


def _covered(data: bytes) -> list[int]:
    """Places that a signature covers, outside of cross-reference offsets whose change makes the file unreadable anyway."""
    ranges = re.findall(rb"/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)\s*\]", data)
    end = max(int(third) + int(fourth) for _, _, third, fourth in ranges)
    gaps = [(int(first) + int(length), int(third)) for first, length, third, _ in ranges]
    return [place for place in range(end) if not any(begin <= place < until for begin, until in gaps)]


def _all_valid(data: bytes, root: x509.Certificate) -> bool:
    try:
        statuses = _judged(data, root)
    except Exception:  # the file cannot even be read any more; pyHanko says so in many ways
        return False
    return len(statuses) == 2 and all(status.bottom_line for status in statuses)
