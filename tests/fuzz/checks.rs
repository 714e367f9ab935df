//! What each fuzz target checks of its input. The kept corpus goes through the same functions in `tests/fuzz_corpus.rs`.
//!
//! Log and backups stand behind checksums that no mutation meets. So the first byte of an input says whether the rest is taken as
//! it is (even) or gets its heads and checksums here (odd), whereupon mutations reach what lies behind them.

use std::collections::BTreeSet;

use cairn::deck::cloze::pieces;
use cairn::deck::markup::{blocks, cloze_blocks};
use cairn::deck::parse::parse;
use cairn::deck::write::write;
use cairn::memory::Scheduler;
use cairn::review::{Fact, FactId, History, Snapshot, Writer};
use cairn::store::{
    Backup, Cover, Damage, Journal, MemorySlots, Opening, Scan, Sound, VERSION, decode,
    decode_snapshot, encode, encode_one, encode_snapshot, read_archive, read_backup, snapshot_sum,
    write_archive, write_backup,
};
use cairn::time::Day;
use crc::{CRC_32_ISO_HDLC, Crc};

const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// Any bytes as a deck: no panic, and what parses is written and read back as the same deck.
pub fn deck(bytes: &[u8]) {
    let parsed = parse("x.md", bytes);
    for problem in &parsed.problems {
        assert!(!problem.to_string().is_empty());
    }
    if let Some(deck) = parsed.deck {
        for item in &deck.items {
            blocks(item.body.stem());
            if let Ok(pieces) = pieces(item.body.stem()) {
                cloze_blocks(&pieces, 1, false);
            }
        }
        let again = parse("y.md", write(&deck).as_bytes());
        assert!(again.problems.is_empty(), "{}", again.problems[0]);
        assert_eq!(again.deck, Some(deck));
    }
}

/// Any bytes as a backup: no panic, and what is read is written as the same backup.
pub fn backup(bytes: &[u8]) {
    if let Ok(backup) = read_backup(bytes) {
        let again = write_backup(&backup.facts, &backup.foreign);
        let again = read_backup(again.as_bytes()).expect("what was written");
        assert_eq!(again.facts.len(), backup.facts.len());
    }
}

/// A segment: what is read is written and read back as the same, fact by fact too.
///
/// Odd inputs go on with the number of facts (two bytes), whether there are lines (one), and the coded part.
pub fn segment(bytes: &[u8]) {
    let Some((kind, rest)) = bytes.split_first() else {
        return;
    };
    let text = match (kind % 4, rest.split_first_chunk::<3>()) {
        (0, _) => String::from_utf8_lossy(rest).into_owned(),
        (2, _) | (_, None) => pack(rest),
        (_, Some((head, payload))) => pack(&whole(*head, payload)),
    };
    let Ok((segment, _, before)) = decode(&text) else {
        return;
    };
    let (again, sum) = encode(&segment, before);
    assert_eq!(decode(&again), Ok((segment.clone(), sum, before)));
    for fact in segment.runs.iter().flat_map(|run| &run.facts).take(1) {
        let one = decode(&encode_one(fact)).expect("what was written");
        assert_eq!(one.0.runs[0].facts[..], *std::slice::from_ref(fact));
    }
}

/// A binary backup: what is read is imported (if `all`), found again at the next start, replayed, and written as the same.
///
/// Odd inputs are segments, each its number of facts (two bytes), whether there are lines (one), its length (two) and its coded part.
pub fn archive(bytes: &[u8], all: bool) {
    let Some((kind, mut rest)) = bytes.split_first() else {
        return;
    };
    if kind % 2 == 0 {
        return read_archive(rest).map_or((), |backup| imported(&backup, all));
    }
    let (mut body, mut count, mut total) = (Vec::new(), 0, 0);
    while let Some((head, behind)) = rest.split_first_chunk::<5>() {
        let length = usize::from(u16::from_le_bytes([head[3], head[4]]));
        let (payload, behind) = behind.split_at(length.min(behind.len()));
        body.extend(whole([head[0], head[1], head[2]], payload));
        total += u32::from(u16::from_le_bytes([head[0], head[1]]));
        count += 1;
        rest = behind;
    }
    let mut file = format!("cairn-backup 2 {count} {total}\n").into_bytes();
    file.extend(body);
    if let Ok(backup) = read_archive(&file) {
        imported(&backup, all);
    }
}

/// A backup as JSON Lines, imported as an archive is. Odd inputs are the lines without their checksums and without the first one.
pub fn lines(bytes: &[u8], all: bool) {
    let Some((kind, rest)) = bytes.split_first() else {
        return;
    };
    let file = if kind % 2 == 0 {
        rest.to_vec()
    } else {
        let text = String::from_utf8_lossy(rest);
        let lines = || text.split('\n').filter(|line| !line.is_empty());
        let mut file = format!("cairn-backup 1 {}", lines().count());
        for line in lines() {
            let sum = CRC.checksum(line.as_bytes());
            file.push_str(&format!("\n{sum:08x} {line}"));
        }
        if kind % 4 == 1 {
            file.push('\n');
        }
        file.into_bytes()
    };
    let Ok(backup) = read_archive(&file) else {
        return;
    };
    imported(&backup, all);
    let again = write_backup(&backup.facts, &backup.foreign);
    let again = read_backup(again.as_bytes()).expect("what was written");
    assert_eq!(sorted(&again.facts), sorted(&backup.facts));
    assert_eq!(again.foreign, backup.foreign);
}

