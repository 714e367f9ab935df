//! Reviews: what is due and asked for, what one review says, and what is kept, accepted, taken back and written to a file.

use std::collections::BTreeMap;

use crate::bench::{Bench, DAY, EVENING, saa, whole_pack};
use cairn::app::view::readiness::ReadinessState;
use cairn::app::view::reviews::{Nudge, PartRow, ProposalView, ReviewView, ReviewsView, When};
use cairn::app::{
    Desk, Effect, Errand, Event, Exams, PartKey, ReviewPage, Reviewing, Ritual, Roading, Route,
};
use cairn::deck::id::ItemId;
use cairn::memory::Grade;
use cairn::review::{Answer, Fact, FactId, Setting, Sighting, What, Writer};
use cairn::roadmap::{Entry, Kind, RoadFact, Span};
use cairn::store::{Journal, MemorySlots};
use cairn::time::{Day, Stamp};

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// The week of [`EVENING`], a Saturday.
fn week() -> Span {
    Ritual::Weekly.period(day("2026-11-21"))
}

/// Ten items on Saturday and ten on Sunday, one of them forgotten in the same session; then it is Monday.
fn studied() -> Bench {
    let mut bench = Bench::open_with(
        MemorySlots::default(),
        1,
        EVENING,
        Route::Start,
        whole_pack(),
    );
    for _ in 0..2 {
        bench.study();
        for number in 0..10 {
            bench.answer(if number == 3 {
                Grade::Again
            } else {
                Grade::Good
            });
        }
        bench.now.at.0 += DAY;
    }
    bench.send(Event::Went(Route::Start));
    bench
}

fn send(bench: &mut Bench, event: Reviewing) {
    bench.send(Event::Reviewing(event));
}

/// Writes into the notes of the review that is open.
fn write(bench: &mut Bench, text: &str) {
    let key = here(bench).key;
    send(bench, Reviewing::Wrote(key, text.to_owned()));
}

/// The same, and the field is left.
fn note(bench: &mut Bench, text: &str) {
    let key = here(bench).key;
    send(bench, Reviewing::Noted(key, text.to_owned()));
}

fn nudge(bench: &Bench) -> Option<Nudge> {
    bench.app.today_view(bench.now).nudge
}

fn list(bench: &mut Bench) -> ReviewsView {
    bench.send(Event::Went(Route::Reviews(ReviewPage::All)));
    bench.app.reviews_view(bench.now).expect("the list")
}

fn open(bench: &mut Bench, ritual: Ritual, on: &str) -> ReviewView {
    let page = ReviewPage::of(ritual, day(on));
    bench.send(Event::Went(Route::Reviews(page)));
    here(bench)
}

fn here(bench: &Bench) -> ReviewView {
    bench.app.review_view(bench.now).expect("a review")
}

fn parts(view: &ReviewView) -> Vec<PartRow> {
    match &view.proposal {
        ProposalView::Parts(parts) => parts.clone(),
        other => panic!("no proposal: {other:?}"),
    }
}

fn minutes(bench: &Bench) -> Vec<u16> {
    let settings = bench.app.history().settings();
    (0..7).map(|day| settings.minutes(day)).collect()
}

fn wanted(bench: &Bench) -> usize {
    let records = bench.app.history().records();
    records.filter(|(_, record)| record.is_wanted()).count()
}

/// Facts that stand in the log beside answers.
fn kept(bench: &Bench) -> Vec<What> {
    let facts = bench.facts().into_iter().map(|fact| fact.what);
    facts
        .filter(|what| !matches!(what, What::Answered(_)))
        .collect()
}

