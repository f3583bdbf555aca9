"""Archives: each file in them read as a file of its own, in memory, bounded, no path ever trusted."""

from __future__ import annotations

import io
import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

from cleaning.attachments.readers import programs
from cleaning.attachments.readers.package import RATIO
from cleaning.attachments.reading import Limits, Problem, Reading, Text

_LITTER = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)", re.IGNORECASE)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')
_NAME = 200
_PADDING = 1 << 16


def read(data: bytes, limits: Limits) -> Text:
    """The files of a ZIP, RAR or 7-Zip archive. The text is that of the member with the most of it.

    Raises Problem when the archive is encrypted, damaged, a bomb, or inside too many others.
    """
    if limits.depth < 1:
        raise Problem("too_large", "Archives inside archives inside archives are not opened.")
    method, archive = _opened(data, limits)
    members, flags, notes = _members(archive, limits)
    best = max((member.text for _, member in members), key=len, default="")
    confidence = max((member.confidence for _, member in members if member.text == best), default=0.0)
    if members and not best and all("encrypted" in member.flags for _, member in members):
        raise Problem("encrypted", "The archive needs a password.")
    return Text(best, method, None, confidence, tuple(flags), " ".join(notes), tuple(members))


def _opened(data: bytes, limits: Limits) -> tuple[str, zipfile.ZipFile]:
    method = "zip"
    if not data.startswith(b"PK"):
        method = "rar" if data.startswith(b"Rar!") else "7z"
        data = _as_zip(data, method, limits)
    try:
        return method, zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise Problem("truncated", "The archive's directory is missing: it was cut off or damaged.") from error


def _members(archive: zipfile.ZipFile, limits: Limits) -> tuple[list[tuple[str, Reading]], list[str], list[str]]:
    from cleaning.attachments.reader import read_file

    members: list[tuple[str, Reading]] = []
    flags: list[str] = []
    notes: list[str] = []
    left = replace(limits, depth=limits.depth - 1)
    infos = [info for info in archive.infolist() if not info.is_dir() and not _LITTER.search(info.filename)]
    if len(infos) > limits.members:
        flags += ["too_large", "truncated"]
        notes.append(f"The archive has {len(infos)} files; the first {limits.members} were read.")
    for info in infos[: limits.members]:
        name = safe_name(_decoded(info))
        try:
            data = _unpacked(archive, info, left.unpacked)
        except Problem as problem:
            members.append((name, Reading(flags=(problem.flag,), note=problem.note)))
            if problem.flag in {"bomb", "too_large"}:
                flags.append(problem.flag)
                notes.append(problem.note)
            continue
        left = replace(left, unpacked=left.unpacked - len(data))
        found = read_file(data, name, "", replace(left, unpacked=max(left.unpacked, 1 << 20)))
        left = _less(left, found)
        members.append((name, found))
    return members, list(dict.fromkeys(flags)), list(dict.fromkeys(notes))


def _less(limits: Limits, found: Reading) -> Limits:
    """What of the limits is left for the next file behind one of which this was read."""
    characters = len(found.text) + sum(len(member.text) for _, member in found.members)
    pages = (found.pages or 1) if found.method in {"pdf_ocr", "image_ocr"} else 0
    left, pages_left = max(limits.characters - characters, 1), max(limits.ocr_pages - pages, 0)
    return replace(limits, characters=left, ocr_pages=pages_left)


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> bytes:
    if info.flag_bits & 1:
        raise Problem("encrypted", "The file in the archive needs a password.")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Problem("unsupported", "A link inside an archive is not followed.")
    if info.file_size > 1 << 20 and info.file_size > RATIO * max(info.compress_size, 1):
        raise Problem("bomb", f"A file of {info.compress_size} bytes in the archive unpacks to {info.file_size}.")
    if info.file_size > left:
        raise Problem("too_large", "The archive unpacks to more than the limit.")
    try:
        with archive.open(info) as file:
            return file.read(left + 1)[:left]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError) as error:
        raise Problem("truncated", "The file in the archive is damaged.") from error
    except NotImplementedError as error:
        raise Problem("unreadable", "The file in the archive is packed in an unknown way.") from error


def _decoded(info: zipfile.ZipInfo) -> str:
    """A member's name: programs on Chinese Windows write it in GBK without saying so."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for codec in ("utf-8", "gb18030"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return info.filename


def safe_name(name: str) -> str:
    """A member's name for people: no parent folders, no roots or drives, no control characters, not too long."""
    rooted = re.sub(r"^[A-Za-z]:", "", name.replace("\\", "/"))
    parts = [_UNSAFE.sub("", part).strip() for part in rooted.split("/")]
    kept = [part for part in parts if part.strip(". ")]
    return "/".join(kept)[-_NAME:].lstrip("/") or "unnamed"


def _as_zip(data: bytes, method: str, limits: Limits) -> bytes:
    """A RAR or 7-Zip archive as a ZIP one, by libarchive's bsdtar, which writes no file of it."""
    tool = shutil.which("bsdtar")
    if tool is None:
        raise Problem("needs_tool", f"The file is a {method.upper()} archive. Install bsdtar (libarchive-tools).")
    with tempfile.TemporaryDirectory() as folder:
        # libarchive takes an archive for the ZIP file whose directory ends it, as a stored DOCX's does.
        Path(folder, "file").write_bytes(data + bytes(_PADDING))
        return programs.run(
            [tool, "-c", "-f", "-", "--format", "zip", "--options", "zip:compression=store", "@file"], limits, folder
        )
