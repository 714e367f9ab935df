//! Forms: proportions, what comes first, what is too little.

use std::collections::BTreeMap;

use crate::hall::Hall;
use cairn::deck::id::ItemId;
use cairn::deck::item::Level;
use cairn::exam::{Candidate, Pool, Request, is_adaptive, quotas};
use cairn::memory::Grade;
use cairn::review::{Feedback, Form, FormKind, What};

fn domains(hall: &Hall, form: &Form) -> Vec<usize> {
    let pool = hall.pool();
    let mut counts = vec![0; hall.track.domains.len()];
    for of in drawn(&pool, form) {
        counts[of.domain] += 1;
    }
    counts
}

/// What was drawn.
fn drawn<'p, 'a>(pool: &'p Pool<'a>, form: &Form) -> Vec<&'p Candidate<'a>> {
    let find = |item: &ItemId| pool.candidates.iter().find(|of| of.ask.id == *item);
    let places = form.places.iter();
    places
        .map(|place| find(&place.item).expect("of the pool"))
        .collect()
}

fn drill(only: &str, count: usize) -> Request {
    Request {
        only: vec![only.to_owned()],
        all_scored: true,
        ..Request::of(FormKind::Drill, Feedback::Each, count)
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
            Ok(form) if form.places.is_empty() => {
                assert!(is_adaptive(&hall.track, form.kind), "{}", hall.track.id);
            }
            Ok(form) => assert_eq!(
                domains(&hall, &form),
                quotas(&hall.track, request.count),
                "{}",
                hall.track.id
            ),
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
        for of in drawn(&pool, &form) {
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
    let items = hall.items();
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
    let seen = drawn(&pool, &form);
    assert!(unseen > 60);
    assert!(seen.iter().all(|of| of.last.is_none()));
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
    assert!(drawn(&pool, &form).iter().all(|of| of.task == task));

    let missed = Request::of(FormKind::Missed, Feedback::Each, 50);
    assert_eq!(hall.draw(&missed, 1).expect_err("nothing yet").longest, 0);
    let items = hall.items();
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

/// A choice question of this task about this idea.
fn question(number: usize, task: &str, idea: usize) -> String {
    format!(
        "## Question {number} {{#q-{number} .choice task={task} level=medium idea=idea-{idea}}}\n\nWhich?\n\n\
         - [x] This\n  It is.\n- [ ] That\n  It is not.\n\n[Page](https://example.org/{number}) (checked 2026-11)\n\n"
    )
}

#[test]
fn an_idea_that_lies_in_two_domains_is_counted_once() {
    let track = Hall::of("aws-saa-c03").track;
    // The first two domains share their ideas: each alone has enough questions, both together have not.
    let files = track.domains.iter().enumerate().map(|(domain, of)| {
        let task = &of.tasks[0].id;
        let questions = (0..20).map(|n| {
            let idea = if domain < 2 { n / 2 } else { 100 * domain + n };
            question(domain * 20 + n, task, idea)
        });
        let head = format!(
            "---\ntrack: aws-saa-c03\ndomain: {}\n---\n\n# Domain\n\n",
            of.id
        );
        head + &questions.collect::<String>()
    });
    let files: Vec<String> = files.collect();
    let hall = Hall::with(track, &files);
    assert_eq!(hall.items().len(), 80);
    let request = Request::mock(&hall.track);
    let few = hall.draw(&request, 1).expect_err("too few ideas");
    let shorter = Request {
        count: few.longest,
        ..request
    };
    let form = hall.draw(&shorter, 1).expect("as long as was said");
    assert_eq!(domains(&hall, &form), quotas(&hall.track, few.longest));
    assert!((20..65).contains(&few.longest), "{}", few.longest);
}

#[test]
fn drills_are_a_few_of_a_form_and_of_no_exam_that_is_done_at_a_terminal() {
    for track in ["aws-saa-c03", "aws-ans-c01", "pmi-pmp", "isaca-crisc"] {
        let hall = Hall::of(track);
        let pool = hall.pool();
        for seed in 0..20 {
            let request = Request {
                count: 40,
                ..Request::mock(&hall.track)
            };
            let form = hall.draw(&request, seed).expect("a form");
            let drills = drawn(&pool, &form)
                .iter()
                .filter(|of| of.is_drill())
                .count();
            assert!((1..=4).contains(&drills), "{track} {seed}: {drills}");
        }
    }
    let hall = Hall::of("cncf-cka");
    assert!(hall.pool().candidates.iter().all(|of| !of.is_drill()));
}
