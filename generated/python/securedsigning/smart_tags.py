# Copied from templates/python/runtime/smart_tags.py; edit it there.
"""Smart Tags in a document, found before it is uploaded.

A Smart Tag is text in the document that says where somebody signs: ``[!Sign.1.F,Ada,Lovelace,ada@example.com]``. What the
service makes of a document is only seen after sending it, which costs a document of the plan; a misspelt tag is cheaper to find
here.

How sure we are of the syntax:

- Proven, seen in documents of real integrations: ``[!``, the word ``Sign``, a dot, the signing order from 1 on, optionally a
  dot and the letter ``F``, then first name, last name and e-mail address between commas, each possibly blank, and ``]``. Blank
  details come from the ``Signers`` of the call. A tag may be spread over several runs of a Word document.
- Inferred: ``F`` stands for a full signature and ``I`` for initials (the Smart Tag page says that a tag chooses between the
  two); ``Signers[i]`` belongs to the i-th order in ascending order; a lone first field is a label for the author.
- Known to exist, with unknown syntax: witnesses, form fields, ID checks, attachments and more. Such tags are listed as
  unsupported: this module cannot judge them, the service may well understand them.

Nothing here is a promise of what the service recognises.
"""

from __future__ import annotations

import os
import re

from securedsigning.errors import InputError
from securedsigning.files import open_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning.files import FileInput

MAX_FILE_SIZE = 100 * 1024 * 1024
"""Bytes; a larger document is not checked."""

# No tag seen was longer than a hundred characters; what has no end by then was not meant as a tag.
_MAX_TAG = 500
_OPENING = re.compile(r"\[\s*!\s*(?=[A-Za-z])|\[(?=\s*sign\s*\.\s*\d)", re.IGNORECASE)
_HEAD = re.compile(r"sign\.(\d{1,6})(?:\.([a-z]+))?", re.IGNORECASE)
# Characters without width, which word processors put between others.
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


class SmartTag:
    """One place in the document where somebody signs.

    Attributes:
        order: the signing order; the same order at several places is the same person.
        kind: the letter after the order, in upper case: ``F`` for a signature, presumably ``I`` for initials; None without.
        first_name, last_name, email: the details in the tag; None where they are left to the call.
        extra: further fields, as they stand.
        raw: the tag as it stands in the document.
    """

    __slots__ = ("email", "extra", "first_name", "kind", "last_name", "order", "raw")

    def __init__(
        self,
        *,
        order: int,
        kind: str | None,
        first_name: str | None,
        last_name: str | None,
        email: str | None,
        extra: tuple[str, ...],
        raw: str,
    ) -> None:
        self.order = order
        self.kind = kind
        self.first_name = first_name
        self.last_name = last_name
        self.email = email
        self.extra = extra
        self.raw = raw

    def __repr__(self) -> str:
        return f"SmartTag({self.raw!r})"


class SmartTagReport:
    """What was found in one document.

    Attributes:
        checked: False if the text could not be read, or not all of it. Then the lack of a tag proves nothing.
        reason: why it could not be checked; None if it was.
        tags: the tags, in the order of the document.
        unsupported: tags with another word than ``Sign``, as they stand; their syntax is not known.
        problems: sentences about tags that contradict each other or look misspelt.
    """

    __slots__ = ("checked", "problems", "reason", "tags", "unsupported")

    def __init__(
        self,
        *,
        reason: str | None,
        tags: tuple[SmartTag, ...] = (),
        unsupported: tuple[str, ...] = (),
        problems: tuple[str, ...] = (),
    ) -> None:
        self.checked = reason is None
        self.reason = reason
        self.tags = tags
        self.unsupported = unsupported
        self.problems = problems

    @property
    def orders(self) -> tuple[int, ...]:
        """The distinct signing orders, ascending; ``Signers[i]`` of the call belongs to ``orders[i]`` (inferred)."""
        return tuple(sorted({tag.order for tag in self.tags}))

    @property
    def orders_without_email(self) -> tuple[int, ...]:
        """The orders for which no tag has an e-mail address: the call has to bring it."""
        known = {tag.order for tag in self.tags if tag.email}
        return tuple(order for order in self.orders if order not in known)

    def check_signers(self, count: int) -> tuple[str, ...]:
        """Compare the document with the number of ``Signers`` that a call is about to send.

        Args:
            count: how many signers the call has.

        Returns:
            Sentences, the :attr:`problems` first; empty if all fits, or if the document could not be checked.
        """
        if not self.checked:
            return self.problems
        found = list(self.problems)
        orders = self.orders
        if not orders:
            found.append("the document has no Smart Tag, so nobody is asked to sign.")
        elif count > len(orders):
            found.append(
                f"{count} signers were given, but the document has tags for {len(orders)} (orders "
                f"{', '.join(map(str, orders))})."
            )
        for order in self.orders_without_email:
            position = orders.index(order)
            if position >= count:
                found.append(f"Sign.{order} has no e-mail address in the document: it needs Signers[{position}].")
        return tuple(found)

    def __repr__(self) -> str:
        state = f"orders={self.orders}" if self.checked else f"not checked: {self.reason}"
        return f"SmartTagReport({state}, tags={len(self.tags)}, problems={len(self.problems)})"


