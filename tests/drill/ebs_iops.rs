//! Volumes, by trying and by letting time go by.

use std::collections::HashSet;

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{Ratio, decimal, dollars, plain, whole};
use cairn::drill::types::ebs_iops::{Case, TYPE};

/// A gp2 volume that grows GiB by GiB.
fn gp2(size: i64) -> i64 {
    let mut iops: i64 = (0..size).map(|_| 3).sum();
    if iops < 100 {
        iops = 100;
    }
    if iops > 16_000 { 16_000 } else { iops }
}

/// Whether so many operations a second keep within both limits, in KiB.
fn keeps(operations: i64, block: i64, iops: i64, throughput: i64) -> bool {
    operations <= iops && operations * block <= throughput * 1_024
}

/// The greatest number for which this holds, found by halving.
fn greatest(holds: impl Fn(i64) -> bool) -> i64 {
    let (mut low, mut high) = (0, 10_000_000);
    while high - low > 1 {
        let middle = i64::midpoint(low, high);
        if holds(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

#[test]
fn answers_are_right_by_trying() {
    let mut seen = HashSet::new();
    each(&TYPE, Case::draw, |case, level, name| {
        let question = case.tell();
        let right = number(&question);
        let says = |figures: &[i64]| {
            says(
                &question,
                &figures
                    .iter()
                    .map(|of| plain(whole(*of)))
                    .collect::<Vec<_>>(),
                name,
            );
        };
        let (kind, expected) = match case {
            Case::Base { size } => {
                assert_eq!(right, whole(gp2(size)), "{name}");
                says(&[size]);
                (0, Level::Easy)
            }
            Case::Size { iops, stored } => {
                let answer = right.to_integer() as i64;
                let is_enough = |size: i64| size >= stored && gp2(size) >= iops;
                assert!(is_enough(answer) && !is_enough(answer - 1), "{name}");
                says(&[iops, stored]);
                (1, Level::Medium)
            }
            Case::Limited {
                iops,
                throughput,
                block,
            } => {
                let most = greatest(|count| keeps(count, block, iops, throughput));
                assert_eq!(right, whole(most), "{name}");
                says(&[iops, throughput, block]);
                (2, Level::Medium)
            }
            Case::Burst { size } => {
                // The bucket at the end, after what came in and what went out.
                let seconds = right * whole(60);
                let left = whole(5_400_000) + whole(gp2(size)) * seconds - whole(3_000) * seconds;
                assert_eq!(left, whole(0), "{name}");
                says(&[size]);
                (3, Level::Hard)
            }
            Case::Stripe {
                volumes,
                iops,
                throughput,
                block,
                all_iops,
                all_throughput,
            } => {
                // Every volume carries its part; so many operations for each that none breaks a limit.
                let holds = |count: i64| {
                    keeps(count, block, all_iops, all_throughput)
                        && count <= iops * volumes
                        && count * block <= throughput * 1_024 * volumes
                };
                assert_eq!(right, whole(greatest(holds)), "{name}");
                says(&[volumes, iops, throughput, block, all_iops, all_throughput]);
                (4, Level::Hard)
            }
            Case::Cost {
                size,
                iops,
                throughput,
                price,
                per_iops,
                per_throughput,
            } => {
                // Thousandths of a dollar, one after the other.
                let more = (3_000..iops).map(|_| per_iops).sum::<i64>();
                let faster = (125..throughput).map(|_| per_throughput).sum::<i64>();
                let bill: i64 = (0..size).map(|_| price).sum::<i64>() + more + faster;
                assert_eq!(right, Ratio::new(i128::from(bill), 1_000), "{name}");
                assert!((right * whole(100)).is_integer(), "{name}: whole cents");
                says(&[size, iops, throughput]);
                crate::says(
                    &question,
                    &[price, per_iops, per_throughput].map(|of| dollars(decimal(of, 3))),
                    name,
                );
                (5, Level::Hard)
            }
        };
        assert_eq!(level, expected, "{name}");
        seen.insert(kind);
    });
    assert_eq!(seen.len(), 6);
}
