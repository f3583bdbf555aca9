"""Every environment variable of the program: what it means, and what may stand in it."""

from __future__ import annotations

import ipaddress
import math
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from crawler.exits import Mistake
from crawler.language import LANGUAGES, say

PREFIX: Final = "FAZHI_"
WEB: Final = "an address that begins with https:// or http://"
HEADINGS: Final = ("variable", "meaning", "form", "default")


class Misset(Mistake):
    """A variable that cannot be used; the message is one sentence with the remedy."""


def _text(value: str) -> str:
    return value.strip()


def _positive(value: str) -> float:
    number = float(value)
    if not (math.isfinite(number) and 0 < number <= 1e6):
        raise ValueError
    return number


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _folder_to_be(value: str) -> Path:
    """A folder, or one that can be made: nothing on its way is a file."""
    path = Path(value)
    if any(part.exists() and not part.is_dir() for part in (path, *path.parents)):
        raise ValueError
    return path


def _file(value: str) -> Path:
    path = Path(value)
    if not path.is_file():
        raise ValueError
    return path


def _address(value: str) -> str:
    parts = urlsplit(value.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError
    return value.strip()


def _loopback(value: str) -> str:
    if not ipaddress.ip_address(urlsplit(value).hostname or "").is_loopback:
        raise ValueError
    return value


def _language(value: str) -> str:
    if value.strip() not in LANGUAGES:
        raise ValueError
    return value.strip()


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable: ``read`` makes its value of the text and raises ValueError for a text that is not ``form``."""

    name: str
    meaning: str
    form: str
    read: Callable[[str], Any] = _text
    default: Any = None
    shown: str = ""

    @property
    def default_in_words(self) -> str:
        """The default for people."""
        return self.shown or ("none" if self.default is None else f"{self.default:g}")


VARIABLES: Final = {
    each.name: each
    for each in (
        Variable(
            "FAZHI_OUTPUT",
            "folder of the archive: database, WARC files, logs",
            "a folder, or one that can be made",
            _folder_to_be,
            shown="`output` of the working folder",
        ),
        Variable(
            "FAZHI_PORTALS",
            "folder of your own portal files, read beside those that come along",
            "a folder; only 'fazhi add' makes one",
            _folder_to_be,
            shown="`portals` of the working folder",
        ),
        Variable(
            "FAZHI_LANG", "language of help and messages", "en or zh", _language, shown="that of the locale, else en"
        ),
        Variable("FAZHI_CONTACT", "who you are, for the User-Agent", "a mail or web address"),
        Variable("FAZHI_TIMEOUT", "seconds a page may take", "a number of seconds above 0", _positive, 60),
        Variable("FAZHI_FILE_MB", "largest attachment that is fetched, in MB", "a number of MB above 0", _positive, 50),
        Variable(
            "FAZHI_BUSY_TIMEOUT",
            "seconds a writer waits for another one",
            "a number of seconds above 0",
            _positive,
            30,
        ),
        Variable("FAZHI_NOTIFY_READERS", "where news of reports goes (docs/monitoring.md)", "Apprise addresses"),
        Variable("FAZHI_NOTIFY_OPERATORS", "where trouble of portals goes (docs/monitoring.md)", "Apprise addresses"),
        Variable("FAZHI_PING", "address asked after each run, to learn elsewhere that runs end well", WEB, _address),
        Variable("FAZHI_ROOM", "address of the reading room that feeds and messages link to", WEB, _address),
        Variable(
            "FAZHI_BACKUP",
            "folder that 'fazhi backup' writes to when none is named",
            "a folder, or one that can be made",
            _folder_to_be,
        ),
        Variable("FAZHI_TSA", "time-stamp authority (RFC 3161) for the seals (docs/evidence.md)", WEB, _address),
        Variable("FAZHI_OTS", "OpenTimestamps calendar for the seals (docs/evidence.md)", WEB, _address),
        Variable(
            "FAZHI_TSA_ROOTS",
            "certificates by which 'fazhi verify' checks the authority's signatures",
            "a file in PEM form that is there",
            _file,
        ),
        Variable("FAZHI_PUBLIC", "set by 'fazhi serve --public' for the room's plugins", "1"),
        Variable("FAZHI_QUEUE", "PostgreSQL database of several machines (docs/scale.md)", "postgresql://…"),
        Variable("FAZHI_SHELF", "folder or object store of several machines (docs/scale.md)", "a folder or address"),
        Variable(
            "FAZHI_NOW",
            "a moment that stands in for the present one, to replay a season",
            "a moment with its zone, such as 2026-03-31T22:00:00+08:00",
            _moment,
            shown="the present moment",
        ),
        Variable(
            "FAZHI_REPLICA",
            "where all requests are sent instead of the real portals, for tests",
            "a loopback address such as http://127.0.0.1:8080",
            _loopback,
        ),
    )
}


def value(name: str) -> Any:
    """What a variable says, its default where it is not set or empty. Raises Misset if it cannot be used."""
    variable = VARIABLES[name]
    text = os.environ.get(name, "")
    if not text.strip():
        return variable.default
    try:
        return variable.read(text)
    except (ValueError, OSError):
        raise Misset(
            say(
                "{name} is {text}, but must be {form}; set it right or unset it",
                name=name,
                text=_short(text),
                form=say(variable.form),
            )
        ) from None


def check() -> None:
    """Raise Misset for the first variable that cannot be used, and for one that does not exist."""
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and name not in VARIABLES:
            near = get_close_matches(name, VARIABLES, n=1)
            remedy = (
                say("did you mean {word!r}?", word=near[0])
                if near
                else say("use one of {words}", words=", ".join(VARIABLES))
            )
            raise Misset(say("{name} is set, but there is no such variable; {remedy}", name=name, remedy=remedy))
    for name in VARIABLES:
        value(name)


def table() -> str:
    """All variables as a table in Markdown, in the language chosen."""
    lines = [f"| {' | '.join(map(say, HEADINGS))} |", "|---|---|---|---|"]
    lines += [
        f"| `{each.name}` | {say(each.meaning)} | {say(each.form)} | {say(each.default_in_words)} |"
        for each in VARIABLES.values()
    ]
    return "\n".join(lines) + "\n"


def _short(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:79] + "…")
