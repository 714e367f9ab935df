//! What is written where an item is met: notes that nothing loses, and items of own decks that are edited in place.

use crate::bench::{Bench, EVENING, saa};
use cairn::app::keys::{HELP, Key, in_place_key};
use cairn::app::view::browse::ItemShown;
use cairn::app::view::in_place::{EditorView, InPlaceView, Open};
use cairn::app::view::{Parts, QuestionView, Shown};
use cairn::app::{Browsing, Desk, Event, InPlace, Query, Route};
use cairn::deck::edit::patched;
use cairn::deck::id::{ItemId, TrackId};
use cairn::deck::markup::plain_of;
use cairn::memory::Grade;
use cairn::review::{Fact, FactId, Record, What, Writer};
use cairn::store::SlotError;

const PORTS: &str = "---\ndeck: ports\n---\n\n## A {#a .card}\n\nWhich port does HTTPS use?\n\n---\n\n443\n\n## B {#b .choice}\n\nWhich port does SSH use?\n\n- [ ] 21\n- [x] 23\n- [ ] 22\n\n## C {#c .cloze}\n\n{{c1::TCP}} and {{c2::UDP}}.\n";

fn ports() -> TrackId {
    TrackId::new("ports").expect("a slug")
}

fn id(text: &str) -> ItemId {
    ItemId::parse(text).expect("an id")
}

fn write(bench: &mut Bench, event: InPlace) {
    bench.send(Event::InPlace(event));
}

fn note(bench: &mut Bench, text: &str) {
    write(bench, InPlace::NoteOpened);
    write(bench, InPlace::NoteTyped(text.to_owned()));
}

fn kept(bench: &Bench, item: &str) -> Option<String> {
    let record = bench.app.history().of(&id(item));
    record.and_then(Record::note).map(str::to_owned)
}

fn seen(bench: &Bench) -> InPlaceView {
    bench.app.in_place_view().expect("an item at hand")
}

fn editor(bench: &Bench) -> EditorView {
    match seen(bench).open {
        Open::Editor(editor) => editor,
        other => panic!("{other:?}"),
    }
}

fn answers(bench: &Bench) -> usize {
    bench.app.history().answer_count()
}

/// A session of the own deck.
fn own() -> Bench {
    let mut bench = Bench::start();
    let picked = Desk::DeckPicked("ports.md".to_owned(), PORTS.as_bytes().to_vec());
    bench.send(Event::Desk(picked));
    bench.send(Event::Desk(Desk::DeckAccepted));
    bench.send(Event::Went(Route::Study(ports())));
    bench
}

/// ... at one of its items.
fn own_at(item: &str) -> Bench {
    let mut bench = own();
    while bench.asked() != item {
        bench.send(Event::Buried);
    }
    bench
}

/// Opens the editor and replaces words.
fn edit(bench: &mut Bench, from: &str, to: &str) {
    write(bench, InPlace::EditOpened);
    let text = editor(bench).text;
    assert!(text.contains(from), "{text}");
    write(bench, InPlace::EditTyped(text.replace(from, to)));
}

fn stem(question: &QuestionView) -> String {
    plain_of(&question.stem)
}

fn deck(bench: &Bench) -> String {
    let mut decks = bench.app.history().decks();
    let (_, own) = decks.find(|(id, _)| **id == ports()).expect("the deck");
    patched(own.text, own.edits)
}

