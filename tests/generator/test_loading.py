"""Reading and joining the files of a spec: whatever is wrong with them is found, with file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.bundling import bundle
from generator.findings import Finding, SpecError
from generator.loading import LocatedDict, load_file


def problems(root: Path) -> list[str]:
    """What bundling finds, as place and problem."""
    with pytest.raises(SpecError) as caught:
        bundle(root)
    assert all(isinstance(each, Finding) and each.remedy.endswith(".") for each in caught.value.findings)
    return [f"{each.place} {each.problem}" for each in caught.value.findings]


def spec(tmp_path: Path, **files: str | bytes) -> Path:
    """Files of a spec; ``root`` is openapi.yaml."""
    folder = tmp_path / "spec"
    folder.mkdir()
    for name, content in files.items():
        path = folder / ("openapi.yaml" if name == "root" else f"{name}.yaml")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / "openapi.yaml"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", "3 This does not parse: did not find expected ',' or ']'."),
        ("a: 1\n\tb: 2\n", "2 This does not parse: found a tab character that violates indentation."),
        ("a: 1\nb: 2\na: 3\n", "3 The key 'a' stands here twice; the first is at line 1."),
        ("a: *unknown\n", "1 This does not parse: found undefined alias."),
        ("a: 1\n---\nb: 2\n", "2 This does not parse: but found another document."),
        ("[1, 2]: 3\n", "1 This key is not text."),
        ("a: 1\n1.5: 3\n", "2 This key is not text."),
        ("", "1 The file is empty."),
        ("- a\n", "1 This is no mapping."),
        (b"a: 1\nb: caf\xe9\n", "2 This is not UTF-8."),
        ('a: "\x07"\n', "1 The character U+0007 is not allowed in YAML."),
        ("a: " + "[" * 200 + "]" * 200, "1 Nested too deeply."),
    ],
)
def test_files_that_cannot_be_read(content: str | bytes, problem: str, tmp_path: Path) -> None:
    """A file that is no proper YAML is refused at the line where it goes wrong."""
    assert problems(spec(tmp_path, root=content)) == [f"spec/openapi.yaml:{problem}"]


@pytest.mark.parametrize(
    ("reference", "problem"),
    [
        ("'#/components/schemas/Gone'", "spec/openapi.yaml has no /components/schemas/Gone."),
        ("'other.yaml#/Gone'", "spec/other.yaml has no /Gone."),
        ("'gone.yaml#/A'", "There is no such file."),
        ("'../outside.yaml#/A'", "It leads out of the spec's folder."),
        ("'/etc/passwd'", "It leads out of the spec's folder."),
        ("'https://example.com/a.yaml#/A'", "It leads to the network."),
        ("'//example.com/a.yaml'", "It leads to the network."),
        ("'file:///etc/passwd'", "It leads to the network."),
    ],
)
def test_references_that_lead_nowhere(reference: str, problem: str, tmp_path: Path) -> None:
    """A reference is refused unless it leads to something within the spec's folder."""
    (tmp_path / "outside.yaml").write_text("A: 1\n", encoding="utf-8")
    root = spec(tmp_path, root=f"openapi: 3.1.0\npaths:\n  /a: {{$ref: {reference}}}\n", other="A: 1\n")
    assert problems(root) == [f"spec/openapi.yaml:3 {problem}"]


def test_references_through_a_link_out_of_the_folder(tmp_path: Path) -> None:
    """A symbolic link does not make a file outside part of the spec."""
    (tmp_path / "outside.yaml").write_text("A: 1\n", encoding="utf-8")
    root = spec(tmp_path, root="paths:\n  /a: {$ref: 'link.yaml#/A'}\n")
    (root.parent / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    assert problems(root) == ["spec/openapi.yaml:2 It leads out of the spec's folder."]


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"root": "paths: {$ref: '#/paths'}\n"}, "spec/openapi.yaml:1"),
        ({"root": "paths: {$ref: 'a.yaml#/A'}\n", "a": "A: {$ref: 'b.yaml#/B'}\n", "b": "B: {$ref: 'a.yaml#/A'}\n"}, "spec/b.yaml:1"),
        ({"root": "components:\n  schemas:\n    A: {$ref: '#/components/schemas/A'}\n"}, "spec/openapi.yaml:3"),
        ({"root": "paths: {$ref: 'a.yaml#'}\n", "a": "B: {$ref: '#/B'}\n"}, "spec/a.yaml:1"),
    ],
)  # fmt: skip
def test_references_that_go_round_in_circles(files: dict[str, str], place: str, tmp_path: Path) -> None:
    """A reference that leads back to itself is found where it closes the circle."""
    assert problems(spec(tmp_path, **files)) == [f"{place} It leads back to itself."]


def test_every_dangling_reference_is_found_at_once(tmp_path: Path) -> None:
    """Several references that lead nowhere are all reported."""
    root = spec(tmp_path, root="paths:\n  /a: {$ref: 'gone.yaml#/A'}\n  /b: {$ref: '#/gone'}\n")
    assert [each.partition(" ")[0] for each in problems(root)] == ["spec/openapi.yaml:2", "spec/openapi.yaml:3"]


def test_a_missing_root_is_found(tmp_path: Path) -> None:
    """Without openapi.yaml there is nothing to read."""
    assert problems(tmp_path / "openapi.yaml") == [f"{tmp_path.name}/openapi.yaml:1 There is no such file."]


def test_aliases_that_multiply_are_refused(tmp_path: Path) -> None:
    """A few lines that unfold into millions of values are stopped early."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert problems(spec(tmp_path, root="\n".join(lines))) == ["spec/openapi.yaml:1 The spec is too large."]


def test_scalars_are_those_of_json(tmp_path: Path) -> None:
    """What YAML 1.1 takes for booleans, dates or merges is text here, and status codes are names."""
    path = tmp_path / "a.yaml"
    path.write_text("a: no\nb: 2031-03-01\nc: true\nd: 0x10\n200: ok\n'<<': {x: 1}\n", encoding="utf-8")
    value = load_file(path, "a.yaml")
    assert value == {"a": "no", "b": "2031-03-01", "c": True, "d": 16, "200": "ok", "<<": {"x": 1}}


def test_values_know_where_they_stand(tmp_path: Path) -> None:
    """Mappings and lists keep file and line of each member, through references too."""
    root = spec(
        tmp_path, root="paths:\n  /a: {$ref: 'other.yaml#/A'}\n", other="\nA:\n  get:\n    tags:\n    - x\n    - y\n"
    )
    item = bundle(root)["paths"]["/a"]
    assert isinstance(item, LocatedDict)
    assert str(item.place_of("get")) == "spec/other.yaml:3"
    assert [str(place) for place in item["get"]["tags"].places] == ["spec/other.yaml:5", "spec/other.yaml:6"]
    assert str(item.place_of("put")) == str(item.place) == "spec/other.yaml:3"
