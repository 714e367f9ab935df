//! The journal's contract: what is stored is there again, failures change nothing, damage is reported and nothing is overwritten.

use cairn::deck::id::ItemId;
use cairn::memory::Grade;
use cairn::review::{Answer, Fact, FactId, Sighting, What, Writer};
use cairn::store::{
    Backup, BackupError, Damage, Journal, MemorySlots, PREFIX, SlotError, read_backup, write_backup,
};
use cairn::time::Stamp;
use proptest::prelude::*;

fn fact(writer: u64, number: u32) -> Fact {
    Fact {
        id: FactId {
            writer: Writer(writer),
            number,
        },
        at: Stamp::new(1_763_700_000_000 + i64::from(number) * 10_000, 60),
        what: What::Answered(Answer {
            item: ItemId::parse(&format!("t/item-{}", number % 7)).expect("an id"),
            grade: Grade::Good,
            given: None,
            ms: 4_000,
            sighting: Sighting::Repeated,
            corrected: false,
        }),
    }
}

fn open(slots: MemorySlots, writer: u64) -> (Journal<MemorySlots>, cairn::store::Loaded) {
    let (journal, loaded) = Journal::open(slots, Writer(writer));
    (journal, loaded.expect("slots that work"))
}

/// A journal with facts 1 to `count` of one writer.
fn filled(count: u32) -> MemorySlots {
    let (mut journal, _) = open(MemorySlots::default(), 1);
    for number in 1..=count {
        journal.append(&fact(1, number)).expect("room");
    }
    journal.slots().clone()
}

#[test]
fn facts_are_there_again_each_once_whatever_tab_wrote_them() {
    let slots = filled(100);
    let (mut second, loaded) = open(slots, 2);
    assert_eq!(loaded.facts.len(), 100);
    assert_eq!(loaded.damage, []);
    second.append(&fact(2, 1)).expect("room");
    second
        .append(&fact(2, 1))
        .expect("a repeated append is no error");
    let (_, loaded) = open(second.slots().clone(), 3);
    assert_eq!(loaded.facts.len(), 101);
}

#[test]
fn no_two_tabs_write_the_same_key_and_writes_stay_small() {
    let one = filled(200);
    let (mut journal, _) = open(one.clone(), 2);
    for number in 1..=200 {
        journal.append(&fact(2, number)).expect("room");
    }
    for (key, text) in &one.texts {
        assert_eq!(
            journal.slots().texts.get(key),
            Some(text),
            "another tab's key is left alone"
        );
        assert!(text.len() < 16_000, "{} bytes in one value", text.len());
    }
    assert!(one.texts.len() > 1, "200 facts fill more than one chunk");
}

