"""Refusals, in the form that services built on ServiceStack give them."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from starlette.responses import JSONResponse, Response

from securedsigning_sandbox.reasons import reason_header

_CODES = {
    400: "ValidationException",
    401: "Unauthorized",
    402: "PaymentRequired",
    404: "NotFound",
    413: "FileTooLarge",
    426: "PlanExhausted",
    500: "ServerError",
}


class ApiError(Exception):
    """A call is refused.

    Attributes:
        status: HTTP status.
        message: the reason, a sentence.
        fields: pairs of field name and what is wrong with it.
    """

    def __init__(self, status: int, message: str, fields: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.fields = fields

    @property
    def reason(self) -> str:
        """The message and what is wrong with each field, on one line."""
        return " ".join([self.message, *(f"{name}: {text}" for name, text in self.fields if text != self.message)])

    def response(self) -> Response:
        """The answer: an ErrorResponse. (That the service answers so is inferred from its framework.)"""
        code = _CODES.get(self.status) or HTTPStatus(self.status).phrase.replace(" ", "")
        errors = [{"ErrorCode": "Invalid", "FieldName": name, "Message": text} for name, text in self.fields]
        body = {"ResponseStatus": {"ErrorCode": code, "Message": self.message, "Errors": errors}}
        return JSONResponse(body, status_code=self.status, headers=reason_header(self.message))


def not_found(what: str, reference: str) -> ApiError:
    """404 for a reference that the account does not have."""
    return ApiError(404, f"There is no {what} {reference} in this account.")
