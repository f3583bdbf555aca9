# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Answers of services, lot 2: the text as a string beside its title, dates, numbers and source, under many names."""

from __future__ import annotations

import base64
import html
import json
from urllib.parse import quote

from cleaning.report import Attachment
from tests.pages_lots.lot import Lot

LOT = Lot(24, 27)
add = LOT.add

T = '石门桥区应急管理局2024年度法治政府建设情况报告'
TEXT = (
    '2024年，石门桥区应急管理局坚持以习近平新时代中国特色社会主义思想为指导，认真履行法治政府建设职责，现将有关情况报告如下。',
    '一、2024年工作开展情况',
    '（一）压实法治责任。局党委会议专题学习法治内容6次，主要负责人述法1次。',
    '（二）严格安全执法。检查企业538家次，立案41件，罚款126.4万元，移送司法机关1件。',
    '（三）加强普法宣传。开展“安全生产月”活动14场，覆盖群众2.3万人次。',
    '二、存在的主要问题',
    '基层执法力量薄弱，执法文书制作还不够规范。',
    '三、2025年工作思路',
    '完善执法监督机制，加强执法人员培训，推进非现场执法。',
    '石门桥区应急管理局',
    '2025年2月11日',
)
HTML = ''.join(f'<p style="text-indent:2em;">{line}</p>' for line in TEXT)


def answer(data):
    return json.dumps(data, ensure_ascii=False)


# 2025-02-13 in Peking
MS, SECONDS = 1739408400000, 1739408400
LATE = 1739376000000 + 30 * 60 * 1000  # half past midnight in Peking, the day before by UTC

