//! What in storage isn't as it was written, in words for the learner. The facts that can be read are loaded all the same.

use std::fmt;

use super::SlotError;
use crate::review::Writer;
use crate::time::{Moment, Stamp};

/// Something in storage that isn't as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// A newer version wrote it.
    Newer(String),
    /// A value under our prefix that no version of Cairn wrote.
    NotOurs(String),
    /// So many lines of a text of the first version are not as they were written.
    Lines(String, usize),
    /// A whole segment isn't as it was written, in neither copy; when its first fact happened and how many it held, if that
    /// can be told.
    Segment(String, Option<(Moment, u32)>),
    /// So many facts of one writer are missing.
    Missing(Writer, usize),
    /// Local storage lacked texts that the second copy still had; they were put back.
    Restored {
        /// How many.
        texts: usize,
        /// Local storage held nothing at all.
        all: bool,
    },
    /// The second copy held nothing; it was made anew from local storage.
    Rebuilt,
    /// Both copies are empty, but there was a log once; the day it was last written.
    AllGone(String),
    /// One copy of a text was damaged and was replaced by the other; the damaged one is kept aside.
    Mended(String),
    /// What the second copy had could not be put back.
    NotPutBack(String, SlotError),
}

impl Damage {
    /// Whether a newer version of Cairn wrote it.
    pub fn is_newer(&self) -> bool {
        matches!(self, Self::Newer(_))
    }

    /// Whether nothing is lost: it was found and mended.
    pub fn is_mended(&self) -> bool {
        matches!(
            self,
            Self::Restored { .. } | Self::Rebuilt | Self::Mended(_)
        )
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(key) => write!(
                f,
                "“{key}” was written by a newer version of Cairn. It is kept as it is; reload to get that version."
            ),
            Self::NotOurs(key) => write!(f, "“{key}” was not written by Cairn. It is left alone."),
            Self::Lines(key, count) => write!(
                f,
                "{count} entries of “{key}” are damaged and were left out. They are kept as they are; import a backup to fill the gap."
            ),
            Self::Segment(key, first) => {
                write!(f, "“{key}” is damaged and was left out.")?;
                if let Some((first, facts)) = first {
                    let day = Stamp {
                        at: *first,
                        offset_minutes: 0,
                    }
                    .day(0);
                    write!(f, " It held {facts} entries, the first of {day}.")?;
                }
                write!(f, " It is kept as it is; import a backup to fill the gap.")
            }
            Self::Missing(writer, count) => write!(
                f,
                "{count} of the entries written by {writer} {} missing from this browser. Import a backup to fill the gap.",
                if *count == 1 { "is" } else { "are" }
            ),
            Self::Restored { all: true, .. } => write!(
                f,
                "The browser had cleared this page's local storage. Everything was put back from the second copy."
            ),
            Self::Restored { texts, .. } => write!(
                f,
                "The browser had not kept the last of your answers in local storage ({texts} parts). They were put back from the second copy."
            ),
            Self::Rebuilt => write!(
                f,
                "The second copy of your log was gone and was made anew from the first. Nothing is lost."
            ),
            Self::AllGone(day) => write!(
                f,
                "There was a log here, last written on {day}, and both copies of it are gone: this page's data was cleared, or the browser's files were damaged. Import a backup to bring it back, or begin anew; both are fine."
            ),
            Self::Mended(key) => write!(
                f,
                "One of the two copies of “{key}” was damaged and was replaced by the other. Nothing is lost."
            ),
            Self::NotPutBack(key, error) => {
                write!(
                    f,
                    "“{key}” could not be put back from the second copy: {error}"
                )
            }
        }
    }
}
