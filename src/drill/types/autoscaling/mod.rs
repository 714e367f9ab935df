//! How many instances: for a target, for the loss of a zone, by steps and with a cooldown.
//!
//! A group that tracks a target keeps the load of each instance at or below it, so the count grows with load over target, rounded up.
//! Steps that are percentages are rounded down where they are above 1 and are 1 where they are below, and a simple scaling policy waits
//! for its cooldown from the last launch on (Amazon EC2 Auto Scaling user guide, "Target tracking", "Step and simple scaling policies"
//! and "Scaling cooldowns"). A zone that is lost takes its instances with it, so those that are left must be enough (AWS, "Static
//! stability using Availability Zones"). A group whose size is no multiple of its zones is uneven by one, so the questions say that each
//! zone runs the same number.

mod grown;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Unit, plain, ratio, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "autoscaling",
    name: "Auto scaling",
    about: "instances for a target, across zones, by steps, and how long growing takes",
    version: 1,
    seconds: [40, 60, 90],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Instances that bring the mean down to a target.
    Target {
        /// Instances that run.
        running: i64,
        /// Percent of CPU that they use.
        used: i64,
        /// Percent that they should use.
        target: i64,
    },
    /// Instances that survive the loss of a zone.
    Zones {
        /// Instances that the load needs.
        needed: i64,
        /// Zones.
        zones: i64,
    },
    /// What a step adds.
    Step {
        /// Instances that run.
        running: i64,
        /// Percent that the metric shows.
        metric: i64,
        /// Percent at which the alarm fires.
        alarm: i64,
        /// Percent that is added from the alarm on.
        small: i64,
        /// Percent that is added from 15 points above it on.
        large: i64,
        /// The most that the group may have.
        most: i64,
    },
    /// Instances for a load and a target that survive the loss of a zone.
    Fleet {
        /// Requests a second.
        load: i64,
        /// Those that an instance does at full use.
        each: i64,
        /// Percent of that which it should do.
        target: i64,
        /// Zones.
        zones: i64,
    },
    /// Minutes until there are enough.
    Cooldown {
        /// Instances that run.
        running: i64,
        /// Instances that are needed.
        needed: i64,
        /// Instances that one step adds.
        step: i64,
        /// Minutes between two steps.
        cooldown: i64,
        /// Minutes until an instance works.
        boot: i64,
    },
}

/// The least whole number that is not below `above / below`.
fn up(above: i64, below: i64) -> i64 {
    (above + below - 1) / below
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy => Self::Target {
                running: dice.between(4, 24),
                used: dice.between(66, 97),
                target: 5 * dice.between(8, 12),
            },
            Level::Medium if dice.chance(1, 2) => Self::Zones {
                needed: dice.between(5, 60),
                zones: dice.between(2, 4),
            },
            Level::Medium => {
                let alarm = 5 * dice.between(12, 14);
                let running = dice.between(6, 30);
                Self::Step {
                    running,
                    metric: alarm + dice.between(1, 28),
                    alarm,
                    small: 10,
                    large: 10 * dice.between(2, 4),
                    most: running + dice.between(2, 12),
                }
            }
            Level::Hard if dice.chance(1, 2) => Self::Fleet {
                load: 100 * dice.between(20, 150),
                each: 50 * dice.between(3, 12),
                target: 10 * dice.between(5, 8),
                zones: dice.between(2, 4),
            },
            Level::Hard => {
                let running = dice.between(2, 8);
                Self::Cooldown {
                    running,
                    needed: running + dice.between(5, 20),
                    step: dice.between(2, 4),
                    cooldown: dice.between(4, 8),
                    boot: dice.between(1, 3),
                }
            }
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Target {
                running,
                used,
                target,
            } => tracked(running, used, target),
            Self::Zones { needed, zones } => spread(needed, zones),
            Self::Step {
                running,
                metric,
                alarm,
                small,
                large,
                most,
            } => step(running, [metric, alarm], [small, large], most),
            Self::Fleet {
                load,
                each,
                target,
                zones,
            } => grown::fleet(load, each, target, zones),
            Self::Cooldown {
                running,
                needed,
                step,
                cooldown,
                boot,
            } => grown::cooled([running, needed, step], cooldown, boot),
        }
    }
}

fn slip(name: &'static str, value: i64, why: impl Into<String>) -> Mistake {
    Mistake {
        name,
        value: whole(value),
        why: why.into(),
    }
}

fn number(value: i64, unit: Unit, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value: whole(value),
        unit,
        precision: Precision::Exact,
        mistakes,
    }
}

