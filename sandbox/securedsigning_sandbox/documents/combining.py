"""Several PDFs one after the other in one."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2

from .errors import DocumentError
from .files import write_whole
from .pdf_safety import check_pdf
from .pdfium import opened


def combine_pdfs(sources: Sequence[Path], target: Path) -> None:
    """Put PDFs together, pages in the order of the sources.

    Signatures in the sources do not survive: they cover the file they were made for. Form fields are drawn onto the pages as
    they look.

    Arguments:
        sources: the PDFs, as `to_pdf` makes them.
        target: where the combined PDF goes.

    Raises:
        DocumentError: one can't be read.
    """
    output = BytesIO()
    # Opening one holds PDFium's lock, under which the other documents are used as well.
    with opened(sources[0]) as first:
        combined = pypdfium2.PdfDocument.new()
        try:
            _append(combined, first)
            for source in sources[1:]:
                with opened(source) as following:
                    _append(combined, following)
            combined.save(output)
        finally:
            combined.close()
    if not check_pdf(output.getvalue()):
        raise DocumentError("The documents can't be combined: one of them is damaged.")
    write_whole(target, output.getvalue())


def _append(combined: pypdfium2.PdfDocument, source: pypdfium2.PdfDocument) -> None:
    for index in range(len(source)):
        page = source[index]
        if page.formenv is not None:  # there is a form whose fields would be left behind
            page.flatten()
        page.close()
    combined.import_pages(source)
