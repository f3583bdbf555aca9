"""Where the fuzzer starts: small inputs of the right kind for each target, from what the other tests use."""

from __future__ import annotations

import io
import re
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


TOKENS = """
年 月 日 件 万元 % 余 共 占 第 一、 （一） 元 廿 〇 二〇二五 2025 法治政府 建设 年度报告 工作总结 情况 关于 的
报告 发布日期： 来源： 索引号： 文号： 发〔2025〕1号 司法局 人民政府 下一页 尾页 共3页 暂无 上一篇 附件： 《 》
： 。 … <li> </li> <ul> <tr> <td> <table> <p> <br> <script> </script> <!-- --> <![CDATA[ ]]> <iframe <frame
<base <span> <div> <dl> <h1> <a href=" class=" id=" title=" src= onclick= content=" name="ColumnName"
name="ArticleTitle" charset= &nbsp; &#0; &#xD800; &lt; http:// https:// ../ ./ // /t20250101_1.html index_1.html
?page=2 javascript: mailto: data: createPageHTML( totalPage pageSize {" ":[ ":" }] null \\u4e00 \\ud800
2025-03-01 (2025) 20250301 \\'b7 \\u27835? \\par endobj stream
"""
INVISIBLE = ("\u3000", "\u200b", "\u202e", "\ufeff", "\U0002a6a5", "\x1b[31m")


def words() -> Iterator[str]:
    """The fuzzer's dictionary: characters of several bytes and marks of pages, which flipped bits do not make."""
    for token in (*TOKENS.split(), *INVISIBLE):
        yield '"' + "".join(f"\\x{byte:02x}" for byte in token.encode()) + '"'


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
    elif target == "sections":
        yield from (b"\n".join(body.split(b"\n")[start : start + 8]) for body in BODIES for start in (0, 8))
    elif target == "figures":
        yield from (line for body in BODIES for line in body.split(b"\n")[:30] if re.search(rb"\d", line))
    elif target == "decode":
        yield b"text/html; charset=gb2312\n" + "<meta charset=utf-8>法治".encode()
        yield b"\n" + "<meta http-equiv=Content-Type content='text/html; charset=gbk'>法治".encode("gb18030")
        yield b"text/html\n" + "\ufeff法治".encode("utf-16")
    elif target == "attachment":
        yield from (word(["法治", "2025年"], [["1", "2"]]), _archive(), RTF, PDF, PAGES[0], BODIES[0][:900])
    else:
        yield from (WORDS, *PAGES)
