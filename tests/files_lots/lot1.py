# ruff: noqa: E501 (markup reads better unbroken)
# fmt: off
"""Files, lot 1: Word packages, PDF and OFD pages, legacy documents, sheets and archives as agencies put them up."""

from __future__ import annotations

import io
import zipfile

import openpyxl

from tests.attachments.made import compound, packed
from tests.files_lots.build import Pdf, cell, doc, docx, ofd, ofd_text, p, part, ps, r, table, wrapped
from tests.files_lots.lot import Lot

LOT = Lot(52, 67)
add = LOT.add

T = '北桥县水利局2024年度法治政府建设情况报告'
A = '2024年，北桥县水利局坚持以习近平法治思想为指导，扎实推进法治政府建设，现将有关情况报告如下。'
B = '一、主要举措和成效'
C = '（一）依法履职。全年办理取水许可86件，开展河湖执法巡查412次，立案11件，罚款19.6万元。'
D = '二、存在问题'
E = '执法人员数量不足，信息化水平有待提高。'
F = '三、2025年工作安排'
H = '持续推进水行政执法规范化建设，加强法治培训。'
S = '北桥县水利局'
Z = '2025年1月16日'
ALL = [T, A, B, C, D, E, F, H, S, Z]
INS, DEL = (f'<w:{tag} w:id="1" w:author="张" w:date="2025-01-03T00:00:00Z">' for tag in ('ins', 'del'))


def gone(text):
    return f'{DEL}<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def came(text):
    return f'{INS}{r(text)}</w:ins>'


MARK_GONE = f'<w:rPr>{DEL[:-1]}/></w:rPr>'
MARK_CAME = f'<w:rPr>{INS[:-1]}/></w:rPr>'

# Word: what stands before the package, and packages as other programs write them.
add('blank lines and a mark of order before the package', b'\xef\xbb\xbf\r\n\r\n\r\n' + docx(ps(ALL)), '报告.docx', ALL)
add('a Word file that is called doc', docx(ps(ALL)), '报告.doc', ALL, flags=['wrong_suffix'])
add('main part of another name', docx(ps(ALL), main='word/document2.xml'), '报告.docx', ALL)
strict = docx(ps(ALL))


