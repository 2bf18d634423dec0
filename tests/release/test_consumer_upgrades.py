"""What a version promises is what happens to somebody who uses the SDK: ``tests/consumer``, with an index in between."""

from __future__ import annotations

import re
from pathlib import Path

from checkout import Checkout, Edit
from consumer_project import OURS, Consumer
from package_index import package_index

DOCUMENT_PATHS, DOCUMENT_SCHEMAS = "spec/paths/documents.yaml", "spec/schemas/documents.yaml"

VIEWS, DOCUMENT_CALLS = (f"sandbox/securedsigning_sandbox/{name}.py" for name in ("views", "operations/documents"))

ARGUMENT = """\
      - name: NewestFirst
        in: query
        required: false
        description: Whether the newest entry of the log comes first.
        schema: {type: boolean}
"""
COMPATIBLE = [
    Edit("      - name: DocumentLog\n", f"{ARGUMENT}      - name: DocumentLog\n", (DOCUMENT_PATHS,)),
    Edit("[InBox, Progress, Signed]", "[InBox, Progress, Signed, Archive]", (DOCUMENT_SCHEMAS,)),
    # Another name in the answer, the same in Python.
    Edit("        LastSignedDate:", "        LAST_SIGNED_DATE:", (DOCUMENT_SCHEMAS,)),
    Edit('"LastSignedDate"', '"LAST_SIGNED_DATE"', (VIEWS,)),
]
BREAKING = [
    Edit("x-method-name: log\n", "x-method-name: history\n", (DOCUMENT_PATHS,)),
    Edit("- name: DocumentLog\n", "- name: WithLog\n", (DOCUMENT_PATHS,)),
    Edit('"DocumentLog"', '"WithLog"', (DOCUMENT_CALLS,)),
    Edit("        LAST_SIGNED_DATE:", "        LatestSignature:", (DOCUMENT_SCHEMAS,)),
    Edit('"LAST_SIGNED_DATE"', '"LatestSignature"', (VIEWS,)),
    Edit("enum: [InBox, Progress,", "enum: [InBox, InProgress,", (DOCUMENT_SCHEMAS,)),
    Edit('else "Progress"', 'else "InProgress"', (VIEWS,)),
    Edit("\nDocumentLog:\n", "\nDocumentLogEntry:\n", (DOCUMENT_SCHEMAS,)),
    Edit("    DocumentLog: {$ref:", "    DocumentLogEntry: {$ref:", ("spec/openapi.yaml",)),
    Edit("#/DocumentLog'", "#/DocumentLogEntry'", ("spec/openapi.yaml", DOCUMENT_SCHEMAS)),
    Edit("#/DocumentLog}", "#/DocumentLogEntry}", (DOCUMENT_PATHS,)),
]
"""What the consumer uses gets other names: in the spec, and in the sandbox where it speaks for the service."""

RENAMED = {
    r"(?<=\.documents\.)log\b": "history",
    r"\bdocument_log(?==)": "with_log",
    r"\blast_signed_date_parsed\b": "latest_signature_parsed",
    r"(?<=\bFolder\.)PROGRESS\b": "IN_PROGRESS",
    r"\bDocumentLog\b": "DocumentLogEntry",
}
"""The same as it stands in the consumer's source."""

TYPE_ERRORS = [
    '"Documents" has no attribute "log"',
    'Unexpected keyword argument "document_log"',
    '"Document" has no attribute "last_signed_date_parsed"',
    '"type[Folder]" has no attribute "PROGRESS"',
    'Module "securedsigning.models" has no attribute "DocumentLog"',
]
FAILURES = [
    "AttributeError: 'Documents' object has no attribute 'log'",
    "AttributeError: 'Document' object has no attribute 'last_signed_date_parsed'",
    "AttributeError: (type object 'Folder' has no attribute 'PROGRESS'|PROGRESS)",  # the latter on Python 3.11
]


def test_a_consumer_upgrades(tmp_path: Path) -> None:
    """What breaks nothing is taken without a thought, what breaks is not, and the code-mod makes it fit by renaming only."""
    project = Checkout(tmp_path)
    with package_index(tmp_path / "index") as index:
        first, files = project.version, project.build()
        index.upload(files)
        consumer = Consumer(tmp_path, index)
        assert consumer.accepts(first), (
            "Raise the ranges in tests/consumer/pyproject.toml; scripts/migrate moves the rest."
        )
        consumer.install_others([path for path in files if path.suffix == ".whl"])
        assert consumer.install() == released(first)
        assert consumer.problems() == {}

        project.edit(COMPATIBLE)
        second = project.raise_version()
        index.upload(project.build())
        assert consumer.accepts(second)
        assert consumer.install() == released(second)
        assert consumer.problems() == {}

        project.edit(BREAKING)
        third = project.raise_version()
        index.upload(project.build())
        assert not consumer.accepts(third)
        assert consumer.install() == released(second)

        consumer.accept(third)
        assert consumer.install() == released(third)
        broken = consumer.problems()
        assert [each for each in TYPE_ERRORS if each not in broken["mypy"]] == [], broken["mypy"]
        assert [each for each in FAILURES if not re.search(each, broken["tests"])] == [], broken["tests"]
        assert "pyright" in broken

        moved = {path: renamed(text) for path, text in consumer.sources().items()}
        project.migrate(consumer.folder, third)
        assert consumer.sources() == moved
        assert consumer.problems() == {}


def released(version: str) -> str:
    """Both our packages in a version."""
    return ", ".join(f"{name} {version}" for name in OURS)


def renamed(text: str) -> str:
    """A source with the other names, and nothing else changed."""
    for old, new in RENAMED.items():
        text = re.sub(old, new, text)
    return text
