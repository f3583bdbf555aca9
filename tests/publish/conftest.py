from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crawler.cli import main
from tests.store.world import World


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A past in an output folder of its own, which the commands read."""
    monkeypatch.setattr("crawler.settings.OUTPUT", tmp_path)
    return World(tmp_path / "reports.db", monkeypatch)


@pytest.fixture
def fazhi(world: World) -> Callable[..., Result]:
    """Runs ``fazhi`` with the given arguments on the world's output folder."""

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, words)

    return run
