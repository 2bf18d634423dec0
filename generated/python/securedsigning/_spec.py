# Generated from spec/openapi.yaml by _spec.py.jinja; do not edit.
"""What the spec says about servers, signing and OAuth, for the hand-written modules."""

PACKAGE_VERSION = "0.1.0"
API_VERSION = "1.4.0"
BASE_URL = "https://api.securedsigning.com/web/v1.4"
SERVERS = ("https://api.securedsigning.com/web/v1.4", "https://api.dsx.co.nz/web/v1.4")

SIGNATURE_ALGORITHM = "sha256"
SIGNATURE_ENCODING = "base64"
SIGNATURE_SEPARATOR = "\n"
SIGNATURE_PARTS = ("api_key", "timestamp", "nonce")
TIMESTAMP_UNIT = "seconds"
NONCE_MAX_LENGTH = 32
API_KEY_HEADER = "X-CUSTOM-API-KEY"
TIMESTAMP_HEADER = "X-CUSTOM-DATE"
NONCE_HEADER = "X-CUSTOM-NONCE"
SIGNATURE_HEADER = "X-CUSTOM-SIGNATURE"
ACCESS_URL_HEADER = "Referer"
SENDER_HEADER = "X-CUSTOM-SENDER"

OAUTH_URL = "https://www.securedsigning.com/api/oauth2"
AUTHORIZE_PATH = "/authorize"
TOKEN_PATH = "/token"
REVOKE_PATH = "/revoke"
REVOKE_METHOD = "GET"
SCOPES = ("Basic", "ISign", "WeSign", "SmartTag", "FormDirect", "FormFiller", "Account", "Billing")
PARTNER_FEATURES = ("MembershipManagement", "AccountManagement")
