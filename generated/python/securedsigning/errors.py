# Copied from templates/python/runtime/errors.py; edit it there.
"""Everything this package raises.

    SecuredSigningError
    ├── ConfigurationError          the client cannot be made with these settings; nothing was sent
    ├── InputError                  an argument is refused; nothing was sent
    ├── OAuthError                  no token: the user or the token endpoint refused
    │   └── LoginRequiredError      there is no token that could be used or refreshed
    ├── ConnectionFailedError       no answer arrived, or only a part of one
    │   └── CallTimeoutError        ... within the timeout
    ├── DownloadIncompleteError     a file broke off; nothing was kept
    ├── DecodeError                 the answer could not be read; says where in the data
    ├── NotCompletedError           a document that was waited for will not be complete: declined, expired, deleted
    │   └── WaitTimeoutError        ... or is not yet, and the time is up
    └── StatusError                 the service answered with an error status
        ├── BadRequestError         400
        ├── AuthenticationError     401
        ├── PaymentRequiredError    402
        ├── PermissionDeniedError   403
        ├── NotFoundError           404
        ├── FileTooLargeError       413
        ├── PlanExhaustedError      426
        ├── RateLimitedError        429
        └── ServerError             500 and above

``ConfigurationError`` and ``InputError`` are ``ValueError`` too. No message ever holds a secret or a token.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from securedsigning._http import httpx
    from securedsigning.models.document import Document
    from securedsigning.operations import Operation


class SecuredSigningError(Exception):
    """Base of every error of this package. Each can be copied and pickled."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...], dict[str, object]]:
        # Exception itself would call the class with the message alone; a pool of processes breaks on what then fails.
        return _put_together, (type(self), self.args), self._members()

    def _members(self) -> dict[str, object]:
        """What a copy is to carry."""
        return dict(vars(self))


class ConfigurationError(SecuredSigningError, ValueError):
    """The client cannot be made with these settings. Nothing was sent."""


class InputError(SecuredSigningError, ValueError):
    """An argument is refused before anything is sent."""


