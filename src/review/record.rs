//! What is known of one item.

use serde::{Deserialize, Serialize};

use super::spread::{Loads, Slot, drawn, seed};
use super::{FactId, Register, Settings, Sighting};
use crate::deck::id::ItemId;
use crate::memory::{Elapsed, Grade, Scheduler, State};
use crate::time::{Day, Moment, Stamp};

/// An answer that was given and not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    /// Its fact.
    pub id: FactId,
    /// When.
    pub at: Stamp,
    /// The grade.
    pub grade: Grade,
    /// First or repeated.
    pub sighting: Sighting,
    /// Milliseconds it took.
    pub ms: u32,
    /// Where it put the item.
    pub slot: Slot,
}

impl Past {
    /// The day on which it put the item, if it was put on one; `today` is its own.
    pub(super) fn put_on(&self, today: Day) -> Option<Day> {
        self.slot.chosen().map(|days| today.plus(days))
    }
}

/// What answers are folded by.
pub(super) struct Rules<'a> {
    pub(super) scheduler: &'a Scheduler,
    pub(super) settings: &'a Settings,
    pub(super) rollover: u8,
}

/// What a run of answers left behind, so that the answers themselves need not be held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Folded {
    /// How many answers.
    pub count: u32,
    /// The memory after the last of them.
    pub state: Option<State>,
    /// How often the item was forgotten after it had been remembered.
    pub lapses: u32,
    /// The last of them.
    pub last: Option<Past>,
    /// How many came a night or more after the one before.
    pub judged: u32,
    /// What those say for the forgetting curve that is believed, see [`Scheduler::evidence`].
    pub evidence: i64,
    /// The day of the first of them, and whether it was right or remembered.
    pub first: Option<(Day, bool)>,
    /// How many were right or remembered.
    pub passed: u32,
}

impl Folded {
    fn step(&mut self, scheduler: &Scheduler, past: &Past, rollover: u8) {
        let elapsed = self.last.map_or(
            Elapsed {
                days: 0.0,
                nights: 0,
            },
            |last| Elapsed::between(last.at, past.at, rollover),
        );
        // Not remembered again while it is learned anew is the same lapse, as in Anki.
        let was_known = self.last.is_some_and(|last| last.grade.passed());
        if past.grade == Grade::Again && was_known {
            self.lapses += 1;
        }
        if let Some(state) = self.state.filter(|_| elapsed.nights > 0) {
            self.judged += 1;
            self.evidence += scheduler.evidence(state, elapsed.nights, past.grade.passed());
        }
        self.state = Some(scheduler.after(self.state, elapsed, past.grade));
        let passed = past.grade.passed();
        self.first = self.first.or(Some((past.at.day(rollover), passed)));
        self.passed += u32::from(passed);
        self.last = Some(*past);
        self.count += 1;
    }
}

/// What is known of one item.
#[derive(Clone, Debug)]
pub struct Record {
    /// Of the draws that decide between the days of an interval.
    seed: u64,
    /// Answers from long ago, which nothing takes back any more.
    settled: Folded,
    /// The answers since, in order.
    recent: Vec<Past>,
    /// All of them.
    now: Folded,
    pub(super) suspended: Register<bool>,
    pub(super) buried_until: Register<Day>,
    pub(super) flagged: Register<bool>,
    pub(super) note: Register<String>,
    pub(super) wanted: Register<()>,
}

impl Record {
    /// Nothing is known of an item.
    pub(super) fn of(item: &ItemId) -> Self {
        Self {
            seed: seed(item),
            settled: Folded::default(),
            recent: Vec::new(),
            now: Folded::default(),
            suspended: Register::default(),
            buried_until: Register::default(),
            flagged: Register::default(),
            note: Register::default(),
            wanted: Register::default(),
        }
    }

    /// How many answers stand.
    pub fn count(&self) -> usize {
        self.now.count as usize
    }

    /// The last answers that stand, in order: at least those of the last days.
    pub fn recent(&self) -> &[Past] {
        &self.recent
    }

    /// The last answer.
    pub fn last(&self) -> Option<&Past> {
        self.now.last.as_ref()
    }

    /// The memory after the last answer; `None` if it was never answered.
    pub fn state(&self) -> Option<State> {
        self.now.state
    }

    /// How often it was forgotten after it had been remembered. While it is learned anew that counts once.
    pub fn lapses(&self) -> u32 {
        self.now.lapses
    }

    /// Answers that came a night or more after the one before, and what they say for the forgetting curve that is believed.
    pub fn evidence(&self) -> (u32, i64) {
        (self.now.judged, self.now.evidence)
    }

    /// Not to be asked at all.
    pub fn is_suspended(&self) -> bool {
        self.suspended.get().copied().unwrap_or(false)
    }

    /// Not to be asked on this day.
    pub fn is_buried(&self, today: Day) -> bool {
        self.buried_until.get().is_some_and(|until| today < *until)
    }

