"""Indicators of study, training and publicity: who learned the law, how often, and who was told of it."""

from __future__ import annotations

from typing import Final

from cleaning.figures.indicators.indicator import PEOPLE, TIMES, Indicator

TEACHING: Final = (
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
        "center_group_study_sessions",
        "理论学习中心组学习次数",
        TIMES,
        frames=(
            r"^(?:20[0-9]{2}年度?|全年|今年|共计?|累计|先后|组织|开展|进行)*(?:集中|集体|专题|理论)*(?:学习|研讨|学习研讨)#",
        ),
        needs=r"(?:纳入|作为|列入|列为)[^。;\uff1b,\uff0c]{0,30}中心组[^。;\uff1b,\uff0c]{0,14}[,\uff0c](?:[^。;\uff1b,\uff0c]{0,30}[,\uff0c])?[^。;\uff1b,\uff0c]{0,24}$",
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
        refuse="培训|讲座|学法|学习(?!、研究)|宣传活动|中心组",
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
            "会议学法 党组会学法 学法会 法治学习 专题法治学习"
        ),
        frames=(r"#[^,]{0,10}(?:会前|集体|集中|专题)学法", r"学法(?:活动|专题学习|学习|讲座|制度)?#"),
        refuse="中心组(?![^#]{0,14}等(?:载体|形式|方式|平台|渠道))|考试|企业|人次#",
    ),
    Indicator(
        "law_study",
        "领导干部学法次数",
        TIMES,
        frames=(
            r"等[^#、,]{0,8}(?:法律法规|党内法规|法律)(?:内容|知识)?#",
            r"学习(?:国家|党内|相关)?(?:法律法规|法律|法规)(?:和党内法规|知识|内容)?#",
            r"(?:法治|法律|法规)(?!思想)[^#,、]{0,8}(?:学习|研讨)#",
        ),
        needs="学习|学法",
        refuse="宣传|宣讲|普法|培训|发放|考试|中心组|企业|群众|学生|师生",
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
    Indicator(
        "training_persons",
        "培训人数",
        PEOPLE,
        frames=(r"#(?:参训|参加培训)", r"#[^,]{0,6}执法人员(?:集中)?开展[^,]{0,6}培训"),
        refuse="企业",
        needs="培训",
    ),
    Indicator(
        "training_persons", "培训人数", PEOPLE, frames=(r"^[、 ]?#(?:参加|参训|$|,)",), follows="training_sessions"
    ),
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
            "培训 法治培训 业务培训 培训班 培训班次 专题培训 培训会 集中培训 执法培训 法律培训 培训活动 "
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
            r"(?:普法|法治|送法|宣讲|法律|民法典|宪法)[^#、]{0,14}(?:活动|讲座|宣讲|宣传|宣教|课堂)#",
            r"(?:民法典|宪法|条例|法律法规)[^#]{0,14}(?:主题)?(?:宣传|宣讲)(?:活动)?#",
            r"#[^,、]{0,14}(?:普法|法治宣传|法治讲座|法律宣传|宣讲)",
            r"(?:“法律?[^”]{0,6}进”|“八进”|“六进”)[^#]{0,6}#",
        ),
        needs="法",
        refuse="培训|中心组|学法|媒体|条(?!例)|发布|考试|测试|覆盖|研讨",
    ),
    Indicator(
        "publicity_sessions",
        "法治宣讲次数",
        TIMES,
        frames=(r"#(?:集中|主题|专题)?(?:宣传|宣讲)活动(?:$|,)",),
        near=r"宣传活动[,\uff0c]宣传[^。]{0,20}(?:法治|宪法|民法典|法律)",
    ),
    Indicator(
        "publicity_enterprises",
        "宣讲覆盖企业数",
        "家 家次 户 个",
        frames=(
            r"覆盖[^#]{0,6}(?:企业)?#(?!社区|小区|行政村|村|乡镇|镇|街道|学校|部门|单位|网格|景区|县|区|市)",
            r"(?:宣讲|普法|宣传)[^#]{0,6}(?:企业)#",
        ),
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
)
