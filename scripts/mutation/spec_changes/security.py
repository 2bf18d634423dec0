"""Changes to headers, signature and OAuth."""

from __future__ import annotations

from collections.abc import Iterator

from mutation.spec_changes.mutant import Document, Place, SpecMutant, another

SIGNATURE_CHOICES = {
    "algorithm": ("SHA-256", "SHA-512", "SHA-1"),
    "encoding": ("base64", "hex"),
    "separator": ("\n", "", "&", "\r\n"),
}


def security_changes(document: Document) -> Iterator[SpecMutant]:
    """One at a time."""
    schemes = Place(document, "components", "securitySchemes")
    for name, scheme in schemes.node.items():
        place = schemes.down(name)
        if scheme["type"] == "apiKey":
            yield place.with_value("credential-header", "name", scheme["name"] + "-RENAMED")
        if "x-hmac-signature" in scheme:
            yield from signature_changes(place.down("x-hmac-signature"))
        if scheme["type"] == "oauth2":
            yield from oauth_changes(place)


def signature_changes(place: Place) -> Iterator[SpecMutant]:
    """To what is signed and how."""
    node = place.node
    for member, choices in SIGNATURE_CHOICES.items():
        for choice in choices:
            if choice != node[member]:
                yield place.with_value("signature", member, choice)
    parts = node["parts"]
    for index, part in enumerate(parts):
        yield place.with_value("signature", "parts", [each for each in parts if each != part])
        if index:
            swapped = [*parts[: index - 1], part, parts[index - 1], *parts[index + 1 :]]
            yield place.with_value("signature", "parts", swapped)
    yield place.with_value("signature", "parts", [*parts, "accessUrl"])
    yield place.down("time").with_value("signature", "unit", another(node["time"]["unit"], ("seconds", "milliseconds")))
    yield place.down("time").with_value("signature", "scheme", node["nonce"]["scheme"])
    yield place.down("nonce").with_value("signature", "scheme", node["time"]["scheme"])
    for length in (16, node["nonce"]["max-length"] - 1, node["nonce"]["max-length"] + 1):
        yield place.down("nonce").with_value("signature", "max-length", length)


def oauth_changes(place: Place) -> Iterator[SpecMutant]:
    """To the addresses and scopes."""
    if "x-revocation-url" in place.node:
        yield place.with_value("oauth-url", "x-revocation-url", place.node["x-revocation-url"] + "1")
    for flow, node in place.node["flows"].items():
        where = place.down("flows", flow)
        for member in node:
            if member.endswith("Url"):
                yield where.with_value("oauth-url", member, node[member] + "1")
        yield where.down("scopes").with_value("oauth-scope-added", "Further", "A further scope.", "Further is there")
        for scope in node["scopes"]:
            yield where.down("scopes").without("oauth-scope-dropped", scope)
            yield where.down("scopes").renamed("oauth-scope-renamed", scope, scope.lower())
