//! What reviews say, in words.

use crate::deck::track::Track;
use crate::roadmap::digest::{Slip, Time};
use crate::roadmap::moves::{Known, News, most};

/// `1 day`, `3 days`.
pub(super) fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

/// A share of some, in whole percent.
pub(super) fn percent_of(part: u32, all: u32) -> u32 {
    (f64::from(part) / f64::from(all.max(1)) * 100.0).round() as u32
}

/// `96 of 140 planned minutes on 5 of 7 days`.
pub(super) fn time_in_words(time: &Time) -> String {
    let (studied, days) = time.studied_days();
    let minutes = time.studied();
    let of = match time.planned() {
        0 => counted(minutes as usize, "minute"),
        planned => format!("{minutes} of {planned} planned minutes"),
    };
    format!("{of} on {studied} of {}", counted(days, "day"))
}

/// What was done in a period, in one line.
pub(super) fn figures(time: &Time) -> String {
    if time.days.is_empty() {
        return "Nothing was studied yet.".to_owned();
    }
    let (answers, right) = time.answers();
    let mut words = time_in_words(time);
    if answers > 0 {
        words += &format!(
            ", {}, {} % right or remembered",
            counted(answers as usize, "answer"),
            percent_of(right, answers)
        );
    }
    if time.outside > 0 {
        words += &format!(
            ", {} outside of Cairn",
            counted(time.outside as usize, "minute")
        );
    }
    words + "."
}

fn percent(chance: f64) -> u32 {
    // Nothing is certain.
    (chance * 100.0).round().clamp(1.0, 99.0) as u32
}

/// How a chance moved.
pub(super) fn moved(before: Option<&Known>, after: Option<&Known>) -> String {
    let Some(after) = after else {
        return "Not enough evidence for a chance yet.".to_owned();
    };
    let now = percent(after.passing);
    let range = format!(
        "between {} and {} %",
        percent(after.range.0),
        percent(after.range.1)
    );
    match before.map(|before| percent(before.passing)) {
        None => format!("{now} % at the end, {range}. Before there was not enough evidence."),
        Some(then) if then == now => format!("{now} %, as at the beginning, {range}."),
        Some(then) => format!("From {then} to {now} %, {range}."),
    }
}

/// Why it did.
pub(super) fn why(
    track: &Track,
    before: Option<&Known>,
    after: Option<&Known>,
    news: News,
) -> String {
    let mut words = match news.firsts {
        0 => "No new question was answered.".to_owned(),
        1 => format!(
            "One new question was answered, {}.",
            if news.right == 1 {
                "right"
            } else {
                "not right"
            }
        ),
        firsts => format!("Of {firsts} new questions {} were right.", news.right),
    };
    match news.mocks {
        0 => {}
        1 => words += " One timed mock of new questions was sat.",
        mocks => words += &format!(" {mocks} timed mocks of new questions were sat."),
    }
    if let Some((before, after)) = before.zip(after) {
        let (rose, fell) = most(before, after);
        let of = |(place, change): (usize, f64)| {
            let name = track.domains.get(place).map_or("", |domain| &domain.name);
            format!("“{name}” ({:+.1} points of the score)", change * 100.0).replace('-', "−")
        };
        if let Some(rose) = rose {
            words += &format!(" {} rose most.", of(rose));
        }
        if let Some(fell) = fell {
            words += &format!(" {} fell most.", of(fell));
        }
    }
    words
}

/// Something that slipped.
pub(super) fn slip_in_words(slip: &Slip) -> String {
    let late = counted(usize::try_from(slip.days).unwrap_or(0), "day");
    let kind = slip.kind.word().to_lowercase();
    let was = slip.was.short();
    if slip.is_done {
        format!("{} ({kind}): meant for {was}, done {late} later", slip.name)
    } else {
        format!("{} ({kind}): meant for {was}, {late} late", slip.name)
    }
}
