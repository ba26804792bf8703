//! The command line as clap sees it. Help is English in the doc comments and Chinese in `chinese`; a test holds them
//! to the same options.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Args, Command, CommandFactory as _, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::diagnostic::Tongue;

/// Turns a ledger of deputies' suggestions and CPPCC proposals into a public website
#[derive(Debug, Parser)]
#[command(name = "huiyin", version, propagate_version = true, arg_required_else_help = true)]
pub struct Cli {
    /// Language of messages: zh or en; the environment's unless given
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Lang>,
    /// What to do
    #[command(subcommand)]
    pub command: Verb,
}

/// The language of messages.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl From<Lang> for Tongue {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Zh,
            Lang::En => Self::En,
        }
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make the website
    Build(Build),
    /// Look for mistakes and write nothing
    Check(Check),
    /// Print every figure with its formula and its counts
    Stats(Stats),
    /// Show the manual page of a rule, or the list of rules
    Explain(Explain),
}

/// What `build` and `check` share.
#[derive(Debug, Args)]
pub struct Common {
    /// Folder of the portal; else the nearest one upwards that has content/site.toml
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// Day as of which everything is true, such as 2025-12-31
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub as_of: Option<Date>,
    /// Warnings are errors
    #[arg(long)]
    pub strict: bool,
}

/// `huiyin build`
#[derive(Debug, Args)]
pub struct Build {
    /// What it shares with `check`.
    #[command(flatten)]
    pub common: Common,
    /// Output folder; public/ in the portal's folder unless given
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Address of the site, in place of base_url in site.toml
    #[arg(long, value_name = "URL", value_parser = parse_url)]
    pub base_url: Option<String>,
    /// An older output folder or its data/releases.json: the site says what changed since
    #[arg(long, value_name = "OLD")]
    pub since: Option<PathBuf>,
    /// Number of threads; one for each core unless given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Print how long each stage took
    #[arg(long)]
    pub timings: bool,
}

/// `huiyin check`
#[derive(Debug, Args)]
pub struct Check {
    /// What it shares with `build`.
    #[command(flatten)]
    pub common: Common,
    /// How mistakes are printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// `huiyin stats`
#[derive(Debug, Args)]
pub struct Stats {
    /// What it shares with `check`.
    #[command(flatten)]
    pub common: Common,
    /// Figures of this year's sessions; of every year unless given
    #[arg(long, value_name = "Y", value_parser = clap::value_parser!(i16).range(1950..=2100))]
    pub year: Option<i16>,
    /// By what figures are told apart: year, unit, topic, area, session, ledger (all years together) or all; as text by year
    /// unless given, as JSON all
    #[arg(long, value_enum, value_name = "PART")]
    pub by: Option<By>,
    /// Figures of this unit
    #[arg(long, value_name = "ID")]
    pub unit: Option<String>,
    /// Figures of this topic
    #[arg(long, value_name = "ID")]
    pub topic: Option<String>,
    /// Figures of this township or sub-district
    #[arg(long, value_name = "ID")]
    pub area: Option<String>,
    /// Figures of this session
    #[arg(long, value_name = "ID")]
    pub session: Option<String>,
    /// How figures are printed
    #[arg(long, value_enum, default_value_t = StatsFormat::Text)]
    pub format: StatsFormat,
}

/// By what figures are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// Each year, and each kind in it.
    Year,
    /// Each unit.
    Unit,
    /// Each topic.
    Topic,
    /// Each township or sub-district.
    Area,
    /// Each session.
    Session,
    /// All years together.
    Ledger,
    /// Everything that pages print.
    All,
}

/// How figures are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StatsFormat {
    /// A line for each.
    Text,
    /// Figures with the addresses of their lists, every count of the pages, the tables of the charts.
    Json,
}

/// How mistakes are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, on standard error.
    Text,
    /// For programs, on standard output.
    Json,
    /// SARIF 2.1.0, on standard output.
    Sarif,
    /// Workflow commands of a hosted CI, on standard output.
    Github,
}

/// `huiyin explain`
#[derive(Debug, Args)]
pub struct Explain {
    /// Name of the rule, as it stands in brackets in a message
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,
}

fn parse_date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| format!("`{text}` is not a date such as 2025-12-31"))
}

