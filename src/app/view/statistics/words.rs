//! One plain sentence or two for each chapter: what to conclude, or how many answers it takes until something can be concluded.

use super::super::figures::{counted, grouped, percent};
use super::drawing::{month_of, short};
use crate::deck::item::Kind;
use crate::statistics::{Calibration, DayFigures, Growth, Holding, KindSpeed, Point, Typical};
use crate::study::Load;
use crate::time::Day;

/// So many judged answers before predictions are called good or bad (tunable): the range is then some 20 points wide at the most.
const JUDGED_MIN: u32 = 50;
/// So many answers before it is told how long one takes (tunable).
const TIMED_MIN: u32 = 20;
/// So many items before it is told how they hold (tunable).
const ITEMS_MIN: u32 = 10;
/// From this difficulty on an item is called hard (tunable).
const HARD: usize = 8;

/// On the last day of a period.
pub(super) fn on(last: Day, today: Day) -> String {
    if last == today {
        "today".to_owned()
    } else {
        format!("on {}", last.in_full())
    }
}

/// `35 minutes`, `14.2 hours`
pub(super) fn time(ms: u64) -> String {
    let minutes = ms.div_ceil(60_000);
    if minutes < 120 {
        counted(minutes, "minute")
    } else {
        format!("{:.1} hours", ms as f64 / 3_600_000.0)
    }
}

const TRAIN: &str = "Train the memory parameters on your answers, in the settings.";

pub(super) fn recall(of: &Calibration) -> String {
    let all = of.all();
    let (Some(share), Some(expected), Some((from, to))) =
        (all.share(), all.expected(), all.interval())
    else {
        return few(0);
    };
    if all.judged < JUDGED_MIN {
        return few(all.judged);
    }
    let told = format!(
        "You remembered {} % of what was asked again on another day ({} to {} %), where {} % was predicted.",
        percent(share),
        percent(from),
        percent(to),
        percent(expected)
    );
    // By the numbers that are told: what looks the same is the same.
    let [from, to, expected] = [from, to, expected].map(percent);
    if to < expected {
        format!("{told} You forget more than predicted. {TRAIN}")
    } else if from > expected {
        format!(
            "{told} You forget less than predicted, so items come back before they have to. {TRAIN}"
        )
    } else {
        format!("{told} That fits, so the days on which items come back are right for you.")
    }
}

fn few(judged: u32) -> String {
    format!(
        "It takes {JUDGED_MIN} answers to items that you had answered on a day before; there are {judged} in these days."
    )
}

/// How far the predictions are off, in the numbers by which memory models are compared.
pub(super) fn losses(of: &Calibration) -> Option<String> {
    let (loss, rmse) = of.log_loss().zip(of.rmse())?;
    Some(format!(
        "Log loss {loss:.3}; the groups lie {:.1} points off what was predicted for them (RMSE).",
        rmse * 100.0
    ))
}

pub(super) fn growth(of: &Growth, today: Day) -> String {
    let Some((first, last)) = of.points.first().zip(of.points.last()) else {
        return String::new();
    };
    if last.seen == 0 {
        return "Nothing had been met by then.".to_owned();
    }
    let known = |point: &Point| point.known().round() as i64;
    let is_now = last.day == today;
    let (have, would) = if is_now {
        ("have met", "would remember about")
    } else {
        ("had met", "would have remembered about")
    };
    let told = format!(
        "You {have} {} and {would} {} of them {}",
        counted(last.seen.into(), "item"),
        grouped(known(last).unsigned_abs()),
        on(last.day, today)
    );
    let gained = known(last) - known(first);
    let since = first.day.in_full();
    match gained {
        _ if first.day == last.day => format!("{told}."),
        0 => format!("{told}, as many as on {since}."),
        1.. => format!(
            "{told}, {} more than on {since}.",
            grouped(gained.unsigned_abs())
        ),
        _ => format!(
            "{told}, {} fewer than on {since}.",
            grouped(gained.unsigned_abs())
        ),
    }
}

