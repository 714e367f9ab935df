//! Bad decks: each mistake is found at its place, with words that say what to do, and costs only the item it is in.

use cairn::deck::parse::{LINE_MAX, Parsed, parse};
use cairn::deck::problem::{ProblemKind, Severity};

const HEAD: &str = "---\ndeck: mine\nname: Mine\n---\n\n";
const GOOD: &str = "## Good {#good .card}\n\nq\n\n---\n\na\n";

fn read(body: &str) -> Parsed {
    parse("mine.md", format!("{HEAD}{body}").as_bytes())
}

/// One item with a mistake between two good ones: the good ones stay, the mistake is found on its line.
fn one_problem(item: &str, line_in_item: usize) -> ProblemKind {
    let before = "## First {#first .card}\n\nq\n\n---\n\na\n\n";
    let parsed = read(&format!("{before}{item}\n\n{GOOD}"));
    let slugs: Vec<&str> = parsed
        .deck
        .as_ref()
        .expect("a deck")
        .items
        .iter()
        .map(|i| i.slug.as_str())
        .collect();
    assert!(
        slugs.contains(&"first") && slugs.contains(&"good"),
        "{slugs:?}"
    );
    assert_eq!(parsed.problems.len(), 1, "{:#?}", parsed.problems);
    let problem = &parsed.problems[0];
    // Five lines of front matter and a blank one, then the first item with its blank line.
    assert_eq!(
        problem.place.line,
        5 + before.lines().count() + line_in_item,
        "{problem}"
    );
    if problem.severity() == Severity::Error {
        assert_eq!(slugs.len(), 2, "{problem}");
    }
    assert!(problem.advice().len() > 10);
    problem.kind.clone()
}

#[test]
fn every_problem_of_a_file_is_reported_at_once() {
    let parsed = read(
        "## A {#a .choise}\n\nq\n\n## B {#b}\n\nq\n\n## C\n\n## D {#D .card}\n\nq\n\n---\n\na\n",
    );
    let kinds: Vec<_> = parsed.problems.iter().map(|p| p.kind.clone()).collect();
    assert_eq!(kinds.len(), 4, "{kinds:#?}");
    assert_eq!(
        kinds[0],
        ProblemKind::UnknownKind("choise".into(), Some("choice"))
    );
    assert_eq!(kinds[1], ProblemKind::MissingKind);
    assert_eq!(kinds[2], ProblemKind::NoAttributes);
    assert!(matches!(&kinds[3], ProblemKind::BadSlug(slug, _) if slug == "D"));
}

#[test]
fn a_duplicate_id_names_the_first_place() {
    let item = "## Again {#first .card}\n\nq\n\n---\n\na";
    let kind = one_problem(item, 1);
    assert_eq!(
        kind,
        ProblemKind::DuplicateId("first".into(), "mine.md".into(), 6)
    );
}

#[test]
fn an_unclosed_cloze_is_found_on_its_own_line() {
    let kind = one_problem("## T {#t .cloze}\n\nFine.\nAt most {{c1::35 days.", 4);
    assert_eq!(kind, ProblemKind::ClozeOpen);
    assert_eq!(
        one_problem("## T {#t .cloze}\n\nNothing hidden.", 1),
        ProblemKind::NoCloze
    );
    assert_eq!(
        one_problem("## T {#t .cloze}\n\n{{c1::}}", 3),
        ProblemKind::ClozeEmpty
    );
    assert_eq!(
        one_problem("## T {#t .cloze}\n\n{{c100::x}}", 3),
        ProblemKind::ClozeNumber("100".into())
    );
}

#[test]
fn keys_and_entries_are_checked() {
    let choice = |options: &str| format!("## T {{#t .choice}}\n\nq\n\n{options}");
    assert_eq!(
        one_problem(&choice("- [ ] a\n- [ ] b"), 1),
        ProblemKind::NothingRight
    );
    assert_eq!(
        one_problem(&choice("- [x] a"), 1),
        ProblemKind::TooFew(2, "options")
    );
    assert_eq!(
        one_problem(&choice("- [x]\n- [ ] b"), 5),
        ProblemKind::EmptyEntry
    );
    assert_eq!(
        one_problem(&choice("- [x] a\n- [ ] b\nstray"), 7),
        ProblemKind::TextAfterAnswers
    );
    let pairs = "## T {#t .match}\n\nq\n\n- a => b\n- c";
    assert_eq!(one_problem(pairs, 6), ProblemKind::PairWithoutArrow);
    let twice = "## T {#t .match}\n\nq\n\n- a => b\n- c => b";
    assert_eq!(one_problem(twice, 6), ProblemKind::RepeatedSide("b".into()));
    let case = "## T {#t .case}\n\nq\n\n---\n\nm\n\n- (0) none";
    assert_eq!(one_problem(case, 9), ProblemKind::BadPoints);
}

