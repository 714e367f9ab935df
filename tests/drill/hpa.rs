//! The autoscaler: the fewest replicas over which the load spreads to its target, found by trying, and the controller's own floating
//! point.

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::whole;
use cairn::drill::types::hpa::{Case, Metric, TYPE};

fn wish(metric: &Metric, replicas: i64, name: &str) -> i64 {
    let usage = metric.now as f64 / metric.target as f64;
    if (1.0 - usage).abs() <= 0.1 {
        return replicas;
    }
    let load = replicas * metric.now;
    let enough = (1..1_000)
        .find(|n| n * metric.target >= load)
        .expect("one is");
    // The controller computes with floats; no case may hang on their last digit.
    assert_eq!((usage * replicas as f64).ceil() as i64, enough, "{name}");
    enough
}

fn solved(case: &Case, name: &str) -> i64 {
    let mut wishes: Vec<i64> = case
        .metrics
        .iter()
        .map(|metric| wish(metric, case.replicas, name))
        .collect();
    wishes.extend(&case.past);
    wishes.sort_unstable();
    let mut best = *wishes.last().expect("a metric");
    while best > case.most {
        best -= 1;
    }
    while best < case.least {
        best += 1;
    }
    best
}

#[test]
fn answers_are_right_by_trying() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        assert_eq!(number(&question), whole(solved(&case, name)), "{name}");
        let mut figures: Vec<String> = case.metrics.iter().map(Metric::text).collect();
        figures.push(format!("{} replicas", case.replicas));
        figures.push(format!("`minReplicas: {}`", case.least));
        figures.push(format!("`maxReplicas: {}`", case.most));
        figures.extend(case.past.iter().map(i64::to_string));
        says(&question, &figures, name);
        // No step that the default policy would spread over several rounds.
        let wish = solved(&case, name);
        assert!(wish <= (case.replicas * 2).max(case.replicas + 4), "{name}");
        assert!(
            case.least <= case.replicas && case.replicas <= case.most,
            "{name}"
        );
        assert!(
            case.past.iter().all(|past| *past <= case.replicas),
            "{name}"
        );
    });
}

#[test]
fn levels_add_bounds_and_then_metrics_or_a_window() {
    let mut clamped = 0;
    let mut kept = 0;
    each(&TYPE, Case::draw, |case, level, name| {
        let free = solved(
            &Case {
                least: 1,
                most: 99,
                ..case.clone()
            },
            name,
        );
        let is_bound = free < case.least || free > case.most;
        match level {
            Level::Easy => assert!(!is_bound && case.metrics.len() == 1, "{name}"),
            Level::Medium => {
                assert!(case.past.is_empty() && case.metrics.len() == 1, "{name}");
                clamped += i32::from(is_bound);
                kept += i32::from(!is_bound && free == case.replicas);
            }
            Level::Hard => {
                assert!(case.metrics.len() + case.past.len() > 2, "{name}");
            }
        }
    });
    assert!(clamped > 3_000 && kept > 1_500, "{clamped} {kept}");
}
