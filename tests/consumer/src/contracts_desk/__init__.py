"""Sends employment contracts to be signed, and files them."""

from contracts_desk.contract import Contract, Person
from contracts_desk.desk import ContractsDesk, DeskError, FiledContract, OpenContract
from contracts_desk.overview import missing_signatures

__all__ = ["Contract", "ContractsDesk", "DeskError", "FiledContract", "OpenContract", "Person", "missing_signatures"]