    /// Marked to come back to.
    pub fn is_flagged(&self) -> bool {
        self.flagged.get().copied().unwrap_or(false)
    }

    /// The learner's note.
    pub fn note(&self) -> Option<&str> {
        self.note
            .get()
            .map(String::as_str)
            .filter(|n| !n.is_empty())
    }

    /// Adds an answer at its place in time.
    pub(super) fn add(&mut self, rules: &Rules<'_>, past: Past) {
        let place = self
            .recent
            .partition_point(|p| (p.at.at, p.id) <= (past.at.at, past.id));
        let is_last = place == self.recent.len();
        self.recent.insert(place, past);
        if is_last {
            self.step(rules, place);
        } else {
            self.refold(rules);
        }
    }

    /// Takes an answer back; whether it was here.
    pub(super) fn take_back(&mut self, rules: &Rules<'_>, id: FactId) -> bool {
        let Some(place) = self.recent.iter().position(|p| p.id == id) else {
            return false;
        };
        self.recent.remove(place);
        self.refold(rules);
        true
    }

    /// Works everything out again from what is settled, but for the days on which answers put the item.
    pub(super) fn refold(&mut self, rules: &Rules<'_>) {
        self.now = self.settled;
        for place in 0..self.recent.len() {
            self.step(rules, place);
        }
    }

    fn step(&mut self, rules: &Rules<'_>, place: usize) {
        let past = &mut self.recent[place];
        self.now.step(rules.scheduler, past, rules.rollover);
        if let Some(state) = self.now.state {
            let retention = rules.settings.spreading(past.at.at, past.id).retention;
            past.slot = Slot::of(rules.scheduler, retention, past.grade, state);
        }
        self.now.last = Some(*past);
    }

    /// Puts the item on a day by one of the recent answers, given what else is there on each day. The day on which the answer
    /// before put it no longer counts.
    pub(super) fn put(&mut self, rules: &Rules<'_>, place: usize, loads: &mut Loads) {
        let before = match place.checked_sub(1) {
            Some(before) => self.recent.get(before),
            None => self.settled.last.as_ref(),
        };
        let mut put_on = before.and_then(|past| past.put_on(past.at.day(rules.rollover)));
        let answers = self.settled.count as usize + place + 1;
        let is_last = place + 1 == self.recent.len();
        let Some(past) = self.recent.get_mut(place) else {
            return;
        };
        let today = past.at.day(rules.rollover);
        if let Some(day) = put_on.take() {
            loads.take(day);
        }
        if past.slot.is_open() {
            let by = rules.settings.spreading(past.at.at, past.id);
            let draw = drawn(self.seed, answers);
            past.slot.choose(today, draw, loads, &by);
        }
        loads.follow(&mut put_on, past.put_on(today));
        if is_last {
            self.now.last = Some(*past);
        }
    }

    /// Settles the answers before `horizon`, handing each on.
    pub(super) fn settle(
        &mut self,
        scheduler: &Scheduler,
        horizon: Moment,
        rollover: u8,
        mut each: impl FnMut(&Past),
    ) {
        let old = self.recent.partition_point(|p| p.at.at < horizon);
        let is_all = old == self.recent.len();
        for past in self.recent.drain(..old) {
            if !is_all {
                self.settled.step(scheduler, &past, rollover);
            }
            each(&past);
        }
        if is_all {
            self.settled = self.now;
            self.recent = Vec::new();
        }
    }

    /// Whether some answers are settled, so that not everything can be worked out again from here.
    pub(super) fn has_settled(&self) -> bool {
        self.settled.count > 0
    }

    /// Whether it was ever suspended, buried, flagged, noted on or wanted soon.
    pub(super) fn has_marks(&self) -> bool {
        !(self.suspended.writes().is_empty()
            && self.buried_until.writes().is_empty()
            && self.flagged.writes().is_empty()
            && self.note.writes().is_empty()
            && self.wanted.writes().is_empty())
    }

    /// The day of the first answer, and whether it was right or remembered.
    pub fn first(&self) -> Option<(Day, bool)> {
        self.now.first
    }

    /// How many answers were right or remembered.
    pub fn passed(&self) -> u32 {
        self.now.passed
    }

    /// Whether the learner wanted to be asked this soon, and was not asked since.
    pub fn is_wanted(&self) -> bool {
        let wanted = self.wanted.writes().last().map(|(at, ..)| at.at);
        let answered = self.last().map(|last| last.at.at);
        wanted.is_some_and(|at| answered.is_none_or(|last| last <= at))
    }

    /// The settled part.
    pub fn settled(&self) -> &Folded {
        &self.settled
    }

    /// Puts back what [`Record::settled`] and [`Record::recent`] gave.
    pub(super) fn restore(
        &mut self,
        scheduler: &Scheduler,
        settled: Folded,
        recent: Vec<Past>,
        rollover: u8,
    ) {
        self.settled = settled;
        self.recent = recent;
        self.now = settled;
        for past in &self.recent {
            self.now.step(scheduler, past, rollover);
        }
    }
}
