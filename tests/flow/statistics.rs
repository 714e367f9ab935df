//! The statistics screen: asked for beside the page, shown, asked for anew when something changes, given as files.

use crate::bench::{Bench, DAY, EVENING, HOUR, saa};
use cairn::app::view::statistics::{
    Cell, Chapter, Counted, Drawing, Section, StatisticsShown, StatisticsView,
};
use cairn::app::{
    Clerk, Count, CountReport, CountStep, Counting, Effect, Errand, Event, Route, StatisticsQuery,
    Told, Work,
};
use cairn::deck::id::ItemId;
use cairn::memory::Grade;
use cairn::review::{Answer, Fact, FactId, Sighting, What, Writer};
use cairn::store::{Journal, MemorySlots};
use cairn::time::Stamp;

const WRITER: u64 = 0xbb;

/// Every other answer to each of some items of the track and of a deck that is no longer here: days since the one before, and grade.
const COURSE: [(i64, Grade); 5] = [
    (0, Grade::Good),
    (2, Grade::Good),
    (6, Grade::Again),
    (1, Grade::Good),
    (4, Grade::Easy),
];

fn fact(item: &ItemId, at: i64, grade: Grade, is_first: bool) -> Fact {
    let writer = Writer(WRITER);
    Fact {
        id: FactId { writer, number: 0 },
        at: Stamp::new(at, 60),
        what: What::Answered(Answer {
            item: item.clone(),
            grade,
            given: None,
            ms: 12_000,
            sighting: if is_first {
                Sighting::First
            } else {
                Sighting::Repeated
            },
            corrected: false,
        }),
    }
}

