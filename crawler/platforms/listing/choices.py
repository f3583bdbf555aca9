"""Where the options of a select lead: their values as addresses, what a change of it makes of a value, or what the
form round it asks for when a change sends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from crawler.platforms.listing.addresses import absolute
from crawler.platforms.listing.dom import Choice, Dom
from crawler.platforms.listing.literals import Functions, body_at, call_address, functions, is_address

MOST: Final = 200  # options of a page
_VALUE: Final = re.compile(
    r"(?:this|(?:e|ev|evt|event)\.target|\w{1,20})\.options\[[^\]]{1,60}\]\.value|"
    r"(?:this|(?:e|ev|evt|event)\.target)\.value|\$\(\s*(?:this|['\"][#\w.]{1,40}['\"])\s*\)\.val\(\)|"
    r"document\.getElementById\(\s*['\"]\w{1,40}['\"]\s*\)\.value"
)
_ANY: Final = re.compile(".*", re.S)
_SENT: Final = re.compile(r"\bsubmit\(\s*\)")


def leading(dom: Dom, base: str, named: re.Pattern[str] = _ANY) -> Iterator[tuple[str, str]]:
    """(address, text) of every option that leads somewhere and whose text is all of the form ``named``."""
    sources = [source for _, _, source in dom.scripts]
    known: Functions | None = None
    for choice in dom.choices:
        options = [(value, text) for value, text in choice.options[:MOST] if named.fullmatch(text)]
        code = (choice.code or _on_change(choice, sources)) if options else ""
        for value, text in options:
            known = known or functions(sources)
            if url := absolute(base, _asked(code, value, known) or _sent(choice, code, value) or _own(value)):
                yield url, text


def _asked(code: str, value: str, known: Functions) -> str:
    """The address that a change to this value asks for, "" where it asks for none or that cannot be read."""
    if not value or not _VALUE.search(code) or '"' in value or "'" in value:
        return ""
    return call_address(_VALUE.sub(f"'{value}'", code), known)


def _sent(choice: Choice, code: str, value: str) -> str:
    """The address a form asks for that a change to this value sends, "" where nothing is sent or not by GET."""
    form = choice.form
    if form is None or form.method != "GET" or not (value and choice.name) or not _SENT.search(code):
        return ""
    fields = [(name, said) for _, name, said in form.fields if name and name != choice.name]
    return f"{form.action.partition('?')[0]}?{urlencode([*fields, (choice.name, value)])}"


def _own(value: str) -> str:
    return value if is_address(value) else ""


def _on_change(choice: Choice, sources: list[str]) -> str:
    """What a script does when the select is changed: ``$("#year").change(function(){ … })``."""
    name = choice.id or choice.name
    form = re.compile(
        rf"['\"][^'\"]{{0,40}}\b{re.escape(name)}['\"]\]?['\"]?\s*\)\s*\.(?:change\(|on\(\s*['\"]change['\"]\s*,)\s*"
        r"(?:function\s*\(\w*\)|\(?\w*\)?\s*=>)\s*\{"
    )
    found = ((source, match) for source in sources if name and (match := form.search(source)))
    return next((body_at(source, match.end()) for source, match in found), "")
