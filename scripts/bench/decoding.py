"""1,000 documents of 3 signers, with a member unknown to the spec, from bytes to models."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import harness

DOCUMENTS = 1000


def run(settings: harness.Settings) -> list[harness.Row]:
    """Time both decoders, without and with orjson."""
    plain = settings.scratch / "plain_client"
    plain_client(harness.BUNDLE, plain)
    rounds = settings.rounds(101, 21)
    rows = []
    for parser, target in (("json", 2.0), ("orjson", 2.5)):
        found = json.loads(harness.worker("decoding.py", plain, parser, rounds))
        rows.append(
            harness.compared(
                f"bytes to models, {'standard library' if parser == 'json' else 'with orjson'}",
                found["ours"],
                found["plain"],
                at_least=target,
                inverse=True,
            )
        )
        if parser == "json":
            rows.append(
                harness.compared("of which models, against json.loads", found["decode"], found["loads"], at_most=0.7)
            )
    return rows


def plain_client(document: Path, folder: Path) -> None:
    """What openapi-python-client makes of a document by itself."""
    (folder.parent / "config.yml").write_text("post_hooks: []\n", encoding="utf-8")
    command = ["openapi-python-client", "generate", "--path", document, "--meta", "none", "--output-path", folder]
    subprocess.run(
        [*map(str, command), "--overwrite", "--config", str(folder.parent / "config.yml")],
        env=harness.environment(),
        capture_output=True,
        check=True,
    )


def documents() -> bytes:
    """An answer of the service, such as listing the documents of a folder gives."""
    return json.dumps(
        [
            {
                "Reference": f"{number:040x}",
                "Name": f"Agreement {number}.pdf",
                "Status": "InProgress",
                "DueDate": "/Date(1767225600000+0000)/",
                "GMT": "780",
                "LastSignedDate": "/Date(1764547200000+0000)/",
                "Folder": "Progress",
                "HasFileUploaded": False,
                "PackageReference": f"{number + 7:040x}",
                "ClientReference": f"client-{number}",
                "FutureField": {"kept": True},
                "Signers": [
                    {
                        "SignerReference": f"{number * 3 + place:040x}",
                        "FirstName": "Given",
                        "LastName": f"Family {place}",
                        "Email": f"person{place}@example.com",
                        "MobileCountry": "64",
                        "SignerType": "Signer",
                        "HasSigned": place == 0,
                        "SignedStatus": "Signed" if place == 0 else "Pending",
                        "SigningKey": f"{number * 5 + place:064x}",
                    }
                    for place in range(3)
                ],
            }
            for number in range(DOCUMENTS)
        ]
    ).encode()


def _measure(plain: Path, parser: str, rounds: int) -> dict[str, list[float]]:
    """One process of one parser."""
    if parser == "json":
        sys.modules["orjson"] = None  # type: ignore[assignment]
    from securedsigning._json import loads
    from securedsigning.models.document import Document

    sys.path.insert(0, str(plain.parent))
    from plain_client.models.document import Document as PlainDocument

    body = documents()
    ours = [Document.decode_owned(item) for item in loads(body)]
    theirs = [PlainDocument.from_dict(item) for item in json.loads(body)]
    assert len(ours) == len(theirs) == DOCUMENTS
    assert ours[3].additional_properties == theirs[3].additional_properties == {"FutureField": {"kept": True}}
    assert ours[3].signers[2].email == theirs[3].signers[2].email == "person2@example.com"
    del ours, theirs
    contestants: dict[str, Callable[[], object]] = {
        "ours": lambda: [Document.decode_owned(item) for item in loads(body)],
        "plain": lambda: [PlainDocument.from_dict(item) for item in json.loads(body)],
        "loads": lambda: loads(body),
    }
    found = harness.interleaved({name: lambda work=work: _timed(work) for name, work in contestants.items()}, rounds)
    found["decode"] = [whole - parse for whole, parse in zip(found["ours"], found["loads"], strict=True)]
    return found


def _timed(work: Callable[[], object]) -> float:
    gc.collect()  # what the rounds before have left is nobody's cost
    begin = time.process_time()
    kept = work()
    seconds = time.process_time() - begin
    del kept
    return seconds


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
