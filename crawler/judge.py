"""What an answer is, judged in one place and in one order.

Transport first (did it come, and whole), then what the page yields, and only then statuses, lengths and words: a page
that yields what was asked for is neither a wall nor gone, whatever stands on it. What a page's bytes prove is judged
by ``cleaning.document.judge``; here its verdict becomes an outcome.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urljoin, urlsplit

from scrapy.http import Response

from cleaning.report import Page, Report
from crawler.items import FetchedPage
from crawler.outcome import Outcome, because, same_page, same_site

if TYPE_CHECKING:
    from cleaning.document.judge import Verdict

MOVES: Final = (301, 302, 303, 307, 308)
WALL_STATUS: Final = {
    401: "status_login",
    403: "status_firewall",
    405: "status_firewall",
    412: "status_ruishu",
    418: "status_firewall",
    429: "status_slow_down",
    521: "status_jiasule",
}
MOST_TAGS: Final = 200_000  # a page of more is no page: its tree would take hundreds of megabytes
MAX_REDIRECTS: Final = 5  # as many as RFC 9309 §2.3.1.2 wants followed
CUT: Final = "cut"  # flag of a response that did not come whole
LOOP: Final = "many_redirects"  # flag of a response that ends a chain of redirects
OK: Final = Outcome("ok")


def location_of(response: Response) -> str:
    """The Location header as an address: bytes beyond ASCII, in whatever encoding, are sent back as they came."""
    raw = (response.headers.get("Location") or b"").strip()
    return quote(raw, safe="/:?#[]@!$&'()*+,;=%~\\").replace("%5C", "\\")


def of_answer(response: Response, home: str = "") -> Outcome:
    """What status, headers and size say: ``ok`` where there is a page to read, ``moved`` with its ``location``, or how
    the fetch ended. ``home`` is the portal's home page, to know a redirect there."""
    if LOOP in response.flags:
        return because("redirect_loop", "many_redirects", most=MAX_REDIRECTS)
    if response.status == 304:
        if not _named_a_copy(response):
            return because("empty_response", "unasked")
        return because("unchanged_304", "not_modified")
    if response.status in MOVES:
        return of_redirect(response.status, response.url, location_of(response), home)
    if not response.body.strip():
        return of_status(response.status) or because("empty_response", "empty")
    if (tags := response.body.count(b"<")) > MOST_TAGS:
        return because("too_large", "too_many_tags", tags=tags, most=MOST_TAGS)
    return OK


def _named_a_copy(response: Response) -> bool:
    """Whether the request that was answered named a copy that may be unchanged."""
    request = response.request
    return request is None or any(name in request.headers for name in ("If-None-Match", "If-Modified-Since"))


def of_redirect(status: int, url: str, location: str, home: str) -> Outcome:
    """``moved`` for a redirect on one host, else where it leads astray."""
    target = urljoin(url, location) if location else ""
    if not target or urlsplit(target).scheme not in ("http", "https"):
        return because("redirected_away", "to_no_page", status=status, location=repr(location[:200]))
    if same_page(url, target) and urlsplit(url).scheme == urlsplit(target).scheme:
        return because("blocked", "to_itself", status=status)
    if not same_site(url, target):
        return because("redirected_away", "to_other_host", status=status, location=target[:200])
    if home and same_page(target, home) and not same_page(url, home):
        return because("redirected_home", "to_home", status=status)
    return Outcome("moved", "moved", {"status": status, "location": target[:200]}, target)


def of_status(status: int) -> Outcome | None:
    """What a status says of a page that yields nothing; None where it says that all is well."""
    if status in WALL_STATUS:
        return because("blocked", WALL_STATUS[status], status=status)
    if status in (404, 410):
        return because("gone", "status_gone", status=status)
    if status >= 500:
        return because("server_error", "status_server", status=status)
    if status >= 400:
        return because("client_error", "status_client", status=status)
    if status == 202:
        return because("blocked", "status_no_page", status=status)
    return None


def of_robots(status: int, host: str) -> Outcome:
    """What an answer to robots.txt means (RFC 9309 §2.3.1): one that is not there, refused or elsewhere forbids
    nothing; a server that fails or asks for patience is waited for."""
    if status == 429 or status >= 500:
        return because("robots_unavailable", "robots_status", host=host, status=status)
    return OK if status == 200 else because("ok", "no_robots", status=status)


def of_document(item: FetchedPage, site_id_code: str | None, kept: str = "") -> Outcome:
    """``ok`` for a page that shows a report, else why it does not.

    ``kept`` is the text kept of the report that stood at the address. What the page yields is asked before its status
    and its words; a page that proves nothing is ``suspect``, never a version and never "not a report".
    """
    from cleaning.document.judge import judge  # heavy, and most nights bring no page

    report: Report = item.report
    stated = report.site_id_code
    if site_id_code and stated not in (None, "", site_id_code):
        return because("identity_mismatch", "site_code", stated=stated, own=site_id_code)
    verdict = judge(item.page, report, kept)
    if verdict.kind == "report":
        return OK
    if said := of_status(item.status) or _refusal(verdict, item.status):
        return said
    if verdict.kind != "document":
        return because("suspect", "proves_nothing" if report.body else "no_text", words=verdict.words)
    if item.report_id is None and not _is_promised(item):
        return because("not_a_report", "not_the_kind", kind=report.kind)
    return because("suspect", "other_document", words=verdict.words)


def _is_promised(item: FetchedPage) -> bool:
    """Whether the row that led to a page names a report, and the page does not say that it is of another kind."""
    from cleaning.document.classify import classify

    row = classify(item.row_title, item.column_name)
    return row.is_report and item.report.kind in ("annual_report", "undecided", "other")


def of_page(page: Page, part: Report, status: int) -> Outcome | None:
    """What a further page of an article is that holds no text of it, None where it is none of what is known."""
    from cleaning.document.judge import judge

    return of_status(status) or _refusal(judge(page, part), status)


def _refusal(verdict: Verdict, status: int) -> Outcome | None:
    """The outcome of a page that is a wall or says that it is not there, None for others."""
    if verdict.kind == "wall":
        return because("blocked", verdict.proof or "wall", words=verdict.words)
    if verdict.kind == "gone":
        return because("soft_404", "says_gone", status=status, words=verdict.words)
    return None


def listing_without_rows(page: Page, status: int) -> Outcome | None:
    """What a page asked for as a listing is that no row proves to be one; None where nothing speaks against it."""
    from cleaning.document.judge import without_yield

    return of_status(status) or _refusal(without_yield(page), status)


def of_page_found(response: Response) -> Outcome:
    """What a page met on a search is: ``ok`` unless status or words say otherwise of a page that shows little."""
    from cleaning.document.judge import without_yield

    if said := of_status(response.status):
        return said
    content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
    verdict = without_yield(Page(response.body, response.url, content_type))
    if verdict.proof == "bare":  # the answer of a search, or a stub: what it holds is for the search to find
        return OK
    return _refusal(verdict, response.status) or OK
