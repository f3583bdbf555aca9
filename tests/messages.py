"""The catalogues of ``crawler/language``: which messages they must hold, and how they are renewed.

python -m tests.messages        adds what is new to the Chinese catalogue, drops what is gone, and compiles it
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from crawler import environment, language
from crawler.run import HEADINGS
from crawler.store.failure import AGAIN, DAMAGED, OF_PATHS, OF_SQLITE, OF_SYSTEM, RESTORE
from crawler.store.health import ADVICE, UNKNOWN
from tests.conftest import ROOT

CHINESE: Final = ROOT / "crawler/language/zh/LC_MESSAGES/messages.po"
OURS: Final = {"say": None, "counted": (1, 2)}
OF_CLICK: Final = {"_": None, "ngettext": (1, 2)}
# Of Click, what only programmers and unused parts show stays English.
ALWAYS: Final = datetime(2026, 1, 1, tzinfo=UTC)  # a date that changes nothing when nothing changed
NOT_SHOWN: Final = ("shell_completion.py", "_winconsole.py", "_termui_impl.py")

Message = str | tuple[str, str]


def commands(command: click.Command) -> Iterator[click.Command]:
    """A command and all below it."""
    yield command
    for name in getattr(command, "commands", {}):
        yield from commands(command.commands[name])  # type: ignore[attr-defined]


def helps() -> Iterator[str]:
    """What the help of all commands says, paragraph by paragraph."""
    import importlib
    import pkgutil

    from crawler import commands as folder
    from crawler.cli import main

    modules = [
        importlib.import_module(f"{folder.__name__}.{info.name}") for info in pkgutil.iter_modules(folder.__path__)
    ]
    for command in (main, *(each for module in modules for each in commands(module.command))):
        for text in (command.help, command.short_help, command.epilog):
            for each in (text or "").split("\n\n"):
                lines = each.strip(" \n").split("\n")
                yield lines[1].strip() if lines[0] == "\b" else " ".join(each.split())
        yield from (param.help or "" for param in command.params if isinstance(param, click.Option))


def marked() -> Iterator[Message]:
    """The messages of ``say`` in the program, and those that stand in its tables."""
    methods = [("publish/datasette/**.py", "ignore"), ("**.py", "python")]  # the room has words of its own
    for _, _, message, _, _ in extract_from_dir(ROOT / "crawler", methods, keywords=OURS):
        yield message
    yield from (clause for pair in (*ADVICE.values(), UNKNOWN) for clause in pair)
    for table in (OF_SQLITE, OF_SYSTEM, OF_PATHS):
        yield from (clause for pair in table.values() for clause in pair)
    yield from (*DAMAGED.values(), AGAIN, RESTORE, *environment.HEADINGS)
    yield from (
        word for each in environment.VARIABLES.values() for word in (each.meaning, each.form, each.default_in_words)
    )
    from crawler.commands import changes, classify, coverage

    yield from (*HEADINGS, *changes.HEADINGS, *classify.HEADINGS, *coverage.HEADINGS)


def of_click() -> Iterator[Message]:
    """The messages of Click a person can meet."""
    folder = Path(click.__file__).parent
    for name, _, message, _, _ in extract_from_dir(folder, [("**.py", "python")], keywords=OF_CLICK):
        if name not in NOT_SHOWN:
            yield message


def wanted() -> dict[str, Message]:
    """All messages by their (singular) text."""
    found = [*of_click(), *helps(), *marked()]
    return {each if isinstance(each, str) else each[0]: each for each in found if each and each != " "}


def catalogue() -> Catalog:
    """The Chinese catalogue as it stands."""
    with CHINESE.open("rb") as file:
        return read_po(file, locale="zh")


def compiled(given: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    made = io.BytesIO()
    write_mo(made, given)
    return made.getvalue()


def main() -> None:
    """Renew the Chinese catalogue."""
    old = catalogue() if CHINESE.exists() else Catalog(locale="zh")
    header = "# Messages in Chinese; see tests/messages.py."
    new = Catalog(
        "zh", header_comment=header, project="fazhi-watch", creation_date=ALWAYS, revision_date=ALWAYS, fuzzy=False
    )
    for key, message in sorted(wanted().items()):
        known = old.get(key)
        string = known.string if known else ""
        if isinstance(message, tuple) and isinstance(string, str):
            string = (string,)
        new.add(message, string)
    with CHINESE.open("wb") as file:
        write_po(file, new, width=118, no_location=True, omit_header=False)
    CHINESE.with_suffix(".mo").write_bytes(compiled(catalogue()))
    for each in catalogue():
        if each.id and not any(each.string if isinstance(each.string, tuple) else (each.string,)):
            print(each.id)


if __name__ == "__main__":
    language.choose()
    main()
