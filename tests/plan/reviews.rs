//! Reviews: what they say of a period, and what they propose for the next one.

use cairn::deck::id::ItemId;
use cairn::deck::library::Library;
use cairn::memory::Grade;
use cairn::readiness::{Evidence, Observation};
use cairn::review::{Answers, Done, Fact, FactId, Record, Setting, What, Writer};
use cairn::roadmap::digest::{Learning, Time, slips};
use cairn::roadmap::exams::{Outlook, Verdict};
use cairn::roadmap::lay::{empty, lay};
use cairn::roadmap::moves::{Known, News, most};
use cairn::roadmap::pace::{Forecast, Pace};
use cairn::roadmap::proposal::{Basis, Need, Part, PartKey};
use cairn::roadmap::weak::{Weak, wanted, weakest};
use cairn::roadmap::{Entry, Evidence as Shown, Kind, Laying, Ritual, RoadFact, Roads, Span};
use cairn::time::{DAY_MS, Day, Stamp};

use crate::log::{EVENING, Log, library, saa};

/// 2026-11-16, the Monday before [`EVENING`], at the same time of day.
const MONDAY: i64 = EVENING - 5 * DAY_MS;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// The week of [`EVENING`].
fn week() -> Span {
    Ritual::Weekly.period(day("2026-11-21"))
}

fn ids(library: &Library) -> Vec<ItemId> {
    library.asks().iter().map(|ask| ask.id.clone()).collect()
}

fn time(log: &Log, period: Span, today: &str) -> Time {
    Time::of(&log.history, &Roads::of(&log.history), period, day(today))
}

fn road(fact: &RoadFact) -> What {
    What::Road(fact.to_text())
}

fn laying() -> Laying {
    Laying {
        start: day("2026-11-02"),
        hours_week: 5,
        first_month: 1,
        name: "Mine".to_owned(),
    }
}

#[test]
fn a_week_counts_minutes_against_the_plan_as_it_was_on_each_day() {
    let library = library();
    let mut log = Log::new();
    for (step, id) in (0..12).zip(ids(&library)) {
        // Six half minutes on Monday, six on Wednesday.
        let at = MONDAY + (step / 6) * 2 * DAY_MS + step * 30_000;
        log.answer(at, &id, Grade::Good, 30.0);
    }
    // On Friday ten minutes a day are chosen, and Sunday is taken off.
    for weekday in 0..7 {
        let set = What::Set(Setting::Minutes(weekday, 10));
        log.add(MONDAY + 4 * DAY_MS, set);
    }
    log.add(EVENING, What::DayOff(day("2026-11-22"), true));
    let of = time(&log, week(), "2026-11-23");
    assert_eq!((of.studied(), of.planned()), (6, 4 * 20 + 2 * 10));
    assert_eq!(of.studied_days(), (2, 7));
    assert_eq!(of.answers(), (12, 12));
    let planned: Vec<u32> = of.days.iter().map(|day| day.planned).collect();
    assert_eq!(planned, [20, 20, 20, 20, 10, 10, 0]);
    // On Wednesday the rest of the week was still to come.
    let then = time(&log, week(), "2026-11-18");
    assert_eq!((then.studied(), then.planned()), (6, 60));
}

#[test]
fn the_first_week_counts_from_its_first_day_and_a_week_without_anything_counts_whole() {
    let library = library();
    let mut log = Log::new();
    let before = time(&log, week(), "2026-11-23");
    assert_eq!(before, Time::default());
    log.answer(
        MONDAY + 3 * DAY_MS,
        &library.asks()[0].id,
        Grade::Again,
        61.0,
    );
    let first = time(&log, week(), "2026-11-23");
    assert_eq!(first.studied_days(), (1, 4));
    assert_eq!((first.studied(), first.planned()), (2, 80));
    assert_eq!(first.answers(), (1, 0));
    let next = Ritual::Weekly.after(week());
    let idle = time(&log, next, "2026-12-01");
    assert_eq!((idle.studied(), idle.planned()), (0, 140));
    // Weeks to come hold nothing.
    let far = time(&log, Ritual::Weekly.period(day("2099-01-05")), "2026-12-01");
    assert!(far.days.is_empty());
    let early = time(&log, Ritual::Weekly.before(week()), "2026-12-01");
    assert!(early.days.is_empty());
}

