//! Facts of the roadmap: written, read, folded, taken back.

use cairn::review::{FactId, What, Writer};
use cairn::roadmap::{Evidence, Review, Ritual, RoadFact, Roads, Span};

use super::{day, laying, log, road};

fn path() -> String {
    "focus-2030".to_owned()
}

fn ticked(id: &str, note: &str) -> RoadFact {
    let evidence = Evidence {
        day: day("2027-01-05"),
        note: note.to_owned(),
        link: "https://example.org".to_owned(),
    };
    RoadFact::Ticked(path(), id.to_owned(), Some(evidence))
}

#[test]
fn facts_read_back_and_the_last_one_holds() {
    let today = day("2027-01-06");
    let facts = [
        RoadFact::Laid(path(), laying(10)),
        ticked("a", "first"),
        ticked("a", "second"),
        ticked("b", ""),
        RoadFact::Ticked(path(), "b".to_owned(), None),
        RoadFact::Rated(path(), "c".to_owned(), 9),
        RoadFact::Chosen(path(), Some("mlops".to_owned())),
        RoadFact::Moved(path(), "d".to_owned(), Some(Span::on(today))),
        RoadFact::Studied(path(), "d".to_owned(), today, 90),
        RoadFact::Priced(path(), "e".to_owned(), Some(12)),
        RoadFact::Dropped(path(), "f".to_owned(), true),
    ];
    for fact in &facts {
        assert_eq!(RoadFact::of(&fact.to_text()).as_ref(), Some(fact));
    }
    let history = log(facts.iter().map(|fact| (today, road(fact))).collect());
    let roads = Roads::of(&history);
    let laid = roads.laid();
    let [(id, of, marks)] = laid.as_slice() else {
        panic!("one path lies there: {laid:?}");
    };
    assert_eq!((*id, *of), ("focus-2030", &laying(10)));
    assert_eq!(marks.ticked["a"].note, "second");
    assert!(!marks.ticked.contains_key("b"));
    assert_eq!(marks.rated["c"], 3, "a rating has an end");
    assert_eq!(marks.chosen.as_deref(), Some("mlops"));
    assert_eq!(marks.studied, [("d".to_owned(), today, 90)]);
    assert_eq!(marks.priced["e"], 12);
    assert!(marks.dropped.contains("f"));
}

#[test]
fn what_is_taken_back_never_was_and_what_is_lifted_keeps_its_ticks() {
    let today = day("2027-01-06");
    let undo = What::Undone(FactId {
        writer: Writer(1),
        number: 2,
    });
    let history = log(vec![
        (today, road(&RoadFact::Laid(path(), laying(10)))),
        (today, road(&ticked("a", ""))),
        (today, undo),
        (today, road(&ticked("b", ""))),
        (today, road(&RoadFact::Lifted(path()))),
    ]);
    let roads = Roads::of(&history);
    assert!(roads.laid().is_empty());
    let marks = roads.marks("focus-2030").expect("it is known");
    assert_eq!(marks.ticked.keys().collect::<Vec<_>>(), ["b"]);
}

#[test]
fn a_fact_of_a_newer_version_is_kept_and_counted() {
    let newer = cairn::review::RoadText::new(&serde_json::json!({ "teleported": ["x", 3] }));
    let history = log(vec![(day("2027-01-06"), What::Road(newer.clone()))]);
    assert_eq!(Roads::of(&history).unread, 1);
    assert_eq!(history.road()[0].2, newer);
}

#[test]
fn of_the_reviews_of_one_period_the_last_one_counts() {
    let week = |from: &str, to: &str| Span {
        from: day(from),
        to: day(to),
    };
    let review = |period, notes: &str| {
        RoadFact::Reviewed(Review {
            ritual: Ritual::Weekly,
            period,
            notes: notes.to_owned(),
            accepted: Vec::new(),
        })
    };
    let (second, first) = (
        week("2027-01-11", "2027-01-17"),
        week("2027-01-04", "2027-01-10"),
    );
    let today = day("2027-01-18");
    let history = log(vec![
        (today, road(&review(second, "b"))),
        (today, road(&review(first, "a"))),
        (today, road(&review(second, "c"))),
    ]);
    let roads = Roads::of(&history);
    let notes: Vec<&str> = roads.reviews().map(|(_, of)| of.notes.as_str()).collect();
    assert_eq!(notes, ["a", "c"]);
}