#[test]
fn on_monday_the_week_is_asked_for_once_and_not_before() {
    let mut bench = studied();
    let asked = nudge(&bench).expect("the week is over");
    assert_eq!(asked.which, [(Ritual::Weekly, week())]);
    let link = (
        "last week".to_owned(),
        "#/reviews/weekly/2026-11-16".to_owned(),
    );
    assert_eq!(asked.links, [link]);
    let due = list(&mut bench).due;
    assert_eq!(due.len(), 1);
    assert_eq!(due[0].period, "16 to 22 Nov 2026");
    assert!(
        due[0]
            .figures
            .starts_with("4 of 40 planned minutes on 2 of 2 days, 20 answers"),
        "{}",
        due[0].figures
    );
    // Not this time: nobody asks again, and the next week is asked for anew.
    send(&mut bench, Reviewing::Skipped(asked.which));
    assert_eq!(nudge(&bench), None);
    assert_eq!(
        list(&mut bench).held,
        [],
        "what was not wanted was not held"
    );
    bench.now.at.0 += 7 * DAY;
    let next = nudge(&bench).expect("another week");
    assert_eq!(next.which[0].1, Ritual::Weekly.after(week()));
    // It is in the log, and so in every later start.
    let later = bench.reload(2, EVENING + 3 * DAY);
    assert_eq!(nudge(&later), None);
}

#[test]
fn nothing_is_asked_of_who_never_studied() {
    let mut bench = Bench::start();
    bench.now.at.0 += 9 * DAY;
    assert_eq!(nudge(&bench), None);
    let list = list(&mut bench);
    assert!(list.due.is_empty() && list.running.is_empty() && list.held.is_empty());
    let view = open(&mut bench, Ritual::Weekly, "2026-11-23");
    assert!(view.time.is_empty() && view.bars.is_empty());
    assert_eq!(view.proposal, ProposalView::Over);
}

#[test]
fn a_review_says_what_was_done_in_its_week() {
    let mut bench = studied();
    let view = open(&mut bench, Ritual::Weekly, "2026-11-18");
    assert_eq!(view.key, (Ritual::Weekly, week()));
    assert_eq!((view.name, view.when), ("Weekly assessment", When::Over));
    assert_eq!(
        view.time,
        [
            "You studied 4 of 40 planned minutes on 2 of 2 days.",
            "Counted from Sat 21 Nov on, your first day.",
        ]
    );
    assert_eq!(view.bars.len(), 7);
    assert_eq!(view.bars[5].words, "Sat 21 Nov: 2 of 20 minutes");
    assert_eq!(view.bars[0].words, "Mon 16 Nov: not counted");
    let learning = view.learning.expect("read");
    assert_eq!(learning.answers.0, 20);
    let facts = bench.facts();
    let again = facts.iter().filter(
        |fact| matches!(&fact.what, What::Answered(answer) if answer.grade == Grade::Again),
    );
    assert_eq!(learning.answers.1, 100 - again.count() as u32 * 5);
    assert!(learning.items.0 >= 16, "{:?}", learning.items);
    let answers: u32 = learning.accuracy.iter().map(|row| row.answers).sum();
    assert_eq!(answers, 20);
    for row in &learning.accuracy {
        let (percent, from, to) = row.percent;
        assert!(
            from <= percent && percent <= to && row.track.starts_with("Solutions"),
            "{row:?}"
        );
    }
    assert_eq!(view.weak.len(), 3);
    assert_eq!(view.slips, None, "there is no roadmap");
    assert!(view.moves.is_empty(), "nothing is booked");
}

#[test]
fn weeks_that_go_on_or_are_still_to_come_propose_nothing() {
    let mut bench = studied();
    let running = open(&mut bench, Ritual::Weekly, "2026-11-24");
    assert_eq!(running.when, When::Running);
    assert!(running.time[0].ends_with("so far."), "{:?}", running.time);
    assert_eq!(running.proposal, ProposalView::Over);
    assert_eq!(running.beside.1, None);
    let future = open(&mut bench, Ritual::Weekly, "2099-01-05");
    assert_eq!(future.when, When::ToCome);
    assert!(future.time.is_empty() && future.learning.is_some());
    let before = open(&mut bench, Ritual::Monthly, "2026-03-01");
    assert!(before.time.is_empty());
    // A note in the middle of a week holds no review of it.
    open(&mut bench, Ritual::Weekly, "2026-11-24");
    note(&mut bench, "Slow start.");
    bench.now.at.0 += 7 * DAY;
    let due = nudge(&bench).expect("due").which;
    assert!(due.contains(&(Ritual::Weekly, Ritual::Weekly.after(week()))));
}

