"""A page that is played: what it has asked for, what is known of it, what is to be asked next."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from crawler.discovery.engine import stage
from crawler.discovery.frontier import Lead
from crawler.discovery.pages import Answer
from crawler.items import PageRequest

Key = tuple[str, str, str, str]


@dataclass(eq=False)
class Stage:
    """A page that is played: what it has asked for and what is to be asked next."""

    lead: Lead
    page: Answer
    score: int
    clicks: tuple[str, ...] = ()
    known: dict[Key, stage.Known] = field(default_factory=dict)
    calls: list[stage.Known] = field(default_factory=list)
    queue: deque[stage.Wanted] = field(default_factory=deque)
    again: dict[Key, str] = field(default_factory=dict)
    requests: int = 0
    files: int = 0


def key_of(request: PageRequest) -> Key:
    own = sorted((name.lower(), value) for name, value in stage.own_headers(request).items())
    return request.method, request.url.partition("#")[0], request.body, str(own)
