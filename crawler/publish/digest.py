"""One message per run for readers (reports) and one for operators (trouble), sent through Apprise.

Addresses stand in the environment only, ``FAZHI_NOTIFY_READERS`` and ``FAZHI_NOTIFY_OPERATORS``: Apprise addresses
(mail, webhook, WeCom, DingTalk, Feishu, …), separated by commas. They hold credentials: neither they nor what the
libraries below say about them reaches a log.
"""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from sqlite_utils import Database

from crawler.clock import stamp
from crawler.publish.terminal import visible
from crawler.store.health import Trouble, mark_notified, note_notified, notified_until, unnotified, update_troubles
from crawler.store.lookup import Change, changes

READERS: Final = "FAZHI_NOTIFY_READERS"
OPERATORS: Final = "FAZHI_NOTIFY_OPERATORS"
MOST_LINES: Final = 30
TALKATIVE: Final = ("apprise", "urllib3", "requests", "requests_oauthlib")  # loggers that may name an address
KINDS: Final = ("new", "changed", "gone")

Message = tuple[str, str]


def send_digests(db: Database, run: str) -> list[str]:
    """Tell readers and operators what they do not know yet after ``run``; nothing is sent if nothing happened.

    Returns what went wrong as sentences without addresses. What no service took is told again after the next run.
    """
    update_troubles(db)
    return _tell_readers(db, run) + _tell_operators(db)


def _tell_readers(db: Database, run: str) -> list[str]:
    addresses = os.environ.get(READERS, "").strip()
    if not addresses:
        return []
    moment = stamp()
    told = notified_until(db, "readers")
    told = told if told is None or told <= moment else None  # noted by a clock that ran ahead
    started = db.table("runs").get(run)["started"]
    found = [change for change in changes(db, since=told or started) if told is None or change.time > told]
    if not found:
        return []
    delivered, problems = _send(addresses, READERS, readers_message(found))
    if delivered:
        note_notified(db, "readers", moment)
    return problems


def _tell_operators(db: Database) -> list[str]:
    addresses = os.environ.get(OPERATORS, "").strip()
    begun, ended = unnotified(db) if addresses else ([], [])
    if not begun and not ended:
        return []
    delivered, problems = _send(addresses, OPERATORS, operators_message(begun, ended))
    if delivered:
        mark_notified(db, begun, ended)
    return problems


def readers_message(found: Sequence[Change]) -> Message:
    """Title and text about reports, oldest first."""
    counts = Counter(change.kind for change in found)
    title = "Fazhi Watch: " + ", ".join(f"{counts[kind]} {kind}" for kind in KINDS if counts[kind])
    ordered = sorted(found, key=lambda change: (KINDS.index(change.kind), change.time))
    return title, _text([f"{change.kind}: {visible(change.name)}\n  {visible(change.url)}" for change in ordered])


def operators_message(begun: Sequence[Trouble], ended: Sequence[Trouble]) -> Message:
    """Title and text about portals that cannot be looked at, or can again."""
    counts = ((len(begun), "in trouble"), (len(ended), "well again"))
    title = "Fazhi Watch: " + ", ".join(f"{count} {what}" for count, what in counts if count)
    lines = [f"begun: {visible(trouble.reason)}" for trouble in begun]
    lines += [f"over: {trouble.portal}: {trouble.outcome} since {trouble.since[:10]} is over." for trouble in ended]
    return title, _text(lines)


def _text(lines: list[str]) -> str:
    more = len(lines) - MOST_LINES
    return "\n".join(lines[:MOST_LINES] + ([f"… and {more} more"] if more > 0 else []))


def _send(addresses: str, variable: str, message: Message) -> tuple[bool, list[str]]:
    """(True if any service took it, problems). Services are named by kind, never by address."""
    from apprise import Apprise, NotifyFormat

    title, body = message
    with _silence():
        services = Apprise()
        understood = services.add(addresses)
        problems = [] if understood else [f"{variable} holds an address that Apprise does not understand"]
        delivered = False
        for number, service in enumerate(services, 1):
            try:
                taken = bool(service.notify(body=body, title=title, body_format=NotifyFormat.TEXT))
            except Exception:  # a plugin's own errors may spell out its address
                taken = False
            delivered = delivered or taken
            if not taken:
                problems.append(f"service {number} ({service.service_name}) of {variable} did not take the message")
    return delivered, problems


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
