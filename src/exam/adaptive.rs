//! An adaptive exam: each question is drawn by the answers so far, and it ends as soon as enough is known.
//!
//! The Rasch model: the chance of a right answer is `1 / (1 + e^(b - a))` for ability `a` and difficulty `b`. The pass mark is ability 0.
//! Difficulties are the authors' guesses, placed so that who just passes answers a medium question with the chance that the
//! track's cut says. So where it stops is illustrative. The three rules are those of the CISSP (`exams/notes.md`, section E): from the
//! fewest questions on, 95 % confidence on one side of the pass mark; at the most questions, the ability itself; out of time, the
//! ability after each of the last 75 questions that count, if the fewest were answered.

use std::collections::BTreeMap;

use rand::SeedableRng as _;
use rand::seq::{IndexedRandom as _, SliceRandom as _};
use rand_pcg::Pcg64Mcg;

use super::assemble::{DRILL_IN, PER_IDEA};
use super::pool::{Candidate, Pool};
use super::quota::quotas;
use super::score::Marked;
use crate::deck::id::ItemId;
use crate::deck::item::Level;
use crate::deck::track::Track;
use crate::review::{Form, Place};

/// Half-width of a 95 % interval in standard deviations.
const Z: f64 = 1.959_964;
/// What is known of an ability before the first answer: around the pass mark, by so much (logits).
const PRIOR: f64 = 1.0;
/// How far apart the levels lie (logits).
const LEVEL_STEP: f64 = 1.0;
/// So many questions are looked back on when the time runs out.
const LAST: usize = 75;

/// An ability, in logits above the pass mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ability {
    /// The estimate.
    pub at: f64,
    /// Its standard error.
    pub error: f64,
}

impl Ability {
    /// The most likely ability after answers to questions of these difficulties.
    pub fn of(answers: &[(f64, bool)]) -> Self {
        let mut at = 0.0;
        let mut information = 1.0 / (PRIOR * PRIOR);
        // Newton's method; the posterior has one maximum.
        for _ in 0..30 {
            let mut slope = -at / (PRIOR * PRIOR);
            information = 1.0 / (PRIOR * PRIOR);
            for (difficulty, is_right) in answers {
                let chance = 1.0 / (1.0 + (difficulty - at).exp());
                slope += f64::from(u8::from(*is_right)) - chance;
                information += chance * (1.0 - chance);
            }
            let step: f64 = slope / information;
            at += step.clamp(-1.0, 1.0);
            if step.abs() < 1e-9 {
                break;
            }
        }
        Self {
            at,
            error: information.sqrt().recip(),
        }
    }
}

/// What the answers so far mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Another question.
    GoOn,
    /// Above or below the pass mark with 95 % confidence.
    Confident(bool),
    /// The most questions were asked.
    Longest(bool),
    /// The time ran out.
    TimeUp(bool),
}

impl Decision {
    /// Whether it is passed; none while it goes on.
    pub fn passes(self) -> Option<bool> {
        match self {
            Self::GoOn => None,
            Self::Confident(passes) | Self::Longest(passes) | Self::TimeUp(passes) => Some(passes),
        }
    }
}

/// How difficult a level is, in logits above the ability that just passes.
pub fn difficulty(level: Level, track: &Track) -> f64 {
    let cut = f64::from(track.exam.pass.raw_percent.clamp(1, 99)) / 100.0;
    let medium = -(cut / (1.0 - cut)).ln();
    match level {
        Level::Easy => medium - LEVEL_STEP,
        Level::Medium => medium,
        Level::Hard => medium + LEVEL_STEP,
    }
}

/// The fewest and the most questions of a form.
pub fn lengths(form: &Form, track: &Track) -> (usize, usize) {
    let scoring = &track.exam.scoring;
    let most = usize::from(scoring.adaptive_max.unwrap_or(track.exam.items_max))
        .min(usize::from(form.count));
    let fewest = usize::from(scoring.adaptive_min.unwrap_or(track.exam.items_min));
    (fewest.min(most), most)
}

/// What the answers mean: difficulty and mark of each question that counts, in the order of the asking; `asked` are all questions.
pub fn decide(
    answers: &[(f64, bool)],
    asked: usize,
    (fewest, most): (usize, usize),
    is_time_up: bool,
) -> Decision {
    let ability = Ability::of(answers);
    if is_time_up {
        if asked < fewest {
            return Decision::TimeUp(false);
        }
        let from = answers.len().saturating_sub(LAST).max(1);
        let stays = (from..=answers.len()).all(|count| Ability::of(&answers[..count]).at >= 0.0);
        return Decision::TimeUp(stays && !answers.is_empty());
    }
    if asked >= most {
        return Decision::Longest(ability.at >= 0.0);
    }
    if asked >= fewest && ability.at.abs() > Z * ability.error {
        return Decision::Confident(ability.at > 0.0);
    }
    Decision::GoOn
}

/// Difficulty and mark of each marked question that counts.
pub fn answers(marks: &[Marked], track: &Track) -> Vec<(f64, bool)> {
    let scored = marks.iter().filter(|m| m.is_scored && m.is_answered);
    scored
        .map(|m| (difficulty(m.level, track), m.is_right))
        .collect()
}

