//! Units that carry shared cost, and how they change.

use super::{cents, in_dollars, in_percent, mistake, money};
use crate::drill::number::{Ratio, dollars, plain, ratio, rounded, whole};
use crate::drill::question::{Mistake, Question};

pub(super) fn full(direct: [i64; 3], shared: i64, even: i64, units: i64) -> Question {
    let [own, second, third] = direct;
    let all: i64 = direct.iter().sum();
    let even_part = ratio(shared * even, 300);
    let rest = ratio(shared * (100 - even), 100);
    let other_part = rest * ratio(own, all);
    let cost = whole(own) + even_part + other_part;
    let value = cost / whole(units);
    Question {
        stem: format!(
            "Three products cause direct cost of {}, {} and {} in a month. Of the shared cost of {}, {even} % is split evenly among the three and the rest in proportion to direct cost. The first product processed {} orders. What does one of its orders cost, shared cost included?",
            money(own),
            money(second),
            money(third),
            money(shared),
            plain(whole(units))
        ),
        wanted: in_dollars(value, full_mistakes(direct, shared, even, units)),
        why: format!(
            "{} / {} orders = {}.",
            cents(cost),
            plain(whole(units)),
            cents(value)
        ),
        working: format!(
            "Even part: {even} % of {} / 3 = {}. Proportional part: {} x {} / {} = {}. Cost: {} + {} + {} = {}. For each of {} orders that is **{}**.",
            money(shared),
            cents(even_part),
            cents(rest),
            money(own),
            money(all),
            cents(other_part),
            money(own),
            cents(even_part),
            cents(other_part),
            cents(cost),
            plain(whole(units)),
            cents(value)
        ),
    }
}

fn full_mistakes(direct: [i64; 3], shared: i64, even: i64, units: i64) -> Vec<Mistake> {
    let own = direct[0];
    let all: i64 = direct.iter().sum();
    let of = |cost: Ratio| cost / whole(units);
    vec![
        mistake(
            "direct cost alone",
            of(whole(own)),
            "The share of the shared cost is missing.".to_owned(),
        ),
        mistake(
            "all in proportion",
            of(whole(own) + ratio(shared * own, all)),
            format!(
                "Only {} % of the shared cost is split in proportion.",
                100 - even
            ),
        ),
        mistake(
            "all evenly",
            of(whole(own) + ratio(shared, 3)),
            format!("Only {even} % of the shared cost is split evenly."),
        ),
        mistake(
            "all shared cost",
            of(whole(own + shared)),
            "The other two products bear their shares of the shared cost.".to_owned(),
        ),
    ]
}

pub(super) fn change(cost: [i64; 2], units: [i64; 2]) -> Question {
    let [before, after] = [ratio(cost[0], units[0]), ratio(cost[1], units[1])];
    let value = (before - after) / before * whole(100);
    let answer = plain(rounded(value, 1));
    let grown = |pair: [i64; 2]| ratio((pair[1] - pair[0]) * 100, pair[0]);
    let four = |value: Ratio| dollars(rounded(value, 4));
    Question {
        stem: format!(
            "Last month a service cost {} and processed {} orders; this month it costs {} and processes {}. By what percentage did the cost of an order fall?",
            money(cost[0]),
            plain(whole(units[0])),
            money(cost[1]),
            plain(whole(units[1]))
        ),
        wanted: in_percent(
            value,
            vec![
                mistake(
                    "growths subtracted",
                    grown(units) - grown(cost),
                    "The growth of the orders minus the growth of the cost is not the change of their ratio: divide, do not subtract.".to_owned(),
                ),
                mistake(
                    "growth of the cost",
                    grown(cost),
                    "That is how much the whole bill rose; the cost of an order fell.".to_owned(),
                ),
                mistake(
                    "of the new cost",
                    (before - after) / after * whole(100),
                    "The fall was divided by the new cost of an order; a change is measured against the old one.".to_owned(),
                ),
                mistake(
                    "what is left",
                    after / before * whole(100),
                    "That is what is left of the cost of an order, not how far it fell.".to_owned(),
                ),
            ],
        ),
        why: format!("From {} to {} per order: {answer} % less.", four(before), four(after)),
        working: format!(
            "An order cost {} / {} = {} and now costs {} / {} = {}. The new is {} / {} of the old, which is {} %, so it fell by **{answer} %**.",
            money(cost[0]),
            plain(whole(units[0])),
            four(before),
            money(cost[1]),
            plain(whole(units[1])),
            four(after),
            four(after),
            four(before),
            plain(rounded(after / before * whole(100), 1))
        ),
    }
}
