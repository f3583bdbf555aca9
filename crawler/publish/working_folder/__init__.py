"""The files of a working folder, as ``fazhi init`` writes them: templates beside this module, filled in with paths."""

from __future__ import annotations

import getpass
import shlex
import sys
from pathlib import Path
from string import Template
from typing import Final

FILES: Final = {  # name in the working folder -> template
    "scrapy.cfg": "scrapy.cfg",
    ".env": "env",
    ".gitignore": "gitignore",
    "crontab": "crontab",
    "fazhi.service": "fazhi.service",
    "fazhi.timer": "fazhi.timer",
    "fazhi-room.service": "fazhi-room.service",
    "fazhi@.service": "fazhi@.service",
    "fazhi-backup.timer": "fazhi-backup.timer",
    "fazhi-verify.timer": "fazhi-verify.timer",
    "fazhi-failed@.service": "fazhi-failed@.service",
}


def files(folder: Path, program: Path | None = None) -> dict[str, str]:
    """The text of each file of the working folder ``folder`` by its name; ``program`` is the command that cron and
    systemd start, by default the ``fazhi`` beside this interpreter."""
    program = program or Path(sys.executable).with_name("fazhi")
    known = {
        "folder": shlex.quote(str(folder)),
        "fazhi": shlex.quote(str(program)),
        "apprise": str(program.with_name("apprise")),
        "user": getpass.getuser(),
        # A home directory that is hidden from the service would hide a working folder in it as well.
        "protect_home": "no" if folder.is_relative_to(Path.home()) else "yes",
    }
    here = Path(__file__).parent
    return {name: Template((here / file).read_text("utf-8")).substitute(known) for name, file in FILES.items()}
