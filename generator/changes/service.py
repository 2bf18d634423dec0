"""What holds for the service as a whole: servers, signing, OAuth."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from generator.changes.report import Report
from generator.changes.sources import Side
from generator.loading import LocatedDict


def compare_service(report: Report, old: Side, new: Side) -> None:
    """Write down how servers, signing and OAuth changed."""
    a, b, document = old.api, new.api, new.document
    schemes = document["components"]["securitySchemes"]
    servers = document.place_of("servers")
    if a.servers[0] != b.servers[0]:
        report.add("server", servers, "Clients without a base_url call another server.", a.servers[0], b.servers[0])
    if a.servers[1:] != b.servers[1:]:
        texts = ", ".join(a.servers[1:]), ", ".join(b.servers[1:])
        report.add("other-servers", servers, "The list of other servers changed.", *texts)
    signature = next(scheme.place_of("x-hmac-signature") for scheme in schemes.values() if "x-hmac-signature" in scheme)
    for item in fields(a.signing):
        before, now = getattr(a.signing, item.name), getattr(b.signing, item.name)
        if before != now:
            rule = "nonce-length" if item.name == "nonce_length" else "signing"
            text = f"Requests are signed differently: {item.name.replace('_', ' ')}."
            report.add(rule, signature, text, repr(before), repr(now))
    if a.sender_header != b.sender_header:
        text = "The option `sender` travels in another header."
        report.add("sender-header", document.place_of("components"), text, a.sender_header, b.sender_header)
    place = schemes.place_of("oauth2")
    for name in ("server", "authorize_path", "token_path", "revoke_path", "revoke_method"):
        before, now = getattr(a.oauth, name), getattr(b.oauth, name)
        if before != now:
            report.add("oauth-address", place, f"OAuth calls go elsewhere: {name.replace('_', ' ')}.", before, now)
    for kind, was, is_ in (
        ("oauth-scope", set(a.oauth.scopes), set(b.oauth.scopes)),
        ("partner-feature", set(a.oauth.partner_features), set(b.oauth.partner_features)),
    ):
        noun = kind.replace("-", " ").replace("oauth", "OAuth")
        for name in sorted(is_ - was):
            report.add(f"{kind}-added", place, f"There is a new {noun}, {name}.", "", name)
        for name in sorted(was - is_):
            report.add(f"{kind}-removed", place, f"The {noun} {name} is gone.", name)
    _compare_tokens(report, old.document, new.document)


def _compare_tokens(report: Report, old: Any, new: Any) -> None:
    """Whether calls can do without a token, for the whole spec and for each operation."""
    for path, item in new["paths"].items():
        for method, operation in item.items():
            before = old["paths"].get(path, {}).get(method)
            if not isinstance(operation, LocatedDict) or not isinstance(before, dict) or "operationId" not in operation:
                continue
            was, now = (each.get("security", root["security"]) for each, root in ((before, old), (operation, new)))
            optional = [any("oauth2" not in choice for choice in choices) for choices in (was, now)]
            if optional[0] != optional[1]:
                rule = "token-optional" if optional[1] else "token-required"
                text = (
                    f"{operation['operationId']} can {'now' if optional[1] else 'no longer'} be called without a token."
                )
                report.add(rule, operation.place_of("security"), text)
            elif [set(choice) for choice in was] != [set(choice) for choice in now]:
                report.add(
                    "security", operation.place_of("security"), f"{operation['operationId']} asks for other keys."
                )
