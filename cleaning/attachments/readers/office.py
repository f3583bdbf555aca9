"""Kinds of text documents that only LibreOffice reads: OpenDocument, the XML of Word 2003."""

from __future__ import annotations

from cleaning.attachments.kinds import kind_of
from cleaning.attachments.readers import programs
from cleaning.attachments.readers.package import Package, parse
from cleaning.attachments.reading import Limits, Text


def read(data: bytes, limits: Limits) -> Text:
    """The text of the file. Raises Problem when LibreOffice is not installed or cannot read it."""
    kind = kind_of(data)
    if kind == "odt":
        Package(data, limits)
    else:
        parse(data, "file")
    return programs.office_text(data, "odt" if kind == "odt" else "xml", kind, limits)
