//! The plan screen: exams, minutes, days off, and what to expect.

use super::super::content::Arrival;
use super::super::{App, Refused};
use crate::deck::id::TrackId;
use crate::deck::track::TrackKind;
use crate::study::{Forecast, Gap, Load};
use crate::time::Stamp;

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
#[derive(Clone, Debug, PartialEq, Eq)]
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
            gap: forecast.gap.as_ref().map(gap),
        }
    }
}

fn gap(gap: &Gap) -> String {
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
    /// The plan screen.
    pub fn plan_view(&self, now: Stamp) -> PlanView {
        let forecasts = self.forecasts();
        let today = self.history.day(now);
        let booked = |track: &TrackId| self.history.exams().find(|(id, _)| *id == track);
        let rows = self
            .library
            .tracks()
            .iter()
            .filter(|track| track.kind == TrackKind::Exam);
        let exams = rows.map(|track| {
            let day = booked(&track.id).map(|(_, day)| day);
            let forecast = forecasts.iter().find(|f| f.exam.track == track.id);
            let here = self.library.of_deck(track.id.as_str()).next().is_some();
            let note = match day {
                Some(day) if day < today => {
                    Some("This day is gone. Choose another, or take it back.".to_owned())
                }
                Some(day) if day == today => Some("The exam is today. Good luck!".to_owned()),
                Some(_) if !here => Some("The items are on their way.".to_owned()),
                Some(_) if forecast.is_none() => Some("Working out what to expect…".to_owned()),
                _ => None,
            };
            ExamRow {
                track: track.id.clone(),
                name: track.short.clone(),
                day: day.map(|day| (day.to_string(), day.short())),
                outlook: forecast.filter(|_| here).map(Outlook::from),
                note,
            }
        });
        let settings = self.history.settings();
        let packs = self.content.packs.iter();
        let of_booked = packs.filter(|(id, _)| booked(id).is_some());
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
            days_off: self
                .history
                .days_off()
                .filter(|day| *day >= today)
                .map(|day| day.to_string())
                .collect(),
            refused: self.refused().map(Refused::words),
            save_error: self.save_error().map(ToString::to_string),
        }
    }
}
