//! Bytes: how facts become text and where the text is kept.
//!
//! The port is [`Slots`], a store of named texts of which every call may fail. [`Journal`] keeps the log in it; it is the same
//! code on local storage in a browser and on a map in a test. Nothing that decides what to learn can see this room.
//!
//! The log is kept in segments: facts in an adaptive range coder, fifteen bits to a code unit, each segment with its checksum
//! ([`encode`], [`decode`]). Each is kept twice, in local storage and in a second copy that survives a killed browser.

mod archive;
mod backup;
mod bulk;
#[cfg(feature = "whole")]
mod compact;
mod damage;
mod given;
mod journal;
mod line;
mod marks;
mod model;
mod opening;
mod range;
mod record;
mod scan;
mod segment;
mod slots;
mod snapshot;
mod units;

pub use archive::{read_archive, write_archive};
pub use backup::{BACKUP_MAX_BYTES, Backup, BackupError, read_backup, write_backup};
#[cfg(feature = "whole")]
pub use compact::{Merging, NOTE_PREFIX, merge_short, replaced};
pub use damage::Damage;
pub use journal::{BAD_PREFIX, Copy, CopyOf, Journal, LINES_PREFIX, Loaded, PREFIX};
pub use line::{Line, LineError, decode_line, encode_line};
pub use marks::Marks;
pub use opening::{Opened, Opening};
pub use scan::{Part, Scan, Sound};
pub use segment::{
    Run, Segment, SegmentError, VERSION, Whole, decode, encode, encode_one, inspect, sum_in_head,
};
pub use slots::{MemorySlots, SlotError, Slots};
pub use snapshot::{Cover, decode_snapshot, encode_snapshot, snapshot_sum};
