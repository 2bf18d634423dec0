"""Merge fields in the text of a document: `«Unit»`, as Word shows its own, and `{{Unit}}`.

The syntax is the sandbox's choice: no source says how the service marks a field. Names are compared without case, blanks and
punctuation, since Word makes `First Name` a field `First_Name`.
"""

import re
from collections.abc import Mapping

from .errors import DocumentError

FIELD = re.compile(
    r"«[^\S\n]*(?P<quoted>[^«»{}\n]{1,80}?)[^\S\n]*»|\{\{[^\S\n]*(?P<braced>[^«»{}\n]{1,80}?)[^\S\n]*\}\}"
)


def field_key(name: str) -> str:
    """What is compared of the name of a field or column: its letters and digits in lower case."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def merged_text(text: str, values: Mapping[str, str]) -> str:
    """A text with its fields replaced; a field without a value stays as it is.

    Arguments:
        text: the text.
        values: by `field_key` of the field's name.
    """
    return FIELD.sub(lambda found: values.get(_key(found), found[0]), text)


def known_fields(text: str, columns: Mapping[str, str]) -> set[str]:
    """The keys of those fields of a text that there is a column for.

    Arguments:
        text: the text.
        columns: names of columns by their `field_key`.

    Raises:
        DocumentError: a field in braces has no column. One in angle quotes is then taken for an ordinary quotation.
    """
    found = set()
    for match in FIELD.finditer(text):
        key = _key(match)
        if key in columns:
            found.add(key)
        elif match["braced"]:
            raise DocumentError(
                f"The document has the merge field {match[0]}, but the list has no such column; "
                f"its columns are {', '.join(columns.values())}."
            )
    return found


def _key(match: re.Match[str]) -> str:
    return field_key(match["quoted"] or match["braced"])
