//! The roadmap: laid, booked, moved, taken back, and refused with words.

use crate::bench::{Bench, DAY, EVENING, saa};
use cairn::app::view::road::{RoadBody, RoadView, StandingView, TimelineView};
use cairn::app::{Desk, Effect, Entry, Errand, Event, Kind, RoadPage, Roading, Route, Zoom};
use cairn::roadmap::path::Summary;
use cairn::roadmap::{Path, Span};
use cairn::store::MemorySlots;
use cairn::time::Day;

const PATH: &str = "accelerated-devops-sre";

fn shipped(id: &str) -> Path {
    let text = std::fs::read_to_string(format!("decks/paths/{id}.toml")).expect("a path");
    toml::from_str(&text).expect("a path")
}

/// Gives the app what it asked for, as the browser would.
fn fetch(bench: &mut Bench) {
    loop {
        let others = std::mem::take(&mut bench.others);
        let (asked, rest): (Vec<_>, Vec<_>) = others.into_iter().partition(|effect| {
            matches!(
                effect,
                Effect::Desk(Errand::FetchPaths | Errand::FetchPath(..))
            )
        });
        bench.others = rest;
        if asked.is_empty() {
            return;
        }
        for effect in asked {
            let event = if let Effect::Desk(Errand::FetchPath(id, file)) = effect {
                assert_eq!(file, format!("{id}.json"));
                let bytes = serde_json::to_vec(&shipped(&id)).expect("plain data");
                Roading::PathFetched(id, Ok(bytes))
            } else {
                let ids = [PATH, "container-expertise", "focus-2030"];
                let list: Vec<Summary> = ids
                    .iter()
                    .map(|id| Summary::of(&shipped(id), format!("{id}.json")))
                    .collect();
                Roading::PathsFetched(Ok(serde_json::to_vec(&list).expect("plain data")))
            };
            bench.send(Event::Road(event));
        }
    }
}

fn open(page: RoadPage) -> Bench {
    let slots = MemorySlots::default();
    let mut bench = Bench::open_at(slots, 1, EVENING, Route::Road(page));
    fetch(&mut bench);
    bench
}

fn go(bench: &mut Bench, page: RoadPage) {
    bench.send(Event::Went(Route::Road(page)));
    fetch(bench);
}

fn act(bench: &mut Bench, event: Roading) {
    bench.send(Event::Road(event));
    fetch(bench);
}

fn view(bench: &Bench) -> RoadView {
    bench.app.road_view(bench.now).expect("the roadmap")
}

fn timeline(bench: &Bench) -> (TimelineView, StandingView) {
    match view(bench).body {
        RoadBody::Timeline(timeline, standing) => (*timeline, *standing),
        other => panic!("the timeline, and not {other:?}"),
    }
}

fn laid(path: &str, start: &str, hours: u16) -> Roading {
    Roading::Laid {
        path: path.to_owned(),
        start: start.to_owned(),
        hours,
        month: 1,
    }
}

/// With the path laid from today on.
fn begun() -> Bench {
    let mut bench = open(RoadPage::Path(PATH.to_owned()));
    act(&mut bench, laid(PATH, "2026-11-21", 50));
    go(&mut bench, RoadPage::default());
    bench
}

fn names(timeline: &TimelineView) -> Vec<(String, String)> {
    let bars = timeline.lanes.iter().flat_map(|lane| &lane.rows).flatten();
    bars.map(|bar| (bar.id.clone(), bar.words.clone()))
        .collect()
}

fn words(bench: &Bench, id: &str) -> String {
    let names = names(&timeline(bench).0);
    let found = names.into_iter().find(|(of, _)| of == id);
    found.map(|(_, words)| words).expect("it lies there")
}

#[test]
fn nothing_laid_shows_the_paths_and_a_path_that_is_laid_its_timeline() {
    let mut bench = open(RoadPage::List);
    let RoadBody::Paths(paths) = view(&bench).body else {
        panic!("the paths");
    };
    assert!(paths.is_first && paths.paths.len() == 3);
    assert_eq!(
        paths.paths[0].holds,
        "6 years, 9 exams, 11 projects, 86 things to tick"
    );
    act(&mut bench, laid(PATH, "2026-11-21", 50));
    let (timeline, standing) = timeline(&bench);
    assert!(names(&timeline).len() > 30);
    assert_eq!(standing.exams.len(), 9);
    assert_eq!(standing.paths[0].name, "DevOps and SRE in six years");
    // It opened the roadmap by itself.
    assert_eq!(*bench.app.route(), Route::Road(RoadPage::default()));
    // And is there again after a reload, once the paths are.
    let slots = bench.journal.slots().clone();
    let mut again = Bench::open_at(slots, 2, EVENING, Route::Road(RoadPage::List));
    assert_eq!(view(&again).body, RoadBody::Loading);
    fetch(&mut again);
    let RoadBody::List(list) = view(&again).body else {
        panic!("the list");
    };
    let years: Vec<&str> = list.groups.iter().map(|(year, _)| year.as_str()).collect();
    assert_eq!(years, ["2027", "2028", "2029", "2030", "2031", "2032"]);
}

