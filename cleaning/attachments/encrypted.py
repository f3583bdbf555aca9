"""Office files under a password: a compound file around an encrypted package (MS-OFFCRYPTO 2.3)."""

from __future__ import annotations

from cleaning.attachments.reading import Limits, Problem, Text


def read(data: bytes, limits: Limits) -> Text:
    """Raises Problem: without the password there is nothing to read."""
    raise Problem("encrypted", "The document needs a password.")