#[test]
fn time_outside_of_cairn_is_told_apart() {
    let mut log = Log::new();
    log.add(MONDAY, road(&RoadFact::Laid("p".to_owned(), laying())));
    for (on, minutes) in [("2026-11-17", 90), ("2026-11-22", 30), ("2026-11-23", 45)] {
        let studied = RoadFact::Studied("p".to_owned(), "e".to_owned(), day(on), minutes);
        log.add(MONDAY, road(&studied));
    }
    log.answer(MONDAY, &library().asks()[0].id, Grade::Good, 10.0);
    let of = time(&log, week(), "2026-11-23");
    assert_eq!((of.studied(), of.outside), (1, 120));
}

/// What was done in the week, by the facts of a log.
fn done(answers: &[(i64, &ItemId, Grade)]) -> Done {
    let fact = |(number, (at, item, grade)): (u32, &(i64, &ItemId, Grade))| {
        let answer = cairn::review::Answer {
            item: (*item).clone(),
            grade: *grade,
            given: None,
            ms: 5_000,
            sighting: cairn::review::Sighting::Repeated,
            corrected: false,
        };
        Fact {
            id: FactId {
                writer: Writer(1),
                number,
            },
            at: Stamp::new(*at, 60),
            what: What::Answered(answer),
        }
    };
    let facts: Vec<Fact> = (1..).zip(answers).map(fact).collect();
    let mut all = Answers::default();
    all.add(&facts);
    all.done(&[(week().from, week().to)], 4).remove(0)
}

#[test]
fn accuracy_is_told_by_domain_with_its_range_and_what_has_none_comes_last() {
    let library = library();
    let of_domain = |domain: &str| {
        let mut asks = library.asks().iter();
        let ask = asks.find(|ask| ask.domain.as_deref() == Some(domain));
        &ask.expect("an item").id
    };
    let own = ItemId::parse("my-deck/one").expect("an id");
    let gone = ItemId::parse("aws-saa-c03/gone").expect("an id");
    let (first, third) = (of_domain("1"), of_domain("3"));
    let mut answers = vec![(MONDAY - DAY_MS, third, Grade::Good)];
    for step in 0..10 {
        let grade = if step < 8 { Grade::Good } else { Grade::Again };
        answers.push((MONDAY + step, first, grade));
    }
    answers.push((MONDAY + 20, third, Grade::Again));
    answers.push((MONDAY + 21, &own, Grade::Hard));
    answers.push((MONDAY + 22, &gone, Grade::Good));
    let learning = Learning::of(&library, &done(&answers));
    // The item of domain 1 and two that no deck has; both items of the track were known and forgotten.
    assert_eq!((learning.learned, learning.forgotten), (3, 2));
    let rows: Vec<_> = learning
        .accuracy
        .iter()
        .map(|row| {
            let domain = row.domain.as_ref().map(|(id, _)| id.as_str());
            (row.track.as_str(), domain, row.answers, row.right)
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("aws-saa-c03", Some("1"), 10, 8),
            ("aws-saa-c03", Some("3"), 1, 0),
            ("aws-saa-c03", None, 1, 1),
            ("my-deck", None, 1, 1),
        ]
    );
    // Wilson's interval of 8 in 10 at 90 %, worked out by hand.
    let (from, to) = learning.accuracy[0].range;
    assert!(
        (from - 0.541).abs() < 5e-3 && (to - 0.931).abs() < 5e-3,
        "{from} {to}"
    );
}

#[test]
fn what_slipped_is_what_was_meant_for_the_period_and_not_done_in_it() {
    let mut log = Log::new();
    log.add(MONDAY, road(&RoadFact::Laid("p".to_owned(), laying())));
    let entry = |id: &str, kind: Kind, on: &str| Entry {
        id: id.to_owned(),
        kind,
        name: format!("The {id}"),
        span: Span::on(day(on)),
        hours: None,
        track: None,
        text: String::new(),
    };
    for (id, kind, on) in [
        ("open", Kind::Project, "2026-11-18"),
        ("late", Kind::Checkpoint, "2026-11-19"),
        ("in-time", Kind::Project, "2026-11-20"),
        ("phase", Kind::Phase, "2026-11-20"),
        ("before", Kind::Project, "2026-11-13"),
        ("next", Kind::Project, "2026-11-25"),
    ] {
        let fact = RoadFact::Entered("p".to_owned(), entry(id, kind, on));
        log.add(MONDAY, road(&fact));
    }
    for (id, on) in [("late", "2026-11-24"), ("in-time", "2026-11-21")] {
        let shown = Shown {
            day: day(on),
            note: String::new(),
            link: String::new(),
        };
        let fact = RoadFact::Ticked("p".to_owned(), id.to_owned(), Some(shown));
        log.add(MONDAY, road(&fact));
    }
    let roads = Roads::of(&log.history);
    let entries = lay(
        &empty("p", "Mine"),
        &laying(),
        roads.marks("p").expect("laid"),
    );
    let found = slips(&entries, week(), day("2026-11-26"));
    let told: Vec<_> = found
        .iter()
        .map(|slip| (slip.name.as_str(), slip.days, slip.is_done))
        .collect();
    assert_eq!(told, [("The open", 8, false), ("The late", 5, true)]);
    assert!(
        slips(&entries, Ritual::Weekly.after(week()), day("2026-11-24")).is_empty(),
        "its day is still to come"
    );
}

