"""Indicators of duties around enforcement: study, training, publicity, proposals, disclosure, permits, complaints."""

from __future__ import annotations

from typing import Final

from cleaning.figures.indicator import CASES, PEOPLE, RATE, TIMES, Indicator

_ALL: Final = "proposals_total"

DUTIES: Final = (
    Indicator(
        "center_group_study_sessions",
        "理论学习中心组学习次数",
        TIMES,
        heads="中心组学习会 中心组学习 中心组集中学习 中心组学法 中心组会议 中心组集体学习 中心组专题学习",
        frames=(
            r"中心组(?:活动)?#",
            r"中心组[^#、]{0,16}(?:学习|学法|研讨|会)[^#、]{0,14}#",
            r"#[^,]{0,8}中心组[^,]{0,6}(?:学习|学法)",
        ),
    ),
    Indicator(
        "leadership_law_meetings",
        "主要负责人研究部署法治工作次数",
        TIMES,
        frames=(
            r"(?:研究|听取|部署|审议|推进|召开)[^#]{0,12}(?:法治|依法行政|普法)(?!培训|讲座|宣传|学习)[^#]{0,14}(?:工作|汇报|会议?|议题|事项|情况|报告|问题|建设)#",
            r"法治[^#]{0,14}(?:研究|部署)[^#]{0,6}#",
            r"#[^,]{0,24}(?:研究|听取|部署)[^,]{0,12}(?:法治|依法行政)",
            r"#(?:主持)?召开[^,]{0,6}(?:法治|依法行政)[^,]{0,8}会",
            r"(?:召开|主持召开)#[^,、]{0,8}(?:法治|依法行政)[^,、]{0,12}会议?",
        ),
        refuse="培训|讲座|学法|学习|宣传活动|中心组",
    ),
    Indicator(
        "leadership_law_meetings",
        "主要负责人研究部署法治工作次数",
        TIMES,
        frames=(r"召开[^#,、]{0,8}(?:会议?|专题会)#", r"召开#[^,、]{0,4}(?:专题)?(?:会议?|专题会)"),
        near=r"召开[^,，。;；]{0,16}[,，]?(?:专题)?(?:研究|部署|听取|推进|审议|研判)[^,，。;；]{0,14}(?:法治|依法行政)(?!宣传)",
        refuse="培训|讲座|学法|学习|宣传|新闻|联席|座谈",
    ),
    Indicator("party_regulations_studied", "学习党内法规项数", "项 部 件", heads="党内法规"),
    Indicator(
        "law_study",
        "领导干部学法次数",
        TIMES,
        heads=(
            "学法 集体学法 会前学法 领导干部学法 专题学法 集中学法 学法活动 学法讲法 常务会议学法 "
            "会议学法 党组会学法 学法会"
        ),
        frames=(r"#[^,]{0,4}(?:会前|集体|集中|专题)学法", r"学法(?:活动|学习|讲座|制度)?#"),
        refuse="中心组|考试|企业|人次#",
    ),
    Indicator(
        "party_group_meetings",
        "党组会次数",
        "次 场",
        heads="党组会 党组会议 局党组会 局党组会议 党组会议学习 党委会议 党委会 党工委会议",
        frames=(r"召开#[^,、]{0,3}党[组委](?:会|会议)",),
        refuse="学法|法治|依法行政",
        yields="法治|依法行政",
    ),
    Indicator(
        "training_hours_per_officer",
        "执法人员年度培训学时",
        "学时 课时 小时 个学时",
        frames=(r"(?:培训|学习|学法)[^#]{0,12}#", r"#[^,]{0,10}(?:培训|学习)"),
        refuse="7|热线",
    ),
    Indicator(
        "training_persons",
        "培训人数",
        PEOPLE,
        heads=(
            "培训 参训 参训人员 培训人员 参训干部 参加培训 培训执法人员 参训人数 培训人数 培训干部 "
            "受训 参训执法人员 培训学员 参训学员"
        ),
        frames=(r"(?:培训|参训|受训)[^#、]{0,12}#", r"#[^,]{0,10}(?:参加|参训)[^,]{0,8}培训?"),
        refuse="企业|群众|农民|居民|技能|就业|学时|持证",
    ),
    Indicator(
        "training_persons",
        "培训人数",
        PEOPLE,
        frames=(r"^覆盖[^#]{0,10}#",),
        needs=r"培训(?:班|会)?[,\uff0c]覆盖[^,]{0,20}$",
        refuse="企业|群众",
    ),
    Indicator("training_persons", "培训人数", PEOPLE, frames=(r"#(?:参训|参加培训)",), refuse="企业", needs="培训"),
    Indicator("training_persons", "培训人数", PEOPLE, frames=(r"^[、 ]?#(?:参加|参训)",), follows="training_sessions"),
    Indicator(
        "training_persons",
        "培训人数",
        PEOPLE,
        frames=(r"(?:覆盖|参加|参训)[^#]{0,10}#",),
        topic="training",
        follows="training_sessions",
    ),
    Indicator(
        "training_sessions",
        "法治/执法培训次数",
        TIMES + " 班次 班 个 余次",
        heads=(
            "培训 法治培训 业务培训 培训班 专题培训 培训会 集中培训 执法培训 法律培训 培训活动 "
            "执法业务培训 培训讲座 法治培训班 专题培训班 法治专题讲座"
        ),
        frames=(r"#[^,、]{0,28}(?:培训|培训班|培训会)", r"(?:法|执)[^#]{0,10}培训[^#]{0,4}#"),
        needs="法|执",
        refuse="企业|群众|农民|(?:职业|就业|劳动)技能|就业|应急|参训率|宣传|消防|演练",
    ),
    Indicator(
        "publicity_exhibitions",
        "法治案例巡展场次",
        "场 次 场次",
        frames=(r"(?:巡展|展览|巡回展)[^#]{0,6}#", r"#[^,]{0,8}(?:巡展|展览)"),
        needs="法治|普法|案例",
    ),
    Indicator(
        "publicity_sessions",
        "法治宣讲次数",
        TIMES + " 余场 堂",
        heads=(
            "宣讲 普法 普法活动 宣传活动 普法宣传 法治宣传 法治讲座 普法讲座 普法宣传活动 "
            "法治宣传活动 送法活动 法治宣传教育 法治宣传教育活动 "
            "法律宣传 普法宣讲 法治宣讲 普法教育 法律宣传活动 宣讲活动 法治宣讲活动 以案释法活动 "
            "送法入企活动 法治教育 法治文化活动 普法宣教活动 送法进企活动"
        ),
        frames=(
            r"(?:普法|法治|送法|宣讲|法律|民法典|宪法)[^#、]{0,14}(?:活动|讲座|宣讲|宣传|宣教)#",
            r"(?:民法典|宪法|条例|法律法规)[^#]{0,14}(?:主题)?(?:宣传|宣讲)(?:活动)?#",
            r"#[^,、]{0,14}(?:普法|法治宣传|法治讲座|法律宣传|宣讲)",
            r"(?:“法律?[^”]{0,6}进”|“八进”|“六进”)[^#]{0,6}#",
        ),
        needs="法",
        refuse="培训|中心组|学法|媒体|条|发布|考试|测试|覆盖|研讨",
    ),
    Indicator(
        "publicity_enterprises",
        "宣讲覆盖企业数",
        "家 家次 户 个",
        frames=(r"覆盖[^#]{0,6}(?:企业)?#", r"(?:宣讲|普法|宣传)[^#]{0,6}(?:企业)#"),
        follows="publicity_sessions publicity_exhibitions",
        refuse="监管|检查|执法|许可",
    ),
    Indicator(
        "publicity_covered",
        "普法受众人数",
        PEOPLE,
        frames=(
            r"(?:覆盖|惠及)[^#,、]{0,10}#",
            r"(?:受益|受众|覆盖|惠及|普及|受教育|宣传|参与)(?:干部)?(?:群众|人数|人员|居民|师生|职工|学生|企业人员)?(?:达|共|约)?#",
        ),
        follows="publicity_sessions publicity_exhibitions publicity_enterprises",
        refuse="培训|检查|执法人员",
    ),
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
        heads="人大建议 人大代表建议 代表建议 人大议案 人大代表议案 人大代表意见建议 人大代表建议案",
        frames=(r"人大[^#、和]{0,8}(?:建议|议案)[^#]{0,2}#", r"#(?:省|市|区|县|全国)?人大(?:代表)?(?:建议|议案)"),
    ),
    Indicator(
        "cppcc_proposals",
        "政协提案件数",
        "件 份 个 项",
        heads="政协提案 政协委员提案 委员提案 政协建议 政协委员建议",
        frames=(r"政协[^#、和]{0,6}提案[^#]{0,2}#", r"#(?:省|市|区|县|全国)?政协(?:委员)?提案"),
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
        "proposals_close_rate", "建议提案办结率", RATE, heads="办结率 办复率 答复率 按时办结率", topic="proposals"
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
            "依申请公开信息 申请公开政府信息 信息公开依申请"
        ),
        frames=(r"依申请公开[^#]{0,8}#", r"#(?:政府)?信息公开申请", r"#依申请公开"),
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
        refuse="申请|处罚|许可|双公示|微博|微信|简报|公众号|执法|信用|动态|问答|公告|解读",
    ),
    Indicator(
        "permit_items",
        "行政许可事项数",
        "项 个 大项",
        heads="行政许可事项 许可事项",
        frames=(r"行政许可[^#]{0,6}#", r"#行政许可事项"),
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
            "行政许可 许可 行政许可事项 许可事项 行政许可案件 行政许可决定 行政许可审批 行政审批 "
            "行政审批事项 许可申请 行政许可申请"
        ),
        frames=(
            r"(?:办理|作出|受理|实施|办结)[^#、]{0,8}(?:行政许可|行政审批)[^#]{0,4}#",
            r"(?:办理|作出)#(?:件)?行政许可",
        ),
        refuse="公示|不予|检查|清单|撤销|注销|评查|案卷|排污",
    ),
    Indicator(
        "complaints_accepted",
        "受理举报投诉件数",
        CASES + " 单 条",
        heads="受理",
        frames=(
            r"(?:受理|办理|处理|处置|办结|查处)[^#]{0,18}(?:举报|投诉|信访|来信来访|热线|工单|诉求)[^#]{0,6}#",
            r"(?:受理|办理|处理)(?:了)?#[^,]{0,12}(?:举报|投诉|信访|工单|热线)",
        ),
        topic="complaints",
        refuse="不予受理|率|超期",
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
        CASES + " 单 条",
        frames=(
            r"(?:接到|收到|接报|接收|接受|接|收)[^#]{0,22}(?:举报|投诉|信访|工单|信访件|诉求)[^#]{0,6}#",
            r"(?:接到|收到|接收)(?:了)?#[^,]{0,12}(?:举报|投诉|信访|工单)",
        ),
        refuse="不予受理|率",
    ),
    Indicator(
        "mediation_cases",
        "调解纠纷件数",
        CASES,
        frames=(r"(?:调解|化解|调处)(?:成功)?(?:各类)?[^#,]{0,12}(?:纠纷|矛盾|案件)[^#]{0,2}#",),
        refuse="复议|诉讼|率|法院|诉前|检察|仲裁",
    ),
    Indicator(
        "legal_aid_cases",
        "法律援助案件数",
        CASES,
        heads="法律援助 法律援助案件 援助案件 法律援助申请",
        refuse="咨询|诉讼监督|评",
    ),
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
