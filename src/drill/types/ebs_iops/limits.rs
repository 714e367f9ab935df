//! Several limits at once, and the price of more.

use super::{count, slip};
use crate::drill::number::{Precision, Ratio, Unit, decimal, dollars, plain, ratio, whole};
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
pub(super) fn carried(throughput: i64, block: i64) -> i64 {
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
    let (most, mib) = (said(limit), said(throughput));
    let mistakes = vec![
        count(
            "throughput left out",
            limit,
            format!("{most} operations of {block} KiB are more than {mib} MiB a second."),
        ),
        count(
            "operations left out",
            by_throughput,
            format!("{mib} MiB a second would carry that many, but the volume does only {most}."),
        ),
        count(
            "MiB by KiB",
            limit.min(throughput * 1_000 / block),
            "A MiB is 1,024 KiB.",
        ),
        slip(
            "bytes for bits",
            whole(limit).min(ratio(by_throughput, 8)),
            "MiB are bytes already. Only bits would be divided by 8.",
        ),
        count(
            "sum of both",
            limit + by_throughput,
            "Both limits hold at once: the tighter one counts, not their sum.",
        ),
    ];
    Question {
        stem: format!(
            "A volume is set to {most} IOPS and {mib} MiB a second (1 MiB is 1,024 KiB). An application reads in operations of {block} KiB. How many of them a second does it get at most?"
        ),
        why: format!("The {first} is the tighter limit."),
        working: format!(
            "{mib} MiB x 1,024 / {block} KiB = {} operations a second. The limit on operations is {most}. The smaller: **{} IOPS**.",
            said(by_throughput),
            said(right)
        ),
        wanted: iops(right, mistakes),
    }
}

/// A limit as it is told, and the operations a second that it allows.
type Limit = (&'static str, i64);

/// The least of four limits, some of them left out.
fn without(limits: &[Limit; 4], left_out: &[usize]) -> i64 {
    let kept = limits
        .iter()
        .enumerate()
        .filter(|(place, _)| !left_out.contains(place));
    kept.map(|(_, of)| of.1).min().unwrap_or(0)
}

pub(super) fn stripe(
    volumes: i64,
    [each, throughput]: [i64; 2],
    block: i64,
    [all, all_throughput]: [i64; 2],
) -> Question {
    let limits: [Limit; 4] = [
        ("the volumes in operations", volumes * each),
        (
            "the volumes in throughput",
            carried(volumes * throughput, block),
        ),
        ("the instance in operations", all),
        ("the instance in throughput", carried(all_throughput, block)),
    ];
    let right = without(&limits, &[]);
    let tightest: Vec<&str> = limits
        .iter()
        .filter(|of| of.1 == right)
        .map(|of| of.0)
        .collect();
    let list: Vec<String> = limits
        .iter()
        .map(|(name, value)| format!("{name} {}", said(*value)))
        .collect();
    let one = each.min(carried(throughput, block));
    Question {
        stem: format!(
            "{volumes} volumes of {} IOPS and {} MiB a second each form a stripe (RAID 0) on an instance that does {} IOPS and {} MiB a second with all its volumes together. How many operations of {block} KiB a second does the stripe do at most? (1 MiB is 1,024 KiB.)",
            said(each),
            said(throughput),
            said(all),
            said(all_throughput)
        ),
        why: format!(
            "The tightest of four limits: {}.",
            tightest.join(", as well as ")
        ),
        working: format!(
            "Each limit as operations of {block} KiB: {}. MiB are multiplied by 1,024 / {block}, the volumes by {volumes}. The smallest: **{} IOPS**.",
            list.join(", "),
            said(right)
        ),
        wanted: iops(
            right,
            stripe_mistakes(&limits, volumes, one, block, [all, all_throughput]),
        ),
    }
}

fn stripe_mistakes(
    limits: &[Limit; 4],
    volumes: i64,
    one: i64,
    block: i64,
    [all, all_throughput]: [i64; 2],
) -> Vec<Mistake> {
    vec![
        count(
            "instance left out",
            without(limits, &[2, 3]),
            format!(
                "The instance does no more than {} IOPS and {} MiB a second, whatever its volumes can do.",
                said(all),
                said(all_throughput)
            ),
        ),
        count(
            "throughput left out",
            without(limits, &[1, 3]),
            format!("Operations of {block} KiB run into the limits on throughput as well."),
        ),
        count(
            "volumes left out",
            without(limits, &[0, 1]),
            "That looks at the instance alone. Its volumes have limits, too.",
        ),
        count(
            "one volume",
            one,
            format!("That is one volume. A stripe adds {volumes} of them up."),
        ),
        count(
            "operations left out",
            without(limits, &[0, 2]),
            "Throughput alone would allow that. The limits on operations come first.",
        ),
        count(
            "operations of the volumes",
            limits[0].1,
            "That is what the volumes do in operations, before the other limits.",
        ),
    ]
}

/// So many at a price in thousandths of a dollar.
fn priced(count: i64, price: i64) -> Ratio {
    decimal(count * price, 3)
}

pub(super) fn cost(
    [size, ops, throughput]: [i64; 3],
    [price, per_ops, per_mib]: [i64; 3],
) -> Question {
    let extra = [(ops - BASE[0]).max(0), (throughput - BASE[1]).max(0)];
    let parts = [
        priced(size, price),
        priced(extra[0], per_ops),
        priced(extra[1], per_mib),
    ];
    let right = parts[0] + parts[1] + parts[2];
    let [storage, more, faster] = parts.map(dollars);
    let [price, per_ops_said, per_mib_said] =
        [price, per_ops, per_mib].map(|of| dollars(decimal(of, 3)));
    let unpaid_base = [priced(BASE[0], per_ops), priced(BASE[1], per_mib)];
    Question {
        stem: format!(
            "A gp3 volume includes 3,000 IOPS and 125 MiB a second. A month costs {price} for each GiB, {per_ops_said} for each IOPS above 3,000, and {per_mib_said} for each MiB a second above 125. What does a volume of {} GiB with {} IOPS and {throughput} MiB a second cost in a month?",
            said(size),
            said(ops)
        ),
        why: format!("{storage} + {more} + {faster}."),
        working: format!(
            "Storage: {} x {price} = {storage}. IOPS above 3,000: {} x {per_ops_said} = {more}. MiB a second above 125: {} x {per_mib_said} = {faster}. Together **{}**.",
            said(size),
            said(extra[0]),
            extra[1],
            dollars(right)
        ),
        wanted: Wanted::Number {
            value: right,
            unit: Unit::Dollars,
            precision: Precision::Places(2),
            mistakes: cost_mistakes(parts, unpaid_base, extra),
        },
    }
}

/// From what storage and both extras cost, and from what the base would.
fn cost_mistakes(
    [storage, more, faster]: [Ratio; 3],
    [base_ops, base_mib]: [Ratio; 2],
    extra: [i64; 2],
) -> Vec<Mistake> {
    vec![
        slip(
            "base paid for",
            storage + more + base_ops + faster + base_mib,
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
            storage + more + base_ops + faster,
            format!(
                "3,000 of the IOPS are included, so only {} are paid for.",
                said(extra[0])
            ),
        ),
    ]
}
