//! A learner's log, written fact by fact, and the items of a real deck.

use cairn::deck::id::{ItemId, TrackId};
use cairn::deck::library::Library;
use cairn::deck::parse::parse;
use cairn::deck::track::Track;
use cairn::memory::{Grade, Scheduler};
use cairn::review::{Answer, Fact, FactId, History, Setting, Sighting, What, Writer};
use cairn::study::{Costs, DayPlan, Planner};
use cairn::time::Stamp;

/// 2026-11-21 18:00 in Berlin.
pub(crate) const EVENING: i64 = 1_795_280_400_000;

pub(crate) fn saa() -> TrackId {
    TrackId::new("aws-saa-c03").expect("a slug")
}

pub(crate) fn library() -> Library {
    let track: Track =
        toml::from_str(include_str!("../../decks/aws-saa-c03/track.toml")).expect("a track");
    let mut library = Library::new(vec![track]);
    let mut decks = Vec::new();
    for entry in std::fs::read_dir("decks/aws-saa-c03").expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|e| e == "md") {
            let text = std::fs::read(&path).expect("a file");
            decks.extend(parse("x.md", &text).deck);
        }
    }
    library.replace(&saa(), &decks);
    library
}

/// A log that is written fact by fact.
pub(crate) struct Log {
    pub(crate) history: History,
    number: u32,
}

impl Log {
    pub(crate) fn new() -> Self {
        Self {
            history: History::new(Scheduler::default()),
            number: 0,
        }
    }

    pub(crate) fn add(&mut self, at: i64, what: What) {
        self.number += 1;
        let id = FactId {
            writer: Writer(1),
            number: self.number,
        };
        let at = Stamp::new(at, 60);
        self.history.apply(&Fact { id, at, what });
    }

    pub(crate) fn minutes(&mut self, minutes: u16) {
        for weekday in 0..7 {
            self.add(EVENING, What::Set(Setting::Minutes(weekday, minutes)));
        }
    }

    pub(crate) fn book(&mut self, days: i32) {
        let today = self.history.day(Stamp::new(EVENING, 60));
        self.add(EVENING, What::Booked(saa(), Some(today.plus(days))));
    }

    pub(crate) fn answer(&mut self, at: i64, item: &ItemId, grade: Grade, seconds: f64) {
        let first = self.history.of(item).is_none();
        let answer = Answer {
            item: item.clone(),
            grade,
            given: None,
            ms: (seconds * 1_000.0) as u32,
            sighting: if first {
                Sighting::First
            } else {
                Sighting::Repeated
            },
            corrected: false,
        };
        self.add(at, What::Answered(answer));
    }

    pub(crate) fn day(&self, library: &Library, at: i64) -> DayPlan {
        let now = Stamp::new(at, 60);
        Planner::of(&self.history, Costs::default(), now).day(library, &self.history, now)
    }
}
