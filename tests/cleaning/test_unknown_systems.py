# ruff: noqa: E501 (markup reads better unbroken)
"""Pages of systems nobody has named: layout tables, random class names, columns beside the article."""

import random
import re

import pytest

from cleaning.clean import clean
from cleaning.report import Page, Report
from tests.cleaning.templates import TEMPLATES, Document

TITLE = "青川县司法局2023年度法治政府建设情况的报告"
LINES = (
    "2023年，我局认真贯彻落实各项部署，现将有关情况报告如下：",
    "一、主要举措和成效",
    "全年办理行政复议案件59件，调解纠纷120件。",
    "二、存在的不足",
    "下一步，将继续加强队伍建设。",
)
TEXT = "".join(f"<p>{line}</p>" for line in LINES)
INFO = "发布时间：2024-03-26　来源：青川县司法局　浏览次数：7"


def read(middle: str, head: str = f"<title>{TITLE}_青川县人民政府</title>", url: str = "") -> Report:
    return clean(Page(f"<html><head>{head}</head><body>{middle}</body></html>".encode(), url=url))


@pytest.mark.parametrize("name", sorted(set(TEMPLATES) - {"comments", "footer_editors"}))
def test_names_of_containers_do_not_matter(name: str) -> None:
    """The same page with random words for class names and ids, and without comments, has the same text."""
    page = TEMPLATES[name](Document(LINES))
    choice = random.Random(name)
    words: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        names = [words.setdefault(word, "".join(choice.choices("bdfgkmprtv", k=7))) for word in match[2].split()]
        return f'{match[1]}="{" ".join(names)}"'

    page = re.sub(r"<!--.*?-->", "", re.sub(r'\b(class|id)="([^"]*)"', other, page), flags=re.DOTALL)
    assert clean(Page(page.encode())).body.split("\n") == list(LINES)


def test_layout_table_with_clock_above_and_neighbours_below() -> None:
    report = read(
        "<table><tr><td><a href='/'>网站首页</a> | <a href='/1'>机构概况</a></td></tr><tr><td>2024年3月5日 星期二 欢迎您访问青川县司法局！</td></tr></table>"
        "<table><tr><td><a href='/2'>全县安全生产工作会议召开</a></td><td><table><tr><td>您现在的位置： <a>首页</a> → 正文</td></tr>"
        f"<tr><td><b>{TITLE}</b></td></tr><tr><td>作者：办公室　文章来源：县司法局　点击数：3 更新时间：2024-3-26</td></tr><tr><td>{TEXT}</td></tr>"
        "<tr><td>文章录入：admin　　责任编辑：admin</td></tr><tr><td><li>上一篇文章： <a href='/3'>关于做好防汛工作的通知</a></li><li>下一篇文章： 没有了</li></td></tr>"
        "<tr><td>【<a>发表评论</a>】【<a>加入收藏</a>】【<a>打印此文</a>】【<a>关闭窗口</a>】</td></tr></table></td></tr></table>"
        "<div>青川县司法局版权所有　地址：人民路1号　电话：0839-1234567</div>"
    )
    assert report.body.split("\n") == list(LINES)
    assert (report.title, report.published, report.source) == (TITLE, "2024-03-26", "县司法局")


def test_recommended_articles_with_excerpts_are_no_text() -> None:
    report = read(
        f"<div><div><h2>{TITLE}</h2><div><small>时间:</small>2024-03-26 09:21<small>来源:</small>县司法局 <small>点击:</small>9次</div>"
        f"<div>{LINES[0][:24]}</div><div>{TEXT}</div><div>上一篇：<a href='1'>普法宣传走进乡村</a></div></div>"
        "<dl><dt>推荐内容</dt><dd><a href='3'>关于开展宪法宣传周活动的通知</a><p>各乡镇人民政府：为深入学习宣传宪法，现就有关事项通知如下……</p></dd></dl></div>"
    )
    assert report.body.split("\n") == list(LINES)


