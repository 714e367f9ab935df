//! The roadmap's money, skills and files: what is entered holds, what is measured is called so, and a file waits for its paths.

use crate::bench::{Bench, DAY, EVENING, saa, whole_pack};
use cairn::app::view::palette::Action;
use cairn::app::view::road::{
    Measured, MoneyPage, PayOf, RitualMark, RitualRow, RitualState, RoadBody, SkillsPage,
};
use cairn::app::{
    Effect, Errand, Event, Export, ReviewPage, Reviewing, Ritual, RoadPage, Roading, Route, Zoom,
};
use cairn::memory::Grade;
use cairn::roadmap::Path;
use cairn::roadmap::path::Summary;
use cairn::store::MemorySlots;
use cairn::time::Day;

const ACCELERATED: &str = "accelerated-devops-sre";
const ARCHITECT: &str = "junior-to-architect";
const SENIOR: &str = "senior-devops-architect";

fn shipped(id: &str) -> Path {
    let text = std::fs::read_to_string(format!("decks/paths/{id}.toml")).expect("a path");
    toml::from_str(&text).expect("a path")
}

/// The next thing that the app asked for and does not have yet: a path, or the list of them.
fn asked(bench: &mut Bench) -> Option<Roading> {
    let is_path = |effect: &Effect| {
        matches!(
            effect,
            Effect::Desk(Errand::FetchPaths | Errand::FetchPath(..))
        )
    };
    let place = bench.others.iter().position(is_path)?;
    if let Effect::Desk(Errand::FetchPath(id, _)) = bench.others.remove(place) {
        let bytes = serde_json::to_vec(&shipped(&id)).expect("plain data");
        return Some(Roading::PathFetched(id, Ok(bytes)));
    }
    let ids = [ACCELERATED, ARCHITECT, SENIOR];
    let list = ids.map(|id| Summary::of(&shipped(id), format!("{id}.json")));
    let bytes = serde_json::to_vec(&list).expect("plain data");
    Some(Roading::PathsFetched(Ok(bytes)))
}

fn fetch(bench: &mut Bench) {
    while let Some(event) = asked(bench) {
        bench.send(Event::Road(event));
    }
}

fn act(bench: &mut Bench, event: Roading) {
    bench.send(Event::Road(event));
    fetch(bench);
}

/// Opens a page, unless it is open.
fn go(bench: &mut Bench, page: RoadPage) {
    let route = Route::Road(page);
    if *bench.app.route() != route {
        bench.send(Event::Went(route));
    }
    fetch(bench);
}

/// With paths laid from today on.
fn laid(paths: &[&str]) -> Bench {
    let slots = MemorySlots::default();
    let route = Route::Road(RoadPage::Paths);
    let mut bench = Bench::open_with(slots, 1, EVENING, route, whole_pack());
    fetch(&mut bench);
    for path in paths {
        go(&mut bench, RoadPage::Path((*path).to_owned()));
        let path = (*path).to_owned();
        let start = "2026-11-21".to_owned();
        act(
            &mut bench,
            Roading::Laid {
                path,
                start,
                hours: 50,
                month: 1,
            },
        );
    }
    bench
}

fn money(bench: &mut Bench) -> MoneyPage {
    go(bench, RoadPage::Money);
    match bench.app.road_view(bench.now).expect("the roadmap").body {
        RoadBody::Money(page) => *page,
        other => panic!("money, and not {other:?}"),
    }
}

fn skills(bench: &mut Bench) -> SkillsPage {
    go(bench, RoadPage::Skills);
    match bench.app.road_view(bench.now).expect("the roadmap").body {
        RoadBody::Skills(page) => *page,
        other => panic!("skills, and not {other:?}"),
    }
}

fn pay(page: &MoneyPage, currency: &str) -> PayOf {
    let mut pays = page.pays.iter();
    let pay = pays.find(|pay| pay.currency.0 == currency);
    pay.expect("a currency").clone()
}

/// The files that were handed out since the last look.
fn files(bench: &mut Bench) -> Vec<(String, String)> {
    let others = std::mem::take(&mut bench.others);
    let file = |effect| match effect {
        Effect::Desk(Errand::SaveText(name, text)) => Some((name, text)),
        _ => None,
    };
    others.into_iter().filter_map(file).collect()
}

fn priced(path: &str, id: &str, amount: Option<u32>) -> Roading {
    Roading::Priced(path.to_owned(), id.to_owned(), amount)
}

