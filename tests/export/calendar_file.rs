//! The calendar, read back by another's parser.

use std::collections::{BTreeMap, BTreeSet};

use cairn::roadmap::calendar_file::{Contents, calendar_file};
use cairn::roadmap::money::Fee;
use cairn::roadmap::{Entry, Kind, Span};
use cairn::time::{Day, Moment};
use icalendar::parser::{Component, read_calendar, unfold};

use crate::ground::{ACCELERATED, CONTAINERS, Ground, day};

const AT: Moment = Moment(1_799_568_000_000);

/// An event as it was read: its properties by name, parameters left out, in order.
type Read = BTreeMap<String, Vec<String>>;

fn events(text: &str) -> BTreeMap<String, Read> {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let read = |component: &Component| {
        assert_eq!(component.name, "VEVENT");
        let mut read = Read::new();
        for property in &component.properties {
            let values = read.entry(property.name.to_string()).or_default();
            values.push(property.val.to_string());
        }
        (read["UID"][0].clone(), read)
    };
    let events: Vec<_> = calendar.components.iter().map(read).collect();
    let count = events.len();
    let events: BTreeMap<_, _> = events.into_iter().collect();
    assert_eq!(events.len(), count, "each name is there once");
    events
}

struct Written {
    ground: Ground,
    minutes: [u16; 7],
    off: Vec<Day>,
}

impl Written {
    fn of(ids: &[&str]) -> Self {
        Self {
            ground: Ground::of(ids),
            minutes: [30, 30, 30, 30, 30, 0, 240],
            off: Vec::new(),
        }
    }

    fn text(&self) -> Option<String> {
        let fees: Vec<Fee> = self.ground.costs().fees;
        calendar_file(&Contents {
            entries: &self.ground.entries(),
            paths: &self.ground.names(),
            fees: &fees,
            minutes: self.minutes,
            days_off: &self.off,
            today: self.ground.today,
            at: AT,
        })
    }

    fn events(&self) -> BTreeMap<String, Read> {
        events(&self.text().expect("something to come"))
    }
}

fn one<'a>(of: &'a Read, name: &str) -> &'a str {
    assert_eq!(of[name].len(), 1, "{name}");
    &of[name][0]
}

#[test]
fn every_exam_is_a_whole_day_with_what_one_needs_to_know() {
    let events = Written::of(&[ACCELERATED]).events();
    let cka = &events["accelerated-devops-sre.exam-cka@roadmap.cairn"];
    assert_eq!(
        one(cka, "SUMMARY"),
        "Exam: Certified Kubernetes Administrator (planned)"
    );
    assert_eq!(one(cka, "DTSTART"), "20270531");
    assert_eq!(one(cka, "DTEND"), "20270601");
    assert_eq!(one(cka, "STATUS"), "TENTATIVE");
    assert_eq!(one(cka, "DTSTAMP"), "20270110T080000Z");
    let words = one(cka, "DESCRIPTION");
    for part in [
        "Code: CKA",
        "Fee: $445",
        "Study planned: 100 hours",
        "Path: ",
    ] {
        assert!(words.contains(part), "{words}");
    }
    assert!(!words.contains("http"), "nothing leads outside");
    let exams = events.keys().filter(|uid| uid.contains(".exam-"));
    assert_eq!(exams.count(), 9);
}

#[test]
fn phases_projects_and_checkpoints_are_spans_of_days() {
    let written = Written::of(&[ACCELERATED, CONTAINERS]);
    let events = written.events();
    for entry in written.ground.entries() {
        let uid = format!("{}.{}@roadmap.cairn", entry.path, entry.id);
        let is_span = matches!(
            entry.kind,
            Kind::Phase | Kind::Project | Kind::Checkpoint | Kind::Stage
        );
        if is_span && entry.span.to >= written.ground.today {
            let event = &events[&uid];
            let end = entry.span.to.plus(1).to_string().replace('-', "");
            assert_eq!(one(event, "DTEND"), end);
            assert_eq!(one(event, "TRANSP"), "TRANSPARENT");
        } else if is_span || entry.kind == Kind::Checklist {
            assert!(!events.contains_key(&uid), "{uid}");
        }
    }
}

#[test]
fn reviews_come_again_until_the_roadmap_ends() {
    let written = Written::of(&[ACCELERATED]);
    let events = written.events();
    let last = written
        .ground
        .entries()
        .iter()
        .map(|entry| entry.span.to)
        .max();
    let until = format!(
        "{}T235900",
        last.expect("entries").to_string().replace('-', "")
    );
    let rule = |uid: &str| one(&events[&format!("{uid}@roadmap.cairn")], "RRULE").to_owned();
    assert_eq!(
        rule("review-weekly"),
        format!("FREQ=WEEKLY;BYDAY=MO;UNTIL={until}")
    );
    assert_eq!(
        rule("review-monthly"),
        format!("FREQ=MONTHLY;BYMONTHDAY=1;UNTIL={until}")
    );
    assert_eq!(
        rule("review-quarterly"),
        format!("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1;UNTIL={until}")
    );
    let first = |uid: &str| one(&events[&format!("{uid}@roadmap.cairn")], "DTSTART").to_owned();
    // 2027-01-10 is a Sunday: its week is over on the next day.
    assert_eq!(first("review-weekly"), "20270111T180000");
    assert_eq!(first("review-monthly"), "20270201T170000");
    assert_eq!(first("review-quarterly"), "20270401T160000");
}