/// So many questions of a task, and how many of them right, on a day.
fn seen(evidence: &mut Evidence, task: usize, questions: usize, right: usize, on: &str) {
    for number in 0..questions {
        let level = cairn::deck::item::Level::Medium;
        let of = Observation::first(task, number < right, 0.25, level, day(on));
        evidence.observations.push(of);
        evidence.firsts[task] += 1;
    }
    cairn::readiness::evidence::fall_behind(&mut evidence.observations);
}

#[test]
fn the_chance_moves_with_new_evidence_and_the_domains_say_why() {
    let library = library();
    let track = library.track("aws-saa-c03").expect("a track");
    let tasks = track.tasks().count();
    let mut evidence = Evidence {
        firsts: vec![0; tasks],
        ..Evidence::default()
    };
    for task in 0..tasks {
        seen(&mut evidence, task, 4, 2, "2026-11-10");
    }
    // In the week the first domain goes well and the last one badly.
    let of = |domain: &str| {
        let tasks = track.tasks().enumerate();
        let of = tasks.filter(|(_, (of, _))| of.id == domain);
        of.map(|(place, _)| place).collect::<Vec<_>>()
    };
    for task in of("1") {
        seen(&mut evidence, task, 10, 10, "2026-11-17");
    }
    for task in of("4") {
        seen(&mut evidence, task, 6, 0, "2026-11-18");
    }
    let on = |day: Day| Known::on(track, &evidence, day);
    assert_eq!(on(day("2026-11-09")), None, "nothing was known yet");
    let before = on(week().from.plus(-1)).expect("evidence");
    let after = on(week().to).expect("evidence");
    let (rose, fell) = most(&before, &after);
    assert_eq!(rose.expect("a domain rose").0, 0);
    assert_eq!(fell.expect("a domain fell").0, 3);
    let firsts = 10 * of("1").len() + 6 * of("4").len();
    let news = News::of(&evidence, week());
    assert_eq!((news.firsts, news.right), (firsts, 10 * of("1").len()));
    assert_eq!(most(&after, &after), (None, None), "nothing moved");
}

#[test]
fn the_weakest_tasks_weigh_most_and_are_known_least() {
    let library = library();
    let track = library.track("aws-saa-c03").expect("a track");
    let mut log = Log::new();
    // Everything but task 2.1 was learned yesterday.
    let (mut at, yesterday) = (0, EVENING - DAY_MS);
    let is_of = |ask: &cairn::deck::library::Ask| {
        let mut tasks = ask.tasks.iter();
        tasks.any(|task| task.track == saa() && task.task == "2.1")
    };
    for ask in library.asks() {
        if !is_of(ask) {
            at += 1_000;
            log.answer(yesterday + at, &ask.id, Grade::Easy, 5.0);
        }
    }
    let today = day("2026-11-21");
    let found = weakest(&library, &log.history, &[track], today, 3);
    assert_eq!(found[0].task, "2.1");
    let weight = track.weight_of("2.1") * 100.0;
    assert!((found[0].missing - weight).abs() < 1e-9, "all of it");
    assert!(
        found
            .windows(2)
            .all(|pair| pair[0].missing >= pair[1].missing)
    );
    let items = wanted(&library, &log.history, &found[0], today, 5);
    assert_eq!(items.len(), 5);
    for item in &items {
        let ask = library.ask(item).expect("an item");
        let kind = ask.item.body.kind();
        assert!(
            matches!(
                kind,
                cairn::deck::item::Kind::Card | cairn::deck::item::Kind::Cloze
            ),
            "new questions are kept for mock exams"
        );
    }
    // What was seen and is forgotten comes before what is new, and what is wanted already is not wanted twice.
    let question = library.asks().iter().find(|ask| {
        let is_card = matches!(
            ask.item.body.kind(),
            cairn::deck::item::Kind::Card | cairn::deck::item::Kind::Cloze
        );
        !is_card && is_of(ask)
    });
    let question = &question.expect("a question").id;
    log.answer(EVENING - 90 * DAY_MS, question, Grade::Again, 9.0);
    let again = wanted(&library, &log.history, &found[0], today, 5);
    assert_eq!(again[0], *question);
    assert_eq!(again[1..], items[..4]);
    log.add(EVENING, What::Wanted(question.clone()));
    let rest = wanted(&library, &log.history, &found[0], today, 5);
    assert_eq!(rest, items);
}

