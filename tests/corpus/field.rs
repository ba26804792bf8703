//! What people ask for and who answers: the fields of a city's work, each with its department, the things that want mending and
//! the works that mend them. The vocabulary of the corpus; the sentences around it are in `prose/`.

/// A field of work, which is a topic and has a department.
pub(crate) struct Field {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) english: &'static str,
    /// The department's name behind that of the city, its short name, and how it is read.
    pub(crate) unit: (&'static str, &'static str, &'static str),
    pub(crate) unit_english: &'static str,
    /// One for each of five years, so that neighbours don't ask for the same thing two years running unless it recurs.
    pub(crate) things: [Thing; 5],
    pub(crate) works: [Work; 4],
}

/// Something that a place has too little of, or in a bad state.
pub(crate) struct Thing {
    pub(crate) name: &'static str,
    pub(crate) english: &'static str,
    /// What is wrong with it; reads on behind its name.
    pub(crate) lacks: [&'static str; 3],
}

/// Something that can be done: `更换老旧管道` and so many `公里`.
pub(crate) struct Work {
    pub(crate) name: &'static str,
    pub(crate) of: &'static str,
    /// What is counted when it is done.
    pub(crate) indicator: &'static str,
}

const fn thing(name: &'static str, english: &'static str, lacks: [&'static str; 3]) -> Thing {
    Thing { name, english, lacks }
}

const fn work(name: &'static str, of: &'static str, indicator: &'static str) -> Work {
    Work { name, of, indicator }
}

pub(crate) const FIELDS: &[Field] = &[
    Field {
        id: "water",
        name: "供水与水利",
        english: "Water supply and works",
        unit: ("水利局", "市水利局", "shuiliju"),
        unit_english: "Water Resources Bureau",
        things: [
            thing("供水管网", "water mains", ["漏损大", "管龄过长", "冬天容易冻裂"]),
            thing("灌溉渠道", "irrigation channels", ["淤塞多年", "渗漏严重", "轮灌次序不清"]),
            thing("二次供水泵房", "pump rooms", ["夜间停机", "水箱清洗不及时", "产权没有移交"]),
            thing("排涝泵站", "drainage stations", ["机组老化", "汛前检修不到位", "没有备用电源"]),
            thing("村级水厂", "village waterworks", ["消毒设备停用", "没有专人值守", "水费收不上来"]),
        ],
        works: [
            work("更换老旧管道", "公里", "已更换的管道"),
            work("清淤渠道", "公里", "清淤的渠道"),
            work("检修泵站机组", "台", "检修的机组"),
            work("装表到户", "户", "装表的住户"),
        ],
    },
    Field {
        id: "schools",
        name: "教育",
        english: "Schools",
        unit: ("教育局", "市教育局", "jiaoyuju"),
        unit_english: "Education Bureau",
        things: [
            thing("小学学位", "primary school places", ["连年不够", "新区和老区相差太大", "没有按入住人口预留"]),
            thing("寄宿学校宿舍", "boarding houses", ["十二人一间", "冬天没有热水", "夜间值班的人不够"]),
            thing("课后服务", "after-school care", ["只能写作业", "收费不透明", "结束得比家长下班早"]),
            thing("学生专线", "school buses", ["等车时间长", "站点设在马路对面", "超员"]),
            thing("公办幼儿园", "public kindergartens", ["排队要等一年", "没有小班", "保育员不足"]),
        ],
        works: [
            work("新增学位", "个", "新增的学位"),
            work("改造宿舍", "间", "改造的宿舍"),
            work("增配教师", "名", "到岗的教师"),
            work("开设选修班", "个", "开班的选修课"),
        ],
    },
    Field {
        id: "roads",
        name: "道路与停车",
        english: "Roads and parking",
        unit: ("住房和城乡建设局", "市住建局", "zhujianju"),
        unit_english: "Housing and Construction Bureau",
        things: [
            thing("背街小巷路面", "back streets", ["坑洼积水", "窨井盖松动", "管线开挖后没有恢复"]),
            thing("停车泊位", "parking", ["缺口大", "被长期占用", "收费标准不一"]),
            thing("人行过街设施", "crossings", ["绿灯太短", "离校门太远", "没有无障碍坡道"]),
            thing("路灯", "street lamps", ["坏了修得慢", "树枝遮挡", "半夜一律熄灭"]),
            thing("断头路", "unfinished roads", ["规划多年没有打通", "征地没有谈成", "两头标高接不上"]),
        ],
        works: [
            work("修复路面", "平方米", "修复的路面"),
            work("施划泊位", "个", "新划的泊位"),
            work("更换路灯", "盏", "更换的路灯"),
            work("加装井盖防坠网", "套", "装好的防坠网"),
        ],
    },
    Field {
        id: "transit",
        name: "公共交通",
        english: "Public transport",
        unit: ("交通运输局", "市交通运输局", "jiaotongyunshuju"),
        unit_english: "Transport Bureau",
        things: [
            thing("公交线路", "bus routes", ["绕行太多", "末班车太早", "换乘要走二十分钟"]),
            thing("公交站台", "bus stops", ["没有雨棚", "站牌信息过时", "被停放车辆挡住"]),
            thing("镇村班车", "village coaches", ["一天只有两趟", "逢雨停开", "到站时间不准"]),
            thing("客运站", "the coach station", ["候车室漏雨", "离车站太远", "没有母婴室"]),
            thing("农村公路错车道", "passing places", ["间隔太远", "宽度不够", "没有标志"]),
        ],
        works: [
            work("新开和调整线路", "条", "调整的线路"),
            work("新建雨棚站台", "座", "建成的站台"),
            work("每天增加班次", "班", "增加的班次"),
            work("修建错车道", "处", "建成的错车道"),
        ],
    },
    Field {
        id: "environment",
        name: "环境保护",
        english: "Environment",
        unit: ("生态环境局", "市生态环境局", "shengtaihuanjingju"),
        unit_english: "Ecology and Environment Bureau",
        things: [
            thing("污水处理站", "sewage stations", ["建成后没有运行", "管网没有接到户", "出水时清时浊"]),
            thing("餐馆油烟净化", "kitchen fumes", ["设备只装不洗", "排口朝着居民窗户", "夜间投诉没有人到场"]),
            thing("工地扬尘", "building-site dust", ["雾炮不开", "渣土车不冲洗", "裸土不盖"]),
            thing("河道水质", "river water", ["枯水期发臭", "上下游各管一段", "断面数据不公布"]),
            thing("噪声管理", "noise", ["夜间施工频繁", "测点太少", "处理结果不反馈"]),
        ],
        works: [
            work("接通污水管到户", "户", "接通的住户"),
            work("清洗油烟管道", "家", "清洗过的餐馆"),
            work("增设监测点", "个", "启用的监测点"),
            work("整治排口", "个", "整治的排口"),
        ],
    },
    Field {
        id: "sanitation",
        name: "市容与环卫",
        english: "Streets and waste",
        unit: ("城市管理局", "市城管局", "chengshiguanliju"),
        unit_english: "City Management Bureau",
        things: [
            thing("垃圾分类投放点", "waste points", ["开放时间太短", "没有洗手池", "厨余桶满了没有人换"]),
            thing("公共厕所", "public toilets", ["女厕排队", "晚上锁门", "没有扶手"]),
            thing("早市摊点", "morning markets", ["占住盲道", "散市后留下污水", "摊位费说法不一"]),
            thing("口袋公园", "pocket parks", ["浇水不及时", "健身器材损坏", "没有遮阴"]),
            thing("大件垃圾清运", "bulky waste", ["约不到车", "收费没有标准", "堆放点靠近住户"]),
        ],
        works: [
            work("新建和改造投放点", "处", "改造的投放点"),
            work("改造公厕", "座", "改造的公厕"),
            work("补种行道树", "棵", "补种的行道树"),
            work("更换健身器材", "件", "更换的器材"),
        ],
    },
    Field {
        id: "elderly",
        name: "养老与助残",
        english: "Older and disabled people",
        unit: ("民政局", "市民政局", "minzhengju"),
        unit_english: "Civil Affairs Bureau",
        things: [
            thing("老年助餐点", "meal services", ["送餐不上楼", "菜价两年涨了三次", "周末不开"]),
            thing("日间照料中心", "day care", ["建成后没有开门", "没有康复师", "活动只有打牌"]),
            thing("无障碍坡道", "ramps", ["坡度太陡", "被自行车堵住", "到门口断开"]),
            thing("独居老人探访", "visits to people living alone", ["一个月一次", "登记不全", "换了人没有交接"]),
            thing("适老化改造", "homes for old age", ["申请手续多", "验收不请本人", "扶手装得太高"]),
        ],
        works: [
            work("新开助餐点", "个", "开张的助餐点"),
            work("完成适老化改造", "户", "改造完的家庭"),
            work("改建坡道", "处", "改建的坡道"),
            work("培训护理员", "人", "结业的护理员"),
        ],
    },
    Field {
        id: "health",
        name: "医疗卫生",
        english: "Health care",
        unit: ("卫生健康委员会", "市卫健委", "weishengjiankangweiyuanhui"),
        unit_english: "Health Commission",
        things: [
            thing("村卫生室", "village clinics", ["药品不全", "医生六十岁以上", "报销要跑到镇上"]),
            thing("儿科门诊", "children's clinics", ["晚上没有医生", "候诊超过三小时", "化验要到别的楼"]),
            thing("家庭医生签约", "family doctors", ["签了不来", "不知道找谁", "慢性病配药只给一周"]),
            thing("急救站点", "ambulance posts", ["到山里要一小时", "车辆超过年限", "没有除颤仪"]),
            thing("体检结果互认", "shared test results", ["换一家就要重做", "影像传不过来", "没有公布目录"]),
        ],
        works: [
            work("配备常用药", "种", "配齐的药品"),
            work("增开夜间门诊", "个", "开诊的夜间门诊"),
            work("布设除颤仪", "台", "布设的除颤仪"),
            work("培训乡村医生", "人", "培训的乡村医生"),
        ],
    },
    Field {
        id: "farming",
        name: "农业农村",
        english: "Farming and villages",
        unit: ("农业农村局", "市农业农村局", "nongyenongcunju"),
        unit_english: "Agriculture Bureau",
        things: [
            thing("高标准农田", "farmland works", ["机耕路太窄", "沟渠没有配套", "建好以后没有人管"]),
            thing("冷藏保鲜库", "cold stores", ["电费按商业用电算", "离产地太远", "旺季租不到"]),
            thing("农机维修点", "repair of farm machines", ["农忙时排队", "配件要等半个月", "没有上门服务"]),
            thing("撂荒地", "fallow land", ["找不到承包人", "水源断了", "流转合同不规范"]),
            thing("水稻育秧中心", "seedling centres", ["订单供不上", "品种太少", "运秧路不通"]),
        ],
        works: [
            work("修建机耕路", "公里", "修好的机耕路"),
            work("复垦撂荒地", "亩", "复耕的土地"),
            work("新建保鲜库容", "吨", "投用的库容"),
            work("举办实用技术培训", "场", "办过的培训"),
        ],
    },
    Field {
        id: "culture",
        name: "文化体育",
        english: "Culture and sport",
        unit: ("文化广电和旅游局", "市文旅局", "wenhuaguangdianhelvyouju"),
        unit_english: "Culture and Tourism Bureau",
        things: [
            thing("村镇图书室", "village libraries", ["一周开半天", "书十年没有换", "没有儿童座位"]),
            thing("全民健身场地", "sports grounds", ["晚上没有灯", "被培训班包场", "地胶起皮"]),
            thing("老街保护", "old streets", ["电线外露", "修缮用了新砖", "消防车进不去"]),
            thing("乡村旅游厕所", "toilets for visitors", ["节假日停水", "没有指示牌", "化粪池满溢"]),
            thing("地方戏传习", "local opera", ["年轻人留不住", "没有排练场", "演出补贴发得晚"]),
        ],
        works: [
            work("更新图书", "册", "上架的新书"),
            work("开放健身场地", "处", "开放的场地"),
            work("修缮老屋", "栋", "修缮的老屋"),
            work("送戏下乡", "场", "演出"),
        ],
    },
    Field {
        id: "jobs",
        name: "就业与社保",
        english: "Jobs and social security",
        unit: ("人力资源和社会保障局", "市人社局", "renliziyuanheshehuibaozhangju"),
        unit_english: "Labour Bureau",
        things: [
            thing("零工市场", "the casual labour market", ["没有遮雨的地方", "中介抽成高", "工伤没有人管"]),
            thing("技能培训", "training", ["课程和岗位对不上", "补贴到账慢", "开班信息传不到村里"]),
            thing("拖欠工资投诉", "unpaid wages", ["要跑三个窗口", "劳务公司注销后找不到人", "时限不公开"]),
            thing("灵活就业参保", "insurance of the self-employed", ["手续要本人到场", "断缴后补不上", "政策说法不一"]),
            thing("公益岗位", "public-interest jobs", ["名额不公示", "一年一签", "年龄卡得死"]),
        ],
        works: [
            work("开办培训班", "期", "办完的培训班"),
            work("帮助就业", "人", "找到工作的人"),
            work("追回工资", "万元", "追回的工资"),
            work("新设公益岗位", "个", "到岗的公益岗位"),
        ],
    },
    Field {
        id: "business",
        name: "营商环境",
        english: "Business",
        unit: ("市场监督管理局", "市市场监管局", "shichangjianduguanliju"),
        unit_english: "Market Regulation Bureau",
        things: [
            thing("小微企业办证", "licences for small firms", ["同一材料交三次", "各窗口要求不同", "补正一次等一周"]),
            thing("园区电力增容", "power for the estates", ["排期太长", "费用分摊不清", "检修通知太晚"]),
            thing("农贸市场", "food markets", ["秤不准", "地面常年湿滑", "检测结果不公示"]),
            thing("沿街店铺招牌", "shop signs", ["审批尺度不一", "统一换成一个颜色", "拆了不补"]),
            thing("涉企检查", "inspections", ["一个月来五拨人", "标准前后不一", "检查结果不告知"]),
        ],
        works: [
            work("压减申请材料", "份", "减掉的材料"),
            work("改造农贸市场", "家", "改造的市场"),
            work("校准电子秤", "台", "校准的电子秤"),
            work("上门服务企业", "家", "走访的企业"),
        ],
    },
    Field {
        id: "safety",
        name: "公共安全",
        english: "Public safety",
        unit: ("应急管理局", "市应急管理局", "yingjiguanliju"),
        unit_english: "Emergency Management Bureau",
        things: [
            thing("电动车充电棚", "charging sheds", ["离住宅楼太近", "一半插座不通电", "收费比家里贵一倍"]),
            thing("消防通道", "fire lanes", ["划了线照样停车", "升降柱打不开", "没有人巡查"]),
            thing("山洪预警", "flood warnings", ["喇叭听不见", "转移路线没有标", "通知到户太晚"]),
            thing("瓶装液化气", "bottled gas", ["来源不明", "软管没有更换", "入户检查走过场"]),
            thing("临水护栏", "railings by the water", ["锈断多处", "高度不够", "夜里看不清"]),
        ],
        works: [
            work("建设充电端口", "个", "可用的充电端口"),
            work("更换燃气软管", "户", "换好软管的住户"),
            work("安装预警喇叭", "个", "装好的喇叭"),
            work("修复护栏", "米", "修复的护栏"),
        ],
    },
    Field {
        id: "housing",
        name: "住房与社区",
        english: "Housing and neighbourhoods",
        unit: ("社区服务管理中心", "市社区中心", "shequfuwuguanlizhongxin"),
        unit_english: "Neighbourhood Service Centre",
        things: [
            thing("老旧小区改造", "old estates", ["屋面反复漏水", "方案没有征求意见", "施工队走了没有人修"]),
            thing("加装电梯", "lifts", ["一楼不同意", "管线迁改费太高", "审批要九个章"]),
            thing("物业服务", "property management", ["收费涨了服务没有变", "维修资金用途不公开", "业委会选不出来"]),
            thing("安置房", "resettlement housing", ["交付一拖再拖", "办不了证", "墙面空鼓"]),
            thing("小区雨污分流", "drains", ["雨天冒水", "接错的没有改", "井盖高出路面"]),
        ],
        works: [
            work("翻修屋面", "栋", "翻修的楼栋"),
            work("加装电梯", "部", "交付的电梯"),
            work("办理产权证", "户", "领到证的住户"),
            work("改接雨污管线", "处", "改好的接口"),
        ],
    },
];

/// A field that hardly anybody asks about: its topic and its unit have one case.
pub(crate) const RARE: Field = Field {
    id: "archives",
    name: "档案与地方志",
    english: "Archives",
    unit: ("档案馆", "市档案馆", "danganguan"),
    unit_english: "Archives",
    things: [
        thing("旧志书", "old chronicles", ["没有影印本", "借阅要开介绍信", "霉变没有修"]),
        thing("家谱征集", "family records", ["没有登记", "捐了没有回执", "目录查不到"]),
        thing("老照片", "old photographs", ["没有编号", "拍摄地点不详", "底片受潮"]),
        thing("口述历史", "oral history", ["录了没有整理", "讲的人年纪大了", "没有公开"]),
        thing("查档窗口", "the reading room", ["中午关门", "复印按页限量", "外地人办不了"]),
    ],
    works: [
        work("数字化旧志", "卷", "扫描的卷册"),
        work("修复霉变档案", "页", "修好的档案"),
        work("整理口述录音", "小时", "整理的录音"),
        work("公开目录", "条", "可查的目录"),
    ],
};