#[test]
fn a_note_is_kept_and_is_shown_with_the_answer_only() {
    let mut bench = Bench::start();
    bench.study();
    let item = bench.asked();
    note(&mut bench, " mind the Region ");
    assert_eq!(kept(&bench, &item), None, "not with every letter");
    write(&mut bench, InPlace::NoteLeft);
    assert_eq!(kept(&bench, &item).as_deref(), Some("mind the Region"));
    assert!(
        matches!(seen(&bench).open, Open::Note(_)),
        "it was left, not closed"
    );
    write(&mut bench, InPlace::NoteClosed);
    let view = seen(&bench);
    assert_eq!(
        (view.open, view.note, view.is_noted),
        (Open::Nothing, None, true),
        "it may give the answer away"
    );
    bench.reveal();
    assert_eq!(seen(&bench).note.as_deref(), Some("mind the Region"));
    // What is not changed is not stored again.
    let facts = bench.facts().len();
    write(&mut bench, InPlace::NoteOpened);
    assert_eq!(seen(&bench).open, Open::Note("mind the Region".to_owned()));
    write(&mut bench, InPlace::NoteClosed);
    assert_eq!(bench.facts().len(), facts);
    let later = bench.reload(2, EVENING);
    assert_eq!(kept(&later, &item).as_deref(), Some("mind the Region"));
}

#[test]
fn nothing_that_leaves_the_item_loses_a_note_that_is_being_written() {
    let leaves = [
        Event::Graded(Grade::Good),
        Event::Accepted,
        Event::Suspended,
        Event::Buried,
        Event::Undid,
        Event::Went(Route::Start),
    ];
    for event in leaves {
        let mut bench = Bench::start();
        bench.study();
        let before = bench.answer(Grade::Good);
        let item = bench.asked();
        bench.reveal();
        note(&mut bench, "half a thought");
        bench.send(event.clone());
        assert_eq!(
            kept(&bench, &item).as_deref(),
            Some("half a thought"),
            "{event:?}"
        );
        let done = match event {
            Event::Graded(_) | Event::Accepted => answers(&bench) == 2 && bench.asked() != item,
            Event::Undid => answers(&bench) == 0 && bench.asked() == before,
            Event::Went(_) => answers(&bench) == 1 && *bench.app.route() == Route::Start,
            _ => answers(&bench) == 1 && bench.asked() != item,
        };
        assert!(done, "{event:?} did what it does");
        // The note stands in the log before what followed it.
        let facts = bench.facts();
        let noted = facts
            .iter()
            .position(|f| matches!(f.what, What::Noted(..)))
            .expect("a note");
        assert!(
            matches!(event, Event::Went(_)) == (noted + 1 == facts.len()),
            "{event:?}"
        );
        if !matches!(event, Event::Went(_)) {
            assert_eq!(
                seen(&bench).open,
                Open::Nothing,
                "the next item has no open field"
            );
        }
    }
}

#[test]
fn a_note_that_cannot_be_stored_holds_the_grade_back_and_both_follow_on_retry() {
    let mut bench = Bench::start();
    bench.study();
    let item = bench.asked();
    bench.reveal();
    note(&mut bench, "kept all the same");
    bench.journal.slots_mut().broken = Some(SlotError::Full);
    bench.send(Event::Graded(Grade::Good));
    assert_eq!(bench.asked(), item);
    assert!(bench.app.save_error().is_some());
    bench.send(Event::Graded(Grade::Good));
    bench.journal.slots_mut().broken = None;
    bench.send(Event::StoreRetried);
    assert_eq!(kept(&bench, &item).as_deref(), Some("kept all the same"));
    assert_eq!(answers(&bench), 1, "once");
    assert_ne!(bench.asked(), item);
}

#[test]
fn writing_is_no_part_of_the_time_that_an_answer_took() {
    let mut bench = own_at("ports/a");
    bench.now.at.0 += 5_000;
    note(&mut bench, "slow");
    bench.now.at.0 += 60_000;
    write(&mut bench, InPlace::NoteLeft);
    bench.now.at.0 += 3_000;
    bench.reveal();
    write(&mut bench, InPlace::EditOpened);
    bench.now.at.0 += 90_000;
    write(&mut bench, InPlace::EditCancelled);
    bench.now.at.0 += 2_000;
    bench.send(Event::Graded(Grade::Good));
    let ms = |bench: &Bench, item: &str| {
        bench
            .app
            .history()
            .of(&id(item))
            .and_then(Record::last)
            .expect("an answer")
            .ms
    };
    assert_eq!(ms(&bench, "ports/a"), 10_000);
    let next = bench.answer(Grade::Good);
    assert_eq!(
        ms(&bench, &next),
        10_000,
        "the next answer has its own time"
    );
}

