//! Pods during a rollout: what may exist, what must be there, what may be disrupted, and the share of a canary.
//!
//! Of the replicas that are wanted, a percentage of `maxSurge` is rounded up and one of `maxUnavailable` down (Kubernetes
//! documentation, "Deployments", rolling update). A disruption budget rounds both of its percentages up and allows healthy - needed
//! (documentation, "Specifying a Disruption Budget"; the controller's `getExpectedPodCount`). Pods that are not healthy may go as well
//! while enough others are, so only healthy ones are asked for. Requests that a Service spreads evenly go to a canary in the share of its
//! Pods.

mod share;
mod told;

use super::parts::count;
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "rollout-math",
    name: "Pods of a rollout",
    about: "surge, unavailable Pods, disruption budgets, and the share of a canary",
    version: 1,
    seconds: [40, 60, 90],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A count of Pods, or a percentage of the replicas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many.
    Count(i64),
    /// So many percent.
    Percent(i64),
}

impl Amount {
    /// As a manifest says it.
    pub fn text(self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Percent(percent) => format!("{percent}%"),
        }
    }

    fn up(self, replicas: i64) -> i64 {
        match self {
            Self::Count(count) => count,
            Self::Percent(percent) => (replicas * percent + 99) / 100,
        }
    }

    fn down(self, replicas: i64) -> i64 {
        match self {
            Self::Count(count) => count,
            Self::Percent(percent) => replicas * percent / 100,
        }
    }
}

/// A rolling update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Update {
    /// Replicas that are wanted.
    pub replicas: i64,
    /// `maxSurge`.
    pub surge: Amount,
    /// `maxUnavailable`.
    pub unavailable: Amount,
}

impl Update {
    /// As the question says it.
    pub fn text(self) -> String {
        format!(
            "{} replicas, `maxSurge: {}` and `maxUnavailable: {}`",
            self.replicas,
            self.surge.text(),
            self.unavailable.text()
        )
    }

    /// How many may exist beyond the replicas.
    fn added(self) -> i64 {
        self.surge.up(self.replicas)
    }

    /// How many of the replicas may be missing.
    fn missing(self) -> i64 {
        self.unavailable.down(self.replicas)
    }

    /// How many may exist.
    fn most(self) -> i64 {
        self.replicas + self.added()
    }

    /// How many must be available.
    fn least(self) -> i64 {
        self.replicas - self.missing()
    }
}

/// A moment of a rolling update. All old Pods are available.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The update.
    pub update: Update,
    /// Old Pods.
    pub old: i64,
    /// New Pods.
    pub new: i64,
    /// Of these, those that are available.
    pub ready: i64,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// The most Pods during an update.
    Most(Update),
    /// The fewest available Pods during an update.
    Least(Update),
    /// How many old Pods may be stopped now.
    Stop(Moment),
    /// How many new Pods may be created now.
    Create(Moment),
    /// How many Pods a budget lets go.
    Budget {
        /// Replicas that are wanted.
        replicas: i64,
        /// Healthy Pods.
        healthy: i64,
        /// Whether the amount is `minAvailable`; otherwise it is `maxUnavailable`.
        is_min: bool,
        /// The amount.
        amount: Amount,
    },
    /// The share of a canary, in percent.
    Share {
        /// Pods of the old version.
        stable: i64,
        /// Pods of the new one.
        canary: i64,
    },
    /// The fewest Pods beside the others that get at least this share.
    Beside {
        /// Pods of the old version, all of which stay.
        stable: i64,
        /// The share, in percent.
        percent: i64,
    },
}

const PERCENTS: &[i64] = &[10, 15, 20, 25, 30, 35, 40, 50];

/// A percentage, mostly one that is no whole number of these replicas.
fn percent(dice: &mut Dice, replicas: i64) -> Amount {
    let mut percent = *dice.pick(PERCENTS);
    for _ in 0..3 {
        if replicas * percent % 100 != 0 {
            break;
        }
        percent = *dice.pick(PERCENTS);
    }
    Amount::Percent(percent)
}

