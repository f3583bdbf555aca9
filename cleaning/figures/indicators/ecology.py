"""Indicators of ecology agencies and of services to enterprises."""

from __future__ import annotations

from typing import Final

from cleaning.figures.indicators.indicator import CASES, MONEY, PEOPLE, RATE, Indicator

_CENTRAL: Final = r"中央(?:第[一二三四五六七八九十0-9]{1,2})?(?:生态)?(?:环境|环)(?:保护|保)?督[察查]组?"
_PROVINCIAL: Final = r"省(?:级|委)?(?:第[一二三四五六七八九十0-9]{1,2})?(?:生态)?(?:环境|环)(?:保护|保)?督[察查]组?"
_HANDED: Final = r"[^#,]{0,14}(?:交办|转办|移交|转交|反馈)[^#,]{0,12}#"

ECOLOGY: Final = (
    Indicator(
        "central_lookback_cases",
        "“回头看”交办案件数",
        CASES,
        frames=(rf"{_CENTRAL}[^#,]{{0,4}}回头看{_HANDED}",),
        period="cumulative",
        dated=False,
    ),
    Indicator(
        "central_inspection_cases",
        "中央环保督察交办案件数",
        CASES,
        frames=(rf"{_CENTRAL}{_HANDED}",),
        refuse="回头看|问题",
        period="cumulative",
        dated=False,
    ),
    Indicator(
        "provincial_inspection_cases",
        "省环保督察交办案件数",
        CASES,
        frames=(rf"{_PROVINCIAL}{_HANDED}",),
        refuse="回头看|问题",
        period="cumulative",
        dated=False,
    ),
    *(
        Indicator(
            f"{topic}_inspection_{state}",
            f"{name}环保督察{label}",
            CASES,
            heads=heads,
            frames=frames,
            topic=topic,
            needs="交办|转办|移交|转交",
            period="cumulative",
            dated=False,
            part_of=part_of,
        )
        for topic, name, part_of in (("central", "中央", "central_inspection_cases"), ("provincial", "省", ""))
        for state, label, heads, frames in (
            ("closed", "办结数", "办结 完成整改 整改完成 销号 已办结", ()),
            ("open", "未结数", "剩余 未办结 正在办理", (r"(?:剩余?|还有?|尚有?|余)#[^,]{0,6}(?:推进|办理|整改)",)),
        )
    ),
    Indicator(
        "provincial_inspection_cases_dedup",
        "省环保督察去重后案件数",
        CASES,
        heads="去重后 去重",
        topic="provincial",
        period="cumulative",
        dated=False,
    ),
    Indicator("eco_damage_close_rate", "损害赔偿案件办结率", RATE, heads="办结率 结案率", topic="eco_damage"),
    Indicator("eco_damage_start_rate", "损害赔偿案件启动率", RATE, heads="启动率", topic="eco_damage"),
    Indicator(
        "eco_damage_cases_closed",
        "办结生态环境损害赔偿案件数",
        CASES,
        heads="办结 结案 已办结 完成 磋商成功 已结案 办结案件",
        frames=(r"(?:办结|完成)[^#,]{0,8}损害赔偿[^#,]{0,6}#", r"(?:办结|完成)#[^,]{0,10}损害赔偿"),
        topic="eco_damage",
    ),
    Indicator(
        "eco_damage_amount",
        "生态环境损害赔偿金额",
        MONEY,
        heads=(
            "赔偿金额 赔偿金 涉及金额 赔偿 损害赔偿金额 赔偿资金 涉及赔偿金额 赔偿总金额 总金额 金额 赔偿款 "
            "赔偿总额 损害赔偿资金 损害赔偿金"
        ),
        topic="eco_damage",
    ),
    Indicator(
        "eco_damage_cases_started",
        "办理生态环境损害赔偿线索数",
        CASES + " 条",
        heads=(
            "启动 启动案件 启动索赔 线索 损害赔偿 损害赔偿案件 启动赔偿 启动生态环境损害赔偿 损害赔偿线索 索赔 "
            "启动磋商 索赔案件 启动索赔案件"
        ),
        frames=(r"损害赔偿[^#,]{0,8}(?:案件|线索)?#",),
        topic="eco_damage",
        needs="生态|环境|资源|索赔",
        refuse="办结|结案|完成|修复|十大|典型|纠纷",
    ),
    Indicator(
        "eco_damage_cases_started",
        "办理生态环境损害赔偿线索数",
        CASES + " 条",
        frames=(r"#[^,]{0,16}损害赔偿",),
        refuse="办结|结案|完成|修复|十大|典型|培训|评估",
    ),
    Indicator(
        "eia_approvals",
        "审批项目环评件数",
        "件 个 份 项 宗",
        heads="审批环评 审批项目环评 环评审批 项目环评 审批建设项目环评",
        frames=(
            r"(?:审批|批复|完成)[^#]{0,12}(?:环评|环境影响评价|环境影响报告)[^#]{0,10}#",
            r"(?:审批|批复)#[^,]{0,10}(?:环评|环境影响)",
        ),
        refuse="备案|登记表|验收",
    ),
    Indicator(
        "discharge_permits",
        "排污许可件数",
        "件 个 份 张 家 本 宗",
        heads="排污许可 排污许可证",
        frames=(
            r"(?:核发|审批|办理|发放|颁发)[^#]{0,8}排污许可[^#]{0,6}#",
            r"(?:核发|审批)#[^,]{0,4}排污许可",
        ),
        refuse="检查|登记|排查|整改|处罚|立案",
    ),
    Indicator("eia_agencies_displayed", "展示环评单位数", "家 个", frames=(r"#环评(?:编制)?单位",), refuse="检查|处罚"),
    Indicator("eia_documents_displayed", "展示环评文件数", "份 个 本", frames=(r"#环评文件[^,]{0,4}展示",)),
    Indicator(
        "eia_quality_pass_rate",
        "环评文件编制质量合格率",
        RATE,
        frames=(r"环评(?:文件|报告)[^#]{0,8}合格率[^#]{0,8}#",),
        baseline=True,
    ),
    Indicator(
        "monitoring_completed_transmission_rate",
        "补全传输率",
        RATE,
        heads="补全传输率 补全后传输率",
    ),
    Indicator("monitoring_transmission_rate", "自动监控数据综合有效传输率", RATE, heads="有效传输率 数据传输率"),
    Indicator(
        "emergency_plans_filed",
        "应急预案备案家数",
        "家 个 份 户",
        heads="预案备案 应急预案备案 备案应急预案 环境应急预案备案",
        frames=(r"备案[^#,]{0,8}应急预案#",),
    ),
    *(
        Indicator(
            f"emergency_plans_{level}",
            f"{name}风险预案备案家数",
            "家 个 份 户",
            heads=f"{name}风险等级 {name}环境风险等级 {name}风险 {name}环境风险",
            needs="预案[^。]{0,8}备案",
            part_of="emergency_plans_filed",
        )
        for level, name in (("general", "一般"), ("larger", "较大"), ("major", "重大"))
    ),
    Indicator(
        "drills",
        "应急演练次数",
        "次 场 场次",
        heads="演练 应急演练 各类演练 演练活动",
        refuse="参演人员|培训|桌面推演|执法演练|执法[^#]{0,4}演练",
    ),
    Indicator(
        "competitions",
        "执法大比武次数",
        "次 场 届 轮",
        heads="大比武 执法大比武 比武竞赛 技能竞赛 技能比武 执法竞赛",
        frames=(r"#[^,]{0,24}(?:大比武|比武竞赛|技能竞赛)",),
        refuse="获|奖|第",
    ),
    Indicator(
        "cross_area_rounds",
        "异地帮扶执法轮次",
        "轮 次 轮次 批次",
        heads="异地帮扶执法 异地执法 交叉执法 异地帮扶 异地交叉执法",
        frames=(r"#(?:异地|交叉)[^,]{0,6}执法",),
    ),
    Indicator(
        "ministry_assistance_rounds",
        "生态环境部监督帮扶轮次",
        "轮 轮次 次",
        frames=(r"(?:生态环境部|部里?)[^#,]{0,12}#[^,]{0,4}监督帮扶",),
    ),
    Indicator(
        "ministry_assigned_problems",
        "部监督帮扶交办问题数",
        "个 条 项",
        heads="交办问题",
        needs="生态环境部[^。]{0,30}监督帮扶",
    ),
    Indicator(
        "ministry_assigned_enterprises",
        "部监督帮扶涉及企业数",
        "家 个",
        heads="涉及企业",
        needs="生态环境部[^。]{0,30}监督帮扶[^。]{0,20}交办",
    ),
    Indicator(
        "sites_checked",
        "排查点位数",
        "个 处",
        heads="排查点位 检查点位 核查点位 排查检查点位 排查各类点位 现场排查点位",
        shuns="人大",
    ),
    Indicator(
        "enterprises_closed",
        "整治取缔家数",
        "家 个 户 处",
        heads="整治取缔 取缔 关停取缔 取缔关闭 依法取缔 取缔企业 关停 关闭 关闭取缔",
        frames=(r"取缔(?:关闭)?[^#,、]{2,16}(?:企业|机构|单位|作坊|窝点|厂)#",),
        refuse="无证|摊|黑",
    ),
    Indicator(
        "key_area_cases",
        "重点领域案件数",
        CASES,
        heads="重点领域案件",
    ),
    Indicator(
        "enterprises_served",
        "帮扶企业家数",
        "家 家次 户 户次 个",
        heads="服务企业 帮扶企业 走访企业 指导企业 帮扶指导企业 指导帮扶企业 走访帮扶企业 走访服务企业 帮扶 惠企服务",
        frames=(r"(?:服务|帮扶|走访)#(?:重点|中小|涉)?企业", r"(?:走访|帮扶)[^#,、]{1,6}企业#"),
        refuse="检查|培训|普法|宣讲|处罚|覆盖|困难|户",
    ),
    Indicator(
        "enterprise_problems_solved",
        "解决企业环保难题数",
        "个 项 条 件 起",
        frames=(r"(?:解决|化解)[^#,]{0,10}(?:难题|问题|诉求|困难)#", r"(?:解决|化解)#[^,]{0,10}(?:难题|诉求|困难)"),
        needs="企业|[涉惠助]企",
        refuse="信访|群众|投诉",
    ),
    Indicator(
        "costs_saved",
        "为企业节省费用",
        MONEY,
        heads="节省费用 节约费用 节省成本 节约成本 节约资金 节省资金 降低成本 节省开支 减轻负担",
        needs="企业",
    ),
    Indicator(
        "enterprises_time_saved",
        "缩短审核时间企业数",
        "家 户",
        frames=(r"#企业[^,]{0,6}(?:缩短|压缩)[^,]{0,8}(?:时间|时限)",),
    ),
    Indicator(
        "investment_meetings_attended", "招商专题会次数", "次 场", heads="招商专题会 招商会 招商专题会议 招商引资专题会"
    ),
    Indicator(
        "projects_given_opinion",
        "提供环保意见项目数",
        "个 项",
        frames=(r"#[^,]{0,8}项目[^,]{0,6}(?:提供|出具|提出)[^,]{0,4}意见",),
    ),
    Indicator("platform_records", "平台企业数据条数", "条 家", heads="企业数据 企业信息数据", needs="平台"),
    Indicator("cleaner_production_plans", "入库清审方案数", "个 份", heads="清审方案 清洁生产审核方案"),
    Indicator(
        "enterprise_trainees",
        "企业培训人数",
        PEOPLE,
        frames=(
            r"培训(?:[^#,]{0,6})?企业[^#,]{0,8}#",
            r"培训#[^,]{0,4}企业",
            r"企业[^#,]{0,14}#(?:余)?(?:参加)?(?:参训|培训)",
        ),
        refuse="执法人员",
    ),
    Indicator(
        "joint_departments",
        "联合发文部门数",
        "家 个",
        frames=(r"#(?:个)?(?:部门|单位)联合(?:出台|印发|发文|制定|下发)",),
        dated=False,
    ),
)