def find_smart_tags(file: FileInput) -> SmartTagReport:
    """Look for Smart Tags in a Word document (docx) or PDF.

    Reading a PDF's text is a matter of luck: encrypted files and fonts that do not say which letters they draw make the report
    say that it could not be checked. Other types are never checked. A stream is put back to where it stood.

    Args:
        file: the document, in any form that an upload accepts, but for a stream that cannot go back.

    Raises:
        InputError: the file cannot be read, as for an upload.
    """
    seekable = getattr(file[1] if isinstance(file, tuple) and len(file) > 1 else file, "seekable", None)
    if seekable is not None and not seekable():
        raise InputError("file: checking would use up a stream that cannot go back; pass its bytes with a name.")
    with open_file(file, argument="file", extensions=None) as part:
        extension = os.path.splitext(part.name)[1].lower()
        if extension not in {".docx", ".pdf"}:
            return SmartTagReport(reason=f"files of type {extension or '(none)'} cannot be checked.")
        if part.size > MAX_FILE_SIZE:
            return SmartTagReport(reason="the file is too large to be checked.")
        try:
            data = b"".join(iter(part.read, b""))
        finally:
            part.rewind()
    if extension == ".docx":
        from securedsigning.docx_text import docx_text as text_of
    else:
        from securedsigning.pdf_text import pdf_text as text_of
    texts, reason = text_of(data)
    tags: list[SmartTag] = []
    unsupported: list[str] = []
    problems: list[str] = []
    for text in texts:
        _scan(_INVISIBLE.sub("", text), tags, unsupported, problems)
    problems += _conflicts(tags)
    return SmartTagReport(
        reason=reason, tags=tuple(tags), unsupported=tuple(unsupported), problems=tuple(dict.fromkeys(problems))
    )


def _scan(text: str, tags: list[SmartTag], unsupported: list[str], problems: list[str]) -> None:
    """Sort what stands in brackets in one stretch of text (a paragraph, a page) into the three lists."""
    position = 0
    while found := _OPENING.search(text, position):
        start, inside = found.span()
        end = text.find("]", inside, inside + _MAX_TAG)
        following = text.find("[", inside, inside + _MAX_TAG)
        if end == -1 or -1 < following < end:
            raw = " ".join(text[start : start + 40].split())
            if "!" in found[0]:
                problems.append(f"{raw!r} is not closed by ].")
            position = inside
            continue
        position = end + 1
        raw = " ".join(text[start:position].split())
        if "!" not in found[0]:
            problems.append(f"{raw}: the ! after [ is missing.")
            continue
        _judge(text[inside:end], raw, tags, unsupported, problems)


def _judge(inside: str, raw: str, tags: list[SmartTag], unsupported: list[str], problems: list[str]) -> None:
    head, *fields = inside.split(",")
    # A line may end anywhere in a tag: blanks mean nothing in its head and in an address.
    head = "".join(head.split())
    found = _HEAD.fullmatch(head)
    if not found:
        word = re.match(r"[A-Za-z]+", head)
        if word and _resembles_sign(word[0]):
            hint = "after Sign come a dot and the signing order" if word[0].lower() == "sign" else "did you mean Sign?"
            problems.append(f"{raw} is malformed: {hint}, as in [!Sign.1.F, , ,].")
        else:
            unsupported.append(raw)
        return
    first_name, last_name, email, *extra = [*(" ".join(field.split()) for field in fields), "", "", ""][
        : max(3, len(fields))
    ]
    email = "".join(email.split())
    if int(found[1]) < 1:
        problems.append(f"{raw}: signing orders start at 1.")
    if email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", email):
        problems.append(f"{raw}: {email!r}, the third field, is no e-mail address.")
    if "@" in first_name or "@" in last_name:
        problems.append(f"{raw}: the fields are first name, last name and e-mail address, in this order.")
    tags.append(
        SmartTag(
            order=int(found[1]),
            kind=found[2].upper() if found[2] else None,
            first_name=first_name or None,
            last_name=last_name or None,
            email=email or None,
            extra=tuple(extra),
            raw=raw,
        )
    )


def _resembles_sign(word: str) -> bool:
    """Whether a word is ``Sign`` or was probably meant to be: letters swapped, doubled, left out or mistaken."""
    word = word.lower()
    if word == "signature":
        return True
    from difflib import SequenceMatcher

    return sorted(word) == sorted("sign") or SequenceMatcher(None, word, "sign").ratio() >= 0.75


def _conflicts(tags: list[SmartTag]) -> list[str]:
    emails: dict[int, dict[str, str]] = {}
    for tag in tags:
        if tag.email:
            emails.setdefault(tag.order, {}).setdefault(tag.email.lower(), tag.email)
    return [
        f"Sign.{order} has different e-mail addresses: {', '.join(found.values())}."
        for order, found in sorted(emails.items())
        if len(found) > 1
    ]
