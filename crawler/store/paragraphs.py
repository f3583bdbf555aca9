"""Paragraphs that several reports share word for word, or nearly: found as reports are stored.

Each paragraph of some length belongs to a family: the first known one that it nearly equals, else one of its own.
A new paragraph is compared with those families alone whose MinHash agrees with its own in a band (LSH, with rensa), a
bounded number of them, by their earliest member. Families hold digests; the text stays in ``reports.body``.

Triggers note which reports are to be read (again) in ``paragraphs_waiting``, whoever writes them, and keep the number
of reports in a family; ``catch_up`` reads them in groups together with the search index.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final
from zlib import crc32

from sqlite_utils import Database

from cleaning.text.normalize import squeeze

SHORTEST: Final = 40  # letters of a paragraph worth comparing; shorter ones are headings and formulas
LONGEST: Final = 2_000  # letters of it that are compared
MOST: Final = 300  # paragraphs of a report that are read
SAME: Final = 85.0  # normalised Indel similarity from which two paragraphs are nearly equal
BANDS: Final = 4
ROWS: Final = 3  # of a band: two paragraphs with nine equal shingles in ten meet with 99.6 %, with two in ten 3 %
CANDIDATES: Final = 8  # families that a paragraph is compared with

_DAY: Final = "CAST(replace(substr(coalesce(published, first_seen), 1, 10), '-', '') AS INTEGER)"
_NAMES: Final = tuple(f"band{number}" for number in range(1, BANDS + 1))

STATEMENTS: Final = (
    f"""CREATE TABLE paragraph_families (
    id INTEGER PRIMARY KEY, reports INTEGER NOT NULL DEFAULT 0, {", ".join(f"{name} INTEGER" for name in _NAMES)}
)""",
    *(f"CREATE INDEX paragraph_families_{name} ON paragraph_families({name})" for name in _NAMES),
    "CREATE INDEX paragraph_families_reports ON paragraph_families(reports DESC, id) WHERE reports > 1",
    """CREATE TABLE paragraph_spans (
    family INTEGER NOT NULL, day INTEGER NOT NULL, report INTEGER NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, PRIMARY KEY (family, day, report)
) WITHOUT ROWID""",
    "CREATE INDEX paragraph_spans_report ON paragraph_spans(report)",
    "CREATE TABLE paragraphs_waiting (report INTEGER PRIMARY KEY)",
    "CREATE TRIGGER paragraphs_new AFTER INSERT ON reports"
    " BEGIN INSERT OR IGNORE INTO paragraphs_waiting VALUES (new.id); END",
    "CREATE TRIGGER paragraphs_replaced AFTER UPDATE OF body ON reports WHEN old.body IS NOT new.body"
    " BEGIN DELETE FROM paragraph_spans WHERE report = old.id;"
    " INSERT OR IGNORE INTO paragraphs_waiting VALUES (new.id); END",
    "CREATE TRIGGER paragraphs_dated AFTER UPDATE OF published ON reports WHEN old.published IS NOT new.published"
    f" BEGIN UPDATE paragraph_spans SET day = (SELECT {_DAY} FROM reports WHERE id = new.id) WHERE report = new.id;"
    " END",
    "CREATE TRIGGER paragraphs_deleted AFTER DELETE ON reports BEGIN"
    " DELETE FROM paragraph_spans WHERE report = old.id; DELETE FROM paragraphs_waiting WHERE report = old.id; END",
    "CREATE TRIGGER paragraph_joins AFTER INSERT ON paragraph_spans"
    " BEGIN UPDATE paragraph_families SET reports = reports + 1 WHERE id = new.family; END",
    "CREATE TRIGGER paragraph_leaves AFTER DELETE ON paragraph_spans"
    " BEGIN UPDATE paragraph_families SET reports = reports - 1 WHERE id = old.family;"
    " DELETE FROM paragraph_families WHERE id = old.family AND reports <= 0; END",
)
_AGREE: Final = " + ".join(f"({name} = :{name})" for name in _NAMES)
_NEAR: Final = " UNION ".join(
    f"SELECT {_AGREE} AS agree, id FROM paragraph_families WHERE {name} = :{name}" for name in _NAMES
)
_TEXT: Final = (
    'SELECT substr(body, start + 1, "end" - start) FROM paragraph_spans JOIN reports ON reports.id = report'
    " WHERE family = ? ORDER BY day, report LIMIT 1"
)


def clear(db: Database) -> None:
    """Forget all families: ``catch_up`` will read every report anew."""
    for table in ("paragraph_spans", "paragraph_families", "paragraphs_waiting"):
        db.execute(f"DELETE FROM {table}")
    db.execute("INSERT INTO paragraphs_waiting SELECT id FROM reports ORDER BY id")


def catch_up(db: Database) -> None:
    """Read the reports that wait, inside the open transaction."""
    for (key,) in db.execute("SELECT report FROM paragraphs_waiting ORDER BY report").fetchall():
        row = db.execute(f"SELECT body, {_DAY} FROM reports WHERE id = ?", [key]).fetchone()
        if row:
            _read(db, key, *row)
    db.execute("DELETE FROM paragraphs_waiting")


def _read(db: Database, key: int, body: str, day: int) -> None:
    spans = list(spans_of(body))
    joined: set[int] = set()
    rows: list[tuple[int, ...]] = []
    for (start, end, text), bands in zip(spans, digests([text for _, _, text in spans]), strict=True):
        family = _family(db, text, bands)
        if family not in joined:
            joined.add(family)
            rows.append((family, day, key, start, end))
    db.conn.executemany('INSERT INTO paragraph_spans (family, day, report, start, "end") VALUES (?, ?, ?, ?, ?)', rows)


def spans_of(body: str) -> Iterator[tuple[int, int, str]]:
    """The paragraphs of a text that are compared: their offsets, and their letters as they are compared."""
    lines = body.split("\n")
    found = 0
    for start, line in zip(accumulate((len(line) + 1 for line in lines), initial=0), lines, strict=False):
        text = squeeze(line)[:LONGEST] if len(line) >= SHORTEST else ""
        if len(text) >= SHORTEST and found < MOST:
            found += 1
            yield start, start + len(line), text


def digests(texts: Sequence[str]) -> list[tuple[int, ...]]:
    """The bands of each text's MinHash: two nearly equal texts have one in common."""
    from rensa import RMinHash  # loaded where something is stored

    tokens, ends = array("Q"), [0]
    for text in texts:
        letters = text.encode("utf-32-le", "surrogatepass")
        for place in (0, 4):  # the tokens are pairs of letters, eight bytes each
            tokens.frombytes(letters[place : (len(letters) - place) // 8 * 8 + place])
        ends.append(len(tokens))
    rows = RMinHash.digest_matrix_from_flat_token_hashes(tokens, array("Q", ends), BANDS * ROWS, 1).to_rows()
    return [tuple(_band(row[place : place + ROWS]) for place in range(0, BANDS * ROWS, ROWS)) for row in rows]


def _band(digest: Sequence[int]) -> int:
    return crc32(struct.pack(f"<{ROWS}I", *digest)) - (1 << 31)  # four bytes in SQLite, the same in every process


def _family(db: Database, text: str, bands: tuple[int, ...]) -> int:
    from rapidfuzz import fuzz

    values = dict(zip(_NAMES, bands, strict=True))
    for agree, family in db.execute(f"{_NEAR} ORDER BY agree DESC LIMIT {CANDIDATES}", values).fetchall():
        if agree == BANDS:  # twelve equal minima: the texts are the same but for a word
            return int(family)
        found = db.execute(_TEXT, [family]).fetchone()
        if found and fuzz.ratio(text, squeeze(found[0])[:LONGEST], score_cutoff=SAME):
            return int(family)
    marks = ", ".join("?" * BANDS)
    sql = f"INSERT INTO paragraph_families ({', '.join(_NAMES)}) VALUES ({marks})"
    return int(db.execute(sql, bands).lastrowid or 0)
