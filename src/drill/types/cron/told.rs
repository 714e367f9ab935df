//! The questions of schedules in words.

use chrono::{Duration, NaiveDate, NaiveDateTime, Timelike};

use super::{Field, Policy, Runs, Schedule};
use crate::drill::number::{Precision, Unit, whole};
use crate::drill::question::{Mistake, Question, Wanted, Wrong};
use crate::drill::types::parts::{count, mistake, points, wrong};

fn shown(time: NaiveDateTime) -> String {
    time.format("%a %-d %B %Y, %H:%M").to_string()
}

/// A slip: its name, where it leads, and why that is wrong.
type Slip = (&'static str, Option<NaiveDateTime>, String);

fn day_slips(schedule: &Schedule, now: NaiveDateTime) -> Vec<Slip> {
    let mut slips: Vec<Slip> = Vec::new();
    let is_day = |date: NaiveDate| schedule.day.has(chrono::Datelike::day(&date));
    let weekday = |date: NaiveDate| chrono::Datelike::weekday(&date).num_days_from_sunday();
    if schedule.has_both_days() {
        slips.push((
            "both days needed",
            schedule.next_on(now, |date| {
                is_day(date) && schedule.weekday.has(weekday(date))
            }),
            "When both day fields are set, either of them is enough.".to_owned(),
        ));
        slips.push((
            "only the day of the month",
            schedule.next_on(now, is_day),
            "The day of the week counts as well: either of the two is enough.".to_owned(),
        ));
        slips.push((
            "only the day of the week",
            schedule.next_on(now, |date| schedule.weekday.has(weekday(date))),
            "The day of the month counts as well: either of the two is enough.".to_owned(),
        ));
    }
    if schedule.weekday != Field::Any {
        slips.push((
            "days of the week from Monday as 0",
            schedule.next_on(now, |date| {
                let is = schedule.weekday.has((weekday(date) + 6) % 7);
                is || (schedule.has_both_days() && is_day(date))
            }),
            "0 is Sunday and 1 is Monday.".to_owned(),
        ));
        slips.push((
            "day of the week ignored",
            schedule.next_on(now, |_| true),
            "The last field names the days of the week.".to_owned(),
        ));
    }
    if schedule.day != Field::Any && schedule.weekday == Field::Any {
        slips.push((
            "day of the month ignored",
            schedule.next_on(now, |_| true),
            "The third field names the days of the month.".to_owned(),
        ));
    }
    slips
}

/// Steps misread.
fn step_slips(schedule: &Schedule, now: NaiveDateTime) -> Vec<Slip> {
    let mut slips: Vec<Slip> = Vec::new();
    let on = |date: NaiveDate| schedule.has_day(date);
    if let Field::Every(step) = schedule.minute {
        slips.push((
            "counted from now",
            Some(now + Duration::minutes(i64::from(step))),
            "A step counts from the start of the hour, not from now.".to_owned(),
        ));
        slips.push((
            "once an hour",
            Schedule {
                minute: Field::At(vec![step]),
                ..schedule.clone()
            }
            .next_on(now, on),
            format!("`*/{step}` is every {step} minutes of the hour, beginning with 0."),
        ));
    }
    if let Field::Every(step) = schedule.hour {
        let time = now + Duration::hours(i64::from(step));
        let at = match &schedule.minute {
            Field::At(list) => list.first().copied().unwrap_or(0),
            _ => 0,
        };
        slips.push((
            "counted from now",
            time.with_minute(at),
            "A step counts from midnight, not from now.".to_owned(),
        ));
        slips.push((
            "once a day",
            Schedule {
                hour: Field::At(vec![step]),
                ..schedule.clone()
            }
            .next_on(now, on),
            format!("`*/{step}` is every {step} hours of the day, beginning with 0."),
        ));
    }
    slips
}

/// Hour and minute misread.
fn time_slips(schedule: &Schedule, now: NaiveDateTime) -> Vec<Slip> {
    let mut slips: Vec<Slip> = Vec::new();
    let on = |date: NaiveDate| schedule.has_day(date);
    if let (Field::At(minutes), Field::At(_)) = (&schedule.minute, &schedule.hour) {
        let any_hour = Schedule {
            hour: Field::Any,
            ..schedule.clone()
        };
        slips.push((
            "hour ignored",
            any_hour.next_on(now, on),
            "The second field names the hour; it does not run in every hour.".to_owned(),
        ));
        let full_hour = Schedule {
            minute: Field::At(vec![0]),
            ..schedule.clone()
        };
        if minutes.iter().all(|of| *of != 0) {
            slips.push((
                "minute ignored",
                full_hour.next_on(now, on),
                "The first field names the minute, and it is not 0.".to_owned(),
            ));
        }
    }
    if let (Field::At(minutes), Field::At(hours)) = (&schedule.minute, &schedule.hour)
        && minutes.iter().all(|of| *of < 24)
    {
        slips.push((
            "hour and minute swapped",
            Schedule {
                minute: Field::At(hours.clone()),
                hour: Field::At(minutes.clone()),
                ..schedule.clone()
            }
            .next_on(now, on),
            "The first field is the minute and the second the hour.".to_owned(),
        ));
    }
    slips
}

/// Where people end who misread the schedule, the likeliest first.
fn slips(schedule: &Schedule, now: NaiveDateTime, right: NaiveDateTime) -> Vec<Slip> {
    let mut slips = day_slips(schedule, now);
    slips.extend(step_slips(schedule, now));
    slips.extend(time_slips(schedule, now));
    slips.push((
        "one run overlooked",
        schedule.next(right),
        format!("It runs before that, on {}.", shown(right)),
    ));
    slips.push((
        "a day late",
        Some(right + Duration::days(1)),
        format!("It runs before that, on {}.", shown(right)),
    ));
    slips.push((
        "already past",
        before(schedule, now),
        "That is not after now.".to_owned(),
    ));
    slips
}

/// The first run of the last day on which it ran.
fn before(schedule: &Schedule, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let day = (0..40)
        .map(|days| now.date() - Duration::days(days))
        .find(|date| schedule.has_day(*date))?;
    let start = day.and_hms_opt(0, 0, 0)? - Duration::minutes(1);
    schedule.next(start).filter(|time| *time <= now)
}

const WEEKDAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];

