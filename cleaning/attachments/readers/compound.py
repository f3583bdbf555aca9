"""Compound files (MS-CFB) that are no document: encrypted packages, what other programs write, what was cut off."""

from __future__ import annotations

import struct

from cleaning.attachments.kinds import kind_of
from cleaning.attachments.reading import Limits, Problem, Text


def read(data: bytes, limits: Limits) -> Text:
    """Raises Problem with the reason why there is nothing to read."""
    if kind_of(data) == "encrypted":
        raise Problem("encrypted", "The document needs a password.")
    if _is_cut(data):
        raise Problem("truncated", "The file was cut off: its directory is missing.")
    raise Problem("unsupported", "The file is a compound file of no kind that is read.")


def _is_cut(data: bytes) -> bool:
    """Whether the sectors of the directory or of the table of sectors lie beyond the end (MS-CFB 2.2)."""
    if len(data) < 512:
        return True
    shift = struct.unpack_from("<H", data, 30)[0]
    tables = struct.unpack_from("<I", data, 44)[0]
    places = [struct.unpack_from("<I", data, 48)[0], *struct.unpack_from("<109I", data, 76)[: min(tables, 109)]]
    return not 7 <= shift <= 16 or any((place + 2) << shift > len(data) for place in places)
