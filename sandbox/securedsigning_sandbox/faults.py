"""Rules by which the sandbox fails on purpose, so that a client can be tried against what networks and services do.

Whether a rule hits depends on the seed, the rule's number and the number of the call, on nothing else: the same calls in the
same order meet the same faults.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from securedsigning_sandbox.fault_changes import CHANGES, can_change
from securedsigning_sandbox.fault_rules import OAUTH, Rule
from securedsigning_sandbox.spec import Spec


class Faults:
    """The rules of a sandbox, and which calls they have hit. Empty at first."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._lock = threading.Lock()
        self._seed = 0
        self._rules: list[_Counted] = []
        self._made = 0  # rules since the list was empty or replaced

    def add(
        self,
        kind: str,
        operation: str = "*",
        *,
        share: float | None = None,
        first: int | None = None,
        every: int | None = None,
        status: int | None = None,
        retry_after: int | str | None = None,
        error: str | None = None,
        seconds: float | None = None,
        moment: str | None = None,
    ) -> Rule:
        """Add a rule behind the others; without ``share``, ``first`` or ``every`` it hits every call. See :class:`Rule`.

        Raises:
            ValueError: something in it cannot be.
        """
        return self.append({name: value for name, value in locals().items() if name != "self"})

    def append(self, value: Mapping[str, Any]) -> Rule:
        """The same for a rule as JSON has it.

        Raises:
            ValueError: something in it cannot be.
        """
        rule = Rule.read(value, self._spec)
        with self._lock:
            self._rules.append(_Counted(rule, self._made))
            self._made += 1
        return rule

    def remove(self, number: int) -> None:
        """End one rule; what the others do does not change.

        Args:
            number: as ``as_json`` gives it.

        Raises:
            ValueError: there is no such rule.
        """
        with self._lock:
            left = [each for each in self._rules if each.number != number]
            if len(left) == len(self._rules):
                raise ValueError(f"there is no rule number {number}")
            self._rules = left

    def replace(self, rules: list[dict[str, Any]], seed: int = 0) -> None:
        """Other rules in place of all; counting begins anew.

        Raises:
            ValueError: one of them cannot be; none is replaced.
        """
        if not isinstance(rules, list):
            raise ValueError("rules is a list")
        _check_seed(seed)
        counted = [_Counted(Rule.read(rule, self._spec), number) for number, rule in enumerate(rules)]
        with self._lock:
            self._rules, self._seed, self._made = counted, seed, len(counted)

    def clear(self) -> None:
        """No faults any more."""
        self.replace([])

    def __bool__(self) -> bool:
        """Whether there are rules."""
        return bool(self._rules)

    @property
    def seed(self) -> int:
        """What a share's choice of calls depends on; to set it begins the counting anew."""
        return self._seed

    @seed.setter
    def seed(self, seed: int) -> None:
        _check_seed(seed)
        with self._lock:
            self._seed = seed
            self._rules = [_Counted(counted.rule, counted.number) for counted in self._rules]

    def as_json(self) -> dict[str, Any]:
        """Seed and rules, each rule with its number, the calls that came to it and those it hit."""
        with self._lock:
            return {"seed": self._seed, "rules": [each.as_json() for each in self._rules]}

    def next(self, operation: str) -> Rule | None:
        """The rule that hits this call: the first one that does. Those behind it do not count the call."""
        with self._lock:
            for counted in self._rules:
                rule = counted.rule
                if operation != rule.operation and (rule.operation != "*" or operation in OAUTH):
                    continue
                named = self._spec.operations.get(operation)
                if rule.kind in CHANGES and (named is None or not can_change(rule.kind, named, self._spec)):
                    continue
                counted.calls += 1
                if _hits(rule, self._seed, counted.number, counted.calls):
                    counted.hits += 1
                    return rule
        return None


@dataclass
class _Counted:
    rule: Rule
    number: int
    calls: int = 0
    hits: int = 0

    def as_json(self) -> dict[str, Any]:
        return {"number": self.number, **self.rule.as_json(), "calls": self.calls, "hits": self.hits}


def _check_seed(seed: object) -> None:
    if type(seed) is not int:
        raise ValueError(f"seed is {seed!r}; it is a whole number")


def _hits(rule: Rule, seed: int, number: int, call: int) -> bool:
    """Whether the call of that number, counted from 1, is hit."""
    if rule.first is not None:
        return call <= rule.first
    if rule.every is not None:
        return call % rule.every == 0
    if rule.share is None:
        return True
    drawn = hashlib.sha256(f"{seed} {number} {call}".encode()).digest()
    return int.from_bytes(drawn[:8], "big") < rule.share * 2**64
