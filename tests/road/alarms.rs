//! What the roadmap tells by itself.

use cairn::deck::track::Track;
use cairn::review::History;
use cairn::review::{Taken, What};
use cairn::roadmap::exams::{Hours, outlooks};
use cairn::roadmap::lay::{Laid, lay, settle};
use cairn::roadmap::pace::Pace;
use cairn::roadmap::warn::{Alarm, AlarmKind, Signs, expires};
use cairn::roadmap::{Laying, Review, Ritual, RoadFact, Roads, Span};
use cairn::time::Day;

use super::{day, laying, log, road, shipped};

fn track(id: &str) -> Track {
    let text = std::fs::read_to_string(format!("decks/{id}/track.toml")).expect("a track");
    toml::from_str(&text).expect("a track")
}

/// Every alarm of a path with this log, on a day.
fn alarms(path: &str, laying: &Laying, history: &History, today: Day) -> Vec<Alarm> {
    let path = shipped(path);
    let roads = Roads::of(history);
    let none = cairn::roadmap::Marks::default();
    let marks = roads.marks(&path.id).unwrap_or(&none);
    let mut entries: Vec<Laid> = lay(&path, laying, marks);
    settle(&mut entries, history);
    let hours = Hours::of(history, &roads, laying.start, today);
    let planned = f64::from(laying.hours_week);
    let pace = Pace::of(&hours.weeks, planned);
    let outlooks = outlooks(&entries, &hours, &pace, today);
    let signs = Signs {
        entries: &entries,
        outlooks: &outlooks,
        hours: &hours,
        planned,
        roads: &roads,
        today,
    };
    let tracks: Vec<Track> = entries
        .iter()
        .filter_map(|entry| entry.tracks.first())
        .map(|id| track(id.as_str()))
        .collect();
    let mut found = signs.of_path(&path);
    found.extend(signs.of_exams(|id| tracks.iter().find(|track| track.id.as_str() == id)));
    found
}

fn says(alarms: &[Alarm], words: &str) -> bool {
    alarms
        .iter()
        .any(|alarm| matches!(&alarm.what, AlarmKind::Sign(text) if text.contains(words)))
}

fn laid(path: &str, laying: &Laying) -> (Day, What) {
    let fact = RoadFact::Laid(path.to_owned(), laying.clone());
    (laying.start, road(&fact))
}

#[test]
fn three_years_at_one_stage_are_seen() {
    let path = "junior-to-architect";
    let laying = laying(5);
    let history = log(vec![laid(path, &laying)]);
    let early = alarms(path, &laying, &history, day("2028-06-01"));
    assert!(!says(&early, "36 months"), "{early:?}");
    let late = alarms(path, &laying, &history, day("2030-02-01"));
    assert!(says(&late, "36 months"), "{late:?}");
}

#[test]
fn weeks_without_hours_or_reviews_are_seen_and_end_when_they_do() {
    let path = "accelerated-devops-sre";
    let laying = laying(20);
    let today = day("2027-02-15");
    let history = log(vec![laid(path, &laying)]);
    let found = alarms(path, &laying, &history, today);
    assert!(says(&found, "weeks hold much less"), "{found:?}");
    assert!(says(&found, "no weekly review"), "{found:?}");
    let review = RoadFact::Reviewed(Review {
        ritual: Ritual::Weekly,
        period: Span {
            from: day("2027-02-08"),
            to: day("2027-02-14"),
        },
        notes: String::new(),
        accepted: Vec::new(),
    });
    let studied = (0..6).map(|week| {
        let day = day("2027-01-05").plus(7 * week);
        let fact = RoadFact::Studied(path.to_owned(), "x".to_owned(), day, 1_200);
        (day, road(&fact))
    });
    let mut facts = vec![laid(path, &laying)];
    facts.extend(studied);
    facts.push((today, road(&review)));
    let found = alarms(path, &laying, &log(facts), today);
    assert!(!says(&found, "weeks hold much less"), "{found:?}");
    assert!(!says(&found, "no weekly review"), "{found:?}");
}

#[test]
fn an_exam_that_retires_is_told_in_time_with_what_to_do_instead() {
    let path = "focus-2030";
    let laying = Laying {
        start: day("2026-11-01"),
        ..laying(10)
    };
    let history = log(vec![laid(path, &laying)]);
    let found = alarms(path, &laying, &history, day("2026-11-22"));
    let retires = found.iter().find_map(|alarm| match &alarm.what {
        AlarmKind::Retires { on, instead, .. } => Some((*on, instead.clone())),
        _ => None,
    });
    let (on, instead) = retires.expect("ANS-C01 ends");
    assert_eq!(on, day("2026-12-31"));
    assert!(!instead.is_empty());
}

#[test]
fn a_certificate_that_ends_is_told_before_and_after() {
    let path = "accelerated-devops-sre";
    let laying = laying(20);
    let passed = day("2027-03-01");
    let result = What::Took(
        cairn::deck::id::TrackId::new("aws-saa-c03").expect("a slug"),
        Taken {
            day: passed,
            is_passed: true,
            score: Some(800),
        },
    );
    let history = log(vec![laid(path, &laying), (passed, result)]);
    let ends = expires(passed, &track("aws-saa-c03")).expect("three years");
    assert_eq!(ends, day("2030-03-01"));
    let tells = |today: Day| {
        let found = alarms(path, &laying, &history, today);
        found
            .iter()
            .any(|alarm| matches!(alarm.what, AlarmKind::Renew { .. }))
    };
    assert!(!tells(day("2029-06-01")));
    assert!(tells(day("2029-12-01")));
    assert!(tells(day("2030-04-01")), "and when it has ended");
}
