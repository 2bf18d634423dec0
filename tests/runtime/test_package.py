"""The package as such: what it offers, and what importing it costs."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import securedsigning
from securedsigning import UNSET, models
from securedsigning.models import SmartTagInvitee

PACKAGE = Path(securedsigning.__file__).parent


def test_public_names_are_there() -> None:
    """Each name of ``__all__`` can be had and is listed by ``dir``."""
    for module in (securedsigning, models):
        assert set(module.__all__) <= set(dir(module))
        for name in module.__all__:
            assert getattr(module, name).__name__ == name if name != "UNSET" else True


def test_importing_loads_nothing() -> None:
    """``import securedsigning`` loads neither httpx nor attrs nor any module of its own."""
    script = "import sys; before = set(sys.modules); import securedsigning; print(sorted(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert run.stdout.strip() in {"['__future__', 'securedsigning']", "['securedsigning']"}


def test_one_module_imports_httpx() -> None:
    """Moving to its successor is one line."""
    importing = [
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(line.startswith(("import httpx", "from httpx")) for line in path.read_text("utf-8").splitlines())
    ]
    assert importing == ["_http.py"]


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_what_is_not_set_is_not_set_in_a_copy(copied: Callable[[SmartTagInvitee], SmartTagInvitee]) -> None:
    """UNSET is one object, also after pickling, so that a copy sends no more than what it was made of."""
    invitee = SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana@example.com")
    assert copied(invitee).to_dict() == invitee.to_dict()
    assert invitee.embedded is UNSET and not UNSET and repr(UNSET) == "UNSET"
