//! Which indicator warns early, and which limit is crossed first.

use super::{Case, Indicator};
use crate::drill::dice::Dice;
use crate::drill::question::{Question, Wanted, Wrong};

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
            "Age of the oldest critical patch that is not installed",
            "Share of servers that the scanner does not reach",
            "Number of exceptions from patching that were granted",
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
            "Share of employees who click in a simulated attack",
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
            "Share of code that no test runs through",
            "Number of urgent changes that wait for approval",
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
    ("Servers without a critical patch", false, 10),
    ("Days that incidents stay open", false, 8),
    ("Failed logins a minute", false, 20),
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
                "{}: {} to go at {} a month, beyond in month {}",
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
    let fastest = indicators.iter().map(|of| of.change.abs()).max();
    let nearest = indicators.iter().map(|of| (of.limit - of.now).abs()).min();
    let wrong = others.into_iter().map(|of| {
        let left = (of.limit - of.now).abs();
        let why = if Some(left) == nearest {
            format!("It is the nearest to its limit, {left} away, but slow: beyond it only in month {}.", beyond(of))
        } else if Some(of.change.abs()) == fastest {
            format!("It is the fastest, but has {left} to go: beyond its limit only in month {}.", beyond(of))
        } else {
            format!("It is beyond its limit only in month {}.", beyond(of))
        };
        Wrong {
            name: "another indicator",
            text: of.name.to_owned(),
            why,
        }
    });
    Question {
        stem: format!(
            "Four risk indicators have changed evenly for months. Each has a limit of what is tolerated:\n\n{}\n\nIf they go on like that, which is beyond its limit first?",
            told.join("\n")
        ),
        why: format!("It is beyond its limit in month {month}."),
        working: format!("{}. The first: **{right}**.", worked.join("; ")),
        wanted: Wanted::Text {
            right: right.to_owned(),
            wrong: wrong.collect(),
        },
    }
}
