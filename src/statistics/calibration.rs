//! Whether recall is what was predicted: the calibration curve, and how far off the predictions were.

use serde::{Deserialize, Serialize};

use super::Recall;
use super::recall::MILLION;

/// Between which predictions the bins lie, in percent. Most predictions are high, so the bins are narrower there (tunable).
pub const EDGES: [u8; 11] = [0, 50, 60, 70, 80, 85, 90, 93, 96, 98, 100];

/// Predictions are held so far from certain, as in the open benchmark, so that one surprise is not infinitely bad.
const CERTAIN: f64 = 1e-4;

/// Predictions beside what came of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calibration {
    /// By what was predicted, in the bins of [`EDGES`]. An upper edge belongs to the bin above.
    pub bins: [Recall; EDGES.len() - 1],
    /// The sum of the log losses (natural logarithm), in millionths.
    pub loss: u64,
}

impl Calibration {
    pub(super) fn add(&mut self, predicted: f32, is_recalled: bool) {
        let percent = predicted * 100.0;
        let inner = &EDGES[1..EDGES.len() - 1];
        let place = inner.partition_point(|edge| f32::from(*edge) <= percent);
        self.bins[place].add(predicted, is_recalled);
        let chance = if is_recalled {
            predicted
        } else {
            1.0 - predicted
        };
        let chance = f64::from(chance).clamp(CERTAIN, 1.0 - CERTAIN);
        self.loss += (-chance.ln() * MILLION).round() as u64;
    }

    /// All bins together.
    pub fn all(&self) -> Recall {
        let bins = self.bins.iter();
        bins.fold(Recall::default(), |sum, bin| sum.plus(*bin))
    }

    /// Log loss per answer, natural logarithm: lower is better, and 0 would be foreknowledge.
    pub fn log_loss(&self) -> Option<f64> {
        let judged = self.all().judged;
        (judged > 0).then(|| self.loss as f64 / MILLION / f64::from(judged))
    }

    /// How far the bins lie from what was predicted for them: the root of the mean square, weighted by their answers; 0 to 1. The open
    /// benchmark's RMSE(bins) with these bins, which are not the benchmark's.
    pub fn rmse(&self) -> Option<f64> {
        let judged = self.all().judged;
        let error = |bin: &Recall| {
            let apart = bin.share()? - bin.expected()?;
            Some(apart * apart * f64::from(bin.judged))
        };
        let sum: f64 = self.bins.iter().filter_map(error).sum();
        (judged > 0).then(|| (sum / f64::from(judged)).sqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_prediction_falls_into_one_bin() {
        let mut of = Calibration::default();
        for thousandths in 0..=1_000_u16 {
            of.add(f32::from(thousandths) / 1_000.0, true);
        }
        let counts = of.bins.map(|bin| bin.judged);
        assert_eq!(counts, [500, 100, 100, 100, 50, 50, 30, 30, 20, 21]);
        for (bin, edges) in of.bins.iter().zip(EDGES.windows(2)) {
            let expected = bin.expected().expect("some") * 100.0;
            assert!(f64::from(edges[0]) <= expected && expected <= f64::from(edges[1]));
        }
    }

    #[test]
    fn the_losses_are_those_of_the_formulas() {
        let mut of = Calibration::default();
        assert_eq!((of.log_loss(), of.rmse()), (None, None));
        // Four answers predicted at 90 %, three of them remembered; one at 55 %, forgotten.
        for is_recalled in [true, true, true, false] {
            of.add(0.9, is_recalled);
        }
        of.add(0.55, false);
        let loss = -(3.0 * 0.9_f64.ln() + 0.1_f64.ln() + 0.45_f64.ln()) / 5.0;
        assert!((of.log_loss().expect("some") - loss).abs() < 1e-5);
        let rmse = ((4.0 * 0.15 * 0.15 + 0.55 * 0.55) / 5.0_f64).sqrt();
        assert!((of.rmse().expect("some") - rmse).abs() < 1e-6);
        // A surprise where everything was certain is bad, and no more.
        let mut certain = Calibration::default();
        certain.add(1.0, false);
        assert!((certain.log_loss().expect("one") + CERTAIN.ln()).abs() < 1e-5);
    }
}