#[test]
fn nothing_is_booked_before_the_learner_says_so() {
    let mut bench = begun();
    assert_eq!(bench.app.history().exams().count(), 0);
    // Only one of the nine has a track here.
    assert_eq!(timeline(&bench).1.paths[0].bookable, 1);
    act(&mut bench, Roading::Booked(PATH.to_owned(), None));
    let booked: Vec<_> = bench.app.history().exams().collect();
    assert_eq!(booked.len(), 1);
    let (track, day) = booked[0];
    assert_eq!(
        (track.as_str(), day),
        ("aws-saa-c03", Day::parse("2027-01-20").expect("a day"))
    );
    assert!(words(&bench, "exam-saa").ends_with("booked"));
    // Moved, it is booked for the other day; taken back, for the one before.
    let moved = Roading::MovedBy(PATH.to_owned(), "exam-saa".to_owned(), 10);
    act(&mut bench, moved);
    let day = |bench: &Bench| {
        bench
            .app
            .history()
            .exams()
            .next()
            .map(|(_, day)| day.to_string())
    };
    assert_eq!(day(&bench).as_deref(), Some("2027-01-30"));
    act(&mut bench, Roading::TakenBack);
    assert_eq!(day(&bench).as_deref(), Some("2027-01-20"));
    // Booked elsewhere for another day: the roadmap follows.
    bench.send(Event::Desk(Desk::Booked(saa(), "2027-03-03".to_owned())));
    assert!(words(&bench, "exam-saa").contains("3 Mar 2027"));
}

#[test]
fn what_is_moved_ticked_and_dropped_can_be_taken_back() {
    let mut bench = begun();
    let before = words(&bench, "exam-cka");
    let key = || (PATH.to_owned(), "exam-cka".to_owned());
    act(&mut bench, Roading::MovedBy(key().0, key().1, 7));
    assert_ne!(words(&bench, "exam-cka"), before);
    assert_eq!(view(&bench).undo.as_deref(), Some("Moved."));
    act(&mut bench, Roading::TakenBack);
    assert_eq!(words(&bench, "exam-cka"), before);
    assert_eq!(view(&bench).undo, None);
    let nothing = String::new;
    let tick = Roading::Ticked(
        key().0,
        key().1,
        "2026-11-21".to_owned(),
        nothing(),
        nothing(),
    );
    act(&mut bench, tick);
    assert!(words(&bench, "exam-cka").ends_with("done"));
    act(&mut bench, Roading::TakenBack);
    assert_eq!(words(&bench, "exam-cka"), before);
    act(&mut bench, Roading::Dropped(key().0, key().1, true));
    assert!(
        names(&timeline(&bench).0)
            .iter()
            .all(|(id, _)| id != "exam-cka")
    );
    act(&mut bench, Roading::TakenBack);
    assert_eq!(words(&bench, "exam-cka"), before);
}

#[test]
fn what_cannot_be_is_refused_and_nothing_is_written() {
    let mut bench = open(RoadPage::Path(PATH.to_owned()));
    let facts = bench.app.history().ids().len();
    let none = String::new;
    let tick = |day: &str, link: &str| {
        Roading::Ticked(
            PATH.to_owned(),
            "x".to_owned(),
            day.to_owned(),
            none(),
            link.to_owned(),
        )
    };
    let month = Roading::Laid {
        path: PATH.to_owned(),
        start: "2026-11-21".to_owned(),
        hours: 5,
        month: 73,
    };
    for (event, said) in [
        (laid(PATH, "2026-02-31", 5), "not a date"),
        (laid(PATH, "2001-01-01", 5), "more than ten years ago"),
        (laid(PATH, "2060-01-01", 5), "more than ten years away"),
        (laid(PATH, "2026-11-21", 0), "Without hours"),
        (laid(PATH, "2026-11-21", 169), "168 hours"),
        (month, "months 1 to 72"),
        (
            Roading::Begun(" ".to_owned(), "2026-11-21".to_owned(), 5),
            "a name",
        ),
        (tick("2026-11-22", ""), "still to come"),
        (tick("2026-11-20", "javascript:alert(1)"), "https://"),
    ] {
        act(&mut bench, event);
        let refused = view(&bench).refused.unwrap_or_default();
        assert!(refused.contains(said), "{refused}");
    }
    assert_eq!(bench.app.history().ids().len(), facts);
    // What is right afterwards is taken, and the words go.
    act(&mut bench, laid(PATH, "2026-11-21", 5));
    assert_eq!(view(&bench).refused, None);
}

