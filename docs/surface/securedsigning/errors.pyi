from __future__ import annotations
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from securedsigning._http import httpx
    from securedsigning.models.document import Document
    from securedsigning.operations import Operation

class SecuredSigningError(Exception):

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...], dict[str, object]]:
        ...

class ConfigurationError(SecuredSigningError, ValueError):
    pass

class InputError(SecuredSigningError, ValueError):
    pass

class OAuthError(SecuredSigningError):

    def __init__(self, message: str, *, code: str | None=None, description: str | None=None) -> None:
        ...

class LoginRequiredError(OAuthError):
    pass

class _CallError(SecuredSigningError):

    def __init__(self, message: str, *, operation: Operation) -> None:
        ...

class _AnswerError(_CallError):

    def __init__(self, message: str, *, operation: Operation, response: httpx.Response) -> None:
        ...

class ConnectionFailedError(_CallError):

    def __init__(self, message: str, *, operation: Operation, sent: bool) -> None:
        ...

class CallTimeoutError(ConnectionFailedError):
    pass

class DownloadIncompleteError(_CallError):
    pass

class NotCompletedError(SecuredSigningError):

    def __init__(self, message: str, *, document: Document) -> None:
        ...

class WaitTimeoutError(NotCompletedError):
    pass

class DecodeError(_AnswerError):

    def __init__(self, problem: str, *, operation: Operation, path: str, response: httpx.Response) -> None:
        ...

class StatusError(_AnswerError):

    def __init__(self, *, operation: Operation, status: int, error_code: str | None, message: str, field_errors: tuple[tuple[str, str], ...], body: object, request_id: str | None, response: httpx.Response) -> None:
        ...

    @property
    def retry_after(self) -> float | None:
        ...

class BadRequestError(StatusError):
    pass

class AuthenticationError(StatusError):
    pass

class PaymentRequiredError(StatusError):
    pass

class PermissionDeniedError(StatusError):
    pass

class NotFoundError(StatusError):
    pass

class FileTooLargeError(StatusError):
    pass

class PlanExhaustedError(StatusError):
    pass

class RateLimitedError(StatusError):
    pass

class ServerError(StatusError):
    pass
STATUS_ERRORS: Mapping[int, type[StatusError]] = {400: BadRequestError, 401: AuthenticationError, 402: PaymentRequiredError, 403: PermissionDeniedError, 404: NotFoundError, 413: FileTooLargeError, 426: PlanExhaustedError, 429: RateLimitedError, 500: ServerError}

def error_from_response(operation: Operation, response: httpx.Response) -> StatusError:
    ...
