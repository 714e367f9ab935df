//! Exams against what really happened: hours, verdicts, what would bring one on time.

use cairn::deck::id::{ItemId, TrackId};
use cairn::memory::Grade;
use cairn::review::{Answer, Sighting, Taken, What};
use cairn::roadmap::exams::{Hours, Outlook, Remedy, Verdict, outlooks, remedies, weeks};
use cairn::roadmap::lay::{Laid, lay, settle};
use cairn::roadmap::pace::Pace;
use cairn::roadmap::{Kind, RoadFact, Roads};
use cairn::time::Day;

use super::{day, laying, log, road, shipped};

const PATH: &str = "accelerated-devops-sre";

fn entries() -> Vec<Laid> {
    let roads = Roads::of(&log(Vec::new()));
    let none = cairn::roadmap::Marks::default();
    assert!(roads.laid().is_empty());
    lay(&shipped(PATH), &laying(20), &none)
}

fn answer(item: &str, ms: u32) -> What {
    What::Answered(Answer {
        item: ItemId::parse(item).expect("an id"),
        grade: Grade::Good,
        given: None,
        ms,
        sighting: Sighting::First,
        corrected: false,
    })
}

fn track(id: &str) -> TrackId {
    TrackId::new(id).expect("a slug")
}

fn exam<'a>(outlooks: &'a [Outlook], track: &str) -> &'a Outlook {
    let of = |outlook: &&Outlook| {
        let id = outlook.track.as_ref();
        id.is_some_and(|id| id.as_str() == track)
    };
    outlooks.iter().find(of).expect("the exam")
}

#[test]
fn hours_are_those_of_the_log_and_those_studied_elsewhere() {
    let entries = entries();
    let saa = entries.iter().find(|e| {
        e.tracks
            .first()
            .is_some_and(|t| t.as_str() == "aws-saa-c03")
    });
    let saa = saa.expect("the first exam");
    let today = day("2027-01-20");
    let laid = RoadFact::Laid(PATH.to_owned(), laying(20));
    let outside = RoadFact::Studied(PATH.to_owned(), saa.id.clone(), day("2027-01-12"), 90);
    let mut facts = vec![(day("2027-01-01"), road(&laid)), (today, road(&outside))];
    // Half an hour on the tenth, in answers of a minute.
    facts.extend((0..30).map(|n| {
        let item = format!("aws-saa-c03/item-{n}");
        (day("2027-01-10"), answer(&item, 60_000))
    }));
    let history = log(facts);
    let roads = Roads::of(&history);
    let hours = Hours::of(&history, &roads, day("2027-01-01"), today);
    // Two whole weeks up to yesterday: from the sixth, and from the thirteenth.
    assert_eq!(hours.weeks.len(), 2);
    assert!((hours.weeks[0] - 2.0).abs() < 1e-9, "{:?}", hours.weeks);
    let pace = Pace::of(&hours.weeks, 20.0);
    let all = outlooks(&entries, &hours, &pace, today);
    assert!((exam(&all, "aws-saa-c03").done - 2.0).abs() < 1e-9);
}

#[test]
fn exams_stand_in_the_order_of_their_days_and_wait_for_each_other() {
    let entries = entries();
    let today = day("2027-01-01");
    let pace = Pace::of(&[], 20.0);
    let all = outlooks(&entries, &Hours::default(), &pace, today);
    assert!(all.is_sorted_by_key(|of| of.day));
    let ready: Vec<Day> = all.iter().filter_map(|of| Some(of.forecast?.day)).collect();
    assert!(ready.len() > 3 && ready.is_sorted(), "{ready:?}");
}

