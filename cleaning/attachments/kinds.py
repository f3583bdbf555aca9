"""What kind of file some bytes are, by their content. The name and the declared type are only compared with it.

The signatures are those of the formats' own specifications: PDF (ISO 32000-1, 7.5.2 and its implementation note
that the header may stand in the first 1,024 bytes), ZIP (APPNOTE 4.3.7), compound files (MS-CFB 2.2), RTF 1.9.1,
RAR and 7-Zip. A package is told by its members: ``word/document.xml`` (ECMA-376), ``OFD.xml`` (GB/T 33190-2016).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Container, Mapping
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of file: its media type, the suffixes its names have, and the module of ``readers`` that reads it."""

    media_type: str
    suffixes: str = ""
    reader: str = ""


_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {
    "pdf": Kind("application/pdf", "pdf", "pdf"),
    "docx": Kind(_OFFICE + ".wordprocessingml.document", "docx docm dotx dotm", "docx"),
    "xlsx": Kind(_OFFICE + ".spreadsheetml.sheet", "xlsx xlsm xltx et", "sheets"),
    "pptx": Kind(_OFFICE + ".presentationml.presentation", "pptx pptm"),
    "odt": Kind("application/vnd.oasis.opendocument.text", "odt", "office"),
    "ofd": Kind("application/ofd", "ofd", "ofd"),
    "zip": Kind("application/zip", "zip", "archives"),
    "rar": Kind("application/vnd.rar", "rar", "archives"),
    "7z": Kind("application/x-7z-compressed", "7z", "archives"),
    "doc": Kind("application/msword", "doc dot wps wpt", "doc"),
    "xls": Kind("application/vnd.ms-excel", "xls xlt et", "sheets"),
    "ppt": Kind("application/vnd.ms-powerpoint", "ppt dps"),
    "encrypted": Kind("application/x-ole-storage", "", "compound"),
    "ole": Kind("application/x-ole-storage", "", "compound"),
    "rtf": Kind("application/rtf", "rtf doc", "rtf"),
    "flat": Kind("application/xml", "xml", "docx"),
    "xmlsheet": Kind("application/xml", "xml", "sheets"),
    "wordml": Kind("application/xml", "xml", "office"),
    "mht": Kind("multipart/related", "mht mhtml", "plain"),
    "html": Kind("text/html", "html htm shtml", "plain"),
    "txt": Kind("text/plain", "txt text csv", "plain"),
    "jpeg": Kind("image/jpeg", "jpg jpeg jpe jfif", "image"),
    "png": Kind("image/png", "png", "image"),
    "gif": Kind("image/gif", "gif", "image"),
    "tiff": Kind("image/tiff", "tif tiff", "image"),
    "bmp": Kind("image/bmp", "bmp", "image"),
    "webp": Kind("image/webp", "webp", "image"),
    "unknown": Kind("application/octet-stream"),
}
_KNOWN = frozenset(suffix for kind in KINDS.values() for suffix in kind.suffixes.split())
_STARTS = {
    rb"Rar!\x1a\x07": "rar",
    rb"7z\xbc\xaf\x27\x1c": "7z",
    rb"\s{0,12}\{\\rt": "rtf",
    rb"\xff\xd8\xff": "jpeg",
    rb"\x89PNG\r\n\x1a\n": "png",
    rb"GIF8": "gif",
    rb"II\*\0|MM\0\*": "tiff",
    rb"BM.{4}\0{4}": "bmp",
    rb"RIFF.{4}WEBP": "webp",
}
_PARTS = {
    "ofd.xml": "ofd", "word/document.xml": "docx", "xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsx",
    "ppt/presentation.xml": "pptx",
}  # fmt: skip


_FOLDERS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx", "OFD.xml": "ofd"}
_STREAMS = {
    "encryptedpackage": "encrypted", "encryptioninfo": "encrypted", "worddocument": "doc", "workbook": "xls",
    "book": "xls", "powerpoint document": "ppt",
}  # fmt: skip
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|span)[\s>]", re.IGNORECASE)
_MHT = re.compile(rb"^(?:mime-version|from|content-type):", re.IGNORECASE | re.MULTILINE)


def kind_of(data: bytes) -> str:
    """The kind of file, a key of ``KINDS``; "unknown" when nothing fits."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"PK00PK")):
        return _package(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(data)
    return next((kind for form, kind in _STARTS.items() if re.match(form, data, re.DOTALL)), "") or _text(data)


def _first_of(kinds: Mapping[str, str], names: Container[str], otherwise: str) -> str:
    """The kind of the first of the names that a file has."""
    return next((kind for name, kind in kinds.items() if name in names), otherwise)


def _package(data: bytes) -> str:
    declared = b""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()[:5000]}
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                declared = archive.read("mimetype")
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, KeyError):
        return _first_of(_FOLDERS, data.decode("latin-1"), "zip")  # its members' own headers have their names, too
    if b"opendocument.text" in declared:
        return "odt"
    is_word = "[content_types].xml" in names and any(name.startswith("word/") for name in names)
    return _first_of(_PARTS, names, "docx" if is_word else "zip")


def _compound(data: bytes) -> str:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {entry[0].lower() for entry in ole.listdir() if entry}
    except Exception:  # olefile raises whatever a damaged directory makes it raise
        return "doc" if "WordDocument".encode("utf-16-le") in data else "ole"
    return _first_of(_STREAMS, streams, "ole")


def _text(data: bytes) -> str:
    head = data[:4096]
    if b"schemas.microsoft.com/office/2006/xmlPackage" in head:
        return "flat"
    if b"<Workbook" in head and b"schemas-microsoft-com:office:spreadsheet" in head:
        return "xmlsheet"
    if b'progid="Word.Document"' in head or b"schemas.microsoft.com/office/word/2003" in head:
        return "wordml"
    if b"multipart/related" in head.lower() and _MHT.search(head):
        return "mht"
    if _HTML.search(head.replace(b"\0", b"")):
        return "html"
    return "txt" if _is_plain(data) else "unknown"


def _is_plain(data: bytes) -> bool:
    """Whether bytes are text of some encoding: hardly any of its characters are controls or of private use."""
    from cleaning.page.decode import decode

    head = data[:4096]
    binary = head.count(b"\0") > len(head) // 100 and not head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if binary or not head.strip():
        return False
    text = decode(data[: 1 << 16]).text
    strange = sum(char == "\ufffd" or "\x80" <= char <= "\x9f" or "\ue000" <= char <= "\uf8ff" for char in text)
    return bool(text.strip()) and strange * 20 <= len(text)


def suffix(name: str) -> str:
    """The suffix of a file name or address in small letters, "" when it has none that names a kind of file."""
    last = re.split(r"[?#]", name.strip())[0].rsplit(".", 1)
    return last[1].lower() if len(last) == 2 and last[1].lower() in _KNOWN else ""


def misnamed(kind: str, name: str) -> bool:
    """Whether the name's suffix says another kind of file. No suffix says nothing."""
    said = suffix(name)
    known = KINDS[kind].suffixes.split()
    return bool(said and known) and said not in known