#[test]
fn two_paths_that_want_the_same_exam_have_it_once() {
    let mut bench = begun();
    let (_, before) = timeline(&bench);
    act(&mut bench, laid("container-expertise", "2026-11-21", 10));
    let (_, after) = timeline(&bench);
    let cka = |view: &StandingView| {
        let exams = view.exams.iter();
        exams
            .filter(|exam| exam.name.contains("Kubernetes Administrator"))
            .count()
    };
    assert_eq!((cka(&before), cka(&after)), (1, 1));
    assert_eq!(after.paths.len(), 2);
    let said = after
        .alarms
        .iter()
        .filter(|alarm| alarm.words.contains("is on two of your paths"));
    assert!(said.count() > 0, "{:?}", after.alarms);
}

#[test]
fn late_is_what_slipped_and_a_remedy_brings_it_on_time() {
    let mut bench = begun();
    bench.now.at.0 += 80 * DAY;
    go(&mut bench, RoadPage::List);
    let RoadBody::List(list) = view(&bench).body else {
        panic!("the list");
    };
    assert_eq!(list.groups[0].0, "What slipped");
    assert!(list.groups[0].1.iter().any(|row| row.id == "exam-saa"));
    // Some hours are studied, and it is seen when it will be ready.
    for week in 1..=8 {
        let day = Day::parse("2026-11-22")
            .expect("a day")
            .plus(7 * week)
            .to_string();
        let minutes = Roading::Studied(PATH.to_owned(), "exam-saa".to_owned(), day, 300);
        act(&mut bench, minutes);
    }
    go(&mut bench, RoadPage::default());
    let (_, standing) = timeline(&bench);
    let exam = standing
        .exams
        .iter()
        .find(|exam| exam.key.1 == "exam-saa")
        .expect("the exam");
    assert_eq!(exam.tone, "bad", "{exam:?}");
    assert!(exam.hours.starts_with("40 h of"), "{}", exam.hours);
    let remedy = exam.remedies.first().expect("a way").clone();
    assert!(
        remedy
            .words
            .starts_with("Move it and the 8 exams after it by"),
        "{}",
        remedy.words
    );
    act(
        &mut bench,
        Roading::Remedied(exam.key.clone(), remedy.remedy),
    );
    let (_, standing) = timeline(&bench);
    let exam = standing
        .exams
        .iter()
        .find(|exam| exam.key.1 == "exam-saa")
        .expect("the exam");
    assert_ne!(exam.tone, "bad", "{exam:?}");
}

#[test]
fn a_path_of_ones_own_holds_what_is_put_on_it() {
    let mut bench = open(RoadPage::Paths);
    let own = Roading::Begun("My year".to_owned(), "2026-11-21".to_owned(), 6);
    act(&mut bench, own);
    let entry = Entry {
        id: "own-1".to_owned(),
        kind: Kind::Exam,
        name: "Solutions Architect".to_owned(),
        span: Span::on(Day(0)),
        hours: Some(30),
        track: Some(saa()),
        text: String::new(),
    };
    let day = || "2027-02-01".to_owned();
    act(
        &mut bench,
        Roading::Entered("own-1".to_owned(), entry, day(), day()),
    );
    go(&mut bench, RoadPage::Timeline(Zoom::Year));
    let (timeline, standing) = timeline(&bench);
    assert_eq!(names(&timeline).len(), 1);
    assert_eq!(standing.exams[0].hours, "0 h of 30 h studied");
    assert_eq!(standing.paths[0].name, "My year");
    // A second one has another name.
    let own = Roading::Begun("Another".to_owned(), "2026-11-21".to_owned(), 1);
    act(&mut bench, own);
    go(&mut bench, RoadPage::default());
    let RoadBody::Timeline(_, standing) = view(&bench).body else {
        panic!("the timeline");
    };
    let ids: Vec<&str> = standing.paths.iter().map(|path| path.id.as_str()).collect();
    assert_eq!(ids, ["own-1", "own-2"]);
}
