"""Portals as data: one YAML file each, four to ten lines, checked when loaded."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Literal
from urllib.parse import urlsplit

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from crawler.exits import Mistake
from crawler.language import say
from crawler.places import PORTALS, new_portals, portal_folder
from crawler.urls import ascii_host, is_number

FOLDER: Final = Path(__file__).parent
REGISTRY: Final = "registry"  # the subfolder of portals that nobody has had a good fetch of yet
DELAY_FLOOR: Final = 5.0  # seconds between two requests to one host; no portal file can go under it
PAGES_CEILING: Final = 500

# The parser in C where PyYAML has one: seven times as fast.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class PortalError(Mistake):
    """A portal file that cannot be used; the message names file, field and remedy."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Every(_Strict):
    """Days between two fetches of a column: in the season (15 December to 30 April) and in the rest of the year."""

    season: int = Field(default=1, ge=1, le=31)
    otherwise: int = Field(default=7, ge=1, le=92)


class Expect(_Strict):
    """What a healthy portal shows; a bound is never lowered to make a broken portal pass.

    ``rows`` is the least a listing's first page must hold (fewer: ``layout_changed``), ``report`` asks for a
    report of the last year that is due, ``fields`` names what every report must state (``fazhi check``).
    """

    rows: int = Field(default=0, ge=0, le=500)
    report: bool = False
    fields: tuple[
        Literal["title", "issuer", "report_year", "published", "source", "doc_number", "site_id_code"], ...
    ] = ()


class Column(_Strict):
    """A watched listing. ``platform`` and ``params`` override the portal's own; ``agency`` publishes here where a
    portal has a branch for each of its departments."""

    url: str
    name: str = ""
    agency: str = ""
    platform: str = ""
    params: dict[str, Any] = Field(default_factory=dict)

    @field_validator("url")
    @classmethod
    def _absolute(cls, value: str) -> str:
        return _http_address(value)


class Portal(_Strict):
    """One government website: where its listings are and the facts about it that no page states.

    ``region_code`` is the division code (GB/T 2260) of the agencies that publish here, None where there is
    none. ``hosts`` names further hosts whose pages belong to this portal. ``delay`` is in seconds. ``every``
    says how often the columns are fetched, ``render: browser`` has a browser show the pages (an optional extra),
    ``expect`` what must be found there. ``seen`` is the month in which
    the addresses were read somewhere, ``verified`` says whether the columns have been seen to hold reports since: true,
    false, or auto where a search saw it and no person has; a portal that is not verified is crawled only on demand.
    ``dropped`` says when and why a live check found that nothing is to be watched here; such a portal is crawled only
    when it is named.
    """

    name: str
    title: str
    home: str
    platform: str
    columns: tuple[Column, ...] = Field(min_length=1)
    region_code: str | None = Field(default=None, pattern=r"^\d{6}$")
    site_id_code: str | None = Field(default=None, pattern=r"^(\d{10}|bm\d{8})$")
    params: dict[str, Any] = Field(default_factory=dict)
    hosts: tuple[str, ...] = ()
    every: Every = Every()
    expect: Expect = Expect()
    delay: float = Field(default=DELAY_FLOOR, ge=DELAY_FLOOR, le=600)
    render: Literal["plain", "browser"] = "plain"
    max_pages: int = Field(default=100, ge=1, le=PAGES_CEILING)
    seen: str | None = Field(default=None, pattern=r"^20\d{2}-(0[1-9]|1[0-2])$")
    verified: bool | Literal["auto"] = True
    dropped: str = ""

    @field_validator("home")
    @classmethod
    def _absolute(cls, value: str) -> str:
        return _http_address(value)

    @field_validator("platform")
    @classmethod
    def _known(cls, value: str) -> str:
        from crawler.platforms import platforms

        if value not in platforms():
            raise ValueError(
                say("there is no platform {name!r}; {nearest}", name=value, nearest=nearest(value, platforms()))
            )
        return value

    @property
    def facts(self) -> dict[str, Any]:
        """What the store mirrors of a portal file."""
        return self.model_dump(include={"name", "title", "home", "platform", "region_code", "site_id_code"})

    @property
    def meta(self) -> dict[str, Any]:
        """What every request of the portal carries."""
        known = {"portal": self.name, "home": self.home, "allowed_hosts": self.allowed_hosts, "ports": self.ports}
        return {**known, "handle_httpstatus_all": True}

    def is_watched(self, *, unverified: bool = False) -> bool:
        """Whether it is fetched where no portal is named; ``unverified`` adds those nobody has seen reports at."""
        return bool(self.verified or unverified) and not self.dropped

    def agency_at(self, urls: Iterable[str]) -> str:
        """The agency named for the first of these columns that has one, "" if none has."""
        named = {column.url: column.agency for column in self.columns}
        return next((agency for url in urls if (agency := named.get(url, ""))), "")

    def site_code_at(self, url: str) -> str | None:
        """The site code that no page may contradict, None on further ``hosts``, which may be sites of agencies."""
        return self.site_id_code if _bare(urlsplit(url).hostname) in self.own_hosts else None

    @cached_property
    def ports(self) -> frozenset[int]:
        """Ports other than those of the web that the portal file names."""
        urls = (self.home, *(column.url for column in self.columns))
        return frozenset(port for url in urls if (port := urlsplit(url).port))

    @cached_property
    def own_hosts(self) -> frozenset[str]:
        """The hosts of its home page and its columns, without ``www.``, in Punycode."""
        return frozenset(_bare(urlsplit(url).hostname) for url in (self.home, *(column.url for column in self.columns)))

    @cached_property
    def allowed_hosts(self) -> frozenset[str]:
        """Hosts (without ``www.``, in Punycode) this portal's pages may be on."""
        return self.own_hosts | frozenset(map(_bare, self.hosts))


