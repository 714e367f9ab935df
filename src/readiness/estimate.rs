//! The chance of passing: scores of real forms, drawn from what is known.

use rand::RngExt as _;
use rand::SeedableRng as _;
use rand_pcg::Pcg64Mcg;

use super::evidence::Observation;
use super::posterior::Posterior;
use crate::deck::track::{ScoringModel, Track};

/// So many forms are drawn (tunable); for a line over weeks fewer will do.
pub const DRAWS: usize = 600;
/// For a line over weeks.
pub const FEW_DRAWS: usize = 150;
/// The same ones each time, so that the same evidence gives the same figure.
const SEED: u64 = 0x00CA_1412;
/// How far bank and exam may differ, in logits; about .05 of the score (`srs/notes.md`, section 6).
const SHIFT_SD: f64 = 0.25;
/// How far the cut may lie from what is believed.
const CUT_SD: f64 = 0.03;
/// How much of a loss of what is remembered an exam shows, in logits (tunable). Questions ask for more than the items of a deck.
const LOSS: f64 = 0.5;
/// ... and of a gain: who knows every item has not seen every question.
const GAIN: f64 = 0.2;
/// How unsure that is, as a share of it.
const UNSURE: f64 = 0.5;

/// A change of what is remembered: expected recall by the blueprint's weights, 0 to 1, now and on the day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook {
    /// Now.
    pub now: f64,
    /// On the day.
    pub then: f64,
}

impl Outlook {
    /// Nothing changes.
    pub const TODAY: Self = Self {
        now: 0.5,
        then: 0.5,
    };

    /// In logits.
    fn shift(self) -> f64 {
        let logit = |share: f64| {
            let share = share.clamp(0.05, 0.98);
            (share / (1.0 - share)).ln()
        };
        let change = logit(self.then) - logit(self.now);
        change * if change > 0.0 { GAIN } else { LOSS }
    }
}

/// What to expect of one domain.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainEstimate {
    /// The place of the domain in the track.
    pub domain: usize,
    /// Share of the exam.
    pub weight: f64,
    /// Expected share right, and its 90 % interval.
    pub share: f64,
    /// ... from, to.
    pub interval: (f64, f64),
}

/// What to expect of the exam. Shares are 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// The chance of passing.
    pub passing: f64,
    /// What it might be if more were known: nine of ten times within.
    pub range: (f64, f64),
    /// The expected score.
    pub score: f64,
    /// Nine of ten forms score within.
    pub interval: (f64, f64),
    /// The share that passes.
    pub cut: f64,
    /// By domain.
    pub domains: Vec<DomainEstimate>,
    /// Expected share right by task, in the order of the blueprint.
    pub tasks: Vec<f64>,
    /// By how much the chance rises with the expected score, per point of 0 to 1.
    pub slope: f64,
}

/// Of a track, after these observations, with what is remembered on the day.
pub fn estimate(observations: &[Observation], track: &Track, outlook: Outlook) -> Estimate {
    estimate_by(observations, track, outlook, DRAWS)
}

/// The same by so many draws.
pub fn estimate_by(
    observations: &[Observation],
    track: &Track,
    outlook: Outlook,
    draws: usize,
) -> Estimate {
    let paper = Paper::of(track);
    let posterior = Posterior::of(observations, &paper.domains);
    let mut random = Pcg64Mcg::seed_from_u64(SEED);
    let shift = outlook.shift();
    let mut forms = Drawn {
        by_domain: vec![Vec::with_capacity(draws); track.domains.len()],
        tasks: vec![0.0; paper.weights.len()],
        ..Drawn::default()
    };
    for _ in 0..draws {
        let normals: Vec<f64> = (0..posterior.size() + 3)
            .map(|_| normal(&mut random))
            .collect();
        let (bank, form) = (normals[posterior.size()], normals[posterior.size() + 1]);
        let shift = shift * (1.0 + UNSURE * normals[posterior.size() + 2]);
        let abilities = posterior.draw(&normals);
        let shares = abilities
            .iter()
            .map(|ability| paper.share(ability + shift + SHIFT_SD * bank));
        forms.take(&paper, &shares.collect::<Vec<_>>(), form);
    }
    forms.estimate(&paper, track)
}

/// What the exam asks for.
struct Paper {
    /// The weight of each task.
    weights: Vec<f64>,
    /// The domain of each task.
    domains: Vec<usize>,
    cut: f64,
    /// Questions that count.
    questions: f64,
    /// The chance of a right answer without knowing anything.
    guess: f64,
}

