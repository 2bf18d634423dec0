"""What a rule of the sandbox's failing on purpose can say, and what it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, get_args, get_type_hints

from securedsigning_sandbox.fault_changes import CHANGES, can_change
from securedsigning_sandbox.spec import Spec

OAUTH = ("token", "authorize", "revoke")

KINDS: dict[str, dict[str, Any]] = {
    "status": {"status": 503, "retry_after": None},
    "html": {"status": 200},
    "token-error": {"status": 200, "error": "invalid_grant"},
    "slow": {"seconds": 5.0},
    "drop": {"moment": "before"},
    "truncated": {},
    **{kind: {} for kind in CHANGES},
}
"""Each kind with its parameters and what they are by default."""

MOMENTS = ("before", "after", "within")


@dataclass(frozen=True)
class Rule:
    """One way to fail, and when.

    Attributes:
        kind: ``status`` answers with an error status, ``html`` with a page instead of JSON, ``token-error`` with a refusal in
            the form of RFC 6749; the call is not carried out. ``slow`` holds the answer back, ``drop`` ends the connection,
            ``truncated`` sends half of the body as if it were all. ``unknown-enum``, ``unknown-field`` and ``ticks-date``
            change the answer where the spec has enums, objects and dates.
        operation: an operationId; ``*`` for all of them; or ``token``, ``authorize``, ``revoke`` for the OAuth addresses.
        share: the part of calls that it hits, from 0 to 1.
        first: it hits the first so many calls.
        every: it hits every so manyeth call.
        status: with ``status`` (503), ``html`` (200) and ``token-error`` (200): the status of the answer.
        retry_after: with ``status``: the header ``Retry-After``, in seconds or as a date.
        error: with ``token-error``: the code, ``invalid_grant`` by default.
        seconds: with ``slow``: how long the answer takes at least; 5 by default.
        moment: with ``drop``: ``before`` the call is carried out (the default), ``after`` it, without an answer, or ``within``
            the body of the answer.
    """

    kind: str
    operation: str = "*"
    share: float | None = None
    first: int | None = None
    every: int | None = None
    status: int | None = None
    retry_after: int | str | None = None
    error: str | None = None
    seconds: float | None = None
    moment: str | None = None

    @classmethod
    def read(cls, value: Mapping[str, Any], spec: Spec) -> Rule:
        """A rule from JSON or arguments, checked and with its defaults filled in.

        Args:
            value: its attributes; those that are None count as missing.
            spec: what has to know the operation.

        Raises:
            ValueError: something in it cannot be; the message says what can.
        """
        if not isinstance(value, Mapping):
            raise ValueError("a rule is no JSON object")
        value = {name: item for name, item in value.items() if item is not None}
        types, known = get_type_hints(cls), [field.name for field in fields(cls)]
        for name, item in value.items():
            if name not in known:
                raise ValueError(f"a rule has no {name!r}; it has {', '.join(known)}")
            # An int will do for a float; True and False are no numbers.
            allowed = (types[name], *get_args(types[name]), *((int,) if float in get_args(types[name]) else ()))
            if type(item) not in allowed:
                raise ValueError(f"{name} of a rule is {item!r}, a {type(item).__name__}")
        kind = value.get("kind")
        if kind not in KINDS:
            raise ValueError(f"kind of a rule is {kind!r}; there are {', '.join(KINDS)}")
        frequency = {"share", "first", "every"}
        for name in value.keys() - KINDS[kind].keys() - frequency - {"kind", "operation"}:
            raise ValueError(f"{name} is no parameter of {kind}")
        rule = cls(**{**KINDS[kind], **value})
        if len(frequency & value.keys()) > 1:
            raise ValueError("share, first and every exclude each other; give one of them")
        rule._check(spec)
        return rule

    def _check(self, spec: Spec) -> None:
        known = {"*", *OAUTH, *spec.operations}
        problems = [
            (
                self.operation not in known,
                f"there is no operation {self.operation!r}; use an operationId, *, {_listed()}",
            ),
            (not 0 <= (self.share or 0) <= 1, f"share is {self.share}; it is from 0 to 1"),
            ((1 if self.first is None else self.first) < 0, f"first is {self.first}; it is 0 or more"),
            ((1 if self.every is None else self.every) < 1, f"every is {self.every}; it is 1 or more"),
            (
                not (400 if self.kind == "status" else 200) <= (self.status or 400) <= 599,
                f"status is {self.status}; {self.kind} takes {400 if self.kind == 'status' else 200} to 599",
            ),
            (not 0 <= (self.seconds or 0) <= 3600, f"seconds is {self.seconds}; it is from 0 to 3600"),
            (
                self.moment is not None and self.moment not in MOMENTS,
                f"moment is {self.moment!r}; there are {', '.join(MOMENTS)}",
            ),
            (
                isinstance(self.retry_after, str)
                and not (self.retry_after.isascii() and self.retry_after.isprintable()),
                "retry_after is no text that a header can hold",
            ),
            (
                self.kind == "token-error" and self.operation not in OAUTH,
                f"token-error is for the operations {_listed()}",
            ),
        ]
        for is_wrong, problem in problems:
            if is_wrong:
                raise ValueError(problem)
        named = spec.operations.get(self.operation)
        if self.kind in CHANGES and (
            self.operation in OAUTH or (named is not None and not can_change(self.kind, named, spec))
        ):
            raise ValueError(f"the answer of {self.operation} has nothing in it that {self.kind} could change")

    def as_json(self) -> dict[str, Any]:
        """What was given or filled in."""
        return {name: value for name, value in asdict(self).items() if value is not None}


def _listed() -> str:
    return f"{', '.join(OAUTH[:-1])} or {OAUTH[-1]}"
