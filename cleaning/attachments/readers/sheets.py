"""Workbooks: the shown sheets, one row a line, cells as they are displayed."""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from cleaning.attachments.layout.rows import row
from cleaning.attachments.readers.package import Package, name_of, parse
from cleaning.attachments.reading import Limits, Problem, Text

_ROWS = 20_000
_COLUMNS = 256
_DECIMALS = re.compile(r"0\.(0+)")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_LATE = 2_958_466  # the day after 9999-12-31 as Excel counts days

_Sheets = Sequence[tuple[str, Iterable[list[str]]]]


def read(data: bytes, limits: Limits) -> Text:
    """The text of an XLSX or XLS file. Raises Problem when it is encrypted, damaged or a bomb."""
    if data.lstrip()[:1] == b"<":
        return _text([*_of_xml(data)], "xls", (), limits)
    return _new(data, limits) if data.startswith(b"PK") else _old(data, limits)


def _new(data: bytes, limits: Limits) -> Text:
    package = Package(data, limits)
    if "xl/workbook.bin" in package:
        raise Problem("unsupported", "Workbooks of the binary kind (XLSB) are not read.")
    for name in package.members:
        if name.lower().endswith((".xml", ".rels")):
            parse_free_of_entities(package, name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        shown_sheets = [sheet for sheet in _book(data).worksheets if sheet.sheet_state == "visible"]
        return _text([(sheet.title, _rows(sheet)) for sheet in shown_sheets], "xlsx", package.flags, limits)


def _book(data: bytes) -> Any:
    import openpyxl

    try:
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise Problem("unreadable", "The workbook is damaged.") from error


def _rows(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()
    for cells in sheet.iter_rows(max_row=_ROWS, max_col=_COLUMNS):
        yield [shown(cell.value, cell.number_format or "") for cell in cells]


def parse_free_of_entities(package: Package, name: str) -> None:
    """Raises Problem for a part that declares entities; openpyxl would parse it as it is."""
    data = package.member(name)
    if b"<!" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        parse(data, name)


def _of_xml(data: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    """The sheets of a workbook of 2003 that is one XML file (SpreadsheetML); a cell may say in which column it is."""
    for sheet in [node for node in parse(data, "workbook").iter() if name_of(node) == "Worksheet"]:
        rows: list[list[str]] = []
        for line in [node for node in sheet.iter() if name_of(node) == "Row"][:_ROWS]:
            cells: list[str] = []
            for cell in [node for node in line if name_of(node) == "Cell"]:
                stated = {str(key).rpartition("}")[2]: str(value) for key, value in cell.attrib.items()}
                place = stated.get("Index", "")
                cells += [""] * (min(int(place), _COLUMNS) - 1 - len(cells) if place.isdecimal() else 0)
                cells.append("".join(str(text) for text in cell.itertext()).strip())
            rows.append(cells[:_COLUMNS])
        yield str(next((value for key, value in sheet.attrib.items() if str(key).endswith("Name")), "")), rows


def _old(data: bytes, limits: Limits) -> Text:
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO(), on_demand=True)
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise Problem("encrypted", "The workbook needs a password.") from error
        raise Problem("unreadable", "The workbook is damaged.") from error

    def rows(sheet: xlrd.sheet.Sheet) -> Iterator[list[str]]:
        for number in range(min(sheet.nrows, _ROWS)):
            cells = []
            for cell in sheet.row(number)[:_COLUMNS]:
                value, style = cell.value, ""
                if cell.ctype == xlrd.XL_CELL_DATE and 0 <= value < _LATE:
                    value = xlrd.xldate_as_datetime(value, book.datemode)
                elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                    value = bool(value)
                elif cell.ctype == xlrd.XL_CELL_ERROR:
                    value = xlrd.error_text_from_code.get(value, "")
                elif cell.ctype == xlrd.XL_CELL_NUMBER and cell.xf_index is not None:
                    style = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
                cells.append(shown(value, style))
            yield cells

    sheets = [(sheet.name, rows(sheet)) for sheet in book.sheets() if sheet.visibility == 0]
    macros = b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0" in data
    return _text(sheets, "xls", ("has_macros",) if macros else (), limits)


def _text(sheets: _Sheets, method: str, flags: tuple[str, ...], limits: Limits) -> Text:
    lines, cut = _lines(sheets, limits)
    flags = (*flags, "too_large", "truncated") if cut else flags
    return Text("\n".join(lines), method, len(sheets), flags=flags)


def _lines(sheets: _Sheets, limits: Limits) -> tuple[list[str], bool]:
    """The rows of all sheets, below the sheet's name where there are several; and whether there was more."""
    out: list[str] = []
    size = 0
    for name, rows in sheets:
        before = len(out)
        for number, cells in enumerate(_without_empty_columns(rows), 1):
            if number == _ROWS:
                return out, True
            lines = row(cell.split("\n") for cell in cells)
            size += sum(map(len, lines))
            out += lines
            if size > limits.characters:
                return out, True
        if len(sheets) > 1 and len(out) > before:
            out.insert(before, name)
    return out, False


def _without_empty_columns(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """The rows of a sheet without the columns that are only its margin: those without any text."""
    kept = list(rows)
    used = sorted({at for cells in kept for at, cell in enumerate(cells) if cell})
    for cells in kept:
        yield [cells[at] for at in used if at < len(cells)]


def shown(value: object, style: str) -> str:
    """A cell's value as its number format shows it; dates as ISO dates."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime):
        return str(value.date()) if value.time() == datetime.time() else value.isoformat(" ", "minutes")
    if isinstance(value, int | float):
        return _number(value, style)
    return str(value).replace("\t", " ").replace("\r", "").replace("_x000D_", "")


def _number(value: float, style: str) -> str:
    plain = _LITERAL.sub("", style.split(";")[0])
    decimals = _DECIMALS.search(plain)
    places = len(decimals[1]) if decimals else 0
    if "%" in plain:
        return f"{value * 100:.{places}f}%"
    grouped = "," if "#,##0" in plain else ""
    if decimals or plain in {"0", "#,##0"}:
        return f"{value:{grouped}.{places}f}"
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else format(value, ".15g")
