"""Exit codes of every command, from what was found and never from what was logged."""

from __future__ import annotations

from typing import Final

import click

ALL_LOOKED_AT: Final = 0
FAILED: Final = 1  # an error of the program, or it was stopped
USAGE: Final = 2
NOT_WELL: Final = 3  # something could not be looked at, or is not as it should be
DIFFERENT: Final = 4  # fazhi diff --exit-code
BUSY: Final = 75  # another run holds the lock (EX_TEMPFAIL of sysexits.h)


class Locked(click.ClickException):
    """Another run is writing: try again later."""

    exit_code = BUSY
