"""Where tags stand on pages, also wrapped ones, and on pages that are turned or cropped."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject
from securedsigning_sandbox.documents.places import find_places, page_count, page_png, page_size


def test_each_tag_has_its_page_and_box(contract: Path) -> None:
    places = find_places(contract)
    assert [(place.page, place.order, place.letter) for place in places] == [
        (0, 1, "F"), (0, 2, None), (0, 1, "F"), (1, 1, "I"), (1, 2, "I"),
    ]  # fmt: skip
    first = places[0]
    assert first.left == pytest.approx(112, abs=1)
    assert first.bottom <= 690 < first.top < 705
    assert 50 < first.right - first.left < 80


def test_a_wrapped_tag_has_the_box_of_its_first_line(contract: Path) -> None:
    wrapped = find_places(contract)[2]
    assert wrapped.left == pytest.approx(72, abs=1)
    assert 590 < wrapped.bottom <= 600 < wrapped.top


def test_two_tags_on_one_line_are_two_places(make_pdf: Callable[..., Path]) -> None:
    left, right = find_places(make_pdf([(72, 700, "[!Sign.1] [!Sign.2]")]))
    assert left.right < right.left


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_on_a_turned_page_a_line_is_what_is_seen_as_one(make_turned: Callable[[int], Path], rotation: int) -> None:
    place = find_places(make_turned(rotation))[0]
    width, height = place.right - place.left, place.top - place.bottom
    assert (width > 3 * height) if rotation in (0, 180) else (height > 3 * width)


def test_a_cropped_page_keeps_its_coordinates(make_pdf: Callable[..., Path], tmp_path: Path) -> None:
    path = make_pdf([(172, 700, "[!Sign.1]")])
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.pages[0].cropbox = RectangleObject((100, 300, 500, 800))
    writer.write(tmp_path / "cropped.pdf")
    assert find_places(tmp_path / "cropped.pdf")[0].box == pytest.approx(find_places(path)[0].box, abs=0.1)
    assert page_size(tmp_path / "cropped.pdf", 0) == (400, 500)


def test_pages_are_counted_measured_and_drawn(contract: Path) -> None:
    assert page_count(contract) == 2
    assert page_size(contract, 1) == (595, 842)
    with Image.open(BytesIO(page_png(contract, 0, 595))) as picture:
        assert (picture.format, picture.size) == ("PNG", (595, 842))
        assert len(set(picture.convert("L").tobytes())) > 10


@pytest.mark.parametrize("page", [-1, 2])
def test_a_page_that_is_not_there_is_an_index_error(contract: Path, page: int) -> None:
    with pytest.raises(IndexError, match="The document has 2 pages"):
        page_png(contract, page, 100)
    with pytest.raises(IndexError):
        page_size(contract, page)


@pytest.mark.parametrize("width", [0, 4_001])
def test_a_picture_has_a_sensible_width(contract: Path, width: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 4000"):
        page_png(contract, 0, width)


def test_pages_are_drawn_from_several_threads(contract: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda page: page_png(contract, page % 2, 200), range(12)))
    assert len(set(pictures)) == 2
