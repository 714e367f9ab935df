//! The best of three controls.

use super::{Case, Control, Rate, cents, loss, money, part, rarer, smaller};
use crate::drill::dice::Dice;
use crate::drill::number::{Ratio, plain, whole};
use crate::drill::question::{Question, Wanted, Wrong};

/// Three controls; the one that lowers the loss most costs so much that it may not be the best. Now and then each of them costs more than
/// it saves.
pub(super) fn best(dice: &mut Dice, asset: i64, exposure: i64, rate: Rate) -> Case {
    let before = loss(asset, exposure, rate);
    let lower = smaller(dice, exposure);
    let [least, most] = if dice.chance(1, 6) {
        [105, 140]
    } else {
        [35, 110]
    };
    let mut controls = [
        (lower, rate),
        (exposure, rarer(dice, rate)),
        (lower, rarer(dice, rate)),
    ]
    .map(|(exposure, rate)| {
        let gain = before - loss(asset, exposure, rate);
        Control {
            cost: part(gain, dice.between(least, most)),
            exposure,
            rate,
        }
    });
    dice.shuffle(&mut controls);
    // No two are worth the same, and none is worth exactly nothing: the dearer of equal ones gets dearer still.
    let net = |control: &Control| {
        before - loss(asset, control.exposure, control.rate) - whole(control.cost)
    };
    for place in 0..3 {
        while net(&controls[place]) == whole(0)
            || (0..place).any(|other| net(&controls[other]) == net(&controls[place]))
        {
            controls[place].cost += 100;
        }
    }
    Case::Best {
        asset,
        exposure,
        rate,
        controls,
    }
}

const NAMES: [&str; 3] = ["Control A", "Control B", "Control C"];
const NONE: &str = "None of them";

pub(super) fn choice(case: Case) -> Question {
    let Case::Best {
        asset,
        exposure,
        rate,
        controls,
    } = case
    else {
        return case.tell();
    };
    let before = loss(asset, exposure, rate);
    let after = controls.map(|with| loss(asset, with.exposure, with.rate));
    let nets = [0, 1, 2].map(|place| before - after[place] - whole(controls[place].cost));
    let best = winner(nets);
    let right = best.map_or(NONE, |(name, _)| name);
    let end = if right == NONE {
        format!("Each costs more than it saves: **{NONE}**.")
    } else {
        format!("**{right}** is worth the most.")
    };
    Question {
        stem: format!(
            "An asset is worth {}. An incident that destroys {exposure} % of it is expected {}. One control at most can be chosen:\n\n{}\n\nWhich one is worth the most?",
            money(asset),
            rate.text(),
            listed(controls)
        ),
        why: best.map_or_else(
            || "Each of them costs more than it saves.".to_owned(),
            |(_, net)| format!("It is worth {} per year.", cents(net)),
        ),
        working: format!(
            "ALE without a control: {} x {exposure} % x {} = {}. Worth = ALE without it - ALE with it - cost. {} {end}",
            money(asset),
            plain(rate.annual()),
            cents(before),
            sums(before, after, controls)
        ),
        wanted: Wanted::Text {
            right: right.to_owned(),
            wrong: others(nets, best),
        },
    }
}

/// The control that is worth the most, and how much; nothing where each costs more than it saves.
fn winner(nets: [Ratio; 3]) -> Option<(&'static str, Ratio)> {
    let gains = NAMES
        .into_iter()
        .zip(nets)
        .filter(|(_, net)| *net > whole(0));
    gains.max_by_key(|(_, net)| *net)
}

/// The controls, a line each.
fn listed(controls: [Control; 3]) -> String {
    let lines: Vec<String> = NAMES
        .into_iter()
        .zip(controls)
        .map(|(name, with)| {
            format!(
                "- {name}: {} per year; with it, an incident destroys {} % and is expected {}",
                money(with.cost),
                with.exposure,
                with.rate.text()
            )
        })
        .collect();
    lines.join("\n")
}

/// What each control is worth, as a sum.
fn sums(before: Ratio, after: [Ratio; 3], controls: [Control; 3]) -> String {
    let steps: Vec<String> = NAMES
        .into_iter()
        .zip(controls.into_iter().zip(after))
        .map(|(name, (with, after))| {
            format!(
                "{name}: {} - {} - {} = {}.",
                cents(before),
                cents(after),
                money(with.cost),
                cents(before - after - whole(with.cost))
            )
        })
        .collect();
    steps.join(" ")
}

/// The options beside the right one.
fn others(nets: [Ratio; 3], best: Option<(&'static str, Ratio)>) -> Vec<Wrong> {
    let mut options: Vec<Wrong> = NAMES
        .into_iter()
        .zip(nets)
        .filter(|(name, _)| best.is_none_or(|(right, _)| right != *name))
        .map(|(name, net)| Wrong {
            name: "not worth the most",
            text: name.to_owned(),
            why: if net > whole(0) {
                format!("It is worth {} per year, less than another.", cents(net))
            } else {
                format!("It costs {} per year more than it saves.", cents(-net))
            },
        })
        .collect();
    if let Some((right, net)) = best {
        options.push(Wrong {
            name: "none",
            text: NONE.to_owned(),
            why: format!("{right} is worth {} per year.", cents(net)),
        });
    }
    options
}
