"""What a client is made with: where each setting comes from, and what is said of one that cannot be."""

from __future__ import annotations

import pytest
from securedsigning import _spec
from securedsigning.errors import ConfigurationError
from securedsigning.settings import ENVIRONMENT, Settings

GIVEN = {"api_key": "KEY-0123", "api_secret": "secret", "access_url": "https://example.com/callback"}
EXAMPLES = {
    "access_url": "https://www.example.com/callback",
    "base_url": _spec.BASE_URL,
    "oauth_url": _spec.OAUTH_URL,
}


@pytest.fixture(autouse=True)
def _nothing_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ENVIRONMENT.values():
        monkeypatch.delenv(name, raising=False)


def problems(**settings: str) -> list[str]:
    """What is wrong, line by line."""
    with pytest.raises(ConfigurationError) as caught:
        Settings(**{**GIVEN, "oauth_url": _spec.OAUTH_URL, **settings})
    first, *lines = str(caught.value).splitlines()
    assert first == "the client cannot be made:"
    return [line.removeprefix("  - ") for line in lines if line.startswith("  - ")]


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("ftp://example.com", "has no http:// or https:// in front"),
        ("https:///path", "has no host"),
        ("https://example.com:x", "is not an address (Port could not be cast to integer value as 'x')"),
        ("https://[::1", "is not an address (Invalid IPv6 URL)"),
    ],
)
def test_an_address_has_to_be_one(name: str, address: str, problem: str) -> None:
    assert f"{name} {address!r} {problem}; it looks like {EXAMPLES[name]}." in problems(**{name: address})


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("user", ["ana", "ana:word", ":word"])
def test_an_address_holds_no_user(name: str, user: str) -> None:
    assert problems(**{name: f"https://{user}@example.com"}) == [
        f"{name} holds a user name or password; leave them out."
    ]


@pytest.mark.parametrize("name", ["base_url", "oauth_url"])
def test_only_this_machine_is_called_without_encryption(name: str) -> None:
    for host in ("localhost", "box.localhost", "[::1]", "127.0.0.1:8100", "127.1.2.3"):
        assert getattr(Settings(**{**GIVEN, name: f"http://{host}/api"}), name) == f"http://{host}/api"
    for host in ("example.com", "128.0.0.1", "localhost.example.com", "notlocalhost"):
        assert problems(**{name: f"http://{host}"}) == [
            f"{name} 'http://{host}' is not encrypted; use https://. Plain http:// is for a sandbox on this machine."
        ]


def test_a_callback_may_be_without_encryption() -> None:
    assert Settings(**{**GIVEN, "access_url": "http://example.com/back"}).access_url == "http://example.com/back"


@pytest.mark.parametrize("server", _spec.SERVERS)
def test_a_known_server_is_known_by_its_path_too(server: str) -> None:
    host = server.partition("/web/")[0]
    for path in ("/web/v1.3", "/web/v1.4", "/WEB/V1.4", "/web/v1.4/", "/web/v1.4//"):
        assert Settings(**GIVEN, base_url=host + path).base_url == (host + path).rstrip("/")
    for path in ("", "/web", "/v1.4", "/web/v1.5", "/web/v1.4X", "/api/v1.4", "/web/v1.4/Account"):
        assert problems(base_url=host + path) == [
            f"base_url {host + path!r} does not end in /web/ and a version; did you mean {server}?"
        ]
    misspelt = server.replace("api.", "apl.")
    assert problems(base_url=misspelt) == [f"base_url {misspelt!r} names an unknown host; did you mean {server}?"]


def test_another_server_may_have_any_path() -> None:
    for address in ("https://api.secure.com", "https://signing.example.org", "https://signing.example.org:8443/a/b"):
        assert Settings(**GIVEN, base_url=address).base_url == address
    for end in ("?a=b", "#a"):
        address = "https://signing.example.org/web/v1.4" + end
        assert problems(base_url=address) == [
            f"base_url {address!r} has a query or fragment; it ends with the version, as in {_spec.BASE_URL}."
        ]


def test_the_oauth_server_follows_the_api() -> None:
    for base, oauth in (
        ("https://api.securedsigning.com/web/v1.4", "https://www.securedsigning.com/api/oauth2"),
        ("https://API.example.org:8443/x", "https://www.example.org:8443/api/oauth2"),
        ("https://myapi.example.org/x", "https://myapi.example.org/api/oauth2"),
        ("http://127.0.0.1:8100/web/v1.4", "http://127.0.0.1:8100/api/oauth2"),
    ):
        assert Settings(**GIVEN, base_url=base).oauth_url == oauth
        assert Settings(**GIVEN, base_url=base, oauth_url="https://a.example.org/o/").oauth_url == (
            "https://a.example.org/o"
        )


def test_an_address_ends_without_a_slash_and_is_otherwise_kept() -> None:
    made = Settings(**GIVEN, base_url="https://a.example.org/X//", oauth_url="https://b.example.org/X/")

    assert (made.base_url, made.oauth_url) == ("https://a.example.org/X", "https://b.example.org/X")


def test_a_wrong_address_of_the_api_is_one_problem() -> None:
    with pytest.raises(ConfigurationError) as caught:
        Settings(**GIVEN, base_url="https://[::1")

    assert str(caught.value).count("  - ") == 1


def test_the_variables_have_the_names_that_are_documented() -> None:
    assert ENVIRONMENT == {name: f"SECUREDSIGNING_{name.upper()}" for name in Settings.__slots__}


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_a_setting_comes_from_its_argument_or_the_environment(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    value = "https://other.example.org/there" if name.endswith("_url") else "OTHER"
    monkeypatch.setenv(ENVIRONMENT[name], value)

    assert getattr(Settings(**{each: text for each, text in GIVEN.items() if each != name}), name) == value
    assert getattr(Settings(**{**GIVEN, name: value + "2"}), name) == value + "2"


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_what_is_missing_is_named(name: str) -> None:
    for given in ([{}] if name in GIVEN else []) + [{name: ""}, {name: " "}]:
        settings = {each: text for each, text in GIVEN.items() if each != name}
        with pytest.raises(ConfigurationError) as caught:
            Settings(**settings, **given)
        variable = f"SECUREDSIGNING_{name.upper()}"
        assert str(caught.value) == (
            f"the client cannot be made:\n  - {name} is missing: pass {name}=... or set {variable}."
        )


@pytest.mark.parametrize("value", [" KEY", "KEY ", "KEY\nX", "KÉY", "K\x7fY"])
def test_what_no_header_can_hold_is_refused(value: str) -> None:
    assert problems(api_key=value) == [
        "api_key has blanks around it, line breaks or characters outside ASCII.",
    ]


def test_its_repr_holds_no_secret() -> None:
    shown = repr(Settings(**GIVEN))

    assert shown == f"Settings(api_key=KEY-..., access_url='https://example.com/callback', base_url={_spec.BASE_URL!r})"
