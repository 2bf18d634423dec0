"""Two people sign one file, one after the other, and both signatures hold for whoever checks them."""

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID
from PIL import Image, ImageChops, ImageDraw
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import SignatureCoverageLevel
from pypdf import PdfReader, PdfWriter
from securedsigning_sandbox.documents.authority import NAME, Authority
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.places import find_places, page_png
from securedsigning_sandbox.documents.signing import prepare_pdf, signatures

NOW = datetime(2026, 3, 14, 15, 9, 26, tzinfo=UTC)  # the time at which the fixtures sign
Sign = Callable[..., None]


@pytest.fixture
def signed_twice(contract: Path, tmp_path: Path, sign: Sign) -> Path:
    places = find_places(contract)
    prepare_pdf(contract, tmp_path / "prepared.pdf", places)
    sign(tmp_path / "prepared.pdf", tmp_path / "first.pdf", 1, places)
    sign(tmp_path / "first.pdf", tmp_path / "second.pdf", 2, places, name="Zoë Müller")
    return tmp_path / "second.pdf"


def test_both_signatures_hold_and_name_their_signers(signed_twice: Path, authority: Authority) -> None:
    first, second = signatures(signed_twice, trust=authority)
    assert (
        (first.valid, first.intact, first.trusted)
        == (second.valid, second.intact, second.trusted)
        == (True, True, True)
    )
    assert (first.name, first.email) == ("Ana Alvarez", "signer1@example.com")
    assert (second.name, second.email) == ("Zoë Müller", "signer2@example.com")
    assert (first.time, first.reason) == (NOW, "I agree")


def test_the_second_signature_only_fills_the_form_for_the_first(signed_twice: Path) -> None:
    reader = PdfFileReader(BytesIO(signed_twice.read_bytes()))
    first, second = reader.embedded_regular_signatures
    first.compute_integrity_info()
    second.compute_integrity_info()
    assert first.diff_result is not None
    assert first.diff_result.modification_level <= ModificationLevel.FORM_FILLING
    assert second.coverage == SignatureCoverageLevel.ENTIRE_FILE
    assert first.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"


def test_places_are_the_same_before_and_after_preparing_and_signing(signed_twice: Path) -> None:
    """So it does not matter to a caller which of the files it asks."""
    assert find_places(signed_twice) == find_places(signed_twice.parent / "source.pdf")


def test_updates_are_appended(signed_twice: Path) -> None:
    folder = signed_twice.parent
    data = signed_twice.read_bytes()
    assert data.startswith((folder / "first.pdf").read_bytes())
    assert data.startswith((folder / "prepared.pdf").read_bytes())
    assert data.startswith((folder / "source.pdf").read_bytes())


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig of poppler-utils is not installed")
def test_poppler_agrees(signed_twice: Path) -> None:
    """An implementation that shares no code with the one that signed."""
    report = subprocess.run(["pdfsig", str(signed_twice)], capture_output=True, text=True, check=False).stdout
    assert report.count("Signature is Valid.") == 2
    assert report.count("Certificate issuer isn't Trusted.") + report.count("Certificate issuer is unknown.") == 2
    assert report.count("ETSI.CAdES.detached") == 2
    assert "Total document signed" in report


def test_without_the_authority_signatures_hold_but_are_not_trusted(signed_twice: Path) -> None:
    for trust in (None, Authority.create(NOW)):
        assert [(found.valid, found.intact, found.trusted) for found in signatures(signed_twice, trust=trust)] == [
            (True, True, False)
        ] * 2


def test_one_changed_byte_breaks_the_signature(signed_twice: Path, authority: Authority) -> None:
    data = bytearray(signed_twice.read_bytes())
    position = data.index(b"ReportLab")  # a comment at the beginning, which both signatures cover
    data[position] ^= 0x20
    signed_twice.write_bytes(data)
    assert [(found.valid, found.intact) for found in signatures(signed_twice, trust=authority)] == [(False, False)] * 2


