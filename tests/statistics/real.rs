//! The figures of a real learner's log (`tests/data`, py-fsrs's: 12,580 answers to 1,205 cards), beside the same worked out another way: by
//! the lessons of the training, card by card, and by plain counting in the file.

use std::collections::BTreeMap;

use cairn::deck::id::ItemId;
use cairn::memory::training::Lesson;
use cairn::memory::trial::{loss, predicted};
use cairn::memory::{Elapsed, Grade, Scheduler, State};
use cairn::review::{Answer, Answers, Fact, FactId, Sighting, What, Writer};
use cairn::statistics::{Figures, Period, Replayed, Scope, Table};
use cairn::time::{DAY_MS, Day, ROLLOVER_HOUR, Stamp};

/// A line of the file: card, when (milliseconds), grade, milliseconds.
type Line = (String, i64, u8, u32);

fn lines() -> Vec<Line> {
    let text = std::fs::read_to_string("tests/data/review_logs_josh.csv").expect("the log");
    let line = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let (date, time) = cells[2].split_once('T').expect("a time");
        let clock: Vec<f64> = time
            .trim_end_matches("+00:00")
            .split(':')
            .map(|part| part.parse().expect("a number"))
            .collect();
        let seconds = (clock[0] * 60.0 + clock[1]) * 60.0 + clock[2];
        let day = Day::parse(date).expect("a date");
        let at = i64::from(day.0) * DAY_MS + (seconds * 1_000.0) as i64;
        let number = |cell: &str| cell.parse().expect("a number");
        (
            cells[0].to_owned(),
            at,
            number(cells[1]) as u8,
            number(cells[3]),
        )
    };
    let mut lines: Vec<Line> = text.lines().skip(1).map(line).collect();
    lines.sort_by_key(|(_, at, ..)| *at);
    lines
}

fn facts(lines: &[Line]) -> Vec<Fact> {
    let fact = |(number, (card, at, grade, ms)): (u32, &Line)| Fact {
        id: FactId {
            writer: Writer(1),
            number,
        },
        at: Stamp::new(*at, 0),
        what: What::Answered(Answer {
            item: ItemId::parse(&format!("josh/{card}")).expect("an id"),
            grade: Grade::of(*grade).expect("a grade"),
            given: None,
            ms: *ms,
            sighting: Sighting::Repeated,
            corrected: false,
        }),
    };
    (1..).zip(lines).map(fact).collect()
}

fn answers(lines: &[Line]) -> Answers {
    let mut answers = Answers::default();
    answers.add(&facts(lines));
    answers
}

fn figures(lines: &[Line]) -> Figures {
    let (table, scheduler) = (Table::default(), Scheduler::default());
    let replayed = Replayed::of(&answers(lines).courses(), &table, &scheduler, ROLLOVER_HOUR);
    let last = Day::parse("2025-06-30").expect("a day");
    replayed.figures(&Scope::All, Period { first: None, last })
}

/// The memory of each card after its last answer, and the study day of that: by the four outcomes that buttons show.
fn states(lines: &[Line]) -> Vec<(State, Day)> {
    let scheduler = Scheduler::default();
    let mut cards: BTreeMap<&str, (State, Stamp)> = BTreeMap::new();
    for (card, at, grade, _) in lines {
        let at = Stamp::new(*at, 0);
        let before = cards.get(card.as_str()).copied();
        let elapsed = Elapsed::between(before.map_or(at, |(_, last)| last), at, ROLLOVER_HOUR);
        let outlook = scheduler.outlook(before.map(|(state, _)| state), elapsed);
        let state = outlook.after(Grade::of(*grade).expect("a grade"));
        cards.insert(card, (state, at));
    }
    let day = |(state, at): (State, Stamp)| (state, at.day(ROLLOVER_HOUR));
    cards.into_values().map(day).collect()
}

