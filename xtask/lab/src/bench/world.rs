//! A learner's world for a benchmark in the browser: a track with its items, and a log. And the median of some runs here.

use std::path::Path;
use std::time::Instant;

use cairn::deck::Deck;
use cairn::deck::pack::{Entry, Index, Pack};
use cairn::deck::track::Track;
use cairn::review::{Fact, Writer};
use cairn::store::{Journal, MemorySlots};

const RUNS: usize = 15;

/// Writes what the app fetches and what local storage holds.
pub(super) fn write(
    folder: &Path,
    track: Track,
    decks: Vec<Deck>,
    facts: &[Fact],
) -> Result<(), String> {
    let items: usize = decks.iter().map(|deck| deck.items.len()).sum();
    let (id, file) = (track.id.clone(), "bench.pack".to_owned());
    let entry = Entry {
        track,
        items: items as u32,
        pack: Some(file.clone()),
    };
    let tracks = vec![entry];
    let mut journal = Journal::new(MemorySlots::default(), Writer(0));
    journal.merge(facts, &[]).map_err(|e| e.to_string())?;
    let texts = serde_json::to_string(&journal.slots().texts).map_err(|e| e.to_string())?;
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))
    };
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    put("index.bin", &Index { tracks }.to_bytes())?;
    put(&file, &Pack::of(id, decks).to_bytes())?;
    put("items.json", items.to_string().as_bytes())?;
    put("log.json", texts.as_bytes())
}

/// Prints the median of some runs in milliseconds; gives what the last one gave.
pub(super) fn median<T>(what: &str, mut run: impl FnMut() -> T) -> T {
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
