"""The figures of a report: every number with the sentence that states it.

``numbers`` and ``units`` read numbers, ``refusals`` sets aside what is no figure, ``sentences`` knows clauses,
years and scopes, ``lookup`` asks the indicators (data in the ``keys_`` modules) which of them claims a number,
``spots`` and ``claims`` read lists, parallels, subsets and differences, ``doubts`` holds back what must stay
unclaimed, ``zeros`` reads the stated absences, ``qualifiers`` how exact a number is meant, ``arithmetic`` checks the
result.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaning.figures.attribution import INDICATORS
from cleaning.figures.checks import check_arithmetic
from cleaning.figures.not_figures import RULES, Refusal
from cleaning.figures.read_lines import Reading, read
from cleaning.report import Figure

__all__ = ["INDICATORS", "RULES", "Reading", "Refusal", "candidates", "check_arithmetic", "find_figures", "read"]


def find_figures(lines: Sequence[str], report_year: int | None) -> list[Figure]:
    """The named figures of a report, in reading order.

    ``lines`` are the lines of the body, ``report_year`` the year it reports on (None where unknown). Offsets are
    those of ``"\\n".join(lines)``; ``sentence`` and ``span`` are verbatim parts of their line. A claim repeated in a
    paragraph is one figure. Use ``read`` for figures, candidates and refused numbers in one pass.
    """
    return read(lines, report_year).named


def candidates(lines: Sequence[str], report_year: int | None) -> list[Figure]:
    """The numbers with a unit no named indicator claims, as figures whose key is None."""
    return read(lines, report_year).candidates