/// `is_all`: minutes are those of all tracks together, and only what is due in all of them can be held against them.
pub(super) fn load(loads: &[Load], is_all: bool) -> String {
    let due: u64 = loads.iter().map(|load| u64::from(load.due)).sum();
    let days = counted(loads.len() as u64, "day");
    let Some(most) = loads
        .iter()
        .rev()
        .max_by_key(|load| load.due)
        .filter(|_| due > 0)
    else {
        return format!("Nothing that you know comes due in the next {days}.");
    };
    let told = format!(
        "{} that you know come due in the next {days}, most on {} ({}).",
        counted(due, "item").replace("1 item", "One item"),
        most.day.short(),
        grouped(most.due.into())
    );
    let told = if due == 1 {
        told.replace("come due", "comes due")
    } else {
        told
    };
    let over = loads
        .iter()
        .filter(|load| load.seconds > load.planned.max(60.0));
    match (is_all, over.count()) {
        (false, _) => told,
        (true, 0) => format!("{told} Each day's fit into your minutes."),
        (true, 1) => format!("{told} On one day they take longer than your minutes."),
        (true, over) => format!("{told} On {over} days they take longer than your minutes."),
    }
}

pub(super) fn by_day(days: &[DayFigures], first: Day, last: Day, ms: u64) -> String {
    let all = last.since(first) + 1;
    let studied = days.len() as u64;
    if studied == 0 {
        return "Nothing was answered in these days.".to_owned();
    }
    format!(
        "You answered on {studied} of {}, {} in all: {} on such a day.",
        counted(all.unsigned_abs().into(), "day"),
        time(ms),
        counted((ms / studied).div_ceil(60_000), "minute")
    )
}

/// Months with milliseconds, in the order of time.
pub(super) fn calendar(months: &[(Day, u64)]) -> String {
    let most = months.iter().rev().max_by_key(|(_, ms)| *ms);
    match most.filter(|(_, ms)| *ms > 0) {
        Some((day, ms)) if months.len() > 1 => format!(
            "Most of your time fell into {}: {}.",
            month_of(*day),
            time(*ms)
        ),
        Some((_, ms)) => format!("{} in this month.", time(*ms)),
        None => "Nothing was answered in these days.".to_owned(),
    }
}

/// `8 seconds`, `2.5 minutes`
fn span(ms: u32) -> String {
    match ms.div_ceil(1_000) {
        seconds if seconds < 120 => counted(seconds.into(), "second"),
        _ => format!("{:.1} minutes", f64::from(ms) / 60_000.0),
    }
}

pub(super) fn speed(all: Typical) -> String {
    if all.answers < TIMED_MIN {
        return format!(
            "It takes {TIMED_MIN} answers to say how long one takes you; there are {} in these days.",
            all.answers
        );
    }
    format!("Half of your answers take no more than {}.", span(all.ms))
}

/// What items of a kind are called.
pub(super) fn kind(kind: Option<Kind>) -> &'static str {
    match kind {
        None => "Items no longer here",
        Some(Kind::Card) => "Cards",
        Some(Kind::Cloze) => "Gaps",
        Some(Kind::Choice) => "Choices",
        Some(Kind::Order) => "Orders",
        Some(Kind::Match) => "Pairs",
        Some(Kind::Typed) => "Typed answers",
        Some(Kind::Case) => "Cases",
        Some(Kind::Drill) => "Drills",
    }
}

pub(super) fn kinds(kinds: &[KindSpeed]) -> String {
    let fit = |kind: &&KindSpeed| kind.kind.is_some() && kind.later.answers >= TIMED_MIN;
    let fit: Vec<&KindSpeed> = kinds.iter().filter(fit).collect();
    let longest = fit.iter().max_by_key(|kind| kind.later.ms);
    match longest {
        Some(longest) if fit.len() > 1 => format!(
            "{} take you longest when they come again: {} for half of them.",
            kind(longest.kind),
            span(longest.later.ms)
        ),
        _ => format!("It takes {TIMED_MIN} repeats in each of two kinds to compare them."),
    }
}

fn few_items(items: u32) -> Option<String> {
    (items < ITEMS_MIN)
        .then(|| format!("It takes {ITEMS_MIN} items that you have answered; there are {items}."))
}

pub(super) fn stability(of: &Holding) -> String {
    few_items(of.items).unwrap_or_else(|| {
        let days = of.stability_median.unwrap_or(0.0);
        let days = match days {
            ..1.0 => "less than a day".to_owned(),
            ..10.0 => format!("{days:.1} days"),
            _ => format!("{days:.0} days"),
        };
        format!("Half of your items hold for {days} or more before their recall falls to 90 %.")
    })
}

pub(super) fn difficulty(of: &Holding) -> String {
    few_items(of.items).unwrap_or_else(|| {
        let hard: u32 = of.difficulty[HARD - 1..].iter().sum();
        match hard {
            0 => format!("None of your {} items is hard ({HARD} or more of 10).", grouped(of.items.into())),
            _ => format!(
                "{} of {} items are hard for you ({HARD} or more of 10); they come back most often.",
                grouped(hard.into()),
                grouped(of.items.into())
            ),
        }
    })
}

