//! Forms: proportions, what comes first, what is too little.

use std::collections::BTreeMap;

use crate::hall::Hall;
use cairn::deck::item::Level;
use cairn::exam::{Request, quotas};
use cairn::memory::Grade;
use cairn::review::{Feedback, Form, FormKind, What};

fn domains(hall: &Hall, form: &Form) -> Vec<usize> {
    let pool = hall.pool();
    let mut counts = vec![0; hall.track.domains.len()];
    for place in &form.places {
        let of = pool
            .candidates
            .iter()
            .find(|of| of.ask.id == place.item)
            .expect("of the pool");
        counts[of.domain] += 1;
    }
    counts
}

fn drill(only: &str, count: usize) -> Request {
    Request {
        kind: FormKind::Drill,
        feedback: Feedback::Each,
        count,
        is_timed: false,
        time_percent: 100,
        only: vec![only.to_owned()],
        only_unseen: false,
        all_scored: true,
    }
}

#[test]
fn a_full_mock_is_the_exam() {
    let hall = Hall::of("aws-saa-c03");
    let form = hall.draw(&Request::mock(&hall.track), 7).expect("a form");
    assert_eq!(form.places.len(), 65);
    assert_eq!(form.seconds, Some(130 * 60));
    assert_eq!(domains(&hall, &form), quotas(&hall.track, 65));
    assert_eq!(form.places.iter().filter(|p| !p.is_scored).count(), 15);
    let mut items: Vec<_> = form.places.iter().map(|p| &p.item).collect();
    items.sort();
    items.dedup();
    assert_eq!(items.len(), 65, "each once");
}

#[test]
fn every_track_has_a_full_form_or_says_how_long_one_can_be() {
    for folder in std::fs::read_dir("decks").expect("decks").flatten() {
        if !folder.path().join("track.toml").exists() {
            continue;
        }
        let hall = Hall::of(&folder.file_name().to_string_lossy());
        let request = Request::mock(&hall.track);
        match hall.draw(&request, 3) {
            Ok(form) => assert!(form.count > 0),
            Err(few) => {
                assert!(few.longest >= 10, "{}: {few}", hall.track.id);
                let shorter = Request {
                    count: few.longest,
                    ..request
                };
                let form = hall.draw(&shorter, 3).expect("as long as was said");
                assert_eq!(form.places.len(), few.longest);
                assert_eq!(domains(&hall, &form), quotas(&hall.track, few.longest));
            }
        }
    }
}

#[test]
fn the_seed_draws_the_same_form_again_and_another_seed_another() {
    let hall = Hall::of("aws-saa-c03");
    let draw = |seed| {
        hall.draw(&Request::mock(&hall.track), seed)
            .expect("a form")
    };
    assert_eq!(draw(1), draw(1));
    assert_ne!(draw(1).places, draw(2).places);
}

#[test]
fn no_idea_is_asked_more_than_twice_every_task_is_asked_and_levels_are_spread() {
    let hall = Hall::of("aws-saa-c03");
    let pool = hall.pool();
    for seed in 0..20 {
        let form = hall
            .draw(&Request::mock(&hall.track), seed)
            .expect("a form");
        let (mut ideas, mut tasks, mut levels) =
            (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for place in &form.places {
            let of = pool
                .candidates
                .iter()
                .find(|of| of.ask.id == place.item)
                .expect("of the pool");
            *ideas.entry(of.ask.kin()).or_insert(0) += 1;
            *tasks.entry(of.task).or_insert(0) += 1;
            *levels.entry(of.level).or_insert(0) += 1;
        }
        assert!(ideas.values().all(|count| *count <= 2));
        assert_eq!(tasks.len(), hall.track.tasks().count());
        assert!(
            levels[&Level::Medium] >= levels.get(&Level::Hard).copied().unwrap_or(0),
            "{levels:?}"
        );
    }
}

#[test]
fn what_was_never_seen_comes_first() {
    let mut hall = Hall::of("aws-saa-c03");
    let items: Vec<_> = hall
        .pool()
        .candidates
        .iter()
        .map(|of| of.ask.id.clone())
        .collect();
    // Every second one is known.
    for item in items.iter().step_by(2) {
        hall.answer(item, Grade::Good);
    }
    let pool = hall.pool();
    let unseen = pool.unseen();
    let request = Request {
        count: 40,
        ..Request::mock(&hall.track)
    };
    let form = hall.draw(&request, 5).expect("a form");
    let is_seen = |of: &&cairn::exam::Candidate<'_>| of.last.is_some();
    let seen = form.places.iter().filter(|place| {
        let of = pool
            .candidates
            .iter()
            .find(|of| of.ask.id == place.item)
            .expect("of the pool");
        is_seen(&of)
    });
    assert!(unseen > 60);
    assert_eq!(seen.count(), 0);
}

#[test]
fn a_drill_asks_its_domain_or_task_and_what_was_missed_is_what_was_missed() {
    let mut hall = Hall::of("aws-saa-c03");
    let form = hall.draw(&drill("2", 12), 1).expect("a form");
    assert_eq!(domains(&hall, &form), [0, 12, 0, 0]);
    assert_eq!((form.seconds, form.feedback), (None, Feedback::Each));
    assert!(form.places.iter().all(|place| place.is_scored));
    let task = hall.track.domains[0].tasks[0].id.clone();
    let form = hall.draw(&drill(&task, 5), 1).expect("a form");
    let pool = hall.pool();
    assert!(form.places.iter().all(|p| {
        pool.candidates
            .iter()
            .any(|of| of.ask.id == p.item && of.task == task)
    }));

    let missed = Request {
        kind: FormKind::Missed,
        count: 50,
        ..drill("", 50)
    };
    let missed = Request {
        only: Vec::new(),
        ..missed
    };
    assert_eq!(hall.draw(&missed, 1).expect_err("nothing yet").longest, 0);
    let items: Vec<_> = hall
        .pool()
        .candidates
        .iter()
        .map(|of| of.ask.id.clone())
        .take(4)
        .collect();
    hall.answer(&items[0], Grade::Again);
    hall.answer(&items[1], Grade::Good);
    hall.tell(What::Flagged(items[2].clone(), true));
    hall.answer(&items[3], Grade::Again);
    hall.now += 60_000;
    hall.answer(&items[3], Grade::Good);
    let form = hall.draw(&missed, 1).expect("two");
    let mut found: Vec<_> = form.places.iter().map(|p| p.item.clone()).collect();
    found.sort();
    let mut wanted = vec![items[0].clone(), items[2].clone()];
    wanted.sort();
    assert_eq!(found, wanted);
}

#[test]
fn too_few_questions_are_told_with_the_longest_form_there_is() {
    let mut hall = Hall::of("aws-saa-c03");
    // All but three questions of the first domain are set aside.
    let first: Vec<_> = hall
        .pool()
        .candidates
        .iter()
        .filter(|of| of.domain == 0)
        .map(|of| of.ask.id.clone())
        .collect();
    for item in first.iter().skip(3) {
        hall.tell(What::Suspended(item.clone()));
    }
    let few = hall
        .draw(&Request::mock(&hall.track), 1)
        .expect_err("too few");
    let (name, has, needs) = few.domain.clone().expect("a domain");
    assert_eq!(
        (name.as_str(), has, needs),
        (hall.track.domains[0].name.as_str(), 3, 19)
    );
    assert_eq!(quotas(&hall.track, few.longest)[0], 3);
    assert!(quotas(&hall.track, few.longest + 1)[0] > 3);
    assert!(few.to_string().contains("has 3 questions"), "{few}");
}
