"""The command ``securedsigning-sandbox``."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import threading
from pathlib import Path

from securedsigning_sandbox.settings import Settings

_TEXT = """
  Secured Signing sandbox
  A local stand-in, with fictional credentials. It is not the real service and signs nothing of legal effect.

  Base URL     {base_url}
  API key      {api_key}
  API secret   {api_secret}
  Access URL   {access_url}
  Login        {user} / {password}
  Start page   {origin}/
  Control API  {control_url}/

  from securedsigning import SecuredSigning
  client = SecuredSigning(
      api_key="{api_key}",
      api_secret="{api_secret}",
      access_url="{access_url}",
      base_url="{base_url}",
  )
  print(client.oauth.authorization_url(["Basic", "SmartTag"]))

  Ctrl+C ends it.
"""


def main(arguments: list[str] | None = None) -> int:
    """Start a sandbox and serve until interrupted."""
    options = _parser().parse_args(arguments)
    settings = Settings(
        database=options.data,
        access_url=options.access_url,
        oauth_required=not options.no_oauth,
        partner=not options.no_partner,
        one_call_tokens=not options.keep_partner_tokens,
        referer=options.referer,
        clock_tolerance=options.clock_tolerance,
        replay_check=not options.no_replay_check,
        rotate_refresh_tokens=options.rotate_refresh_tokens,
        token_errors_as_200=options.token_errors_as_200,
        expires_in_as_number=options.expires_in_as_number,
        debug_auth=options.debug_auth,
        automatic_reminders=tuple(options.automatic_reminders),
        automatic_extension_days=options.automatic_extension,
        allow_outgoing=options.allow_outgoing,
        token_lifetime=options.token_lifetime,
        max_upload_size=options.max_upload_size,
        documents_in_plan=options.documents_in_plan,
        documents_without_tags=options.documents_without_tags,
    )
    from securedsigning_sandbox.sandbox import running, warm_up

    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        with running(settings, host=options.host, port=options.port) as sandbox:
            if not _is_loopback(options.host):
                print(f"  Others can reach {options.host}. What they send is not protected.\n", file=sys.stderr)
            if options.ready_file:
                _write_ready(options.ready_file, sandbox.ready)
            print(_TEXT.format(**sandbox.ready), flush=True)
            warm_up()
            stop.wait()
    except OSError as error:
        what = error.filename or f"{options.host}:{options.port}"
        print(f"The sandbox cannot use {what}: {error.strerror}. Use --port 0 for any free port.", file=sys.stderr)
        return 1
    except ValueError as error:
        print(f"The sandbox cannot start: {error}", file=sys.stderr)
        return 1
    return 0


def _is_loopback(host: str) -> bool:
    return host in {"localhost", "::1"} or host.startswith("127.")


def _write_ready(path: Path, facts: dict[str, str]) -> None:
    """Tell a waiting program; the file appears whole, and only its owner can read it."""
    temporary = path.with_name(f"{path.name}.part")
    with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(facts, file)
    temporary.rename(path)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="securedsigning-sandbox", description="A local Secured Signing.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8100, help="port, 0 for a free one (default: %(default)s)")
    parser.add_argument("--data", type=Path, help="SQLite file that keeps the state (default: memory)")
    parser.add_argument(
        "--access-url", default=Settings.access_url, help="callback URL of the key (default: %(default)s)"
    )
    parser.add_argument("--no-oauth", action="store_true", help="the key needs no OAuth token")
    parser.add_argument("--no-partner", action="store_true", help="the key is no partner's")
    parser.add_argument(
        "--keep-partner-tokens", action="store_true", help="partner and company tokens outlast their first call"
    )
    parser.add_argument(
        "--referer", choices=("domain", "exact", "off"), default="domain", help="how Referer is compared"
    )
    parser.add_argument("--clock-tolerance", type=float, default=300, help="seconds a request's time may be off")
    parser.add_argument("--no-replay-check", action="store_true", help="take a nonce more than once")
    parser.add_argument("--rotate-refresh-tokens", action="store_true", help="a refresh brings a new refresh token")
    parser.add_argument("--token-errors-as-200", action="store_true", help="refuse tokens with status 200")
    parser.add_argument("--expires-in-as-number", action="store_true", help="send expires_in as a number")
    parser.add_argument("--token-lifetime", type=int, default=86_400, help="seconds (default: %(default)s)")
    parser.add_argument("--max-upload-size", type=int, default=Settings.max_upload_size, help="bytes; more is 413")
    parser.add_argument(
        "--documents-in-plan", type=int, default=Settings.documents_in_plan, help="uploads; after them comes 426"
    )
    parser.add_argument("--documents-without-tags", action="store_true", help="send them to be signed on the last page")
    parser.add_argument(
        "--automatic-reminders",
        type=float,
        nargs="*",
        default=(),
        metavar="DAYS",
        help="days before the due date at which signers are reminded, two at most",
    )
    parser.add_argument(
        "--automatic-extension", type=float, default=0, metavar="DAYS", help="extend once instead of expiring"
    )
    parser.add_argument(
        "--allow-outgoing", action="store_true", help="notify, and fetch files from, other machines than this one"
    )
    parser.add_argument("--debug-auth", action="store_true", help="let a 401 show what should have been signed")
    parser.add_argument("--ready-file", type=Path, help="write address and credentials there, as JSON, when ready")
    return parser


if __name__ == "__main__":
    sys.exit(main())
