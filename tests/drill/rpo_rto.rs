//! Recovery, played through minute by minute.

use std::collections::HashSet;

use crate::{each, number, says, text, wrong};
use cairn::drill::number::whole;
use cairn::drill::question::Question;
use cairn::drill::types::rpo_rto::{Case, Pattern, TYPE};

/// The greatest loss over every minute at which the failure can come.
fn worst_loss(every: i64, copy: i64) -> i64 {
    (2 * every..3 * every)
        .map(|failure| {
            // A copy that would arrive this very minute comes too late.
            let began = (0..100)
                .map(|of| of * every)
                .take_while(|began| began + copy < failure)
                .last();
            failure - began.expect("an old one is there")
        })
        .max()
        .expect("minutes")
}

/// When the last of these tasks is done; each waits for others.
fn done(tasks: &[(i64, &[usize])]) -> i64 {
    let mut left: Vec<i64> = tasks.iter().map(|task| task.0).collect();
    let mut minute = 0;
    while left.iter().any(|of| *of > 0) {
        let running: Vec<usize> = (0..tasks.len())
            .filter(|of| left[*of] > 0 && tasks[*of].1.iter().all(|before| left[*before] == 0))
            .collect();
        // Nothing changes until the first of them is done.
        let next = running.iter().map(|of| left[*of]).min().expect("one runs");
        for of in running {
            left[of] -= next;
        }
        minute += next;
    }
    minute
}

/// Whether a failure is survived within both objectives.
fn survives(of: &Pattern, point: i64, time: i64, detect: i64) -> bool {
    of.point <= point && done(&[(detect, &[]), (of.time, &[0])]) <= time
}

fn is_cheapest(
    question: &Question,
    patterns: &[Pattern],
    [point, time, detect]: [i64; 3],
    name: &str,
) {
    let fitting = patterns
        .iter()
        .filter(|of| survives(of, point, time, detect));
    let best = fitting
        .min_by_key(|of| of.cost)
        .map_or("None of them", |of| of.name);
    assert_eq!(text(question), best, "{name}");
    assert!(wrong(question).iter().all(|of| *of != best), "{name}");
    assert!(patterns.is_sorted_by_key(|of| of.cost), "{name}");
    says(question, &[format!("{detect} minutes")], name);
}

#[test]
fn answers_are_right_minute_by_minute() {
    let mut losses = std::collections::HashMap::new();
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.clone().tell();
        let mut loss = |every, copy| {
            *losses
                .entry((every, copy))
                .or_insert_with(|| worst_loss(every, copy))
        };
        let is = |right: i64, figures: &[i64]| {
            assert_eq!(number(&question), whole(right), "{name}");
            says(
                &question,
                &figures.iter().map(i64::to_string).collect::<Vec<_>>(),
                name,
            );
        };
        match case {
            Case::Loss {
                every,
                copy,
                restore,
            } => {
                is(loss(every, copy), &[copy, restore]);
                let said = if every == 60 {
                    "every hour".to_owned()
                } else {
                    format!("every {} hours", every / 60)
                };
                says(&question, &[said], name);
            }
            Case::Steps {
                detect,
                decide,
                restore,
                switch,
                every,
            } => {
                let right = done(&[
                    (detect, &[]),
                    (decide, &[0]),
                    (restore, &[1]),
                    (switch, &[2]),
                ]);
                is(right, &[detect, decide, restore, switch, every / 60]);
            }
            Case::Interval { point, copy, time } => {
                let right = number(&question).to_integer() as i64;
                is(right, &[point / 60, copy, time / 60]);
                assert!(
                    loss(right, copy) <= point && loss(right + 1, copy) > point,
                    "{name}"
                );
            }
            Case::Restore {
                size,
                rate,
                before,
                after,
            } => {
                let mut left = size * 1_000;
                let mut copying = 0;
                while left > 0 {
                    left -= rate * 60;
                    copying += 1;
                }
                assert_eq!(left, 0, "{name}: whole minutes");
                is(
                    done(&[(before, &[]), (copying, &[0]), (after, &[1])]),
                    &[rate, before, after],
                );
            }
            Case::Parallel {
                detect,
                database,
                servers,
                caches,
                switch,
            } => {
                let tasks: [(i64, &[usize]); 5] = [
                    (detect, &[]),
                    (database, &[0]),
                    (servers, &[0]),
                    (caches, &[2]),
                    (switch, &[1, 3]),
                ];
                is(done(&tasks), &[detect, database, servers, caches, switch]);
            }
            Case::Choose {
                patterns,
                point,
                time,
                detect,
            } => {
                is_cheapest(&question, &patterns, [point, time, detect], name);
            }
        }
    });
}

#[test]
fn the_detection_decides_often() {
    let (mut all, mut decided, mut answers) = (0, 0, HashSet::new());
    each(&TYPE, Case::draw, |case, _, _| {
        if let Case::Choose {
            patterns,
            point,
            time,
            detect,
        } = &case
        {
            let without = patterns.iter().find(|of| survives(of, *point, *time, 0));
            let with = patterns
                .iter()
                .find(|of| survives(of, *point, *time, *detect));
            all += 1;
            decided += i32::from(with != without);
            answers.insert(text(&case.tell()).to_owned());
        }
    });
    assert!(
        decided * 4 > all && decided * 4 < all * 3,
        "{decided} of {all}"
    );
    assert!(answers.len() >= 4, "{answers:?}");
}
