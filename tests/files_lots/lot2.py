# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Files, lot 2: further habits of word processors, printers and exports, written after lot 1 was mended."""

from __future__ import annotations

import datetime
import io

import openpyxl

from tests.attachments.made import packed
from tests.files_lots.build import Pdf, cell, doc, docx, ofd, ofd_text, p, part, ps, r, table, wrapped
from tests.files_lots.lot import Lot

LOT = Lot(16, 26)
add = LOT.add

T = '榆关区市场监督管理局2024年法治政府建设年度报告'
A = '2024年，榆关区市场监督管理局深入学习贯彻习近平法治思想，持续规范市场监管执法行为，现将有关情况报告如下：'
B = '一、主要工作及成效'
C = '（一）规范执法行为。全年立案查处各类违法案件356件，罚没款418.6万元，作出不予处罚决定72件。'
D = '二、存在的不足'
E = '部分执法人员对新业态的监管能力有待提升。'
F = '三、下一年度安排'
H = '推进包容审慎监管，完善轻微违法行为不予处罚清单，加强信用监管。'
S = '榆关区市场监督管理局'
Z = '2025年2月17日'
ALL = [T, A, B, C, D, E, F, H, S, Z]
WHO = 'w:id="1" w:author="李" w:date="2025-02-01T00:00:00Z"'

# Word.
add('inserted by one and deleted by another', docx(p(T) + p(r('立案356件'), f'<w:ins {WHO}><w:del {WHO}><w:r><w:delText>（待核）</w:delText></w:r></w:del>{r("，已结案340件")}</w:ins>', r('。'))), 'a.docx', [T, '立案356件，已结案340件。'])
add('a whole table deleted', docx(p(T) + table(['甲', '乙']).replace('<w:tr>', f'<w:tr><w:trPr><w:del {WHO}/></w:trPr>') + p(S)), 'a.docx', [T, S])
add('a paragraph moved up with its mark', docx(p(T) + p(f'<w:moveTo {WHO}>{r("后移来的一段。")}</w:moveTo>', props=f'<w:rPr><w:moveTo {WHO}/></w:rPr>') + p(B) + p(f'<w:moveFrom {WHO}>{r("后移来的一段。")}</w:moveFrom>', props=f'<w:rPr><w:moveFrom {WHO}/></w:rPr>') + p(S)), 'a.docx', [T, '后移来的一段。', B, S])
hidden = part('styles', '<w:style w:type="paragraph" w:styleId="base"><w:name w:val="内部"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="sub"><w:basedOn w:val="base"/></w:style><w:style w:type="paragraph" w:styleId="seen"><w:basedOn w:val="base"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>')
add('paragraphs hidden by a style of a style', docx(p(T) + p('内部说明一段。', props='<w:pStyle w:val="sub"/>') + p('公开说明一段。', props='<w:pStyle w:val="seen"/>'), {'styles.xml': hidden}), 'a.docx', [T, '公开说明一段。'])
add('plain text embedded', docx(p(T) + '<w:altChunk r:id="rel1"/>' + p(S), {'chunk1.txt': '\r\n'.join(ALL[1:8]).encode('gb18030')}), 'a.docx', [*ALL[:8], S])
add('first cells empty, last cells empty, a note across', docx(p(T) + table(['', '2023年', '2024年'], ['立案', '320', '356'], ['听证', '', '4'], ['移送', '2', ''], [cell('注：数据来自执法平台。', span=3)])), 'a.docx', [T, '\t2023年\t2024年', '立案\t320\t356', '听证\t\t4', '移送\t2', '注：数据来自执法平台。'])
chapters = part('numbering', '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1部分"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>')