#[test]
fn structure_is_checked() {
    assert_eq!(
        one_problem("## T {#t .card}\n\nq", 1),
        ProblemKind::MissingSeparator("card")
    );
    assert_eq!(
        one_problem("## T {#t .card}\n\nq\n\n---", 1),
        ProblemKind::MissingAnswer("answer")
    );
    assert_eq!(
        one_problem("## T {#t .card}\n\nq\n---\n\na", 4),
        ProblemKind::SeparatorGlued
    );
    assert_eq!(
        one_problem("## T {#t .card}\n\n---\n\na", 1),
        ProblemKind::MissingStem
    );
    assert_eq!(
        one_problem("## T {#t .card}\n\nq\n\n---\n\n```sh\nls", 7),
        ProblemKind::FenceOpen
    );
    assert_eq!(
        one_problem("## {#t .card}\n\nq\n\n---\n\na", 1),
        ProblemKind::MissingTitle
    );
    assert_eq!(
        one_problem("## T {#t .card\n\nq\n\n---\n\na", 1),
        ProblemKind::AttributesOpen
    );
}

#[test]
fn attributes_are_checked_with_suggestions() {
    let with = |attributes: &str| format!("## T {{#t .card {attributes}}}\n\nq\n\n---\n\na");
    assert_eq!(
        one_problem_kept(&with("lvel=easy")),
        ProblemKind::UnknownAttribute("lvel".into(), Some("level"))
    );
    assert!(matches!(
        one_problem_kept(&with("level=harsh")),
        ProblemKind::BadValue("level", ..)
    ));
    assert!(matches!(
        one_problem_kept(&with("minutes=0")),
        ProblemKind::BadValue("minutes", ..)
    ));
    assert!(matches!(
        one_problem_kept(&with("also=nowhere")),
        ProblemKind::BadValue("also", ..)
    ));
    assert_eq!(
        one_problem_kept(&with("odd")),
        ProblemKind::BadAttribute("odd".into())
    );
    assert_eq!(
        one_problem_kept(&with("level=easy level=hard")),
        ProblemKind::RepeatedAttribute("level".into())
    );
}

/// A mistake in an attribute that the item can do without: it is reported, and the item can be studied.
fn one_problem_kept(item: &str) -> ProblemKind {
    let parsed = read(item);
    assert_eq!(parsed.problems.len(), 1, "{:#?}", parsed.problems);
    assert_eq!(parsed.problems[0].place.line, 6);
    parsed.problems[0].kind.clone()
}

#[test]
fn links_and_months_are_checked() {
    let item = |reference: &str| format!("## T {{#t .card}}\n\nq\n\n---\n\na\n\n{reference}");
    let kind = one_problem(&item("[x](http://a.b)"), 9);
    assert_eq!(kind, ProblemKind::BadLink("http://a.b".into()));
    let parsed = read(&item("[x](https://a.b) (checked 2026-13)"));
    assert_eq!(
        parsed.problems[0].kind,
        ProblemKind::BadMonth("2026-13".into())
    );
    assert_eq!(
        parsed.deck.expect("a deck").items.len(),
        1,
        "a warning keeps the item"
    );
}

#[test]
fn a_file_that_is_no_deck_says_so() {
    for text in [
        "",
        "# Notes\n\nhello",
        "---\ndeck: x",
        "---\nname: x\n---\n",
        "---\ndeck: Not A Slug\n---\n",
    ] {
        let parsed = parse("x.md", text.as_bytes());
        assert!(parsed.deck.is_none(), "{text:?}");
        assert!(!parsed.problems.is_empty(), "{text:?}");
    }
}

