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
def opened(source: Path | bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF and hold PDFium's lock until the block ends.

    Arguments:
        source: the PDF, as a file or as its bytes.

    Raises:
        DocumentError: the file is not a PDF, is damaged, or asks for a password; also where that shows within the block.
    """
    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(source)
        except (pypdfium2.PdfiumError, OSError) as error:
            if _is_encrypted(source, error):
                raise DocumentError("The PDF is protected by a password; upload it without protection.") from error
            raise DocumentError("The file is not a readable PDF: it is damaged or of another type.") from error
        try:
            # Form fields, signatures among them, are drawn only when the form environment is there.
            document.init_forms()
            yield document
        except pypdfium2.PdfiumError as error:  # the file opens, and a page of it doesn't
            raise DocumentError("The PDF is damaged: not all of its pages can be read.") from error
        finally:
            document.close()


def _is_encrypted(source: Path | bytes, error: Exception) -> bool:
    """Whether a PDF did not open because of its encryption; PDFium may give the reason of an earlier file for a damaged one."""
    if getattr(error, "err_code", None) not in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
        return False
    return b"/Encrypt" in (source if isinstance(source, bytes) else source.read_bytes())
