//! Sessions, own decks, backups and what the start page says of them.

use crate::bench::{Bench, DAY, EVENING, HOUR, pack, saa};
use cairn::app::view::{Parts, Shown};
use cairn::app::{App, Desk, Effect, Errand, Event, Form, Route, Storage};
use cairn::deck::id::{ItemId, TrackId};
use cairn::deck::pack::{Entry, Index};
use cairn::memory::{Grade, Scheduler};
use cairn::review::{Answer, Fact, FactId, History, Sighting, What, Writer};
use cairn::store::{Journal, MemorySlots, Opening, SlotError, Sound, write_backup};
use cairn::study::due_day;
use cairn::time::{Stamp, days_in_words};

#[test]
fn a_days_new_items_are_asked_once_and_then_the_day_is_done() {
    let mut bench = Bench::start();
    bench.study();
    let mut asked = Vec::new();
    while bench.question().is_some() {
        asked.push(bench.answer(Grade::Good));
    }
    assert_eq!(asked.len(), 20);
    asked.sort();
    asked.dedup();
    assert_eq!(asked.len(), 20, "no item twice");
    let Shown::Done(done) = bench.view().shown else {
        panic!("the session is over")
    };
    assert_eq!(
        (done.answers, done.firsts, done.remembered_percent),
        (20, 20, 100)
    );
    bench.send(Event::More);
    assert!(bench.question().is_some(), "more new items when asked for");
}

#[test]
fn the_next_days_hold_exactly_what_is_due() {
    let mut bench = Bench::start();
    bench.study();
    let mut due_on = std::collections::BTreeMap::<i64, Vec<String>>::new();
    for n in 0..12 {
        let item = bench.asked();
        bench.answer(if n % 3 == 0 { Grade::Hard } else { Grade::Good });
        let id = ItemId::parse(&item).expect("an id");
        let record = bench.app.history().of(&id).expect("a record");
        let due = due_day(bench.app.history(), &id, record).expect("a day");
        let today = bench.app.history().day(bench.now);
        due_on
            .entry(i64::from(due.since(today)))
            .or_default()
            .push(item);
    }
    assert!(due_on.len() >= 2 && !due_on.contains_key(&0), "{due_on:?}");
    bench.send(Event::Desk(Desk::Changed(
        cairn::review::Setting::NewPerDay(0),
    )));
    for day in 1..=3 {
        bench = bench.reload(1 + day as u64, EVENING + day * DAY);
        bench.study();
        let mut expected: Vec<String> = due_on.get(&day).cloned().unwrap_or_default();
        let mut asked = Vec::new();
        while bench.question().is_some() {
            asked.push(bench.answer(Grade::Easy));
        }
        expected.sort();
        asked.sort();
        assert_eq!(asked, expected, "day {day}");
    }
}

#[test]
fn a_button_says_the_day_that_comes_of_it() {
    let mut bench = Bench::start();
    for day in 0..12 {
        bench = bench.reload(1 + day as u64, EVENING + day * DAY);
        bench.study();
        for n in 0..30 {
            if bench.question().is_none() {
                break;
            }
            let grade = Grade::ALL[(n + day as usize) % 4];
            agrees(&mut bench, grade);
        }
    }
}

/// Answers what is asked; the item comes back on the day that the button says.
fn agrees(bench: &mut Bench, grade: Grade) {
    bench.reveal();
    let answered = bench.question().and_then(|question| question.answered);
    let grades = answered.expect("an answer").grades;
    let button = grades.iter().find(|button| button.grade == grade);
    let said = button.expect("a button").next.clone();
    let item = bench.answer(grade);
    let id = ItemId::parse(&item).expect("an id");
    let history = bench.app.history();
    let record = history.of(&id).expect("a record");
    let due = due_day(history, &id, record).expect("a day");
    let days = due.since(history.day(bench.now));
    assert_eq!(days_in_words(days), said, "{item}");
}