fn tracked(running: i64, used: i64, target: i64) -> Question {
    let right = up(running * used, target);
    let mistakes = vec![
        slip(
            "added only",
            right - running,
            format!(
                "That many are added. The question asks how many there are then: {running} run already."
            ),
        ),
        slip(
            "rounded down",
            running * used / target,
            format!("Rounded down, the average stays above {target} %."),
        ),
        slip(
            "points as percent",
            up(running * (100 + used - target), 100),
            format!(
                "{used} % is {} points above {target} %, which is more than {} percent of it.",
                used - target,
                used - target
            ),
        ),
        slip(
            "all of the load",
            up(running * used, 100),
            "That lets every instance run at 100 %.",
        ),
        slip(
            "one more",
            running + 1,
            "One more does not take enough load off the others.",
        ),
    ];
    Question {
        stem: format!(
            "{running} instances use {used} % of their CPU on average. The group tracks a target of {target} %. The load stays as it is and is spread evenly. How many instances must there be, so that the average is not above the target?"
        ),
        wanted: number(right, Unit::None, mistakes),
        why: format!("{running} x {used} / {target}, rounded up."),
        working: format!(
            "The load is {running} x {used} = {} points. At {target} for each instance: {} / {target}, rounded up, is **{right}**.",
            plain(whole(running * used)),
            plain(whole(running * used))
        ),
    }
}

fn spread(needed: i64, zones: i64) -> Question {
    let each = up(needed, zones - 1);
    let right = each * zones;
    let mistakes = vec![
        slip(
            "no zone lost",
            up(needed, zones) * zones,
            format!(
                "That only spreads {needed} over the zones. Without one zone too few are left."
            ),
        ),
        slip(
            "nothing spare",
            needed,
            format!("{needed} are enough only while every zone is up."),
        ),
        slip(
            "everything twice",
            if zones == 2 { needed * 3 } else { needed * 2 },
            if zones == 2 {
                "Three times as many is more than is needed: twice is enough.".to_owned()
            } else {
                format!("Twice as many is more than is needed: only one of {zones} zones is lost.")
            },
        ),
        slip(
            "a zone more",
            each * (zones + 1),
            format!("{each} in each zone are right, but there are {zones} zones."),
        ),
        slip(
            "rounded down",
            needed / (zones - 1) * zones,
            format!("Rounded down, fewer than {needed} are left without one zone."),
        ),
    ];
    Question {
        stem: format!(
            "A service needs {needed} instances for its load. Each of {zones} Availability Zones runs the same number of them. If one zone is lost, those that are left must be enough without new ones being started. How many instances are needed at least?"
        ),
        wanted: number(right, Unit::None, mistakes),
        why: format!("{each} in each of {zones} zones."),
        working: format!(
            "Without one zone {} must hold {needed}: {needed} / {}, rounded up, is {each} in each zone. {each} x {zones} = **{right}**.",
            if zones == 2 {
                "the other".to_owned()
            } else {
                format!("{} zones", zones - 1)
            },
            zones - 1
        ),
    }
}

fn step(running: i64, [metric, alarm]: [i64; 2], [small, large]: [i64; 2], most: i64) -> Question {
    let above = metric - alarm;
    let (percent, other) = if above < 15 {
        (small, large)
    } else {
        (large, small)
    };
    // Rounded down, but at least one.
    let added = |percent: i64| (running * percent / 100).max(1);
    let right = (running + added(percent)).min(most);
    let mistakes = vec![
        slip(
            "the other step",
            (running + added(other)).min(most),
            format!(
                "The metric is {above} points above the alarm, which is the step of {percent} %."
            ),
        ),
        slip(
            "most left out",
            running + added(percent),
            format!("The maximum of the group is {most}."),
        ),
        slip(
            "rounded up",
            (running + up(running * percent, 100)).min(most),
            "A fraction of an instance is dropped, not rounded up.",
        ),
        slip(
            "both steps",
            (running + added(small + large)).min(most),
            "Only the step that the metric lies in is taken.",
        ),
        slip(
            "percent as instances",
            (running + percent).min(most),
            format!("{percent} is a percentage of {running}, not a number of instances."),
        ),
        slip(
            "added only",
            added(percent),
            "That many are added. The question asks how many there are then.",
        ),
    ];
    Question {
        stem: format!(
            "A group of {running} instances, with a maximum of {most}, has an alarm at {alarm} % CPU. Its step scaling policy adds {small} % of the group from the alarm on, or {large} % instead from 15 points above the alarm on; fractions of an instance are dropped, but at least one is added. The CPU is at {metric} %. How many instances will the group have?"
        ),
        wanted: number(right, Unit::None, mistakes),
        why: format!(
            "{percent} % of {running} adds {}, and the maximum is {most}.",
            added(percent)
        ),
        working: format!(
            "{metric} - {alarm} = {above} points above the alarm: the step of {percent} %. {percent} % of {running} is {}, which adds {}: {running} + {} = {}. With a maximum of {most} that makes **{right}**.",
            plain(ratio(running * percent, 100)),
            added(percent),
            added(percent),
            running + added(percent)
        ),
    }
}
