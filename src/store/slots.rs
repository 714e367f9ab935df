//! The port: named texts, as local storage has them. Every call may fail, and says how.

use std::collections::BTreeMap;
use std::fmt;

/// Why a store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlotError {
    /// The browser does not let this page store anything (private mode, blocked by a setting).
    Denied,
    /// There is no room left.
    Full,
    /// A newer version wrote part of the log, so this one writes nothing.
    ReadOnly,
    /// Something else; the browser's own words.
    Failed(String),
}

impl fmt::Display for SlotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Denied => write!(
                f,
                "This browser does not let Cairn store anything. Leave private mode, or allow this page to keep data."
            ),
            Self::Full => write!(
                f,
                "The browser's storage for this page is full. Nothing stored is lost; export a backup, then make room."
            ),
            Self::ReadOnly => write!(
                f,
                "Part of your log was written by a newer version of Cairn. Reload the page to get that version; until then nothing is written, so that nothing is lost."
            ),
            Self::Failed(words) => write!(f, "The browser's storage failed: {words}"),
        }
    }
}

/// Named texts.
pub trait Slots {
    /// Every name there is, in any order.
    fn keys(&self) -> Result<Vec<String>, SlotError>;
    /// The text of a name.
    fn get(&self, key: &str) -> Result<Option<String>, SlotError>;
    /// Puts a text in place of what was there. On an error the old text is still there.
    fn set(&mut self, key: &str, value: &str) -> Result<(), SlotError>;
    /// Takes a name away.
    fn remove(&mut self, key: &str) -> Result<(), SlotError>;
}

/// Slots in memory, with a limit and with failures on demand: what tests run on.
#[derive(Clone, Debug, Default)]
pub struct MemorySlots {
    /// What is stored.
    pub texts: BTreeMap<String, String>,
    /// The most code units of names and texts together; `None` is no limit.
    pub limit: Option<usize>,
    /// Answer every call with this error.
    pub broken: Option<SlotError>,
}

impl MemorySlots {
    fn check(&self) -> Result<(), SlotError> {
        self.broken.clone().map_or(Ok(()), Err)
    }

    /// Code units used by names and texts, which is what browsers count.
    pub fn used(&self) -> usize {
        let units = |t: &str| t.encode_utf16().count();
        self.texts.iter().map(|(k, v)| units(k) + units(v)).sum()
    }
}

impl Slots for MemorySlots {
    fn keys(&self) -> Result<Vec<String>, SlotError> {
        self.check()?;
        Ok(self.texts.keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, SlotError> {
        self.check()?;
        Ok(self.texts.get(key).cloned())
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), SlotError> {
        self.check()?;
        let old = self.texts.insert(key.to_owned(), value.to_owned());
        if self.limit.is_some_and(|limit| self.used() > limit) {
            match old {
                Some(old) => self.texts.insert(key.to_owned(), old),
                None => self.texts.remove(key),
            };
            return Err(SlotError::Full);
        }
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), SlotError> {
        self.check()?;
        self.texts.remove(key);
        Ok(())
    }
}