add('article as a content system of the south answers', answer({'id': 9103540, 'title': T, 'sub_title': '', 'content': HTML, 'display_publish_time': SECONDS, 'created_at': '2025-02-14 10:10:00', 'source': '区应急管理局', 'document_number': '石应急〔2025〕7号', 'index_number': '11440000MB2D00000X/2025-00031', 'publisher': '石门桥区应急管理局', 'keywords': '', 'abstract': TEXT[0], 'classify_name': '法治政府建设', 'url': 'http://www.example.gov.cn/post_9103540.html', 'post_attachment': []}), TEXT, title=T, published='2025-02-13', source='区应急管理局', doc_number='石应急〔2025〕7号', index_number='11440000MB2D00000X/2025-00031', issuer='石门桥区应急管理局')
add('names in capitals', answer({'result': 'true', 'data': {'DOCID': 20417, 'DOCTITLE': T, 'DOCRELTIME': '2025-02-13 09:00:00', 'CRTIME': '2025-02-12 17:30:11', 'DOCSOURCENAME': '石门桥区应急管理局', 'DOCAUTHOR': '', 'DOCHTMLCON': HTML, 'DOCCONTENT': '\n'.join(TEXT), 'FILENUM': '石应急〔2025〕7号', 'IDXID': 'MB2D00000X/2025-00031', 'CHNLNAME': '年度报告'}}), TEXT, title=T, published='2025-02-13', source='石门桥区应急管理局', doc_number='石应急〔2025〕7号', index_number='MB2D00000X/2025-00031')
add('names by their sounds', answer({'code': '0', 'data': {'bt': T, 'fbsj': '2025-02-13', 'ly': '石门桥区应急管理局', 'wh': '石应急〔2025〕7号', 'syh': 'MB2D00000X/2025-00031', 'fbjg': '石门桥区应急管理局', 'zw': HTML, 'djl': 45}}), TEXT, title=T, published='2025-02-13', source='石门桥区应急管理局', doc_number='石应急〔2025〕7号', index_number='MB2D00000X/2025-00031', issuer='石门桥区应急管理局')
add('milliseconds, after midnight in the capital', answer({'success': True, 'result': {'articleTitle': T, 'publishTime': LATE, 'createTime': LATE - 86400000 * 3, 'updateTime': LATE + 86400000 * 9, 'articleSource': '局法规科', 'articleContent': HTML, 'viewCount': 1024}}), TEXT, title=T, published='2025-02-13', source='局法规科')
add('a date of time zones', answer({'status': 200, 'data': {'name': T, 'pubDate': '2025-02-12T16:30:00.000+0000', 'author': '王某', 'source': '石门桥区政府网', 'txt': HTML}}), TEXT, title=T, published='2025-02-13', source='石门桥区政府网')
add('first of the rows of a search', answer({'page': {'content': [{'id': 'c1', 'title': T, 'trs_time': '2025-02-13 11:02:00', 'docContent': HTML, 'source': '石门桥区应急管理局', 'url': 'http://www.example.gov.cn/20417.html'}], 'totalElements': 1}}), TEXT, title=T, published='2025-02-13', source='石门桥区应急管理局')
add('fields as a list of names and values', answer({'data': {'results': [{'source': {'title': T, 'pubDate': '2025-02-13 00:00:00', 'content': HTML, 'domainMetaList': [{'domainName': '公开', 'resultList': [{'key': 'fwzh', 'name': '发文字号', 'value': '石应急〔2025〕7号'}, {'key': 'syh', 'name': '索引号', 'value': 'MB2D00000X/2025-00031'}, {'key': 'fwjg', 'name': '发文机关', 'value': '石门桥区应急管理局'}]}]}}]}}), TEXT, title=T, published='2025-02-13', doc_number='石应急〔2025〕7号', index_number='MB2D00000X/2025-00031', issuer='石门桥区应急管理局')
add('a blog with rendered parts', answer({'id': 31, 'date': '2025-02-13T09:00:00', 'modified': '2025-03-01T10:00:00', 'slug': 'fzbg', 'status': 'publish', 'title': {'rendered': T}, 'content': {'rendered': HTML, 'protected': False}, 'excerpt': {'rendered': f'<p>{TEXT[0][:40]}&hellip;</p>'}, 'author': 1}), TEXT, title=T, published='2025-02-13')
add('callback', '/**/ jQuery1124_1739408400({});'.format(answer({'title': T, 'time': '2025-02-13', 'content': HTML, 'origin': '区应急管理局'})), TEXT, title=T, published='2025-02-13', source='区应急管理局')
add('an answer within an answer', answer({'d': answer({'InfoTitle': T, 'InfoDate': '2025/2/13 9:00:00', 'InfoFrom': '石门桥区应急管理局', 'InfoContent': HTML})}), TEXT, title=T, published='2025-02-13', source='石门桥区应急管理局')
add('markup escaped twice', answer({'code': 200, 'data': {'title': T, 'releaseDate': '2025年02月13日', 'detail': html.escape(HTML), 'sourceFrom': '石门桥区应急管理局'}}), TEXT, title=T, published='2025-02-13', source='石门桥区应急管理局')
add('markup encoded as an address', answer({'code': 200, 'data': {'title': T, 'publishDate': '2025-02-13', 'content': quote(HTML)}}), TEXT, title=T, published='2025-02-13')
add('markup in base 64', answer({'code': 200, 'data': {'title': T, 'publishDate': '2025-02-13', 'source': '石门桥区应急管理局', 'content': base64.b64encode(HTML.encode()).decode()}}), TEXT, title=T, published='2025-02-13', source='石门桥区应急管理局')
add('plain text with line ends', answer({'code': 200, 'data': {'title': T, 'publishDate': '2025-02-13', 'source': '石门桥区应急管理局', 'content': '\r\n'.join('　　' + line for line in TEXT)}}), TEXT, title=T, published='2025-02-13', source='石门桥区应急管理局')
add('files beside the text', answer({'data': {'title': T, 'pubTime': '2025-02-13 09:00', 'content': HTML, 'source': None, 'attachList': [{'fileName': '行政执法数据表.xlsx', 'filePath': '/upload/2025/zfsj.xlsx', 'size': 20480}]}}), TEXT, title=T, published='2025-02-13', source=None, attachments=[Attachment('http://www.example.gov.cn/upload/2025/zfsj.xlsx', '行政执法数据表.xlsx')])
OTHERS = [{'title': '石门桥区应急管理局2023年度法治政府建设情况报告', 'publishDate': '2024-02-20', 'source': '区应急管理局办公室', 'summary': '2023年，区应急管理局认真贯彻落实法治政府建设部署要求，圆满完成各项任务，全年检查企业498家次。'}, {'title': '关于开展安全生产月活动的通知', 'publishDate': '2025-05-20', 'source': '安委办', 'summary': '各街道、各有关单位：现就开展安全生产月活动通知如下。'}]
add('related articles with summaries before the article', answer({'data': {'related': OTHERS, 'hot': OTHERS[1:], 'detail': {'title': T, 'publishDate': '2025-02-13', 'source': '石门桥区应急管理局', 'body': HTML}, 'next': OTHERS[1], 'prev': OTHERS[0]}}), TEXT, title=T, published='2025-02-13', source='石门桥区应急管理局')
add('the column and the site with titles of their own', answer({'site': {'title': '石门桥区人民政府', 'icp': '湘ICP备05000000号', 'createTime': '2019-01-01'}, 'channel': {'title': '法治政府建设年度报告', 'content': '本栏目公开法治政府建设年度报告。'}, 'content': {'title': T, 'publishedTime': '2025-02-13 09:00:00', 'source': '区应急管理局', 'html': HTML}}), TEXT, title=T, published='2025-02-13', source='区应急管理局')
add('desk and phone copies', answer({'title': T, 'date': '2025-02-13', 'source': '区应急管理局', 'content_pc': HTML, 'content_wap': ''.join(f'<div>{line}</div>' for line in TEXT), 'content_txt': ' '.join(TEXT)}), TEXT, title=T, published='2025-02-13', source='区应急管理局')
add('title in two halves and markup in the title', answer({'data': {'title': '石门桥区应急管理局<br/>2024年度法治政府建设情况报告', 'showTitle': T, 'pubdate': '20250213', 'content': HTML, 'copyfrom': '石门桥区应急管理局|http://www.example.gov.cn'}}), TEXT, title=T, published='2025-02-13', source='石门桥区应急管理局')
add('columns with underscores', answer({'rows': [{'art_id': 3, 'art_title': T, 'art_pubdate': '2025-02-13 09:00:00.0', 'art_source': '石门桥区应急管理局', 'art_cont': HTML, 'art_hits': 12}], 'total': 1}), TEXT, title=T, published='2025-02-13', source='石门桥区应急管理局')
add('a whole page as the string', answer({'data': {'title': T, 'publishDate': '2025-02-13', 'html': f'<html><head><title>x</title><style>p{{text-indent:2em}}</style></head><body><div class="view TRS_UEDITOR">{HTML}</div></body></html>'}}), TEXT, title=T, published='2025-02-13')
add('paragraphs as a list', answer({'data': {'title': T, 'publishDate': '2025-02-13', 'source': '区应急管理局', 'contents': [{'type': 'p', 'text': line} for line in TEXT]}}), TEXT, title=T, published='2025-02-13', source='区应急管理局')
add('record of tags', f'<?xml version="1.0" encoding="UTF-8"?><root><article><title><![CDATA[{T}]]></title><pubdate>2025-02-13</pubdate><source>石门桥区应急管理局</source><content><![CDATA[{HTML}]]></content></article></root>', TEXT, title=T, published='2025-02-13', source='石门桥区应急管理局')
add('day of signing beside the day of publication', answer({'data': {'title': T, 'cwrq': '2025-02-11', 'fbrq': '2025-02-13', 'fwjg': '石门桥区应急管理局', 'fwzh': '', 'nr': HTML}}), TEXT, title=T, published='2025-02-13', signed_date='2025-02-11', issuer='石门桥区应急管理局', doc_number=None)
add('nothing was found', answer({'code': 404, 'msg': '您访问的内容不存在或已被删除，请返回首页查看其他内容。', 'data': None}), (), title=None, published=None, is_report=False)
add('the login has ended', answer({'success': False, 'code': 401, 'message': '登录状态已过期，请重新登录后再访问本系统的相关页面。', 'timestamp': MS}), (), title=None, published=None, is_report=False)
add('files alone', answer({'data': {'title': T, 'publishDate': '2025-02-13', 'source': '区应急管理局', 'content': '<p><a href="/upload/2025/bg.pdf">' + T + '.pdf</a></p>'}}), (), [T + '.pdf'], title=T, published='2025-02-13', source='区应急管理局', attachments=[Attachment('http://www.example.gov.cn/upload/2025/bg.pdf', T + '.pdf')])
