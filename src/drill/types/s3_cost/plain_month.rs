//! Storage and retrieval of a month.

use super::{Class, cents, gb, in_dollars, mistake};
use crate::drill::number::{Precision, Ratio, Unit, dollars, plain, rounded, whole};
use crate::drill::question::{Question, Wanted};

pub(super) fn retrieved(class: Class, stored: i64, read: i64, retrieval: Ratio) -> Question {
    let storage = class.price * whole(stored);
    let reading = retrieval * whole(read);
    let value = storage + reading;
    let (name, price, fee) = (class.name, dollars(class.price), dollars(retrieval));
    Question {
        stem: format!(
            "{} are stored in S3 {name} for a month at {price} per GB-month. In that month {} are read at {fee} per GB. Requests are left out. What do storage and retrieval cost together?",
            gb(stored),
            gb(read)
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "retrieval forgotten",
                    storage,
                    format!("That is the storage alone; reading costs {fee} per GB on top."),
                ),
                mistake(
                    "all of it read",
                    storage + retrieval * whole(stored),
                    format!(
                        "Retrieval is billed for the {} that are read, not for all that is stored.",
                        gb(read)
                    ),
                ),
                mistake(
                    "read part not stored",
                    class.price * whole(stored - read) + reading,
                    "What is read stays stored: it is billed for storage and for retrieval."
                        .to_owned(),
                ),
                mistake(
                    "retrieval alone",
                    reading,
                    "That is the retrieval alone.".to_owned(),
                ),
            ],
        ),
        why: format!(
            "{} of storage and {} of retrieval.",
            cents(storage),
            cents(reading)
        ),
        working: format!(
            "Storage: {} x {price} = {}. Retrieval: {} x {fee} = {}. Together **{}**.",
            gb(stored),
            cents(storage),
            gb(read),
            cents(reading),
            cents(value)
        ),
    }
}

pub(super) fn even(standard: Ratio, class: Class, stored: i64, retrieval: Ratio) -> Question {
    let saved = (standard - class.price) * whole(stored);
    let value = saved / retrieval;
    let (name, price, fee) = (class.name, dollars(class.price), dollars(retrieval));
    let dear = dollars(standard);
    Question {
        stem: format!(
            "{} would be stored for {dear} per GB-month in S3 Standard, or for {price} in {name}, where reading costs {fee} per GB. Requests are left out. How much is read in a month when {name} costs as much as Standard?",
            gb(stored)
        ),
        wanted: Wanted::Number {
            value,
            unit: Unit::Sign("GB"),
            precision: Precision::Places(1),
            mistakes: vec![
                mistake(
                    "price instead of the difference",
                    class.price * whole(stored) / retrieval,
                    format!(
                        "What pays for reading is the difference of {dear} and {price}, not the price of {name}."
                    ),
                ),
                mistake(
                    "standard without the difference",
                    standard * whole(stored) / retrieval,
                    format!(
                        "The storage in {name} costs {price} per GB as well; only the difference is left for reading."
                    ),
                ),
                mistake(
                    "everything",
                    whole(stored),
                    "That is everything read once. The two bills are equal where reading costs what the storage saves."
                        .to_owned(),
                ),
                mistake(
                    "dollars",
                    saved,
                    format!(
                        "That is the saving in dollars. Divided by {fee} per GB it gives the GB that it pays for."
                    ),
                ),
            ],
        },
        why: format!(
            "The saving of {} pays for this much reading at {fee} per GB.",
            cents(saved)
        ),
        working: format!(
            "{name} saves {dear} - {price} = {} per GB, {} in all. {} / {fee} per GB = **{} GB**.",
            dollars(standard - class.price),
            cents(saved),
            cents(saved),
            plain(rounded(value, 1))
        ),
    }
}
