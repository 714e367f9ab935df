//! Memories that do not work as the planner believes. Each is told what was asked and when, and says how likely it recalls.

use rand::{Rng, RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64Mcg;

use cairn::memory::{Elapsed, Grade, Parameters, Scheduler, State};

/// A kind of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    /// FSRS-6 with other parameters for each learner and each item.
    Fsrs6,
    /// FSRS-7 (two stabilities), by the formulas of its 34-parameter form.
    Fsrs7,
    /// ACT-R with decay that depends on activation. Source: Pavlik and Anderson 2005, 2008.
    ActR,
    /// Plain exponential forgetting with item difficulty.
    Exponential,
}

impl Family {
    pub(crate) const ALL: [Self; 4] = [Self::Fsrs6, Self::Fsrs7, Self::ActR, Self::Exponential];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Fsrs6 => "fsrs6",
            Self::Fsrs7 => "fsrs7",
            Self::ActR => "actr",
            Self::Exponential => "exponential",
        }
    }
}

/// One learner.
pub(crate) struct Learner {
    family: Family,
    schedulers: Vec<Scheduler>,
    items: Vec<Item>,
    rng: Pcg64Mcg,
}

#[derive(Clone, Debug, Default)]
struct Item {
    /// How much harder or easier than usual, around 0.
    bent: f64,
    scheduler: usize,
    fsrs: Option<State>,
    /// FSRS-7: long and short stability, difficulty. Exponential: stability in the first.
    stabilities: Option<[f64; 3]>,
    /// ACT-R: time in days and decay of each practice.
    practices: Vec<(f64, f64)>,
    last: f64,
}