@pytest.mark.parametrize("part", range(0, 100, 7))
def test_a_changed_byte_anywhere_is_noticed(signed_twice: Path, authority: Authority, part: int) -> None:
    """In the signed bytes: a signature's own value is not among what it covers, and digits of either case mean the same."""
    data = bytearray(signed_twice.read_bytes())
    ranges = [list(map(int, found)) for found in re.findall(rb"/ByteRange\s*\[(\d+) (\d+) (\d+) (\d+)", bytes(data))]
    position = len(data) * part // 100
    if any(start + length <= position < resumed for start, length, resumed, _ in ranges):
        position = next(resumed for start, length, resumed, _ in ranges if start + length <= position < resumed) + 1
    data[position] ^= 0x01
    signed_twice.write_bytes(data)
    try:
        found = signatures(signed_twice, trust=authority)
    except DocumentError:  # the byte held the file together
        return
    assert len(found) < 2 or not all(signature.valid for signature in found)


def test_text_changed_by_a_later_update_is_noticed(signed_twice: Path, authority: Authority) -> None:
    writer = PdfWriter(str(signed_twice), incremental=True)
    writer.pages[0].merge_page(PdfReader(signed_twice).pages[1])
    writer.write(signed_twice.parent / "forged.pdf")
    found = signatures(signed_twice.parent / "forged.pdf", trust=authority)
    assert [signature.intact for signature in found] == [True, True]
    assert not any(signature.valid for signature in found)


def test_a_pdf_without_signatures_has_none(contract: Path, authority: Authority) -> None:
    assert signatures(contract, trust=authority) == []


def test_tags_disappear_when_prepared_and_signatures_appear_at_each_place(signed_twice: Path) -> None:
    folder = signed_twice.parent
    places = find_places(folder / "source.pdf")
    for page in (0, 1):
        pictures = {name: _picture(folder / f"{name}.pdf", page) for name in ("source", "prepared", "first", "second")}
        for place in (place for place in places if place.page == page):
            box = (int(place.left) + 1, int(842 - place.top) + 1, int(place.right) - 1, int(842 - place.bottom) - 1)
            changed = [
                ImageChops.difference(pictures[before].crop(box), pictures[after].crop(box)).getbbox() is not None
                for before, after in (("source", "prepared"), ("prepared", "first"), ("first", "second"))
            ]
            assert changed == [True, place.order == 1, place.order == 2], place


def test_text_around_the_places_is_not_covered(signed_twice: Path) -> None:
    before, after = _picture(signed_twice.parent / "source.pdf", 0), _picture(signed_twice, 0)
    for box in ((70, 842 - 672, 300, 842 - 656), (70, 842 - 775, 300, 842 - 755), (70, 842 - 702, 110, 842 - 686)):
        assert ImageChops.difference(before.crop(box), after.crop(box)).getbbox() is None, box


def test_a_drawing_is_shown_in_its_colours(contract: Path, tmp_path: Path, sign: Sign) -> None:
    drawing = Image.new("RGBA", (400, 200), (0, 0, 0, 0))
    ImageDraw.Draw(drawing).line((50, 150, 350, 50), fill=(200, 0, 0, 255), width=12)
    png = BytesIO()
    drawing.save(png, format="PNG")
    sign(contract, tmp_path / "out.pdf", 1, find_places(contract), drawing=png.getvalue())
    colours = _picture(tmp_path / "out.pdf", 0).getcolors(1 << 20)
    assert any(isinstance(color, tuple) and color[0] > 180 and max(color[1:]) < 40 for _, color in colours or [])


@pytest.mark.parametrize("drawing", [b"no picture", b"\x89PNG\r\n\x1a\n", b"GIF89a"])
def test_a_drawing_that_is_no_png_is_refused(contract: Path, tmp_path: Path, sign: Sign, drawing: bytes) -> None:
    with pytest.raises(DocumentError, match="not a readable PNG"):
        sign(contract, tmp_path / "out.pdf", 1, find_places(contract), drawing=drawing)
    assert not (tmp_path / "out.pdf").exists()


def test_signers_without_a_place_sign_side_by_side_on_the_last_page(
    make_pdf: Callable[..., Path], tmp_path: Path, sign: Sign, authority: Authority
) -> None:
    source = make_pdf([(72, 700, "one")], [(72, 30, "a footer that stays readable")])
    prepare_pdf(source, tmp_path / "out.pdf", [])
    for order in (1, 2, 3, 4):
        sign(tmp_path / "out.pdf", tmp_path / "out.pdf", order, [], name=f"Signer {order}")
    assert [(found.valid, found.trusted) for found in signatures(tmp_path / "out.pdf", trust=authority)] == [
        (True, True)
    ] * 4
    boxes = [tuple(map(float, widget["/Rect"])) for widget in _widgets(tmp_path / "out.pdf", 1)]
    assert len(boxes) == 4
    for index, box in enumerate(boxes):
        assert all(box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1]
                   for other in boxes[index + 1 :])  # fmt: skip
        assert box[0] > 215 or box[1] > 38
    assert _widgets(tmp_path / "out.pdf", 0) == []


