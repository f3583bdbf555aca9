"""What the elements of a page are to a reader: unseen, words within a line, lines of their own, or more."""

from __future__ import annotations

import re
from enum import IntEnum

from selectolax.lexbor import LexborHTMLParser

from cleaning.text.words import words

_MARKUP = words("xmp noembed noframes plaintext")  # elements whose content a parser leaves as markup


Token = IntEnum("Token", "UNSEEN WORDS BLOCK BREAK LINK LINK_END BOLD BOLD_END IMAGE CELL ROW PRE MARKUP META")
"""What an element is to a reader: unseen, words within a line, lines of its own, or more."""

# An attribute of an enumeration is slow, and each element of a page needs these.
UNSEEN, WORDS, BLOCK, BREAK, LINK, LINK_END, BOLD, BOLD_END, IMAGE, CELL, ROW, PRE, MARKUP, META = Token
_NOT_SEEN = words("script style noscript template select textarea svg iframe object video audio button datalist title")
_MEANT = {
    "a": LINK, "strong": BOLD, "b": BOLD, "img": IMAGE, "embed": IMAGE, "br": BREAK, "td": CELL, "th": CELL, "tr": ROW,
    "pre": PRE, "meta": META, **dict.fromkeys(_MARKUP, MARKUP), **dict.fromkeys(_NOT_SEEN, UNSEEN),
}  # fmt: skip
_WITHIN = re.compile(
    r"(?:span|font|u|i|em|sub|sup|s|strike|del|ins|small|big|o:p|st1:\w+|label|abbr|acronym|cite|code|kbd|samp|tt|"
    r"var|q|mark|bdo|bdi|ruby|rt|rp|wbr|time|data|map|area|input|nobr|publishtime|ucaptitle|ucapcontent|w:\w+|"
    r"v:\w+|o:\w+|m:\w+|image)\b"
)
_COMMON = words(
    "address article aside blockquote body center col colgroup dd details div dl dt fieldset figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr li link main nav ol option p param section summary table tbody tfoot thead ul span font u "
    "i em sub sup s strike del ins small big label abbr cite code q mark wbr time map area input nobr"
)


def meaning(name: str | None) -> Token:
    """What an element of that name is to a reader."""
    return _MEANT.get(name or "") or (WORDS if _WITHIN.match(name or "") else BLOCK)


def _meanings() -> dict[int, Token]:
    tree = LexborHTMLParser("")
    return {tree.create_node(name).tag_id: meaning(name) for name in _COMMON | _MEANT.keys()}


MEANINGS = _meanings()
"""The meanings of common elements by the numbers the parser gives them."""
TEXT, COMMENT = (node.tag_id for node in LexborHTMLParser("-<!---->").css("body")[0].iter(include_text=True))
