//! The roadmap: paths laid into the calendar, hours against plan, forecasts, warnings, money.

mod alarms;
mod exams;
mod facts;
mod laying;
mod pace;

use cairn::review::{Fact, FactId, History, What, Writer};
use cairn::roadmap::{Laying, Path, RoadFact};
use cairn::time::{Day, Stamp};

/// A path of those that ship.
fn shipped(id: &str) -> Path {
    let file = format!("decks/paths/{id}.toml");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{file}: {e}"));
    toml::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// From the first of January 2027, with so many hours a week.
fn laying(hours_week: u16) -> Laying {
    Laying {
        start: day("2027-01-01"),
        hours_week,
        first_month: 1,
        name: String::new(),
    }
}

/// Noon of a day.
fn noon(day: Day) -> Stamp {
    Stamp::new(i64::from(day.0) * 86_400_000 + 43_200_000, 0)
}

/// A log of facts, one after another.
fn log(facts: Vec<(Day, What)>) -> History {
    let facts: Vec<Fact> = (1..)
        .zip(facts)
        .map(|(number, (day, what))| Fact {
            id: FactId {
                writer: Writer(1),
                number,
            },
            at: noon(day),
            what,
        })
        .collect();
    History::replay(cairn::memory::Scheduler::default(), &facts)
}

fn road(fact: &RoadFact) -> What {
    What::Road(fact.to_text())
}