/// `Tuesday`, `Monday and Thursday`, `Monday to Friday`.
fn weekday_names(field: &Field) -> String {
    let names: Vec<&str> = (0_u32..)
        .zip(WEEKDAYS)
        .filter(|(day, _)| field.has(*day))
        .map(|(_, name)| name)
        .collect();
    match (field, names.as_slice()) {
        (Field::Range(..), [first, .., last]) => format!("{first} to {last}"),
        _ => names.join(" and "),
    }
}

/// The days that a schedule runs on.
fn days_told(schedule: &Schedule) -> String {
    let day = schedule.day.text();
    let weekday = format!(
        "{} (weekday `{}`, where 0 is Sunday)",
        weekday_names(&schedule.weekday),
        schedule.weekday.text()
    );
    match (&schedule.day, &schedule.weekday) {
        (Field::Any, Field::Any) => "on every day".to_owned(),
        (_, Field::Any) => format!("on day `{day}` of the month"),
        (Field::Any, _) => format!("on {weekday}"),
        _ => format!("on day `{day}` of the month and also on each {weekday}: either is enough"),
    }
}

pub(super) fn next(schedule: &Schedule, now: NaiveDateTime) -> Question {
    let right = schedule.next(now).unwrap_or(now);
    let others: Vec<Wrong> = slips(schedule, now, right)
        .into_iter()
        .filter_map(|(name, time, why)| {
            let time = time.filter(|time| *time != right)?;
            Some(wrong(name, shown(time), why))
        })
        .collect();
    let [minute, hour] = [&schedule.minute, &schedule.hour].map(Field::text);
    let mut lines = vec![
        format!("minute `{minute}`, hour `{hour}`"),
        days_told(schedule),
    ];
    if [&schedule.minute, &schedule.hour]
        .iter()
        .any(|of| matches!(of, Field::Every(_)))
    {
        lines.push("a step counts from the start of its field: minute 0 or hour 0".to_owned());
    }
    let why = if schedule.has_both_days() {
        "It is the first time after now that minute, hour and one of the two day fields accept."
    } else {
        "It is the first time after now that all fields accept."
    };
    Question {
        stem: format!(
            "A job has the schedule `{}`. It is {}, and all times are UTC. When does it run next?",
            schedule.text(),
            shown(now)
        ),
        why: why.to_owned(),
        working: format!(
            "{}\n\nThe first such time after {} is **{}**.",
            points(&lines),
            shown(now),
            shown(right)
        ),
        wanted: Wanted::Text {
            right: shown(right),
            wrong: others,
        },
    }
}

