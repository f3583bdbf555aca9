# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Whole pages, lot 10: twelve strangers to a text, each in seven frames at seven places, written before any was read."""

from __future__ import annotations

from itertools import cycle

from tests.pages_lots.lot import Lot
from tests.pages_lots.lot4 import br, menu, p, signed
from tests.pages_lots.lot6 import CITY, STREET, TOWN, WATER, C, S, T, W
from tests.pages_lots.lot9 import BUREAU, VILLAGE, B, V

LEFT = (
    *(f'{name} between title and text' for name in ('weather', 'profile', 'quote', 'news', 'guide', 'teaser', 'hotline')),
    *(f'{name} in a named box below breaks' for name in ('poll', 'quote', 'rights', 'word')),
    *(f'{name} in the editor box' for name in ('poll', 'profile', 'quote', 'news', 'guide', 'rights', 'teaser', 'hotline', 'word')),
)
LOT = Lot(58, 84, LEFT)
TOP = menu('首页', '资讯', '公开', '服务', '互动')
TEXTS = cycle(((W, WATER), (V, VILLAGE), (C, CITY), (S, STREET), (B, BUREAU), (T, TOWN)))

STRANGERS = {
    'weather': '<p>今日天气</p><p>多云转小雨，东北风3到4级，气温9到14摄氏度，出行请带好雨具。</p>',
    'poll': '<p>民意调查</p><p>您对我市当前的营商环境是否满意？</p><p>满意（312票）</p><p>一般（45票）</p><p>查看结果</p>',
    'profile': '<p>领导之窗</p><p>李某某，男，汉族，1972年8月生，大学学历，中共党员，现任市委副书记、市长。</p>',
    'quote': '<p>行政机关应当依法公开政府信息，保障公民、法人和其他组织依法获取政府信息的权利。</p>',
    'news': '<p>要闻</p><p>市委常委会召开会议研究部署岁末年初重点工作</p><p>会议强调，要毫不放松抓好安全生产，确保人民群众度过欢乐祥和的节日。</p>',
    'guide': '<p>办事指南</p><p>一、申请条件：年满十八周岁的本市户籍居民。</p><p>二、所需材料：身份证、户口簿原件及复印件。</p>',
    'contact': '<p>联系方式</p><p>办公室：12310088</p><p>值班室：12310099</p>',
    'rights': '<p>凡本网注明来源的作品，未经授权不得转载、摘编，违者将追究法律责任。</p>',
    'teaser': '<p><a href="/x">我市两个案例入选全国典型</a></p><p>近日，有关部门公布一批典型案例，我市两个案例榜上有名，经验做法获得推广。</p>',
    'hotline': '<p>监督举报</p><p>如发现工作人员有违纪违法行为，可向纪检监察机构反映。</p>',
    'counts': '<p>今日访问：1021</p><p>累计访问：8930211</p>',
    'word': '<p>廉洁 高效 务实 为民</p>',
}


def frames(title, lines, stranger):
    """The same text with a stranger at seven places."""
    text = p(lines)
    head = f'<h1>{title}</h1><div class="i">发布时间：2026-02-03　来源：本单位</div>'
    foot = '<div class="z">网站标识码：3300000001</div>'
    yield 'below in the wrapper', f'<div class="w">{head}<div class="t">{text}</div><div class="x">{stranger}</div></div>{foot}'
    yield 'beside, after the text', f'<div class="a">{head}<div class="t">{text}</div></div><div class="b">{stranger}</div>{foot}'
    yield 'beside, before the title', f'<div class="b">{stranger}</div><div class="a">{head}<div class="t">{text}</div></div>{foot}'
    yield 'between title and text', f'<div class="w">{head}<div class="x">{stranger}</div><div class="t">{text}</div></div>{foot}'
    yield 'in a cell at the right', f'<table><tr><td>{head}{text}</td><td>{stranger}</td></tr></table>{foot}'
    yield 'in a named box below breaks', f'<div class="con"><h2>{title}</h2><p>2026-02-03</p>{br(lines)}<div class="x">{stranger}</div></div>{foot}'
    yield 'in the editor box', f'{head}<div class="TRS_Editor">{signed(lines)}<div>{stranger}</div></div>{foot}'


for name, stranger in STRANGERS.items():
    title, lines = next(TEXTS)
    for place, inner in frames(title, lines, stranger):
        page = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body><ul>{TOP}</ul>{inner}</body></html>'
        LOT.add(f'{name} {place}', page, lines)
