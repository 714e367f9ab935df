//! How well the chance of passing is foretold: learners who share none of the estimator's assumptions.
//!
//! A learner has a level and abilities of the domains that hang together (a common part, and parts of their own with heavier tails
//! than the normal distribution's). Questions differ in discrimination, difficulty and in how much can be excluded by guessing; the
//! author's level is a noisy word for the difficulty. While they are observed, learners learn, and forget a little of what they
//! met first. The bank is harder or easier than the exam by a shift of its own for each learner, and the cut is not quite where it is
//! believed to be. Of repeats most are right, whatever is known.

use cairn::deck::item::Level;
use cairn::deck::track::Track;
use cairn::readiness::evidence::fall_behind;
use cairn::readiness::{Observation, Outlook, estimate};
use cairn::time::Day;
use rand::{RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64Mcg;

use super::learner::normal;

const LEARNERS: u64 = 8_000;
const SIZES: [usize; 4] = [20, 60, 150, 400];
/// New questions a day.
const A_DAY: usize = 10;
/// Questions of a mock.
const MOCK: usize = 50;

struct Learner {
    random: Pcg64Mcg,
    /// By domain, on the scale of the exam.
    abilities: Vec<f64>,
    /// How much harder the bank is.
    bank: f64,
    /// Gained while a hundred questions are answered.
    learns: f64,
}

/// A question as it is, and as its author calls it.
struct Question {
    task: usize,
    discrimination: f64,
    difficulty: f64,
    /// Right without knowing, by excluding what cannot be.
    luck: f64,
    level: Level,
}

impl Learner {
    fn new(seed: u64, domains: usize) -> Self {
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        let level = 0.9 + 0.9 * normal(&mut random);
        let own = |random: &mut Pcg64Mcg| {
            // A mixture of two normals: some domains stick out.
            let wide = if random.random_bool(0.2) { 0.9 } else { 0.35 };
            level + wide * normal(random)
        };
        Self {
            abilities: (0..domains).map(|_| own(&mut random)).collect(),
            bank: 0.3 * normal(&mut random),
            learns: random.random_range(0.0..0.15),
            random,
        }
    }

    fn question(&mut self, task: usize) -> Question {
        let random = &mut self.random;
        let difficulty = 0.9 * normal(random);
        let called = difficulty + 0.7 * normal(random);
        Question {
            task,
            discrimination: (0.3 * normal(random)).exp(),
            difficulty,
            luck: random.random_range(0.15..0.4),
            level: match called {
                ..-0.8 => Level::Easy,
                0.8.. => Level::Hard,
                _ => Level::Medium,
            },
        }
    }

    /// Whether a question is answered rightly, `behind` questions before the exam.
    fn answers(&mut self, question: &Question, domain: usize, behind: f64, is_bank: bool) -> bool {
        let shift = if is_bank { self.bank } else { 0.0 };
        let ability = self.abilities[domain] - shift - self.learns * behind / 100.0;
        let known =
            1.0 / (1.0 + (-question.discrimination * (ability - question.difficulty)).exp());
        let chance = question.luck + (1.0 - question.luck) * known;
        self.random.random_bool(chance.clamp(0.0, 1.0))
    }
}

/// What was foretold of a learner, and what came.
struct Case {
    /// By ours, last mock, pooled accuracy, pooled beta-binomial.
    chances: [f64; 4],
    is_within: bool,
    passed: bool,
}

pub(super) fn run(from: u64, json: bool) -> bool {
    let text = include_str!("../../../../decks/aws-saa-c03/track.toml");
    let Ok(track) = toml::from_str::<Track>(text) else {
        return false;
    };
    let mut rows = Vec::new();
    for repeats in [false, true] {
        for size in SIZES {
            eprintln!(
                "{size} first sightings{}",
                if repeats {
                    ", half of all answers repeats"
                } else {
                    ""
                }
            );
            let cases: Vec<Case> = std::thread::scope(|scope| {
                let part = |odd: u64| {
                    let track = &track;
                    let seeds = (from..from + LEARNERS).filter(move |seed| seed % 2 == odd);
                    move || {
                        seeds
                            .map(|seed| case(seed, track, size, repeats))
                            .collect::<Vec<Case>>()
                    }
                };
                let odd = scope.spawn(part(1));
                let mut cases = part(0)();
                cases.extend(odd.join().unwrap_or_default());
                cases
            });
            rows.push((size, repeats, measures(&cases)));
        }
    }
    if json {
        let rows: Vec<_> = rows
            .iter()
            .map(|(size, repeats, m)| {
                serde_json::json!({ "firsts": size, "repeats": repeats, "brier": m.brier, "ece": m.ece, "coverage": m.coverage, "passed": m.passed })
            })
            .collect();
        println!(
            "{}",
            serde_json::json!({ "learners": LEARNERS, "from": from, "rows": rows })
        );
        return true;
    }
    println!("{LEARNERS} learners from seed {from}; Brier score / expected calibration error");
    println!(
        "firsts  repeats |      ours     | last mock     | pooled        | beta-binomial | 90 % interval of the score | passed"
    );
    for (size, repeats, m) in &rows {
        let cell = |of: usize| format!("{:.3} / {:.3}", m.brier[of], m.ece[of]);
        println!(
            "{size:6}  {:7} | {} | {} | {} | {} | holds {:4.1} %               | {:4.1} %",
            if *repeats { "half" } else { "none" },
            cell(0),
            cell(1),
            cell(2),
            cell(3),
            m.coverage * 100.0,
            m.passed * 100.0
        );
    }
    true
}

fn case(seed: u64, track: &Track, size: usize, repeats: bool) -> Case {
    let tasks: Vec<_> = track.tasks().collect();
    let place = |id: &str| track.domains.iter().position(|d| d.id == id).unwrap_or(0);
    let domains: Vec<usize> = tasks.iter().map(|(domain, _)| place(&domain.id)).collect();
    let weights: Vec<f64> = tasks
        .iter()
        .map(|(_, task)| track.weight_of(&task.id))
        .collect();
    let mut learner = Learner::new(seed, track.domains.len());
    let drawn = |learner: &mut Learner| {
        let mut at = learner.random.random::<f64>();
        let found = weights.iter().position(|weight| {
            at -= weight;
            at < 0.0
        });
        learner.question(found.unwrap_or(0))
    };
    let (mut observations, mut rights) = (Vec::new(), Vec::new());
    for number in 0..size {
        let question = drawn(&mut learner);
        let behind = (size - number) as f64;
        let is_right = learner.answers(&question, domains[question.task], behind, true);
        let first = Observation::first(
            question.task,
            is_right,
            0.25,
            question.level,
            Day(i32::try_from(number / A_DAY).unwrap_or(i32::MAX)),
        );
        if repeats {
            // Shown its answer, nearly everybody knows it the second time, some forget it again.
            let again = learner
                .random
                .random_bool(if is_right { 0.95 } else { 0.75 });
            observations.extend(first.repeated(usize::from(again), 1));
            rights.push(again);
        }
        observations.push(first);
        rights.push(is_right);
    }
    fall_behind(&mut observations);
    let found = estimate(&observations, track, Outlook::TODAY);
    // The exam.
    let scored = usize::from(track.exam.items_scored);
    let mut right = 0;
    for _ in 0..scored {
        let question = drawn(&mut learner);
        right += usize::from(learner.answers(&question, domains[question.task], 0.0, false));
    }
    let share = right as f64 / scored as f64;
    let cut = found.cut + 0.03 * normal(&mut learner.random);
    let accuracy =
        |list: &[bool]| list.iter().filter(|r| **r).count() as f64 / list.len().max(1) as f64;
    let mock = &rights[rights.len().saturating_sub(MOCK)..];
    let passes = |share: f64| f64::from(u8::from(share >= found.cut));
    Case {
        chances: [
            found.passing,
            passes(accuracy(mock)),
            passes(accuracy(&rights)),
            beta_binomial(&rights, scored, found.cut),
        ],
        is_within: (found.interval.0..=found.interval.1).contains(&share),
        passed: share >= cut,
    }
}

/// The chance that so many questions reach the cut, with one ability for all (Beta(1, 1) before).
fn beta_binomial(rights: &[bool], scored: usize, cut: f64) -> f64 {
    let right = rights.iter().filter(|r| **r).count() as f64;
    let (a, b) = (right + 1.0, rights.len() as f64 - right + 1.0);
    let wanted = (cut * scored as f64).ceil() as usize;
    // By its recurrence from none right on.
    let n = scored as f64;
    let mut chance = (0..scored)
        .map(|k| ((b + k as f64) / (a + b + k as f64)).ln())
        .sum::<f64>()
        .exp();
    let mut sum = 0.0;
    for k in 0..=scored {
        if k >= wanted {
            sum += chance;
        }
        let k = k as f64;
        chance *= (n - k) * (a + k) / ((k + 1.0) * (b + n - k - 1.0)).max(1e-300);
    }
    sum.clamp(0.0, 1.0)
}

struct Measures {
    brier: [f64; 4],
    ece: [f64; 4],
    coverage: f64,
    passed: f64,
}

fn measures(cases: &[Case]) -> Measures {
    let count = cases.len() as f64;
    let outcome = |case: &Case| f64::from(u8::from(case.passed));
    let brier = |of: usize| {
        cases
            .iter()
            .map(|case| (case.chances[of] - outcome(case)).powi(2))
            .sum::<f64>()
            / count
    };
    let ece = |of: usize| {
        let mut bins = [(0.0, 0.0, 0.0); 10];
        for case in cases {
            let bin = &mut bins[((case.chances[of] * 10.0) as usize).min(9)];
            *bin = (bin.0 + case.chances[of], bin.1 + outcome(case), bin.2 + 1.0);
        }
        bins.iter()
            .map(|(chance, passed, _)| (chance - passed).abs())
            .sum::<f64>()
            / count
    };
    Measures {
        brier: [0, 1, 2, 3].map(brier),
        ece: [0, 1, 2, 3].map(ece),
        coverage: cases.iter().filter(|case| case.is_within).count() as f64 / count,
        passed: cases.iter().map(outcome).sum::<f64>() / count,
    }
}
