//! What a control is worth.

use super::{Case, Control, Rate, cents, in_dollars, loss, mistake, money};
use crate::drill::number::{plain, ratio, whole};
use crate::drill::question::{Mistake, Question};

pub(super) fn worth(single: i64, rate: Rate, with: Rate, cost: i64) -> Question {
    let (before, after) = (whole(single) * rate.annual(), whole(single) * with.annual());
    let value = before - after - whole(cost);
    let price = money(cost);
    Question {
        stem: format!(
            "An incident costs {} each time and is expected {}. A control that costs {price} per year lowers this to {}. What is the control worth per year?",
            money(single),
            rate.text(),
            with.text()
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "cost of the control forgotten",
                    before - after,
                    format!("The control costs {price} per year, which must be taken off."),
                ),
                mistake(
                    "loss with the control forgotten",
                    before - whole(cost),
                    format!("With the control {} per year is still lost.", cents(after)),
                ),
                mistake(
                    "loss that remains",
                    after + whole(cost),
                    "That is what the year costs with the control, not what it is worth."
                        .to_owned(),
                ),
                mistake(
                    "loss with the control alone",
                    after,
                    "That is the loss that remains.".to_owned(),
                ),
            ],
        ),
        why: format!("{} - {} - {price}.", cents(before), cents(after)),
        working: format!(
            "ALE before: {} x {} = {}. ALE with the control: {} x {} = {}. Worth: {} - {} - {price} = **{}**.",
            money(single),
            plain(rate.annual()),
            cents(before),
            money(single),
            plain(with.annual()),
            cents(after),
            cents(before),
            cents(after),
            cents(value)
        ),
    }
}

pub(super) fn bought(case: Case) -> Question {
    let Case::Bought {
        asset,
        exposure,
        rate,
        with,
        price,
        years,
    } = case
    else {
        return case.tell();
    };
    let before = loss(asset, exposure, rate);
    let after = loss(asset, with.exposure, with.rate);
    let spread = ratio(price, years);
    let paid = spread + whole(with.cost);
    let value = before - after - paid;
    let (once, run) = (money(price), money(with.cost));
    Question {
        stem: format!(
            "An asset is worth {}. An incident that destroys {exposure} % of it is expected {}. A control costs {once}, spread over {years} years, and {run} per year to run. With it, an incident destroys {} % and is expected {}. What is the control worth per year? The worth is negative if the control costs more than it saves.",
            money(asset),
            rate.text(),
            with.exposure,
            with.rate.text()
        ),
        wanted: in_dollars(
            value,
            bought_mistakes((asset, exposure, rate), with, (price, years)),
        ),
        why: format!(
            "{} - {} - {} - {run}.",
            cents(before),
            cents(after),
            cents(spread)
        ),
        working: format!(
            "ALE before: {} x {exposure} % x {} = {}. ALE with it: {} x {} % x {} = {}. Cost per year: {once} / {years} + {run} = {}. Worth: {} - {} - {} = **{}**.",
            money(asset),
            plain(rate.annual()),
            cents(before),
            money(asset),
            with.exposure,
            plain(with.rate.annual()),
            cents(after),
            cents(paid),
            cents(before),
            cents(after),
            cents(paid),
            cents(value)
        ),
    }
}

/// What people leave out of a control that has a price and running costs.
fn bought_mistakes(
    (asset, exposure, rate): (i64, i64, Rate),
    with: Control,
    (price, years): (i64, i64),
) -> Vec<Mistake> {
    let before = loss(asset, exposure, rate);
    let after = loss(asset, with.exposure, with.rate);
    let (spread, run) = (ratio(price, years), whole(with.cost));
    vec![
        mistake(
            "cost of the control forgotten",
            before - after,
            format!(
                "The control costs {} per year, which must be taken off.",
                cents(spread + run)
            ),
        ),
        mistake(
            "running cost forgotten",
            before - after - spread,
            format!(
                "It costs {} per year to run, beside its price.",
                money(with.cost)
            ),
        ),
        mistake(
            "price forgotten",
            before - after - run,
            format!(
                "Each of the {years} years bears its part of the {}.",
                money(price)
            ),
        ),
        mistake(
            "exposure as before",
            before - loss(asset, exposure, with.rate) - spread - run,
            format!(
                "With the control an incident destroys {} %, not {exposure} %.",
                with.exposure
            ),
        ),
        mistake(
            "rate as before",
            before - loss(asset, with.exposure, rate) - spread - run,
            format!(
                "With the control an incident is expected {}, not {}.",
                with.rate.text(),
                rate.text()
            ),
        ),
    ]
}
