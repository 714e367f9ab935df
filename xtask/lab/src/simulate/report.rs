//! The table: means with paired intervals against the best other policy of the cell.

use std::fmt::Write as _;

use super::learner::Family;
use super::policy::Policy;
use super::scenario::Scenario;
use super::world::Outcome;

struct Row {
    scenario: String,
    family: &'static str,
    policy: String,
    outcomes: Vec<Outcome>,
}

/// All cells.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let values: Vec<f64> = values.collect();
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Mean difference of the same learners and the half-width of its 95 % interval.
fn paired(ours: &[Outcome], theirs: &[Outcome]) -> (f64, f64) {
    let differences: Vec<f64> = ours
        .iter()
        .zip(theirs)
        .map(|(a, b)| a.recall - b.recall)
        .collect();
    let middle = mean(differences.iter().copied());
    let spread = mean(differences.iter().map(|d| (d - middle).powi(2)));
    (
        middle,
        1.96 * (spread / differences.len().max(2) as f64).sqrt(),
    )
}

impl Row {
    fn recall(&self) -> f64 {
        mean(self.outcomes.iter().map(|o| o.recall))
    }

    /// The mean of the worst tenth of the learners.
    fn worst(&self) -> f64 {
        let mut recalls: Vec<f64> = self.outcomes.iter().map(|o| o.recall).collect();
        recalls.sort_by(f64::total_cmp);
        let count = recalls.len().div_ceil(10);
        mean(recalls.into_iter().take(count))
    }
}

impl Table {
    pub(crate) fn add(
        &mut self,
        scenario: &Scenario,
        family: Family,
        policy: Policy,
        outcomes: Vec<Outcome>,
    ) {
        self.rows.push(Row {
            scenario: scenario.name(),
            family: family.name(),
            policy: policy.name(),
            outcomes,
        });
    }

    fn cells(&self) -> Vec<Vec<&Row>> {
        let mut cells: Vec<Vec<&Row>> = Vec::new();
        for row in &self.rows {
            let same = |cell: &&mut Vec<&Row>| {
                cell[0].scenario == row.scenario && cell[0].family == row.family
            };
            match cells.iter_mut().find(same) {
                Some(cell) => cell.push(row),
                None => cells.push(vec![row]),
            }
        }
        cells
    }

    /// For people.
    pub(crate) fn text(&self) -> String {
        let mut text = String::from(
            "recall on the day by the blueprint's weights; thirty days later; worst tenth; minutes used; tasks covered\n",
        );
        for cell in self.cells() {
            let _ = writeln!(text, "\n{}, {}", cell[0].scenario, cell[0].family);
            for row in &cell {
                let of = |value: fn(&Outcome) -> f64| mean(row.outcomes.iter().map(value));
                let (recall, later, worst) = (row.recall(), of(|o| o.later), row.worst());
                let (minutes, covered) = (of(|o| o.minutes), of(|o| o.covered));
                let _ = writeln!(
                    text,
                    "  {:16} {recall:.4}  {later:.4}  {worst:.4}  {minutes:7.0}  {covered:.3}",
                    row.policy
                );
            }
            if let Some((best, (difference, half))) = Self::against_best(&cell) {
                let _ = writeln!(text, "  cairn - {best}: {difference:+.4} +- {half:.4}");
            }
        }
        text
    }

    fn against_best(cell: &[&Row]) -> Option<(String, (f64, f64))> {
        let ours = cell.iter().find(|row| row.policy == "cairn")?;
        let others = cell.iter().filter(|row| row.policy != "cairn");
        let best = others.max_by(|a, b| a.recall().total_cmp(&b.recall()))?;
        Some((best.policy.clone(), paired(&ours.outcomes, &best.outcomes)))
    }

    /// For machines.
    pub(crate) fn json(&self) -> String {
        let rows: Vec<serde_json::Value> = self
            .rows
            .iter()
            .map(|row| {
                let of = |value: fn(&Outcome) -> f64| mean(row.outcomes.iter().map(value));
                serde_json::json!({
                    "scenario": row.scenario,
                    "learner": row.family,
                    "policy": row.policy,
                    "learners": row.outcomes.len(),
                    "recall": row.recall(),
                    "recall_30_days_later": of(|o| o.later),
                    "worst_tenth": row.worst(),
                    "minutes": of(|o| o.minutes),
                    "covered": of(|o| o.covered),
                })
            })
            .collect();
        serde_json::Value::from(rows).to_string()
    }
}
