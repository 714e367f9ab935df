//! The best of three controls.

use super::{Case, Control, Rate, cents, loss, money, part, rarer};
use crate::drill::dice::Dice;
use crate::drill::number::{plain, whole};
use crate::drill::question::{Question, Wanted, Wrong};

/// Three controls; the one that lowers the loss most costs so much that it may not be the best.
pub(super) fn best(dice: &mut Dice, asset: i64, exposure: i64, rate: Rate) -> Case {
    let before = loss(asset, exposure, rate);
    let lower = exposure - dice.steps(5, exposure - 5, 5);
    let mut controls = [
        (lower, rate),
        (exposure, rarer(dice, rate)),
        (lower, rarer(dice, rate)),
    ]
    .map(|(exposure, rate)| {
        let gain = before - loss(asset, exposure, rate);
        Control {
            cost: part(gain, dice.between(35, 110)),
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
    let nets =
        controls.map(|with| before - loss(asset, with.exposure, with.rate) - whole(with.cost));
    let mut right = (NONE, whole(0));
    for (name, net) in NAMES.into_iter().zip(nets) {
        if net > right.1 {
            right = (name, net);
        }
    }
    let list: Vec<String> = NAMES
        .into_iter()
        .zip(controls)
        .map(|(name, with)| {
            format!(
                "- {name}: {} per year; an incident destroys {} % and is expected {}",
                money(with.cost),
                with.exposure,
                with.rate.text()
            )
        })
        .collect();
    let mut options: Vec<Wrong> = NAMES
        .into_iter()
        .zip(nets)
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
    options.push(Wrong {
        name: "none",
        text: NONE.to_owned(),
        why: format!("{} is worth {} per year.", right.0, cents(right.1)),
    });
    options.retain(|option| option.text != right.0);
    let steps: Vec<String> = NAMES
        .into_iter()
        .zip(controls.iter().zip(nets))
        .map(|(name, (with, net))| {
            format!(
                "{name}: {} - {} - {} = {}.",
                cents(before),
                cents(loss(asset, with.exposure, with.rate)),
                money(with.cost),
                cents(net)
            )
        })
        .collect();
    Question {
        stem: format!(
            "An asset is worth {}. An incident that destroys {exposure} % of it is expected {}. One control at most can be chosen:\n\n{}\n\nWhich one is worth the most?",
            money(asset),
            rate.text(),
            list.join("\n")
        ),
        why: if right.0 == NONE {
            "Each of them costs more than it saves.".to_owned()
        } else {
            format!("It is worth {} per year.", cents(right.1))
        },
        working: format!(
            "ALE without a control: {} x {exposure} % x {} = {}. Worth = ALE before - ALE with it - cost. {} The most is worth **{}**.",
            money(asset),
            plain(rate.annual()),
            cents(before),
            steps.join(" "),
            right.0
        ),
        wanted: Wanted::Text {
            right: right.0.to_owned(),
            wrong: options,
        },
    }
}