#[test]
fn a_button_heeds_what_another_tab_did_while_the_answer_was_read() {
    for empty in 7_i32..=9 {
        let mut bench = Bench::start();
        bench.study();
        bench.reveal();
        // Elsewhere many items are put on all days of the range but one.
        let mut number = 0;
        for n in 0..120 {
            number += 1;
            let id = FactId {
                writer: Writer(99),
                number,
            };
            let item = ItemId::parse(&format!("elsewhere/{n}")).expect("an id");
            let answer = Answer {
                item: item.clone(),
                grade: Grade::Easy,
                given: None,
                ms: 1_000,
                sighting: Sighting::First,
                corrected: false,
            };
            let what = What::Answered(answer);
            let at = bench.now;
            bench.send(Event::Arrived(Box::new(Fact { id, at, what })));
            let history = bench.app.history();
            let due = due_day(history, &item, history.of(&item).expect("a record"));
            if due == Some(history.day(at).plus(empty)) {
                number += 1;
                let undo = Fact {
                    id: FactId { number, ..id },
                    at,
                    what: What::Undone(id),
                };
                bench.send(Event::Arrived(Box::new(undo)));
            }
        }
        agrees(&mut bench, Grade::Easy);
    }
}

#[test]
fn what_was_forgotten_comes_back_the_same_day_until_it_sits() {
    let mut bench = Bench::start();
    bench.study();
    let forgotten = bench.answer(Grade::Again);
    let mut between = 0;
    while bench.asked() != forgotten {
        bench.answer(Grade::Good);
        between += 1;
    }
    assert_eq!(between, cairn::study::relearn::RELEARN_GAP);
    bench.answer(Grade::Again);
    let mut times = 0;
    while bench.question().is_some() {
        times += usize::from(bench.answer(Grade::Good) == forgotten);
    }
    assert_eq!(times, 1, "once more, and then it sits");
}

#[test]
fn the_day_rolls_over_at_four_and_not_at_midnight() {
    // 23:30, then 03:30 of the same study day.
    let mut bench = Bench::open(MemorySlots::default(), 1, EVENING + 5 * HOUR + HOUR / 2);
    bench.study();
    while bench.question().is_some() {
        bench.answer(Grade::Good);
    }
    bench.now.at.0 = EVENING + 9 * HOUR + HOUR / 2;
    bench.study();
    assert!(
        matches!(bench.view().shown, Shown::Done(_)),
        "still the same day at half past three"
    );
    bench.now.at.0 = EVENING + 10 * HOUR;
    bench.study();
    assert!(bench.question().is_some(), "a new day at four");
}

#[test]
fn a_reload_loses_nothing_and_goes_on_where_it_was() {
    let mut bench = Bench::start();
    bench.study();
    for _ in 0..7 {
        bench.answer(Grade::Good);
    }
    let next = bench.asked();
    let now = bench.now.at.0;
    let mut bench = bench.reload(2, now);
    assert_eq!(bench.app.history().answer_count(), 7);
    bench.study();
    assert_eq!(bench.asked(), next);
}

#[test]
fn undo_takes_back_any_number_of_steps_and_leaves_no_trace() {
    let mut bench = Bench::start();
    bench.study();
    let mut asked = Vec::new();
    for grade in [Grade::Good, Grade::Again, Grade::Easy, Grade::Hard] {
        asked.push(bench.answer(grade));
    }
    for item in asked.iter().rev() {
        bench.send(Event::Undid);
        assert_eq!(&bench.asked(), item);
    }
    assert_eq!(bench.app.history().answer_count(), 0);
    bench.send(Event::Undid);
    assert_eq!(&bench.asked(), &asked[0], "there is nothing left to undo");
    // Undo reaches back over a reload, too.
    bench.answer(Grade::Good);
    let now = bench.now.at.0;
    let mut bench = bench.reload(2, now);
    bench.study();
    bench.send(Event::Undid);
    assert_eq!(bench.app.history().answer_count(), 0);
}

