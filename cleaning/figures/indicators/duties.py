"""Indicators of duties around enforcement: proposals, disclosure, permits, complaints, mediation."""

from __future__ import annotations

from typing import Final

from cleaning.figures.indicators.indicator import CASES, RATE, Indicator

_ALL: Final = "proposals_total"
_HOTLINE: Final = "(?:12345|热线|工单|诉求|留言)"
_PETITIONS: Final = "(?:信访|来信|来访)"
_AND: Final = "[^#,]{0,8}(?:和|与|及|、)[^#,]{0,6}"
_TOGETHER: Final = f"{_HOTLINE}{_AND}{_PETITIONS}|{_PETITIONS}{_AND}{_HOTLINE}"
"""Requests of a hotline and petitions counted together are neither."""

DUTIES: Final = (
    Indicator(
        "proposals_total",
        "承办建议提案总数",
        "件 份 个 项",
        heads="建议提案 建议、提案 议案提案 提案建议 代表建议和政协提案 建议和提案 建议案提案 建议议案提案",
        frames=(
            r"(?:人大|代表)[^#]{0,14}(?:政协|委员)[^#]{0,6}(?:提案|建议|议案)[^#]{0,2}#",
            r"#[^,]{0,4}(?:人大|代表)[^,]{0,10}(?:政协|委员)[^,]{0,6}(?:提案|建议)",
            r"#[^,]{0,4}(?:建议提案|提案建议|议案建议|建议和提案|建议、提案)",
            r"“两会”(?:建议|提案|建议提案)#",
        ),
    ),
    Indicator(
        "npc_suggestions",
        "人大建议件数",
        "件 份 个 项",
        heads="人大建议 人大代表建议 代表建议 人大议案 人大代表议案 人大代表意见建议",
        frames=(r"人大[^#、和]{0,8}(?:建议|议案)[^#]{0,2}#", r"#(?:省|市|区|县|全国)?人大(?:代表)?(?:建议|议案)"),
    ),
    Indicator(
        "cppcc_proposals",
        "政协提案件数",
        "件 份 个 项",
        heads="政协提案 政协委员提案 委员提案 政协建议 政协委员建议",
        frames=(
            r"政协[^#、和]{0,6}提案[^#]{0,2}#",
            r"(?:承办|办理|收到|答复)提案#",
            r"#(?:省|市|区|县|全国)?政协(?:委员)?提案",
        ),
    ),
    Indicator(
        "npc_suggestions",
        "人大建议件数",
        "件 份 个 项",
        frames=(r"^[、 ]?(?:其中)?(?:办结|办理|承办|答复)?(?:相关|各类)?建议#",),
        needs="人大",
    ),
    Indicator("cppcc_proposals", "政协提案件数", "件 份 个 项", frames=(r"^[、 ]?提案#",), needs="政协"),
    Indicator(
        "proposals_close_rate",
        "建议提案办结率",
        RATE,
        heads="办结率 办复率 答复率 按时办结率 按期办结率 按期办复率",
        topic="proposals",
    ),
    Indicator(
        "proposals_satisfaction_rate", "建议提案满意率", RATE, heads="满意率 满意度 代表满意率", topic="proposals"
    ),
    Indicator(
        "ogi_applications",
        "受理政府信息公开申请件数",
        "件 条 份 宗 起 件次",
        heads=(
            "依申请公开 依申请公开件 政府信息公开申请 信息公开申请 依申请公开申请 依申请公开政府信息 "
            "依申请公开信息 申请公开政府信息 信息公开依申请 依申请信息公开 依申请政府信息公开"
        ),
        frames=(
            r"依申请公开[^#]{0,8}#",
            r"信息公开申请(?:共|已)?(?:受理|收到|办理)#",
            r"#(?:政府)?信息公开申请",
            r"#依申请公开",
        ),
        refuse="复议|诉讼|撤回|不予公开|上年",
    ),
    Indicator(
        "information_published",
        "公开信息条数",
        "条 件 余条 篇",
        heads="主动公开政府信息 公开政府信息 公开信息 主动公开信息 发布信息 发布政府信息 政务信息公开 信息公开",
        frames=(
            r"(?:主动公开|公开|发布)[^#、]{0,14}(?:政府|政务|各类|环境)?信息#",
            r"(?:主动公开|公开|发布)#[^,]{0,6}(?:政府)?信息",
        ),
        refuse="年度信息公开|年报|法治信息|普法|指南|申请|处罚|许可|双公示|微博|微信|简报|公众号|执法|信用|动态(?!信息)|问答|公告|解读|新媒体|(?<!各)类信息#",
    ),
    Indicator(
        "information_published",
        "公开信息条数",
        "条",
        frames=(
            r"(?:公开|发布)[^#]{0,24}各类(?:政府|政务)?信息#",
            r"(?:公开|发布)[^#]{0,24}等各?类?信息#",
            r"等(?:各类|相关|工作|方面|动态)+信息#",
            r"^[、和及与](?:各类|其他)(?:政府|政务)?信息#",
            r"(?:网站|公众号|平台)[^#]{0,8}公开发布信息#",
        ),
        needs="公开|发布",
        refuse="处罚|许可|信用|^(?![^#]*网站)[^#]*(?:公众号|微博|视频号|抖音|新媒体)[^#、,等]{0,12}#",
    ),
    Indicator(
        "permit_items",
        "行政许可事项数",
        "项 个 大项",
        heads="行政许可事项",
        frames=("行政许可(?:类|权力|审批)?(?:事项|项目|权限)?(?:清单|目录)?#", "#行政许可事项"),
        refuse="取消|下放|承接|减少|精简|受理|调整|办理|压减|合并|委托|检查|审批时限",
    ),
    Indicator("confirmation_items", "行政确认事项数", "项", heads="行政确认事项 行政确认"),
    Indicator(
        "other_power_items", "其他行政权力事项数", "项", heads="其他行政权力事项 其他行政权力 其他权力事项 其他权力"
    ),
    Indicator(
        "service_items",
        "政务服务事项数",
        "项 个",
        heads="政务服务事项",
        frames=(r"#政务服务事项",),
        refuse="办理|受理|取消|下放|承接",
    ),
    Indicator(
        "permits",
        "行政许可件数",
        "件 宗 起 件次 份",
        heads=(
            "行政许可 准予行政许可 予以许可 行政许可事项 行政许可决定 行政许可审批 行政审批 "
            "行政审批事项 行政许可申请 行政许可办件 行政许可办件量"
        ),
        frames=(
            r"(?:办理|作出|受理|实施|办结)[^#、]{0,8}(?:行政许可|行政审批)[^#]{0,4}#",
            r"(?:办理|作出)#(?:件)?行政许可",
            r"(?:办[理结]|审批|核发|作出)[^#、,]{1,14}许可(?:证)?#",
            r"(?:^|[、,]|办理|作出|实施|受理|办结|发放|准予|各类)许可(?:决定|案件)?#",
        ),
        refuse="公示|不予|检查|清单|撤销|注销|评查|案卷|排污",
    ),
    Indicator(
        "complaints_accepted",
        "受理举报投诉件数",
        CASES + " 单 条 件次",
        heads="受理",
        frames=(
            r"(?:受理|办理|处理|处置|办结|查处)[^#]{0,18}(?:举报|投诉|信访|来信来访|热线|工单)[^#]{0,6}#",
            r"(?:受理|办理|处理)(?:了)?#[^,]{0,12}(?:举报|投诉|信访|工单|热线)",
        ),
        topic="complaints",
        refuse=f"不予受理|率|超期|参与处|{_TOGETHER}",
        part_of="complaints_received",
    ),
    Indicator(
        "complaints_out_of_scope",
        "不属于受理范围的举报件数",
        CASES + " 单 条",
        frames=(r"不属于[^#,]{0,12}(?:举报|范围|投诉|职责)[^#,]{0,4}#",),
        part_of="complaints_received",
    ),
    Indicator(
        "complaints_received",
        "接到举报投诉件数",
        CASES + " 单 条 件次",
        frames=(
            r"(?:接到|收到|接报|接收|接受|接(?!诉|件)|收(?!集))[^#]{0,22}(?:举报|投诉|信访|工单|信访件)[^#]{0,6}#",
            r"(?:接到|收到|接收)(?:了)?#[^,]{0,12}(?:举报|投诉|信访|工单)",
        ),
        refuse=f"不予受理|率|{_TOGETHER}",
    ),
    Indicator(
        "mediation_cases",
        "调解纠纷件数",
        CASES,
        frames=(
            r"(?:调解(?!组织|委员会|员|中心)|化解|调处)(?:成功)?(?:各类)?[^#,]{0,12}(?:纠纷|矛盾)[^#]{0,2}#",
            r"(?:调解|调处)(?:成功)?(?:各类)?[^#,]{0,8}案件#",
        ),
        refuse="复议|诉讼|率|法院|诉前|检察|仲裁|排查(?!并?(?:化解|调处|调解|成功))",
    ),
    Indicator(
        "mediation_cases",
        "调解纠纷件数",
        CASES,
        heads="调解成功 调处成功 成功调解 成功调处 调解 调处 化解 化解成功 成功化解",
        needs="纠纷|(?:行政|人民)调解",
        refuse="复议|诉讼|法院|诉前|检察|仲裁|参与(?:调解|化解|调处)#",
    ),
    Indicator(
        "legal_aid_cases",
        "法律援助案件数",
        CASES,
        heads="法律援助 援助案件 法律援助申请 法援 法律援助办案",
        refuse="咨询|诉讼监督|评",
    ),
    Indicator("legal_aid_cases", "法律援助案件数", CASES, heads="受理 办理", topic="legal_aid"),
    *(
        Indicator(
            f"proposals_{key}", f"{word}件数", "件", heads=heads, topic="proposals", zero=f"{word}件", part_of=_ALL
        )
        for key, word, heads in (
            ("lead", "主办", "主办 主办件 独办 主办建议"),
            ("shared", "分办", "分办 分办件"),
            ("assisted", "协办", "协办 协办件 会办 会办件"),
        )
    ),
    Indicator(
        "annual_tasks",
        "承担法治建设目标任务项数",
        "项 个",
        frames=(r"#(?:项)?(?:年度)?(?:目标|重点|工作)?任务",),
        needs="法治",
        refuse="普法责任",
    ),
    Indicator(
        "units_in_responsibility_list",
        "责任清单单位数",
        "个 家",
        frames=(r"#(?:个)?(?:单位|部门)",),
        needs="责任清单[^。]{0,160}$",
    ),
)
