//! Error budgets, spent request by request.

use std::collections::HashSet;

use crate::{each, number, says, text, wrong};
use cairn::drill::number::{Ratio, decimal, plain, whole};
use cairn::drill::question::Question;
use cairn::drill::types::slo_budget::{Case, TYPE};

/// Bad units that so many units may hold until less than the SLO is good, found by halving.
fn budget(slo: Ratio, units: i128) -> i128 {
    let (mut keeps, mut breaks) = (0, units);
    while breaks - keeps > 1 {
        let bad = i128::midpoint(keeps, breaks);
        if (units - bad) * 100 * slo.denom() >= slo.numer() * units {
            keeps = bad;
        } else {
            breaks = bad;
        }
    }
    keeps
}

fn is_the_alert(question: &Question, slo: Ratio, errors: [Ratio; 5], name: &str) {
    // The share of errors at which each rule begins, beside the windows that it looks at.
    let limit = |tenths: i64| (whole(100) - slo) * decimal(tenths, 1);
    let above =
        |tenths: i64, windows: [usize; 2]| windows.iter().all(|of| errors[*of] > limit(tenths));
    let right = if above(144, [0, 2]) {
        "The fast page"
    } else if above(60, [1, 3]) {
        "The slow page"
    } else if above(10, [3, 4]) {
        "The ticket"
    } else {
        "Nothing fires"
    };
    assert_eq!(text(question), right, "{name}");
    // What fails in five minutes fails in the half hour that they are part of, and so on.
    for (place, times) in [(0, 6), (1, 2), (2, 6), (3, 12)] {
        assert!(
            errors[place] <= errors[place + 1] * whole(times),
            "{name}: {errors:?}"
        );
    }
    assert_eq!(wrong(question).len(), 3, "{name}");
    assert!(!wrong(question).contains(&right), "{name}");
    says(question, &errors.map(|of| format!("{} %", plain(of))), name);
    says(
        question,
        &[
            "14.4 over 1 hour and over 5 minutes",
            "6 over 6 hours and over 30 minutes",
            "1 over 3 days and over 6 hours",
        ]
        .map(str::to_owned),
        name,
    );
}

#[test]
fn answers_are_right_by_spending() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.clone().tell();
        let percent = |of: Ratio| format!("{} %", plain(of));
        match case {
            Case::Minutes { slo, days } => {
                // Counted in milliseconds.
                let bad = budget(slo, i128::from(days) * 86_400_000);
                assert_eq!(number(&question), Ratio::new(bad, 60_000), "{name}");
                says(&question, &[percent(slo), format!("{days} days")], name);
            }
            Case::Requests { slo, count } => {
                assert_eq!(
                    number(&question),
                    Ratio::from_integer(budget(slo, i128::from(count))),
                    "{name}"
                );
                says(&question, &[percent(slo), plain(whole(count))], name);
            }
            Case::Burn { slo, errors, days } => {
                // Of ten million requests: how many budgets of them fail?
                let units = 10_000_000;
                let failing = (errors * whole(units) / whole(100)).to_integer();
                let mut left = failing * 10;
                let mut tenths = 0;
                while left > 0 {
                    left -= budget(slo, i128::from(units));
                    tenths += 1;
                }
                assert_eq!(left, 0, "{name}: the rate has one decimal");
                assert_eq!(number(&question), decimal(tenths, 1), "{name}");
                says(
                    &question,
                    &[percent(slo), percent(errors), format!("{days} days")],
                    name,
                );
            }
            Case::Left { slo, days, outage } => {
                let all = budget(slo, i128::from(days) * 86_400_000);
                let left = all - i128::from(outage) * 60_000;
                assert!(left > 0, "{name}");
                assert_eq!(number(&question), Ratio::new(left * 100, all), "{name}");
                says(
                    &question,
                    &[
                        percent(slo),
                        format!("{days} days"),
                        format!("{outage} minutes"),
                    ],
                    name,
                );
            }
            Case::Exhausted {
                slo,
                days,
                spent,
                errors,
            } => {
                // A million requests an hour; the hour in which the budget runs out.
                let all = budget(slo, i128::from(days) * 24_000_000);
                let mut left = all - all * i128::from(spent) / 100;
                let each = (errors * whole(10_000)).to_integer();
                let mut hours = 0;
                while left >= each {
                    left -= each;
                    hours += 1;
                }
                assert_eq!(
                    number(&question),
                    whole(hours) + Ratio::new(left, each),
                    "{name}"
                );
                says(
                    &question,
                    &[
                        percent(slo),
                        percent(errors),
                        format!("{days} days"),
                        format!("{spent} %"),
                    ],
                    name,
                );
            }
            Case::Alert { slo, errors } => {
                is_the_alert(&question, slo, errors, name);
            }
        }
    });
}

#[test]
fn every_alert_is_an_answer_and_the_short_window_decides_sometimes() {
    let (mut answers, mut all, mut decided) = (HashSet::new(), 0, 0);
    each(&TYPE, Case::draw, |case, _, _| {
        if let Case::Alert { slo, errors } = case {
            all += 1;
            let page = (whole(100) - slo) * decimal(144, 1);
            decided += i32::from(errors[2] > page && errors[0] <= page);
            answers.insert(text(&case.tell()).to_owned());
        }
    });
    assert_eq!(answers.len(), 4, "{answers:?}");
    assert!(decided * 10 > all, "{decided} of {all}");
}
