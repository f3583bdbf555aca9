"""Replica portals: the portals of the production portal files, played on loopback under their real host names."""

from tests.replica.replica import Replica
from tests.replica.reports import golds
from tests.replica.server import Seen

__all__ = ["Replica", "Seen", "golds"]
