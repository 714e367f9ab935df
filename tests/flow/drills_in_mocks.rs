//! Drills in the exam room: made from the form's seed, marked like any question, and told in the log by their own.

use crate::bench::{Bench, EVENING, HOUR, saa};
use crate::exams::{begin, exam, question, report};
use cairn::app::view::Parts;
use cairn::app::view::exams::Outcome;
use cairn::app::{Event, Exams, Route};
use cairn::deck::given::Given;
use cairn::deck::item::{Body, Level};
use cairn::deck::markup::{Block, plain_of};
use cairn::deck::pack::Pack;
use cairn::deck::parse::parse;
use cairn::drill::Type;
use cairn::exam::{Request, Sitting};
use cairn::review::{Feedback, FormKind, What};
use cairn::store::MemorySlots;

/// A deck of drills alone: whatever is drawn is one.
fn pack() -> Vec<u8> {
    let text = std::fs::read("decks/aws-saa-c03/drills.md").expect("a deck");
    let deck = parse("drills.md", &text).deck.expect("items");
    Pack::of(saa(), vec![deck]).to_bytes()
}

fn open(slots: MemorySlots, writer: u64, at: i64, route: Route) -> Bench {
    Bench::open_with(slots, writer, at, route, pack())
}

fn begun(feedback: Feedback) -> Bench {
    let mut bench = open(MemorySlots::default(), 1, EVENING, Route::Exam(saa()));
    begin(&mut bench, Request::of(FormKind::Quick, feedback, 10));
    bench
}

fn stem(bench: &Bench) -> String {
    format!("{:?}", question(bench).question.expect("a question").stem)
}

/// Picks the right option: where it stands is told by the seed that the log will hold.
fn pick(bench: &mut Bench, is_right: bool) {
    let sitting = Sitting::all(bench.app.history()).remove(0);
    let place = question(bench).number - 1;
    let item = &sitting.questions[place].place.item;
    let ask = cairn::exam::asked(bench.app.library(), &sitting.form, place, item);
    let (ask, _) = ask.expect("it is there");
    let Body::Choice { options, .. } = &ask.item.body else {
        panic!("an exam asks by options: {:?}", ask.item.body);
    };
    let wanted = options.iter().find(|option| option.right == is_right);
    let wanted = wanted.map(|option| format!("{:?}", cairn::deck::markup::blocks(&option.text)));
    let Parts::Choice(rows, 1) = question(bench).question.expect("a question").parts else {
        panic!("one option is wanted");
    };
    let at = rows
        .iter()
        .position(|row| Some(format!("{:?}", row.text)) == wanted);
    bench.send(Event::Picked(at.expect("it is shown")));
}

#[test]
fn a_drill_of_a_sitting_is_the_same_after_a_reload_and_marked_as_it_was_asked() {
    let mut bench = begun(Feedback::AtEnd);
    let first = stem(&bench);
    pick(&mut bench, true);
    // The page is gone without a word; whoever comes back finds the same question with the same answer.
    let route = bench.app.route().clone();
    let slots = bench.journal.slots().clone();
    let mut bench = open(slots, 2, EVENING + HOUR, route.clone());
    exam(&mut bench, Exams::Resumed);
    assert_eq!(question(&bench).number, 1, "only one question was drawn");
    assert_eq!(stem(&bench), first);
    exam(&mut bench, Exams::Submitted);
    let told = report(&bench);
    assert!(told.rows.iter().all(|row| row.outcome == Outcome::Right));

    let facts = bench.facts();
    let answer = facts.iter().find_map(|fact| match &fact.what {
        What::Answered(answer) => Some(answer.clone()),
        _ => None,
    });
    let answer = answer.expect("an answer");
    let Some(Given::Drawn(drawn, given)) = &answer.given else {
        panic!("no drill: {answer:?}");
    };
    let id = answer.item.to_string();
    let (name, level) = id.rsplit_once('-').expect("a level");
    let name = name.strip_prefix("aws-saa-c03/drill-").expect("a drill");
    let level = [Level::Easy, Level::Medium, Level::Hard]
        .into_iter()
        .find(|of| of.word() == level)
        .expect("a level");
    // What the log says makes the question again, and the option that was right.
    let (seed, asked) = Type::named(name).expect("a type").chosen(level, drawn.seed);
    assert_eq!(seed, drawn.seed);
    // And what is drawn of it in the report.
    let row = told.rows[0].question.as_ref().expect("the question");
    let figures = Type::named(name).expect("a type").figures(level, seed);
    assert_eq!(row.figures, figures);
    let Body::Choice { options, .. } = &asked.body else {
        panic!("a choice");
    };
    assert_eq!(**given, Given::Options(vec![0]));
    assert!(options[0].right);
}

#[test]
fn a_drill_that_is_checked_at_once_tells_the_mistake() {
    let mut bench = begun(Feedback::Each);
    pick(&mut bench, false);
    exam(&mut bench, Exams::Checked);
    let shown = question(&bench).question.expect("a question");
    // It is drawn, if it is of a type that is.
    let is_drawn = |drill: &&str| shown.key.contains(&format!("drill-{drill}-"));
    let drawn = ["cidr", "nacl-sg-route", "pert-cpm", "slo-budget"];
    assert_eq!(
        shown.figures.worked.is_some(),
        drawn.iter().any(is_drawn),
        "{}",
        shown.key
    );
    let answered = shown.answered.expect("the answer is shown");
    assert_eq!(answered.verdict.map(|(is_right, _)| is_right), Some(false));
    assert!(!answered.explanation.is_empty());
    let Parts::Choice(rows, _) = shown.parts else {
        panic!("options");
    };
    assert!(rows.iter().all(|row| row.verdict.is_some()));
    let [Block::List(Some(1), reasons)] = answered.answer.as_slice() else {
        panic!("{:?}", answered.answer)
    };
    assert_eq!(reasons.len(), rows.len());
    for reason in reasons {
        let words = plain_of(reason);
        assert!(words.len() > "Wrong. ".len(), "{words}");
    }
}
