"""Addresses, and lists of them, as people type, copy and save them."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from crawler.discovery.hosts import permitted
from crawler.portals.regions import in_force, in_name
from crawler.store.proposals import Host

COLUMNS: Final = {
    "home": "home|homepage|home page|url|address|website|site|link|网址|首页|主页|网站|官网|链接|门户",
    "name": "name|agency|organisation|organization|名称|机关|单位|部门|机构",
    "region": "region|code|division|地区|区划|地域|行政区",
    "priority": "priority|优先级|优先|顺序",
}
"""What the columns of a list are called; the first name is ours. A longer head counts by its end: 单位网址 is home."""
_MARKS: Final = "\t;；，,|"
_SLASHES: Final = r"[/／\\＼]"
_SCHEME: Final = re.compile(rf"(https?)\s*[:：;；]?\s*{_SLASHES}+\s*", re.IGNORECASE)
_SIGN: Final = "[\\w０-９Ａ-Ｚａ-ｚ－-]"
_ADDRESS: Final = re.compile(
    rf"(?P<schemes>(?:{_SCHEME.pattern})*)(?P<host>{_SIGN}+(?: ?[.．。] ?{_SIGN}+)+)"
    rf"(?P<port>[:：]\d+)?(?P<rest>(?:{_SLASHES}|[?？#])\S*)?",
    re.IGNORECASE | re.ASCII,
)
_UNSEEN: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_CLOSING: Final = "\"'”’」』》>)）]】,，.。;；、|"
_OPENS: Final = {")": "(", "）": "（", "]": "[", "】": "【"}
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_NAMED: Final = 3  # lines an error names


class ListError(ValueError):
    """A list of agencies that cannot be used; the message names file, line and remedy."""


def address(text: str) -> str | None:
    """The web address in what somebody typed or copied (``官网：www。example。gov。cn``), with a scheme and a path.

    None if there is none, as in other text, other schemes and addresses that name a user.

    Full width, Chinese full stops, back slashes, doubled and broken schemes, quotes and brackets around it are mended;
    nothing behind the host is, but for what closes a sentence.
    """
    text = text.translate(_UNSEEN).strip()
    found = _ADDRESS.search(text)
    if found is None or text[: found.start()].endswith(("@", "://")) or text[found.end() :].startswith("@"):
        return None
    schemes: list[str] = _SCHEME.findall(found["schemes"])
    host = unicodedata.normalize("NFKC", "".join(found["host"].split())).replace("。", ".").lower()
    port = unicodedata.normalize("NFKC", found["port"] or "")
    rest = _unclosed(found["rest"] or "")
    path = re.sub(f"^{_SLASHES}+", "/", rest) if not rest.startswith(("?", "？", "#")) else f"/{rest}"
    return f"{schemes[-1].lower() if schemes else 'http'}://{host}{port}{path or '/'}"


def _unclosed(rest: str) -> str:
    """What follows a host without what closes the sentence or the brackets it stands in."""
    while rest and rest[-1] in _CLOSING:
        opening = _OPENS.get(rest[-1])
        if opening and rest.count(opening) >= rest.count(rest[-1]):
            break
        rest = rest[:-1]
    return rest


def read_list(path: Path) -> list[Host]:
    """The hosts of a list: a text of one address a line, a CSV however it is parted and encoded, or a workbook, with
    ``home`` and, where known, name, region (a code or a name) and priority; Chinese heads are known, too.

    Lines without an address are left out. Raises ListError for a file or a line that cannot be used.
    """
    rows = [(number, row) for number, row in _rows(path) if any(row) and not row[0].startswith("#")]
    if not rows:
        return []
    columns = _columns(rows[0][1])
    if "home" in columns:
        rows = rows[1:]
    elif not any(map(address, rows[0][1])):
        raise ListError(f"{path}: no column is called 'home' (or 网址); name the one that holds the addresses so")
    hosts: list[Host] = []
    wrong: list[str] = []
    for number, row in rows:
        try:
            hosts += _host(row, columns)
        except ValueError as error:
            wrong.append(f"line {number}: {error}")
    if wrong:
        more = f" (and {len(wrong) - _NAMED} lines more)" if len(wrong) > _NAMED else ""
        raise ListError(f"{path}: {'; '.join(wrong[:_NAMED])}{more}")
    return hosts


def _columns(head: Sequence[str]) -> dict[str, int]:
    """Which cell holds what, by the heads of a list; nothing where a cell of it is an address."""
    if any(map(address, head)):
        return {}
    found: dict[str, int] = {}
    for field, names in COLUMNS.items():
        for at, cell in enumerate(head):
            if at not in found.values() and re.search(
                f"(?:^|[^a-z])(?:{names})(?:地址|代码|编码|全称)?$", cell.lower()
            ):
                found.setdefault(field, at)
    return found


def _host(row: Sequence[str], columns: dict[str, int]) -> Iterator[Host]:
    """The host of a line, if it names one. Raises ValueError for one that may not be asked, and a bad priority."""
    cells = {field: row[at] for field, at in columns.items() if at < len(row)}
    if not columns:
        cells["home"] = next(filter(address, row), "")
        cells["name"] = next(
            (cell for cell in row if cell != cells["home"] and re.search(r"[\u4e00-\u9fff]", cell)), ""
        )
    if not cells.get("home"):
        return
    home = address(cells["home"])
    if home is None:
        if "." in cells["home"]:
            raise ValueError(f"{cells['home']!r} is no address; mend it or leave the line out")
        return
    if not permitted(Host(home).host):
        raise ValueError(f"{cells['home']!r} is no host below gov.cn; leave the line out")
    priority = unicodedata.normalize("NFKC", cells.get("priority") or "0").removesuffix(".0")
    if not priority.lstrip("-").isdecimal():
        raise ValueError(f"priority {priority!r} is no number")
    yield Host(home, cells.get("name", ""), _code(cells.get("region", "")), int(priority))


def _code(region: str) -> str | None:
    """The code of a region by name or code; codes of statistics have six zeros more, those of workbooks a decimal."""
    digits = re.fullmatch(r"(\d{6})(?:0{3}|0{6})?(?:\.0)?", region)
    found = in_force(digits[1]) if digits else in_name(region) if region else None
    return getattr(found, "code", None)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The lines of a list with their numbers, each as its cells."""
    try:
        data = path.read_bytes()
        if data.startswith(b"PK\x03\x04"):
            yield from _of_workbook(data)
            return
        lines = _decoded(data).splitlines(keepends=True)
        sample = next((line for line in lines if line.strip() and not line.startswith("#")), "")
        mark = max(_MARKS, key=sample.count)
        reader = csv.reader(lines, delimiter=mark)
        for cells in reader:
            yield reader.line_num, [cell.translate(_UNSEEN).strip() for cell in cells]
    except (OSError, UnicodeError, csv.Error, BadZipFile, KeyError, ValueError) as error:
        raise ListError(f"{path}: cannot be read as a list: {error}") from None


def _decoded(data: bytes) -> str:
    """A text as spreadsheets save it: UTF-8 or UTF-16 with or without a mark, else the Chinese code page.

    Raises UnicodeError for what is none of them.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _of_workbook(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """The lines of the first sheet of a workbook."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    for number, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
        yield number, ["" if cell is None else str(cell).translate(_UNSEEN).strip() for cell in cells]
