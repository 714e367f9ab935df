//! Looking back: which days a weekly, monthly and quarterly review look back on, and which of them is due.
//!
//! Periods are made of study days: a week runs from Monday to Sunday, a month and a quarter as in the calendar.

use super::fact::{Ritual, Span};
use super::roads::Roads;
use crate::review::History;
use crate::time::Day;

/// A month whose review is offered was begun at least so many days before it ended (tunable): nobody looks back on a few days twice.
const MONTH_DAYS: i32 = 14;

/// ... and a quarter.
const QUARTER_DAYS: i32 = 42;

/// Names of the months.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Ritual {
    /// All three, from the shortest period.
    pub const ALL: [Self; 3] = [Self::Weekly, Self::Monthly, Self::Quarterly];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Weekly => "Weekly assessment",
            Self::Monthly => "Monthly review",
            Self::Quarterly => "Quarterly evaluation",
        }
    }

    /// Its period: `week`.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Weekly => "week",
            Self::Monthly => "month",
            Self::Quarterly => "quarter",
        }
    }

    /// As addresses and files name it: `weekly`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
        }
    }

    /// Reads what an address says.
    pub fn named(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ritual| ritual.slug() == slug)
    }

    /// The period that a day belongs to.
    pub fn period(self, day: Day) -> Span {
        let from = match self {
            Self::Weekly => day.plus(-i32::from(day.weekday())),
            Self::Monthly => day.month_begins(),
            Self::Quarterly => quarter_begins(day),
        };
        let next = match self {
            Self::Weekly => from.plus(7),
            Self::Monthly => from.plus_months(1),
            Self::Quarterly => from.plus_months(3),
        };
        Span {
            from,
            to: next.plus(-1).max(day),
        }
    }

    /// The period before one.
    pub fn before(self, period: Span) -> Span {
        self.period(period.from.plus(-1))
    }

    /// The period after one.
    pub fn after(self, period: Span) -> Span {
        self.period(period.to.plus(1))
    }

    /// The last period that is over on a day.
    pub fn last(self, today: Day) -> Span {
        self.before(self.period(today))
    }

    /// A period in words: `16 to 22 Nov 2026`, `November 2026`, `October to December 2026`.
    pub fn words(self, period: Span) -> String {
        let (from, to) = (period.from, period.to);
        let (Some((year, month)), Some((last_year, last_month))) = (from.month(), to.month())
        else {
            return format!("{} to {}", from.in_full(), to.in_full());
        };
        let name = |month: u8| MONTHS[usize::from(month.clamp(1, 12)) - 1];
        match self {
            Self::Weekly if (year, month) == (last_year, last_month) => {
                format!("{} to {}", of_month(from), to.in_full())
            }
            Self::Weekly if year == last_year => {
                format!(
                    "{} {} to {}",
                    of_month(from),
                    from.month_name(),
                    to.in_full()
                )
            }
            Self::Weekly => format!("{} to {}", from.in_full(), to.in_full()),
            Self::Monthly => format!("{} {year}", name(month)),
            Self::Quarterly => format!("{} to {} {year}", name(month), name(last_month)),
        }
    }

    /// How long before its end something must have been begun for a look back on it.
    fn days_min(self) -> i32 {
        match self {
            Self::Weekly => 1,
            Self::Monthly => MONTH_DAYS,
            Self::Quarterly => QUARTER_DAYS,
        }
    }
}

/// The day of its month: `16`.
fn of_month(day: Day) -> i32 {
    day.since(day.month_begins()) + 1
}

fn quarter_begins(day: Day) -> Day {
    let begins = day.month_begins();
    let months_in = day.month().map_or(0, |(_, month)| (month - 1) % 3);
    // The day before the first of a month lies in the month before.
    (0..months_in).fold(begins, |begins, _| begins.plus(-1).month_begins())
}

