//! Backups of both forms: read back whole or not at all; their union is the same in whatever order they come.

use std::collections::BTreeSet;

use cairn::deck::id::ItemId;
use cairn::memory::{Grade, Scheduler};
use cairn::review::{Answer, Fact, FactId, History, Sighting, What, Writer};
use cairn::store::{
    Backup, BackupError, Journal, MemorySlots, Sound, read_archive, write_archive, write_backup,
};
use cairn::time::Stamp;
use proptest::prelude::*;

fn facts() -> impl Strategy<Value = Vec<Fact>> {
    let one = (1_u64..4, 1_u32..30);
    prop::collection::vec(one, 0..60).prop_map(|list| {
        let mut seen = BTreeSet::new();
        list.into_iter()
            .filter(|name| seen.insert(*name))
            .map(|(writer, number)| {
                // What a fact says follows from its name, as it does where nobody writes under another's name.
                let mixed = writer * 31 + u64::from(number);
                let id = FactId {
                    writer: Writer(writer),
                    number,
                };
                let what = match mixed % 7 {
                    0 => What::Undone(FactId {
                        number: number.saturating_sub(1),
                        ..id
                    }),
                    1 => What::Noted(
                        ItemId::parse("t/item-1").expect("an id"),
                        format!("note {mixed}"),
                    ),
                    _ => What::Answered(Answer {
                        item: ItemId::parse(&format!("t/item-{}", mixed % 6)).expect("an id"),
                        grade: Grade::of((mixed % 4 + 1) as u8).expect("a grade"),
                        given: None,
                        ms: 4_000,
                        sighting: Sighting::Repeated,
                        corrected: false,
                    }),
                };
                let at = Stamp::new(1_763_700_000_000 + mixed.cast_signed() * 90_000, 60);
                Fact { id, at, what }
            })
            .collect()
    })
}

/// A log with these facts.
fn log(facts: &[Fact]) -> Journal<MemorySlots> {
    let (mut journal, _) = Journal::open(MemorySlots::default(), None, Writer(77));
    journal.merge(facts, &[]).expect("room");
    journal
}

fn archive(journal: &Journal<MemorySlots>) -> Vec<u8> {
    let mut journal = Journal::new(journal.slots().clone(), Writer(0));
    write_archive(
        journal
            .scan(None, &Sound::new())
            .expect("slots that work")
            .parts,
    )
    .0
}

fn sorted(mut backup: Backup) -> Backup {
    backup.facts.sort_by_key(|fact| fact.id);
    backup
}

/// What the log says after imports in this order.
fn state(backups: &[&[u8]]) -> (BTreeSet<FactId>, String) {
    let (mut journal, _) = Journal::open(MemorySlots::default(), None, Writer(88));
    for bytes in backups {
        let backup = read_archive(bytes).expect("a backup");
        journal.merge(&backup.facts, &backup.foreign).expect("room");
    }
    let (_, loaded) = Journal::open(journal.slots().clone(), None, Writer(99));
    let facts = loaded.expect("slots that work").facts;
    let history = History::replay(Scheduler::default(), &facts);
    let items = (0..6).map(|n| {
        let record = history.of(&ItemId::parse(&format!("t/item-{n}")).expect("an id"));
        format!(
            "{:?}",
            record.map(|r| (
                r.count(),
                r.state(),
                r.lapses(),
                r.note().map(str::to_owned)
            ))
        )
    });
    (
        facts.iter().map(|f| f.id).collect(),
        items.collect::<Vec<_>>().join("\n"),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn imports_commute_associate_and_repeat(one in facts(), two in facts(), three in facts()) {
        let [a, b, c] = [&one, &two, &three].map(|facts| archive(&log(facts)));
        let all = state(&[&a, &b, &c]);
        prop_assert_eq!(&state(&[&c, &a, &b]), &all);
        prop_assert_eq!(&state(&[&b, &b, &a, &c, &a]), &all);
        // (a and b) and c: a backup of the union counts as both.
        let (mut both, _) = Journal::open(MemorySlots::default(), None, Writer(5));
        for bytes in [&a, &b] {
            both.merge(&read_archive(bytes).expect("a backup").facts, &[]).expect("room");
        }
        prop_assert_eq!(&state(&[&c, &archive(&both)]), &all);
    }

    #[test]
    fn both_forms_hold_the_same(list in facts()) {
        let lines = write_backup(&list, &[]).into_bytes();
        let from_lines = sorted(read_archive(&lines).expect("lines"));
        let from_archive = sorted(read_archive(&archive(&log(&list))).expect("an archive"));
        prop_assert_eq!(&from_lines, &from_archive);
        prop_assert_eq!(from_lines.facts.len(), list.len());
    }

    #[test]
    fn a_file_that_is_not_whole_is_refused(list in facts(), at in any::<prop::sample::Index>(), cut in any::<bool>()) {
        prop_assume!(!list.is_empty());
        let mut bytes = archive(&log(&list));
        let place = at.index(bytes.len());
        if cut {
            bytes.truncate(place);
        } else {
            bytes[place] ^= 1 << (place % 8);
        }
        prop_assert!(read_archive(&bytes).is_err());
    }

    #[test]
    fn no_bytes_panic_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..300), head in any::<bool>()) {
        let mut all = if head { b"cairn-backup 2 1 1\n".to_vec() } else { Vec::new() };
        all.extend(bytes);
        let _ = read_archive(&all);
    }
}

#[test]
fn a_file_that_says_too_much_is_refused_before_it_is_read() {
    let many = read_archive(b"cairn-backup 2 1 999999999999\n");
    assert_eq!(many, Err(BackupError::TooMany(999_999_999_999)));
    let cut = read_archive(b"cairn-backup 2 3 40\n");
    assert_eq!(cut, Err(BackupError::CutShort(40, 0)));
    assert!(matches!(
        read_archive(b"cairn-backup 3 1 1\n"),
        Err(BackupError::Newer(_))
    ));
}
