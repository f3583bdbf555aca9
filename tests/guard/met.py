"""The inputs that the project's own tests make: the tests run once, and what they clean and read is noted."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from tests.guard import product

ROOT = Path(__file__).parents[2]
FOLDERS = ("tests/cleaning", "tests/platforms")
SLOW = ("hostile", "hundred_thousand", "million", "command", "always_gives_the_same_page")
LONGEST = 1_000_000  # characters of an input, as it is told from others
Facts = dict[str, Any]


def plain(value: Any) -> Any:
    """What is said by a value whatever its classes are called; what says nothing is left out."""
    if isinstance(value, bytes):
        return value.hex()
    if dataclasses.is_dataclass(value):
        value = [getattr(value, field.name) for field in dataclasses.fields(value)]
    if isinstance(value, Mapping):
        value = sorted([plain(key), plain(each)] for key, each in value.items())
    if isinstance(value, set | frozenset):
        value = sorted(value)
    if isinstance(value, list | tuple):
        return [found for each in value if (found := plain(each)) not in (None, "", [], "GET")]
    return value


def digest(*values: Any) -> str:
    """A short name of an input, "" for one that is too long to note."""
    text = json.dumps(plain(values))
    return hashlib.sha256(text.encode()).hexdigest()[:12] if len(text) < LONGEST else ""


class Harvest:
    """A plugin of pytest that notes each input of the watched functions with what they give."""

    def __init__(self) -> None:
        self.cleaning: dict[str, Facts] = {}
        self.listings: dict[str, Facts] = {}
        self._test = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what draws its inputs and what takes long, and watch what the others call."""
        kept = [
            item
            for item in items
            if not getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
            and not any(word in item.nodeid for word in SLOW)
        ]
        items[:] = kept
        swaps = {
            product.CLEAN: self._watched(product.CLEAN, "", self.cleaning, product.record),
            product.SNIFF: self._watched(product.SNIFF, "guess ", self.listings, product.guess),
        }
        for module in [module for name, module in sys.modules.items() if name.startswith("tests.")]:
            for name, value in list(vars(module).items()):
                if callable(value) and not module.__name__.startswith("tests.guard") and _hashable(value) in swaps:
                    setattr(module, name, swaps[value])
        self._readers = [(product.reader(system), product.reader(system).read) for system in product.systems()]
        for system, (module, read) in zip(product.systems(), self._readers, strict=True):
            module.read = self._watched(read, f"{system} ", self.listings, product.listing)

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Know the test that runs."""
        self._test = item.nodeid.rpartition("::")[2]

    def pytest_unconfigure(self) -> None:
        """Stop watching the readers."""
        for module, read in getattr(self, "_readers", ()):
            module.read = read

    def _watched(
        self, function: Callable[..., Any], name: str, notes: dict[str, Facts], told: Callable[[Any], Facts]
    ) -> Callable[..., Any]:
        def watched(*arguments: Any, **named: Any) -> Any:
            found = function(*arguments, **named)
            key = digest(arguments, {each: value for each, value in named.items() if each != "with_figures"})
            if key and named.get("with_figures", True):
                notes.setdefault(f"met {name}{key}", {"_test": self._test, **told(found)})
            return found

        return watched


def _hashable(value: Any) -> Any:
    try:
        hash(value)
    except TypeError:
        return None
    return value


def harvest(parts: Iterable[str] = FOLDERS) -> Harvest:
    """Run the tests and give what they met. Whether they pass is not asked here."""
    found = Harvest()
    silence = io.StringIO()
    arguments = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly", "--rootdir", str(ROOT)]
    with redirect_stdout(silence), redirect_stderr(silence):
        code = pytest.main([*arguments, *(str(ROOT / part) for part in parts)], plugins=[found])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise RuntimeError(f"the tests could not be run:\n{silence.getvalue()[-3000:]}")
    return found