#[test]
fn a_full_store_says_so_loses_nothing_and_takes_the_fact_again_later() {
    let slots = MemorySlots {
        limit: Some(3_000),
        ..MemorySlots::default()
    };
    let (mut journal, _) = open(slots, 1);
    let mut stored = 0;
    let refused = loop {
        match journal.append(&fact(1, stored + 1)) {
            Ok(()) => stored += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(refused, SlotError::Full);
    assert!(stored > 5);
    let (_, loaded) = open(journal.slots().clone(), 2);
    assert_eq!(loaded.facts.len(), stored as usize);
    journal.slots_mut().limit = None;
    journal.append(&fact(1, stored + 1)).expect("room now");
    let (_, loaded) = open(journal.slots().clone(), 2);
    assert_eq!(loaded.facts.len(), stored as usize + 1);
    assert_eq!(loaded.damage, []);
}

#[test]
fn storage_that_is_switched_off_is_an_error_and_no_empty_log() {
    let slots = MemorySlots {
        broken: Some(SlotError::Denied),
        ..filled(3)
    };
    let (mut journal, loaded) = Journal::open(slots, Writer(2));
    assert_eq!(loaded.err(), Some(SlotError::Denied));
    assert_eq!(journal.append(&fact(2, 1)), Err(SlotError::Denied));
}

#[test]
fn damaged_foreign_and_newer_values_are_reported_and_left_alone() {
    let mut slots = filled(10);
    let key = slots.texts.keys().next().expect("a chunk").clone();
    let text = slots.texts[&key].replacen("\"ms\":4000", "\"ms\":4001", 1);
    slots.texts.insert(key.clone(), text);
    slots
        .texts
        .insert(format!("{PREFIX}zzz"), "somebody else's".into());
    slots
        .texts
        .insert(format!("{PREFIX}newer"), "cairn-log 2\n…".into());
    slots.texts.insert("unrelated".into(), "left alone".into());
    let before = slots.texts.clone();
    let (journal, loaded) = open(slots, 2);
    assert_eq!(loaded.facts.len(), 9);
    assert!(
        loaded.damage.contains(&Damage::Lines(key, 1)),
        "{:?}",
        loaded.damage
    );
    assert!(
        loaded
            .damage
            .contains(&Damage::NotOurs(format!("{PREFIX}zzz")))
    );
    assert!(
        loaded
            .damage
            .contains(&Damage::Newer(format!("{PREFIX}newer")))
    );
    assert!(loaded.damage.contains(&Damage::Missing(Writer(1), 1)));
    assert_eq!(journal.slots().texts, before, "reading writes nothing");
    for damage in &loaded.damage {
        assert!(damage.to_string().len() > 30);
    }
}

#[test]
fn keys_that_are_silently_gone_are_noticed() {
    let mut slots = filled(200);
    let second = slots.texts.keys().nth(1).expect("two chunks").clone();
    slots.texts.remove(&second);
    let (_, loaded) = open(slots, 2);
    let missing = 200 - loaded.facts.len();
    assert!(missing > 0);
    assert_eq!(loaded.damage, [Damage::Missing(Writer(1), missing)]);
}

#[test]
fn a_line_of_a_newer_version_is_kept_and_exported() {
    let mut slots = filled(1);
    let key = slots.texts.keys().next().expect("a chunk").clone();
    let json = r#"["0000000000000001",2,1763700020000,60,{"dreamed":{"of":"later"}}]"#;
    let crc = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(json.as_bytes());
    let line = format!("{crc:08x} {json}");
    slots
        .texts
        .get_mut(&key)
        .expect("it")
        .push_str(&format!("\n{line}"));
    let (_, loaded) = open(slots, 2);
    assert_eq!(loaded.foreign, std::slice::from_ref(&line));
    let backup = write_backup(&loaded.facts, &loaded.foreign);
    assert_eq!(
        read_backup(backup.as_bytes()).expect("a backup").foreign,
        std::slice::from_ref(&line)
    );
    let (mut journal, _) = open(MemorySlots::default(), 3);
    journal
        .merge(&[], std::slice::from_ref(&line))
        .expect("room");
    journal
        .merge(&[fact(4, 1)], std::slice::from_ref(&line))
        .expect("room");
    let (_, loaded) = open(journal.slots().clone(), 5);
    assert_eq!(loaded.foreign, [line], "once, however often it is imported");
}

#[test]
fn an_import_is_all_or_nothing() {
    let facts: Vec<Fact> = (1..=300).map(|n| fact(7, n)).collect();
    let slots = MemorySlots {
        limit: Some(20_000),
        ..MemorySlots::default()
    };
    let (mut journal, _) = open(slots, 1);
    journal.append(&fact(1, 1)).expect("room");
    let before = journal.slots().texts.clone();
    assert_eq!(journal.merge(&facts, &[]), Err(SlotError::Full));
    assert_eq!(journal.slots().texts, before);
    journal.slots_mut().limit = None;
    assert_eq!(journal.merge(&facts, &[]), Ok(300));
    assert_eq!(
        journal.merge(&facts, &[]),
        Ok(0),
        "importing twice adds nothing"
    );
    let (_, loaded) = open(journal.slots().clone(), 2);
    assert_eq!(loaded.facts.len(), 301);
}

#[test]
fn bad_backups_are_refused_with_their_reason() {
    let facts: Vec<Fact> = (1..=5).map(|n| fact(1, n)).collect();
    let good = write_backup(&facts, &[]);
    assert_eq!(read_backup(b"hello"), Err(BackupError::NotABackup));
    assert_eq!(read_backup(&[0xff, 0xfe]), Err(BackupError::NotABackup));
    assert!(matches!(
        read_backup(b"cairn-backup 2 5\n"),
        Err(BackupError::Newer(_))
    ));
    let cut = &good[..good.len() - 20];
    assert_eq!(
        read_backup(cut.as_bytes()),
        Err(BackupError::CutShort(5, 4))
    );
    let lines: Vec<&str> = good.lines().take(4).collect();
    let short = lines.join("\n") + "\n";
    assert_eq!(
        read_backup(short.as_bytes()),
        Err(BackupError::CutShort(5, 3))
    );
    let damaged = good.replacen("\"ms\":4000", "\"ms\":9000", 1);
    assert_eq!(
        read_backup(damaged.as_bytes()),
        Err(BackupError::Damaged(2))
    );
}

#[test]
fn the_log_of_the_first_version_always_loads() {
    let text = include_str!("data/log-1.txt");
    let mut slots = MemorySlots::default();
    slots
        .texts
        .insert(format!("{PREFIX}00000000000000aa.000001"), text.to_owned());
    let (_, loaded) = open(slots, 1);
    assert_eq!(loaded.damage, []);
    assert_eq!(loaded.facts.len(), text.lines().count() - 1);
    let history =
        cairn::review::History::replay(cairn::memory::Scheduler::default(), &loaded.facts);
    assert_eq!(history.answer_count(), 2);
    assert_eq!(history.decks().count(), 1);
    assert_eq!(history.settings().new_per_day(), 15);
    let backup = read_backup(include_bytes!("data/backup-1.jsonl")).expect("a backup");
    assert_eq!(backup.facts, loaded.facts);
}

proptest! {
    #[test]
    fn any_single_damaged_byte_of_a_line_is_noticed(number in 1_u32..5, place in any::<prop::sample::Index>(), flip in 1_u8..128) {
        let (mut journal, _) = open(MemorySlots::default(), 1);
        for n in 1..5 {
            journal.append(&fact(1, n)).expect("room");
        }
        let mut slots = journal.slots().clone();
        let text = slots.texts.values_mut().next().expect("a chunk");
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let line = &mut lines[number as usize];
        let mut bytes = line.clone().into_bytes();
        let at = place.index(bytes.len());
        bytes[at] ^= flip;
        prop_assume!(bytes[at] != b'\n' && bytes[at] != b'\r' && bytes[at].is_ascii());
        // Upper-case hexadecimal digits say the same.
        prop_assume!(!bytes.eq_ignore_ascii_case(line.as_bytes()));
        *line = String::from_utf8(bytes).expect("ASCII");
        *text = lines.join("\n");
        let (_, loaded) = open(slots, 2);
        prop_assert_eq!(loaded.facts.len(), 3);
        prop_assert!(loaded.damage.iter().any(|d| matches!(d, Damage::Lines(_, 1))));
    }

    #[test]
    fn a_backup_is_read_back_whole(count in 0_u32..60) {
        let facts: Vec<Fact> = (1..=count).map(|n| fact(1, n)).collect();
        let backup = read_backup(write_backup(&facts, &[]).as_bytes()).expect("a backup");
        prop_assert_eq!(backup, Backup { facts, foreign: Vec::new() });
    }

    #[test]
    fn no_bytes_panic_the_reader_of_backups(bytes in prop::collection::vec(any::<u8>(), 0..300), head in any::<bool>()) {
        let mut all = if head { b"cairn-backup 1 3\n".to_vec() } else { Vec::new() };
        all.extend(bytes);
        let _ = read_backup(&all);
    }
}
