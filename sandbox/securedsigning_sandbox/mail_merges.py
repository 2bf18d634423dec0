"""Mail merge: a process that makes a document of its own from each row of a list, and sends it.

A list is judged as a whole before anything is made, so that a wrong row keeps back all. What can fail after that, a row's document
that can't be made ready, leaves this document unsent with the reason in its log, and the process `Failed` in the end.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial

from securedsigning_sandbox import flow
from securedsigning_sandbox.context import Call, State
from securedsigning_sandbox.documents.docx_merging import merge_docx
from securedsigning_sandbox.documents.errors import DocumentError
from securedsigning_sandbox.documents.merge_fields import known_fields, merged_text
from securedsigning_sandbox.documents.merge_lists import MergeList, MergeRow
from securedsigning_sandbox.documents.smart_tags import TagScan, parse_tags, searched_text
from securedsigning_sandbox.errors import ApiError
from securedsigning_sandbox.invitees import Invitee, matched
from securedsigning_sandbox.merge_signers import signers_of
from securedsigning_sandbox.papers import prepared
from securedsigning_sandbox.plan import check_plan, use
from securedsigning_sandbox.references import new_reference
from securedsigning_sandbox.sending import Terms, send

_MOST_PROBLEMS = 20  # that a refusal names


@dataclass(frozen=True)
class _Template:
    """The uploaded document.

    Attributes:
        text: what fields and tags are looked for in; of a document without fields only its tags are needed.
        pdf: the content's name in the store where all rows have the same, made ready for signing; None for fields.
        scan: its tags, where all rows have the same.
    """

    text: str
    pdf: str | None
    scan: TagScan


def start(call: Call, document: sqlite3.Row, rows: MergeList, terms: Terms) -> str:
    """Check a list against a document, write the process down, and let it begin.

    Args:
        call: the call that asks for it.
        document: the uploaded document.
        rows: the list.
        terms: what holds for every document.

    Returns:
        The process's reference.

    Raises:
        ApiError: 400 for a document or rows that can't be sent, 426 if the plan has not enough documents left.
    """
    state, reference = call.state, new_reference()
    check_plan(call, len(rows.rows))
    template = _template(state, document, rows)
    people = _checked(call, document, template, rows.rows)
    with state.store.transaction():
        use(call, len(rows.rows))
        state.store.insert(
            "merges",
            reference=reference,
            account=call.account["reference"],
            document=document["reference"],
            terms=json.dumps(asdict(terms)),
            pdf=template.pdf,
            status="Processing",
            created_at=state.clock(),
            actor_name=call.actor[0],
            actor_email=call.actor[1],
        )
        for position, (row, invitees) in enumerate(zip(rows.rows, people, strict=True), 1):
            details = json.dumps([asdict(invitee) for invitee in invitees])
            state.store.insert(
                "merge_rows", merge=reference, position=position, fields=json.dumps(row.values), people=details
            )
    state.background.submit(partial(_run, state, reference))
    return reference


def resume(state: State) -> None:
    """Go on with what an earlier run of the sandbox did not finish."""
    for merge in state.store.all("SELECT reference FROM merges WHERE status = 'Processing' ORDER BY created_at"):
        state.background.submit(partial(_run, state, merge["reference"]))


def _template(state: State, document: sqlite3.Row, rows: MergeList) -> _Template:
    try:
        text = searched_text(state.store.path(document["content"]), document["extension"])
        fields = known_fields(text, rows.columns)
        if fields and document["extension"] != "docx":
            name = rows.columns[min(fields)]
            raise DocumentError(f"The merge field {name} can be replaced in DOCX documents only; upload it as DOCX.")
    except DocumentError as error:
        raise _refused("DocumentReference", [f"{document['name']}: {error}"]) from error
    if fields:
        return _Template(text, None, TagScan([], []))
    paper = prepared(state, document)
    return _Template(text, paper.pdf, paper.scan)


def _checked(call: Call, document: sqlite3.Row, template: _Template, rows: Sequence[MergeRow]) -> list[list[Invitee]]:
    """The signers of each row."""
    found, problems = [], []
    for row in rows:
        scan = template.scan if template.pdf else parse_tags(merged_text(template.text, row.values))
        asked = replace(call, body={"Signers": signers_of(row.values)})
        try:
            found.extend(matched(asked, [(document, scan)]))
        except ApiError as error:
            problems.append(f"Row {row.number}: {error.reason}")
    if problems:
        raise _refused("MailMergeListFileData", problems)
    return found


def _refused(field: str, problems: Sequence[str]) -> ApiError:
    shown = [(field, problem) for problem in problems[:_MOST_PROBLEMS]]
    if len(problems) > _MOST_PROBLEMS:
        shown.append((field, f"{len(problems) - _MOST_PROBLEMS} more rows are refused."))
    return ApiError(400, "The mail merge is refused; nothing was sent.", shown)


def _run(state: State, reference: str) -> None:
    """Make the documents that are still to be made; stops early when the sandbox is closed or reset."""
    while not state.background.closing.is_set():
        merge = state.store.one("SELECT * FROM merges WHERE reference = ?", reference)
        if merge is None:
            return
        row = state.store.one("SELECT * FROM merge_rows WHERE merge = ? AND NOT done ORDER BY position", reference)
        if row is None:
            _finish(state, reference)
            return
        _make(state, merge, row)


def _finish(state: State, reference: str) -> None:
    unsent = state.store.one(
        "SELECT 1 FROM merge_rows JOIN documents ON documents.reference = merge_rows.document "
        "WHERE merge = ? AND status = 'Initialized'",
        reference,
    )
    state.store.run("UPDATE merges SET status = ? WHERE reference = ?", "Failed" if unsent else "Complete", reference)


def _make(state: State, merge: sqlite3.Row, row: sqlite3.Row) -> None:
    """Make and send the document of one row."""
    document = _document(state, row)
    if document is None:
        return
    try:
        if not merge["pdf"]:
            document = _with_values(state, document, json.loads(row["fields"]))
        pdf = merge["pdf"] or prepared(state, document).pdf
        with state.store.transaction():
            current = flow.reload(state, document)
            if _finished(state, row) and current["status"] == "Initialized":
                # Whose the document is now: its owner may have left the company.
                account = state.store.one("SELECT * FROM accounts WHERE reference = ?", current["account"])
                assert account is not None
                people = [Invitee(**person) for person in json.loads(row["people"])]
                actor = merge["actor_name"], merge["actor_email"]
                send(Call(state, account), document, pdf, people, Terms(**json.loads(merge["terms"])), by=actor)
                flow.write_log(state, document["reference"], *actor, "Sent by mail merge")
    except Exception as error:  # whatever is wrong with one row, the others go on
        reason = error.reason if isinstance(error, ApiError) else str(error) or type(error).__name__
        with state.store.transaction():
            if _finished(state, row):
                flow.write_log(state, document["reference"], flow.ACTOR, "", f"Not sent: {reason}")


def _finished(state: State, row: sqlite3.Row) -> bool:
    """Note that a row is done with; False if it is no longer there, which is so after a reset."""
    return bool(
        state.store.run(
            "UPDATE merge_rows SET done = 1 WHERE merge = ? AND position = ?", row["merge"], row["position"]
        )
    )


def _document(state: State, row: sqlite3.Row) -> sqlite3.Row | None:
    """The row's own document, with the template's content at first; None after a reset."""
    with state.store.transaction():
        merge = state.store.one("SELECT * FROM merges WHERE reference = ?", row["merge"])
        if merge is None:
            return None
        template = state.store.one("SELECT * FROM documents WHERE reference = ?", merge["document"])
        assert template is not None
        reference = row["document"]  # if an earlier run came so far
        if reference is None:
            stem, _, extension = template["name"].rpartition(".")
            reference = flow.add_document(
                state,
                merge["account"],
                name=f"{stem}-{row['position']}.{extension}",
                content=template["content"],
                by=(merge["actor_name"], merge["actor_email"]),
                action="Made by mail merge",
                extension=template["extension"],
            )["reference"]
            state.store.run(
                "UPDATE merge_rows SET document = ? WHERE merge = ? AND position = ?",
                reference,
                row["merge"],
                row["position"],
            )
        return state.store.one("SELECT * FROM documents WHERE reference = ?", reference)


def _with_values(state: State, document: sqlite3.Row, values: dict[str, str]) -> sqlite3.Row:
    """The document with its fields replaced; once more does no harm, since then there are none."""
    target = state.store.new_file()
    try:
        merge_docx(state.store.path(document["content"]), target, values)
        content = state.store.keep(target)
    finally:
        target.unlink(missing_ok=True)
    state.store.run("UPDATE documents SET content = ? WHERE reference = ?", content, document["reference"])
    return flow.reload(state, document)
