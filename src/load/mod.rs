//! The only reader of the disk: `content/` and `themes/` of a root become texts and a list of attachments. Links are
//! refused, never followed; what can't be text is named with its likely encoding; nothing is skipped in silence.

pub(crate) mod rules;

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::{Diagnostics, Say};
use crate::release::Record;
use crate::rule::Rule;
use crate::say;
use crate::source::{Source, Sources};

/// The rules of this stage.
pub const RULES: &[Rule] = &[rules::not_utf8::RULE, rules::stray_file::RULE, rules::too_large::RULE];

/// The most that a text may hold, in bytes: 8 MiB.
pub const MAX_TEXT: u64 = 8 << 20;
/// The most that an attachment may hold, in bytes: 100 MiB.
pub const MAX_ATTACHMENT: u64 = 100 << 20;

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The texts under `content/`.
    pub sources: Sources,
    /// The files under `content/files/`, by their path below it: `2025-s-017/report.txt`.
    pub attachments: BTreeMap<String, Attachment>,
    /// The files under `themes/`, by their path below it: `mine/templates/case.html`.
    pub themes: BTreeMap<String, Vec<u8>>,
}

/// A file that is published as it is.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Where it is.
    pub disk: PathBuf,
    /// Its size.
    pub bytes: u64,
}

/// Why nothing could be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// There is no portal here.
    #[error("no content/site.toml at {0} or above")]
    NoSite(PathBuf),
    /// What `--since` names is no record of releases.
    #[error("{0} is no record of releases: {1}")]
    NoRecord(PathBuf, String),
    /// A link, device or pipe stands in the content.
    #[error("{0} is not a plain file or folder")]
    NotPlain(PathBuf),
    /// The file system failed.
    #[error("{0}: {1}")]
    Io(PathBuf, std::io::Error),
}

impl LoadError {
    /// The message for a person.
    #[must_use]
    pub fn say(&self) -> Say {
        match self {
            Self::NoSite(at) => {
                let at = at.display();
                say!(
                    "在 {at} 及其上级目录中找不到 content/site.toml；请进入门户所在的目录，或用 --root 指明",
                    "there is no content/site.toml at {at} or above; go to the folder of the portal, or name it with --root"
                )
            }
            Self::NotPlain(at) => {
                let at = at.display();
                say!(
                    "{at} 是链接或特殊文件；内容中只能有普通文件和目录，请换成文件本身",
                    "{at} is a link or a special file; content holds plain files and folders only: put the file itself there"
                )
            }
            Self::NoRecord(at, why) => {
                let at = at.display();
                say!(
                    "--since：{at} 不是网站的发布记录：{why}；请写以前生成的目录，或其中的 data/releases.json",
                    "--since: {at} is no record of releases: {why}; name an older output folder, or the data/releases.json in it"
                )
            }
            Self::Io(at, error) => {
                let at = at.display();
                say!("读取 {at} 失败：{error}", "can't read {at}: {error}")
            }
        }
    }

    /// As in cli.md: 2 no site here, 3 the environment, 4 refused.
    #[must_use]
    pub const fn exit_code(&self) -> u8 {
        match self {
            Self::NoSite(_) | Self::NoRecord(..) => 2,
            Self::Io(..) => 3,
            Self::NotPlain(_) => 4,
        }
    }
}

/// The nearest folder at or above `start` that has `content/site.toml`.
///
/// # Errors
/// [`LoadError::NoSite`] when there is none.
pub fn find_root(start: &Path) -> Result<PathBuf, LoadError> {
    let is_root = |folder: &&Path| folder.join("content/site.toml").is_file();
    start.ancestors().find(is_root).map(Path::to_owned).ok_or_else(|| LoadError::NoSite(start.to_owned()))
}

/// Reads a portal. Files that can't be used are in `out`.
///
/// # Errors
/// When the root is no portal, holds a link or special file, or can't be read.
pub fn read_portal(root: &Path, out: &mut Diagnostics) -> Result<Loaded, LoadError> {
    if !root.join("content/site.toml").is_file() {
        return Err(LoadError::NoSite(root.to_owned()));
    }
    let mut loaded = Loaded::default();
    let (mut texts, mut unreadable) = (Vec::new(), Vec::new());
    for entry in plain_files(root, "content")? {
        let path = relative(root, entry.path());
        if let Some(below) = path.strip_prefix("content/files/") {
            read_attachment(&entry, below, &path, &mut loaded, out)?;
        } else if rules::stray_file::is_known(&path) {
            match read_text(&entry, &path, out)? {
                Some(text) => texts.push(text),
                None => unreadable.push(path),
            }
        } else {
            out.extend(rules::stray_file::report(&path));
        }
    }
    for entry in plain_files(root, "themes")? {
        let path = relative(root, entry.path());
        let below = path.strip_prefix("themes/").unwrap_or(&path).to_owned();
        if let Some(bytes) = read_bounded(&entry, &path, MAX_TEXT, out)? {
            loaded.themes.insert(below, bytes);
        }
    }
    loaded.sources = Sources::with_unreadable(texts, unreadable);
    Ok(loaded)
}