#[test]
fn keys_open_and_close_what_is_written_and_go_to_the_field_meanwhile() {
    let key = |name: &str| Key {
        name: name.to_owned(),
        ..Key::default()
    };
    let typed = |name: &str| Key {
        typing: true,
        ..key(name)
    };
    let sent = |bench: &Bench, key: &Key| match in_place_key(key, &seen(bench)) {
        Some(Event::InPlace(event)) => Some(event),
        None => None,
        other => panic!("{other:?}"),
    };
    let mut bench = own_at("ports/a");
    assert_eq!(sent(&bench, &key("n")), Some(InPlace::NoteOpened));
    assert_eq!(sent(&bench, &typed("n")), None, "it is a letter");
    assert_eq!(sent(&bench, &key("e")), Some(InPlace::EditOpened));
    assert_eq!(sent(&bench, &key("Escape")), None, "the screen's");
    let control = |key: Key| Key {
        control: true,
        ..key
    };
    assert_eq!(sent(&bench, &control(key("n"))), None, "the browser's");
    note(&mut bench, "x");
    assert_eq!(sent(&bench, &typed("Escape")), Some(InPlace::NoteClosed));
    assert_eq!(
        sent(&bench, &control(typed("Enter"))),
        Some(InPlace::NoteClosed)
    );
    assert_eq!(sent(&bench, &typed("Enter")), None, "a new line");
    write(&mut bench, InPlace::EditOpened);
    assert_eq!(
        kept(&bench, "ports/a").as_deref(),
        Some("x"),
        "one thing is written at a time"
    );
    assert_eq!(sent(&bench, &typed("Escape")), Some(InPlace::EditCancelled));
    assert_eq!(
        sent(&bench, &control(typed("Enter"))),
        Some(InPlace::EditSaved)
    );
    bench.send(Event::Went(Route::Study(saa())));
    assert_eq!(
        sent(&bench, &key("e")),
        None,
        "an item that comes with Cairn"
    );
    assert_eq!(sent(&bench, &key("n")), Some(InPlace::NoteOpened));
    write(&mut bench, InPlace::EditOpened);
    assert_eq!(seen(&bench).open, Open::Nothing);
    for name in ["n", "e"] {
        assert!(HELP.iter().any(|(keys, _)| *keys == name), "{name}");
    }
}

#[test]
fn an_own_item_is_edited_and_asked_as_it_is_now() {
    let mut bench = own_at("ports/a");
    assert!(seen(&bench).is_own);
    let before = bench.question().expect("a question").key;
    edit(&mut bench, "HTTPS use?", "HTTPS use by default?");
    assert!(editor(&bench).is_changed);
    write(&mut bench, InPlace::EditSaved);
    assert_eq!(seen(&bench).open, Open::Nothing);
    let question = bench.question().expect("a question");
    assert_eq!(stem(&question), "Which port does HTTPS use by default?");
    assert_ne!(question.key, before, "it is drawn anew");
    assert_eq!(
        deck(&bench),
        PORTS.replace("HTTPS use?", "HTTPS use by default?")
    );
    // Saved as it is, nothing is stored.
    let facts = bench.facts().len();
    write(&mut bench, InPlace::EditOpened);
    write(&mut bench, InPlace::EditSaved);
    assert_eq!(
        (bench.facts().len(), seen(&bench).open),
        (facts, Open::Nothing)
    );
    bench.answer(Grade::Good);
    assert_eq!(
        bench.app.history().of(&id("ports/a")).map(Record::count),
        Some(1),
        "the id is the same"
    );
    let later = bench.reload(2, EVENING);
    assert!(deck(&later).contains("by default?"));
}

