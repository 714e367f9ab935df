//! The end, and the way there.

use super::{Outlook, State, an_index, cents, in_dollars, mistake, money, told, two, values};
use crate::drill::number::{Ratio, ratio, whole};
use crate::drill::question::Question;

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

pub(super) fn end(state: State, outlook: Outlook) -> Question {
    let [typical, atypical, both] = estimates(state);
    let (planned, earned) = (state.planned_value(), state.earned_value());
    let rest = state.budget - earned;
    let (value, how, step) = match outlook {
        Outlook::Typical => (
            typical,
            "The rest of the work will cost as much for its value as the work so far.",
            format!(
                "The cost so far is typical: EAC = BAC / CPI = {} x {} / {}",
                money(state.budget),
                money(state.cost),
                money(earned)
            ),
        ),
        Outlook::Atypical => (
            atypical,
            "What made the cost differ will not happen again: the rest of the work will cost what was planned for it.",
            format!(
                "The cost so far is not typical: EAC = AC + (BAC - EV) = {} + {}",
                money(state.cost),
                money(rest)
            ),
        ),
        Outlook::Both => (
            both,
            "The rest of the work will cost as both indices so far let expect, that of cost and that of the schedule.",
            format!(
                "CPI = {}, SPI = {}. EAC = AC + (BAC - EV) / (CPI x SPI) = {} + {} / ({} / {} x {} / {})",
                two(ratio(earned, state.cost)),
                two(ratio(earned, planned)),
                money(state.cost),
                money(rest),
                money(earned),
                money(state.cost),
                money(earned),
                money(planned)
            ),
        ),
    };
    let turned = whole(state.budget) * ratio(earned, state.cost);
    Question {
        stem: format!("{} {how} What is the estimate at completion?", told(state)),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "cost so far taken as typical",
                    typical,
                    "BAC / CPI lets only the cost so far go on; read how the rest of the work will cost.",
                ),
                mistake(
                    "rest as planned",
                    atypical,
                    "AC + (BAC - EV) lets the rest cost what was planned; read how the rest of the work will cost.",
                ),
                mistake(
                    "with the schedule",
                    both,
                    "The product of both indices is for work whose schedule presses, too.",
                ),
                mistake(
                    "multiplied by the index",
                    turned,
                    "The budget is to be divided by the index, not multiplied.",
                ),
                mistake(
                    "budget plus cost",
                    whole(state.budget + state.cost),
                    "The work that is done need not be paid again.",
                ),
            ],
        ),
        why: match outlook {
            Outlook::Typical => format!(
                "BAC / CPI, with a CPI of {}.",
                two(ratio(earned, state.cost))
            ),
            Outlook::Atypical => format!(
                "{} so far and {} as planned.",
                money(state.cost),
                money(rest)
            ),
            Outlook::Both => format!(
                "{} so far, and {} of work at both indices.",
                money(state.cost),
                money(rest)
            ),
        },
        working: format!("{} {step} = **{}**.", values(state), cents(value)),
    }
}

pub(super) fn left(state: State) -> Question {
    let [typical, ..] = estimates(state);
    let earned = state.earned_value();
    let rest = state.budget - earned;
    let value = typical - whole(state.cost);
    Question {
        stem: format!(
            "{} The rest of the work will cost as much for its value as the work so far. How much is still to be paid (the estimate to complete)?",
            told(state)
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
                    "That is what was planned for the rest; it will cost as much for its value as the work so far.",
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
            "{} of work left / CPI of {}.",
            money(rest),
            two(ratio(earned, state.cost))
        ),
        working: format!(
            "{} EAC = BAC / CPI = {}. ETC = EAC - AC = {} - {} = **{}**.",
            values(state),
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
            "{} Which cost performance does the rest of the work need so that the project ends within its budget (the TCPI)?",
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
                    "The work left is above the line, the money left below it.",
                ),
                mistake(
                    "work left by budget",
                    ratio(rest, state.budget),
                    "What was spent is no longer there: divide by the money that is left.",
                ),
                mistake("schedule index", ratio(earned, planned), "That is the SPI."),
            ],
        ),
        why: format!("{} of work for {} of money.", money(rest), money(funds)),
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
