"""The text of a PDF, page by page, as PDFium reads it."""

from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium_c

from .pdfium import opened


def pdf_text(path: Path) -> str:
    """Text of all pages; lines end in line breaks, so that a tag may run over several of them.

    Raises:
        DocumentError: the file is no readable PDF.
    """
    pages: list[str] = []
    with opened(path) as document:
        for index in range(len(document)):
            page = document[index]
            text_page = page.get_textpage()
            pages.append(page_characters(text_page))
            text_page.close()
            page.close()
    return "\n".join(pages)


def page_characters(text_page: pypdfium2.PdfTextPage) -> str:
    """The characters of a page, one for each index PDFium counts, so that positions can be looked up."""
    codes = (pdfium_c.FPDFText_GetUnicode(text_page, index) for index in range(text_page.count_chars()))
    return "".join(_character(code) for code in codes)


def _character(code: int) -> str:
    """A character, or a replacement for what is none: a missing mapping, or half of a pair."""
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffe"
