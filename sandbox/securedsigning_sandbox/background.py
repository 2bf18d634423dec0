"""Work that goes on after its call was answered: one thread, started when there is something to do."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable

_log = logging.getLogger(__name__)


class Background:
    """Does one job after the other.

    Attributes:
        closing: set when the sandbox ends; a long job looks at it and stops where it can be taken up again.
    """

    def __init__(self) -> None:
        self.closing = threading.Event()
        self._jobs: queue.Queue[Callable[[], None] | None] = queue.Queue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._timer: threading.Timer | None = None

    def submit(self, job: Callable[[], None]) -> None:
        """Do something later, after what was submitted before."""
        with self._lock:
            if self.closing.is_set():
                return
            self._jobs.put(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="securedsigning-background", daemon=True)
                self._thread.start()

    def submit_later(self, seconds: float, job: Callable[[], None]) -> None:
        """Do something after some time; what was to be done later before is not."""
        timer = threading.Timer(max(0.0, seconds), self.submit, [job])
        timer.daemon = True
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = None if self.closing.is_set() else timer
            if self._timer is not None:
                self._timer.start()

    def wait(self) -> None:
        """Return once everything that was submitted so far is done."""
        self._jobs.join()

    def close(self) -> None:
        """End the thread after the job it is at; what waits is not begun."""
        with self._lock:
            self.closing.set()
            thread = self._thread
            if self._timer is not None:
                self._timer.cancel()
        if thread is not None:
            self._jobs.put(None)
            thread.join()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                if not self.closing.is_set():
                    job()
            except Exception:
                _log.exception("A job in the background failed.")  # the next one is another matter
            finally:
                self._jobs.task_done()
        self._jobs.task_done()
