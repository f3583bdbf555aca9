"""Chinese search: every query of one or more characters finds exactly the texts that contain it.

FTS5 splits text at blanks and punctuation, so its own tokenizers answer no Chinese query (unicode61) or none of
two characters (trigram). Here a text is indexed as its overlapping pairs of characters, and a query is the phrase
of its own pairs: a phrase of pairs is a substring, no more and no less. All characters count, punctuation and
blanks too; those that unicode61 would drop or fold stand in the index as private use characters. ASCII letters
match in either case, as with LIKE.

The index is an external-content table over a view that computes the pairs: no second copy of the text is kept,
and FTS5's own ``rebuild`` and ``integrity-check`` see what the triggers wrote. Matching needs no function of ours
(a reader may spell the pairs: ``MATCH '"行政 政复 复议"'``), writing does: a connection without them fails loudly.

A second, smaller index says which section holds which pairs, and the mandated part it belongs to, but not where:
it finds the sections that may contain a word, and exactly those that contain one of two characters.
"""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from operator import add
from typing import Final

from sqlite_utils import Database

TABLE: Final = "reports_fts"
SECTIONS: Final = "sections_fts"
LONGEST_QUERY: Final = 500  # characters of a query that are used
PRIVATE: Final = 0xE000  # first of the 6,400 private use characters, which unicode61 keeps as they are
HALF: Final = 3_200
MATCH_NOTHING: Final = '""'
PART_MARK: Final = "\uf8ff"  # begins the token of a mandated part: no code of a character begins with it

# The comment in the table is how Datasette and sqlite-utils recognise the index of a table. The text is the first
# column because FTS5 writes two bytes more for each pair of any other column: that is a quarter of the index.
STATEMENTS: Final = (
    """CREATE VIEW reports_pairs AS
SELECT id, zh_pairs(body) AS body, zh_pairs(title) AS title FROM reports""",
    f"""CREATE VIRTUAL TABLE {TABLE} USING fts5( /* content="reports" */
    body, title, content='reports_pairs', content_rowid='id', tokenize='unicode61 remove_diacritics 0'
)""",
    f"""CREATE TRIGGER reports_search_insert AFTER INSERT ON reports BEGIN
    INSERT INTO {TABLE} (rowid, title, body) VALUES (new.id, zh_pairs(new.title), zh_pairs(new.body));
END""",
    f"""CREATE TRIGGER reports_search_delete AFTER DELETE ON reports BEGIN
    INSERT INTO {TABLE} ({TABLE}, rowid, title, body)
    VALUES ('delete', old.id, zh_pairs(old.title), zh_pairs(old.body));
END""",
    f"""CREATE TRIGGER reports_search_update AFTER UPDATE OF id, title, body ON reports
WHEN old.id IS NOT new.id OR old.title IS NOT new.title OR old.body IS NOT new.body BEGIN
    INSERT INTO {TABLE} ({TABLE}, rowid, title, body)
    VALUES ('delete', old.id, zh_pairs(old.title), zh_pairs(old.body));
    INSERT INTO {TABLE} (rowid, title, body) VALUES (new.id, zh_pairs(new.title), zh_pairs(new.body));
END""",
    """CREATE VIEW sections_pairs AS
SELECT id, zh_section_pairs(text, part) AS text FROM sections""",
    f"""CREATE VIRTUAL TABLE {SECTIONS} USING fts5(
    text, content='sections_pairs', content_rowid='id', detail=none, columnsize=0,
    tokenize='unicode61 remove_diacritics 0'
)""",
    f"""CREATE TRIGGER sections_search_insert AFTER INSERT ON sections BEGIN
    INSERT INTO {SECTIONS} (rowid, text) VALUES (new.id, zh_section_pairs(new.text, new.part));
END""",
    f"""CREATE TRIGGER sections_search_delete AFTER DELETE ON sections BEGIN
    INSERT INTO {SECTIONS} ({SECTIONS}, rowid, text)
    VALUES ('delete', old.id, zh_section_pairs(old.text, old.part));
END""",
    f"""CREATE TRIGGER sections_search_update AFTER UPDATE OF id, text, part ON sections BEGIN
    INSERT INTO {SECTIONS} ({SECTIONS}, rowid, text)
    VALUES ('delete', old.id, zh_section_pairs(old.text, old.part));
    INSERT INTO {SECTIONS} (rowid, text) VALUES (new.id, zh_section_pairs(new.text, new.part));
END""",
)


_LETTER: Final = re.compile("[a-z]")


