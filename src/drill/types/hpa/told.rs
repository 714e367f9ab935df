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
        let window = if self.past.is_empty() {
            "Its stabilization windows are 0 seconds.".to_owned()
        } else {
            let past: Vec<String> = self.past.iter().map(i64::to_string).collect();
            format!(
                "Its stabilization window for scaling down is 300 seconds; in the last 300 seconds it recommended {}.",
                past.join(", ")
            )
        };
        format!(
            "A HorizontalPodAutoscaler with `minReplicas: {}` and `maxReplicas: {}` scales a Deployment that has {} replicas, all of them ready and with metrics. The tolerance is 0.1. {window} It reads now:\n\n{}\n\nHow many replicas does it set?",
            self.least,
            self.most,
            self.replicas,
            points(&metrics)
        )
    }

    fn mistakes(&self) -> Vec<Mistake> {
        let mut mistakes = vec![mistake(
            "bounds forgotten",
            self.steady(self.desired()),
            format!(
                "The outcome must lie between {} and {}.",
                self.least, self.most
            ),
        )];
        mistakes.extend(self.window_mistakes());
        mistakes.extend(self.metric_mistakes());
        mistakes.extend(self.formula_mistakes());
        mistakes
    }

    fn window_mistakes(&self) -> Vec<Mistake> {
        let Some(last) = self.past.last() else {
            return Vec::new();
        };
        vec![
            mistake(
                "window forgotten",
                self.desired().clamp(self.least, self.most),
                "That is the current recommendation alone. Before scaling down, the largest one of the window is taken.",
            ),
            mistake(
                "last recommendation",
                *last,
                "That is the last recommendation of the window; the largest one counts.",
            ),
        ]
    }

    fn metric_mistakes(&self) -> Vec<Mistake> {
        if self.metrics.len() < 2 {
            return Vec::new();
        }
        let all: Vec<i64> = self
            .metrics
            .iter()
            .map(|of| of.desired(self.replicas))
            .collect();
        let (sum, metrics) = (all.iter().sum::<i64>(), size(all.len()));
        vec![
            mistake(
                "mean of the metrics",
                (sum + metrics - 1) / metrics,
                "The recommendations of the metrics are not averaged. The largest one counts.",
            ),
            mistake(
                "least of the metrics",
                all.iter().copied().min().unwrap_or(self.replicas),
                "That is the smallest recommendation. The largest one counts, so that no metric stays above its target.",
            ),
        ]
    }

    /// What it would set if it reckoned so for each metric.
    fn set_by(&self, reckoned: impl Fn(&Metric) -> i64) -> i64 {
        let all = self.metrics.iter().map(reckoned);
        self.settled(all.max().unwrap_or(self.replicas))
    }

    fn formula_mistakes(&self) -> Vec<Mistake> {
        let replicas = self.replicas;
        // Near its target a metric asks for nothing, even by most who get the formula wrong.
        let unless_near = |of: &Metric, value: i64| if of.is_near() { replicas } else { value };
        let is_alone = self.metrics.len() == 1;
        let near = "A ratio within the tolerance of 0.1 leaves the replicas as they are.";
        let mut mistakes = vec![mistake(
            "rounded down",
            self.set_by(|of| unless_near(of, of.down(replicas))),
            "That is rounded down; the autoscaler always rounds up.",
        )];
        if self.metrics.iter().any(Metric::is_near) {
            mistakes.push(mistake(
                "tolerance forgotten",
                self.set_by(|of| of.up(replicas)),
                near,
            ));
            mistakes.push(mistake(
                "tolerance forgotten, rounded down",
                self.set_by(|of| of.down(replicas)),
                near,
            ));
        }
        mistakes.push(mistake(
            "ratio turned over",
            self.set_by(|of| {
                if is_alone {
                    of.turned(replicas)
                } else {
                    unless_near(of, of.turned(replicas))
                }
            }),
            "That turns the ratio over: it is what is read now, divided by the target.",
        ));
        let decisive = self.metrics.iter().max_by_key(|of| of.desired(replicas));
        if let Some(Metric { now, target, .. }) = decisive {
            mistakes.push(mistake(
                "left as it is",
                replicas,
                format!(
                    "{now} / {target} is further than 0.1 from 1: {} too {}.",
                    count(replicas, "replica is", "replicas are"),
                    if now > target { "few" } else { "many" }
                ),
            ));
        }
        mistakes.push(mistake(
            "added to what is there",
            self.set_by(|of| replicas + of.up(replicas)),
            "The formula gives the new number of replicas, not how many are added.",
        ));
        mistakes
    }

    fn working(&self) -> String {
        let mut lines: Vec<String> = self
            .metrics
            .iter()
            .map(|of| of.working(self.replicas))
            .collect();
        let desired = self.desired();
        if self.metrics.len() > 1 {
            lines.push(format!("The largest recommendation counts: {desired}."));
        }
        if !self.past.is_empty() {
            lines.push(format!(
                "The window keeps the largest recommendation of its 300 seconds: {}.",
                self.steady(desired)
            ));
        }
        lines.push(format!(
            "Between {} and {}: **{}**.",
            self.least,
            self.most,
            self.settled(desired)
        ));
        points(&lines)
    }

    fn reason(&self) -> String {
        let desired = self.desired();
        let (steady, answer) = (self.steady(desired), self.settled(desired));
        if answer != steady {
            format!("It recommends {steady}, and the bounds make it {answer}.")
        } else if steady != desired {
            format!(
                "It recommends {desired} now, but the largest recommendation of the window is {answer}."
            )
        } else if self.metrics.len() > 1 {
            format!("The largest recommendation is {answer}.")
        } else if self.metrics.iter().any(Metric::is_near) {
            format!("The ratio is within the tolerance, so it stays at {answer}.")
        } else {
            format!(
                "It recommends {answer}, between {} and {}.",
                self.least, self.most
            )
        }
    }

    /// The whole question.
    pub(super) fn question(&self) -> Question {
        Question {
            stem: self.stem(),
            wanted: Wanted::Number {
                value: whole(self.settled(self.desired())),
                unit: Unit::Word("replica", "replicas"),
                precision: Precision::Exact,
                mistakes: self.mistakes(),
            },
            why: self.reason(),
            working: self.working(),
        }
    }
}
