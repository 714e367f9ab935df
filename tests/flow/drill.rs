//! Drills in a session: made when they are asked, told in the log by their seed, other figures the next time.

use crate::bench::{Bench, DAY, EVENING, saa};
use cairn::app::view::Parts;
use cairn::app::{Event, Route};
use cairn::deck::given::Given;
use cairn::deck::item::Level;
use cairn::deck::pack::Pack;
use cairn::deck::parse::parse;
use cairn::drill::Type;
use cairn::drill::figure::Figures;
use cairn::memory::Grade;
use cairn::review::What;
use cairn::store::MemorySlots;

const DECK: &str = "---
track: aws-saa-c03
domain: 3
---

## Subnets {#drill-cidr-easy .drill task=3.4 level=easy drill=cidr}

How many addresses of a subnet can be used.

[VPC CIDR blocks](https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html) (checked 2026-11)
";

fn bench() -> Bench {
    let parsed = parse("3.md", DECK.as_bytes());
    assert_eq!(parsed.problems, []);
    let pack = Pack::of(saa(), vec![parsed.deck.expect("items")]).to_bytes();
    let slots = MemorySlots::default();
    Bench::open_with(slots, 1, EVENING, Route::Start, pack)
}

fn stem(bench: &Bench) -> String {
    format!("{:?}", bench.question().expect("a question").stem)
}

/// The question of the last answer in the log, made again from what the log says.
fn told(bench: &Bench) -> (u32, String) {
    let facts = bench.facts();
    let last = facts.iter().rev().find_map(|fact| match &fact.what {
        What::Answered(answer) => Some(answer),
        _ => None,
    });
    let answer = last.expect("an answer");
    let Some(Given::Drawn(drawn, given)) = &answer.given else {
        panic!("no drill: {:?}", answer.given);
    };
    assert!(matches!(**given, Given::Options(_)));
    let of = Type::named("cidr").expect("it is there");
    assert_eq!(drawn.version, of.version);
    let asked = of.asked(Level::Easy, drawn.seed);
    (drawn.seed, asked.body.stem().to_owned())
}

#[test]
fn a_drill_is_made_anew_each_time_and_the_log_says_which_it_was() {
    let mut bench = bench();
    bench.study();
    let first = stem(&bench);
    assert!(first.contains("An AWS subnet has the block"), "{first}");
    let question = bench.question().expect("a question");
    assert!(matches!(question.parts, Parts::Choice(ref options, 1) if options.len() >= 3));
    // The same after a reload.
    let slots = bench.journal.slots().clone();
    let pack = bench.pack.clone();
    let mut bench = Bench::open_with(slots, 2, EVENING, Route::Study(saa()), pack);
    assert_eq!(stem(&bench), first);
    bench.answer(Grade::Good);
    let (seed, asked) = told(&bench);
    let block = asked.split('`').nth(1).expect("a block").to_owned();
    assert!(first.contains(&block), "{asked} is not {first}");

    // Some days later it is asked again, with other figures.
    bench.now.at.0 += 20 * DAY;
    bench.study();
    let second = stem(&bench);
    assert_ne!(second, first);
    bench.answer(Grade::Good);
    assert_ne!(told(&bench).0, seed);
    // An answer that is taken back brings the same question again.
    bench.send(Event::Undid);
    assert_eq!(stem(&bench), second);
}

#[test]
fn a_drill_that_is_not_there_says_so() {
    let text = DECK.replace("drill=cidr", "drill=cidre");
    let deck = parse("3.md", text.as_bytes()).deck.expect("items");
    let pack = Pack::of(saa(), vec![deck]).to_bytes();
    let slots = MemorySlots::default();
    let mut bench = Bench::open_with(slots, 1, EVENING, Route::Start, pack);
    bench.study();
    bench.reveal();
    let answer = bench.question().expect("a question").answered;
    assert!(format!("{answer:?}").contains("There is no drill"));
}

#[test]
fn a_heading_that_names_no_drill_is_a_problem() {
    let problems = parse("3.md", DECK.replace(" drill=cidr", "").as_bytes()).problems;
    assert_eq!(problems.len(), 1);
    assert!(
        problems[0]
            .to_string()
            .contains("does not say of which type")
    );
    let written = parse("3.md", DECK.as_bytes()).deck.expect("items");
    let again = parse("3.md", cairn::deck::write::write(&written).as_bytes());
    assert_eq!(again.deck, Some(written));
}

#[test]
fn a_drill_is_drawn_once_its_answer_is_shown_and_not_before() {
    let mut bench = bench();
    bench.study();
    assert_eq!(
        bench.question().expect("a question").figures,
        Figures::default()
    );
    bench.send(Event::Picked(0));
    assert_eq!(
        bench.question().expect("a question").figures,
        Figures::default()
    );
    bench.send(Event::Revealed);
    let shown = bench.question().expect("its answer");
    let worked = shown.figures.worked.expect("a drawing");
    // It is of this very question.
    let block = worked.words.split(' ').next().expect("a block");
    assert!(format!("{:?}", shown.stem).contains(block), "{block}");
    assert_eq!(shown.figures.asked, None);
}