fn update(dice: &mut Dice) -> Update {
    let replicas = dice.between(4, 30);
    Update {
        replicas,
        surge: percent(dice, replicas),
        unavailable: percent(dice, replicas),
    }
}

fn moment(dice: &mut Dice) -> Moment {
    let update = update(dice);
    let old = dice.between((update.least() / 2).max(1), update.replicas);
    let new = dice
        .between(1, (update.most() - old).max(1))
        .min(update.replicas);
    // As many new ones are available as the old ones that are gone need.
    let ready = dice.between((update.least() - old).max(0).min(new), new);
    Moment {
        update,
        old,
        new,
        ready,
    }
}

impl Moment {
    /// Whether an update can come to this.
    pub fn is_possible(&self) -> bool {
        let Self { update, old, .. } = self;
        old + self.new <= update.most()
            && old + self.ready >= update.least()
            && (1..=update.replicas).contains(&self.new)
            && (0..=self.new).contains(&self.ready)
    }
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy => {
                let replicas = dice.between(3, 25);
                let one = percent(dice, replicas);
                let other = Amount::Count(dice.between(0, 2));
                if dice.chance(1, 2) {
                    Self::Most(Update {
                        replicas,
                        surge: one,
                        unavailable: other,
                    })
                } else {
                    Self::Least(Update {
                        replicas,
                        surge: Amount::Count(1 + other.up(0)),
                        unavailable: one,
                    })
                }
            }
            Level::Medium => match dice.below(4) {
                0 => Self::Most(update(dice)),
                1 => Self::Least(update(dice)),
                2 => {
                    let replicas = dice.between(4, 25);
                    let is_min = dice.chance(1, 2);
                    let percents: &[i64] = if is_min {
                        &[50, 60, 66, 70, 75, 80, 90]
                    } else {
                        &[10, 15, 20, 25, 30, 40, 50]
                    };
                    Self::Budget {
                        replicas,
                        healthy: replicas,
                        is_min,
                        amount: Amount::Percent(*dice.pick(percents)),
                    }
                }
                _ => Self::Share {
                    stable: dice.between(6, 30),
                    canary: dice.between(1, 5),
                },
            },
            Level::Hard => match dice.below(4) {
                0 => loop {
                    let moment = moment(dice);
                    if moment.is_possible() {
                        return Self::Stop(moment);
                    }
                },
                1 => loop {
                    let moment = moment(dice);
                    // Otherwise there is nothing left to create.
                    if moment.is_possible() && moment.new < moment.update.replicas {
                        return Self::Create(moment);
                    }
                },
                2 => Self::draw_budget(dice),
                _ => Self::Beside {
                    stable: dice.between(6, 40),
                    percent: *dice.pick(&[5, 10, 15, 20, 25, 30, 40]),
                },
            },
        }
    }

    fn draw_budget(dice: &mut Dice) -> Self {
        let replicas = dice.between(8, 25);
        let is_min = dice.chance(1, 2);
        let percents: &[i64] = if is_min {
            &[50, 60, 66, 70, 75, 80]
        } else {
            &[20, 25, 30, 40, 50]
        };
        Self::Budget {
            replicas,
            healthy: replicas - dice.between(1, 3),
            is_min,
            amount: Amount::Percent(*dice.pick(percents)),
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Most(update) => told::most(update),
            Self::Least(update) => told::least(update),
            Self::Stop(moment) => told::stop(moment),
            Self::Create(moment) => told::create(moment),
            Self::Budget {
                replicas,
                healthy,
                is_min,
                amount,
            } => share::budget(replicas, healthy, is_min, amount),
            Self::Share { stable, canary } => share::share(stable, canary),
            Self::Beside { stable, percent } => share::beside(stable, percent),
        }
    }
}

fn pods(number: i64) -> String {
    count(number, "Pod", "Pods")
}
