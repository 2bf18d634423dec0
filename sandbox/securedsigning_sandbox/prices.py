"""What things cost in the sandbox. The real service's prices depend on the contract; these are invented, in no currency."""

from __future__ import annotations

from decimal import Decimal

DOCUMENT = Decimal("1.50")
PLAN = Decimal("0.00")
USER = Decimal("0.00")
SMS = Decimal("0.20")
ID_CHECK = Decimal("3.00")


def text(amount: Decimal) -> str:
    """An amount with two decimals."""
    return f"{amount:.2f}"
