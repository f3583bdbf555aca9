"""The names government portals give to the element that holds an article, by content system.

``EXACT`` names mean an article and nothing else wherever they were seen; ``LOOSE`` names are used for all sorts of
boxes and count only when their text carries the page (see ``cleaning.body.candidates``).
"""

from __future__ import annotations

from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaning.text.words import words

EXACT_IDS = words(
    "zoom vsb_content ucap-content ivs_content bodylabel artibody slb_content pare zoomcon newscontent "
    "article_content mp-editor essay info_content js_content fontzoom contentbox con_content zoomcontent "
    "articlecontent articledetail con_con detailcontent "
    "rwb_zw contentregion contentbody articletext doccontent reportidtext"
)
EXACT_CLASSES = words(
    "trs_editor trs_ueditor trs_editor_view trs_paper_default trs_external trs_web trs_word "
    "v_news_content ewb-article-content ewb-info-content ewb-show-con zwxl-main gkxl-article zwxl-article "
    "zwxl-content news_cont_d_wrap article_component content-zc zc-detail xl_cont zoom ucap-content "
    "pages_content article-content article_content content-body article_con articlecontent xxgk_article "
    "article_zoom main-txt news_content newscontent article-body arti_content article-con info_content "
    "detail-content detail_content bt-content bfr_article_content info-cont content_nr zwcontent "
    "wzcontent wp_articlecontent articlecon xl-content xxgk-content zw-content j-fontcontent newscontnet "
    "editor-content detail-news custom_unionstyle trs_preappend rwb_zw u-maintext left_zw cnt_bd articlecont "
    "zw_content xl_content xxgk_content article_zw pages-content"
)
EXACT_TAGS = frozenset({"ucapcontent"})
LOOSE = words(
    "view xl_wrap zw content article main message-box main_content content_body main-content con_text "
    "conttxt text detail mainside wrapper_detail_text art_con contentshow cont txt nr article-main "
    "article_box contentmain con container article_l artile_zw news_con newscon detail-con page_nr "
    "page_text neirong wenzhang textcontent word word_content news-content newstext articlebox article- "
    "box artcon wz_con xxgk_table nrbox conbox info_con details-cont detail_con view-body maintext maincontent wenz "
    "con-text news_txt content_area main_cent content-text article-detail"
)
_NAMED = ", ".join(["[id]", "[class]", *sorted(EXACT_TAGS)])
_NUMBERED = "vsb_content_"
_ZOOMED = "zoom"
_NEVER = words("body html head input a li img textarea span ul form button i")
LIMIT = 120
LONG = 200


def named(tree: LexborHTMLParser) -> list[tuple[str, bool, LexborNode]]:
    """Elements with such names, in page order: (name, whether it is exact, element)."""
    out: list[tuple[str, bool, LexborNode]] = []
    last = 0
    for node in tree.css(_NAMED):
        if node.mem_id == last:
            continue
        last = node.mem_id
        described = _describe(node)
        if described is None:
            continue
        if len(out) >= LIMIT:
            break
        if node.tag not in _NEVER or (node.tag == "span" and described[1] and described[0][0] == "#"):
            out.append((*described, node))
    return out


def _describe(node: LexborNode) -> tuple[str, bool] | None:
    """The element's name and whether it is exact, None if it has no such name."""
    attributes = node.attributes
    identity, names = attributes.get("id") or "", attributes.get("class") or ""
    means = _meaning if len(identity) + len(names) < LONG else _meaning.__wrapped__
    meant = means(identity, names)
    if node.tag in EXACT_TAGS and (meant is None or not meant[1]):
        return str(node.tag), True
    return meant


# The pages of a portal are made of the same boxes.
@lru_cache(maxsize=8192)
def _meaning(identity: str, names: str) -> tuple[str, bool] | None:
    """What an id and a class attribute say of their element."""
    identity, classes = identity.lower(), names.lower().split()
    if identity in EXACT_IDS or identity.startswith(_NUMBERED) or identity.endswith(_ZOOMED):
        return f"#{identity}", True
    loose = identity in LOOSE
    for name in classes:
        if name in EXACT_CLASSES:
            return f".{name}", True
        loose = loose or name in LOOSE
    if not loose:
        return None
    return next((f".{name}" for name in classes if name in LOOSE), f"#{identity}"), False