/// A proposal on the Monday after the week, with so many minutes studied of those planned.
struct Case {
    log: Log,
    minutes: (u32, u32),
    weak: Vec<Weak>,
    outlooks: Vec<Outlook>,
    needs: Vec<Need>,
}

impl Case {
    fn new(studied: u32, planned: u32) -> Self {
        Self {
            log: Log::new(),
            minutes: (studied, planned),
            weak: Vec::new(),
            outlooks: Vec::new(),
            needs: Vec::new(),
        }
    }

    fn parts(&self) -> Vec<Part> {
        let basis = Basis {
            history: &self.log.history,
            library: &library(),
            minutes: self.minutes,
            weak: &self.weak,
            road: (&self.outlooks, &Pace::of(&[4.0; 8], 4.0)),
            needs: &self.needs,
            today: day("2026-11-23"),
        };
        basis.parts()
    }

    /// What is proposed, in words.
    fn words(&self) -> Vec<String> {
        self.parts().into_iter().map(|part| part.what).collect()
    }

    /// The log after everything is accepted.
    fn accepted(mut self) -> Log {
        for part in self.parts() {
            for fact in part.facts {
                self.log.add(EVENING + 2 * DAY_MS, fact);
            }
        }
        self.log
    }
}

fn need(minutes: u16) -> Need {
    Need {
        track: saa(),
        name: "SAA-C03".to_owned(),
        day: day("2026-12-20"),
        minutes,
        chances: (61, 86),
    }
}

fn outlook(verdict: Verdict, hours: f64) -> Outlook {
    let later = Forecast {
        day: day("2027-01-10"),
        early: day("2027-01-01"),
        late: day("2027-02-01"),
    };
    Outlook {
        key: ("p".to_owned(), "saa".to_owned()),
        name: "SAA-C03".to_owned(),
        track: Some(saa()),
        day: day("2026-12-20"),
        is_booked: true,
        hours: Some(hours),
        done: 0.0,
        needed: Some(hours * 7.0 / 27.0),
        forecast: Some(later),
        verdict,
    }
}

#[test]
fn a_plan_that_was_kept_and_wants_nothing_stays_as_it_is() {
    assert_eq!(Case::new(140, 140).words(), [""; 0]);
    assert_eq!(Case::new(110, 140).words(), [""; 0]);
    assert_eq!(Case::new(170, 140).words(), [""; 0]);
    // A week without anything says nothing of the minutes, and neither does one without a plan.
    assert_eq!(Case::new(0, 140).words(), [""; 0]);
    assert_eq!(Case::new(30, 0).words(), [""; 0]);
}

#[test]
fn minutes_follow_what_was_really_studied_and_not_too_far_at_once() {
    let case = Case::new(96, 140);
    assert_eq!(case.words(), ["15 minutes a day instead of 20"]);
    assert!(
        case.parts()[0]
            .why
            .starts_with("You studied 96 of 140 minutes.")
    );
    let log = case.accepted();
    assert!((0..7).all(|day| log.history.settings().minutes(day) == 15));
    let little = Case::new(5, 140).words();
    assert_eq!(little, ["10 minutes a day instead of 20"]);
    let much = Case::new(400, 140).words();
    assert_eq!(much, ["30 minutes a day instead of 20"]);
    // Days without minutes stay without.
    let mut case = Case::new(50, 100);
    for weekday in [5, 6] {
        let set = What::Set(Setting::Minutes(weekday, 0));
        case.log.add(EVENING, set);
    }
    assert_eq!(case.words(), ["10 minutes on 5 days a week instead of 20"]);
    assert_eq!(case.accepted().history.settings().minutes(6), 0);
}

#[test]
fn an_exam_that_wants_a_little_more_gets_minutes_and_one_that_wants_much_another_day() {
    let mut case = Case::new(140, 140);
    case.needs.push(need(35));
    let parts = case.parts();
    assert_eq!(parts.len(), 1);
    assert_eq!(parts[0].what, "35 minutes a day instead of 20");
    assert!(
        parts[0]
            .why
            .contains("about 61 %, with 35 a day about 86 %"),
        "{}",
        parts[0].why
    );
    case.needs = vec![need(90)];
    // 27 days of 90 minutes take 122 days of 20.
    let words = case.words();
    assert_eq!(words, ["SAA-C03 on 25 Mar 2027 instead of 20 Dec 2026"]);
    assert_eq!(
        case.parts()[0].key,
        PartKey::Exam(String::new(), "aws-saa-c03".to_owned())
    );
    // Beyond a year it is the pace that has to change.
    let mut far = Case::new(70, 140);
    for weekday in 0..7 {
        let set = What::Set(Setting::Minutes(weekday, 5));
        far.log.add(EVENING, set);
    }
    far.needs = vec![need(90)];
    let words = far.words();
    assert!(
        !words.iter().any(|words| words.contains("SAA-C03")),
        "{words:?}"
    );
    let log = case.accepted();
    let booked: Vec<_> = log.history.exams().map(|(_, day)| day).collect();
    assert_eq!(booked, [day("2027-03-25")]);
}

