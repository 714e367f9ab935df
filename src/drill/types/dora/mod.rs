//! The keys of software delivery, from counts and from a log.
//!
//! Deployment frequency, change lead time from commit to production, change fail rate (deployments that need to be repaired at once, of
//! all deployments; the change failure rate of older texts), failed deployment recovery time, and deployment rework rate (unplanned
//! deployments because of an incident, of all deployments) as DORA defines them ("DORA's software delivery performance metrics",
//! dora.dev). The stem says that times are medians.

mod log;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Ratio, Unit, plain, ratio, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "dora",
    name: "DORA metrics",
    about: "how often, how fast and how safely a team deploys, from counts and logs",
    version: 1,
    seconds: [35, 60, 90],
    make: |dice, level| Case::draw(dice, level).tell(),
};

const HOURS: Unit = Unit::Word("hour", "hours");

/// A deployment to production.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// Hours since its commit.
    pub lead: i64,
    /// Minutes until the service was well again, if it failed.
    pub restored: Option<i64>,
    /// Whether it was planned; the others repair an incident.
    pub is_planned: bool,
}

/// What a log is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// The median lead time.
    Lead,
    /// The change fail rate.
    Failures,
    /// The median recovery time.
    Recovery,
    /// The rework rate.
    Rework,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// Deployments a working day.
    Frequency {
        /// Deployments to production.
        count: i64,
        /// Weeks of five working days.
        weeks: i64,
        /// Deployments to a test environment, which do not count.
        tests: i64,
    },
    /// The change fail rate.
    Failures {
        /// Deployments to production.
        count: i64,
        /// Those that had to be repaired at once.
        failed: i64,
        /// Incidents that these caused, more than one each at times; 0 where nothing is said of them.
        incidents: i64,
        /// Incidents with other causes.
        others: i64,
        /// Builds that never reached production; 0 where nothing is said of them.
        builds: i64,
    },
    /// The median of lead times.
    Median {
        /// Hours, in the order of the deployments.
        leads: Vec<i64>,
    },
    /// A key from a log.
    Log {
        /// The deployments, in their order.
        log: Vec<Deployment>,
        /// Minutes of an incident that no deployment caused.
        other: i64,
        /// What is asked for.
        key: Key,
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy if dice.chance(1, 2) => {
                let weeks = *dice.pick(&[2, 4, 6, 10]);
                // A rate with one decimal.
                let count = weeks * dice.between(3, 50) / 2;
                Self::Frequency {
                    count,
                    weeks,
                    // What goes to production was tested before, and some of what is tested never goes there.
                    tests: count + weeks * dice.between(2, 20),
                }
            }
            Level::Easy => {
                let count = 20 * dice.between(2, 12);
                Self::Failures {
                    count,
                    failed: dice.between(count / 20, count / 6),
                    incidents: 0,
                    others: dice.between(3, 12),
                    builds: 0,
                }
            }
            Level::Medium if dice.chance(1, 2) => {
                let count = 10 * dice.between(4, 24);
                let failed = dice.between(count / 20 + 1, count / 6);
                Self::Failures {
                    count,
                    failed,
                    incidents: failed + dice.between(2, 5),
                    others: dice.between(3, 9),
                    builds: dice.between(10, 40),
                }
            }
            Level::Medium => {
                let count = dice.between(5, 8);
                let mut leads: Vec<i64> = (1..count).map(|_| dice.between(2, 30)).collect();
                // One that waited for weeks, which moves the mean and not the median.
                leads.push(dice.between(120, 400));
                dice.shuffle(&mut leads);
                Self::Median { leads }
            }
            Level::Hard => log::draw(dice),
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Frequency {
                count,
                weeks,
                tests,
            } => frequency(count, weeks, tests),
            Self::Failures {
                count,
                failed,
                incidents,
                others,
                builds,
            } => failures(count, failed, [incidents, others, builds]),
            Self::Median { leads } => lead(&leads),
            Self::Log { log, other, key } => log::tell(&log, other, key),
        }
    }
}

fn slip(name: &'static str, value: Ratio, why: impl Into<String>) -> Mistake {
    Mistake {
        name,
        value,
        why: why.into(),
    }
}

fn number(value: Ratio, unit: Unit, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value,
        unit,
        precision: Precision::Places(1),
        mistakes,
    }
}

/// Percent of `part` in `all`.
fn percent(part: i64, all: i64) -> Ratio {
    ratio(part * 100, all)
}

fn sorted(values: &[i64]) -> Vec<i64> {
    let mut values = values.to_vec();
    values.sort_unstable();
    values
}

/// The middle one of a list as it stands, or the mean of the middle two.
fn middle(values: &[i64]) -> Ratio {
    let half = values.len() / 2;
    if values.len() % 2 == 1 {
        whole(values[half])
    } else {
        ratio(values[half - 1] + values[half], 2)
    }
}

fn mean(values: &[i64]) -> Ratio {
    ratio(values.iter().sum(), values.iter().map(|_| 1).sum())
}

/// `2, 5, 9`.
fn listed(values: &[i64]) -> String {
    let all: Vec<String> = values.iter().map(i64::to_string).collect();
    all.join(", ")
}

