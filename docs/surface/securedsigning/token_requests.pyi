from __future__ import annotations
from urllib.parse import urlencode
from securedsigning import _spec
from securedsigning._guards import is_object
from securedsigning.errors import InputError, OAuthError
from securedsigning.oauth_messages import check_scopes, code_challenge, refuse_misspelt
from securedsigning.tokens import Token
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from securedsigning.settings import Settings
SECRET_FIELDS = ('client_secret', 'code', 'code_verifier', 'refresh_token', 'signing_key', 'membership_code')

def authorization_code_fields(settings: Settings, code: str, code_verifier: str | None=None) -> dict[str, str]:
    ...

def refresh_fields(settings: Settings, refresh_token: str) -> dict[str, str]:
    ...

def special_feature_fields(settings: Settings, feature: str) -> dict[str, str]:
    ...

def membership_fields(settings: Settings, code: str, reference: str) -> dict[str, str]:
    ...

def user_profile_fields(settings: Settings, first_name: str, last_name: str, email: str, scopes: Iterable[str]) -> dict[str, str]:
    ...

def signing_key_fields(settings: Settings, signing_key: str, scopes: Iterable[str]) -> dict[str, str]:
    ...

def form_body(fields: Mapping[str, str]) -> bytes:
    ...

def parse_token_answer(status: int, body: bytes, *, fields: Mapping[str, str], now: float, requested_scopes: Iterable[str]=()) -> Token:
    ...
