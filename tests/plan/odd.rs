//! Odd bookings, clocks and parameters, each with its answer.

use cairn::deck::id::TrackId;
use cairn::deck::library::Library;
use cairn::deck::parse::parse;
use cairn::deck::track::Track;
use cairn::memory::{Parameters, Scheduler};
use cairn::review::What;
use cairn::study::{Costs, Planner, booked};
use cairn::time::{DAY_MS, Stamp};

use crate::forecast::evenings;
use crate::log::{EVENING, Log, library, saa};

#[test]
fn odd_bookings_have_their_answers() {
    let library = library();
    let today = Stamp::new(EVENING, 60).day(4);
    // Nothing booked, the day gone, the exam today, taken back: nothing is planned.
    for day in [None, Some(-1), Some(0)] {
        let mut log = Log::new();
        log.add(EVENING, What::Booked(saa(), day.map(|d| today.plus(d))));
        assert_eq!(log.day(&library, EVENING).next(), None, "{day:?}");
        assert!(booked(&log.history, today).is_empty());
    }
    // An exam tomorrow, and one so far away that no table reaches it.
    for days in [1, 3_000] {
        let mut log = Log::new();
        log.book(days);
        assert!(log.day(&library, EVENING).next().is_some(), "{days}");
    }
    // No minutes, or a day off.
    let mut log = Log::new();
    log.book(30);
    log.minutes(0);
    assert_eq!(log.day(&library, EVENING).next(), None);
    log.minutes(20);
    log.add(EVENING, What::DayOff(today, true));
    assert_eq!(log.day(&library, EVENING).next(), None);
    log.add(EVENING, What::DayOff(today, false));
    assert!(log.day(&library, EVENING).next().is_some());
    // A track that does not exist, an empty library.
    let mut log = Log::new();
    let nobody = TrackId::new("nobody").expect("a slug");
    log.add(EVENING, What::Booked(nobody, Some(today.plus(9))));
    assert_eq!(log.day(&library, EVENING).next(), None);
    log.book(9);
    assert_eq!(log.day(&Library::default(), EVENING).next(), None);
}

#[test]
fn ten_exams_share_one_evening() {
    let toml = include_str!("../../decks/aws-saa-c03/track.toml");
    let tracks: Vec<Track> = (0..10)
        .map(|number| {
            let id = format!("id = \"exam-{number}\"");
            toml::from_str(&toml.replacen("id = \"aws-saa-c03\"", &id, 1)).expect("a track")
        })
        .collect();
    let ids: Vec<TrackId> = tracks.iter().map(|track| track.id.clone()).collect();
    let mut library = Library::new(tracks);
    let path = "decks/aws-saa-c03/1-design-secure-architectures.md";
    let text = std::fs::read_to_string(path).expect("a deck");
    for id in &ids {
        let text = text.replace("aws-saa-c03", id.as_str());
        let deck = parse("x.md", text.as_bytes()).deck.expect("a deck");
        library.replace(id, &[deck]);
    }
    let mut log = Log::new();
    log.minutes(20);
    let today = Stamp::new(EVENING, 60).day(4);
    for (id, days) in ids.iter().zip(10..) {
        log.add(EVENING, What::Booked(id.clone(), Some(today.plus(days))));
    }
    let plan = log.day(&library, EVENING);
    let seconds: f64 = plan.entries.iter().map(|entry| entry.seconds).sum();
    let last = plan.entries.last().expect("items").seconds;
    assert!(seconds >= 1_200.0 && seconds - last < 1_200.0, "{seconds}");
    let met: std::collections::BTreeSet<&str> =
        plan.entries.iter().map(|entry| entry.id.track()).collect();
    assert!(met.len() >= 5, "{met:?}");
    let planner = Planner::of(&log.history, Costs::default(), Stamp::new(EVENING, 60));
    for exam in booked(&log.history, today) {
        let forecast = planner.forecast(&library, &log.history, exam, Stamp::new(EVENING, 60));
        assert!(forecast.planned > 0.0 && forecast.planned <= 1.0);
    }
}

#[test]
fn a_clock_set_back_and_a_journey_leave_the_plan_as_long_as_the_day() {
    let library = library();
    let log = evenings(&library, 0..5);
    let fits = |now: Stamp| {
        let planner = Planner::of(&log.history, Costs::default(), now);
        let plan = planner.day(&library, &log.history, now);
        let seconds: f64 = plan.entries.iter().map(|entry| entry.seconds).sum();
        let last = plan.entries.last().map_or(0.0, |entry| entry.seconds);
        assert!(seconds > 0.0 && seconds - last < 1_200.0, "{seconds}");
        assert!(plan.entries.iter().all(|entry| entry.rank.is_finite()));
    };
    // A year back: everything was answered in the future, and the exam is further off than the tables reach.
    fits(Stamp::new(EVENING - 365 * DAY_MS, 60));
    // To Tokyo and to Hawaii in mid-plan: the same moment, another evening.
    for offset in [540, -600] {
        fits(Stamp::new(EVENING + 5 * DAY_MS, offset));
    }
}

#[test]
fn parameters_that_are_no_numbers_are_refused_with_words() {
    let mut weights = Scheduler::default().parameters().weights().to_vec();
    weights[3] = f32::NAN;
    let refused = Parameters::fsrs6(&weights).expect_err("not a number");
    assert_eq!(refused.to_string(), "memory parameter 3 is not usable");
    // A backup that holds such parameters is told so, and nothing of it is taken for a number.
    assert!(serde_json::from_str::<Parameters>("{\"version\":6,\"weights\":[null]}").is_err());
}
