//! The start page: the first run, and what it says of exams, weeks ahead and weeks behind.

use crate::bench::{Bench, DAY, EVENING, saa, whole_pack};
use cairn::app::view::{ExamChance, Share, TodayView};
use cairn::app::{Beginning, Desk, Event, Exams, Refused, Route};
use cairn::memory::Grade;
use cairn::store::MemorySlots;

fn begin(bench: &mut Bench, day: &str, minutes: u16) {
    bench.send(Event::Began(Beginning {
        track: saa(),
        day: day.to_owned(),
        minutes,
    }));
}

fn today(bench: &Bench) -> TodayView {
    bench.app.today_view(bench.now)
}

#[test]
fn the_first_run_books_sets_the_minutes_and_asks_at_once() {
    let mut bench = Bench::start();
    assert!(bench.app.start_view(bench.now).is_first_run);
    begin(&mut bench, "2027-01-20", 45);
    assert!(bench.question().is_some());
    assert_eq!(*bench.app.route(), Route::Study(saa()));
    let history = bench.app.history();
    let exams: Vec<_> = history.exams().map(|(_, day)| day.to_string()).collect();
    assert_eq!(exams, ["2027-01-20"]);
    assert!((0..7).all(|weekday| history.settings().minutes(weekday) == 45));
    bench.send(Event::Went(Route::Start));
    let start = bench.app.start_view(bench.now);
    assert!(!start.is_first_run);
    assert_eq!(start.minutes_planned, 45);
}

#[test]
fn without_a_day_and_with_the_usual_minutes_nothing_needs_to_be_kept() {
    let mut bench = Bench::start();
    begin(&mut bench, "", 20);
    assert!(bench.question().is_some());
    assert!(bench.facts().is_empty());
}

#[test]
fn a_day_that_is_gone_is_refused_and_nothing_is_kept() {
    let mut bench = Bench::start();
    for (day, refused) in [
        ("2026-11-21", Refused::Past),
        ("soon", Refused::NoDate),
        ("2050-01-01", Refused::Far),
    ] {
        begin(&mut bench, day, 30);
        assert_eq!(*bench.app.route(), Route::Start);
        let start = bench.app.start_view(bench.now);
        assert_eq!(start.refused, Some(refused.words()));
        assert!(start.is_first_run && bench.facts().is_empty());
    }
}

#[test]
fn a_booked_exam_says_what_is_missing_then_its_chance_with_the_weeks_behind() {
    let mut bench = Bench::open_with(
        MemorySlots::default(),
        1,
        EVENING,
        Route::Start,
        whole_pack(),
    );
    let day = bench.app.history().day(bench.now).plus(20).to_string();
    bench.send(Event::Desk(Desk::Booked(saa(), day)));
    let card = today(&bench).exams.remove(0);
    assert_eq!(card.away, "in 20 days");
    assert!(card.expected.is_some(), "the plan has its forecast");
    let ExamChance::Words(words) = &card.chance else {
        panic!("nothing was answered: {:?}", card.chance);
    };
    assert!(words.starts_with("0 of 40 questions"), "{words}");
    // Two whole exams, a week apart, are evidence enough.
    for seed in 0..2 {
        sit(&mut bench, seed);
        bench.now.at.0 += 7 * DAY;
    }
    bench.send(Event::Went(Route::Start));
    let card = today(&bench).exams.remove(0);
    let ExamChance::Known(chance, planned) = card.chance else {
        panic!("two exams were sat: {:?}", card.chance);
    };
    assert!(chance.range.0 <= chance.percent && chance.percent <= chance.range.1);
    assert!(planned.is_some());
    assert_eq!(card.trend.len(), 8);
    assert!(card.trend[7].is_some() && card.trend[0].is_none());
    // The same chance as on its own screen.
    bench.send(Event::Went(Route::Readiness(saa())));
    let screen = bench.app.readiness_view(bench.now).expect("a screen");
    let cairn::app::view::readiness::ReadinessState::Here(known) = screen.state else {
        panic!("the items are here");
    };
    assert_eq!(known.chance.expect("evidence").today, chance);
}

fn sit(bench: &mut Bench, seed: u64) {
    bench.send(Event::Went(Route::Exam(saa())));
    let request = crate::exams::mock(bench);
    bench.send(Event::Exams(Exams::Begun(saa(), request, seed)));
    crate::exams::answer_but_the_last(bench);
    bench.send(Event::Exams(Exams::Submitted));
}

#[test]
fn the_calendar_counts_the_minutes_of_each_day() {
    let mut bench = Bench::start();
    assert!(today(&bench).calendar.is_none());
    bench.study();
    // Ten seconds each: a minute, and one of 20 is less than half.
    for _ in 0..6 {
        bench.answer(Grade::Good);
    }
    bench.now.at.0 += DAY;
    bench.study();
    bench.now.at.0 += 19 * 60_000;
    for _ in 0..7 {
        bench.answer(Grade::Good);
    }
    bench.send(Event::Went(Route::Start));
    let calendar = today(&bench).calendar.expect("answers");
    // 2026-11-21 is a Saturday.
    let [.., saturday, sunday] = calendar.weeks.last().expect("this week");
    let share = |day: &Option<(String, u32, Share)>| day.as_ref().map(|day| (day.1, day.2));
    assert_eq!(share(saturday), Some((1, Share::Some)));
    assert_eq!(share(sunday), Some((21, Share::Full)));
    assert!(
        calendar
            .week
            .starts_with("This week 22 of 140 minutes, on 2 of 7 days"),
        "{}",
        calendar.week
    );
    // On the next day a new week begins, and the rest of it is still to come.
    bench.now.at.0 += DAY;
    let calendar = today(&bench).calendar.expect("answers");
    let week = calendar.weeks.last().expect("this week");
    assert_eq!(share(&week[0]), Some((0, Share::None)));
    assert!(week[1..].iter().all(Option::is_none));
}

#[test]
fn the_coming_week_shows_what_comes_due() {
    let mut bench = Bench::start();
    bench.study();
    for _ in 0..6 {
        bench.answer(Grade::Good);
    }
    bench.send(Event::Went(Route::Start));
    let week = today(&bench).week;
    assert_eq!(week.len(), 7);
    assert!(week.iter().map(|day| day.due).sum::<u32>() > 0);
    assert!(week.iter().all(|day| day.planned == 20));
}

#[test]
fn on_the_day_it_wishes_luck_and_afterwards_it_asks_how_it_went() {
    let mut bench = Bench::start();
    let day = bench.app.history().day(bench.now).plus(1).to_string();
    bench.send(Event::Desk(Desk::Booked(saa(), day)));
    let says = |bench: &Bench, away: &str, words: &str| {
        let card = today(bench).exams.remove(0);
        assert_eq!(card.away, away);
        assert!(
            matches!(&card.chance, ExamChance::Words(of) if of.contains(words)),
            "{:?}",
            card.chance
        );
    };
    says(&bench, "tomorrow", "0 of 40 questions");
    bench.now.at.0 += DAY;
    says(&bench, "today", "Good luck");
    bench.now.at.0 += DAY;
    says(&bench, "over", "How did it go?");
    let took = Exams::Took(saa(), "2026-11-22".to_owned(), true, None);
    bench.send(Event::Exams(took));
    assert!(today(&bench).exams.is_empty());
}
