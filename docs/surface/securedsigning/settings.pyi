from __future__ import annotations
import os
from urllib.parse import urlsplit
from securedsigning import _spec
from securedsigning.errors import ConfigurationError
ENVIRONMENT = {'api_key': 'SECUREDSIGNING_API_KEY', 'api_secret': 'SECUREDSIGNING_API_SECRET', 'access_url': 'SECUREDSIGNING_ACCESS_URL', 'base_url': 'SECUREDSIGNING_BASE_URL', 'oauth_url': 'SECUREDSIGNING_OAUTH_URL'}

class Settings:

    def __init__(self, *, api_key: str | None=None, api_secret: str | None=None, access_url: str | None=None, base_url: str | None=None, oauth_url: str | None=None) -> None:
        ...

    def __repr__(self) -> str:
        ...
