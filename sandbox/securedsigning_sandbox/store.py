"""Everything the sandbox remembers: rows in SQLite, file contents in a folder beside it.

A file is written whole under a temporary name, flushed to the disk and renamed before the row that names it is committed, so
what was acknowledged is never lost and nothing half-written is visible.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import threading
import weakref
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

from securedsigning_sandbox.references import new_reference

SCHEMA_VERSION = 16

GIVEN = ("api_keys", "email_templates", "employers", "filler_templates", "forms", "recipients", "workflows")
"""Tables of what an account is given when it is made; they have ``account``, and what is in them goes with it."""

_KEPT = frozenset({"accounts", "secrets", *GIVEN})
"""Tables that a reset leaves alone: what a new sandbox holds, too, employers that were saved, and the certificate authority."""


class Store:
    """The sandbox's memory. One connection behind one lock: SQLite has one writer anyway.

    Attributes:
        folder: where file contents lie.
    """

    def __init__(self, database: Path | None) -> None:
        """Open or create.

        Args:
            database: the SQLite file; None for memory and a temporary folder that ``close`` removes.

        Raises:
            ValueError: the file is no database of this version of the sandbox, or another sandbox has it open.
            OSError, sqlite3.Error: the file cannot be read or written, for instance because another program holds it.
        """
        self._lock = threading.RLock()
        self._is_temporary = database is None
        with ExitStack() as held:
            self._connection = held.enter_context(closing(_opened(database)))
            if database:
                held.enter_context(closing(_held(database)))
                self.folder = Path(f"{database}.files")
                self.folder.mkdir(mode=0o700, exist_ok=True)
            else:
                self.folder = Path(tempfile.mkdtemp(prefix="securedsigning-sandbox-"))
                held.callback(shutil.rmtree, self.folder, ignore_errors=True)
            # Also where nobody calls close, as with an application that was handed to another server.
            self._close = weakref.finalize(self, held.pop_all().close)
        for unfinished in self.folder.glob("*.part"):  # of uploads that were cut off with the process
            unfinished.unlink()

    def clear(self) -> None:
        """Forget everything but accounts, keys, templates and the certificate authority."""
        with self._lock:  # while the files go, too, so that nothing names one of them meanwhile
            with self.transaction():
                self.run("PRAGMA defer_foreign_keys = ON")  # whatever the order of the tables
                made_by_partners = "(SELECT account FROM company_users)"
                for table in GIVEN:
                    self.run(f"DELETE FROM {table} WHERE account IN {made_by_partners}")
                self.run(f"DELETE FROM accounts WHERE reference IN {made_by_partners}")
                for row in self.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"):
                    if row["name"] not in _KEPT:
                        self.run(f"DELETE FROM {row['name']}")
                self.run("UPDATE accounts SET documents_in_plan = NULL, on_hold = 0")
            for path in self.folder.iterdir():  # once their rows are gone for good; earlier versions of documents too
                if path.suffix != ".part":
                    path.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the database; what was only in memory is gone."""
        with self._lock:
            self._close()

    @contextmanager
    def transaction(self, *, flushed: bool = True) -> Iterator[None]:
        """Changes that take effect together or not at all; nested ones join the outer one.

        Args:
            flushed: whether they are on the disk at the end. What may be lost with the power, though never with the process,
                does not wait for the disk: that would take most of the time of a short call.
        """
        with self._lock:
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if flushed else 'NORMAL'}")
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk ends it without us
                    self._connection.execute("ROLLBACK")
                raise

    def one(self, sql: str, *values: object) -> sqlite3.Row | None:
        """The first row of a query."""
        with self._lock:
            row: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
            return row

    def all(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """All rows of a query."""
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def run(self, sql: str, *values: object) -> int:
        """Execute a statement, in a transaction of its own if there is none; returns how many rows it changed."""
        with self.transaction():
            return self._connection.execute(sql, values).rowcount

    def insert(self, table: str, **values: Any) -> None:
        """Insert a row. Table and column names are ours, never a client's."""
        columns, marks = ", ".join(values), ", ".join("?" * len(values))
        self.run(f"INSERT INTO {table} ({columns}) VALUES ({marks})", *values.values())

    def new_file(self) -> Path:
        """A path for a file that is being written; it counts once ``keep`` has renamed it."""
        return self.folder / f"{new_reference()}.part"

    def keep(self, path: Path) -> str:
        """Make a written file permanent; returns its name in the folder."""
        name = path.stem
        self._flush(path)
        path.rename(self.folder / name)
        self._flush(self.folder)
        return name

    def _flush(self, path: Path) -> None:
        """Wait until a file or a folder is on the disk, where it is to outlive the process."""
        if self._is_temporary:
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def path(self, name: str) -> Path:
        """Where the content of that name lies."""
        return self.folder / name


def _opened(database: Path | None) -> sqlite3.Connection:
    """A connection to a database that has this version's tables, made if there were none; raises as ``Store`` does."""
    if database:
        if not database.parent.exists():
            database.parent.mkdir(parents=True)
        os.close(os.open(database, os.O_CREAT | os.O_RDWR, 0o600))  # its companions get the same permissions
    connection = sqlite3.connect(database or ":memory:", check_same_thread=False, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA foreign_keys = ON")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        is_empty = connection.execute("SELECT 1 FROM sqlite_schema").fetchone() is None
        if version == 0 and not is_empty:
            raise ValueError(f"{database} is a database of another program.")
        if version not in {0, SCHEMA_VERSION}:
            writer = "newer" if version > SCHEMA_VERSION else "older"
            raise ValueError(
                f"{database} was written by a sandbox that is {writer}: it has version {version}, this one reads "
                f"{SCHEMA_VERSION}."
            )
        if database:
            connection.execute("PRAGMA journal_mode = WAL")
        if is_empty:
            schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
            connection.executescript(f"BEGIN; {schema} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
    except (sqlite3.Error, ValueError) as error:
        connection.close()
        if isinstance(error, sqlite3.DatabaseError) and error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise ValueError(f"{database} is no database of the sandbox.") from error
        raise
    return connection


def _held(database: Path) -> sqlite3.Connection:
    """What keeps other sandboxes from the same data: each would take the other's unfinished uploads for leftovers. It ends with
    the process, however that ends. The database itself stays free to be looked at."""
    hold = sqlite3.connect(f"{database}.lock", timeout=0, check_same_thread=False, isolation_level=None)
    try:
        hold.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        hold.close()
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        raise ValueError(f"{database} is in use by another sandbox.") from error
    return hold
