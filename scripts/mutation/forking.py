"""Runs tests in a fork for each mutant, out of a process that has imported all that does not depend on it.

pytest is started once, by ``attend``; each trial collects and runs in its fork with that pytest's own session.
"""

from __future__ import annotations

import gc
import itertools
import json
import os
import resource
import selectors
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from _pytest.config import ConftestImportFailure

ROOT = Path(__file__).resolve().parents[2]
NICENESS = 10
MEMORY = 4 << 30
"""Bytes that a fork may have; one that wants more fails, before the machine does."""
NOT_NEEDED = ("terminal", "cacheprovider", "schemathesis", "faulthandler")
"""Plugins of pytest that write, or take time in every fork."""


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant.

    Attributes:
        id: the mutant's.
        end: ``killed`` (a test failed or did not end, or the package could not be imported), ``survived``, ``unchanged`` (the
            change makes no difference to what is tested), ``refused`` (nothing came of it that could be tested, as of a
            template that is no code) or ``broken`` (no test had its say, so it proves nothing).
        test: the test that failed first.
        reason: how it failed, in one line.
        seconds: how long it took.
    """

    id: str
    end: str
    test: str = ""
    reason: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class Trial:
    """A mutant and what is done in its fork.

    Attributes:
        id: the mutant's.
        run: applies the mutant, then runs tests by the ``Bench`` it is handed; returns True if the mutant makes no difference.
        control: nothing is changed; it has to survive, or nothing that follows means anything.
        learn: is called with what became of it, so that later trials can do better.
    """

    id: str
    run: Callable[[Bench], bool | None]
    control: bool = False
    learn: Callable[[Outcome], None] = lambda outcome: None


class Bench:
    """Collects and runs tests; the first failure ends it.

    Attributes:
        started: is called before each test.
        patience: seconds of work after which a test fails, or six times as many that pass; 0 for no end.
    """

    def __init__(self, session: pytest.Session) -> None:
        self._session = session
        self.started: Callable[[pytest.Item | None], None] = lambda item: None
        self.patience = 10.0
        signal.signal(signal.SIGVTALRM, _too_long)
        signal.signal(signal.SIGALRM, _too_long)
        session.config.pluginmanager.register(self)

    def run(
        self,
        paths: Iterable[str],
        wanted: Callable[[pytest.Item], int] = lambda item: 1,
        after_first: Callable[[], None] = lambda: None,
    ) -> None:
        """Run the tests of these files.

        Args:
            paths: files or node ids, relative to the project.
            wanted: 0 leaves a test out; of the others, lower numbers come first in each file.
            after_first: is called when the tests of a file are done.
        """
        self._run(self._items(paths, wanted, after_first))

    def run_stages(self, *stages: tuple[Iterable[str], Set[str]]) -> None:
        """Run tests by their names, stage by stage.

        Args:
            stages: files, and the names of the tests in them.
        """
        self._run(self._staged([(list(paths), names) for paths, names in stages]))

    def _run(self, items: Iterator[pytest.Item]) -> None:
        for item, following in itertools.pairwise(itertools.chain(items, [None])):
            assert item
            self.started(item)
            signal.setitimer(signal.ITIMER_VIRTUAL, self.patience)
            signal.setitimer(signal.ITIMER_REAL, self.patience * 6)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)

    def _staged(self, stages: Iterable[tuple[list[str], Set[str]]]) -> Iterator[pytest.Item]:
        """All files are collected at once, since pytest knows the fixtures of a second time no more."""
        paths = dict.fromkeys(path for each, _ in stages for path in each)
        files = dict(zip(paths, self._collected(paths), strict=True))
        items: dict[str, list[pytest.Item]] = {}
        done: set[str] = set()
        for each, names in stages:
            left = names - done
            for path in each:
                if path not in items:
                    items[path] = list(self._session.genitems(files[path]))
                yield from (item for item in items[path] if item.nodeid in left)
            done |= names

    def _collected(self, paths: Iterable[str]) -> Sequence[pytest.Item | pytest.Collector]:
        return self._session.perform_collect([str(ROOT / path) for path in paths], genitems=False)

    def _items(
        self, paths: Iterable[str], wanted: Callable[[pytest.Item], int], after_first: Callable[[], None]
    ) -> Iterator[pytest.Item]:
        """File by file, so that the tests of the first ones can fail before the others are imported."""
        for file in self._collected(paths):
            yield from sorted(filter(wanted, self._session.genitems(file)), key=wanted)
            after_first()

    @staticmethod
    def pytest_collectreport(report: pytest.CollectReport) -> None:
        """A file that cannot be imported fails."""
        if report.failed:
            raise _Stop(report.nodeid, _line(report))

    @staticmethod
    def pytest_runtest_logreport(report: pytest.TestReport) -> None:
        """A test that fails ends it."""
        if report.failed:
            raise _Stop(report.nodeid, _line(report))


class Refused(Exception):
    """What is raised by a trial whose mutant cannot even be made into something to test, as a template that is no code."""


class _Stop(BaseException):
    """Passes through pytest, which handles exceptions only."""


def _too_long(*_: object) -> None:
    raise _Stop("", "a test does not end")


def _line(report: pytest.CollectReport | pytest.TestReport) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    text = crash.message if crash else str(report.longrepr).strip()
    return " ".join(text.split())[:200]


def attend(trials: Iterable[Trial], *, jobs: int, patience: float) -> list[Outcome]:
    """Run every trial; ``attending`` for those who want the outcomes one by one."""
    outcomes: list[Outcome] = []
    attending(trials, outcomes.append, jobs=jobs, patience=patience)
    return outcomes


def attending(trials: Iterable[Trial], tell: Callable[[Outcome], None], *, jobs: int, patience: float) -> None:
    """Run every trial in a fork of its own.

    Args:
        trials: they are taken as forks become free.
        tell: is called with each outcome.
        jobs: how many run at a time.
        patience: a trial is ended that has used the processor for so many seconds, or not at all for a quarter of them; its
            mutant counts as killed. A busy machine makes nobody impatient.
    """
    problems: list[BaseException] = []

    class Plugin:
        @staticmethod
        def pytest_configure(config: pytest.Config) -> None:
            config.option.tbstyle = "native"  # quicker than quoting the source

        @staticmethod
        def pytest_collection(session: pytest.Session) -> bool:
            session.items = []
            return True

        @staticmethod
        def pytest_runtestloop(session: pytest.Session) -> bool:
            try:
                _forks(session, iter(trials), tell, jobs, patience)
            except BaseException as problem:  # pytest would only print it
                problems.append(problem)
            return True

    left_out = [part for name in NOT_NEEDED for part in ("-p", f"no:{name}")]
    settings = ["-c", str(ROOT / "pyproject.toml"), "-o", "addopts=--import-mode=prepend", "--capture=no"]
    settings += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # libraries are imported already
    status = pytest.main([*left_out, *settings], plugins=[Plugin()])
    if problems:
        raise problems[0]
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        raise RuntimeError(f"pytest did not start: {status!r}")


@dataclass
class _Fork:
    trial: Trial
    process: int
    began: float
    answer: bytes = b""
    worked: float = 0.0
    stirred: float = 0.0

    def endless(self, patience: float) -> bool:
        """Whether it goes on, or waits, for ever."""
        now, worked = time.monotonic(), _worked(self.process)
        if worked > self.worked + 0.05 or not self.stirred:
            self.worked, self.stirred = worked, now
        return worked > patience or now > self.stirred + patience / 4


class ControlFailed(Exception):
    """The tests fail although nothing was changed."""


def _forks(
    session: pytest.Session, trials: Iterator[Trial], tell: Callable[[Outcome], None], jobs: int, patience: float
) -> None:
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that no fork outlives us
    with selectors.DefaultSelector() as selector:
        more = True
        try:
            while more or selector.get_map():
                while more and len(selector.get_map()) < jobs and not _controlling(selector):
                    trial = next(trials, None)
                    if trial is None:
                        more = False
                    else:
                        fork, pipe = _fork(session, trial)
                        selector.register(pipe, selectors.EVENT_READ, fork)
                for key, _ in selector.select(timeout=1):
                    data = os.read(key.fd, 65536)
                    key.data.answer += data
                    if not data:
                        _close(selector, key)
                        outcome = _outcome(key.data)
                        if key.data.trial.control:
                            if outcome.end != "survived":
                                raise ControlFailed(
                                    f"with nothing changed: {outcome.end}, {outcome.test} {outcome.reason}"
                                )
                        else:
                            key.data.trial.learn(outcome)
                            tell(outcome)
                for key in list(selector.get_map().values()):
                    if key.data.endless(patience):
                        _close(selector, key)
                        seconds = round(time.monotonic() - key.data.began, 3)
                        tell(Outcome(key.data.trial.id, "killed", "", "it does not end", seconds))
        finally:
            for key in list(selector.get_map().values()):
                _close(selector, key)
            signal.signal(signal.SIGTERM, before)


def _worked(process: int) -> float:
    """Seconds for which a process has used the processor; 0 where the system does not tell."""
    try:
        return time.clock_gettime((~process << 3) | 2)  # as clock_getcpuclockid makes it, which Python does not offer
    except OSError:
        return 0.0


def _controlling(selector: selectors.BaseSelector) -> bool:
    return any(key.data.trial.control for key in selector.get_map().values())


def _close(selector: selectors.BaseSelector, key: selectors.SelectorKey) -> None:
    """End a fork with all that it started."""
    selector.unregister(key.fileobj)
    os.close(key.fd)
    try:
        os.killpg(key.data.process, signal.SIGKILL)
    except ProcessLookupError:
        pass
    os.waitpid(key.data.process, 0)


def _outcome(fork: _Fork) -> Outcome:
    seconds = round(time.monotonic() - fork.began, 3)
    if not fork.answer:
        return Outcome(fork.trial.id, "broken", "", "the process ended without a word", seconds)
    return Outcome(fork.trial.id, seconds=seconds, **json.loads(fork.answer))


def _fork(session: pytest.Session, trial: Trial) -> tuple[_Fork, int]:
    gc.freeze()  # what all forks share stays shared
    reading, writing = os.pipe()
    began = time.monotonic()
    process = os.fork()
    if process:
        os.close(writing)
        return _Fork(trial, process, began), reading
    code = 1
    try:
        os.setpgid(0, 0)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        with suppress(ValueError, OSError):  # not every system can
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))
        os.nice(NICENESS)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        os.write(writing, json.dumps(_tried(session, trial)).encode())
        code = 0
    except MemoryError:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))  # for this last word
        os.write(writing, b'{"end": "killed", "reason": "it wants ever more memory"}')
    finally:
        os._exit(code)


def _tried(session: pytest.Session, trial: Trial) -> dict[str, str]:
    try:
        same = trial.run(Bench(session))
    except _Stop as stop:
        return {"end": "killed", "test": stop.args[0], "reason": stop.args[1]}
    except Refused as problem:
        return {"end": "refused", "test": "before the tests", "reason": _short(problem)}
    except ConftestImportFailure as problem:  # the control has shown that it is the mutant's doing
        return {"end": "killed", "test": "before the tests", "reason": _short(problem)}
    except MemoryError:
        raise
    except Exception as problem:
        return {"end": "broken", "test": "before the tests", "reason": _short(problem)}
    return {"end": "unchanged" if same else "survived"}


def _short(problem: BaseException) -> str:
    return " ".join(f"{type(problem).__name__}: {problem}".split())[:200]
