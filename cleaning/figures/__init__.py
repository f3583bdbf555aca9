"""The figures of a report: every number with the sentence that states it.

``read`` goes through the lines; ``numbers`` and ``units`` read numbers, ``sentences`` knows clauses, years and
scopes, ``attribution`` asks the ``indicators`` (data) which of them claims a number, ``frame_words`` which of their
frames can fit, ``context`` holds the words around one, ``claims`` reads lists, parallels and subsets, ``governing``
what the verb of a list makes of its members, ``fulfilled`` what was done of an aim, ``changes`` differences,
``not_figures`` sets aside what is no figure, ``doubtful`` what must stay unclaimed, ``others`` what belongs to others,
``mood`` tells facts from targets, duties and plans by the ``modals`` and ``results``, ``zeros`` reads the stated
absences, ``qualifiers`` how exact a number is meant, ``checks`` compares the result with itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaning.figures.attribution import INDICATORS
from cleaning.figures.checks import check_arithmetic
from cleaning.figures.modals import is_plan
from cleaning.figures.not_figures import RULES, Refusal
from cleaning.figures.read import Reading, read_figures
from cleaning.report import Figure, Target

__all__ = [
    "INDICATORS",
    "RULES",
    "Reading",
    "Refusal",
    "candidates",
    "check_arithmetic",
    "find_figures",
    "find_targets",
    "is_plan",
    "read_figures",
]


def find_figures(lines: Sequence[str], report_year: int | None) -> list[Figure]:
    """The named figures of a report, in reading order.

    ``lines`` are the lines of the body, ``report_year`` the year it reports on (None where unknown). Offsets are
    those of ``"\\n".join(lines)``; ``sentence`` and ``span`` are verbatim parts of their line. A claim repeated in a
    paragraph is one figure. Use ``read`` for figures, candidates and refused numbers in one pass.
    """
    return read_figures(lines, report_year).named


def candidates(lines: Sequence[str], report_year: int | None) -> list[Figure]:
    """The numbers with a unit no named indicator claims, as figures whose key is None."""
    return read_figures(lines, report_year).candidates


def find_targets(lines: Sequence[str], report_year: int | None) -> list[Target]:
    """The named numbers a report sets as targets, lays down as duties or plans; they are none of ``find_figures``."""
    return read_figures(lines, report_year).targets
