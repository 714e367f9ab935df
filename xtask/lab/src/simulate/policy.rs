//! Ways to study. All but ours are what people do or could do with an ordinary program; they are swept as hard as ours is tuned.

use cairn::deck::id::ItemId;
use cairn::deck::library::Library;
use cairn::review::History;
use cairn::study::{Costs, DayPlan, Entry, Occasion, Planner, Why};
use cairn::time::Stamp;
use cairn::{deck::item::Kind, memory::Grade};

/// A policy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Policy {
    /// Retention .9, reviews first, 20 new a day.
    Anki,
    /// Retention in percent and new items a day, new ones first: swept.
    Retention(u8, u8),
    /// As Anki, and in the last days every item once more, the weakest first.
    LastDays,
    /// New items first, spread over the days, then the lowest recall, due or not, until the minutes are used.
    Fill,
    /// The plain gain on the day per second.
    Greedy,
    /// The planner of the app.
    Cairn,
}

impl Policy {
    pub(crate) fn all() -> Vec<Self> {
        let mut all = Self::fixed().to_vec();
        all.extend(Self::swept());
        all
    }

    /// Those that every cell has.
    pub(crate) fn fixed() -> [Self; 5] {
        [
            Self::Cairn,
            Self::Anki,
            Self::LastDays,
            Self::Fill,
            Self::Greedy,
        ]
    }

    /// Those of which each cell has the best.
    pub(crate) fn swept() -> Vec<Self> {
        let mut all = Vec::new();
        for retention in [70, 80, 90, 95] {
            for new in [10, 20, 40] {
                all.push(Self::Retention(retention, new));
            }
        }
        all
    }

    pub(crate) fn name(self) -> String {
        match self {
            Self::Anki => "anki".to_owned(),
            Self::Retention(retention, new) => format!("retention-{retention}-{new}"),
            Self::LastDays => "last-days".to_owned(),
            Self::Fill => "fill".to_owned(),
            Self::Greedy => "greedy".to_owned(),
            Self::Cairn => "cairn".to_owned(),
        }
    }
}

/// What a policy sees of a day.
pub(crate) struct Today<'a> {
    pub(crate) library: &'a Library,
    pub(crate) history: &'a History,
    pub(crate) now: Stamp,
    pub(crate) day: usize,
    pub(crate) days: usize,
    pub(crate) seconds: f64,
}

/// A known item as the engine sees it: recall now, and whether it is due at a retention.
struct Known<'a> {
    id: &'a ItemId,
    domain: Option<&'a String>,
    recall: f64,
    due: bool,
}

impl Today<'_> {
    /// The list of the day.
    pub(crate) fn plan(&self, policy: Policy, planner: Option<&Planner>) -> DayPlan {
        match policy {
            Policy::Cairn | Policy::Greedy => planner.map_or_else(DayPlan::default, |planner| {
                planner.day(self.library, self.history, self.now)
            }),
            Policy::Anki => self.listed(90, 20, false, false),
            Policy::Retention(retention, new) => {
                self.listed(retention, usize::from(new), true, false)
            }
            Policy::LastDays => self.listed(90, 20, false, self.days - self.day <= 5),
            Policy::Fill => {
                let total = self.library.asks().len();
                // All of them are met when two thirds of the days are gone.
                let spread = (total * 3).div_ceil(self.days * 2);
                self.listed(100, spread, true, true)
            }
        }
    }

    /// Due or all known items, the weakest first, and new ones before or after them.
    fn listed(&self, retention: u8, new: usize, new_first: bool, all: bool) -> DayPlan {
        let (mut known, fresh) = self.split(f64::from(retention) / 100.0);
        known.retain(|item| all || item.due);
        known.sort_by(|a, b| a.recall.total_cmp(&b.recall));
        let costs = Costs::default();
        let entry = |id: &ItemId, domain: Option<&String>, why, occasion| {
            let seconds = costs.seconds(Kind::Card, occasion, Grade::Good);
            Entry::new(id.clone(), why, seconds, domain.cloned())
        };
        let reviews = known
            .iter()
            .map(|item| entry(item.id, item.domain, Why::Due, Occasion::Later));
        let news = fresh
            .iter()
            .take(new)
            .map(|(id, domain)| entry(id, *domain, Why::New, Occasion::First));
        let entries = if new_first {
            news.chain(reviews).collect()
        } else {
            reviews.chain(news).collect()
        };
        DayPlan::listed(entries, self.seconds)
    }

    #[allow(clippy::type_complexity)]
    fn split(&self, retention: f64) -> (Vec<Known<'_>>, Vec<(&ItemId, Option<&String>)>) {
        let (mut known, mut fresh) = (Vec::new(), Vec::new());
        let today = self.history.day(self.now);
        for ask in self.library.asks() {
            let record = self.history.of(&ask.id);
            let state = record.and_then(|record| Some((record.state()?, record.last()?)));
            let Some((state, last)) = state else {
                fresh.push((&ask.id, ask.domain.as_ref()));
                continue;
            };
            let gone = f64::from(today.since(self.history.day(last.at)).max(0));
            let scheduler = self.history.scheduler();
            let interval = scheduler.interval_days(state, retention).round().max(1.0);
            known.push(Known {
                id: &ask.id,
                domain: ask.domain.as_ref(),
                recall: scheduler.retrievability(state, gone),
                due: gone >= interval,
            });
        }
        (known, fresh)
    }
}
