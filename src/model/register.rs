//! A list of entries that others refer to. A reference is a place in the list: it can't dangle, and costs four bytes.

use std::collections::BTreeMap;
use std::marker::PhantomData;

/// A reference to an entry of a [`Register<T>`]; valid for the register that gave it.
pub struct Ref<T> {
    at: u32,
    what: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// The entry at this place.
    #[must_use]
    pub fn new(at: usize) -> Self {
        Self {
            at: u32::try_from(at).expect("a ledger has fewer than four thousand million entries"),
            what: PhantomData,
        }
    }

    /// The place in the register.
    #[must_use]
    pub const fn index(self) -> usize {
        self.at as usize
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ref<T> {}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}
impl<T> Eq for Ref<T> {}
impl<T> PartialOrd for Ref<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ref<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.at.cmp(&other.at)
    }
}
impl<T> std::hash::Hash for Ref<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.at.hash(state);
    }
}
impl<T> std::fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{}", self.at)
    }
}

/// Entries in a fixed order, found by id.
#[derive(Debug, Clone)]
pub struct Register<T> {
    entries: Vec<T>,
    by_id: BTreeMap<String, u32>,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), by_id: BTreeMap::new() }
    }
}

impl<T> Register<T> {
    /// Entries with their ids, in the order that the register keeps.
    ///
    /// # Panics
    /// When an id comes twice: `check` has refused that.
    #[must_use]
    pub fn new(entries: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut register = Self::default();
        for (id, entry) in entries {
            let at = Ref::<T>::new(register.entries.len());
            let twice = register.by_id.insert(id, at.at);
            assert!(twice.is_none(), "check proved that ids are unique");
            register.entries.push(entry);
        }
        register
    }

    /// The entry of this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<Ref<T>> {
        self.by_id.get(id).map(|at| Ref { at: *at, what: PhantomData })
    }

    /// The ids, in their own order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(String::as_str)
    }

    /// All entries with their references, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Ref<T>, &T)> + ExactSizeIterator {
        self.entries.iter().enumerate().map(|(at, entry)| (Ref::new(at), entry))
    }

    /// All references, in order.
    pub fn refs(&self) -> impl DoubleEndedIterator<Item = Ref<T>> + use<T> {
        (0..self.entries.len()).map(Ref::new)
    }

    /// The entries alone, in order.
    #[must_use]
    pub fn entries(&self) -> &[T] {
        &self.entries
    }

    /// How many.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// None at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Changes every entry in place; ids stay.
    pub fn for_each_mut(&mut self, change: impl FnMut(&mut T)) {
        self.entries.iter_mut().for_each(change);
    }
}

impl<T> std::ops::Index<Ref<T>> for Register<T> {
    type Output = T;
    fn index(&self, at: Ref<T>) -> &T {
        &self.entries[at.index()]
    }
}