#[test]
fn an_answer_that_cannot_be_stored_stays_on_the_screen_and_is_stored_on_retry() {
    let mut bench = Bench::start();
    bench.study();
    bench.answer(Grade::Good);
    let asked = bench.asked();
    bench.journal.slots_mut().broken = Some(SlotError::Full);
    bench.answer(Grade::Good);
    assert_eq!(bench.view().save_error, Some(SlotError::Full));
    assert_eq!(bench.asked(), asked, "the next question waits");
    bench.send(Event::Graded(Grade::Easy));
    assert_eq!(
        bench.asked(),
        asked,
        "and nothing else is recorded meanwhile"
    );
    bench.journal.slots_mut().broken = None;
    bench.send(Event::StoreRetried);
    assert_eq!(bench.view().save_error, None);
    assert_ne!(bench.asked(), asked);
    assert_eq!(bench.app.history().answer_count(), 2);
    let now = bench.now.at.0;
    assert_eq!(bench.reload(2, now).app.history().answer_count(), 2);
}

#[test]
fn storage_that_is_switched_off_is_said_and_nothing_is_asked() {
    let slots = MemorySlots {
        broken: Some(SlotError::Denied),
        ..MemorySlots::default()
    };
    let mut bench = Bench::open(slots, 1, EVENING);
    assert_eq!(bench.app.storage(), &Storage::Unusable(SlotError::Denied));
    bench.study();
    assert_eq!(bench.view().shown, Shown::Unusable(SlotError::Denied));
}

#[test]
fn suspended_and_buried_items_are_not_asked_and_undo_brings_them_back() {
    let mut bench = Bench::start();
    bench.study();
    let first = bench.asked();
    bench.send(Event::Suspended);
    let second = bench.asked();
    bench.send(Event::Buried);
    let mut asked = Vec::new();
    while bench.question().is_some() {
        asked.push(bench.answer(Grade::Good));
    }
    assert!(!asked.contains(&first) && !asked.contains(&second));
    let now = bench.now.at.0;
    let mut next = bench.reload(2, now + DAY);
    next.study();
    next.send(Event::Desk(Desk::Changed(
        cairn::review::Setting::NewPerDay(900),
    )));
    let mut asked = Vec::new();
    while next.question().is_some() {
        asked.push(next.answer(Grade::Good));
    }
    assert!(!asked.contains(&first) && asked.contains(&second));
    let mut bench = Bench::start();
    bench.study();
    bench.send(Event::Suspended);
    bench.send(Event::Undid);
    assert_eq!(bench.asked(), first);
}

#[test]
fn a_wrong_choice_is_again_and_overruling_it_is_recorded() {
    let mut bench = Bench::start();
    bench.study();
    // Find a question with one right option and choose a wrong one.
    loop {
        let question = bench.question().expect("a question");
        if let Parts::Choice(rows, 1) = &question.parts {
            let rows = rows.len();
            let wrong = (0..rows).find(|place| {
                bench.send(Event::Picked(*place));
                bench.send(Event::Revealed);
                let answered = bench
                    .question()
                    .and_then(|q| q.answered)
                    .expect("an answer");
                let wrong = answered.verdict.is_some_and(|(right, _)| !right);
                if !wrong {
                    bench.send(Event::Graded(Grade::Good));
                    bench.send(Event::Undid);
                }
                wrong
            });
            assert!(wrong.is_some());
            break;
        }
        bench.answer(Grade::Good);
    }
    let answered = bench
        .question()
        .and_then(|q| q.answered)
        .expect("an answer");
    assert!(answered.grades[0].suggested && !answered.grades[0].overrules);
    assert!(answered.grades[2].overrules);
    bench.send(Event::Graded(Grade::Good));
    let (_, loaded) = Journal::open(bench.journal.slots().clone(), None, Writer(0));
    let last = loaded.expect("the log").facts.pop().map(|fact| fact.what);
    assert!(matches!(last, Some(cairn::review::What::Answered(answer)) if answer.corrected));
}

