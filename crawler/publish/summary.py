"""A run beside the one before: per portal, with arrows."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final

from crawler.store import Database
from crawler.store.runs import Counts, counts, portals_of, run_before

SHOWN: Final = ("requests", "size", "new", "changed", "gone", "reports", "trouble")


@dataclass(frozen=True, slots=True)
class PortalSummary:
    """One portal's numbers in a run and in the last run before it that looked there (None for the first)."""

    portal: str
    now: Counts
    before: Counts | None

    def cells(self) -> dict[str, str]:
        """Each number as text with its arrow; ``size`` in kB; ``trouble`` with the outcomes' names."""
        cells = {}
        for name in SHOWN:
            value, old = getattr(self.now, name), getattr(self.before, name) if self.before else None
            if name == "size":
                value, old = round(value / 1000), None if old is None else round(old / 1000)
            unit = " kB" if name == "size" else ""
            cells[name] = f"{value}{unit} {arrow(value, old)}".rstrip()
        if self.now.outcomes:
            cells["trouble"] += f" {self.now.outcomes.replace(',', ', ')}"
        return cells


@dataclass(frozen=True, slots=True)
class RunSummary:
    """A run, portal by portal."""

    run: str
    portals: tuple[PortalSummary, ...]

    def lines(self) -> list[str]:
        """One plain line per portal: ``jianghan: requests 2 ↓41, new 0 ↓3, …``."""
        return [
            f"{each.portal}: " + ", ".join(f"{name} {text}" for name, text in each.cells().items())
            for each in self.portals
        ]

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self)


def arrow(value: int, before: int | None) -> str:
    """``↑3``, ``↓3`` or ``→`` against the number before, "" where there is none."""
    if before is None:
        return ""
    return "→" if value == before else f"{'↑' if value > before else '↓'}{abs(value - before)}"


def run_summary(db: Database, run: str) -> RunSummary:
    """What a run did at each portal it fetched, beside the last fetch before."""
    portals = []
    for portal in portals_of(db, run):
        earlier = run_before(db, run, portal)
        portals.append(PortalSummary(portal, counts(db, run, portal), counts(db, earlier, portal) if earlier else None))
    return RunSummary(run, tuple(portals))
