"""What may not be separated: portals that share a host are crawled by one worker, one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crawler.portals import Portal


@dataclass(frozen=True, slots=True)
class Unit:
    """Portals that belong together, and their hosts (without ``www.``)."""

    portals: tuple[Portal, ...]
    hosts: frozenset[str]

    @property
    def lock(self) -> str:
        """The name under which at most one job of the unit runs: its first host."""
        return min(self.hosts)


def units(portals: Iterable[Portal]) -> list[Unit]:
    """The portals in the smallest groups of which no two share a host, in the order of their first portal.

    To be true of a whole installation it must be given all portals, not only those that are due.
    """
    found: list[Unit] = []
    for portal in portals:
        sharing = [unit for unit in found if unit.hosts & portal.allowed_hosts]
        joined = Unit(
            (*(each for unit in sharing for each in unit.portals), portal),
            portal.allowed_hosts.union(*(unit.hosts for unit in sharing)),
        )
        place = found.index(sharing[0]) if sharing else len(found)
        found = [unit for unit in found if unit not in sharing]
        found.insert(place, joined)
    return found
