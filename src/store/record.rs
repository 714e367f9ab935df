//! One fact after another, in the coder's terms. Both directions run through the same code, so they cannot disagree.
//!
//! Each record is told by what usually changes: the number by one, the time by some seconds, the item by its place in the
//! segment's own dictionary. What a version cannot read it cannot have been given: newer facts arrive as whole lines.

use rustc_hash::FxHashMap;

use super::given::Givens;
use super::model::{Coder, Number, Symbol, Texts};
use super::range::Bit;
use crate::deck::id::{ItemId, TrackId};
use crate::review::{Answer, Fact, FactId, Grade, Sighting, What, Writer};
use crate::time::{Day, Stamp};

/// What has been learned about the facts of a segment so far.
#[derive(Default)]
pub(super) struct Records {
    kind: Symbol<5>,
    skipped: Number,
    seconds: Number,
    odd_ms: Bit,
    same_offset: Bit,
    offset: Number,
    dictionary: Dictionary,
    first: [Bit; 2],
    grades: [Symbol<2>; 10],
    taken: Number,
    odd_taken: Bit,
    corrected: Bit,
    givens: Givens,
    day: Number,
    flag: Bit,
    number: Number,
    writer_same: Bit,
    text: Texts,
    bulk: usize,
    at: Stamp0,
}

/// The stamp before this one.
struct Stamp0(i64, i16);

impl Default for Stamp0 {
    fn default() -> Self {
        // 2026-01-01: the first time in a segment is told from here.
        Self(1_767_225_600_000, 0)
    }
}

/// Items met in a segment, in the order of their first appearance.
#[derive(Default)]
struct Dictionary {
    items: Vec<ItemId>,
    places: FxHashMap<ItemId, usize>,
    grades: Vec<u8>,
    /// Bytes of their names.
    bytes: usize,
    new: Bit,
    prefix: Number,
    text: Texts,
}

impl Dictionary {
    /// Codes an item; gives its place. `None` where what was read names no item.
    fn code(&mut self, coder: &mut Coder<'_>, item: Option<&ItemId>) -> Option<usize> {
        let known = item.and_then(|item| self.places.get(item).copied());
        let new = coder.bit(&mut self.new, known.is_none());
        if !new {
            let bits = usize::BITS - self.items.len().saturating_sub(1).leading_zeros();
            let place = coder.raw(known.unwrap_or(0) as u64, bits) as usize;
            return (place < self.items.len()).then_some(place);
        }
        // A new name is told by what it shares with the name before it.
        let before = self
            .items
            .last()
            .map_or("", ItemId::as_str)
            .as_bytes()
            .to_vec();
        let name = item.map_or("", ItemId::as_str).as_bytes();
        let shared = before.iter().zip(name).take_while(|(a, b)| a == b).count();
        let shared = self.prefix.code(coder, shared as u64) as usize;
        let mut whole = before.get(..shared)?.to_vec();
        whole.extend(self.text.code(coder, name.get(shared..).unwrap_or(&[]))?);
        let item = ItemId::parse(&String::from_utf8(whole).ok()?)?;
        self.places.insert(item.clone(), self.items.len());
        self.items.push(item.clone());
        self.grades.push(0);
        self.bytes += item.as_str().len();
        Some(self.items.len() - 1)
    }
}

/// The kind of facts that have no model of their own.
const RARE: usize = 7;

/// How a kind of fact is numbered in a segment.
fn kind_of(what: &What) -> usize {
    match what {
        What::Answered(_) => 0,
        What::Undone(_) => 1,
        What::Suspended(_) => 2,
        What::Resumed(_) => 3,
        What::Buried(..) => 4,
        What::Flagged(..) => 5,
        What::Noted(..) => 6,
        What::DeckSaved(..) => 8,
        What::DeckRemoved(_) => 9,
        What::Set(_)
        | What::Booked(..)
        | What::DayOff(..)
        | What::Trained(_)
        | What::Sat(_)
        | What::Sitting(..)
        | What::Wanted(_)
        | What::Took(..)
        | What::ItemEdited(..)
        | What::Road(_) => RARE,
    }
}

