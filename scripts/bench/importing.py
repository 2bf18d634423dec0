"""Fresh interpreters: importing the package, and being ready for the first call."""

from __future__ import annotations

import resource
import subprocess
import sys

import harness

_NOTHING = "pass"
_OURS = "import securedsigning"
_HTTPX = "import httpx"
_OURS_READY = (
    "from securedsigning import SecuredSigning\n"
    "client = SecuredSigning(api_key='k' * 60, api_secret='secret', access_url='https://www.example.com/callback')\n"
    "client.documents\n"
    "client._http()\n"
    "from securedsigning.models.document import Document\n"
    "from securedsigning.tls import default_tls_context\n"
    "default_tls_context()"
)
# The client loads the trusted certificates with the first encrypted call; httpx.Client() does so at once, so both are made to.
_HTTPX_READY = "import httpx\nhttpx.Client()"
# Timed inside the fresh interpreter: starting it is not part of an import, and wanders more than the import takes.
_TIMED = "import time\nbegin = time.process_time()\n{}\nprint(time.process_time() - begin)"


def run(settings: harness.Settings) -> list[harness.Row]:
    """Time the imports."""
    rounds = settings.rounds(41, 11)
    for code in (_OURS_READY, _HTTPX_READY):
        _inside(code)  # leaves the bytecode behind
    whole = harness.interleaved({code: lambda code=code: _whole(code) for code in (_NOTHING, _OURS)}, rounds)
    inside = harness.interleaved(
        {code: lambda code=code: _inside(code) for code in (_OURS, _HTTPX, _OURS_READY, _HTTPX_READY)}, rounds
    )
    above = harness.Spread.of([one - other for one, other in zip(whole[_OURS], whole[_NOTHING], strict=True)])
    return [
        harness.Row(
            "import, above `python -c pass`",
            f"{harness.Spread.of(whole[_OURS]).median * 1000:.3g} ms",
            f"{harness.Spread.of(whole[_NOTHING]).median * 1000:.3g} ms",
            harness.Spread(above.median * 1000, above.least * 1000, above.greatest * 1000).text(" ms"),
            "<= 2 ms",
            above.median <= 0.002,
        ),
        harness.compared("import, against `import httpx`", inside[_OURS], inside[_HTTPX], at_most=0.03),
        harness.compared(
            "ready for the first call, against `httpx.Client()`",
            inside[_OURS_READY],
            inside[_HTTPX_READY],
            at_most=1.25,
        ),
    ]


def _whole(code: str) -> float:
    """Processor seconds of an interpreter from its start to its end."""
    begin = _of_children()
    subprocess.run([sys.executable, "-c", code], env=harness.environment(), check=True)
    return _of_children() - begin


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _inside(code: str) -> float:
    command = [sys.executable, "-c", _TIMED.format(code)]
    run = subprocess.run(command, env=harness.environment(), capture_output=True, text=True, check=True)
    return float(run.stdout)