#[test]
fn calibration_is_what_the_lessons_of_the_training_say() {
    let lines = lines();
    let of = figures(&lines);
    let lessons = answers(&lines).lessons(ROLLOVER_HOUR, usize::MAX);
    let recall = of.calibration.all();
    let recalled = lessons.iter().filter(|lesson| lesson.is_recalled()).count();
    assert_eq!((lines.len(), lessons.len()), (12_580, 6_276));
    assert_eq!((of.answers, recall.judged), (12_580, 6_276));
    assert_eq!((recall.recalled as usize, recalled), (4_894, 4_894));

    let scheduler = Scheduler::default();
    let log_loss = of.calibration.log_loss().expect("answers");
    assert!(
        (log_loss - loss(&scheduler, &lessons)).abs() < 1e-4,
        "{log_loss}"
    );
    // Each lesson by itself, into bins by hand.
    let mut bins = [(0_u32, 0_u32, 0.0_f64); 10];
    let predictions: Vec<(f64, &Lesson)> = lessons
        .iter()
        .map(|lesson| (predicted(&scheduler, lesson), lesson))
        .collect();
    for (chance, lesson) in &predictions {
        let place = match chance * 100.0 {
            c if c < 50.0 => 0,
            c if c < 60.0 => 1,
            c if c < 70.0 => 2,
            c if c < 80.0 => 3,
            c if c < 85.0 => 4,
            c if c < 90.0 => 5,
            c if c < 93.0 => 6,
            c if c < 96.0 => 7,
            c if c < 98.0 => 8,
            _ => 9,
        };
        bins[place].0 += 1;
        bins[place].1 += u32::from(lesson.is_recalled());
        bins[place].2 += chance;
    }
    for (bin, (judged, recalled, sum)) in of.calibration.bins.iter().zip(bins) {
        assert_eq!((bin.judged, bin.recalled), (judged, recalled));
        let expected = bin.expected().unwrap_or(0.0) * f64::from(judged);
        assert!((expected - sum).abs() < 0.05, "{expected} for {sum}");
    }
    let square = bins.iter().map(|(judged, recalled, sum)| {
        let count = f64::from(*judged).max(1.0);
        (f64::from(*recalled) / count - sum / count).powi(2) * f64::from(*judged)
    });
    let rmse = (square.sum::<f64>() / 6_276.0).sqrt();
    assert!((of.calibration.rmse().expect("answers") - rmse).abs() < 1e-4);
}

#[test]
fn what_is_known_at_the_end_is_the_sum_over_the_cards() {
    let lines = lines();
    let of = figures(&lines);
    let states = states(&lines);
    let scheduler = Scheduler::default();
    let recall = |(state, day): &(State, Day)| {
        scheduler.retrievability(*state, f64::from(of.last.since(*day)))
    };
    let recalls: Vec<f64> = states.iter().map(recall).collect();
    assert_eq!(of.holding.items, 1_205);
    let known: f64 = recalls.iter().sum();
    assert!((of.holding.known() - known).abs() < 0.02, "{known}");
    let above = |share: f64| recalls.iter().filter(|recall| **recall >= share).count();
    assert_eq!(of.holding.recall[9] as usize, above(0.9));
    let below_week = states.iter().filter(|(state, _)| state.stability < 7.0);
    let bins: u32 = of.holding.stability[..3].iter().sum();
    assert_eq!(bins as usize, below_week.count());
    let hard = states.iter().filter(|(state, _)| state.difficulty >= 8.0);
    let bins: u32 = of.holding.difficulty[7..].iter().sum();
    assert_eq!(bins as usize, hard.count());
    let mut stabilities: Vec<f32> = states.iter().map(|(state, _)| state.stability).collect();
    stabilities.sort_by(f32::total_cmp);
    assert_eq!(of.holding.stability_median, Some(stabilities[602]));
}

#[test]
fn hours_days_and_times_are_those_in_the_file() {
    let lines = lines();
    let of = figures(&lines);
    let mut hours = [0_u32; 24];
    let mut days: BTreeMap<i64, (u32, u64)> = BTreeMap::new();
    for (_, at, _, ms) in &lines {
        hours[(at.rem_euclid(DAY_MS) / 3_600_000) as usize] += 1;
        // Nights begin at four.
        let day = days
            .entry((at - 4 * 3_600_000).div_euclid(DAY_MS))
            .or_default();
        *day = (day.0 + 1, day.1 + u64::from(*ms));
    }
    assert_eq!(of.hours.map(|(answers, _)| answers), hours);
    let told = of
        .days
        .iter()
        .map(|day| (i64::from(day.day.0), (day.answers, day.ms)));
    assert_eq!(told.collect::<BTreeMap<_, _>>(), days);
    assert_eq!(of.first.to_string(), "2024-03-29");
    let mut times: Vec<u32> = lines.iter().map(|(.., ms)| *ms).collect();
    times.sort_unstable();
    assert_eq!(of.speed.all.ms, times[6_290]);
    let quick = times.iter().filter(|ms| **ms < 4_000).count();
    assert_eq!(of.speed.bins[..2].iter().sum::<u32>() as usize, quick);
}