#[test]
fn export_wipe_import_gives_the_same_state_and_importing_twice_changes_nothing() {
    let mut bench = Bench::start();
    bench.study();
    for grade in [
        Grade::Good,
        Grade::Again,
        Grade::Easy,
        Grade::Hard,
        Grade::Good,
    ] {
        bench.answer(grade);
    }
    bench.send(Event::Undid);
    bench.send(Event::Went(Route::Data));
    bench.send(Event::Desk(Desk::BackupAsked(Form::Lines)));
    assert!(
        matches!(&bench.others[..], [Effect::Desk(Errand::SaveBackup(name, Form::Lines))] if name == "cairn-backup-2026-11-21.jsonl")
    );
    let (_, loaded) = Journal::open(bench.journal.slots().clone(), None, Writer(0));
    let backup = write_backup(&loaded.expect("the log").facts, &[]);
    let mut fresh = Bench::open(MemorySlots::default(), 5, bench.now.at.0);
    fresh.send(Event::Desk(Desk::BackupPicked(backup.clone().into_bytes())));
    let preview = fresh.app.data_view(fresh.now).import.expect("a preview");
    assert_eq!(
        (preview.entries, preview.answers, preview.others),
        (6, 5, 1)
    );
    fresh.send(Event::Desk(Desk::ImportAccepted));
    assert_eq!(fresh.app.history().answer_count(), 4);
    bench.study();
    fresh.study();
    assert_eq!(fresh.view().shown, bench.view().shown);
    fresh.send(Event::Desk(Desk::BackupPicked(backup.into_bytes())));
    let preview = fresh.app.data_view(fresh.now).import.expect("a preview");
    assert_eq!(preview.answers + preview.others, 0);
}

#[test]
fn an_own_deck_is_previewed_added_studied_and_removed() {
    let mut bench = Bench::start();
    let text = "---\ndeck: ports\nname: My ports\n---\n\n## A {#a .card}\n\nq\n\n---\n\n443\n\n## B {#b .choise}\n\nq\n";
    bench.send(Event::Desk(Desk::DeckPicked(
        "ports.md".into(),
        text.as_bytes().to_vec(),
    )));
    let preview = bench.app.decks_view().preview.expect("a preview");
    assert_eq!((preview.items, preview.problems.len()), (1, 1));
    assert_eq!(preview.problems[0].place.line, 14);
    bench.send(Event::Desk(Desk::DeckAccepted));
    let now = bench.now.at.0;
    let mut bench = bench.reload(2, now);
    let ports = TrackId::new("ports").expect("a slug");
    bench.send(Event::Went(Route::Study(ports.clone())));
    assert_eq!(bench.asked(), "ports/a");
    bench.answer(Grade::Good);
    bench.send(Event::Desk(Desk::DeckRemoved(ports.clone())));
    assert!(bench.app.decks_view().own.is_empty());
    assert_eq!(
        bench.app.history().answer_count(),
        1,
        "answers stay when a deck goes"
    );
    bench.send(Event::Went(Route::Start));
    bench.send(Event::Went(Route::Study(ports)));
    assert_eq!(bench.view().shown, Shown::Unknown);
}

#[test]
fn the_name_of_a_shipped_track_cannot_be_taken_by_an_own_deck() {
    let mut bench = Bench::start();
    let text = "---\ndeck: aws-saa-c03\n---\n\n## A {#a .card}\n\nq\n\n---\n\na\n";
    bench.send(Event::Desk(Desk::DeckPicked(
        "x.md".into(),
        text.as_bytes().to_vec(),
    )));
    let preview = bench.app.decks_view().preview.expect("a preview");
    assert!(preview.id.is_none() && preview.refused.is_some());
    bench.send(Event::Desk(Desk::DeckAccepted));
    assert!(bench.app.decks_view().own.is_empty());
}

#[test]
fn items_that_do_not_arrive_can_be_fetched_again() {
    let mut bench = Bench::start();
    bench.pack = b"{".to_vec();
    bench.study();
    assert!(matches!(bench.view().shown, Shown::Failed(_)));
    bench.pack = pack();
    bench.send(Event::FetchRetried);
    assert!(bench.question().is_some());
}

