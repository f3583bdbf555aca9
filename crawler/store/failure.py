"""What a disk or another program does to the store, said in a sentence with its remedy."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path
from typing import Final

from crawler.language import say

AGAIN: Final = "what was kept before is safe, and the next run goes on from there"
# Primary result codes, https://www.sqlite.org/rescode.html: the lowest byte of an extended code.
OF_SQLITE: Final = {
    sqlite3.SQLITE_FULL: ("the disk is full", "free some space"),
    sqlite3.SQLITE_READONLY: ("it cannot be written", "make the folder writable"),
    sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "make the folder writable and its disk sound"),
    sqlite3.SQLITE_PERM: ("access is refused", "give this user access to the folder"),
    sqlite3.SQLITE_BUSY: ("another program holds it locked", "end that program"),
    sqlite3.SQLITE_LOCKED: ("another program holds it locked", "end that program"),
    sqlite3.SQLITE_IOERR: ("the disk fails", "look at the disk (it may be full, read-only or broken)"),
}
DAMAGED: Final = {sqlite3.SQLITE_CORRUPT: "it is damaged", sqlite3.SQLITE_NOTADB: "it is no database"}
RESTORE: Final = "put it aside, restore the last backup with 'fazhi restore', and see 'fazhi verify' for what is whole"
OF_SYSTEM: Final = {
    errno.ENOSPC: ("the disk is full", "free some space"),
    errno.EDQUOT: ("the disk quota is used up", "free some space"),
    errno.EFBIG: ("the file may not grow any more", "raise the limit of file sizes"),
    errno.EROFS: ("the file system is read-only", "make it writable"),
    errno.EIO: ("the disk fails", "look at the disk"),
    errno.EACCES: ("access is refused", "give this user access to the folder"),
    errno.EPERM: ("access is refused", "give this user access to the folder"),
    errno.EMFILE: ("too many files are open", "raise the limit of open files"),
}

OF_PATHS: Final = {
    errno.ENOENT: ("there is no such file or folder", "name one that exists"),
    errno.ENOTDIR: ("a file stands where a folder is meant", "name a folder"),
    errno.EISDIR: ("it is a folder", "name a file"),
    errno.EEXIST: ("a file stands where a folder is meant", "name a folder"),
    errno.ENOTEMPTY: ("the folder is not empty", "name another"),
    errno.ENAMETOOLONG: ("the name is too long", "name a shorter one"),
    errno.ELOOP: ("its links lead in a circle", "mend them"),
    errno.EINVAL: ("the name cannot be used", "name another"),
    errno.EROFS: ("the file system is read-only", "name a place that can be written"),
    errno.EACCES: ("access is refused", "name a place this user may use"),
    errno.EPERM: ("access is refused", "name a place this user may use"),
}


class Unkept(Exception):
    """What came could not be kept, for the cause: no outcome of what was asked for, but the end of the run."""


def path_failure(error: OSError) -> str:
    """The sentence for an error at a path that a person named, "" for any other."""
    found = OF_PATHS.get(error.errno or 0)
    if not found or error.filename is None:
        return ""
    return say("{path}: {what}; {remedy}", path=error.filename, what=say(found[0]), remedy=say(found[1]))


def storage_failure(error: BaseException | None, folder: Path) -> str:
    """The sentence for an error that says the store in ``folder`` cannot be read or written, "" for any other."""
    found = None
    error = error.__cause__ if isinstance(error, Unkept) else error
    if isinstance(error, sqlite3.DatabaseError):
        what = folder / "reports.db"
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in DAMAGED:
            return say("{path}: {what}; {remedy}", path=what, what=say(DAMAGED[code]), remedy=say(RESTORE))
        found = OF_SQLITE.get(code)
    elif isinstance(error, OSError) and (error.filename is not None or error.errno in (errno.ENOSPC, errno.EROFS)):
        found = OF_SYSTEM.get(error.errno or 0)
        what = Path(str(error.filename)) if error.filename else folder
    if found is None:
        return ""
    problem, remedy = map(say, found)
    return say(
        "{path}: {what}; {remedy} and run again: {again}", path=what, what=problem, remedy=remedy, again=say(AGAIN)
    )
