"""One language at a time: what a page says of itself is Chinese, or English under /en/."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests import axe
from tests.datasette.conftest import Room

CODE: Final = re.compile("[a-z]+(?:_[a-z0-9]+)*")  # stands for something that has a name in either language
LONG: Final = 6  # characters
MOST: Final = 120  # pages of a language
PER_KIND: Final = 3  # of the pages that differ in numbers and values only
# What names of programs, files and formats are called in every language, and what is said in its own.
NAMES: Final = frozenset(("API", "Atom", "BibTeX", "CSV", "Datasette", "English", "GB", "ICP", "JSON", "LIKE", "MB"))
MORE: Final = frozenset(("OpenAPI", "PDF", "SHA-", "SQL", "UTC", "WACZ", "WARC", "glob", "kB", "like", "ms", "pywb"))
FILES: Final = frozenset(("robots", "txt"))
EXAMPLES: Final = frozenset(("行政复议", "存在的不足", "中文"))
ALLOWED: Final = NAMES | MORE | FILES | EXAMPLES
PIECES: Final = ("del", "ins", "mark", "strong")  # of sentences that are given whole
SPOKEN: Final = ("title", "aria-label", "placeholder", "alt")
CHINESE: Final = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”‘’…—·0-9A-Za-z%.\-]*")
ENGLISH: Final = re.compile(r"[A-Za-z][A-Za-z'’_-]+(?: [A-Za-z'’_-]+)*")


def said(page: str) -> Iterator[str]:
    """The texts of a page, block by block, without what is marked as of another language, code or data."""
    tree = LexborHTMLParser(page)
    own = (tree.root.attributes.get("lang") or "")[:2] if tree.root else ""
    for node in tree.css("script, style, code, pre, kbd, samp, textarea, [lang], [translate=no]"):
        lang = node.attributes.get("lang") or ""
        if node.tag != "html" and lang[:2] != own:
            node.decompose()
    for node in tree.css("*"):
        yield from (node.attributes.get(name) or "" for name in SPOKEN)
        if node.tag == "input" and node.attributes.get("type") in ("submit", "button"):
            yield node.attributes.get("value") or ""
        if node.tag not in PIECES and any(_is_text(child) for child in _children(node)):
            yield node.text(deep=True, separator="")


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _is_text(node: LexborNode) -> bool:
    return node.tag == "-text" and bool((node.text_content or "").strip())


def squeezed(text: str) -> str:
    """A text with single blanks, and without the brackets that mark a hit in a quotation."""
    return re.sub("[【】]", "", " ".join(text.split()))


class Stored:
    """All texts of a database: what a page may show in the language it was written in."""

    def __init__(self, room: Room) -> None:
        tables = room.rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%_fts%'")
        cells = (
            str(cell)
            for each in tables
            for row in room.rows(f'SELECT * FROM "{each["name"]}"')
            for cell in row.values()
            if isinstance(cell, str)
        )
        portals = {row["portal"] for row in room.rows("SELECT portal FROM agencies UNION SELECT name FROM portals")}
        self.names = {*portals, *(row["public_id"] for row in room.rows("SELECT public_id FROM reports"))}
        self.values = {squeezed(line) for cell in cells for line in (cell, *cell.split("\n"))}
        self.all = "\n".join(self.values)

    def holds(self, text: str) -> bool:
        """Whether it is one of them and no code, or a piece that is too long to be there by chance."""
        text = text.strip(" .…")
        if CODE.fullmatch(text):
            return text in self.names
        return text in self.values or (len(text) >= LONG and text in self.all)


def kind(address: str) -> str:
    """The address without numbers and values: pages of one kind say the same of themselves."""
    parts = urlsplit(address)
    return re.sub(r"\d+", "0", parts.path) + "?" + "&".join(sorted(re.findall(r"(?:^|&)([^=&]+)", parts.query)))


def crawled(room: Room, prefix: str) -> Iterator[tuple[str, str]]:
    """The room's pages in one language, with their HTML: those of tests.axe, and what they lead to."""
    waiting = deque(f"{prefix}{path}" for path in axe.PAGES)
    seen: dict[str, int] = {}
    asked = 0
    while waiting and asked < MOST:
        address = waiting.popleft()
        name = kind(address)
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > PER_KIND:
            continue
        asked += 1
        _, headers, page = room.get(quote(address, safe="/?&=%+"))
        if not headers["content-type"].startswith("text/html"):
            continue
        yield address, page
        for link in LexborHTMLParser(page).css("a[href]"):
            url = urljoin(room.base + address, link.attributes["href"] or "")
            path = url.removeprefix(room.base).partition("#")[0]
            if (
                url.startswith(room.base)
                and (path == "/en" or path.startswith("/en/")) == bool(prefix)
                and "sql=" not in path
            ):
                waiting.append(path)


