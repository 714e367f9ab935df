//! The plan screen: exams, minutes, days off, and what to expect.

use super::super::content::Arrival;
use super::super::{App, Refused};
use crate::deck::id::TrackId;
use crate::deck::track::{Status, Track, TrackKind};
use crate::study::{Forecast, Gap, Load};
use crate::time::{Day, Stamp};

/// The plan screen.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanView {
    /// The list of tracks is on its way.
    pub loading: bool,
    /// The list of tracks, or the items of a booked one, did not come; why.
    pub failed: Option<String>,
    /// Exams that can be booked, and their day if they are.
    pub exams: Vec<ExamRow>,
    /// Minutes for each weekday, Monday first.
    pub minutes: [u16; 7],
    /// What comes due on the coming days, once it is worked out.
    pub coming: Option<Vec<Coming>>,
    /// Days off from today on, as `2026-12-24`.
    pub days_off: Vec<String>,
    /// Why the last date was not taken.
    pub refused: Option<&'static str>,
    /// What could not be stored, in words.
    pub save_error: Option<String>,
}

/// An exam that can be booked.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamRow {
    /// Its track.
    pub track: TrackId,
    /// Its name.
    pub name: String,
    /// The day it is booked for, as `2026-12-31`, and in words.
    pub day: Option<(String, String)>,
    /// What to expect on the day.
    pub outlook: Option<Outlook>,
    /// Minutes a day, on the average of the week.
    pub minutes: u16,
    /// Something that must be known first: items on their way, or an exam that ends.
    pub note: Option<String>,
}

/// What one of the coming days holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// The day, in words.
    pub day: String,
    /// Known items whose day it is.
    pub due: u32,
    /// About so many minutes for them.
    pub minutes: u32,
    /// Minutes that the learner has.
    pub planned: u32,
}

impl From<&Load> for Coming {
    fn from(load: &Load) -> Self {
        let minutes = |seconds: f64| (seconds / 60.0).round() as u32;
        Self {
            day: load.day.short(),
            due: load.due,
            minutes: minutes(load.seconds),
            planned: minutes(load.planned),
        }
    }
}

/// What to expect, in percent of the score by the blueprint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// Study days left, today included.
    pub days: usize,
    /// With no more study.
    pub as_is: u32,
    /// With the minutes planned.
    pub planned: u32,
    /// Minutes a day and percent.
    pub curve: Vec<(u16, u32)>,
    /// Days just missed, what they cost, and what brings it back, in words.
    pub gap: Option<String>,
}

/// Nobody is told that everything will be known.
fn percent(share: f64) -> u32 {
    (share * 100.0).round().clamp(0.0, 99.0) as u32
}

impl Outlook {
    /// Percent that so many minutes a day bring, by the straight line between the places of the curve.
    pub fn at(&self, minutes: u16) -> u32 {
        let above = self.curve.partition_point(|(at, _)| *at <= minutes);
        match (self.curve.get(above.wrapping_sub(1)), self.curve.get(above)) {
            (Some((from, low)), Some((to, high))) => {
                let part = f64::from(minutes - from) / f64::from(to - from);
                let rise = f64::from(*high) - f64::from(*low);
                (f64::from(*low) + rise * part).round() as u32
            }
            (Some((_, percent)), None) | (None, Some((_, percent))) => *percent,
            (None, None) => 0,
        }
    }
}

impl From<&Forecast> for Outlook {
    fn from(forecast: &Forecast) -> Self {
        let curve = forecast.curve.iter();
        Self {
            days: forecast.exam.left,
            as_is: percent(forecast.as_is),
            planned: percent(forecast.planned),
            curve: curve
                .map(|(minutes, share)| (*minutes, percent(*share)))
                .collect(),
            gap: forecast.gap.as_ref().map(gap_of),
        }
    }
}

/// Days that were missed, what they cost, and what brings it back.
pub(super) fn gap_of(gap: &Gap) -> String {
    let days = match gap.days {
        1 => "You missed a study day.".to_owned(),
        days => format!("You missed {days} study days in a row."),
    };
    let points = percent(gap.cost);
    if points == 0 {
        return format!("{days} Your minutes make up for it.");
    }
    let points = match points {
        1 => "a point".to_owned(),
        points => format!("{points} points"),
    };
    let minutes = match gap.minutes {
        1 => "one minute more a day brings".to_owned(),
        minutes => format!("{minutes} minutes more a day bring"),
    };
    format!("{days} That costs about {points} on the day; {minutes} it back.")
}

impl App {
    /// An exam with its booking, and what to expect of it.
    pub(super) fn exam_row(&self, track: &Track, now: Stamp) -> ExamRow {
        let today = self.history.day(now);
        let mut exams = self.history.exams();
        let day = exams.find(|(id, _)| **id == track.id).map(|(_, day)| day);
        let forecast = self
            .forecasts()
            .iter()
            .find(|forecast| forecast.exam.track == track.id);
        let here = self.library.of_deck(track.id.as_str()).next().is_some();
        let note = match day {
            Some(day) if day < today => {
                Some("This day is gone. Choose another, or take it back.".to_owned())
            }
            Some(day) if day == today => Some("The exam is today. Good luck!".to_owned()),
            Some(day) => match &track.status {
                Status::Retiring { on, .. } if Day::parse(on).is_some_and(|on| day > on) => {
                    Some(format!(
                        "This exam ends on {on}, before the day you chose. Book an earlier day, or look for what follows it."
                    ))
                }
                _ if !here => Some("The items are on their way.".to_owned()),
                _ if forecast.is_none() => Some("Working out what to expect…".to_owned()),
                _ => None,
            },
            None => None,
        };
        let settings = self.history.settings();
        let week: u32 = (0..7).map(|day| u32::from(settings.minutes(day))).sum();
        ExamRow {
            track: track.id.clone(),
            name: track.short.clone(),
            day: day.map(|day| (day.to_string(), day.short())),
            outlook: forecast.filter(|_| here).map(Outlook::from),
            minutes: (week / 7) as u16,
            note,
        }
    }

    /// Days off from today on, as `2026-12-24`.
    pub(super) fn days_off(&self, now: Stamp) -> Vec<String> {
        let today = self.history.day(now);
        let days = self.history.days_off();
        days.filter(|day| *day >= today)
            .map(|day| day.to_string())
            .collect()
    }

    /// The plan screen.
    pub fn plan_view(&self, now: Stamp) -> PlanView {
        let booked = |track: &TrackId| self.history.exams().any(|(id, _)| id == track);
        let tracks = self.library.tracks().iter();
        let exams = tracks.filter(|track| track.kind == TrackKind::Exam);
        let exams = exams.map(|track| self.exam_row(track, now));
        let settings = self.history.settings();
        let packs = self.content.packs.iter();
        let of_booked = packs.filter(|(id, _)| booked(id));
        let mut arrivals = of_booked.map(|(_, pack)| &pack.arrival);
        PlanView {
            loading: self.content.index == Arrival::Fetching,
            failed: self
                .content
                .index
                .failed()
                .or_else(|| arrivals.find_map(Arrival::failed)),
            exams: exams.collect(),
            minutes: std::array::from_fn(|weekday| settings.minutes(weekday as u8)),
            coming: self
                .coming()
                .map(|loads| loads.iter().map(Coming::from).collect()),
            days_off: self.days_off(now),
            refused: self.refused().map(Refused::words),
            save_error: self.save_error().map(ToString::to_string),
        }
    }
}
