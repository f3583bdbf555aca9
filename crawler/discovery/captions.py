"""What a reader takes a link or something that is clicked for: its text, or what stands for one or beside it."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from bs4 import Tag
from bs4.element import NavigableString

CLOSE: Final = 3  # levels between a picture and the box with the text that names it
MOST_CAPTION: Final = 40  # characters
NEAR: Final = 40  # nodes of the page between a link and the heading that names it
MORE: Final = re.compile(r"^\s*[\[【(（]?\s*(?:查看|点击)?(?:更多|more)\W{0,6}\s*$", re.I)
MORE_PICTURE: Final = re.compile(r"more|gengduo|(?:^|[/_-])gd\d?\.", re.I)


def text_of(value: object) -> str:
    return value if isinstance(value, str) else ""


def named(node: Tag) -> str:
    """What a reader takes something that is clicked for: its text, the heading before one that says "more"."""
    text = node.get_text(strip=True)
    return heading(node) if MORE.match(text) else text or label(node)


def pictured(node: Tag) -> str:
    """What a link without a text is taken for: what stands for its picture, the text beside it, the heading before a
    picture of "more"."""
    said = label(node)
    if MORE.match(said) or (not said and says_more(node)):
        return heading(node)
    return said or caption(node)


def label(node: Tag) -> str:
    """What stands for the text of a picture: its title, its alt, that of the picture in it."""
    picture = node.find("img")
    for each in (node, picture):
        if isinstance(each, Tag):
            for name in ("title", "alt", "aria-label"):
                if value := text_of(each.get(name)).strip():
                    return value
    return ""


def says_more(node: Tag) -> bool:
    """Whether a link's picture is one of "more", by its file's name."""
    picture = node.find("img", src=MORE_PICTURE)
    return isinstance(picture, Tag)


def heading(node: Tag) -> str:
    """The last text before a node that is no link's, "" where none is near."""
    texts = (each for each in islice(node.previous_elements, NEAR) if isinstance(each, NavigableString))
    return next((" ".join(each.split()) for each in texts if each.strip() and each.find_parent("a") is None), "")


def caption(node: Tag) -> str:
    """The text beside a picture that leads on, in the smallest box that has any and no other link, "" without one."""
    for box in islice(node.parents, CLOSE):
        if len(box.find_all(["a", "area"], limit=2)) > 1:
            break
        if text := box.get_text(" ", strip=True):
            return text if len(text) <= MOST_CAPTION else ""
    return ""
