"""An export described in Croissant 1.0 (docs.mlcommons.org/croissant/docs/croissant-spec.html)."""

from __future__ import annotations

from typing import Any, Final

from crawler.publish.describe import (
    ABOUT,
    CONTRIBUTORS,
    KEYWORDS,
    LICENCE,
    LISTS,
    MEDIA_TYPES,
    NAME,
    TITLE,
    Export,
    Resource,
    home,
)

TYPES: Final = {
    "integer": "sc:Integer",
    "number": "sc:Float",
    "date": "sc:Date",
    "datetime": "sc:DateTime",
}
# The context that Croissant 1.0 prescribes (docs.mlcommons.org/croissant, appendix 1).
TERMS: Final = (
    "citeAs column equivalentProperty extract field fileObject fileProperty fileSet format includes isLiveDataset"
    " jsonPath key md5 parentField path recordSet references regex repeated replace samplingRate separator source"
    " subField transform"
)


def croissant(export: Export) -> dict[str, Any]:
    """The description of an export."""
    context: dict[str, Any] = {
        "@language": "zh",
        "@vocab": "https://schema.org/",
        "sc": "https://schema.org/",
        "cr": "http://mlcommons.org/croissant/",
        "rai": "http://mlcommons.org/croissant/RAI/",
        "dct": "http://purl.org/dc/terms/",
        **{term: f"cr:{term}" for term in TERMS.split()},
        "conformsTo": "dct:conformsTo",
        "data": {"@id": "cr:data", "@type": "@json"},
        "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
        "examples": {"@id": "cr:examples", "@type": "@json"},
    }
    return {
        "@context": context,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": NAME,
        "description": ABOUT,
        "license": LICENCE,
        **home(),
        "creator": {"@type": "sc:Organization", "name": CONTRIBUTORS},
        "version": export.version,
        "datePublished": export.moment[:10],
        "keywords": list(KEYWORDS),
        "inLanguage": "zh",
        "citeAs": f"{CONTRIBUTORS}. {TITLE}. {export.version}. {export.made_by}.",
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": each.path,
                "name": each.path.rpartition("/")[2],
                "contentUrl": each.path,
                "contentSize": f"{each.bytes} B",
                "encodingFormat": MEDIA_TYPES[export.suffix],
                "sha256": each.sha256,
            }
            for each in export.resources
        ],
        "recordSet": [_records(export, each) for each in export.resources],
    }


def _records(export: Export, each: Resource) -> dict[str, Any]:
    keys = [{"@id": f"{each.table}/{name}"} for name in each.primary_key]
    return {
        "@type": "cr:RecordSet",
        "@id": each.table,
        "name": each.table,
        "description": str(export.explained[each.table].get("description") or export.title(each)),
        **({"key": keys} if keys else {}),
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{each.table}/{field.name}",
                "name": field.name,
                "description": field.description,
                "dataType": TYPES.get(field.type, "sc:Text"),
                **({"repeated": True} if field.name in LISTS and export.suffix != "csv" else {}),
                "source": {"fileObject": {"@id": each.path}, "extract": {"column": field.name}},
            }
            for field in each.fields
        ],
    }
