//! Over the network or with a device in the mail.

use super::{MEGABITS, device, link, network, short};
use crate::drill::number::{Ratio, plain, ratio, rounded, whole};
use crate::drill::question::{Question, Wanted, Wrong};

/// Which way is done first, and by how much.
fn winner(network: Ratio, device: Ratio) -> String {
    let (name, apart) = if network < device {
        ("The network", device - network)
    } else {
        ("The device", network - device)
    };
    let days = short(apart);
    let unit = if days == "1" { "day" } else { "days" };
    format!("{name}, by {days} {unit}")
}

/// Days with three decimals, so that their difference is the one that is told.
fn fine(value: Ratio) -> String {
    plain(rounded(value, 3))
}

pub(super) fn verdict(size: i64, [rate, share]: [i64; 2], [copy, mail]: [i64; 2]) -> Question {
    let (over, with) = (network(size, rate, share), device(size, copy, mail));
    let copying = with - whole(mail);
    let right = winner(over, with);
    let mistakes = [
        (
            "bits for bytes",
            [over / whole(8), with],
            "That takes the bits of the link for bytes. 1 TB is 8,000,000 megabits.".to_owned(),
        ),
        (
            "full rate",
            [network(size, rate, 100), with],
            format!("That fills the link. Only {share} % of it may be used."),
        ),
        (
            "mail left out",
            [over, copying],
            format!("The deliveries and the import take {mail} days as well."),
        ),
        (
            "copy left out",
            [over, whole(mail)],
            format!(
                "Copying the data onto the device takes {} days as well.",
                fine(copying)
            ),
        ),
        (
            "bits for bytes on the device",
            [over, copying * whole(8) + whole(mail)],
            "The device takes megabytes a second, so nothing is multiplied by 8 there.".to_owned(),
        ),
    ];
    let wrong: Vec<Wrong> = mistakes
        .into_iter()
        // Nobody would answer that one is first by nothing.
        .filter(|(_, [over, with], _)| rounded(*over - *with, 1) != whole(0))
        .map(|(name, [over, with], why)| Wrong {
            name,
            text: winner(over, with),
            why,
        })
        .filter(|wrong| wrong.text != right)
        .collect();
    Question {
        stem: format!(
            "{size} TB (1 TB is 1,000,000 MB) must go to the cloud, either over {}, or with a device: the data is copied onto it at {copy} MB a second, and its delivery, its return and the import take {mail} days together. Which way is done first, and by how much?",
            link(rate, share)
        ),
        why: format!(
            "{} days over the network, {} with the device.",
            fine(over),
            fine(with)
        ),
        working: format!(
            "Network: {} megabits / {} Mbps / 86,400 = {} days. Device: {} MB / {copy} MB a second / 86,400 = {} days, and {mail} days make {}. **{right}**.",
            plain(whole(size * MEGABITS)),
            plain(ratio(rate * share, 100)),
            fine(over),
            plain(whole(size * 1_000_000)),
            fine(copying),
            fine(with),
        ),
        wanted: Wanted::Text { right, wrong },
    }
}
