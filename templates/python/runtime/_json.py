"""JSON in and out: orjson where it is installed, the standard library otherwise."""

from __future__ import annotations

try:
    import orjson
except ImportError:
    import json

    def loads(data: bytes) -> object:
        """Parse JSON.

        Raises:
            ValueError: it is not JSON.
        """
        try:
            return json.loads(data)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error

    def dumps(value: object) -> bytes:
        """JSON text in UTF-8, without blanks."""
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()

else:
    loads = orjson.loads  # type: ignore[assignment]  # takes and gives more than the stated types
    dumps = orjson.dumps  # type: ignore[assignment]
