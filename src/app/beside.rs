//! Work done beside the page, in a worker: what it is given, what it tells, and how it reads the log.
//!
//! The page hands over the texts of both copies of the log, which it need not look into, and hears only what came of them.

use serde::{Deserialize, Serialize};

use super::statistics::{Count, CountReport, CountStep};
use super::training::{Held, Report, learn};
use crate::memory::Scheduler;
use crate::review::{Answers, Writer};
use crate::statistics::Replayed;
use crate::store::{Copy, Journal, MemorySlots, SlotError, Sound};

/// What a worker is to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Work {
    /// Train memory parameters on the log.
    Train(Held),
    /// Count what the answers add up to.
    Count(Box<Count>),
}

/// What a worker tells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Told {
    /// Of a training.
    Training(Report),
    /// Of statistics.
    Counting(CountReport),
    /// What it was given says nothing to it.
    NotUnderstood,
}

/// The texts of the log: a picture of local storage, and of the second copy where there is one.
pub type LogTexts = (MemorySlots, Option<Copy>);

/// Who works beside the page. What was replayed for statistics is kept, so that another scope or period is counted at once.
#[derive(Debug, Default)]
pub struct Clerk {
    replayed: Option<Replayed>,
}

impl Clerk {
    /// Does a piece of work; `tell` hears of each step as it begins, and of what came of it.
    pub fn work(&mut self, work: &Work, log: LogTexts, mut tell: impl FnMut(Told)) {
        match work {
            Work::Train(held) => {
                let report = learn(log, held, |report| tell(Told::Training(report)));
                tell(Told::Training(report));
            }
            Work::Count(count) => {
                let report = self.count(count, log, |step| {
                    tell(Told::Counting(CountReport::At(step)));
                });
                tell(Told::Counting(report));
            }
        }
    }

    fn count(
        &mut self,
        count: &Count,
        log: LogTexts,
        mut tell: impl FnMut(CountStep),
    ) -> CountReport {
        if let Some(basis) = &count.basis {
            tell(CountStep::Reading);
            let answers = match answers_of(log) {
                Ok(answers) => answers,
                Err(error) => return CountReport::Failed(error.to_string()),
            };
            tell(CountStep::Replaying);
            let scheduler = match Scheduler::new(&basis.parameters) {
                Ok(scheduler) => scheduler,
                Err(error) => return CountReport::Failed(error.to_string()),
            };
            let (courses, table) = (answers.courses(), &basis.table);
            let replayed = Replayed::of(&courses, table, &scheduler, basis.rollover);
            self.replayed = Some(replayed);
        }
        tell(CountStep::Counting);
        match &self.replayed {
            Some(replayed) => {
                let figures = replayed.figures(&count.scope, count.period);
                CountReport::Done(Box::new(figures))
            }
            None => CountReport::Failed("the log was not read".to_owned()),
        }
    }
}

/// The answers of all that can be read. What is damaged was told at the start, and the rest can be worked with.
pub(super) fn answers_of((first, second): LogTexts) -> Result<Answers, SlotError> {
    let mut journal = Journal::new(first, Writer(0));
    let scan = journal.scan(second, &Sound::new())?;
    let mut answers = Answers::default();
    for part in scan.parts {
        if let Ok((facts, _)) = part.read() {
            answers.add(&facts);
        }
    }
    Ok(answers)
}
