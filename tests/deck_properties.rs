//! Properties of the parser: nothing makes it panic, and what it writes it reads back.

use cairn::deck::cloze::{Piece, pieces};
use cairn::deck::markup::{blocks, cloze_blocks, plain};
use cairn::deck::parse::parse;
use cairn::deck::write::write;
use proptest::prelude::*;

/// Pieces of decks, whole and broken, so that random texts get past the first line.
fn scrap() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "---\n",
        "deck: d\n",
        "track: t\n",
        "name: N\n",
        "\n",
        "## T {#a .card}\n",
        "## T {#b .choice task=1.1}\n",
        "## T {#c .cloze level=easy}\n",
        "## T {#d .order}\n",
        "## T {#e .match}\n",
        "## T {#f .typed compare=command}\n",
        "## T {#g .case minutes=5}\n",
        "## T {#a",
        "- [x] a\n",
        "- [ ] b\n",
        "  why\n",
        "- l => r\n",
        "- (2) p\n",
        "1. s\n",
        "> e\n",
        "```\n",
        "~~~~\n",
        "{{c1::x}}",
        "{{c2::y::h}}",
        "{{c1::",
        "}}",
        "[r](https://a.b) (checked 2026-11)\n",
        "[r](x)\n",
        "text\n",
        "*",
        "`",
        "\u{feff}",
        "\r\n",
        "| a | b |\n|---|---|\n",
    ]);
    prop_oneof![4 => fixed.prop_map(str::to_owned), 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_bytes_panic_the_parser(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let parsed = parse("x.md", &bytes);
        for problem in parsed.problems {
            prop_assert!(problem.place.line >= 1 && problem.place.column >= 1);
            prop_assert!(!problem.to_string().is_empty());
        }
    }

    #[test]
    fn what_parses_is_written_and_read_back_as_the_same(scraps in prop::collection::vec(scrap(), 0..60)) {
        let text = format!("---\ndeck: d\n---\n\n{}", scraps.concat());
        let parsed = parse("x.md", text.as_bytes());
        if let Some(deck) = parsed.deck {
            let written = write(&deck);
            let again = parse("y.md", written.as_bytes());
            prop_assert!(again.problems.is_empty(), "{}\n{written}", again.problems[0]);
            prop_assert_eq!(again.deck, Some(deck));
        }
    }

    #[test]
    fn markup_takes_any_text(text in any::<String>()) {
        blocks(&text);
        plain(&text);
    }

    #[test]
    fn cloze_pieces_put_together_are_the_text_without_its_notation(scraps in prop::collection::vec(scrap(), 0..12)) {
        let text = scraps.concat();
        if let Ok(found) = pieces(&text) {
            let again: String = found.iter().map(|piece| match piece {
                Piece::Text(plain) => plain.clone(),
                Piece::Hidden { group, answer, hint } => match hint {
                    Some(hint) => format!("{{{{c{group}::{answer}::{hint}}}}}"),
                    None => format!("{{{{c{group}::{answer}}}}}"),
                },
            }).collect();
            // A hint of nothing but spaces is dropped, and numbers lose leading zeros; the scraps have neither.
            if !text.contains("::}}") && !text.contains("{{c0") {
                prop_assert_eq!(again, text);
            }
            cloze_blocks(&found, 1, false);
        }
    }
}
