//! Over the network or with a device in the mail.

use super::{MEGABITS, device, link, network, short};
use crate::drill::number::{Ratio, plain, ratio, whole};
use crate::drill::question::{Question, Wanted, Wrong};

/// Which way is done first, and by how much.
fn winner(network: Ratio, device: Ratio) -> String {
    if network < device {
        format!("The network, by {} days", short(device - network))
    } else {
        format!("The device, by {} days", short(network - device))
    }
}

pub(super) fn verdict(size: i64, [rate, share]: [i64; 2], [copy, mail]: [i64; 2]) -> Question {
    let (over, with) = (network(size, rate, share), device(size, copy, mail));
    let right = winner(over, with);
    let wrong = [
        (
            "bits for bytes",
            winner(over / whole(8), with),
            "That takes the bits of the link for bytes. 1 TB is 8,000,000 megabits.".to_owned(),
        ),
        (
            "full rate",
            winner(network(size, rate, 100), with),
            format!("That fills the link. Only {share} % of it may be used."),
        ),
        (
            "mail left out",
            winner(over, with - whole(mail)),
            format!("The device is on its way and being imported for {mail} days as well."),
        ),
        (
            "copy left out",
            winner(over, whole(mail)),
            format!(
                "To copy the data onto the device takes {} days as well.",
                short(with - whole(mail))
            ),
        ),
        (
            "bits for bytes on the device",
            winner(over, (with - whole(mail)) * whole(8) + whole(mail)),
            "The device takes megabytes a second, so nothing is multiplied by 8 there.".to_owned(),
        ),
    ];
    let wrong: Vec<Wrong> = wrong
        .into_iter()
        .filter(|of| of.1 != right)
        .map(|(name, text, why)| Wrong { name, text, why })
        .collect();
    Question {
        stem: format!(
            "{size} TB (1 TB is 1,000,000 MB) must go to the cloud. Either over {}. Or with a device: data is copied onto it at {copy} MB a second, and both ways of the mail and the import take {mail} days. Which way is done first, and by how much?",
            link(rate, share)
        ),
        why: format!(
            "{} days over the network, {} with the device.",
            short(over),
            short(with)
        ),
        working: format!(
            "Network: {} megabits / {} Mbps / 86,400 = {} days. Device: {} MB / {copy} MB a second / 86,400 = {} days, and {mail} days make {}. **{right}**.",
            plain(whole(size * MEGABITS)),
            plain(ratio(rate * share, 100)),
            short(over),
            plain(whole(size * 1_000_000)),
            short(with - whole(mail)),
            short(with),
        ),
        wanted: Wanted::Text { right, wrong },
    }
}
