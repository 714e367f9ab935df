//! Several prices at once.

use super::{Case, MONTH, cents, gb, in_dollars, mistake};
use crate::drill::number::{Precision, Ratio, Unit, dollars, plain, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted};

pub(super) fn endpoint(hourly: Ratio, processed: Ratio, volume: i64, to_s3: i64) -> Question {
    let moved = volume * to_s3 / 100;
    let value = processed * whole(moved);
    let running = hourly * whole(MONTH);
    let (hour, fee) = (dollars(hourly), dollars(processed));
    Question {
        stem: format!(
            "A NAT gateway costs {hour} per hour and {fee} per GB that it processes: {} in a month of {MONTH} hours. Of these, {to_s3} % go to S3 in the same Region and will take a gateway endpoint, which is free; the NAT gateway stays for the rest. What is saved per month?",
            gb(volume)
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "hours saved",
                    value + running,
                    "The NAT gateway stays, so its hours are still billed.".to_owned(),
                ),
                mistake(
                    "everything moved",
                    processed * whole(volume),
                    format!("Only {to_s3} % of the traffic goes to S3."),
                ),
                mistake(
                    "what stays",
                    processed * whole(volume - moved),
                    "That is what the rest of the traffic still costs.".to_owned(),
                ),
                mistake(
                    "hours alone",
                    running,
                    "That is the price of the hours, which are billed as before.".to_owned(),
                ),
            ],
        ),
        why: format!("{} no longer passes the NAT gateway.", gb(moved)),
        working: format!(
            "{to_s3} % of {} is {}, which no longer costs {fee} per GB: {} x {fee} = **{}**. The hours stay.",
            gb(volume),
            gb(moved),
            gb(moved),
            cents(value)
        ),
    }
}

/// The parts of a bill for data that leaves through a NAT gateway.
struct Bill {
    /// Transfer at the first price.
    low: Ratio,
    /// Transfer at the second price.
    high: Ratio,
    /// What the gateway processes.
    through: Ratio,
    /// The hours of the gateway.
    running: Ratio,
}

/// Where people end who leave out a part of the bill or take one price for all of the transfer.
fn steps_mistakes(
    bill: &Bill,
    [at_first, at_second]: [Ratio; 2],
    [less, pass, limit]: [&str; 3],
) -> Vec<Mistake> {
    let Bill {
        low,
        high,
        through,
        running,
    } = *bill;
    vec![
        mistake(
            "processing forgotten",
            low + high + running,
            format!("Each GB that the gateway processes costs {pass} beside the transfer."),
        ),
        mistake(
            "second price for everything",
            at_second + through + running,
            format!("The price of {less} holds only beyond {limit}."),
        ),
        mistake(
            "transfer forgotten",
            through + running,
            "The gateway does not pay for the transfer to the internet.".to_owned(),
        ),
        mistake(
            "hours forgotten",
            low + high + through,
            "The gateway is billed by the hour, too.".to_owned(),
        ),
        mistake(
            "first price for everything",
            at_first + through + running,
            format!("Beyond {limit} a GB costs {less}."),
        ),
    ]
}

pub(super) fn steps(case: Case) -> Question {
    let Case::Steps {
        out,
        free,
        step,
        price,
        beyond,
        processed,
        hourly,
    } = case
    else {
        return case.tell();
    };
    let bill = Bill {
        low: price * whole(step - free),
        high: beyond * whole(out - step),
        through: processed * whole(out),
        running: hourly * whole(MONTH),
    };
    let value = bill.low + bill.high + bill.through + bill.running;
    let [fee, less, pass, hour] = [price, beyond, processed, hourly].map(dollars);
    let (all, limit) = (gb(out), gb(step));
    let all_at = [price, beyond].map(|of| of * whole(out - free));
    Question {
        stem: format!(
            "Servers in a private subnet send {all} to the internet in a month, all of it through one NAT gateway ({hour} per hour, {pass} per GB processed; {MONTH} hours). Of the transfer out, the first {free} GB are free, each GB from there to {limit} costs {fee}, and each GB beyond {limit} costs {less}. What do gateway and transfer cost together?"
        ),
        wanted: in_dollars(value, steps_mistakes(&bill, all_at, [&less, &pass, &limit])),
        why: format!(
            "Transfer {}, processing {}, hours {}.",
            cents(bill.low + bill.high),
            cents(bill.through),
            cents(bill.running)
        ),
        working: format!(
            "Transfer: {} x {fee} = {}, and {} x {less} = {}. Processing: {all} x {pass} = {}, also for the free part. Hours: {MONTH} x {hour} = {}. Together **{}**.",
            gb(step - free),
            cents(bill.low),
            gb(out - step),
            cents(bill.high),
            cents(bill.through),
            cents(bill.running),
            cents(value)
        ),
    }
}

pub(super) fn even(zones: i64, hourly: Ratio, price: Ratio, processed: Ratio) -> Question {
    let running = hourly * whole(zones * MONTH);
    let saved = processed - price;
    let value = running / saved;
    let [hour, fee, pass] = [hourly, price, processed].map(dollars);
    Question {
        stem: format!(
            "Traffic to a queue passes a NAT gateway at {pass} per GB. An interface endpoint in {zones} Availability Zones costs {hour} per hour in each zone and {fee} per GB; the NAT gateway stays for other traffic. A month has {MONTH} hours. From how many GB per month on is the endpoint cheaper?"
        ),
        wanted: Wanted::Number {
            value,
            unit: Unit::Sign("GB"),
            precision: Precision::Places(1),
            mistakes: vec![
                mistake(
                    "price of the endpoint forgotten",
                    running / processed,
                    format!("A GB through the endpoint costs {fee}, so it saves {} and not {pass}.", dollars(saved)),
                ),
                mistake(
                    "one zone",
                    hourly * whole(MONTH) / saved,
                    format!("The endpoint is billed in each of {zones} zones."),
                ),
                mistake(
                    "prices added",
                    running / (processed + price),
                    "The price through the gateway falls away and the one through the endpoint comes: subtract them.".to_owned(),
                ),
                mistake(
                    "price of the endpoint alone",
                    running / price,
                    format!("What pays for the hours is the saving of {} per GB.", dollars(saved)),
                ),
            ],
        },
        why: format!("{} for the hours / {} saved per GB.", cents(running), dollars(saved)),
        working: format!(
            "The endpoint costs {zones} x {MONTH} x {hour} = {} per month and saves {pass} - {fee} = {} per GB. {} / {} = **{} GB**.",
            cents(running),
            dollars(saved),
            cents(running),
            dollars(saved),
            plain(rounded(value, 1))
        ),
    }
}
