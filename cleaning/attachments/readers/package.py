"""Packages of XML in a ZIP file (DOCX, XLSX, OFD), opened with bounds.

A member is never unpacked past the limits, and XML that declares entities is refused before it is parsed: no
office program writes a document type declaration, only bombs and attacks do (OWASP, XML External Entity).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib

from lxml import etree

from cleaning.attachments.reading import Limits, Problem

_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
RATIO = 400
"""Bytes unpacked for each byte packed, in members above a megabyte, beyond which no writer of documents goes."""


class Package:
    """The members of a package by name, each read at most once and all together within the limits."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise Problem("truncated", "The file's directory is missing: it was cut off or damaged.") from error
        self._left = limits.unpacked
        infos = self._archive.infolist()
        self.members = {info.filename.replace("\\", "/").lstrip("/"): info for info in infos}
        self._folded = {name.lower(): name for name in self.members}
        if len(infos) > 20 * limits.pages + 1000:
            raise Problem("bomb", f"The file is a package of {len(infos)} parts, more than a document has.")
        for info in infos:
            if info.file_size > 1 << 20 and info.file_size > RATIO * max(info.compress_size, 1):
                raise Problem("bomb", f"A part of {info.compress_size} bytes unpacks to {info.file_size}.")
            if info.flag_bits & 1:
                raise Problem("encrypted", "The package is encrypted with a password.")

    def __contains__(self, name: str) -> bool:
        return name.lstrip("/").lower() in self._folded

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags of the package as a whole: whether it carries programs."""
        return ("has_macros",) if any(name.endswith("vbaproject.bin") for name in self._folded) else ()

    def member(self, name: str) -> bytes:
        """The bytes of a member. Raises Problem when it is missing, damaged or past the limits."""
        info = self.members.get(self._folded.get(name.lstrip("/").lower(), ""))
        if info is None:
            raise Problem("unreadable", f"The package has no part {name}.")
        if info.file_size > self._left:
            raise Problem("too_large", "The file unpacks to more than the limit.")
        try:
            data = self._archive.read(info)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError) as error:
            raise Problem("truncated", f"The part {name} is damaged.") from error
        except NotImplementedError as error:
            raise Problem("unreadable", f"The part {name} is packed in an unknown way.") from error
        self._left -= len(data)
        return data

    def xml(self, name: str) -> etree._Element:
        """The root of an XML member. Raises Problem; never resolves an entity or opens another file."""
        return parse(self.member(name), name)


def unfolded(data: bytes) -> bytes:
    """A package that is one XML file (Flat OPC, ECMA-376 part 2 does not name it) as the ZIP file it stands for."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for node in parse(data, "package"):
            name = next((str(value) for key, value in node.attrib.items() if str(key).endswith("}name")), "")
            inner = next((child[0] for child in node if name_of(child) == "xmlData" and len(child)), None)
            if name and inner is not None:
                archive.writestr(name.lstrip("/"), etree.tostring(inner))
    return out.getvalue()


def parse(data: bytes, name: str) -> etree._Element:
    """The root of an XML document of a stranger. Raises Problem."""
    declared = data.replace(b"\0", b"") if b"\0" in data[:200] else data
    if _DOCTYPE.search(declared):
        raise Problem("bomb", f"The part {name} declares XML entities, which documents never do.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Problem("unreadable", f"The part {name} is no XML.") from error
    if root is None:
        raise Problem("unreadable", f"The part {name} is no XML.")
    return root


def name_of(node: etree._Element) -> str:
    """An element's name without its namespace, in which dialects of one format differ; "" for comments and the like."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def resolve(base: str, target: str) -> str:
    """The name of a member another one points to; a leading slash means the package's root."""
    joined = target if target.startswith("/") else posixpath.join(posixpath.dirname(base), target)
    return posixpath.normpath("/" + joined).lstrip("/")
