"""One edit of the sound spec, and the change it is told as."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from edit_cases import SOUND, Case, cases, edited

from generator import pipeline
from generator.bundling import as_json, bundle
from generator.changes import Change, Kind, SourceError, changes, next_version, read
from generator.changes.__main__ import as_markdown, main
from generator.changes.migration import as_migration
from generator.changes.rules import RULES
from generator.changes.sources import released_version
from generator.changes.versions import version_after

CASES = cases()
CASE = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


def told(old: Path, new: Path) -> list[Change]:
    return changes(read(str(old)), read(str(new)))


@CASE
def test_an_edit_is_judged(case: Case, tmp_path: Path) -> None:
    """Exactly these rules apply, and the verdict is that of the table."""
    found = told(*case.write(tmp_path))
    assert tuple(sorted(each.rule for each in found)) == case.rules
    assert all((each.kind, each.why) == RULES[each.rule] and each.place.line for each in found)


def test_every_rule_has_a_case() -> None:
    """A rule that nothing makes apply is no rule."""
    assert sorted(RULES.keys() - {rule for case in CASES for rule in case.rules}) == []


def test_nothing_changes_between_a_spec_and_itself() -> None:
    """Neither the small nor the real spec differs from itself."""
    for spec in (str(SOUND), str(pipeline.ROOT / "spec")):
        assert changes(read(spec), read(spec)) == []


RENAMED = ("paths.yaml", "WithLog,", "WithLogs,")


def test_a_bundle_is_compared_with_its_folder(tmp_path: Path) -> None:
    """It has no examples beside it, which is no difference."""
    bundled = tmp_path / "openapi.json"
    bundled.write_text(as_json(bundle(pipeline.ROOT / "spec" / "openapi.yaml")), encoding="utf-8")
    assert told(pipeline.ROOT / "spec", bundled) == told(bundled, pipeline.ROOT / "spec") == []


def test_a_rename_is_one_change(tmp_path: Path) -> None:
    """It is told with place, old and new Python."""
    (found,) = told(SOUND, edited(tmp_path / "edited", [RENAMED]))
    assert (found.text, str(found.place)) == (
        "`client.notes.get` renamed its argument `with_log` to `with_logs`.",
        "edited/paths.yaml:10",
    )
    assert (found.old, found.new) == ("with_log: bool | None = None", "with_logs: bool | None = None")


TAGS = [("paths.yaml", "tags: [Note]", "tags: [Paper]")] * 3


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (
            [("openapi.yaml", "{name: Note,", "{name: Paper,"), ("openapi.yaml", "notes}", "papers}"), *TAGS],
            {"`client.notes` was renamed to `client.papers`."},
        ),
        (
            [
                ("paths.yaml", "operationId: sendNote", "operationId: held"),
                ("paths.yaml", "operationId: uploadNote", "operationId: sendNote"),
                ("paths.yaml", "operationId: held", "operationId: uploadNote"),
            ],
            {"`client.notes.send` has another constant.", "`client.notes.upload` has another constant."},
        ),
        (
            [
                ("openapi.yaml", "  /Note/Send: {", "  /Note/Sent: {"),
                ("paths.yaml", "operationId: sendNote", "operationId: sentNotes"),
                ("paths.yaml", "x-method-name: send", "x-method-name: sent"),
                ("paths.yaml", "summary: Send a note.", "summary: Send many notes."),
            ],
            {"`client.notes.send` is gone.", "There is a new call, `client.notes.sent`."},
        ),
    ],
)
def test_what_is_the_same_call(edits: list[tuple[str, str, str]], expected: set[str], tmp_path: Path) -> None:
    """A group is known by its calls, a call by name and request before its id; where nothing stayed there is another."""
    found = told(SOUND, edited(tmp_path / "edited", edits))
    assert {each.text for each in found if each.kind is not Kind.DOCS} == expected


def test_only_python_that_differs_is_shown(tmp_path: Path) -> None:
    """What is deprecated looks as before; where a date is no longer one, the attribute that is gone is named."""
    date = ("schemas.yaml", "Reference: {type: string,", "Reference: {type: string, x-date: answer,")
    old, new = edited(tmp_path / "old", [date]), edited(tmp_path / "new", [])
    deprecated = edited(
        tmp_path / "deprecated", [("paths.yaml", "in: query, required", "in: query, deprecated: true, required")]
    )
    shown = [(each.rule, each.text, each.old, each.new) for each in (*told(old, new), *told(new, deprecated))]
    line = "reference_parsed: datetime | None"
    assert shown == [
        ("attribute-retyped", "`Note.reference_parsed` is gone.", line, ""),
        ("attribute-retyped", "`NoteReference.reference_parsed` is gone.", line, ""),
        ("argument-deprecated", "`client.notes.get` calls its argument `with_log` deprecated.", "", ""),
    ]
    assert told(new, old)[0].text == "`Note.reference_parsed` is there."


@pytest.mark.parametrize(
    ("description", "renamed"),
    [
        ("Whether the log is there.", True),
        ("Whether its log is there.", True),
        ("Whether the file is to come too.", False),
    ],
)
def test_another_description_is_another_thing(description: str, renamed: bool, tmp_path: Path) -> None:
    """A name of the same type that is described otherwise is no rename: sources that are moved to it would mean another thing."""
    text = "      - {name: WithLog, in: query, required: false, "
    old = edited(tmp_path / "old", [("paths.yaml", text, f"{text}description: Whether the log is there., ")])
    other = f"{text.replace('WithLog', 'WithFile')}description: {description}, "
    found = [each.rule for each in told(old, edited(tmp_path / "new", [("paths.yaml", text, other)]))]
    assert ("argument-renamed" in found, "argument-removed" in found) == (renamed, not renamed)


def test_a_null_in_another_spelling_is_the_same(tmp_path: Path) -> None:
    """A list of types and a choice of them mean the same; only a choice that says more may refuse what was taken."""
    text = "Title: {type: string, description"
    old = edited(tmp_path / "old", [("schemas.yaml", text, "Title: {type: [string, 'null'], description")])
    new = edited(
        tmp_path / "new", [("schemas.yaml", text, "Title: {anyOf: [{type: string}, {type: 'null'}], description")]
    )
    assert [each.rule for each in (*told(old, new), *told(new, old))] == ["structure", "structure"]
    short = [("schemas.yaml", text, "Title: {anyOf: [{type: string, maxLength: 3}, {type: 'null'}], description")]
    assert "constraint-tightened" in [each.rule for each in told(old, edited(tmp_path / "short", short))]


def test_a_flow_of_oauth_that_is_gone_breaks(tmp_path: Path) -> None:
    """Who logs in that way is refused."""
    flow = "        implicit: {authorizationUrl: 'https://www.example.com/authorize', scopes: {Basic: Everything.}}\n"
    old = edited(tmp_path / "old", [("openapi.yaml", "      flows:\n", f"      flows:\n{flow}")])
    assert [each.rule for each in told(old, SOUND)] == ["oauth-removed"]


def test_calls_written_by_hand_stay_with_their_group(tmp_path: Path) -> None:
    """They extend the group that their file is named after: another name of the group takes them away, and that breaks too."""
    real = pipeline.ROOT / "spec"
    shutil.copytree(real, tmp_path / "spec")
    root = tmp_path / "spec" / "openapi.yaml"
    root.write_text(
        root.read_text(encoding="utf-8").replace("x-attribute: smart_tags", "x-attribute: tags"), encoding="utf-8"
    )
    old, new = read(str(real)), read(str(tmp_path / "spec"))
    assert ("method-removed", "client.smart_tags.send(...)") in [(each.rule, each.old) for each in changes(old, new)]
    # The other way round the file is that of the new name; what its calls give is known by the old one.
    found = changes(new, old)
    assert [each.rule for each in found] == ["group-renamed"]
    assert as_migration(found, new, old, "0.2.0")["methods"]["tags.send"] == "SentDocuments"


def test_what_changed_within_something_renamed_is_told(tmp_path: Path) -> None:
    """A rename hides no other edit."""
    renames = [("openapi.yaml", "/Note/Upload:", "/Note/Put:"), ("schemas.yaml", "\nNoteForm:", "\nNoteFile:")]
    renames += [
        ("openapi.yaml", "NoteForm: {$ref: 'schemas.yaml#/NoteForm'}", "NoteFile: {$ref: 'schemas.yaml#/NoteFile'}")
    ]
    renames += [("paths.yaml", "#/NoteForm", "#/NoteFile")]
    found = told(SOUND, edited(tmp_path / "edited", [*renames, ("schemas.yaml", "Title: {", "Title: {maxLength: 3, ")]))
    assert sorted(each.rule for each in found) == ["address", "constraint-tightened", "schema-renamed"]


def test_a_spec_with_findings_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What only a curated spec needs, as a description, an older one may lack; it is said, and nothing is written for it."""
    target = edited(tmp_path / "edited", [RENAMED, ("schemas.yaml", ", description: Its title.", "")])
    assert main([str(SOUND), str(target)]) == 0
    output = capsys.readouterr()
    assert "renamed its argument" in output.out
    assert (
        "edited has findings" in output.err.replace(str(tmp_path) + "/", "") and "[property-description]" in output.err
    )
    assert main([str(SOUND), str(target), "--write"]) == 2


