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
    Question {
        stem: format!(
            "A gp2 volume does 3 IOPS for each GiB, but at least 100 and at most 16,000, and small ones burst to 3,000 for a while. What is the baseline of a volume of {gib} GiB?"
        ),
        wanted: exact(right, Unit::Sign("IOPS"), base_mistakes(size)),
        why: format!("{gib} x 3 = {}, {kept}.", plain(whole(raw))),
        working: format!(
            "{gib} GiB x 3 = {}, {kept}. The baseline is **{} IOPS**.",
            plain(whole(raw)),
            plain(whole(right))
        ),
    }
}

fn base_mistakes(size: i64) -> Vec<Mistake> {
    let gib = plain(whole(size));
    let raw = size * PER_GIB;
    let burst = count(
        "burst for base",
        BURST,
        "3,000 is what volumes below 1,000 GiB burst to while they have credits. Asked is the baseline.",
    );
    let mut mistakes = vec![
        count(
            "limits left out",
            raw,
            format!("{gib} x 3 is outside the limits: at least 100, at most 16,000."),
        ),
        count("size as rate", size, "That is the size. Each GiB brings 3."),
        count(
            "ceiling",
            MOST,
            format!("16,000 is the ceiling, which {gib} GiB do not reach."),
        ),
        count(
            "floor",
            LEAST,
            "100 is the floor, for volumes below 34 GiB.",
        ),
    ];
    // Only of a volume that bursts would anybody take the one for the other.
    if raw < BURST {
        mistakes.insert(0, burst);
    }
    mistakes
}

pub(super) fn size(iops: i64, stored: i64) -> Question {
    let needed = (iops + PER_GIB - 1) / PER_GIB;
    let right = needed.max(stored);
    let [of_iops, of_data] = [needed, stored].map(|of| plain(whole(of)));
    let wanted = plain(whole(iops));
    Question {
        stem: format!(
            "A gp2 volume does 3 IOPS for each GiB, at least 100 and at most 16,000. A database of {of_data} GiB needs {wanted} IOPS all the time. What is the smallest gp2 volume that holds the data and sustains that?"
        ),
        wanted: exact(
            right,
            Unit::Sign("GiB"),
            size_mistakes(iops, needed, stored),
        ),
        why: format!("{of_iops} GiB for the IOPS, {of_data} for the data."),
        working: format!(
            "{wanted} / 3, rounded up, is {of_iops} GiB. The data takes {of_data} GiB. The larger counts: **{} GiB**.",
            plain(whole(right))
        ),
    }
}

fn size_mistakes(iops: i64, needed: i64, stored: i64) -> Vec<Mistake> {
    let [of_iops, of_data] = [needed, stored].map(|of| plain(whole(of)));
    let mut mistakes = vec![
        count(
            "data alone",
            stored,
            format!(
                "{of_data} GiB hold the data but do only {} IOPS.",
                plain(whole(of_size(stored)))
            ),
        ),
        count(
            "operations alone",
            needed,
            format!("{of_iops} GiB do enough, but {of_data} GiB of data do not fit."),
        ),
        count(
            "both added",
            needed + stored,
            "The same GiB hold data and bring IOPS, so the larger of the two is enough.",
        ),
        count(
            "one to one",
            iops,
            format!("Each GiB brings 3 IOPS, so {of_iops} GiB are enough for them."),
        ),
        count(
            "multiplied",
            iops * PER_GIB,
            "GiB are IOPS divided by 3, not multiplied.",
        ),
    ];
    // Where the data decides, the fraction of a GiB does not matter.
    if needed > stored {
        let down = count(
            "rounded down",
            iops / PER_GIB,
            "Rounded down it is just not enough.",
        );
        mistakes.insert(3, down);
    }
    mistakes
}

pub(super) fn burst(size: i64) -> Question {
    let earned = of_size(size);
    let minutes = |rate: i64| ratio(CREDITS, rate * 60);
    let right = minutes(BURST - earned);
    let [income, drain] = [earned, BURST - earned].map(|of| plain(whole(of)));
    let mistakes = vec![
        slip(
            "earned credits left out",
            minutes(BURST),
            format!(
                "While it bursts the volume earns {income} credits a second, so only {drain} are lost."
            ),
        ),
        slip(
            "baseline as the drain",
            minutes(earned),
            format!("{income} a second is what comes in. What goes out is 3,000."),
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
            "A gp2 volume of {size} GiB earns 3 I/O credits a second for each GiB and spends one for each operation. Its bucket is full with 5,400,000 credits. For how long can it do 3,000 IOPS?"
        ),
        wanted: Wanted::Number {
            value: right,
            unit: Unit::Word("minute", "minutes"),
            precision: Precision::Places(1),
            mistakes,
        },
        why: format!("The bucket loses 3,000 - {income} = {drain} a second."),
        working: format!(
            "It earns {size} x 3 = {income} a second and spends 3,000, so {drain} are lost each second. 5,400,000 / {drain} / 60 = **{} minutes**.",
            plain(rounded(right, 1))
        ),
    }
}
