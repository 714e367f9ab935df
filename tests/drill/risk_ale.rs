//! Expected loss, found by letting 800 years pass, in which everything happens a whole number of times.

use crate::{each, number, says, text};
use cairn::deck::item::Level;
use cairn::drill::number::{Ratio, dollars, whole};
use cairn::drill::question::Question;
use cairn::drill::types::risk_ale::{Case, Control, Rate, TYPE};

const YEARS: i64 = 800;

fn money(value: i64) -> String {
    dollars(whole(value))
}

/// Cents that are lost in all the years, incident after incident.
fn lost(asset: i64, exposure: i64, rate: Rate) -> i64 {
    let mut lost = 0;
    let mut year = 0;
    while year < YEARS {
        year += rate.years;
        assert!(year <= YEARS, "{rate:?} does not divide {YEARS} years");
        for _ in 0..rate.times {
            lost += asset * exposure;
        }
    }
    lost
}

fn is(value: Ratio, cents: i64, name: &str) {
    assert_eq!(value * whole(100 * YEARS), whole(cents), "{name}");
}

/// Cents that a control is ahead by after all the years.
fn ahead(asset: i64, exposure: i64, rate: Rate, with: Control) -> i64 {
    lost(asset, exposure, rate) - lost(asset, with.exposure, with.rate) - 100 * YEARS * with.cost
}

/// Controls that are bought, and the best of three.
fn bought_and_best(case: Case, question: &Question, name: &str) {
    match case {
        Case::Bought {
            asset,
            exposure,
            rate,
            with,
            price,
            years,
        } => {
            assert_eq!(price % years, 0, "{name}");
            let paid = with.cost + price / years;
            let control = Control { cost: paid, ..with };
            is(
                number(question),
                ahead(asset, exposure, rate, control),
                name,
            );
            assert!(with.exposure >= 1 && with.exposure < exposure, "{name}");
            let told = [
                money(asset),
                format!("{exposure} %"),
                rate.text(),
                money(price),
                money(with.cost),
            ];
            says(question, &told, name);
            says(
                question,
                &[
                    format!("{years} years"),
                    format!("{} %", with.exposure),
                    with.rate.text(),
                ],
                name,
            );
        }
        Case::Best {
            asset,
            exposure,
            rate,
            controls,
        } => {
            let worth = controls.map(|with| ahead(asset, exposure, rate, with));
            let best = worth.iter().max().expect("three controls");
            let tied = worth.iter().filter(|of| *of == best).count();
            assert_eq!(tied, 1, "{name}: {worth:?}");
            let names = ["Control A", "Control B", "Control C"];
            let right = if *best > 0 {
                names[worth
                    .iter()
                    .position(|of| of == best)
                    .expect("it is one of them")]
            } else {
                "None of them"
            };
            assert!(*best != 0, "{name}: worth nothing");
            assert_eq!(text(question), right, "{name}");
            for with in controls {
                says(
                    question,
                    &[
                        money(with.cost),
                        format!("{} %", with.exposure),
                        with.rate.text(),
                    ],
                    name,
                );
            }
        }
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn answers_are_right_over_800_years() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        match case {
            Case::Single { asset, exposure } => {
                assert_eq!(
                    number(&question) * whole(100),
                    whole(asset * exposure),
                    "{name}"
                );
                says(&question, &[money(asset), format!("{exposure} %")], name);
            }
            Case::Annual { single, rate } => {
                is(number(&question), lost(single, 100, rate), name);
                says(&question, &[money(single), rate.text()], name);
            }
            Case::Asset {
                asset,
                exposure,
                rate,
            } => {
                is(number(&question), lost(asset, exposure, rate), name);
                says(
                    &question,
                    &[money(asset), format!("{exposure} %"), rate.text()],
                    name,
                );
            }
            Case::Worth {
                single,
                rate,
                with,
                cost,
            } => {
                let control = Control {
                    cost,
                    exposure: 100,
                    rate: with,
                };
                is(number(&question), ahead(single, 100, rate, control), name);
                assert!(number(&question) > whole(0), "{name}");
                says(
                    &question,
                    &[money(single), rate.text(), with.text(), money(cost)],
                    name,
                );
            }
            other => bought_and_best(other, &question, name),
        }
    });
}

#[test]
fn levels_go_from_a_loss_to_a_control() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Single { .. } | Case::Annual { .. } => Level::Easy,
            Case::Asset { .. } | Case::Worth { .. } => Level::Medium,
            Case::Bought { .. } | Case::Best { .. } => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
