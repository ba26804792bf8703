//! A whole site in memory: every address with its bytes, so that a test can look at all of it.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::Path;
use std::sync::{LazyLock, Mutex, OnceLock};

use huiyin::portal;
use huiyin::site::Rendered;
use jiff::civil::{Date, date};

use super::{Portal, sample};

/// Every address with what stands there.
pub(crate) struct Made {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// The same with its address as one text, to be searched.
    searched: OnceLock<BTreeMap<String, String>>,
}

impl Portal {
    /// The site as of 2025-12-31; the portal must be sound.
    pub(crate) fn make(&self) -> Made {
        self.make_as_of(date(2025, 12, 31))
    }

    /// The site as of a day.
    pub(crate) fn make_as_of(&self, day: Date) -> Made {
        make_site(self.root(), day)
    }
}

/// The site of a folder as of a day; the portal must be sound.
fn make_site(root: &Path, day: Date) -> Made {
    let opened = portal::open(root, &options(day)).unwrap();
    let found: Vec<_> = opened.diagnostics.iter().map(|found| (found.rule, found.what.en.clone())).collect();
    let site = opened.site.unwrap_or_else(|| panic!("the portal has errors: {found:#?}"));
    let files = site.routes().map(|route| {
        let bytes = match site.render(route).unwrap() {
            Rendered::Bytes(bytes) => bytes,
            Rendered::Copy(disk) => std::fs::read(disk).unwrap(),
        };
        (route.as_str().to_owned(), bytes)
    });
    let mut files: BTreeMap<_, _> = files.collect();
    let found = Mutex::new(&mut files);
    let put = |address: &str, bytes: &[u8]| {
        found.lock().unwrap().insert(address.to_owned(), bytes.to_vec());
        Ok::<_, Infallible>(())
    };
    site.write_search(&put).unwrap();
    Made::of(files)
}

/// The sample's site as of 2025-12-31, made once for all tests that only look at it.
pub(crate) fn sample_site() -> &'static Made {
    static SITE: LazyLock<Made> = LazyLock::new(|| make_site(&sample(), date(2025, 12, 31)));
    &SITE
}

/// The options with which tests open a portal.
pub(crate) fn options(day: Date) -> portal::Options {
    let days = portal::Days { argument: Some(day), epoch: None, today: date(2026, 1, 1) };
    portal::Options { days, base_url: None, strict: false, since: None }
}

impl Made {
    /// A site of these files.
    pub(crate) fn of(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self { files, searched: OnceLock::new() }
    }

    /// The text of a page.
    pub(crate) fn text(&self, address: &str) -> &str {
        let bytes = self.files.get(address).unwrap_or_else(|| panic!("there is no {address}"));
        std::str::from_utf8(bytes).unwrap()
    }

    /// Is there anything at this address?
    pub(crate) fn has(&self, address: &str) -> bool {
        self.files.contains_key(address)
    }

    /// The addresses whose name or bytes hold a text, however it may be encoded.
    pub(crate) fn holding(&self, text: &str) -> Vec<&str> {
        let forms = encodings(text);
        let holds = |(_, whole): &(&String, &String)| forms.iter().any(|form| whole.contains(form));
        self.searched().iter().filter(holds).map(|(address, _)| address.as_str()).collect()
    }

    fn searched(&self) -> &BTreeMap<String, String> {
        let whole = |(address, bytes): (&String, &Vec<u8>)| {
            (address.clone(), format!("{address}\n{}", String::from_utf8_lossy(bytes)))
        };
        self.searched.get_or_init(|| self.files.iter().map(whole).collect())
    }
}

/// A text as it stands, percent-encoded, as character references and as JSON escapes.
fn encodings(text: &str) -> Vec<String> {
    let each = |encode: &dyn Fn(char) -> String| text.chars().map(encode).collect::<String>();
    let percent = |upper: bool| {
        each(&|c| {
            let mut bytes = [0; 4];
            let encoded = c.encode_utf8(&mut bytes).bytes();
            if c.is_ascii_alphanumeric() || c == '-' {
                return c.to_string();
            }
            encoded.map(|byte| if upper { format!("%{byte:02X}") } else { format!("%{byte:02x}") }).collect()
        })
    };
    vec![
        text.to_owned(),
        percent(true),
        percent(false),
        each(&|c| format!("&#{};", u32::from(c))),
        each(&|c| format!("&#x{:x};", u32::from(c))),
        each(&|c| format!("\\u{:04x}", u32::from(c))),
    ]
}
