"""The request for the next page, by whatever on a page leads there.

A link that says so, the link or option numbered one higher, a field of the request that counts pages while the page
states that there are more. A link may be an address, a call of a function that sets one, a form that is submitted, or
an ASP.NET postback, which is sent as the form it is.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from functools import cached_property
from typing import Final
from urllib.parse import urlencode

from cleaning.text.normalize import fold
from crawler.items import ListingPage, PageRequest
from crawler.platforms.listing import literals, service_requests
from crawler.platforms.listing.dom import Choice, Dom, Form, Link
from crawler.platforms.listing.following import counts_up, is_next, leads_on, number_in, split_number
from crawler.platforms.listing.literals import Functions, call_address, call_fields, is_address
from crawler.platforms.listing.pager import Stated

_POSTBACK: Final = re.compile(r"__doPostBack\(\s*'([^']{0,200})'\s*,\s*'([^']{0,100})'\s*\)")
ARROWS: Final = ("→", "»", "›", "⇒", "▶", ">>")
HAN: Final = "一二三四五六七八九"
_CHOSEN: Final = re.compile(r"this\.options\[[^\]]{1,60}\]\.value|this\.value|\$\(this\)\.val\(\)")
_VOID: Final = re.compile(r"\bvoid\s*\(\s*0\s*\)|\breturn\s+false\b")
_DIGITS: Final = re.compile(r"\d+")
_CALL: Final = re.compile(r"\w\s*\(")
_YEAR: Final = re.compile(r"((?:19|20)\d{2})\s*年?\s*度?")
_OPTION: Final = re.compile(r"\D{0,3}(\d{1,5})(?:\s*/\s*\d{1,5})?\D{0,3}")


def next_page(page: ListingPage, dom: Dom, stated: Stated) -> tuple[PageRequest | None, str]:
    """The request for the page after this one, None on the last page or where nothing says how to ask for it; and the
    words of a control that leads on if no request could be read from it, "" otherwise."""
    pager = _Pager(page, dom, stated)
    if stated.pages is not None and stated.pages <= pager.current:
        return None, ""
    further = next((request for request in pager.ways() if request is not None), None)
    return further, "" if further else pager.control


def linked_pages(page: ListingPage, dom: Dom, stated: Stated, further: PageRequest) -> dict[int, PageRequest | None]:
    """The pages behind this one that the pager which leads ``further`` links by number or offers in a select; those
    with an address and the last with how it is asked for, None for the others that only a script knows."""
    return _Pager(page, dom, stated).linked(further)


def earlier_year(page: ListingPage, dom: Dom, stated: Stated) -> PageRequest | None:
    """The request for the year before the one shown, where a select of years sends a form when it is changed."""
    if not dom.choices:
        return None
    pager = _Pager(page, dom, stated)
    return next((request for request in map(pager.by_year, dom.choices) if request is not None), None)


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
    def numbered(self) -> list[tuple[str, Link]]:
        """The links that show a page number, with it."""
        return [(text, link) for link in self.dom.links if (text := _number(link))]

    @cached_property
    def current(self) -> int:
        """Which page this is, from 1: by the request, by what the page states, by the number that is no link."""
        argument = service_requests.fields(self.asked).get("__EVENTARGUMENT", "").removeprefix("Page$")
        if argument.isdecimal():
            return int(argument)
        return self._by_numbers() if self.stated.current is None else self.stated.current

    def _by_numbers(self) -> int:
        """Which page this is by the first number that is no link, if the one after it is; else by the number asked
        for, unless there are fewer pages (list_233.aspx, of three); of a posted form by that number if it is the last.
        """
        linked = {int(text) for text, _ in self.numbered}
        missing = _first_missing(linked)
        if len(linked) > 1 and missing + 1 in linked:
            return missing
        counted = service_requests.page_field(self.asked)[1] if self.asked.body else 0
        pages = self.stated.pages or max((len(_options(choice)) for choice in self.dom.choices), default=0)
        named = number_in(self.here)
        return (
            counted
            or (named if not 0 < pages < named else 0)
            or (missing if len(linked) > 1 and self.asked.body else 1)
        )

    @cached_property
    def control(self) -> str:
        """The words of a control that can be used and leads on, "" without one: a link, or a select of more pages."""
        if link := self._leading_link():
            return link.text.strip() or link.alt or link.title
        lists = (len(_options(choice)) for choice in self.dom.choices)
        return next((f"1–{pages}" for pages in lists if pages > self.current), "")

    def _leading_link(self) -> Link | None:
        """A link numbered one higher among others whose address only a script knows; else one that says that it leads
        on, to another page, and is not dead as its twin for the page before."""
        numbers = {int(text): link for text, link in self.numbered}
        link = numbers.get(self.current + 1)
        if link and len(numbers) > 1 and not link.url:
            return link
        said = (link for link in self.dom.links if is_next(self.dom, link) and link.url != self.here)
        return next((link for link in said if self._alive(link)), None)

    def _alive(self, link: Link) -> bool:
        """Whether a click on a control does something: it names a later page, or calls a function."""
        if link.page:
            return int(link.page) > self.current
        code = _VOID.sub("", link.code)
        if digits := [int(number) for number in re.findall(r"\d{1,6}", code)]:
            return self.current + 1 in digits or (self.current in digits and bool(self.asked.body))
        return bool(_CALL.search(code))

    def ways(self) -> Iterator[PageRequest | None]:
        """The requests the page's own means lead to, the plainest first."""
        for link in self.dom.links:
            if is_next(self.dom, link):
                yield self.by_link(link, said=True)
        for wanted in dict.fromkeys((self.current + 1, number_in(self.here, 1) + 1)):
            for text, link in self.numbered:
                if text == str(wanted):
                    yield self.by_link(link)
        yield self.by_arrow()
        yield self.by_last()
        yield from map(self.by_choice, self.dom.choices)
        yield self.by_count()
        if self.control or self.stated.rows or (self.stated.pages or 0) > self.current:
            yield self.by_script()

    def linked(self, further: PageRequest) -> dict[int, PageRequest | None]:
        """The pages behind this one whose links are like the one numbered one higher, if that is what leads
        ``further``: other numbers on a page are days of a calendar, say. Else those of a select that leads there."""
        one = next((link for text, link in self.numbered if text == str(self.current + 1)), None)
        if one and (one.url == further.url if one.url else len(self.numbered) > 1 and bool(one.code)):
            alike = {int(text): link for text, link in self.numbered if _form(link) == _form(one)}
            last = max(alike)
            return {
                number: PageRequest(link.url) if link.url else self.by_link(link, number) if number == last else None
                for number, link in alike.items()
                if number > self.current
            }
        choice = next((each for each in self.dom.choices if self.by_choice(each) == further), None)
        offered = zip(_options(choice), choice.options, strict=False) if choice else ()
        urls = {number: self.dom.resolve(value) if is_address(value) else "" for number, (value, _) in offered}
        return {number: PageRequest(url) if url else None for number, url in urls.items() if number > self.current}

    def by_link(self, link: Link, number: int = 0, *, said: bool = False) -> PageRequest | None:
        """The request a link sends, if it leads on from this page: to the next, which one that is ``said`` to be so
        does, or to the page of this ``number``."""
        if link.url and leads_on(self.here, link.url, said=said):
            return PageRequest(link.url)
        if link.url:
            return PageRequest(link.url, guessed=True) if said and self._may_be_one(link.url) else None
        if link.form is not None and said:
            return self._submit(link.form, call_fields(f"{link.code};submit", self.scripts), link.form.method)
        if found := _POSTBACK.search(link.code):
            return self.posted({"__EVENTTARGET": found[1], "__EVENTARGUMENT": found[2]})
        return self.filled(call_fields(link.code, self.scripts), number or self.current + 1) if link.code else None

    def _may_be_one(self, url: str) -> bool:
        """True for another address in this page's folder. From an address that was a guess itself no guess leads
        deeper, so that relative links which lengthen the path on every page end."""
        guess = self.page.request is not None and self.page.request.guessed
        deeper = url.count("/") > self.here.count("/")
        return url != self.here and url.startswith(self.dom.resolve("./")) and not (guess and deeper)

    def posted(self, values: Mapping[str, str]) -> PageRequest | None:
        """A postback: the page's form with the control that was clicked."""
        names = {"__VIEWSTATE", "__EVENTTARGET", "__EVENTVALIDATION"}
        form = next((form for form in self.dom.forms if names & {name for _, name, _ in form.fields}), None)
        return self._submit(form, values, "POST") if form else None

    def filled(self, values: Mapping[str, str], number: int) -> PageRequest | None:
        """The form that has these fields, filled with them, if one of them counts up to this page."""
        for form in self.dom.forms if values else ():
            held = {key: value for by_id, name, value in form.fields for key in (by_id, name) if key}
            if values.keys() <= held.keys() and any(counts_up(held[key], values[key], number) for key in values):
                return self._submit(form, values, form.method)
        return None

    def by_arrow(self) -> PageRequest | None:
        """The next page by a link that ends in an arrow, whatever it says, if its address is this one's next."""
        wanted = self.current + 1
        for link in self.dom.links:
            if link.label.rstrip().endswith(ARROWS) and number_in(link.url) == wanted and leads_on(self.here, link.url):
                return PageRequest(link.url) if link.url.startswith(self.dom.resolve("./")) else None
        return None

    def by_last(self) -> PageRequest | None:
        """The page behind this one by the address of the last, where the page states how many there are."""
        last = str(self.stated.pages or "")
        for link in self.dom.links if last else ():
            found = split_number(link.url)
            inside = link.url.startswith(self.dom.resolve("./"))
            if found and str(found[1]) == last and inside and leads_on(self.here, link.url):
                return PageRequest(f"{found[0]}{self.current + 1}{found[2]}")
        return None

    def by_choice(self, choice: Choice) -> PageRequest | None:
        """The option one page on, of a select whose options count pages from the first."""
        if self.current >= len(_options(choice)):
            return None
        value = choice.options[self.current][0]
        if not is_address(value):
            return self._by_change(choice, value)
        url = self.dom.resolve(value)
        return PageRequest(url) if url and url != self.here else None

    def by_year(self, choice: Choice) -> PageRequest | None:
        """The year before the one that is chosen, of a select of years that sends a form; where a year has an address
        of its own, it is a column below (``static_page.children``)."""
        years = {int(found[1]): value for value, text in choice.options if (found := _YEAR.fullmatch(text.strip()))}
        now = _YEAR.fullmatch(choice.options[choice.chosen][1].strip()) if len(years) > 1 else None
        earlier = max((year for year in years if now and year < int(now[1])), default=0)
        request = self._by_change(choice, years[earlier]) if earlier else None
        return request if request and request.method == "POST" else None

    def _by_change(self, choice: Choice, value: str) -> PageRequest | None:
        """What the page asks for when this value of a select is chosen."""
        code = _CHOSEN.sub(f"'{value}'", choice.code)
        if spelled := call_address(code, self.scripts) or literals.address(code):
            return PageRequest(self.dom.resolve(spelled))
        if fields := call_fields(code, self.scripts):
            return self.filled(fields, self.current + 1)
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

    def by_script(self) -> PageRequest | None:
        """The address a script spells from a literal and a number, if with the next page's number it leads on."""
        spelled = (self.dom.resolve(text) for text in literals.counted_addresses(self.dom.sources(), self.current + 1))
        return next((PageRequest(url) for url in spelled if url and leads_on(self.here, url)), None)

    def _submit(self, form: Form, values: Mapping[str, str], method: str) -> PageRequest | None:
        """A form as a browser sends it, some of its fields changed; in the encoding of the page."""
        url = self.dom.resolve(form.action) or self.here
        sent = urlencode(_sent(form, values), encoding=self.page.encoding, errors="xmlcharrefreplace")
        if method == "POST":
            return PageRequest(url, "POST", sent, {**service_requests.FORM, "Referer": self.here})
        return PageRequest(f"{url.partition('?')[0]}?{sent}")