class _Code(dict[str, str]):
    """How each character stands in the index: itself, or private use characters. No code begins another one."""

    def __missing__(self, character: str) -> str:
        code = ord(character)
        if "a" <= character <= "z" or "0" <= character <= "9" or 0x4E00 <= code <= 0x9FA5:
            text = character
        elif "A" <= character <= "Z":
            text = character.lower()
        else:
            text = chr(PRIVATE + code // HALF) + chr(PRIVATE + HALF + code % HALF)
        self[character] = text
        return text


_CODE: Final = _Code()


def pairs(text: str | None) -> str | None:
    """The text as FTS5 is to index it: its pairs of characters, and its last character alone, blanks between."""
    if not text:
        return text
    codes = [_CODE[character] for character in text]
    return " ".join([*map(add, codes, codes[1:]), codes[-1]])


def section_pairs(text: str | None, part: str | None) -> str:
    """What the index of sections holds: the pairs of the text, each once, and the part it belongs to."""
    tokens = (pairs(text) or "").split(" ") if text else []
    return " ".join([*dict.fromkeys(tokens), *([_part(part)] if part else [])])


def _part(part: str) -> str:
    """The token of a part: letters only, since the tokenizer splits at all else."""
    return PART_MARK + "".join(filter(str.isalnum, part))


def terms(query: str) -> list[str]:
    """The words of a query: split at blanks, a phrase between straight double quotes kept whole."""
    found = re.findall(r'"([^"]+)"|(\S+)', query[:LONGEST_QUERY])
    return list(dict.fromkeys(phrase or word for phrase, word in found))


def match(query: str | None) -> str:
    """The FTS5 expression for texts that contain all words of ``query``; one that matches nothing for no words."""
    return " AND ".join(_phrase(term) for term in terms(query or "")) or MATCH_NOTHING


def section_match(query: str | None, part: str | None = None) -> str:
    """The FTS5 expression for sections that hold all pairs of ``query``, of one part if given.

    Sections that contain the words are among them; for words of one or two characters they are the same.
    """
    wanted = [token for term in terms(query or "") for token in _tokens(term)]
    if not wanted and not part:
        return MATCH_NOTHING
    return " AND ".join([*([f'"{_part(part)}"'] if part else []), *dict.fromkeys(wanted)])


def exact(query: str) -> bool:
    """Whether ``section_match`` finds exactly the sections that contain the words."""
    return all(len(term) <= 2 for term in terms(query))


def _tokens(term: str) -> list[str]:
    codes = [_CODE[character] for character in term]
    return [f'"{codes[0]}"*'] if len(codes) == 1 else [f'"{pair}"' for pair in map(add, codes, codes[1:])]


def _phrase(term: str) -> str:
    codes = [_CODE[character] for character in term]
    if len(codes) == 1:
        return f'"{codes[0]}"*'
    return '"' + " ".join(map(add, codes, codes[1:])) + '"'


def _fold(text: str) -> str:
    """ASCII letters in lower case, all others as they are (``bytes.lower`` knows no others)."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


@lru_cache(maxsize=64)
def _folded_terms(query: str) -> tuple[str, ...]:
    return tuple(_fold(term) for term in terms(query))


def _folded(text: str, wanted: tuple[str, ...]) -> str:
    """The text in which folded terms are to be looked for; folding is left out where no term has a letter."""
    return _fold(text) if any(_LETTER.search(term) for term in wanted) else text


def contains(text: str | None, query: str | None) -> bool:
    """Whether ``text`` contains all words of ``query``, by the rules of the index."""
    wanted = _folded_terms(query or "")
    folded = _folded(text or "", wanted)
    return bool(wanted) and all(term in folded for term in wanted)


def hits(text: str, query: str) -> list[tuple[int, int]]:
    """Where the words of ``query`` stand in ``text``: (start, end), in order, overlapping ones joined."""
    wanted = _folded_terms(query)
    folded = _folded(text, wanted)
    spans: list[tuple[int, int]] = []
    for term in wanted:
        start = folded.find(term)
        while start >= 0:
            spans.append((start, start + len(term)))
            start = folded.find(term, start + len(term))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def snippet(text: str | None, query: str | None, length: int = 80) -> str:
    """About ``length`` characters of ``text`` around the first hit, hits between 【 and 】; "" without a hit."""
    found = hits(text or "", query or "")
    if not text or not found:
        return ""
    first = max(0, found[0][0] - length // 3)
    last = min(len(text), max(first + length, found[0][1]))
    parts, place = ["…" if first else ""], first
    for start, end in found:
        if start < last:
            parts += [text[place:start], "【", text[start : min(end, last)], "】"]
            place = min(end, last)
    return "".join([*parts, text[place:last], "…" if last < len(text) else ""]).replace("\n", " ")


def register(conn: sqlite3.Connection) -> None:
    """Give a connection the SQL functions zh_pairs, zh_match, zh_contains, zh_snippet and those for sections."""
    conn.create_function("zh_pairs", 1, pairs, deterministic=True)
    conn.create_function("zh_section_pairs", 2, section_pairs, deterministic=True)
    conn.create_function("zh_section_match", 1, section_match, deterministic=True)
    conn.create_function("zh_section_match", 2, section_match, deterministic=True)
    conn.create_function("zh_match", 1, match, deterministic=True)
    conn.create_function("zh_contains", 2, contains, deterministic=True)
    conn.create_function("zh_snippet", 2, snippet, deterministic=True)
    conn.create_function("zh_snippet", 3, snippet, deterministic=True)


def install(db: Database) -> None:
    """Make the index, its triggers and its first content, inside the open transaction."""
    register(db.conn)
    for statement in STATEMENTS:
        db.execute(statement)
    rebuild(db)


def rebuild(db: Database) -> int:
    """Make the index anew from the reports and their sections; returns how many reports it holds."""
    register(db.conn)
    for table in (TABLE, SECTIONS):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    return int(db.execute(f"SELECT count(*) FROM {TABLE}_docsize").fetchone()[0])


def check(db: Database) -> bool:
    """Whether the index holds exactly what the reports say."""
    register(db.conn)
    try:
        for table in (TABLE, SECTIONS):
            db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    return True
