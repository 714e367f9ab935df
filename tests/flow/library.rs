//! The library: what is found, what is done with many items, and taking it back.

use crate::bench::{Bench, EVENING, saa, whole_pack};
use cairn::app::view::browse::{ItemShown, LibraryView};
use cairn::app::{Browsing, Deed, Effect, Errand, Event, Only, Query, Route, answers_to};
use cairn::deck::id::ItemId;
use cairn::memory::Grade;
use cairn::store::MemorySlots;

fn start(route: Route) -> Bench {
    Bench::open_with(MemorySlots::default(), 1, EVENING, route, whole_pack())
}

fn library() -> Bench {
    start(Route::Library(Query::default()))
}

fn view(bench: &Bench) -> LibraryView {
    bench.app.library_view(bench.now).expect("the library")
}

fn browse(bench: &mut Bench, event: Browsing) {
    bench.send(Event::Browsing(event));
}

fn search(bench: &mut Bench, query: Query) -> usize {
    browse(bench, Browsing::Searched(query));
    view(bench).found.0
}

fn answer(bench: &mut Bench, grade: Grade) -> ItemId {
    ItemId::parse(&bench.answer(grade)).expect("an id")
}

fn only(only: Only) -> Query {
    Query {
        only,
        ..Query::default()
    }
}

#[test]
fn everything_is_there_and_each_letter_narrows_it() {
    let mut bench = library();
    let all = view(&bench);
    assert_eq!(all.found.0, all.found.1);
    assert_eq!(all.rows.len(), 30);
    browse(&mut bench, Browsing::MoreWanted);
    assert_eq!(view(&bench).rows.len(), 130);
    let words = |words: &str| Query {
        words: words.to_owned(),
        ..Query::default()
    };
    let found = search(&mut bench, words("gateway"));
    assert!(found > 3 && found < all.found.0 / 4, "{found}");
    assert_eq!(view(&bench).rows.len(), found.min(30));
    // The address holds what is looked for, and opens on it again.
    let shown = Errand::Show(Route::Library(words("gateway")));
    assert!(bench.others.contains(&Effect::Desk(shown)));
    let again = start(Route::parse("#/library?words=gateway"));
    assert_eq!(view(&again).found.0, found);
    assert_eq!(
        search(&mut bench, words("gateway endpoint no-such-word")),
        0
    );
}

#[test]
fn tracks_domains_tasks_and_states_are_told_apart() {
    let mut bench = library();
    let within = |task: Option<&str>| Query {
        track: Some(saa()),
        task: task.map(str::to_owned),
        ..Query::default()
    };
    let all = search(&mut bench, within(None));
    let domains: Vec<usize> = ["1", "2", "3", "4"]
        .map(|domain| search(&mut bench, within(Some(domain))))
        .into();
    // An item may serve tasks of two domains.
    assert!(domains.iter().sum::<usize>() >= all);
    assert!(domains.iter().all(|of| (1..all).contains(of)));
    let task = search(&mut bench, within(Some("1.1")));
    assert!(task > 0 && task < domains[0]);
    let fresh = search(&mut bench, only(Only::New));
    // Two answers, one of them wrong.
    bench.send(Event::Went(Route::Study(saa())));
    let missed = answer(&mut bench, Grade::Again);
    bench.answer(Grade::Good);
    bench.send(Event::Went(Route::Library(Query::default())));
    assert_eq!(search(&mut bench, only(Only::New)), fresh - 2);
    assert_eq!(search(&mut bench, only(Only::Missed)), 1);
    assert_eq!(view(&bench).rows[0].id, missed);
    assert_eq!(search(&mut bench, only(Only::Due)), 1);
    assert_eq!(search(&mut bench, only(Only::Flagged)), 0);
}

