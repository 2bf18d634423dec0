"""What holds for the service as a whole: servers, signing, OAuth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from generator.changes.aligning import paired_operations
from generator.changes.matching import like_names, pair
from generator.changes.report import Report
from generator.changes.sources import Side
from generator.findings import Place
from generator.loading import LocatedDict


def compare_service(report: Report, old: Side, new: Side) -> None:
    """Write down how servers, signing and OAuth changed."""
    a, b, document = old.api, new.api, new.document
    schemes = document["components"]["securitySchemes"]
    servers = document.place_of("servers")
    if a.servers[0] != b.servers[0]:
        report.add("server", servers, "Clients without a base_url call another server.", a.servers[0], b.servers[0])
    lost, more = set(a.servers[1:]) - set(b.servers), set(b.servers[1:]) - set(a.servers)
    if lost or more:
        rule = "other-server-removed" if lost else "other-server-added"
        text = "A server is no longer known." if lost else "One more server is known."
        report.add(rule, servers, text, _base_urls(lost), _base_urls(more))
    signature = next(scheme.place_of("x-hmac-signature") for scheme in schemes.values() if "x-hmac-signature" in scheme)
    for item in fields(a.signing):
        before, now = getattr(a.signing, item.name), getattr(b.signing, item.name)
        if before != now:
            rule = "nonce-length" if item.name == "nonce_length" else "signing"
            text = f"Requests are signed differently: {item.name.replace('_', ' ')}."
            header = (schemes.place_of(name) for name, scheme in schemes.items() if scheme.get("name") == now)
            report.add(rule, next(header, signature), text, repr(before), repr(now))
    _compare_options(report, old, new)
    place = schemes.place_of("oauth2")
    for name in ("server", "authorize_path", "token_path", "revoke_path", "revoke_method"):
        before, now = getattr(a.oauth, name), getattr(b.oauth, name)
        if before != now:
            report.add("oauth-address", place, f"OAuth calls go elsewhere: {name.replace('_', ' ')}.", before, now)
    for c, d in paired_operations(a.oauth_operations, b.oauth_operations)[0]:
        calls = f"{c.http_method} {c.path}", f"{d.http_method} {d.path}"
        if calls[0] != calls[1]:
            report.add("oauth-address", d.place, "OAuth calls go elsewhere.", *calls)
    _compare_scopes(
        report, schemes["oauth2"]["flows"], old.document["components"]["securitySchemes"]["oauth2"]["flows"]
    )
    features = document["components"]["schemas"].get("PartnerApiFeature", document)
    for rule, was, is_ in _word_changes(a.oauth.partner_features, b.oauth.partner_features):
        text = f"The partner feature {was or is_} is {_HAPPENED[rule].format(is_)}."
        report.add(f"partner-feature-{rule}", features.place_of("enum"), text, was, is_)


def _base_urls(servers: Iterable[str]) -> str:
    return ", ".join(f'base_url="{each}"' for each in sorted(servers))


_HAPPENED = {"added": "new", "removed": "gone", "renamed": "called {}"}


def _word_changes(old: Iterable[str], new: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    pairs, gone, added = pair(list(old), list(new), (lambda name: name,), like_names)
    yield from (("added", "", name) for name in added)
    yield from (("removed", name, "") for name in gone)
    yield from (("renamed", before, now) for before, now in pairs if before != now)


def _compare_scopes(report: Report, new: LocatedDict, old: LocatedDict) -> None:
    """Each scope once, with the flows that it is about."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for flow in new:
        for change in _word_changes(old.get(flow, {}).get("scopes", ()), new[flow]["scopes"]):
            found.setdefault(change, []).append(flow)
    for (rule, was, is_), flows in found.items():
        place = new[flows[0]]["scopes"].place_of(is_)
        text = f"The OAuth scope {was or is_} is {_HAPPENED[rule].format(is_)}, for {', '.join(flows)}."
        report.add(f"oauth-scope-{rule}", place, text, _asked(was), _asked(is_))


def _asked(scope: str) -> str:
    return f'scopes=["{scope}"]' if scope else ""


def _compare_options(report: Report, old: Side, new: Side) -> None:
    """What the client sends with every call."""
    before, now = ({item["x-client-option"]: (item, place) for item, place in _options(side)} for side in (old, new))
    for option in before.keys() & now.keys():
        (was, _), (is_, place) = before[option], now[option]
        if is_.get("required") and not was.get("required"):
            report.add("option-required", place, f"Calls need the option `{option}`.")
    if "sender" in now or "sender" in before:
        texts = [
            f"{each['sender'][0]['in']} {each['sender'][0]['name']}" if "sender" in each else ""
            for each in (before, now)
        ]
        if texts[0] != texts[1]:
            place = (now if "sender" in now else before)["sender"][1]
            report.add("sender-header", place, "The option `sender` travels elsewhere.", texts[0], texts[1])


def _options(side: Side) -> Iterator[tuple[LocatedDict, Place]]:
    declared = side.document["components"].get("parameters", LocatedDict((), side.document.place, {}))
    yield from ((item, item.place) for item in declared.values() if "x-client-option" in item)
