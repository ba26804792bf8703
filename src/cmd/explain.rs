//! `huiyin explain`: the manual page of a rule, or the list of rules.

use std::io::{self, Write};

use super::{Exit, Surroundings, fail};
use crate::cli::Explain;
use crate::parse::nearest;
use crate::rule::{Freedom, Rule};
use crate::rules;
use crate::say;

pub(super) fn run(
    args: &Explain,
    around: &Surroundings,
    out: &mut impl Write,
    err: &mut impl Write,
) -> io::Result<Exit> {
    let Some(name) = &args.rule else { return list(around, out) };
    let Some(rule) = rules::find(name) else {
        let all = rules::all();
        let near = nearest(name, all.iter().map(|rule| rule.id)).unwrap_or("");
        let what = if near.is_empty() {
            say!(
                "没有名为 `{name}` 的规则；huiyin explain 列出全部规则",
                "there is no rule called `{name}`; huiyin explain lists them all"
            )
        } else {
            say!(
                "没有名为 `{name}` 的规则，是否应为 `{near}`？",
                "there is no rule called `{name}`; did you mean `{near}`?"
            )
        };
        return fail(err, around.tongue, &what, 2);
    };
    page(&rule, around, out)?;
    Ok(Exit::Fine)
}

fn list(around: &Surroundings, out: &mut impl Write) -> io::Result<Exit> {
    let all = rules::all();
    let width = all.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    for rule in all {
        writeln!(out, "{:width$}  {:7}  {}", rule.id, rule.severity.word(), rule.summary(around.tongue))?;
    }
    Ok(Exit::Fine)
}

fn page(rule: &Rule, around: &Surroundings, out: &mut impl Write) -> io::Result<()> {
    let freedom = match rule.freedom {
        Freedom::Fixed => say!("级别不能更改。", "Its severity can't be changed."),
        Freedom::Severity => {
            say!("级别可在 site.toml 的 [checks] 中更改。", "[checks] in site.toml can change its severity.")
        }
        Freedom::Excusable => say!(
            "级别可在 site.toml 的 [checks] 中更改；个别案件可用 [[allow]] 说明理由后放行。",
            "[checks] in site.toml can change its severity; a case can excuse it with [[allow]] and a reason."
        ),
    };
    writeln!(out, "{} ({})\n", rule.id, rule.severity.word())?;
    writeln!(out, "{}\n\n{}", rule.manual(around.tongue), freedom.in_tongue(around.tongue))
}
