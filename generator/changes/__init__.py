"""What an edit of the spec means for the users of the SDK: changes, the version they make, changelog and migration.

old, new = read("v0.1.0"), read("spec")
found = changes(old, new)
version = next_version("0.1.0", found)
"""

from generator.changes.change import Change, Kind, Rename
from generator.changes.comparing import changes
from generator.changes.sources import Side, SourceError, read
from generator.changes.versions import next_version

__all__ = ["Change", "Kind", "Rename", "Side", "SourceError", "changes", "next_version", "read"]