#[test]
fn pay_is_entered_and_what_comes_back_follows() {
    let mut bench = laid(&[ACCELERATED]);
    let before = pay(&money(&mut bench), "USD");
    assert!(before.lines.is_empty() && before.hint.starts_with("Write your pay now"));
    for (field, amount) in before.fields.iter().zip([80_000, 120_000]) {
        act(&mut bench, priced(&field.key.0, &field.key.1, Some(amount)));
    }
    let page = money(&mut bench);
    let everything = page.sums[0].lines.last().expect("a sum").1.clone();
    let back = pay(&page, "USD");
    let line = |name: &str| {
        let mut lines = back.lines.iter();
        let line = lines.find(|line| line.0.starts_with(name)).expect("a line");
        (line.1.clone(), line.2.clone())
    };
    assert_eq!(
        line("Gain"),
        ("$120,000 − $80,000".into(), "$40,000".into())
    );
    let (formula, months) = line("Payback");
    assert_eq!(formula, format!("{everything} ÷ ($40,000 ÷ 12)"));
    assert!(months.ends_with(" months of the higher pay"), "{months}");
    assert!(
        line("Return over 3 years")
            .1
            .contains(" beyond itself for each $1")
    );
    // After a reload it is still there, and half the gain takes twice as long.
    let mut bench = bench.reload(2, EVENING);
    assert_eq!(pay(&money(&mut bench), "USD").lines, back.lines);
    act(&mut bench, priced("", "pay-then", Some(100_000)));
    let later = pay(&money(&mut bench), "USD");
    let months_of = |pay: &PayOf| -> f64 {
        let payback = &pay
            .lines
            .iter()
            .find(|line| line.0 == "Payback")
            .expect("a line")
            .2;
        let number = payback.split(' ').next().expect("a number");
        number.parse().expect("a number")
    };
    assert!((months_of(&later) / months_of(&back) - 2.0).abs() < 0.1);
    // Taken back, the old figure holds.
    act(&mut bench, Roading::TakenBack);
    assert_eq!(pay(&money(&mut bench), "USD").lines, back.lines);
}

#[test]
fn another_currency_has_its_own_figures_and_is_never_set_against_dollars() {
    let mut bench = laid(&[ARCHITECT, ACCELERATED]);
    act(&mut bench, priced("", "pay-now-gbp", Some(50_000)));
    act(&mut bench, priced("", "pay-then-gbp", Some(80_000)));
    let page = money(&mut bench);
    assert!(pay(&page, "USD").lines.is_empty(), "pounds are no dollars");
    let pounds = pay(&page, "GBP");
    assert_eq!(pounds.lines.len(), 1, "only the gain");
    assert_eq!(pounds.lines[0].2, "£30,000");
    assert!(pounds.hint.contains("Currencies are not mixed"));
    assert!(pounds.said.iter().all(|said| said.amount.starts_with('£')));
    act(&mut bench, priced("", "pay-costs-gbp", Some(5_000)));
    let pounds = pay(&money(&mut bench), "GBP");
    assert_eq!(pounds.lines.len(), 3);
    assert_eq!(pounds.lines[1].1, "£5,000 ÷ (£30,000 ÷ 12)");
}

#[test]
fn a_fee_is_corrected_and_paid() {
    let mut bench = laid(&[ACCELERATED]);
    let before = money(&mut bench);
    let saa = &before.fees[0];
    assert_eq!(
        (saa.today.as_deref(), saa.then.as_str()),
        (Some("$150"), "")
    );
    // The bench has one track: of the other exams no fee is known.
    assert_eq!(
        before
            .unknown
            .as_deref()
            .map(|words| words.contains("8 exams")),
        Some(true)
    );
    let (path, id) = saa.key.clone();
    let today = "2026-11-21".to_owned();
    let nothing = String::new;
    act(&mut bench, priced(&path, &id, Some(75)));
    act(
        &mut bench,
        Roading::Ticked(path, saa.paid_key.clone(), today, nothing(), nothing()),
    );
    let page = money(&mut bench);
    assert_eq!(
        (page.fees[0].own, page.fees[0].paid.as_deref()),
        (Some(75), Some("21 Nov 2026"))
    );
    assert!(!page.fees[0].is_sat, "paid, and still to be sat");
    assert_eq!(page.sums[0].lines[0], ("Fees paid", "$75".to_owned()));
}

