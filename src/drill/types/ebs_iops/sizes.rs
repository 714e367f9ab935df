//! Volumes whose size decides.

use std::cmp::Ordering;

use super::{count, slip};
use crate::drill::number::{Precision, Unit, plain, ratio, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// Operations a second of a gp2 volume.
const PER_GIB: i64 = 3;
const LEAST: i64 = 100;
const MOST: i64 = 16_000;
/// What a small one bursts to, and the credits of a full bucket.
const BURST: i64 = 3_000;
const CREDITS: i64 = 5_400_000;

fn of_size(size: i64) -> i64 {
    (size * PER_GIB).clamp(LEAST, MOST)
}

fn exact(value: i64, unit: Unit, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value: whole(value),
        unit,
        precision: Precision::Exact,
        mistakes,
    }
}

pub(super) fn base(size: i64) -> Question {
    let gib = plain(whole(size));
    let right = of_size(size);
    let raw = size * PER_GIB;
    let kept = match raw.cmp(&right) {
        Ordering::Less => format!("the floor of {LEAST} is above that"),
        Ordering::Greater => "the ceiling of 16,000 is below that".to_owned(),
        Ordering::Equal => "which lies between floor and ceiling".to_owned(),
    };
    let mistakes = vec![
        count(
            "limits left out",
            raw,
            format!("{gib} x 3 is outside the limits: at least 100, at most 16,000."),
        ),
        count("size as rate", size, "That is the size. Each GiB brings 3."),
        count(
            "floor",
            LEAST,
            "100 is the floor, for volumes below 34 GiB.",
        ),
        count(
            "ceiling",
            MOST,
            format!("16,000 is the ceiling, which {gib} GiB do not reach."),
        ),
        count(
            "burst for base",
            BURST,
            "3,000 is what a small volume bursts to while it has credits. Asked is what it always does.",
        ),
    ];
    Question {
        stem: format!(
            "A gp2 volume does 3 IOPS for each GiB, but at least 100 and at most 16,000, and small ones burst to 3,000 for a while. What is the baseline of a volume of {} GiB?",
            plain(whole(size))
        ),
        wanted: exact(right, Unit::Sign("IOPS"), mistakes),
        why: format!(
            "{} x 3 = {}, {kept}.",
            plain(whole(size)),
            plain(whole(raw))
        ),
        working: format!(
            "{} GiB x 3 = {}, {kept}. The baseline is **{} IOPS**.",
            plain(whole(size)),
            plain(whole(raw)),
            plain(whole(right))
        ),
    }
}

pub(super) fn size(iops: i64, stored: i64) -> Question {
    let needed = (iops + PER_GIB - 1) / PER_GIB;
    let right = needed.max(stored);
    let mistakes = vec![
        count(
            "data alone",
            stored,
            format!(
                "{} GiB hold the data but do only {} IOPS.",
                plain(whole(stored)),
                plain(whole(of_size(stored)))
            ),
        ),
        count(
            "operations alone",
            needed,
            format!(
                "{} GiB do enough, but {} GiB of data do not fit.",
                plain(whole(needed)),
                plain(whole(stored))
            ),
        ),
        count(
            "both added",
            needed + stored,
            "The same GiB hold data and bring IOPS, so the larger of the two is enough.",
        ),
        count(
            "rounded down",
            iops / PER_GIB,
            "Rounded down it is just not enough.",
        ),
        count(
            "one to one",
            iops,
            "Each GiB brings 3 IOPS, so a third is enough.",
        ),
        count(
            "multiplied",
            iops * PER_GIB,
            "GiB are IOPS divided by 3, not multiplied.",
        ),
    ];
    Question {
        stem: format!(
            "A gp2 volume does 3 IOPS for each GiB, at least 100 and at most 16,000. A database of {} GiB needs {} IOPS all the time. What is the smallest volume that holds and does it?",
            plain(whole(stored)),
            plain(whole(iops))
        ),
        wanted: exact(right, Unit::Sign("GiB"), mistakes),
        why: format!(
            "{} GiB for the IOPS, {} for the data.",
            plain(whole(needed)),
            plain(whole(stored))
        ),
        working: format!(
            "{} / 3, rounded up, are {} GiB. The data takes {} GiB. The larger counts: **{} GiB**.",
            plain(whole(iops)),
            plain(whole(needed)),
            plain(whole(stored)),
            plain(whole(right))
        ),
    }
}

pub(super) fn burst(size: i64) -> Question {
    let earned = of_size(size);
    let minutes = |rate: i64| ratio(CREDITS, rate * 60);
    let right = minutes(BURST - earned);
    let mistakes = vec![
        slip(
            "earned credits left out",
            minutes(BURST),
            format!(
                "While it bursts the volume earns {earned} credits a second, so only {} are lost.",
                plain(whole(BURST - earned))
            ),
        ),
        slip(
            "baseline as the drain",
            minutes(earned),
            format!("{earned} a second is what comes in. What goes out is 3,000."),
        ),
        slip(
            "added",
            minutes(BURST + earned),
            "What is earned slows the loss down. It is subtracted, not added.",
        ),
        slip("seconds", right * whole(60), "That is in seconds."),
        slip("hours", right / whole(60), "That is in hours."),
    ];
    Question {
        stem: format!(
            "A gp2 volume of {size} GiB earns 3 credits a second for each GiB, has 5,400,000 credits in its full bucket, and spends one for each operation. For how long can it do 3,000 IOPS?"
        ),
        wanted: Wanted::Number {
            value: right,
            unit: Unit::Word("minute", "minutes"),
            precision: Precision::Places(1),
            mistakes,
        },
        why: format!(
            "The bucket loses 3,000 - {earned} = {} a second.",
            plain(whole(BURST - earned))
        ),
        working: format!(
            "It earns {size} x 3 = {earned} a second and spends 3,000, so {} are lost each second. 5,400,000 / {} / 60 = **{} minutes**.",
            plain(whole(BURST - earned)),
            plain(whole(BURST - earned)),
            plain(rounded(right, 1))
        ),
    }
}
