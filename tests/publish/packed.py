"""Replay files as the tests read them: by what WACZ says, without the module that writes them."""

from __future__ import annotations

import gzip
import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator


def files_of(path: Path) -> dict[str, bytes]:
    """The files of a replay file, after a look at what every one of them must have."""
    with zipfile.ZipFile(path) as packed:
        assert {each.compress_type for each in packed.infolist()} == {zipfile.ZIP_STORED}
        files = {name: packed.read(name) for name in packed.namelist()}
    package = json.loads(files["datapackage.json"])
    assert {each["path"]: each["hash"] for each in package["resources"]} == {
        name: f"sha256:{hashlib.sha256(content).hexdigest()}"
        for name, content in files.items()
        if not name.startswith("datapackage")
    }
    told = json.loads(files["datapackage-digest.json"])["hash"]
    assert told == f"sha256:{hashlib.sha256(files['datapackage.json']).hexdigest()}"
    return files


def addresses(files: dict[str, bytes]) -> list[str]:
    """What the index leads to, read at the places it names."""
    found, warc = [], files["archive/data.warc.gz"]
    index = files["indexes/index.cdx.gz"]
    lines = gzip.decompress(index).decode().splitlines()
    assert lines == sorted(lines)
    for place in files["indexes/index.idx"].decode().splitlines()[1:]:
        key, said = place.split(" {")[0], json.loads(place[place.index("{") :])
        member = index[said["offset"] : said["offset"] + said["length"]]
        assert gzip.decompress(member).decode().startswith(f"{key} {{")
        assert said["digest"] == f"sha256:{hashlib.sha256(member).hexdigest()}"
    for line in lines:
        said = json.loads(line.split(" ", 2)[2])
        start = int(said["offset"])
        record = next(iter(ArchiveIterator(BytesIO(warc[start : start + int(said["length"])]))))
        assert record.rec_headers.get_header("WARC-Target-URI") == said["url"]
        assert record.http_headers.get_statuscode() == said["status"]
        assert record.rec_headers.get_header("WARC-Payload-Digest") == said["digest"]
        found.append(said["url"])
    return found


def bodies(files: dict[str, bytes]) -> dict[str, bytes]:
    """The body at each address; where a record refers to another for it, that of the address, date and digest it names
    (ISO 28500, 6.7.2)."""
    found, referring = dict[tuple[str, str, str], bytes](), dict[str, tuple[str, str, str]]()
    for record in ArchiveIterator(BytesIO(files["archive/data.warc.gz"])):
        head = record.rec_headers.get_header
        if record.rec_type == "response":
            key = head("WARC-Target-URI"), head("WARC-Date"), head("WARC-Payload-Digest")
            found[key] = record.content_stream().read()
        elif record.rec_type == "revisit":
            assert head("WARC-Profile").endswith("/identical-payload-digest")
            refers = head("WARC-Refers-To-Target-URI"), head("WARC-Refers-To-Date"), head("WARC-Payload-Digest")
            referring[head("WARC-Target-URI")] = refers
    return {key[0]: body for key, body in found.items()} | {url: found[key] for url, key in referring.items()}
