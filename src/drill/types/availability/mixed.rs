//! Chains with copies in them, and clusters that need so many of their nodes.

use super::parts::all_of;
use super::{DAY, MINUTES, any, power, share, slip};
use crate::drill::number::{Precision, Ratio, plain, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// Minutes of a month in which a chain with this share in its middle is down, on average.
fn down(front: Ratio, middle: Ratio, data: Ratio) -> Ratio {
    (whole(1) - share(front) * share(middle) * share(data)) * whole(30 * DAY)
}

fn chain_mistakes(front: Ratio, each: Ratio, copies: u32, data: Ratio) -> Vec<Mistake> {
    let fleet = any(each, copies);
    let all = power(share(each), copies) * whole(100);
    vec![
        slip(
            "one copy alone",
            down(front, each, data),
            format!(
                "That counts one server with {} %. There are {copies}, and one is enough.",
                plain(each)
            ),
        ),
        slip(
            "copies as a chain",
            down(front, all, data),
            format!(
                "That needs {} servers to be up. One is enough, so multiply how often they are down.",
                all_of(copies)
            ),
        ),
        slip(
            "copies taken as perfect",
            down(front, whole(100), data),
            format!(
                "The servers together are available {} %, not always.",
                plain(fleet)
            ),
        ),
        slip(
            "weakest part",
            (whole(1) - share(fleet.min(front).min(data))) * whole(30 * DAY),
            "That is the downtime of the weakest part alone. In a chain the others count, too."
                .to_owned(),
        ),
        slip(
            "the year",
            down(front, fleet, data) / whole(30) * whole(365),
            "That is for 365 days. The question asks for 30.".to_owned(),
        ),
    ]
}

pub(super) fn chain(front: Ratio, each: Ratio, copies: u32, data: Ratio) -> Question {
    let fleet = any(each, copies);
    let value = down(front, fleet, data);
    let together = about(share(front) * share(fleet) * share(data));
    Question {
        stem: format!(
            "A request passes a load balancer (available {} % of the time), one of {copies} servers (each {} %; one is enough) and a database ({} %). All fail independently of each other. How long is the service down in 30 days, on average?",
            plain(front),
            plain(each),
            plain(data)
        ),
        wanted: Wanted::Number {
            value,
            unit: MINUTES,
            precision: Precision::Places(1),
            mistakes: chain_mistakes(front, each, copies, data),
        },
        why: format!(
            "The servers together reach {} %; with the two other parts that makes {} minutes of downtime in 43,200.",
            plain(fleet),
            plain(rounded(value, 1))
        ),
        working: format!(
            "Servers: 1 - {}^{copies} = {}. Chain: {} x {} x {}, about {together}. It is down for 1 - {together} of 43,200 minutes: **{} minutes**.",
            plain(share(whole(100) - each)),
            plain(share(fleet)),
            plain(share(front)),
            plain(share(fleet)),
            plain(share(data)),
            plain(rounded(value, 1)),
        ),
    }
}

/// A share with nine decimals, enough for a tenth of a minute in a year.
fn about(share: Ratio) -> String {
    let units = rounded(share * whole(1_000_000_000), 0).to_integer();
    format!("{}.{:09}", units / 1_000_000_000, units % 1_000_000_000)
}

pub(super) fn quorum(each: Ratio, need: u32, of: u32) -> Question {
    let (up, lost) = (share(each), whole(1) - share(each));
    // How likely it is that exactly so many are up.
    let exactly = |count: u32| {
        let ways = (0..count).fold(whole(1), |ways, place| {
            ways * whole(i64::from(of - place)) / whole(i64::from(place + 1))
        });
        ways * power(up, count) * power(lost, of - count)
    };
    let too_few = (0..need).fold(whole(0), |sum, count| sum + exactly(count));
    let minutes = whole(365 * DAY);
    let value = too_few * minutes;
    let mistakes = vec![
        slip(
            "all are needed",
            (whole(1) - power(up, of)) * minutes,
            format!("That needs all {of}. {need} of them are enough."),
        ),
        slip(
            "one is enough",
            power(lost, of) * minutes,
            format!("That lets the service live on with one. It needs {need}."),
        ),
        slip(
            "exactly, not at least",
            (whole(1) - exactly(need)) * minutes,
            format!(
                "That counts only exactly {need} up as available; more than {need} are as good."
            ),
        ),
        slip(
            "extra ones ignored",
            (whole(1) - power(up, need)) * minutes,
            format!(
                "That counts {need} nodes that must all be up. Any of the others can stand in for them."
            ),
        ),
    ];
    let sums: Vec<String> = (0..need)
        .map(|count| format!("{count} up: {}", about(exactly(count))))
        .collect();
    Question {
        stem: format!(
            "A cluster has {of} nodes and works as long as at least {need} of them are up. Each is available {} % of the time, and they fail independently of each other. How long is the cluster down in 365 days, on average?",
            plain(each)
        ),
        wanted: Wanted::Number {
            value,
            unit: MINUTES,
            precision: Precision::Places(1),
            mistakes,
        },
        why: format!(
            "Fewer than {need} of {of} are up for {} of the time.",
            about(too_few)
        ),
        working: format!(
            "It is down while fewer than {need} are up. {}. Together {}, and that of 525,600 minutes is **{} minutes**.",
            sums.join("; "),
            about(too_few),
            plain(rounded(value, 1)),
        ),
    }
}
