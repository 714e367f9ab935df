//! Next runs by the `croner` crate, and runs that overlap by a clock that goes on minute by minute.

#![allow(clippy::cast_possible_wrap, reason = "what a test counts is small")]

use std::str::FromStr;

use crate::{each, number, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::number::whole;
use cairn::drill::types::cron::{Case, Field, Policy, Runs, TYPE};
use chrono::NaiveDateTime;
use croner::Cron;

fn shown(time: NaiveDateTime) -> String {
    time.format("%a %-d %B %Y, %H:%M").to_string()
}

fn next(schedule: &str, now: NaiveDateTime) -> NaiveDateTime {
    let cron = Cron::from_str(schedule).expect("a schedule");
    let next = cron.find_next_occurrence(&now.and_utc(), false);
    next.expect("it runs").naive_utc()
}

/// Started, and ended by themselves.
fn counted(runs: &Runs) -> (i64, i64) {
    let mut running: Vec<i64> = Vec::new();
    let (mut started, mut completed) = (0, 0);
    for minute in 0..=runs.until {
        let before = running.len();
        running.retain(|start| minute - start < runs.takes);
        completed += (before - running.len()) as i64;
        if minute % runs.every == 0 {
            match runs.policy {
                Policy::Forbid if !running.is_empty() => continue,
                Policy::Replace => running.clear(),
                _ => {}
            }
            running.push(minute);
            started += 1;
        }
    }
    (started, completed)
}

#[test]
fn answers_are_right_by_croner_and_by_the_clock() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        match &case {
            Case::Next { schedule, now } => {
                let right = shown(next(&schedule.text(), *now));
                assert_eq!(text(&question), right, "{name}");
                assert!(wrong(&question).iter().all(|of| *of != right), "{name}");
                says(&question, &[schedule.text(), shown(*now)], name);
            }
            Case::Runs(runs) => {
                let (started, completed) = counted(runs);
                let right = if runs.is_completed {
                    completed
                } else {
                    started
                };
                assert_eq!(number(&question), whole(right), "{name}");
                // A run that was skipped must not be made up for within the deadline of 30 seconds.
                assert!(runs.takes % runs.every >= 2, "{name}");
                let figures = [
                    format!("`*/{} * * * *`", runs.every),
                    format!("{} minutes", runs.takes),
                    runs.policy.word().to_owned(),
                ];
                says(&question, &figures, name);
            }
        }
    });
}

#[test]
fn levels_ask_for_more() {
    let mut either = 0;
    each(&TYPE, Case::draw, |case, level, name| match case {
        Case::Runs(_) => assert_eq!(level, Level::Hard, "{name}"),
        Case::Next { schedule, .. } => {
            let both = schedule.day != Field::Any && schedule.weekday != Field::Any;
            either += i32::from(both);
            assert!(!both || level == Level::Hard, "{name}");
            assert!(schedule.day == Field::Any || level != Level::Easy, "{name}");
        }
    });
    assert!(either > 2_000, "{either}");
}
