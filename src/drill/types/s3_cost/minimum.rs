//! Minimum durations and sizes.

use super::{Case, Class, MONTH, cents, gb, in_dollars, mistake};
use crate::drill::number::{Ratio, dollars, plain, ratio, rounded, whole};
use crate::drill::question::{Mistake, Question};

/// KB that are billed of an object at least.
const LEAST_KB: i64 = 128;
/// KB of a GB.
const GB: i64 = 1_048_576;

/// What so many days of storage cost.
fn storage(price: Ratio, stored: i64, days: i64) -> Ratio {
    price * whole(stored) * ratio(days, MONTH)
}

pub(super) fn deleted(class: Class, stored: i64, days: i64) -> Question {
    let billed = days.max(class.least);
    let value = storage(class.price, stored, billed);
    let (name, price, least) = (class.name, dollars(class.price), class.least);
    Question {
        stem: format!(
            "{} are put into S3 {name} at {price} per GB-month and deleted after {days} days. The class bills at least {least} days of storage. Requests and the overhead of single objects are left out, and a month has {MONTH} days. What does the storage cost in all?",
            gb(stored)
        ),
        wanted: in_dollars(value, deleted_mistakes(class, stored, days)),
        why: format!("{billed} days are billed."),
        working: format!(
            "{days} days are {} than the {least} that are billed at least, so {billed} days count, {} months. {} x {price} x {billed} / {MONTH} = **{}**.",
            if days < least { "fewer" } else { "more" },
            plain(rounded(ratio(billed, MONTH), 3)),
            gb(stored),
            cents(value)
        ),
    }
}

fn deleted_mistakes(class: Class, stored: i64, days: i64) -> Vec<Mistake> {
    let of = |days: i64| storage(class.price, stored, days);
    let least = class.least;
    let left = (least - days).abs();
    let month = mistake(
        "one month",
        of(MONTH),
        "That is the price of one month.".to_owned(),
    );
    if days < least {
        vec![
            mistake(
                "minimum forgotten",
                of(days),
                format!("The objects were there for {days} days, but {least} are billed."),
            ),
            mistake(
                "minimum on top",
                of(days + least),
                format!(
                    "The minimum of {least} days includes the {days}; it does not come on top of them."
                ),
            ),
            month,
            mistake(
                "days left over",
                of(left),
                format!(
                    "That is only the {left} days from the deletion to the minimum; the {days} before it are billed as well."
                ),
            ),
        ]
    } else {
        vec![
            mistake(
                "minimum alone",
                of(least),
                format!("{least} days are the minimum; the objects were there for {days}."),
            ),
            mistake(
                "minimum on top",
                of(days + least),
                format!("The minimum of {least} days is over by then; it does not come on top."),
            ),
            month,
            mistake(
                "days left over",
                of(left),
                format!(
                    "That is only the {left} days beyond the minimum; the first {least} are billed as well."
                ),
            ),
        ]
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
    let early = storage(standard, stored, first);
    let late = storage(class.price, stored, billed);
    let moving = transition * whole(thousands);
    let value = early + late + moving;
    let (name, least) = (class.name, class.least);
    let (dear, price, fee) = (dollars(standard), dollars(class.price), dollars(transition));
    let objects = plain(whole(thousands * 1_000));
    let mut mistakes = vec![mistake(
        "transitions forgotten",
        early + late,
        format!("Moving {objects} objects costs {} on top.", cents(moving)),
    )];
    mistakes.extend(life_mistakes(
        class,
        stored,
        [first, expiry],
        early + moving,
    ));
    mistakes.push(mistake(
        "Standard to the end",
        storage(standard, stored, expiry),
        format!("After {first} days the objects are no longer in Standard."),
    ));
    Question {
        stem: format!(
            "{objects} objects, {} in all, are stored in S3 Standard ({dear} per GB-month). A lifecycle rule moves them to {name} ({price}) after {first} days and lets them expire {expiry} days after their creation. {name} bills at least {least} days; a thousand transitions cost {fee}. Uploads and the overhead of single objects are left out, and a month has {MONTH} days. What do the objects cost over their whole life?",
            gb(stored)
        ),
        wanted: in_dollars(value, mistakes),
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

/// Mistakes in the days of the second class, beside what the rest of a life costs.
fn life_mistakes(
    class: Class,
    stored: i64,
    [first, expiry]: [i64; 2],
    rest: Ratio,
) -> Vec<Mistake> {
    let of = |days: i64| rest + storage(class.price, stored, days);
    let (name, least) = (class.name, class.least);
    let stay = expiry - first;
    vec![
        mistake(
            "minimum forgotten",
            of(stay),
            format!("In {name} {least} days are billed, not {stay}."),
        ),
        mistake(
            "minimum from creation",
            of(least.max(expiry) - first),
            format!("The {least} days begin when the objects enter {name}, not at their creation."),
        ),
        mistake(
            "expiry counted from the transition",
            of(least.max(expiry)),
            format!(
                "The {expiry} days begin at creation; the first {first} of them are spent in Standard."
            ),
        ),
    ]
}

pub(super) fn small(class: Class, objects: i64, size: i64) -> Question {
    let volume = |size: i64| ratio(objects * size, GB);
    let value = volume(LEAST_KB) * class.price;
    let (name, price) = (class.name, dollars(class.price));
    let count = plain(whole(objects));
    Question {
        stem: format!(
            "{count} objects of {size} KB each are stored in S3 {name} at {price} per GB-month. The class bills each object as at least {LEAST_KB} KB. A GB has {} KB. What does a month of storage cost?",
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
            "At {LEAST_KB} KB each, {} GB are billed.",
            plain(volume(LEAST_KB))
        ),
        working: format!(
            "{size} KB is less than the minimum, so {count} x {LEAST_KB} KB = {} GB are billed. {} x {price} = **{}**.",
            plain(volume(LEAST_KB)),
            plain(volume(LEAST_KB)),
            cents(value)
        ),
    }
}
