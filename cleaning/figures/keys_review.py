"""Indicators of review: reconsideration, litigation, legality review, normative documents, suggestions."""

from __future__ import annotations

from typing import Final

from cleaning.figures.indicator import CASES, PAPERS, PEOPLE, RATE, Indicator

_DECIDES: Final = "审结|复议机关|复议委员会|纠错|听证审理|决定维持|调解结案"

REVIEW: Final = (
    Indicator(
        "reconsideration_corrected_rate",
        "行政复议纠错率",
        RATE,
        heads="综合纠错率 直接纠错率 纠错率",
        refuse="诉讼",
    ),
    Indicator(
        "reconsideration_corrected",
        "行政复议纠错件数",
        CASES,
        heads="直接纠错 综合纠错 纠错 被纠错 予以纠错 纠正",
        topic="reconsideration",
        zero="纠错 被纠错 被撤销 被确认违法",
    ),
    Indicator(
        "reconsideration_concluded",
        "审结行政复议件数",
        CASES,
        heads="审结 办结 结案",
        frames=(r"(?:审结|办结)(?:各类)?(?:行政)?复议(?:案件|申请)?#",),
        topic="reconsideration",
    ),
    Indicator(
        "reconsideration_accepted",
        "受理行政复议件数",
        CASES,
        heads="受理",
        frames=(r"受理(?:各类)?(?:行政)?复议(?:案件|申请)?#", r"受理#(?:行政)?复议"),
        topic="reconsideration",
        refuse="不予受理",
    ),
    Indicator(
        "reconsideration_received",
        "收到行政复议申请件数",
        CASES,
        heads="行政复议申请 复议申请",
        frames=(r"(?:收到|接收|接到)#(?:行政)?复议申请", r"收到(?:行政)?复议申请(?:共|共计)?#"),
        refuse="受理|信息公开|撤回",
    ),
    Indicator(
        "reconsideration_cases",
        "行政复议案件数(被复议)",
        CASES + " 件次",
        heads="行政复议 行政复议案件 行政复议件 复议案件 被复议 被复议案件 被申请行政复议 被行政复议 被提起行政复议 "
        "复议应诉案件 应诉复议 行政复议被申请人案件 被申请人的行政复议 行政复议答复 复议答复",
        frames=(r"#(?:被)?(?:行政)?复议(?:案件|案)?(?:$|,|、|和|中)", r"作为(?:复议)?被申请人[^#]{0,10}#"),
        refuse="信息公开|受理(?!的)|收到[^,]{0,8}申请|审理|维持|撤销|撤回|听证|调解|代理|终止|培训|宣传",
        zero="行政复议 复议 行政复议案件 复议案件 被复议 复议应诉",
    ),
    Indicator("litigation_loss_rate", "行政诉讼败诉率", RATE, heads="败诉率"),
    Indicator(
        "litigation_lost",
        "行政诉讼败诉件数",
        CASES,
        heads="败诉 被判败诉 判决败诉 败诉案件",
        frames=(r"#(?:案件)?败诉",),
        zero="败诉 败诉案件 一败诉",
        refuse="民事|败诉率",
    ),
    Indicator(
        "court_appearance_rate",
        "负责人出庭应诉率",
        RATE,
        heads="出庭应诉率 出庭率 应诉率 出庭应诉比例 出庭应诉占比",
        refuse="律师出庭|公职律师|检察",
    ),
    Indicator(
        "court_appearances",
        "负责人出庭应诉次数",
        "次 人次 件 件次 起 场",
        heads="出庭应诉 出庭应诉案件 出庭",
        frames=(r"负责人出庭[^#]{0,8}#",),
        needs="负责人|领导",
        refuse="旁听|未|率",
    ),
    Indicator(
        "litigation_cases",
        "行政诉讼/应诉案件数",
        CASES + " 件次",
        heads="行政诉讼 行政诉讼案件 行政应诉案件 行政应诉 应诉案件 诉讼案件 被诉案件 被诉 被诉行政案件 一审行政案件 "
        "行政诉讼应诉案件 被提起行政诉讼 应诉行政诉讼案件",
        frames=(
            r"#(?:一审|二审)?(?:行政)?(?:诉讼|应诉)(?:案件|案)?(?:$|,|、|和|中)",
            r"(?:应诉|被诉)[^#,]{0,6}行政案件#",
        ),
        refuse="信息公开|胜诉|公益诉讼|民事|刑事|附带|代理|审结|支持起诉|检察院|旁听|诉讼监督|撤诉|培训|宣传|执行案",
        zero="行政诉讼 诉讼 应诉 行政应诉 行政诉讼案件 应诉案件 诉讼案件 被诉 行政应诉案件",
    ),
    Indicator(
        "judicial_suggestions",
        "司法建议数",
        "件 份 条 个 项",
        heads="司法建议 司法建议书 司法建议函",
        frames=(r"#司法建议",),
        zero="司法建议 司法建议书",
    ),
    Indicator(
        "procuratorial_suggestions",
        "检察建议数",
        "件 份 条 个 项",
        heads="检察建议 检察建议书 检察建议函",
        frames=(r"#(?:诉前)?检察建议",),
        zero="检察建议 检察建议书",
    ),
    Indicator(
        "contract_reviews",
        "审核合同协议份数",
        "份 件 个 份次 件次 项 次 余份",
        heads="合同审查 合同审核 合同合法性审核",
        frames=(
            r"(?:审[查核]|审签|审阅|审定|把关|起草|审(?!批))[^#]{0,14}(?:合同|协议)(?:书|文件|文本|协议|等)?#",
            r"(?:审[查核]|审签|审阅|审定|把关)(?:了|各类)?#[^,]{0,8}(?:合同|协议)",
            r"对#[^,]{0,6}(?:合同|协议)[^,、]{0,4}进行[^,]{0,4}审[查核]",
        ),
        refuse="规范性文件|决策|公平竞争|劳动合同|备案|示范文本",
    ),
    Indicator(
        "major_decision_legal_review_rate",
        "重大执法决定法制审核执行率",
        RATE,
        frames=(r"重大[^#]{0,14}法[制治]审核[^#]{0,10}率?(?:达|为|达到)?#",),
        refuse="决策|案卷|规范性",
    ),
    Indicator(
        "penalty_cases_reviewed",
        "经法制审核的行政处罚案件数",
        CASES + " 件次 件",
        heads="法制审核 法制审核案件 案件法制审核 案件审核 审核案件",
        frames=(
            r"法[制治]审核[^#]{0,12}(?:案件?|处罚|决定)#",
            r"#[^,]{0,14}(?:案件|处罚|执法决定)[^,]{0,6}法[制治]审核",
            r"审核[^#]{0,8}(?:行政)?处罚案件#",
        ),
        needs="法制审核|法治审核|审核[^,]{0,8}处罚",
        refuse="合同|规范性文件|决策|人员|率",
    ),
    Indicator(
        "normative_docs_cleaned",
        "清理规范性文件数",
        PAPERS + " 件次",
        frames=(
            r"清理[^#]{0,12}规范性文件#",
            r"清理(?:了)?#[^,]{0,10}规范性文件",
            r"对#[^,]{0,8}规范性文件[^,]{0,8}清理",
            r"规范性文件(?:进行)?(?:全面|专项)?清理#",
        ),
    ),
    Indicator(
        "normative_docs_abolished",
        "废止规范性文件数",
        PAPERS,
        frames=(r"废止(?:[^#、,]{0,10}规范性文件|文件)?#", r"废止(?:了)?#[^,]{0,10}规范性文件"),
        topic="normative",
        refuse="修改|宣布失效|法规|规章(?!规范)",
    ),
    Indicator(
        "normative_docs_filed",
        "备案规范性文件数",
        PAPERS,
        frames=(
            r"(?:报备|备案)(?:审查)?[^#]{0,10}规范性文件#",
            r"规范性文件[^#]{0,4}(?:报备|备案)#",
            r"(?:报备|备案)#[^,]{0,8}规范性文件",
        ),
    ),
    Indicator(
        "normative_docs_made",
        "制定规范性文件数",
        PAPERS,
        frames=(
            r"(?:制定|出台|制发|印发|发布|制订)[^#、]{0,12}规范性文件#",
            r"(?:制定|出台|制发|印发|发布|制订)(?:了|发布|实施)?#[^,]{0,8}规范性文件",
        ),
        refuse="审[查核]|清理|废止|修改|备案",
    ),
    Indicator(
        "legality_reviews",
        "合法性审查(核)文件数",
        PAPERS + " 次 件次 份次 起 宗",
        heads="合法性审查 合法性审核 合法性审查意见 合法性审核意见 合法性审查意见书 合法性审核意见书",
        frames=(
            r"合法性审[查核][^#]{0,16}(?:文件|决策|协议|事项|合同|材料|文稿|意见书?)#",
            r"审[查核][^#]{0,10}(?:文件|重大决策|决策事项|文稿)#",
            r"#.{0,36}合法性审[查核]",
            r"审[查核]#(?:[^,]{0,6})(?:规范性)?文件",
        ),
        refuse="公平竞争|案卷|环境影响|环评|合法性审查率|人员|备案审查|名",
    ),
    Indicator(
        "legal_counsel",
        "法律顾问(律师)人数",
        PEOPLE.replace("人次", ""),
        heads="法律顾问 公职律师 律师 法律顾问团队",
        frames=(r"#(?:专职|专业|常年|外聘|执业|资深)?(?:公职律师|律师|法律顾问)",),
        refuse="法律援助|调解|值班|志愿|村|社区|会见|培训|参加|辖区|全市执业|企业法律",
    ),
)
