"""How a column of a made-up portal shows its reports by their years."""

from __future__ import annotations

from tests.replica.form_parts import COLUMN, OWNER, Listing, Report, column, dated, details, fixed, triples


def years() -> Listing:
    path = "/zw/fzjs/"
    reports = tuple(Report(f"{path}{year}/{year}bg.html", OWNER, year) for year in (2025, 2024, 2023))
    menu = "".join(f'<li><a href="{each.year}/">{each.year}年度</a></li>' for each in reports)
    pages = column(path, f"<ul>{menu}</ul>") | details(reports)
    for each in reports:
        pages |= column(f"{path}{each.year}/", dated(triples([each])), f"{each.year}年度")
    folders = tuple(f"{path}{each.year}/" for each in reports)
    return Listing((path, COLUMN), pages, reports, (path, *folders), 12)


def year_links() -> Listing:
    path = "/zw/fzjsnb/"
    reports = tuple(Report(f"/nd/{year}.html", OWNER, year) for year in (2025, 2024, 2023))
    rows = "".join(f'<h4>{each.year}</h4><p><a href="{each.path}">{each.year}年度</a></p>' for each in reports)
    return Listing((path, COLUMN), column(path, f"<div>{rows}</div>") | details(reports), reports, (path,), 12)


def years_apart() -> Listing:
    """Years as entries without dates, whose columns lie beside and not below it."""
    path, reports = (
        "/zw/c210/list.html",
        tuple(Report(f"/zw/{year}bg.html", OWNER, year) for year in (2025, 2024, 2023)),
    )
    pages = {
        path: fixed("".join(f'<p><a href="/zw/c{each.year}7/list.html">{each.year}年</a></p>' for each in reports))
    }
    for each in reports:
        pages |= column(f"/zw/c{each.year}7/list.html", dated(triples([each])), f"{each.year}年")
    return Listing((path, "法治建设"), pages | details(reports), reports, (path,), 12)


def _apart(path: str, lists: str, straight: int) -> Listing:
    """Years of which so many of the newest lead straight to their reports, the others to lists of one report."""
    reports = tuple(Report(f"/nd/{year}bg.html", OWNER, year) for year in (2025, 2024, 2023, 2022))
    ways = {each: each.path if at < straight else lists.format(each.year) for at, each in enumerate(reports)}
    links = "".join(f'<p><a href="{way}">{each.year}年度</a></p>' for each, way in ways.items())
    pages = column(path, links) | details(reports)
    for each in reports[straight:]:
        pages |= column(ways[each], dated(triples([each])), f"{each.year}年度")
    return Listing((path, COLUMN), pages, reports, (path,), 12)


def years_mixed() -> Listing:
    """Some years stand as lists below the page, others are links to reports."""
    return _apart("/zw/fzbgmix/", "/zw/fzbgmix/{}/", 1)


def years_mixed_elsewhere() -> Listing:
    """The same where no address tells a list from a report."""
    return _apart("/zw/fzbgels/", "/nd/list{}.html", 2)
