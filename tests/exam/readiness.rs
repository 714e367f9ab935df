//! Readiness from a log: what counts, what is missing, what is foretold.

use crate::hall::{EVENING, Hall};
use cairn::deck::id::ItemId;
use cairn::exam::Request;
use cairn::memory::Grade;
use cairn::readiness::evidence::Evidence;
use cairn::readiness::{Estimate, Gate, Outlook, actions, estimate};
use cairn::review::{Feedback, FormKind};
use cairn::time::{DAY_MS, Stamp};

fn evidence(hall: &Hall) -> Evidence {
    let now = Stamp::new(hall.now, 0);
    Evidence::of(
        &hall.library,
        &hall.history,
        &hall.track,
        now,
        hall.history.day(now),
    )
}

fn found(hall: &Hall) -> Estimate {
    estimate(&evidence(hall).observations, &hall.track, Outlook::TODAY)
}

/// Answers so many questions for the first time, each `every`th wrongly, spread over the tasks.
fn answered(hall: &mut Hall, count: usize, every: usize) {
    let mut items: Vec<_> = hall
        .pool()
        .candidates
        .iter()
        .map(|of| (of.ask.id.clone(), of.task.to_owned()))
        .collect();
    let mut met: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    items.sort_by_cached_key(|(_, task)| {
        let place = met.entry(task.clone()).or_default();
        *place += 1;
        *place
    });
    for (place, (item, _)) in items.into_iter().take(count).enumerate() {
        hall.now += 60_000;
        let grade = if (place + 1) % every == 0 {
            Grade::Again
        } else {
            Grade::Good
        };
        hall.answer(&item, grade);
    }
}

#[test]
fn the_gate_says_what_is_missing_and_opens_when_it_is_there() {
    let mut hall = Hall::of("aws-saa-c03");
    let Gate::Closed(missing) = Gate::of(&evidence(&hall), &hall.track) else {
        panic!("nothing is known");
    };
    assert_eq!(
        (missing.firsts, missing.domains.len(), missing.tasks.1),
        (40, 4, 12)
    );
    answered(&mut hall, 20, 5);
    let Gate::Closed(missing) = Gate::of(&evidence(&hall), &hall.track) else {
        panic!("little is known");
    };
    assert_eq!(missing.firsts, 20);
    let mut hall = Hall::of("aws-saa-c03");
    answered(&mut hall, 60, 5);
    assert_eq!(
        Gate::of(&evidence(&hall), &hall.track),
        Gate::Open { mocks: 0 }
    );
}

#[test]
fn who_knows_more_stands_better_and_more_evidence_is_surer() {
    let at = |count, every| {
        let mut hall = Hall::of("aws-saa-c03");
        answered(&mut hall, count, every);
        found(&hall)
    };
    let (weak, strong) = (at(80, 2), at(80, 10));
    assert!(
        weak.passing < 0.2 && strong.passing > 0.85,
        "{} {}",
        weak.passing,
        strong.passing
    );
    let (little, much) = (at(40, 4), at(160, 4));
    let width = |of: &Estimate| of.interval.1 - of.interval.0;
    assert!(width(&much) < width(&little));
    assert!(little.range.0 < little.passing && little.passing < little.range.1);
    assert_eq!(at(40, 4), little, "the same evidence gives the same figure");
}

#[test]
fn repeats_of_the_same_questions_change_hardly_anything() {
    let mut hall = Hall::of("aws-saa-c03");
    answered(&mut hall, 60, 3);
    let before = found(&hall);
    let items: Vec<_> = hall.history.records().map(|(id, _)| id.clone()).collect();
    for _ in 0..5 {
        hall.now += DAY_MS;
        for item in &items {
            hall.answer(item, Grade::Good);
        }
    }
    let after = found(&hall);
    assert!(
        (after.score - before.score).abs() < 0.04,
        "{} {}",
        before.score,
        after.score
    );
}

#[test]
fn two_timed_mocks_above_the_bar_make_ready_and_others_do_not() {
    let mut hall = Hall::of("aws-saa-c03");
    let request = Request {
        count: 40,
        ..Request::mock(&hall.track)
    };
    // With the answers told after each it is practice, however good.
    let practice = Request {
        feedback: Feedback::Each,
        is_timed: false,
        ..request.clone()
    };
    let form = hall.draw(&practice, 1).expect("a form");
    hall.sit(form, |_| true);
    assert_eq!(evidence(&hall).mocks.len(), 0);
    for seed in [2, 3] {
        hall.now += DAY_MS;
        let form = hall.draw(&request, seed).expect("a form");
        let sitting = hall.sit(form, |_| true);
        // As handing in does: each answer is one of the log's.
        for question in &sitting.questions {
            hall.answer(&question.place.item, Grade::Good);
        }
    }
    let known = evidence(&hall);
    assert_eq!(known.mocks.len(), 2);
    let gate = Gate::of(&known, &hall.track);
    let passing = found(&hall).passing;
    assert!(gate.is_ready(passing), "{gate:?} {passing}");
    assert!(!gate.is_ready(0.8));
    // A form of questions that are known already shows nothing new.
    hall.now += DAY_MS;
    let form = hall
        .draw(
            &Request {
                count: 60,
                ..request
            },
            4,
        )
        .expect("a form");
    hall.sit(form, |_| true);
    assert!(evidence(&hall).mocks.len() <= 3);
}