/// A standard normal number (Box and Muller).
pub(crate) fn normal(rng: &mut impl Rng) -> f64 {
    let (a, b): (f64, f64) = (rng.random::<f64>().max(1e-12), rng.random());
    (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos()
}

impl Learner {
    pub(crate) fn new(family: Family, items: usize, seed: u64) -> Self {
        let mut rng = Pcg64Mcg::seed_from_u64(seed.wrapping_mul(0x9e37_79b9) ^ family as u64);
        let pace = 0.25 * normal(&mut rng);
        // Eight sets of parameters around the learner's own.
        let schedulers = (0..8).map(|_| perturbed(&mut rng, pace)).collect();
        let items = (0..items)
            .map(|_| Item {
                bent: 0.4 * normal(&mut rng) + pace,
                scheduler: rng.random_range(0..8),
                ..Item::default()
            })
            .collect();
        Self {
            family,
            schedulers,
            items,
            rng,
        }
    }

    /// The probability that an item is recalled at a time in days.
    pub(crate) fn recall(&self, index: usize, at: f64) -> f64 {
        let item = &self.items[index];
        let gone = (at - item.last).max(0.0);
        match self.family {
            Family::Fsrs6 => item.fsrs.map_or(0.0, |state| {
                self.schedulers[item.scheduler].retrievability(state, gone)
            }),
            Family::Fsrs7 => item.stabilities.map_or(0.0, |s| fsrs7::recall(s, gone).0),
            Family::ActR => actr_recall(&item.practices, at, item.bent),
            Family::Exponential => item.stabilities.map_or(0.0, |[stability, ..]| {
                (0.9_f64.ln() * gone / stability).exp()
            }),
        }
    }

    /// An item is asked at a time in days, or learned if it is new. Whether it was recalled, and with what grade.
    pub(crate) fn ask(&mut self, index: usize, at: f64) -> Grade {
        let is_new = !self.knows(index);
        let draw: f64 = self.rng.random();
        let recalled = if is_new {
            // First grades fall as in the cost table, better for items that are easy for this learner.
            draw < 0.76 + 0.1 * self.items[index].bent.clamp(-2.0, 2.0)
        } else {
            draw < self.recall(index, at)
        };
        let grade = self.grade(recalled, is_new);
        self.practise(index, at, grade);
        grade
    }

    fn knows(&self, index: usize) -> bool {
        let item = &self.items[index];
        item.fsrs.is_some() || item.stabilities.is_some() || !item.practices.is_empty()
    }

    fn grade(&mut self, recalled: bool, is_new: bool) -> Grade {
        if !recalled {
            return Grade::Again;
        }
        let (hard, good) = if is_new {
            (0.124, 0.775)
        } else {
            (0.224, 0.855)
        };
        let draw: f64 = self.rng.random();
        if draw < hard {
            Grade::Hard
        } else if draw < good {
            Grade::Good
        } else {
            Grade::Easy
        }
    }

    fn practise(&mut self, index: usize, at: f64, grade: Grade) {
        let family = self.family;
        let item = &mut self.items[index];
        let gone = (at - item.last).max(0.0);
        match family {
            Family::Fsrs6 => {
                let elapsed = Elapsed {
                    days: gone,
                    nights: gone.round() as u32,
                };
                let scheduler = &self.schedulers[item.scheduler];
                item.fsrs = Some(scheduler.after(item.fsrs, elapsed, grade));
            }
            Family::Fsrs7 => item.stabilities = Some(fsrs7::after(item.stabilities, gone, grade)),
            Family::ActR => {
                let activation = actr_activation(&item.practices, at);
                // Decay of a practice grows with the activation at its time.
                let decay = ACTR_GROWTH * activation.exp() + ACTR_DECAY;
                item.practices.push((at, decay));
            }
            Family::Exponential => {
                let [stability, ..] = item.stabilities.unwrap_or([0.0; 3]);
                let recall = if stability > 0.0 {
                    (0.9_f64.ln() * gone / stability).exp()
                } else {
                    0.0
                };
                let first = (1.2 + 0.6 * item.bent).exp().clamp(0.5, 15.0);
                let next = match (stability > 0.0, grade) {
                    (false, Grade::Again) => first * 0.3,
                    (false, _) => first,
                    (true, Grade::Again) => (stability * 0.35).max(0.3),
                    // Spacing helps: the less was left, the more is gained.
                    (true, _) => {
                        stability
                            * (1.05
                                + (1.6 + 0.5 * item.bent).clamp(0.3, 3.0) * (1.0 - recall).sqrt())
                    }
                };
                item.stabilities = Some([next, 0.0, 0.0]);
            }
        }
        item.last = at;
    }

    /// The learner's own chance, for what the world decides.
    pub(crate) fn chance(&mut self) -> f64 {
        self.rng.random()
    }

    /// A factor on an answer's seconds, around one.
    pub(crate) fn tempo(&mut self) -> f64 {
        (0.35 * normal(&mut self.rng) - 0.06).exp()
    }
}

fn perturbed(rng: &mut Pcg64Mcg, pace: f64) -> Scheduler {
    let weights: Vec<f32> = Parameters::default()
        .weights()
        .iter()
        .enumerate()
        .map(|(index, weight)| {
            let spread = if index < 4 { 0.5 } else { 0.15 };
            let lift = if index < 4 { pace } else { 0.0 };
            weight * ((spread * normal(rng) + lift) as f32).exp()
        })
        .collect();
    // Perturbed ones may leave the model's range; then the published ones do.
    Parameters::fsrs6(&weights)
        .and_then(|parameters| Scheduler::new(&parameters))
        .unwrap_or_default()
}

/// ACT-R's parameters, fitted to the real log of `tests/data/review_logs_josh.csv` by a random search over log loss (.506; .76 with
/// those of the paper, which were fitted to word pairs within a fortnight): decay of a first practice and how it grows with the
/// activation at the time of a practice, noise, threshold, and what time between sessions counts, since less interferes there.
const ACTR_DECAY: f64 = 0.0985;
const ACTR_GROWTH: f64 = 0.3297;
const ACTR_NOISE: f64 = 0.3712;
const ACTR_THRESHOLD: f64 = -0.8649;
const ACTR_SCALE: f64 = 86_400.0 * 0.0063;

fn actr_activation(practices: &[(f64, f64)], at: f64) -> f64 {
    if practices.is_empty() {
        return f64::NEG_INFINITY;
    }
    let sum: f64 = practices
        .iter()
        .map(|(then, decay)| ((at - then).max(1e-4) * ACTR_SCALE).max(1.0).powf(-decay))
        .sum();
    sum.ln()
}

/// Threshold and noise as in the same source, moved by the item.
fn actr_recall(practices: &[(f64, f64)], at: f64, bent: f64) -> f64 {
    let activation = actr_activation(practices, at);
    1.0 / (1.0 + ((ACTR_THRESHOLD - 0.2 * bent - activation) / ACTR_NOISE).exp())
}

/// FSRS-7 with its published defaults.
mod fsrs7 {
    use cairn::memory::Grade;

    const W: [f64; 34] = [
        0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0.0, 1.3826, 0.7024,
        0.5999, 0.8146, 0.6398, 1.0, 1.3207, 0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162,
        1.0869, 0.1567, 0.0801, 0.2421, 0.9464, 0.1433, 0.7145, 0.0, 0.5667, 0.3734, 0.5333,
        0.3048,
    ];

    /// Recall after so many days, and the short curve alone.
    pub(super) fn recall([long, short, difficulty]: [f64; 3], days: f64) -> (f64, f64) {
        let first = -(W[23] * short.powf(W[33] - 0.3)).clamp(0.01, 0.95);
        let one = (1.0 + days / short * ((W[25].ln() / first).min(60.0).exp() - 1.0)).powf(first);
        let second = -W[24].clamp(0.01, 0.95);
        let bend = ((difficulty - 5.0) * (W[32] - 0.3)).exp();
        let two = (1.0 + days / long * (W[26].powf(1.0 / second) - 1.0) * bend).powf(second);
        let a = W[27] * short.powf(-W[29]);
        let b = W[28] * long.powf(W[30]) * ((difficulty - 5.0) * (W[31] - 0.5)).exp();
        ((a * one + b * two) / (a + b) * (1.0 - 2e-5) + 1e-5, one)
    }

    fn first_difficulty(grade: f64) -> f64 {
        W[4] - (W[5] * (grade - 1.0)).exp() + 1.0
    }

    pub(super) fn after(state: Option<[f64; 3]>, days: f64, grade: Grade) -> [f64; 3] {
        let g = f64::from(grade.number());
        let Some([long, short, difficulty]) = state else {
            let long = W[usize::from(grade.number() - 1)];
            return [long, 0.8 * long, first_difficulty(g).clamp(1.0, 10.0)];
        };
        let (all, short_curve) = recall([long, short, difficulty], days);
        let grown = |s: f64, k: usize, r: f64| {
            let fail = W[k + 3] * ((s + 1.0).powf(W[k + 4]) - 1.0) * ((1.0 - r) * W[k + 5]).exp();
            let least = s.min(fail);
            let bonus = match grade {
                Grade::Again => return least.clamp(1e-4, 36_500.0),
                Grade::Hard => W[k + 6],
                Grade::Good => 1.0,
                Grade::Easy => W[k + 7],
            };
            let gain = (W[k] - 1.5).exp()
                * (11.0 - difficulty)
                * s.powf(-W[k + 1])
                * (((1.0 - r) * W[k + 2]).exp() - 1.0)
                * bonus;
            least.max(s * (1.0 + gain)).clamp(1e-4, 36_500.0)
        };
        let new_long = grown(long, 7, all);
        let mut new_short = grown(short, 15, short_curve);
        if grade == Grade::Again {
            new_short = new_short.min(0.8 * new_long);
        }
        let mut step = -W[6] * (g - 3.0);
        if grade == Grade::Again {
            step *= all + 0.1;
        }
        let moved = difficulty + step * (10.0 - difficulty) / 9.0;
        let back = 0.01 * first_difficulty(4.0) + 0.99 * moved;
        [new_long, new_short.max(1e-4), back.clamp(1.0, 10.0)]
    }
}