#[test]
fn an_answered_item_is_marked_anew_when_its_key_was_wrong() {
    let mut bench = own_at("ports/b");
    let question = bench.question().expect("a question");
    let Parts::Choice(rows, 1) = &question.parts else {
        panic!("{:?}", question.parts)
    };
    let right = rows
        .iter()
        .position(|row| plain_of(&row.text) == "22")
        .expect("22");
    bench.send(Event::Picked(right));
    bench.send(Event::Revealed);
    let verdict = |bench: &Bench| {
        bench
            .question()
            .expect("a question")
            .answered
            .expect("an answer")
            .verdict
            .map(|v| v.0)
    };
    assert_eq!(verdict(&bench), Some(false));
    edit(&mut bench, "[x] 23\n- [ ] 22", "[ ] 23\n- [x] 22");
    write(&mut bench, InPlace::EditSaved);
    assert_eq!(verdict(&bench), Some(true));
    // With the options in other places what was picked cannot be told; the learner judges.
    edit(
        &mut bench,
        "- [ ] 21\n- [ ] 23\n- [x] 22",
        "- [x] 22\n- [ ] 21\n- [ ] 23",
    );
    write(&mut bench, InPlace::EditSaved);
    assert_eq!(verdict(&bench), None);
    // Even another kind.
    edit(
        &mut bench,
        ".choice}\n\nWhich port does SSH use?\n\n- [x] 22\n- [ ] 21\n- [ ] 23",
        ".card}\n\nSSH?\n\n---\n\n22",
    );
    write(&mut bench, InPlace::EditSaved);
    let question = bench.question().expect("a question");
    assert_eq!(
        (
            question.parts,
            plain_of(&question.answered.expect("an answer").answer)
        ),
        (Parts::Recall, "22".to_owned())
    );
    bench.send(Event::Graded(Grade::Good));
    assert_eq!(answers(&bench), 1);
}

#[test]
fn a_broken_edit_says_what_is_wrong_and_saves_nothing_until_it_is_mended() {
    let mut bench = own_at("ports/a");
    edit(&mut bench, "\n---\n", "\n");
    let facts = bench.facts().len();
    write(&mut bench, InPlace::EditSaved);
    let view = editor(&bench);
    assert_eq!((view.problems.len(), bench.facts().len()), (1, facts));
    assert_eq!(view.problems[0].place, "line 1, column 1");
    assert!(
        view.problems[0].advice.contains("`---`") && view.problems[0].text.contains("{#a .card}")
    );
    assert!(
        view.words
            .is_some_and(|words| words.contains("nothing was saved"))
    );
    write(
        &mut bench,
        InPlace::EditTyped("## A {#other .card}\n\nq\n\n---\n\na".to_owned()),
    );
    assert_eq!(
        editor(&bench).problems.len(),
        1,
        "it stays to be read while it is mended"
    );
    write(&mut bench, InPlace::EditSaved);
    let view = editor(&bench);
    assert!(
        view.problems.is_empty()
            && view
                .words
                .expect("words")
                .contains("`#a` has become `#other`")
    );
    assert_eq!(deck(&bench), PORTS);
    write(
        &mut bench,
        InPlace::EditTyped("## A {#a .card}\n\nMended?\n\n---\n\na".to_owned()),
    );
    write(&mut bench, InPlace::EditSaved);
    assert_eq!(stem(&bench.question().expect("a question")), "Mended?");
}

