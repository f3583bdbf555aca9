# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Answers of services, lot 3: further wrappings, dates and lists, written after lot 2 was mended."""

from __future__ import annotations

import html
import json

from cleaning.report import Attachment
from tests.pages_lots.lot import Lot

LOT = Lot(14, 15)
add = LOT.add

T = '清江县民政局2024年度法治政府建设情况报告'
TEXT = (
    '2024年，清江县民政局坚持以习近平法治思想为指引，全面推进依法行政，现将有关情况报告如下：',
    '一、工作开展情况',
    '（一）强化组织领导。局党组会议研究法治建设工作5次，主要负责人带头述法。',
    '（二）规范行政执法。全年开展社会组织抽查26家，作出行政处罚决定4件，撤销登记3家。',
    '（三）深化普法宣传。开展《民法典》《慈善法》宣传活动11场次。',
    '二、存在问题',
    '执法人员少，法治业务培训不够系统。',
    '三、2025年工作打算',
    '加强执法人员培训，规范社会组织登记管理。',
    '清江县民政局',
    '2025年1月21日',
)
HTML = ''.join(f'<p>{line}</p>' for line in TEXT)


def answer(data):
    return json.dumps(data, ensure_ascii=False)


add('attributes with names of their own', answer({'data': {'title': T, 'pubDate': '2025-01-24 10:00', 'content': HTML, 'attributes': [{'attrName': '文号', 'attrValue': '清民〔2025〕3号'}, {'attrName': '索引号', 'attrValue': '11421223MB0000000K/2025-00012'}, {'attrName': '来源', 'attrValue': '县民政局办公室'}]}}), TEXT, title=T, published='2025-01-24', doc_number='清民〔2025〕3号', index_number='11421223MB0000000K/2025-00012', source='县民政局办公室')
add('markup alone under data', answer({'code': 0, 'msg': 'ok', 'data': f'<div class="tit">{T}</div><div class="info">发布时间：2025-01-24 来源：县民政局</div><div class="con">{HTML}</div>'}), TEXT, title=T, published='2025-01-24', source='县民政局')
add('number of the source beside its name', answer({'obj': {'infoid': 3341, 'infotitle': T, 'infodate': '2025-01-24', 'source': 3, 'sourceName': '县民政局', 'infocontent': HTML, 'clicktimes': 8}}), TEXT, title=T, published='2025-01-24', source='县民政局')
add('made and changed, no other day', answer({'result': {'title': T, 'createTime': '2025-01-24T09:30:00', 'updateTime': '2025-06-30T10:00:00', 'content': HTML}}), TEXT, title=T, published='2025-01-24')
add('a day in English words', answer({'title': T, 'publishDate': 'Jan 24, 2025 9:05:00 AM', 'content': HTML, 'origin': '县民政局'}), TEXT, title=T, published='2025-01-24', source='县民政局')
add('a day as a list of numbers', answer({'data': {'title': T, 'publishTime': [2025, 1, 24, 9, 5], 'content': HTML}}), TEXT, title=T, published='2025-01-24')
add('the answer as a browser shows it', f'<html><head><meta name="color-scheme" content="light dark"></head><body><pre>{html.escape(answer({"data": {"title": T, "publishTime": "2025-01-24", "source": "县民政局", "content": HTML}}), quote=False)}</pre></body></html>', TEXT, title=T, published='2025-01-24', source='县民政局')
add('a variable of a script file', 'var articleDetail = ' + answer({'biaoti': T, 'fabushijian': '2025年1月24日', 'laiyuan': '清江县民政局', 'neirong': HTML}) + ';', TEXT, title=T, published='2025-01-24', source='清江县民政局')
add('a callback that is asked for first', "/**/ typeof cb1 === 'function' && cb1(" + answer({'article': {'title': T, 'date': '2025/01/24', 'body': HTML}}) + ');', TEXT, title=T, published='2025-01-24')
add('markup within a section of characters', answer({'docTitle': T, 'docPubTime': 1737680400, 'docSource': '县民政局', 'docHtml': f'<![CDATA[{HTML}]]>'}), TEXT, title=T, published='2025-01-24', source='县民政局')
add('rows of tags in capitals', f'<?xml version="1.0" encoding="utf-8"?>\n<DATA><ROW><ID>31</ID><TITLE>{T}</TITLE><PUBDATE>2025-01-24 09:00:00</PUBDATE><SOURCE>县民政局</SOURCE><CONTENT>{html.escape(HTML)}</CONTENT></ROW></DATA>', TEXT, title=T, published='2025-01-24', source='县民政局')
add('files under names of their own', answer({'data': {'title': T, 'pubtime': '2025-01-24', 'content': HTML, 'fjList': [{'fjmc': '社会组织抽查结果.xls', 'fjdz': '/files/2025/01/cc.xls'}, {'fjmc': '行政处罚统计.pdf', 'fjdz': '/files/2025/01/cf.pdf'}], 'imgList': []}}), TEXT, title=T, published='2025-01-24', attachments=[Attachment('http://www.example.gov.cn/files/2025/01/cc.xls', '社会组织抽查结果.xls'), Attachment('http://www.example.gov.cn/files/2025/01/cf.pdf', '行政处罚统计.pdf')])
add('two articles of which the address asks for one', answer({'data': {'info': {'title': T, 'publishTime': '2025-01-24', 'content': HTML, 'source': '县民政局'}, 'readMore': [{'title': '清江县民政局2023年度法治政府建设情况报告', 'publishTime': '2024-01-20', 'content': '<p>2023年，清江县民政局扎实推进法治政府建设，全年抽查社会组织21家。</p>', 'source': '民政局'}]}}), TEXT, title=T, published='2025-01-24', source='县民政局')
add('a listing', answer({'total': 2, 'rows': [{'title': T, 'pubDate': '2025-01-24', 'url': '/a/1.html'}, {'title': '清江县民政局2023年度法治政府建设情况报告', 'pubDate': '2024-01-20', 'url': '/a/2.html'}]}), (), published=None, is_report=False)
add('an empty text', answer({'code': 200, 'data': {'title': T, 'publishTime': '2025-01-24', 'content': '', 'attachments': []}}), (), title=T, published='2025-01-24')
