"""What a call has to prove: token, scopes, signature. One edit is told once, by the gravest of what it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.changes.report import Report
from generator.changes.sources import Side
from generator.facts import Operation
from generator.findings import Place
from generator.loading import LocatedDict

_Choices = Sequence[LocatedDict]


def compare_credentials(report: Report, old: Side, new: Side, a: Operation, b: Operation, call: str) -> None:
    """Write down how what one call has to prove changed.

    Args:
        report: where to.
        old: the spec before.
        new: the spec now.
        a: the operation before.
        b: the operation now.
        call: what it is now in Python.
    """
    before, now = _choices(old, a), _choices(new, b)
    place = _raw(new, b).place_of("security")

    def add(rule: str, what: str) -> None:
        report.add(rule, place, f"`{call}` {what}.", _text(before), _text(now))

    if a.signed != b.signed:
        rule = "signature-required" if b.signed else "signature-optional"
        add(rule, "has its signature looked at" if b.signed else "no longer has its signature looked at")
    elif _unmet(new, now) and not _unmet(old, before):
        add("credential-unmet", "asks for " + ", ".join(sorted(_unmet(new, now))))
    elif _needs_token(before) != _needs_token(now):
        rule = "token-required" if _needs_token(now) else "token-optional"
        add(rule, "cannot be called without a token" if _needs_token(now) else "can be called without a token")
    elif _takes_token(before) and _takes_token(now) and set(a.scopes) != set(b.scopes):
        _add_scopes(report, place, call, a.scopes, b.scopes)
    elif [set(each) for each in before] != [set(each) for each in now]:
        add("security", "is asked for other credentials")


def _add_scopes(report: Report, place: Place, call: str, before: Sequence[str], now: Sequence[str]) -> None:
    lost, more = (", ".join(sorted(set(a) - set(b))) for a, b in ((before, now), (now, before)))
    if lost and more:
        rule, text = "scope-changed", f"needs a token with the scope {more}, no longer {lost}"
    elif more:
        rule, text = "scope-added", f"needs a token with the scope {more} as well"
    else:
        rule, text = "scope-removed", f"no longer needs the scope {lost}"
    report.add(rule, place, f"`{call}` {text}.", f'scopes=["{_quoted(before)}"]', f'scopes=["{_quoted(now)}"]')


def _quoted(scopes: Sequence[str]) -> str:
    return '", "'.join(scopes)


def _raw(side: Side, operation: Operation) -> LocatedDict:
    found: LocatedDict = side.document["paths"][operation.path][operation.http_method.lower()]
    return found


def _choices(side: Side, operation: Operation) -> _Choices:
    choices: Any = _raw(side, operation).get("security", side.document["security"])
    return list(choices) or [LocatedDict((), operation.place, {})]


def _needs_token(choices: _Choices) -> bool:
    return all("oauth2" in each for each in choices)


def _takes_token(choices: _Choices) -> bool:
    return any("oauth2" in each for each in choices)


def _unmet(side: Side, choices: _Choices) -> set[str]:
    """Credentials of which every way in asks for one, and which the client does not send."""
    schemes = side.document["components"]["securitySchemes"]
    unknown = [
        {name for name in each if name != "oauth2" and schemes[name].get("type") != "apiKey"} for each in choices
    ]
    return set().union(*unknown) if all(unknown) else set()


def _text(choices: _Choices) -> str:
    return " or ".join(" + ".join(each) or "nothing" for each in choices)