#[test]
fn what_is_accepted_happens_at_once_and_can_be_taken_back() {
    let mut bench = studied();
    let view = open(&mut bench, Ritual::Weekly, "2026-11-16");
    let offered = parts(&view);
    let keys: Vec<_> = offered.iter().map(|part| part.key.clone()).collect();
    assert_eq!(keys, [PartKey::Minutes, PartKey::Focus]);
    assert_eq!(offered[0].what, "10 minutes a day instead of 20");
    let before = kept(&bench);
    write(&mut bench, "Two good evenings");
    send(&mut bench, Reviewing::Accepted);
    assert_eq!(minutes(&bench), [10; 7]);
    assert!(wanted(&bench) > 0);
    let view = here(&bench);
    let words: Vec<_> = offered.iter().map(|part| part.what.clone()).collect();
    assert_eq!(view.accepted, words);
    assert_eq!(view.proposal, ProposalView::Over);
    assert_eq!(view.notes.1, "Two good evenings");
    assert_eq!(view.held.as_deref(), Some("Mon 23 Nov"));
    // The week is told against the plan that held in it.
    assert!(
        view.time[0].contains("of 40 planned minutes"),
        "{:?}",
        view.time
    );
    assert!(view.can_take_back);
    send(&mut bench, Reviewing::TakenBack);
    assert_eq!((minutes(&bench), wanted(&bench)), (vec![20; 7], 0));
    let view = here(&bench);
    assert!(view.accepted.is_empty() && !view.can_take_back);
    assert_eq!(parts(&view).len(), 2);
    assert_eq!(nudge(&bench).map(|of| of.which.len()), Some(1));
    let undone = |what: &What| matches!(what, What::Undone(_));
    let after = kept(&bench);
    let back = after.iter().filter(|what| undone(what)).count();
    assert_eq!(
        after.len(),
        before.len() + 2 * back,
        "each fact is taken back"
    );
}

#[test]
fn a_part_that_is_left_out_does_not_happen_and_notes_written_since_stay() {
    let mut bench = studied();
    open(&mut bench, Ritual::Weekly, "2026-11-16");
    send(&mut bench, Reviewing::Chosen(PartKey::Minutes, false));
    assert!(!parts(&here(&bench))[0].is_chosen);
    send(&mut bench, Reviewing::Accepted);
    assert_eq!(minutes(&bench), [20; 7]);
    assert_eq!(here(&bench).accepted.len(), 1);
    note(&mut bench, "Later thought");
    send(&mut bench, Reviewing::TakenBack);
    let view = here(&bench);
    assert_eq!(view.notes.1, "Later thought");
    assert!(view.accepted.is_empty());
    assert_eq!(wanted(&bench), 0);
    // With everything left out the review is held, and nothing changes.
    for part in parts(&view) {
        send(&mut bench, Reviewing::Chosen(part.key, false));
    }
    send(&mut bench, Reviewing::Accepted);
    assert_eq!((minutes(&bench), wanted(&bench)), (vec![20; 7], 0));
    assert_eq!(nudge(&bench), None);
}

