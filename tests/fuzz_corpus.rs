//! Replays the kept corpus of the fuzz targets, so that what was found once stays found.

use std::fs;
use std::path::Path;

#[path = "fuzz/checks.rs"]
#[allow(unreachable_pub, dead_code)]
mod checks;

/// Puts each file of a target's corpus through its check; gives how many there are.
fn replay(target: &str, check: impl Fn(&[u8])) -> usize {
    let folder = Path::new("tests/fuzz/corpus").join(target);
    let files = fs::read_dir(folder).expect("a corpus");
    files
        .map(|file| check(&fs::read(file.expect("an entry").path()).expect("a file")))
        .count()
}

#[test]
fn decks() {
    assert!(replay("deck", checks::deck) >= 3);
}

#[test]
fn backups() {
    assert!(replay("backup", checks::backup) >= 1);
}

#[test]
fn segments() {
    assert!(replay("segment", checks::segment) >= 50);
}

#[test]
fn archives() {
    assert!(replay("archive", |bytes| checks::archive(bytes, true)) >= 100);
}

#[test]
fn lines() {
    assert!(replay("lines", |bytes| checks::lines(bytes, true)) >= 100);
}

#[test]
fn snapshots() {
    assert!(replay("snapshot", checks::snapshot) >= 100);
}
