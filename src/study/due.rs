//! On which day an item is asked again.

use crate::deck::id::ItemId;
use crate::memory::{Grade, Scheduler, State};
use crate::review::{History, Record};
use crate::time::Day;

/// The longest interval, in days: the model's own limit of stability (100 years).
const INTERVAL_MAX_DAYS: f64 = 36_500.0;

/// Whole days until an item in `state` is asked again after a grade other than Again: the model's interval at
/// `retention`, moved a little so that items answered together do not come back together for ever.
///
/// The move is drawn from the item and the number of its answers, so it is the same each time it is worked out.
pub fn interval_days(
    scheduler: &Scheduler,
    state: State,
    retention: f64,
    item: &ItemId,
    answers: usize,
) -> i32 {
    let exact = scheduler
        .interval_days(state, retention)
        .clamp(1.0, INTERVAL_MAX_DAYS);
    fuzzed(exact, draw(item, answers))
}

/// Anki's fuzz: none under 2.5 days; else up to 15 % of the part up to 7 days, 10 % up to 20 and 5 % beyond, plus one day,
/// to either side. Source: `rslib/src/scheduler/states/fuzz.rs`, as described in the FSRS ports. `draw` is in [0, 1).
fn fuzzed(days: f64, draw: f64) -> i32 {
    if days < 2.5 {
        return days.round().max(1.0) as i32;
    }
    let part = |from: f64, to: f64| (days.min(to) - from).max(0.0);
    let delta =
        1.0 + 0.15 * part(2.5, 7.0) + 0.10 * part(7.0, 20.0) + 0.05 * part(20.0, f64::INFINITY);
    let low = (days - delta).round().max(2.0);
    let high = (days + delta).round().clamp(low, INTERVAL_MAX_DAYS);
    (low + (draw * (high - low + 1.0)).floor()).min(high) as i32
}

/// A number in [0, 1) that depends on the item and the answer only (FNV-1a with a final mix).
pub(crate) fn draw(item: &ItemId, salt: usize) -> f64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let salt = (salt as u64).to_le_bytes();
    for byte in item.as_str().bytes().chain(salt) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    (hash >> 11) as f64 / (1_u64 << 53) as f64
}

/// The day an item is asked again; `None` if it was never answered. After Again it is the same day.
pub fn due_day(history: &History, item: &ItemId, record: &Record) -> Option<Day> {
    let (state, last) = (record.state()?, record.last()?);
    let day = history.day(last.at);
    if last.grade == Grade::Again {
        return Some(day);
    }
    let retention = history.settings().retention();
    let days = interval_days(history.scheduler(), state, retention, item, record.count());
    Some(day.plus(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_intervals_are_not_moved_and_long_ones_stay_near() {
        assert_eq!(fuzzed(1.0, 0.99), 1);
        assert_eq!(fuzzed(2.4, 0.99), 2);
        for step in 0..100 {
            let draw = f64::from(step) / 100.0;
            assert!(
                (8..=12).contains(&fuzzed(10.0, draw)),
                "{}",
                fuzzed(10.0, draw)
            );
            assert!((93..=107).contains(&fuzzed(100.0, draw)));
        }
        assert_eq!((fuzzed(100.0, 0.0), fuzzed(100.0, 0.999)), (93, 107));
    }

    #[test]
    fn the_draw_depends_on_item_and_answer_and_is_even() {
        let ids: Vec<ItemId> = (0..2_000)
            .filter_map(|n| ItemId::parse(&format!("t/i-{n}")))
            .collect();
        let mean = ids.iter().map(|id| draw(id, 3)).sum::<f64>() / ids.len() as f64;
        assert!((mean - 0.5).abs() < 0.03, "{mean}");
        assert!((draw(&ids[0], 1) - draw(&ids[0], 2)).abs() > 1e-6);
        assert!((draw(&ids[0], 1) - draw(&ids[0], 1)).abs() < f64::EPSILON);
    }
}
