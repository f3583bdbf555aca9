"""Load libraries without what they would do, or load, for nothing."""

from __future__ import annotations

import gc
import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def without(*packages: str) -> Iterator[None]:
    """What is imported in the block finds these packages missing, but for those that are loaded by then."""
    missing = [name for name in packages if name not in sys.modules]
    sys.modules.update(dict.fromkeys(missing))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


@contextmanager
def without_whole_stack() -> Iterator[None]:
    """Who asks in the block for the stack of calls gets its two innermost frames, of each no more than the frame.

    Scrapy asks as it makes each deprecated class (``create_deprecated_class``) which module it is made in, and
    ``inspect.stack`` looks for every frame's source among all modules: a twelfth of a night without news.
    """

    def stack(context: int = 1) -> list[Any]:
        caller = sys._getframe(1)
        return [(frame,) for frame in (caller, caller.f_back) if frame is not None]

    whole = inspect.stack
    inspect.stack = stack
    try:
        yield
    finally:
        inspect.stack = whole


@contextmanager
def without_collecting() -> Iterator[None]:
    """No garbage is looked for in the block, and none ever in what is made in it: modules and classes, which stay.

    Python looks through all of them again and again while more are loaded, and with every full collection of a run.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if before:
            gc.enable()
