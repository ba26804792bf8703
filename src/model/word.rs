//! Fixed vocabularies: the words of the content format, as enums. What each means is in its doc comment.

/// A fixed vocabulary made by [`words!`](crate::words).
pub trait Word: Copy {
    /// Every word with its value.
    fn all() -> Vec<(&'static str, Self)>;
}

/// Declares a fixed vocabulary: an enum whose values are written as words.
///
/// ```text
/// words! {
///     /// How a unit takes part.
///     pub enum Mode { Sole = "sole", Joint = "joint", Separate = "separate" }
/// }
/// ```
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every value, in the order of the format's documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands for it in files and in class names.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl $crate::model::Word for $name {
            fn all() -> Vec<(&'static str, Self)> {
                Self::ALL.iter().map(|value| (value.word(), *value)).collect()
            }
        }
    };
}

words! {
    /// What a class means everywhere, whatever its local code: the common ground of charts and comparisons.
    pub enum Meaning {
        /// 已解决或基本解决
        Resolved = "resolved",
        /// 正在解决
        InProgress = "in-progress",
        /// 列入计划
        Planned = "planned",
        /// 因条件限制暂时不能解决
        NotNow = "not-now",
        /// 留作参考
        Reference = "reference",
        /// 反映上级
        Referred = "referred",
    }
}

impl Meaning {
    /// By several local laws, a class that means in-progress or planned is a commitment with a plan and a date.
    #[must_use]
    pub const fn is_commitment(self) -> bool {
        matches!(self, Self::InProgress | Self::Planned)
    }
}

words! {
    /// How much of a case is published, from most to least (format.md, Disclosure).
    pub enum Level {
        /// 全文公开
        Full = "full",
        /// 摘要公开
        Summary = "summary",
        /// 依申请公开
        OnRequest = "on-request",
        /// 不予公开
        Withheld = "withheld",
    }
}

words! {
    /// How units share a case.
    pub enum Mode {
        /// 独办
        Sole = "sole",
        /// 主办、会办
        Joint = "joint",
        /// 分办
        Separate = "separate",
    }
}

words! {
    /// When a unit talked with the proposer 三沟通.
    pub enum Phase {
        /// 办理前
        Before = "before",
        /// 办理中
        During = "during",
        /// 办理后
        After = "after",
    }
}

words! {
    /// How a unit talked with the proposer.
    pub enum Contact {
        /// 走访
        Visit = "visit",
        /// 座谈
        Meeting = "meeting",
        /// 现场
        Site = "site",
        /// 电话
        Phone = "phone",
        /// 书面
        Letter = "letter",
        /// 评审会
        Review = "review",
    }
}

words! {
    /// Where a measure stands.
    pub enum Progress {
        /// 未开始
        Planned = "planned",
        /// 进行中
        Underway = "underway",
        /// 已完成
        Done = "done",
        /// 不再进行
        Dropped = "dropped",
    }
}

words! {
    /// What a reply became 成果转化.
    pub enum AdoptionKind {
        /// 地方性法规、规章
        Regulation = "regulation",
        /// 政策
        Policy = "policy",
        /// 规划、方案
        Plan = "plan",
        /// 预算
        Budget = "budget",
        /// 工程项目
        Project = "project",
        /// 长效制度
        StandingRule = "standing-rule",
    }
}

words! {
    /// What the supervision office did about a case.
    pub enum OversightType {
        /// 催办
        Reminder = "reminder",
        /// 督查
        Inspection = "inspection",
        /// 回头看
        LookBack = "look-back",
        /// 督办函
        SupervisionLetter = "supervision-letter",
        /// 约谈
        Talk = "talk",
        /// 整改
        Rectification = "rectification",
    }
}

words! {
    /// A proposer's verdict, best to worst; `waived` means that the proposer gave up giving one.
    pub enum Verdict {
        /// 满意
        Satisfied = "satisfied",
        /// 基本满意
        MostlySatisfied = "mostly-satisfied",
        /// 不满意
        Dissatisfied = "dissatisfied",
        /// 不作评价
        Waived = "waived",
    }
}

words! {
    /// Who supervises a key case.
    pub enum Body {
        /// 人大常委会
        Congress = "congress",
        /// 政协
        Cppcc = "cppcc",
        /// 政府
        Government = "government",
        /// 党委
        Party = "party",
    }
}

words! {
    /// What a responsible unit is.
    pub enum UnitKind {
        /// 部门
        Department = "department",
        /// 乡镇、街道
        Township = "township",
        /// 企业
        Enterprise = "enterprise",
        /// 其他
        Other = "other",
    }
}

words! {
    /// What a proposer is.
    pub enum ProposerKind {
        /// 人大代表
        Deputy = "deputy",
        /// 政协委员
        Member = "member",
        /// 党派团体
        Party = "party",
        /// 专门委员会
        Committee = "committee",
        /// 界别
        Sector = "sector",
        /// 小组
        Group = "group",
    }
}

words! {
    /// How often the district's oversight comes round.
    pub enum Cycle {
        /// 月调度
        Monthly = "monthly",
        /// 季督查
        Quarterly = "quarterly",
        /// 年考评
        Annual = "annual",
        /// 专项
        Special = "special",
        /// 培训
        Training = "training",
    }
}

words! {
    /// One of the three reviews before publication 三审.
    pub enum ReviewStep {
        /// 初审
        First = "first",
        /// 复审
        Second = "second",
        /// 终审
        Third = "third",
    }
}

words! {
    /// How shares of one whole are rounded.
    pub enum Rounding {
        /// Shares always add up to 100.0.
        LargestRemainder = "largest-remainder",
        /// Each share for itself.
        Each = "each",
    }
}
