//! Earned value, found by paying for the work percent after percent.

use crate::{each, number, says, text};
use cairn::deck::item::Level;
use cairn::drill::number::{Ratio, dollars, whole};
use cairn::drill::types::evm::{Case, Measure, Outlook, State, TYPE};

fn money(value: i64) -> String {
    dollars(whole(value))
}

/// What each percent of the work was planned to cost, summed up.
fn worth(state: State, percents: std::ops::Range<i64>) -> i64 {
    percents.map(|_| state.budget / 100).sum()
}

/// What the percents that are left cost, each as dear as its plan times this.
fn rest(state: State, factor: Ratio) -> Ratio {
    (state.done..100).fold(whole(0), |sum, _| sum + whole(state.budget / 100) * factor)
}

fn stated(question: &cairn::drill::question::Question, state: State, name: &str) {
    let figures = [
        money(state.budget),
        money(state.cost),
        format!("{} % of the work", state.planned),
        format!("{} % is done", state.done),
    ];
    says(question, &figures, name);
}

#[test]
fn answers_are_right_by_paying_for_each_percent() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let (Case::Now(state, _)
        | Case::Verdict(state)
        | Case::End(state, _)
        | Case::Left(state)
        | Case::Needed(state)) = case;
        assert_eq!(state.budget % 100, 0, "{name}");
        assert!(
            state.planned < 100 && state.done < state.planned + 20,
            "{name}"
        );
        assert!(state.cost < state.budget, "{name}: nothing left");
        let (planned, earned) = (worth(state, 0..state.planned), worth(state, 0..state.done));
        let dear = whole(state.cost) / whole(earned);
        match case {
            Case::Now(_, measure) => {
                let value = number(&question);
                let expected = match measure {
                    Measure::CostVariance => (value + whole(state.cost), whole(earned)),
                    Measure::ScheduleVariance => (value + whole(planned), whole(earned)),
                    Measure::CostIndex => (value * whole(state.cost), whole(earned)),
                    Measure::ScheduleIndex => (value * whole(planned), whole(earned)),
                };
                assert_eq!(expected.0, expected.1, "{name}");
                assert!(
                    value != whole(0) && value != whole(1),
                    "{name}: nothing to see"
                );
                says(&question, &[planned, earned, state.cost].map(money), name);
            }
            Case::Verdict(_) => {
                let money = if dear > whole(1) { "Over" } else { "Under" };
                let time = if state.done < state.planned {
                    "behind"
                } else {
                    "ahead of"
                };
                assert_eq!(
                    text(&question),
                    format!("{money} budget and {time} schedule"),
                    "{name}"
                );
                stated(&question, state, name);
            }
            Case::End(_, outlook) => {
                let factor = match outlook {
                    Outlook::Typical => dear,
                    Outlook::Atypical => whole(1),
                    Outlook::Both => dear * whole(planned) / whole(earned),
                };
                assert_eq!(
                    number(&question),
                    whole(state.cost) + rest(state, factor),
                    "{name}"
                );
                stated(&question, state, name);
            }
            Case::Left(_) => {
                assert_eq!(number(&question), rest(state, dear), "{name}");
                stated(&question, state, name);
            }
            Case::Needed(_) => {
                // With this index the rest costs exactly what is left of the budget.
                let paid = rest(state, whole(1) / number(&question));
                assert_eq!(paid + whole(state.cost), whole(state.budget), "{name}");
                stated(&question, state, name);
            }
        }
    });
}

#[test]
fn levels_go_from_the_present_to_the_end() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Now(..) => Level::Easy,
            Case::Verdict(_) | Case::End(_, Outlook::Typical | Outlook::Atypical) => Level::Medium,
            Case::Left(_) | Case::Needed(_) | Case::End(_, Outlook::Both) => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
