"""Elements and attributes by local name, and their values: office formats come in editions that differ only in the namespace."""

from xml.etree.ElementTree import Element


def local(tag: object) -> str:
    """The name of an element or attribute without its namespace; "" for what is no element, such as a comment."""
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its local name; None if the element or the attribute is missing."""
    if element is not None:
        for key, value in element.attrib.items():
            if local(key) == name:
                return value
    return None


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that local name; None if there is none."""
    if element is not None:
        for candidate in element:
            if local(candidate.tag) == name:
                return candidate
    return None


def switched_on(properties: Element | None, name: str, inherited: bool) -> bool:
    """The value of an on/off property such as `w:b`, or what was inherited where it is not set."""
    found = child(properties, name)
    if found is None:
        return inherited
    return (attribute(found, "val") or "on") not in ("0", "false", "off", "none")


def number(text: str | None, default: int, most: int) -> int:
    """A whole number from 0 to `most`, or the default where the text is none; hostile files have digits by the thousand."""
    if not text or not text.isascii() or not text.isdigit():
        return default
    return min(most, int(text)) if len(text) < 10 else most
