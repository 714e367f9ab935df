//! The memory room against the published test vectors of other implementations of FSRS-6, and properties that hold for any of them.
//!
//! Left out, and why: vectors of the Rust crate that need its own test collection (average recall .9435, the losses of `evaluate`),
//! which is not to be had; the clipper with two relearning steps and the ternary search for first stabilities, which its public
//! functions do not reach; its simulator, which we have no part of; ts-fsrs's generator (Alea), since our draws are our own;
//! py-fsrs's trained parameters, since it trains with another optimiser.

mod fsrs_rs;
mod hashcards;
mod items;
mod properties;
mod py_fsrs;
mod ts_fsrs;

use cairn::memory::{Elapsed, Grade, Parameters, Scheduler, State};

/// Whole days, as FSRS-6 counts them.
fn nights(nights: u32) -> Elapsed {
    Elapsed {
        days: f64::from(nights),
        nights,
    }
}

fn grade(number: u8) -> Grade {
    Grade::of(number).expect("a grade")
}

fn state(stability: f32, difficulty: f32) -> State {
    State {
        stability,
        difficulty,
    }
}

/// A scheduler with 21 weights, or with fewer as older versions of FSRS had them.
fn scheduler(weights: &[f32]) -> Scheduler {
    let weights = fsrs::check_and_fill_parameters(weights).expect("17, 19 or 21 weights");
    Scheduler::new(&Parameters::fsrs6(&weights).expect("weights in range")).expect("a scheduler")
}

/// The published weights with some changed.
fn published_with(changes: &[(usize, f32)]) -> Vec<f32> {
    let mut weights = Parameters::default().weights().to_vec();
    for (index, weight) in changes {
        weights[*index] = *weight;
    }
    weights
}

/// The state after ratings with the whole days before each.
fn fold(scheduler: &Scheduler, history: &[(u8, u32)]) -> State {
    let mut state = None;
    for (rating, days) in history {
        state = Some(
            scheduler
                .outlook(state, nights(*days))
                .after(grade(*rating)),
        );
    }
    state.expect("at least one answer")
}

/// The history that three implementations test: Again and Good on one day, then Good after 1, 3, 8 and 21 days.
const HISTORY: [(u8, u32); 6] = [(1, 0), (3, 0), (3, 1), (3, 3), (3, 8), (3, 21)];

/// Intervals after each of these ratings at 90 %, each answer on its day. As in the libraries with their learning steps the first
/// Good and every Again stay on the same day.
fn intervals(ratings: &[u8]) -> Vec<u32> {
    let scheduler = Scheduler::default();
    let mut state = None;
    let mut interval = 0;
    let mut seen = Vec::new();
    for (index, rating) in ratings.iter().enumerate() {
        let next = scheduler
            .outlook(state, nights(interval))
            .after(grade(*rating));
        let days = scheduler.interval_days(next, 0.9).round().max(1.0) as u32;
        interval = if *rating == 1 || index == 0 { 0 } else { days };
        seen.push(interval);
        state = Some(next);
    }
    seen
}

/// Two implementations publish the states after [`HISTORY`], with and without the answers of the same day.
#[track_caller]
fn states_with_and_without_the_short_term() {
    let with = fold(&Scheduler::default(), &HISTORY);
    close(with.stability, 53.62691, 1e-6);
    close(with.difficulty, 6.357_486_7, 1e-6);
    let weights = published_with(&[(17, 0.0), (18, 0.0), (19, 0.0)]);
    let without = fold(&scheduler(&weights), &HISTORY);
    close(without.stability, 53.335_106, 1e-6);
    close(without.difficulty, 6.357_486_7, 1e-6);
}

/// ... and two the same intervals.
#[track_caller]
fn the_published_intervals() {
    let ratings = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let expected = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    assert_eq!(intervals(&ratings), expected);
}

/// Equal but for a share `tolerance` of the larger of `b` and 1.
#[track_caller]
fn close(a: f32, b: f32, tolerance: f32) {
    assert!(
        (a - b).abs() <= tolerance * b.abs().max(1.0),
        "{a} is not {b}"
    );
}

#[track_caller]
fn close_all(a: &[f32], b: &[f32], tolerance: f32) {
    assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b) {
        close(*a, *b, tolerance);
    }
}
