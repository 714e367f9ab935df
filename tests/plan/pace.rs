//! The pace of new items.

use cairn::deck::id::ItemId;
use cairn::deck::library::Library;
use cairn::memory::{Grade, Scheduler};
use cairn::review::History;
use cairn::study::Why;
use cairn::time::DAY_MS;

use crate::log::{EVENING, Log, library};

/// Forty items, answered after these gaps in days, remembered or not.
fn studied(library: &Library, gaps: &[(i64, bool)]) -> Log {
    let mut log = Log::new();
    log.minutes(60);
    log.book(40);
    let ids: Vec<ItemId> = library.asks().iter().map(|ask| ask.id.clone()).collect();
    for (id, half_minute) in ids.iter().take(40).zip(0_i64..) {
        let mut at = EVENING - 90 * DAY_MS + half_minute * 30_000;
        log.answer(at, id, Grade::Good, 20.0);
        for (gap, passed) in gaps {
            at += gap * DAY_MS;
            let grade = if *passed { Grade::Good } else { Grade::Again };
            log.answer(at, id, grade, 20.0);
        }
    }
    log
}

#[test]
fn new_items_come_at_a_pace_that_leaves_room_for_what_is_known() {
    let library = library();
    let log = studied(&library, &[(2, true), (9, false), (30, false)]);
    let plan = log.day(&library, EVENING);
    let known = |entry: &cairn::study::Entry| entry.why == Why::Due;
    let last = plan.entries.iter().rposition(known).expect("reviews");
    let new = plan.entries[..last].iter().filter(|entry| !known(entry));
    // Twice an even spread of some 170 over forty days, and one for each task that was never met, not the whole list.
    let new = new.count();
    assert!(new <= 9 + 14, "{new} new ones before the last known one");
}

#[test]
fn answers_that_bear_out_a_slow_forgetting_let_a_learner_meet_more_at_once() {
    let library = library();
    let slow = studied(&library, &[(30, true), (50, true)]);
    let fast = studied(&library, &[(9, false), (30, false)]);
    assert!(slow.history.evidence() > 0.0, "{}", slow.history.evidence());
    assert!(fast.history.evidence() < 0.0, "{}", fast.history.evidence());
    assert!(History::new(Scheduler::default()).evidence().abs() < 1e-12);
    let early = |log: &Log| {
        let plan = log.day(&library, EVENING);
        let mut ranks = plan.entries.iter();
        ranks
            .position(|entry| entry.why == Why::Due)
            .unwrap_or(plan.entries.len())
    };
    assert!(early(&slow) >= early(&fast));
}
