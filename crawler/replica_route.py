"""The one way round the politeness floor: all traffic goes to the replica portals on this machine.

``FAZHI_REPLICA`` holds the replica's address. Every request is then sent there, whatever host it names, so a
crawl without delay can reach no real portal.
"""

from __future__ import annotations

import os

from crawler.environment import value

VARIABLE = "FAZHI_REPLICA"


def take_route() -> bool:
    """Point the process's proxies at the replica named in the environment; False if none is named.

    Raises Misset if the address is not on the loopback interface.
    """
    address = value(VARIABLE)
    if not address:
        return False
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        os.environ[name] = address
    for name in ("no_proxy", "NO_PROXY"):
        os.environ.pop(name, None)
    return True
