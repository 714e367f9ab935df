//! A drill that is practised against the clock: ten in a row, each another question, and what comes of it over time.

use crate::bench::{Bench, EVENING, saa};
use cairn::app::view::Shown;
use cairn::app::view::drills::DrillsView;
use cairn::app::view::run::RunSummary;
use cairn::app::{Event, RUN, Route};
use cairn::deck::id::ItemId;
use cairn::deck::item::Level;
use cairn::deck::pack::Pack;
use cairn::deck::parse::parse;
use cairn::memory::Grade;
use cairn::review::What;
use cairn::store::MemorySlots;

const SKILL: &str = "aws-saa-c03/drill-cidr-medium";

fn skill() -> ItemId {
    ItemId::parse(SKILL).expect("an item")
}

/// The drills of the deck that is shipped.
fn bench_at(route: Route) -> Bench {
    let text = std::fs::read("decks/aws-saa-c03/drills.md").expect("a deck");
    let parsed = parse("drills.md", &text);
    assert_eq!(parsed.problems, []);
    let pack = Pack::of(saa(), vec![parsed.deck.expect("items")]).to_bytes();
    Bench::open_with(MemorySlots::default(), 1, EVENING, route, pack)
}

fn summary(bench: &Bench) -> RunSummary {
    match bench.view().shown {
        Shown::Ran(run) => *run,
        other => panic!("no end of a run: {other:?}"),
    }
}

#[test]
fn ten_questions_of_one_skill_and_then_what_came_of_them() {
    let mut bench = bench_at(Route::Practice(skill()));
    let mut stems = Vec::new();
    for place in 1..=RUN {
        assert_eq!(bench.asked(), SKILL);
        let question = bench.question().expect("a question");
        let run = question.run.expect("a run");
        assert_eq!((run.place, run.of, run.seconds), (place, RUN, 60));
        assert_eq!(run.until, None);
        let stem = format!("{:?}", question.stem);
        assert!(!stems.contains(&stem), "asked twice: {stem}");
        stems.push(stem);
        bench.now.at.0 += 20_000;
        bench.reveal();
        let run = bench.question().and_then(|q| q.run).expect("a run");
        assert_eq!(run.until.map(|until| until - run.since), Some(20_000));
        // Reading the working takes its time, but none of the clock's.
        bench.now.at.0 += 40_000;
        let grade = if place <= 7 {
            Grade::Good
        } else {
            Grade::Again
        };
        bench.send(Event::Graded(grade));
    }
    let run = summary(&bench);
    assert_eq!(
        (run.right, run.in_time, run.of, run.seconds),
        (7, 7, RUN, 20)
    );
    assert!(run.advice.contains("Read the working"), "{}", run.advice);
    assert_eq!(run.next, None);
    let answers = bench.facts();
    let answers = answers.iter().filter_map(|fact| match &fact.what {
        What::Answered(answer) => Some((answer.item.to_string(), answer.ms)),
        _ => None,
    });
    let answers: Vec<_> = answers.collect();
    assert_eq!(answers, vec![(SKILL.to_owned(), 20_000); RUN]);

    // Another ten, and away from it and back.
    bench.send(Event::More);
    assert_eq!(
        bench.question().and_then(|q| q.run).map(|run| run.place),
        Some(1)
    );
    bench.answer(Grade::Good);
    bench.send(Event::Went(Route::Start));
    bench.send(Event::Went(Route::Practice(skill())));
    assert_eq!(
        bench.question().and_then(|q| q.run).map(|run| run.place),
        Some(2)
    );
}

#[test]
fn what_was_answered_in_a_run_is_taken_back_and_nothing_else() {
    let mut bench = bench_at(Route::Practice(skill()));
    bench.send(Event::Undid);
    assert!(bench.facts().is_empty());
    let first = format!("{:?}", bench.question().expect("a question").stem);
    bench.answer(Grade::Good);
    bench.answer(Grade::Good);
    bench.send(Event::Undid);
    bench.send(Event::Undid);
    let question = bench.question().expect("a question");
    assert_eq!(format!("{:?}", question.stem), first);
    assert_eq!(question.run.map(|run| (run.place, run.right)), Some((1, 0)));
    // Nothing of the run is left to take back, and the answers of other days are none of its business.
    bench.send(Event::Undid);
    assert_eq!(bench.facts().len(), 4);
    // What is practised was asked for: it is neither buried nor suspended by a key pressed in passing.
    bench.send(Event::Buried);
    bench.send(Event::Suspended);
    assert_eq!(bench.facts().len(), 4);
}

