//! What holds whatever the numbers.

use super::{grade, nights, state};
use cairn::memory::{Grade, Scheduler};

#[test]
fn retrievability_is_one_at_once_and_nine_tenths_after_one_stability() {
    let scheduler = Scheduler::default();
    let state = state(12.0, 4.0);
    assert!((scheduler.retrievability(state, 0.0) - 1.0).abs() < 1e-9);
    assert!((scheduler.retrievability(state, 12.0) - 0.9).abs() < 1e-6);
    assert!(scheduler.retrievability(state, -5.0) <= 1.0);
}

#[test]
fn a_better_grade_never_leaves_a_weaker_memory() {
    let scheduler = Scheduler::default();
    for days in [0, 1, 7, 60, 400] {
        let mut state = None;
        for number in [3, 1, 2, 4, 3] {
            let outlook = scheduler.outlook(state, nights(days));
            let stabilities = Grade::ALL.map(|g| outlook.after(g).stability);
            assert!(stabilities.is_sorted(), "{stabilities:?} after {days} days");
            state = Some(outlook.after(grade(number)));
        }
    }
}

proptest::proptest! {
    /// A replay and the buttons must not differ by a bit.
    #[test]
    fn one_grade_alone_is_what_the_outlook_says(
        stability in 0.001_f32..30_000.0,
        difficulty in 1.0_f32..10.0,
        days in 0_u32..4_000,
        first in proptest::bool::ANY,
    ) {
        let scheduler = Scheduler::default();
        let state = (!first).then_some(state(stability, difficulty));
        for grade in Grade::ALL {
            let together = scheduler.outlook(state, nights(days)).after(grade);
            proptest::prop_assert_eq!(scheduler.after(state, nights(days), grade), together);
        }
    }
}