/// How the median of a sorted list comes about: `the one in the middle`, `(3 + 4) / 2`.
fn middle_told(ordered: &[i64]) -> String {
    let half = ordered.len() / 2;
    if ordered.len() % 2 == 1 {
        "the one in the middle".to_owned()
    } else {
        format!("({} + {}) / 2", ordered[half - 1], ordered[half])
    }
}

fn frequency(count: i64, weeks: i64, tests: i64) -> Question {
    let days = weeks * 5;
    let right = ratio(count, days);
    let mistakes = vec![
        slip(
            "tests counted",
            ratio(count + tests, days),
            format!(
                "The {tests} deployments to the test environment do not count, only production does."
            ),
        ),
        slip(
            "calendar days",
            ratio(count, weeks * 7),
            format!(
                "That divides by {} calendar days. Asked is per working day.",
                weeks * 7
            ),
        ),
        slip("per week", ratio(count, weeks), "That is per week."),
        slip(
            "upside down",
            ratio(days, count),
            "That is how many working days lie between two deployments.",
        ),
    ];
    Question {
        stem: format!(
            "In {weeks} weeks of 5 working days a team deploys {count} times to production and {tests} times to a test environment. What is its deployment frequency per working day?"
        ),
        wanted: number(right, Unit::None, mistakes),
        why: format!("{count} deployments to production in {days} working days."),
        working: format!(
            "{weeks} x 5 = {days} working days. {count} / {days} = **{}**. Only deployments to production count.",
            plain(right)
        ),
    }
}

fn failures(count: i64, failed: i64, [incidents, others, builds]: [i64; 3]) -> Question {
    let right = percent(failed, count);
    let (more, left_out) = if incidents > 0 {
        (
            format!(
                " These caused {incidents} incidents. In the pipeline {builds} more changes failed their tests and never reached production."
            ),
            "How many incidents they caused, incidents with other causes and changes that never reached production do not count.",
        )
    } else {
        (String::new(), "Incidents with other causes do not count.")
    };
    Question {
        stem: format!(
            "A team deploys {count} times to production. {failed} of these deployments had to be rolled back or repaired at once.{more} There were also {others} incidents with other causes, such as expired certificates and outages at providers. What is the change fail rate (change failure rate)?"
        ),
        wanted: number(
            right,
            Unit::Percent,
            failure_mistakes(count, failed, [incidents, others, builds]),
        ),
        why: format!("{failed} failed deployments of {count}."),
        working: format!(
            "Failed deployments over all deployments to production: {failed} / {count} = **{} %**. {left_out}",
            plain(rounded(right, 1))
        ),
    }
}

fn failure_mistakes(
    count: i64,
    failed: i64,
    [incidents, others, builds]: [i64; 3],
) -> Vec<Mistake> {
    let with_others = slip(
        "other incidents",
        percent(failed + others, count),
        format!("{others} incidents had other causes than a deployment. They do not count."),
    );
    if incidents > 0 {
        vec![
            slip(
                "incidents for deployments",
                percent(incidents, count),
                format!(
                    "{incidents} incidents came from {failed} deployments. Each deployment counts once."
                ),
            ),
            with_others,
            slip(
                "builds as failures",
                percent(failed + builds, count + builds),
                "What is stopped before production is no deployment, neither a good nor a failed one.",
            ),
            slip(
                "builds as deployments",
                percent(failed, count + builds),
                format!("Only the {count} deployments to production are divided by."),
            ),
        ]
    } else {
        vec![
            with_others,
            slip(
                "of the good ones",
                percent(failed, count - failed),
                format!(
                    "That divides by the {} good ones instead of all {count}.",
                    count - failed
                ),
            ),
            slip(
                "of the incidents",
                percent(failed, failed + others),
                format!(
                    "That is their share of {} failures of all kinds. Asked is the share of the {count} deployments.",
                    failed + others
                ),
            ),
        ]
    }
}

fn lead(leads: &[i64]) -> Question {
    let ordered = sorted(leads);
    let right = middle(&ordered);
    let [shortest, longest] = [ordered[0], ordered[ordered.len() - 1]];
    let mistakes = vec![
        slip(
            "mean",
            mean(leads),
            format!("That is the mean. The one change of {longest} hours pulls it up."),
        ),
        slip(
            "not sorted",
            middle(leads),
            "That is the middle of the list as it stands. Sort it first.",
        ),
        slip(
            "upper middle",
            whole(ordered[ordered.len() / 2]),
            "Of an even number of values the median is the mean of the middle two.",
        ),
        slip(
            "middle of the range",
            ratio(shortest + longest, 2),
            "That is halfway between the shortest and the longest.",
        ),
    ];
    let (list, how) = (listed(&ordered), middle_told(&ordered));
    Question {
        stem: format!(
            "The last {} changes of a team took these hours from commit to production: {}. What is the change lead time, as the median?",
            leads.len(),
            listed(leads)
        ),
        wanted: number(right, HOURS, mistakes),
        why: format!("Sorted: {list}. The median is {how}."),
        working: format!(
            "Sorted: {list}. The median of {} values is {how}: **{} hours**.",
            ordered.len(),
            plain(right)
        ),
    }
}
