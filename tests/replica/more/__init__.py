"""Small portals of the other content systems, one module each with ``routes(site, day)`` and ``site()``.

They are played only where a test asks for them: ``Replica(more=all_sites())``. Agencies and hosts are invented.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ..model import Site


@cache
def all_sites() -> tuple[Site, ...]:
    """Every portal of this package."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return tuple(module.site() for module in modules if hasattr(module, "site"))
