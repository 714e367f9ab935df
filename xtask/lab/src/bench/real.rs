//! A real learner's review log, as the sittings in which Cairn would have kept it.

use std::collections::HashSet;
use std::path::Path;

use cairn::deck::id::ItemId;
use cairn::memory::Grade;
use cairn::review::{Answer, Fact, FactId, Sighting, What, Writer};
use cairn::time::{DAY_MS, Day, Stamp};

use super::learner::Sitting;

/// A pause of this length ends a sitting.
const PAUSE_MS: i64 = 30 * 60_000;

/// Reads `card_id,review_rating,review_time,review_duration`.
pub(super) fn read(path: &Path) -> Result<Vec<Sitting>, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate().skip(1) {
        let place = || format!("{}:{}: not a review", path.display(), index + 1);
        rows.push(row(line).ok_or_else(place)?);
    }
    rows.sort_by_key(|(at, _)| *at);
    let mut seen: HashSet<ItemId> = HashSet::new();
    let mut sittings: Vec<Sitting> = Vec::new();
    let mut before = i64::MIN;
    for (at, mut answer) in rows {
        if before.saturating_add(PAUSE_MS) < at {
            // Any writer that has no pattern.
            let number = sittings.len() as u64 + 1;
            sittings.push(Sitting {
                writer: Writer(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
                facts: Vec::new(),
            });
        }
        before = at;
        if seen.insert(answer.item.clone()) {
            answer.sighting = Sighting::First;
        }
        let Some(sitting) = sittings.last_mut() else {
            continue;
        };
        let id = FactId {
            writer: sitting.writer,
            number: sitting.facts.len() as u32 + 1,
        };
        let at = Stamp::new(at.div_euclid(1_000) * 1_000, 0);
        let what = What::Answered(answer);
        sitting.facts.push(Fact { id, at, what });
    }
    Ok(sittings)
}

fn row(line: &str) -> Option<(i64, Answer)> {
    let cells: Vec<&str> = line.split(',').collect();
    let (date, time) = cells.get(2)?.split_once('T')?;
    let clock: Vec<f64> = time
        .trim_end_matches("+00:00")
        .split(':')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [hours, minutes, seconds] = clock[..] else {
        return None;
    };
    let at = i64::from(Day::parse(date)?.0) * DAY_MS
        + ((hours * 60.0 + minutes) * 60_000.0 + seconds * 1_000.0) as i64;
    let answer = Answer {
        item: ItemId::parse(&format!("josh/{}", cells[0]))?,
        grade: Grade::of(cells[1].parse().ok()?)?,
        given: None,
        ms: cells.get(3)?.parse::<u32>().ok()? / 100 * 100,
        sighting: Sighting::Repeated,
        corrected: false,
    };
    Some((at, answer))
}
