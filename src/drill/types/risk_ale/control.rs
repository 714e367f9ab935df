//! What a control is worth.

use super::{Case, Rate, cents, in_dollars, loss, mistake, money};
use crate::drill::number::{plain, ratio, whole};
use crate::drill::question::Question;

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
                    format!("With the control {} per year are still lost.", cents(after)),
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
    let value = before - after - spread - whole(with.cost);
    let (once, run) = (money(price), money(with.cost));
    Question {
        stem: format!(
            "An asset is worth {}. An incident that destroys {exposure} % of it is expected {}. A control costs {once}, spread over {years} years, and {run} per year to run. With it, an incident destroys {} % and is expected {}. What is the control worth per year?",
            money(asset),
            rate.text(),
            with.exposure,
            with.rate.text()
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "cost of the control forgotten",
                    before - after,
                    format!(
                        "The control costs {} per year.",
                        cents(spread + whole(with.cost))
                    ),
                ),
                mistake(
                    "running cost forgotten",
                    before - after - spread,
                    format!("It costs {run} per year to run, beside its price."),
                ),
                mistake(
                    "price forgotten",
                    before - after - whole(with.cost),
                    format!("A part of the {once} belongs to each of {years} years."),
                ),
                mistake(
                    "exposure as before",
                    before - loss(asset, exposure, with.rate) - spread - whole(with.cost),
                    format!(
                        "With the control an incident destroys {} %, not {exposure} %.",
                        with.exposure
                    ),
                ),
                mistake(
                    "rate as before",
                    before - loss(asset, with.exposure, rate) - spread - whole(with.cost),
                    format!(
                        "With the control an incident is expected {}.",
                        with.rate.text()
                    ),
                ),
            ],
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
            cents(spread + whole(with.cost)),
            cents(before),
            cents(after),
            cents(spread + whole(with.cost)),
            cents(value)
        ),
    }
}