def changed(data, change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            change(new, name, old.read(name))
    return out.getvalue()


add('strict namespaces', changed(strict, lambda new, name, data: new.writestr(name, data.replace(b'http://schemas.openxmlformats.org/wordprocessingml/2006/main', b'http://purl.oclc.org/ooxml/wordprocessingml/main').replace(b'http://schemas.openxmlformats.org/officeDocument/2006/relationships', b'http://purl.oclc.org/ooxml/officeDocument/relationships'))), '报告.docx', ALL)


def backslashes(new, name, data):
    info = zipfile.ZipInfo('x')
    info.filename = name.replace('/', '\\')
    new.writestr(info, data)


add('names of the package with backslashes', changed(docx(ps(ALL)), backslashes), '报告.docx', ALL)
add('bytes of a page after the package', docx(ps(ALL)) + b'\r\n<html><body></body></html>' * 40, '报告.docx', ALL)

# Word: tracked changes.
add('words changed within a sentence', docx(p(T) + p(r('全年立案'), gone('9'), came('11'), r('件，罚款'), gone('15.2万元'), came('19.6万元'), r('。')) + p(S)), 'a.docx', [T, '全年立案11件，罚款19.6万元。', S])
add('a paragraph deleted with its mark', docx(p(T) + p(B) + p(gone('删去的一段。'), props=MARK_GONE) + p(C)), 'a.docx', [T, B, C])
add('the end of one paragraph and the whole of the next deleted', docx(p(T) + p(r('完善制度3项'), gone('，召开会议2次。'), props=MARK_GONE) + p(gone('组织培训1次。'), props=MARK_GONE) + p('，修订文件5份。') + p(S)), 'a.docx', [T, '完善制度3项，修订文件5份。', S])
add('a paragraph inserted, with its mark', docx(p(T) + p(B) + p(came('新增的一段，开展宣传7场。'), props=MARK_CAME) + p(C)), 'a.docx', [T, B, '新增的一段，开展宣传7场。', C])
add('a sentence moved to another place', docx(p(T) + p(r('甲段。'), '<w:moveFrom w:id="4" w:author="张">' + r('移动的一句。') + '</w:moveFrom>') + p(r('乙段。'), '<w:moveTo w:id="5" w:author="张">' + r('移动的一句。') + '</w:moveTo>')), 'a.docx', [T, '甲段。', '乙段。移动的一句。'])
row_gone = f'<w:tr><w:trPr>{DEL[:-1]}/></w:trPr>' + cell(p(gone('行政强制'), props=MARK_GONE)) + cell(p(gone('4'), props=MARK_GONE)) + '</w:tr>'
add('a row deleted from a table', docx(p(T) + table(['类别', '件数'], ['行政许可', '86']).replace('</w:tbl>', row_gone + '</w:tbl>') + p(S)), 'a.docx', [T, '类别\t件数', '行政许可\t86', S])

# Word: notes, boxes, heads, controls, links, fields.
notes = part('footnotes', '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2">' + p('<w:r><w:footnoteRef/></w:r>', r(' 数据截至2024年12月31日。')) + '</w:footnote>')
add('a footnote', docx(p(T) + p(r('全年立案11件'), '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>', r('，罚款19.6万元。')) + p(S), {'footnotes.xml': notes}), 'a.docx', [T, '全年立案11件，罚款19.6万元。', S], either=['数据截至2024年12月31日。'])
BOX = '<w:txbxContent>' + p('框中的一段，收录典型案例3个。') + '</w:txbxContent>'
box = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="3" name="文本框 3"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
add('a text box', docx(p(T) + p(B) + p(box) + p(C)), 'a.docx', [T, B, '框中的一段，收录典型案例3个。', C])
add('the whole text in a text box of the old kind', docx(p('<w:r><w:pict><v:shape><v:textbox><w:txbxContent>' + ps(ALL) + '</w:txbxContent></v:textbox></v:shape></w:pict></w:r>')), 'a.docx', ALL)
add('running head and page numbers', docx(ps(ALL) + '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rel1"/><w:footerReference w:type="default" r:id="rel2"/></w:sectPr></w:pPr></w:p>', {'header1.xml': part('hdr', p('北桥县水利局文件')), 'footer1.xml': part('ftr', p('— ', '<w:fldSimple w:instr=" PAGE ">' + r('3') + '</w:fldSimple>', r(' —')))}), 'a.docx', ALL)
toc = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>' + p('目录') + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', f'<w:hyperlink w:anchor="_Toc1">{r(B)}<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF _Toc1 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("1")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>') + p(f'<w:hyperlink w:anchor="_Toc2">{r(D)}<w:r><w:tab/></w:r>{r("2")}</w:hyperlink>') + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>') + '</w:sdtContent></w:sdt>'
add('a table of contents', docx(p(T) + toc + ps(ALL[1:])), 'a.docx', ALL, either=['目录'])
control = f'<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{r("86")}</w:sdtContent></w:sdt>'
add('content controls around words, paragraphs, rows and cells', docx(f'<w:sdt><w:sdtContent>{p(T)}</w:sdtContent></w:sdt>' + p(r('办理取水许可'), control, r('件。')) + '<w:tbl><w:tblPr/><w:sdt><w:sdtContent><w:tr>' + cell('类别') + f'<w:sdt><w:sdtContent>{cell("件数")}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt><w:tr>' + cell('许可') + cell('86') + '</w:tr></w:tbl>'), 'a.docx', [T, '办理取水许可86件。', '类别\t件数', '许可\t86'])
link = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "http://www.example.gov.cn/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r('县政府网站') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
add('links, smart tags and fields within a sentence', docx(p(T) + p(r('在'), link, r('和'), f'<w:hyperlink r:id="rel9">{r("信用北桥")}</w:hyperlink>', r('公示'), f'<w:smartTag w:uri="x" w:element="chmetcnv">{r("11件")}</w:smartTag>', r('处罚决定，于'), '<w:fldSimple w:instr=" DATE ">' + r('2025年1月16日') + '</w:fldSimple>', r('更新。'))), 'a.docx', [T, '在县政府网站和信用北桥公示11件处罚决定，于2025年1月16日更新。'])
add('syllables above a rare character', docx(p(T) + p(r('位于'), '<w:r><w:ruby><w:rubyPr/><w:rt>' + r('kàn') + '</w:rt><w:rubyBase>' + r('墈') + '</w:rubyBase></w:ruby></w:r>', r('上村。'))), 'a.docx', [T, '位于墈上村。'])
add('remarks of a reviewer and old formats', docx(p(T) + p('<w:commentRangeStart w:id="0"/>', r('立案11件。', '<w:rPrChange w:id="8" w:author="张"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'), '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>', props='<w:pPrChange w:id="9" w:author="张"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'), {'comments.xml': part('comments', '<w:comment w:id="0">' + p('请核实数据') + '</w:comment>')}), 'a.docx', [T, '立案11件。'])
add('hidden words, by the run and by its style', docx(p(T) + p(r('立案11件'), r('（内部数据）', '<w:vanish/>'), r('（草稿）', '<w:rStyle w:val="hid"/>'), r('，', '<w:vanish w:val="0"/>'), r('已办结。')), {'styles.xml': part('styles', '<w:style w:type="character" w:styleId="hid"><w:name w:val="隐"/><w:rPr><w:vanish/></w:rPr></w:style>')}), 'a.docx', [T, '立案11件，已办结。'])
add('hyphens, tabs and breaks', docx(p(T) + p('<w:r><w:tab/></w:r>', r('全年办理86'), '<w:r><w:lastRenderedPageBreak/></w:r><w:r><w:softHyphen/></w:r>', r('件，编号A'), '<w:r><w:noBreakHyphen/><w:t>3。</w:t></w:r>') + p(r('第一行。'), '<w:r><w:br/></w:r>', r('第二行。'), '<w:r><w:br w:type="page"/></w:r>') + p('<w:r><w:t>　　第三行。</w:t><w:cr/><w:t>第四行。</w:t></w:r>')), 'a.docx', [T, '全年办理86件，编号A-3。', '第一行。', '第二行。', '第三行。', '第四行。'], [T, '全年办理86件，编号A‑3。', '第一行。', '第二行。', '第三行。', '第四行。'])
add('a share set as an equation', docx(p(T) + p(r('群众满意率'), '<m:oMath><m:r><m:t>98.6%</m:t></m:r></m:oMath>', r('，同比提高。'))), 'a.docx', [T, '群众满意率98.6%，同比提高。'])

