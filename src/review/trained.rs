//! Memory parameters of the learner's own: which hold, which held before, and how much has come since.

use super::{FactId, History};
use crate::memory::Parameters;
use crate::time::{Day, Stamp};

/// Parameters of the learner's own that held until a fact replaced them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrainedBefore {
    /// When they were taken up.
    pub at: Stamp,
    /// The fact that replaced them: with it taken back they hold again.
    pub until: FactId,
}

impl History {
    /// When the parameters that hold were taken up; `None` where the published ones hold.
    pub fn trained(&self) -> Option<Stamp> {
        let (at, _, parameters) = self.trained.writes().last()?;
        self.is_in_use(parameters.as_ref()?).then_some(*at)
    }

    /// The learner's own parameters that held before those that hold.
    pub fn trained_before(&self) -> Option<TrainedBefore> {
        let [.., (at, _, before), (_, until, _)] = self.trained.writes() else {
            return None;
        };
        let before = before.as_ref()?;
        (before.check().is_ok() && !self.is_in_use(before)).then_some(TrainedBefore {
            at: *at,
            until: *until,
        })
    }

    /// When parameters were taken up last that had been trained, whether they hold still or not.
    pub fn last_training(&self) -> Option<Stamp> {
        let mut writes = self.trained.writes().iter().rev();
        let (at, _, _) = writes.find(|(_, _, parameters)| parameters.is_some())?;
        Some(*at)
    }

    fn is_in_use(&self, parameters: &Parameters) -> bool {
        self.scheduler().parameters() == parameters
    }

    /// Answers that stand, of the days after `day`.
    pub fn answers_after(&self, day: Day) -> usize {
        let settled = self.days.range(day.plus(1)..).flat_map(|(_, of)| of);
        let settled: usize = settled.map(|(_, tally)| tally.answers as usize).sum();
        let recent = self.unsettled().flat_map(|(_, record)| record.recent());
        settled + recent.filter(|past| self.day(past.at) > day).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::id::ItemId;
    use crate::memory::{Grade, Scheduler};
    use crate::review::{Answer, Fact, Sighting, What, Writer};
    use crate::time::{DAY_MS, Moment};

    /// 2026-11-21 18:00 in Berlin.
    const EVENING: i64 = 1_795_280_400_000;

    fn fact(number: u32, days: i64, what: What) -> Fact {
        let writer = Writer(1);
        Fact {
            id: FactId { writer, number },
            at: Stamp::new(EVENING + days * DAY_MS, 60),
            what,
        }
    }

    fn own(first: f32) -> What {
        let mut weights = Parameters::default().weights().to_vec();
        weights[0] = first;
        What::Trained(Some(Parameters::fsrs6(&weights).expect("in range")))
    }

    fn answer(number: u32, days: i64) -> Fact {
        let answer = Answer {
            item: ItemId::parse("t/a").expect("an id"),
            grade: Grade::Good,
            given: None,
            ms: 9_000,
            sighting: Sighting::Repeated,
            corrected: false,
        };
        fact(number, days, What::Answered(answer))
    }

    fn day(days: i64) -> Day {
        Stamp::new(EVENING + days * DAY_MS, 60).day(4)
    }

    #[test]
    fn what_held_before_holds_again_when_the_change_is_taken_back() {
        let mut history = History::new(Scheduler::default());
        assert_eq!((history.trained(), history.trained_before()), (None, None));
        history.apply(&fact(1, 0, own(0.3)));
        assert_eq!(history.trained(), Some(fact(1, 0, What::Trained(None)).at));
        assert_eq!(history.trained_before(), None, "those were the published");
        history.apply(&fact(2, 9, own(0.4)));
        let before = history.trained_before().expect("the first ones");
        assert_eq!(before.at.day(4), day(0));
        history.apply(&fact(3, 10, What::Undone(before.until)));
        assert_eq!(history.trained().map(|at| at.day(4)), Some(day(0)));
        history.apply(&fact(4, 11, What::Trained(None)));
        assert_eq!(history.trained(), None);
        assert_eq!(history.trained_before().map(|b| b.at.day(4)), Some(day(0)));
        assert_eq!(history.last_training().map(|at| at.day(4)), Some(day(0)));
    }

    #[test]
    fn answers_are_counted_by_their_days_settled_or_not() {
        let mut history = History::new(Scheduler::default());
        let facts: Vec<Fact> = (0..10).map(|n| answer(n + 1, i64::from(n))).collect();
        history.extend(&facts);
        assert_eq!(history.answers_after(day(3)), 6);
        history.settle(Moment(EVENING + 6 * DAY_MS));
        assert_eq!(history.answers_after(day(3)), 6);
        assert_eq!(history.answers_after(day(-1)), 10);
    }
}
