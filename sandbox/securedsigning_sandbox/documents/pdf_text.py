"""The text of a PDF, page by page, as PDFium reads it."""

from pathlib import Path

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
            pages.append(text_page.get_text_bounded())
            text_page.close()
            page.close()
    return "\n".join(pages)