#[test]
fn who_did_not_keep_the_plan_is_not_asked_for_more() {
    let mut case = Case::new(70, 140);
    case.needs.push(need(30));
    let words = case.words();
    assert_eq!(words[0], "10 minutes a day instead of 20");
    // What is really studied is half of it, so the time adds up at half the pace.
    assert_eq!(words[1], "SAA-C03 on 12 Feb 2027 instead of 20 Dec 2026");
}

#[test]
fn an_exam_of_the_roadmap_that_is_late_moves_with_its_booking() {
    let mut case = Case::new(100, 140);
    case.outlooks.push(outlook(Verdict::Late(21), 40.0));
    let parts = case.parts();
    let moved = parts.last().expect("a part");
    assert_eq!(moved.what, "SAA-C03 on 17 Jan 2027 instead of 20 Dec 2026");
    assert!(moved.why.ends_with("vendor, too."), "{}", moved.why);
    let log = case.accepted();
    let booked: Vec<_> = log.history.exams().map(|(_, day)| day).collect();
    assert_eq!(booked, [day("2027-01-17")]);
    let roads = Roads::of(&log.history);
    let marks = roads.marks("p").expect("moved");
    assert_eq!(marks.moved["saa"], Span::on(day("2027-01-17")));
}

#[test]
fn exams_that_come_after_a_late_one_move_with_it_and_are_not_moved_twice() {
    let mut case = Case::new(100, 140);
    case.outlooks.push(outlook(Verdict::Late(21), 40.0));
    case.outlooks.push(Outlook {
        key: ("p".to_owned(), "next".to_owned()),
        name: "Next".to_owned(),
        track: None,
        day: day("2027-01-05"),
        is_booked: false,
        ..outlook(Verdict::Late(30), 40.0)
    });
    let parts = case.parts();
    let exams: Vec<_> = parts
        .iter()
        .filter(|part| matches!(part.key, PartKey::Exam(..)))
        .collect();
    assert_eq!(exams.len(), 1, "{parts:?}");
    assert_eq!(
        exams[0].what,
        "SAA-C03 on 17 Jan 2027 instead of 20 Dec 2026, and the exam after it as many days later"
    );
    let log = case.accepted();
    let roads = Roads::of(&log.history);
    let marks = roads.marks("p").expect("moved");
    assert_eq!(marks.moved["saa"], Span::on(day("2027-01-17")));
    assert_eq!(marks.moved["next"], Span::on(day("2027-02-02")));
}

#[test]
fn a_late_exam_of_somebody_who_keeps_the_plan_gets_minutes_instead() {
    let mut case = Case::new(140, 140);
    // Some six hours a week are wanted, and some four there are.
    case.outlooks.push(outlook(Verdict::Late(21), 24.0));
    // The same exam is not asked for twice.
    case.needs.push(need(120));
    let parts = case.parts();
    assert_eq!(parts.len(), 1, "{parts:?}");
    assert_eq!(parts[0].key, PartKey::Minutes);
    assert!(
        parts[0].why.contains("6.2 hours a week"),
        "{}",
        parts[0].why
    );
    case.outlooks[0].verdict = Verdict::OnTime;
    case.needs.clear();
    assert_eq!(case.words(), [""; 0]);
}

#[test]
fn the_weakest_tasks_come_first_if_it_is_accepted() {
    let library = library();
    let mut case = Case::new(140, 140);
    let track = library.track("aws-saa-c03").expect("a track");
    case.weak = weakest(&library, &case.log.history, &[track], day("2026-11-23"), 3);
    let parts = case.parts();
    assert_eq!(parts[0].what, "15 items of your weakest tasks first");
    for weak in &case.weak {
        assert!(parts[0].why.contains(&weak.name), "{}", parts[0].why);
    }
    let log = case.accepted();
    let is_wanted = |id: &&ItemId| log.history.of(id).is_some_and(Record::is_wanted);
    assert_eq!(ids(&library).iter().filter(is_wanted).count(), 15);
}
