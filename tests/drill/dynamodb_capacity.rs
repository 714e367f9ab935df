//! Capacity, by filling blocks with bytes and paying hour by hour.

use std::collections::HashSet;

use crate::{each, number, says, text, wrong};
use cairn::drill::number::{decimal, plain, whole};
use cairn::drill::question::Question;
use cairn::drill::types::dynamodb_capacity::{Case, Load, Read, TYPE};

/// Blocks that are opened until so many bytes are in them.
fn opened(bytes: i64, block: i64) -> i64 {
    let (mut left, mut count) = (bytes, 0);
    while left > 0 {
        left -= block;
        count += 1;
    }
    count
}

/// Bytes of tenths of a KB, in tenths, so that they are whole.
fn tenths(load: Load) -> i64 {
    load.size * 1_024
}

/// Half units of reads a second, one item after the other.
fn half_units(load: Load, read: Read) -> i64 {
    let each = match read {
        Read::Eventual => 1,
        Read::Strong => 2,
        Read::Transaction => 4,
    };
    (0..load.rate)
        .map(|_| opened(tenths(load), 40_960) * each)
        .sum()
}

fn is_cheaper(
    question: &Question,
    [peak, millions, size]: [i64; 3],
    [hour, million]: [i64; 2],
    name: &str,
) -> &'static str {
    let units = opened(size * 1_024, 10_240);
    // Hundred thousandths of a dollar, hour by hour and million by million.
    let provisioned: i64 = (0..30 * 24).map(|_| peak * units * hour).sum();
    let demand: i64 = (0..millions).map(|_| units * million * 100).sum();
    let winner = if provisioned < demand {
        "Provisioned"
    } else {
        "On-demand"
    };
    // In cents, half a cent up.
    let cents = ((provisioned - demand).abs() + 500) / 1_000;
    let right = text(question);
    assert!(right.starts_with(winner), "{name}: {right}");
    let digits: String = right.chars().filter(char::is_ascii_digit).collect();
    let told: i64 = digits.parse().expect("digits");
    assert_eq!(
        if right.contains('.') {
            told
        } else {
            told * 100
        },
        cents,
        "{name}: {right}"
    );
    assert!(!wrong(question).contains(&right), "{name}");
    assert!(
        peak * 2_592_000 >= millions * 1_000_000,
        "{name}: more than the peak can do"
    );
    says(
        question,
        &[
            format!("{peak} writes"),
            format!("{} million", plain(whole(millions))),
            format!("{} KB", plain(decimal(size, 1))),
        ],
        name,
    );
    winner
}

#[test]
fn answers_are_right_block_by_block() {
    let mut winners = HashSet::new();
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let sizes = |load: Load| {
            [
                format!("{} KB", plain(decimal(load.size, 1))),
                load.rate.to_string(),
            ]
        };
        match case {
            Case::Reads { load, read } => {
                assert_eq!(
                    number(&question) * whole(2),
                    whole(half_units(load, read)),
                    "{name}"
                );
                says(&question, &sizes(load), name);
            }
            Case::Writes {
                load,
                is_transaction,
            } => {
                let once: i64 = (0..load.rate).map(|_| opened(tenths(load), 10_240)).sum();
                let units = if is_transaction { once + once } else { once };
                assert_eq!(number(&question), whole(units), "{name}");
                assert_eq!(
                    question.stem.contains("transactions"),
                    is_transaction,
                    "{name}"
                );
                says(&question, &sizes(load), name);
            }
            Case::Mixed { strong, eventual } => {
                let halves =
                    half_units(strong, Read::Strong) + half_units(eventual, Read::Eventual);
                assert_eq!(number(&question) * whole(2), whole(halves), "{name}");
                says(&question, &sizes(strong), name);
                says(&question, &sizes(eventual), name);
            }
            Case::Query {
                items,
                bytes,
                rate,
                read,
            } => {
                let sum: i64 = (0..items).map(|_| bytes).sum();
                let halves = opened(sum, 4_096) * rate * if read == Read::Strong { 2 } else { 1 };
                assert_eq!(number(&question) * whole(2), whole(halves), "{name}");
                says(
                    &question,
                    &[items, bytes, rate].map(|of| of.to_string()),
                    name,
                );
            }
            Case::Modes {
                peak,
                millions,
                size,
                hour,
                million,
            } => {
                winners.insert(is_cheaper(
                    &question,
                    [peak, millions, size],
                    [hour, million],
                    name,
                ));
            }
        }
    });
    assert_eq!(winners.len(), 2);
}
