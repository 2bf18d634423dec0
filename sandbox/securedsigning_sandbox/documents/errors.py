"""The one exception of the document side."""


class DocumentError(Exception):
    """A document can't be used; `str(error)` is a sentence fit for the person who uploaded it."""
