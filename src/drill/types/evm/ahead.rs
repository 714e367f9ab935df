//! The end, and the way there.

use super::{Outlook, State, an_index, cents, in_dollars, mistake, money, told, two, values};
use crate::drill::number::{Ratio, ratio, whole};
use crate::drill::question::{Mistake, Question};

/// The three estimates of the end.
pub(super) fn estimates(state: State) -> [Ratio; 3] {
    let earned = whole(state.earned_value());
    let cost = whole(state.cost);
    let rest = whole(state.budget) - earned;
    let cost_index = earned / cost;
    let schedule_index = earned / whole(state.planned_value());
    [
        whole(state.budget) / cost_index,
        cost + rest,
        cost + rest / (cost_index * schedule_index),
    ]
}

/// How the rest will cost, as the question says it.
fn how(outlook: Outlook) -> &'static str {
    match outlook {
        Outlook::Typical => {
            "The rest of the work will be done at the same cost performance as the work so far."
        }
        Outlook::Atypical => {
            "What made the cost deviate was exceptional: the rest of the work will cost what was budgeted for it."
        }
        Outlook::Both => {
            "The rest of the work will be done at the cost performance so far, and the schedule performance so far will affect its cost as well."
        }
    }
}

/// The formula and its numbers, up to the last sign of equality.
fn step(state: State, outlook: Outlook) -> String {
    let (planned, earned) = (state.planned_value(), state.earned_value());
    let (spent, done) = (money(state.cost), money(earned));
    let rest = money(state.budget - earned);
    match outlook {
        Outlook::Typical => format!(
            "The cost so far is typical: EAC = BAC / CPI = {} x {spent} / {done}",
            money(state.budget)
        ),
        Outlook::Atypical => {
            format!("The cost so far is not typical: EAC = AC + (BAC - EV) = {spent} + {rest}")
        }
        Outlook::Both => format!(
            "CPI = {}, SPI = {}. EAC = AC + (BAC - EV) / (CPI x SPI) = {spent} + {rest} / ({done} / {spent} x {done} / {})",
            two(ratio(earned, state.cost)),
            two(ratio(earned, planned)),
            money(planned)
        ),
    }
}

fn reason(state: State, outlook: Outlook) -> String {
    let earned = state.earned_value();
    let (spent, rest) = (money(state.cost), money(state.budget - earned));
    match outlook {
        Outlook::Typical => format!(
            "BAC / CPI, with a CPI of about {}.",
            two(ratio(earned, state.cost))
        ),
        Outlook::Atypical => format!("{spent} so far and {rest} as budgeted."),
        Outlook::Both => {
            format!("{spent} so far, and {rest} of work divided by the product of both indices.")
        }
    }
}

fn end_mistakes(state: State, outlook: Outlook) -> Vec<Mistake> {
    let [typical, atypical, both] = estimates(state);
    let budget = whole(state.budget);
    vec![
        mistake(
            "cost so far taken as typical",
            typical,
            "BAC / CPI carries on the cost performance alone, which is not what is said of the rest.",
        ),
        mistake(
            "rest as planned",
            atypical,
            "AC + (BAC - EV) lets the rest cost what was budgeted, which is not what is said of it.",
        ),
        mistake(
            "with the schedule",
            both,
            "That divides the rest by both indices, but nothing is said of the schedule affecting its cost.",
        ),
        mistake(
            "multiplied by the index",
            budget * ratio(state.earned_value(), state.cost),
            if outlook == Outlook::Typical {
                "The budget is to be divided by the index, not multiplied."
            } else {
                "That multiplies the whole budget by the index, which no estimate does."
            },
        ),
        mistake(
            "budget plus cost",
            budget + whole(state.cost),
            "The work that is done need not be paid again.",
        ),
    ]
}

pub(super) fn end(state: State, outlook: Outlook) -> Question {
    let [typical, atypical, both] = estimates(state);
    let value = match outlook {
        Outlook::Typical => typical,
        Outlook::Atypical => atypical,
        Outlook::Both => both,
    };
    Question {
        stem: format!(
            "{} {} What is the estimate at completion? Do not round on the way.",
            told(state),
            how(outlook)
        ),
        wanted: in_dollars(value, end_mistakes(state, outlook)),
        why: reason(state, outlook),
        working: format!(
            "{} {} = **{}**.",
            values(state),
            step(state, outlook),
            cents(value)
        ),
    }
}

pub(super) fn left(state: State) -> Question {
    let [typical, ..] = estimates(state);
    let earned = state.earned_value();
    let rest = state.budget - earned;
    let value = typical - whole(state.cost);
    Question {
        stem: format!(
            "{} {} How much is still to be paid (the estimate to complete)? Do not round on the way.",
            told(state),
            how(Outlook::Typical)
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "estimate at completion",
                    typical,
                    "That is the whole project; what it has cost so far is paid already.",
                ),
                mistake(
                    "rest as planned",
                    whole(rest),
                    "That is what was budgeted for the rest; it will cost more or less, as the work so far did.",
                ),
                mistake(
                    "budget less cost",
                    whole(state.budget - state.cost),
                    "That is the money left in the budget, not what the rest will cost.",
                ),
                mistake(
                    "multiplied by the index",
                    whole(rest) * ratio(earned, state.cost),
                    "The work left is to be divided by the index, not multiplied.",
                ),
            ],
        ),
        why: format!(
            "{} of work left, divided by a CPI of about {}.",
            money(rest),
            two(ratio(earned, state.cost))
        ),
        working: format!(
            "{} {} = {}. ETC = EAC - AC = {} - {} = **{}**.",
            values(state),
            step(state, Outlook::Typical),
            cents(typical),
            cents(typical),
            money(state.cost),
            cents(value)
        ),
    }
}

pub(super) fn needed(state: State) -> Question {
    let (planned, earned) = (state.planned_value(), state.earned_value());
    let (rest, funds) = (state.budget - earned, state.budget - state.cost);
    let value = ratio(rest, funds);
    Question {
        stem: format!(
            "{} Which cost performance index must the rest of the work reach so that the project ends within its budget (the TCPI)?",
            told(state)
        ),
        wanted: an_index(
            value,
            vec![
                mistake(
                    "index so far",
                    ratio(earned, state.cost),
                    "That is the CPI of the work that is done.",
                ),
                mistake(
                    "turned round",
                    ratio(funds, rest),
                    "The work left is divided by the money left, not the other way round.",
                ),
                mistake(
                    "work left by budget",
                    ratio(rest, state.budget),
                    "What was spent is no longer there: divide by the money that is left.",
                ),
                mistake("schedule index", ratio(earned, planned), "That is the SPI."),
            ],
        ),
        why: format!(
            "{} of work is left for {} of money.",
            money(rest),
            money(funds)
        ),
        working: format!(
            "{} Work left: {} - {} = {}. Money left: {} - {} = {}. TCPI = {} / {} = **{}**.",
            values(state),
            money(state.budget),
            money(earned),
            money(rest),
            money(state.budget),
            money(state.cost),
            money(funds),
            money(rest),
            money(funds),
            two(value)
        ),
    }
}
