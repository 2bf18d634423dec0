"""Docstrings out of a spec's prose: wrapped to the line, and harmless whatever stands in it."""

from __future__ import annotations

import textwrap
import unicodedata

WIDTH = 118


def harmless(text: str) -> str:
    """The text without what could end a docstring or be taken for an escape, on one line."""
    printable = "".join(
        " " if character.isspace() else character
        for character in text
        if character.isspace() or unicodedata.category(character)[0] != "C"
    )
    return " ".join(printable.replace("\\", "\\\\").replace('"""', "'''").split())


def docstring(paragraphs: list[str], *, indent: int) -> str:
    """A docstring with its quotes.

    Args:
        paragraphs: each is wrapped; one that holds line breaks is taken as lines that are wrapped each, further lines of
            a line being indented by four blanks more than itself.
        indent: how far the docstring is indented, in blanks.

    Returns:
        Lines of Python, the first without its indentation.
    """
    margin = " " * indent
    blocks = [
        "\n".join(_wrapped(line, indent) for line in paragraph.split("\n"))
        for paragraph in paragraphs
        if paragraph.strip()
    ]
    text = ("\n\n").join(blocks) or "Not described."
    if text.endswith('"'):
        text += " "
    single = "\n" not in text and len(text) + indent + 6 <= WIDTH + 2
    lines = text.split("\n")
    body = "\n".join([lines[0], *((margin + line if line else "") for line in lines[1:])])
    return f'"""{body}"""' if single else f'"""{body}\n{margin}"""'


def _wrapped(line: str, indent: int) -> str:
    stripped = line.lstrip(" ")
    lead = " " * (len(line) - len(stripped))
    text = harmless(stripped)
    is_item = bool(lead)
    return textwrap.fill(
        text,
        WIDTH - indent,
        initial_indent=lead,
        subsequent_indent=lead + ("    " if is_item else ""),
        break_long_words=False,
        break_on_hyphens=False,
    )


def sentence(text: str) -> str:
    """The text with a full stop at its end."""
    text = text.strip()
    return text if not text or text[-1] in ".!?:" else text + "."
