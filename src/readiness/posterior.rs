//! What is known of each task: the most likely abilities and how sure they are (Laplace's approximation, by Fisher scoring).

use super::evidence::Observation;

/// The prior: the track's ability (logits above a medium question, of people who practise for an exam), and how far domains and tasks differ
/// from it. Tuned with [`LEARNS`] on the simulated learners with seeds below 10,000; others are reported.
const ABILITY: (f64, f64) = (1.0, 0.85);
const DOMAIN_SD: f64 = 0.35;
const TASK_SD: f64 = 0.25;
/// What a learner gains while a hundred questions are answered, in logits (tunable).
const LEARNS: (f64, f64) = (0.08, 0.06);
/// Fisher scoring has long come to rest by then.
const STEPS: usize = 25;

/// Abilities of the tasks of a track: first the track, then its domains, then its tasks.
#[derive(Clone, Debug)]
pub(super) struct Posterior {
    mean: Vec<f64>,
    /// The Cholesky factor of the precision, row by row.
    factor: Vec<f64>,
    /// The domain of each task.
    domains: Vec<usize>,
    domain_count: usize,
}

impl Posterior {
    /// After these observations; `domains` holds the domain of each task.
    pub(super) fn of(observations: &[Observation], domains: &[usize]) -> Self {
        let domain_count = domains.iter().map(|d| d + 1).max().unwrap_or(0);
        let size = 1 + domain_count + domains.len() + 1;
        let prior = |index: usize| match index {
            0 => ABILITY,
            of if of <= domain_count => (0.0, DOMAIN_SD),
            of if of + 1 == size => LEARNS,
            _ => (0.0, TASK_SD),
        };
        let mut mean: Vec<f64> = (0..size).map(|index| prior(index).0).collect();
        let mut posterior = Self {
            mean: mean.clone(),
            factor: Vec::new(),
            domains: domains.to_vec(),
            domain_count,
        };
        for _ in 0..STEPS {
            let mut precision = vec![0.0; size * size];
            let mut slope = vec![0.0; size];
            for index in 0..size {
                let (centre, sd) = prior(index);
                precision[index * size + index] = 1.0 / (sd * sd);
                slope[index] = (centre - mean[index]) / (sd * sd);
            }
            for seen in observations {
                let places = posterior.places(seen.task, seen.behind);
                let at: f64 = places
                    .iter()
                    .map(|(place, by)| by * mean[*place])
                    .sum::<f64>()
                    - seen.difficulty;
                let known = 1.0 / (1.0 + (-at).exp());
                let chance = (seen.guess + (1.0 - seen.guess) * known).clamp(1e-6, 1.0 - 1e-6);
                let steepness = (1.0 - seen.guess) * known * (1.0 - known);
                let by = seen.weight * steepness / (chance * (1.0 - chance));
                for (row, share) in places {
                    slope[row] += by * share * (seen.right - chance);
                    for (column, other) in places {
                        precision[row * size + column] += by * steepness * share * other;
                    }
                }
            }
            posterior.factor = cholesky(&precision, size);
            let step = posterior.solve(&slope);
            let moved = step.iter().fold(0.0_f64, |most, by| most.max(by.abs()));
            for (at, by) in mean.iter_mut().zip(&step) {
                *at += by.clamp(-1.0, 1.0);
            }
            if moved < 1e-8 {
                break;
            }
        }
        posterior.mean = mean;
        posterior
    }

    /// What an observation of a task rests on, each with its share: what was learned since is taken off.
    fn places(&self, task: usize, behind: usize) -> [(usize, f64); 4] {
        [
            (0, 1.0),
            (1 + self.domains[task], 1.0),
            (1 + self.domain_count + task, 1.0),
            (self.mean.len() - 1, -(behind as f64) / 100.0),
        ]
    }

    /// Abilities of the tasks for one draw of so many standard normal numbers ([`Posterior::size`]).
    pub(super) fn draw(&self, normals: &[f64]) -> Vec<f64> {
        let size = self.mean.len();
        // With precision L Lᵀ, the solution of Lᵀ x = z has its inverse as covariance.
        let mut off = normals[..size].to_vec();
        for row in (0..size).rev() {
            for below in row + 1..size {
                off[row] -= self.factor[below * size + row] * off[below];
            }
            off[row] /= self.factor[row * size + row];
        }
        let at = |place: usize| self.mean[place] + off[place];
        (0..self.domains.len())
            .map(|task| {
                self.places(task, 0)
                    .iter()
                    .map(|(place, by)| by * at(*place))
                    .sum()
            })
            .collect()
    }

    /// How many numbers a draw takes.
    pub(super) fn size(&self) -> usize {
        self.mean.len()
    }

    fn solve(&self, of: &[f64]) -> Vec<f64> {
        let size = of.len();
        let mut x = of.to_vec();
        for row in 0..size {
            for before in 0..row {
                x[row] -= self.factor[row * size + before] * x[before];
            }
            x[row] /= self.factor[row * size + row];
        }
        for row in (0..size).rev() {
            for below in row + 1..size {
                x[row] -= self.factor[below * size + row] * x[below];
            }
            x[row] /= self.factor[row * size + row];
        }
        x
    }
}

/// The lower factor of a symmetric positive definite matrix.
fn cholesky(of: &[f64], size: usize) -> Vec<f64> {
    let mut lower = vec![0.0; size * size];
    for row in 0..size {
        for column in 0..=row {
            let shared: f64 = (0..column)
                .map(|k| lower[row * size + k] * lower[column * size + k])
                .sum();
            let rest = of[row * size + column] - shared;
            lower[row * size + column] = if row == column {
                rest.max(1e-12).sqrt()
            } else {
                rest / lower[column * size + column]
            };
        }
    }
    lower
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    fn seen(task: usize, right: f64) -> Observation {
        Observation {
            task,
            right,
            guess: 0.0,
            difficulty: 0.0,
            weight: 1.0,
            day: Day(0),
            behind: 0,
        }
    }

    #[test]
    fn without_evidence_it_is_the_prior() {
        let posterior = Posterior::of(&[], &[0, 0, 1]);
        let none = vec![0.0; posterior.size()];
        for ability in posterior.draw(&none) {
            assert!((ability - ABILITY.0).abs() < 1e-9);
        }
    }

    #[test]
    fn the_slope_is_flat_at_the_mean() {
        // One task: the variances of track, domain and task add up; three of four right.
        let observations = [seen(0, 1.0), seen(0, 1.0), seen(0, 1.0), seen(0, 0.0)];
        let posterior = Posterior::of(&observations, &[0]);
        let at = posterior.draw(&[0.0; 4])[0];
        let variance = ABILITY.1 * ABILITY.1 + DOMAIN_SD * DOMAIN_SD + TASK_SD * TASK_SD;
        let chance = 1.0 / (1.0 + (-at).exp());
        let slope = 3.0 - 4.0 * chance - (at - ABILITY.0) / variance;
        assert!(slope.abs() < 1e-6, "{slope}");
    }

    #[test]
    fn a_task_without_evidence_leans_on_its_domain_and_that_on_the_track() {
        let mut observations = vec![seen(0, 1.0); 30];
        observations.extend(vec![seen(2, 0.0); 30]);
        let posterior = Posterior::of(&observations, &[0, 0, 1, 1]);
        let at = posterior.draw(&vec![0.0; posterior.size()]);
        assert!(at[0] > at[1] && at[1] > at[3] && at[3] > at[2], "{at:?}");
    }
}
