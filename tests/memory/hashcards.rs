//! Vectors of hashcards 0.5 (`src/fsrs.rs`), to two digits. It implements FSRS-5, whose formulas for answers on different days
//! are those of FSRS-6 with two weights fewer.

use super::{grade, nights, scheduler};
use cairn::memory::Grade;

/// The published weights of FSRS-5.
const NINETEEN: [f32; 19] = [
    0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046, 1.54575, 0.1192, 1.01925,
    1.9395, 0.11, 0.29605, 2.2698, 0.2315, 2.9898, 0.51655, 0.6621,
];

/// Stabilities after each of three answers of one grade, each on its day.
fn thrice(of: Grade) -> Vec<f32> {
    let scheduler = scheduler(&NINETEEN);
    let (mut state, mut days) = (None, 0);
    (0..3)
        .map(|_| {
            let next = scheduler.outlook(state, nights(days)).after(of);
            days = scheduler.interval_days(next, 0.9).round().max(1.0) as u32;
            state = Some(next);
            next.stability
        })
        .collect()
}

#[test]
fn three_times_good_and_three_times_easy() {
    for (number, expected) in [(3, [3.17, 10.73, 34.57]), (4, [15.69, 150.28, 1_252.22])] {
        let found = thrice(grade(number));
        for (found, expected) in found.iter().zip(expected) {
            assert!(
                (found - expected).abs() <= 0.01,
                "{found} is not {expected}"
            );
        }
    }
}
