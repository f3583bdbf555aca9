"""What kind of file some bytes are, by their content. The name and the declared type are only compared with it.

The signatures are those of the formats' own specifications: PDF (ISO 32000-1, 7.5.2 and its implementation note
that the header may stand in the first 1,024 bytes), ZIP (APPNOTE 4.3.7), compound files (MS-CFB 2.2), RTF 1.9.1,
RAR and 7-Zip. A package is told by its members: ``word/document.xml`` (ECMA-376), ``OFD.xml`` (GB/T 33190-2016).
"""

from __future__ import annotations

import io
import re
import zipfile

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ofd": "application/ofd",
    "zip": "application/zip",
    "rar": "application/vnd.rar",
    "7z": "application/x-7z-compressed",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "encrypted": "application/x-ole-storage",
    "ole": "application/x-ole-storage",
    "rtf": "application/rtf",
    "wordml": "application/xml",
    "mht": "multipart/related",
    "html": "text/html",
    "txt": "text/plain",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
    "webp": "image/webp",
    "unknown": "application/octet-stream",
}
IMAGES = frozenset({"jpeg", "png", "gif", "tiff", "bmp", "webp"})

_SUFFIXES = {
    "pdf": "pdf",
    "docx": "docx docm dotx dotm",
    "doc": "doc dot wps wpt",
    "xlsx": "xlsx xlsm xltx et",
    "xls": "xls xlt et",
    "pptx": "pptx pptm",
    "ppt": "ppt dps",
    "rtf": "rtf doc",
    "ofd": "ofd",
    "zip": "zip",
    "rar": "rar",
    "7z": "7z",
    "html": "html htm shtml",
    "mht": "mht mhtml",
    "txt": "txt text csv",
    "jpeg": "jpg jpeg jpe jfif",
    "png": "png",
    "gif": "gif",
    "tiff": "tif tiff",
    "bmp": "bmp",
    "webp": "webp",
    "odt": "odt",
    "wordml": "xml",
}
_KNOWN = frozenset(suffix for line in _SUFFIXES.values() for suffix in line.split())
_IMAGE_STARTS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"BM", "bmp"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|span)[\s>]", re.IGNORECASE)
_MHT = re.compile(rb"^(?:mime-version|from|content-type):", re.IGNORECASE | re.MULTILINE)


def kind_of(data: bytes) -> str:
    """The kind of file, a key of ``MEDIA_TYPES``; "unknown" when nothing fits."""
    start = data[:8]
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _package(data)
    if start == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return _compound(data)
    if start.startswith(b"Rar!\x1a\x07"):
        return "rar"
    if start.startswith(b"7z\xbc\xaf\x27\x1c"):
        return "7z"
    if data[:16].lstrip().startswith(b"{\\rt"):
        return "rtf"
    for mark, kind in _IMAGE_STARTS:
        if start.startswith(mark) and (kind != "bmp" or data[6:10] == b"\0\0\0\0"):
            return kind
    if start.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    return _text(data)


def _package(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()[:5000]}
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                declared = archive.read("mimetype")
                if b"opendocument.text" in declared:
                    return "odt"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, KeyError):
        return _cut_package(data)
    for member, kind in (
        ("ofd.xml", "ofd"),
        ("word/document.xml", "docx"),
        ("xl/workbook.xml", "xlsx"),
        ("xl/workbook.bin", "xlsx"),
        ("ppt/presentation.xml", "pptx"),
    ):
        if member in names:
            return kind
    if "[content_types].xml" in names and any(name.startswith("word/") for name in names):
        return "docx"
    return "zip"


def _cut_package(data: bytes) -> str:
    """The kind of a package whose directory is missing, by the names in its members' own headers."""
    for member, kind in ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"), (b"OFD.xml", "ofd")):
        if member in data:
            return kind
    return "zip"


def _compound(data: bytes) -> str:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {entry[0].lower() for entry in ole.listdir() if entry}
    except Exception:  # olefile raises whatever a damaged directory makes it raise
        return "doc" if "WordDocument".encode("utf-16-le") in data else "ole"
    if "encryptedpackage" in streams or "encryptioninfo" in streams:
        return "encrypted"
    for stream, kind in (("worddocument", "doc"), ("workbook", "xls"), ("book", "xls"), ("powerpoint document", "ppt")):
        if stream in streams:
            return kind
    return "ole"


def _text(data: bytes) -> str:
    from cleaning.page.decode import decode

    head = data[:4096]
    if not head.strip():
        return "unknown"
    if b'progid="Word.Document"' in head or b"schemas.microsoft.com/office/word/2003" in head:
        return "wordml"
    if b"multipart/related" in head.lower() and _MHT.search(head):
        return "mht"
    if _HTML.search(head.replace(b"\0", b"")):
        return "html"
    if not head.startswith((b"\xff\xfe", b"\xfe\xff")) and head.count(b"\0") > len(head) // 100:
        return "unknown"
    text = decode(data[: 1 << 16]).text
    strange = sum(char == "\ufffd" or "\x80" <= char <= "\x9f" or "\ue000" <= char <= "\uf8ff" for char in text)
    return "txt" if text.strip() and strange * 20 <= len(text) else "unknown"


def suffix(name: str) -> str:
    """The suffix of a file name or address in small letters, "" when it has none that names a kind of file."""
    last = re.split(r"[?#]", name.strip())[0].rsplit(".", 1)
    return last[1].lower() if len(last) == 2 and last[1].lower() in _KNOWN else ""


def misnamed(kind: str, name: str) -> bool:
    """Whether the name's suffix says another kind of file. No suffix says nothing."""
    said = suffix(name)
    return bool(said) and kind in _SUFFIXES and said not in _SUFFIXES[kind].split()
