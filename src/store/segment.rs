//! A segment: facts of one or more writers as one text, with magic, version, length, checksum and its place in a chain.
//!
//! ```text
//! bytes 0-1   "Ca"                          packed 15 bits to a code unit (`units`)
//!       2     version, 3; 2 is the same without mock exams and what is wanted soon, and is read for ever
//!       3-6   CRC-32 of everything behind it
//!       7-10  CRC-32 of the segment before this one of the same writer, 0 for the first
//!       11-14 length of the coded part, in bytes
//!       15-22 the earliest time of its facts, milliseconds since 1970
//!       23    1 if it holds lines of newer versions, else 0
//!       24-27 the number of its facts
//!       28-   coded part: the number of runs, then for each run its writer, first number, number of facts and lines, facts, lines
//! ```
//! A *run* is a stretch of one writer's facts. *Lines* are facts of newer versions, kept as they are.

use std::fmt;

use super::bulk::bulk;
use super::line::CRC;
use super::model::{Coder, Number, Texts};
use super::range::{Decoder, Encoder};
use super::record::Records;
use super::units;
use crate::review::{Fact, Writer};
use crate::time::Moment;

const MAGIC: [u8; 2] = *b"Ca";
/// The version that is written. A fact or an answer of a new kind makes a new one, so that an older program says that the log is newer
/// than it is instead of taking it for damaged.
pub const VERSION: u8 = 4;
/// The oldest version that is read.
const OLDEST: u8 = 2;
const HEAD: usize = 28;
/// The most facts a segment may say it holds; more means damage or malice. A merged one holds a quarter of it.
const FACTS_MAX: u32 = 60_000;
/// The most bytes of texts, lists and lines in one segment: a few of the largest decks. A hundred kilobytes can unfold to more.
const BULK_MAX: usize = 12_000_000;

/// A stretch of one writer's facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Who wrote them.
    pub writer: Writer,
    /// In the order of their numbers.
    pub facts: Vec<Fact>,
}

/// What a segment holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// Its runs.
    pub runs: Vec<Run>,
    /// Lines of newer versions.
    pub lines: Vec<String>,
}

/// Why a text is no readable segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentError {
    /// It was not written by Cairn.
    NotOurs,
    /// A newer version wrote it.
    Newer(u8),
    /// It was, but is no longer as it was written.
    Damaged,
}

impl fmt::Display for SegmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs => write!(f, "not written by Cairn"),
            Self::Newer(version) => write!(f, "written by a newer version (format {version})"),
            Self::Damaged => write!(f, "damaged"),
        }
    }
}

/// Writes a segment that follows the one with checksum `before`. Gives the text and the checksum of this one.
pub fn encode(segment: &Segment, before: u32) -> (String, u32) {
    let (bytes, sum) = to_bytes(segment, before);
    (units::pack(&bytes), sum)
}

/// As [`encode`], as bytes.
pub(super) fn to_bytes(segment: &Segment, before: u32) -> (Vec<u8>, u32) {
    let mut coder = Coder::Write(Encoder::new());
    code(&mut coder, Some(segment), u32::MAX);
    let payload = match coder {
        Coder::Write(encoder) => encoder.finish(),
        Coder::Read(_) => Vec::new(),
    };
    let facts = || segment.runs.iter().flat_map(|run| &run.facts);
    let first = facts().map(|fact| fact.at.at).min().unwrap_or(Moment(0));
    let mut bytes = Vec::with_capacity(HEAD + payload.len());
    bytes.extend(before.to_le_bytes());
    bytes.extend((payload.len() as u32).to_le_bytes());
    bytes.extend(first.0.to_le_bytes());
    bytes.push(u8::from(!segment.lines.is_empty()));
    bytes.extend((facts().count() as u32).to_le_bytes());
    bytes.extend(payload);
    let sum = CRC.checksum(&bytes);
    let mut whole = Vec::with_capacity(7 + bytes.len());
    whole.extend(MAGIC);
    whole.push(VERSION);
    whole.extend(sum.to_le_bytes());
    whole.extend(bytes);
    (whole, sum)
}

