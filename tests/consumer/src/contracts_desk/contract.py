"""The contract itself: who signs what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from string import Template

from securedsigning.models import SmartTagInvitee


@dataclass(frozen=True)
class Person:
    """Somebody who signs."""

    first_name: str
    last_name: str
    email: str

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    def as_invitee(self) -> SmartTagInvitee:
        return SmartTagInvitee(first_name=self.first_name, last_name=self.last_name, email=self.email)


@dataclass(frozen=True)
class Contract:
    """An employment contract that is yet to be signed, first by the manager."""

    employee: Person
    manager: Person
    position: str
    starts: date

    @property
    def signers(self) -> list[Person]:
        return [self.manager, self.employee]

    @property
    def filename(self) -> str:
        return f"{self.employee.last_name} {self.starts:%Y-%m-%d}.rtf"

    def as_rtf(self) -> bytes:
        """The contract's text, with a Smart Tag for each signature."""
        template = Template(files("contracts_desk").joinpath("contract.rtf").read_text(encoding="ascii"))
        values = {"employee": self.employee.name, "manager": self.manager.name, "position": self.position}
        escaped = {name: _escaped(value) for name, value in values.items()}
        return template.substitute(escaped, starts=f"{self.starts:%d %B %Y}").encode("ascii")


def _escaped(text: str) -> str:
    """RTF is ASCII; everything else is written as UTF-16 units."""
    units = memoryview(text.encode("utf-16-le")).cast("H")
    return "".join(chr(unit) if 32 <= unit < 127 and chr(unit) not in "\\{}" else f"\\u{unit}?" for unit in units)
