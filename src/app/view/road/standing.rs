//! How it stands with the exams of the roadmap, what to change, and what the learner should know.

use super::super::super::App;
use super::super::super::road::Standing;
use crate::roadmap::exams::{Outlook, Remedy, Verdict, remedies, weeks};
use crate::roadmap::warn::AlarmKind;
use crate::time::{Day, Stamp, days_in_words};

/// Weeks to come whose hours are shown.
const WEEKS: usize = 8;

/// Everything that stands beside the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct StandingView {
    /// Hours studied against hours planned, in words.
    pub pace: String,
    /// Hours of the last weeks, the oldest first: the week's first day in words, and hours.
    pub past: Vec<(String, f64)>,
    /// Hours of the weeks to come: the week's first day in words, hours for exams, for reviews, and what is left for everything else.
    pub coming: Vec<(String, f64, f64, f64)>,
    /// Hours a week that are planned.
    pub planned: f64,
    /// The exams that are still to be sat.
    pub exams: Vec<ExamStanding>,
    /// What the learner should know.
    pub alarms: Vec<AlarmRow>,
    /// The paths that lie on the roadmap.
    pub paths: Vec<LaidRow>,
}

/// How it stands with one exam.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamStanding {
    /// Path and entry.
    pub key: (String, String),
    /// Its name.
    pub name: String,
    /// The day, in words.
    pub day: String,
    /// Whether it is booked.
    pub is_booked: bool,
    /// Whether it can be: Cairn has a track for it, and its day is to come.
    pub can_book: bool,
    /// Hours done and hours that it takes, in words.
    pub hours: String,
    /// Percent of its hours that are done; none where nobody said how many.
    pub percent: Option<u32>,
    /// The forecast, in words; none where there is none.
    pub forecast: Option<String>,
    /// Good, doubtful or bad: for the style sheet.
    pub tone: &'static str,
    /// The verdict in words.
    pub verdict: String,
    /// What would bring it on time.
    pub remedies: Vec<RemedyRow>,
}

/// Something that would bring an exam on time.
#[derive(Clone, Debug, PartialEq)]
pub struct RemedyRow {
    /// What is done.
    pub remedy: Remedy,
    /// In words.
    pub words: String,
}

/// Something that the learner should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlarmRow {
    /// In words.
    pub words: String,
    /// The entry that it is about.
    pub entry: Option<(String, String)>,
}

/// A path that lies on the roadmap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaidRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Since when, with how many hours, in words.
    pub words: String,
    /// Whether it is the learner's own.
    pub is_own: bool,
    /// How many of its exams can be booked at once.
    pub bookable: usize,
    /// Whether one of its branches can be chosen and none is.
    pub wants_branch: bool,
}

/// `6.5 h`.
pub(super) fn hours(hours: f64) -> String {
    let tenths = (hours * 10.0).round() / 10.0;
    format!("{tenths} h")
}

impl App {
    pub(super) fn standing_view(&self, standing: &Standing, now: Stamp) -> StandingView {
        let today = standing.today;
        let settings = self.history.settings();
        let days = (0..7).filter(|day| settings.minutes(*day) > 0).count();
        let days = if days == 0 { 7 } else { days as u8 };
        let coming = weeks(&standing.exams, standing.planned, today, WEEKS);
        let first = today.plus(-7 * i32::try_from(standing.weeks.len()).unwrap_or(0));
        let past = (0..).zip(&standing.weeks);
        let past: Vec<(String, f64)> = past
            .map(|(week, hours)| (first.plus(7 * week).of_month(), *hours))
            .collect();
        let skip = past.len().saturating_sub(12);
        StandingView {
            pace: pace(standing),
            past: past.into_iter().skip(skip).collect(),
            coming: coming
                .into_iter()
                .map(|week| {
                    let exams = week.exams.iter().map(|(_, hours)| hours).sum();
                    (week.span.from.of_month(), exams, week.rituals, week.rest)
                })
                .collect(),
            planned: standing.planned,
            exams: standing
                .exams
                .iter()
                .map(|exam| self.exam_standing(exam, standing, days))
                .collect(),
            alarms: standing
                .alarms
                .iter()
                .map(|alarm| AlarmRow {
                    words: alarm_words(&alarm.what, today),
                    entry: alarm.key.1.clone().map(|id| (alarm.key.0.clone(), id)),
                })
                .collect(),
            paths: self.laid_rows(now),
        }
    }