def test_byline_whose_parts_touch() -> None:
    report = read(
        f"<div class='t'>{TITLE}</div><div><span>来源：县司法局</span><span>发布时间：2024-03-26 09:00</span><span>【字号 大 中 小】</span></div><div>{TEXT}</div>"
    )
    assert (report.source, report.published) == ("县司法局", "2024-03-26")
    later = read(
        f"<h1>{TITLE}</h1><div>2024-03-26 18:29<span>来源： 县司法局</span><span>字号：默认 大</span>|<a>打印</a></div><div>{TEXT}</div>"
    )
    assert (later.source, later.published) == ("县司法局", "2024-03-26")


def test_boxed_labels_of_a_metadata_list() -> None:
    rows = (
        "[主题分类] 司法",
        "[发文机构] 青川县司法局",
        "[联合发文单位]",
        "[发文字号] 青司发〔2024〕3号",
        "[发布日期] 2024-03-26",
    )
    report = read(f"<ol>{''.join(f'<li>{row}</li>' for row in rows)}</ol><h1>{TITLE}</h1><div>{TEXT}</div>")
    assert report.body.split("\n") == list(LINES)
    assert (report.doc_number, report.published, report.issuer) == ("青司发〔2024〕3号", "2024-03-26", "青川县司法局")


@pytest.mark.parametrize(
    ("foot", "icp"),
    [(f"{letter}ICP备05001234号", f"{letter}ICP备05001234号") for letter in "陇黔滇蜀甘贵云川"],
)
def test_short_names_of_all_provinces(foot: str, icp: str) -> None:
    assert read(f"<h1>{TITLE}</h1><p>{INFO}</p><div>{TEXT}</div><p>{foot}</p>").icp == icp


def test_label_without_a_value_takes_none_from_elsewhere() -> None:
    report = read(
        f"<table><tr><td>发布机构：</td><td>青川县司法局</td></tr><tr><td>有 效 性：</td><td></td><td>文 号：</td><td></td></tr></table><div>{TEXT}</div><p>Copyright © 2020-2025 青川县人民政府</p>"
    )
    assert report.doc_number is None


def test_page_title_that_begins_with_site_and_column() -> None:
    title = "我局召开法治政府建设工作会议"
    report = read(
        f"<div class='k1'>{title}</div><div>信息来源：青川县司法局　发布日期：2024-03-26</div><div class='k2'>{TEXT}</div>",
        f"<title>青川县司法局 工作动态 {title}</title>",
    )
    assert (report.title, report.site_name) == (title, "青川县司法局")


def test_report_of_a_region_is_its_governments() -> None:
    report = read(
        "<h1>青川县2023年法治政府建设年度报告</h1><p>来源：青川县司法局　时间：2024-03-29</p><p><a href='/a/1.pdf'>青川县2023年法治政府建设年度报告.pdf</a></p>",
        "<title>青川县2023年法治政府建设年度报告-青川县人民政府</title>",
    )
    assert report.issuer == "青川县人民政府"
    assert (report.body, report.is_report, report.report_year) == ("", True, 2023)
    assert "body_in_attachment" in report.flags


@pytest.mark.parametrize("line", ["附件：{0}", "{0}", "附件1：{0}"])
def test_lines_that_only_name_files_are_no_text(line: str) -> None:
    link = '<a href="/upload/1.pdf">青川县某公司处罚决定书.pdf</a>'
    report = read(f"<div>{TITLE}</div><div>{INFO}</div><div class='TRS_Editor'><p>{line.format(link)}</p></div>")
    assert report.body == ""
    assert "body_in_attachment" in report.flags


def test_scans_below_the_byline() -> None:
    report = read(
        f"<h1>{TITLE}</h1><p>{INFO}</p><div><p><img src='/1.jpg'></p><p><img src='/2.jpg'></p></div><p>责任编辑：宋某</p>"
    )
    assert report.body == ""
    assert "image_only" in report.flags


def test_dates_of_a_listing_are_not_when_it_was_published() -> None:
    rows = "".join(
        f"<li><span>2024-03-{day}</span><a href='{day}.html'>我局开展普法宣传活动第{day}次</a></li>"
        for day in range(10, 30)
    )
    report = read(f"<div>当前位置：首页 > 工作动态</div><ul>{rows}</ul>", "<title>工作动态-青川县司法局</title>")
    assert (report.body, report.published) == ("", None)


