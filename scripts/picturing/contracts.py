"""The contracts of the scene, as Word documents with Smart Tags."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from docx import Document


@dataclass(frozen=True)
class Contract:
    """A contract.

    Attributes:
        title: its title, which is the name of its file, too.
        clauses: heading and text of each.
        parties: who signs, in the signing order: what stands above the place to sign; nobody if that is chosen later.
        tags: further Smart Tags at its end.
    """

    title: str
    clauses: tuple[tuple[str, str], ...]
    parties: tuple[str, ...] = ()
    tags: str = ""

    @property
    def file(self) -> tuple[str, bytes]:
        """Name and content of the file."""
        document = Document()
        document.add_heading(self.title, 0)
        for number, (heading, text) in enumerate(self.clauses, 1):
            document.add_heading(f"{number}. {heading}", 2)
            document.add_paragraph(text)
        if self.parties:
            document.add_heading(f"{len(self.clauses) + 1}. Signatures", 2)
        for order, party in enumerate(self.parties, 1):
            document.add_paragraph(f"{party}:")
            document.add_paragraph(f"[!Sign.{order}, , ,]")
        if self.tags:
            document.add_paragraph(self.tags)
        data = BytesIO()
        document.save(data)
        return f"{self.title}.docx", data.getvalue()


TENANCY = Contract(
    "Tenancy agreement, 12 Kauri Street",
    (
        ("The dwelling", "Kauri Homes Ltd lets the house at 12 Kauri Street, Nelson, to the tenant from 1 March 2031."),
        ("Rent", "The rent is 620 dollars a week, paid in advance each Monday. The bond is four weeks' rent."),
        ("Care", "The tenant keeps the house clean and tells the landlord of damage without delay."),
        (
            "End",
            "Either side may end the tenancy in writing, the tenant with 28 and the landlord with 90 days' notice.",
        ),
    ),
    ("Signed by the tenant", "Signed for the landlord"),
)
EMPLOYMENT = Contract(
    "Employment contract, site manager",
    (
        ("The work", "Kauri Homes Ltd employs Hana Rewi as site manager from 3 March 2031, in Wellington."),
        ("Hours", "She works 40 hours a week, Monday to Friday, and is on call one weekend in four."),
        ("Pay", "The salary is 94,000 dollars a year, paid every other Thursday, and is looked at each March."),
        ("Leave", "Four weeks a year, besides public holidays; ten days of sick leave."),
    ),
    ("Signed by the employee", "Signed for the employer"),
)
DIRECTORS = Contract(
    "Consent of a new director",
    (
        ("Consent", "Ana Tui consents to be a director of Kauri Homes Ltd from 1 March 2031."),
        ("Particulars", "Born on 14 May 1988; lives at 7 Kowhai Road, Karori, Wellington 6012."),
        ("Statement", "No court or law disqualifies her from being a director of a company."),
    ),
    ("Signed by the director",),
)
SECRECY = Contract(
    "Confidentiality agreement, Rata Joinery",
    (
        ("Purpose", "Rata Joinery prices the windows of the houses at Totara Rise, and sees their plans for it."),
        ("Secrecy", "It shows the plans to nobody who does not need them for the price, and returns them afterwards."),
        ("Term", "This holds for three years."),
    ),
    ("Signed for Rata Joinery",),
)
VAN = Contract(
    "Lease of a van",
    (
        ("The van", "Kauri Homes Ltd leases a van, registered KH 147, for twelve months."),
        ("Rate", "780 dollars a month, 20,000 kilometres included, 19 cents for each further one."),
    ),
    ("Signed by the lessee", "Signed by the lessor"),
)
KEYS = Contract(
    "Handing over of keys, 12 Kauri Street",
    (
        ("Keys", "Three keys of the front door and one of the garage were handed over today."),
        ("Meters", "Electricity 48,210; water 1,377. No damage was found."),
    ),
    ("Signed by the tenant", "Signed for the landlord"),
)
LOAN = Contract(
    "Loan to an employee",
    (
        ("The loan", "Kauri Homes Ltd lends Hana Rewi 6,000 dollars without interest, for a course in management."),
        ("Repayment", "She repays it by deductions from her pay: [!DropDown.1, Pay cycle, PayCycle]"),
        ("Proof", "She adds the confirmation of her place on the course."),
    ),
    ("Signed by the employee",),
    "[!Attachment.1]",
)
QUOTE = Contract(
    "Quote for a deck",
    (
        ("The deck", "A deck of 24 square metres in Southland beech, with two steps to the lawn, at 7 Kowhai Road."),
        ("Price", "14,800 dollars with all material, half on beginning and half on handover."),
        ("Time", "Two weeks from the day of signing. This quote is good for thirty days."),
        ("Acceptance", "The customer accepts the quote by signing here:"),
    ),
)
MINUTES = Contract(
    "Minutes of the February meeting",
    (
        ("Present", "Mia Kauri, Ben Rata, Hana Rewi."),
        ("Totara Rise", "The first four houses are let. The windows of the others are being priced."),
    ),
)
