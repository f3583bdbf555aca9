"""Where a run's files go: the archive, and the portal files of one's own.

A working folder is one that holds a ``scrapy.cfg``, as for every Scrapy project: a checkout, or what ``fazhi init``
made. Its archive is ``output``, its own portal files are in ``portals``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from crawler.environment import value
from crawler.language import say

CHECKOUT: Final = Path(__file__).parent.parent
OUTPUT: Final = "FAZHI_OUTPUT"  # environment variable that names the folder of the archive
PORTALS: Final = "FAZHI_PORTALS"  # environment variable that names a further folder of portal files
MARK: Final = "scrapy.cfg"


def in_checkout() -> bool:
    """True if the program runs from a checkout of the project, not from an installed wheel."""
    return (CHECKOUT / MARK).is_file()


def install_hint(extra: str) -> str:
    """The command that installs an optional extra where the program runs from.

    It names no package index: nobody may hold the project's name there, and who took it could not be trusted.
    """
    if in_checkout():
        return f".venv/bin/pip install -e '.[{extra}]'"
    return say("pip install 'WHEEL[{extra}]', where WHEEL is the file this program was installed from", extra=extra)


def working_folder() -> Path | None:
    """The nearest folder from the present one upwards that is a working folder, else the checkout the program runs
    from; None for an installed program outside of any."""
    here = Path.cwd()
    for folder in (here, *here.parents, CHECKOUT):
        if (folder / MARK).is_file():
            return folder
    return None


def data_home() -> Path:
    """The user's own data folder, for a program installed as a tool and started outside of any working folder."""
    from platformdirs import user_data_path

    return user_data_path("fazhi-watch", appauthor=False)


def output_folder() -> Path:
    """The folder of the archive: ``FAZHI_OUTPUT``, the working folder's ``output``, or the user's data folder.

    Never a place inside the installed package, where the next upgrade would delete it.
    """
    named: Path | None = value(OUTPUT)
    return named or (working_folder() or data_home()) / "output"


def portal_folder() -> Path | None:
    """The folder of one's own portal files: ``FAZHI_PORTALS``, or the working folder's ``portals``; None if there is
    neither."""
    named: Path | None = value(PORTALS)
    if named:
        return named
    folder = working_folder() or data_home()
    return folder / "portals" if (folder / "portals").is_dir() else None


def new_portals() -> Path:
    """The folder a new portal file goes to: one's own, in a checkout that of the project, else one to be made in the
    working folder or the user's data folder; never a place inside the installed package."""
    if own := portal_folder():
        return own
    return CHECKOUT / "crawler" / "portals" if in_checkout() else (working_folder() or data_home()) / "portals"


def first_use() -> str:
    """A sentence that says where the archive will be, if that is the user's data folder and nothing is there yet."""
    if os.environ.get(OUTPUT) or working_folder() is not None or output_folder().exists():
        return ""
    return say(
        "note: the archive goes to {folder}; run 'fazhi init FOLDER' for a folder of your own", folder=output_folder()
    )
