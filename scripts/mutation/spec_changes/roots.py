"""Changes to servers, groups and version."""

from __future__ import annotations

from collections.abc import Iterator

from mutation.spec_changes.mutant import Document, Place, SpecMutant, operations_of


def root_changes(document: Document) -> Iterator[SpecMutant]:
    """One at a time."""
    root = Place(document)
    yield root.down("info").with_value("version", "version", document["info"]["version"] + "1")
    for index in range(len(document["servers"])):
        yield from server_changes(root.down("servers", index))
    if len(document["servers"]) > 1:
        yield root.down("servers").edited("server-order", "the last server comes first", lambda node: node.reverse())
        yield root.down("servers").without("server-dropped", 0)
    for index, tag in enumerate(document["tags"]):
        place = root.down("tags", index)
        yield place.with_value("group-renamed", "x-attribute", tag["x-attribute"] + "_renamed")
        if "x-implementation" in tag:
            yield place.without("group-generated", "x-implementation")
        elif any(each.node["tags"] == [tag["name"]] for each in operations_of(document)):
            yield place.with_value("group-by-hand", "x-implementation", "runtime")


def server_changes(place: Place) -> Iterator[SpecMutant]:
    """To the address of one server."""
    url = place.node["url"]
    scheme, _, rest = url.partition("://")
    host, _, path = rest.partition("/")
    yield place.with_value("server-host", "url", f"{scheme}://other.example.com/{path}")
    yield place.with_value("server-path", "url", f"{url}1")
    yield place.with_value("server-scheme", "url", f"http://{rest}")
    yield place.with_value("server-port", "url", f"{scheme}://{host}:8443/{path}")
