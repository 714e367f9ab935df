//! Where the entries of a path come to lie.

use cairn::deck::id::TrackId;
use cairn::roadmap::calendar::stretch;
use cairn::roadmap::lay::{Laid, doubles, lay};
use cairn::roadmap::{Entry, Kind, Laying, Marks, Span};

use super::{day, laying, shipped};

fn entries(path: &str, laying: &Laying, marks: &Marks) -> Vec<Laid> {
    lay(&shipped(path), laying, marks)
}

fn one<'a>(entries: &'a [Laid], id: &str) -> &'a Laid {
    let found = entries.iter().find(|entry| entry.id == id);
    found.unwrap_or_else(|| panic!("{id} lies somewhere"))
}

const FIRST: &str = "accelerated-devops-sre";

#[test]
fn with_the_hours_of_the_plan_the_months_are_those_of_the_calendar() {
    let entries = entries(FIRST, &laying(50), &Marks::default());
    let phase = one(&entries, "phase-1");
    assert_eq!(phase.span.from, day("2027-01-01"));
    assert_eq!(phase.span.to, day("2027-03-31"));
    // The last phase ends with the sixth year.
    assert_eq!(one(&entries, "phase-10").span.to, day("2032-12-31"));
    let exam = entries.iter().find(|entry| entry.kind == Kind::Exam);
    let exam = exam.expect("an exam");
    assert_eq!(exam.span.from, exam.span.to, "an exam is on one day");
}

#[test]
fn fewer_hours_make_months_longer_in_proportion_and_more_make_none_shorter() {
    let path = shipped(FIRST);
    assert!((stretch(&path, 1, 25) - 2.0).abs() < 1e-9);
    assert!((stretch(&path, 1, 100) - 1.0).abs() < 1e-9);
    // The third year counts with 15 hours.
    assert!((stretch(&path, 30, 15) - 1.0).abs() < 1e-9);
    assert!((stretch(&path, 1, 1) - 6.0).abs() < 1e-9, "not without end");
    let half = entries(FIRST, &laying(25), &Marks::default());
    assert_eq!(one(&half, "phase-1").span.to, day("2027-06-30"));
}

#[test]
fn who_begins_later_on_the_path_has_what_was_before_behind_them() {
    let later = Laying {
        first_month: 25,
        ..laying(20)
    };
    let entries = entries(FIRST, &later, &Marks::default());
    assert!(one(&entries, "phase-1").is_behind);
    let phase = one(&entries, "phase-7");
    assert!(!phase.is_behind);
    assert_eq!(phase.span.from, day("2027-01-01"), "it begins at once");
    assert!(
        entries
            .iter()
            .all(|entry| entry.span.from >= day("2027-01-01"))
    );
}

#[test]
fn every_path_lies_in_order_whatever_the_hours_and_the_month() {
    for id in [
        FIRST,
        "container-expertise",
        "junior-to-architect",
        "focus-2030",
        "senior-devops-architect",
    ] {
        let path = shipped(id);
        for hours in [1, 7, 20, 168] {
            for first_month in [1, 2, path.months / 2 + 1, path.months] {
                let laying = Laying {
                    first_month,
                    ..laying(hours)
                };
                let entries = lay(&path, &laying, &Marks::default());
                assert!(!entries.is_empty());
                assert!(entries.is_sorted_by_key(|entry| entry.span), "{id}");
                for entry in &entries {
                    assert!(entry.span.from <= entry.span.to, "{id} {}", entry.id);
                    assert!(entry.span.from >= laying.start, "{id} {}", entry.id);
                }
            }
        }
    }
}