#[test]
fn notes_are_kept_when_the_page_is_left_and_read_again_after_a_start() {
    let mut bench = studied();
    open(&mut bench, Ritual::Weekly, "2026-11-16");
    let facts = kept(&bench).len();
    write(&mut bench, "Networking is");
    write(&mut bench, "Networking is hard.\n");
    assert_eq!(
        kept(&bench).len(),
        facts,
        "nothing is kept letter by letter"
    );
    bench.send(Event::Went(Route::Start));
    assert_eq!(kept(&bench).len(), facts + 1);
    assert_eq!(nudge(&bench), None, "who wrote notes has looked back");
    let mut later = bench.reload(2, EVENING + 3 * DAY);
    assert_eq!(
        open(&mut later, Ritual::Weekly, "2026-11-16").notes.1,
        "Networking is hard."
    );
    // Of a field that goes away with its page the change is told last of all, when the next page is there.
    let key = here(&later).key;
    open(&mut later, Ritual::Weekly, "2026-11-09");
    send(
        &mut later,
        Reviewing::Noted(key, "Networking is hard.".to_owned()),
    );
    assert_eq!(here(&later).notes.1, "");
    open(&mut later, Ritual::Weekly, "2026-11-16");
    // The same again is no new fact.
    note(&mut later, "Networking is hard.");
    assert_eq!(kept(&later).len(), facts + 1);
    note(&mut later, "");
    assert_eq!(here(&later).notes.1, "");
}

#[test]
fn a_proposal_that_is_late_is_not_offered_any_more() {
    let mut bench = studied();
    bench.now.at.0 += 7 * DAY;
    let view = open(&mut bench, Ritual::Weekly, "2026-11-16");
    assert_eq!(view.proposal, ProposalView::Over);
    assert!(view.weak.is_empty());
    send(&mut bench, Reviewing::Accepted);
    assert_eq!(minutes(&bench), [20; 7]);
    assert_eq!(here(&bench).held, None);
}

#[test]
fn an_exam_that_is_booked_tells_how_its_chance_moved_and_what_it_wants() {
    let mut bench = studied();
    bench.now.at.0 -= DAY;
    bench.send(Event::Desk(Desk::Booked(saa(), "2026-12-20".to_owned())));
    // On Sunday a whole mock, and every tenth question missed.
    bench.send(Event::Went(Route::Exam(saa())));
    let request = crate::exams::mock(&bench);
    bench.send(Event::Exams(Exams::Begun(saa(), request, 7)));
    crate::exams::answer_but_the_last(&mut bench);
    bench.send(Event::Exams(Exams::Submitted));
    bench.now.at.0 += DAY;
    let view = open(&mut bench, Ritual::Weekly, "2026-11-16");
    assert_eq!(view.mocks.len(), 1);
    assert_eq!(view.moves.len(), 1);
    let moved = view.moves[0].moved.as_deref().expect("worked out");
    assert!(
        moved.contains("% at the end, between")
            && moved.contains("Before there was not enough evidence"),
        "{moved}"
    );
    assert!(
        view.moves[0].why.contains("new questions"),
        "{}",
        view.moves[0].why
    );
    assert_ne!(view.proposal, ProposalView::Working, "every step was taken");
    // A note is kept while the button that accepts is pressed: nothing of what it stands on is worked out anew.
    let noted = Reviewing::Noted(view.key, "a good week".to_owned());
    let effects = bench.app.update(Event::Reviewing(noted), bench.now);
    let Some(Effect::Append(fact)) = effects.into_iter().next() else {
        panic!("the note is stored");
    };
    let after = bench.app.update(Event::Stored(fact.id), bench.now);
    assert_eq!(here(&bench).proposal, view.proposal);
    assert!(!after.contains(&Effect::Desk(Errand::Plan)), "{after:?}");
    bench.journal.append(&fact).expect("room");
    // The week after began where this one ended.
    bench.now.at.0 += DAY;
    let next = open(&mut bench, Ritual::Weekly, "2026-11-24");
    let moved = next.moves[0].moved.as_deref().expect("worked out");
    assert!(
        moved.contains("as at the beginning") || moved.starts_with("From"),
        "{moved}"
    );
    assert!(
        next.moves[0].why.starts_with("No new question"),
        "{}",
        next.moves[0].why
    );
    let offered = parts(&open(&mut bench, Ritual::Weekly, "2026-11-16"));
    assert!(offered.iter().any(|part| part.key == PartKey::Focus));
}

