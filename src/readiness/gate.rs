//! Whether there is evidence enough to speak of a probability, and what is missing.

use super::evidence::Evidence;
use crate::deck::track::Track;

/// First sightings of questions in all, of each domain, and of a task that counts as covered (`exams/notes.md`, section E, 5).
pub const FIRSTS_MIN: usize = 40;
/// Of each domain.
pub const DOMAIN_MIN: usize = 5;
/// Of a task that counts as covered.
pub const TASK_MIN: usize = 3;
/// This share of the tasks must be covered.
pub const COVERED_MIN: f64 = 0.8;
/// "Ready" wants so many timed mocks of new questions ...
pub const MOCKS_MIN: usize = 2;
/// ... so far above the cut ...
pub const MARGIN: f64 = 0.05;
/// ... and such a probability.
pub const READY: f64 = 0.85;

/// What is missing before a probability can be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// First sightings of questions in all that are still wanted.
    pub firsts: usize,
    /// Domains with too few: name and how many are wanted.
    pub domains: Vec<(String, usize)>,
    /// Tasks that are not covered, and how many of them must be.
    pub tasks: (Vec<String>, usize),
}

/// How it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Not enough evidence yet.
    Closed(Missing),
    /// Enough for a probability.
    Open {
        /// Timed mocks of new questions that reached the cut and the margin.
        mocks: usize,
    },
}

impl Gate {
    /// Of what is known.
    pub fn of(evidence: &Evidence, track: &Track) -> Self {
        let tasks: Vec<_> = track.tasks().collect();
        let mut missing = Missing {
            firsts: FIRSTS_MIN.saturating_sub(evidence.total()),
            ..Missing::default()
        };
        for domain in &track.domains {
            let of_domain = tasks
                .iter()
                .zip(&evidence.firsts)
                .filter(|((d, _), _)| d.id == domain.id);
            let has: usize = of_domain.map(|(_, count)| count).sum();
            if has < DOMAIN_MIN {
                missing
                    .domains
                    .push((domain.name.clone(), DOMAIN_MIN - has));
            }
        }
        let open = tasks
            .iter()
            .zip(&evidence.firsts)
            .filter(|(_, count)| **count < TASK_MIN);
        let open: Vec<String> = open
            .map(|((_, task), _)| format!("{} {}", task.id, task.name))
            .collect();
        let wanted = (COVERED_MIN * tasks.len() as f64).ceil() as usize;
        let covered = tasks.len() - open.len();
        if covered < wanted {
            missing.tasks = (open, wanted - covered);
        }
        if missing == Missing::default() {
            let above = |mock: &&(_, f64, f64)| mock.1 + 1e-9 >= mock.2 + MARGIN;
            Self::Open {
                mocks: evidence.mocks.iter().filter(above).count(),
            }
        } else {
            Self::Closed(missing)
        }
    }

    /// Whether the learner is ready, with such a probability.
    pub fn is_ready(&self, probability: f64) -> bool {
        matches!(self, Self::Open { mocks } if *mocks >= MOCKS_MIN && probability >= READY)
    }
}