pub(super) fn retrievability(of: &Holding, last: Day, today: Day) -> String {
    few_items(of.items).unwrap_or_else(|| {
        let low: u32 = of.recall[..7].iter().sum();
        format!(
            "Of {} items you would {} about {} {}; {} stand below 70 %.",
            grouped(of.items.into()),
            if last == today {
                "remember"
            } else {
                "have remembered"
            },
            grouped(of.known().round() as u64),
            on(last, today),
            grouped(low.into())
        )
    })
}

/// The days of a period: `24 Aug to 21 Nov 2026`.
pub(super) fn days(first: Day, last: Day) -> String {
    let is_same_year = first.month().map(|m| m.0) == last.month().map(|m| m.0);
    match (first == last, is_same_year) {
        (true, _) => last.in_full(),
        (false, true) => format!("{} to {}", short(first), last.in_full()),
        (false, false) => format!("{} to {}", first.in_full(), last.in_full()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::Recall;

    /// So many answers that were predicted at so many percent.
    fn calibration(judged: u32, recalled: u32, percent: u64) -> Calibration {
        let mut of = Calibration::default();
        of.bins[6] = Recall {
            judged,
            recalled,
            predicted: u64::from(judged) * percent * 10_000,
        };
        of
    }

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    const TODAY: Day = Day(20_778);

    #[test]
    fn predictions_are_called_right_wrong_or_not_yet_to_be_judged() {
        assert_eq!(
            recall(&calibration(49, 49, 90)),
            "It takes 50 answers to items that you had answered on a day before; there are 49 in these days."
        );
        assert_eq!(recall(&Calibration::default()), few(0));
        assert_eq!(
            recall(&calibration(1_000, 890, 90)),
            "You remembered 89 % of what was asked again on another day (87 to 91 %), where 90 % was predicted. \
             That fits, so the days on which items come back are right for you."
        );
        let low = recall(&calibration(1_000, 800, 90));
        assert!(
            low.contains("You forget more than predicted. Train"),
            "{low}"
        );
        let high = recall(&calibration(1_000, 970, 90));
        assert!(high.contains("You forget less than predicted"), "{high}");
        // The same shares of few answers say nothing yet.
        let few = recall(&calibration(50, 42, 90));
        assert!(
            few.contains("(71 to 92 %)") && few.contains("That fits"),
            "{few}"
        );
    }

    #[test]
    fn what_is_known_is_compared_with_the_beginning() {
        let point = |day, seen, known: u64| Point {
            day,
            seen,
            known: known * 1_000_000,
        };
        let begin = day("2026-08-23");
        let of = |first: Point, last: Point| Growth {
            step: 1,
            points: vec![first, last],
        };
        let told = growth(&of(point(begin, 400, 300), point(TODAY, 1_204, 980)), TODAY);
        assert_eq!(
            told,
            "You have met 1,204 items and would remember about 980 of them today, 680 more than on 23 Aug 2026."
        );
        let told = growth(&of(point(begin, 400, 300), point(TODAY, 400, 260)), TODAY);
        assert!(told.ends_with("40 fewer than on 23 Aug 2026."), "{told}");
        let told = growth(&of(point(begin, 1, 1), point(TODAY, 1, 1)), TODAY);
        assert!(told.contains("1 item ") && told.ends_with("as many as on 23 Aug 2026."));
        // A period that is over.
        let later = TODAY.plus(9);
        let told = growth(&of(point(begin, 400, 300), point(TODAY, 500, 400)), later);
        assert!(
            told.starts_with(
                "You had met 500 items and would have remembered about 400 of them on 21 Nov 2026"
            ),
            "{told}"
        );
        let told = growth(&of(point(begin, 0, 0), point(TODAY, 0, 0)), TODAY);
        assert_eq!(told, "Nothing had been met by then.");
    }

    fn loads(due: &[(u32, f64)]) -> Vec<Load> {
        let load = |(place, (due, minutes)): (i32, &(u32, f64))| Load {
            day: TODAY.plus(place),
            due: *due,
            seconds: minutes * 60.0,
            planned: 1_200.0,
        };
        (0..).zip(due).map(load).collect()
    }

    #[test]
    fn what_comes_due_is_held_against_the_minutes() {
        let calm = loads(&[(12, 4.0), (30, 9.0), (0, 0.0)]);
        assert_eq!(
            load(&calm, true),
            "42 items that you know come due in the next 3 days, most on Sun 22 Nov (30). Each day's fit into your minutes."
        );
        let full = loads(&[(120, 41.0), (30, 9.0)]);
        assert!(load(&full, true).ends_with("On one day they take longer than your minutes."));
        assert!(
            load(&full, false).ends_with("(120)."),
            "of one track nothing is held against them"
        );
        let none = loads(&[(0, 0.0); 30]);
        assert_eq!(
            load(&none, true),
            "Nothing that you know comes due in the next 30 days."
        );
        let one = loads(&[(1, 0.2)]);
        assert!(
            load(&one, false)
                .starts_with("One item that you know comes due in the next 1 day, most on")
        );
    }

    #[test]
    fn time_is_told_by_days_and_months() {
        let of = |ms| DayFigures {
            day: TODAY,
            answers: 9,
            firsts: 1,
            again: 1,
            ms,
        };
        let days = [of(600_000), of(1_200_000)];
        assert_eq!(
            by_day(&days, TODAY.plus(-27), TODAY, 1_800_000),
            "You answered on 2 of 28 days, 30 minutes in all: 15 minutes on such a day."
        );
        let none = by_day(&[], TODAY, TODAY, 0);
        assert_eq!(none, "Nothing was answered in these days.");
        let months = [
            (day("2026-10-01"), 51_120_000),
            (day("2026-11-01"), 600_000),
        ];
        assert_eq!(
            calendar(&months),
            "Most of your time fell into Oct 2026: 14.2 hours."
        );
        assert_eq!(calendar(&months[1..]), "10 minutes in this month.");
        assert_eq!(calendar(&[(TODAY, 0)]), none);
    }

    #[test]
    fn how_long_answers_take_is_told_of_enough_of_them() {
        let typical = |answers, ms| Typical { answers, ms };
        assert!(speed(typical(19, 5_000)).contains("It takes 20 answers"));
        assert_eq!(
            speed(typical(20, 8_200)),
            "Half of your answers take no more than 9 seconds."
        );
        let of = |kind, answers, ms| KindSpeed {
            kind: Some(kind),
            first: Typical::default(),
            later: typical(answers, ms),
        };
        let some = [of(Kind::Card, 300, 6_000), of(Kind::Case, 40, 190_000)];
        assert_eq!(
            kinds(&some),
            "Cases take you longest when they come again: 3.2 minutes for half of them."
        );
        assert!(kinds(&some[..1]).contains("It takes 20 repeats in each of two kinds"));
    }

    #[test]
    fn how_items_hold_is_told_of_enough_of_them() {
        let mut of = Holding {
            items: 9,
            stability_median: Some(12.4),
            known: 7_900_000,
            ..Holding::default()
        };
        assert!(
            stability(&of).contains("It takes 10 items")
                && stability(&of).ends_with("there are 9.")
        );
        of.items = 1_204;
        of.difficulty[8] = 200;
        of.difficulty[7] = 112;
        of.difficulty[6] = 5;
        of.recall[6] = 100;
        of.recall[7] = 50;
        of.known = 980_400_000;
        assert!(stability(&of).contains("for 12 days or more"));
        assert!(difficulty(&of).starts_with("312 of 1,204 items are hard"));
        assert_eq!(
            retrievability(&of, TODAY, TODAY),
            "Of 1,204 items you would remember about 980 today; 100 stand below 70 %."
        );
        let over = retrievability(&of, TODAY, TODAY.plus(1));
        assert!(
            over.contains("would have remembered about 980 on 21 Nov 2026"),
            "{over}"
        );
        of.difficulty = [0; 9];
        assert_eq!(
            difficulty(&of),
            "None of your 1,204 items is hard (8 or more of 10)."
        );
        for (median, words) in [(0.4, "less than a day"), (6.13, "6.1 days")] {
            of.stability_median = Some(median);
            assert!(stability(&of).contains(words));
        }
    }

    #[test]
    fn days_are_told_without_what_is_plain() {
        let first = day("2026-08-24");
        assert_eq!(days(first, TODAY), "24 Aug to 21 Nov 2026");
        assert_eq!(days(day("2025-12-30"), TODAY), "30 Dec 2025 to 21 Nov 2026");
        assert_eq!(days(TODAY, TODAY), "21 Nov 2026");
    }
}
