"""Listing readers, one module per content system.

Every module of this package that defines ``NAME`` is a platform:

* ``NAME``: the word a portal file uses; ``PARAMS``: the parameters it takes, name -> help.
* ``first(url, params) -> PageRequest``: how to ask for the first page of the column at ``url``.
* ``read(page: ListingPage) -> Listing``: rows, next page and child columns of a fetched page.
* ``detect(page: ListingPage) -> dict | None``: the parameters if the page is drawn by this system, with the
  evidence under ``"evidence"``; None if it does not.
* ``others(page) -> list[dict]``, where a page may hold several lists: the parameters of those ``detect`` leaves out.

A platform knows HTML and addresses; it knows no database and makes no request.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol

from crawler.items import Listing, ListingPage, PageRequest


class Platform(Protocol):
    """The face every platform module shows."""

    NAME: str
    PARAMS: Mapping[str, str]

    def first(self, url: str, params: Mapping[str, Any]) -> PageRequest: ...

    def read(self, page: ListingPage) -> Listing: ...

    def detect(self, page: ListingPage) -> dict[str, Any] | None: ...


@cache
def platforms() -> Mapping[str, Platform]:
    """All platforms by name."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return {module.NAME: module for module in modules if hasattr(module, "NAME")}
