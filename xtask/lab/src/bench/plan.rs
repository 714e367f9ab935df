//! `bench plan`: what it takes to plan a day on this machine, with so many items known. The median of some runs.

use std::time::Instant;

use cairn::memory::{Grade, Scheduler};
use cairn::review::{Answer, Fact, FactId, History, Sighting, What, Writer};
use cairn::study::{Costs, Planner};
use cairn::time::{DAY_MS, Stamp};
use lexopt::prelude::*;

use crate::simulate::library;

const RUNS: usize = 15;
/// 2026-11-21 18:00 UTC.
const EVENING: i64 = 1_795_284_000_000;

pub(super) fn run(parser: &mut lexopt::Parser) -> Result<bool, String> {
    let (items, days) = options(parser).map_err(|e| e.to_string())?;
    let library = library(items);
    let now = Stamp::new(EVENING, 0);
    let mut facts = Vec::new();
    let mut number = 0;
    let mut add = |at: i64, what: What| {
        number += 1;
        let id = FactId {
            writer: Writer(1),
            number,
        };
        let at = Stamp::new(at, 0);
        facts.push(Fact { id, at, what });
    };
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
            add(EVENING - days * DAY_MS, What::Answered(answer));
        }
    }
    let track = library.tracks()[0].id.clone();
    add(EVENING, What::Booked(track, Some(now.day(4).plus(days))));
    let history = History::replay(Scheduler::default(), &facts);
    println!("{items} items known, exam in {days} days");
    let planner = median("the planner made (once a day)", || {
        Planner::of(&history, Costs::default(), now)
    });
    let day = median("today's list (when the log or the decks change)", || {
        planner.day(&library, &history, now)
    });
    let forecasts = median("forecasts, eleven each", || {
        planner.forecasts(&library, &history, now)
    });
    Ok(!day.entries.is_empty() && forecasts.len() == 1)
}

fn options(parser: &mut lexopt::Parser) -> Result<(usize, i32), lexopt::Error> {
    let (mut items, mut days) = (20_000, 60);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("items") => items = parser.value()?.parse()?,
            Long("days") => days = parser.value()?.parse()?,
            other => return Err(other.unexpected()),
        }
    }
    Ok((items, days))
}

fn median<T>(what: &str, mut run: impl FnMut() -> T) -> T {
    let mut times = Vec::new();
    let mut last = None;
    for _ in 0..RUNS {
        let start = Instant::now();
        last = Some(run());
        times.push(start.elapsed().as_secs_f64() * 1_000.0);
    }
    times.sort_by(f64::total_cmp);
    println!("{:8.1} ms  {what}", times[RUNS / 2]);
    last.unwrap_or_else(run)
}
