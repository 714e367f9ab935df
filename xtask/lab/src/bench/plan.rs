//! `bench plan`: what it takes to plan a day on this machine, with so many items known; the median of some runs. With `--out` also what
//! the built app needs to do the same in a browser: the track with its items, and the log.

use std::path::PathBuf;

use cairn::memory::{Grade, Scheduler};
use cairn::review::{Answer, Fact, FactId, History, SETTLED_AFTER_MS, Sighting, What, Writer};
use cairn::study::{Costs, Planner, booked};
use cairn::time::{DAY_MS, Moment, Stamp};
use lexopt::prelude::*;

use super::world::{self, median};
use crate::simulate::{library, track_of};

/// 2026-11-21 18:00 UTC.
const EVENING: i64 = 1_795_284_000_000;

pub(super) fn run(parser: &mut lexopt::Parser) -> Result<bool, String> {
    let Options {
        items,
        days,
        out,
        now: evening,
    } = options(parser).map_err(|e| e.to_string())?;
    let library = library(items);
    let now = Stamp::new(evening, 0);
    let mut told = Vec::new();
    let mut add = |at: i64, what: What| told.push((at, what));
    for (ask, index) in library.asks().iter().zip(0_i64..) {
        for (sighting, days) in [
            (Sighting::First, 40 + index % 50),
            (Sighting::Repeated, 4 + index % 30),
        ] {
            let answer = Answer {
                item: ask.id.clone(),
                grade: Grade::ALL[usize::from(index % 7 != 0) * 2],
                given: None,
                ms: 12_000,
                sighting,
                corrected: false,
            };
            add(evening - days * DAY_MS, What::Answered(answer));
        }
    }
    let track = library.tracks()[0].id.clone();
    add(evening, What::Booked(track, Some(now.day(4).plus(days))));
    // Numbered as they happened.
    told.sort_by_key(|(at, _)| *at);
    let numbered = (1..).zip(told).map(|(number, (at, what))| Fact {
        id: FactId {
            writer: Writer(1),
            number,
        },
        at: Stamp::new(at, 0),
        what,
    });
    let facts: Vec<Fact> = numbered.collect();
    let mut history = History::replay(Scheduler::default(), &facts);
    // As the app holds it.
    history.settle(Moment(evening - SETTLED_AFTER_MS));
    if let Some(folder) = out {
        let (track, decks) = track_of(items);
        world::write(&folder, track, decks, &facts)?;
    }
    println!("{items} items known, exam in {days} days");
    let planner = median("the planner made (once a day)", || {
        Planner::of(&history, Costs::default(), now)
    });
    let day = median("today's list (when the log or the decks change)", || {
        planner.day(&library, &history, now)
    });
    let exams = booked(&history, history.day(now));
    let exam = exams.first().ok_or("nothing is booked")?;
    let forecast = median("a forecast and its curve of ten", || {
        planner.forecast(&library, &history, exam.clone(), now)
    });
    Ok(!day.entries.is_empty() && !forecast.curve.is_empty())
}

struct Options {
    items: usize,
    days: i32,
    out: Option<PathBuf>,
    now: i64,
}

fn options(parser: &mut lexopt::Parser) -> Result<Options, lexopt::Error> {
    let mut options = Options {
        items: 20_000,
        days: 60,
        out: None,
        now: EVENING,
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("items") => options.items = parser.value()?.parse()?,
            Long("days") => options.days = parser.value()?.parse()?,
            Long("out") => options.out = Some(parser.value()?.into()),
            Long("now") => options.now = parser.value()?.parse()?,
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}
