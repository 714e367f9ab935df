//! How often something was remembered, beside how often that was predicted.

use serde::{Deserialize, Serialize};

/// Predictions are added up in millionths: whole numbers, so that a sum does not depend on its order.
pub(super) const MILLION: f64 = 1e6;

/// The normal deviate of an interval of 95 %.
const Z95: f64 = 1.959_964;

/// Answers that came a night or more after the one before: those say something of memory, where repeats on the same day hardly do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recall {
    /// How many there were.
    pub judged: u32,
    /// How many of those were remembered.
    pub recalled: u32,
    /// The sum of what was predicted for them, in millionths.
    pub predicted: u64,
}

impl Recall {
    /// Counts one more; `predicted` is 0 to 1.
    pub(super) fn add(&mut self, predicted: f32, is_recalled: bool) {
        self.judged += 1;
        self.recalled += u32::from(is_recalled);
        self.predicted += (f64::from(predicted) * MILLION).round() as u64;
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            judged: self.judged + other.judged,
            recalled: self.recalled + other.recalled,
            predicted: self.predicted + other.predicted,
        }
    }

    /// The share that was remembered, 0 to 1; none where there was nothing to remember.
    pub fn share(self) -> Option<f64> {
        (self.judged > 0).then(|| f64::from(self.recalled) / f64::from(self.judged))
    }

    /// The share that was predicted.
    pub fn expected(self) -> Option<f64> {
        (self.judged > 0).then(|| self.predicted as f64 / MILLION / f64::from(self.judged))
    }

    /// Between which shares the true one lies, with 95 % confidence.
    pub fn interval(self) -> Option<(f64, f64)> {
        self.interval_at(Z95)
    }

    /// The same for the normal deviate of another confidence. Wilson's score interval: E. B. Wilson, “Probable Inference, the Law of
    /// Succession, and Statistical Inference”, JASA 22 (1927). Answers to one item are not quite independent, which it does not know.
    pub fn interval_at(self, z: f64) -> Option<(f64, f64)> {
        let share = self.share()?;
        let count = f64::from(self.judged);
        let square = z * z;
        let middle = share + square / (2.0 * count);
        let half = z * (share * (1.0 - share) / count + square / (4.0 * count * count)).sqrt();
        let scale = 1.0 + square / count;
        // Rounding must not put the share outside of it.
        Some((
            ((middle - half) / scale).clamp(0.0, share),
            ((middle + half) / scale).clamp(share, 1.0),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recall(judged: u32, recalled: u32) -> Recall {
        Recall {
            judged,
            recalled,
            predicted: 0,
        }
    }

    #[test]
    fn the_interval_is_the_published_one() {
        // R. G. Newcombe, “Two-sided confidence intervals for the single proportion”, Statistics in Medicine 17 (1998), table I, method 3.
        for (recalled, judged, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let (from, to) = recall(judged, recalled).interval().expect("some");
            assert!((from - low).abs() < 5e-5, "{from} for {low}");
            assert!((to - high).abs() < 5e-5, "{to} for {high}");
        }
    }

    #[test]
    fn of_nothing_nothing_is_told() {
        let none = Recall::default();
        assert_eq!(
            (none.share(), none.expected(), none.interval()),
            (None, None, None)
        );
    }

    #[test]
    fn an_interval_holds_its_share_and_narrows() {
        for judged in 1..60 {
            for recalled in 0..=judged {
                let (from, to) = recall(judged, recalled).interval().expect("some");
                let share = f64::from(recalled) / f64::from(judged);
                assert!(from <= share && share <= to && 0.0 <= from && to <= 1.0);
                let (closer, less) = recall(judged * 4, recalled * 4).interval().expect("some");
                assert!(less - closer < to - from);
            }
        }
    }
}
