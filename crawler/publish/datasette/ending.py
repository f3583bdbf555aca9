"""The room ends when it is told to: by itself where all is answered, else by the kernel soon after."""

from __future__ import annotations

import os
import signal
import threading
from types import FrameType
from typing import Final

GRACE: Final = 6.0  # seconds for answers under way; systemd's unit waits ten before it kills


def end_in_time() -> None:
    """From the first SIGTERM on, let the server finish for ``GRACE`` seconds; then the signal has its plain effect.

    The server waits for each answer to be taken, and a visitor who takes nothing keeps it waiting for ever. To be
    called when it has set its own handler, in the main thread; elsewhere nothing is done.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    theirs = signal.getsignal(signal.SIGTERM)
    if not callable(theirs):
        return

    def end(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        last = threading.Timer(GRACE, os.kill, (os.getpid(), signal.SIGTERM))
        last.daemon = True
        last.start()
        theirs(number, frame)

    signal.signal(signal.SIGTERM, end)
