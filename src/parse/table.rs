//! Declaring the tables of the content format. One declaration gives the struct, its reader, the reports of unknown
//! and missing keys, and the documentation of every key.

/// Declares a table of the content format.
///
/// Each key is `need` (must be there), `may` (may be there) or `list` (any number, `Vec`). All fields hold what was
/// written and where; a `need` that is missing has been reported when `from_table` returns, so `check` never repeats it.
#[macro_export]
macro_rules! table {
    (
        $(#[doc = $about:literal])*
        pub struct $name:ident {
            $( $(#[doc = $doc:literal])* $mode:ident $field:ident : $type:ty ),* $(,)?
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone)]
        pub struct $name {
            /// The table itself: its header or braces.
            pub span: $crate::source::Span,
            /// Keys about which something was said while they were read: required and missing, mistyped, or written so
            /// that they can't be read in full.
            pub unread: Vec<&'static str>,
            $( $(#[doc = $doc])* pub $field: $crate::table!(@field $mode $type), )*
        }

        impl $name {
            /// Was something said about this key already? Then a rule that misses it says nothing.
            #[must_use]
            pub fn is_unread(&self, key: &str) -> bool {
                self.unread.contains(&key)
            }
        }

        impl $crate::parse::FromTable for $name {
            const KEYS: &'static [$crate::parse::KeyDoc] = &[
                $( $crate::parse::KeyDoc {
                    name: $crate::parse::key_name(stringify!($field)),
                    required: $crate::table!(@required $mode),
                    doc: concat!($($doc, "\n"),*),
                } ),*
            ];

            fn from_table(
                table: &toml::de::DeTable<'_>,
                span: $crate::source::Span,
                reader: &mut $crate::parse::Reader<'_>,
            ) -> Self {
                let mut unread = $crate::parse::report_unknown_keys(table, Self::KEYS, reader);
                Self {
                    $( $field: $crate::parse::note_unread(
                        $crate::parse::key_name(stringify!($field)), &mut unread, reader,
                        |key, reader| $crate::table!(@read $mode, key, table, span, reader)), )*
                    span,
                    unread,
                }
            }
        }

        impl $crate::parse::FromToml for $name {
            fn expected() -> $crate::diagnostic::Say {
                $crate::say!("一张表", "a table")
            }
            fn from_toml(
                value: &toml::de::DeValue<'_>,
                span: $crate::source::Span,
                reader: &mut $crate::parse::Reader<'_>,
            ) -> Option<Self> {
                let toml::de::DeValue::Table(table) = value else {
                    return $crate::parse::wrong_type(value, span, reader);
                };
                Some(<Self as $crate::parse::FromTable>::from_table(table, span, reader))
            }
        }
    };
    (@field need $type:ty) => { Option<$crate::source::Spanned<$type>> };
    (@field may $type:ty) => { Option<$crate::source::Spanned<$type>> };
    (@field list $type:ty) => { Vec<$crate::source::Spanned<$type>> };
    (@required need) => { true };
    (@required may) => { false };
    (@required list) => { false };
    (@read need, $key:ident, $table:ident, $span:ident, $reader:ident) => {
        $crate::parse::read_needed($key, $table, $span, $reader)
    };
    (@read may, $key:ident, $table:ident, $span:ident, $reader:ident) => {
        $crate::parse::read_optional($key.name, $table, $reader)
    };
    (@read list, $key:ident, $table:ident, $span:ident, $reader:ident) => {
        $crate::parse::read_optional::<Vec<_>>($key.name, $table, $reader)
            .map_or_else(Vec::new, |list| list.value)
    };
}

use toml::de::{DeTable, DeValue};

use super::near::nearest;
use super::rules;
use super::value::{FromToml, KeyDoc, Reader};
use crate::source::{Span, Spanned};

/// `r#type` is written `type`.
#[must_use]
pub const fn key_name(field: &'static str) -> &'static str {
    match field.as_bytes() {
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}

/// A key that is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Its name.
    pub name: &'static str,
    /// Was a key that the table does not know most likely meant to be this one? That was said: only its spelling is missing.
    pub mistyped: bool,
}

/// Reads one key, and notes it when there was something to report about it.
pub fn note_unread<'r, T>(
    key: &'static str,
    unread: &mut Vec<&'static str>,
    reader: &mut Reader<'r>,
    read: impl FnOnce(Wanted, &mut Reader<'r>) -> T,
) -> T {
    let before = reader.out.iter().len();
    let value = read(Wanted { name: key, mistyped: unread.contains(&key) }, reader);
    if reader.out.iter().len() > before {
        unread.push(key);
    }
    value
}

/// The value of a key that may be there.
pub fn read_optional<T: FromToml>(key: &str, table: &DeTable<'_>, reader: &mut Reader<'_>) -> Option<Spanned<T>> {
    let (_, value) = table.iter().find(|(name, _)| name.get_ref() == key)?;
    let span = reader.span(value.span());
    if let DeValue::String(text) = value.get_ref()
        && rules::empty_text::says_nothing(key, text)
    {
        reader.report(rules::empty_text::report(key, span));
    }
    T::from_toml(value.get_ref(), span, reader).map(|value| Spanned::new(value, span))
}

/// The value of a key that must be there; a missing one is reported at the table, unless it is there under another name.
pub fn read_needed<T: FromToml>(
    wanted: Wanted,
    table: &DeTable<'_>,
    span: Span,
    reader: &mut Reader<'_>,
) -> Option<Spanned<T>> {
    let key = wanted.name;
    if table.iter().all(|(name, _)| name.get_ref() != key) {
        if wanted.mistyped {
            return None;
        }
        let found = match key {
            "disclosure" | "level" => rules::missing_disclosure::report(key, span),
            _ => rules::missing_key::report(key, &T::expected(), span),
        };
        reader.report(found);
        return None;
    }
    read_optional(key, table, reader)
}

/// Reports every key that the table does not know; gives the keys that were most likely meant.
pub fn report_unknown_keys(table: &DeTable<'_>, known: &[KeyDoc], reader: &mut Reader<'_>) -> Vec<&'static str> {
    let names: Vec<&'static str> = known.iter().map(|known| known.name).collect();
    let mut meant = Vec::new();
    for (key, value) in table.iter().filter(|(key, _)| !names.contains(&key.get_ref().as_ref())) {
        let (name, span) = (key.get_ref(), reader.span(key.span()));
        if rules::personal_field::is_personal(name) {
            reader.report(rules::personal_field::report(name, span));
        } else {
            let is_table = matches!(value.get_ref(), DeValue::Table(_));
            reader.report(rules::unknown_key::report(name, is_table, &names, span));
            meant
                .extend(nearest(name, names.iter().copied()).and_then(|near| names.iter().find(|name| **name == near)));
        }
    }
    meant
}
