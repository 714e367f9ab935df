//! The journal's contract: what is stored is there again, failures change nothing, damage is reported and nothing is overwritten.

use cairn::deck::id::ItemId;
use cairn::memory::{Grade, Scheduler};
use cairn::review::{Answer, Fact, FactId, History, Sighting, Snapshot, What, Writer};
use cairn::store::{
    Backup, BackupError, Copy, Cover, Damage, Journal, LINES_PREFIX, Marks, MemorySlots, Opening,
    PREFIX, SlotError, Sound, merge_short, read_archive, read_backup, replaced, write_backup,
};
use cairn::time::{Day, Stamp};
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
    let (journal, loaded) = Journal::open(slots, None, Writer(writer));
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
    let one = filled(2_000);
    let (mut journal, _) = open(one.clone(), 2);
    for number in 1..=2_000 {
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
    assert!(
        one.texts.len() > 1,
        "2,000 facts fill more than one segment"
    );
}

#[test]
fn a_full_store_says_so_loses_nothing_and_takes_the_fact_again_later() {
    let slots = MemorySlots {
        limit: Some(100),
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
    let (mut journal, loaded) = Journal::open(slots, None, Writer(2));
    assert_eq!(loaded.err(), Some(SlotError::Denied));
    assert_eq!(journal.append(&fact(2, 1)), Err(SlotError::Denied));
}

/// The text with one code unit changed.
fn damaged(text: &str) -> String {
    let mut units: Vec<char> = text.chars().collect();
    let middle = units.len() / 2;
    units[middle] =
        char::from_u32(((units[middle] as u32 - 0x1000) ^ 0x11) + 0x1000).expect("a unit");
    units.into_iter().collect()
}

/// A second copy that holds what the slots hold.
fn copy_of(slots: &MemorySlots) -> Copy {
    slots.texts.clone()
}

#[test]
fn damaged_foreign_and_newer_values_are_reported_and_left_alone() {
    let mut slots = filled(10);
    let key = slots.texts.keys().next().expect("a segment").clone();
    let text = damaged(&slots.texts[&key]);
    slots.texts.insert(key.clone(), text);
    slots
        .texts
        .insert(format!("{PREFIX}zzz"), "somebody else's".into());
    slots
        .texts
        .insert(format!("{LINES_PREFIX}newer"), "cairn-log 7\n…".into());
    slots.texts.insert("unrelated".into(), "left alone".into());
    let before = slots.texts.clone();
    let (journal, loaded) = open(slots, 2);
    assert_eq!(loaded.facts.len(), 0);
    assert!(
        loaded
            .damage
            .iter()
            .any(|d| matches!(d, Damage::Segment(k, Some(_)) if *k == key)),
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
            .contains(&Damage::Newer(format!("{LINES_PREFIX}newer")))
    );
    assert_eq!(journal.slots().texts, before, "reading writes nothing");
    for damage in &loaded.damage {
        assert!(damage.to_string().len() > 30);
    }
}

#[test]
fn an_end_that_is_gone_is_told_once_whoever_remembers_it() {
    // A snapshot knew thirty facts of a text that is gone, and the marks know of one more.
    let mut journal = Journal::new(MemorySlots::default(), Writer(9));
    let known: Vec<Fact> = (1..=30).map(|number| fact(1, number)).collect();
    journal.merge(&known, &[]).expect("room");
    let scan = journal.scan(None, &Sound::new()).expect("slots that work");
    let cover = Cover::of(scan.parts.iter());
    let snapshot = Snapshot::of(&History::replay(Scheduler::default(), &known));
    let mut marks = Marks::default();
    marks.add(Day(20_000), fact(1, 31).id);

    let mut journal = Journal::new(filled(28), Writer(9));
    let scan = journal.scan(None, &Sound::new()).expect("slots that work");
    let fresh = History::new(Scheduler::default());
    let opening = Opening::new(scan, Some((cover, snapshot)), fresh, &mut journal);
    let mut opening = opening.expect("nothing taken for whole");
    opening.remember(&marks);
    let opened = opening.whole(&mut journal);
    assert_eq!(opened.damage, [Damage::Missing(Writer(1), 3)]);
}

#[test]
fn keys_that_are_silently_gone_are_noticed() {
    let mut slots = filled(2_000);
    // Not the last one: that the newest facts are gone shows in no number, only in the second copy.
    let first = slots.texts.keys().next().expect("two segments").clone();
    slots.texts.remove(&first);
    let (_, loaded) = open(slots, 2);
    let missing = 2_000 - loaded.facts.len();
    assert!(missing > 0);
    assert_eq!(loaded.damage, [Damage::Missing(Writer(1), missing)]);
}

#[test]
fn what_local_storage_lost_is_put_back_from_the_second_copy() {
    let whole = filled(2_000);
    let copy = copy_of(&whole);
    // All of it, as when the browser cleared it; one name; and the last answers, as when the browser was killed.
    let mut one_gone = whole.clone();
    let second = one_gone.texts.keys().nth(1).expect("two segments").clone();
    one_gone.texts.remove(&second);
    let behind = filled(1_990);
    for (slots, all) in [
        (MemorySlots::default(), true),
        (one_gone, false),
        (behind, false),
    ] {
        let (journal, loaded) = Journal::open(slots, Some(copy.clone()), Writer(2));
        let loaded = loaded.expect("slots that work");
        assert_eq!(loaded.facts.len(), 2_000);
        assert_eq!(journal.slots().texts, whole.texts, "put back");
        assert!(
            loaded.damage.iter().all(Damage::is_mended),
            "{:?}",
            loaded.damage
        );
        assert_eq!(
            loaded
                .damage
                .iter()
                .any(|d| matches!(d, Damage::Restored { all: true, .. })),
            all
        );
    }
}

#[test]
fn what_the_second_copy_lacks_is_handed_over() {
    let whole = filled(700);
    let (mut journal, loaded) = Journal::open(whole.clone(), Some(Copy::new()), Writer(2));
    assert_eq!(loaded.expect("slots that work").damage, [Damage::Rebuilt]);
    let handed: Copy = journal
        .take_copies()
        .into_iter()
        .map(|c| (c.key, c.text))
        .collect();
    assert_eq!(handed, whole.texts);
    assert_eq!(journal.take_copies(), [], "once");
    journal.append(&fact(2, 1)).expect("room");
    assert_eq!(journal.take_copies().len(), 1);
}

#[test]
fn a_copy_that_is_damaged_is_replaced_by_the_other_and_kept_aside() {
    let whole = filled(50);
    let key = whole.texts.keys().next().expect("a segment").clone();
    let mut slots = whole.clone();
    slots.texts.insert(key.clone(), damaged(&whole.texts[&key]));
    let (journal, loaded) = Journal::open(slots.clone(), Some(copy_of(&whole)), Writer(2));
    let loaded = loaded.expect("slots that work");
    assert_eq!(
        (loaded.facts.len(), loaded.damage),
        (50, vec![Damage::Mended(key.clone())])
    );
    assert_eq!(journal.slots().texts[&key], whole.texts[&key]);
    let aside = journal
        .slots()
        .texts
        .iter()
        .find(|(k, _)| k.starts_with("cairn2.bad."));
    assert_eq!(
        aside.map(|(_, text)| text),
        slots.texts.get(&key),
        "the damaged text is kept"
    );
    // The other way round: the second copy is damaged and is replaced.
    let (mut journal, loaded) = Journal::open(whole.clone(), Some(copy_of(&slots)), Writer(2));
    assert_eq!(
        loaded.expect("slots that work").damage,
        [Damage::Mended(key.clone())]
    );
    let copies = journal.take_copies();
    let of = |name: &str| {
        copies
            .iter()
            .find(|copy| copy.key == name)
            .map(|copy| &copy.text)
    };
    assert_eq!(of(&key), Some(&whole.texts[&key]));
    let aside = of(&format!("cairn2.bad.{key}"));
    assert_eq!(aside, Some(&slots.texts[&key]), "kept aside there, too");
}

#[test]
fn a_line_of_a_newer_version_is_kept_and_exported() {
    let json = r#"["0000000000000001",2,1763700020000,60,{"dreamed":{"of":"later"}}]"#;
    let crc = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(json.as_bytes());
    let line = format!("{crc:08x} {json}");
    let (mut journal, _) = open(MemorySlots::default(), 1);
    let lines = [line.clone()];
    journal.merge(&[fact(3, 1)], &lines).expect("room");
    journal.merge(&[], &lines).expect("room");
    let (_, loaded) = open(journal.slots().clone(), 2);
    assert_eq!(loaded.foreign, lines);
    let backup = write_backup(&loaded.facts, &loaded.foreign);
    assert_eq!(
        read_backup(backup.as_bytes()).expect("a backup").foreign,
        lines
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
        limit: Some(150),
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
    slots.texts.insert(
        format!("{LINES_PREFIX}00000000000000aa.000001"),
        text.to_owned(),
    );
    let (_, loaded) = open(slots, 1);
    assert_eq!(loaded.damage, []);
    assert_eq!(loaded.facts.len(), text.lines().count() - 1);
    let history =
        cairn::review::History::replay(cairn::memory::Scheduler::default(), &loaded.facts);
    assert_eq!(history.answer_count(), 2);
    assert_eq!(history.decks().count(), 1);
    assert_eq!(history.settings().new_per_day(), 15);
    // The same facts in segments, as the second version writes them.
    let mut slots = MemorySlots::default();
    slots.texts.insert(
        format!("{PREFIX}00000000000000aa.00000001"),
        include_str!("data/log-2.txt").to_owned(),
    );
    let (_, second) = open(slots, 1);
    assert_eq!(
        (second.facts, second.damage),
        (loaded.facts.clone(), vec![])
    );
    let backup = read_backup(include_bytes!("data/backup-1.jsonl")).expect("a backup");
    assert_eq!(backup.facts, loaded.facts);
    let backup = read_archive(include_bytes!("data/backup-2.cairn")).expect("a backup");
    assert_eq!(backup.facts, loaded.facts);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Random days in the life of a log, against a plain set of what was acknowledged: answers of two tabs, a second copy that
    /// follows or lags behind, a browser that is killed or cleared, a full store, imports, reloads.
    #[test]
    fn nothing_acknowledged_by_the_second_copy_is_ever_missing(steps in prop::collection::vec((0_u8..12, 1_u32..40), 1..40)) {
        let mut disk = MemorySlots::default();
        let mut copy = Copy::new();
        let mut acknowledged: std::collections::BTreeSet<FactId> = std::collections::BTreeSet::new();
        let mut writer = 1;
        let (mut tab, _) = Journal::open(disk.clone(), Some(copy.clone()), Writer(writer));
        let mut number = 0;
        for (kind, count) in steps {
            match kind {
                // Answers, each followed by the second copy.
                0..=5 => for _ in 0..count {
                    number += 1;
                    let new = fact(writer, number);
                    tab.append(&new).expect("room");
                    for copied in tab.take_copies() {
                        copy.insert(copied.key, copied.text);
                    }
                    acknowledged.insert(new.id);
                },
                // Local storage reaches the disk.
                6 => disk = tab.slots().clone(),
                // Answers that are never acknowledged, then the browser is killed: local storage is as it last reached the disk.
                7 => {
                    for _ in 0..count {
                        number += 1;
                        tab.append(&fact(writer, number)).expect("room");
                    }
                    writer += 1;
                    number = 0;
                    (tab, _) = Journal::open(disk.clone(), Some(copy.clone()), Writer(writer));
                }
                // Local storage is cleared.
                8 => {
                    disk = MemorySlots::default();
                    writer += 1;
                    number = 0;
                    (tab, _) = Journal::open(disk.clone(), Some(copy.clone()), Writer(writer));
                }
                // The second copy is cleared; local storage has reached the disk.
                9 => {
                    disk = tab.slots().clone();
                    copy.clear();
                    writer += 1;
                    number = 0;
                    (tab, _) = Journal::open(disk.clone(), Some(copy.clone()), Writer(writer));
                    for copied in tab.take_copies() {
                        copy.insert(copied.key, copied.text);
                    }
                }
                // The store is full for a while.
                10 => {
                    let limit = tab.slots().used();
                    tab.slots_mut().limit = Some(limit);
                    let refused = fact(writer, number + 1);
                    let _ = tab.append(&refused);
                    tab.slots_mut().limit = None;
                    tab.append(&refused).expect("room");
                    number += 1;
                    for copied in tab.take_copies() {
                        copy.insert(copied.key, copied.text);
                    }
                    acknowledged.insert(refused.id);
                }
                // A backup of another device comes in.
                _ => {
                    let facts: Vec<Fact> = (1..=count).map(|n| fact(9_000, n)).collect();
                    tab.merge(&facts, &[]).expect("room");
                    for copied in tab.take_copies() {
                        copy.insert(copied.key, copied.text);
                    }
                    acknowledged.extend(facts.iter().map(|f| f.id));
                }
            }
            let (_, loaded) = Journal::open(disk.clone(), Some(copy.clone()), Writer(u64::MAX));
            let loaded = loaded.expect("slots that work");
            let found: std::collections::BTreeSet<FactId> = loaded.facts.iter().map(|f| f.id).collect();
            prop_assert_eq!(found.len(), loaded.facts.len(), "each once");
            let missing: Vec<_> = acknowledged.difference(&found).collect();
            prop_assert!(missing.is_empty(), "{:?}", missing);
            prop_assert!(loaded.damage.iter().all(|d| d.is_mended() || matches!(d, Damage::Missing(..))));
        }
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

/// Copies after `sessions` short sessions of one answer each, both the same.
fn after_sessions(sessions: u64) -> (MemorySlots, Copy) {
    let (mut slots, mut copy) = (MemorySlots::default(), Copy::new());
    for session in 1..=sessions {
        let (mut tab, loaded) = Journal::open(slots, Some(copy.clone()), Writer(session));
        assert_eq!(loaded.expect("slots that work").damage, []);
        tab.append(&fact(session, 1)).expect("room");
        for copied in tab.take_copies() {
            copy.insert(copied.key, copied.text);
        }
        slots = tab.slots().clone();
    }
    (slots, copy)
}

fn facts_in(slots: MemorySlots, copy: Copy) -> std::collections::BTreeSet<FactId> {
    let (_, loaded) = Journal::open(slots, Some(copy), Writer(u64::MAX));
    let loaded = loaded.expect("slots that work");
    assert!(
        loaded.damage.iter().all(Damage::is_mended),
        "{:?}",
        loaded.damage
    );
    assert_eq!(loaded.foreign, Vec::<String>::new());
    loaded.facts.iter().map(|f| f.id).collect()
}

#[test]
fn short_segments_become_a_long_one_and_go_a_session_later() {
    let (mut slots, mut copy) = after_sessions(60);
    let all = facts_in(slots.clone(), copy.clone());
    let merging = merge_short(&copy, &[Writer(60)]);
    assert_eq!(merging.texts.len(), 1);
    for text in merging.texts.iter().chain(&merging.note) {
        slots.texts.insert(text.key.clone(), text.text.clone());
        copy.insert(text.key.clone(), text.text.clone());
    }
    let note = merging.note.expect("a note").key;
    assert_eq!(merge_short(&copy, &[Writer(60)]).texts, [], "nothing twice");
    // In the session that wrote the note nothing goes.
    assert_eq!(
        replaced(&slots.texts, &copy, &[].into()),
        Vec::<String>::new()
    );
    let gone = replaced(&slots.texts, &copy, &[note].into());
    assert_eq!(gone.len(), 60, "59 segments and the note");
    let before = slots.used();
    for key in gone {
        slots.texts.remove(&key);
        copy.remove(&key);
    }
    assert!(slots.used() * 5 < before, "{} of {before}", slots.used());
    assert_eq!(facts_in(slots, copy), all);
}

#[test]
fn nothing_goes_while_a_copy_lacks_what_replaces_it() {
    let (slots, mut copy) = after_sessions(60);
    let merging = merge_short(&copy, &[]);
    let note = merging.note.clone().expect("a note");
    copy.insert(note.key.clone(), note.text);
    let old = [note.key].into();
    // The long text is in the second copy only, and damaged there.
    let long = &merging.texts[0];
    copy.insert(long.key.clone(), long.text.clone());
    assert_eq!(replaced(&slots.texts, &copy, &old), Vec::<String>::new());
    let mut first = slots.texts.clone();
    first.insert(long.key.clone(), long.text.clone());
    copy.insert(long.key.clone(), long.text[3..].to_owned());
    assert_eq!(replaced(&first, &copy, &old), Vec::<String>::new());
    copy.insert(long.key.clone(), long.text.clone());
    assert_eq!(replaced(&first, &copy, &old).len(), 61);
}