def _sent(form: Form, values: Mapping[str, str]) -> dict[str, str]:
    """The fields of a form by name, those that ``values`` gives by name or id as it gives them, its others behind."""
    pairs: dict[str, str] = {}
    known: set[str] = set()
    for by_id, name, value in form.fields:
        known |= {by_id, name}
        if key := name or by_id:
            pairs[key] = values.get(name, values.get(by_id, value))
    return pairs | {key: value for key, value in values.items() if key not in known}


def _options(choice: Choice) -> list[int]:
    """The pages a select offers, counted from the first; [] for a select of something else."""
    numbers = [int(found[1]) if (found := _OPTION.fullmatch(text)) else 0 for _, text in choice.options]
    return numbers if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) else []


def _form(link: Link) -> str:
    """What links of one pager have in common: address or call, whatever its numbers."""
    return _DIGITS.sub("#", link.url or link.code)


def _first_missing(numbers: Container[int]) -> int:
    """The first page that is not among these numbers."""
    return next((number for number in range(1, 10_000) if number not in numbers), 1)


def _number(link: Link) -> str:
    """The page number a link shows, "" without one."""
    text = fold(link.label).strip().strip("[]【】()第页 ")
    text = str(HAN.index(text) + 1) if text and text in HAN else text
    return text if text.isascii() and text.isdecimal() and len(text) < 6 else ""
