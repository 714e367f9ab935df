//! Transfer, billed GB after GB and hour after hour in tenths of a cent.

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{Ratio, dollars, plain, whole};
use cairn::drill::question::Question;
use cairn::drill::types::data_transfer_cost::{Case, TYPE};

fn mills(price: Ratio) -> i64 {
    let mills = price * whole(1_000);
    assert!(mills.is_integer(), "{price}");
    mills.to_integer() as i64
}

fn gb(value: i64) -> String {
    format!("{} GB", plain(whole(value)))
}

/// What several prices at once come to.
fn several(case: Case, question: &Question, name: &str) {
    let value = number(question);
    let is_cost = |cost: i64| assert_eq!(value * whole(1_000), whole(cost), "{name}");
    match case {
        Case::Steps {
            out,
            free,
            step,
            price,
            beyond,
            processed,
            hourly,
        } => {
            let mut cost = 730 * mills(hourly);
            // In packs of 20 GB, which every limit is a multiple of.
            for pack in 0..out / 20 {
                let at = pack * 20;
                let transfer = if at < free {
                    0
                } else if at < step {
                    mills(price)
                } else {
                    mills(beyond)
                };
                cost += 20 * (transfer + mills(processed));
            }
            assert!(
                [out, free, step].iter().all(|of| of % 20 == 0) && beyond < price,
                "{name}"
            );
            is_cost(cost);
            says(question, &[gb(out), gb(step), format!("{free} GB")], name);
            says(
                question,
                &[price, beyond, processed, hourly].map(dollars),
                name,
            );
        }
        Case::Even {
            zones,
            hourly,
            price,
            processed,
        } => {
            // At this volume the two ways cost the same.
            let way = |fixed: i64, gb: Ratio| whole(fixed) + value * gb * whole(1_000);
            let endpoint = way(zones * 730 * mills(hourly), price);
            assert_eq!(endpoint, way(0, processed), "{name}");
            assert!(processed > price, "{name}");
            says(question, &[hourly, price, processed].map(dollars), name);
            says(question, &[format!("{zones} Availability Zones")], name);
        }
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn answers_are_right_by_billing_every_gb() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let value = number(&question);
        let is_cost = |cost: i64| assert_eq!(value * whole(1_000), whole(cost), "{name}");
        match case {
            Case::Egress {
                out,
                inbound,
                free,
                price,
            } => {
                is_cost(
                    (0..out)
                        .filter(|gb| *gb >= free)
                        .map(|_| mills(price))
                        .sum(),
                );
                says(
                    &question,
                    &[gb(out), gb(inbound), format!("{free} GB"), dollars(price)],
                    name,
                );
            }
            Case::Zones { volume, price } => {
                is_cost([mills(price); 2].iter().sum::<i64>() * volume);
                says(&question, &[gb(volume), dollars(price)], name);
            }
            Case::Nat {
                zones,
                hourly,
                processed,
                volume,
            } => {
                let month = |volume: i64| 730 * mills(hourly) + volume * mills(processed);
                // Each zone its own gateway; how the traffic is spread does not matter.
                let odd = volume % zones;
                is_cost(
                    (0..zones)
                        .map(|zone| month(volume / zones + if zone == 0 { odd } else { 0 }))
                        .sum(),
                );
                let told = [
                    gb(volume),
                    dollars(hourly),
                    dollars(processed),
                    format!("{zones} Availability Zones"),
                ];
                says(&question, &told, name);
            }
            Case::Endpoint {
                hourly,
                processed,
                volume,
                to_s3,
            } => {
                assert_eq!(volume * to_s3 % 100, 0, "{name}");
                let bill = |volume: i64| 730 * mills(hourly) + volume * mills(processed);
                is_cost(bill(volume) - bill(volume * (100 - to_s3) / 100));
                let told = [
                    gb(volume),
                    dollars(hourly),
                    dollars(processed),
                    format!("{to_s3} %"),
                ];
                says(&question, &told, name);
            }
            other => several(other, &question, name),
        }
    });
}

#[test]
fn levels_go_from_one_price_to_several() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Egress { .. } | Case::Zones { .. } => Level::Easy,
            Case::Nat { .. } | Case::Endpoint { .. } => Level::Medium,
            Case::Steps { .. } | Case::Even { .. } => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