def n(text, level):
    return p(text, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="2"/></w:numPr>')


add('parts and Arabic numbers in brackets', docx(p(T) + n('主要工作', 0) + n('规范执法。', 1) + n('加强普法。', 1) + n('存在问题', 0) + n('能力不足。', 1), {'numbering.xml': chapters}), 'a.docx', [T, '第一部分 主要工作', '（1）规范执法。', '（2）加强普法。', '第二部分 存在问题', '（1）能力不足。'], [T, '第一部分主要工作', '（1）规范执法。', '（2）加强普法。', '第二部分存在问题', '（1）能力不足。'])
nested = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r('旧值') + '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:instrText> = 1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r('356') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
add('a field within the condition of a field', docx(p(T) + p(r('全年立案'), nested, r('件。'))), 'a.docx', [T, '全年立案356件。'])
flat = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/_rels/.rels"><pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>' + part('document', f'<w:body>{ps(ALL)}</w:body>').partition('?>')[2] + '</pkg:xmlData></pkg:part></pkg:package>'
add('the package as one XML file, called doc', flat.encode(), 'a.doc', ALL, flags=['wrong_suffix'])

# PDF.


def lines_of(pdf, lines, y=80.0, x=72.0, across=28.0, size=16.0, pitch=28.0):
    for line in lines:
        for first, piece in wrapped(line, across):
            pdf.put(x + first * size, y, piece, size)
            y += pitch
    return y


f = Pdf()
f.put(150, 250, '榆关区市场监督管理局', 24)
f.put(130, 300, '2024年法治政府建设年度报告', 24)
f.put(250, 700, '2025年2月', 16)
f.page()
f.put(270, 80, '目　录', 20)
for k, (line, number) in enumerate([(B, 1), (D, 3), (F, 4)]):
    f.put(72, 140 + 30 * k, line + '…' * 12 + str(number))
f.page()
lines_of(f, ALL[1:8])
f.put(285, 800, '— 1 —', 12)
add('cover and table of contents', f.bytes(), 'a.pdf', ['榆关区市场监督管理局2024年法治政府建设年度报告', '2025年2月', *ALL[1:8]], ['榆关区市场监督管理局', '2024年法治政府建设年度报告', '2025年2月', *ALL[1:8]], either=['目录', '目　录', '目 录'])
f = Pdf()
f.put(90, 60, T, 18)
y = lines_of(f, [A, C], y=110)
for k, row in enumerate([('项目', '2023年', '2024年'), ('立案', '320', '356'), ('听证', '', '4'), ('移送', '2', '5')]):
    for x, text in zip((90, 240, 390), row, strict=True):
        if text:
            f.put(x, y + 20 + 26 * k, text, 14)
add('a table without rules, with an empty cell', f.bytes(), 'a.pdf', [T, A, C, '项目\t2023年\t2024年', '立案\t320\t356', '听证\t\t4', '移送\t2\t5'])
f = Pdf()
y = 90.0
for mark, text in (('1.', '完善行政执法监督机制，组织开展案卷评查两次，发现并整改问题十八个，通报典型问题三类，推动执法质量持续提升。'), ('2.', '健全行刑衔接机制，与公安机关联合办案十一件，移送涉嫌犯罪案件五件，公安机关立案侦查四件。')):
    for k, piece in enumerate(text[j : j + 24] for j in range(0, len(text), 24)):
        if not k:
            f.put(72, y, mark)
        f.put(72 + 32, y, piece)
        y += 28
add('numbers that hang before the paragraphs', f.bytes(), 'a.pdf', ['1.完善行政执法监督机制，组织开展案卷评查两次，发现并整改问题十八个，通报典型问题三类，推动执法质量持续提升。', '2.健全行刑衔接机制，与公安机关联合办案十一件，移送涉嫌犯罪案件五件，公安机关立案侦查四件。'])
said = {'一': '⼀', '二': '⼆', '三': '三', '水': '⽔', '工': '⼯', '行': '⾏', '力': '⼒', '政': '政', '年': '年', '大': '⼤', '人': '⼈', '用': '⽤'}
every = {char: said.get(char, char) for line in ALL for char in line}
f = Pdf(said=every)
f.put(90, 60, T, 18)
y = lines_of(f, ALL[1:8], y=110)
f.put(330, y + 20, S)
f.put(340, y + 48, Z)
add('characters told as radicals', f.bytes(), 'a.pdf', ALL)
f = Pdf()
queue = [(first, piece) for line in ALL[1:8] * 5 for first, piece in wrapped(line, 28)]
for number, at in enumerate(range(0, len(queue), 17), 1):
    if number > 1:
        f.page()
    f.put(400, 45, f'第{number}页 共{-(-len(queue) // 17)}页', 10)
    for k, (first, piece) in enumerate(queue[at : at + 17]):
        f.put(72 + first * 16, 90 + 28 * k, piece)
    f.put(200, 810, '榆关区市场监督管理局 2025年2月编', 9)
add('numbers of the pages above, the maker below', f.bytes(), 'a.pdf', ALL[1:8] * 5)
f = Pdf()
f.put(90, 60, T, 18)
for k, piece in enumerate(['　　全区推广Internet of Things', 'Technology监管平台，接入电梯设备', '2024台、锅炉118台，预警处置率达到', '100%，群众满意度为', '98.2%。', '　　平台全年运行稳定。']):
    f.put(72, 110 + 28 * k, piece)
add('words, numbers and shares at the beginning of lines', f.bytes(), 'a.pdf', [T, '全区推广Internet of Things Technology监管平台，接入电梯设备2024台、锅炉118台，预警处置率达到100%，群众满意度为98.2%。', '平台全年运行稳定。'])
f = Pdf()
f.put(90, 60, T, 18)
y = lines_of(f, [A, C], y=110)
f.rule(72, 740, 220, 740)
f.put(72, 760, '①数据截至2024年12月31日。', 10)
add('a note at the foot of the page', f.bytes(), 'a.pdf', [T, A, C, '①数据截至2024年12月31日。'])

# OFD.
W = 5.64
add('digits of full width and unseen objects', ofd([ofd_text(27 + 2 * W, 40, '２０２４年立案３５６件，罚没款４１８．６万元。') + ofd_text(27, 60, '不显示的文字', attrs=' Visible="false"')]), 'a.ofd', ['２０２４年立案３５６件，罚没款４１８．６万元。'], ['2024年立案356件，罚没款418.6万元。'])
rules = ''.join(f'<ofd:PathObject ID="7" Boundary="{x} {y} {w + 0.1} {h + 0.1}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L {w} {h}</ofd:AbbreviatedData></ofd:PathObject>' for x, y, w, h in [*((27, 60 + 10 * k, 120, 0) for k in range(4)), *((27 + 40 * k, 60, 0, 30) for k in range(4))])
cells = ''.join(ofd_text(29 + 40 * j, 62 + 10 * i, text, size=4.2) for i, row in enumerate([('项目', '2023年', '2024年'), ('听证', '', '4'), ('移送', '2', '')]) for j, text in enumerate(row) if text)
add('a ruled table with empty cells', ofd([ofd_text(27 + 2 * W, 40, B) + rules + cells]), 'a.ofd', [B, '项目\t2023年\t2024年', '听证\t\t4', '移送\t2'])
add('short lines that end in full stops', ofd([''.join(ofd_text(27 + 2 * W, 40 + 10 * k, line) for k, line in enumerate(['全年立案356件。', '罚没款418.6万元，同比下降3.1%。', '无行政败诉案件。']))]), 'a.ofd', ['全年立案356件。', '罚没款418.6万元，同比下降3.1%。', '无行政败诉案件。'])
add('blanks between digits beside whole numbers', ofd([ofd_text(27 + 2 * W, 40, '2025年2月1 7日，立案356件。', step=W / 2)]), 'a.ofd', ['2025年2月17日，立案356件。'])

# Legacy and other kinds.
MHT = 'From: <Saved by Microsoft Word 15>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_NextPart_01"\r\n\r\n------=_NextPart_01\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n'
import base64  # noqa: E402

PAGE = '<html><body>' + ''.join(f'<p class=MsoNormal>{line}</p>' for line in ALL) + '</body></html>'
add('a web archive called doc', (MHT + base64.encodebytes(PAGE.encode('gb18030')).decode().replace('\n', '\r\n') + '\r\n------=_NextPart_01--\r\n').encode(), 'a.doc', ALL, flags=['wrong_suffix'])
gbk = ''.join(f"\\'{byte:02x}" for byte in '立案356件。'.encode('gbk'))
add('RTF with cells, hidden and deleted words', ('{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0\\pard ' + gbk + '{\\v hidden}{\\deleted gone}\\par\\trowd\\cellx1000\\cellx2000\\cellx3000\\intbl A\\cell\\cell 4\\cell\\row\\pard ' + gbk + '\\par}').encode(), 'a.rtf', ['立案356件。', 'A\t\t4', '立案356件。'])
SHEET = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Sheet1"><Table><Row><Cell><Data ss:Type="String">项目</Data></Cell><Cell><Data ss:Type="String">2024年</Data></Cell></Row><Row><Cell><Data ss:Type="String">立案</Data></Cell><Cell><Data ss:Type="Number">356</Data></Cell></Row></Table></Worksheet></Workbook>'
add('a workbook as XML, called xls', SHEET.encode(), 'a.xls', ['项目\t2024年', '立案\t356'], flags=['wrong_suffix'])
book = openpyxl.Workbook()
sheet = book.active
sheet.title = '执法数据'
for number, row in enumerate([('项目', '2023年', '2024年'), ('听证', None, 4), ('公布日期', None, datetime.date(2025, 2, 17)), ('说明', '第一行\n第二行', None)], 3):
    for column, value in enumerate(row, 2):
        sheet.cell(number, column, value)
out = io.BytesIO()
book.save(out)
add('a sheet that begins in the second column', out.getvalue(), 'a.xlsx', ['项目\t2023年\t2024年', '听证\t\t4', '公布日期\t\t2025-02-17', '说明\t第一行 第二行'], either=['执法数据'])
add('a report in an archive whose names say GBK', packed({'2024年报告.doc': doc([('\r'.join(ALL) + '\r', False)])}), 'a.zip', ALL)
add('a spanned archive of one part', b'PK00' + docx(ps(ALL)), 'a.docx', ALL)
