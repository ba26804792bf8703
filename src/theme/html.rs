//! Markup that is already safe: what charts drew and Markdown became. The only way past the escaping of templates.

use serde::{Serialize, Serializer};

/// Safe markup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html(String);

impl Html {
    /// Markup made by [`crate::chart`] or [`crate::markdown`], which escape what they are given.
    #[must_use]
    pub const fn safe(markup: String) -> Self {
        Self(markup)
    }

    /// Is there nothing in it?
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        minijinja::Value::from_safe_string(self.0.clone()).serialize(serializer)
    }
}
