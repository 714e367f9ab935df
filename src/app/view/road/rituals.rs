//! The lane of reviews on the timeline: when each is held, and which were.

use super::super::super::{App, Zoom};
use crate::roadmap::{Ritual, Span};
use crate::time::{Day, Stamp};

/// Reviews of one kind, from the first to the last that the timeline shows.
#[derive(Clone, Debug, PartialEq)]
pub struct RitualRow {
    /// Which.
    pub ritual: Ritual,
    /// Each review.
    pub marks: Vec<RitualMark>,
    /// How many were held, which is due and when the next one is, for who does not see them.
    pub words: String,
}

/// A review on the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct RitualMark {
    /// Its place in days from the timeline's first: that on which the period before is whole.
    pub at: i32,
    /// How it stands.
    pub state: RitualState,
    /// What it looks back on and how it stands, in words.
    pub words: String,
}

/// How a review stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RitualState {
    /// It was held.
    Held,
    /// It is asked for now.
    Due,
    /// It was not held, or not wanted.
    Missed,
    /// Its day is to come.
    Coming,
}

impl RitualState {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Due => "due now",
            Self::Missed => "not held",
            Self::Coming => "to come",
        }
    }

    /// For the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Held => "is-done",
            Self::Due => "is-due",
            Self::Missed => "is-behind",
            Self::Coming => "is-open",
        }
    }
}

/// The kinds that can be told apart at a zoom: six years of weeks are a grey band.
fn shown(zoom: Zoom) -> &'static [Ritual] {
    match zoom {
        Zoom::All => &Ritual::ALL[2..],
        Zoom::Year => &Ritual::ALL[1..],
        Zoom::Quarter | Zoom::Week => &Ritual::ALL,
    }
}

impl App {
    /// The reviews between the timeline's first day and its last.
    pub(super) fn ritual_rows(
        &self,
        zoom: Zoom,
        (from, days): (Day, i32),
        now: Stamp,
    ) -> Vec<RitualRow> {
        let due = self.due_reviews(now);
        let rows = shown(zoom).iter().map(|ritual| {
            let ritual = *ritual;
            let mut marks = Vec::new();
            let mut period = ritual.before(ritual.period(from));
            loop {
                let at = period.to.plus(1).since(from);
                if at >= days {
                    break;
                }
                let state = self.ritual_state(ritual, period, &due, now);
                if let Some(state) = state.filter(|_| at >= 0) {
                    let words = format!(
                        "{}, {}: {}",
                        ritual.name(),
                        ritual.words(period),
                        state.words()
                    );
                    marks.push(RitualMark { at, state, words });
                }
                period = ritual.after(period);
            }
            let words = in_words(ritual, from, &marks);
            RitualRow {
                ritual,
                marks,
                words,
            }
        });
        rows.filter(|row| !row.marks.is_empty()).collect()
    }

    /// How a review stands; none where nothing had been studied yet that it could look back on.
    fn ritual_state(
        &self,
        ritual: Ritual,
        period: Span,
        due: &[(Ritual, Span)],
        now: Stamp,
    ) -> Option<RitualState> {
        let had_begun = self.history.begun().is_some_and(|day| day <= period.to);
        if period.to >= self.history.day(now) {
            Some(RitualState::Coming)
        } else if due.contains(&(ritual, period)) {
            Some(RitualState::Due)
        } else if self.road.roads.review(ritual, period).is_some() {
            Some(RitualState::Held)
        } else {
            had_begun.then_some(RitualState::Missed)
        }
    }
}

/// `Weekly assessment: 3 held, due now, the next on 30 Nov 2026`.
fn in_words(ritual: Ritual, from: Day, marks: &[RitualMark]) -> String {
    let count = |state| marks.iter().filter(|mark| mark.state == state).count();
    let mut words = format!("{}: {} held", ritual.name(), count(RitualState::Held));
    if count(RitualState::Due) > 0 {
        words += ", due now";
    }
    let mut coming = marks
        .iter()
        .filter(|mark| mark.state == RitualState::Coming);
    if let Some(next) = coming.next() {
        words += &format!(", the next on {}", from.plus(next.at).in_full());
    }
    words
}
