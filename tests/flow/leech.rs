//! Items that are forgotten again and again: the learner hears of them once, and what helps.

use crate::bench::{Bench, DAY};
use cairn::app::{Desk, Event};
use cairn::memory::Grade;
use cairn::review::Setting;

/// A bench with one item that was remembered on its first day, and with this setting.
fn one_item(threshold: Option<u16>) -> Bench {
    let mut bench = Bench::start();
    let settings = [Some(Setting::NewPerDay(1)), threshold.map(Setting::Leech)];
    for setting in settings.into_iter().flatten() {
        bench.send(Event::Desk(Desk::Changed(setting)));
    }
    bench.study();
    bench.answer(Grade::Good);
    bench.send(Event::Desk(Desk::Changed(Setting::NewPerDay(0))));
    bench
}

/// Goes on until the item is asked, forgets it and learns it anew; whether the learner was told, and how many days it took.
fn lapse(bench: &mut Bench) -> bool {
    for _ in 0..400 {
        bench.now.at.0 += DAY;
        bench.study();
        if bench.question().is_some() {
            break;
        }
    }
    bench.answer(Grade::Again);
    let told = bench.view().leech.is_some();
    // Not remembered again while it is learned anew is the same lapse.
    bench.answer(Grade::Again);
    assert_eq!(bench.view().leech, None);
    bench.answer(Grade::Good);
    told
}

#[test]
fn the_eighth_lapse_is_told_once_and_every_fourth_after_it() {
    let mut bench = one_item(None);
    let told: Vec<usize> = (1..=12).filter(|_| lapse(&mut bench)).collect();
    assert_eq!(told, [8, 12]);
    let (_, record) = bench.app.history().records().next().expect("an item");
    assert_eq!(record.lapses(), 12);
    assert!(cairn::study::is_leech(record, 8));
}

#[test]
fn what_is_told_names_the_lapses_and_goes_with_the_answer() {
    let mut bench = one_item(Some(2));
    assert!(!lapse(&mut bench));
    for _ in 0..400 {
        bench.now.at.0 += DAY;
        bench.study();
        if bench.question().is_some() {
            break;
        }
    }
    assert!(!bench.question().expect("a question").leech);
    bench.answer(Grade::Again);
    let words = bench.view().leech.expect("told");
    assert!(
        words.contains("2 times") && words.contains("suspend"),
        "{words}"
    );
    assert!(bench.question().expect("asked again").leech);
    bench.send(Event::FlagToggled);
    assert!(bench.view().leech.is_some(), "a flag is no answer");
    bench.send(Event::Undid);
    assert_eq!(bench.view().leech, None, "the answer was taken back");
    bench.answer(Grade::Good);
    assert_eq!(bench.view().leech, None);
}

#[test]
fn nobody_is_told_where_it_is_switched_off() {
    let mut bench = one_item(Some(0));
    assert!((0..12).all(|_| !lapse(&mut bench)));
}
