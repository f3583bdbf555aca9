"""The registry of agencies whose reports are expected, as data: ``data/agencies.yml``, checked when loaded."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from crawler.exits import Mistake
from crawler.portals import FOLDER as PORTALS
from crawler.portals import REGISTRY, nearest

FILE: Final = Path(__file__).parent / "data" / "agencies.yml"
FIRST_YEAR: Final = 1949

Level = Literal["central", "province", "city", "county", "township"]
Type = Literal["government", "department", "branch", "street_office", "committee"]
Duty = Literal["article24", "local_rule", "voluntary", "unknown"]
CHOICES: Final[dict[str, tuple[str, ...]]] = {"level": get_args(Level), "type": get_args(Type), "duty": get_args(Duty)}


class RegistryError(Mistake):
    """A registry that cannot be used; the message names file, agency, field and remedy."""


class _Years(BaseModel):
    """Something that holds for the report years ``since`` to ``until``, both included, either open."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    since: int | None = Field(default=None, ge=FIRST_YEAR)
    until: int | None = Field(default=None, ge=FIRST_YEAR)

    @model_validator(mode="after")
    def _in_order(self) -> _Years:
        if self.since is not None and self.until is not None and self.since > self.until:
            raise ValueError(f"since {self.since} is after until {self.until}; swap or correct them")
        return self


class Region(_Years):
    """A division code (GB/T 2260) and the report years it holds for."""

    code: str = Field(pattern=r"^\d{6}$")


class Agency(_Years):
    """One agency; the fields are explained at the head of the registry file."""

    name: str = Field(min_length=2)
    aliases: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    level: Level
    type: Type
    duty: Duty
    portal: str | None = None

    @model_validator(mode="after")
    def _one_region_a_year(self) -> Agency:
        spans = sorted((region.since or 0, region.until or 9999, region.code) for region in self.regions)
        for (_, end, one), (start, _, other) in pairwise(spans):
            if start <= end:
                raise ValueError(f"regions {one} and {other} hold for the same year; give them since and until")
        return self


def _sentence(where: str, error: ValidationError) -> str:
    """The first thing wrong with an entry as one sentence."""
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        model = Region if field.startswith("regions") else Agency
        return f"{where}: unknown key {field!r}; {nearest(str(first['loc'][-1]), model.model_fields)}"
    if first["type"] == "missing":
        hint = f"; use one of {', '.join(CHOICES[field])}" if field in CHOICES else ""
        return f"{where}: {field!r} is missing; add it{hint}"
    if first["type"] == "literal_error":
        return f"{where}: {field!r}: there is no {first['input']!r}; {nearest(str(first['input']), CHOICES[field])}"
    if first["type"] == "string_pattern_mismatch":
        return f"{where}: {field!r}: {first['input']!r} is no division code; write six digits in quotes"
    message = first["msg"].removeprefix("Value error, ")
    return f"{where}: {field!r}: {message}" if field else f"{where}: {message}"


def _entry(path: Path, number: int, data: Any) -> Agency:
    where = f"{path}: agency {number}"
    if not isinstance(data, dict):
        raise RegistryError(f"{where}: is no mapping; write '- name: …' with its fields below")
    if data.get("name"):
        where = f"{where} ({data['name']})"
    try:
        return Agency.model_validate(data)
    except ValidationError as error:
        raise RegistryError(_sentence(where, error)) from None


def _check_together(path: Path, agencies: Iterable[Agency], known_portals: Collection[str]) -> None:
    """What only the whole registry can show: portals that do not exist and names given twice."""
    owners: dict[tuple[str | None, str], int] = {}
    for number, agency in enumerate(agencies):
        where = f"{path}: {agency.name}"
        if agency.portal is not None and agency.portal not in known_portals:
            raise RegistryError(
                f"{where}: 'portal': there is no portal {agency.portal!r}; {nearest(agency.portal, known_portals)}"
            )
        names = [(None, agency.name), *((agency.portal, name) for name in (agency.name, *agency.aliases))]
        taken = next((key[1] for key in names if owners.setdefault(key, number) != number), None)
        if taken is not None:
            raise RegistryError(f"{where}: {taken!r} is given twice; each name belongs to one agency of a portal")


def load(path: Path = FILE, known_portals: Collection[str] | None = None) -> tuple[Agency, ...]:
    """All agencies of the registry, in its order.

    ``known_portals`` are the names an agency's portal may have (default: the portal files). Raises RegistryError
    with a sentence that says what to mend.
    """
    try:
        data = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RegistryError(f"{path}: cannot be read as YAML: {' '.join(str(error).split())}") from None
    if not isinstance(data, list):
        raise RegistryError(f"{path}: holds no list; write one '- name: …' per agency")
    agencies = tuple(_entry(path, number, item) for number, item in enumerate(data, 1))
    if known_portals is None:
        known_portals = {file.stem for file in (*PORTALS.glob("*.yml"), *(PORTALS / REGISTRY).glob("*.yml"))}
    _check_together(path, agencies, known_portals)
    return agencies
