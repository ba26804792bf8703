//! The words for what went wrong: the place, the cause and the cure, in Chinese and in English.

use std::path::Path;

use super::error::{BadAddress, Fault, Refusal, Step, WriteError};
use super::lock::Holder;
use super::target::MARKER;

/// Chinese, English.
type Both = (String, String);

/// `both!("无法写入 {path}", "can't write {path}")`: the same values into both sentences.
macro_rules! both {
    ($zh:literal, $en:literal) => {
        (format!($zh), format!($en))
    };
}

impl WriteError {
    /// The message in Chinese and in English: where, why, and what to do.
    #[must_use]
    pub fn say(&self) -> (String, String) {
        match self {
            Self::Refused { path, why } => say_refused(path, why),
            Self::Locked { path, holder } => say_locked(path, holder),
            Self::Environment { step, path, source } => say_environment(step, path, source),
            Self::Address { address, why } => say_address(address, *why),
        }
    }
}

fn say_refused(path: &Path, why: &Refusal) -> Both {
    let path = path.display();
    if *why == Refusal::NotAFile {
        return both!(
            "拒绝复制 {path}：它不是普通文件（是链接、文件夹或设备）。请换成文件本身",
            "refused to copy {path}: it is a link, a folder or a device; put the file itself there"
        );
    }
    let (cause, cure) = (say_objection(why), say_way_out(why));
    (
        format!("拒绝写入 {path}：{}。{}。未改动任何文件", cause.0, cure.0),
        format!("refused to write to {path}: {}; {}; nothing was touched", cause.1, cure.1),
    )
}

fn say_objection(why: &Refusal) -> Both {
    match why {
        Refusal::Link => both!("它是链接，而链接从不跟随", "it is a link, and links are never followed"),
        Refusal::NotAFolder | Refusal::NotAFile => both!("它不是文件夹", "it is not a folder"),
        Refusal::Foreign { found } => both!(
            "文件夹里有别的文件（如 {found}），又没有 {MARKER} 标记，不是本程序生成的",
            "it holds other files (such as {found}) and no {MARKER}, so this program did not make it"
        ),
        Refusal::Repository { name } => both!(
            "文件夹里有版本库 {name}，整体替换会丢失历史",
            "it holds a repository ({name}), whose history would be lost when the folder is replaced"
        ),
        Refusal::Root => both!("它是文件系统的根", "it is the root of the file system"),
        Refusal::Home => both!("它是或包含用户主目录", "it is or contains your home folder"),
        Refusal::Current => both!("它是或包含当前所在的文件夹", "it is or contains the current folder"),
        Refusal::Overlaps { folder } => {
            let folder = folder.display();
            both!("它就是、包含或位于源文件夹 {folder}", "it is, contains or lies in the source folder {folder}")
        }
        Refusal::InsideSite { site } => {
            let site = site.display();
            both!(
                "它位于另一个站点 {site} 之内，该站点下次构建会把它删去",
                "it lies in another site, {site}, whose next build would remove it"
            )
        }
    }
}

fn say_way_out(why: &Refusal) -> Both {
    match why {
        Refusal::Foreign { .. } => both!(
            "请用 --out 指定新的或空的文件夹；若确认其中内容可以丢弃，请自行清空后重试",
            "name a new or empty folder with --out, or empty this one yourself if nothing in it is needed"
        ),
        Refusal::Repository { .. } => both!(
            "请构建到别的文件夹，再把内容复制进版本库",
            "build into another folder and copy its content into the repository"
        ),
        Refusal::Link => both!("请用 --out 写出真实的文件夹", "name the real folder with --out"),
        _ => both!("请用 --out 指定另一个文件夹，例如 public", "name another folder with --out, such as public"),
    }
}

fn say_locked(path: &Path, holder: &Holder) -> Both {
    let path = path.display();
    let since = holder.since.as_ref();
    let since = (
        since.map(|time| format!("，{time} 开始")).unwrap_or_default(),
        since.map(|time| format!(", since {time}")).unwrap_or_default(),
    );
    let who = match holder.process {
        Some(number) => (format!("进程 {number}{}", since.0), format!("process {number}{}", since.1)),
        None => both!("进程号未知", "process unknown"),
    };
    (
        format!("另一个构建（{}）正占用锁 {path}。请等它结束后重试；进程结束时锁会自动释放", who.0),
        format!(
            "another build ({}) holds the lock {path}; wait for it and try again: the lock ends with its process",
            who.1
        ),
    )
}

fn say_environment(step: &Step, path: &Path, source: &std::io::Error) -> Both {
    let (did, cause) = (say_step(step, path), say_cause(source));
    let (cure, live) = match step {
        Step::PutBack => (
            both!("请勿删除该文件夹", "don't remove that folder"),
            both!("请用它手工恢复站点", "restore the site from it by hand"),
        ),
        _ => (say_cure(step, source), both!("线上站点未改动", "the live site is unchanged")),
    };
    (
        format!("{}：{}。{}；{}", did.0, cause.0, cure.0, live.0),
        format!("{}: {}; {}; {}", did.1, cause.1, cure.1, live.1),
    )
}

