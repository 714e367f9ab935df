//! Any bytes as a backup: no panic, and what is read is written as the same backup.
#![no_main]

use cairn::store::{read_backup, write_backup};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(backup) = read_backup(bytes) {
        let again = write_backup(&backup.facts, &backup.foreign);
        let again = read_backup(again.as_bytes()).expect("what was written");
        assert_eq!(again.facts.len(), backup.facts.len());
    }
});
