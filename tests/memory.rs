//! The memory room against published vectors of other implementations of FSRS-6.

use cairn::memory::{Elapsed, Grade, Scheduler, State};

fn nights(nights: u32) -> Elapsed {
    Elapsed {
        days: f64::from(nights),
        nights,
    }
}

/// Folds ratings with the whole days before each.
fn fold(history: &[(u8, u32)]) -> State {
    let scheduler = Scheduler::default();
    let mut state = None;
    for (rating, days) in history {
        let grade = Grade::of(*rating).expect("a grade");
        state = Some(scheduler.outlook(state, nights(*days)).after(grade));
    }
    state.expect("at least one answer")
}

fn close(a: f32, b: f32, tolerance: f32) {
    assert!(
        (a - b).abs() <= tolerance * b.abs().max(1.0),
        "{a} is not {b}"
    );
}

#[test]
fn first_states_are_those_of_fsrs_rs() {
    let expected = [
        (0.212, 6.4133),
        (1.2931, 5.112_170_7),
        (2.3065, 2.118_104),
        (8.2956, 1.0),
    ];
    for (grade, (stability, difficulty)) in Grade::ALL.into_iter().zip(expected) {
        let state = Scheduler::default().outlook(None, nights(0)).after(grade);
        close(state.stability, stability, 1e-6);
        close(state.difficulty, difficulty, 1e-6);
    }
}

#[test]
fn a_history_ends_in_the_state_that_fsrs_rs_and_py_fsrs_publish() {
    let state = fold(&[(1, 0), (3, 0), (3, 1), (3, 3), (3, 8), (3, 21)]);
    close(state.stability, 53.62691, 1e-5);
    close(state.difficulty, 6.357_486_7, 1e-5);
}

#[test]
fn intervals_grow_as_in_the_history_that_ts_fsrs_publishes() {
    // Good x6, Again x2, Good x5; the interval before each answer is the one the last answer gave.
    let scheduler = Scheduler::default();
    let ratings = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let expected = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    let mut state = None;
    let mut interval = 0_u32;
    let mut seen = Vec::new();
    for (index, rating) in ratings.into_iter().enumerate() {
        let grade = Grade::of(rating).expect("a grade");
        let next = scheduler.outlook(state, nights(interval)).after(grade);
        // As in ts-fsrs with its learning steps: the first Good and every Again stay on the same day.
        let days = scheduler.interval_days(next, 0.9).round().max(1.0) as u32;
        interval = if grade == Grade::Again || index == 0 {
            0
        } else {
            days
        };
        seen.push(interval);
        state = Some(next);
    }
    assert_eq!(seen, expected);
}

#[test]
fn intervals_at_stability_one_follow_the_retention() {
    let scheduler = Scheduler::default();
    let state = State {
        stability: 1.0,
        difficulty: 5.0,
    };
    let expected = [
        (0.3, 2508.0),
        (0.5, 90.0),
        (0.7, 9.0),
        (0.8, 3.0),
        (0.9, 1.0),
    ];
    for (retention, days) in expected {
        let interval = scheduler.interval_days(state, retention).round().max(1.0);
        assert!((interval - days).abs() < 0.5, "{retention}: {interval}");
    }
}

#[test]
fn retrievability_is_one_at_once_and_nine_tenths_after_one_stability() {
    let scheduler = Scheduler::default();
    let state = State {
        stability: 12.0,
        difficulty: 4.0,
    };
    assert!((scheduler.retrievability(state, 0.0) - 1.0).abs() < 1e-9);
    assert!((scheduler.retrievability(state, 12.0) - 0.9).abs() < 1e-6);
    assert!(scheduler.retrievability(state, -5.0) <= 1.0);
}

#[test]
fn a_better_grade_never_leaves_a_weaker_memory() {
    let scheduler = Scheduler::default();
    for days in [0, 1, 7, 60, 400] {
        let mut state = None;
        for grade in [
            Grade::Good,
            Grade::Again,
            Grade::Hard,
            Grade::Easy,
            Grade::Good,
        ] {
            let outlook = scheduler.outlook(state, nights(days));
            let stabilities = Grade::ALL.map(|g| outlook.after(g).stability);
            assert!(stabilities.is_sorted(), "{stabilities:?} after {days} days");
            state = Some(outlook.after(grade));
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
        let state = (!first).then_some(State { stability, difficulty });
        for grade in Grade::ALL {
            let together = scheduler.outlook(state, nights(days)).after(grade);
            proptest::prop_assert_eq!(scheduler.after(state, nights(days), grade), together);
        }
    }
}