# Word: numbers that Word counts.
LEVELS = (('chineseCountingThousand', '%1、', 0), ('chineseCounting', '（%2）', 1), ('decimal', '%3.', 2), ('decimalEnclosedCircleChinese', '%4', 3))
abstract = '<w:abstractNum w:abstractNumId="5"><w:multiLevelType w:val="multilevel"/>' + ''.join(f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>' + (f'<w:pStyle w:val="H{level}"/>' if level < 2 else '') + f'<w:lvlText w:val="{text}"/></w:lvl>' for kind, text, level in LEVELS) + '</w:abstractNum>'
numbering = part('numbering', abstract + '<w:num w:numId="6"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride></w:num>')
styles = part('styles', ''.join(f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n + 1}"/><w:pPr><w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="6"/></w:numPr></w:pPr></w:style>' for n in (0, 1)) + '<w:style w:type="paragraph" w:styleId="H0x"><w:basedOn w:val="H0"/></w:style>')


def h(text, style):
    return p(text, props=f'<w:pStyle w:val="{style}"/>')


def n(text, level, number=6):
    return p(text, props=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


add('numbers by the style of headings', docx(p(T) + h('主要做法', 'H0') + h('完善制度', 'H1') + p(A) + h('严格执法', 'H1') + h('存在问题', 'H0x') + h('力量不足', 'H1') + p('附则', props='<w:pStyle w:val="H0"/><w:numPr><w:numId w:val="0"/></w:numPr>') + h('下步打算', 'H0'), {'numbering.xml': numbering, 'styles.xml': styles}), 'a.docx', [T, '一、主要做法', '（一）完善制度', A, '（二）严格执法', '二、存在问题', '（一）力量不足', '附则', '三、下步打算'])
add('counts that start anew and circled ones', docx(p(T) + n('甲', 2) + n('乙', 2) + n('丙', 2, 7) + n('丁', 3) + n('戊', 3) + n('己', 2, 7), {'numbering.xml': numbering}), 'a.docx', [T, '1.甲', '2.乙', '1.丙', '①丁', '②戊', '2.己'])
add('twelve headings', docx(p(T) + ''.join(n(f'事项{k}', 0) for k in 'abcdefghijkl'), {'numbering.xml': numbering}), 'a.docx', [T, *(f'{a}、事项{k}' for a, k in zip(('一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'), 'abcdefghijkl', strict=True))])
add('a numbered paragraph deleted counts no more', docx(p(T) + n('甲', 0) + p(gone('乙'), props=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="6"/></w:numPr>{MARK_GONE}') + n('丙', 0), {'numbering.xml': numbering}), 'a.docx', [T, '一、甲', '二、丙'])

# Word: tables.
add('merged cells', docx(p(T) + table([cell('类别', merge='start'), cell('件数', span=2)], [cell(merge='on'), '2023年', '2024年'], ['许可', '80', '86'], ['处罚', '', '11'])), 'a.docx', [T, '类别\t件数\t', '\t2023年\t2024年', '许可\t80\t86', '处罚\t\t11'], [T, '类别\t件数', '\t2023年\t2024年', '许可\t80\t86', '处罚\t\t11'], [T, '类别\t件数\t件数', '类别\t2023年\t2024年', '许可\t80\t86', '处罚\t\t11'])
add('the whole text in one cell', docx(table([cell(*ALL)])), 'a.docx', ALL)
add('a table within the cell of a form', docx(table([cell(p(T))], [cell(p(A), table(['许可', '86'], ['处罚', '11']), p(E))])), 'a.docx', [T, A, '许可\t86', '处罚\t11', E])
add('cells of two lines', docx(p(T) + table(['类别', '说明'], [cell('行政', '处罚'), cell(p(r('立案11件，'), '<w:r><w:br/></w:r>', r('结案9件')))])), 'a.docx', [T, '类别\t说明', '行政处罚\t立案11件，结案9件'], [T, '类别\t说明', '行政 处罚\t立案11件， 结案9件'])

# Word: parts in another form.
HTML = '<html><head><meta charset="utf-8"></head><body>' + ''.join(f'<p>{line}</p>' for line in ALL) + '</body></html>'
add('a page embedded as the text', docx('<w:altChunk r:id="rel1"/>', {'chunk1.html': HTML}), 'a.docx', ALL)
MHT = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----=mhtDocumentPart"\r\n\r\n------=mhtDocumentPart\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: file:///C:/fake/document.html\r\n\r\n' + HTML.replace('=', '=3D') + '\r\n------=mhtDocumentPart--\r\n'
add('a page embedded with its pictures', docx('<w:altChunk r:id="rel1"/>', {'chunk1.mht': MHT.encode()}), 'a.docx', ALL)
add('a document embedded between paragraphs', docx(p(T) + '<w:altChunk r:id="rel1"/>' + p(S), {'chunk1.docx': docx(ps(ALL[1:8]))}), 'a.docx', [*ALL[:8], S])

# Broken and locked packages.
whole = docx(ps(ALL * 40))
add('the end of the package is missing', whole[: len(whole) - 700], 'a.docx', [], ALL * 40, flags=['truncated'])
locked = bytearray(packed({'报告.txt': T}))
locked[6] |= 1
locked[locked.index(b'PK\x01\x02') + 8] |= 1
add('an archive with a password', bytes(locked), '报告.zip', [], flags=['encrypted'])
add('a Word file with a password', compound({'EncryptionInfo': b'\x04\0\x04\0' + b'\x40\0\0\0', 'EncryptedPackage': bytes(5000)}), 'a.docx', [], flags=['encrypted'])

# PDF: placed text.


def lines_of(pdf, lines, x=72.0, y=80.0, across=28.0, size=16.0, pitch=28.0, ragged=False, printed=False):
    for line in lines:
        text = ('　　' if printed else '') + line
        for first, piece in wrapped(text, across, 0 if printed else 2):
            pdf.put(x + first * size, y, piece, size)
            y += pitch
    return y


LONG = ['2024年，北桥县水利局坚持以习近平法治思想为指导，认真落实法治政府建设各项部署，扎实推进依法治水、依法管水，现将有关情况报告如下。', B, '（一）依法履行职能。全年办理取水许可86件，办结率100%，开展河湖执法巡查412次，立案11件，罚款19.6万元，较上年下降12.5个百分点。', D, E, F, '持续推进水行政执法规范化建设，加强执法人员法治培训，组织开展以案释法活动，不断提升依法行政的能力和水平。']
SIGNED = [T, *LONG, S, Z]


def head_and_end(pdf, y):
    pdf.put(72 + 20 * 16, y + 28, S)
    pdf.put(72 + 19 * 16, y + 56, Z)


f = Pdf()
f.put(108, 60, T, 18)
head_and_end(f, lines_of(f, LONG, y=120))
add('indents, two sizes, a signature to the right', f.bytes(), 'a.pdf', SIGNED)
f = Pdf()
f.put(108, 60, T, 18)
y = 120.0
for line in LONG:
    text = '　　' + line
    for k in range(0, len(text), 21):
        f.put(72, y, text[k : k + 21])
        y += 28
head_and_end(f, y)
add('short measure with printed blanks', f.bytes(), 'a.pdf', SIGNED)
f = Pdf()
f.put(108, 60, T, 18)
y = 120.0
for line in LONG:
    pieces = wrapped(line, 28)
    for first, piece in pieces[:-1]:
        used = first + sum(0.5 if c.isascii() else 1 for c in piece)
        f.put(72 + first * 16, y, piece, 16, spread=(28 - used) * 16 / max(len(piece) - 1, 1))
        y += 28
    f.put(72 + pieces[-1][0] * 16, y, pieces[-1][1], 16)
    y += 28
head_and_end(f, y)
add('justified by the space between characters', f.bytes(), 'a.pdf', SIGNED)
f = Pdf()
f.put(108, 60, T, 18)
y = lines_of(f, LONG[:4], x=50, y=110, across=20, size=11, pitch=18)
y = lines_of(f, LONG[4:], x=320, y=110, across=20, size=11, pitch=18)
add('two columns', f.bytes(), 'a.pdf', [T, *LONG])
f = Pdf()
TALL = LONG * 4
queue = [(first, piece) for line in TALL for first, piece in wrapped(line, 28)]
for number, at in enumerate(range(0, len(queue), 22), 1):
    if number > 1:
        f.page()
    f.put(220, 40, '北桥县水利局年度报告', 10)
    for k, (first, piece) in enumerate(queue[at : at + 22]):
        f.put(72 + first * 16, 90 + 28 * k, piece)
    f.put(280, 800, f'- {number} -', 12)
add('running heads and page numbers over four pages', f.bytes(), 'a.pdf', TALL)
f = Pdf()
for k, piece in enumerate(['　　根据《北桥县水利局关于印发〈20', '24年工作要点〉的通知》（北水〔202', '4〕7号），开展PP', 'P项目审查3个，网址为www.exam', 'ple.gov.cn，请予监督。']):
    f.put(72, 100 + 28 * k, piece)
f.put(72, 100 + 28 * 5, '　　全年共办结11件。')
add('numbers and words broken over lines', f.bytes(), 'a.pdf', ['根据《北桥县水利局关于印发〈2024年工作要点〉的通知》（北水〔2024〕7号），开展PPP项目审查3个，网址为www.example.gov.cn，请予监督。', '全年共办结11件。'])
f = Pdf()
f.put(108, 60, T, 18)
y = lines_of(f, LONG[:2], y=110)
f.grid([72, 200, 340, 480], [y + 10, y + 40, y + 90, y + 120])
for x, each in zip((80, 210, 350), ('类别', '2023年', '2024年'), strict=True):
    f.put(x, y + 30, each, 12)
f.put(80, y + 60, '行政处罚（含当', 12)
f.put(80, y + 78, '场处罚）', 12)
f.put(350, y + 68, '11', 12)
f.put(80, y + 110, '行政许可', 12)
f.put(210, y + 110, '80', 12)
f.put(350, y + 110, '86', 12)
head_and_end(f, y + 130)
add('a ruled table with an empty cell', f.bytes(), 'a.pdf', [T, *LONG[:2], '类别\t2023年\t2024年', '行政处罚（含当场处罚）\t\t11', '行政许可\t80\t86', S, Z])
f = Pdf()
f.put(108, 60, T, 18)
f.put(108.4, 60, T, 18)
y = lines_of(f, LONG, y=120)
f.put(72 + 32, y, '（重复描边）')
f.put(72 + 32.3, y + 0.2, '（重复描边）')
add('bold by printing twice', f.bytes(), 'a.pdf', [T, *LONG, '（重复描边）'])
f = Pdf()
f.put(152, 60, '北桥县水利局关于2024年度', 22)
f.put(174, 96, '法治政府建设情况的报告', 22)
f.put(240, 130, '北水〔2025〕3号', 14)
head_and_end(f, lines_of(f, LONG, y=180))
add('title over two lines, number below', f.bytes(), 'a.pdf', ['北桥县水利局关于2024年度法治政府建设情况的报告', '北水〔2025〕3号', *LONG, S, Z])
f = Pdf()
f.put(108, 60, T, 18)
head_and_end(f, lines_of(f, LONG, y=120))
f.put(290, 800, '1', 12)
f.put(150, 600, '北桥县水利局内部资料', 40, turn='0.707 0.707 -0.707 0.707')
f.reverse()
add('drawn from the end to the beginning, with a slanted mark', f.bytes(), 'a.pdf', SIGNED)
f = Pdf(842, 595, rotate=90)
for k, line in enumerate([(first, piece) for each in [A, C, E] for first, piece in wrapped(each, 25)]):
    f.put(60 + 28 * (k + 1), 595 - 60 - line[0] * 16 - 20, line[1], turn='0 1 -1 0')
add('a page that lies on its side', f.bytes(), 'a.pdf', [A, C, E])

# OFD.
W = 5.64


def ofd_lines(lines, top=40.0, pitch=9.9, split=False, step=None):
    out = []
    y = top
    for line in lines:
        for first, piece in wrapped(line, 28):
            x = 27 + first * W
            run = ''
            for char in piece + '\0':
                if char == '\0' or (split and run and char.isascii() != run[-1].isascii()):
                    digits = run.isascii()
                    out.append(ofd_text(x, y, run, step=step if digits else None))
                    x += sum((step or W / 2) if c.isascii() else W for c in run)
                    run = ''
                run += char
            y += pitch
    return out


add('objects of their own for digits', ofd([''.join(ofd_lines([T, A, C, E], split=True))]), 'a.ofd', [T, A, C, E])
add('digits as wide as characters', ofd([''.join(ofd_lines(['2024年全年办理取水许可1286件。', '2025年1月16日印发。'], split=True, step=W))]), 'a.ofd', ['2024年全年办理取水许可1286件。', '2025年1月16日印发。'])
add('each digit an object', ofd([''.join(ofd_text(27 + k * W, 40, char) for k, char in enumerate('　　2025年1月16日，北桥县水利局召开会议3次。') if char != '　')]), 'a.ofd', ['2025年1月16日，北桥县水利局召开会议3次。'])
add('digits with printed blanks between', ofd([ofd_text(27 + 2 * W, 40, '2 0 2 5年1月1 6日，北桥县水利局立案1 1件。', step=W / 2)]), 'a.ofd', ['2025年1月16日，北桥县水利局立案11件。'])
add('template with head and number of the page, and a seal', ofd([''.join(ofd_lines([A, C])), ''.join(ofd_lines([E, H]))], [ofd_text(80, 280, f'第{n}页') for n in (1, 2)], {'Doc_0/Annots/Page_0/Annot.xml': '<ofd:PageAnnot xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Annot Type="Stamp"><ofd:Appearance>' + ofd_text(100, 200, '北桥县水利局印章') + '</ofd:Appearance></ofd:Annot></ofd:PageAnnot>'}), 'a.ofd', [A, C, E, H])
objects = ofd_lines([T, A, C])
add('objects in no order, addresses from the root', ofd([''.join(objects[1::2] + objects[::2])], root='/'), 'a.ofd', [T, A, C])
scaled = ''.join(f'<ofd:TextObject ID="4" Boundary="{27 + 2 * W} {40 + 10 * k} 160 10" CTM="0.3528 0 0 0.3528 0 0" Font="3" Size="16"><ofd:TextCode X="0" Y="14" DeltaX="g {len(line) - 1} 16">{line}</ofd:TextCode></ofd:TextObject>' for k, line in enumerate(['一、主要做法', '二、存在问题', '三、下步打算']))
add('scaled objects and steps in short form', ofd([scaled]), 'a.ofd', ['一、主要做法', '二、存在问题', '三、下步打算'])
many = f'<ofd:TextObject ID="5" Boundary="{27 + 2 * W} 40 160 40" Font="3" Size="{W}"><ofd:TextCode X="0" Y="5" DeltaX="g 6 {W}">全年办理许可共</ofd:TextCode><ofd:TextCode X="{7 * W}" Y="5" DeltaX="{W / 2}">86</ofd:TextCode><ofd:TextCode X="{8 * W}" Y="5" DeltaX="{W}">件。</ofd:TextCode></ofd:TextObject>'
add('several codes in an object', ofd([many.replace('ofd:', '').replace('<TextObject', '<TextObject xmlns="http://www.ofdspec.org/2016"')]), 'a.ofd', ['全年办理许可共86件。'])

# Word 97 and what bears its name.
add('pieces of one and of two bytes', doc([(T + '\r' + '全年办理取水许可', False), ('86', True), ('件，罚款', False), ('19.6', True), ('万元。\r' + S + '\r', False)]), 'a.doc', [T, '全年办理取水许可86件，罚款19.6万元。', S])
add('fields, breaks and marks of objects', doc([(f'{T}\r见\x13 HYPERLINK "http://www.example.gov.cn" \x14县政府网站\x15，立案11\x1f件。\x01\r第一行。\x0b第二行。\x0c\r编号A\x1e3\x05。\r', False)]), 'a.wps', [T, '见县政府网站，立案11件。', '第一行。', '第二行。', '编号A-3。'], [T, '见县政府网站，立案11件。', '第一行。', '第二行。', '编号A‑3。'])
add('footnotes and running heads of the old format', doc([(f'{T}\r全年立案11件\x02，已办结。\r', False)], '\x02 数据截至12月31日。\r', '北桥县水利局文件\r'), 'a.doc', [T, '全年立案11件，已办结。'], either=['数据截至12月31日。'])
add('a page saved as doc', HTML.replace('utf-8', 'gb2312').encode('gbk'), 'a.doc', ALL, flags=['wrong_suffix'])
add('RTF called doc', ('{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0 \\\'cb\\\'ce\\\'cc\\\'e5;}}{\\info{\\title x}}' + ''.join('\\pard\\fi640 ' + ''.join(f'\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?' if ord(c) > 127 else c for c in line) + '\\par\n' for line in ALL) + '}').encode(), 'a.doc', ALL)
ROWS = [['项目', '2024年'], ['行政许可', '86'], ['行政处罚', '11']]
add('a table of tags called xls', ('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"></head><body><table>' + ''.join('<tr>' + ''.join(f'<td>{c}</td>' for c in row) + '</tr>' for row in ROWS) + '</table></body></html>').encode('gbk'), 'a.xls', ['\t'.join(row) for row in ROWS], flags=['wrong_suffix'])
book = openpyxl.Workbook()
sheet = book.active
sheet.append(['行政执法数据表', None, None])
sheet.merge_cells('A1:C1')
sheet.append([])
sheet.append(['项目', '数量', '比例'])
sheet.append(['许可', 86, 0.985])
sheet['C4'].number_format = '0.0%'
sheet.append(['罚款（元）', 196000, None])
sheet['B5'].number_format = '#,##0.00'
book.create_sheet('草稿').append(['不公开'])
book['草稿'].sheet_state = 'hidden'
out = io.BytesIO()
book.save(out)
add('a sheet with merged cells, shares and a hidden sheet', out.getvalue(), 'a.xlsx', ['行政执法数据表', '项目\t数量\t比例', '许可\t86\t98.5%', '罚款（元）\t196,000.00\t'], ['行政执法数据表', '项目\t数量\t比例', '许可\t86\t98.5%', '罚款（元）\t196,000.00'], ['行政执法数据表\t\t', '项目\t数量\t比例', '许可\t86\t98.5%', '罚款（元）\t196,000.00\t'], either=['Sheet', '# Sheet'])
add('an archive of a report and its table', packed({'报告/正文.docx': docx(ps(ALL)), '__MACOSX/报告/._正文.docx': b'\0\5\x16\7', '报告/附件.xlsx': out.getvalue()}), 'a.zip', ALL)
add('plain text, broken at forty bytes', '\r\n'.join(('　　' + line)[k : k + 20] for line in LONG for k in range(0, len(line) + 2, 20)).encode('gb18030'), 'a.txt', LONG)
add('plain text of two bytes a character', ('\ufeff' + '\r\n'.join(ALL)).encode('utf-16-le'), 'a.txt', ALL)
