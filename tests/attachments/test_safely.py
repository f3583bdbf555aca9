"""The worker process: what it gives, what it survives, what it leaves."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from cleaning.attachments import Limits, read, read_safely
from tests.attachments.samples import paragraphs, word


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_worker_reads_what_this_process_reads_and_leaves_nothing(scratch: Path) -> None:
    data = word(paragraphs(0))
    assert read_safely(data, "报告.docx") == read(data, "报告.docx")
    assert list(scratch.iterdir()) == []


def test_a_worker_that_takes_too_long_is_ended(scratch: Path) -> None:
    reading = read_safely(word(paragraphs(0)), limits=Limits(seconds=0.01))
    assert (reading.text, reading.flags) == ("", ("timed_out",))
    assert "0.01 seconds" in reading.note
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 5000, b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"]
)
def test_any_bytes_give_a_reading(data: bytes) -> None:
    reading = read_safely(data)
    assert reading.text == ""
    assert reading.flags
    assert reading.note.endswith(".")
