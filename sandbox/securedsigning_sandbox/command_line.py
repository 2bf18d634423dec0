"""What may be written after ``securedsigning-sandbox``."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from urllib.parse import urlsplit

from securedsigning_sandbox.settings import Settings

_DESCRIPTION = "A local stand-in for Secured Signing, to develop and test against. No account, no network."
_DEFAULT = "(default: %(default)s)"


def read(arguments: Sequence[str] | None = None) -> tuple[argparse.Namespace, Settings]:
    """Read the command line; says what is wrong with it and exits with status 2 if it cannot be.

    Args:
        arguments: its words; those of the process if left out.

    Returns:
        ``host``, ``port`` and ``ready_file`` as attributes, and the settings.
    """
    reader = parser()
    options = reader.parse_args(arguments)
    if len(options.automatic_reminders) > 2:
        reader.error("argument --automatic-reminders: two at most")
    options.automatic_reminders = tuple(options.automatic_reminders)
    return options, Settings(**{field.name: getattr(options, field.name) for field in fields(Settings)})


def parser() -> argparse.ArgumentParser:
    """The switches. Those that make a setting are called as it is in the result, and have its default."""
    made = argparse.ArgumentParser(
        prog="securedsigning-sandbox",
        usage="%(prog)s [options]",
        description=_DESCRIPTION,
        formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=32),
    )
    _add_places(made.add_argument_group("where it runs"))
    _add_key(made.add_argument_group("the ready-made API key"))
    _add_authentication(made.add_argument_group("signatures and tokens"))
    _add_documents(made.add_argument_group("documents"))
    made.set_defaults(**{field.name: field.default for field in fields(Settings)})
    return made


def _add_places(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--host", default="127.0.0.1", help=f"address to listen on {_DEFAULT}")
    group.add_argument("--port", type=_port, default=8100, help=f"0 takes a free one {_DEFAULT}")
    group.add_argument(
        "--data", dest="database", type=Path, metavar="FILE", help="SQLite file that keeps the state (default: memory)"
    )
    group.add_argument(
        "--ready-file",
        type=Path,
        metavar="FILE",
        help="write address and credentials there as JSON, for its owner only, when ready",
    )
    group.add_argument(
        "--allow-outgoing", action="store_true", help="notify, and fetch files from, other machines than this one"
    )


def _add_key(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--access-url", type=_address, metavar="URL", help=f"callback URL {_DEFAULT}")
    group.add_argument("--no-oauth", dest="oauth_required", action="store_false", help="it needs no OAuth token")
    group.add_argument("--no-partner", dest="partner", action="store_false", help="it is no partner's")


def _add_authentication(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--referer", choices=("domain", "exact", "off"), help=f"how Referer is compared with the access URL {_DEFAULT}"
    )
    group.add_argument(
        "--clock-tolerance", type=_number, metavar="SECONDS", help=f"by which a request's time may be off {_DEFAULT}"
    )
    group.add_argument(
        "--no-replay-check", dest="replay_check", action="store_false", help="take a nonce more than once"
    )
    group.add_argument("--debug-auth", action="store_true", help="let a 401 show what should have been signed")
    group.add_argument("--token-lifetime", type=_count, metavar="SECONDS", help=f"of an access token {_DEFAULT}")
    group.add_argument(
        "--keep-partner-tokens",
        dest="one_call_tokens",
        action="store_false",
        help="partner and company tokens outlast their first call",
    )
    group.add_argument("--rotate-refresh-tokens", action="store_true", help="a refresh brings a new refresh token")
    group.add_argument("--token-errors-as-200", action="store_true", help="refuse tokens with status 200")
    group.add_argument("--expires-in-as-number", action="store_true", help="send expires_in as a number, not a text")


def _add_documents(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--max-upload-size", type=_count, metavar="BYTES", help=f"more is 413 {_DEFAULT}")
    group.add_argument("--documents-in-plan", type=_count, metavar="NUMBER", help=f"after them comes 426 {_DEFAULT}")
    group.add_argument(
        "--documents-without-tags", action="store_true", help="send them too, to be signed on the last page"
    )
    group.add_argument(
        "--automatic-reminders",
        type=_number,
        nargs="*",
        metavar="DAYS",
        help="before the due date, when signers are reminded; two at most",
    )
    group.add_argument(
        "--automatic-extension",
        dest="automatic_extension_days",
        type=_number,
        metavar="DAYS",
        help="extend once instead of expiring",
    )


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text!r} is no port; they go from 0 to 65535, and 0 takes a free one")
    return int(text)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0")
    return int(text)


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 <= number < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0")
    return number


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - reading it is what checks it
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname or not (text.isascii() and text.isprintable()):
        raise argparse.ArgumentTypeError(f"{text!r} is no address; it looks like {Settings.access_url}")
    return text