def test_versions() -> None:
    """Below 1.0.0 breaking raises the minor number; from then on the usual rules hold."""

    def change(kind: Kind) -> Change:
        return Change("x", kind, "", "", read(str(SOUND)).document.place)

    table = [
        ("0.1.0", Kind.BREAKING, "0.2.0"),
        ("0.1.0", Kind.FEATURE, "0.1.1"),
        ("1.2.3", Kind.BREAKING, "2.0.0"),
        ("1.2.3", Kind.FEATURE, "1.3.0"),
        ("1.2.3", Kind.DOCS, "1.2.4"),
    ]
    assert [next_version(current, [change(kind)]) for current, kind, _ in table] == [each[2] for each in table]
    assert next_version("1.2.3", []) == "1.2.3"
    with pytest.raises(ValueError, match="no version"):
        next_version("one", [])


def test_a_version_that_is_raised_already_is_not_raised_again() -> None:
    """Before a release the version is set, then changelog and note are written: for that version, not for one after it."""
    breaking = [Change("x", Kind.BREAKING, "", "", read(str(SOUND)).document.place)]
    table = [
        ("0.1.0", "0.1.0", "0.2.0"),
        ("0.1.0", "0.2.0", "0.2.0"),
        ("0.1.0", "0.1.1", "0.2.0"),
        ("0.1.0", "1.0.0", "1.0.0"),
    ]
    assert [version_after(released, declared, breaking) for released, declared, _ in table] == [
        each[2] for each in table
    ]


