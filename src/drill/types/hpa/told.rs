//! The question of the autoscaler in words.

use super::{Case, Metric};
use crate::drill::number::{Precision, Unit, plain, ratio, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted};
use crate::drill::types::parts::{count, mistake, points, size};

impl Metric {
    /// `ceil(4 x 90 / 60) = ceil(6.25) = 7`, or why nothing is done.
    fn working(&self, replicas: i64) -> String {
        let (now, target) = (self.now, self.target);
        let shown = |value| plain(rounded(value, 3));
        if self.is_near() {
            format!(
                "{}: {now} / {target} is about {}, within 0.1 of 1, so it keeps {replicas}.",
                self.name,
                shown(ratio(now, target)),
            )
        } else {
            format!(
                "{}: ceil({replicas} x {now} / {target}) = ceil({}) = {}.",
                self.name,
                shown(ratio(replicas * now, target)),
                self.up(replicas),
            )
        }
    }
}

impl Case {
    fn stem(&self) -> String {
        let metrics: Vec<String> = self.metrics.iter().map(Metric::text).collect();
        let steady = if self.past.is_empty() {
            " Its stabilization windows are 0 seconds.".to_owned()
        } else {
            let past: Vec<String> = self.past.iter().map(i64::to_string).collect();
            format!(
                " Before it scales down it waits with a stabilization window of 300 seconds; in the last 300 seconds it computed {}.",
                past.join(", ")
            )
        };
        format!(
            "A HorizontalPodAutoscaler with `minReplicas: {}` and `maxReplicas: {}` looks at a Deployment that has {} replicas, all ready. The tolerance is 0.1.{steady} It reads now:\n\n{}\n\nHow many replicas does it set?",
            self.least,
            self.most,
            self.replicas,
            points(&metrics)
        )
    }

    fn mistakes(&self) -> Vec<Mistake> {
        let replicas = self.replicas;
        let mut mistakes = vec![mistake(
            "bounds forgotten",
            self.steady(),
            format!(
                "The outcome must lie between {} and {}.",
                self.least, self.most
            ),
        )];
        if !self.past.is_empty() {
            mistakes.push(mistake(
                "window forgotten",
                self.wish(),
                "That is the wish of now alone. Before it scales down it takes the largest wish of the window.",
            ));
            mistakes.push(mistake(
                "last wish",
                self.past[self.past.len() - 1],
                "That is the last wish of the window; the largest one counts.",
            ));
        }
        if self.metrics.len() > 1 {
            let wishes: Vec<i64> = self.metrics.iter().map(|of| of.wish(replicas)).collect();
            let sum: i64 = wishes.iter().sum();
            let mean = sum / size(wishes.len());
            mistakes.push(mistake(
                "mean of the metrics",
                mean,
                "The wishes are not averaged. The largest one counts.",
            ));
            mistakes.push(mistake(
                "least of the metrics",
                wishes.iter().copied().min().unwrap_or(replicas),
                "That is the smallest wish. The largest one counts, so that no metric is over its target.",
            ));
        }
        let decides = self
            .metrics
            .iter()
            .max_by_key(|of| of.wish(replicas))
            .copied();
        mistakes.extend(decides.map(|of| slips(of, replicas)).unwrap_or_default());
        mistakes
    }

    fn working(&self) -> String {
        let mut lines: Vec<String> = self
            .metrics
            .iter()
            .map(|of| of.working(self.replicas))
            .collect();
        if self.metrics.len() > 1 {
            lines.push(format!("The largest wish counts: {}.", self.wish()));
        }
        if !self.past.is_empty() {
            lines.push(format!(
                "The window keeps the largest wish of its 300 seconds: {}.",
                self.steady()
            ));
        }
        lines.push(format!(
            "Between {} and {}: **{}**.",
            self.least,
            self.most,
            self.answer()
        ));
        points(&lines)
    }

    /// The whole question.
    pub(super) fn question(&self) -> Question {
        let answer = self.answer();
        let reason = if answer != self.steady() {
            format!(
                "It wants {}, and the bounds make it {answer}.",
                self.steady()
            )
        } else if answer == self.replicas {
            "It stays as it is.".to_owned()
        } else if self.steady() != self.wish() {
            format!(
                "It wants {} now, but the largest wish of the window is {answer}.",
                self.wish()
            )
        } else if self.metrics.len() > 1 {
            format!("The largest wish is {answer}.")
        } else {
            format!(
                "It wants {answer}, between {} and {}.",
                self.least, self.most
            )
        };
        Question {
            stem: self.stem(),
            wanted: Wanted::Number {
                value: whole(answer),
                unit: Unit::Word("replica", "replicas"),
                precision: Precision::Exact,
                mistakes: self.mistakes(),
            },
            why: reason,
            working: self.working(),
        }
    }
}

/// Mistakes with one metric.
fn slips(of: Metric, replicas: i64) -> Vec<Mistake> {
    let Metric { now, target, .. } = of;
    let near = if of.is_near() {
        "The ratio is within the tolerance of 0.1, so nothing is scaled."
    } else {
        "That is rounded down; the autoscaler always rounds up."
    };
    let down = replicas * now / target;
    let turned = (replicas * target + now - 1) / now;
    let up = of.up(replicas);
    vec![
        mistake("tolerance forgotten", up, near),
        mistake("rounded down", down, near),
        mistake(
            "ratio turned over",
            turned,
            format!("That is {replicas} x {target} / {now}; what is read stands above the target."),
        ),
        mistake(
            "left as it is",
            replicas,
            format!(
                "{now} / {target} is further than 0.1 from 1: {} too {}.",
                count(replicas, "replica is", "replicas are"),
                if now > target { "few" } else { "many" }
            ),
        ),
        mistake(
            "added to what is there",
            replicas + up,
            "The formula gives the new number of replicas, not how many are added.",
        ),
    ]
}