def test_an_unprepared_pdf_gets_its_fields_with_the_first_signature(
    contract: Path, tmp_path: Path, sign: Sign, authority: Authority
) -> None:
    places = find_places(contract)
    sign(contract, tmp_path / "out.pdf", 2, places)
    sign(tmp_path / "out.pdf", tmp_path / "out.pdf", 1, places)
    assert [found.valid for found in signatures(tmp_path / "out.pdf", trust=authority)] == [True, True]


def test_nobody_signs_twice(signed_twice: Path, sign: Sign) -> None:
    with pytest.raises(DocumentError, match="Signer 1 has signed this document already"):
        sign(signed_twice, signed_twice, 1, find_places(signed_twice))


def test_a_signed_document_can_be_sent_again(
    signed_twice: Path, tmp_path: Path, sign: Sign, authority: Authority
) -> None:
    places = find_places(signed_twice)
    prepare_pdf(signed_twice, tmp_path / "again.pdf", places)
    sign(tmp_path / "again.pdf", tmp_path / "again.pdf", 1, places)
    assert [found.valid for found in signatures(tmp_path / "again.pdf", trust=authority)] == [True] * 3


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_signatures_stand_upright_on_turned_pages(
    make_turned: Callable[[int], Path], sign: Sign, rotation: int
) -> None:
    """What is seen on a page that is turned is what is seen on one that is not."""
    pictures = []
    for turn in (0, rotation):
        source = make_turned(turn)
        sign(source, source, 1, find_places(source))
        picture = _picture(source, 0, width=842 if turn in (90, 270) else 595)
        pictures.append(picture.crop((90, picture.height - 480, 420, picture.height - 400)))
    difference = ImageChops.difference(*pictures).convert("L").tobytes()
    assert sum(difference) / len(difference) < 6  # edges are smoothed differently
    assert len(set(pictures[0].convert("L").tobytes())) > 20


async def test_signing_works_within_an_event_loop(
    contract: Path, tmp_path: Path, sign: Sign, authority: Authority
) -> None:
    sign(contract, tmp_path / "out.pdf", 1, find_places(contract))
    assert signatures(tmp_path / "out.pdf", trust=authority)[0].valid


def test_the_authority_survives_being_kept_and_says_what_it_is(authority: Authority) -> None:
    kept = Authority.from_pem(authority.to_pem())
    assert kept.certificate == authority.certificate
    certificate = x509.load_pem_x509_certificate(authority.certificate_pem())
    assert b"PRIVATE KEY" not in authority.certificate_pem()
    assert certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value == NAME
    assert "FOR TESTS ONLY" in NAME
    assert certificate.not_valid_before_utc < NOW < certificate.not_valid_after_utc
    issued, _ = kept.issue("Ana", "ana@exämple.com", NOW + timedelta(days=30))
    issued.verify_directly_issued_by(certificate)


@pytest.mark.parametrize("data", [b"", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_damaged_authority_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match="can't be read"):
        Authority.from_pem(data)


def test_an_authority_with_another_key_is_refused(authority: Authority) -> None:
    other = Authority.create(NOW).to_pem().removeprefix(Authority.create(NOW).certificate_pem())
    key = other[other.index(b"-----BEGIN PRIVATE KEY") :]
    with pytest.raises(DocumentError, match="don't match"):
        Authority.from_pem(authority.certificate_pem() + key)


@pytest.mark.parametrize("email", ["", "no address", "ana@", "ana@" + "x" * 70 + ".com"])
def test_an_address_no_certificate_can_carry_is_refused(authority: Authority, email: str) -> None:
    with pytest.raises(DocumentError, match="not an e-mail address"):
        authority.issue("Ana", email, NOW)


def _picture(path: Path, page: int, width: int = 595) -> Image.Image:
    with Image.open(BytesIO(page_png(path, page, width))) as picture:
        return picture.convert("RGB")


def _widgets(path: Path, page: int) -> list[dict[str, list[float]]]:
    return [annotation.get_object() for annotation in PdfReader(path).pages[page].get("/Annots", [])]