#[test]
fn statements_are_ticked_with_evidence_and_dimensions_are_rated() {
    let mut bench = laid(&[ARCHITECT, SENIOR]);
    let page = skills(&mut bench);
    let architect = page
        .paths
        .iter()
        .find(|path| path.id == ARCHITECT)
        .expect("a path");
    assert_eq!(architect.stages.len(), 5);
    assert_eq!((architect.branches.len(), architect.ladders.len()), (4, 3));
    let here: Vec<_> = architect
        .stages
        .iter()
        .filter(|stage| stage.is_now)
        .collect();
    assert_eq!(here.len(), 1);
    assert_eq!(here[0].id, "junior");
    let senior = page
        .paths
        .iter()
        .find(|path| path.id == SENIOR)
        .expect("a path");
    assert_eq!((senior.kpis.len(), senior.scorecard.len()), (26, 8));
    let full = |kpi: &&cairn::app::view::road::KpiRow| {
        !(kpi.what.is_empty()
            || kpi.why.is_empty()
            || kpi.target.is_empty()
            || kpi.frequency.is_empty())
    };
    assert_eq!(senior.kpis.iter().filter(full).count(), 26);

    let ticks: Vec<String> = here[0].ticks.iter().map(|tick| tick.id.clone()).collect();
    for id in &ticks {
        let (path, id, day) = (ARCHITECT.to_owned(), id.clone(), "2026-11-20".to_owned());
        let (note, link) = (
            "a pager week".to_owned(),
            "https://example.org/x".to_owned(),
        );
        act(&mut bench, Roading::Ticked(path, id, day, note, link));
    }
    act(
        &mut bench,
        Roading::Rated(SENIOR.to_owned(), "score-cloud".to_owned(), 2),
    );
    act(
        &mut bench,
        Roading::Chosen(ARCHITECT.to_owned(), Some("sre".to_owned())),
    );
    let page = skills(&mut bench);
    let architect = page
        .paths
        .iter()
        .find(|path| path.id == ARCHITECT)
        .expect("a path");
    let now = architect
        .stages
        .iter()
        .find(|stage| stage.is_now)
        .expect("a stage");
    assert_eq!(now.id, "mid", "the first is done");
    let by = architect.stages[0].ticks[0].by.clone().expect("ticked");
    assert_eq!(
        (by.1.as_str(), by.2.as_str()),
        ("20 Nov 2026", "a pager week")
    );
    assert!(
        architect
            .branches
            .iter()
            .all(|way| way.is_chosen == (way.id == "sre"))
    );
    let senior = page
        .paths
        .iter()
        .find(|path| path.id == SENIOR)
        .expect("a path");
    let rated: Vec<_> = senior
        .scorecard
        .iter()
        .filter_map(|row| row.rating)
        .collect();
    assert_eq!(rated, [2]);
}

#[test]
fn what_is_measured_stands_beside_the_learners_own_word() {
    let mut bench = laid(&[SENIOR]);
    act(
        &mut bench,
        Roading::Rated(SENIOR.to_owned(), "score-cloud".to_owned(), 3),
    );
    let cloud = |bench: &mut Bench| {
        let page = skills(bench);
        let mut rows = page.paths[0].scorecard.clone().into_iter();
        rows.find(|row| row.id == "score-cloud")
            .expect("a dimension")
    };
    let before = cloud(&mut bench);
    let Measured::Percent(0, words) = &before.measured else {
        panic!(
            "the items are here, and none was met: {:?}",
            before.measured
        );
    };
    assert!(words.starts_with("none of "), "{words}");
    assert!(
        before
            .note
            .expect("they differ")
            .contains("ahead of what was measured")
    );
    bench.send(Event::Went(Route::Study(saa())));
    for _ in 0..12 {
        bench.answer(Grade::Good);
    }
    let after = cloud(&mut bench);
    let Measured::Percent(percent, words) = &after.measured else {
        panic!("{:?}", after.measured);
    };
    assert!((1..30).contains(percent), "{percent}");
    assert!(
        words.starts_with("12 of ") || words.starts_with("13 of "),
        "{words}"
    );
    assert_eq!(after.rating, Some(3), "the word stays the learner's");
    // What nobody asked of stays at nothing, and says so.
    let page = skills(&mut bench);
    let mut rows = page.paths[0].scorecard.iter();
    let row = rows.find(|row| row.name == "Documentation and clarity");
    let measured = &row.expect("a dimension").measured;
    let is_unmet = |words: &str| words.starts_with("none of ");
    assert!(matches!(measured, Measured::Percent(0, words) if is_unmet(words)));
}

#[test]
fn both_files_are_written_with_the_day_in_their_names() {
    let mut bench = laid(&[ACCELERATED]);
    go(&mut bench, RoadPage::List);
    act(&mut bench, Roading::Exported(Export::Calendar));
    act(&mut bench, Roading::Exported(Export::Text));
    let written = files(&mut bench);
    let names: Vec<&str> = written.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "cairn-roadmap-2026-11-21.ics",
            "cairn-roadmap-2026-11-21.md"
        ]
    );
    let calendar = &written[0].1;
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(calendar.contains("DTSTAMP:20261121T170000Z"), "in UTC");
    assert!(calendar.contains("SUMMARY:Study 20 min"));
    assert!(
        written[1]
            .1
            .contains("| AWS Certified Solutions Architect - Associate |")
    );
}

