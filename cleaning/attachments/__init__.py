"""Attachments: the bytes of one file in, its text out, whatever kind of file it is and whoever made it.

``read_file`` works in this process; ``read_safely`` in a worker process with limits of time and memory, which is what
anything that reads files of strangers wants.
"""

from cleaning.attachments.reader import read_file
from cleaning.attachments.reading import FLAGS, Limits, Reading
from cleaning.attachments.sandbox.safely import read_safely

__all__ = ["FLAGS", "Limits", "Reading", "read_file", "read_safely"]