impl Records {
    /// Codes the next fact of `writer`, whose last number is `number`. When reading, `fact` is `None`, and so is the
    /// result where the bytes are not what was written.
    pub(super) fn code(
        &mut self,
        coder: &mut Coder<'_>,
        writer: Writer,
        number: u32,
        fact: Option<&Fact>,
    ) -> Option<Fact> {
        let step = fact.map_or(0, |f| f.id.number.wrapping_sub(number).wrapping_sub(1));
        let step = self.skipped.code(coder, u64::from(step));
        let number = number
            .wrapping_add(u32::try_from(step).ok()?)
            .wrapping_add(1);
        let at = self.stamp(coder, fact.map(|f| f.at));
        let what = self.what(coder, writer, fact.map(|f| &f.what))?;
        (!coder.is_past_end()).then_some(Fact {
            id: FactId { writer, number },
            at,
            what,
        })
    }

    fn stamp(&mut self, coder: &mut Coder<'_>, at: Option<Stamp>) -> Stamp {
        let at = at.unwrap_or(Stamp::new(0, 0));
        let base = self.at.0;
        let delta = at.at.0.wrapping_sub(base);
        let seconds = self.seconds.code_signed(coder, delta.div_euclid(1_000));
        let rest = delta.rem_euclid(1_000);
        let odd = coder.bit(&mut self.odd_ms, rest != 0);
        let rest = if odd {
            coder.raw(rest.cast_unsigned(), 10).cast_signed()
        } else {
            0
        };
        let ms = base
            .wrapping_add(seconds.wrapping_mul(1_000))
            .wrapping_add(rest);
        let changed = coder.bit(&mut self.same_offset, at.offset_minutes != self.at.1);
        if changed {
            self.at.1 = self.offset.code_signed(coder, i64::from(at.offset_minutes)) as i16;
        }
        self.at.0 = ms;
        Stamp::new(ms, self.at.1)
    }

    fn what(&mut self, coder: &mut Coder<'_>, writer: Writer, what: Option<&What>) -> Option<What> {
        let kind = self.kind.code(coder, what.map_or(0, kind_of));
        Some(match kind {
            0 => {
                let answer = match what {
                    Some(What::Answered(answer)) => Some(answer),
                    _ => None,
                };
                What::Answered(self.answer(coder, answer)?)
            }
            1 => {
                let id = match what {
                    Some(What::Undone(id)) => *id,
                    _ => FactId { writer, number: 0 },
                };
                What::Undone(self.fact_id(coder, writer, id)?)
            }
            2..=6 => self.about_item(coder, kind, what)?,
            RARE => self.rare(coder, what)?,
            8 | 9 => {
                let (id, text) = match what {
                    Some(What::DeckSaved(id, text)) => (id.as_str(), text.as_str()),
                    Some(What::DeckRemoved(id)) => (id.as_str(), ""),
                    _ => ("", ""),
                };
                let id = TrackId::new(&self.string(coder, id)?).ok()?;
                if kind == 8 {
                    What::DeckSaved(id, self.string(coder, text)?)
                } else {
                    What::DeckRemoved(id)
                }
            }
            _ => return None,
        })
    }

    fn string(&mut self, coder: &mut Coder<'_>, text: &str) -> Option<String> {
        let text = String::from_utf8(self.text.code(coder, text.as_bytes())?).ok()?;
        self.bulk += text.len();
        Some(text)
    }

    /// Bytes of all texts and lists so far, and of the items' names.
    pub(super) fn bulk(&self) -> usize {
        self.bulk + self.dictionary.bytes
    }