/// A snapshot: what is read is written as the same; what is restored can be started from and gives the same snapshot.
///
/// Odd inputs begin behind the memory parameters, which are this version's then.
pub fn snapshot(bytes: &[u8]) {
    let Some((kind, rest)) = bytes.split_first() else {
        return;
    };
    let fresh = || History::new(Scheduler::default());
    let body = match kind % 4 {
        0 => return assert_snapshot(rest),
        2 => rest.to_vec(),
        _ => {
            let mut body = encode_snapshot(&Snapshot::of(&fresh()), &Cover::default());
            // Behind the checksum: an empty cover, two versions, the number of weights, and 21 of them.
            body.truncate(8 + 4 + 84);
            body.drain(..8);
            body.extend(rest);
            body
        }
    };
    let mut file = snapshot_sum(&body).to_le_bytes().to_vec();
    file.extend(body);
    assert_snapshot(&file);
}

fn assert_snapshot(bytes: &[u8]) {
    let fresh = || History::new(Scheduler::default());
    let Some((cover, snapshot)) = decode_snapshot(bytes) else {
        return;
    };
    let once = encode_snapshot(&snapshot, &cover);
    let (cover, snapshot) = decode_snapshot(&once).expect("what was written");
    assert_eq!(encode_snapshot(&snapshot, &cover), once);
    let Some(history) = snapshot.restore() else {
        return;
    };
    let _ = history.ids().len();
    let again = encode_snapshot(&Snapshot::of(&history), &Cover::default());
    assert!(decode_snapshot(&again).is_some());
    // A start with it, on a log without anything, if it covers nothing.
    let mut journal = Journal::new(MemorySlots::default(), Writer(77));
    let again = decode_snapshot(&once);
    let opening = Opening::new(Scan::default(), again, fresh(), &mut journal);
    let opened = opening.map(|opening| opening.whole(&mut journal));
    look(&opened.expect("nothing was taken for whole").history);
}

/// Looks at what a history says.
fn look(history: &History) {
    for (item, record) in history.records().take(8) {
        let _ = (record.is_suspended(), record.is_flagged(), record.note());
        for past in record.recent().iter().take(2) {
            let day = history.day(past.at);
            assert!(!record.is_buried(Day(i32::MAX)));
            let _ = history.tally(day, Some(item.track()));
            let _ = history.tally(day, None);
        }
        if let Some(state) = record.state() {
            let _ = history.scheduler().retrievability(state, 3.0);
            let _ = history.scheduler().interval_days(state, 0.9);
        }
    }
    let _ = history.settings().retention();
}

/// Imports a backup into an empty log, as the app does: nothing of it may be lost. It takes long, so the targets pass it over for most
/// inputs ([`is_chosen`]).
fn imported(backup: &Backup, all: bool) {
    if !all {
        return;
    }
    let (mut journal, _) = Journal::open(MemorySlots::default(), None, Writer(77));
    let unique: BTreeSet<FactId> = backup.facts.iter().map(|fact| fact.id).collect();
    let added = journal.merge(&backup.facts, &backup.foreign);
    assert_eq!(added, Ok(unique.len()));
    let slots = journal.slots().clone();
    let (_, loaded) = Journal::open(slots.clone(), None, Writer(77));
    let loaded = loaded.expect("slots that work");
    for damage in &loaded.damage {
        assert!(matches!(damage, Damage::Missing(..)), "{damage:?}");
    }
    let found: BTreeSet<FactId> = loaded.facts.iter().map(|fact| fact.id).collect();
    assert_eq!(found, unique);
    let foreign = |lines: &[String]| lines.iter().cloned().collect::<BTreeSet<_>>();
    assert_eq!(foreign(&loaded.foreign), foreign(&backup.foreign));
    look(&History::replay(Scheduler::default(), &backup.facts));
    let mut journal = Journal::new(slots, Writer(77));
    let parts = journal
        .scan(None, &Sound::new())
        .expect("slots that work")
        .parts;
    let again = read_archive(&write_archive(parts)).expect("what was written");
    assert_eq!(again.facts.len(), unique.len());
    assert_eq!(sorted(&again.facts), sorted(&loaded.facts));
    assert_eq!(foreign(&again.foreign), foreign(&backup.foreign));
}

fn sorted(facts: &[Fact]) -> Vec<&Fact> {
    let mut sorted: Vec<&Fact> = facts.iter().collect();
    sorted.sort_by_cached_key(|fact| (fact.id, fact.at, format!("{:?}", fact.what)));
    sorted
}

/// Whether an input is one of those that everything is done with: one in eight, always the same ones.
pub fn is_chosen(bytes: &[u8]) -> bool {
    CRC.checksum(bytes).is_multiple_of(8)
}

/// A segment with this coded part and a true head: the first of its writer, its first fact in November 2026.
fn whole([low, high, lines]: [u8; 3], payload: &[u8]) -> Vec<u8> {
    let mut body = vec![0; 4];
    body.extend((payload.len() as u32).to_le_bytes());
    body.extend(1_795_200_000_000_u64.to_le_bytes());
    body.extend([lines, low, high, 0, 0]);
    body.extend(payload);
    let mut bytes = b"Ca".to_vec();
    bytes.push(VERSION);
    bytes.extend(CRC.checksum(&body).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// Fifteen bits to a unit from U+1000 on, as segments are stored.
fn pack(bytes: &[u8]) -> String {
    let (mut held, mut bits) = (0_u32, 0_u32);
    let mut text = String::new();
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        if bits >= 15 {
            bits -= 15;
            text.extend(char::from_u32(0x1000 + ((held >> bits) & 0x7fff)));
            held &= (1 << bits) - 1;
        }
    }
    if bits > 0 {
        text.extend(char::from_u32(0x1000 + ((held << (15 - bits)) & 0x7fff)));
    }
    text
}
