"""Calls spread over many small connection pools, each used by one call at a time.

The pool of httpcore 1.0, under httpx, walks all its connections for each of its connections at every call: with a hundred calls
in flight that walk is nearly all the work (encode/httpcore, pull requests 924, 929 and 1035; none of them merged). And while one
thread walks, another one uses what is walked over: now and then a connection is taken for a dead one and closed in the middle of
a call. A pool that only one call uses at a time is small and is left alone. Each is a stock httpx transport; only the choice
between them is made here.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from functools import partial
from time import monotonic

from securedsigning._async.primitives import Places
from securedsigning._http import httpx
from securedsigning.proxies import environment_proxies
from securedsigning.streams import ReleasingStream
from securedsigning.tls import default_tls_context

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ssl

KEPT_PER_POOL = 2
"""Idle connections in one pool. Two rather than one, so that a token call to the other host does not close the API's."""

KEEP_ALIVE_SECONDS = 30.0
"""How long an unused connection is kept. httpx's five seconds would make every poll of a document's status connect anew."""


class AsyncSpreadingTransport(httpx.AsyncBaseTransport):
    """An httpx transport over many small pools of connections.

    The pool that was used last is used next, so that whoever makes one call at a time keeps one connection. When all are in
    use, calls wait in the order in which they came, at most for the pool timeout of httpx.
    """

    def __init__(
        self, *, max_connections: int = 100, proxy: str | None = None, tls_context: ssl.SSLContext | None = None
    ) -> None:
        """Open nothing yet.

        Args:
            max_connections: the most calls at a time, each on a connection of its own.
            proxy: address of a proxy for all calls.
            tls_context: whom to trust; by default what httpx trusts, loaded when the first encrypted call is made.
        """
        self._max_connections = max_connections
        self._places = Places(max_connections)
        self._proxy = proxy
        self._tls_context = tls_context
        self._pools: set[_Pool] = set()
        # The free ones, by whether they are for encrypted calls; the one used last stands last.
        self._free: dict[bool, list[_Pool]] = {True: [], False: []}
        # Guards the two. Held for a few instructions, never while waiting, so it is of the plain kind in asynchronous code
        # too.
        self._lock = threading.Lock()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request through one of the pools.

        Raises:
            httpx.PoolTimeout: all connections were in use for too long.
            httpx.TransportError: whatever the pool raises, unchanged.
        """
        timeout = request.extensions.get("timeout")
        if not await self._places.take(timeout.get("pool") if timeout else None):
            raise httpx.PoolTimeout(f"all {self._max_connections} connections are in use")
        pool: _Pool | None = None
        try:
            pool, stale = self._take(encrypted=request.url.scheme == "https")
            if stale is not None:
                # Not this call's business: an old connection that fails to close is gone either way.
                with suppress(Exception):
                    await stale.transport.aclose()
            response = await pool.transport.handle_async_request(request)
        except BaseException:  # a cancelled call gives its place back too
            self._give_back(pool)
            raise
        response.stream = ReleasingStream(response.stream, partial(self._give_back, pool))
        return response

    async def aclose(self) -> None:
        """Close all connections."""
        with self._lock:
            pools, self._pools, self._free = self._pools, set(), {True: [], False: []}
        for pool in pools:
            await pool.transport.aclose()

    def _take(self, *, encrypted: bool) -> tuple[_Pool, _Pool | None]:
        """The pool to use, and one that has long been unused and is to be closed."""
        with self._lock:
            free = self._free[encrypted]
            if not free:
                pool = self._new_pool(encrypted=encrypted)
                self._pools.add(pool)
                return pool, None
            pool = free.pop()
            # The first ones are those that a burst of calls has left behind. One is closed per call: nothing here runs in
            # the background.
            if free and monotonic() - free[0].used > KEEP_ALIVE_SECONDS:
                stale = free.pop(0)
                self._pools.discard(stale)
                return pool, stale
            return pool, None

    def _give_back(self, pool: _Pool | None) -> None:
        if pool is not None:
            with self._lock:
                pool.used = monotonic()
                if pool in self._pools:  # not closed meanwhile
                    self._free[pool.encrypted].append(pool)
        self._places.give_back()

    def _new_pool(self, *, encrypted: bool) -> _Pool:
        if not encrypted:
            import ssl

            # A context is asked for in any case; this one trusts nobody and costs nothing to make.
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        else:
            context = self._tls_context or default_tls_context()
        # One call at a time needs one connection; a second one may be on its way out when a call was cancelled.
        limits = httpx.Limits(
            max_connections=KEPT_PER_POOL,
            max_keepalive_connections=KEPT_PER_POOL,
            keepalive_expiry=KEEP_ALIVE_SECONDS,
        )
        return _Pool(httpx.AsyncHTTPTransport(verify=context, limits=limits, proxy=self._proxy), encrypted)


class _Pool:
    """One small pool, and when its last call ended."""

    __slots__ = ("encrypted", "transport", "used")

    def __init__(self, transport: httpx.AsyncHTTPTransport, encrypted: bool) -> None:
        self.transport = transport
        self.encrypted = encrypted
        self.used = 0.0


def proxy_mounts(
    *, max_connections: int = 100, tls_context: ssl.SSLContext | None = None
) -> dict[str, AsyncSpreadingTransport | None]:
    """Transports through the proxies of the environment, for the ``mounts`` argument of ``httpx.AsyncClient``.

    Args:
        max_connections: the most connections at a time to each proxy.
        tls_context: as for :class:`AsyncSpreadingTransport`.

    Returns:
        A transport for each pattern of addresses; None where the client's own transport is to be used. Empty without proxies.
    """
    mounts: dict[str, AsyncSpreadingTransport | None] = {}
    for pattern, proxy in environment_proxies().items():
        mounts[pattern] = (
            None
            if proxy is None
            else AsyncSpreadingTransport(max_connections=max_connections, proxy=proxy, tls_context=tls_context)
        )
    return mounts
