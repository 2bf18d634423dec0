"""Signers who are identified by questions instead of a mobile phone (``UseIDData``, ``IDData``).

How the real service asks is not known. Here the questions come before the document is seen, as often as it takes; who signs by
the control API is not asked.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from securedsigning_sandbox.context import State
from securedsigning_sandbox.emails import check_email
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.fields import checked


def check_questions(invitee: Mapping[str, Any], where: str) -> Sequence[Mapping[str, str]]:
    """The questions of an invitee of a request, each with the answer that is expected; none if none are to be asked.

    Args:
        invitee: as in the request.
        where: the member of the request that holds the invitee, for refusals.

    Raises:
        ApiError: 400.
    """
    if not invitee.get("UseIDData"):
        return ()
    questions: Sequence[Mapping[str, str]] = invitee.get("IDData") or ()
    if not questions:
        raise ApiError(400, "A question is missing.", [(f"{where}.IDData", "UseIDData needs at least one question.")])
    for index, question in enumerate(questions):
        name = f"{where}.IDData[{index}]"
        for member in ("Label", "Value"):
            if not str(question.get(member) or "").strip():
                raise ApiError(400, "A question is not complete.", [(f"{name}.{member}", "It is missing.")])
        if question.get("DataType") == "email":
            check_email(question["Value"], f"{name}.Value")
        try:
            _compared(question, question["Value"])
        except ValueError as error:
            raise ApiError(400, "An answer does not fit its question.", [(f"{name}.Value", str(error))]) from error
    return questions


def store_questions(state: State, signer: str, questions: Sequence[Mapping[str, str]]) -> None:
    """Write down by which questions a signer, told by reference, is identified; in a transaction."""
    if questions:
        state.store.insert("identities", signer=signer, questions=json.dumps(list(questions)))


def open_questions(state: State, signer: sqlite3.Row) -> list[dict[str, str]]:
    """What a signer has to answer before the document is shown, whether it is the signer's turn or not; empty once it is
    answered or the signer has signed, or if nothing is asked."""
    if signer["status"] in {"Signed", "Complete"}:
        return []
    row = state.store.one("SELECT questions FROM identities WHERE signer = ? AND NOT proven", signer["reference"])
    return json.loads(row["questions"]) if row else []


def answers_in(form: Mapping[str, str]) -> list[str]:
    """The answers in a form of the signing page, in the order of the questions."""
    names = (f"identity.{index}" for index in range(len(form)))
    return [form[name] for name in names if name in form]


def identify(state: State, signer: sqlite3.Row, answers: Sequence[str]) -> None:
    """Compare a signer's answers with those that are expected; case and blanks do not matter.

    Raises:
        ApiError: 400; which answer is wrong is not said.
    """
    for index, question in enumerate(open_questions(state, signer)):
        given = answers[index] if index < len(answers) else ""
        try:
            is_right = _compared(question, given) == _compared(question, question["Value"])
        except ValueError as error:
            raise ApiError(400, f"{question['Label']}: {error}") from error
        if not is_right:
            raise ApiError(400, "The answers do not fit; check them and try again.")
    state.store.run("UPDATE identities SET proven = 1 WHERE signer = ?", signer["reference"])


def _compared(question: Mapping[str, str], answer: str) -> str:
    if question.get("DataType") == "date":
        return checked("DateInput", (), answer)
    return " ".join(answer.split()).casefold()