def test_address_box_beside_the_article_is_no_text() -> None:
    box = "<h3>联系方式</h3><p>办公地址：青川县人民路1号，周一至周五上午9:00至12:00。</p><p>联系电话：0839-1234567，传真：0839-1234568；邮政编码：628100。</p>"
    report = read(
        f"<div><div>{box * 2}</div><div><h2>{TITLE}</h2><div>日期：2024-03-26　来源：县司法局</div><div><p>{LINES[0]}</p></div></div></div>"
    )
    assert report.body == LINES[0]


def test_title_and_source_inside_the_container() -> None:
    report = read(
        f"<div>党建要闻 发布日期：2024-3-26 阅读次数：215</div><table><tr><td>查看:[ <a>大字</a> <a>小字</a> ]</td></tr></table><div id='zoom'><b>全县依法治县会议召开</b><hr>来源:县委办　作者:李某<br>{'<br>'.join(LINES)}</div>",
        "<title>青川县党建网</title>",
    )
    assert report.body.split("\n") == list(LINES)
    assert (report.title, report.source) == ("全县依法治县会议召开", "县委办")


def test_reading_aloud_and_asking_for_praise_are_no_text() -> None:
    report = read(
        f"<h1>{TITLE}</h1><p>{INFO}</p><div>语音播报：<div><a>播放</a></div><div><a>停止</a></div></div><div>{TEXT}</div><p>您觉得这篇文章对您有帮助吗？</p><p><a>没帮助</a></p><p>用微信“扫一扫”，分享给好友</p>"
    )
    assert report.body.split("\n") == list(LINES)


def test_signature_without_a_date_names_the_issuer() -> None:
    report = read(
        f"<h1>关于规范执法行为的意见</h1><p>{INFO}</p><div><p>各乡镇人民政府：</p>{TEXT}<p>青川县司法局</p></div>", ""
    )
    assert report.issuer == "青川县司法局"


@pytest.mark.parametrize("text", ["您要查看的文章不存在或已被移除。", "很抱歉，您的访问被阻断，请求ID是：781bad0a"])
def test_missing_pages_and_walls_have_no_title(text: str) -> None:
    report = read(f"<h1>提示信息页面</h1><p>{text}</p>", "<title>提示信息页面</title>")
    assert (report.title, report.body) == (None, "")
    assert {"soft_404", "blocked_page"} & set(report.flags)


def test_sentence_below_a_title_without_an_byline() -> None:
    report = read(
        "<ul><li><a href='/'>首页</a></li></ul><h2>停电通知</h2><div>因线路检修，3月5日8时至17时湖湾村停电。</div><p>主办：东山镇人民政府</p>",
        "<title>停电通知 - 东山镇人民政府</title>",
    )
    assert report.body == "因线路检修，3月5日8时至17时湖湾村停电。"


@pytest.mark.parametrize("more", ["<a href='a{0}'>[详细]</a>", ""])
def test_listing_with_summaries_has_no_body(more: str) -> None:
    rows = "".join(
        f"<dl><dt><a href='a{i}'>市司法局召开行政复议工作会议第{i}次</a></dt><dd>3月{i}日，市司法局召开会议，总结2023年工作，部署2024年任务。会议要求……{more.format(i)}</dd><dd>发布时间：2024-03-0{i}</dd></dl>"
        for i in range(1, 6)
    )
    report = read(
        f"<div>当前位置：首页 > 工作动态</div><div>{rows}</div><div>共12页</div>", "<title>工作动态_某市司法局</title>"
    )
    assert (report.body, report.published) == ("", None)
    assert "empty" in report.flags


def test_annex_below_the_signature_belongs_to_the_text() -> None:
    rows = "<table><tr><td>序号</td><td>文件名称</td></tr><tr><td>1</td><td>关于加快发展的若干意见</td></tr></table>"
    report = read(
        f"<h1>关于清理规范性文件的通知</h1><p>{INFO}</p><div><p>各乡镇人民政府：</p><p>现将清理结果予以公布，请遵照执行。</p><p>青川县人民政府</p><p>2024年3月26日</p><p>附件</p><p>废止的文件目录</p>{rows}</div>",
        "<title>关于清理规范性文件的通知</title>",
    )
    assert report.body.split("\n")[-4:] == ["附件", "废止的文件目录", "序号\t文件名称", "1\t关于加快发展的若干意见"]