    fn exam_standing(&self, exam: &Outlook, standing: &Standing, days: u8) -> ExamStanding {
        let today = standing.today;
        let track = exam.track.as_ref();
        let has_track = track.is_some_and(|track| self.library.track(track.as_str()).is_some());
        let percent = exam.hours.filter(|hours| *hours > 0.0);
        let found = remedies(exam, &standing.exams, &standing.pace, today, days);
        ExamStanding {
            key: exam.key.clone(),
            name: exam.name.clone(),
            day: exam.day.in_full(),
            is_booked: exam.is_booked,
            can_book: has_track && !exam.is_booked && exam.day > today,
            hours: match exam.hours {
                Some(all) => format!("{} of {} studied", hours(exam.done), hours(all)),
                None => format!("{} studied", hours(exam.done)),
            },
            percent: percent.map(|all| (exam.done / all * 100.0).min(100.0) as u32),
            forecast: exam.forecast.filter(|_| exam.left() > 0.0).map(|of| {
                format!(
                    "Ready about {} (between {} and {}).",
                    of.day.in_full(),
                    of.early.in_full(),
                    of.late.in_full()
                )
            }),
            tone: tone(exam),
            verdict: verdict(exam),
            remedies: found
                .into_iter()
                .map(|remedy| RemedyRow {
                    words: remedy_words(&remedy, exam),
                    remedy,
                })
                .collect(),
        }
    }

    fn laid_rows(&self, now: Stamp) -> Vec<LaidRow> {
        let laid = self.laid_paths();
        laid.iter()
            .map(|(path, laying, marks)| LaidRow {
                id: path.id.clone(),
                name: path.name.clone(),
                words: format!(
                    "since {}, {} hours a week",
                    laying.start.in_full(),
                    laying.hours_week
                ),
                is_own: !laying.name.is_empty(),
                bookable: self.bookable_of_road(&path.id, None, now).len(),
                wants_branch: !path.branches.is_empty() && marks.chosen.is_none(),
            })
            .collect()
    }
}

fn pace(standing: &Standing) -> String {
    let planned = hours(standing.planned);
    let weeks = standing.weeks.len().min(8);
    if weeks == 0 {
        return format!(
            "The plan counts with {planned} a week. What you study is compared with it from the first whole week on."
        );
    }
    let studied: f64 = standing.weeks.iter().rev().take(weeks).sum();
    let mean = hours(studied / weeks as f64);
    let over = match weeks {
        1 => "in the last week".to_owned(),
        weeks => format!("a week over the last {weeks}"),
    };
    format!("You studied {mean} {over}; the plan counts with {planned} a week.")
}

fn tone(exam: &Outlook) -> &'static str {
    match exam.verdict {
        Verdict::OnTime => "good",
        Verdict::Tight | Verdict::NoHours | Verdict::Never => "plain",
        Verdict::Late(_) => "bad",
    }
}

fn verdict(exam: &Outlook) -> String {
    match exam.verdict {
        _ if exam.hours.is_some() && exam.left() <= 0.0 => "Its hours are done.".to_owned(),
        Verdict::NoHours => {
            "Say how many hours it takes, and you see whether there is time.".to_owned()
        }
        Verdict::OnTime => "On time.".to_owned(),
        Verdict::Tight => "More likely on time than not.".to_owned(),
        Verdict::Late(days) => format!("About {} late at this pace.", days_in_words(days)),
        Verdict::Never => "No hours yet to forecast from.".to_owned(),
    }
}

fn remedy_words(remedy: &Remedy, exam: &Outlook) -> String {
    match remedy {
        Remedy::Later(day) if exam.is_booked => format!("Book it for {}", day.in_full()),
        Remedy::Later(day) => format!("Move it to {}", day.in_full()),
        Remedy::Shift(days, others) => {
            let others = match others.len() {
                1 => "the exam after it".to_owned(),
                count => format!("the {count} exams after it"),
            };
            format!("Move it and {others} by {}", days_in_words(*days))
        }
        Remedy::More(minutes) => format!("Study {minutes} minutes more a day"),
        Remedy::PutOff(_, name, day) => format!("Put off {name} to {}", day.in_full()),
    }
}

fn alarm_words(alarm: &AlarmKind, today: Day) -> String {
    match alarm {
        AlarmKind::Sign(words) => words.clone(),
        AlarmKind::Retires {
            name,
            on,
            instead,
            is_too_late,
        } => {
            let last = if *on < today {
                format!("{name} can no longer be sat: it ended on {}.", on.in_full())
            } else if *is_too_late {
                format!(
                    "{name} ends on {}, before the day it has here. Sit it earlier, or leave it out.",
                    on.in_full()
                )
            } else {
                format!(
                    "{name} ends on {}. Sit it before, or leave it out.",
                    on.in_full()
                )
            };
            format!("{last} {instead}").trim().to_owned()
        }
        AlarmKind::Renew { name, passed, ends } => {
            let ends_on = ends.in_full();
            let passed = passed.in_full();
            if *ends < today {
                format!("{name}, passed on {passed}, ended on {ends_on}. It has to be earned anew.")
            } else {
                format!("{name}, passed on {passed}, ends on {ends_on}. Renew it before.")
            }
        }
        AlarmKind::Double { name, day } => format!(
            "{name} is on two of your paths. It is sat once, on {}, and counts for both.",
            day.in_full()
        ),
        AlarmKind::OutOfOrder(name) => {
            format!("{name} lies before an exam that it builds on. Move one of them.")
        }
    }
}