#[test]
fn changes_are_thrown_away_at_the_second_asking_only_and_hold_the_session() {
    let mut bench = own_at("ports/a");
    write(&mut bench, InPlace::EditOpened);
    write(&mut bench, InPlace::EditCancelled);
    assert_eq!(seen(&bench).open, Open::Nothing, "there is nothing to lose");
    bench.reveal();
    edit(&mut bench, "443", "8443");
    for event in [
        Event::Graded(Grade::Good),
        Event::Buried,
        Event::Suspended,
        Event::Undid,
        Event::InPlace(InPlace::NoteOpened),
    ] {
        bench.send(event.clone());
        let view = editor(&bench);
        assert!(
            view.text.contains("8443") && view.words.is_some(),
            "{event:?}"
        );
        assert_eq!(
            (bench.asked().as_str(), answers(&bench)),
            ("ports/a", 0),
            "{event:?}"
        );
    }
    // Elsewhere and back again.
    bench.send(Event::Went(Route::Start));
    bench.send(Event::Went(Route::Study(ports())));
    assert!(editor(&bench).text.contains("8443"));
    write(&mut bench, InPlace::EditCancelled);
    assert!(editor(&bench).throws_away);
    let longer = editor(&bench).text + "!";
    write(&mut bench, InPlace::EditTyped(longer));
    assert!(
        !editor(&bench).throws_away,
        "who goes on writing is asked again"
    );
    write(&mut bench, InPlace::EditCancelled);
    write(&mut bench, InPlace::EditCancelled);
    assert_eq!(
        (seen(&bench).open, deck(&bench)),
        (Open::Nothing, PORTS.to_owned())
    );
    // An editor without changes holds nothing.
    write(&mut bench, InPlace::EditOpened);
    bench.send(Event::Graded(Grade::Good));
    assert_eq!(answers(&bench), 1);
}

#[test]
fn a_text_that_was_changed_elsewhere_is_not_overwritten_unasked() {
    let mut bench = own_at("ports/a");
    edit(&mut bench, "443", "mine");
    let other = Fact {
        id: FactId {
            writer: Writer(9),
            number: 1,
        },
        at: bench.now,
        what: What::DeckSaved(
            ports(),
            PORTS.replace("443", "theirs").replace("SSH", "ssh"),
        ),
    };
    bench.send(Event::Arrived(Box::new(other)));
    bench.now.at.0 += 1_000;
    write(&mut bench, InPlace::EditSaved);
    assert!(deck(&bench).contains("theirs") && editor(&bench).words.is_some());
    write(&mut bench, InPlace::EditSaved);
    let text = deck(&bench);
    assert!(
        text.contains("mine") && text.contains("ssh"),
        "only the item's own lines are replaced: {text}"
    );
}

