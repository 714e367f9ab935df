//! Shards, added one by one until nothing is throttled.

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{decimal, plain, whole};
use cairn::drill::types::kinesis_shards::{Case, TYPE};

/// Whether so many shards hold the load, everything in bytes and thousandths of records a second.
fn holds(case: &Case, shards: i64) -> bool {
    // Tenths of a KB are 100 bytes; a hundred times as much, so that the growth is whole.
    let bytes = case.records * case.size * (100 + case.growth) * 100;
    let records = case.records * (100 + case.growth);
    let full = shards * 1_000_000 * 100;
    let is_in = bytes <= full && records <= shards * 1_000 * 100 * case.pack;
    // Those who share read everything; each with fan-out has as much for itself.
    let shared: i64 = (0..case.shared).map(|_| bytes).sum();
    is_in && shared <= 2 * full && (0..case.fanned).all(|_| bytes <= 2 * full)
}

#[test]
fn answers_are_the_first_number_that_holds() {
    let (mut by_records, mut by_readers, mut all) = (0, 0, 0);
    each(&TYPE, Case::draw, |case, level, name| {
        let question = case.tell();
        let first = (1..10_000)
            .find(|shards| holds(&case, *shards))
            .expect("some are enough");
        assert_eq!(number(&question), whole(first), "{name}");
        says(
            &question,
            &[
                plain(whole(case.records)),
                format!("{} KB", plain(decimal(case.size, 1))),
            ],
            name,
        );
        if case.shared > 0 {
            says(&question, &[format!(" {} consumer", case.shared)], name);
        }
        if case.growth > 0 {
            says(&question, &[format!("{} %", case.growth)], name);
        }
        if case.pack > 1 {
            says(&question, &[format!("pack {} of", case.pack)], name);
        }
        if case.fanned > 0 {
            let told = if case.fanned == 1 {
                "There is one".to_owned()
            } else {
                format!("There are {}", case.fanned)
            };
            says(&question, &[told], name);
        }
        assert_eq!(level == Level::Easy, case.shared == 0, "{name}");
        assert_eq!(
            level == Level::Hard,
            case.growth > 0 && case.fanned > 0,
            "{name}"
        );
        let without = |of: Case| {
            (1..10_000)
                .find(|shards| holds(&of, *shards))
                .expect("some")
        };
        all += 1;
        by_readers += i32::from(without(Case { shared: 0, ..case }) < first);
        by_records += i32::from(without(Case { size: 0, ..case }) == first);
    });
    // Each limit decides often.
    assert!(
        by_records * 6 > all && by_readers * 6 > all,
        "{by_records} and {by_readers} of {all}"
    );
}
