//! Replays the kept corpus of the fuzz targets, so that what was found once stays found.

use std::fs;
use std::path::Path;

use cairn::deck::parse::parse;
use cairn::deck::write::write;
use cairn::store::{read_backup, write_backup};

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new("tests/fuzz/corpus").join(target);
    let files = fs::read_dir(folder).expect("a corpus");
    files
        .map(|f| fs::read(f.expect("an entry").path()).expect("a file"))
        .collect()
}

#[test]
fn decks() {
    let files = corpus("deck");
    assert!(files.len() >= 3);
    for bytes in files {
        if let Some(deck) = parse("x.md", &bytes).deck {
            let again = parse("y.md", write(&deck).as_bytes());
            assert!(again.problems.is_empty(), "{}", again.problems[0]);
            assert_eq!(again.deck, Some(deck));
        }
    }
}

#[test]
fn backups() {
    let files = corpus("backup");
    assert!(!files.is_empty());
    for bytes in files {
        if let Ok(backup) = read_backup(&bytes) {
            let again = write_backup(&backup.facts, &backup.foreign);
            assert_eq!(
                read_backup(again.as_bytes()).map(|b| b.facts.len()),
                Ok(backup.facts.len())
            );
        }
    }
}