#[test]
fn bytes_that_are_not_utf8_are_placed_and_the_rest_is_read() {
    let mut bytes = format!("{HEAD}## T {{#t .card}}\n\nab").into_bytes();
    bytes.extend(b"\xff\xfe\n\n---\n\na\n\n");
    bytes.extend(GOOD.as_bytes());
    let parsed = parse("mine.md", &bytes);
    assert_eq!(parsed.problems[0].kind, ProblemKind::NotUtf8);
    assert_eq!(
        (
            parsed.problems[0].place.line,
            parsed.problems[0].place.column
        ),
        (8, 3)
    );
    assert!(
        parsed
            .deck
            .expect("a deck")
            .items
            .iter()
            .any(|i| i.slug == "good")
    );
}

#[test]
fn an_item_with_unreadable_bytes_is_left_out_and_stays_known_after_it_was_stored_as_text() {
    let mut bytes = format!("{HEAD}## T {{#t .card}}\n\nab").into_bytes();
    bytes.extend(b"\xff\n\n---\n\na\n\n");
    bytes.extend(GOOD.as_bytes());
    let first = parse("mine.md", &bytes);
    let stored = String::from_utf8_lossy(&bytes).into_owned();
    let again = parse("mine.md", stored.as_bytes());
    for parsed in [first, again] {
        assert_eq!(parsed.problems.len(), 1);
        assert_eq!(parsed.problems[0].kind, ProblemKind::NotUtf8);
        let items = parsed.deck.expect("a deck").items;
        assert_eq!(
            items.iter().map(|i| i.slug.as_str()).collect::<Vec<_>>(),
            ["good"]
        );
    }
}

#[test]
fn problems_with_tasks_stand_in_the_order_of_the_file_and_their_items_are_left_out() {
    let track: cairn::deck::track::Track =
        toml::from_str(include_str!("../decks/aws-saa-c03/track.toml")).expect("a track");
    let text = format!(
        "---\ndeck: mine\ntrack: aws-saa-c03\n---\n\n## A {{#a .card task=9.9}}\n\nq\n\n---\n\na\n\n{GOOD}\n## B {{#b .crad}}\n"
    );
    let mut parsed = parse("mine.md", text.as_bytes());
    cairn::deck::check::settle(&mut parsed, &[track]);
    let lines: Vec<usize> = parsed.problems.iter().map(|p| p.place.line).collect();
    assert!(lines.is_sorted() && lines.len() == 2, "{lines:?}");
    assert!(
        matches!(&parsed.problems[0].kind, ProblemKind::UnknownTask(task, ..) if task == "9.9")
    );
    let items = parsed.deck.expect("a deck").items;
    assert_eq!(
        items.iter().map(|i| i.slug.as_str()).collect::<Vec<_>>(),
        ["good"]
    );
}

#[test]
fn a_line_of_ten_megabytes_is_reported_and_the_rest_is_read() {
    let body = format!(
        "## T {{#t .card}}\n\n{}\n\n---\n\na\n\n{GOOD}",
        "x".repeat(10_000_000)
    );
    let parsed = read(&body);
    assert_eq!(
        parsed.problems[0].kind,
        ProblemKind::LineTooLong(10_000_000)
    );
    assert!(
        parsed.problems[0].text.chars().count() < 200,
        "the quote is short"
    );
    assert!(
        parsed
            .deck
            .expect("a deck")
            .items
            .iter()
            .any(|i| i.slug == "good")
    );
    const { assert!(LINE_MAX < 100_000) };
}

#[test]
fn one_forgotten_fence_does_not_swallow_the_items_behind_it() {
    let parsed = read(&format!(
        "## T {{#t .card}}\n\nq\n\n---\n\n```\nopen\n\n{GOOD}"
    ));
    assert_eq!(parsed.problems.len(), 1);
    assert_eq!(parsed.deck.expect("a deck").items.len(), 1);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_do_not_matter() {
    let text = format!("\u{feff}{HEAD}{GOOD}").replace('\n', "\r\n");
    let parsed = parse("mine.md", text.as_bytes());
    assert!(parsed.problems.is_empty(), "{:?}", parsed.problems);
    assert_eq!(parsed.deck, read(GOOD).deck);
}
