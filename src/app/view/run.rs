//! A run of a drill on the study screen: where it stands, and what came of it.

use super::super::drills::skill_of;
use super::super::{App, Practice, Practised, RUN};
use super::drills::{LEVELS, dot, middle};
use crate::deck::id::ItemId;
use crate::deck::item::Level;
use crate::deck::library::Ask;
use crate::drill::Type;
use crate::time::Stamp;

/// How a run stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunView {
    /// The question at hand, from 1.
    pub place: usize,
    /// Questions of a run.
    pub of: usize,
    /// Right answers so far.
    pub right: usize,
    /// When the question was shown, in milliseconds.
    pub since: i64,
    /// When its answer was shown, if it is.
    pub until: Option<i64>,
    /// Seconds that somebody who would just pass needs.
    pub seconds: u16,
}

/// The end of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct RunSummary {
    /// What was practised.
    pub name: String,
    /// Its type.
    pub drill: &'static str,
    /// Right answers.
    pub right: usize,
    /// Those of them that took no longer than they should.
    pub in_time: usize,
    /// Questions.
    pub of: usize,
    /// The median of the seconds they took.
    pub seconds: u32,
    /// Seconds that somebody who would just pass needs.
    pub allowed: u16,
    /// Each answer: seconds, and whether it was right.
    pub dots: Vec<(f64, bool)>,
    /// What to do next, in a sentence.
    pub advice: String,
    /// The level to go on with, if another one is wiser: its word and its item.
    pub next: Option<(&'static str, ItemId)>,
}

impl App {
    /// What is practised, as shown: `Subnets, medium`.
    pub(super) fn practised_name(&self, practice: &Practice) -> Option<String> {
        let (of, level) = skill_of(self.library.ask(&practice.item)?)?;
        Some(format!("{}, {}", of.name, level.word()))
    }

    /// How the run stands that is open.
    pub(super) fn run_view(&self, since: Stamp, until: Option<Stamp>) -> Option<RunView> {
        let practice = self.session.as_ref()?.practice.as_ref()?;
        let (of, level) = skill_of(self.library.ask(&practice.item)?)?;
        Some(RunView {
            place: practice.run.len() + 1,
            of: RUN,
            right: practice.run.iter().filter(|answer| answer.is_right).count(),
            since: since.at.0,
            until: until.map(|until| until.at.0),
            seconds: of.seconds[level as usize],
        })
    }

    /// The end of a run.
    pub(super) fn run_summary(&self, practice: &Practice, now: Stamp) -> Option<RunSummary> {
        let (of, level) = skill_of(self.library.ask(&practice.item)?)?;
        let allowed = of.seconds[level as usize];
        let run = &practice.run;
        let is_right = |answer: &&Practised| answer.is_right;
        let in_time =
            |answer: &&Practised| answer.is_right && answer.ms <= u32::from(allowed) * 1_000;
        let right = run.iter().filter(is_right).count();
        let in_time = run.iter().filter(in_time).count();
        let (step, advice) = advice(right, in_time, run.len());
        let next = (level as usize).checked_add_signed(step);
        let next = next.and_then(|at| Some((*LEVELS.get(at)?, of)));
        let next = next.filter(|_| step != 0).and_then(|(level, of)| {
            let items = self.skill_at(of, level);
            Some((level.word(), self.practised_as(&items, now)?.id.clone()))
        });
        Some(RunSummary {
            name: self.practised_name(practice)?,
            drill: of.id,
            right,
            in_time,
            of: run.len(),
            seconds: middle(run.iter().map(|answer| answer.ms)),
            allowed,
            dots: run.iter().map(|a| dot(a.ms, a.is_right)).collect(),
            advice: advice.to_owned(),
            next,
        })
    }

    fn skill_at(&self, of: &Type, level: Level) -> Vec<&Ask> {
        let asks = self.library.asks().iter();
        let fits =
            |ask: &&Ask| skill_of(ask).is_some_and(|(other, at)| *other == *of && at == level);
        asks.filter(fits).collect()
    }
}

/// What the learner should do after a run, and how many levels up that is (tunable).
fn advice(right: usize, in_time: usize, of: usize) -> (isize, &'static str) {
    match (right * 10, in_time * 10) {
        (right, in_time) if right >= of * 9 && in_time >= of * 7 => {
            (1, "This level holds, and in time: go on to the next one.")
        }
        (right, _) if right >= of * 8 => (0, "You know how. What is left is speed: another ten."),
        (right, _) if right >= of * 5 => (
            0,
            "Read the working of the ones you missed once more, then another ten.",
        ),
        _ => (
            -1,
            "Too much at once: the level below shows the steps one by one.",
        ),
    }
}
