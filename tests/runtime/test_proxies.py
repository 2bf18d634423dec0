"""Which proxy serves which address."""

from __future__ import annotations

import urllib.request

import pytest
from securedsigning.proxies import environment_proxies

PROXY = "http://proxy.test:3128"


@pytest.mark.parametrize(
    ("found", "mounts"),
    [
        ({}, {}),
        ({"no": "example.com"}, {}),
        ({"http": ""}, {}),
        ({"http": "proxy.test:3128"}, {"http://": PROXY}),
        ({"https": "socks5://proxy.test"}, {"https://": "socks5://proxy.test"}),
        ({"ftp": PROXY, "all": PROXY}, {"all://": PROXY}),
        (
            {"http": "a.test", "https": "https://b.test", "all": "c.test"},
            {"http://": "http://a.test", "https://": "https://b.test", "all://": "http://c.test"},
        ),
        ({"all": PROXY, "no": "*"}, {}),
        ({"all": PROXY, "no": "a.test, * "}, {}),
        ({"all": PROXY, "no": "*.a.test"}, {"all://": PROXY, "all://**.a.test": None}),
        (
            {"all": PROXY, "no": " example.com,,.internal , LocalHost,10.0.0.1,10.0.0.0/8,::1,https://direct.test"},
            {
                "all://": PROXY,
                "all://*example.com": None,
                "all://*.internal": None,
                "all://LocalHost": None,
                "all://10.0.0.1": None,
                "all://10.0.0.0/8": None,
                "all://[::1]": None,
                "https://direct.test": None,
            },
        ),
    ],
)
def test_patterns(found: dict[str, str], mounts: dict[str, str | None]) -> None:
    """A scheme stands for itself; a domain for its sub-domains too, an address only for itself, a star for all."""
    assert environment_proxies(found) == mounts
    assert list(environment_proxies(found)) == list(mounts)


def test_the_system_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """If nothing is given; no proxy that is given is an answer too."""
    monkeypatch.setattr(urllib.request, "getproxies", lambda: {"http": PROXY})
    assert environment_proxies() == {"http://": PROXY}
    assert environment_proxies({}) == {}
