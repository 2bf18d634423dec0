# Made from templates/python/runtime/_async/transport.py by generator/synchronous.py; edit it there.
"""Calls spread over many small connection pools.

The pool of httpcore 1.0, under httpx, walks all its connections for each of its connections at every call: with a hundred calls
in flight that walk is nearly all the work (encode/httpcore, pull requests 924, 929 and 1035; none of them merged). Pools of two
connections keep it short. Each is a stock httpx transport; only the choice between them is made here.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from functools import partial
from time import monotonic

from securedsigning._http import httpx
from securedsigning.proxies import environment_proxies
from securedsigning.streams import ReleasingStream
from securedsigning.tls import default_tls_context

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl

POOL_SIZE = 2
"""Connections in one pool. Two rather than one, so that a token call to the other host does not close the API's connection."""

KEEP_ALIVE_SECONDS = 30.0
"""How long an unused connection is kept. httpx's five seconds would make every poll of a document's status connect anew."""


class SpreadingTransport(httpx.BaseTransport):
    """An httpx transport over many small pools of connections.

    A new pool is opened only when all others are in use, and the first one that is free is taken, so that whoever makes one
    call at a time keeps one connection. When all connections are taken, a call waits in the least busy pool, at most for
    the pool timeout of httpx.
    """

    def __init__(
        self, *, max_connections: int = 100, proxy: str | None = None, tls_context: ssl.SSLContext | None = None
    ) -> None:
        """Open nothing yet.

        Args:
            max_connections: the most connections at a time to encrypted addresses, and as many to others.
            proxy: address of a proxy for all calls.
            tls_context: whom to trust; by default what httpx trusts, loaded when the first encrypted call is made.
        """
        self._max_pools = max(1, max_connections // POOL_SIZE)
        self._pool_size = min(POOL_SIZE, max(1, max_connections))
        self._proxy = proxy
        self._tls_context = tls_context
        self._pools: dict[bool, list[_Pool]] = {True: [], False: []}
        # Guards the lists and the counts. Held for a few instructions, never while waiting, so it is of the plain kind
        # in blocking code too.
        self._lock = threading.Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request through one of the pools.

        Raises:
            httpx.TransportError: whatever the pool raises, unchanged.
        """
        pool, stale = self._take(encrypted=request.url.scheme == "https")
        try:
            if stale is not None:
                # Not this call's business: an old connection that fails to close is gone either way.
                with suppress(Exception):
                    stale.transport.close()
            response = pool.transport.handle_request(request)
        except BaseException:  # a cancelled call gives its place back too
            self._give_back(pool)
            raise
        response.stream = ReleasingStream(response.stream, partial(self._give_back, pool))
        return response

    def close(self) -> None:
        """Close all connections."""
        with self._lock:
            pools = [*self._pools[True], *self._pools[False]]
            self._pools = {True: [], False: []}
        for pool in pools:
            pool.transport.close()

    def _take(self, *, encrypted: bool) -> tuple[_Pool, _Pool | None]:
        """The pool to use, and one that has long been unused and is to be closed."""
        with self._lock:
            pools = self._pools[encrypted]
            for pool in pools:
                if not pool.busy:
                    break
            else:
                if len(pools) < self._max_pools:
                    pool = self._new_pool(encrypted=encrypted)
                    pools.append(pool)
                else:
                    pool = min(pools, key=_busy)
            pool.busy += 1
            # The first that is free is taken, so the last of the list are those that a burst of calls has left behind.
            # One is closed per call: nothing here runs in the background.
            last = pools[-1]
            if not last.busy and monotonic() - last.used > KEEP_ALIVE_SECONDS:
                return pool, pools.pop()
            return pool, None

    def _give_back(self, pool: _Pool) -> None:
        with self._lock:
            pool.busy -= 1
            pool.used = monotonic()

    def _new_pool(self, *, encrypted: bool) -> _Pool:
        if not encrypted:
            import ssl

            # A context is asked for in any case; this one trusts nobody and costs nothing to make.
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        else:
            context = self._tls_context or default_tls_context()
        limits = httpx.Limits(
            max_connections=self._pool_size,
            max_keepalive_connections=self._pool_size,
            keepalive_expiry=KEEP_ALIVE_SECONDS,
        )
        return _Pool(httpx.HTTPTransport(verify=context, limits=limits, proxy=self._proxy))


class _Pool:
    """One small pool, with the number of calls in it and when the last one ended."""

    __slots__ = ("busy", "transport", "used")

    def __init__(self, transport: httpx.HTTPTransport) -> None:
        self.transport = transport
        self.busy = 0
        self.used = monotonic()


def _busy(pool: _Pool) -> int:
    return pool.busy


def proxy_mounts(
    *, max_connections: int = 100, tls_context: ssl.SSLContext | None = None
) -> dict[str, SpreadingTransport | None]:
    """Transports through the proxies of the environment, for the ``mounts`` argument of ``httpx.Client``.

    Args:
        max_connections: the most connections at a time to each proxy.
        tls_context: as for :class:`SpreadingTransport`.

    Returns:
        A transport for each pattern of addresses; None where the client's own transport is to be used. Empty without proxies.
    """
    mounts: dict[str, SpreadingTransport | None] = {}
    for pattern, proxy in environment_proxies().items():
        mounts[pattern] = (
            None
            if proxy is None
            else SpreadingTransport(max_connections=max_connections, proxy=proxy, tls_context=tls_context)
        )
    return mounts