def test_number_of_an_announcement_under_the_title() -> None:
    report = read(
        f"<h1>关于优化服务的公告</h1><h2>国家税务总局公告2026年第1号</h2><p>{INFO}</p><div>{TEXT}</div>",
        "<title>关于优化服务的公告</title>",
    )
    assert report.doc_number == "国家税务总局公告2026年第1号"


def test_date_behind_the_title_is_no_part_of_it() -> None:
    report = read(f"<h2>{TITLE}<small>（2024-03-26）</small></h2><div class='TRS_Editor'>{TEXT}</div>")
    assert report.title == TITLE


def test_links_between_paragraphs_belong_to_the_text() -> None:
    lines = ("制定本方案如下。", "《政府信息公开条例》", "《公开工作要点》", "各部门要按照上述文件要求，落实分工任务。")
    middle = "".join(
        f"<p><a href='{i}'>{line}</a></p>" if line[0] == "《" else f"<p>{line}</p>" for i, line in enumerate(lines)
    )
    report = read(f"<div>{TITLE}</div><div>{INFO}</div><div>{middle}</div><p>主办：青川县人民政府</p>")
    assert report.body.split("\n") == list(lines)


@pytest.mark.parametrize("name", ["TRS_Editor", "k9"])
def test_hosts_of_a_meeting_are_no_footer(name: str) -> None:
    lines = (
        "定于5月20日举办培训班，现将有关事项通知如下。",
        "主办单位：青川县司法局",
        "承办单位：青川县党校",
        "联系人：王某，联系电话：0839-1234567",
    )
    report = read(
        f"<div>{TITLE}</div><div>{INFO}</div><div class='{name}'>{''.join(f'<p>{line}</p>' for line in lines)}</div><p>主办：青川县人民政府</p><p>网站标识码：5108220001 蜀ICP备05001234号</p>"
    )
    assert report.body.split("\n") == list(lines)


def test_column_with_latest_items_and_a_hint_is_no_text() -> None:
    report = read(
        f"<div><div><div>{TITLE}</div><div>{INFO}</div><div>{TEXT}</div></div><div><h4>最新发布</h4><ul><li><a href='1'>召开专题会议，传达学习上级精神</a></li></ul>"
        "<p>如需咨询，请拨打12345政务服务便民热线，我们将竭诚为您服务。</p></div></div>"
    )
    assert report.body.split("\n") == list(LINES)


def test_teasers_below_an_article() -> None:
    teasers = "".join(
        f"<h3><a href='{i}'>港珠澳大桥今年出入境客流突破第{i}次纪录</a></h3><p>5月{i}日，边检站对外公布，今年以来客流持续增长，再创历史新高，有关情况如下。</p><p>2024-05-1{i}</p>"
        for i in range(1, 9)
    )
    report = read(f"<div><h1>{TITLE}</h1><p>{INFO}</p>{TEXT}<p>责任编辑：张某</p>{teasers}</div>")
    assert report.body.split("\n") == list(LINES)


def test_joint_documents_name_all_who_sign() -> None:
    report = read(
        f"<h1>关于推进社区矫正工作的意见</h1><p>{INFO}</p><div><p>各有关单位：</p>{TEXT}<p>青川县人民法院　青川县人民检察院</p><p>青川县公安局　青 川 县 司 法 局</p><p>2024年3月26日</p></div>",
        "<title>关于推进社区矫正工作的意见</title>",
    )
    assert report.issuer == "青川县人民法院 青川县人民检察院 青川县公安局 青川县司法局"


def test_number_in_brackets_at_the_end_of_the_title() -> None:
    title = "行政处罚决定书（青市监处罚〔2023〕56号）"
    assert (
        read(f"<h1>{title}</h1><p>{INFO}</p><div>{TEXT}</div>", f"<title>{title}</title>").doc_number
        == "青市监处罚〔2023〕56号"
    )


