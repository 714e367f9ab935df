//! One item of a deck's text: where it stands, and the deck with other lines in its place.

use cairn::deck::edit::{DECK_MAX_BYTES, Refused, rewritten, source_of};
use cairn::deck::parse::{parse, span_of};
use proptest::prelude::*;

/// One item of each kind, with everything that makes it hard to say where an item ends.
const KINDS: &str = include_str!("browser/samples/kinds.md");

const FENCED: &str = "---\ndeck: d\n---\n\n## A {#a .card}\n\nWhat does it print?\n\n```md\n## Not an item\n\n---\n```\n\n---\n\nA heading.\n\n## B {#b .card}\n\nq\n\n---\n\na\n\n\n";

fn slugs(text: &str) -> Vec<String> {
    let deck = parse("d.md", text.as_bytes()).deck.expect("a deck");
    deck.items.into_iter().map(|item| item.slug).collect()
}

fn put(text: &str, slug: &str, item: &str) -> Result<String, Refused> {
    rewritten(text, slug, item, &[])
}

#[test]
fn an_item_begins_with_its_heading_and_ends_with_its_last_word() {
    let all = slugs(KINDS);
    assert_eq!(all.len(), 8);
    for slug in &all {
        let source = source_of(KINDS, slug).expect("an item");
        assert!(source.starts_with("## ") && source.contains(&format!("{{#{slug} ")));
        assert_eq!(source.trim_end(), source);
        assert_eq!(source.matches("\n## ").count(), 0, "{slug}");
        // The item alone is the same item.
        let alone = format!("---\ndeck: kinds\n---\n\n{source}\n");
        let of = |text: &str| {
            let deck = parse("d.md", text.as_bytes()).deck.expect("a deck");
            deck.items.into_iter().find(|item| item.slug == *slug)
        };
        assert_eq!(of(&alone), of(KINDS), "{slug}");
    }
    assert_eq!(source_of(KINDS, "no-such-item"), None);
}

#[test]
fn a_heading_inside_a_code_block_ends_no_item() {
    let source = source_of(FENCED, "a").expect("an item");
    assert!(source.ends_with("A heading."), "{source}");
    assert!(source.contains("## Not an item"));
    assert_eq!(
        source_of(FENCED, "b").as_deref(),
        Some("## B {#b .card}\n\nq\n\n---\n\na")
    );
}

#[test]
fn only_the_items_own_lines_change() {
    let changed = source_of(FENCED, "a")
        .expect("an item")
        .replace("A heading.", "A title.\n\nAnd a line.");
    let whole = put(FENCED, "a", &changed).expect("a deck");
    assert_eq!(
        whole,
        FENCED.replace("A heading.", "A title.\n\nAnd a line.")
    );
    assert_eq!(slugs(&whole), ["a", "b"]);
}

#[test]
fn line_ends_and_the_mark_at_the_beginning_stay_as_they_are() {
    let windows = format!("\u{feff}{}", FENCED.replace('\n', "\r\n"));
    let source = source_of(&windows, "b").expect("an item");
    assert!(!source.contains('\r'), "the editor gets plain line ends");
    let whole = put(&windows, "b", &source.replace("q\n", "q?\n\nReally.\n")).expect("a deck");
    assert_eq!(whole, windows.replace("q\r\n", "q?\r\n\r\nReally.\r\n"));
    assert_eq!(span_of("\u{feff}## A {#a .card}\n", "a"), Some(3..18));
    // An item of one line tells nothing itself.
    let bare = "---\r\ndeck: d\r\n---\r\n## A {#a .card}";
    let grown = put(bare, "a", "## A {#a .card}\n\nq\n\n---\n\na").expect("a deck");
    assert!(!grown.replace("\r\n", "").contains('\n'), "{grown:?}");
}

#[test]
fn an_id_stays() {
    let other = put(
        KINDS,
        "a-card",
        "## A card {#another .card}\n\nq\n\n---\n\na",
    );
    let Err(refused) = other else {
        panic!("it was taken")
    };
    assert_eq!(
        refused,
        Refused::OtherId("a-card".into(), Some("another".into()))
    );
    let words = refused.to_string();
    assert!(
        words.contains("`#a-card` has become `#another`") && words.contains("hangs on it"),
        "{words}"
    );
    let none = put(KINDS, "a-card", "## A card\n\nq\n\n---\n\na");
    assert_eq!(none, Err(Refused::OtherId("a-card".into(), None)));
    // Without its heading the text would become a part of the item before it.
    for text in [
        "",
        "  \n",
        "Which port?\n\n---\n\n443",
        "# A card {#a-card .card}\n\nq",
    ] {
        assert_eq!(
            put(KINDS, "a-card", text),
            Err(Refused::NoHeading("a-card".into()))
        );
    }
    assert_eq!(put(KINDS, "gone", "## T {#gone .card}"), Err(Refused::Gone));
}

