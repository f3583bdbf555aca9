"""The version of the rules for titles, to be had without loading them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final

_RULES: Final = ("classify.py", "report_year.py", "title_edges.py", "title_patterns.py", "title_verdict.py")
RULES_VERSION: Final = sha256(b"".join((Path(__file__).parent / name).read_bytes() for name in _RULES)).hexdigest()[:12]
"""Changes whenever the rules for titles may: a listing row that another version refused is judged again."""
