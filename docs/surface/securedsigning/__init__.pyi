from __future__ import annotations
TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning._async.client import AsyncSecuredSigning as AsyncSecuredSigning
    from securedsigning._codec import UNSET as UNSET
    from securedsigning._sync.client import SecuredSigning as SecuredSigning
    from securedsigning.downloads import Download as Download
    from securedsigning.errors import AuthenticationError as AuthenticationError
    from securedsigning.errors import BadRequestError as BadRequestError
    from securedsigning.errors import CallTimeoutError as CallTimeoutError
    from securedsigning.errors import ConfigurationError as ConfigurationError
    from securedsigning.errors import ConnectionFailedError as ConnectionFailedError
    from securedsigning.errors import DecodeError as DecodeError
    from securedsigning.errors import DownloadIncompleteError as DownloadIncompleteError
    from securedsigning.errors import FileTooLargeError as FileTooLargeError
    from securedsigning.errors import InputError as InputError
    from securedsigning.errors import LoginRequiredError as LoginRequiredError
    from securedsigning.errors import NotCompletedError as NotCompletedError
    from securedsigning.errors import NotFoundError as NotFoundError
    from securedsigning.errors import OAuthError as OAuthError
    from securedsigning.errors import PaymentRequiredError as PaymentRequiredError
    from securedsigning.errors import PermissionDeniedError as PermissionDeniedError
    from securedsigning.errors import PlanExhaustedError as PlanExhaustedError
    from securedsigning.errors import RateLimitedError as RateLimitedError
    from securedsigning.errors import SecuredSigningError as SecuredSigningError
    from securedsigning.errors import ServerError as ServerError
    from securedsigning.errors import StatusError as StatusError
    from securedsigning.errors import WaitTimeoutError as WaitTimeoutError
    from securedsigning.oauth_messages import code_challenge as code_challenge
    from securedsigning.oauth_messages import new_code_verifier as new_code_verifier
    from securedsigning.oauth_messages import new_state as new_state
    from securedsigning.operation import Operation as Operation
    from securedsigning.options import CallOptions as CallOptions
    from securedsigning.retry import RetryPolicy as RetryPolicy
    from securedsigning.sent import SentDocuments as SentDocuments
    from securedsigning.smart_tags import find_smart_tags as find_smart_tags
    from securedsigning.token_file import FileTokenStore as FileTokenStore
    from securedsigning.tokens import MemoryTokenStore as MemoryTokenStore
    from securedsigning.tokens import Token as Token
    from securedsigning.tokens import TokenStore as TokenStore
__version__ = '0.1.0'
__all__ = ('SecuredSigning', 'AsyncSecuredSigning', 'CallOptions', 'RetryPolicy', 'FileTokenStore', 'MemoryTokenStore', 'Token', 'TokenStore', 'Download', 'Operation', 'UNSET', 'SentDocuments', 'find_smart_tags', 'new_state', 'new_code_verifier', 'code_challenge', 'SecuredSigningError', 'ConfigurationError', 'InputError', 'OAuthError', 'LoginRequiredError', 'ConnectionFailedError', 'CallTimeoutError', 'DownloadIncompleteError', 'DecodeError', 'NotCompletedError', 'WaitTimeoutError', 'StatusError', 'BadRequestError', 'AuthenticationError', 'PaymentRequiredError', 'PermissionDeniedError', 'NotFoundError', 'FileTooLargeError', 'PlanExhaustedError', 'RateLimitedError', 'ServerError')
_MODULES = {'SecuredSigning': 'securedsigning._sync.client', 'AsyncSecuredSigning': 'securedsigning._async.client', 'CallOptions': 'securedsigning.options', 'RetryPolicy': 'securedsigning.retry', 'FileTokenStore': 'securedsigning.token_file', 'MemoryTokenStore': 'securedsigning.tokens', 'Token': 'securedsigning.tokens', 'TokenStore': 'securedsigning.tokens', 'Download': 'securedsigning.downloads', 'Operation': 'securedsigning.operation', 'UNSET': 'securedsigning._codec', 'SentDocuments': 'securedsigning.sent', 'find_smart_tags': 'securedsigning.smart_tags', 'new_state': 'securedsigning.oauth_messages', 'new_code_verifier': 'securedsigning.oauth_messages', 'code_challenge': 'securedsigning.oauth_messages', 'SecuredSigningError': 'securedsigning.errors', 'ConfigurationError': 'securedsigning.errors', 'InputError': 'securedsigning.errors', 'OAuthError': 'securedsigning.errors', 'LoginRequiredError': 'securedsigning.errors', 'ConnectionFailedError': 'securedsigning.errors', 'CallTimeoutError': 'securedsigning.errors', 'DownloadIncompleteError': 'securedsigning.errors', 'DecodeError': 'securedsigning.errors', 'NotCompletedError': 'securedsigning.errors', 'WaitTimeoutError': 'securedsigning.errors', 'StatusError': 'securedsigning.errors', 'BadRequestError': 'securedsigning.errors', 'AuthenticationError': 'securedsigning.errors', 'PaymentRequiredError': 'securedsigning.errors', 'PermissionDeniedError': 'securedsigning.errors', 'NotFoundError': 'securedsigning.errors', 'FileTooLargeError': 'securedsigning.errors', 'PlanExhaustedError': 'securedsigning.errors', 'RateLimitedError': 'securedsigning.errors', 'ServerError': 'securedsigning.errors'}

def __dir__() -> list[str]:
    ...
