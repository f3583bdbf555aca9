"""How Datasette is started on the database."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent.parent.parent / "output" / "datasette"
SETTINGS: Final = {
    "sql_time_limit_ms": 3000,
    "default_page_size": 50,
    "max_returned_rows": 2000,
    "truncate_cells_html": 120,
}


def arguments(database: Path, *, host: str = "127.0.0.1", port: int = 8001, open_browser: bool = False) -> list[str]:
    """The arguments of ``datasette`` that open ``database`` read-only as this project wants it shown."""
    argv = ["serve", str(database), "--host", host, "--port", str(port), "--metadata", str(FOLDER / "metadata.yml")]
    for option, folder in (("--template-dir", "templates"), ("--plugins-dir", "plugins"), ("--static", "static")):
        path = FOLDER / folder
        if path.is_dir():
            argv += [option, f"assets:{path}" if option == "--static" else str(path)]
    for name, value in SETTINGS.items():
        argv += ["--setting", name, str(value)]
    return [*argv, "--open"] if open_browser else argv
