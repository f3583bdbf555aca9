"""Where the fuzzer starts: small inputs of the right kind for each target, from what the other tests use."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.attachments.samples import word
from tests.fuzz.targets import TARGETS
from tests.platforms import samples

BODIES = [path.read_bytes() for path in sorted((Path(__file__).parents[1] / "data" / "seeds").glob("*.body.txt"))]
PAGES = [value.encode() for name, value in vars(samples).items() if name.isupper() and isinstance(value, str)]
DATES = (
    "2026年3月31日",
    "二〇二六年三月三十一日",
    "[2026-03-31 09:12]",
    "20260331",
    "２０２６．３．３１",
    "二○二五年十二月廿一日",
)
TITLES = (
    "青岭市司法局2025年法治政府建设年度报告\n法治政府建设",
    "关于2024年度法治政府建设情况的报告",
    "青岭市统计局2013年依法行政工作总结",
    "《2025年法治政府建设年度报告》解读\n政策解读",
    "中共青岭市委 青岭市人民政府关于2023年法治政府建设...",
)
WORDS = b"<p>\xe6\xa0\x87\xe9\xa2\x98</p><script>var a='\\u4e00';</script><table><tr><td>1</td></tr></table>"
RTF = rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}\f0 \'b7\'a8\'d6\'ce \u27835?\par}"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj\n"
    b"4 0 obj<</Length 21>>stream\nBT (2025) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


def _archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../a.txt", "法治政府建设")
        archive.writestr("OFD.xml", "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'><ofd:DocBody/></ofd:OFD>")
    return out.getvalue()


def seeds(target: str) -> Iterator[bytes]:
    """Inputs for a target. Raises KeyError for one that is none."""
    TARGETS[target]
    if target == "dates":
        yield from (text.encode() for text in DATES)
    elif target == "titles":
        yield from (text.encode() for text in TITLES)
    elif target in ("sections", "figures"):
        yield from (line for body in BODIES for line in (body, *body.split(b"\n")[:12]))
    elif target == "decode":
        yield b"text/html; charset=gb2312\n" + "<meta charset=utf-8>法治".encode()
        yield b"\n" + "<meta http-equiv=Content-Type content='text/html; charset=gbk'>法治".encode("gb18030")
        yield b"text/html\n" + "\ufeff法治".encode("utf-16")
    elif target == "attachment":
        yield from (word(["法治", "2025年"], [["1", "2"]]), _archive(), RTF, PDF, PAGES[0], BODIES[0][:900])
    else:
        yield from (WORDS, *PAGES)