def foreign(text: str, other: re.Pattern[str], stored: Stored, address: str) -> Iterator[str]:
    """Words of the other language that are nobody's own: not stored, not asked for in the address, no names."""
    text = squeezed(text)
    if stored.holds(text) or "pwned" in text or re.match(r"https?://|[0-9a-f]{20}", text):
        return
    for match in other.finditer(text):
        words = [word for word in match[0].split() if word not in ALLOWED and word.strip("”") not in address]
        if words and not stored.holds(match[0]):
            yield match[0]


@pytest.mark.parametrize(("prefix", "other"), [("", ENGLISH), ("/en", CHINESE)], ids=["Chinese", "English"])
def test_no_page_speaks_the_other_language(room: Room, prefix: str, other: re.Pattern[str]) -> None:
    stored = Stored(room)
    found: dict[str, str] = {}
    for address, page in crawled(room, prefix):
        for text in said(page):
            for strange in foreign(text, other, stored, unquote(address)):
                found.setdefault(strange, address)
    assert not found


@pytest.mark.parametrize(
    "path",
    [
        "/", "/reports", "/reports/reports?_size=5", "/reports/reports?_search=处罚&_size=5", "/reports/figures",
        "/reports/fetches", "/reports/coverage", "/reports/-/matrix", "/reports/reports/3", "/no/such/page",
    ],
)  # fmt: skip
def test_every_link_of_an_english_page_leads_to_an_english_one(room: Room, path: str) -> None:
    """Facets and the next page as well, of which Datasette writes whole addresses."""
    page = room.get(f"/en{quote(path, safe='/?=&_')}")[2]
    links = re.findall(r'<(?:a|form)\b(?![^>]*class="language")[^>]*\s(?:href|action)="([^"#][^"]*)"', page)
    ours = [link.removeprefix(room.base) for link in links if link.startswith(("/", room.base))]
    assert len(ours) > 5
    assert [link for link in ours if not re.match(r"/en(?:/|$)", link)] == []


def test_figures_are_written_as_people_write_them(room: Room) -> None:
    row = room.rows("SELECT id, value FROM figures WHERE value >= 1000 AND value = CAST(value AS INTEGER) LIMIT 1")[0]
    _, _, page = room.get("/reports/figures", id=row["id"])
    assert f">{int(row['value']):,}</td>" in page


@pytest.mark.parametrize("table", ["figures", "targets"])
def test_indicators_are_named_in_the_readers_language(room: Room, table: str) -> None:
    key, label = room.rows(f"SELECT key, label FROM {table} WHERE key IS NOT NULL LIMIT 1")[0].values()
    for prefix, said, unsaid in (("", label, key), ("/en", key.replace("_", " "), label)):
        _, _, page = room.get(f"{prefix}/reports/{table}", key=key)
        cells = "".join(re.findall(r"<td class=.*?</td>", page, re.DOTALL))
        assert f">{said}<" in cells
        assert f">{unsaid}<" not in cells
        whole = re.search(r'<a href="([^"]*_columns=all[^"]*)"', page)
        assert whole
        assert "_col=" not in whole[1]
        assert key in room.get(html.unescape(whole[1]))[2]
        assert "_col=" not in page
