//! The items of a booked track that may be asked today.

use super::booked::Booked;
use super::due::draw;
use super::shares::Shares;
use crate::deck::item::Kind;
use crate::deck::library::{Ask, Library};
use crate::memory::State;
use crate::review::{History, Record};
use crate::time::Stamp;

/// Unseen questions kept for mock exams: this share, until so many days before the exam (tunable).
const RESERVED_SHARE: f64 = 0.2;
const RESERVED_UNTIL_DAYS: usize = 3;

/// One item that may be asked, with what it weighs in one exam.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its place in the library.
    pub(super) place: usize,
    pub(super) kind: Kind,
    /// The share of the exam's score that rests on it.
    pub(super) weight: f64,
    /// An unseen question that is kept for mock exams as yet.
    pub(super) is_reserved: bool,
    /// The learner wants to be asked this soon.
    pub(super) is_wanted: bool,
    pub(super) state: Option<State>,
    /// Whole days since its last answer, as the model counts them.
    pub(super) elapsed: usize,
}

/// What may be asked today for an exam: nothing that is set aside, and nothing that was answered today.
pub(super) fn candidates(
    library: &Library,
    history: &History,
    exam: &Booked,
    now: Stamp,
) -> Vec<Candidate> {
    let today = history.day(now);
    let shares = Shares::of(library, &exam.track);
    let candidate = |(place, ask): (usize, &Ask)| {
        let weight = shares.weight(ask);
        let record = history.of(&ask.id);
        let last = record.and_then(Record::last);
        let set_aside = record.is_some_and(|r| r.is_suspended() || r.is_buried(today));
        let answered = last.is_some_and(|last| history.day(last.at) == today);
        if weight <= 0.0 || set_aside || answered {
            return None;
        }
        let kind = ask.item.body.kind();
        let is_reserved = last.is_none()
            && kind == Kind::Choice
            && exam.left > RESERVED_UNTIL_DAYS
            && draw(&ask.id, 0) < RESERVED_SHARE;
        let is_wanted = record.is_some_and(Record::is_wanted);
        let since = last.map(|last| today.since(history.day(last.at)));
        Some(Candidate {
            place,
            kind,
            weight,
            is_reserved: is_reserved && !is_wanted,
            is_wanted,
            state: record.and_then(Record::state),
            elapsed: since.map_or(0, |days| usize::try_from(days).unwrap_or(0)),
        })
    };
    let asks = library.asks().iter().enumerate();
    asks.filter_map(candidate).collect()
}
