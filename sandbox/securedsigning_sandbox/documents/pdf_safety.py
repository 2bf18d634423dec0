"""What an uploaded PDF must not hold: scripts and actions that start programs."""

from io import BytesIO

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from .errors import DocumentError
from .pdfium import opened

MOST_OBJECTS = 500_000
MOST_PAGES = 5_000  # a few hundred bytes can state a million: many pages may be one and the same
_REFUSED_ACTIONS = {
    "/JavaScript": "The PDF holds JavaScript; upload it without scripts.",
    "/Launch": "The PDF holds an action that starts a program; upload it without such actions.",
    "/ImportData": "The PDF holds an action that reads other files; upload it without such actions.",
}


def check_pdf(data: bytes) -> bool:
    """Check that a PDF opens and holds nothing active.

    Returns:
        Whether it can be extended as it is; False for a PDF that only opens because readers repair it.

    Raises:
        DocumentError: it does not open, is encrypted, has too many pages, or holds a script or an action that starts a
            program.
    """
    with opened(data) as document:
        if len(document) == 0:
            raise DocumentError("The PDF has no pages.")
        if len(document) > MOST_PAGES:
            raise DocumentError(f"The PDF has {len(document):,} pages; the sandbox accepts {MOST_PAGES:,}.")
        for index in range(len(document)):
            document[index].close()
    try:
        reader = PdfFileReader(BytesIO(data), strict=False)
        if reader.encrypted:
            raise DocumentError("The PDF is protected by a password; upload it without protection.")
        _refuse_actions(reader)
        len(list(reader.embedded_signatures))
    except (PdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, OSError):
        return False  # pyHanko meets damage with whatever Python raises where it stumbles
    except RecursionError as error:
        raise DocumentError("The PDF is nested deeper than the sandbox accepts.") from error
    return True


def _refuse_actions(reader: PdfFileReader) -> None:
    """Look at every object there is, not only at where actions usually stand."""
    for count, reference in enumerate(_all_references(reader)):
        if count > MOST_OBJECTS:
            raise DocumentError("The PDF holds more objects than the sandbox accepts.")
        _inspect(reader.get_object(reference, transparent_decrypt=False))


def _all_references(reader: PdfFileReader) -> list[generic.Reference]:
    found: dict[tuple[int, int], generic.Reference] = {}
    for revision in range(reader.xrefs.total_revisions):
        for reference in reader.xrefs.explicit_refs_in_revision(revision):
            found[reference.idnum, reference.generation] = reference
    return list(found.values())


def _inspect(root: object) -> None:
    pending = [root]
    while pending:
        item = pending.pop()
        if isinstance(item, generic.DictionaryObject):
            action = str(item["/S"]) if "/S" in item else ""  # asking by key follows a reference
            if "/JS" in item or action in _REFUSED_ACTIONS:
                raise DocumentError(_REFUSED_ACTIONS.get(action, _REFUSED_ACTIONS["/JavaScript"]))
            if "/XFA" in item:
                raise DocumentError(
                    "The PDF holds an XFA form, which carries its own scripts; upload it as a plain PDF."
                )
            pending.extend(value for value in item.values() if not isinstance(value, generic.IndirectObject))
        elif isinstance(item, generic.ArrayObject):
            pending.extend(value for value in item if not isinstance(value, generic.IndirectObject))
