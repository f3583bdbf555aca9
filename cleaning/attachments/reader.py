"""read_file(data) -> Reading: which reader a file goes to, and what is said when none can read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module

from cleaning.attachments.kinds import KINDS, kind_of, misnamed, suffix
from cleaning.attachments.reading import Limits, Problem, Reading, Text
from cleaning.page.decode import sound
from cleaning.page.document_files import without_lead
from cleaning.text.normalize import unified

_NOT_READ = {
    "ppt": "Presentations are not read.",
    "pptx": "Presentations are not read.",
    "unknown": "The content is of no kind that is read.",
}


def read_file(data: bytes, name: str = "", declared_type: str = "", limits: Limits = Limits()) -> Reading:  # noqa: B008
    """What a file says, read in this process.

    ``name`` (of the file or its address) and ``declared_type`` (of the HTTP header) never decide what kind of file
    it is; a name that says another kind is flagged. A file that gives no text is a Reading with flags and a note,
    never an exception, but hostile files can take long and crash the process: use ``read_safely`` for those.
    """
    data = without_lead(data)
    kind = kind_of(data)
    media_type = KINDS[kind].media_type
    wrong = ("wrong_suffix",) if misnamed(kind, name) else ()
    try:
        text = _reader(kind)(data, limits) if data.strip(b"\0 \r\n\t") else _nothing(len(data))
    except Problem as problem:
        return Reading(media_type=media_type, flags=(*wrong, problem.flag), note=problem.note)
    except MemoryError:
        return Reading(media_type=media_type, flags=(*wrong, "out_of_memory"), note="Reading took too much memory.")
    except RecursionError:
        return Reading(
            media_type=media_type, flags=(*wrong, "bomb"), note="The file is nested deeper than any document."
        )
    except Exception as error:  # a reader's own failure is the file's, not the run's
        note = f"The file could not be read ({type(error).__name__})."
        return Reading(media_type=media_type, flags=(*wrong, "unreadable"), note=note)
    if kind == "doc" and suffix(name) in {"wps", "wpt"}:
        text = replace(text, method="wps")
    return _finished(text, media_type, wrong, limits)


def _reader(kind: str) -> Callable[[bytes, Limits], Text]:
    module = KINDS[kind].reader
    if not module:
        raise Problem("unsupported", _NOT_READ.get(kind, f"Files of the type {KINDS[kind].media_type} are not read."))
    found: Callable[[bytes, Limits], Text] = import_module(f"cleaning.attachments.readers.{module}").read
    return found


def _nothing(size: int) -> Text:
    raise Problem("unreadable", "The file is empty." if not size else "The file holds nothing but blanks.")


def _finished(text: Text, media_type: str, wrong: tuple[str, ...], limits: Limits) -> Reading:
    flags, note = [*wrong, *text.flags], text.note
    body = unified(sound(text.text))
    if len(body) > limits.characters:
        body = body[: limits.characters].rpartition("\n")[0]
        flags += ["too_large", "truncated"]
        note = note or f"Only the first {limits.characters} characters were kept."
    confidence = round(text.confidence, 3) if body.strip() else 0.0
    method = text.method if body.strip() or text.members else ""
    note = note or _note(flags, media_type, method)
    return Reading(body, media_type, method, text.pages, confidence, tuple(dict.fromkeys(flags)), note, text.members)


def _note(flags: Sequence[str], media_type: str, method: str) -> str:
    """What a person is told of a file about which its reader says nothing."""
    if "has_macros" in flags:
        return "The file carries macros; they were not run."
    if "wrong_suffix" in flags:
        return f"The content is {media_type}, whatever the name says."
    return "" if method or flags else "The file holds no text."
