//! The search of each language: its texts are collected once, its files are made when the site is written.

use super::{Language, Route, Site, view};
use crate::search::{Index, Put};

impl Site {
    /// Makes the files of the search in every language, below `search/`. They are no routes: nobody opens them, and how many
    /// there are is known only when they are made.
    ///
    /// # Errors
    /// What `put` says.
    pub fn write_search<E: Send>(&self, put: &Put<'_, E>) -> Result<(), E> {
        (0..self.searches.len()).map(Language).try_for_each(|language| {
            let folder = self.search_folder(language);
            self.search(language).write(&|name, bytes| put(&format!("{folder}/{name}"), bytes))
        })
    }

    /// `search/zh-CN/0123456789`: another one whenever anything in it is another.
    pub(super) fn search_folder(&self, language: Language) -> String {
        let name = &self.public.site.languages[language.0];
        format!("search/{name}/{}", self.search(language).version())
    }

    /// The address of the search page of a language.
    pub(super) fn search_page(&self, language: Language) -> Route {
        Route::new("search.html").in_language(self.prefix(language))
    }

    fn search(&self, language: Language) -> &Index {
        self.searches[language.0].get_or_init(|| Index::new(view::documents(self, language)))
    }
}
