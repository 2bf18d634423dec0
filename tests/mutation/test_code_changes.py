"""Changes to modules: each is one place, what nobody runs is left alone, and the likeliest tests are tried first."""

from __future__ import annotations

from collections import deque

import pytest
from mutation.code_changes import CodeMutant, code_mutants
from mutation.code_trials import KILLERS, likeliest, remember
from mutation.forking import Outcome
from mutation.reach import Measured, Reach, few

MODULE = '''"""A module."""

LIMIT: "int" = 3


class Box:
    """A box."""

    __slots__ = ("size",)
    kind = "é" * 2

    def fits(self, size: "int") -> "bool":
        """Whether it does."""
        return cast("bool", 0 <= size and size < LIMIT)
'''


def changes() -> list[CodeMutant]:
    return list(code_mutants("box.py", MODULE))


def test_each_change_is_told_by_kind_and_place() -> None:
    """Docstrings, annotations, slots and what a cast names are no code that runs."""
    assert [each.id for each in changes()] == [
        "constant box.py:3:15: 3 -> (4)",
        'value-none box.py:10:11: "é" * 2 -> None',
        "arithmetic box.py:10:11: \"é\" * 2 -> ('é' // 2)",
        "string box.py:10:11: \"é\" -> ('éX')",
        "constant box.py:10:18: 2 -> (3)",
        'return-value box.py:14:15: cast("bool", 0 <= size and size < LIMIT) -> None',
        "boolean box.py:14:28: 0 <= size and size < LIMIT -> (0 <= size or size < LIMIT)",
        "operand-removed box.py:14:28: 0 <= size and size < LIMIT -> (size < LIMIT)",
        "operand-removed box.py:14:28: 0 <= size and size < LIMIT -> (0 <= size)",
        "comparison box.py:14:28: 0 <= size -> (0 < size)",
        "comparison box.py:14:28: 0 <= size -> (0 >= size)",
        "constant box.py:14:28: 0 -> (1)",
        "comparison box.py:14:42: size < LIMIT -> (size <= LIMIT)",
        "comparison box.py:14:42: size < LIMIT -> (size > LIMIT)",
    ]


def test_a_change_is_made_at_its_place_alone() -> None:
    """Columns count bytes, as in Python's trees."""
    for each in changes():
        before, after = MODULE.splitlines(), each.apply(MODULE).splitlines()
        assert [number for number, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]] == [
            each.line
        ]
    assert 'kind = "é" * (3)' in changes()[4].apply(MODULE)


def test_a_change_knows_whether_a_call_runs_it_and_in_which_class_it_is() -> None:
    assert [(each.function, each.owner) for each in changes()[::5]] == [(False, ""), (True, "Box"), (True, "Box")]
    assert (changes()[1].function, changes()[1].owner) == (False, "Box")


def reach() -> Reach:
    first = {f"a.py::test_a[{number}]": 0.1 for number in range(6)} | {"a.py::test_named[Box-1]": 0.1}
    second = {"b.py::test_b": 5.0}
    return Reach(
        [
            Measured("", first, {"box.py": {"14": "3f"}, "other.py": {"1": "40"}}),
            Measured("", second, {"box.py": {"13": "1", "14": "1"}}),
        ]
    )


def test_reach_tells_tests_by_line_file_and_name() -> None:
    found = reach()
    every = {f"a.py::test_a[{number}]" for number in range(6)} | {"b.py::test_b"}
    assert found.of_lines("box.py", [13, 99]) == {"b.py::test_b"}
    assert found.of_lines("box.py", [13, 14]) == every == found.of_file("box.py")
    assert found.of_lines("none.py", [1]) == found.of_file("none.py") == set()
    assert found.of_name("Box") == {"a.py::test_named[Box-1]"}
    assert found.files(every) == ["a.py", "b.py"]
    assert len(found.one_of_each()) == 3


@pytest.mark.parametrize(("each", "left"), [(1, 1), (2, 2), (4, 3), (6, 6), (100, 6)])
def test_few_tests_of_each_function_are_spread_over_all(each: int, left: int) -> None:
    names = [f"test_a[{number}]" for number in range(6)]
    assert len(few([*names, "test_b"], each) - {"test_b"}) == left
    assert "test_b" in few([*names, "test_b"], each)


def test_the_likeliest_tests_come_first() -> None:
    """Of code that a call runs, a few that reach its line; of code that an import runs, also those named after its class."""
    in_function, in_class = changes()[7], changes()[3]
    first, last = likeliest(in_function, reach(), ())
    assert len(first) == 3 + 1
    assert last == reach().of_file("box.py")
    killers, first, last, others = likeliest(in_class, reach(), ["a.py::test_a[5]"])
    assert killers == {"a.py::test_a[5]"}
    assert "a.py::test_named[Box-1]" in first
    assert last == reach().of_file("box.py")
    assert others == reach().one_of_each()


def test_what_killed_last_is_remembered() -> None:
    """Once each, the latest last; what is no test is not."""
    killers: deque[str] = deque(maxlen=KILLERS)
    for number in [*range(KILLERS + 2), 3]:
        remember(Outcome("", "killed", f"a.py::test_{number}"), killers)
    remember(Outcome("", "killed", "before the tests"), killers)
    assert list(killers) == [f"a.py::test_{number}" for number in [2, *range(4, KILLERS + 2), 3]]
