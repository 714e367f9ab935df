//! Several limits at once, and the price of more.

use super::{count, slip};
use crate::drill::number::{Precision, Unit, decimal, dollars, plain, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// What gp3 includes.
const BASE: [i64; 2] = [3_000, 125];

fn iops(value: i64, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value: whole(value),
        unit: Unit::Sign("IOPS"),
        precision: Precision::Exact,
        mistakes,
    }
}

/// Operations of this size that so many MiB a second carry.
fn carried(throughput: i64, block: i64) -> i64 {
    throughput * 1_024 / block
}

fn said(value: i64) -> String {
    plain(whole(value))
}

pub(super) fn limited(limit: i64, throughput: i64, block: i64) -> Question {
    let by_throughput = carried(throughput, block);
    let right = limit.min(by_throughput);
    let first = if by_throughput < limit {
        "throughput"
    } else {
        "number of operations"
    };
    let mistakes = vec![
        count(
            "throughput left out",
            limit,
            format!(
                "{} operations of {block} KiB are more than {throughput} MiB a second.",
                said(limit)
            ),
        ),
        count(
            "operations left out",
            by_throughput,
            format!(
                "{throughput} MiB a second would carry that many, but the volume does only {}.",
                said(limit)
            ),
        ),
        count(
            "MiB by KiB",
            throughput * 1_000 / block,
            "A MiB is 1,024 KiB.",
        ),
        count(
            "doubled",
            right * 2,
            "That is twice what the tighter limit lets through.",
        ),
        count(
            "sum of both",
            limit + by_throughput,
            "Both limits hold at once: the tighter one counts, not their sum.",
        ),
    ];
    Question {
        stem: format!(
            "A volume is set to {} IOPS and {} MiB a second (1 MiB is 1,024 KiB). An application reads in operations of {block} KiB. How many of them a second does it get at most?",
            said(limit),
            said(throughput)
        ),
        why: format!("The {first} is the tighter limit."),
        working: format!(
            "{} MiB x 1,024 / {block} KiB = {} operations a second. The limit on operations is {}. The smaller: **{} IOPS**.",
            said(throughput),
            said(by_throughput),
            said(limit),
            said(right)
        ),
        wanted: iops(right, mistakes),
    }
}

pub(super) fn stripe(
    volumes: i64,
    [each, throughput]: [i64; 2],
    block: i64,
    [all, all_throughput]: [i64; 2],
) -> Question {
    let limits = [
        ("the volumes in operations", volumes * each),
        (
            "the volumes in throughput",
            carried(volumes * throughput, block),
        ),
        ("the instance in operations", all),
        ("the instance in throughput", carried(all_throughput, block)),
    ];
    let right = limits.iter().map(|of| of.1).min().unwrap_or(0);
    let without = |left_out: &[usize]| {
        let kept = limits
            .iter()
            .enumerate()
            .filter(|(place, _)| !left_out.contains(place));
        kept.map(|(_, of)| of.1).min().unwrap_or(0)
    };
    let mistakes = vec![
        count(
            "instance left out",
            without(&[2, 3]),
            format!(
                "The instance does no more than {} IOPS and {} MiB a second, whatever its volumes can do.",
                said(all),
                said(all_throughput)
            ),
        ),
        count(
            "throughput left out",
            without(&[1, 3]),
            format!("Operations of {block} KiB run into the limits on throughput as well."),
        ),
        count(
            "volumes left out",
            without(&[0, 1]),
            "That looks at the instance alone. Its volumes have limits, too.",
        ),
        count(
            "one volume",
            each.min(carried(throughput, block)),
            format!("That is one volume. A stripe adds {volumes} of them up."),
        ),
        count(
            "operations left out",
            without(&[0, 2]),
            "Throughput alone would allow that. The limits on operations come first.",
        ),
        count(
            "operations of the volumes",
            volumes * each,
            "That is the volumes in operations, before the other limits.",
        ),
    ];
    let list: Vec<String> = limits
        .iter()
        .map(|(name, value)| format!("{name} {}", said(*value)))
        .collect();
    Question {
        stem: format!(
            "{volumes} volumes of {} IOPS and {} MiB a second each are one stripe at an instance that does {} IOPS and {} MiB a second with all its volumes together. How many operations of {block} KiB a second does the stripe do at most? (1 MiB is 1,024 KiB.)",
            said(each),
            said(throughput),
            said(all),
            said(all_throughput)
        ),
        why: "The tightest of four limits.".to_owned(),
        working: format!(
            "Each limit as operations of {block} KiB: {}. MiB are multiplied by 1,024 / {block}, the volumes by {volumes}. The smallest: **{} IOPS**.",
            list.join(", "),
            said(right)
        ),
        wanted: iops(right, mistakes),
    }
}

pub(super) fn cost(
    [size, ops, throughput]: [i64; 3],
    [price, per_ops, per_mib]: [i64; 3],
) -> Question {
    let money = |count: i64, price: i64| decimal(count * price, 3);
    let extra = [(ops - BASE[0]).max(0), (throughput - BASE[1]).max(0)];
    let storage = money(size, price);
    let (more, faster) = (money(extra[0], per_ops), money(extra[1], per_mib));
    let right = storage + more + faster;
    let mistakes = vec![
        slip(
            "base paid for",
            storage + money(ops, per_ops) + money(throughput, per_mib),
            "3,000 IOPS and 125 MiB a second are included. Only what is above them is paid for.",
        ),
        slip(
            "storage alone",
            storage,
            "That is the storage alone, without what goes beyond the base.",
        ),
        slip(
            "throughput left out",
            storage + more,
            format!("The {} MiB a second above 125 cost as well.", extra[1]),
        ),
        slip(
            "operations left out",
            storage + faster,
            format!("The {} IOPS above 3,000 cost as well.", said(extra[0])),
        ),
        slip(
            "base of one only",
            storage + money(ops, per_ops) + faster,
            "3,000 IOPS are included as well.",
        ),
    ];
    Question {
        stem: format!(
            "A gp3 volume includes 3,000 IOPS and 125 MiB a second. In a month a GiB costs {}, each IOPS above that {}, and each MiB a second above that {}. What does a volume of {} GiB with {} IOPS and {throughput} MiB a second cost?",
            dollars(decimal(price, 3)),
            dollars(decimal(per_ops, 3)),
            dollars(decimal(per_mib, 3)),
            said(size),
            said(ops)
        ),
        why: format!(
            "{} + {} + {}.",
            dollars(storage),
            dollars(more),
            dollars(faster)
        ),
        working: format!(
            "Storage: {} x {} = {}. IOPS above 3,000: {} x {} = {}. MiB a second above 125: {} x {} = {}. Together **{}**.",
            said(size),
            dollars(decimal(price, 3)),
            dollars(storage),
            said(extra[0]),
            dollars(decimal(per_ops, 3)),
            dollars(more),
            extra[1],
            dollars(decimal(per_mib, 3)),
            dollars(faster),
            dollars(right)
        ),
        wanted: Wanted::Number {
            value: right,
            unit: Unit::Dollars,
            precision: Precision::Places(2),
            mistakes,
        },
    }
}
