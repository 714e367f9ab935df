//! The career paths that ship: each reads, keeps its rules, and holds all that its document has.

use std::collections::BTreeSet;
use std::fs;

use cairn::roadmap::path::Months;
use cairn::roadmap::{Path, PathFault, check};

fn read(id: &str) -> Path {
    let file = format!("decks/paths/{id}.toml");
    let text = fs::read_to_string(&file).unwrap_or_else(|e| panic!("{file}: {e}"));
    toml::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn tracks() -> BTreeSet<String> {
    let folders = fs::read_dir("decks").expect("decks").flatten();
    let tracks = folders.filter(|folder| folder.path().join("track.toml").exists());
    tracks
        .map(|folder| folder.file_name().to_string_lossy().into_owned())
        .collect()
}

const ALL: [&str; 5] = [
    "accelerated-devops-sre",
    "container-expertise",
    "junior-to-architect",
    "focus-2030",
    "senior-devops-architect",
];

/// Everything that can be ticked.
fn ticks(path: &Path) -> usize {
    let lists: usize = path.checklists.iter().map(|list| list.items.len()).sum();
    let points: usize = path.checkpoints.iter().map(|point| point.items.len()).sum();
    lists + points
}

#[test]
fn every_path_reads_and_keeps_its_rules() {
    let tracks = tracks();
    let tracks: BTreeSet<&str> = tracks.iter().map(String::as_str).collect();
    for id in ALL {
        let path = read(id);
        assert_eq!(path.id, id);
        assert_eq!(check(&path, &tracks), []);
    }
    assert_eq!(
        fs::read_dir("decks/paths").expect("paths").count(),
        ALL.len()
    );
}

#[test]
fn every_part_of_the_documents_is_there() {
    let first = read("accelerated-devops-sre");
    assert_eq!(
        (first.exams.len(), first.phases.len(), first.projects.len()),
        (9, 10, 11)
    );
    let hours: u16 = first.exams.iter().filter_map(|exam| exam.hours).sum();
    assert_eq!(hours, 1_160);
    let weekly: BTreeSet<u16> = first
        .phases
        .iter()
        .filter_map(|phase| phase.hours_week)
        .collect();
    assert_eq!(weekly, BTreeSet::from([15, 20, 50]));
    assert_eq!(ticks(&read("container-expertise")), 97);
    let stages = read("junior-to-architect").stages;
    assert_eq!(stages.len(), 5);
    assert!(
        stages
            .iter()
            .all(|stage| stage.pay.len() == 2 && !stage.milestone.is_empty())
    );
    let last = read("senior-devops-architect");
    assert_eq!((last.kpis.len(), last.scorecard.len()), (26, 8));
    let days = read("focus-2030").phases;
    assert_eq!(
        days.iter()
            .filter(|phase| phase.name.starts_with("Days"))
            .count(),
        3
    );
}

#[test]
fn a_path_with_mistakes_is_told_each_of_them() {
    let mut path = read("accelerated-devops-sre");
    let later = path.exams[1].id.clone();
    let first = path.exams[0].id.clone();
    path.exams[0].after = vec![later.clone()];
    path.exams[1].after = vec![first.clone()];
    path.exams[2].tracks = vec!["nowhere".to_owned()];
    path.exams[3].after = vec!["no-exam".to_owned()];
    path.phases[0].months = Months { from: 5, to: 4 };
    path.projects[0].id = "Not A Slug".to_owned();
    path.projects[1].id = path.projects[2].id.clone();
    path.checklists[0].items.clear();
    path.money[0].from = path.money[0].to + 1;
    let tracks = tracks();
    let tracks: BTreeSet<&str> = tracks.iter().map(String::as_str).collect();
    let found = check(&path, &tracks);
    let has = |fault: &PathFault| {
        assert!(
            found.iter().any(|of| of.what == *fault),
            "{fault:?}: {found:#?}"
        );
    };
    has(&PathFault::NoTrack("nowhere".to_owned()));
    has(&PathFault::NoExam("no-exam".to_owned()));
    has(&PathFault::OutOfTime(Months { from: 5, to: 4 }));
    has(&PathFault::NotASlug);
    has(&PathFault::Twice);
    has(&PathFault::Empty("something to tick"));
    has(&PathFault::Backwards);
    let circle = found.iter().find_map(|of| match &of.what {
        PathFault::Circle(exams) => Some(exams.clone()),
        _ => None,
    });
    let circle = circle.expect("a circle");
    assert!(circle.contains(&first) && circle.contains(&later));
    let words = found
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n");
    assert!(words.contains("there is no track `nowhere`"), "{words}");
}

#[test]
fn a_file_with_an_unknown_word_does_not_read() {
    let text = fs::read_to_string("decks/paths/focus-2030.toml").expect("a file");
    let error = toml::from_str::<Path>(&format!("{text}\n[[exam]]\nid = \"x\"\n")).unwrap_err();
    assert!(error.to_string().contains("exam"), "{error}");
}
