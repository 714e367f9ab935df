//! Any bytes as a deck: no panic, and what parses is written and read back as the same deck.
#![no_main]

use cairn::deck::cloze::pieces;
use cairn::deck::markup::{blocks, cloze_blocks};
use cairn::deck::parse::parse;
use cairn::deck::write::write;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
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
});