/// Draws the next question: of the domain that is furthest behind its share, the one nearest to the ability, by the seed where several
/// are. `asked` are the questions so far with the places of their domains. `None` when nothing is left.
pub fn draw(
    pool: &Pool<'_>,
    track: &Track,
    form: &Form,
    asked: &[(ItemId, usize)],
    ability: Ability,
) -> Option<Place> {
    let mut random = Pcg64Mcg::seed_from_u64(form.seed.wrapping_add(asked.len() as u64 + 1));
    let is_asked = |of: &Candidate<'_>| asked.iter().any(|(item, _)| *item == of.ask.id);
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    for of in pool.candidates.iter().filter(|of| is_asked(of)) {
        *met.entry(of.ask.kin()).or_default() += 1;
    }
    let has_room = |idea: &str| met.get(idea).is_none_or(|count| *count < PER_IDEA);
    let asked_drills = pool
        .candidates
        .iter()
        .filter(|of| of.is_drill() && is_asked(of));
    let may_be_drill = asked_drills.count() < (asked.len() + 1) / DRILL_IN;
    let is_free = |of: &&Candidate<'_>| {
        !is_asked(of) && has_room(of.ask.kin()) && (may_be_drill || !of.is_drill())
    };
    let free: Vec<&Candidate<'_>> = pool.candidates.iter().filter(is_free).collect();
    let wanted = quotas(track, asked.len() + 1);
    let behind = |domain: usize| {
        let has = asked.iter().filter(|(_, of)| *of == domain).count();
        (
            (wanted[domain] + asked.len()) - has,
            u32::from(track.domains[domain].weight),
        )
    };
    let domain = free
        .iter()
        .map(|of| of.domain)
        .max_by_key(|domain| behind(*domain))?;
    let distance = |of: &&&Candidate<'_>| {
        (
            of.last.is_some(),
            ((difficulty(of.level, track) - ability.at).abs() * 1e6) as u64,
        )
    };
    let of_domain: Vec<&Candidate<'_>> =
        free.into_iter().filter(|of| of.domain == domain).collect();
    let nearest = of_domain.iter().map(|of| distance(&of)).min()?;
    let nearest: Vec<&&Candidate<'_>> = of_domain
        .iter()
        .filter(|of| distance(of) == nearest)
        .collect();
    let chosen = nearest.choose(&mut random)?;
    Some(Place {
        item: chosen.ask.id.clone(),
        is_scored: !tried_out(track, form).contains(&asked.len()),
    })
}

/// The places of the questions that do not count: so many of the fewest that everybody is asked.
fn tried_out(track: &Track, form: &Form) -> Vec<usize> {
    let (fewest, _) = lengths(form, track);
    let mut places: Vec<usize> = (0..fewest).collect();
    places.shuffle(&mut Pcg64Mcg::seed_from_u64(form.seed));
    places.truncate(usize::from(track.exam.items_unscored).min(fewest / 2));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    const LENGTHS: (usize, usize) = (100, 150);

    fn run(rights: &[bool], is_time_up: bool) -> Decision {
        let answers: Vec<(f64, bool)> = rights.iter().map(|right| (0.0, *right)).collect();
        decide(&answers, answers.len(), LENGTHS, is_time_up)
    }

    #[test]
    fn the_ability_is_where_the_slope_is_flat() {
        // Three of four right at difficulty 0 with prior N(0, 1): 3 - 4 / (1 + e^-a) = a, so a = .5228; information 1 + 4 p (1 - p).
        let ability = Ability::of(&[(0.0, true), (0.0, true), (0.0, true), (0.0, false)]);
        let chance = 1.0 / (1.0 + (-ability.at).exp());
        assert!((3.0 - 4.0 * chance - ability.at).abs() < 1e-9);
        assert!(
            (ability.error - (1.0 + 4.0 * chance * (1.0 - chance)).sqrt().recip()).abs() < 1e-9
        );
        assert_eq!(
            Ability::of(&[]),
            Ability {
                at: 0.0,
                error: 1.0
            }
        );
    }

    #[test]
    fn the_three_rules_stop_it() {
        let half: Vec<bool> = (0..150).map(|n| n % 2 == 0).collect();
        assert_eq!(run(&[true; 99], false), Decision::GoOn, "before the fewest");
        assert_eq!(run(&[true; 100], false), Decision::Confident(true));
        assert_eq!(run(&[false; 100], false), Decision::Confident(false));
        assert_eq!(run(&half[..149], false), Decision::GoOn);
        assert_eq!(run(&half, false), Decision::Longest(true));
        assert_eq!(
            run(&[true; 99], true),
            Decision::TimeUp(false),
            "too few, however good"
        );
        assert_eq!(run(&[true; 120], true), Decision::TimeUp(true));
        let mut late = vec![true; 110];
        late.extend(vec![false; 5]);
        assert_eq!(run(&late, true), Decision::TimeUp(true));
        let mut slips = vec![false; 60];
        slips.extend(vec![true; 60]);
        assert_eq!(
            run(&slips, true),
            Decision::TimeUp(false),
            "below the mark for a while"
        );
        assert_eq!(Decision::GoOn.passes(), None);
    }
}
