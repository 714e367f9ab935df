//! What is said of each option, step and pair once the answer is shown, in the order of the screen.

use crate::bench::Bench;
use cairn::app::view::{Parts, QuestionView};
use cairn::app::{Desk, Event, Route};
use cairn::deck::id::TrackId;
use cairn::deck::markup::{Block, plain_of};
use cairn::memory::Grade;

const KINDS: &str = "---\ndeck: kinds\n---\n\n\
## A {#a .choice}\n\nWhich is private?\n\n- [ ] `8.8.8.8`\n  It is a resolver's.\n- [x] 10.1.2.3\n\n  ```\n  10.0.0.0/8\n  ```\n\n\
## B {#b .order}\n\nPut in order.\n\n1. SYN\n   It asks.\n2. SYN-ACK\n3. ACK\n\n\
## C {#c .match}\n\nMatch.\n\n- `22` => SSH\n  It replaced port 23.\n- 53 => DNS\n- 443 => HTTPS\n\n\
## D {#d .choice}\n\nWhich is even?\n\n- [x] 2\n- [ ] 3\n";

/// Every question of a deck once, by what it is called, answered by `answer`.
fn shown(mut answer: impl FnMut(&mut Bench, &QuestionView)) -> Vec<(String, QuestionView)> {
    let mut bench = Bench::start();
    let picked = Desk::DeckPicked("kinds.md".to_owned(), KINDS.as_bytes().to_vec());
    bench.send(Event::Desk(picked));
    bench.send(Event::Desk(Desk::DeckAccepted));
    let kinds = TrackId::new("kinds").expect("a slug");
    bench.send(Event::Went(Route::Study(kinds)));
    let mut all = Vec::new();
    for _ in 0..4 {
        let asked = bench.asked();
        let question = bench.question().expect("a question");
        answer(&mut bench, &question);
        bench.send(Event::Revealed);
        all.push((asked, bench.question().expect("the same question")));
        bench.send(Event::Graded(Grade::Good));
    }
    all
}

/// The answer's list: the number it starts at, and its lines.
fn list(all: &[(String, QuestionView)], item: &str) -> Option<(Option<u64>, Vec<String>)> {
    let (_, question) = all.iter().find(|(asked, _)| asked == item).expect(item);
    let answered = question.answered.as_ref().expect("it was answered");
    match answered.answer.as_slice() {
        [] => None,
        [Block::List(start, items)] => Some((*start, items.iter().map(|i| plain_of(i)).collect())),
        other => panic!("{other:?}"),
    }
}

/// Joins each left side with the right side at a place that `pick` names, among those on the screen.
fn join(bench: &mut Bench, pick: impl Fn(usize, &[String]) -> usize) {
    let Some(Parts::Match(rows, rights)) = bench.question().map(|q| q.parts) else {
        panic!("pairs");
    };
    let rights: Vec<String> = rights.iter().map(|right| plain_of(right)).collect();
    for left in 0..rows.len() {
        bench.send(Event::Paired(left, pick(left, &rights)));
    }
}

#[test]
fn an_option_has_its_number_and_whether_it_is_right() {
    let all = shown(|bench, question| match &question.parts {
        Parts::Choice(..) => bench.send(Event::Picked(0)),
        Parts::Match(..) => join(bench, |left, _| left),
        _ => {}
    });
    let (_, question) = all.iter().find(|(asked, _)| asked == "kinds/a").expect("a");
    let Parts::Choice(rows, _) = &question.parts else {
        panic!("options");
    };
    let (start, lines) = list(&all, "kinds/a").expect("reasons");
    assert_eq!(start, Some(1));
    for (row, line) in rows.iter().zip(&lines) {
        let wanted = match plain_of(&row.text).as_str() {
            "8.8.8.8" => (Some(false), "Wrong. It is a resolver's."),
            _ => (Some(true), "Right. 10.0.0.0/8"),
        };
        assert_eq!((row.verdict, line.as_str()), wanted);
    }
    assert_eq!(lines.len(), 2);
    assert_eq!(list(&all, "kinds/d"), None, "the marks say it all");
}

#[test]
fn a_step_is_told_where_it_belongs_and_a_pair_what_it_is() {
    let all = shown(|bench, question| match &question.parts {
        Parts::Choice(..) => bench.send(Event::Picked(0)),
        // The first step to the end: none or one of them is where it belongs.
        Parts::Order(_) => {
            sort(bench);
            bench.send(Event::Moved(0, 2));
        }
        Parts::Match(..) => join(bench, |left, rights| {
            let wanted = ["SSH", "HTTPS", "DNS"][left];
            rights.iter().position(|r| r == wanted).expect(wanted)
        }),
        _ => {}
    });
    let lines = |lines: &[&str]| lines.iter().map(|l| (*l).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        list(&all, "kinds/b"),
        Some((
            Some(1),
            lines(&[
                "Belongs at place 2.",
                "Belongs at place 3.",
                "Belongs at place 1. It asks."
            ])
        ))
    );
    assert_eq!(
        list(&all, "kinds/c"),
        Some((
            None,
            lines(&["22 – SSH It replaced port 23.", "53 – DNS", "443 – HTTPS"])
        ))
    );
}

/// Brings the steps into their order.
fn sort(bench: &mut Bench) {
    for (to, wanted) in ["SYN", "SYN-ACK", "ACK"].into_iter().enumerate() {
        let Some(Parts::Order(rows)) = bench.question().map(|q| q.parts) else {
            panic!("steps");
        };
        let from = rows.iter().position(|row| plain_of(&row.text) == wanted);
        bench.send(Event::Moved(from.expect(wanted), to));
    }
}

#[test]
fn what_is_right_and_has_no_reason_is_passed_over_where_nothing_counts_on_it() {
    let all = shown(|bench, question| match &question.parts {
        Parts::Choice(..) => bench.send(Event::Picked(0)),
        Parts::Order(_) => sort(bench),
        Parts::Match(..) => join(bench, |left, rights| {
            let wanted = ["SSH", "DNS", "HTTPS"][left];
            rights.iter().position(|r| r == wanted).expect(wanted)
        }),
        _ => {}
    });
    // Steps are numbered, so each has its line.
    let (start, lines) = list(&all, "kinds/b").expect("reasons");
    assert_eq!(
        (start, lines.join("|").as_str()),
        (Some(1), "Right. It asks.|Right.|Right.")
    );
    let (start, lines) = list(&all, "kinds/c").expect("reasons");
    assert_eq!(
        (start, lines.join("|").as_str()),
        (None, "22 – SSH It replaced port 23.")
    );
}
