//! One kind of transfer.

use super::{MONTH, cents, gb, in_dollars, mistake};
use crate::drill::number::{Ratio, dollars, plain, whole};
use crate::drill::question::Question;

pub(super) fn egress(out: i64, inbound: i64, free: i64, price: Ratio) -> Question {
    let of = |volume: i64| price * whole(volume);
    let value = of(out - free);
    let each = dollars(price);
    Question {
        stem: format!(
            "In a month a service receives {} from the internet and sends {} to it. Data that comes in is free, the first {free} GB that go out are free, and each further GB costs {each}. What does the transfer cost?",
            gb(inbound),
            gb(out)
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "both directions",
                    of(out + inbound - free),
                    "Data that comes in is free.".to_owned(),
                ),
                mistake(
                    "free part forgotten",
                    of(out),
                    format!("The first {free} GB are free."),
                ),
                mistake(
                    "inbound billed",
                    of((inbound - free).max(1)),
                    "That bills what comes in; what goes out is billed.".to_owned(),
                ),
                mistake(
                    "outbound less inbound",
                    of((out - inbound).abs()),
                    "What comes in is not taken off what goes out.".to_owned(),
                ),
            ],
        ),
        why: format!("{} GB at {each}.", plain(whole(out - free))),
        working: format!(
            "Only what goes out is billed: {} - {free} GB = {}. {} x {each} = **{}**.",
            gb(out),
            gb(out - free),
            gb(out - free),
            cents(value)
        ),
    }
}

pub(super) fn zones(volume: i64, price: Ratio) -> Question {
    let value = price * whole(2 * volume);
    let fee = dollars(price);
    Question {
        stem: format!(
            "Two services in different Availability Zones of a Region send each other {} in a month, both directions together. Each GB that crosses is billed at {fee} where it leaves a zone and at {fee} where it enters the other. What does this cost?",
            gb(volume)
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "one side",
                    price * whole(volume),
                    format!("Each GB is billed on both sides: twice {fee}."),
                ),
                mistake(
                    "directions doubled",
                    value * whole(2),
                    format!("The {} are both directions already.", gb(volume)),
                ),
                mistake(
                    "free",
                    whole(0),
                    "Traffic is free within a zone, not between zones.".to_owned(),
                ),
            ],
        ),
        why: format!("{} x 2 x {fee}.", gb(volume)),
        working: format!(
            "A GB that crosses costs {fee} + {fee} = {}. {} x {} = **{}**.",
            dollars(price * whole(2)),
            gb(volume),
            dollars(price * whole(2)),
            cents(value)
        ),
    }
}

pub(super) fn nat(zones: i64, hourly: Ratio, processed: Ratio, volume: i64) -> Question {
    let running = hourly * whole(zones * MONTH);
    let moving = processed * whole(volume);
    let value = running + moving;
    let (hour, fee) = (dollars(hourly), dollars(processed));
    Question {
        stem: format!(
            "A VPC has a NAT gateway in each of {zones} Availability Zones. A gateway costs {hour} per hour and {fee} per GB that it processes; together they process {} in a month of {MONTH} hours. What do the gateways cost, without the transfer itself?",
            gb(volume)
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "one gateway",
                    hourly * whole(MONTH) + moving,
                    format!("There are {zones} gateways, each billed for every hour."),
                ),
                mistake(
                    "processing forgotten",
                    running,
                    format!("Each GB is billed at {fee} on top of the hours."),
                ),
                mistake(
                    "hours forgotten",
                    moving,
                    "A gateway is billed for every hour, also when nothing passes.".to_owned(),
                ),
                mistake(
                    "processing for each gateway",
                    running + moving * whole(zones),
                    format!("The {} are those of all gateways together.", gb(volume)),
                ),
            ],
        ),
        why: format!(
            "{} for the hours and {} for the GB.",
            cents(running),
            cents(moving)
        ),
        working: format!(
            "Hours: {zones} x {MONTH} x {hour} = {}. Processing: {} x {fee} = {}. Together **{}**.",
            cents(running),
            gb(volume),
            cents(moving),
            cents(value)
        ),
    }
}
