"""The portals the replica plays: one module each, every one with a function ``site() -> Site``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from ..model import Site


@cache
def all_sites() -> tuple[Site, ...]:
    """Every portal described in this package."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").site() for name in names)