#[test]
fn problems_are_counted_in_the_items_own_lines() {
    let source = source_of(KINDS, "c-single").expect("an item");
    let Err(Refused::Problems(found)) = put(KINDS, "c-single", &source.replace("[x]", "[ ]"))
    else {
        panic!("nothing is right in it")
    };
    assert_eq!(found.len(), 1);
    assert!(found[0].is_here);
    assert_eq!(found[0].problem.place.line, 1);
    assert_eq!(
        found[0].problem.kind.to_string(),
        "no answer is marked as right"
    );
    let source = source_of(KINDS, "a-card").expect("an item");
    let Err(Refused::Problems(found)) =
        put(KINDS, "a-card", &source.replace("https://", "http://"))
    else {
        panic!("the link is not https")
    };
    let line = source
        .lines()
        .position(|line| line.contains("iana"))
        .expect("a line")
        + 1;
    assert_eq!(found[0].problem.place.line, line);
    assert!(found[0].problem.text.contains("http://www.iana.org"));
}

#[test]
fn what_was_wrong_before_does_not_stand_in_the_way_and_what_is_new_does() {
    let broken = format!(
        "{KINDS}\n## Broken {{#broken .choise}}\n\nq\n\n## Twin {{#h-case .card}}\n\nq\n\n---\n\na\n"
    );
    let source = source_of(&broken, "b-cloze").expect("an item");
    let longer = format!("{source}\n\nOne more line.\n\nAnd another.");
    let whole = put(&broken, "b-cloze", &longer).expect("the others' problems are old");
    assert_eq!(slugs(&whole), slugs(KINDS));
    // The same kind of problem once more is new, and it is this item's.
    let Err(Refused::Problems(found)) =
        put(&broken, "b-cloze", "## A cloze {#b-cloze .choise}\n\nq")
    else {
        panic!("it has no kind")
    };
    assert_eq!(found.len(), 1);
    assert!(found[0].is_here && found[0].problem.place.line == 1);
}

#[test]
fn another_item_may_stand_below_but_not_under_an_id_that_is_taken() {
    let source = source_of(KINDS, "a-card").expect("an item");
    let second = |id: &str| format!("{source}\n\n## A second {{#{id} .card}}\n\nq\n\n---\n\na\n");
    let whole = put(KINDS, "a-card", &second("a-second")).expect("two items");
    assert_eq!(slugs(&whole).len(), 9);
    let Err(Refused::Problems(found)) = put(KINDS, "a-card", &second("h-case")) else {
        panic!("the id is taken")
    };
    // The parser keeps the first of two: the other one is where the problem stands.
    assert!(!found[0].is_here);
    let left_open = source_of(KINDS, "a-card").expect("an item") + "\n\n```sh";
    assert!(matches!(
        put(KINDS, "a-card", &left_open),
        Err(Refused::Problems(_))
    ));
}

#[test]
fn a_deck_does_not_outgrow_what_is_read() {
    let long = "word ".repeat(2_000);
    let much: String = std::iter::repeat_n(format!("{long}\n"), DECK_MAX_BYTES / 10_000).collect();
    let text = format!("## A card {{#a-card .card}}\n\nq\n\n---\n\n{much}");
    assert!(matches!(
        put(KINDS, "a-card", &text),
        Err(Refused::TooLarge(_))
    ));
}

/// Pieces of decks, whole and broken.
fn scrap() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "\n",
        "\n\n",
        "\r\n",
        "## T {#a .card}\n",
        "## T {#b .card}\n",
        "## U\n",
        "## T {#c .cloze}\r\n",
        "text\n",
        "---\n",
        "\n---\n\n",
        "```\n",
        "~~~\n",
        "  in\n",
        "> e\n",
        "- [x] a\n",
        "{{c1::x}}\n",
        "## ",
        "ü\n",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn an_item_put_in_its_own_place_changes_nothing(scraps in prop::collection::vec(scrap(), 0..40), crlf in any::<bool>(), mark in any::<bool>()) {
        let mut text = format!("---\ndeck: d\n---\n{}", scraps.concat()).replace("\r\n", "\n");
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        if mark {
            text.insert(0, '\u{feff}');
        }
        for slug in ["a", "b", "c"] {
            if let Some(source) = source_of(&text, slug) {
                let again = put(&text, slug, &source);
                prop_assert_eq!(again.as_deref(), Ok(text.as_str()));
                let span = span_of(&text, slug).expect("an item");
                prop_assert!(text[span].starts_with("## "));
            }
        }
        // What the parser finds has a place, and no two items have the same.
        let deck = parse("d.md", text.as_bytes()).deck.expect("a deck");
        let mut spans: Vec<_> = deck.items.iter().map(|item| span_of(&text, &item.slug).expect("an item")).collect();
        spans.sort_by_key(|span| span.start);
        prop_assert!(spans.windows(2).all(|two| two[0].end <= two[1].start));
    }

    #[test]
    fn no_text_panics_the_editor(deck in any::<String>(), item in any::<String>()) {
        let _ = put(&deck, "a", &item);
        let _ = put(KINDS, "a-card", &format!("## A {{#a-card .card}}\n{item}"));
    }
}