/// A log in which so many of a hundred questions were right at first sight, a handful of each task, in nine of ten planned minutes a day.
fn answered(right: i64) -> MemorySlots {
    let bench = studied();
    let library = bench.app.library();
    let is_choice = |kind| kind == cairn::deck::item::Kind::Choice;
    let questions = library
        .asks()
        .iter()
        .filter(|ask| is_choice(ask.item.body.kind()));
    let mut of_tasks: BTreeMap<&str, Vec<&ItemId>> = BTreeMap::new();
    for ask in questions {
        let task = ask.tasks.iter().find(|task| task.track == saa());
        let task = task.map_or("", |task| &task.task);
        of_tasks.entry(task).or_default().push(&ask.id);
    }
    // Some of each task, so that there is evidence enough.
    let questions: Vec<&ItemId> = of_tasks
        .values()
        .flat_map(|of_task| of_task.iter().copied().take(7))
        .collect();
    let mut journal = Journal::new(MemorySlots::default(), Writer(9));
    let mut add = |number: i64, at: i64, what: What| {
        let id = FactId {
            writer: Writer(9),
            number: number as u32 + 1,
        };
        let at = Stamp::new(at, 60);
        journal.append(&Fact { id, at, what }).expect("room");
    };
    let monday = EVENING - 5 * DAY;
    for weekday in 0..7 {
        let set = What::Set(Setting::Minutes(weekday, 10));
        add(i64::from(weekday), monday - DAY, set);
    }
    add(
        7,
        monday - DAY,
        What::Booked(saa(), Some(day("2026-12-20"))),
    );
    for (place, id) in (0_i64..).zip(questions) {
        let is_right = place * right / 100 < (place + 1) * right / 100;
        let answer = Answer {
            item: id.clone(),
            grade: if is_right { Grade::Good } else { Grade::Again },
            given: None,
            ms: 36_000,
            sighting: Sighting::First,
            corrected: false,
        };
        let at = monday + place / 15 * DAY + place % 15 * 36_000;
        add(8 + place, at, What::Answered(answer));
    }
    journal.slots().clone()
}

#[test]
fn a_booked_exam_that_is_nearly_in_reach_wants_minutes_that_bring_it_there() {
    let open_on_monday = |right: i64| {
        let slots = answered(right);
        let now = EVENING + 2 * DAY;
        let mut bench = Bench::open_with(slots, 2, now, Route::Start, whole_pack());
        let view = open(&mut bench, Ritual::Weekly, "2026-11-16");
        (bench, view)
    };
    let of_minutes = |view: &ReviewView| {
        let mut parts = parts(view).into_iter();
        parts.find(|part| part.key == PartKey::Minutes)
    };
    // Whoever is ready needs no more.
    assert_eq!(of_minutes(&open_on_monday(90).1), None);
    // Somewhere below that a little more is enough.
    let wanting = (55..80).step_by(5).find_map(|right| {
        let (bench, view) = open_on_monday(right);
        Some((bench, of_minutes(&view)?))
    });
    let (mut bench, part) = wanting.expect("an exam in reach");
    let words = "With your minutes the chance of passing Solutions Architect – Associate on 20 Dec 2026 is about ";
    assert!(part.why.starts_with(words), "{}", part.why);
    let minutes_of = |words: &str| -> u16 {
        let number = words.split(' ').next();
        number
            .and_then(|number| number.parse().ok())
            .expect("minutes")
    };
    let more = minutes_of(&part.what);
    assert!((15..=40).contains(&more), "{}", part.what);
    send(&mut bench, Reviewing::Accepted);
    assert_eq!(minutes(&bench), [more; 7]);
    // With them it is ready, so the next review does not ask for more.
    bench.now.at.0 += 1_000;
    bench.send(Event::Went(Route::Readiness(saa())));
    let screen = bench.app.readiness_view(bench.now).expect("a screen");
    let ReadinessState::Here(known) = screen.state else {
        panic!("the items are here");
    };
    let booked = known.chance.expect("evidence").booked.expect("a booking");
    let planned = booked.1.expect("a forecast").percent;
    assert!(planned >= 83, "{planned} % with {more} minutes");
}

