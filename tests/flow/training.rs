//! The program trains memory parameters: what it says, what it takes up, and how what held before comes back.

use crate::bench::{Bench, DAY, EVENING};
use cairn::app::view::{TrainingShown, TrainingView};
use cairn::app::{Desk, Effect, Errand, Event, Held, Report, Step, Training, learn};
use cairn::deck::id::ItemId;
use cairn::memory::trial::Trial;
use cairn::memory::{Grade, Parameters};
use cairn::review::{Answer, Fact, FactId, Record, Sighting, What, Writer};
use cairn::store::{Journal, MemorySlots};
use cairn::time::Stamp;

/// Nights between the answers to an item.
const GAPS: [i64; 7] = [0, 1, 5, 1, 8, 2, 4];

/// A learner who forgets everything within three nights: so many items, each met a day after the one before.
fn forgetful(items: i64) -> MemorySlots {
    let mut facts: Vec<Fact> = Vec::new();
    for item in 0..items {
        let mut at = EVENING - 80 * DAY + item % 40 * DAY + item * 10_000;
        for gap in GAPS {
            at += gap * DAY;
            let grade = if gap > 3 { Grade::Again } else { Grade::Good };
            facts.push(answer(&format!("aws-saa-c03/made-{item}"), at, grade));
        }
    }
    facts.sort_by_key(|fact| fact.at.at);
    for (number, fact) in (1..).zip(&mut facts) {
        fact.id.number = number;
    }
    let mut journal = Journal::new(MemorySlots::default(), Writer(0));
    journal.merge(&facts, &[]).expect("room for all of it");
    journal.slots().clone()
}

fn answer(item: &str, at: i64, grade: Grade) -> Fact {
    let writer = Writer(0xbb);
    Fact {
        id: FactId { writer, number: 0 },
        at: Stamp::new(at, 60),
        what: What::Answered(Answer {
            item: ItemId::parse(item).expect("an id"),
            grade,
            given: None,
            ms: 9_000,
            sighting: Sighting::Repeated,
            corrected: false,
        }),
    }
}

fn desk(bench: &mut Bench, event: Desk) {
    bench.send(Event::Desk(event));
}

/// Asks for a training and gives what the worker is to know.
fn asked(bench: &mut Bench) -> Held {
    desk(bench, Desk::TrainingAsked);
    match bench.others.pop() {
        Some(Effect::Desk(Errand::Train(held))) => held,
        other => panic!("not a training: {other:?}"),
    }
}

/// Trains as the worker does, and gives what it told on the way.
fn train(bench: &mut Bench) -> Vec<Step> {
    let held = asked(bench);
    let mut reports = Vec::new();
    let slots = bench.journal.slots().clone();
    let last = learn((slots, None), &held, |report| reports.push(report));
    let mut steps = Vec::new();
    for report in reports {
        match report {
            Report::At(step) => steps.push(step),
            ref other => panic!("over before the end: {other:?}"),
        }
        desk(bench, Desk::TrainingTold(report));
    }
    desk(bench, Desk::TrainingTold(last));
    steps
}

fn view(bench: &Bench) -> TrainingView {
    bench.app.training_view()
}

fn held(bench: &Bench) -> Parameters {
    bench.app.history().scheduler().parameters().clone()
}

/// Days until an item that was just remembered once is asked again.
fn interval(bench: &Bench) -> f64 {
    let id = ItemId::parse("aws-saa-c03/made-1").expect("an id");
    let state = bench.app.history().of(&id).and_then(Record::state);
    let scheduler = bench.app.history().scheduler();
    scheduler.interval_days(state.expect("it was answered"), 0.9)
}

fn figures(before: f64, after: f64) -> Trial {
    Trial {
        parameters: Parameters::default(),
        taught: 400,
        judged: 100,
        before,
        after,
    }
}

