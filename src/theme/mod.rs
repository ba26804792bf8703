//! The only user of minijinja: templates, words and shared files of a theme. A theme is the default one, which is
//! inside the program, with any file overridden under `themes/<name>/`; a template overrides one block by
//! `{% extends "default/case.html" %}`. Templates read no file, no environment, no network, and are bounded in steps.

mod asset;
mod escape;
mod html;
mod style;
mod template;
mod words;

pub use asset::Asset;
pub(crate) use escape::escaped;
pub use html::Html;
pub use words::{MissingWord, Words};

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use minijinja::Environment;

/// The theme that is always there.
const DEFAULT: &str = "default";
/// The themes inside the program, each a folder.
static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// A theme, ready to fill templates.
#[derive(Debug)]
pub struct Theme {
    templates: Environment<'static>,
    words: BTreeMap<String, Arc<Words>>,
    assets: Vec<Asset>,
}

/// What is wrong with a theme.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// There is no such folder.
    #[error("there is no theme called {0}")]
    Unknown(String),
    /// A language file can't be read.
    #[error("{path}: {cause}")]
    Words {
        /// The file.
        path: String,
        /// What the TOML parser says.
        cause: String,
    },
    /// A word is missing.
    #[error("{0}")]
    Missing(#[from] MissingWord),
    /// A template can't be filled.
    #[error("{name}:{line}: {cause}")]
    Template {
        /// The template.
        name: String,
        /// The line in it.
        line: usize,
        /// What the template engine says.
        cause: String,
    },
}

/// The files of one theme and of the default one beneath it, by path below the theme (`templates/case.html`).
#[derive(Debug, Clone, Default)]
struct Files {
    /// The default theme as it is inside the program, below whatever a portal puts in its place.
    built_in: BTreeMap<String, Vec<u8>>,
    /// Theme name to its files.
    themes: BTreeMap<String, BTreeMap<String, Vec<u8>>>,
}

impl Files {
    fn new(overrides: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut files = Self::default();
        let mut built_in = BTreeMap::new();
        collect(&BUILT_IN, &mut built_in);
        for (path, bytes) in built_in.iter().chain(overrides) {
            if let Some((theme, below)) = path.split_once('/') {
                files.themes.entry(theme.to_owned()).or_default().insert(below.to_owned(), bytes.clone());
            }
        }
        let of_default = |(path, bytes): (&String, &Vec<u8>)| {
            Some((path.strip_prefix(DEFAULT)?.strip_prefix('/')?.to_owned(), bytes.clone()))
        };
        files.built_in = built_in.iter().filter_map(of_default).collect();
        files
    }

    /// The file of the theme, else of the default one.
    fn get(&self, theme: &str, path: &str) -> Option<&[u8]> {
        [theme, DEFAULT].iter().find_map(|name| self.themes.get(*name)?.get(path)).map(Vec::as_slice)
    }

    /// The paths in a folder of the theme or of the default one.
    fn list(&self, theme: &str, folder: &str) -> Vec<String> {
        let of = |name: &str| self.themes.get(name).into_iter().flat_map(|files| files.keys());
        let mut paths: Vec<String> =
            of(theme).chain(of(DEFAULT)).filter(|path| path.starts_with(folder)).cloned().collect();
        paths.sort();
        paths.dedup();
        paths
    }
}

fn collect(folder: &Dir<'_>, into: &mut BTreeMap<String, Vec<u8>>) {
    for file in folder.files() {
        let path: Vec<_> = file.path().components().map(|part| part.as_os_str().to_string_lossy()).collect();
        into.insert(path.join("/"), file.contents().to_vec());
    }
    for folder in folder.dirs() {
        collect(folder, into);
    }
}

impl Theme {
    /// The theme `name` with the words of `languages`; `overrides` are the files under `themes/`.
    ///
    /// # Errors
    /// When the theme is not there, a language lacks a word that the default one has, or a template can't be read.
    pub fn new(name: &str, languages: &[String], overrides: &BTreeMap<String, Vec<u8>>) -> Result<Self, ThemeError> {
        let files = Files::new(overrides);
        if !files.themes.contains_key(name) {
            return Err(ThemeError::Unknown(name.to_owned()));
        }
        let words: Result<BTreeMap<_, _>, ThemeError> = languages
            .iter()
            .map(|language| Ok((language.clone(), Arc::new(words::load(&files, name, language)?))))
            .collect();
        let words = words?;
        let templates = template::environment(&files, name, &words)?;
        Ok(Self { templates, words, assets: asset::collect(&files, name) })
    }

    /// The words of a language of the portal.
    ///
    /// # Panics
    /// When the theme was not made for that language.
    #[must_use]
    pub fn words(&self, language: &str) -> &Arc<Words> {
        self.words.get(language).expect("a theme is made for every language of its portal")
    }

    /// The shared files.
    #[must_use]
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The address of a shared file: `site.css` is at `assets/site.0123abcd.css`.
    #[must_use]
    pub fn asset(&self, name: &str) -> Option<&Asset> {
        self.assets.iter().find(|asset| asset.name == name)
    }

    /// Fills a template.
    ///
    /// # Errors
    /// When it uses a value or word that is not there, or takes too many steps.
    pub fn render(&self, template: &str, view: minijinja::Value) -> Result<String, ThemeError> {
        let filled = self.templates.get_template(template).and_then(|template| template.render(view));
        filled.map_err(|error| template::error(template, &error))
    }
}
