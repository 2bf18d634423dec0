"""PDFium, opened one caller at a time: the library is not thread-safe, not even for separate documents."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

import pypdfium2
import pypdfium2.raw as pdfium_c

from .errors import DocumentError

_LOCK = RLock()


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF and hold PDFium's lock until the block ends.

    Arguments:
        path: the PDF to read.

    Raises:
        DocumentError: the file is not a PDF, is damaged, or asks for a password.
    """
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(path)
        except (pypdfium2.PdfiumError, OSError) as error:
            if getattr(error, "err_code", None) in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
                raise DocumentError("The PDF is protected by a password; upload it without protection.") from error
            raise DocumentError("The file is not a readable PDF: it is damaged or of another type.") from error
        try:
            # Form fields, signatures among them, are drawn only when the form environment is there.
            document.init_forms()
            yield document
        finally:
            document.close()
