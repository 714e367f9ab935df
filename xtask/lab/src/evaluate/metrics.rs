//! How good predictions are.

use std::collections::BTreeMap;

use super::predict::Prediction;

/// The three figures of the benchmark.
pub(super) struct Figures {
    pub(super) log_loss: f64,
    pub(super) rmse_bins: f64,
    pub(super) auc: f64,
    pub(super) count: usize,
}

impl Figures {
    pub(super) fn json(&self, model: &str) -> serde_json::Value {
        serde_json::json!({
            "model": model,
            "log_loss": self.log_loss,
            "rmse_bins": self.rmse_bins,
            "auc": self.auc,
            "answers": self.count,
        })
    }
}

pub(super) fn figures(predictions: &[Prediction]) -> Figures {
    let count = predictions.len();
    let loss = |p: &Prediction| -(if p.recalled { p.recall } else { 1.0 - p.recall }).ln();
    let mut bins: BTreeMap<(u32, u32, u32), (f64, f64, f64)> = BTreeMap::new();
    for p in predictions {
        let bin = bins.entry(p.bin).or_default();
        bin.0 += p.recall;
        bin.1 += f64::from(u8::from(p.recalled));
        bin.2 += 1.0;
    }
    let squares: f64 = bins
        .values()
        .map(|(said, was, number)| ((said - was) / number).powi(2) * number)
        .sum();
    Figures {
        log_loss: predictions.iter().map(loss).sum::<f64>() / count as f64,
        rmse_bins: (squares / count as f64).sqrt(),
        auc: auc(predictions),
        count,
    }
}

/// The probability that an answer that was recalled got the higher prediction; ties count half.
fn auc(predictions: &[Prediction]) -> f64 {
    let mut sorted: Vec<&Prediction> = predictions.iter().collect();
    sorted.sort_by(|a, b| a.recall.total_cmp(&b.recall));
    let (mut ranks, mut passed) = (0.0, 0.0);
    let mut start = 0;
    while start < sorted.len() {
        let same = sorted[start..]
            .iter()
            .take_while(|p| p.recall.total_cmp(&sorted[start].recall).is_eq());
        let end = start + same.count();
        let rank = (start + end + 1) as f64 / 2.0;
        for p in &sorted[start..end] {
            if p.recalled {
                ranks += rank;
                passed += 1.0;
            }
        }
        start = end;
    }
    let failed = sorted.len() as f64 - passed;
    if passed == 0.0 || failed == 0.0 {
        return 0.5;
    }
    (ranks - passed * (passed + 1.0) / 2.0) / (passed * failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(list: &[(f64, bool)]) -> Figures {
        let each = list.iter().map(|(recall, recalled)| Prediction {
            recall: *recall,
            recalled: *recalled,
            bin: (0, 0, 0),
        });
        figures(&each.collect::<Vec<_>>())
    }

    #[test]
    fn figures_of_small_cases_worked_out_by_hand() {
        let f = of(&[(0.9, true), (0.4, false), (0.6, true), (0.6, false)]);
        assert!((f.auc - 0.875).abs() < 1e-12, "3.5 of 4 pairs");
        let loss = -(0.9_f64.ln() + 0.6_f64.ln() + 0.6_f64.ln() + 0.4_f64.ln()) / 4.0;
        assert!((f.log_loss - loss).abs() < 1e-12);
        assert!(
            (f.rmse_bins - 0.125).abs() < 1e-12,
            "2.5 said of 4, 2 recalled"
        );
    }
}
