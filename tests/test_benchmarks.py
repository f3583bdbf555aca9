"""The benchmarks can be started, and what they measure is an archive that proves itself."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import benchmarks
from benchmarks import world
from crawler.store.database import open_database
from crawler.store.verify import verify


def test_every_benchmark_finds_what_it_measures() -> None:
    names = [module.name for module in pkgutil.iter_modules(benchmarks.__path__)]
    assert "world" in names
    for name in names:
        importlib.import_module(f"benchmarks.{name}")


def test_the_made_up_country_passes_verify(tmp_path: Path) -> None:
    db = open_database(tmp_path / "reports.db")
    world.fill(db, 51)  # the last has two versions
    assert db.table("versions").count == 53
    assert not list(verify(db, tmp_path / "warc", full=True))
    db.close()
