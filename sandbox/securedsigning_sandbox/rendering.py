"""HTML pages from templates; everything that is put into them is escaped."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; base-uri 'none'; form-action *"
)


@cache
def _environment() -> Environment:
    folder = Path(__file__).with_name("templates")
    made = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    made.filters["shortened"] = _shortened
    return made


def _shortened(text: str) -> str:
    """A text with only the ends of the references in it, which are 48 digits long."""
    return re.sub(r"\d{40,}", lambda found: f"{found[0][:6]}…{found[0][-6:]}", text)


def page(
    request: Request, template: str, *, status: int = 200, frame_ancestors: str = "'none'", **facts: Any
) -> Response:
    """A page.

    Args:
        request: the request it answers.
        template: file name below ``templates``.
        status: HTTP status.
        frame_ancestors: who may show it in a frame.
        facts: what the template prints.
    """
    text = _environment().get_template(template).render(request=request, **facts)
    policy = f"{_POLICY}; frame-ancestors {frame_ancestors}"
    return HTMLResponse(
        text, status_code=status, headers={"Content-Security-Policy": policy, "Referrer-Policy": "origin"}
    )