#[test]
fn what_slipped_on_the_roadmap_is_told() {
    let mut bench = studied();
    let begun = Roading::Begun("Mine".to_owned(), "2026-11-02".to_owned(), 5);
    bench.send(Event::Road(begun));
    let entry = Entry {
        id: "site".to_owned(),
        kind: Kind::Project,
        name: "A site of my own".to_owned(),
        span: Span::on(day("2026-11-18")),
        hours: None,
        track: None,
        text: String::new(),
    };
    let (from, to) = ("2026-11-10".to_owned(), "2026-11-18".to_owned());
    let entered = Roading::Entered("own-1".to_owned(), entry, from, to);
    bench.send(Event::Road(entered));
    bench.send(Event::Road(Roading::PathsFetched(Ok(b"[]".to_vec()))));
    let view = open(&mut bench, Ritual::Weekly, "2026-11-16");
    let slipped = "A site of my own (project): meant for Wed 18 Nov, 5 days late".to_owned();
    assert_eq!(view.slips, Some(vec![slipped]));
    let month = open(&mut bench, Ritual::Weekly, "2026-11-09");
    assert_eq!(month.slips, Some(Vec::new()));
}

#[test]
fn every_review_is_read_in_a_row_and_written_to_a_file() {
    let mut bench = studied();
    open(&mut bench, Ritual::Weekly, "2026-11-16");
    note(&mut bench, "First week.\n## Not a heading");
    send(&mut bench, Reviewing::Accepted);
    bench.study();
    bench.answer(Grade::Good);
    bench.now.at.0 += 8 * DAY;
    open(&mut bench, Ritual::Weekly, "2026-11-23");
    note(&mut bench, "Second week.");
    open(&mut bench, Ritual::Monthly, "2026-11-23");
    note(&mut bench, "November.");
    let held = list(&mut bench).held;
    let periods: Vec<&str> = held.iter().map(|row| row.period.as_str()).collect();
    assert_eq!(
        periods,
        ["November 2026", "23 to 29 Nov 2026", "16 to 22 Nov 2026"]
    );
    assert_eq!(held[2].accepted.len(), 2);
    assert!(held[1].figures.starts_with("1 of "), "{}", held[1].figures);
    bench.others.clear();
    send(&mut bench, Reviewing::ExportAsked);
    let saved = bench.others.iter().find_map(|effect| match effect {
        Effect::Desk(Errand::SaveText(name, text)) => Some((name.clone(), text.clone())),
        _ => None,
    });
    let (name, text) = saved.expect("a file");
    assert_eq!(name, "cairn-reviews-2026-12-01.md");
    for words in [
        "# Reviews",
        "## Monthly review, November 2026",
        "## Weekly assessment, 16 to 22 Nov 2026",
        "You studied 4 of 40 planned minutes on 2 of 2 days.",
        "20 answers,",
        "### Accepted\n\n- 10 minutes a day instead of 20",
        "> First week.\n> ## Not a heading",
        "> Second week.",
    ] {
        assert!(text.contains(words), "{words:?} in\n{text}");
    }
    // Figures of every period were read for it, not only of the one that was open last.
    assert_eq!(text.matches("| Domain | Answers |").count(), 3);
    assert!(!list(&mut bench).is_exporting);
    send(&mut bench, Reviewing::ExportAsked);
    bench.send(Event::Desk(Desk::TextSaved(Err("no room".to_owned()))));
    assert_eq!(list(&mut bench).unwritten.as_deref(), Some("no room"));
}

#[test]
fn the_log_keeps_reviews_that_were_skipped_as_plain_facts() {
    let fact = RoadFact::Skipped(Ritual::Monthly, Span::on(day("2026-11-01")));
    let text = fact.to_text();
    assert_eq!(
        text.as_str(),
        r#"{"skipped":["monthly",{"from":20758,"to":20758}]}"#
    );
    assert_eq!(RoadFact::of(&text), Some(fact));
}
