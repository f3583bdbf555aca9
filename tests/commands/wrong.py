"""Each parameter of each command with each wrong thing of a kind, read from the commands themselves."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from crawler.cli import main

KINDS: Final = ("missing", "folder", "file", "below", "long", "garbage", "chinese", "empty")
# What can be right of these, by command and parameter; the answer then only has to be none of a program that broke.
RIGHT: Final = {
    "backup folder": "missing folder chinese empty",
    "export folder": "missing folder chinese empty",
    "init folder": "missing folder chinese empty",
    "export --report": "empty",
    "export --portal": "empty",
    "export --run": "empty",
    "reclean --dask": "empty",
    "clean files": "file",
}
# Not tried: these start a server or ask the network.
LEFT_OUT: Final = {"serve --base-url"}
FETCHES: Final = {"add url": "chinese folder below missing"}


@dataclass(frozen=True)
class Parameter:
    """An argument or an option with a value: its command's words, its own name, and what has to stand before it."""

    command: tuple[str, ...]
    name: str
    before: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join((*self.command, self.name))

    @property
    def kinds(self) -> list[str]:
        """What is tried."""
        return [kind for kind in KINDS if kind not in FETCHES.get(str(self), "").split()]

    def line(self, wrong: str) -> list[str]:
        """The words of a command line with the wrong thing."""
        return [*self.command, *self.before, *([self.name] if self.name.startswith("-") else []), wrong]

    def may_be_right(self, kind: str) -> bool:
        """Whether such a thing is none that has to be refused."""
        return kind in RIGHT.get(str(self), "").split()


def wrong_things(folder: Path) -> dict[str, str]:
    """The wrong things by their kind; files and folders among them are made in ``folder``."""
    (folder / "file").write_bytes(b"\x00\xff plainly no database \xfe" * 9)
    (folder / "folder").mkdir()
    return {
        "missing": str(folder / "none" / "such"),
        "folder": str(folder / "folder"),
        "file": str(folder / "file"),
        "below": str(folder / "file" / "below"),
        "long": "法" * 350_000,  # 1 MB
        "garbage": "\udcff\udcfe\x1b[2J",
        "chinese": "南昌市／二〇二三年",
        "empty": "",
    }


def parameters(command: click.Command = main, words: tuple[str, ...] = ()) -> Iterator[Parameter]:
    """All parameters that take a value."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from parameters(below, (*words, name))
        return
    arguments: list[str] = []
    needed = [each for each in command.params if isinstance(each, click.Argument) and each.required]
    for each in command.params:
        name = each.opts[0]
        if getattr(each, "is_flag", False) or " ".join((*words, name)) in LEFT_OUT:
            continue
        if isinstance(each, click.Argument):
            yield Parameter(words, name, tuple(arguments))
            arguments.append("1")
        else:
            first = ("http://127.0.0.1:9/",) if words == ("add",) and name != "--from" else ("1",) * len(needed)
            yield Parameter(words, name, first)


def crossing() -> list[tuple[Parameter, str]]:
    """Every parameter with every kind."""
    return [(each, kind) for each in parameters() for kind in each.kinds]


def sample() -> list[tuple[Parameter, str]]:
    """Every parameter with one kind."""
    drawn = random.Random(23)
    return [(each, drawn.choice(each.kinds)) for each in parameters()]
