//! Forecast dates against what then happens, over learners that are not what the forecast believes them to be: their weeks differ by a
//! log-normal factor, some study at half of what they planned, some are away for a month at some time.

use cairn::roadmap::pace::{Forecast, Pace, forecast};
use cairn::time::Day;
use rand::{RngExt as _, SeedableRng as _};
use rand_pcg::Pcg32;

/// Hours to study and hours a week that are planned: half a year.
const HOURS: f64 = 240.0;
const PLANNED: f64 = 10.0;

/// How a learner studies.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    OnPlan,
    HalfPace,
    AwayForAMonth,
}

/// Hours of each week until all are done.
fn weeks(way: Way, random: &mut Pcg32) -> Vec<f64> {
    let factor = if way == Way::HalfPace { 0.5 } else { 1.0 };
    // Any time of the half year.
    let away = random.random_range(2..22_usize);
    let mut weeks = Vec::new();
    let mut sum = 0.0;
    while sum < HOURS {
        let place = weeks.len();
        let is_away = way == Way::AwayForAMonth && (away..away + 4).contains(&place);
        let normal: f64 = (0..12).map(|_| random.random::<f64>()).sum::<f64>() - 6.0;
        let hours = if is_away {
            0.0
        } else {
            PLANNED * factor * (0.4 * normal - 0.08).exp()
        };
        weeks.push(hours);
        sum += hours;
    }
    weeks
}

/// The share of the whole time by which the forecast at half way errs, and whether the day lay in its range.
fn error(way: Way, random: &mut Pcg32) -> (f64, bool) {
    let weeks = weeks(way, random);
    let half = weeks.len() / 2;
    let done: f64 = weeks[..half].iter().sum();
    let after = |weeks: usize| Day(20_000).plus(7 * i32::try_from(weeks).unwrap_or(0));
    let (today, truly) = (after(half), after(weeks.len()));
    let pace = Pace::of(&weeks[..half], PLANNED);
    let of = forecast(HOURS - done, &pace, today).expect("somebody studies");
    let error = f64::from(of.day.since(truly).abs()) / (7 * weeks.len()) as f64;
    (error, of.early <= truly && truly <= of.late)
}

#[test]
fn at_half_way_the_forecast_is_within_a_tenth_of_the_whole_time() {
    for way in [Way::OnPlan, Way::HalfPace, Way::AwayForAMonth] {
        let mut random = Pcg32::seed_from_u64(7);
        let found: Vec<(f64, bool)> = (0..100).map(|_| error(way, &mut random)).collect();
        let mut errors: Vec<f64> = found.iter().map(|(error, _)| *error).collect();
        errors.sort_by(f64::total_cmp);
        let mean = errors.iter().sum::<f64>() / 100.0;
        let within = errors.iter().filter(|error| **error <= 0.1).count();
        let covered = found.iter().filter(|(_, covered)| *covered).count();
        println!(
            "{way:?}: mean error {:.1} %, nine of ten within {:.1} %, {within} of 100 within 10 %, {covered} of 100 in the range",
            mean * 100.0,
            errors[89] * 100.0
        );
        assert!(mean < 0.1, "{way:?}: {mean}");
        let least = if way == Way::AwayForAMonth { 50 } else { 75 };
        assert!(within >= least, "{way:?}: {within}");
        assert!(covered >= 70, "{way:?}: {covered}");
    }
}

#[test]
fn nothing_studied_is_never_ready_and_nothing_left_is_ready_today() {
    let today = Day(20_000);
    for idle in [Pace::of(&[0.0; 30], 10.0), Pace::of(&[], 0.0)] {
        assert_eq!(forecast(10.0, &idle, today), None, "{idle:?}");
    }
    let idle = Pace::of(&[], 0.0);
    let now = Forecast {
        day: today,
        early: today,
        late: today,
    };
    assert_eq!(forecast(0.0, &idle, today), Some(now));
}

#[test]
fn before_the_first_week_the_plan_is_believed_and_the_range_is_wide() {
    let today = Day(20_000);
    let of = |weeks: &[f64]| forecast(100.0, &Pace::of(weeks, 10.0), today).expect("a date");
    let begun = of(&[]);
    let after = of(&[10.0; 20]);
    let wide = |of: Forecast| of.late.since(of.early);
    assert!((70..=80).contains(&begun.day.since(today)), "{begun:?}");
    assert!(wide(begun) > wide(after), "{begun:?} {after:?}");
}

#[test]
fn a_time_away_is_not_taken_for_the_pace() {
    let mut weeks = vec![10.0; 12];
    weeks.extend([0.0; 4]);
    let away = Pace::of(&weeks, 10.0);
    assert!((away.active - 10.0).abs() < 0.1, "{away:?}");
    assert!(away.present > 0.95, "the month is taken: {away:?}");
    weeks.extend([10.0, 0.0, 0.0, 10.0, 0.0, 0.0, 0.0]);
    let often = Pace::of(&weeks, 10.0);
    assert!(often.present < 0.92, "{often:?}");
    // Nobody is away for half a year.
    weeks.extend([0.0; 22]);
    assert!(Pace::of(&weeks, 10.0).active < 5.0);
    // One week alone without anything belongs to the pace.
    let mut weeks = vec![10.0; 12];
    weeks[5] = 0.0;
    assert!(Pace::of(&weeks, 10.0).active < 9.8);
}

#[test]
fn more_hours_are_never_ready_earlier() {
    let pace = Pace::of(&[6.0, 9.0, 4.0], 8.0);
    let today = Day(20_000);
    let days: Vec<i32> = (1..200)
        .map(|hours| {
            forecast(f64::from(hours), &pace, today)
                .expect("a date")
                .day
                .0
        })
        .collect();
    assert!(days.is_sorted());
}