#[test]
fn what_was_moved_dropped_ticked_and_written_is_so() {
    let path = shipped(FIRST);
    let exam = path.exams[0].id.clone();
    let project = path.projects[0].id.clone();
    let mut marks = Marks::default();
    let other = Span::on(day("2027-05-05"));
    marks.moved.insert(exam.clone(), other);
    marks.dropped.insert(project.clone());
    let own = Entry {
        id: "own-1".to_owned(),
        kind: Kind::Project,
        name: "A cluster at home".to_owned(),
        span: Span::on(day("2027-02-01")),
        hours: None,
        track: None,
        text: "Buy it\n\n Run it ".to_owned(),
    };
    marks.entered.insert(own.id.clone(), own);
    let evidence = cairn::roadmap::Evidence {
        day: day("2027-02-03"),
        note: String::new(),
        link: String::new(),
    };
    marks.ticked.insert("own-1-1".to_owned(), evidence.clone());
    let before = lay(&path, &laying(50), &Marks::default());
    let after = lay(&path, &laying(50), &marks);
    let moved = one(&after, &exam);
    assert_eq!(moved.span, other);
    assert!(moved.is_moved());
    assert_eq!(moved.planned, one(&before, &exam).span);
    assert!(after.iter().all(|entry| entry.id != project));
    let own = one(&after, "own-1");
    let texts: Vec<&str> = own.ticks.iter().map(|tick| tick.text.as_str()).collect();
    assert_eq!(texts, ["Buy it", "Run it"]);
    assert_eq!((own.ticked, own.done), (1, None));
    marks.ticked.insert("own-1-2".to_owned(), evidence);
    let after = lay(&path, &laying(50), &marks);
    assert_eq!(one(&after, "own-1").done, Some(day("2027-02-03")));
}

#[test]
fn an_entry_of_the_path_in_other_words_keeps_what_belongs_to_it() {
    let path = shipped(FIRST);
    let exam = &path.exams[0];
    let mut marks = Marks::default();
    let own = Entry {
        id: exam.id.clone(),
        kind: Kind::Exam,
        name: "My first exam".to_owned(),
        span: Span::on(day("2027-04-01")),
        hours: Some(40),
        track: None,
        text: String::new(),
    };
    marks.entered.insert(own.id.clone(), own);
    let after = lay(&path, &laying(50), &marks);
    let laid = one(&after, &exam.id);
    assert_eq!(after.iter().filter(|entry| entry.id == exam.id).count(), 1);
    assert_eq!(
        (laid.name.as_str(), laid.hours),
        ("My first exam", Some(40))
    );
    assert_eq!(laid.span, Span::on(day("2027-04-01")));
    let tracks: Vec<&str> = laid.tracks.iter().map(TrackId::as_str).collect();
    assert_eq!(tracks, exam.tracks);
}

#[test]
fn what_belongs_to_a_branch_comes_with_it() {
    let path = shipped("container-expertise");
    let lists = |marks: &Marks| {
        let entries = lay(&path, &laying(10), marks);
        entries
            .iter()
            .filter(|entry| entry.kind == Kind::Checklist)
            .count()
    };
    let none = lists(&Marks::default());
    let marks = Marks {
        chosen: Some(path.branches[0].id.clone()),
        ..Marks::default()
    };
    let of_branch = path
        .checklists
        .iter()
        .filter(|list| list.branch == path.branches[0].id)
        .count();
    assert!(of_branch > 0);
    assert_eq!(lists(&marks), none + of_branch);
}

#[test]
fn an_exam_that_two_paths_want_is_sat_once_on_the_earlier_day() {
    let mut both = entries(FIRST, &laying(50), &Marks::default());
    both.extend(entries(
        "container-expertise",
        &laying(50),
        &Marks::default(),
    ));
    let doubles = doubles(&both);
    assert!(!doubles.is_empty(), "both want CKA or CKS");
    for (path, id) in &doubles {
        let double = both.iter().find(|e| e.path == *path && e.id == *id);
        let double = double.expect("an entry");
        let first = both.iter().find(|e| {
            e.tracks.first() == double.tracks.first()
                && !doubles.contains(&(e.path.clone(), e.id.clone()))
        });
        assert!(first.expect("the one that is sat").span <= double.span);
    }
}