def test_the_released_version_is_that_of_the_revision(tmp_path: Path) -> None:
    """The last tag before it says so, else its own pyproject.toml; a folder has that of the working tree."""

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    for version in ("0.4.0", "0.5.0"):
        settings = f'[tool.securedsigning-generator]\nversion = "{version}"\n'
        (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
        git("add", "-A")
        git("commit", "-q", "-m", version)
    assert released_version("HEAD~1", "0.9.0", tmp_path) == "0.4.0"
    git("tag", "v0.3.0", "HEAD~1")
    assert [released_version(each, "0.9.0", tmp_path) for each in ("v0.3.0", "HEAD")] == ["0.3.0", "0.3.0"]
    assert released_version(str(tmp_path), "0.9.0", tmp_path) == "0.9.0"


def test_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three formats; exit status 1 only if asked for and something breaks; no colours in a pipe."""
    target = str(edited(tmp_path / "edited", [RENAMED]))
    assert main([str(SOUND), target]) == 0
    assert "1 breaking; version" in (text := capsys.readouterr().out) and "\x1b" not in text
    assert main([str(SOUND), target, "--format", "json", "--exit-code"]) == 1
    assert json.loads(capsys.readouterr().out)["changes"][0]["rule"] == "argument-renamed"
    assert "## Breaking" in as_markdown(changes(read(str(SOUND)), read(target)), "0.1.0", "0.2.0")


def test_what_cannot_be_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing revision, a folder without spec and a spec that does not parse: exit status 2, with what to do."""
    with pytest.raises(SourceError, match="no such folder, file or git revision"):
        read("no-such-revision")
    assert main([str(SOUND), str(tmp_path)]) == 2
    assert "Name a folder with openapi.yaml" in capsys.readouterr().err
    broken = edited(tmp_path / "edited", [("openapi.yaml", "info: {", "info: {{")])
    assert main([str(SOUND), str(broken)]) == 2
    assert "edited/openapi.yaml:" in capsys.readouterr().err
