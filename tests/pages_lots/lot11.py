# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Whole pages, lot 11: ten other strangers to a text, in six other frames, after lot 10 was mended."""

from __future__ import annotations

from itertools import cycle

from tests.pages_lots.lot import Lot
from tests.pages_lots.lot4 import br, menu, p
from tests.pages_lots.lot6 import CITY, EDU, STREET, TOWN, WATER, C, E, S, T, W
from tests.pages_lots.lot9 import BUREAU, VILLAGE, B, V

LEFT = (
    *(f'{name}: straight behind the paragraphs' for name in ('tender', 'video', 'slogan', 'law', 'mail', 'apps', 'rank', 'notice', 'author')),
    *(f'{name}: within the article class after a rule' for name in ('tender', 'video', 'slogan', 'law', 'mail', 'apps', 'rank', 'notice', 'author')),
    *(f'{name}: floating between paragraphs' for name in ('tender', 'video', 'slogan', 'law', 'mail', 'apps', 'rank', 'notice', 'author', 'stats')),
    *(f'{name}: section after the article' for name in ('law',)),
    *(f'{name}: row below in a layout of tables' for name in ('law',)),
)
LOT = Lot(30, 60, LEFT)
TOP = menu('网站首页', '组织机构', '新闻发布', '通知公告', '党的建设', '专题专栏')
TEXTS = cycle(((E, EDU), (T, TOWN), (W, WATER), (V, VILLAGE), (S, STREET), (B, BUREAU), (C, CITY)))

STRANGERS = {
    'tender': '<div>采购公告</div><div>某某小学食堂设备采购项目招标公告，投标截止时间为2026年2月20日上午9时30分。</div>',
    'video': '<div>视频新闻</div><div>03:25</div><div>市长热线现场会</div>',
    'slogan': '<div>坚持以人民为中心，让法治成为核心竞争力。</div>',
    'law': '<div>法条速递</div><div>第二十条　行政机关应当依照本条例第十九条的规定，主动公开本行政机关的下列政府信息。</div>',
    'mail': '<div>市长信箱</div><div>我家小区电梯长期故障，希望有关部门督促物业公司尽快维修，谢谢。</div><div>回复单位：市住建局</div>',
    'apps': '<div>下载客户端</div><div>扫码下载，政务服务随时随地掌上办理。</div>',
    'rank': '<div>1 市政府召开常务会议</div><div>2 春节期间公交调整</div><div>3 公积金缴存基数公布</div>',
    'notice': '<div>停机公告：因系统升级，本网站将于2026年2月7日22时至次日6时暂停服务，敬请谅解。</div>',
    'author': '<div>作者单位：市司法局</div><div>值班编辑：周某</div><div>投稿邮箱：tougao@example.com</div>',
    'stats': '<div>政务数据</div><div>地区生产总值：1263.5亿元</div><div>常住人口：312.8万人</div>',
}


def frames(title, lines, stranger):
    """The same text with a stranger at six places."""
    text = p(lines)
    foot = '<div id="footer"><p>版权所有　未经许可不得镜像</p></div>'
    yield 'section after the article', f'<article><h1>{title}</h1><p>2026-02-03 10:20</p>{text}</article><section>{stranger}</section>{foot}'
    yield 'aside before the article', f'<aside>{stranger}</aside><article><h1>{title}</h1><p>2026-02-03 10:20</p>{text}</article>{foot}'
    yield 'row below in a layout of tables', f'<table><tr><td><b>{title}</b></td></tr><tr><td>日期：2026-02-03</td></tr><tr><td>{br(lines)}</td></tr><tr><td>{stranger}</td></tr></table>{foot}'
    yield 'straight behind the paragraphs', f'<div class="page"><h2>{title}</h2><div class="sub">时间：2026-02-03</div>{text}{stranger}</div>{foot}'
    yield 'within the article class after a rule', f'<h1>{title}</h1><p>来源：本站　2026-02-03</p><div class="article-content"><div>{text}</div><hr><div>{stranger}</div></div>{foot}'
    yield 'floating between paragraphs', f'<h1>{title}</h1><p>发布时间：2026-02-03</p><div class="main">{p(lines[:3])}<div class="float">{stranger}</div>{p(lines[3:])}</div>{foot}'


for name, stranger in STRANGERS.items():
    title, lines = next(TEXTS)
    for place, inner in frames(title, lines, stranger):
        page = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body><ul>{TOP}</ul>{inner}</body></html>'
        LOT.add(f'{name}: {place}', page, lines)
