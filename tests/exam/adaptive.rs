//! An adaptive exam from the first question to the verdict.

use crate::hall::{Hall, given};
use cairn::deck::id::ItemId;
use cairn::exam::adaptive::{draw, lengths};
use cairn::exam::report::decision;
use cairn::exam::score::marks;
use cairn::exam::{Ability, Decision, Report, Request, quotas};
use cairn::review::{Ending, FactId, Step};

/// Sits it with a learner who is right where `is_right` says so, until it is decided.
fn sat(
    hall: &mut Hall,
    seed: u64,
    is_right: impl Fn(usize) -> bool,
) -> (FactId, Decision, Ability) {
    let form = hall
        .draw(&Request::mock(&hall.track), seed)
        .expect("a form");
    assert!(form.places.is_empty() && form.count == 150);
    let sitting = hall.begin(form.clone());
    loop {
        let found = hall.find(sitting);
        let marks = marks(&found, &hall.library, &hall.track);
        let (verdict, ability) = decision(&found, &hall.track, &marks);
        if verdict != Decision::GoOn {
            hall.step(sitting, Step::Ended(Ending::Decided));
            return (sitting, verdict, ability);
        }
        let asked: Vec<(ItemId, usize)> = marks
            .iter()
            .map(|m| (found.questions[m.place].place.item.clone(), m.domain))
            .collect();
        let place = draw(&hall.pool(), &hall.track, &form, &asked, ability).expect("a question");
        hall.step(sitting, Step::Drawn(place));
        let body = hall.body(sitting, asked.len());
        hall.respond(sitting, asked.len(), given(&body, is_right(asked.len())));
    }
}

#[test]
fn who_knows_everything_is_done_after_the_fewest_questions() {
    let mut hall = Hall::of("isc2-cissp");
    let (sitting, verdict, ability) = sat(&mut hall, 1, |_| true);
    let found = hall.find(sitting);
    assert_eq!(
        (verdict, found.questions.len()),
        (Decision::Confident(true), 100)
    );
    assert!(ability.at > 1.0);
    assert_eq!(
        found
            .questions
            .iter()
            .filter(|q| !q.place.is_scored)
            .count(),
        25
    );
    let report = Report::of(&found, &hall.library, &hall.track);
    assert_eq!(report.passes(), Some(true));
    // Domains as the blueprint has them, give or take one for what is taken out of turn.
    for (row, wanted) in report.domains.iter().zip(quotas(&hall.track, 100)) {
        assert!(row.questions.abs_diff(wanted) <= 1, "{row:?} {wanted}");
    }
}

#[test]
fn who_knows_nothing_fails_and_who_stands_at_the_mark_goes_the_whole_way() {
    let mut hall = Hall::of("isc2-cissp");
    let (sitting, verdict, _) = sat(&mut hall, 2, |_| false);
    assert_eq!(
        (verdict, hall.find(sitting).questions.len()),
        (Decision::Confident(false), 100)
    );
    let mut hall = Hall::of("isc2-cissp");
    // Questions are drawn as hard as one can: a little more than half of them right stays near the mark.
    let (sitting, verdict, ability) = sat(&mut hall, 3, |place| place % 20 < 11);
    assert!(
        hall.find(sitting).questions.len() > 100,
        "{verdict:?} {ability:?}"
    );
}

#[test]
fn the_seed_draws_the_same_questions_and_none_twice() {
    let asked = |seed| {
        let mut hall = Hall::of("isc2-cissp");
        let (sitting, ..) = sat(&mut hall, seed, |place| place % 3 > 0);
        let items = hall
            .find(sitting)
            .questions
            .into_iter()
            .map(|q| q.place.item);
        items.collect::<Vec<_>>()
    };
    let first = asked(5);
    assert_eq!(first, asked(5));
    assert_ne!(first, asked(6));
    let mut once = first.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), first.len());
}

#[test]
fn handing_it_in_before_the_fewest_is_a_fail() {
    let mut hall = Hall::of("isc2-cissp");
    let form = hall.draw(&Request::mock(&hall.track), 1).expect("a form");
    assert_eq!(lengths(&form, &hall.track), (100, 150));
    let sitting = hall.begin(form);
    hall.step(sitting, Step::Ended(Ending::TimeUp));
    let report = Report::of(&hall.find(sitting), &hall.library, &hall.track);
    assert_eq!(report.passes(), Some(false));
}
