"""One language at a time: Chinese, or English under ``/en/``, which every link of an English page keeps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar, copy_context
from functools import cache
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

PREFIX: Final = "/en"
HTML_LANGUAGES: Final = {"zh": "zh-CN", "en": "en"}
CURRENT: Final[ContextVar[str]] = ContextVar("language", default="zh")
BETWEEN: Final = " | "  # stands between the Chinese and the English of a text in the metadata

Answer = TypeVar("Answer")


def say(chinese: str, english: str) -> str:
    """The one of two texts that the reader's language asks for."""
    return english if CURRENT.get() == "en" else chinese


def many(number: int, chinese: str, one: str, more: str) -> str:
    """A text with a number in it, in the reader's language, where English has a form for one."""
    return say(chinese, one if number == 1 else more).format(number)


def pick(text: Any) -> Any:
    """The half of a text from the metadata that the reader's language asks for; whatever else is given, as it is."""
    if not isinstance(text, str) or BETWEEN not in text:
        return text
    chinese, _, english = text.partition(BETWEEN)
    return say(chinese, english)


class Labels(Mapping[str, str]):
    """Codes with the names readers see, in the language of the page that is being made; ``names`` are both."""

    def __init__(self, names: Mapping[str, tuple[str, str]]) -> None:
        self.names = dict(names)

    def __getitem__(self, code: str) -> str:
        return say(*self.names[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def keeping(work: Callable[..., Answer]) -> Callable[..., Answer]:
    """``work`` for another thread, in the language of this one."""
    context = copy_context()
    return lambda *values: context.run(work, *values)


def without_prefix(scope: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The language an address asks for, and the request as if it had asked for the Chinese page."""
    path = scope["path"]
    if path != PREFIX and not path.startswith(f"{PREFIX}/"):
        return "zh", scope
    raw = scope.get("raw_path") or path.encode()
    return "en", {**scope, "path": path[len(PREFIX) :] or "/", "raw_path": raw[len(PREFIX) :] or b"/"}


def own_path(address: str) -> str:
    """The path and query of a whole address of the room, to which ``with_prefix`` can add the language."""
    return urlsplit(address)._replace(scheme="", netloc="").geturl()


def with_prefix(body: bytes, base: str = "/") -> bytes:
    """An English page whose links lead to English pages, but for the one to the same page in Chinese; ``base`` is the
    path below which the room is shown. What others wrote holds no quote that is not escaped."""
    return _link(base).sub(rb"\1en/", body)


@cache
def _link(base: str) -> re.Pattern[bytes]:
    return re.compile(
        rb'(?<!class="language")(\s(?:href|action)="' + re.escape(base.encode()) + rb')(?!/|en/|en"|-/(?!api"))'
    )
