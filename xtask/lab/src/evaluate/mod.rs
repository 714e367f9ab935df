//! How well the memory model predicts a real review log: the protocol of the open benchmark of spaced repetition. Five folds in
//! time, of which each is predicted by what was trained on everything before; only answers a night or more after the one before
//! count; recalled is every grade but Again.

mod log;
mod metrics;
mod predict;

use metrics::{Figures, figures};
use predict::{Model, Prediction, predictions};

/// Runs the evaluation; `Ok(true)` when it went through.
pub(crate) fn run(parser: &mut lexopt::Parser) -> Result<bool, String> {
    use lexopt::prelude::*;
    let (mut path, mut json) = (None, false);
    while let Some(argument) = parser.next().map_err(|e| e.to_string())? {
        match argument {
            Long("json") => json = true,
            Value(value) => path = Some(std::path::PathBuf::from(value)),
            other => return Err(other.unexpected().to_string()),
        }
    }
    let path = path.ok_or("name a log: cairn-lab evaluate LOG.csv")?;
    let answers = log::read(&path)?;
    let lessons = log::lessons(&answers);
    if lessons.len() < 12 {
        return Err(format!(
            "{}: {} answers a night or more after the one before are too few to judge by",
            path.display(),
            lessons.len()
        ));
    }
    let rows: Vec<(Model, Figures)> = Model::ALL
        .into_iter()
        .map(|model| {
            let found: Vec<Prediction> = predictions(model, &lessons)?;
            Ok((model, figures(&found)))
        })
        .collect::<Result<_, String>>()?;
    if json {
        let rows: Vec<serde_json::Value> = rows.iter().map(|(m, f)| f.json(m.name())).collect();
        println!("{}", serde_json::Value::from(rows));
        return Ok(true);
    }
    println!(
        "{:18} {:>8} {:>9} {:>7} {:>8}",
        "", "log loss", "RMSE(bins)", "AUC", "answers"
    );
    for (model, f) in rows {
        println!(
            "{:18} {:>8.4} {:>9.4} {:>8.3} {:>8}",
            model.name(),
            f.log_loss,
            f.rmse_bins,
            f.auc,
            f.count
        );
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::log;
    use super::metrics::figures;
    use super::predict::{Model, predictions};

    /// The figures that others measured on this log with the same protocol.
    #[test]
    fn a_real_log_gives_the_known_figures() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../tests/data/review_logs_josh.csv");
        let lessons = log::lessons(&log::read(&path).unwrap());
        for (model, loss, rmse, auc) in [
            (Model::Average, 0.5116, 0.1242, 0.512),
            (Model::Published, 0.4422, 0.0622, 0.679),
            (Model::Trained, 0.4416, 0.0427, 0.681),
        ] {
            let found = figures(&predictions(model, &lessons).unwrap());
            assert_eq!(found.count, 5_230);
            assert!((found.log_loss - loss).abs() < 1e-3, "{}", found.log_loss);
            assert!((found.rmse_bins - rmse).abs() < 1e-3, "{}", found.rmse_bins);
            assert!((found.auc - auc).abs() < 1e-3, "{}", found.auc);
        }
    }
}