class OAuthError(SecuredSigningError):
    """No token was issued, because the user or the token endpoint refused.

    Attributes:
        code: the error code of RFC 6749, for instance ``access_denied`` or ``invalid_grant``.
        description: the endpoint's words, if it gave any.
    """

    def __init__(self, message: str, *, code: str | None = None, description: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.description = description


class LoginRequiredError(OAuthError):
    """There is no token that could be used or refreshed: send the user to ``authorization_url`` first."""


class _CallError(SecuredSigningError):
    """An error of one call; names the operation."""

    def __init__(self, message: str, *, operation: Operation) -> None:
        super().__init__(message)
        self.operation = operation


class _AnswerError(_CallError):
    """An error that an answer is; carries it."""

    def __init__(self, message: str, *, operation: Operation, response: httpx.Response) -> None:
        super().__init__(message, operation=operation)
        self.response = response

    def _members(self) -> dict[str, object]:
        """A copy may be kept or go elsewhere: the headers of the request, and with them the token, stay behind."""
        from copy import copy

        from securedsigning._http import httpx

        response = copy(self.response)
        response.history, response.next_request = [], None
        response.request = httpx.Request(self.response.request.method, self.response.request.url)
        return {**super()._members(), "response": response}


class ConnectionFailedError(_CallError):
    """No answer arrived, or only a part of one, or one that could not be unpacked.

    Whether the service received the request is unknown unless ``sent`` is False.

    Attributes:
        operation: the operation that was called.
        sent: False if the request provably never left.
    """

    def __init__(self, message: str, *, operation: Operation, sent: bool) -> None:
        super().__init__(message, operation=operation)
        self.sent = sent


class CallTimeoutError(ConnectionFailedError):
    """No answer arrived within the timeout."""


class DownloadIncompleteError(_CallError):
    """A download broke off. The target is as it was before the call."""


class NotCompletedError(SecuredSigningError):
    """A document that was waited for will not be complete.

    Attributes:
        document: the document as it was seen last.
    """

    def __init__(self, message: str, *, document: Document) -> None:
        super().__init__(message)
        self.document = document


class WaitTimeoutError(NotCompletedError):
    """A document that was waited for is not complete yet, and the time is up."""


class DecodeError(_AnswerError):
    """The answer could not be read.

    Attributes:
        operation: the operation that was called.
        path: the place in the data, as a JSON path such as ``$[3].Signers[0].HasSigned``.
        response: the answer; its body is in ``response.content``.
    """

    def __init__(self, problem: str, *, operation: Operation, path: str, response: httpx.Response) -> None:
        text = f"{operation.id}: cannot read the answer: {problem} @ {path}"
        super().__init__(text, operation=operation, response=response)
        self.path = path


class StatusError(_AnswerError):
    """The service answered with an error status.

    Attributes:
        operation: the operation that was called.
        status: the HTTP status.
        error_code: ``ResponseStatus.ErrorCode`` of the body, if it has one.
        message: ``ResponseStatus.Message`` of the body, else the reason phrase.
        field_errors: pairs of field name and message, from ``ResponseStatus.Errors``.
        body: the parsed JSON body, or the text if it is not JSON; at most 64 KiB of it.
        request_id: what the service calls this request, if it says so in a header; quote it to support.
        response: the HTTP response.
        hint: what the caller may look at, beside what the service says; the last line of the message.
    """

    def __init__(
        self,
        *,
        operation: Operation,
        status: int,
        error_code: str | None,
        message: str,
        field_errors: tuple[tuple[str, str], ...],
        body: object,
        request_id: str | None,
        response: httpx.Response,
    ) -> None:
        text = f"{operation.id}: {status} {error_code + ': ' if error_code else ''}{message}"
        for name, problem in field_errors:
            text += f"\n  {name}: {problem}"
        self.hint = self._advice(response)
        if self.hint:
            text += f"\n  {self.hint}"
        super().__init__(text, operation=operation, response=response)
        self.status = status
        self.error_code = error_code
        self.message = message
        self.field_errors = field_errors
        self.body = body
        self.request_id = request_id

    def _advice(self, response: httpx.Response) -> str | None:
        """The hint that goes with an answer; for most there is none."""
        return None

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait before a new attempt, from the ``Retry-After`` header (RFC 9110, 10.2.3), if it has one."""
        from securedsigning.retry import retry_after

        return retry_after(self.response.headers)


class BadRequestError(StatusError):
    """400: the request does not fit the operation."""


class AuthenticationError(StatusError):
    """401: key, secret, signature, clock, access URL, token or scope was not accepted."""

    def _advice(self, response: httpx.Response) -> str | None:
        if "authorization" in response.request.headers:
            return (
                "Check API key, secret, access URL and this machine's clock, and that the token has the scope which the "
                "operation needs. If the login has ended, send the user to authorization_url again."
            )
        return (
            "No token was sent: send the user to authorization_url first. If the API key is set up without OAuth 2, "
            "check key, secret, access URL and this machine's clock."
        )


class PaymentRequiredError(StatusError):
    """402: the account is on hold until it is paid for."""


class PermissionDeniedError(StatusError):
    """403: not documented; the caller may not do this."""


class NotFoundError(StatusError):
    """404: the reference is unknown to the account, or the document is gone under the retention policy."""


class FileTooLargeError(StatusError):
    """413: the file is larger than ``AccountInfo.max_upload_size``."""


class PlanExhaustedError(StatusError):
    """426: no documents are left in the plan."""


class RateLimitedError(StatusError):
    """429: not documented; too many calls."""


class ServerError(StatusError):
    """500 and above: the service failed."""


STATUS_ERRORS: Mapping[int, type[StatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    402: PaymentRequiredError,
    403: PermissionDeniedError,
    404: NotFoundError,
    413: FileTooLargeError,
    426: PlanExhaustedError,
    429: RateLimitedError,
    500: ServerError,
}
"""Which class an error status raises; 500 stands for all above it. The generator refuses a spec that documents a status
missing here."""


def error_from_response(operation: Operation, response: httpx.Response) -> StatusError:
    """The error for an answer with an error status; never fails, whatever the body is.

    Args:
        operation: the operation that was called.
        response: the answer, its body read.
    """
    from securedsigning._guards import is_list, is_object
    from securedsigning._json import loads

    raw = response.content[:65536]
    try:
        body: object = loads(response.content)
    except ValueError:
        body = raw.decode("utf-8", "replace")
    answer = body.get("ResponseStatus") if is_object(body) else None
    details = answer if is_object(answer) else {}
    # A service that repeats what it was sent must not bring the token into a log.
    token = response.request.headers.get("authorization", "").removeprefix("Bearer ")

    def shown(text: object) -> str:
        return str(text).replace(token, "[token]") if token else str(text)

    listed = details.get("Errors")
    field_errors = tuple(
        (str(item.get("FieldName") or "?"), shown(item.get("Message") or item.get("ErrorCode") or ""))
        for item in (listed if is_list(listed) else [])
        if is_object(item)
    )
    status = response.status_code
    kind = STATUS_ERRORS.get(min(status, 500), StatusError)
    return kind(
        operation=operation,
        status=status,
        error_code=str(details["ErrorCode"]) if details.get("ErrorCode") else None,
        message=shown(details.get("Message") or response.reason_phrase or "the service gave no reason"),
        field_errors=field_errors,
        body=body,
        request_id=response.headers.get("x-request-id") or response.headers.get("request-id"),
        response=response,
    )


def _put_together(kind: type[SecuredSigningError], args: tuple[object, ...]) -> SecuredSigningError:
    """An error of a class without asking its constructor; what it carries comes after."""
    return kind.__new__(kind, *args)