def test_list_of_pictures_has_no_body() -> None:
    cards = "".join(f"<li><a href='{i}'><img src='{i}.jpg'><p>县领导调研第{i}个重点项目</p></a></li>" for i in range(6))
    report = read(f"<div class='TRS_Editor'><ul>{cards}</ul></div>", "<title>图片新闻-青川县人民政府</title>")
    assert report.body == ""


def test_stamp_with_the_paper_and_tools_in_boxes_are_no_text() -> None:
    title = "“法治政府建设看基层”系列报道（三）"
    report = read(
        f"<article><h1>{title}</h1><p><time>2024-03-26 07:30</time> 法治日报 <a>纠错</a></p><div>{TEXT}</div></article><div>【 <a>大</a> <a>中</a> <a>小</a> 】 【 <a>打印</a> 】 【 <a>关闭</a> 】</div>",
        f"<title>{title}_青川县人民政府</title>",
    )
    assert report.body.split("\n") == list(LINES)
    assert (report.published, report.source) == ("2024-03-26", "法治日报")


ASKED = "<div>*姓名：<input name='xm'></div><div>联系电话：<input type='tel'></div><div>*验证码：<input> 看不清？换一张</div>"


@pytest.mark.parametrize(
    "form",
    [
        f"<p>我要留言</p><form>{ASKED}<div>意见建议：<textarea></textarea></div><button>提交</button></form><p>网友留言</p><p>暂无留言</p>",
        "<form><table><tr><td>您的意见</td></tr><tr><td><input type='radio'>同意 <input type='radio'>不同意</td></tr></table></form>",
    ],
    ids=["a message", "a choice"],
)
def test_form_for_opinions_below_a_notice_is_no_text(form: str) -> None:
    report = read(f"<div><h2>{TITLE}</h2><div>{INFO}</div><div>{TEXT}{form}</div></div>")
    assert report.body.split("\n") == list(LINES)


def test_form_around_a_whole_page_is_none() -> None:
    """ASP.NET puts the page into one form, with the search box in it."""
    report = read(
        f"<form id='form1'>{ASKED}<h2>{TITLE}</h2><div>{INFO}</div><span id='lblContent'>{TEXT}</span></form>"
    )
    assert report.body.split("\n") == list(LINES)


@pytest.mark.parametrize(
    "last", ["<a href='1'>http://www.example.gov.cn/lf/2022.html</a>", "<a href='1'>《任务分工表》</a>", "备注", "公告"]
)
def test_last_line_that_is_an_address_a_cited_title_or_two_characters(last: str) -> None:
    report = read(
        f"<div><div>{TITLE}</div><div>{INFO}</div><div>{TEXT}<p>{last}</p></div></div><p>版权所有：青川县司法局</p>"
    )
    assert report.body.split("\n") == [*LINES, re.sub(r"<[^>]+>", "", last)]


def test_pictures_that_lead_to_other_pages_are_no_scan() -> None:
    cards = "".join(f"<li><a href='/zt{i}/'><img src='{i}.jpg'></a></li>" for i in range(4))
    flags = read(f"<div class='article-content'><ul>{cards}</ul></div>", "<title>专题专栏-青川县人民政府</title>").flags
    assert ("empty" in flags, "image_only" in flags) == (True, False)
    scans = "".join(f"<p><a href='{i}.jpg'><img src='{i}.jpg'></a></p>" for i in range(4))
    assert "image_only" in read(f"<div class='article-content'>{scans}</div>").flags


def test_source_right_behind_the_date() -> None:
    report = read(
        f"<h2>{TITLE}</h2><div><i>发布时间：2024-03-26</i><i>文章来源：县司法局</i><i>点击：<b>2</b></i></div><div>{TEXT}</div>"
    )
    assert (report.source, report.published) == ("县司法局", "2024-03-26")


def test_page_title_that_is_the_office_itself() -> None:
    report = read(f"<h1>{TITLE}</h1><div>{INFO}</div><div>{TEXT}</div>", "<title>青川县人民政府办公室</title>")
    assert (report.title, report.site_name) == (TITLE, "青川县人民政府办公室")


