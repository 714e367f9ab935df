//! Same type, version, level and seed: same question, for ever. The log names no more than these.

use std::fmt::Write as _;

use crate::LEVELS;
use cairn::drill::types::ALL;

/// Questions of each type and level that are kept as a checksum.
const SEEDS: u32 = 100;

/// FNV-1a, 64 bits, of everything that is asked and told.
fn checksum(texts: impl Iterator<Item = String>) -> u64 {
    texts
        .flat_map(String::into_bytes)
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
}

#[test]
fn questions_are_those_that_were_asked_when_their_version_came() {
    let mut lines = String::new();
    for of in ALL {
        for level in LEVELS {
            let asked = (0..SEEDS).map(|seed| format!("{:?}", of.asked(level, seed)));
            let sum = checksum(asked);
            writeln!(
                lines,
                "{} {} {} {sum:016x}",
                of.id,
                of.version,
                level.word()
            )
            .expect("a text");
        }
    }
    let kept = include_str!("../data/drills-1.txt");
    for (now, then) in lines.lines().zip(kept.lines()) {
        assert_eq!(now, then, "a changed generator gets a new version");
    }
    assert_eq!(lines.lines().count(), kept.lines().count(), "{lines}");
}
