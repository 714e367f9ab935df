//! Bytes: how facts become text and where the text is kept.
//!
//! The port is [`Slots`], a store of named texts of which every call may fail. [`Journal`] keeps the log in it; it is the same
//! code on local storage in a browser and on a map in a test. Nothing that decides what to learn can see this room.
//!
//! The log is kept in segments: facts in an adaptive range coder, fifteen bits to a code unit, each segment with its checksum
//! ([`encode`], [`decode`]). Each is kept twice, in local storage and in a second copy that survives a killed browser.

mod backup;
mod damage;
mod journal;
mod line;
mod model;
mod range;
mod record;
mod scan;
mod segment;
mod slots;
mod units;

pub use backup::{Backup, BackupError, read_backup, write_backup};
pub use damage::Damage;
pub use journal::{BAD_PREFIX, Copy, CopyOf, Journal, LINES_PREFIX, Loaded, PREFIX};
pub use line::{Line, LineError, decode_line, encode_line};
pub use scan::{Part, Scan};
pub use segment::{
    Run, Segment, SegmentError, VERSION, Whole, decode, encode, encode_one, inspect,
};
pub use slots::{MemorySlots, SlotError, Slots};