/// One fact as a text of its own, to be told to another tab.
pub fn encode_one(fact: &Fact) -> String {
    let run = Run {
        writer: fact.id.writer,
        facts: vec![fact.clone()],
    };
    let segment = Segment {
        runs: vec![run],
        lines: Vec::new(),
    };
    encode(&segment, 0).0
}

/// A segment that is as it was written, but not yet read fact by fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    payload: Vec<u8>,
    /// Its checksum.
    pub sum: u32,
    /// The checksum of the segment before it, 0 for none.
    pub before: u32,
    /// The earliest time of its facts.
    pub first: Moment,
    /// Whether it holds lines of newer versions.
    pub has_lines: bool,
    /// How many facts it holds.
    pub facts: u32,
}

/// Checks that a text is a segment as it was written. Costs a small part of reading it.
pub fn inspect(text: &str) -> Result<Whole, SegmentError> {
    if !is_ours(text) {
        return Err(SegmentError::NotOurs);
    }
    let bytes = units::unpack(text).ok_or(SegmentError::Damaged)?;
    let (whole, end) = from_bytes(&bytes)?;
    // Packing may leave a byte of zeros at the end; anything more was not written.
    let tail = &bytes[end..];
    if tail.len() > 1 || tail.iter().any(|b| *b != 0) {
        return Err(SegmentError::Damaged);
    }
    Ok(whole)
}

/// As [`inspect`], of bytes that begin with a segment; gives how many belong to it.
pub(super) fn from_bytes(bytes: &[u8]) -> Result<(Whole, usize), SegmentError> {
    if bytes.get(..2) != Some(&MAGIC[..]) {
        return Err(SegmentError::NotOurs);
    }
    match bytes.get(2) {
        Some(&(OLDEST..=VERSION)) => {}
        Some(version) if *version > VERSION => return Err(SegmentError::Newer(*version)),
        _ => return Err(SegmentError::Damaged),
    }
    let word = |at: usize| -> Result<u32, SegmentError> {
        let four = bytes.get(at..at + 4).and_then(|b| b.try_into().ok());
        four.map(u32::from_le_bytes).ok_or(SegmentError::Damaged)
    };
    let (sum, before, length) = (word(3)?, word(7)?, word(11)? as usize);
    let first = u64::from(word(15)?) | u64::from(word(19)?) << 32;
    let facts = word(24)?;
    let end = HEAD.saturating_add(length);
    let body = bytes.get(7..end).ok_or(SegmentError::Damaged)?;
    if CRC.checksum(body) != sum || facts > FACTS_MAX {
        return Err(SegmentError::Damaged);
    }
    let whole = Whole {
        sum,
        before,
        first: Moment(first.cast_signed()),
        has_lines: body[16] != 0,
        facts,
        payload: body[HEAD - 7..].to_vec(),
    };
    Ok((whole, end))
}

/// Whether a text begins as segments do.
fn is_ours(text: &str) -> bool {
    let end = text.char_indices().nth(2).map_or(text.len(), |(at, _)| at);
    let head = units::unpack(&text[..end]);
    head.is_some_and(|bytes| bytes.get(..2) == Some(&MAGIC[..]))
}

/// What the head of a damaged segment says, if it can be true: when its first fact happened (since 2020), and how many there are.
pub(super) fn head_of_damaged(text: &str) -> Option<(Moment, u32)> {
    let end = text.char_indices().nth(15).map(|(at, _)| at)?;
    let bytes = units::unpack(&text[..end])?;
    let ms = i64::from_le_bytes(bytes.get(15..23)?.try_into().ok()?);
    let facts = u32::from_le_bytes(bytes.get(24..28)?.try_into().ok()?);
    let likely = (1_577_836_800_000..4_102_444_800_000).contains(&ms) && facts <= FACTS_MAX;
    likely.then_some((Moment(ms), facts))
}

