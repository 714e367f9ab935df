//! `bench statistics`: what it takes to read a long log and to count what its answers add up to, on this machine. With `--out` also what
//! the built app needs to do the same in a browser.

use std::path::PathBuf;

use cairn::memory::Scheduler;
use cairn::review::{Answers, Fact, Writer};
use cairn::statistics::{Figures, Period, Replayed, Scope, Table};
use cairn::store::{Journal, MemorySlots, Sound};
use cairn::time::{DAY_MS, Moment, ROLLOVER_HOUR, Stamp};
use lexopt::prelude::*;
use rand::SeedableRng as _;
use rand_pcg::Pcg64Mcg;

use super::corpus::{Asked, Corpus};
use super::learner::Learner;
use super::world::{self, median};
use crate::simulate::{library, track_of};

/// 2026-11-21 18:00 UTC.
const EVENING: i64 = 1_795_284_000_000;
/// Items at hand at once: those of a few exams.
const AT_ONCE: usize = 1_000;

pub(super) fn run(parser: &mut lexopt::Parser) -> Result<bool, String> {
    let (answers, items, out, now) = options(parser).map_err(|e| e.to_string())?;
    let library = library(items);
    let asked = library.asks().iter().map(Asked::of);
    let corpus = Corpus::of(asked.collect());
    let random = Pcg64Mcg::seed_from_u64(1);
    let sittings = Learner::new(&corpus, answers, AT_ONCE, random).study();
    let mut facts: Vec<Fact> = sittings.into_iter().flat_map(|s| s.facts).collect();
    let last = facts.iter().map(|fact| fact.at.at.0).max().unwrap_or(now);
    // Whole days, so that hours stay what they are.
    let shift = (now - last).div_euclid(DAY_MS) * DAY_MS;
    for fact in &mut facts {
        fact.at.at = Moment(fact.at.at.0 + shift);
    }
    if let Some(folder) = out {
        let (track, decks) = track_of(items);
        world::write(&folder, track, decks, &facts)?;
    }
    println!("{answers} answers to {items} items");
    let table = Table::of(&library, |_| true);
    let figures = counted(&facts, &table, now)?;
    Ok(figures.answers as usize == answers && figures.calibration.all().judged > 0)
}

/// Reads, replays and counts, each by itself.
fn counted(facts: &[Fact], table: &Table, now: i64) -> Result<Figures, String> {
    let mut journal = Journal::new(MemorySlots::default(), Writer(0));
    journal.merge(facts, &[]).map_err(|e| e.to_string())?;
    let slots = journal.slots().clone();
    let answers = median("the log read", || {
        let mut journal = Journal::new(slots.clone(), Writer(0));
        let mut answers = Answers::default();
        let parts = journal.scan(None, &Sound::new()).map(|scan| scan.parts);
        for part in parts.into_iter().flatten() {
            if let Ok((facts, _)) = part.read() {
                answers.add(&facts);
            }
        }
        answers
    });
    let scheduler = Scheduler::default();
    let replayed = median(
        "the answers put in order and replayed (with a copy of them)",
        || {
            let courses = answers.clone().courses();
            Replayed::of(&courses, table, &scheduler, ROLLOVER_HOUR)
        },
    );
    let last = Stamp::new(now, 0).day(ROLLOVER_HOUR);
    let count = |period| replayed.figures(&Scope::All, period);
    let figures = median("everything counted, all days", || {
        count(Period { first: None, last })
    });
    let first = Some(last.plus(-90));
    let _ = median("everything counted, three months", || {
        count(Period { first, last })
    });
    let text = median("written for the page", || serde_json::to_string(&figures));
    println!(
        "{:8} bytes for the page",
        text.map_err(|e| e.to_string())?.len()
    );
    Ok(figures)
}

type Options = (usize, usize, Option<PathBuf>, i64);

fn options(parser: &mut lexopt::Parser) -> Result<Options, lexopt::Error> {
    let (mut answers, mut items, mut out, mut now) = (200_000, 20_000, None, EVENING);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("answers") => answers = parser.value()?.parse()?,
            Long("items") => items = parser.value()?.parse()?,
            Long("out") => out = Some(parser.value()?.into()),
            Long("now") => now = parser.value()?.parse()?,
            other => return Err(other.unexpected()),
        }
    }
    Ok((answers, items, out, now))
}