def test_form_around_a_page_without_a_sentence_is_none() -> None:
    table = "<tr><td>当事人</td><td>处罚金额</td></tr><tr><td>某某餐饮店</td><td>500元</td></tr><tr><td>某某建材公司</td><td>2000元</td></tr>"
    login = "<div>用户名：<input type='text'> 密码：<input type='password'></div><input name='kw'><input type='button' value='搜索'>"
    report = read(f"<form>{login}<h3>{TITLE}</h3><div>{INFO}</div><table>{table}</table></form>")
    assert report.body.split("\n") == ["当事人\t处罚金额", "某某餐饮店\t500元", "某某建材公司\t2000元"]


def test_labels_and_values_on_lines_of_their_own_are_no_text() -> None:
    pairs = {
        "信息名称": TITLE,
        "索引号": "00298123-4/2024-00012",
        "发布机构": "青川县司法局",
        "发布日期": "2024-03-26",
        "主题词": "司法 报告",
    }
    table = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in pairs.items())
    report = read(f"<dl>{table}<dt>有效性</dt><dd></dd></dl><div><p>县人民政府：</p>{TEXT}</div>")
    assert report.body.split("\n") == ["县人民政府：", *LINES]
    assert (report.index_number, report.published) == ("00298123-4/2024-00012", "2024-03-26")


def test_names_of_tabs_above_the_title_are_no_text() -> None:
    tabs = "<ul><li>正文</li><li>政策解读</li><li>图解</li></ul>"
    other = "<div style='display:none'><p>一、制定背景。为落实有关规定，我们起草了报告，现作如下解读。</p></div>"
    report = read(f"<div>{INFO}</div>{tabs}<div><h2>{TITLE}</h2>{TEXT}</div>{other}")
    assert report.body.split("\n") == list(LINES)


def test_titles_of_documents_in_a_gazette_stay() -> None:
    head = "青川县人民政府公报2020年第3号"
    first = "青川县人民政府关于公布第二批证明事项取消清单的通知"
    report = read(
        f"<div><h1>{head}</h1><p>日期：2020-07-01</p><div><h3>{first}</h3>{TEXT}</div></div>",
        f"<title>{head}_青川县人民政府</title>",
    )
    assert (report.title, report.body.split("\n")) == (head, [first, *LINES])


def test_heading_of_the_site_is_no_title() -> None:
    report = read(
        f"<div class='hd'>青川县政务公开</div><div><div>{TITLE}</div><div>{INFO}</div><div>{TEXT}</div></div>",
        f"<title>{TITLE}|青川县政务公开</title>",
    )
    assert (report.title, report.site_name) == (TITLE, "青川县政务公开")


def test_source_in_front_of_the_date_and_tools_with_sharing_behind() -> None:
    tools = "<div>【打印】 【关闭】<span>分享到：</span></div>"
    report = read(f"<h1>{TITLE}</h1><p>县司法局　2024-03-26</p><div class='news_cont_d_wrap'>{TEXT}{tools}</div>")
    assert report.body.split("\n") == list(LINES)
    assert (report.source, report.published) == ("县司法局", "2024-03-26")


def test_number_of_the_only_page_is_no_text() -> None:
    report = read(f"<div><div>{TITLE}</div><div>{INFO}</div><div>{TEXT}<p align='center'><b>1</b></p></div></div>")
    assert report.body.split("\n") == list(LINES)


@pytest.mark.parametrize(
    ("greeting", "name"),
    [
        ("您好，欢迎来到青川县司法局！", "青川县司法局"),
        ("欢迎访问青川县人民政府门户网站", "青川县人民政府"),
        ("欢迎您！", None),
    ],
)
def test_site_that_greets_by_its_name(greeting: str, name: str | None) -> None:
    body = f"<div><p>{greeting}</p><a href='/'>首页</a></div><div>{TITLE}</div><div>{INFO}</div><div>{TEXT}</div>"
    assert read(body, f"<title>{TITLE}</title>").site_name == name