    fn fact_id(&mut self, coder: &mut Coder<'_>, writer: Writer, id: FactId) -> Option<FactId> {
        let other = coder.bit(&mut self.writer_same, id.writer != writer);
        let writer = if other {
            Writer(coder.raw(id.writer.0, 64))
        } else {
            writer
        };
        let number = self.number.code(coder, u64::from(id.number));
        Some(FactId {
            writer,
            number: u32::try_from(number).ok()?,
        })
    }

    fn about_item(
        &mut self,
        coder: &mut Coder<'_>,
        kind: usize,
        what: Option<&What>,
    ) -> Option<What> {
        let item = match what {
            Some(
                What::Suspended(item)
                | What::Resumed(item)
                | What::Buried(item, _)
                | What::Flagged(item, _)
                | What::Noted(item, _),
            ) => Some(item),
            _ => None,
        };
        let place = self.dictionary.code(coder, item)?;
        let item = self.dictionary.items[place].clone();
        Some(match kind {
            2 => What::Suspended(item),
            3 => What::Resumed(item),
            4 => {
                let day = if let Some(What::Buried(_, day)) = what {
                    day.0
                } else {
                    0
                };
                let day = self.day.code_signed(coder, i64::from(day));
                What::Buried(item, Day(i32::try_from(day).ok()?))
            }
            5 => {
                let flag = matches!(what, Some(What::Flagged(_, true)));
                What::Flagged(item, coder.bit(&mut self.flag, flag))
            }
            _ => {
                let text = if let Some(What::Noted(_, text)) = what {
                    text.as_str()
                } else {
                    ""
                };
                What::Noted(item, self.string(coder, text)?)
            }
        })
    }

    /// Facts that are so rare that they need no model of their own: as postcard writes them. A new one comes last in [`What`], and
    /// with a new version of segments.
    fn rare(&mut self, coder: &mut Coder<'_>, what: Option<&What>) -> Option<What> {
        // Plain data of known lengths: postcard refuses none of it.
        let bytes = what.map(|what| postcard::to_allocvec(what).unwrap_or_default());
        let bytes = self.text.code(coder, &bytes.unwrap_or_default())?;
        self.bulk += bytes.len();
        let what = postcard::from_bytes(&bytes).ok()?;
        (kind_of(&what) == RARE).then_some(what)
    }

    fn answer(&mut self, coder: &mut Coder<'_>, answer: Option<&Answer>) -> Option<Answer> {
        let before = self.dictionary.items.len();
        let place = self.dictionary.code(coder, answer.map(|a| &a.item))?;
        let met_here = place < before;
        let first = answer.is_some_and(|a| a.sighting == Sighting::First);
        let first = coder.bit(&mut self.first[usize::from(met_here)], first);
        // How an item was graded last tells much about how it is graded now.
        let last = usize::from(self.dictionary.grades[place]);
        let grade = answer.map_or(0, |a| usize::from(a.grade.number() - 1));
        let grade = self.grades[last * 2 + usize::from(first)].code(coder, grade);
        self.dictionary.grades[place] = grade as u8 + 1;
        let ms = answer.map_or(0, |a| a.ms);
        let tenths = self.taken.code(coder, u64::from(ms / 100));
        let odd = coder.bit(&mut self.odd_taken, !ms.is_multiple_of(100));
        let rest = if odd {
            coder.raw(u64::from(ms % 100), 7)
        } else {
            0
        };
        let ms = u32::try_from(tenths.checked_mul(100)?.checked_add(rest)?).ok()?;
        let corrected = coder.bit(&mut self.corrected, answer.is_some_and(|a| a.corrected));
        let (texts, bulk) = (&mut self.text, &mut self.bulk);
        let given = answer.and_then(|a| a.given.as_ref());
        let given = self.givens.code(coder, texts, bulk, given)?;
        Some(Answer {
            item: self.dictionary.items[place].clone(),
            grade: Grade::of(grade as u8 + 1)?,
            given,
            ms,
            sighting: if first {
                Sighting::First
            } else {
                Sighting::Repeated
            },
            corrected,
        })
    }
}
