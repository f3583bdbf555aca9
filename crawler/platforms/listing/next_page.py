"""The request for the next page, by whatever on a page leads there.

A link that says so, the link or option numbered one higher, a field of the request that counts pages while the page
states that there are more. A link may be an address, a call of a function that sets one, a form that is submitted, or
an ASP.NET postback, which is sent as the form it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final
from urllib.parse import urlencode

from crawler.items import ListingPage, PageRequest
from crawler.platforms.listing import service_requests
from crawler.platforms.listing.dom import Choice, Dom, Form, Link
from crawler.platforms.listing.following import is_next, leads_on, split_number
from crawler.platforms.listing.literals import Functions, address, call_address, call_fields, is_address
from crawler.platforms.listing.pager import Stated

_POSTBACK: Final = re.compile(r"__doPostBack\(\s*'([^']{0,200})'\s*,\s*'([^']{0,100})'\s*\)")
_CHOSEN: Final = re.compile(r"this\.options\[[^\]]{1,60}\]\.value|this\.value|\$\(this\)\.val\(\)")
_OPTION: Final = re.compile(r"\D{0,3}(\d{1,5})(?:\s*/\s*\d{1,5})?\D{0,3}")


def next_page(page: ListingPage, dom: Dom, stated: Stated) -> PageRequest | None:
    """The request for the page after this one, None on the last page or where nothing says how to ask for it."""
    pager = _Pager(page, dom, stated)
    if stated.pages is not None and stated.pages <= pager.current:
        return None
    return next((request for request in pager.ways() if request is not None), None)


class _Pager:
    """The pager of one page."""

    def __init__(self, page: ListingPage, dom: Dom, stated: Stated) -> None:
        self.page, self.dom, self.stated = page, dom, stated
        self.here = page.url.partition("#")[0]
        self.asked = service_requests.asked(page)

    @cached_property
    def scripts(self) -> Functions:
        return self.dom.functions()

    @cached_property
    def current(self) -> int:
        """Which page this is, from 1: by the request, by what the page states, by the number that is no link."""
        argument = service_requests.fields(self.asked).get("__EVENTARGUMENT", "").removeprefix("Page$")
        if argument.isdecimal():
            return int(argument)
        if self.stated.current is not None:
            return self.stated.current
        linked = {int(text) for link in self.dom.links if (text := _number(link))}
        missing = next((n for n in range(1, 10_000) if n not in linked), 1)
        if len(linked) > 1 and (missing + 1 in linked or missing - 1 in linked):
            return missing
        counted = service_requests.page_field(self.asked)[1] if self.asked.body else 0
        return counted or (split_number(self.here) or ("", 1, ""))[1]

    def ways(self) -> Iterator[PageRequest | None]:
        """The requests the page's own means lead to, the plainest first."""
        for link in self.dom.links:
            if is_next(self.dom, link):
                yield self.by_link(link, said=True)
        for wanted in dict.fromkeys((self.current + 1, (split_number(self.here) or ("", 1, ""))[1] + 1)):
            for link in self.dom.links:
                if _number(link) == str(wanted):
                    yield self.by_link(link)
        for choice in self.dom.choices:
            yield self.by_choice(choice)
        yield self.by_count()

    def by_link(self, link: Link, *, said: bool = False) -> PageRequest | None:
        """The request a link sends, if it leads on from this page; ``said`` where it says that it is the next."""
        if link.url:
            return PageRequest(link.url) if leads_on(self.here, link.url, said=said) else None
        if found := _POSTBACK.search(link.code):
            return self.posted({"__EVENTTARGET": found[1], "__EVENTARGUMENT": found[2]})
        return self.filled(call_fields(link.code, self.scripts)) if link.code else None

    def posted(self, values: Mapping[str, str]) -> PageRequest | None:
        """A postback: the page's form with the control that was clicked."""
        names = {"__VIEWSTATE", "__EVENTTARGET", "__EVENTVALIDATION"}
        form = next((form for form in self.dom.forms if names & {name for _, name, _ in form.fields}), None)
        return self._submit(form, values, "POST") if form else None

    def filled(self, values: Mapping[str, str]) -> PageRequest | None:
        """The form that has these fields, filled with them, if one of them counts up to the next page."""
        for form in self.dom.forms if values else ():
            held = {key: value for by_id, name, value in form.fields for key in (by_id, name) if key}
            if values.keys() <= held.keys() and any(self._counts_up(held[key], values[key]) for key in values):
                return self._submit(form, values, form.method)
        return None

    def _counts_up(self, old: str, new: str) -> bool:
        if not (new.isascii() and new.isdecimal()):
            return False
        return int(new) == self.current + 1 or (old.isascii() and old.isdecimal() and int(new) == int(old) + 1)

    def by_choice(self, choice: Choice) -> PageRequest | None:
        """The option one page on, of a select whose options count pages from the first."""
        numbers = [int(found[1]) if (found := _OPTION.fullmatch(text)) else 0 for _, text in choice.options]
        if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)) or self.current >= len(numbers):
            return None
        value = choice.options[self.current][0]
        if is_address(value):
            url = self.dom.resolve(value)
            return PageRequest(url) if url and url != self.here else None
        code = _CHOSEN.sub(f"'{value}'", choice.code)
        if spelled := call_address(code, self.scripts) or address(code):
            return PageRequest(self.dom.resolve(spelled))
        if fields := call_fields(code, self.scripts):
            return self.filled(fields)
        if "submit" in code and choice.name and choice.form is not None:
            return self._submit(choice.form, {choice.name: value}, choice.form.method)
        if (found := _POSTBACK.search(choice.code.replace("\\'", "'"))) and choice.name:
            return self.posted({"__EVENTTARGET": found[1], "__EVENTARGUMENT": "", choice.name: value})
        return None

    def by_count(self) -> PageRequest | None:
        """The same request with its own page number one higher, while the page states that there are more."""
        name, number = service_requests.page_field(self.asked)
        if name and self.stated.pages is not None and number < self.stated.pages:
            return service_requests.changed(self.asked, **{name: number + 1})
        return None

    def _submit(self, form: Form, values: Mapping[str, str], method: str) -> PageRequest | None:
        """A form as a browser sends it, some of its fields changed; in the encoding of the page."""
        pairs: dict[str, str] = {}
        for by_id, name, value in form.fields:
            key = name or by_id
            if key:
                pairs[key] = values.get(name, values.get(by_id, value)) if name or by_id else value
        known = {key for by_id, name, _ in form.fields for key in (by_id, name)}
        pairs |= {key: value for key, value in values.items() if key not in known}
        url = self.dom.resolve(form.action) or self.here
        sent = urlencode(pairs, encoding=self.page.encoding, errors="xmlcharrefreplace")
        if method == "POST":
            return PageRequest(url, "POST", sent, {**service_requests.FORM, "Referer": self.here})
        return PageRequest(f"{url.partition('?')[0]}?{sent}")


def _number(link: Link) -> str:
    """The page number a link shows, "" without one."""
    text = "".join(text for _, text in link.pieces[:5]).strip().strip("[]【】()（）第页 ")
    return text if text.isascii() and text.isdecimal() and len(text) < 6 else ""
