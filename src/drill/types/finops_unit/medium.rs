//! One split, one replacement.

use super::{MONTH, Split, cents, in_dollars, mistake, money};
use crate::drill::number::{Ratio, dollars, ratio, whole};
use crate::drill::question::Question;

pub(super) fn share(direct: [i64; 3], shared: i64, split: Split) -> Question {
    let [own, second, third] = direct;
    let all: i64 = direct.iter().sum();
    let even = ratio(shared, 3);
    let proportional = ratio(shared * own, all);
    let (part, other, how) = match split {
        Split::Even => (even, proportional, "evenly"),
        Split::Proportional => (proportional, even, "in proportion to their direct cost"),
    };
    let value = whole(own) + part;
    let step = match split {
        Split::Even => format!("{} / 3", money(shared)),
        Split::Proportional => format!("{} x {} / {}", money(shared), money(own), money(all)),
    };
    Question {
        stem: format!(
            "Team A causes {} of direct cost in a month, team B {} and team C {}. Shared cost of {} is split among them {how}. What does team A pay in all?",
            money(own),
            money(second),
            money(third),
            money(shared)
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "split the other way",
                    whole(own) + other,
                    format!("The shared cost is split {how}."),
                ),
                mistake(
                    "own cost forgotten",
                    part,
                    format!(
                        "That is its share of the shared cost; its own {} are to be added.",
                        money(own)
                    ),
                ),
                mistake(
                    "own cost within the whole bill",
                    whole(own) + ratio(shared * own, all + shared),
                    format!(
                        "The shared {} were added to the direct cost by which they are split.",
                        money(shared)
                    ),
                ),
                mistake(
                    "all of what is shared",
                    whole(own + shared),
                    "That is all of the shared cost; team A pays only its share of it.".to_owned(),
                ),
            ],
        ),
        why: format!(
            "{} of its own and {} of the shared cost.",
            money(own),
            cents(part)
        ),
        working: format!(
            "Share of the shared cost: {step} = {}. With its own {} team A pays **{}**.",
            cents(part),
            money(own),
            cents(value)
        ),
    }
}

pub(super) fn smaller_servers(count: i64, price: Ratio, smaller: Ratio) -> Question {
    let apart = price - smaller;
    let value = apart * whole(count * MONTH);
    Question {
        stem: format!(
            "{count} servers that always run cost {} per hour each. They are too large and are replaced by as many smaller ones at {} per hour each. A month has {MONTH} hours. What is saved per month?",
            dollars(price),
            dollars(smaller)
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "new cost",
                    smaller * whole(count * MONTH),
                    "That is what the smaller servers cost, not what they save.".to_owned(),
                ),
                mistake(
                    "one server",
                    apart * whole(MONTH),
                    format!("That is the saving of one server of {count}."),
                ),
                mistake(
                    "old cost",
                    price * whole(count * MONTH),
                    "That is the old cost; the smaller servers still cost something.".to_owned(),
                ),
                mistake(
                    "a day",
                    apart * whole(count * 24),
                    "That is the saving of one day.".to_owned(),
                ),
            ],
        ),
        why: format!(
            "{} less for each of {count} x {MONTH} hours.",
            dollars(apart)
        ),
        working: format!(
            "Each hour of a server saves {} - {} = {}. {} x {MONTH} hours x {count} servers = **{}**.",
            dollars(price),
            dollars(smaller),
            dollars(apart),
            dollars(apart),
            dollars(value)
        ),
    }
}
