"""Chinese search: every query of one or more characters finds exactly the texts that contain it.

FTS5 splits text at blanks and punctuation, so its own tokenizers answer no Chinese query (unicode61, ascii) or none of
two characters (trigram). Here a text is indexed as its overlapping pairs of characters, and a query is the phrase
of its own pairs: a phrase of pairs is a substring, no more and no less.

The index is an external-content table over a view of the plain texts: no second copy of the text is kept, and any
tool can count, read and dump it. Matching needs no function of ours (a reader may spell the pairs:
``MATCH '"行政 政复 复议"'``); writing an indexed text does, and fails loudly without them. Nothing in the table's SQL
says that it indexes ``reports``: a tool that does not know pairs shows no search box, rather than one that finds
nothing. FTS5's own ``rebuild`` would index whole lines; ``rebuild`` and ``check`` here know the pairs.

New reports are indexed in groups (``catch_up``): FTS5 writes a segment at each statement that touches it and merges
them again and again, which for one report at a time costs twice what all the rest of storing it does. Up to which key
texts are indexed stands in ``search_marks``, and the views end there, so that index and view agree at every instant.

A second, smaller index says which section holds which pairs, and the mandated part it belongs to, but not where:
it finds the sections that may contain a word, and exactly those that contain one of two characters.
"""

from __future__ import annotations

import sqlite3
from time import monotonic
from typing import Final

from sqlite_utils import Database

from crawler.store import paragraphs
from crawler.store.pairs import contains, match, pairs, report_contains, section_match, section_pairs, snippet

TABLE: Final = "reports_fts"
SECTIONS: Final = "sections_fts"
GROUP: Final = 100  # reports indexed at a time
LONGEST_WAIT: Final = 60  # seconds
_HOW: Final = (
    f"/* {TABLE} holds pairs: MATCH zh_match('行政复议'), or MATCH '\"行政 政复 复议\"' where there is none */"
)
_REPORTS_MARK: Final = "(SELECT indexed FROM search_marks WHERE name = 'reports')"
_SECTIONS_MARK: Final = "(SELECT indexed FROM search_marks WHERE name = 'sections')"
_TEXT: Final = '(SELECT substr(body, {0}.start + 1, {0}."end" - {0}.start) FROM reports WHERE id = {0}.report)'

# The text is the first column because FTS5 writes two bytes more for each pair of any other: a quarter of the index.
# A key that is free again may be drawn again, so a mark never stands above the last key.
STATEMENTS: Final = (
    "CREATE TABLE search_marks (name TEXT PRIMARY KEY, indexed INTEGER NOT NULL)",
    "INSERT INTO search_marks VALUES ('reports', 0), ('sections', 0)",
    f"CREATE VIEW reports_searched AS {_HOW} SELECT id, body, title FROM reports WHERE id <= {_REPORTS_MARK}",
    f"""CREATE VIRTUAL TABLE {TABLE} USING fts5(
    body, title, content='reports_searched', content_rowid='id', tokenize='ascii'
)""",
    f"""CREATE TRIGGER reports_search_insert AFTER INSERT ON reports WHEN new.id <= {_REPORTS_MARK} BEGIN
    INSERT INTO {TABLE} (rowid, title, body) VALUES (new.id, zh_pairs(new.title), zh_pairs(new.body));
END""",
    f"""CREATE TRIGGER reports_search_delete AFTER DELETE ON reports WHEN old.id <= {_REPORTS_MARK} BEGIN
    INSERT INTO {TABLE} ({TABLE}, rowid, title, body)
    VALUES ('delete', old.id, zh_pairs(old.title), zh_pairs(old.body));
    UPDATE search_marks SET indexed = min(indexed, (SELECT coalesce(max(id), 0) FROM reports)) WHERE name = 'reports';
END""",
    f"""CREATE TRIGGER reports_search_update AFTER UPDATE OF id, title, body ON reports
WHEN old.id IS NOT new.id OR old.title IS NOT new.title OR old.body IS NOT new.body BEGIN
    INSERT INTO {TABLE} ({TABLE}, rowid, title, body)
    SELECT 'delete', old.id, zh_pairs(old.title), zh_pairs(old.body) WHERE old.id <= {_REPORTS_MARK};
    INSERT INTO {TABLE} (rowid, title, body)
    SELECT new.id, zh_pairs(new.title), zh_pairs(new.body) WHERE new.id <= {_REPORTS_MARK};
END""",
    f"CREATE VIEW sections_searched AS SELECT id, text FROM sections WHERE id <= {_SECTIONS_MARK}",
    f"""CREATE VIRTUAL TABLE {SECTIONS} USING fts5(
    text, content='sections_searched', content_rowid='id', detail=none, columnsize=0,
    tokenize='ascii'
)""",
    f"""CREATE TRIGGER sections_search_insert AFTER INSERT ON section_spans WHEN new.id <= {_SECTIONS_MARK} BEGIN
    INSERT INTO {SECTIONS} (rowid, text) VALUES (new.id, zh_section_pairs({_TEXT.format("new")}, new.part));
END""",
    f"""CREATE TRIGGER sections_search_delete AFTER DELETE ON section_spans WHEN old.id <= {_SECTIONS_MARK} BEGIN
    INSERT INTO {SECTIONS} ({SECTIONS}, rowid, text)
    VALUES ('delete', old.id, zh_section_pairs({_TEXT.format("old")}, old.part));
    UPDATE search_marks SET indexed = min(indexed, (SELECT coalesce(max(id), 0) FROM section_spans))
    WHERE name = 'sections';
END""",
    f"""CREATE TRIGGER sections_search_update AFTER UPDATE OF id, report, start, "end", part ON section_spans BEGIN
    INSERT INTO {SECTIONS} ({SECTIONS}, rowid, text)
    SELECT 'delete', old.id, zh_section_pairs({_TEXT.format("old")}, old.part) WHERE old.id <= {_SECTIONS_MARK};
    INSERT INTO {SECTIONS} (rowid, text)
    SELECT new.id, zh_section_pairs({_TEXT.format("new")}, new.part) WHERE new.id <= {_SECTIONS_MARK};
END""",
)
# The views as the index holds them, in whose place they stand while it is checked.
AS_INDEXED: Final = {
    "reports_searched": "SELECT id, zh_pairs(body) AS body, zh_pairs(title) AS title FROM reports"
    f" WHERE id <= {_REPORTS_MARK}",
    "sections_searched": f"SELECT id, zh_section_pairs(text, part) AS text FROM sections WHERE id <= {_SECTIONS_MARK}",
}
CATCH_UP: Final = {
    "reports": f"INSERT INTO {TABLE} (rowid, title, body) SELECT id, zh_pairs(title), zh_pairs(body) FROM reports"
    " WHERE id > ? AND id <= ?",
    "sections": f"INSERT INTO {SECTIONS} (rowid, text) SELECT id, zh_section_pairs(text, part) FROM sections"
    " WHERE id > ? AND id <= ?",
}


