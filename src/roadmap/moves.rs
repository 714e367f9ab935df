//! How the chance of passing an exam moved in a period, and why.

use super::fact::Span;
use crate::deck::track::Track;
use crate::readiness::{Evidence, FEW_DRAWS, Gate, Outlook, estimate_by};
use crate::time::Day;

/// A domain moved if it adds or takes so much of the score (tunable): less is noise of the draws.
const POINTS_MIN: f64 = 0.002;

/// What was known of an exam at the end of a day, once there was evidence enough.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The chance of passing, 0 to 1.
    pub passing: f64,
    /// Nine times in ten within, if more were known.
    pub range: (f64, f64),
    /// What each domain adds to the expected score, 0 to 1, in the order of the blueprint.
    pub domains: Vec<f64>,
}

impl Known {
    /// At the end of a day; `None` where there was not enough evidence.
    pub fn on(track: &Track, evidence: &Evidence, day: Day) -> Option<Self> {
        let known = evidence.until(day);
        if !matches!(Gate::of(&known, track), Gate::Open { .. }) {
            return None;
        }
        let found = estimate_by(&known.observations, track, Outlook::TODAY, FEW_DRAWS);
        Some(Self {
            passing: found.passing,
            range: found.range,
            domains: found.domains.iter().map(|d| d.weight * d.share).collect(),
        })
    }
}

/// New evidence of a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Questions that were answered for the first time.
    pub firsts: usize,
    /// Of those, right.
    pub right: usize,
    /// Timed mocks of new questions.
    pub mocks: usize,
}

impl News {
    /// Of a period.
    pub fn of(evidence: &Evidence, period: Span) -> Self {
        // First sightings count in full or more, repeats and cards less.
        let is_new = |of: &&crate::readiness::Observation| of.weight >= 1.0 && period.has(of.day);
        let firsts = evidence.observations.iter().filter(is_new);
        Self {
            firsts: firsts.clone().count(),
            right: firsts.filter(|of| of.right >= 1.0).count(),
            mocks: evidence
                .mocks
                .iter()
                .filter(|(day, ..)| period.has(*day))
                .count(),
        }
    }
}

/// A domain that moved: its place in the track, and how much of the score that is, -1 to 1.
pub type Change = (usize, f64);

/// The domains that rose and fell most from one day to another.
pub fn most(before: &Known, after: &Known) -> (Option<Change>, Option<Change>) {
    let pairs = before.domains.iter().zip(&after.domains).enumerate();
    let changes: Vec<Change> = pairs
        .map(|(place, (before, after))| (place, after - before))
        .collect();
    let by_change = |a: &&Change, b: &&Change| a.1.total_cmp(&b.1);
    let rose = changes.iter().max_by(by_change).copied();
    let fell = changes.iter().min_by(by_change).copied();
    (
        rose.filter(|(_, change)| *change >= POINTS_MIN),
        fell.filter(|(_, change)| *change <= -POINTS_MIN),
    )
}