/// Minutes after 12:00 as a time.
fn clock(minutes: i64) -> String {
    format!("{}:{:02}", 12 + minutes / 60, minutes % 60)
}

/// How many there are under this policy: started, and ended well.
fn counts(runs: Runs, policy: Policy) -> (i64, i64) {
    let Runs {
        every,
        takes,
        until,
        ..
    } = runs;
    match policy {
        Policy::Allow => (until / every + 1, (until - takes) / every + 1),
        Policy::Forbid => {
            // The next one that is due after a run has ended.
            let round = (takes / every + 1) * every;
            (until / round + 1, (until - takes).div_euclid(round) + 1)
        }
        Policy::Replace => (until / every + 1, 0),
    }
}

fn run_mistakes(runs: Runs) -> Vec<Mistake> {
    let Runs { every, takes, .. } = runs;
    let pick = |(started, completed): (i64, i64)| {
        if runs.is_completed {
            completed
        } else {
            started
        }
    };
    let (started, completed) = counts(runs, runs.policy);
    let mut mistakes = vec![mistake(
        "started and completed mixed up",
        if runs.is_completed {
            started
        } else {
            completed
        },
        if runs.is_completed {
            "So many were started; those that still run or were stopped do not count."
        } else {
            "So many have completed; the question asks for all that were started."
        },
    )];
    for other in [Policy::Allow, Policy::Forbid, Policy::Replace] {
        if other != runs.policy {
            mistakes.push(mistake(
                "another policy",
                pick(counts(runs, other)),
                format!(
                    "That would be `{}`; the policy is `{}`.",
                    other.word(),
                    runs.policy.word()
                ),
            ));
        }
    }
    let right = pick((started, completed));
    mistakes.push(mistake(
        "first run forgotten",
        right - 1,
        "The run at 12:00 counts, too.",
    ));
    mistakes.push(mistake(
        "one too many",
        right + 1,
        format!("A run takes {takes} minutes, and one is due every {every}."),
    ));
    mistakes.retain(|of| of.value >= whole(0));
    mistakes
}

pub(super) fn runs(runs: Runs) -> Question {
    let Runs {
        every,
        takes,
        policy,
        until,
        is_completed,
    } = runs;
    let (started, completed) = counts(runs, policy);
    let right = if is_completed { completed } else { started };
    let what = if is_completed {
        "run to completion"
    } else {
        "been started"
    };
    let round = (takes / every + 1) * every;
    let starts = count(started, "Job is started", "Jobs are started");
    let ended = count(completed, "of them has ended", "of them have ended");
    let end = clock(until);
    let working = match policy {
        Policy::Allow => format!(
            "One is due every {every} minutes from 12:00 on and starts whatever still runs: {starts} by {end}. A Job has ended if it began at least {takes} minutes before: {ended}."
        ),
        Policy::Forbid => format!(
            "What is due while a Job of {takes} minutes runs is skipped, and when it ends the deadline of 30 seconds is over, so nothing is made up for. The next Job starts {round} minutes after the one before: {starts} by {end}, and {ended}."
        ),
        Policy::Replace => format!(
            "Every {every} minutes a Job is started and the one before, which would need {takes} minutes, is stopped: {starts} by {end}, and {ended} by themselves."
        ),
    };
    Question {
        stem: format!(
            "A CronJob has the schedule `*/{every} * * * *`, `concurrencyPolicy: {}` and `startingDeadlineSeconds: 30`. Each Job takes {takes} minutes if nothing stops it. The first one starts at 12:00. How many of its Jobs have {what} by {end}?",
            policy.word()
        ),
        wanted: Wanted::Number {
            value: whole(right),
            unit: Unit::Word("Job", "Jobs"),
            precision: Precision::Exact,
            mistakes: run_mistakes(runs),
        },
        why: match policy {
            Policy::Allow => format!("Runs overlap: one starts every {every} minutes."),
            Policy::Forbid => format!("One starts every {round} minutes; the others are skipped."),
            Policy::Replace => {
                format!("One starts every {every} minutes and stops the one before.")
            }
        },
        working: format!("{working} That makes **{right}**."),
    }
}