/// Fifty items of the track and ten of a deck that is no longer here, each answered five times in the weeks before.
fn log() -> MemorySlots {
    let mut bench = Bench::start();
    bench.study();
    let asks = bench.app.library().asks().iter();
    let mut items: Vec<ItemId> = asks.map(|ask| ask.id.clone()).take(50).collect();
    let gone = (0..10).map(|number| format!("gone/item-{number}"));
    items.extend(gone.filter_map(|id| ItemId::parse(&id)));
    let mut facts = Vec::new();
    for (place, item) in (0_i64..).zip(&items) {
        let mut at = EVENING - 40 * DAY + place % 20 * DAY + place * 60_000;
        for (step, (days, grade)) in (0_i64..).zip(COURSE) {
            at += days * DAY + step * HOUR;
            facts.push(fact(item, at, grade, step == 0));
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

/// The program with its worker.
struct Screen {
    bench: Bench,
    clerk: Clerk,
}

impl Screen {
    fn open(slots: MemorySlots) -> Self {
        let route = Route::Statistics(StatisticsQuery::default());
        let bench = Bench::open_at(slots, 1, EVENING, route);
        let clerk = Clerk::default();
        Self { bench, clerk }
    }

    fn go(&mut self, query: &str) {
        let query = StatisticsQuery::parse(query);
        self.bench.send(Event::Went(Route::Statistics(query)));
    }

    fn send(&mut self, event: Counting) {
        self.bench.send(Event::Counting(event));
    }

    /// What was asked for, if something was.
    fn asked(&mut self) -> Option<(u32, Count)> {
        let others = std::mem::take(&mut self.bench.others);
        let mut asked = others.into_iter().filter_map(|effect| match effect {
            Effect::Desk(Errand::Count(number, count)) => Some((number, *count)),
            _ => None,
        });
        let first = asked.next();
        assert_eq!(asked.next(), None, "one at a time");
        first
    }

    /// The worker does what was asked for; whether it had to read the log for it.
    fn count(&mut self) -> bool {
        let (_, count) = self.asked().expect("something was asked for");
        let with_log = count.basis.is_some();
        let log = if with_log {
            (self.bench.journal.slots().clone(), None)
        } else {
            (MemorySlots::default(), None)
        };
        let mut told = Vec::new();
        let work = serde_json::to_string(&Work::Count(Box::new(count))).expect("JSON");
        let work = serde_json::from_str(&work).expect("the same");
        self.clerk.work(&work, log, |one| told.push(one));
        for one in told {
            let text = serde_json::to_string(&one).expect("JSON");
            match serde_json::from_str(&text).expect("the same") {
                Told::Counting(report) => self.send(Counting::Told(report)),
                other => panic!("of something else: {other:?}"),
            }
        }
        with_log
    }

    fn view(&self) -> StatisticsView {
        let view = self.bench.app.statistics_view(self.bench.now);
        view.expect("the screen")
    }

    fn counted(&self) -> Counted {
        let counted = self.bench.app.counted_view(self.bench.now);
        counted.expect("figures")
    }

    fn section(&self, chapter: Chapter) -> Section {
        let mut sections = self.counted().sections.into_iter();
        let found = sections.find(|section| section.chapter == chapter);
        found.expect("the chapter")
    }

    /// How many answers the first figure tells of.
    fn answers(&self) -> String {
        self.counted().tiles[0].0.clone()
    }

    fn saved(&mut self) -> (String, String) {
        match self.bench.others.pop() {
            Some(Effect::Desk(Errand::SaveText(name, text))) => (name, text),
            other => panic!("no file: {other:?}"),
        }
    }
}

fn shown(row: &[Cell]) -> Vec<&str> {
    row.iter().map(|cell| cell.shown.as_str()).collect()
}

#[test]
fn before_the_first_answer_nothing_is_counted() {
    let mut screen = Screen::open(MemorySlots::default());
    assert_eq!(screen.view().shown, StatisticsShown::Nothing);
    assert_eq!(screen.asked(), None);
    assert!(screen.view().tracks.is_empty());
}

#[test]
fn figures_are_counted_beside_the_page_and_the_log_is_read_once() {
    let mut screen = Screen::open(log());
    assert_eq!(screen.view().shown, StatisticsShown::Working);
    assert!(screen.count(), "the log is read");
    assert_eq!(screen.view().shown, StatisticsShown::Here);
    assert!(!screen.view().is_old);
    assert_eq!(screen.answers(), "300");
    let names: Vec<String> = screen.view().tracks.into_iter().map(|t| t.1).collect();
    assert_eq!(names, ["Solutions Architect – Associate", "gone"]);
    assert_eq!(screen.asked(), None, "nothing has changed");

    screen.go("track=aws-saa-c03");
    assert!(screen.view().is_old);
    let before = screen.counted().title;
    assert!(
        before.starts_with("Everything, "),
        "as what they are: {before}"
    );
    assert!(!screen.count(), "the log is there");
    assert_eq!(screen.answers(), "250");
    assert!(
        screen
            .counted()
            .title
            .starts_with("Solutions Architect – Associate, ")
    );
    let parts = screen.section(Chapter::Parts);
    let sum: u64 = parts
        .sheet
        .rows
        .iter()
        .map(|row| row[1].shown.parse::<u64>().expect("answers"))
        .sum();
    assert_eq!(sum, 250);
    assert_eq!(parts.links.len(), parts.sheet.rows.len());
    let link = parts.links[0].clone();
    screen.bench.send(Event::Went(link));
    assert!(!screen.count());
    assert_eq!(screen.answers(), parts.sheet.rows[0][1].shown);
    assert!(
        screen
            .counted()
            .title
            .contains(&parts.sheet.rows[0][0].shown)
    );
    assert!(
        screen
            .counted()
            .sections
            .iter()
            .all(|s| s.chapter != Chapter::Parts)
    );

    screen.go("track=gone");
    screen.count();
    assert_eq!(screen.answers(), "50");
    let kinds = screen.section(Chapter::Kinds);
    assert_eq!(kinds.sheet.rows[0][0].shown, "Items no longer here");
    screen.go("track=never-heard-of");
    screen.count();
    assert_eq!(screen.answers(), "0");
    assert_eq!(screen.section(Chapter::Time).drawing, None);
}

#[test]
fn a_period_holds_its_days_and_what_lies_ahead_needs_no_counting() {
    let mut screen = Screen::open(log());
    screen.count();
    let all: u64 = screen.answers().parse().expect("a number");
    let mut parts = 0_u64;
    for days in [
        "from=2026-01-01&to=2026-11-01",
        "from=2026-11-02&to=2027-12-31",
    ] {
        screen.go(&format!("span=days&{days}"));
        screen.count();
        parts += screen.answers().parse::<u64>().expect("a number");
    }
    assert_eq!(parts, all);
    let view = screen.view();
    assert_eq!(
        view.days.1, "2026-11-21",
        "what lies ahead has not happened"
    );
    screen.go("span=all&ahead=90");
    screen.count();
    assert_eq!(screen.section(Chapter::Load).sheet.rows.len(), 90);
    screen.go("span=all");
    assert_eq!(screen.asked(), None);
    assert!(!screen.view().is_old);
    assert_eq!(screen.section(Chapter::Load).sheet.rows.len(), 30);
}

#[test]
fn what_comes_due_and_what_was_done_is_what_the_start_page_says() {
    let mut screen = Screen::open(log());
    screen.count();
    let load = screen.section(Chapter::Load);
    let time = screen.section(Chapter::Time);
    screen.bench.send(Event::Went(Route::Start));
    let today = screen.bench.app.today_view(screen.bench.now);
    assert!(today.week.iter().any(|day| day.due > 0));
    for (row, day) in load.sheet.rows.iter().zip(&today.week) {
        assert_eq!(row[1].shown, day.due.to_string(), "{}", day.day);
    }
    let calendar = today.calendar.expect("weeks behind");
    let studied = calendar
        .weeks
        .iter()
        .flatten()
        .flatten()
        .filter(|day| day.1 > 0)
        .count();
    let rows = time
        .sheet
        .rows
        .iter()
        .filter(|row| row[1].shown != "0")
        .count();
    assert_eq!(studied, rows);
}

#[test]
fn who_leaves_stops_it_and_who_comes_back_finds_what_was_there() {
    let mut screen = Screen::open(log());
    screen.count();
    screen.go("span=all");
    assert!(screen.asked().is_some());
    screen.bench.send(Event::Went(Route::Plan));
    assert!(
        screen
            .bench
            .others
            .contains(&Effect::Desk(Errand::StopCounting))
    );
    screen.bench.others.clear();
    screen.clerk = Clerk::default();
    // Nobody waits for what it may have said last.
    screen.send(Counting::Told(CountReport::Failed("too late".to_owned())));
    screen.go("");
    assert_eq!(screen.view().shown, StatisticsShown::Here);
    assert_eq!(screen.asked(), None);
    screen.go("span=all");
    assert!(screen.count(), "a new worker reads the log again");
    assert_eq!(screen.answers(), "300");
}

#[test]
fn another_answer_is_counted_and_one_taken_back_is_not() {
    let mut screen = Screen::open(log());
    screen.count();
    let item = screen.bench.app.library().asks()[0].id.clone();
    let mut more = fact(&item, EVENING + HOUR, Grade::Good, false);
    more.id.number = 301;
    screen.bench.now = Stamp::new(EVENING + 2 * HOUR, 60);
    screen
        .bench
        .journal
        .merge(std::slice::from_ref(&more), &[])
        .expect("room");
    screen.bench.send(Event::Arrived(Box::new(more.clone())));
    assert!(screen.count(), "the log is read again");
    assert_eq!(screen.answers(), "301");
    let writer = Writer(WRITER);
    let undo = Fact {
        id: FactId {
            writer,
            number: 302,
        },
        at: more.at,
        what: What::Undone(more.id),
    };
    screen
        .bench
        .journal
        .merge(std::slice::from_ref(&undo), &[])
        .expect("room");
    screen.bench.send(Event::Arrived(Box::new(undo)));
    assert!(screen.count());
    assert_eq!(screen.answers(), "300");
}

#[test]
fn what_takes_longer_than_a_second_is_told() {
    let mut screen = Screen::open(log());
    let (number, _) = screen.asked().expect("something");
    screen.send(Counting::Told(CountReport::At(CountStep::Reading)));
    assert_eq!(screen.view().status, None);
    screen.send(Counting::Slow(number + 1));
    assert_eq!(screen.view().status, None, "another one");
    screen.send(Counting::Slow(number));
    assert_eq!(screen.view().status, Some("Reading your answers…"));
    screen.send(Counting::Told(CountReport::At(CountStep::Replaying)));
    assert_eq!(
        screen.view().status,
        Some("Working out what each answer did…")
    );
}

#[test]
fn a_failure_is_told_and_tried_again_with_a_new_worker() {
    let mut screen = Screen::open(log());
    screen.count();
    screen.go("span=all");
    assert!(screen.asked().is_some());
    screen.send(Counting::Told(CountReport::Failed("no room".to_owned())));
    assert_eq!(
        screen.view().shown,
        StatisticsShown::Failed("no room".to_owned())
    );
    assert_eq!(screen.asked(), None, "not by itself");
    screen.clerk = Clerk::default();
    screen.send(Counting::Retried);
    assert!(screen.count());
    assert_eq!(screen.view().shown, StatisticsShown::Here);
}

#[test]
fn the_worker_says_so_if_it_has_not_read_the_log() {
    let mut screen = Screen::open(log());
    screen.count();
    screen.go("span=all");
    screen.clerk = Clerk::default();
    assert!(!screen.count());
    assert_eq!(
        screen.view().shown,
        StatisticsShown::Failed("the log was not read".to_owned())
    );
}

#[test]
fn each_chapter_has_a_sentence_a_table_and_a_file() {
    let mut screen = Screen::open(log());
    screen.count();
    let sections = screen.counted().sections;
    assert_eq!(sections.len(), 13);
    for section in sections {
        let name = section.chapter.slug();
        assert!(section.words.ends_with('.'), "{name}: {}", section.words);
        assert!(section.drawing.is_some(), "{name}");
        assert!(!section.sheet.rows.is_empty(), "{name}");
        let columns = section.sheet.head.len();
        assert!(
            section.sheet.rows.iter().all(|row| row.len() == columns),
            "{name}"
        );
        screen.send(Counting::SheetWanted(section.chapter));
        let (file, text) = screen.saved();
        let stem = file.strip_suffix(".csv").unwrap_or_default();
        assert!(stem.starts_with(&format!("cairn-{name}-all-")), "{file}");
        let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
        assert!(lines.len() > 1, "{name}");
        let fields = lines[0].split(',').count();
        assert!(
            lines.iter().all(|line| line.split(',').count() == fields),
            "{text}"
        );
    }
    screen.go("track=aws-saa-c03&domain=1&span=days&from=2026-11-01&to=2026-11-10");
    screen.count();
    screen.send(Counting::SheetWanted(Chapter::Time));
    let (file, text) = screen.saved();
    assert_eq!(
        file,
        "cairn-time-aws-saa-c03-1-2026-11-01-to-2026-11-10.csv"
    );
    assert_eq!(text.lines().count(), 11, "a line for each day:\n{text}");
}

#[test]
fn the_figures_of_a_small_log_are_the_ones_that_can_be_counted_by_hand() {
    let mut screen = Screen::open(log());
    screen.count();
    // Each course: two remembered, one forgotten, two remembered; the first says nothing.
    let recall = screen.section(Chapter::Recall);
    let all = recall.sheet.rows.last().expect("all of them");
    assert_eq!(
        (all[2].shown.as_str(), all[3].shown.as_str()),
        ("240", "75 % (69–80)")
    );
    assert!(
        recall
            .words
            .starts_with("You remembered 75 % of what was asked again on another day")
    );
    let Some(Drawing::Calibration(points, _)) = recall.drawing else {
        panic!("a curve: {:?}", recall.drawing)
    };
    assert_eq!(points.iter().map(|point| point.answers).sum::<u32>(), 240);
    let growth = screen.section(Chapter::Growth);
    let last = growth.sheet.rows.last().expect("today");
    assert_eq!(shown(&last[..2]), ["21 Nov 2026", "60"]);
    let speed = screen.section(Chapter::Speed);
    assert_eq!(
        speed.words,
        "Half of your answers take no more than 12 seconds."
    );
    assert_eq!(screen.section(Chapter::Speed).sheet.rows[3][1].shown, "300");
    let tiles = screen.counted().tiles;
    assert_eq!(
        (tiles[1].0.as_str(), tiles[2].0.as_str()),
        ("60 minutes", "75 %")
    );
    assert!(tiles[3].0.ends_with(" of 60"), "{tiles:?}");
    // A query about nothing that is here has its words, too.
    let track = screen.view().tracks[0].0.clone();
    assert_eq!(track, saa());
}
