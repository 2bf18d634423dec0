"""The two scripts of the browser SDK, at the addresses that pages of the service load them from.

The official files are not public: only their names, and those of the methods, are known. These are the sandbox's own.
"""

from __future__ import annotations

import json
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from securedsigning_sandbox.context import State
from securedsigning_sandbox.errors import ApiError

_FOLDER = Path(__file__).with_name("client")
_FILLED_IN = "const OPERATIONS = {};"


async def script(request: Request) -> Response:
    """GET /web/{version}/client/scripts/{name}; ``main.js`` gets the operations of the spec, so that it has them all."""
    name = request.path_params["name"]
    if name not in {"require.js", "main.js"}:
        return ApiError(404, f"There is no script {name}, only require.js and main.js.").response()
    text = (_FOLDER / name).read_text(encoding="utf-8")
    if name == "main.js":
        state: State = request.app.state.sandbox
        operations = {each.id: [each.method, each.path] for each in state.spec.operations.values()}
        text = text.replace(_FILLED_IN, f"const OPERATIONS = {json.dumps(operations)};")
    # Any site may load it: it holds no secret, and is what its page calls the API with.
    headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache"}
    return Response(text, media_type="text/javascript", headers=headers)
