"""Telling document files from web pages, by their address and by their first bytes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import unquote, urlsplit

from cleaning.page.addresses import joined

# PDF, ZIP (DOCX, XLSX, OFD), OLE2 (DOC, XLS, WPS), RTF, RAR, 7-Zip, JPEG, PNG, TIFF, GIF, BMP with its reserved zeros.
_MAGIC: Final = (
    b"PK\x03\x04", b"PK00PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c",
    b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*", b"GIF87a", b"GIF89a",
)  # fmt: skip
_LEAD: Final = re.compile(rb"(?:[\s\0]|\xef\xbb\xbf){0,512}")
_PDF: Final = b"%PDF-"
PDF_WITHIN: Final = 1024  # bytes in which a PDF's header may stand (ISO 32000-1, annex H, note 13)

SUFFIXES: Final = "pdf|docx?|xlsx?|pptx?|wps|et|ofd|rtf|zip|rar|7z|ceb|txt|csv|tiff?"
NAMED: Final = re.compile(rf"\.(?:{SUFFIXES})(?=$|[?#&;|])", re.IGNORECASE)
_SERVED: Final = re.compile(
    r"downfile\.jsp|download\.jsp\?[^\"']*DownloadAttachUrl|downloadztbattach|/attachment/|downloadAttach|fileDownload|"
    r"download(?:File)?\.(?:do|action|aspx|ashx)|/group\d+/M\d\d/|(?:^|/)[0-9a-f]{32}/files/",
    re.IGNORECASE,
)


def without_lead(content: bytes) -> bytes:
    """The bytes from the file's mark on: download pages write line ends and a byte order mark before it."""
    lead = _LEAD.match(content)
    return content[lead.end() :] if lead and lead.end() and content.startswith(_MAGIC, lead.end()) else content


def is_document(content: bytes) -> bool:
    """True for the bytes of a document file or a picture, false for those of a page, data or plain text."""
    head = without_lead(content[:PDF_WITHIN])
    return head.startswith(_MAGIC) or (_PDF in head and b"<" not in head[: head.find(_PDF)])


def is_file(href: str) -> bool:
    """True for an address of the form of a document file's."""
    path = href.split("#", 1)[0]
    return bool(NAMED.search(path) or ("%" in path and NAMED.search(unquote(path))) or _SERVED.search(path))


def name_of(url: str) -> str:
    """The file's name in an address, as a person reads it."""
    return safe_name(unquote(urlsplit(joined("", url)).path.rstrip("/").rsplit("/", 1)[-1]))


def safe_name(name: str) -> str:
    """A name without characters that cannot be seen or turn the reading direction, blanks made one, cut short."""
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in name[:2000])
    return " ".join(shown.split())[:300]
