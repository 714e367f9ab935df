//! Unit cost and allocation, found by handing out dollar after dollar and multiplying back.

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{Ratio, dollars, plain, whole};
use cairn::drill::types::finops_unit::{Case, Split, TYPE};

fn money(value: i64) -> String {
    dollars(whole(value))
}

/// Bills of all teams; they must add up to everything that was spent.
fn bills(direct: [i64; 3], even: Ratio, proportional: Ratio) -> [Ratio; 3] {
    let all: i64 = direct.iter().sum();
    // What each dollar of direct cost carries.
    let load = proportional / whole(all);
    let bills = direct.map(|own| whole(own) * (whole(1) + load) + even / whole(3));
    let sum = bills.iter().fold(whole(0), |sum, bill| sum + bill);
    assert_eq!(sum, whole(all) + even + proportional);
    bills
}

#[test]
fn answers_are_right_by_multiplying_back() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let value = number(&question);
        assert!(value > whole(0), "{name}");
        match case {
            Case::Unit {
                cost, units, per, ..
            } => {
                assert_eq!(units % per, 0, "{name}");
                assert_eq!(value * whole(units / per), whole(cost), "{name}");
                // Whole dimes: nothing is rounded.
                assert!((value * whole(10)).is_integer(), "{name}");
                says(&question, &[money(cost), plain(whole(units))], name);
            }
            Case::Tags {
                tagged,
                untagged,
                resources,
                all_resources,
            } => {
                // The untagged part and the tagged one are everything.
                let rest = (whole(100) - value) * whole(tagged + untagged);
                assert_eq!(rest, whole(100 * untagged), "{name}");
                assert!(resources < all_resources, "{name}");
                says(&question, &[money(tagged), money(untagged)], name);
                says(
                    &question,
                    &[resources.to_string(), all_resources.to_string()],
                    name,
                );
            }
            Case::Share {
                direct,
                shared,
                split,
            } => {
                let (even, proportional) = match split {
                    Split::Even => (whole(shared), whole(0)),
                    Split::Proportional => (whole(0), whole(shared)),
                };
                assert_eq!(value, bills(direct, even, proportional)[0], "{name}");
                says(&question, &direct.map(money), name);
                says(&question, &[money(shared)], name);
            }
            Case::Smaller {
                count,
                price,
                smaller,
            } => {
                let month =
                    |price: Ratio| (0..count).fold(whole(0), |sum, _| sum + price * whole(730));
                assert!(smaller < price && smaller > whole(0), "{name}");
                assert_eq!(value + month(smaller), month(price), "{name}");
                let told = [dollars(price), dollars(smaller), format!("{count} servers")];
                says(&question, &told, name);
            }
            Case::Full {
                direct,
                shared,
                even,
                units,
            } => {
                let first = whole(shared) * whole(even) / whole(100);
                let bill = bills(direct, first, whole(shared) - first)[0];
                assert_eq!(value * whole(units), bill, "{name}");
                says(&question, &direct.map(money), name);
                let told = [money(shared), format!("{even} %"), plain(whole(units))];
                says(&question, &told, name);
            }
            Case::Change { cost, units } => {
                // The old cost of an order, fallen by the answer, pays for the orders of this month.
                let new = whole(cost[0]) / whole(units[0]) * (whole(100) - value) / whole(100);
                assert_eq!(new * whole(units[1]), whole(cost[1]), "{name}");
                says(&question, &cost.map(money), name);
                says(&question, &units.map(|of| plain(whole(of))), name);
            }
        }
    });
}

#[test]
fn levels_go_from_division_to_allocation_within_a_unit() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Unit { .. } | Case::Tags { .. } => Level::Easy,
            Case::Share { .. } | Case::Smaller { .. } => Level::Medium,
            Case::Full { .. } | Case::Change { .. } => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
