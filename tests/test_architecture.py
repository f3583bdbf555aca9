"""Who may import whom: a room imports only rooms that stand before it, and each library works where it belongs.

The order is the one of ``docs/architecture.md``. ``python -m tests.test_architecture`` prints where the four libraries
the project is built on are used, in lines.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import ROOT

# Each line may import what stands on the lines before it, nothing of its own line but itself.
ORDER: Final = (
    "cleaning.text cleaning.report",
    "cleaning.page cleaning.markdown",
    "cleaning.body cleaning.figures",
    "cleaning.metadata cleaning.document",
    "cleaning.clean",
    "cleaning.attachments",
    "cleaning.apart",
    "cleaning.apart",
    "crawler.language crawler.reasons",
    "crawler.exits crawler.clauses crawler.parallel crawler.aside crawler.urls crawler.without",
    "crawler.environment crawler.outcome crawler.items",
    "crawler.places crawler.clock crawler.replica_route crawler.judge crawler.platforms",
    "crawler.portals crawler.runlog",
    "crawler.schedule crawler.settings",
    "crawler.store crawler.download",
    "crawler.context crawler.publish crawler.discovery",
    "crawler.middlewares",
    "crawler.extensions crawler.spiders crawler.process",
    "crawler.pipelines crawler.task crawler.scale crawler.run crawler.demo",
    "crawler.commands",
    "crawler.cli",
    "crawler.__main__",
)
LEVEL: Final = {room: level for level, rooms in enumerate(ORDER) for room in rooms.split()}
# Imports against the order that are known; each is to go, none is to come.
EXCEPTIONS: Final[dict[tuple[str, str], str]] = {}
# What only some rooms may import.
ONLY_IN: Final = {
    "scrapy": r"crawler\.(?!store|publish|portals|platforms)",
    "trafilatura": r"cleaning\.body",
    "sqlite_utils": r"crawler\.store",
    "datasette": r"crawler\.publish",
    "click": r"crawler\.(?!store|platforms|portals|spiders|pipelines|middlewares)",
    "rich": r"crawler\.(commands|publish|run)",
    "crawler": r"crawler",
    "tests": r"nothing",
}
# What Datasette promises to plugins (docs.datasette.io/en/0.65.2: plugins, plugin_hooks, internals); its facets also
# say what they are of, and ``absolute_url`` and the like are methods of it.
PROMISED: Final = {
    "datasette.hookimpl", "datasette.Response", "datasette.utils.asgi.Response", "datasette.utils.asgi.NotFound",
    "datasette.utils.tilde_encode", "datasette.utils.tilde_decode", "datasette.utils.await_me_maybe",
    "datasette.filters.FilterArguments", "datasette.facets.Facet", "datasette.app.Datasette",
}  # fmt: skip
METHODS: Final = {"databases", "get_database", "render_template", "absolute_url", "urls", "setting"}
LIBRARIES: Final = ("scrapy", "bs4", "trafilatura", "sqlite_utils")


@cache
def imports() -> dict[Path, list[tuple[str, int]]]:
    """Every import of every module, also inside functions: the full name and its line."""
    found: dict[Path, list[tuple[str, int]]] = defaultdict(list)
    for folder in ("cleaning", "crawler"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module:
                    found[path] += [(f"{node.module}.{alias.name}", node.lineno) for alias in node.names]
                elif isinstance(node, ast.Import):
                    found[path] += [(alias.name, node.lineno) for alias in node.names]
    return found


def room(path: Path) -> str:
    """``cleaning.body`` for a module below it."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts[:2]).removesuffix(".__init__")


def crossings() -> Iterator[tuple[str, str, str]]:
    """Each import from one room of another: the two rooms, and where."""
    for path, names in imports().items():
        for name, line in names:
            other = ".".join(name.split(".")[:2])
            if name.split(".")[0] in ("cleaning", "crawler") and other != room(path):
                yield room(path), other, f"{path.relative_to(ROOT)}:{line}"


def test_every_room_has_its_place() -> None:
    rooms = {room(path) for path in imports()}
    assert {each for each in rooms if "." in each} == set(LEVEL)


def test_a_room_imports_only_what_stands_before_it() -> None:
    wrong = {
        (mine, other): where
        for mine, other, where in crossings()
        if other in LEVEL and "." in mine and LEVEL[other] >= LEVEL[mine]
    }
    assert set(wrong) <= set(EXCEPTIONS), {pair: wrong[pair] for pair in set(wrong) - set(EXCEPTIONS)}
    assert set(EXCEPTIONS) <= set(wrong), "an exception that is not needed any more"


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_used_where_it_belongs(library: str) -> None:
    plugin = ROOT / "crawler" / "store" / "sqlite_utils_plugin.py"  # adds a command to sqlite-utils' own
    wrong = [
        f"{path.relative_to(ROOT)}:{line}"
        for path, names in imports().items()
        for name, line in names
        if name.split(".")[0] == library and not re.match(ONLY_IN[library], room(path)) and path != plugin
    ]
    assert not wrong


def test_one_module_takes_of_datasette_what_is_not_promised() -> None:
    wrong = []
    for path, names in imports().items():
        where = path.relative_to(ROOT).as_posix()
        if not where.startswith("crawler/publish/datasette/") or path.name == "private.py":
            continue
        wrong += [
            f"{where}:{line} {name}" for name, line in names if name.startswith("datasette.") and name not in PROMISED
        ]
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) in ("datasette", "self.ds"):
                wrong += [f"{where}:{node.lineno} {node.attr}"] * (node.attr not in METHODS)
    assert not wrong


def test_the_document_shows_the_order() -> None:
    shown = re.search(r"```text\n(cleaning.*?)```", (ROOT / "docs/architecture.md").read_text("utf-8"), re.DOTALL)
    assert shown
    assert tuple(shown[1].splitlines()) == ORDER


def usage() -> Iterator[str]:
    """For each library the modules that import it, with the lines in which a name of it stands."""
    for library in LIBRARIES:
        for path, names in imports().items():
            known = {name.rsplit(".", 1)[-1] for name, _ in names if name.split(".")[0] == library}
            if known:
                word = re.compile(rf"\b({'|'.join(map(re.escape, known))})\b")
                lines = sum(bool(word.search(line)) for line in path.read_text("utf-8").splitlines())
                yield f"{library:<13} {lines:>4}  {path.relative_to(ROOT)}"


if __name__ == "__main__":
    print(*usage(), sep="\n")


def at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """What of a module runs when it is imported: all but the bodies of its functions."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            defaults = [each for each in (*node.args.defaults, *node.args.kw_defaults) if each]
            for part in defaults:
                yield part
                yield from at_import(part)
        else:
            yield node
            yield from at_import(node)


def test_only_the_settings_read_the_environment_when_imported() -> None:
    """What is imported once and used under several environments, as in the tests' fork server, follows each of them."""
    found = set()
    for path in (*ROOT.glob("cleaning/**/*.py"), *ROOT.glob("crawler/**/*.py")):
        for node in at_import(ast.parse(path.read_text("utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if called in ("value", "environment.value", "os.getenv", "os.environ.get"):
                found.add(path.relative_to(ROOT).as_posix())
    assert found == {"crawler/settings.py"}