#[test]
fn what_predicts_better_is_told_taken_up_kept_and_given_back() {
    let mut bench = Bench::open(forgetful(80), 1, EVENING);
    let published = interval(&bench);
    let offer = view(&bench).offer.expect("many answers");
    assert!(offer.starts_with("560 answers are here"), "{offer}");
    let steps = train(&mut bench);
    assert_eq!(
        steps,
        [
            Step::Reading,
            Step::Learning,
            Step::Judging,
            Step::LearningAll
        ]
    );
    let TrainingShown::Found(words) = view(&bench).shown else {
        panic!("better: {:?}", bench.app.training())
    };
    assert!(words.starts_with("Trained on 384 answers. On the 96 newest, predictions are "));
    assert_eq!(held(&bench), Parameters::default(), "nobody said so yet");

    desk(&mut bench, Desk::TrainingAdopted);
    assert!(matches!(view(&bench).shown, TrainingShown::InUse(_)));
    assert!(
        interval(&bench) < published / 2.0,
        "{} after {published}",
        interval(&bench)
    );
    let own = held(&bench);
    // A second press says nothing new.
    desk(&mut bench, Desk::TrainingAdopted);

    let mut bench = bench.reload(2, EVENING + DAY);
    assert_eq!(held(&bench), own);
    let now = view(&bench);
    assert!(
        now.is_own && now.offer.is_none() && now.before.is_none(),
        "{now:?}"
    );
    assert!(
        now.holds.contains("Sat 21 Nov with 560 answers"),
        "{}",
        now.holds
    );

    desk(&mut bench, Desk::PublishedAgain);
    assert_eq!(held(&bench), Parameters::default());
    let mut bench = bench.reload(3, EVENING + 2 * DAY);
    let now = view(&bench);
    assert!(!now.is_own && now.offer.is_none(), "no nagging: {now:?}");
    assert_eq!(now.before.as_deref(), Some("Sat 21 Nov"));
    desk(&mut bench, Desk::BeforeAgain);
    assert_eq!(held(&bench), own);
    assert_eq!(view(&bench).before, None);
}

#[test]
fn a_few_answers_are_too_few_and_it_is_said_how_many_it_takes() {
    let mut bench = Bench::open(forgetful(10), 1, EVENING);
    assert_eq!(view(&bench).offer, None);
    assert_eq!(train(&mut bench), [Step::Reading]);
    assert_eq!(*bench.app.training(), Training::TooFew(60));
    let TrainingShown::Ended(words) = view(&bench).shown else {
        panic!("it is over")
    };
    assert!(words.starts_with("Training needs 150 answers") && words.contains("60 so far"));
}

#[test]
fn what_predicts_no_better_changes_nothing() {
    let mut bench = Bench::start();
    asked(&mut bench);
    let report = Report::Done(figures(0.4, 0.4));
    desk(&mut bench, Desk::TrainingTold(report));
    let TrainingShown::Ended(words) = view(&bench).shown else {
        panic!("it is over")
    };
    assert!(words.ends_with("(log loss 0.400, as against 0.400). Nothing was changed."));
    desk(&mut bench, Desk::TrainingAdopted);
    assert_eq!(bench.app.history().trained(), None);
    assert!(bench.others.is_empty());
}

#[test]
fn one_training_at_a_time_and_a_stopped_one_has_nothing_to_say() {
    let mut bench = Bench::start();
    asked(&mut bench);
    desk(&mut bench, Desk::TrainingAsked);
    assert_eq!(bench.others, [], "there is one already");
    desk(&mut bench, Desk::TrainingTold(Report::At(Step::Judging)));
    assert_eq!(
        view(&bench).shown,
        TrainingShown::Running(2, "Step 3 of 4: Predicting the newest answers…".to_owned())
    );
    desk(&mut bench, Desk::TrainingCancelled);
    assert_eq!(bench.others, [Effect::Desk(Errand::StopTraining)]);
    let late = Report::Done(figures(0.5, 0.4));
    desk(&mut bench, Desk::TrainingTold(late));
    assert_eq!(*bench.app.training(), Training::Cancelled);
    bench.others.clear();
    asked(&mut bench);
}

#[test]
fn a_failure_is_told_and_it_can_be_tried_again() {
    let mut bench = Bench::start();
    asked(&mut bench);
    let report = Report::Failed("no room".to_owned());
    desk(&mut bench, Desk::TrainingTold(report));
    assert_eq!(
        view(&bench).shown,
        TrainingShown::Ended(
            "The training could not be done: no room. Nothing was changed.".to_owned()
        )
    );
    asked(&mut bench);
}

#[test]
fn what_was_found_says_nothing_once_other_parameters_hold() {
    let mut bench = Bench::start();
    asked(&mut bench);
    let report = Report::Done(figures(0.5, 0.4));
    desk(&mut bench, Desk::TrainingTold(report));
    let mut weights = Parameters::default().weights().to_vec();
    weights[0] = 0.5;
    let others = Parameters::fsrs6(&weights).expect("in range");
    let mut fact = answer("aws-saa-c03/made-1", EVENING, Grade::Good);
    fact.id.number = 1;
    fact.what = What::Trained(Some(others.clone()));
    bench.send(Event::Arrived(Box::new(fact)));
    assert_eq!(*bench.app.training(), Training::Idle);
    desk(&mut bench, Desk::TrainingAdopted);
    assert_eq!(held(&bench), others);
}
