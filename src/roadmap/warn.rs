//! What goes wrong, told when it can be seen: the warnings of the paths, and exams that retire or need renewal.

use super::exams::{Hours, Outlook, out_of_order};
use super::fact::{Ritual, Span};
use super::lay::{Laid, doubles};
use super::own::Kind;
use super::path::Path;
use super::rhythm::Sign;
use super::roads::Roads;
use crate::deck::track::{Status, Track};
use crate::time::Day;

/// An exam that retires is told of so many days before its last day, if it is on the roadmap (tunable).
const RETIRES_DAYS: i32 = 365;

/// A certificate that ends is told of so many days before (tunable).
const RENEWS_DAYS: i32 = 120;

/// Weeks over which a lack of hours is judged.
const SLACK_WEEKS: usize = 4;

/// Something that the learner should know.
#[derive(Clone, Debug, PartialEq)]
pub struct Alarm {
    /// What it is about: the path, and the entry where it is about one.
    pub key: (String, Option<String>),
    /// What it is.
    pub what: AlarmKind,
}

/// What an alarm is about.
#[derive(Clone, Debug, PartialEq)]
pub enum AlarmKind {
    /// A warning of the path whose sign can be seen.
    Sign(String),
    /// The exam's last day, and what comes instead; whether it is sat only after that day.
    Retires {
        /// The exam.
        name: String,
        /// Its last day.
        on: Day,
        /// What to do instead, as the track says it.
        instead: String,
        /// Whether the roadmap has it after its last day.
        is_too_late: bool,
    },
    /// A certificate that was earned ends.
    Renew {
        /// The exam.
        name: String,
        /// When it was passed.
        passed: Day,
        /// When it ends.
        ends: Day,
    },
    /// Two paths want it: it is sat once, on the earlier day.
    Double {
        /// The exam.
        name: String,
        /// When it is sat.
        day: Day,
    },
    /// It comes before an exam that it should follow.
    OutOfOrder(String),
}

/// What the signs are read from.
#[derive(Clone, Copy, Debug)]
pub struct Signs<'a> {
    /// Every entry of every path.
    pub entries: &'a [Laid],
    /// The exams that are to be sat.
    pub outlooks: &'a [Outlook],
    /// Time studied.
    pub hours: &'a Hours,
    /// Hours a week that are planned.
    pub planned: f64,
    /// What was done.
    pub roads: &'a Roads,
    /// Today.
    pub today: Day,
}

