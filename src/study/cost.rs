//! How long answers take: what an item costs of the learner's minutes.

use crate::deck::item::Kind;
use crate::memory::Grade;

/// Seconds by grade for the first answer, a later one, and one to an item forgotten the same day. Source: the defaults of
/// fsrs-rs 6.6.2 (`simulation.rs`), medians over many Anki users.
const FIRST: [f64; 4] = [19.58, 18.79, 13.78, 10.71];
const LATER: [f64; 4] = [19.38, 17.59, 12.38, 8.94];
const RELEARN: [f64; 4] = [16.44, 15.25, 12.32, 8.03];

/// How much longer a kind takes than a card (tunable; a question of an exam has some 70 words to read).
fn factor(kind: Kind) -> f64 {
    match kind {
        Kind::Card | Kind::Cloze => 1.0,
        Kind::Typed => 1.5,
        Kind::Choice | Kind::Order | Kind::Match => 2.5,
        Kind::Drill => 4.0,
        Kind::Case => 20.0,
    }
}

/// After so many answers of a kind the learner's own times count as much as the prior (tunable).
const OWN_WEIGHT: f64 = 30.0;

/// Why an answer is given, as far as its cost goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// The first answer.
    First,
    /// A later one.
    Later,
    /// To an item forgotten the same day.
    Relearn,
}

/// Expected seconds, from a prior and the learner's own times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    seen: [Seen; 8],
}

/// Answers of a kind. Whole milliseconds, so that the order in which they are taken in makes no difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Seen {
    count: u64,
    /// What they took.
    taken_ms: u64,
    /// What the prior expected of them.
    expected_ms: u64,
}

impl Costs {
    /// Takes in an answer and how long it took.
    pub fn learn(&mut self, kind: Kind, occasion: Occasion, grade: Grade, ms: u32) {
        let expected_ms = (prior(kind, occasion, grade) * 1_000.0).round() as u64;
        let seen = &mut self.seen[kind as usize];
        seen.count += 1;
        // Somebody who left the desk in between says nothing about the item.
        seen.taken_ms += u64::from(ms).min(10 * expected_ms);
        seen.expected_ms += expected_ms;
    }

    /// Expected seconds of an answer.
    pub fn seconds(&self, kind: Kind, occasion: Occasion, grade: Grade) -> f64 {
        let seen = self.seen[kind as usize];
        let count = seen.count as f64;
        let own = if seen.expected_ms > 0 {
            seen.taken_ms as f64 / seen.expected_ms as f64
        } else {
            1.0
        };
        let pace = (OWN_WEIGHT + count * own) / (OWN_WEIGHT + count);
        prior(kind, occasion, grade) * pace
    }

    /// How the learner's pace of a kind stands to the prior's for cards: seconds times this are the kind's seconds.
    pub fn pace(&self, kind: Kind) -> f64 {
        self.seconds(kind, Occasion::Later, Grade::Good) / LATER[2]
    }
}

/// Seconds of a card before anything is known of the learner: the unit in which a programme counts.
pub(super) fn of_card(occasion: Occasion, grade: Grade) -> f64 {
    prior(Kind::Card, occasion, grade)
}

fn prior(kind: Kind, occasion: Occasion, grade: Grade) -> f64 {
    let table = match occasion {
        Occasion::First => FIRST,
        Occasion::Later => LATER,
        Occasion::Relearn => RELEARN,
    };
    table[usize::from(grade.number() - 1)] * factor(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_times_count_more_the_more_there_are() {
        let mut costs = Costs::default();
        let before = costs.seconds(Kind::Choice, Occasion::Later, Grade::Good);
        assert!((before - 12.38 * 2.5).abs() < 1e-9);
        for _ in 0..30 {
            costs.learn(Kind::Choice, Occasion::Later, Grade::Good, 61_900);
        }
        let after = costs.seconds(Kind::Choice, Occasion::First, Grade::Again);
        assert!((after / (19.58 * 2.5) - 1.5).abs() < 1e-9, "{after}");
        assert!(
            (costs.pace(Kind::Card) - 1.0).abs() < 1e-9,
            "other kinds are as they were"
        );
    }
}
