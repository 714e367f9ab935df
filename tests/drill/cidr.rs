//! Blocks of addresses, counted with the `ipnet` crate.

use crate::{each, number, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::number::{plain, whole};
use cairn::drill::types::cidr::{Case, TYPE};
use ipnet::Ipv4Net;

fn net(text: &str) -> Ipv4Net {
    text.trim_matches('`').parse().expect("a block")
}

/// Addresses for hosts on AWS, counted one by one: `hosts` leaves out the first and the last, AWS three more.
fn usable(prefix: u8) -> i64 {
    let net = Ipv4Net::new([10, 0, 0, 0].into(), prefix).expect("a prefix");
    i64::try_from(net.hosts().count()).expect("a count") - 3
}

#[test]
fn answers_are_right_by_counting() {
    let usable: Vec<i64> = (0..=30)
        .map(|prefix: u8| if prefix < 16 { 0 } else { usable(prefix) })
        .collect();
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.clone().tell();
        match case {
            Case::Hosts { subnet } => {
                assert_eq!(
                    net(&subnet.text()).trunc(),
                    net(&subnet.text()),
                    "{name}: no block begins there"
                );
                assert_eq!(
                    number(&question),
                    whole(usable[usize::from(subnet.prefix)]),
                    "{name}"
                );
                says(&question, &[subnet.text()], name);
            }
            Case::Smallest { hosts } => {
                let longest = (16_u8..=28)
                    .rev()
                    .find(|prefix| usable[usize::from(*prefix)] >= hosts);
                assert_eq!(
                    text(&question),
                    format!("/{}", longest.expect("one is large enough")),
                    "{name}"
                );
                says(&question, &[plain(whole(hosts))], name);
            }
            Case::Summary { blocks } => {
                let nets: Vec<Ipv4Net> = blocks.iter().map(|block| net(&block.text())).collect();
                assert_eq!(Ipv4Net::aggregate(&nets), [net(text(&question))], "{name}");
                for wrong in wrong(&question) {
                    assert_ne!(Ipv4Net::aggregate(&nets), [net(wrong)], "{name}");
                }
                says(
                    &question,
                    &blocks.iter().map(|block| block.text()).collect::<Vec<_>>(),
                    name,
                );
            }
        }
    });
}

#[test]
fn levels_ask_for_more() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Hosts { .. } => Level::Easy,
            Case::Smallest { .. } => Level::Medium,
            Case::Summary { .. } => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
