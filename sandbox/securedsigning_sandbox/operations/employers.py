"""Employers, of the Form Direct group."""

from __future__ import annotations

from typing import Any

from securedsigning_sandbox.context import Call
from securedsigning_sandbox.employers import employers, save
from securedsigning_sandbox.operations import operation


@operation("listEmployers")
def list_employers(call: Call) -> Any:
    return employers(call)


@operation("updateEmployers")
def update_employers(call: Call) -> Any:
    save(call)
    return employers(call)
