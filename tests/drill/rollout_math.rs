//! Rollouts: Pods are created, stopped and evicted one at a time until the rule stops them.

#![allow(clippy::cast_possible_wrap, reason = "what a test counts is small")]

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{ratio, whole};
use cairn::drill::types::rollout_math::{Amount, Case, Moment, TYPE, Update};

/// Whether so many Pods are within `maxSurge`: one fewer would still be below the exact amount.
fn may_exist(pods: i64, update: &Update) -> bool {
    match update.surge {
        Amount::Count(count) => pods <= update.replicas + count,
        Amount::Percent(percent) => 100 * (pods - 1 - update.replicas) < percent * update.replicas,
    }
}

fn may_be_available(pods: i64, update: &Update) -> bool {
    match update.unavailable {
        Amount::Count(count) => pods >= update.replicas - count,
        Amount::Percent(percent) => 100 * (update.replicas - pods) <= percent * update.replicas,
    }
}

fn stopped(moment: &Moment) -> i64 {
    let mut old = moment.old;
    while old > 0 && may_be_available(old - 1 + moment.ready, &moment.update) {
        old -= 1;
    }
    moment.old - old
}

fn created(moment: &Moment) -> i64 {
    let mut new = moment.new;
    while new < moment.update.replicas && may_exist(moment.old + new + 1, &moment.update) {
        new += 1;
    }
    new - moment.new
}

/// Evicts one after the other. A budget rounds so that the exact amount is reached or passed.
fn evicted(replicas: i64, healthy: i64, is_min: bool, percent: i64) -> i64 {
    let holds = |left: i64| {
        if is_min {
            100 * left >= percent * replicas
        } else {
            // One fewer gone would not have used up the exact amount.
            100 * (replicas - left - 1) < percent * replicas
        }
    };
    let mut left = healthy;
    while left > 0 && holds(left - 1) {
        left -= 1;
    }
    healthy - left
}

#[test]
fn answers_are_right_by_simulation() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        match case {
            Case::Most(update) => {
                let most = (0..200).rev().find(|pods| may_exist(*pods, &update));
                assert_eq!(number(&question), whole(most.expect("some")), "{name}");
                says(&question, &[update.text()], name);
            }
            Case::Least(update) => {
                let least = (0..200).find(|pods| may_be_available(*pods, &update));
                assert_eq!(number(&question), whole(least.expect("some")), "{name}");
                says(&question, &[update.text()], name);
            }
            Case::Stop(moment) => {
                assert_eq!(number(&question), whole(stopped(&moment)), "{name}");
                says(&question, &[moment.update.text()], name);
            }
            Case::Create(moment) => {
                assert_eq!(number(&question), whole(created(&moment)), "{name}");
                says(&question, &[moment.update.text()], name);
            }
            Case::Budget {
                replicas,
                healthy,
                is_min,
                amount,
            } => {
                let Amount::Percent(percent) = amount else {
                    panic!("{name}: a count");
                };
                let right = evicted(replicas, healthy, is_min, percent);
                assert_eq!(number(&question), whole(right), "{name}");
                says(
                    &question,
                    &[format!("{replicas} replicas"), amount.text()],
                    name,
                );
            }
            Case::Share { stable, canary } => {
                // So many of as many requests as there are Pods, a hundred times over.
                let requests = (0..100 * (stable + canary))
                    .filter(|request| request % (stable + canary) < canary)
                    .count();
                assert_eq!(
                    number(&question),
                    ratio(requests as i64, stable + canary),
                    "{name}"
                );
            }
            Case::Beside { stable, percent } => {
                let right = (1..1_000).find(|canary| 100 * canary >= percent * (stable + canary));
                assert_eq!(number(&question), whole(right.expect("some")), "{name}");
                says(
                    &question,
                    &[format!("{percent} %"), stable.to_string()],
                    name,
                );
            }
        }
    });
}

#[test]
fn updates_can_come_to_what_is_told() {
    each(&TYPE, Case::draw, |case, _, name| {
        if let Case::Stop(moment) | Case::Create(moment) = case {
            assert!(may_exist(moment.old + moment.new, &moment.update), "{name}");
            assert!(
                may_be_available(moment.old + moment.ready, &moment.update),
                "{name}"
            );
            assert!(moment.ready <= moment.new && moment.new <= moment.update.replicas);
        }
        if let Case::Most(update) | Case::Least(update) = case {
            // Kubernetes refuses a strategy that may neither add nor take away.
            let nothing = Amount::Count(0);
            assert!(
                update.surge != nothing || update.unavailable != nothing,
                "{name}"
            );
        }
    });
}

#[test]
fn levels_ask_for_more() {
    each(&TYPE, Case::draw, |case, level, name| {
        let fits = match case {
            Case::Most(update) | Case::Least(update) => {
                let counts = [update.surge, update.unavailable]
                    .iter()
                    .filter(|of| matches!(of, Amount::Count(_)))
                    .count();
                (level == Level::Easy && counts == 1) || (level == Level::Medium && counts == 0)
            }
            Case::Share { .. } => level == Level::Medium,
            Case::Budget {
                replicas, healthy, ..
            } => (level == Level::Medium) == (replicas == healthy),
            Case::Stop(_) | Case::Create(_) | Case::Beside { .. } => level == Level::Hard,
        };
        assert!(fits, "{name}");
    });
}
