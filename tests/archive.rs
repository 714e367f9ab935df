//! Backups of both forms: read back whole or not at all; their union is the same in whatever order they come.

use std::collections::BTreeSet;

use cairn::deck::id::{ItemId, TrackId};
use cairn::memory::{Grade, Scheduler};
use cairn::review::{Answer, Fact, FactId, Given, History, Sighting, Snapshot, What, Writer};
use cairn::store::{
    Backup, BackupError, Cover, Journal, MemorySlots, PREFIX, Segment, SlotError, Sound,
    decode_snapshot, encode, encode_line, encode_snapshot, read_archive, snapshot_sum,
    write_archive, write_backup,
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

fn noted(number: u32, text: &str) -> Fact {
    Fact {
        id: FactId {
            writer: Writer(3),
            number,
        },
        at: Stamp::new(1_763_700_000_000, 60),
        what: What::Noted(ItemId::parse("t/item-1").expect("an id"), text.to_owned()),
    }
}

/// CRC-32, as lines and snapshots have it.
fn checksum(bytes: &[u8]) -> u32 {
    crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(bytes)
}

/// A line with its checksum, whatever it holds.
fn line(json: &str) -> String {
    format!("{:08x} {json}", checksum(json.as_bytes()))
}

/// Imports a backup of lines; gives what the next start finds, or why nothing was imported.
fn imported(file: &str) -> Result<Backup, BackupError> {
    let backup = read_archive(file.as_bytes())?;
    let (mut journal, _) = Journal::open(MemorySlots::default(), None, Writer(77));
    journal.merge(&backup.facts, &backup.foreign).expect("room");
    let (_, loaded) = Journal::open(journal.slots().clone(), None, Writer(78));
    let loaded = loaded.expect("slots that work");
    assert_eq!(loaded.damage, []);
    Ok(Backup {
        facts: loaded.facts,
        foreign: loaded.foreign,
    })
}

#[test]
fn what_no_segment_can_hold_is_refused_and_not_lost() {
    let fits = noted(1, &"x".repeat(100_000));
    let file = write_backup(std::slice::from_ref(&fits), &[]);
    assert_eq!(imported(&file).map(|b| b.facts), Ok(vec![fits]));
    let long = noted(1, &"x".repeat(4_000_001));
    let file = write_backup(std::slice::from_ref(&long), &[]);
    assert_eq!(imported(&file), Err(BackupError::Damaged(2)));
    let mut list = noted(1, "");
    list.what = What::Answered(Answer {
        item: ItemId::parse("t/item-1").expect("an id"),
        grade: Grade::Good,
        given: Some(Given::Options(vec![0; 1_001])),
        ms: 4_000,
        sighting: Sighting::Repeated,
        corrected: false,
    });
    let file = write_backup(&[list], &[]);
    assert_eq!(imported(&file), Err(BackupError::Damaged(2)));
    let (mut journal, _) = Journal::open(MemorySlots::default(), None, Writer(3));
    assert!(matches!(journal.append(&long), Err(SlotError::Failed(_))));
}

#[test]
fn lines_of_newer_versions_are_kept_however_many() {
    let lines: Vec<String> = (0..190_000_u32).map(|n| line(&format!("[{n}]"))).collect();
    let file = write_backup(&[], &lines);
    let mut found = imported(&file).expect("a backup").foreign;
    found.sort_unstable();
    let mut lines = lines;
    lines.sort_unstable();
    assert!(found == lines, "{} of {} lines", found.len(), lines.len());
}

#[test]
fn a_name_that_is_no_slug_does_not_spoil_the_facts_beside_it() {
    let removed = Fact {
        what: What::DeckRemoved(TrackId::new("mine").expect("a slug")),
        ..noted(2, "")
    };
    let other = encode_line(&noted(1, "kept"));
    // As if somebody had written a program of their own.
    let json = encode_line(&removed)
        .split_once(' ')
        .expect("a line")
        .1
        .replace("mine", "My deck!");
    let odd = line(&json);
    let file = format!("cairn-backup 1 2\n{other}\n{odd}\n");
    let found = imported(&file).expect("a backup");
    assert_eq!(found.facts, [noted(1, "kept")]);
    assert_eq!(found.foreign, [odd]);
}

#[test]
fn a_line_whose_end_would_be_taken_for_a_line_end_is_refused() {
    let file = format!("cairn-backup 1 1\n{}", line("[]\r"));
    assert_eq!(
        read_archive(file.as_bytes()),
        Err(BackupError::CutShort(1, 0))
    );
}

#[test]
fn weights_that_are_no_numbers_do_not_become_facts() {
    let json = |weight: &str| {
        let parameters = format!("{{\"version\":6,\"weights\":[{weight}]}}");
        line(&format!(
            "[\"0000000000000003\",1,1763700000000,60,{{\"trained\":{parameters}}}]"
        ))
    };
    // Too large for a weight, which would be read as infinite and be written as `null`.
    for (weight, facts) in [("0.5", 1), ("1e39", 0)] {
        let file = format!("cairn-backup 1 1\n{}\n", json(weight));
        let backup = read_archive(file.as_bytes()).expect("a backup");
        assert_eq!(backup.facts.len(), facts, "{weight}");
        let again = write_backup(&backup.facts, &backup.foreign);
        assert_eq!(read_archive(again.as_bytes()), Ok(backup));
    }
}

#[test]
fn facts_numbered_zero_are_not_counted_as_fewer_than_none() {
    let file = write_backup(&[noted(0, "a"), noted(1, "b")], &[]);
    assert_eq!(imported(&file).map(|b| b.facts.len()), Ok(2));
}

#[test]
fn a_small_file_does_not_unfold_without_bounds() {
    let mut lines = vec![String::new(); 200_000];
    lines.push("end".to_owned());
    let segment = Segment {
        runs: Vec::new(),
        lines,
    };
    let mut slots = MemorySlots::default();
    for name in 0..6 {
        let text = encode(&segment, name).0;
        slots
            .texts
            .insert(format!("{PREFIX}merged.{name:08x}"), text);
    }
    let mut journal = Journal::new(slots, Writer(1));
    let parts = journal
        .scan(None, &Sound::new())
        .expect("slots that work")
        .parts;
    let file = write_archive(parts);
    assert!(file.len() < 50_000, "{} bytes", file.len());
    assert!(matches!(read_archive(&file), Err(BackupError::Part(_))));
}

#[test]
fn a_snapshot_with_stretches_in_disorder_is_not_used() {
    let history = History::new(Scheduler::default());
    let good = encode_snapshot(&Snapshot::of(&history), &Cover::default());
    // Behind checksum, cover, versions and 21 weights: no records, no names of facts.
    let (head, tail) = (&good[8..96], &good[98..]);
    for stretches in [&[5, 2][..], &[1, 9, 3, 9], &[1, 2, 3, 4]] {
        let mut body = [head, &[0, 1, 7, (stretches.len() / 2) as u8], stretches].concat();
        body.extend(tail);
        let mut bytes = snapshot_sum(&body).to_le_bytes().to_vec();
        bytes.extend(body);
        let (_, snapshot) = decode_snapshot(&bytes).expect("as written");
        assert!(snapshot.restore().is_none());
    }
    let (_, snapshot) = decode_snapshot(&good).expect("as written");
    assert!(snapshot.restore().is_some());
}
