//! The roadmap as Markdown, read back by another's parser.

use cairn::memory::Scheduler;
use cairn::review::History;
use cairn::roadmap::exams::{Hours, outlooks};
use cairn::roadmap::markdown::{Contents, markdown};
use cairn::roadmap::pace::Pace;
use cairn::roadmap::{Evidence, Kind, Roads};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::ground::{ACCELERATED, CONTAINERS, Ground, day};

fn text(ground: &Ground) -> String {
    let entries = ground.entries();
    let history = History::new(Scheduler::default());
    let hours = Hours::of(&history, &Roads::default(), day("2027-01-01"), ground.today);
    let pace = Pace::of(&hours.weeks, 20.0);
    let exams = outlooks(&entries, &hours, &pace, ground.today);
    markdown(&Contents {
        paths: &ground.on_road(),
        entries: &entries,
        exams: &exams,
        pace: &pace,
        planned: 20.0,
        costs: &ground.costs(),
        today: ground.today,
    })
}

/// What a reader of Markdown finds: headings, boxes (ticked or not), rows of tables, addresses.
#[derive(Default)]
struct Found {
    headings: Vec<String>,
    boxes: Vec<(bool, String)>,
    rows: Vec<Vec<String>>,
    links: Vec<String>,
}

fn read(markdown: &str) -> Found {
    let options = Options::ENABLE_TASKLISTS | Options::ENABLE_TABLES;
    let mut found = Found::default();
    let mut words = String::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::TableCell) => words.clear(),
            Event::End(TagEnd::Heading(_)) => found.headings.push(words.clone()),
            Event::Start(Tag::TableRow) => found.rows.push(Vec::new()),
            Event::End(TagEnd::TableCell) => {
                if let Some(row) = found.rows.last_mut() {
                    row.push(words.clone());
                }
            }
            Event::TaskListMarker(is_ticked) => found.boxes.push((is_ticked, String::new())),
            Event::Start(Tag::Link { dest_url, .. }) => found.links.push(dest_url.to_string()),
            Event::Text(text) => {
                words.push_str(&text);
                if let Some((_, of)) = found.boxes.last_mut() {
                    of.push_str(&text);
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn every_entry_is_there_with_its_box() {
    let ground = Ground::of(&[ACCELERATED, CONTAINERS]);
    let found = read(&text(&ground));
    for (path, ..) in &ground.paths {
        assert!(found.headings.contains(&path.name), "{}", path.name);
    }
    for entry in ground.entries() {
        let is_line = matches!(entry.kind, Kind::Phase | Kind::Exam | Kind::Project);
        let is_there = if is_line {
            found
                .boxes
                .iter()
                .any(|(_, words)| words.starts_with(&entry.name))
        } else {
            found.headings.contains(&entry.name)
        };
        assert!(is_there, "{} {}", entry.kind.word(), entry.name);
        for tick in &entry.ticks {
            assert!(
                found
                    .boxes
                    .iter()
                    .any(|(_, words)| words.contains(&tick.text)),
                "{}",
                tick.text
            );
        }
    }
    assert!(found.boxes.iter().all(|(is_ticked, _)| !is_ticked));
}

#[test]
fn what_is_ticked_has_its_evidence() {
    let mut ground = Ground::of(&[CONTAINERS]);
    let tick = ground.paths[0].0.checklists[0].items[0].clone();
    let evidence = Evidence {
        day: day("2027-01-09"),
        note: "First try *failed*, see\nthe log".to_owned(),
        link: "https://example.org/a(b)?c=d&e".to_owned(),
    };
    ground.marks(0).ticked.insert(tick.id.clone(), evidence);
    let found = read(&text(&ground));
    let ticked: Vec<_> = found
        .boxes
        .iter()
        .filter(|(is_ticked, _)| *is_ticked)
        .collect();
    assert_eq!(ticked.len(), 1);
    let words = &ticked[0].1;
    assert!(words.starts_with(&tick.text), "{words}");
    assert!(
        words.contains("9 Jan 2027: First try *failed*, see the log"),
        "{words}"
    );
    assert_eq!(found.links, ["https://example.org/a(b)?c=d&e"]);
}

#[test]
fn exams_and_fees_are_rows_of_tables() {
    let ground = Ground::of(&[ACCELERATED]);
    let found = read(&text(&ground));
    let of = |name: &str| -> Vec<&Vec<String>> {
        found.rows.iter().filter(|row| row[0] == name).collect()
    };
    let cka = of("Certified Kubernetes Administrator");
    assert_eq!(cka.len(), 2, "how it stands, and its fee");
    assert_eq!(cka[0][1], "31 May 2027, planned");
    assert_eq!(cka[0][2], "0 of 100");
    assert_eq!(cka[1][1..], ["31 May 2027", "$445 (the plan had $395)", ""]);
    assert_eq!(
        of("AWS Certified Solutions Architect - Associate")[1][2],
        "$150"
    );
}

#[test]
fn ratings_are_told_as_the_learners_own_word() {
    let mut ground = Ground::of(&["senior-devops-architect"]);
    ground.marks(0).rated.insert("score-cloud".to_owned(), 2);
    let found = read(&text(&ground));
    let row = |name: &str| found.rows.iter().find(|row| row[0] == name).expect("a row");
    assert_eq!(row("Cloud architecture")[3], "Meets it");
    assert_eq!(row("CI/CD architecture")[3], "");
}