/// Every plain file under a folder of the root; a folder that is not there has none.
fn plain_files(root: &Path, folder: &str) -> Result<Vec<DirEntry>, LoadError> {
    let folder = root.join(folder);
    if folder.symlink_metadata().is_err() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(&folder).follow_links(false).follow_root_links(false).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let at = error.path().unwrap_or(&folder).to_owned();
            LoadError::Io(at, error.into())
        })?;
        let kind = entry.file_type();
        if kind.is_file() {
            files.push(entry);
        } else if !kind.is_dir() {
            return Err(LoadError::NotPlain(entry.path().to_owned()));
        }
    }
    Ok(files)
}

/// The most that a record of releases may hold, in bytes: 1 GiB.
const MAX_RECORD: u64 = 1 << 30;

/// Reads the record of releases of an older site: its folder, or the file `data/releases.json` in it.
///
/// # Errors
/// When there is none, or it can't be read.
pub fn read_record(path: &Path) -> Result<Record, LoadError> {
    let file = if path.is_dir() { path.join("data/releases.json") } else { path.to_owned() };
    let none = |why: String| LoadError::NoRecord(file.clone(), why);
    let opened = std::fs::File::open(&file).map_err(|error| none(error.to_string()))?;
    let size = opened.metadata().map_err(|error| none(error.to_string()))?.len();
    if size > MAX_RECORD {
        return Err(none(format!("{size} bytes")));
    }
    let mut bytes = Vec::new();
    opened.take(MAX_RECORD).read_to_end(&mut bytes).map_err(|error| LoadError::Io(file.clone(), error))?;
    Record::parse(&bytes).map_err(|error| none(error.to_string()))
}

/// The path below the root with `/` on every system.
fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn read_attachment(
    entry: &DirEntry,
    below: &str,
    path: &str,
    loaded: &mut Loaded,
    out: &mut Diagnostics,
) -> Result<(), LoadError> {
    let bytes = size(entry)?;
    if rules::stray_file::is_hidden(path) {
        return Ok(());
    }
    if bytes > MAX_ATTACHMENT {
        out.push(rules::too_large::report(path, bytes, MAX_ATTACHMENT));
    }
    // One that is too large is there all the same: whoever refers to it made no mistake.
    loaded.attachments.insert(below.to_owned(), Attachment { disk: entry.path().to_owned(), bytes });
    Ok(())
}

/// A text with `\n` alone at line ends and without a byte order mark; `None` when it can't be used.
fn read_text(entry: &DirEntry, path: &str, out: &mut Diagnostics) -> Result<Option<Source>, LoadError> {
    let Some(bytes) = read_bounded(entry, path, MAX_TEXT, out)? else { return Ok(None) };
    match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok(Some(Source { path: path.to_owned(), text: normalise(text) })),
        Ok(text) => {
            out.push(rules::not_utf8::report(path, text.as_bytes()));
            Ok(None)
        }
        Err(error) => {
            out.push(rules::not_utf8::report(path, error.as_bytes()));
            Ok(None)
        }
    }
}

fn normalise(text: String) -> String {
    let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text);
    if text.contains('\r') { text.replace("\r\n", "\n") } else { text }
}

/// The bytes of a file that is not larger than `limit`; the size is looked at before anything is read.
fn read_bounded(entry: &DirEntry, path: &str, limit: u64, out: &mut Diagnostics) -> Result<Option<Vec<u8>>, LoadError> {
    let bytes = size(entry)?;
    if bytes > limit {
        out.push(rules::too_large::report(path, bytes, limit));
        return Ok(None);
    }
    let failed = |error| LoadError::Io(entry.path().to_owned(), error);
    let mut read = Vec::with_capacity(usize::try_from(bytes).unwrap_or(0));
    let file = std::fs::File::open(entry.path()).map_err(failed)?;
    file.take(limit).read_to_end(&mut read).map_err(failed)?;
    Ok(Some(read))
}

fn size(entry: &DirEntry) -> Result<u64, LoadError> {
    let metadata = entry.metadata().map_err(|error| LoadError::Io(entry.path().to_owned(), error.into()))?;
    Ok(metadata.len())
}
