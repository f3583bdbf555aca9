"""What one visitor may cost the reading room: memory and time of a query, size of an answer, who waits for whom.

Every connection has SQLite's own limits (https://sqlite.org/c3ref/c_limit_attached.html) and one heap for all of them
(``PRAGMA hard_heap_limit``); functions written in Python stop with the query's time; questions that a visitor wrote
take turns, so that they never hold the threads that pages need.
"""

from __future__ import annotations

import asyncio
import csv
import io
import re
import sqlite3
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import parse_qsl

from crawler.publish.datasette import address, private
from crawler.publish.datasette.ending import end_in_time
from crawler.publish.terminal import defused
from crawler.store import pairs

HEAP: Final = 192 << 20  # bytes SQLite may hold in the whole process
LONGEST: Final = 8 << 20  # bytes of one value or row: the longest text that is kept is a fifth of it
COLUMNS: Final = 200
ANSWER: Final = 24 << 20  # bytes of all values of one answer
SEARCHED: Final = 1_000_000  # characters of a text in which Python functions search
ASKED: Final = 10_000  # characters of what is searched for there
AT_ONCE: Final = 2  # questions of visitors that run at the same time, and replay files that are made and sent
WAITING: Final = 20  # further ones of each that may wait; any more are told to come back
WAITS: Final = 10.0  # seconds one waits for a turn: 22 may be before one, and each of them may take
TAKES: Final = 30.0  # seconds at most, with its counts and facets, and until its answer was taken
REPLAY: Final = "/-/replay/"
QUESTION: Final = 1000  # milliseconds; a limit below is one of the room itself, which counts or ranks
PATIENCE: Final = 10  # times that limit, by the clock
STEPS: Final = 1000  # of SQLite's machine, from one look at the clock to the next
ORDINARY: Final = 300  # characters of what is searched for; a longer search takes its turn with questions in SQL
AGENTS: Final = "/-/mcp"
METHODS: Final = ("GET", "HEAD", "OPTIONS")
_SQLITE: Final = (
    (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 200_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, COLUMNS),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 200),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 50),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 10_000),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
)
PROXIES: Final = frozenset({b"forwarded", b"via", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip"})
_CLAUSE = re.compile(r"_where|sql|_facet.*|(?!_).*__.+")
_NAME = re.compile(r"[\w\u4e00-\u9fff .()（）-]{1,100}")

_CSV: Final = (b"text/plain", b"text/csv")  # Datasette's CSV, and the same to be kept as a file

Scope = MutableMapping[str, Any]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Any, Send], Awaitable[None]]

_now = threading.local()


def bound(conn: sqlite3.Connection) -> None:
    """Set the limits of one connection, and give it functions that keep to them."""
    for kind, most in _SQLITE:
        conn.setlimit(kind, most)
    conn.execute(f"PRAGMA hard_heap_limit = {HEAP}")
    conn.row_factory = _Counted()
    for name, count, function in (
        ("zh_contains", 2, pairs.contains),
        ("zh_contains", 3, pairs.report_contains),
        ("zh_snippet", 2, pairs.snippet),
        ("zh_snippet", 3, pairs.snippet),
        ("zh_pairs", 1, pairs.pairs),
    ):
        conn.create_function(name, count, _in_time(function), deterministic=True)
    private.limit_time_with(timelimit)


@contextmanager
def timelimit(conn: sqlite3.Connection, milliseconds: float) -> Iterator[None]:
    """In place of Datasette's own limit, which the functions do not know: on the thread's processor time, and on the
    clock's. What the room itself counts within a moment may wait for a busy processor, a visitor's question may not."""
    seconds, asked = milliseconds / 1000, milliseconds >= QUESTION
    busy, late = time.thread_time() + seconds, time.perf_counter() + seconds * (1 if asked else PATIENCE)
    _now.until = late
    conn.set_progress_handler(lambda: time.thread_time() > busy or time.perf_counter() > late, STEPS)
    try:
        yield
    finally:
        _now.until = None
        conn.set_progress_handler(None, STEPS)


def _in_time(function: Callable[..., Any]) -> Callable[..., Any]:
    def called(text: object, *more: Any) -> Any:
        until = getattr(_now, "until", None)
        if until is not None and time.perf_counter() > until:
            raise TimeoutError
        if isinstance(text, bytes) or len(str(text)) > SEARCHED or (more and len(str(more[0])) > ASKED):
            raise ValueError("longer than what is searched")
        return function(text, *more)

    return called


