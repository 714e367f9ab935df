//! Provisioned capacity against paying for each request.

use super::{Case, blocks};
use crate::drill::dice::Dice;
use crate::drill::number::{Ratio, decimal, dollars, plain, rounded, whole};
use crate::drill::question::{Question, Wanted, Wrong};
use crate::drill::types::parts::count;

/// Hours of 30 days.
const HOURS: i64 = 720;

/// What a month costs, provisioned and by request.
fn costs([peak, millions, size]: [i64; 3], hour: i64, million: i64) -> [Ratio; 2] {
    let each = whole(blocks(size, 10));
    [
        whole(peak * HOURS) * each * decimal(hour, 5),
        whole(millions) * each * decimal(million, 3),
    ]
}

pub(super) fn draw(dice: &mut Dice) -> Case {
    loop {
        let peak = 10 * dice.between(5, 60);
        // From a twentieth to three fifths of what the peak would do in 30 days.
        let most = peak * HOURS * 3_600 / 1_000_000;
        let figures = [peak, most * dice.between(5, 60) / 100, dice.steps(5, 35, 5)];
        let hour = 5 * dice.between(12, 16);
        // Whole cents, so that both bills are, and their difference is that of the figures that are shown.
        let million = 10 * dice.between(60, 75);
        let [provisioned, demand] = costs(figures, hour, million);
        // A tenth apart at least.
        let (low, high) = (provisioned.min(demand), provisioned.max(demand));
        if figures[1] > 0 && low * whole(11) < high * whole(10) {
            let [peak, millions, size] = figures;
            return Case::Modes {
                peak,
                millions,
                size,
                hour,
                million,
            };
        }
    }
}

fn cents(value: Ratio) -> String {
    dollars(rounded(value, 2))
}

fn verdict([provisioned, demand]: [Ratio; 2]) -> String {
    if provisioned < demand {
        format!("Provisioned, by {}", cents(demand - provisioned))
    } else {
        format!("On-demand, by {}", cents(provisioned - demand))
    }
}

/// Verdicts of bills that are reckoned wrong, without those that come out right.
fn wrong_verdicts(both: [Ratio; 2], each: i64, kb: &str) -> Vec<Wrong> {
    let [provisioned, demand] = both;
    let right = verdict(both);
    let days = whole(30);
    let wrong = [
        (
            "size left out",
            verdict([provisioned / whole(each), demand / whole(each)]),
            format!("An item of {kb} KB takes {each} units, either way."),
        ),
        (
            "sized on one side only",
            verdict([provisioned, demand / whole(each)]),
            format!("On-demand counts units, too: {each} for an item of {kb} KB."),
        ),
        (
            "one day",
            verdict([provisioned / days, demand]),
            "That pays for the capacity of one day, not of 30.".to_owned(),
        ),
        (
            "hours of a working day",
            verdict([provisioned / whole(3), demand]),
            "Provisioned capacity is paid for 24 hours a day, not for 8.".to_owned(),
        ),
        (
            "the other way round",
            verdict([demand, provisioned]),
            format!(
                "Provisioned costs {}, on-demand {}.",
                cents(provisioned),
                cents(demand)
            ),
        ),
    ];
    wrong
        .into_iter()
        .filter(|of| of.1 != right)
        .map(|(name, text, why)| Wrong { name, text, why })
        .collect()
}

pub(super) fn modes(figures: [i64; 3], hour: i64, million: i64) -> Question {
    let [peak, millions, size] = figures;
    let kb = plain(decimal(size, 1));
    let each = blocks(size, 10);
    let both = costs(figures, hour, million);
    let [provisioned, demand] = both.map(cents);
    let (per_hour, per_million) = (dollars(decimal(hour, 5)), dollars(decimal(million, 3)));
    let right = verdict(both);
    Question {
        stem: format!(
            "A DynamoDB table takes {} million writes of {kb} KB in 30 days. Its peak is {peak} writes a second. Provisioned capacity would be set to the peak all the time and costs {per_hour} per write capacity unit and hour; on-demand costs {per_million} per million write request units. 30 days have 720 hours. Which is cheaper, and by how much in these 30 days?",
            plain(whole(millions))
        ),
        why: format!("Provisioned {provisioned}, on-demand {demand}."),
        working: format!(
            "{kb} KB take {}. Provisioned: {peak} x {each} x 720 x {per_hour} = {provisioned}. On-demand: {} x {each} x {per_million} = {demand}. **{right}**.",
            count(each, "unit", "units"),
            plain(whole(millions))
        ),
        wanted: Wanted::Text {
            wrong: wrong_verdicts(both, each, &kb),
            right,
        },
    }
}