#[test]
fn study_blocks_follow_the_minutes_and_leave_out_days_off() {
    let mut written = Written::of(&[CONTAINERS]);
    // The coming Monday, a later one, and a Tuesday.
    written.off = vec![day("2027-01-11"), day("2027-02-02"), day("2027-02-08")];
    let events = written.events();
    let monday = &events["study-mon@roadmap.cairn"];
    assert_eq!(one(monday, "SUMMARY"), "Study 30 min");
    assert_eq!(one(monday, "DTSTART"), "20270118T190000");
    assert_eq!(one(monday, "DURATION"), "PT30M");
    assert_eq!(monday["EXDATE"], ["20270208T190000"]);
    let exams = written.ground.entries();
    let last = exams
        .iter()
        .filter(|e| e.kind == Kind::Exam)
        .map(|e| e.span.to)
        .max();
    let until = last.expect("an exam").to_string().replace('-', "");
    assert_eq!(
        one(monday, "RRULE"),
        format!("FREQ=WEEKLY;BYDAY=MO;UNTIL={until}T235900")
    );
    assert!(
        !events.contains_key("study-sat@roadmap.cairn"),
        "no minutes on it"
    );
    // Four hours end by ten.
    assert_eq!(
        one(&events["study-sun@roadmap.cairn"], "DTSTART"),
        "20270110T180000"
    );
}

#[test]
fn a_booked_exam_is_said_to_be_and_one_that_was_passed_is_left_out() {
    let mut written = Written::of(&[ACCELERATED]);
    written.ground.tick(0, "exam-saa", "2027-01-08");
    let mut entries = written.ground.entries();
    for entry in entries.iter_mut().filter(|entry| entry.id == "exam-cka") {
        entry.booked = Some(day("2027-05-20"));
        entry.span = Span::on(day("2027-05-20"));
    }
    let text = calendar_file(&Contents {
        entries: &entries,
        paths: &written.ground.names(),
        fees: &[],
        minutes: [0; 7],
        days_off: &[],
        today: written.ground.today,
        at: AT,
    });
    let events = events(&text.expect("something to come"));
    let cka = &events["accelerated-devops-sre.exam-cka@roadmap.cairn"];
    assert_eq!(
        one(cka, "SUMMARY"),
        "Exam: Certified Kubernetes Administrator (booked)"
    );
    assert_eq!(
        (one(cka, "STATUS"), one(cka, "DTSTART")),
        ("CONFIRMED", "20270520")
    );
    assert!(!events.keys().any(|uid| uid.contains("exam-saa")));
    assert!(
        !events.keys().any(|uid| uid.starts_with("study-")),
        "no minutes at all"
    );
}

#[test]
fn two_paths_that_want_the_same_exam_have_it_in_the_calendar_once() {
    let events = Written::of(&[ACCELERATED, CONTAINERS]).events();
    let ckas = events.values().filter(|event| {
        let words = event.get("DESCRIPTION").map_or("", |words| &words[0]);
        words.contains("Code: CKA\n")
    });
    assert_eq!(ckas.count(), 1);
}

#[test]
fn names_stay_the_same_when_entries_move() {
    let mut written = Written::of(&[ACCELERATED]);
    let before = written.events();
    written.ground.today = day("2027-01-12");
    let to = Span::on(day("2027-09-09"));
    written
        .ground
        .marks(0)
        .moved
        .insert("exam-cka".to_owned(), to);
    let after = written.events();
    let names = |of: &BTreeMap<String, Read>| of.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&before), names(&after));
    let cka = "accelerated-devops-sre.exam-cka@roadmap.cairn";
    assert_ne!(before[cka]["DTSTART"], after[cka]["DTSTART"]);
}

#[test]
fn what_the_learner_wrote_is_read_as_it_was_written() {
    let name = "Câfé; \"talk\", part\\two — 東京で長い長い名前の勉強会に参加して発表する、そして質問に答える";
    let mut written = Written::of(&[CONTAINERS]);
    let entry = Entry {
        id: "own".to_owned(),
        kind: Kind::Project,
        name: name.to_owned(),
        span: Span::on(day("2027-04-01")),
        hours: None,
        track: None,
        text: "Slides, with notes;\nA demo".to_owned(),
    };
    written
        .ground
        .marks(0)
        .entered
        .insert("own".to_owned(), entry);
    let text = written.text().expect("something to come");
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    let events = events(&text);
    let event = &events["container-expertise.own@roadmap.cairn"];
    assert_eq!(one(event, "SUMMARY"), format!("Project: {name}"));
    assert!(one(event, "DESCRIPTION").contains("• Slides, with notes;\n• A demo"));
}

#[test]
fn a_roadmap_that_is_over_makes_no_calendar() {
    let mut written = Written::of(&[CONTAINERS]);
    for exam in ["ckad", "cka", "dop"] {
        written.ground.tick(0, exam, "2027-01-08");
    }
    assert!(written.text().is_some());
    written.ground.today = day("2045-01-01");
    assert_eq!(written.text(), None);
    assert_eq!(Written::of(&[]).text(), None);
}
