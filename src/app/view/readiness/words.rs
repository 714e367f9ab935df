//! What the readiness screen says, in words.

use crate::readiness::evidence::Evidence;
use crate::readiness::gate::{
    COVERED_MIN, DOMAIN_MIN, FIRSTS_MIN, MARGIN, MOCKS_MIN, READY, TASK_MIN,
};
use crate::readiness::{Estimate, Gate, Missing};
use crate::time::Day;

/// What is missing before anything can be told.
pub(super) fn missing_in_words(missing: &Missing) -> Vec<String> {
    let mut words = Vec::new();
    if missing.firsts > 0 {
        words.push(format!(
            "{} more questions answered for the first time ({FIRSTS_MIN} are needed)",
            missing.firsts
        ));
    }
    for (domain, wanted) in &missing.domains {
        words.push(format!(
            "{wanted} more from “{domain}” ({DOMAIN_MIN} of each domain)"
        ));
    }
    let (tasks, wanted) = &missing.tasks;
    if *wanted > 0 {
        let share = (COVERED_MIN * 100.0).round();
        words.push(format!(
            "{wanted} more tasks with at least {TASK_MIN} questions ({share} % of the tasks): {}",
            tasks.join("; ")
        ));
    }
    words
}

/// What is missing for "ready".
pub(super) fn unready(found: &Estimate, gate: &Gate) -> Vec<String> {
    let mut words = Vec::new();
    if found.passing < READY {
        words.push(format!("a chance of {:.0} %", READY * 100.0));
    }
    let mocks = match gate {
        Gate::Open { mocks } => *mocks,
        Gate::Closed(_) => 0,
    };
    if mocks < MOCKS_MIN {
        let left = MOCKS_MIN - mocks;
        let mocks = if left == 1 {
            "one timed mock"
        } else {
            "two timed mocks"
        };
        words.push(format!(
            "{mocks} of new questions at {:.0} % or more",
            (found.cut + MARGIN) * 100.0
        ));
    }
    words
}

/// What moved the chance since a week ago.
pub(super) fn moved(before: u32, now: u32, evidence: &Evidence, today: Day) -> String {
    let since = |of: &&crate::readiness::Observation| of.day > today.plus(-7) && of.weight >= 1.0;
    let new: Vec<_> = evidence.observations.iter().filter(since).collect();
    let right = new.iter().map(|of| of.right).sum::<f64>();
    let change = match now.cmp(&before) {
        std::cmp::Ordering::Greater => format!("Up {} points in a week", now - before),
        std::cmp::Ordering::Less => format!("Down {} points in a week", before - now),
        std::cmp::Ordering::Equal => "As a week ago".to_owned(),
    };
    match new.len() {
        0 => format!("{change}; no new question was answered."),
        count => format!("{change}: of {count} new questions {right:.0} were right."),
    }
}