#[test]
fn who_studies_little_is_late_and_hears_what_would_help() {
    let entries = entries();
    let today = day("2027-02-15");
    let slow = Pace::of(&[3.0; 6], 20.0);
    let all = outlooks(&entries, &Hours::default(), &slow, today);
    let late = all
        .iter()
        .find(|of| matches!(of.verdict, Verdict::Late(_)))
        .expect("somebody is late");
    let found = remedies(late, &all, &slow, today, 5);
    let ready = late.forecast.expect("somebody studies").day;
    let (days, others) = match found.first() {
        Some(Remedy::Shift(days, others)) => (*days, others.clone()),
        Some(Remedy::Later(day)) => (day.since(late.day), Vec::new()),
        other => panic!("a later day is always a way: {other:?}"),
    };
    assert_eq!(late.day.plus(days), ready.plus(7));
    // Then it would be on time, or nearly.
    let mut moved = entries.clone();
    for entry in &mut moved {
        let key = (entry.path.clone(), entry.id.clone());
        if key == late.key || others.contains(&key) {
            entry.span = entry.span.plus(days);
        }
    }
    let again = outlooks(&moved, &Hours::default(), &slow, today);
    let again = again
        .iter()
        .find(|of| of.key == late.key)
        .expect("the exam");
    assert!(!matches!(again.verdict, Verdict::Late(_) | Verdict::Never));
    // Who is on time hears nothing.
    let fast = Pace::of(&[80.0; 12], 20.0);
    let all = outlooks(&entries, &Hours::default(), &fast, today);
    let on_time = all.iter().find(|of| of.verdict == Verdict::OnTime);
    let on_time = on_time.expect("somebody is on time");
    assert_eq!(remedies(on_time, &all, &fast, today, 5), []);
}

#[test]
fn more_minutes_are_as_many_as_it_takes() {
    let entries = entries();
    let today = day("2027-01-01");
    let slow = Pace::of(&[12.0; 12], 12.0);
    let all = outlooks(&entries, &Hours::default(), &slow, today);
    for of in &all {
        for remedy in remedies(of, &all, &slow, today, 5) {
            let Remedy::More(minutes) = remedy else {
                continue;
            };
            let needed = of.needed.expect("hours are known");
            let then = slow.hours + f64::from(minutes) * 5.0 / 60.0;
            assert!(then >= needed && then < needed + 5.0 * 5.0 / 60.0 + 1e-9);
        }
    }
}

#[test]
fn a_booking_is_the_day_and_an_exam_that_was_passed_is_done() {
    let mut entries = entries();
    let (saa, cka) = (track("aws-saa-c03"), track("cncf-cka"));
    let booked = day("2027-06-01");
    let history = log(vec![
        (day("2027-01-01"), What::Booked(saa.clone(), Some(booked))),
        (
            day("2027-01-02"),
            What::Took(
                cka.clone(),
                Taken {
                    day: day("2027-01-02"),
                    is_passed: true,
                    score: None,
                },
            ),
        ),
    ]);
    settle(&mut entries, &history);
    let of = |id: &TrackId| {
        let mut found = entries.iter().filter(|e| e.tracks.first() == Some(id));
        found.next().expect("the exam")
    };
    assert_eq!((of(&saa).booked, of(&saa).span.to), (Some(booked), booked));
    assert!(of(&cka).is_passed && of(&cka).done == Some(day("2027-01-02")));
    assert!(entries.is_sorted_by_key(|entry| entry.span));
    let pace = Pace::of(&[], 20.0);
    let all = outlooks(&entries, &Hours::default(), &pace, day("2027-01-03"));
    assert!(all.iter().all(|of| of.track.as_ref() != Some(&cka)));
}

#[test]
fn the_hours_left_are_spread_over_the_weeks_to_each_day() {
    let entries = entries();
    let today = day("2027-01-01");
    let pace = Pace::of(&[], 20.0);
    let all = outlooks(&entries, &Hours::default(), &pace, today);
    let count = 52 * 7;
    let spread = weeks(&all, 20.0, today, count);
    for exam in all.iter().filter(|exam| exam.left() > 0.0) {
        let sum: f64 = spread
            .iter()
            .flat_map(|week| &week.exams)
            .filter(|(key, _)| *key == exam.key)
            .map(|(_, hours)| hours)
            .sum();
        assert!((sum - exam.left()).abs() < 1e-6, "{}: {sum}", exam.name);
        let after = spread.iter().filter(|week| week.span.from > exam.day);
        assert!(
            after
                .flat_map(|week| &week.exams)
                .all(|(key, _)| *key != exam.key)
        );
    }
    for week in &spread {
        let exams: f64 = week.exams.iter().map(|(_, hours)| hours).sum();
        assert!((exams + week.rituals + week.rest - 20.0).abs() < 1e-9);
    }
    assert!(entries.iter().any(|entry| entry.kind == Kind::Exam));
}
