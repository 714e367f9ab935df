//! Which answers of a real log become training items, and how well they are predicted. The log is py-fsrs's (`tests/data`): 12,580
//! answers to 1,205 cards.

use std::collections::BTreeMap;

use cairn::memory::training::{Course, Lesson, lessons, train};
use cairn::memory::trial::loss;
use cairn::memory::{Elapsed, Grade, Scheduler};
use cairn::time::{DAY_MS, Day, ROLLOVER_HOUR, Stamp};
use fsrs::{ComputeParametersInput, FSRSItem, FSRSReview, evaluate_with_time_series_splits};

/// `2024-03-29T20:32:32.250000+00:00`
fn stamp(text: &str) -> Stamp {
    let (date, time) = text.split_once('T').expect("a date and a time");
    let time = time.strip_suffix("+00:00").expect("UTC");
    let parts: Vec<f64> = time
        .split(':')
        .map(|part| part.parse().expect("a number"))
        .collect();
    let seconds = parts[0] * 3_600.0 + parts[1] * 60.0 + parts[2];
    let day = Day::parse(date).expect("a date");
    Stamp::new(i64::from(day.0) * DAY_MS + (seconds * 1_000.0) as i64, 0)
}

/// The answers of each card, oldest first.
fn cards() -> BTreeMap<i64, Vec<(Stamp, Grade)>> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/review_logs_josh.csv"
    );
    let text = std::fs::read_to_string(path).expect("the log");
    let mut cards: BTreeMap<i64, Vec<(Stamp, Grade)>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let grade = Grade::of(cells[1].parse().expect("a rating")).expect("1 to 4");
        let card = cells[0].parse().expect("a card");
        cards
            .entry(card)
            .or_default()
            .push((stamp(cells[2]), grade));
    }
    for answers in cards.values_mut() {
        answers.sort_by_key(|(at, _)| at.at);
    }
    cards
}

/// Everything that can be learned from, in the order of time.
fn all_lessons(cards: &BTreeMap<i64, Vec<(Stamp, Grade)>>) -> Vec<Lesson> {
    let mut found: Vec<(Stamp, Lesson)> = Vec::new();
    for (card, answers) in cards {
        let mut course: Course = Vec::new();
        for (index, (at, grade)) in answers.iter().enumerate() {
            let before = answers[index.saturating_sub(1)].0;
            let nights = Elapsed::between(before, *at, ROLLOVER_HOUR).nights;
            course.push((nights, *grade));
        }
        let each = lessons(*card, &course).into_iter();
        found.extend(each.map(|(index, lesson)| (answers[index].0, lesson)));
    }
    found.sort_by_key(|(at, _)| at.at);
    found.into_iter().map(|(_, lesson)| lesson).collect()
}

fn item(lesson: &Lesson) -> FSRSItem {
    let review = |(nights, grade): &(u32, Grade)| FSRSReview {
        rating: u32::from(grade.number()),
        delta_t: *nights,
    };
    FSRSItem {
        reviews: lesson.course.iter().map(review).collect(),
    }
}

#[test]
fn the_items_of_a_real_log_and_how_well_they_are_predicted() {
    let cards = cards();
    let answers: usize = cards.values().map(Vec::len).sum();
    assert_eq!((answers, cards.len()), (12_580, 1_205));
    let lessons = all_lessons(&cards);
    // Only answers a night or more after the one before, by days that begin at four o'clock.
    assert_eq!(lessons.len(), 6_276);
    let judged = &lessons[lessons.len() / 6..];
    assert_eq!(judged.len(), 5_230);
    // The protocol of the open benchmark: the first sixth only trains.
    let published = loss(&Scheduler::default(), judged);
    assert!((published - 0.4422).abs() < 1e-4, "{published}");
    // The reference implementation splits, trains and judges by itself; it must find our items to be what its own rule makes.
    let input = ComputeParametersInput {
        train_set: lessons.iter().map(item).collect(),
        card_ids: Some(lessons.iter().map(|lesson| lesson.item).collect()),
        ..ComputeParametersInput::default()
    };
    let trained = evaluate_with_time_series_splits(input, |_| true).expect("enough items");
    assert!((trained.log_loss - 0.4416).abs() < 1e-4, "{trained:?}");
    assert!((trained.rmse_bins - 0.0427).abs() < 2e-4, "{trained:?}");
}

#[test]
fn training_on_a_real_log_stays_in_range_and_fits_it_better() {
    let lessons = all_lessons(&cards());
    let parameters = train(&lessons).expect("parameters");
    assert_eq!(parameters.check(), Ok(()));
    let trained = Scheduler::new(&parameters).expect("a scheduler");
    let (before, after) = (
        loss(&Scheduler::default(), &lessons),
        loss(&trained, &lessons),
    );
    assert!(after < before - 1e-3, "{before} then {after}");
}