#[test]
fn what_is_done_with_many_is_stored_and_can_be_taken_back() {
    let mut bench = library();
    let query = Query {
        words: "lambda".to_owned(),
        ..Query::default()
    };
    let count = search(&mut bench, query);
    browse(&mut bench, Browsing::AllPicked(true));
    assert_eq!(view(&bench).picked, count);
    browse(&mut bench, Browsing::Did(Deed::Suspend, None));
    assert!(view(&bench).rows.iter().all(|row| row.state == "Suspended"));
    assert_eq!(view(&bench).undoable, count);
    // Done twice it is done once.
    let facts = bench.app.history().records().count();
    browse(&mut bench, Browsing::TakenBack);
    assert_eq!(view(&bench).undoable, 0);
    assert!(view(&bench).rows.iter().all(|row| row.state == "New"));
    assert_eq!(bench.app.history().records().count(), facts);
    browse(&mut bench, Browsing::Did(Deed::Flag, None));
    assert_eq!(search(&mut bench, only(Only::Flagged)), count);
    assert_eq!(view(&bench).picked, 0, "another search, other picks");
    // It is in the log, and so in every later start.
    let later = Bench::open_with(
        bench.journal.slots().clone(),
        2,
        EVENING,
        Route::parse("#/library?only=flagged"),
        whole_pack(),
    );
    assert_eq!(view(&later).found.0, count);
}

#[test]
fn an_item_tells_what_is_known_of_it_and_keeps_a_note() {
    let mut bench = start(Route::Study(saa()));
    let item = answer(&mut bench, Grade::Good);
    bench.send(Event::Went(Route::Item(item.clone())));
    let read = Effect::Desk(Errand::ReadItem(item.clone()));
    assert!(bench.others.contains(&read));
    browse(
        &mut bench,
        Browsing::Noted(item.clone(), " mind the Region ".to_owned()),
    );
    let facts = bench.facts();
    browse(
        &mut bench,
        Browsing::HistoryRead(item.clone(), answers_to(&item, facts)),
    );
    let view = bench.app.item_view(bench.now).expect("an item");
    let ItemShown::Here(page) = view.shown else {
        panic!("{:?}", view.shown);
    };
    assert_eq!(page.note, "mind the Region");
    assert_eq!(page.row.marks, ["Note"]);
    assert!(page.question.answered.is_some());
    let past = page.past.expect("read");
    assert_eq!((past.len(), past[0].1.as_str()), (1, "Good"));
    let fact = |name| {
        page.facts
            .iter()
            .find(|(of, _)| *of == name)
            .map(|(_, words)| words.clone())
    };
    assert_eq!(fact("Answered").as_deref(), Some("once, 100 % remembered"));
    assert!(fact("Next").is_some_and(|words| words.starts_with("In ")));
}

#[test]
fn an_item_that_no_deck_has_is_said_to_be_unknown() {
    let id = ItemId::parse("aws-saa-c03/never-was-there").expect("an id");
    let bench = start(Route::Item(id));
    let view = bench.app.item_view(bench.now).expect("an item");
    assert_eq!(view.shown, ItemShown::Unknown);
}

#[test]
fn answers_that_were_taken_back_are_not_in_an_items_history() {
    let mut bench = start(Route::Study(saa()));
    let item = answer(&mut bench, Grade::Good);
    assert_eq!(answers_to(&item, bench.facts()).len(), 1);
    bench.send(Event::Undid);
    assert_eq!(answers_to(&item, bench.facts()).len(), 0);
}

#[test]
fn a_text_with_deletions_is_listed_and_found_without_its_marks() {
    let mut bench = library();
    let clozes = |bench: &Bench| {
        let rows = view(bench).rows.into_iter();
        rows.filter(|row| row.origin.starts_with("cloze"))
            .collect::<Vec<_>>()
    };
    while clozes(&bench).is_empty() {
        browse(&mut bench, Browsing::MoreWanted);
    }
    let row = clozes(&bench).remove(0);
    assert!(!row.words.contains("{{c"), "{}", row.words);
    let words: Vec<&str> = row.words.split_whitespace().take(6).collect();
    let query = Query {
        words: words.join(" "),
        ..Query::default()
    };
    assert!(search(&mut bench, query) >= 1);
}
