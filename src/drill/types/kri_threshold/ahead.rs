//! Which indicator warns early, and which limit is crossed first.

use super::{Case, Indicator};
use crate::drill::dice::Dice;
use crate::drill::question::{Question, Wanted, Wrong};
use crate::drill::types::parts::points;

/// A risk, what moves before it comes true, and what counts it when it has.
struct Risk {
    name: &'static str,
    leading: [&'static str; 3],
    lagging: [&'static str; 4],
}

const RISKS: [Risk; 5] = [
    Risk {
        name: "that servers are broken into through known holes",
        leading: [
            "Age of the oldest critical patch that is not installed yet",
            "Share of servers that the scanner does not reach",
            "Number of servers that are exempt from patching",
        ],
        lagging: [
            "Servers that had to be rebuilt after a break-in",
            "Cost of incidents in the last quarter",
            "Hours of downtime that attacks caused",
            "Records that attackers took last year",
        ],
    },
    Risk {
        name: "that employees hand their passwords to fraudsters",
        leading: [
            "Share of employees who click the link in a simulated phishing mail",
            "Share of employees whose training is overdue",
            "Share of accounts without a second factor",
        ],
        lagging: [
            "Accounts that were taken over last month",
            "Money that was lost to forged invoices",
            "Password resets after a fraud",
            "Customers who were told of a breach",
        ],
    },
    Risk {
        name: "that a disaster cannot be recovered from in time",
        leading: [
            "Share of systems whose restore test is overdue",
            "Replication lag of the standby",
            "Share of backups that ended with warnings",
        ],
        lagging: [
            "Hours of downtime in the last year",
            "Penalties that were paid for downtime",
            "Orders that were lost in the last outage",
            "Restores that failed in an emergency",
        ],
    },
    Risk {
        name: "that a supplier fails to deliver",
        leading: [
            "Trend of the supplier's credit rating",
            "Share of critical suppliers without an exit plan",
            "Turnover among the supplier's key staff",
        ],
        lagging: [
            "Deliveries that were missed last quarter",
            "Penalties that were claimed from suppliers",
            "Cost of replacing a supplier last year",
            "Production stops that missing parts caused",
        ],
    },
    Risk {
        name: "that changes break the service",
        leading: [
            "Share of changes that skip the review",
            "Share of the code that no test covers",
            "Share of changes that are released as emergencies",
        ],
        lagging: [
            "Outages that changes caused last month",
            "Changes that had to be rolled back",
            "Customer complaints after releases",
            "Credits that were paid for missed service levels",
        ],
    },
];

pub(super) fn draw(dice: &mut Dice) -> Case {
    let places: Vec<usize> = (0..4).collect();
    Case::Leads {
        risk: dice.below(RISKS.len() as u32) as usize,
        leading: dice.below(3) as usize,
        lagging: dice.some(&places, 3),
    }
}

pub(super) fn leads(risk: usize, leading: usize, lagging: &[usize]) -> Question {
    let of = &RISKS[risk];
    let right = of.leading[leading];
    let wrong = lagging.iter().map(|place| Wrong {
        name: "lagging",
        text: of.lagging[*place].to_owned(),
        why: "It counts what has happened already, so it lags.".to_owned(),
    });
    Question {
        stem: format!(
            "A company watches the risk {}. Which of these indicators warns before the risk comes true?",
            of.name
        ),
        why: "It measures a condition that makes the event likelier, before there is any loss."
            .to_owned(),
        working: format!(
            "A leading indicator moves before the event, a lagging one counts its outcome. The only one that is about a condition and not about an outcome: **{right}**."
        ),
        wanted: Wanted::Text {
            right: right.to_owned(),
            wrong: wrong.collect(),
        },
    }
}

/// Indicators for a race: name, whether it falls, and the least value now.
const RACERS: [(&str, bool, i64); 6] = [
    ("Servers that miss a critical patch", false, 10),
    ("Days that an incident stays open on average", false, 8),
    ("Failed logins an hour", false, 20),
    ("Employees with training, in percent", true, 88),
    ("Systems with a tested restore, in percent", true, 84),
    ("Suppliers with an assessment, in percent", true, 86),
];

/// The first month in which it is beyond its limit.
fn beyond(of: &Indicator) -> i64 {
    let (left, speed) = ((of.limit - of.now).abs(), of.change.abs());
    left / speed + 1
}

pub(super) fn race(dice: &mut Dice) -> Case {
    loop {
        let indicators: Vec<Indicator> = dice
            .some(&RACERS, 4)
            .into_iter()
            .map(|(name, falls, least)| {
                let now = least + dice.between(0, 10);
                let speed = dice.between(1, 5);
                let left = dice.between(6, 24);
                let sign = if falls { -1 } else { 1 };
                Indicator {
                    name,
                    now,
                    change: sign * speed,
                    limit: now + sign * left,
                }
            })
            .collect();
        let mut months: Vec<i64> = indicators.iter().map(beyond).collect();
        months.sort_unstable();
        if months[0] < months[1] {
            return Case::First { indicators };
        }
    }
}

/// Why an indicator is not the first one, though it may be the nearest or the fastest.
fn later(of: &Indicator, indicators: &[Indicator]) -> String {
    let (left, speed, month) = ((of.limit - of.now).abs(), of.change.abs(), beyond(of));
    let is_nearest = indicators
        .iter()
        .all(|other| (other.limit - other.now).abs() >= left);
    let is_fastest = indicators.iter().all(|other| other.change.abs() <= speed);
    if is_nearest {
        format!(
            "None is nearer to its limit than this, {left} away, but it moves by only {speed} a month: beyond it only in month {month}."
        )
    } else if is_fastest {
        format!(
            "None moves faster than this, {speed} a month, but it has {left} to go: beyond its limit only in month {month}."
        )
    } else {
        format!("It is beyond its limit only in month {month}.")
    }
}

pub(super) fn first(indicators: &[Indicator]) -> Question {
    let month = indicators.iter().map(beyond).min().unwrap_or(0);
    let right = indicators
        .iter()
        .find(|of| beyond(of) == month)
        .map_or("", |of| of.name);
    let told: Vec<String> = indicators
        .iter()
        .map(|of| {
            let (verb, side) = if of.change > 0 {
                ("rises", "above")
            } else {
                ("falls", "below")
            };
            format!(
                "- {}: {} now, {verb} by {} a month, must not be {side} {}",
                of.name,
                of.now,
                of.change.abs(),
                of.limit
            )
        })
        .collect();
    let worked: Vec<String> = indicators
        .iter()
        .map(|of| {
            format!(
                "{}: {} to go at {} a month, beyond its limit in month {}",
                of.name,
                (of.limit - of.now).abs(),
                of.change.abs(),
                beyond(of)
            )
        })
        .collect();
    // The nearest and the fastest are the ones that are taken for the first.
    let mut others: Vec<&Indicator> = indicators.iter().filter(|of| of.name != right).collect();
    others.sort_by_key(|of| (of.limit - of.now).abs());
    let wrong = others.into_iter().map(|of| Wrong {
        name: "another indicator",
        text: of.name.to_owned(),
        why: later(of, indicators),
    });
    Question {
        stem: format!(
            "Four risk indicators have moved at a steady rate for months. Each has a limit of what is tolerated:\n\n{}\n\nIf they go on like that, which of them is beyond its limit first?",
            told.join("\n")
        ),
        why: format!("It is beyond its limit in month {month} from now, before the others."),
        working: format!("{}\n\nThe first: **{right}**.", points(&worked)),
        wanted: Wanted::Text {
            right: right.to_owned(),
            wrong: wrong.collect(),
        },
    }
}