#[test]
fn a_deletion_that_is_edited_away_is_not_asked_any_more() {
    let mut bench = own();
    while !bench.asked().starts_with("ports/c:") {
        bench.send(Event::Buried);
    }
    let group = if bench.asked().ends_with('1') {
        ("{{c1::TCP}}", "TCP")
    } else {
        ("{{c2::UDP}}", "UDP")
    };
    edit(&mut bench, group.0, group.1);
    write(&mut bench, InPlace::EditSaved);
    match bench.view().shown {
        Shown::Question(question) => {
            assert!(!question.key.starts_with("ports/c:") || stem(&question).contains(group.1));
        }
        Shown::Done(_) => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_items_page_edits_it_too_and_the_library_finds_its_new_words() {
    let mut bench = own_at("ports/a");
    let found = |bench: &mut Bench, words: &str| {
        let query = Query {
            words: words.to_owned(),
            ..Query::default()
        };
        bench.send(Event::Browsing(Browsing::Searched(query)));
        bench
            .app
            .library_view(bench.now)
            .expect("the library")
            .rows
            .into_iter()
            .map(|row| row.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(found(&mut bench, "https which port"), [id("ports/a")]);
    bench.send(Event::Went(Route::Item(id("ports/a"))));
    edit(&mut bench, "HTTPS", "Zookeeper");
    write(&mut bench, InPlace::EditSaved);
    let ItemShown::Here(page) = bench.app.item_view(bench.now).expect("a page").shown else {
        panic!("the item is gone")
    };
    assert_eq!(stem(&page.question), "Which port does Zookeeper use?");
    assert_eq!(found(&mut bench, "zookeeper"), [id("ports/a")]);
    // The session that was open has the item as it is now, too.
    bench.send(Event::Went(Route::Study(ports())));
    assert_eq!(
        (
            bench.asked().as_str(),
            stem(&bench.question().expect("a question")).contains("Zookeeper")
        ),
        ("ports/a", true)
    );
}

#[test]
fn an_edit_that_cannot_be_stored_stays_in_the_editor() {
    let mut bench = own_at("ports/a");
    edit(&mut bench, "443", "8443");
    bench.journal.slots_mut().broken = Some(SlotError::Full);
    write(&mut bench, InPlace::EditSaved);
    assert!(bench.app.save_error().is_some());
    assert!(editor(&bench).text.contains("8443"));
    let more = editor(&bench).text.replace("8443", "8443 or 443");
    write(&mut bench, InPlace::EditTyped(more));
    bench.journal.slots_mut().broken = None;
    write(&mut bench, InPlace::EditSaved);
    assert!(deck(&bench).contains("8443\n"), "what was saved first");
    assert!(
        editor(&bench).text.contains("8443 or 443"),
        "what was typed since is there still"
    );
    write(&mut bench, InPlace::EditSaved);
    assert!(deck(&bench).contains("8443 or 443"));
    assert_eq!(seen(&bench).open, Open::Nothing);
}

#[test]
fn an_edit_keeps_the_items_lines_and_not_the_whole_deck_and_is_there_after_a_reload() {
    let mut bench = own_at("ports/a");
    let before = bench.facts().len();
    edit(&mut bench, "443", "443, by TLS");
    write(&mut bench, InPlace::EditSaved);
    let facts = bench.facts();
    let [
        Fact {
            what: What::ItemEdited(item, lines),
            ..
        },
    ] = &facts[before..]
    else {
        panic!("one fact: {:?}", &facts[before..]);
    };
    assert_eq!(*item, id("ports/a"));
    assert!(
        lines.starts_with("## A {#a .card}") && !lines.contains("## B"),
        "{lines}"
    );
    let text = deck(&bench);
    let at = bench.now.at.0 + 60_000;
    let again = bench.reload(2, at);
    assert_eq!(deck(&again), text);
    let ask = again.app.library().ask(&id("ports/a")).expect("the item");
    assert!(format!("{:?}", ask.item.body).contains("by TLS"));
}

#[test]
fn edits_follow_one_another_and_a_deck_saved_later_ends_them() {
    let mut bench = own_at("ports/a");
    // A second item below, which belongs to the first one's lines as they were written.
    edit(
        &mut bench,
        "443",
        "443\n\n## A2 {#a2 .card}\n\nAnd HTTP?\n\n---\n\n80",
    );
    write(&mut bench, InPlace::EditSaved);
    bench.now.at.0 += 60_000;
    write(&mut bench, InPlace::EditOpened);
    edit(&mut bench, "Which port does HTTPS use?", "And HTTPS?");
    write(&mut bench, InPlace::EditSaved);
    let text = deck(&bench);
    assert!(
        text.contains("And HTTPS?") && text.contains("And HTTP?") && text.contains("## B"),
        "{text}"
    );
    // Whatever order the facts come in.
    let mut facts = bench.facts();
    facts.reverse();
    let history = cairn::review::History::replay(cairn::memory::Scheduler::default(), &facts);
    let (_, own) = history.decks().next().expect("the deck");
    assert_eq!(patched(own.text, own.edits), text);
    // And through a snapshot.
    let snapshot = cairn::review::Snapshot::of(&history)
        .restore()
        .expect("a history");
    let (_, own) = snapshot.decks().next().expect("the deck");
    assert_eq!(own.edits.len(), 2);
    // The deck as a whole, brought anew, is what it says.
    bench.now.at.0 += 60_000;
    let saved = Fact {
        id: FactId {
            writer: Writer(9),
            number: 1,
        },
        at: bench.now,
        what: What::DeckSaved(ports(), PORTS.to_owned()),
    };
    bench.send(Event::Arrived(Box::new(saved)));
    assert_eq!(deck(&bench), PORTS);
    // Taken back, the edits are there again.
    let undone = Fact {
        id: FactId {
            writer: Writer(9),
            number: 2,
        },
        at: bench.now,
        what: What::Undone(FactId {
            writer: Writer(9),
            number: 1,
        }),
    };
    bench.send(Event::Arrived(Box::new(undone)));
    assert_eq!(deck(&bench), text);
}
