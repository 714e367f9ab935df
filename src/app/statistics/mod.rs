//! Statistics in the program: what is wanted, what is being counted beside the page, and what was found.

mod count;
mod query;

use super::content::Arrival;
use super::{App, Effect, Errand, Route};
use crate::memory::Parameters;
use crate::statistics::{Figures, Period, Scope, Table};
use crate::time::{Day, Stamp};

pub use count::{Count, CountBasis, CountReport, CountStep};
pub use query::{Ahead, StatisticsQuery, Window};

/// What happens on the statistics screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Counting {
    /// The worker tells how far it is, or what came of it.
    Told(CountReport),
    /// The counting of this number was begun a second ago.
    Slow(u32),
    /// What failed shall be tried again.
    Retried,
    /// The numbers of this chapter are wanted as a file.
    SheetWanted(super::view::statistics::Chapter),
}

/// How it stands with counting.
#[derive(Debug, Default)]
pub(super) struct CountState {
    /// What is being counted.
    asked: Option<Asked>,
    /// How many countings were begun.
    begun: u32,
    /// What was found last.
    found: Option<Found>,
    /// The log that the worker has read.
    read: Option<LogBasis>,
    /// Why the last counting failed.
    failed: Option<String>,
}

#[derive(Debug)]
struct Asked {
    basis: Basis,
    query: StatisticsQuery,
    step: CountStep,
    is_slow: bool,
}

/// Figures, and what they are of.
#[derive(Debug)]
pub(super) struct Found {
    basis: Basis,
    query: StatisticsQuery,
    /// How many countings had been begun when they came.
    pub(super) number: u32,
    /// The figures.
    pub(super) figures: Figures,
}

/// What figures rest on.
#[derive(Clone, Debug, PartialEq)]
struct Basis {
    log: LogBasis,
    scope: Scope,
    period: Period,
}

#[derive(Clone, Debug, PartialEq)]
struct LogBasis {
    facts: usize,
    parameters: Parameters,
    rollover: u8,
    /// How many items are here: kinds and domains are theirs.
    items: usize,
}

impl Found {
    /// What they are of: what is wanted now if they are what that is, else what was wanted when they were counted; and whether they are.
    pub(super) fn query<'a>(
        &'a self,
        now: &'a StatisticsQuery,
        today: Day,
    ) -> (&'a StatisticsQuery, bool) {
        let is_of = self.basis.scope == now.scope() && self.basis.period == now.span.period(today);
        (if is_of { now } else { &self.query }, is_of)
    }
}

impl App {
    pub(super) fn counting(&mut self, event: Counting, now: Stamp) -> Vec<Effect> {
        match event {
            Counting::Told(report) => self.count_told(report),
            Counting::Slow(number) => {
                if let Some(asked) = &mut self.counts.asked {
                    asked.is_slow |= self.counts.begun == number;
                }
            }
            Counting::Retried => self.counts.failed = None,
            Counting::SheetWanted(chapter) => {
                let sheet = self.sheet_of(chapter, now);
                return sheet
                    .map(|(name, text)| Errand::SaveText(name, text).into())
                    .into_iter()
                    .collect();
            }
        }
        Vec::new()
    }

    fn count_told(&mut self, report: CountReport) {
        // Who left the screen has stopped it.
        let Some(mut asked) = self.counts.asked.take() else {
            return;
        };
        match report {
            CountReport::At(step) => {
                asked.step = step;
                self.counts.asked = Some(asked);
            }
            CountReport::Done(figures) => {
                self.counts.read = Some(asked.basis.log.clone());
                self.counts.found = Some(Found {
                    basis: asked.basis,
                    query: asked.query,
                    number: self.counts.begun,
                    figures: *figures,
                });
            }
            CountReport::Failed(words) => {
                // The next one begins with a new worker.
                self.counts.read = None;
                self.counts.failed = Some(words);
            }
        }
    }

    /// Another screen is shown: nobody waits for figures, and the worker's memory is wanted back.
    pub(super) fn leave_statistics(&mut self) -> Option<Effect> {
        let counts = &mut self.counts;
        let works = counts.asked.is_some() || counts.read.is_some();
        (counts.asked, counts.read, counts.failed) = (None, None, None);
        works.then(|| Errand::StopCounting.into())
    }

    /// Asks for the figures that the screen shows, unless they are there, or on their way, or items that are on their way have a part in
    /// them.
    pub(super) fn refresh_statistics(&mut self, now: Stamp) -> Option<Effect> {
        let Route::Statistics(query) = &self.route else {
            return self.leave_statistics();
        };
        let basis = Basis {
            log: LogBasis {
                facts: self.history.ids().len(),
                parameters: self.history.scheduler().parameters().clone(),
                rollover: self.history.rollover_hour(),
                items: self.library.asks().len(),
            },
            scope: query.scope(),
            period: query.span.period(self.history.day(now)),
        };
        let counts = &self.counts;
        let is_here = counts.found.as_ref().is_some_and(|f| f.basis == basis);
        let waits = counts.asked.is_some() || counts.failed.is_some();
        if is_here || waits || self.history.answer_count() == 0 || self.are_items_coming() {
            return None;
        }
        let is_read = counts.read.as_ref() == Some(&basis.log);
        let count = Count {
            basis: (!is_read).then(|| CountBasis {
                parameters: basis.log.parameters.clone(),
                rollover: basis.log.rollover,
                table: self.table(),
            }),
            scope: basis.scope.clone(),
            period: basis.period,
        };
        let query = query.clone();
        self.counts.begun += 1;
        self.counts.asked = Some(Asked {
            basis,
            query,
            step: CountStep::Reading,
            is_slow: false,
        });
        Some(Errand::Count(self.counts.begun, Box::new(count)).into())
    }

    fn are_items_coming(&self) -> bool {
        let mut packs = self.content.packs.values();
        self.content.index == Arrival::Fetching
            || packs.any(|pack| pack.arrival == Arrival::Fetching)
    }

    /// What the worker cannot know of the items that were answered.
    fn table(&self) -> Table {
        let answered = |id: &_| self.history.of(id).is_some_and(|record| record.count() > 0);
        Table::of(&self.library, answered)
    }

    /// What was found last, of whatever scope and period.
    pub(super) fn found(&self) -> Option<&Found> {
        self.counts.found.as_ref()
    }

    /// Whether something is being counted.
    pub(super) fn is_counting(&self) -> bool {
        self.counts.asked.is_some()
    }

    /// What is not here and therefore missing in the figures: items that were answered, and whose deck could not be loaded.
    pub(super) fn missing_packs(&self) -> Option<String> {
        let mut packs = self.content.packs.values();
        let failed = packs.find_map(|pack| pack.arrival.failed());
        failed.or_else(|| self.content.index.failed())
    }

    /// What is being done, if that takes its time.
    pub(super) fn slow_step(&self) -> Option<CountStep> {
        let slow = self.counts.asked.as_ref().filter(|asked| asked.is_slow);
        slow.map(|asked| asked.step)
    }

    /// Why the last counting failed.
    pub(super) fn count_failed(&self) -> Option<&str> {
        self.counts.failed.as_deref()
    }
}
