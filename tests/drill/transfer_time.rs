//! Transfers, byte by byte: what has arrived after the time that is answered.

use std::collections::HashSet;

use crate::{each, number, says, text, wrong};
use cairn::drill::number::{Ratio, plain, whole};
use cairn::drill::question::Question;
use cairn::drill::types::transfer_time::{Case, TYPE};

/// Bytes that a link carries in so many seconds.
fn carried(rate: i64, share: i64, seconds: Ratio) -> Ratio {
    let bits = whole(rate) * whole(1_000_000) * whole(share) / whole(100);
    bits * seconds / whole(8)
}

fn bytes(terabytes: i64) -> Ratio {
    whole(terabytes) * whole(1_000_000_000_000)
}

/// The hour, counted up one by one, after whose end everything is there.
fn done(mut left: Ratio, each: Ratio) -> i64 {
    let mut hours = 0;
    while left > whole(0) {
        left -= each;
        hours += 1;
    }
    hours
}

fn said(rate: i64) -> String {
    if rate >= 1_000 {
        format!("{} Gbps", rate / 1_000)
    } else {
        format!("{rate} Mbps")
    }
}

fn is_faster(
    question: &Question,
    [size, rate, share, copy, mail]: [i64; 5],
    name: &str,
) -> &'static str {
    // Counted in whole hours, each way.
    let over = done(bytes(size), carried(rate, share, whole(3_600)));
    let with = done(bytes(size), whole(copy * 3_600) * whole(1_000_000)) + mail * 24;
    let winner = if over < with {
        "The network"
    } else {
        "The device"
    };
    let right = text(question);
    assert!(right.starts_with(winner), "{name}: {right}");
    let told = |text: &str| -> i64 {
        let digits = text
            .trim_end_matches(" days")
            .trim_end_matches(" day")
            .rsplit(' ')
            .next()
            .expect("digits");
        let (left, tenth) = digits.split_once('.').unwrap_or((digits, "0"));
        left.replace(',', "").parse::<i64>().expect("days") * 10
            + tenth.parse::<i64>().expect("a tenth")
    };
    // Each of the two counts may be an hour too long, and the answer is rounded to 2.4 hours.
    let off = |text: &str| (told(text) * 24 - (over - with).abs() * 10).abs();
    assert!(off(right) <= 22, "{name}: {right}, {over} and {with} hours");
    for wrong in wrong(question) {
        assert!(
            !wrong.starts_with(winner) || wrong != right,
            "{name}: {wrong}"
        );
    }
    winner
}

#[test]
fn answers_are_right_when_the_bytes_are_counted() {
    let mut winners = HashSet::new();
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let size_of = |size: i64| format!("{size} TB");
        let shared = |share: i64| {
            if share == 100 {
                "all of which may be used".to_owned()
            } else {
                format!("{share} %")
            }
        };
        match case {
            Case::Hours { size, rate, share } => {
                let seconds = number(&question) * whole(3_600);
                assert_eq!(carried(rate, share, seconds), bytes(size), "{name}");
                says(&question, &[size_of(size), said(rate), shared(share)], name);
            }
            Case::Rate { size, hours, share } => {
                let megabits = number(&question);
                let arrived = carried(1, share, whole(hours * 3_600)) * megabits;
                assert_eq!(arrived, bytes(size), "{name}");
                says(
                    &question,
                    &[size_of(size), format!("{hours} hours"), shared(share)],
                    name,
                );
            }
            Case::Growing {
                size,
                rate,
                share,
                growth,
            } => {
                let days = number(&question);
                assert!(days > whole(0) && days < whole(100), "{name}: {days}");
                let new = whole(growth) * whole(1_000_000_000) * days;
                assert_eq!(
                    carried(rate, share, days * whole(86_400)),
                    bytes(size) + new,
                    "{name}"
                );
                says(
                    &question,
                    &[
                        size_of(size),
                        said(rate),
                        shared(share),
                        format!("{} GB", plain(whole(growth))),
                    ],
                    name,
                );
            }
            Case::Verdict {
                size,
                rate,
                share,
                copy,
                mail,
            } => {
                winners.insert(is_faster(&question, [size, rate, share, copy, mail], name));
                says(
                    &question,
                    &[
                        size_of(size),
                        said(rate),
                        shared(share),
                        format!("{copy} MB a second"),
                        format!("{mail} days"),
                    ],
                    name,
                );
            }
        }
    });
    assert_eq!(winners.len(), 2);
}
