//! Vectors of ts-fsrs 5.4 (`packages/fsrs/__tests__/FSRS-6.test.ts` and `algorithm.test.ts`). It computes in 64 bits where we do in
//! 32, so they agree to six digits.

use super::{close, close_all, nights, state};
use cairn::memory::{Grade, Scheduler};

#[test]
fn an_interval_history() {
    super::the_published_intervals();
}

#[test]
fn the_first_repeat() {
    let scheduler = Scheduler::default();
    let first = scheduler.outlook(None, nights(0));
    let states = Grade::ALL.map(|grade| first.after(grade));
    close_all(
        &states.map(|s| s.stability),
        &[0.212, 1.2931, 2.3065, 8.2956],
        1e-6,
    );
    close_all(
        &states.map(|s| s.difficulty),
        &[6.4133, 5.112_170_7, 2.118_104, 1.0],
        1e-6,
    );
    // Only Easy leaves the learning steps, for eight days.
    let days = scheduler.interval_days(states[3], 0.9).round();
    close(days as f32, 8.0, 1e-6);
}

#[test]
fn the_retrievability_of_a_first_easy_on_its_day() {
    let scheduler = Scheduler::default();
    let easy = scheduler.outlook(None, nights(0)).after(Grade::Easy);
    close(
        scheduler.retrievability(easy, 8.0) as f32,
        0.902_473_3,
        1e-6,
    );
}

#[test]
fn memory_states_with_and_without_the_short_term() {
    super::states_with_and_without_the_short_term();
}

#[test]
fn the_forgetting_curve() {
    let curve = [0.0, 1.0, 2.0, 3.0]
        .map(|days| Scheduler::default().retrievability(state(1.0, 5.0), days) as f32);
    close_all(&curve, &[1.0, 0.9, 0.845_884_6, 0.809_388_1], 1e-6);
}

#[test]
fn the_next_difficulty() {
    let outlook = Scheduler::default().outlook(Some(state(5.0, 5.0)), nights(5));
    let found = Grade::ALL.map(|grade| outlook.after(grade).difficulty);
    let expected = [8.341_762, 6.665_995_4, 4.990_228, 3.314_461_4];
    close_all(&found, &expected, 1e-6);
}

#[test]
fn the_next_interval_at_any_retention() {
    let found: Vec<f64> = (1..=10)
        .map(|tenths| Scheduler::default().interval_days(state(1.0, 5.0), f64::from(tenths) / 10.0))
        .map(|days| days.round().max(1.0))
        .collect();
    // The first is 3,116,769 there: three days in ten thousand years are the 32 bits.
    assert!((found[0] - 3_116_769.0).abs() <= 3.0, "{}", found[0]);
    assert_eq!(
        found[1..],
        [34_793.0, 2_508.0, 387.0, 90.0, 27.0, 9.0, 3.0, 1.0, 1.0]
    );
}
