"""What a person reads at the terminal, in a language of theirs: English, or Chinese by ``FAZHI_LANG`` or the locale.

The catalogues are gettext's and stand in its default domain, so that what Click says comes from them as well.
``python -m tests.messages`` renews them. What programs read (JSON, CSV, the store) stays as it is.
"""

from __future__ import annotations

import copy
import gettext
import inspect
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent
VARIABLE: Final = "FAZHI_LANG"  # environment variable that names the language
LANGUAGES: Final = ("en", "zh")
COLUMNS: Final = 74  # of a paragraph of help


def choose() -> None:
    """Speak the language of ``FAZHI_LANG``, else of the locale (LANGUAGE, LC_ALL, LC_MESSAGES, LANG), else English."""
    gettext.bindtextdomain("messages", str(FOLDER))
    if named := os.environ.get(VARIABLE, "").strip():
        os.environ["LANGUAGE"] = named


def chosen() -> str:
    """The language that ``say`` speaks, of ``LANGUAGES``: the one whose catalogue gettext finds first."""
    return "zh" if gettext.find("messages", str(FOLDER)) else "en"


def say(message: str, /, **values: object) -> str:
    """A message in the language chosen, its ``{names}`` filled in as by ``str.format``."""
    text = gettext.gettext(message)
    return text.format(**values) if values else text


def counted(one: str, many: str, count: int) -> str:
    """A number of things in the language chosen: ``one`` for exactly one, else ``many``; {count} is filled in."""
    return gettext.ngettext(one, many, count).format(count=count)


def paragraphs(text: str) -> str:
    """A help text in the language chosen, paragraph by paragraph; examples (behind Click's mark \\b) stay."""
    return "\n\n".join(_paragraph(each) for each in inspect.cleandoc(text).split("\n\n"))


def _paragraph(text: str) -> str:
    if text.startswith("\b"):
        mark, title, *lines = text.split("\n")
        return "\n".join([mark, say(title), *lines])
    spoken = say(" ".join(text.split())) if text else ""
    return spoken if spoken.isascii() else "\b\n" + "\n".join(_wrapped(spoken))


def _wrapped(text: str) -> Iterator[str]:
    """Lines that fit a terminal: Click counts characters, and Chinese ones take two columns."""
    line, taken = "", 0
    for piece in re.findall(r"[!-~]+\s?|.", text):
        width = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in piece)
        if taken + width > COLUMNS and piece not in "，。；：、）":
            yield line
            line, taken = "", 0
        line, taken = line + piece, taken + width
    yield line


def translated(command: Any) -> Any:
    """A copy of a Click command whose help is in the language chosen."""
    spoken = copy.copy(command)
    for name in ("help", "short_help", "epilog"):
        if text := getattr(command, name):
            setattr(spoken, name, paragraphs(text))
    spoken.params = [copy.copy(param) for param in command.params]
    for param in spoken.params:
        if getattr(param, "help", None):
            param.help = say(param.help)
    if hasattr(command, "commands"):
        spoken.commands = {name: translated(each) for name, each in command.commands.items()}
    return spoken