class _Counted:
    """Makes ``sqlite3.Row`` objects, until an answer has grown too large."""

    def __init__(self) -> None:
        self._cursor: sqlite3.Cursor | None = None
        self._bytes = 0

    def __call__(self, cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> sqlite3.Row:
        if cursor is not self._cursor:
            self._cursor, self._bytes = cursor, 0
        self._bytes += sum(map(sys.getsizeof, row))
        if self._bytes > ANSWER:
            raise sqlite3.OperationalError(f"the answer is larger than {ANSWER >> 20} MB; ask for less of it")
        return sqlite3.Row(cursor, row)


def explained(error: BaseException) -> str | None:
    """What a visitor is told whose question went over a limit or is no question, None for any other failure."""
    if isinstance(error, MemoryError):
        return "the question takes more memory than one may"
    if isinstance(error, private.DatasetteError) and error.status == 500 and "sort" in str(error.message):
        return str(error.message)
    return str(error) if isinstance(error, sqlite3.Error) else None


def wrap(app: App, base: str = "/") -> App:
    """The application with requests turned away that no page of the room makes, visitors' questions in turn, and the
    room's own name in place of what a visitor calls it."""
    questions, files = _Turns(), _Turns()

    async def limited(scope: Scope, receive: Any, send: Send) -> None:
        if scope["type"] != "http":
            end_in_time()
            await app(scope, receive, send)
        elif refusal := _refused(scope):
            await _plain(send, *refusal)
        else:
            await in_turn(address.below(address.told(scope), base), receive, send)

    async def in_turn(scope: Scope, receive: Any, send: Send) -> None:
        if scope["path"].endswith(".csv") or b"_format=csv" in scope.get("query_string", b""):
            send = _defusing(send)
        turns = files if REPLAY in scope["path"] else questions if _own_question(scope) else None
        if turns is None:
            await app(scope, receive, send)
        elif await turns.begin():
            try:
                await (app if turns is files else _in_seconds(app))(scope, receive, send)
            finally:
                turns.end()
        else:
            await _plain(send, 503, "too much is asked for at once; come back in a moment")

    return limited


class _Turns:
    """What visitors ask for one after the other."""

    def __init__(self) -> None:
        self._running = asyncio.Semaphore(AT_ONCE)
        self._there = 0

    async def begin(self) -> bool:
        """Whether it is one's turn now; False where too many wait, or after a while."""
        if self._there >= AT_ONCE + WAITING:
            return False
        self._there += 1
        taken = False
        try:
            async with asyncio.timeout(WAITS):
                taken = await self._running.acquire()
        except TimeoutError:
            return False
        finally:
            self._there -= not taken
        return True

    def end(self) -> None:
        self._there -= 1
        self._running.release()


def _in_seconds(app: App) -> App:
    """The application given up after ``TAKES`` seconds: with a sentence, or in the middle of an answer."""

    async def bounded(scope: Scope, receive: Any, send: Send) -> None:
        begun = False

        async def passed(event: MutableMapping[str, Any]) -> None:
            nonlocal begun
            begun = True
            await send(event)

        try:
            async with asyncio.timeout(TAKES):
                await app(scope, receive, passed)
        except TimeoutError:
            if not begun:
                await _plain(send, 503, "the question takes longer than one may")

    return bounded


def _asked(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)


def _own_question(scope: Scope) -> bool:
    """Whether a request brings a condition of its own, whose cost nobody knows."""
    return _from_agent(scope) or any(len(value) > ORDINARY or _CLAUSE.fullmatch(name) for name, value in _asked(scope))


def _from_agent(scope: Scope) -> bool:
    """Whether a request is the one kind that puts its question into its body."""
    return bool(scope["path"].endswith(AGENTS) and scope["method"] == "POST")


def _refused(scope: Scope) -> tuple[int, str] | None:
    """Status and sentence for what no page of the room asks for."""
    if not address.is_public() and PROXIES & {name.lower() for name, _ in scope["headers"]}:
        return 403, "this room is not meant to stand behind a proxy: start it with 'fazhi serve --public'"
    if scope["method"] not in METHODS and not _from_agent(scope):
        return 405, "the room can be read, and nothing else"
    if not scope["path"].startswith("/"):
        return 400, "no path"
    if any(part in ("..", ".") for part in scope["path"].split("/")):
        return 404, "no such page"
    return None if _can_sort(scope) else (400, "no such column to sort by")


def _can_sort(scope: Scope) -> bool:
    """Whether what a list is to be sorted by could be the name of a column."""
    wanted = [value for name, value in _asked(scope) if name in ("_sort", "_sort_desc") and value]
    return all(_NAME.fullmatch(value.encode("latin-1").decode("utf-8", "replace")) for value in wanted)


async def _plain(send: Send, status: int, text: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    if status == 503:
        headers.append((b"retry-after", b"5"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"{text}\n".encode()})


def _defusing(send: Send) -> Send:
    """Pass an answer of CSV on with cells that begin like a formula behind an apostrophe, as in an export."""
    waiting, is_csv = "", False

    async def passed(event: MutableMapping[str, Any]) -> None:
        nonlocal waiting, is_csv
        if event["type"] == "http.response.start":
            is_csv = any(name.lower() == b"content-type" and value.startswith(_CSV) for name, value in event["headers"])
            event = {**event, "headers": [pair for pair in event["headers"] if pair[0].lower() != b"content-length"]}
        elif is_csv:
            waiting += event.get("body", b"").decode()
            if event.get("more_body") and (waiting.count('"') % 2 or not waiting.endswith("\n")):
                return
            event, waiting = {**event, "body": _defused(waiting).encode()}, ""
        await send(event)

    return passed


def _defused(text: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    for row in csv.reader(io.StringIO(text, newline="")):
        writer.writerow([defused(cell) for cell in row])
    return out.getvalue()
