"""Rules for tags: each becomes an attribute of the client with the methods of its operations."""

from __future__ import annotations

from collections.abc import Iterator
from keyword import iskeyword

from generator.findings import Finding
from generator.rules.reading import Spec, listed

TAKEN = ("send", "upload", "download", "oauth", "auth", "settings", "operations", "now", "close", "aclose")
"""What the client has already, see ``templates/python/runtime/client.py``."""


def findings(spec: Spec) -> Iterator[Finding]:
    """What is wrong with tags."""
    names: dict[str, str] = {}
    attributes: dict[str, str] = {}
    for tag in spec.document["tags"]:
        name, attribute = tag["name"], tag.get("x-attribute")
        subject = f"tag {name}"
        if name in names:
            yield Finding(tag.place, subject, "It is declared twice.", "Remove one of them.", "tag-once")
        names[name] = name
        if not tag.get("description"):
            remedy = "Add a sentence; it becomes the docstring of the group."
            yield Finding(tag.place_of("description"), subject, "It has no description.", remedy, "tag-description")
        by_hand = "x-implementation" in tag
        if by_hand and tag["x-implementation"] != "runtime":
            problem = f"x-implementation is {tag['x-implementation']!r}."
            remedy = "Write runtime, or leave it out so that the operations are generated."
            yield Finding(tag.place_of("x-implementation"), subject, problem, remedy, "tag-implementation")
        if attribute is None:
            remedy = "Add the name of the attribute that holds the methods, for instance x-attribute: documents."
            yield Finding(tag.place, subject, "It has no x-attribute.", remedy, "tag-attribute")
            continue
        place = tag.place_of("x-attribute")
        if not attribute.isidentifier() or iskeyword(attribute) or attribute.startswith("_"):
            problem = f"x-attribute {attribute!r} cannot be an attribute of the client."
            yield Finding(place, subject, problem, "Choose a Python identifier in snake case.", "tag-attribute")
        elif attribute in TAKEN and not by_hand:
            problem = f"x-attribute {attribute} hides a member that the client has already."
            remedy = f"Choose a name other than {listed(TAKEN)}."
            yield Finding(place, subject, problem, remedy, "tag-attribute")
        if attribute in attributes:
            problem = f"x-attribute {attribute} belongs to the tag {attributes[attribute]} already."
            yield Finding(place, subject, problem, "Choose another name.", "tag-attribute")
        attributes.setdefault(attribute, name)