#[test]
fn while_the_items_of_a_begun_track_are_on_their_way_no_other_is_begun() {
    let mut bench = Bench::start();
    bench.study();
    bench.answer(Grade::Good);
    let mut journal = Journal::new(bench.journal.slots().clone(), Writer(2));
    let scan = journal.scan(None, &Sound::new()).expect("slots that work");
    let fresh = History::new(Scheduler::default());
    let opening = Opening::new(scan, None, fresh, &mut journal).expect("nothing taken for whole");
    let (mut app, _) = App::start(Ok(opening.whole(&mut journal)), Writer(2));
    let now = bench.now;
    let tracks = ["hashicorp-terraform-004", "aws-saa-c03"].map(|id| {
        let toml = std::fs::read_to_string(format!("decks/{id}/track.toml")).expect("a track");
        Entry {
            track: toml::from_str(&toml).expect("a track"),
            items: 9,
            pack: Some(format!("{id}.pack")),
        }
    });
    let index = Index {
        tracks: tracks.into(),
    };
    app.update(Event::IndexFetched(Ok(index.to_bytes())), now);
    let start = app.start_view(now);
    assert_eq!(start.open.len(), 1, "another track could be begun");
    assert_eq!((start.first, start.waiting), (Some(saa()), 0));
    assert!(start.loading, "it is not said to be done for today");
    app.update(Event::PackFetched(saa(), Ok(pack())), now);
    let start = app.start_view(now);
    assert_eq!((start.first, start.loading), (Some(saa()), false));
    assert!(start.waiting > 0);
}

#[test]
fn a_clock_that_was_set_back_neither_panics_nor_loses_answers() {
    let mut bench = Bench::start();
    bench.study();
    bench.answer(Grade::Good);
    bench.now.at.0 -= 365 * DAY;
    bench.study();
    bench.answer(Grade::Good);
    assert_eq!(bench.app.history().answer_count(), 2);
    assert!(!bench.app.start_view(bench.now).today.is_empty());
}

#[test]
fn a_deck_chosen_before_the_list_of_tracks_has_come_is_looked_at_when_it_has() {
    let history = History::new(Scheduler::default());
    let mut journal = Journal::new(MemorySlots::default(), Writer(1));
    let scan = journal.scan(None, &Sound::new()).expect("slots that work");
    let opening = Opening::new(scan, None, history, &mut journal).expect("nothing taken for whole");
    let (mut app, _) = App::start(Ok(opening.whole(&mut journal)), Writer(1));
    let now = Stamp::new(EVENING, 60);
    let text = "---\ndeck: my-ports\n---\n\n## HTTPS {#https .card}\n\nPort?\n\n---\n\n443\n";
    let picked = Desk::DeckPicked("ports.md".to_owned(), text.as_bytes().to_vec());
    app.update(Event::Desk(picked), now);
    assert!(
        app.decks_view().preview.is_none(),
        "there is nothing to check it against yet"
    );
    let index = Index { tracks: Vec::new() };
    app.update(Event::IndexFetched(Ok(index.to_bytes())), now);
    let preview = app.decks_view().preview.expect("looked at");
    assert_eq!((preview.items, preview.refused), (1, None));
}

#[test]
fn a_clock_that_was_set_back_is_told_and_one_that_is_a_little_behind_is_not() {
    let mut bench = Bench::start();
    bench.study();
    bench.answer(Grade::Good);
    let clock = |bench: &Bench| bench.app.start_view(bench.now).clock;
    assert_eq!(clock(&bench), None);
    bench.now.at.0 -= 20 * HOUR;
    assert_eq!(clock(&bench), None);
    bench.now.at.0 = EVENING - 365 * DAY;
    let words = clock(&bench).expect("a word about the clock");
    assert!(
        words.contains("2025-11-21") && words.contains("2026-11-21"),
        "{words}"
    );
}
