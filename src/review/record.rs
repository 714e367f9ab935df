//! What is known of one item.

use serde::{Deserialize, Serialize};

use super::{FactId, Register, Sighting};
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
        self.last = Some(*past);
        self.count += 1;
    }
}

/// What is known of one item.
#[derive(Clone, Debug, Default)]
pub struct Record {
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
}

impl Record {
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
    pub(super) fn add(&mut self, scheduler: &Scheduler, past: Past, rollover: u8) {
        let place = self
            .recent
            .partition_point(|p| (p.at.at, p.id) <= (past.at.at, past.id));
        let is_last = place == self.recent.len();
        self.recent.insert(place, past);
        if is_last {
            self.now.step(scheduler, &past, rollover);
        } else {
            self.refold(scheduler, rollover);
        }
    }

    /// Takes an answer back; whether it was here.
    pub(super) fn take_back(&mut self, scheduler: &Scheduler, id: FactId, rollover: u8) -> bool {
        let Some(place) = self.recent.iter().position(|p| p.id == id) else {
            return false;
        };
        self.recent.remove(place);
        self.refold(scheduler, rollover);
        true
    }

    /// Works everything out again from what is settled.
    pub(super) fn refold(&mut self, scheduler: &Scheduler, rollover: u8) {
        self.now = self.settled;
        for past in &self.recent {
            self.now.step(scheduler, past, rollover);
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
        for past in self.recent.drain(..old) {
            self.settled.step(scheduler, &past, rollover);
            each(&past);
        }
        if self.recent.is_empty() {
            self.settled = self.now;
            self.recent = Vec::new();
        }
    }

    /// Whether some answers are settled, so that not everything can be worked out again from here.
    pub(super) fn has_settled(&self) -> bool {
        self.settled.count > 0
    }

    /// Whether it was ever suspended, buried, flagged or noted on.
    pub(super) fn has_marks(&self) -> bool {
        !(self.suspended.writes().is_empty()
            && self.buried_until.writes().is_empty()
            && self.flagged.writes().is_empty()
            && self.note.writes().is_empty())
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
        self.refold(scheduler, rollover);
    }
}