#[test]
fn all_right_and_in_time_leads_a_level_up_and_much_wrong_a_level_down() {
    for (grade, next) in [(Grade::Good, "hard"), (Grade::Again, "easy")] {
        let mut bench = bench_at(Route::Practice(skill()));
        for _ in 0..RUN {
            bench.answer(grade);
        }
        let (level, item) = summary(&bench).next.expect("another level");
        assert_eq!(level, next);
        bench.send(Event::Went(Route::Practice(item.clone())));
        assert_eq!(bench.asked(), item.to_string());
        assert_eq!(
            bench.question().and_then(|q| q.run).map(|run| run.place),
            Some(1)
        );
    }
}

#[test]
fn studying_goes_on_where_it_was_after_a_run() {
    let mut bench = bench_at(Route::Start);
    bench.study();
    let first = bench.asked();
    bench.send(Event::Went(Route::Practice(skill())));
    assert_eq!(bench.asked(), SKILL);
    bench.send(Event::Went(Route::Study(saa())));
    assert_eq!(bench.asked(), first);
    assert_eq!(bench.question().expect("a question").run, None);
}

#[test]
fn a_skill_that_is_not_there_or_is_no_drill_says_so() {
    for id in ["aws-saa-c03/drill-nothing-easy", "nowhere/drill-cidr-easy"] {
        let item = ItemId::parse(id).expect("an id");
        let bench = bench_at(Route::Practice(item));
        assert_eq!(bench.view().shown, Shown::Unknown, "{id}");
    }
}

#[test]
fn the_list_shows_each_type_and_its_page_how_it_went() {
    let mut bench = bench_at(Route::Practice(skill()));
    for place in 0..RUN {
        bench.answer(if place < 6 { Grade::Good } else { Grade::Again });
    }
    bench.send(Event::Went(Route::Drills(None)));
    let Some(DrillsView::Here(groups)) = bench.app.drills_view(bench.now) else {
        panic!("no list");
    };
    let [(heading, rows)] = &groups[..] else {
        panic!("one group: {groups:?}");
    };
    assert_eq!(heading, "All drills");
    assert!(rows.is_sorted_by_key(|row| row.name) && rows.len() == 14);
    let cidr = rows.iter().find(|row| row.id == "cidr").expect("subnets");
    let levels: Vec<_> = cidr
        .levels
        .iter()
        .map(|(level, _, done)| (*level, *done))
        .collect();
    let tried = [
        (Level::Easy, (0, 0)),
        (Level::Medium, (10, 6)),
        (Level::Hard, (0, 0)),
    ];
    assert_eq!(levels, tried);

    bench.send(Event::Went(Route::Drills(Some("cidr"))));
    let page = bench.app.drill_page(bench.now).expect("a page");
    let medium = &page.levels[1];
    assert_eq!((medium.answers, medium.dots.len()), ((10, 6), 10));
    let words = medium.words.as_deref().unwrap_or_default();
    assert!(words.starts_with("Your last 10: 6 of 10 right"), "{words}");
    let days = page.days.expect("they are read");
    assert_eq!(days.len(), 1);
    assert_eq!(
        (days[0].answers, page.levels[0].words.clone()),
        ((10, 6), None)
    );

    // An exam that is booked has its drills first, under its name.
    bench.send(Event::Desk(cairn::app::Desk::Booked(
        saa(),
        "2026-12-20".to_owned(),
    )));
    bench.send(Event::Went(Route::Drills(None)));
    let Some(DrillsView::Here(groups)) = bench.app.drills_view(bench.now) else {
        panic!("no list");
    };
    assert_eq!(groups.len(), 1);
    assert_ne!(groups[0].0, "All drills");
}
