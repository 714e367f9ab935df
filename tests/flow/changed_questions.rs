//! Questions that are others, or gone, by the time a sitting is looked at or goes on.

use crate::bench::{Bench, EVENING, HOUR, changed_pack};
use crate::exams::{
    answer, answer_but_the_last, begin, exam, id, mock, pick, question, report, start,
};
use cairn::app::view::exams::{Outcome, ReportView};
use cairn::app::{Exams, Route};
use cairn::deck::item::Body;
use cairn::exam::{Request, Sitting};
use cairn::review::{Feedback, FormKind};

/// The options of every question stand the other way round.
fn turned() -> Vec<u8> {
    changed_pack(|items| {
        for item in items {
            if let Body::Choice { options, .. } = &mut item.body {
                options.reverse();
            }
        }
    })
}

#[test]
fn a_score_stays_when_the_questions_change_or_go() {
    let mut bench = start();
    let request = mock(&bench);
    begin(&mut bench, request);
    answer_but_the_last(&mut bench);
    exam(&mut bench, Exams::Submitted);
    let told = report(&bench);
    let gone = changed_pack(|items| items.truncate(20));
    for (writer, pack) in [(2, turned()), (3, gone)] {
        let slots = bench.journal.slots().clone();
        let route = Route::Sitting(id(&bench));
        let later = Bench::open_with(slots, writer, EVENING + 900 * HOUR, route, pack);
        let again = report(&later);
        assert_eq!(again.score, told.score);
        assert_eq!(again.domains, told.domains);
        let outcomes = |of: &ReportView| of.rows.iter().map(|row| row.outcome).collect::<Vec<_>>();
        assert_eq!(outcomes(&again), outcomes(&told));
        let without = again.rows.iter().filter(|row| row.question.is_none());
        assert_eq!(without.count(), again.changed);
        assert!(again.changed > 40, "{}", again.changed);
        assert_eq!(again.withdrawn, 0);
    }
}

#[test]
fn an_open_question_that_is_another_now_is_asked_anew() {
    let mut bench = start();
    let request = mock(&bench);
    begin(&mut bench, request);
    (0..3).for_each(|_| answer(&mut bench));
    let sitting = id(&bench);
    let slots = bench.journal.slots().clone();
    let route = Route::Sitting(sitting);
    let mut later = Bench::open_with(slots, 2, EVENING + HOUR, route, turned());
    exam(&mut later, Exams::Resumed);
    // None of the three is answered any more, and the first one is at hand.
    assert_eq!(question(&later).number, 1);
    answer(&mut later);
    exam(&mut later, Exams::Submitted);
    assert_eq!(later.app.history().answer_count(), 1);
    let told = report(&later);
    assert_eq!((told.withdrawn, told.changed), (0, 0));
    let unanswered = told
        .rows
        .iter()
        .filter(|r| r.outcome == Outcome::Unanswered);
    assert_eq!(unanswered.count(), 64);
    // The answer is one to the question as it is now.
    let first = &Sitting::find(later.app.history(), sitting)
        .expect("a sitting")
        .questions[0];
    let ask = later.app.library().ask(&first.place.item).expect("an item");
    assert!(first.is_of(&ask.item.body));
}

#[test]
fn a_checked_question_stays_as_it_was_when_it_changes() {
    let mut bench = start();
    let request = Request::of(FormKind::Quick, Feedback::Each, 4);
    begin(&mut bench, request);
    pick(&mut bench);
    exam(&mut bench, Exams::Checked);
    let slots = bench.journal.slots().clone();
    let route = Route::Sitting(id(&bench));
    let mut later = Bench::open_with(slots, 2, EVENING + HOUR, route, turned());
    exam(&mut later, Exams::Resumed);
    exam(&mut later, Exams::Submitted);
    let told = report(&later);
    assert_eq!((told.changed, told.withdrawn), (1, 0));
    assert_ne!(told.rows[0].outcome, Outcome::Unanswered);
    assert_eq!(later.app.history().answer_count(), 1);
}
