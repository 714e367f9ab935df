//! The horizontal Pod autoscaler: how many replicas it wants.
//!
//! For each metric it wants ceil(replicas x now / target), and keeps the replicas when now / target is within the tolerance of 1 (0.1
//! unless set). Of several metrics the largest wish counts. Before scaling down it takes the largest wish of the stabilization window,
//! and the outcome lies between `minReplicas` and `maxReplicas` (Kubernetes documentation, "Horizontal Pod Autoscaling", algorithm
//! details and stabilization window). Ratios at the edge of the tolerance, and wishes that come out whole before they are rounded, are
//! not drawn: there the controller's floating point decides.

use super::parts::{count, mistake, points};
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Unit, plain, ratio, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "hpa",
    name: "Horizontal autoscaling",
    about: "replicas that the autoscaler wants, with tolerance, bounds, several metrics and stabilization",
    version: 1,
    seconds: [45, 60, 90],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A metric that is averaged over the Pods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metric {
    /// What is measured.
    pub name: &'static str,
    /// Its unit, with a space before it where one stands.
    pub unit: &'static str,
    /// Its average now.
    pub now: i64,
    /// The average that is wanted.
    pub target: i64,
}

/// What is measured, its unit, targets that people set, and the step of what is read.
type Kind = (&'static str, &'static str, &'static [i64], i64);

const KINDS: &[Kind] = &[
    ("CPU utilization", " %", &[50, 60, 65, 70, 75, 80], 1),
    (
        "Requests per second and Pod",
        "",
        &[40, 60, 80, 100, 120],
        2,
    ),
    ("Queued messages per Pod", "", &[20, 25, 30, 40, 50], 1),
    ("Memory per Pod", " MiB", &[300, 400, 500, 600], 10),
];

impl Metric {
    /// As the question shows it.
    pub fn text(&self) -> String {
        format!(
            "{}: {}{} now, target {}{}",
            self.name, self.now, self.unit, self.target, self.unit
        )
    }

    /// Whether it is so near to its target that nothing is done.
    fn is_near(&self) -> bool {
        10 * (self.now - self.target).abs() < self.target
    }

    /// Neither at the edge of the tolerance nor whole before it is rounded.
    fn is_clear(&self, replicas: i64) -> bool {
        10 * (self.now - self.target).abs() != self.target && replicas * self.now % self.target != 0
    }

    fn up(&self, replicas: i64) -> i64 {
        (replicas * self.now + self.target - 1) / self.target
    }

    /// The replicas that it wants.
    fn wish(&self, replicas: i64) -> i64 {
        if self.is_near() {
            replicas
        } else {
            self.up(replicas)
        }
    }

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

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Replicas now.
    pub replicas: i64,
    /// What is measured.
    pub metrics: Vec<Metric>,
    /// The fewest replicas.
    pub least: i64,
    /// The most replicas.
    pub most: i64,
    /// Wishes of the last five minutes, of a controller that waits that long before it scales down.
    pub past: Vec<i64>,
}

/// How far a metric is drawn from its target, in percent.
#[derive(Clone, Copy)]
enum Far {
    Near,
    Above,
    JustAbove,
    Below,
}

fn metric(dice: &mut Dice, (name, unit, targets, step): Kind, replicas: i64, far: Far) -> Metric {
    let (low, high) = match far {
        Far::Near => (92, 109),
        Far::Above => (112, 190),
        Far::JustAbove => (112, 130),
        Far::Below => (35, 85),
    };
    loop {
        let target = *dice.pick(targets);
        let now = dice.between(target * low / 100, target * high / 100) / step * step;
        let metric = Metric {
            name,
            unit,
            now,
            target,
        };
        if metric.is_clear(replicas) && metric.is_near() == matches!(far, Far::Near) {
            return metric;
        }
    }
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy => Self::draw_one(dice),
            Level::Medium => Self::draw_bound(dice),
            Level::Hard if dice.chance(1, 2) => Self::draw_several(dice),
            Level::Hard => Self::draw_steady(dice),
        }
    }

    fn draw_one(dice: &mut Dice) -> Self {
        let replicas = dice.between(3, 12);
        let far = *dice.pick(&[Far::Above, Far::Above, Far::Below]);
        let kind = *dice.pick(KINDS);
        let metrics = vec![metric(dice, kind, replicas, far)];
        Self {
            replicas,
            metrics,
            least: 1,
            most: 30,
            past: Vec::new(),
        }
    }

    /// The tolerance or a bound decides, or neither.
    fn draw_bound(dice: &mut Dice) -> Self {
        let replicas = dice.between(4, 14);
        let kind = *dice.pick(KINDS);
        let far = *dice.pick(&[Far::Near, Far::Above, Far::JustAbove, Far::Below]);
        let metrics = vec![metric(dice, kind, replicas, far)];
        let wish = metrics[0].wish(replicas);
        let binds = dice.chance(2, 3);
        let mut least = dice.between(2, 3);
        let mut most = replicas.max(wish) + dice.between(1, 6);
        if binds && wish > replicas + 1 {
            most = dice.between(replicas + 1, wish - 1);
        } else if binds && wish < replicas - 1 {
            least = dice.between(wish + 1, replicas - 1);
        }
        Self {
            replicas,
            metrics,
            least,
            most,
            past: Vec::new(),
        }
    }

    fn draw_several(dice: &mut Dice) -> Self {
        let replicas = dice.between(4, 14);
        let kinds = dice.some(KINDS, 3);
        let fars = *dice.pick(&[
            [Far::Above, Far::Below, Far::Near],
            [Far::Above, Far::JustAbove, Far::Below],
            [Far::Below, Far::Below, Far::Near],
            [Far::Below, Far::Below, Far::Below],
        ]);
        let metrics: Vec<Metric> = kinds
            .iter()
            .zip(fars)
            .map(|(kind, far)| metric(dice, *kind, replicas, far))
            .collect();
        let mut case = Self {
            replicas,
            metrics,
            least: 2,
            most: replicas * 2 + dice.between(1, 4),
            past: Vec::new(),
        };
        let wish = case.wish();
        if wish > replicas + 1 && dice.chance(1, 3) {
            case.most = wish - 1;
        }
        case
    }

    fn draw_steady(dice: &mut Dice) -> Self {
        let replicas = dice.between(7, 18);
        let kind = *dice.pick(KINDS);
        let metrics = vec![metric(dice, kind, replicas, Far::Below)];
        let wish = metrics[0].wish(replicas);
        let past = (0..4).map(|_| dice.between(wish, replicas)).collect();
        Self {
            replicas,
            metrics,
            least: 2,
            most: replicas + dice.between(2, 8),
            past,
        }
    }

    /// What the metrics want together.
    fn wish(&self) -> i64 {
        let wishes = self.metrics.iter().map(|metric| metric.wish(self.replicas));
        wishes.max().unwrap_or(self.replicas)
    }

    /// What it wants after the wait before scaling down.
    fn steady(&self) -> i64 {
        self.past.iter().copied().fold(self.wish(), i64::max)
    }

    /// The replicas that it sets.
    fn answer(&self) -> i64 {
        self.steady().clamp(self.least, self.most)
    }

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
            let mean = sum / wishes.len() as i64;
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

    /// Tells it.
    pub fn tell(&self) -> Question {
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
