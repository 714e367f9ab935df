//! Backlogs, and messages that are given up.

use super::{SECONDS, number, said, slip, up};
use crate::drill::number::{Unit, decimal, plain, whole};
use crate::drill::question::Question;

pub(super) fn drain(backlog: i64, rate: i64, workers: i64, each: i64) -> Question {
    let all = workers * each;
    let net = all - rate;
    let right = backlog / net / 60;
    let minutes = |rate: i64| (backlog + rate * 30) / (rate * 60);
    let mistakes = vec![
        slip(
            "arrivals left out",
            minutes(all),
            format!(
                "{rate} a second come in meanwhile, so the queue shrinks by only {net} a second."
            ),
        ),
        slip(
            "arrivals added",
            minutes(all + rate),
            "What comes in makes the queue longer; it must be taken off, not added.",
        ),
        slip(
            "seconds",
            right * 60,
            "That is the number of seconds. The question is about minutes.",
        ),
        slip(
            "arrivals as the rate",
            minutes(rate),
            format!("{rate} a second is what comes in, not by how much the queue shrinks."),
        ),
        slip(
            "one worker",
            backlog / each / 60,
            "That is for one worker, and with nothing coming in.",
        ),
    ];
    Question {
        stem: format!(
            "{} messages wait in a queue, and {rate} more arrive each second. {workers} workers do {each} messages a second each. After how many minutes is the queue empty?",
            plain(whole(backlog))
        ),
        wanted: number(right, Unit::Word("minute", "minutes"), mistakes),
        why: format!("The queue shrinks by {workers} x {each} - {rate} = {net} messages a second."),
        working: format!(
            "{workers} x {each} = {all} messages a second go and {rate} come, so the queue shrinks by {net} a second. {} / {net} / 60 = **{right} minutes**.",
            plain(whole(backlog))
        ),
    }
}

pub(super) fn dead(count: i64, timeout: i64, before: i64) -> Question {
    let right = before + count * timeout;
    let mistakes = vec![
        slip(
            "one timeout too few",
            before + (count - 1) * timeout,
            format!(
                "Then it is received for the {} time. It is moved when that timeout has run out, too.",
                nth(count)
            ),
        ),
        slip(
            "one timeout too many",
            before + (count + 1) * timeout,
            format!("It is received {count} times, not {}.", count + 1),
        ),
        slip(
            "wait left out",
            count * timeout,
            format!("It waited {before} seconds before it was received for the first time."),
        ),
        slip(
            "a single timeout",
            before + timeout,
            format!(
                "Then it becomes visible again for the first time. It may be received {count} times."
            ),
        ),
    ];
    Question {
        stem: format!(
            "An SQS queue has a visibility timeout of {timeout} seconds and moves a message to its dead-letter queue when it would be received more than {count} times (`maxReceiveCount` {count}). A message is received for the first time {before} seconds after it was sent. Whoever receives it crashes before deleting it, and other consumers poll without pause. How many seconds after it was sent is it moved to the dead-letter queue?"
        ),
        wanted: number(right, SECONDS, mistakes),
        why: format!("{before} seconds, then {count} timeouts of {timeout} seconds."),
        working: format!(
            "It is received after {before} seconds and again after each timeout of {timeout}. After {count} of them it would be received once too often: {before} + {count} x {timeout} = **{} seconds**.",
            plain(whole(right))
        ),
    }
}

/// `second`, `third`.
fn nth(count: i64) -> String {
    match count {
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        _ => format!("{count}th"),
    }
}

pub(super) fn clear(backlog: i64, rate: i64, time: i64, minutes: i64) -> Question {
    let extra = backlog / (minutes * 60);
    let all = rate + extra;
    let right = up(all * time, 10);
    let mistakes = vec![
        slip(
            "arrivals left out",
            up(extra * time, 10),
            format!("That leaves out the {rate} messages that come in each second meanwhile."),
        ),
        slip(
            "backlog left out",
            up(rate * time, 10),
            "That keeps up, but the backlog stays.",
        ),
        slip(
            "divided",
            up(all * 10, time),
            "That divides by the time of a message. The work that there is each second is the rate times that time.",
        ),
        slip(
            "rounded down",
            all * time / 10,
            format!("With so few the queue is empty only after more than {minutes} minutes."),
        ),
        slip(
            "rounded in parts",
            up(extra * time, 10) + up(rate * time, 10),
            "A worker can do some of both. Round once, at the end.",
        ),
        slip(
            "rate as workers",
            all,
            format!(
                "That would be right if each message took 1 second. It takes {}.",
                said(time)
            ),
        ),
    ];
    Question {
        stem: format!(
            "{} messages wait in a queue, and {rate} more arrive each second. A worker takes {} for each and works on one at a time. What is the smallest number of workers with which the queue is empty after {minutes} minutes?",
            plain(whole(backlog)),
            said(time)
        ),
        wanted: number(right, Unit::None, mistakes),
        why: format!(
            "They must do {rate} + {extra} = {all} messages a second, of {} each.",
            said(time)
        ),
        working: format!(
            "{} / ({minutes} x 60) = {extra} a second for the backlog, {rate} for what comes in: {all}. {all} x {} = {}, so **{right}** workers.",
            plain(whole(backlog)),
            plain(decimal(time, 1)),
            plain(decimal(all * time, 1))
        ),
    }
}
