//! `bench open`: what each step of a start takes on this machine, with a log of `bench log`. The best of some runs, which is what the
//! step takes when nothing else wants the processor.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use cairn::memory::Scheduler;
use cairn::review::{Fact, FactId, History, SETTLED_AFTER_MS, Snapshot, Writer};
use cairn::store::{Journal, MemorySlots, Part, decode_snapshot, encode_snapshot};
use cairn::time::{DAY_MS, Moment};

const RUNS: usize = 5;
/// Facts that are stored on top, one by one.
const APPENDED: usize = 2_000;

pub(super) fn run(parser: &mut lexopt::Parser) -> Result<bool, String> {
    let path: PathBuf = match parser.next().map_err(|e| e.to_string())? {
        Some(lexopt::Arg::Value(path)) => path.into(),
        _ => return Err("say which log: cargo xtask bench open FILE".to_owned()),
    };
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let texts = serde_json::from_str(&text).map_err(|e| e.to_string())?;
    let slots = MemorySlots {
        texts,
        ..MemorySlots::default()
    };
    let copy = slots.texts.clone();
    let scan = || {
        let mut journal = Journal::new(slots.clone(), Writer(0));
        journal.scan(Some(copy.clone()), &BTreeMap::default())
    };
    let _ = best("both copies copied, for comparison", || {
        (slots.clone(), copy.clone())
    });
    let found = best("compared and looked through (scan)", scan).map_err(|e| e.to_string())?;
    let parts: Vec<Part> = found.parts.into();
    let read = || {
        let facts = parts
            .iter()
            .map(|part| part.clone().read().map(|read| read.0));
        facts.collect::<Result<Vec<Vec<Fact>>, _>>()
    };
    let facts = best("every part read (Part::read)", read).map_err(|e| e.to_string())?;
    let fold = || {
        let mut history = History::new(Scheduler::default());
        for (part, some) in parts.iter().zip(&facts) {
            history.settle(Moment(part.first().0 - SETTLED_AFTER_MS));
            history.extend(some);
        }
        let newest = history.newest().map_or(0, |newest| newest.at.0);
        history.settle(Moment(newest - SETTLED_AFTER_MS));
        history
    };
    let history = best("folded (History::extend, History::settle)", fold);
    let snapshot = best("a snapshot taken (Snapshot::of)", || Snapshot::of(&history));
    let cover = cairn::store::Cover::of(parts.iter());
    let bytes = best("written (encode_snapshot)", || {
        encode_snapshot(&snapshot, &cover)
    });
    println!("{:>10} bytes of snapshot", bytes.len());
    let _ = best("read (decode_snapshot)", || decode_snapshot(&bytes));
    let _ = best("restored, with a copy of it (Snapshot::restore)", || {
        snapshot.clone().restore()
    });
    appended(slots, history, &facts);
    Ok(true)
}

/// The last facts come once more, from a tab of their own: stored one by one, and applied.
fn appended(slots: MemorySlots, mut history: History, facts: &[Vec<Fact>]) {
    let mut journal = Journal::new(slots, Writer(1));
    let (mut stored, mut applied) = (Vec::new(), Vec::new());
    let last = facts.iter().rev().flatten().take(APPENDED);
    for (index, fact) in last.enumerate() {
        let mut fact = fact.clone();
        fact.id = FactId {
            writer: Writer(1),
            number: index as u32 + 1,
        };
        fact.at.at = Moment(fact.at.at.0 + 30 * DAY_MS);
        let started = Instant::now();
        // Memory has no end.
        let _ = journal.append(&fact);
        stored.push(started.elapsed().as_secs_f64() * 1_000.0);
        let started = Instant::now();
        history.apply(&fact);
        applied.push(started.elapsed().as_secs_f64() * 1_000.0);
    }
    for (what, times) in [("Journal::append", stored), ("History::apply", applied)] {
        let mut times = times;
        times.sort_by(f64::total_cmp);
        let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or(0.0);
        println!("{:10.3} ms  {what}, p50; p99 {:.3} ms", at(50), at(99));
    }
}

fn best<T>(what: &str, mut task: impl FnMut() -> T) -> T {
    let mut least = f64::INFINITY;
    let mut result = None;
    for _ in 0..RUNS {
        let started = Instant::now();
        result = Some(task());
        least = least.min(started.elapsed().as_secs_f64() * 1_000.0);
    }
    println!("{least:10.1} ms  {what}");
    match result {
        Some(result) => result,
        None => task(),
    }
}
