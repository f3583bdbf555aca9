"""One message per run for readers (reports) and one for operators (trouble), sent through Apprise.

Addresses stand in the environment only, ``FAZHI_NOTIFY_READERS`` and ``FAZHI_NOTIFY_OPERATORS``: Apprise addresses
(mail, webhook, WeCom, DingTalk, Feishu, …), separated by commas. They hold credentials: neither they nor what the
libraries below say about them reaches a log. What each service was told is noted for itself: a message that it did not
take is sent again to it alone.
"""

from __future__ import annotations

import logging
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Final
from urllib.parse import urlsplit
from urllib.request import urlopen

from crawler import environment
from crawler.clock import stamp
from crawler.exits import FAILED
from crawler.publish.diff import as_text, compare, short
from crawler.publish.feed import link, room_address
from crawler.publish.terminal import visible
from crawler.store import Database
from crawler.store.deliveries import Delivery, delivery, note_delivered, note_failed, service_name
from crawler.store.health import Trouble, troubles_after, update_troubles
from crawler.store.lookup import Change, bodies, changes

READERS: Final = "FAZHI_NOTIFY_READERS"
OPERATORS: Final = "FAZHI_NOTIFY_OPERATORS"
MOST_LINES: Final = 30
GIST: Final = 160  # characters of a changed paragraph that a message shows
SECONDS: Final = 0.2  # for comparing two texts
PING_TIMEOUT: Final = 10  # seconds
TALKATIVE: Final = ("apprise", "urllib3", "requests", "requests_oauthlib")  # loggers that may name an address
KINDS: Final = ("new", "changed", "gone")
BETWEEN: Final = re.compile(r"[\s,]+(?=[A-Za-z0-9+.-]+://)")

Message = tuple[str, str]


def send_digests(db: Database, run: str) -> list[str]:
    """Tell readers and operators what they do not know yet after ``run``; nothing is sent if nothing happened.

    Returns what went wrong as sentences without addresses. What a service did not take is sent to it again.
    """
    update_troubles(db)
    moment, problems = stamp(), []
    for variable in (READERS, OPERATORS):
        for number, address in enumerate(_addresses(variable), 1):
            name = service_name(variable.rpartition("_")[2].lower(), address)
            known = delivery(db, name, db.table("runs").get(run)["started"])
            if message := MESSAGES[variable](db, known):
                if problem := _send(address, message):
                    note_failed(db, name, problem)
                    problems.append(problem.format(service=f"service {number}", variable=variable))
                else:
                    note_delivered(db, name, moment)
    return problems


def _addresses(variable: str) -> list[str]:
    return [each for each in BETWEEN.split(os.environ.get(variable, "").strip(" \t\n,")) if each]


def _for_readers(db: Database, known: Delivery) -> Message | None:
    after = known.known_until
    found = [each for each in changes(db, since=after) if known.notified is None or each.time > after]
    return readers_message(db, found) if found else None


def _for_operators(db: Database, known: Delivery) -> Message | None:
    begun, ended = troubles_after(db, known.notified and known.known_until)
    return operators_message(begun, ended) if begun or ended else None


MESSAGES: Final = {READERS: _for_readers, OPERATORS: _for_operators}


def readers_message(db: Database, found: Sequence[Change]) -> Message:
    """Title and text about reports, oldest first, each with the gist of what changed and where it can be read."""
    counts, room = Counter(change.kind for change in found), room_address()
    title = "Fazhi Watch: " + ", ".join(f"{counts[kind]} {kind}" for kind in KINDS if counts[kind])
    ordered = sorted(found, key=lambda change: (KINDS.index(change.kind), change.time))
    lines = []
    for change in ordered[:MOST_LINES]:
        where = dict.fromkeys((link(change, room), change.url))
        parts = (f"{change.kind}: {change.name}", *_gist(db, change), *where)
        lines.append("\n  ".join(map(visible, parts)))
    return title, _text(lines, len(ordered))


def _gist(db: Database, change: Change) -> Iterator[str]:
    """The first changed paragraph of a report, in short, and how many more there are."""
    if change.kind != "changed" or not change.version:
        return
    paragraphs = compare(*bodies(db, change.report, change.version), seconds=SECONDS)
    told = list(as_text([short(each) for each in paragraphs]))
    for text in islice(told, 1):
        yield text if len(text) <= GIST else f"{text[:GIST]}…"
    if len(told) > 1:
        yield f"… and {len(told) - 1} more paragraphs"


def operators_message(begun: Sequence[Trouble], ended: Sequence[Trouble]) -> Message:
    """Title and text about portals that cannot be fetched, or can again."""
    counts = ((len(begun), "in trouble"), (len(ended), "well again"))
    title = "Fazhi Watch: " + ", ".join(f"{count} {what}" for count, what in counts if count)
    lines = [f"begun: {visible(trouble.reason)}" for trouble in begun]
    lines += [f"over: {trouble.portal}: {trouble.outcome} since {trouble.since[:10]} is over." for trouble in ended]
    if room := room_address():
        lines = [f"{room}/portal_health", *lines]
    return title, _text(lines[:MOST_LINES], len(lines))


def _text(lines: list[str], count: int) -> str:
    more = count - len(lines)
    return "\n".join(lines + ([f"… and {more} more"] if more > 0 else []))


def _send(address: str, message: Message) -> str:
    """What went wrong, "" if the service took the message. It is named by its kind, never by its address."""
    from apprise import Apprise, NotifyFormat

    title, body = message
    with _silence():
        services = Apprise()
        if not services.add(address):
            return "{variable} holds an address that Apprise does not understand"
        (service,) = services
        try:
            taken = bool(service.notify(body=body, title=title, body_format=NotifyFormat.TEXT))
        except Exception:  # a plugin's own errors may spell out its address
            taken = False
    return "" if taken else f"{{service}} ({service.service_name}) of {{variable}} did not take the message"


def ping(code: int) -> str:
    """Ask ``FAZHI_PING`` after a run, below it ``/fail`` where the program failed (as healthchecks.io has it), so that
    a service elsewhere misses a run that did not end. Gives what went wrong as a sentence, "" if nothing."""
    address = environment.value("FAZHI_PING")
    if not address:
        return ""
    try:
        with urlopen(address.rstrip("/") + "/fail" * (code == FAILED), timeout=PING_TIMEOUT):
            return ""
    except (OSError, ValueError) as error:
        said = " ".join(str(getattr(error, "reason", error)).split())[:100]
        return f"{urlsplit(address).hostname} (FAZHI_PING) did not take the ping: {said}"


@contextmanager
def _silence() -> Iterator[None]:
    """No record of the notification libraries reaches any handler while this lasts."""
    loggers = [logging.getLogger(name) for name in TALKATIVE]
    before = [(logger.propagate, list(logger.handlers)) for logger in loggers]
    for logger in loggers:
        logger.propagate, logger.handlers = False, [logging.NullHandler()]
    try:
        yield
    finally:
        for logger, (propagate, handlers) in zip(loggers, before, strict=True):
            logger.propagate, logger.handlers = propagate, handlers