impl Paper {
    fn of(track: &Track) -> Self {
        let place = |id: &str| track.domains.iter().position(|d| d.id == id).unwrap_or(0);
        let weight = |id: &str| track.weight_of(id);
        Self {
            weights: track.tasks().map(|(_, task)| weight(&task.id)).collect(),
            domains: track.tasks().map(|(domain, _)| place(&domain.id)).collect(),
            cut: f64::from(track.exam.pass.raw_percent) / 100.0,
            questions: f64::from(track.exam.items_scored.max(1)),
            guess: guess(track),
        }
    }

    /// The share of its questions that an ability answers right.
    fn share(&self, ability: f64) -> f64 {
        self.guess + (1.0 - self.guess) / (1.0 + (-ability).exp())
    }
}

/// What the forms drawn so far say.
#[derive(Default)]
struct Drawn {
    chances: Vec<f64>,
    means: Vec<f64>,
    scores: Vec<f64>,
    slope: f64,
    by_domain: Vec<Vec<f64>>,
    tasks: Vec<f64>,
}

impl Drawn {
    /// One more form: the share of each task that would be right, and how lucky the form is, in standard deviations.
    fn take(&mut self, paper: &Paper, shares: &[f64], luck: f64) {
        let weighted = || shares.iter().zip(&paper.weights);
        let mean: f64 = weighted().map(|(share, weight)| share * weight).sum();
        let spread: f64 = weighted().map(|(s, weight)| weight * s * (1.0 - s)).sum();
        let variance = spread / paper.questions;
        let sd = (variance + CUT_SD * CUT_SD).sqrt();
        let z = (mean - paper.cut) / sd;
        self.chances.push(cumulative(z));
        self.slope += density(z) / sd;
        self.scores
            .push((mean + variance.sqrt() * luck).clamp(0.0, 1.0));
        self.means.push(mean);
        for (sum, share) in self.tasks.iter_mut().zip(shares) {
            *sum += share;
        }
        for (domain, list) in self.by_domain.iter_mut().enumerate() {
            let of = || weighted().zip(&paper.domains).filter(|of| *of.1 == domain);
            let weight: f64 = of().map(|((_, weight), _)| weight).sum();
            let right: f64 = of().map(|((share, weight), _)| share * weight).sum();
            list.push(if weight > 0.0 { right / weight } else { 0.0 });
        }
    }

    fn estimate(mut self, paper: &Paper, track: &Track) -> Estimate {
        let draws = self.means.len().max(1) as f64;
        let domains = self.by_domain.into_iter().zip(&track.domains).enumerate();
        let domains = domains.map(|(place, (mut list, domain))| DomainEstimate {
            domain: place,
            weight: f64::from(domain.weight) / 100.0,
            share: mean_of(&list),
            interval: middle(&mut list),
        });
        Estimate {
            passing: mean_of(&self.chances),
            range: middle(&mut self.chances),
            score: mean_of(&self.means),
            interval: middle(&mut self.scores),
            cut: paper.cut,
            domains: domains.collect(),
            tasks: self.tasks.iter().map(|sum| sum / draws).collect(),
            slope: self.slope / draws,
        }
    }
}

/// The chance of a right answer on the exam without knowing anything: four options, ten choose-two of five.
fn guess(track: &Track) -> f64 {
    if track.exam.scoring.model == ScoringModel::Checks {
        return 0.0;
    }
    let several = f64::from(track.exam.multi_percent.unwrap_or(0)) / 100.0;
    (1.0 - several) * 0.25 + several * 0.1
}

fn mean_of(list: &[f64]) -> f64 {
    list.iter().sum::<f64>() / list.len().max(1) as f64
}

/// The middle nine tenths.
fn middle(list: &mut [f64]) -> (f64, f64) {
    list.sort_by(f64::total_cmp);
    let at = |share: f64| list[((list.len() - 1) as f64 * share).round() as usize];
    (at(0.05), at(0.95))
}

/// A standard normal number (Box and Muller, 1958).
fn normal(random: &mut Pcg64Mcg) -> f64 {
    let (a, b): (f64, f64) = (random.random(), random.random());
    (-2.0 * (1.0 - a).ln()).sqrt() * (std::f64::consts::TAU * b).cos()
}

fn density(z: f64) -> f64 {
    (-z * z / 2.0).exp() / std::f64::consts::TAU.sqrt()
}

/// The standard normal distribution function, within 7.5e-8 (Abramowitz and Stegun, 26.2.17).
fn cumulative(z: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * z.abs());
    let tail = density(z)
        * t
        * (0.319_381_530
            + t * (-0.356_563_782
                + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
    if z > 0.0 { 1.0 - tail } else { tail }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distribution_function_is_the_normal_one() {
        for (z, chance) in [
            (0.0, 0.5),
            (1.0, 0.841_344_75),
            (-1.644_853_6, 0.05),
            (2.326_347_9, 0.99),
        ] {
            assert!((cumulative(z) - chance).abs() < 1e-6, "{z}");
        }
    }
}
