//! Total cost and payback, found by paying bill after bill on both sides.

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{dollars, plain, ratio, whole};
use cairn::drill::types::tco::{Case, TYPE};

fn money(value: i64) -> String {
    dollars(whole(value))
}

/// Bills of each side, month by month, and whether moving has cost less (or at most as much) after the last one.
fn is_ahead(case: Case, months: i64) -> std::cmp::Ordering {
    let (migration, before, after, both) = match case {
        Case::Payback {
            migration,
            before,
            after,
        } => (migration, before, after, 0),
        Case::Parallel {
            migration,
            before,
            after,
            both,
        } => (migration, before, after, both),
        other => panic!("no payback: {other:?}"),
    };
    let (mut stay, mut moving) = (0, migration);
    for month in 1..=months {
        stay += before;
        moving += after + if month <= both { before } else { 0 };
    }
    moving.cmp(&stay)
}

#[test]
fn answers_are_right_by_paying_every_bill() {
    use std::cmp::Ordering::{Equal, Greater, Less};
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let value = number(&question);
        match case {
            Case::Payback {
                migration,
                before,
                after,
            } => {
                assert_eq!(is_ahead(case, value.to_integer() as i64), Equal, "{name}");
                says(&question, &[migration, before, after].map(money), name);
            }
            Case::Parallel {
                migration,
                before,
                after,
                both,
            } => {
                let months = value.to_integer() as i64;
                assert_eq!(is_ahead(case, months), Less, "{name}");
                assert_eq!(is_ahead(case, months - 1), Greater, "{name}");
                assert!(months > both, "{name}: within the parallel run");
                says(&question, &[migration, before, after].map(money), name);
                says(&question, &[format!("first {both} months")], name);
            }
            Case::Apart {
                hardware,
                running,
                tenths,
                salary,
                migration,
                monthly,
                years,
            } => {
                let (mut stay, mut moving) = (hardware, migration);
                for _ in 0..years {
                    stay += running;
                    stay += (0..tenths).map(|_| salary / 10).sum::<i64>();
                    moving += (0..12).map(|_| monthly).sum::<i64>();
                }
                assert_eq!(value + whole(moving), whole(stay), "{name}");
                assert!(value > whole(0), "{name}");
                let told = [hardware, running, salary, migration, monthly].map(money);
                says(&question, &told, name);
                says(
                    &question,
                    &[plain(ratio(tenths, 10)), format!("{years} years")],
                    name,
                );
            }
            Case::Return {
                migration,
                before,
                growth,
                after,
            } => {
                let mut bill = before * 10_000;
                let mut saved = 0;
                for _ in 0..3 {
                    saved += bill - after * 10_000;
                    bill += bill * growth / 100;
                }
                // What was invested, grown by the return, is what was saved.
                let grown = whole(migration) * (whole(100) + value) * whole(100);
                assert_eq!(grown, whole(saved), "{name}");
                assert!(value > whole(0), "{name}");
                says(&question, &[migration, before, after].map(money), name);
                says(&question, &[format!("{growth} %")], name);
            }
            Case::Committed {
                migration,
                monthly,
                covered,
                discount,
            } => {
                // In hundredths of a cent.
                let mut cost = migration * 10_000;
                for month in 1..=36 {
                    let open = monthly * (100 - covered) * 100;
                    let less = if month > 12 { discount } else { 0 };
                    cost += open + monthly * covered * (100 - less);
                }
                assert_eq!(value * whole(10_000), whole(cost), "{name}");
                says(&question, &[migration, monthly].map(money), name);
                says(
                    &question,
                    &[format!("{covered} %"), format!("{discount} %")],
                    name,
                );
            }
        }
    });
}

#[test]
fn levels_go_from_payback_to_changing_bills() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Payback { .. } => Level::Easy,
            Case::Apart { .. } | Case::Parallel { .. } => Level::Medium,
            Case::Return { .. } | Case::Committed { .. } => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