fn say_step(step: &Step, path: &Path) -> Both {
    let path = path.display();
    match step {
        Step::Look => both!("无法查看 {path}", "can't look at {path}"),
        Step::Lock => both!("无法加锁 {path}", "can't take the lock {path}"),
        Step::Make => both!("无法建立文件夹 {path}", "can't make the folder {path}"),
        Step::Read => both!("无法读取附件 {path}", "can't read the attachment {path}"),
        Step::Write { bytes } => both!("无法写入 {path}（{bytes} 字节）", "can't write {path} ({bytes} bytes)"),
        Step::Copy { from, bytes } => {
            let from = from.display();
            both!(
                "无法把附件 {from} 复制到 {path}（{bytes} 字节）",
                "can't copy the attachment {from} to {path} ({bytes} bytes)"
            )
        }
        Step::Sync => both!("无法把站点确实存到磁盘 {path}", "can't make the site durable on the disk at {path}"),
        Step::Swap => both!("无法用新站点替换 {path}", "can't put the new site at {path}"),
        Step::PutBack => both!("无法把旧站点从 {path} 放回原处", "can't put the old site back from {path}"),
    }
}

fn say_cause(source: &std::io::Error) -> Both {
    match Fault::of(source.kind()) {
        Fault::NoSpace => {
            both!("磁盘空间或配额已满（{source}）", "no space left on the disk, or the quota is used up ({source})")
        }
        Fault::Denied => both!("没有权限（{source}）", "no permission ({source})"),
        Fault::ReadOnly => both!("文件系统是只读的（{source}）", "the file system is read-only ({source})"),
        Fault::Busy => {
            both!("文件夹是挂载点或正被占用（{source}）", "the folder is a mount point or in use ({source})")
        }
        Fault::TooLong => both!("路径或文件名过长（{source}）", "the path or a name in it is too long ({source})"),
        Fault::NotAFolder => {
            both!("路径中有一段不是文件夹（{source}）", "a part of the path is not a folder ({source})")
        }
        Fault::Missing => both!("它不存在或已被移走（{source}）", "it does not exist or was taken away ({source})"),
        Fault::Other => both!("{source}", "{source}"),
    }
}

fn say_cure(step: &Step, source: &std::io::Error) -> Both {
    match (step, Fault::of(source.kind())) {
        (Step::Read, Fault::Denied) => both!("请让当前用户可以读它", "let this user read it"),
        (_, Fault::NoSpace) => both!(
            "请在该磁盘腾出空间后重试（构建期间新旧两份站点并存）",
            "free space on that disk and try again (old and new site exist side by side during a build)"
        ),
        (_, Fault::Denied) => both!(
            "请让当前用户可写输出文件夹及其上一级（新站点在输出文件夹旁边生成）",
            "let this user write to the output folder and the folder above it (the new site is made beside the output)"
        ),
        (_, Fault::ReadOnly) => {
            both!("请用 --out 指定可写磁盘上的文件夹", "name a folder on a writable disk with --out")
        }
        (_, Fault::Busy) => both!(
            "请用 --out 指定挂载点里面的一个子文件夹，或关闭占用它的程序",
            "name a folder inside the mount with --out, or close the program that uses it"
        ),
        (_, Fault::TooLong) => both!("请缩短路径或文件名", "shorten the path or the name"),
        (_, Fault::NotAFolder) => both!("请检查 --out 的路径", "check the path of --out"),
        (_, Fault::Missing) => both!("请检查路径后重新构建", "check the path and build again"),
        (_, Fault::Other) => both!("请检查磁盘后重试", "check the disk and try again"),
    }
}

fn say_address(address: &str, why: BadAddress) -> Both {
    let cause = match why {
        BadAddress::Way => both!("它不是站内的相对地址", "it is not a relative address within the site"),
        BadAddress::Character => {
            both!("它含有反斜杠、冒号或控制字符", "it has a backslash, a colon or a control character")
        }
        BadAddress::TooLong => both!("其中一段超过 255 字节", "a name in it has more than 255 bytes"),
        BadAddress::Windows => both!("Windows 会把它当成别的文件名", "Windows takes it for another name"),
        BadAddress::Taken => {
            both!("这个地址已经写过，或与文件夹同名", "it was written already, or clashes with a folder")
        }
    };
    (
        format!("拒绝写入地址 {address:?}：{}。这是程序的错误，请报告；线上站点未改动", cause.0),
        format!(
            "refused to write the address {address:?}: {}; this is a bug of the program, please report it; the live site is unchanged",
            cause.1
        ),
    )
}
