//! The present.

use super::{Case, Measure, State, an_index, in_dollars, mistake, money, told, two, values};
use crate::drill::number::{dollars, ratio, whole};
use crate::drill::question::{Mistake, Question, Wanted, Wrong};

/// The three values as they are, for the easy questions.
fn three(state: State) -> String {
    format!(
        "A project reports a planned value of {}, an earned value of {} and an actual cost of {}.",
        money(state.planned_value()),
        money(state.earned_value()),
        money(state.cost)
    )
}

pub(super) fn variance(state: State, case: Case) -> Question {
    let is_cost = case == Case::Now(state, Measure::CostVariance);
    let (planned, earned) = (state.planned_value(), state.earned_value());
    let (own, other) = if is_cost {
        (state.cost, planned)
    } else {
        (planned, state.cost)
    };
    let value = whole(earned - own);
    let (name, short, of) = if is_cost {
        ("cost variance", "CV", "AC")
    } else {
        ("schedule variance", "SV", "PV")
    };
    let sense = match (is_cost, earned > own) {
        (true, true) => "the work cost less than planned",
        (true, false) => "the work cost more than planned",
        (false, true) => "more is done than planned",
        (false, false) => "less is done than planned",
    };
    Question {
        stem: format!("{} What is the {name}?", three(state)),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "turned round",
                    -value,
                    "Earned value comes first: a negative variance is the bad one.",
                ),
                mistake(
                    "the other variance",
                    whole(earned - other),
                    if is_cost {
                        "That is the schedule variance; cost is measured against the actual cost."
                    } else {
                        "That is the cost variance; schedule is measured against the planned value."
                    },
                ),
                mistake(
                    "without earned value",
                    whole(planned - state.cost),
                    "Every variance begins with the earned value; plan minus cost compares two things that say nothing about the work done.",
                ),
            ],
        ),
        why: format!("{} - {}: {sense}.", money(earned), money(own)),
        working: format!(
            "{short} = EV - {of} = {} - {} = **{}**: {sense}.",
            money(earned),
            money(own),
            dollars(value)
        ),
    }
}

pub(super) fn index(state: State, measure: Measure) -> Question {
    let is_cost = measure == Measure::CostIndex;
    let (planned, earned) = (state.planned_value(), state.earned_value());
    let own = if is_cost { state.cost } else { planned };
    let value = ratio(earned, own);
    let (name, short, of) = if is_cost {
        ("cost performance index", "CPI", "AC")
    } else {
        ("schedule performance index", "SPI", "PV")
    };
    let sense = match (is_cost, earned > own) {
        (true, true) => "above 1: the work cost less than planned",
        (true, false) => "below 1: the work cost more than planned",
        (false, true) => "above 1: more is done than planned",
        (false, false) => "below 1: less is done than planned",
    };
    Question {
        stem: format!("{} What is the {name}?", three(state)),
        wanted: an_index(value, index_mistakes(state, is_cost)),
        why: format!("{} / {} = {}.", money(earned), money(own), two(value)),
        working: format!(
            "{short} = EV / {of} = {} / {} = **{}**, {sense}.",
            money(earned),
            money(own),
            two(value)
        ),
    }
}

fn index_mistakes(state: State, is_cost: bool) -> Vec<Mistake> {
    let (planned, earned) = (state.planned_value(), state.earned_value());
    let (own, other, is_other) = if is_cost {
        (
            state.cost,
            planned,
            "That is the schedule performance index, which divides by the planned value.",
        )
    } else {
        (
            planned,
            state.cost,
            "That is the cost performance index, which divides by the actual cost.",
        )
    };
    let without = "Every index divides the earned value; planned value and actual cost alone say nothing about the work done.";
    vec![
        mistake(
            "turned round",
            ratio(own, earned),
            "The earned value is divided, not divided by: an index below 1 is the bad one.",
        ),
        mistake("the other index", ratio(earned, other), is_other),
        mistake("without earned value", ratio(planned, state.cost), without),
        mistake("cost by plan", ratio(state.cost, planned), without),
    ]
}

const VERDICTS: [[&str; 2]; 2] = [
    [
        "Over budget and behind schedule",
        "Over budget and ahead of schedule",
    ],
    [
        "Under budget and behind schedule",
        "Under budget and ahead of schedule",
    ],
];

pub(super) fn verdict(state: State) -> Question {
    let (planned, earned) = (state.planned_value(), state.earned_value());
    let place = [
        usize::from(earned > state.cost),
        usize::from(earned > planned),
    ];
    let cost = format!("work worth {} cost {}", money(earned), money(state.cost));
    let time = format!(
        "work worth {} is done where {} was planned",
        money(earned),
        money(planned)
    );
    let mut wrong = Vec::new();
    for (row, texts) in VERDICTS.iter().enumerate() {
        for (column, text) in texts.iter().enumerate() {
            let why = match (row == place[0], column == place[1]) {
                (true, true) => continue,
                (false, true) => format!("The cost is the other way round: {cost}."),
                (true, false) => format!("The schedule is the other way round: {time}."),
                (false, false) => format!("Both are the other way round: {cost}, and {time}."),
            };
            wrong.push(Wrong {
                name: "read the other way round",
                text: (*text).to_owned(),
                why,
            });
        }
    }
    let right = VERDICTS[place[0]][place[1]];
    Question {
        stem: format!("{} How does it stand in cost and schedule?", told(state)),
        why: format!("Cost: {cost}. Schedule: {time}."),
        working: format!(
            "{} CPI = EV / AC = {}, SPI = EV / PV = {}. **{right}**.",
            values(state),
            two(ratio(earned, state.cost)),
            two(ratio(earned, planned))
        ),
        wanted: Wanted::Text {
            right: right.to_owned(),
            wrong,
        },
    }
}
