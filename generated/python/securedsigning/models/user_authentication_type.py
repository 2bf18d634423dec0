# Generated from spec/schemas/partners.yaml#/UserAuthenticationType by templates/python/securedsigning/models/enum.py.jinja; do not edit.
from __future__ import annotations

from collections.abc import Mapping

from securedsigning._codec import OpenEnum


class UserAuthenticationType(OpenEnum):
    """Way of signing in: AccountPassword with a password, AAD with Azure Active Directory.

    Other values are kept as they come.
    """

    ACCOUNT_PASSWORD = "AccountPassword"
    AAD = "AAD"

    @classmethod
    def _numbers(cls) -> Mapping[int, str]:
        return {1: "AccountPassword", 16: "AAD"}