fn parse_url(text: &str) -> Result<String, String> {
    let web = text.starts_with("https://") || text.starts_with("http://");
    if !web {
        return Err(format!("`{text}` does not begin with https://"));
    }
    Ok(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}

/// The command with its help in one tongue.
#[must_use]
pub fn command(tongue: Tongue) -> Command {
    let command = Cli::command();
    match tongue {
        Tongue::En => command,
        Tongue::Zh => chinese(command),
    }
}

/// Chinese help for each command, and for each option by its name.
const COMMANDS: &[(&str, &str)] = &[
    ("build", "生成网站"),
    ("check", "检查内容，不写任何文件"),
    ("stats", "印出每个指标的数值、件数和算法"),
    ("explain", "显示某条规则的说明，或列出全部规则"),
];
const OPTIONS: &[(&str, &str)] = &[
    ("lang", "提示的语言：zh 或 en；不写则随系统"),
    ("root", "门户所在的目录；不写则向上找最近的含有 content/site.toml 的目录"),
    ("as_of", "统计截止日，如 2025-12-31"),
    ("strict", "把警告当作错误"),
    ("out", "输出目录；不写则为门户目录下的 public/"),
    ("base_url", "网站地址，代替 site.toml 的 base_url"),
    ("since", "以前生成的目录，或其中的 data/releases.json：网站会写明此后的变化"),
    ("threads", "线程数；不写则与处理器核数相同"),
    ("timings", "显示各阶段用时"),
    ("format", "输出格式：text、json；check 另有 sarif、github；不写为 text"),
    ("year", "只印这一年会议的指标；不写则印全部年份"),
    (
        "by",
        "按什么分开印：year 年度、unit 单位、topic 专题、area 乡镇街道、session 届次、ledger 各年合计、all 全部；不写时 text 按年度，json 印全部",
    ),
    ("unit", "只印这个单位的指标"),
    ("topic", "只印这个专题的指标"),
    ("area", "只印这个乡镇街道的指标"),
    ("session", "只印这个届次的指标"),
    ("rule", "规则名，即提示里方括号中的名字"),
    ("help", "显示帮助"),
    ("version", "显示版本"),
];

const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}";

/// clap writes its own words around the help; what can be replaced is.
fn chinese(command: Command) -> Command {
    let own = |name: &'static str, short: char, action: ArgAction| {
        Arg::new(name).short(short).long(name).action(action).global(true)
    };
    let command = command
        .about("把人大代表建议和政协提案的办理台账变成公开网站")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading("命令")
        .arg(own("help", 'h', ArgAction::Help))
        .arg(own("version", 'V', ArgAction::Version));
    COMMANDS.iter().fold(options_in_chinese(command), |command, (name, about)| {
        command.mut_subcommand(name, |verb| {
            options_in_chinese(verb.about(*about).disable_help_flag(true).disable_version_flag(true))
        })
    })
}

fn options_in_chinese(command: Command) -> Command {
    command.help_template(TEMPLATE).mut_args(|option| {
        let help = OPTIONS.iter().find(|(id, _)| *id == option.get_id().as_str()).map(|(_, help)| *help);
        let heading = if option.is_positional() { "参数" } else { "选项" };
        let takes_value = matches!(option.get_action(), ArgAction::Set);
        let option = option.help(help.unwrap_or_default()).help_heading(heading);
        if takes_value { option.hide_possible_values(true) } else { option }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_option_has_help_in_chinese() {
        let command = command(Tongue::Zh);
        let is_chinese = |text: Option<String>| text.is_some_and(|text| !text.is_ascii());
        assert!(command.get_arguments().all(|option| is_chinese(option.get_help().map(ToString::to_string))));
        for verb in command.get_subcommands() {
            assert!(is_chinese(verb.get_about().map(ToString::to_string)), "{}", verb.get_name());
            for option in verb.get_arguments() {
                assert!(
                    is_chinese(option.get_help().map(ToString::to_string)),
                    "{} {}",
                    verb.get_name(),
                    option.get_id()
                );
            }
        }
    }

    #[test]
    fn the_command_line_is_sound() {
        command(Tongue::En).debug_assert();
        command(Tongue::Zh).debug_assert();
    }
}
