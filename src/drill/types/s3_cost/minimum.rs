//! Minimum durations and sizes.

use super::{Case, Class, MONTH, cents, gb, in_dollars, mistake};
use crate::drill::number::{Ratio, dollars, plain, ratio, rounded, whole};
use crate::drill::question::Question;

/// KB that are billed of an object at least.
const LEAST_KB: i64 = 128;
/// KB of a GB.
const GB: i64 = 1_048_576;

pub(super) fn deleted(class: Class, stored: i64, days: i64) -> Question {
    let of = |days: i64| class.price * whole(stored) * ratio(days, MONTH);
    let billed = days.max(class.least);
    let value = of(billed);
    let (name, price, least) = (class.name, dollars(class.price), class.least);
    let early = days < least;
    Question {
        stem: format!(
            "{} are put into S3 {name} at {price} per GB and month and deleted after {days} days. The class bills at least {least} days. A month has {MONTH} days. What does the storage cost in all?",
            gb(stored)
        ),
        wanted: in_dollars(
            value,
            vec![
                if early {
                    mistake(
                        "minimum forgotten",
                        of(days),
                        format!("The objects lay there for {days} days, but {least} are billed."),
                    )
                } else {
                    mistake(
                        "minimum alone",
                        of(least),
                        format!("{least} days are the least; the objects lay there for {days}."),
                    )
                },
                mistake(
                    "minimum on top",
                    of(days + least),
                    format!(
                        "The minimum of {least} days contains the first days; it does not come on top."
                    ),
                ),
                mistake(
                    "one month",
                    of(MONTH),
                    "That is the price of one month.".to_owned(),
                ),
                mistake(
                    "days left over",
                    of((least - days).abs()),
                    "That is only what lies between the days and the minimum.".to_owned(),
                ),
            ],
        ),
        why: format!("{billed} days are billed."),
        working: format!(
            "{days} days are {} than the {least} that are billed at least, so {billed} days count: {} months. {} x {price} x {billed} / {MONTH} = **{}**.",
            if early { "fewer" } else { "more" },
            plain(rounded(ratio(billed, MONTH), 3)),
            gb(stored),
            cents(value)
        ),
    }
}

pub(super) fn life(case: Case) -> Question {
    let Case::Life {
        standard,
        class,
        stored,
        first,
        expiry,
        thousands,
        transition,
    } = case
    else {
        return case.tell();
    };
    let stay = expiry - first;
    let billed = stay.max(class.least);
    let of = |price: Ratio, days: i64| price * whole(stored) * ratio(days, MONTH);
    let (early, late) = (of(standard, first), of(class.price, billed));
    let moving = transition * whole(thousands);
    let value = early + late + moving;
    let (name, least) = (class.name, class.least);
    let (dear, price, fee) = (dollars(standard), dollars(class.price), dollars(transition));
    let objects = plain(whole(thousands * 1_000));
    Question {
        stem: format!(
            "{objects} objects, {} in all, lie in S3 Standard ({dear} per GB and month). A lifecycle rule moves them to {name} ({price}) after {first} days and lets them expire {expiry} days after their creation. {name} bills at least {least} days; a thousand transitions cost {fee}. The overhead of single objects is left out. A month has {MONTH} days. What do they cost over their whole life?",
            gb(stored)
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "transitions forgotten",
                    early + late,
                    format!("Moving {objects} objects costs {} on top.", cents(moving)),
                ),
                mistake(
                    "minimum forgotten",
                    early + of(class.price, stay) + moving,
                    format!("In {name} {billed} days are billed, not {stay}."),
                ),
                mistake(
                    "minimum from creation",
                    early + of(class.price, class.least.max(expiry) - first) + moving,
                    format!(
                        "The {least} days begin when the objects enter {name}, not at their creation."
                    ),
                ),
                mistake(
                    "expiry counted from the transition",
                    early + of(class.price, expiry.max(class.least)) + moving,
                    format!(
                        "The {expiry} days begin at creation; {first} of them lie in Standard."
                    ),
                ),
                mistake(
                    "Standard to the end",
                    of(standard, expiry),
                    format!("After {first} days the objects no longer lie in Standard."),
                ),
            ],
        ),
        why: format!(
            "{} in Standard, {} in {name}, {} for the transitions.",
            cents(early),
            cents(late),
            cents(moving)
        ),
        working: format!(
            "Standard: {} x {dear} x {first} / {MONTH} = {}. {name}: {expiry} - {first} = {stay} days; {billed} are billed: {} x {price} x {billed} / {MONTH} = {}. Transitions: {} x {fee} = {}. Together **{}**.",
            gb(stored),
            cents(early),
            gb(stored),
            cents(late),
            plain(whole(thousands)),
            cents(moving),
            cents(value)
        ),
    }
}

pub(super) fn small(class: Class, objects: i64, size: i64) -> Question {
    let volume = |size: i64| ratio(objects * size, GB);
    let value = volume(LEAST_KB) * class.price;
    let (name, price) = (class.name, dollars(class.price));
    let count = plain(whole(objects));
    Question {
        stem: format!(
            "{count} objects of {size} KB each lie in S3 {name} at {price} per GB and month. The class bills each object with at least {LEAST_KB} KB. A GB has {} KB. What does a month of storage cost?",
            plain(whole(GB))
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "minimum forgotten",
                    volume(size) * class.price,
                    format!("Each object is billed as {LEAST_KB} KB, not as {size} KB."),
                ),
                mistake(
                    "minimum on top",
                    volume(size + LEAST_KB) * class.price,
                    format!(
                        "The {LEAST_KB} KB are a minimum; they do not come on top of the {size} KB."
                    ),
                ),
                mistake(
                    "difference alone",
                    volume(LEAST_KB - size) * class.price,
                    "That is only what is billed beyond the true size.".to_owned(),
                ),
            ],
        ),
        why: format!(
            "{LEAST_KB} KB for each object are {} GB.",
            plain(volume(LEAST_KB))
        ),
        working: format!(
            "{size} KB are less than the minimum, so {count} x {LEAST_KB} KB = {} GB are billed. {} x {price} = **{}**.",
            plain(volume(LEAST_KB)),
            plain(volume(LEAST_KB)),
            cents(value)
        ),
    }
}