impl Signs<'_> {
    /// Every alarm of one path.
    pub fn of_path(&self, path: &Path) -> Vec<Alarm> {
        let warnings = path.warnings.iter();
        let seen =
            warnings.filter(|warning| warning.when.is_some_and(|sign| self.sees(path, sign)));
        let alarm = |text: &String| Alarm {
            key: (path.id.clone(), None),
            what: AlarmKind::Sign(text.clone()),
        };
        seen.map(|warning| alarm(&warning.text)).collect()
    }

    fn sees(&self, path: &Path, sign: Sign) -> bool {
        let of_path = || self.entries.iter().filter(|entry| entry.path == path.id);
        let begun = || {
            let laid = self.roads.laid();
            laid.into_iter()
                .find(|(id, ..)| *id == path.id)
                .map(|(_, laying, _)| laying.start)
        };
        match sign {
            Sign::Lingering { months } => {
                let stages = || of_path().filter(|entry| entry.kind == Kind::Stage);
                // The learner is at the first stage that is not done, since the one before it was, or since it began.
                let now = stages().find(|stage| stage.is_open());
                now.is_some_and(|now| {
                    let before = stages().filter(|stage| stage.planned < now.planned);
                    let since = before.filter_map(|stage| stage.done).max();
                    self.today > since.unwrap_or(now.planned.from).plus_months(months)
                })
            }
            Sign::ManyExams { count } => {
                let is_under_way = |exam: &&Outlook| exam.is_booked || exam.done > 1.0;
                self.outlooks.iter().filter(is_under_way).count() >= usize::from(count)
            }
            Sign::NoProject { exams } => {
                let done = |kind: Kind| {
                    of_path()
                        .filter(|entry| entry.kind == kind && entry.done.is_some())
                        .count()
                };
                done(Kind::Exam) >= usize::from(exams) && done(Kind::Project) == 0
            }
            Sign::Slack { percent } => {
                let weeks = &self.hours.weeks;
                weeks.len() >= SLACK_WEEKS && self.planned > 0.0 && {
                    let studied: f64 = weeks[weeks.len() - SLACK_WEEKS..].iter().sum();
                    studied < self.planned * SLACK_WEEKS as f64 * f64::from(percent) / 100.0
                }
            }
            Sign::NoReview { weeks } => {
                let held = self.roads.reviews().rev();
                let mut held = held.filter(|(_, review)| review.ritual == Ritual::Weekly);
                let since = held.next().map(|(_, review)| review.period.to).or(begun());
                since.is_some_and(|since| self.today.since(since) > 7 * i32::from(weeks))
            }
        }
    }

    /// Exams that retire, certificates that end, exams in the wrong order.
    pub fn of_exams<'t>(&self, track: impl Fn(&str) -> Option<&'t Track>) -> Vec<Alarm> {
        let mut found = Vec::new();
        let wrong = out_of_order(self.entries);
        let doubles = doubles(self.entries);
        for entry in self.entries.iter().filter(|e| e.kind == Kind::Exam) {
            let key = (entry.path.clone(), Some(entry.id.clone()));
            if wrong.contains(&(entry.path.clone(), entry.id.clone())) {
                found.push(Alarm {
                    key: key.clone(),
                    what: AlarmKind::OutOfOrder(entry.name.clone()),
                });
            }
            if entry.is_open() && doubles.contains(&(entry.path.clone(), entry.id.clone())) {
                let same = |other: &&Laid| {
                    other.kind == Kind::Exam && other.tracks.first() == entry.tracks.first()
                };
                let day = self.entries.iter().filter(same).map(|of| of.span.to).min();
                found.push(Alarm {
                    key: key.clone(),
                    what: AlarmKind::Double {
                        name: entry.name.clone(),
                        day: day.unwrap_or(entry.span.to),
                    },
                });
                continue;
            }
            let Some(track) = entry.tracks.first().and_then(|id| track(id.as_str())) else {
                continue;
            };
            let alarm = if entry.is_open() {
                self.retires(entry, track)
            } else {
                self.renew(entry, track)
            };
            found.extend(alarm.map(|what| Alarm { key, what }));
        }
        found
    }

    fn retires(&self, entry: &Laid, track: &Track) -> Option<AlarmKind> {
        let Status::Retiring { on, note } = &track.status else {
            return None;
        };
        let on = Day::parse(on)?;
        let is_too_late = entry.span.to > on;
        let is_near = on.since(self.today) <= RETIRES_DAYS;
        (is_near || is_too_late).then(|| AlarmKind::Retires {
            name: entry.name.clone(),
            on,
            instead: note.clone(),
            is_too_late,
        })
    }

    fn renew(&self, entry: &Laid, track: &Track) -> Option<AlarmKind> {
        let passed = entry.done?;
        let ends = expires(passed, track)?;
        (ends.since(self.today) <= RENEWS_DAYS).then(|| AlarmKind::Renew {
            name: entry.name.clone(),
            passed,
            ends,
        })
    }
}

/// When a certificate that was earned on a day ends; `None`: never, or nobody says.
pub fn expires(passed: Day, track: &Track) -> Option<Day> {
    track
        .exam
        .valid_months
        .filter(|months| *months > 0)
        .map(|months| passed.plus_months(months))
}

/// The span of every entry together; `None` without any.
pub fn whole(entries: &[Laid]) -> Option<Span> {
    let from = entries.iter().map(|entry| entry.span.from).min()?;
    let to = entries.iter().map(|entry| entry.span.to).max()?;
    Some(Span { from, to })
}