#[test]
fn from_elsewhere_a_file_waits_until_its_paths_are_here() {
    let bench = laid(&[ACCELERATED]);
    let mut bench = bench.reload(2, EVENING);
    let save = |bench: &Bench| {
        let found = bench.app.palette("calendar file");
        found
            .into_iter()
            .any(|command| command.action == Action::Save(Export::Calendar))
    };
    assert!(save(&bench));
    bench.send(Event::Road(Roading::Exported(Export::Calendar)));
    assert_eq!(*bench.app.route(), Route::Road(RoadPage::List));
    let list = asked(&mut bench).expect("the list of paths");
    bench.send(Event::Road(list));
    let path = asked(&mut bench).expect("the path");
    assert!(files(&mut bench).is_empty(), "nothing half is written");
    bench.send(Event::Road(path));
    assert_eq!(files(&mut bench).len(), 1);
    bench.send(Event::Went(Route::Road(RoadPage::Money)));
    assert!(files(&mut bench).is_empty(), "it is written once");
}

#[test]
fn a_roadmap_without_a_future_is_refused_with_words() {
    let mut bench = laid(&[]);
    act(
        &mut bench,
        Roading::Begun("Mine".to_owned(), "2026-11-21".to_owned(), 5),
    );
    go(&mut bench, RoadPage::List);
    act(&mut bench, Roading::Exported(Export::Calendar));
    assert!(files(&mut bench).is_empty());
    let refused = bench.app.road_view(bench.now).expect("the roadmap").refused;
    assert!(
        refused
            .expect("words")
            .contains("nothing to put into a calendar")
    );
    assert!(money(&mut bench).fees.is_empty());
    assert!(skills(&mut bench).paths.is_empty());
    let slots = MemorySlots::default();
    let fresh = Bench::open(slots, 1, EVENING);
    let commands = fresh.app.palette("roadmap");
    assert!(
        commands
            .iter()
            .all(|command| !matches!(command.action, Action::Save(_)))
    );
}

#[test]
fn reviews_lie_on_the_timeline_as_far_as_they_can_be_told_apart() {
    let rows = |bench: &mut Bench, zoom: Zoom| {
        go(bench, RoadPage::Timeline(zoom));
        match bench.app.road_view(bench.now).expect("the roadmap").body {
            RoadBody::Timeline(timeline, _) => (timeline.first, timeline.rituals),
            other => panic!("the timeline, and not {other:?}"),
        }
    };
    let mut bench = laid(&[ACCELERATED]);
    // A Saturday; on Monday the week is over.
    bench.study();
    bench.answer(Grade::Good);
    bench.now.at.0 += 2 * DAY;
    let (_, all) = rows(&mut bench, Zoom::All);
    assert_eq!(all.len(), 1, "six years of weeks would be a grey band");
    assert_eq!(all[0].ritual, Ritual::Quarterly);
    assert!(all[0].marks.len() > 20);
    assert_eq!(
        all[0].words,
        "Quarterly evaluation: 0 held, the next on 1 Jan 2027"
    );
    assert_eq!(rows(&mut bench, Zoom::Year).1.len(), 2);
    let (first, weeks) = rows(&mut bench, Zoom::Quarter);
    let due = |rows: &[RitualRow]| {
        let marks = rows.iter().flat_map(|row| &row.marks);
        let due = marks.filter(|mark| mark.state == RitualState::Due);
        due.map(|mark| first.plus(mark.at).to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(due(&weeks), ["2026-11-23"]);
    assert_eq!(
        weeks[0].words,
        "Weekly assessment: 0 held, due now, the next on 30 Nov 2026"
    );
    // Before anything was studied there was nothing to look back on.
    let missed = |mark: &&RitualMark| mark.state == RitualState::Missed;
    assert_eq!(weeks[0].marks.iter().filter(missed).count(), 0);

    let week = Ritual::Weekly.period(Day::parse("2026-11-21").expect("a day"));
    let page = ReviewPage::One(Ritual::Weekly, week);
    bench.send(Event::Went(Route::Reviews(page)));
    let note = Reviewing::Noted((Ritual::Weekly, week), "a good week".to_owned());
    bench.send(Event::Reviewing(note));
    let (_, weeks) = rows(&mut bench, Zoom::Quarter);
    assert_eq!(due(&weeks), [] as [&str; 0]);
    assert!(
        weeks[0]
            .words
            .starts_with("Weekly assessment: 1 held, the next")
    );
}