/// The reviews that are due on a day, from the shortest period: of each kind that of the last period that is over, unless it was held or
/// is not wanted, or nothing had been studied by then. As long as a period lasts so long is the one before it asked for, and never
/// two of them. What was written before the period was over is a note, and no look back.
pub fn due(roads: &Roads, history: &History, today: Day) -> Vec<(Ritual, Span)> {
    let begun = history.begun();
    let is_due = |(ritual, period): &(Ritual, Span)| {
        let had_begun = begun.is_some_and(|day| period.to.since(day) + 1 >= ritual.days_min());
        let held = roads.review(*ritual, *period);
        let is_held = held.is_some_and(|(at, _)| history.day(at) > period.to);
        had_begun && !is_held && !roads.is_skipped(*ritual, *period)
    };
    let last = Ritual::ALL.map(|ritual| (ritual, ritual.last(today)));
    last.into_iter().filter(is_due).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::id::ItemId;
    use crate::memory::{Grade, Scheduler};
    use crate::review::{Answer, Fact, FactId, Sighting, What, Writer};
    use crate::roadmap::{Review, RoadFact};
    use crate::time::{DAY_MS, Stamp};
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn span(from: &str, to: &str) -> Span {
        Span {
            from: day(from),
            to: day(to),
        }
    }

    fn held(ritual: Ritual, period: Span) -> What {
        let review = Review {
            ritual,
            period,
            notes: String::new(),
            accepted: Vec::new(),
        };
        What::Road(RoadFact::Reviewed(review).to_text())
    }

    fn skipped(ritual: Ritual, period: Span) -> What {
        What::Road(RoadFact::Skipped(ritual, period).to_text())
    }

    fn answered() -> What {
        What::Answered(Answer {
            item: ItemId::parse("t/a").expect("an id"),
            grade: Grade::Good,
            given: None,
            ms: 9_000,
            sighting: Sighting::First,
            corrected: false,
        })
    }

    /// What is due on a day after this happened, each at noon.
    fn due_on(today: &str, facts: &[(&str, What)]) -> Vec<(Ritual, Span)> {
        let fact = |(number, (on, what)): (u32, &(&str, What))| Fact {
            id: FactId {
                writer: Writer(1),
                number,
            },
            at: Stamp::new(i64::from(day(on).0) * DAY_MS + DAY_MS / 2, 60),
            what: what.clone(),
        };
        let facts: Vec<Fact> = (1..).zip(facts).map(fact).collect();
        let history = History::replay(Scheduler::default(), &facts);
        due(&Roads::of(&history), &history, day(today))
    }

    #[test]
    fn periods_are_those_of_the_calendar() {
        let today = day("2026-11-21");
        let of = |ritual: Ritual| (ritual.period(today), ritual.last(today));
        let week = span("2026-11-16", "2026-11-22");
        let last_week = span("2026-11-09", "2026-11-15");
        assert_eq!(of(Ritual::Weekly), (week, last_week));
        let month = span("2026-11-01", "2026-11-30");
        let last_month = span("2026-10-01", "2026-10-31");
        assert_eq!(of(Ritual::Monthly), (month, last_month));
        let quarter = span("2026-10-01", "2026-12-31");
        let last_quarter = span("2026-07-01", "2026-09-30");
        assert_eq!(of(Ritual::Quarterly), (quarter, last_quarter));
        let leap = Ritual::Monthly.period(day("2028-02-10"));
        assert_eq!(leap, span("2028-02-01", "2028-02-29"));
    }

    #[test]
    fn periods_are_told_in_words() {
        let words = |ritual: Ritual, on: &str| ritual.words(ritual.period(day(on)));
        let week = |on| words(Ritual::Weekly, on);
        assert_eq!(week("2026-11-18"), "16 to 22 Nov 2026");
        assert_eq!(week("2026-12-01"), "30 Nov to 6 Dec 2026");
        assert_eq!(week("2027-01-01"), "28 Dec 2026 to 3 Jan 2027");
        assert_eq!(words(Ritual::Monthly, "2026-11-18"), "November 2026");
        let quarter = words(Ritual::Quarterly, "2026-11-18");
        assert_eq!(quarter, "October to December 2026");
    }

    #[test]
    fn the_last_period_is_due_until_it_is_held_or_not_wanted_or_the_next_one_is_over() {
        let begun = ("2026-11-10", answered());
        let week = span("2026-11-16", "2026-11-22");
        let this = [(Ritual::Weekly, week)];
        let next = [(Ritual::Weekly, Ritual::Weekly.after(week))];
        let alone = std::slice::from_ref(&begun);
        assert_eq!(due_on("2026-11-23", alone), this);
        assert_eq!(due_on("2026-11-29", alone), this);
        assert_eq!(due_on("2026-11-30", alone), next);
        let then = |what| [begun.clone(), ("2026-11-23", what)];
        assert_eq!(due_on("2026-11-23", &then(held(this[0].0, week))), []);
        let not_wanted = then(skipped(this[0].0, week));
        assert_eq!(due_on("2026-11-23", &not_wanted), []);
        // Of the next one nobody said anything.
        assert_eq!(due_on("2026-11-30", &not_wanted), next);
        // A note that was written in the middle of the week is no look back on it.
        let early = [begun.clone(), ("2026-11-18", held(this[0].0, week))];
        assert_eq!(due_on("2026-11-23", &early), this);
    }

    #[test]
    fn nothing_is_due_before_anything_was_studied_and_no_month_of_a_few_days() {
        assert_eq!(due_on("2026-11-23", &[]), []);
        assert_eq!(due_on("2026-11-23", &[("2026-11-23", answered())]), []);
        // The last Sunday is enough for a week, ten days are not for a month.
        let of = |begun: &'static str| {
            let due = due_on("2026-12-01", &[(begun, answered())]);
            due.into_iter().map(|of| of.0).collect::<Vec<_>>()
        };
        assert_eq!(of("2026-11-29"), [Ritual::Weekly]);
        assert_eq!(of("2026-11-20"), [Ritual::Weekly]);
        assert_eq!(of("2026-11-17"), [Ritual::Weekly, Ritual::Monthly]);
    }

    #[test]
    fn after_a_time_away_only_the_last_period_is_asked_for() {
        let due = due_on("2026-11-25", &[("2026-02-03", answered())]);
        let last = |ritual: Ritual| (ritual, ritual.last(day("2026-11-25")));
        assert_eq!(due, Ritual::ALL.map(last));
    }

    proptest! {
        #[test]
        fn periods_lie_end_to_end(day in -200_000_i32..200_000) {
            let day = Day(day);
            for ritual in Ritual::ALL {
                let period = ritual.period(day);
                prop_assert!(period.has(day));
                prop_assert_eq!(ritual.period(period.from), period);
                prop_assert_eq!(ritual.period(period.to), period);
                prop_assert_eq!(ritual.before(period).to.plus(1), period.from);
                prop_assert_eq!(ritual.after(period).from, period.to.plus(1));
                prop_assert_eq!(ritual.before(ritual.after(period)), period);
                prop_assert!(!ritual.words(period).is_empty());
            }
        }
    }
}