/// The checksum that the head of a text says it has; of a text's first characters.
pub fn sum_in_head(text: &str) -> Option<u32> {
    let end = text.char_indices().nth(8).map(|(at, _)| at)?;
    let bytes = units::unpack(&text[..end])?;
    let is_known = bytes
        .get(2)
        .is_some_and(|version| (OLDEST..=VERSION).contains(version));
    let ours = bytes.get(..2) == Some(&MAGIC[..]) && is_known;
    let sum = bytes.get(3..7)?.try_into().ok()?;
    ours.then_some(u32::from_le_bytes(sum))
}

impl Segment {
    /// Bytes it takes in memory, more or less.
    pub(super) fn weight(&self) -> usize {
        let of_run = |run: &Run| {
            let facts = run.facts.iter();
            size_of::<Run>()
                + facts
                    .map(|fact| size_of::<Fact>() + bulk(fact))
                    .sum::<usize>()
        };
        let lines = self.lines.iter();
        self.runs.iter().map(of_run).sum::<usize>()
            + lines
                .map(|line| size_of::<String>() + line.len())
                .sum::<usize>()
    }
}

impl Whole {
    /// Reads what it holds.
    pub fn read(&self) -> Result<Segment, SegmentError> {
        let mut coder = Coder::Read(Decoder::new(&self.payload));
        code(&mut coder, None, self.facts).ok_or(SegmentError::Damaged)
    }
}

/// Reads a segment: what it holds, its own checksum, and that of the one before it.
pub fn decode(text: &str) -> Result<(Segment, u32, u32), SegmentError> {
    let whole = inspect(text)?;
    Ok((whole.read()?, whole.sum, whole.before))
}

/// Writes `segment`, or reads one of `said` facts.
fn code(coder: &mut Coder<'_>, segment: Option<&Segment>, said: u32) -> Option<Segment> {
    let (mut counts, mut numbers) = (Number::default(), Number::default());
    let mut records = Records::default();
    let mut texts = Texts::default();
    let mut out = Segment::default();
    let mut left = u64::from(said);
    let runs = counts.code(coder, segment.map_or(0, |s| s.runs.len() as u64));
    for index in 0..runs {
        let run = segment.map(|s| &s.runs[index as usize]);
        let writer = Writer(coder.raw(run.map_or(0, |r| r.writer.0), 64));
        let first = run.and_then(|r| r.facts.first()).map_or(0, |f| f.id.number);
        let first = u32::try_from(numbers.code(coder, u64::from(first))).ok()?;
        let count = counts.code(coder, run.map_or(0, |r| r.facts.len() as u64));
        left = left.checked_sub(count)?;
        // Of all runs together no more than a segment may hold.
        let mut facts: Vec<Fact> =
            Vec::with_capacity(if run.is_none() { count as usize } else { 0 });
        let mut number = first.wrapping_sub(1);
        for place in 0..count {
            let fact = run.map(|r| &r.facts[place as usize]);
            let fact = records.code(coder, writer, number, fact)?;
            number = fact.id.number;
            facts.push(fact);
            if records.bulk() > BULK_MAX {
                return None;
            }
        }
        out.runs.push(Run { writer, facts });
        if coder.is_past_end() {
            return None;
        }
    }
    let lines = counts.code(coder, segment.map_or(0, |s| s.lines.len() as u64));
    let mut weight = records.bulk();
    for index in 0..lines {
        let line = segment.map_or("", |s| &s.lines[index as usize]);
        let line = String::from_utf8(texts.code(coder, line.as_bytes())?).ok()?;
        weight += line.len() + 2 * size_of::<String>();
        if weight > BULK_MAX {
            return None;
        }
        out.lines.push(line);
    }
    (!coder.is_past_end() && (segment.is_some() || left == 0)).then_some(out)
}
