//! What the learner's own answers say about how fast they forget.

use super::History;

impl History {
    /// What the learner's answers say for the forgetting curve that is believed and against a steeper one, per answer that came a
    /// night or more after the one before, in natural logarithms of likelihood; 0 if there are none. Below zero the steeper one
    /// predicts better.
    pub fn evidence(&self) -> f64 {
        let (mut judged, mut sum) = (0_u64, 0_i64);
        for record in self.records.values() {
            let (count, evidence) = record.evidence();
            judged += u64::from(count);
            sum += evidence;
        }
        sum as f64 / 1e6 / judged.max(1) as f64
    }
}
