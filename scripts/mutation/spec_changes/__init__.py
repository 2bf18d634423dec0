"""Every single meaningful change to the spec, one at a time.

``spec_mutants(document)`` yields them for a bundle (``generated/openapi.json`` is one); ``mutant.apply(document)`` gives the
changed document and leaves the one it is given as it is. Each result is OpenAPI as valid as what it came from.
"""

from mutation.spec_changes.mutant import Document, SpecMutant
from mutation.spec_changes.whole import spec_mutants

__all__ = ["Document", "SpecMutant", "spec_mutants"]