#[test]
fn cards_count_through_what_is_still_remembered() {
    let mut hall = Hall::of("aws-saa-c03");
    let cards: Vec<_> = hall
        .library
        .asks()
        .iter()
        .filter(|ask| matches!(ask.item.body.kind().word(), "card" | "cloze"))
        .map(|ask| ask.id.clone())
        .collect();
    for card in &cards {
        hall.answer(card, Grade::Good);
    }
    let fresh = found(&hall).score;
    hall.now += 200 * DAY_MS;
    let later = found(&hall).score;
    assert!(later < fresh - 0.01, "{fresh} {later}");
    assert_eq!(evidence(&hall).total(), 0, "no question was answered");
}

#[test]
fn what_is_forgotten_by_the_day_lowers_the_chance_and_what_is_learned_raises_it() {
    let mut hall = Hall::of("aws-saa-c03");
    answered(&mut hall, 80, 5);
    let observations = evidence(&hall).observations;
    let with = |now, then| estimate(&observations, &hall.track, Outlook { now, then }).passing;
    assert!(with(0.5, 0.3) < with(0.5, 0.5) && with(0.5, 0.5) < with(0.5, 0.8));
}

#[test]
fn advice_names_the_task_where_an_hour_helps_most() {
    let mut hall = Hall::of("aws-saa-c03");
    answered(&mut hall, 80, 3);
    let estimate = found(&hall);
    let advice = actions(&estimate, &hall.library, &hall.track, 3);
    assert_eq!(advice.len(), 3);
    let per_hour: Vec<f64> = advice
        .iter()
        .map(|action| action.gain / action.minutes)
        .collect();
    assert!(per_hour.is_sorted_by(|a, b| a >= b) && per_hour[2] > 0.0);
}

#[test]
fn a_quick_ten_is_evidence_but_no_mock() {
    let mut hall = Hall::of("aws-saa-c03");
    let request = Request {
        kind: FormKind::Quick,
        count: 10,
        feedback: Feedback::AtEnd,
        is_timed: false,
        ..Request::mock(&hall.track)
    };
    let form = hall.draw(&request, 1).expect("a form");
    let sitting = hall.sit(form, |_| true);
    for question in &sitting.questions {
        hall.answer(&question.place.item, Grade::Good);
    }
    let known = evidence(&hall);
    // A drill among them is a question that nobody has seen before, too.
    assert_eq!((known.total(), known.mocks.len()), (10, 0));
    assert!(hall.now >= EVENING);
}

const DRILL: &str = "---\ntrack: aws-saa-c03\n---\n\n## Subnets {#drill-cidr-easy .drill task=3.4 level=easy drill=cidr}\n\nHow many.\n";

#[test]
fn each_answer_to_a_drill_says_something_and_none_opens_the_gate() {
    let mut hall = Hall::of("aws-saa-c03");
    let deck = cairn::deck::parse::parse("drills.md", DRILL.as_bytes()).deck;
    hall.library
        .replace(&hall.track.id, &[deck.expect("items")]);
    let drill = hall.library.asks()[0].id.clone();
    for grade in [Grade::Good, Grade::Again, Grade::Good] {
        hall.answer(&drill, grade);
        hall.now += DAY_MS;
    }
    let seen = evidence(&hall);
    let told: Vec<f64> = seen.observations.iter().map(|of| of.right).collect();
    assert_eq!(told, [1.0, 0.0, 1.0], "the newest first");
    let weights = seen.observations.iter().map(|of| of.weight);
    assert!(weights.eq([0.5; 3]));
    assert_eq!(seen.total(), 0, "they are no first sightings of questions");
    let Gate::Closed(missing) = Gate::of(&seen, &hall.track) else {
        panic!("three drills are too few");
    };
    assert_eq!(missing.firsts, 40);
    // What was answered later was not known before.
    let first_day = hall.history.day(Stamp::new(EVENING, 0));
    assert_eq!(seen.until(first_day).observations.len(), 1);
    for _ in 0..6 {
        hall.answer(&drill, Grade::Good);
        hall.now += DAY_MS;
    }
    assert_eq!(evidence(&hall).observations.len(), 4, "the last ones count");
}

#[test]
fn a_drill_that_an_exam_asked_is_a_first_sighting_and_practice_after_it_is_not() {
    let mut hall = Hall::of("aws-saa-c03");
    let form = hall.draw(&Request::mock(&hall.track), 1).expect("a form");
    let pool = hall.pool();
    let is_drill = |item: &ItemId| {
        let mut drills = pool.candidates.iter().filter(|of| of.is_drill());
        drills.any(|of| of.ask.id == *item)
    };
    let drill = form.places.iter().find(|place| is_drill(&place.item));
    let drill = drill.expect("a form has some").item.clone();
    let sitting = hall.sit(form, |_| true);
    for question in &sitting.questions {
        hall.answer(&question.place.item, Grade::Good);
    }
    let known = evidence(&hall);
    assert_eq!(known.total(), 65);
    let of_mock = known.observations.iter().filter(|of| of.weight > 1.0);
    assert_eq!(of_mock.count(), 65);
    // The same evening and the next one.
    for pause in [0, DAY_MS] {
        hall.now += pause;
        hall.answer(&drill, Grade::Again);
    }
    let after = evidence(&hall);
    assert_eq!(after.total(), 65);
    let practised = after.observations.iter().filter(|of| of.weight < 1.0);
    assert_eq!(practised.count(), 2);
}
