"""Rules for what is signed and authorised, for servers, and for the names of our own extensions."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

from generator.findings import Finding, Place
from generator.loading import LocatedDict
from generator.rules.reading import Spec, listed

EXTENSIONS = (
    "x-attribute",
    "x-client-option",
    "x-conflicts",
    "x-date",
    "x-enum-numbers",
    "x-file-extensions",
    "x-hmac-signature",
    "x-implementation",
    "x-inferred",
    "x-known-values",
    "x-media-type-basis",
    "x-method-name",
    "x-provenance",
    "x-revocation-url",
    "x-scope-provenance",
    "x-secret",
    "x-single-or-array",
)
CLIENT_OPTIONS = ("sender", "format")
_NAMED = ("properties", "content", "headers", "x-enum-numbers")
"""Below these stand names of the service, which may begin with ``x-`` too."""


def findings(spec: Spec) -> Iterator[Finding]:
    """What is wrong with security schemes, servers and extensions."""
    yield from _signature(spec)
    yield from _oauth(spec)
    yield from _root(spec)
    yield from _servers(spec)
    yield from _options(spec)
    yield from _extensions(spec.document, set())


def _signature(spec: Spec) -> Iterator[Finding]:
    schemes = spec.security_schemes
    signed = [name for name, scheme in schemes.items() if "x-hmac-signature" in scheme]
    if len(signed) != 1:
        place = schemes.place_of(signed[1]) if signed else schemes.place
        subject = f"security scheme {signed[1]}" if signed else "security schemes"
        problem = "It carries x-hmac-signature too." if signed else "None carries x-hmac-signature."
        yield Finding(place, subject, problem, "Describe exactly one signature.", "signature")
    for name in signed:
        yield from _one_signature(schemes, name)
    if signed and not _is_header(schemes, "accessUrl"):
        problem = "The scheme accessUrl, which carries the address registered for the key, is no apiKey header."
        yield Finding(schemes.place_of("accessUrl"), "security schemes", problem, "Describe it so.", "signature")


def _one_signature(schemes: LocatedDict, name: str) -> Iterator[Finding]:
    subject = f"security scheme {name}"
    signature = schemes[name]["x-hmac-signature"]

    def find(holder: LocatedDict, key: str, problem: str, remedy: str) -> Finding:
        return Finding(holder.place_of(key), subject, problem, remedy, "signature")

    if not _is_header(schemes, name):
        yield find(schemes, name, "The signature is no apiKey header.", "Write type: apiKey, in: header and its name.")
    algorithm = signature["algorithm"]
    if algorithm.replace("-", "").lower() not in hashlib.algorithms_guaranteed:
        problem = f"The algorithm {algorithm} is not known."
        yield find(signature, "algorithm", problem, "Name one that Python's hashlib always has, for instance SHA-256.")
    if signature["encoding"] not in {"base64", "hex"}:
        problem = f"The encoding {signature['encoding']} is not known."
        yield find(signature, "encoding", problem, "Write base64 or hex.")
    parts, time, nonce = signature["parts"], signature["time"], signature["nonce"]
    named = [(part, place) for part, place in zip(parts, parts.places, strict=True)]
    named += [(item["scheme"], item.place_of("scheme")) for item in (time, nonce)]
    for part, place in named:
        if not _is_header(schemes, part):
            problem = f"{part} is no security scheme that is an apiKey in a header."
            yield Finding(place, subject, problem, "Name one that is.", "signature")
    others = [part for part in parts if part not in {time["scheme"], nonce["scheme"]}]
    if len(others) != 1 or len(set(parts)) != 3:
        problem = "What is signed is not the API key, the time and the nonce, each once."
        yield find(signature, "parts", problem, "Name these three, in the order in which they are joined.")
    if time["unit"] not in {"seconds", "milliseconds"}:
        yield find(time, "unit", f"The unit {time['unit']} is not known.", "Write seconds or milliseconds.")
    if nonce["max-length"] < 2 or nonce["max-length"] % 2:
        problem = f"max-length is {nonce['max-length']}, but a nonce is made of pairs of hexadecimal digits."
        yield find(nonce, "max-length", problem, "Write an even number, 2 or more.")


def _is_header(schemes: LocatedDict, name: str) -> bool:
    scheme = schemes.get(name, {})
    return scheme.get("type") == "apiKey" and scheme.get("in") == "header" and bool(scheme.get("name"))


def _oauth(spec: Spec) -> Iterator[Finding]:
    schemes, subject = spec.security_schemes, "security scheme oauth2"
    scheme = schemes.get("oauth2")
    if scheme is None or scheme["type"] != "oauth2":
        problem = "There is no security scheme oauth2 of the type oauth2."
        yield Finding(schemes.place_of("oauth2"), "security schemes", problem, "Describe it under this name.", "oauth2")
        return
    flows = scheme.get("flows", LocatedDict([], scheme.place, {}))
    for flow_name, flow in flows.items():
        for key in ("authorizationUrl", "tokenUrl", "refreshUrl"):
            if key in flow and not _is_https(flow[key]):
                problem = f"The {key} of {flow_name} is no absolute https URL."
                yield Finding(flow.place_of(key), subject, problem, "Write https://...", "oauth2")
    flow = flows.get("authorizationCode")
    if flow is None or "tokenUrl" not in flow or "authorizationUrl" not in flow:
        problem = "It has no flow authorizationCode with authorizationUrl and tokenUrl."
        place = scheme.place_of("flows") if flow is None else flows.place_of("authorizationCode")
        yield Finding(place, subject, problem, "Add it.", "oauth2")
        return
    server = flow["tokenUrl"].rpartition("/")[0]
    addresses = [(flow, "authorizationUrl"), (scheme, "x-revocation-url")]
    for holder, key in addresses:
        if key not in holder:
            problem = f"It has no {key}."
            yield Finding(holder.place, subject, problem, "Add the address at which tokens are revoked.", "oauth2")
        elif not holder[key].startswith(f"{server}/"):
            problem = f"{key} is not on the server of tokenUrl, {server}."
            yield Finding(holder.place_of(key), subject, problem, "Put both below one address.", "oauth2")


def _root(spec: Spec) -> Iterator[Finding]:
    for choice in spec.document["security"]:
        for name, scopes in choice.items():
            place = choice.place_of(name)
            if name not in spec.security_schemes:
                problem = f"The root names the security scheme {name}, which does not exist."
                yield Finding(place, "security", problem, f"Use {listed(spec.security_schemes)}.", "security")
                continue
            known = spec.scopes(name)
            for scope, scope_place in zip(scopes, scopes.places, strict=True):
                if scope not in known:
                    problem = f"The root needs the scope {scope}, which {name} does not have."
                    remedy = f"Use {listed(known)}." if known else "Remove it."
                    yield Finding(scope_place, "security", problem, remedy, "scopes")


def _servers(spec: Spec) -> Iterator[Finding]:
    holders = [("servers", spec.document), *((f"path {item.path}", item.item) for item in spec.operations)]
    holders += [(item.subject, item.raw) for item in spec.operations]
    if not spec.document["servers"]:
        place = spec.document.place_of("servers")
        yield Finding(place, "servers", "No server is listed.", "Add the address of the service.", "servers")
    for subject, holder in holders:
        for server in holder.get("servers", ()):
            url = server["url"]
            if not _is_https(url) or url.endswith("/"):
                problem = f"{url} is no absolute https URL without a slash at its end."
                yield Finding(server.place_of("url"), subject, problem, "Write https://host/path.", "servers")


def _is_https(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme == "https" and bool(parts.hostname) and not parts.query and "{" not in url
    except ValueError:
        return False


def _options(spec: Spec) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for name, parameter in spec.document["components"].get("parameters", {}).items():
        option = parameter.get("x-client-option")
        if option is None:
            continue
        place, subject = parameter.place_of("x-client-option"), f"parameter {name}"
        if option not in CLIENT_OPTIONS:
            problem = f"x-client-option {option} is no setting of the client."
            yield Finding(place, subject, problem, f"Write {listed(CLIENT_OPTIONS)}.", "client-option")
        elif option in seen:
            problem = f"x-client-option {option} belongs to the parameter {seen[option]} already."
            yield Finding(place, subject, problem, "Keep one of them.", "client-option")
        seen.setdefault(option, name)


def _extensions(value: Any, seen: set[int], named: bool = False) -> Iterator[Finding]:
    """Names that begin with ``x-`` and are none of ours: most likely misspelt, and then without any effect."""
    if not isinstance(value, dict | list) or id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, list):
        for item in value:
            yield from _extensions(item, seen)
        return
    for key, item in value.items():
        if key.startswith("x-") and key not in EXTENSIONS and not named:
            close = get_close_matches(key, EXTENSIONS, 1, 0)[0]
            place = value.place_of(key) if isinstance(value, LocatedDict) else Place("", 1)
            remedy = f"Perhaps {close} is meant; otherwise remove it."
            yield Finding(place, f"extension {key}", "No extension of this name is known.", remedy, "extension")
        yield from _extensions(item, seen, named=key in _NAMED and not named)
