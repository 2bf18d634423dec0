"""A desk of each test's own, in front of a sandbox of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture

from contracts_desk import Contract, ContractsDesk, Person


@pytest.fixture
def cabinet(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def desk(secured_signing: SecuredSigningFixture, cabinet: Path) -> ContractsDesk:
    return ContractsDesk(secured_signing.client, cabinet)


@pytest.fixture
def contract() -> Contract:
    employee = Person("Zoë", "Tāwhai", "zoe@example.com")
    return Contract(employee, Person("Ben", "Rata", "ben@example.com"), "harbour pilot", date(2031, 3, 1))