def _bare(host: str | None) -> str:
    return ascii_host(host or "").removeprefix("www.")


def _http_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(
            say("{url!r} is not an http(s) address; write it in full, such as http://www.example.gov.cn/", url=value)
        )
    if is_number(parts.hostname):
        raise ValueError(
            say("{url!r} names a bare IP address, which tells nobody whose it is; write the host's name", url=value)
        )
    return value


def nearest(word: str, valid: Iterable[str]) -> str:
    """A clause for an error: the valid word most like ``word``, or all of them."""
    valid = sorted(valid)
    near = difflib.get_close_matches(word, valid, n=1, cutoff=0.5)
    return say("did you mean {word!r}?", word=near[0]) if near else say("use one of {words}", words=", ".join(valid))


def _sentence(path: Path, error: ValidationError) -> str:
    """What is wrong with a portal file as one sentence; a misspelt key before the one that is missing for it."""
    first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    where = ".".join(str(part) for part in first["loc"]) or "the file"
    if first["type"] == "extra_forbidden":
        inner: dict[str, type[BaseModel]] = {"columns": Column, "every": Every, "expect": Expect}
        model = inner.get(str(first["loc"][0]), Portal) if len(first["loc"]) > 1 else Portal
        key = str(first["loc"][-1])
        valid = set(model.model_fields) - ({"name"} if model is Portal else set())
        return say("{path}: unknown key {key!r}; {nearest}", path=path, key=where, nearest=nearest(key, valid))
    if first["type"] == "missing":
        return say("{path}: {key!r} is missing; add it", path=path, key=where)
    return f"{path}: {where!r}: {first['msg'].removeprefix('Value error, ')}"


def load(path: Path) -> Portal:
    """The portal in one file, named after it. Raises PortalError with a sentence that says what to mend."""
    try:
        data = yaml.load(path.read_text("utf-8"), Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise PortalError(
            say("{path}: cannot be read as YAML: {reason}", path=path, reason=" ".join(str(error).split()))
        ) from None
    if not isinstance(data, dict):
        raise PortalError(say("{path}: holds no keys; see an existing portal file for the form", path=path))
    try:
        return Portal.model_validate({**data, "name": path.stem})
    except ValidationError as error:
        raise PortalError(_sentence(path, error)) from None


def load_all(folder: Path | None = None, *, bad: list[str] | None = None, to_be: bool = False) -> dict[str, Portal]:
    """All portals of a folder and its registry by name.

    Without a folder: those of the project, and one's own (``places.portal_folder``), which stand before the project's
    of the same name. Raises PortalError for the first file that cannot be used, and for a name that a folder gives
    twice; with ``bad`` the sentence goes there and the other files are loaded. A folder of one's own must exist unless
    it is ``to_be`` made.
    """
    portals: dict[str, Portal] = {}
    for root in [folder] if folder else folders():
        if not root.is_dir() and not to_be:
            raise PortalError(
                say(
                    "{variable} is {folder!r}, which is no folder; make it or unset the variable",
                    variable=PORTALS,
                    folder=str(root),
                )
            )
        files: dict[str, Path] = {}
        for path in (*sorted(root.glob("*.yml")), *sorted((root / REGISTRY).glob("*.yml"))):
            try:
                if path.stem in files:
                    raise PortalError(
                        say("{path}: {other} has the same name; rename one of them", path=path, other=files[path.stem])
                    )
                files[path.stem] = path
                portals[path.stem] = load(path)
            except PortalError as error:
                if bad is None:
                    raise
                bad.append(str(error))
    return portals


def folders() -> list[Path]:
    """Where portal files are, the folder for new ones last; a file there stands before one of the same name."""
    own = portal_folder()
    return [FOLDER, own] if own and own.resolve() != FOLDER else [FOLDER]


def file_of(name: str) -> Path:
    """The file of a portal. Raises PortalError if there is none."""
    for root in reversed(folders()):
        for path in (root / f"{name}.yml", root / REGISTRY / f"{name}.yml"):
            if path.is_file():
                return path
    raise PortalError(say("there is no portal file {name}.yml", name=name))


def file_to_write(name: str) -> Path:
    """Where a portal's file is written when it changes: one's own for a portal that came with the program, which an
    update would overwrite; in a checkout without a folder of one's own it is the project's file.

    Raises PortalError if there is no such portal.
    """
    path, own = file_of(name), new_portals()
    if own.resolve() == FOLDER or not path.is_relative_to(FOLDER):
        return path
    own.mkdir(parents=True, exist_ok=True)
    return own / f"{name}.yml"


def choose(
    names: Iterable[str], portals: dict[str, Portal], region: str = "", *, unverified: bool = False
) -> list[Portal]:
    """The named portals, all verified ones for no name, of these the ones whose region code starts with ``region``.

    ``unverified`` adds the others. Raises PortalError for an unknown name or a region without a portal.
    """
    named = [_known(name, portals) for name in dict.fromkeys(names)]
    asked = named or [each for each in portals.values() if each.is_watched(unverified=unverified)]
    chosen = [portal for portal in asked if (portal.region_code or "").startswith(region)]
    if not chosen:
        raise PortalError(
            say("no portal has a region code that begins with {region!r}; 'fazhi portals' lists them", region=region)
        )
    return chosen


def _known(name: str, portals: Mapping[str, Portal]) -> Portal:
    """The portal of a name; raises PortalError if there is none."""
    if name not in portals:
        raise PortalError(say("there is no portal {name!r}; {nearest}", name=name, nearest=nearest(name, portals)))
    return portals[name]
