//! The horizontal Pod autoscaler: how many replicas it sets.
//!
//! For each metric it recommends ceil(replicas x now / target), and keeps the replicas when now / target is within the tolerance of 1
//! (0.1 unless set). Of several metrics the largest recommendation counts. Before scaling down it takes the largest recommendation of
//! the stabilization window, and the outcome lies between `minReplicas` and `maxReplicas` (Kubernetes documentation, "Horizontal Pod
//! Autoscaling", algorithm details and stabilization window). Ratios at the edge of the tolerance, and recommendations that come out
//! whole before they are rounded, are not drawn: there the controller's floating point decides.

mod told;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "hpa",
    name: "Horizontal autoscaling",
    about: "replicas that the autoscaler sets, with tolerance, bounds, several metrics and stabilization",
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
        "Requests per second per Pod",
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

    /// Rounded down, as it never is.
    fn down(&self, replicas: i64) -> i64 {
        replicas * self.now / self.target
    }

    /// With the ratio the wrong way round.
    fn turned(&self, replicas: i64) -> i64 {
        (replicas * self.target + self.now - 1) / self.now
    }

    /// The replicas that it recommends.
    fn desired(&self, replicas: i64) -> i64 {
        if self.is_near() {
            replicas
        } else {
            self.up(replicas)
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
    /// Recommendations of the last five minutes, of a controller that waits that long before it scales down.
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
        let desired = metrics[0].desired(replicas);
        let binds = dice.chance(2, 3);
        let mut least = dice.between(2, 3);
        let mut most = replicas.max(desired) + dice.between(1, 6);
        if binds && desired > replicas + 1 {
            most = dice.between(replicas + 1, desired - 1);
        } else if binds && desired < replicas - 1 {
            least = dice.between(desired + 1, replicas - 1);
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
        let desired = case.desired();
        if desired > replicas + 1 && dice.chance(1, 3) {
            case.most = desired - 1;
        }
        case
    }

    fn draw_steady(dice: &mut Dice) -> Self {
        let replicas = dice.between(7, 18);
        let kind = *dice.pick(KINDS);
        let metrics = vec![metric(dice, kind, replicas, Far::Below)];
        let desired = metrics[0].desired(replicas);
        let past = (0..4).map(|_| dice.between(desired, replicas)).collect();
        Self {
            replicas,
            metrics,
            least: 2,
            most: replicas + dice.between(2, 8),
            past,
        }
    }

    /// What the metrics recommend together.
    fn desired(&self) -> i64 {
        let all = self
            .metrics
            .iter()
            .map(|metric| metric.desired(self.replicas));
        all.max().unwrap_or(self.replicas)
    }

    /// A recommendation after the wait before scaling down.
    fn steady(&self, desired: i64) -> i64 {
        self.past.iter().copied().fold(desired, i64::max)
    }

    /// What becomes of a recommendation by the window and the bounds.
    fn settled(&self, desired: i64) -> i64 {
        self.steady(desired).clamp(self.least, self.most)
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        self.question()
    }
}