def register(conn: sqlite3.Connection) -> None:
    """Give a connection the SQL functions zh_pairs, zh_match, zh_contains, zh_snippet and those for sections."""
    conn.create_function("zh_pairs", 1, pairs, deterministic=True)
    conn.create_function("zh_section_pairs", 2, section_pairs, deterministic=True)
    conn.create_function("zh_section_match", 1, section_match, deterministic=True)
    conn.create_function("zh_section_match", 2, section_match, deterministic=True)
    conn.create_function("zh_match", 1, match, deterministic=True)
    conn.create_function("zh_contains", 2, contains, deterministic=True)
    conn.create_function("zh_contains", 3, report_contains, deterministic=True)
    conn.create_function("zh_snippet", 2, snippet, deterministic=True)
    conn.create_function("zh_snippet", 3, snippet, deterministic=True)


class Indexing:
    """Indexes new reports in groups, and at the latest a minute after another one came with the next."""

    def __init__(self, db: Database, *, active: bool = True) -> None:
        self.db, self._active = db, active
        self._waiting = 0
        self._last = monotonic()

    def added(self) -> None:
        """A report was stored."""
        self._waiting += 1
        if self._waiting >= GROUP or monotonic() - self._last > LONGEST_WAIT:
            self.finish()

    def finish(self) -> None:
        """Index what waits."""
        if self._active:
            catch_up(self.db)
        self._waiting, self._last = 0, monotonic()


def catch_up(db: Database) -> None:
    """Index what was stored since the last time, and compare its paragraphs, in one transaction."""
    with db.atomic():
        for table, statement in CATCH_UP.items():
            sql = f"SELECT indexed, (SELECT coalesce(max(id), 0) FROM {table}) FROM search_marks WHERE name = ?"
            mark, last = db.execute(sql, [table]).fetchone()
            if last > mark:
                db.execute(statement, [mark, last])
                db.execute("UPDATE search_marks SET indexed = ? WHERE name = ?", [last, table])
        paragraphs.catch_up(db)


def install(db: Database) -> None:
    """Make the index, its triggers and its first content, inside the open transaction."""
    register(db.conn)
    for statement in (*STATEMENTS, *paragraphs.STATEMENTS):
        db.execute(statement)
    rebuild(db)


def rebuild(db: Database) -> int:
    """Make the index anew from the reports and their sections; returns how many reports it holds."""
    register(db.conn)
    for table in (TABLE, SECTIONS):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    db.execute("UPDATE search_marks SET indexed = 0")
    paragraphs.clear(db)
    catch_up(db)
    for table in (TABLE, SECTIONS):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    return int(db.execute(f"SELECT count(*) FROM {TABLE}_docsize").fetchone()[0])


def waiting(db: Database) -> int:
    """How many reports were stored and not indexed yet."""
    sql = "SELECT count(*) FROM reports WHERE id > (SELECT indexed FROM search_marks WHERE name = 'reports')"
    return int(db.execute(sql).fetchone()[0])


def check(db: Database) -> bool:
    """Whether the index holds exactly what the reports say, those aside that wait to be indexed."""
    register(db.conn)
    db.execute("SAVEPOINT checking")
    try:
        for view, query in AS_INDEXED.items():
            db.execute(f"DROP VIEW {view}")
            db.execute(f"CREATE VIEW {view} AS {query}")
        for table in (TABLE, SECTIONS):
            db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    finally:
        db.execute("ROLLBACK TO checking")
        db.execute("RELEASE checking")
    return True
