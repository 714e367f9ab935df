//! One loss and a year of losses.

use super::{Rate, cents, in_dollars, mistake, money};
use crate::drill::number::{dollars, plain, ratio, whole};
use crate::drill::question::Question;

pub(super) fn single_loss(asset: i64, exposure: i64) -> Question {
    let value = ratio(asset * exposure, 100);
    Question {
        stem: format!(
            "An asset is worth {}. One incident destroys {exposure} % of its value. What is the single loss expectancy?",
            money(asset)
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "what is left",
                    whole(asset) - value,
                    format!("That is what is left; the incident takes {exposure} %."),
                ),
                mistake(
                    "exposure forgotten",
                    whole(asset),
                    format!("The incident destroys {exposure} % of the asset, not all of it."),
                ),
                mistake(
                    "divided",
                    ratio(asset * 100, 100 + exposure),
                    "The value is multiplied by the exposure factor, not divided by 1 plus it."
                        .to_owned(),
                ),
            ],
        ),
        why: format!("{exposure} % of {}.", money(asset)),
        working: format!(
            "SLE = asset value x exposure factor = {} x {exposure} % = **{}**.",
            money(asset),
            dollars(value)
        ),
    }
}

pub(super) fn annual(single: i64, rate: Rate) -> Question {
    let value = whole(single) * rate.annual();
    let (often, one) = (rate.text(), money(single));
    Question {
        stem: format!(
            "An incident costs {one} each time and is expected {often}. What is the annualised loss expectancy?"
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "rate turned round",
                    whole(single) / rate.annual(),
                    format!(
                        "An incident expected {often} has a rate of {} per year; the loss is multiplied by it.",
                        plain(rate.annual())
                    ),
                ),
                mistake(
                    "one loss",
                    whole(single),
                    "That is one loss, not the loss of an average year.".to_owned(),
                ),
                mistake(
                    "twelve months",
                    value / whole(12),
                    "That is the loss of an average month.".to_owned(),
                ),
            ],
        ),
        why: format!("{one} x {} per year.", plain(rate.annual())),
        working: format!(
            "Expected {often}: ARO = {}. ALE = SLE x ARO = {one} x {} = **{}**.",
            plain(rate.annual()),
            plain(rate.annual()),
            cents(value)
        ),
    }
}

pub(super) fn from_asset(asset: i64, exposure: i64, rate: Rate) -> Question {
    let one = ratio(asset * exposure, 100);
    let value = one * rate.annual();
    let often = rate.text();
    Question {
        stem: format!(
            "An asset is worth {}. An incident that destroys {exposure} % of it is expected {often}. What is the annualised loss expectancy?",
            money(asset)
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "exposure forgotten",
                    whole(asset) * rate.annual(),
                    format!("Only {exposure} % of the asset is lost each time."),
                ),
                mistake(
                    "rate forgotten",
                    one,
                    "That is the single loss expectancy; the rate is missing.".to_owned(),
                ),
                mistake(
                    "rate turned round",
                    one / rate.annual(),
                    format!(
                        "An incident expected {often} has a rate of {} per year; the loss is multiplied by it.",
                        plain(rate.annual())
                    ),
                ),
                mistake(
                    "what is left",
                    (whole(asset) - one) * rate.annual(),
                    "That uses the part of the asset that an incident leaves.".to_owned(),
                ),
            ],
        ),
        why: format!("{} x {} per year.", dollars(one), plain(rate.annual())),
        working: format!(
            "SLE = {} x {exposure} % = {}. Expected {often}: ARO = {}. ALE = {} x {} = **{}**.",
            money(asset),
            dollars(one),
            plain(rate.annual()),
            dollars(one),
            plain(rate.annual()),
            cents(value)
        ),
    }
}
