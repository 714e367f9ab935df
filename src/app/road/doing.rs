//! What the learner does on the roadmap, checked and made into facts.

use super::super::{App, Effect, Route};
use super::{Export, Refusal, RoadPage};
use crate::review::{FactId, Setting, What};
use crate::roadmap::exams::Remedy;
use crate::roadmap::lay::Laid;
use crate::roadmap::{Entry, Evidence, Laying, RoadFact, Span};
use crate::time::{Day, Stamp, days_in_words};

/// A start may lie so far away, in days: ten years.
const FAR_DAYS: i32 = 3_660;

/// Hours of a week.
const WEEK_HOURS: u16 = 168;

/// Something on the roadmap. Days are as they were entered, `2026-12-31`; the first text is the path, the second the entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Roading {
    /// The list of paths came, or did not.
    PathsFetched(Result<Vec<u8>, String>),
    /// A path came, or did not.
    PathFetched(String, Result<Vec<u8>, String>),
    /// What did not come shall be tried again.
    Retried,
    /// A path shall be laid from this day, with so many hours a week, beginning in this month of it.
    Laid {
        /// The path.
        path: String,
        /// The day.
        start: String,
        /// Hours a week.
        hours: u16,
        /// The first month.
        month: u16,
    },
    /// A path of the learner's own shall be begun: its name, day, hours a week.
    Begun(String, String, u16),
    /// A path shall be taken off the roadmap.
    Lifted(String),
    /// An entry shall be moved by so many days.
    MovedBy(String, String, i32),
    /// An entry shall be on these days.
    MovedTo(String, String, String, String),
    /// An entry shall be where the path has it.
    MovedBack(String, String),
    /// Something was done on this day, with a note and a link.
    Ticked(String, String, String, String, String),
    /// It was not done after all.
    Unticked(String, String),
    /// How well the learner meets something, 0 to 3.
    Rated(String, String, u8),
    /// One of a path's branches was chosen, or none.
    Chosen(String, Option<String>),
    /// An entry was written: path, entry, first and last day.
    Entered(String, Entry, String, String),
    /// An entry is not wanted (true), or wanted again.
    Dropped(String, String, bool),
    /// An amount is this much, or as the path has it.
    Priced(String, String, Option<u32>),
    /// So many minutes were studied outside of Cairn, on this day.
    Studied(String, String, String, u16),
    /// The exams of the roadmap that are to be sat shall be booked: all of a path, or one of them.
    Booked(String, Option<String>),
    /// An exam shall be brought on time so.
    Remedied((String, String), Remedy),
    /// The roadmap is wanted as a file.
    Exported(Export),
    /// What was done last shall be taken back.
    TakenBack,
    /// The word about what was done last is not needed any more.
    Acknowledged,
}

impl App {
    pub(in crate::app) fn roading(&mut self, event: Roading, now: Stamp) -> Vec<Effect> {
        match event {
            Roading::PathsFetched(result) => {
                let mut effects = self.paths_fetched(result);
                effects.extend(self.paths_arrived(now));
                return effects;
            }
            Roading::PathFetched(id, result) => {
                self.path_fetched(id, result);
                return self.paths_arrived(now);
            }
            Roading::Exported(export) => return self.road_exported(export, now),
            Roading::Retried => return self.paths_retried(),
            Roading::Acknowledged => {
                self.road.undo = None;
                return Vec::new();
            }
            Roading::TakenBack => return self.road_taken_back(now),
            _ => {}
        }
        self.road.refused = None;
        match self.road_facts(event, now) {
            Ok((facts, words)) => self.do_on_road(facts, words, now),
            Err(refusal) => {
                self.road.refused = Some(refusal);
                Vec::new()
            }
        }
    }

    /// Records facts that can be taken back together.
    pub(in crate::app) fn do_on_road(
        &mut self,
        facts: Vec<What>,
        words: String,
        now: Stamp,
    ) -> Vec<Effect> {
        if facts.is_empty() || self.pending.is_some() {
            return Vec::new();
        }
        let leads = facts.iter().any(is_laid);
        let numbers = (self.next_number..).take(facts.len());
        let writer = self.writer;
        let ids = numbers.map(|number| FactId { writer, number }).collect();
        self.road.undo = Some((ids, words));
        self.road.leads = leads;
        let mut effects = self.record_all(facts, now);
        if leads {
            effects.push(Effect::Go(Route::Road(RoadPage::default())));
        }
        effects
    }

    fn road_taken_back(&mut self, now: Stamp) -> Vec<Effect> {
        if self.pending.is_some() {
            return Vec::new();
        }
        let Some((ids, _)) = self.road.undo.take() else {
            return Vec::new();
        };
        self.record_all(ids.into_iter().map(What::Undone).collect(), now)
    }

    /// The facts of what was done, and what it was in words.
    fn road_facts(&self, event: Roading, now: Stamp) -> Result<(Vec<What>, String), Refusal> {
        let today = self.history.day(now);
        let (fact, words) = match event {
            Roading::Laid {
                path,
                start,
                hours,
                month,
            } => {
                let months = self.path(&path).map_or(u16::MAX, |path| path.months);
                if month < 1 || month > months {
                    return Err(Refusal::NoMonth(months));
                }
                let laying = laying(&start, hours, month, String::new(), today)?;
                (RoadFact::Laid(path, laying), "The path was laid.")
            }
            Roading::Begun(name, start, hours) => {
                let name = name.trim().to_owned();
                if name.is_empty() {
                    return Err(Refusal::NoName);
                }
                let laying = laying(&start, hours, 1, name, today)?;
                (
                    RoadFact::Laid(self.own_path_id(), laying),
                    "Your path was begun.",
                )
            }
            Roading::Lifted(path) => (
                RoadFact::Lifted(path),
                "The path was taken off the roadmap.",
            ),
            Roading::MovedBy(path, id, days) => {
                let Some(entry) = self.road_entry(&path, &id, now) else {
                    return Ok((Vec::new(), String::new()));
                };
                return Ok(self.moved(&path, &id, entry.span.plus(days)));
            }
            Roading::MovedTo(path, id, from, to) => {
                let span = span(&from, &to)?;
                return Ok(self.moved(&path, &id, span));
            }
            Roading::MovedBack(path, id) => (
                RoadFact::Moved(path, id, None),
                "It is where the path has it.",
            ),
            Roading::Ticked(path, id, day, note, link) => {
                let evidence = evidence(&day, &note, &link, today)?;
                (RoadFact::Ticked(path, id, Some(evidence)), "Ticked.")
            }
            Roading::Unticked(path, id) => (RoadFact::Ticked(path, id, None), "Unticked."),
            Roading::Rated(path, id, rating) => (RoadFact::Rated(path, id, rating), "Noted."),
            Roading::Chosen(path, branch) => (RoadFact::Chosen(path, branch), "Chosen."),
            Roading::Entered(path, entry, from, to) => {
                if entry.name.trim().is_empty() {
                    return Err(Refusal::NoName);
                }
                let span = span(&from, &to)?;
                let entry = Entry { span, ..entry };
                (RoadFact::Entered(path, entry), "The entry was written.")
            }
            Roading::Dropped(path, id, true) => (
                RoadFact::Dropped(path, id, true),
                "The entry was taken off the roadmap.",
            ),
            Roading::Dropped(path, id, false) => {
                (RoadFact::Dropped(path, id, false), "The entry is back.")
            }
            Roading::Priced(path, id, amount) => (RoadFact::Priced(path, id, amount), "Noted."),
            Roading::Studied(path, id, day, minutes) => {
                let evidence = evidence(&day, "", "", today)?;
                if minutes == 0 {
                    return Err(Refusal::NoHours);
                }
                let fact = RoadFact::Studied(path, id, evidence.day, minutes);
                (fact, "The time was noted.")
            }
            Roading::Booked(path, id) => return Ok(self.book_of_road(&path, id.as_deref(), now)),
            Roading::Remedied(key, remedy) => return Ok(self.remedied(&key, remedy)),
            _ => return Ok((Vec::new(), String::new())),
        };
        Ok((vec![What::Road(fact.to_text())], words.to_owned()))
    }

    /// An entry on other days. An exam that is booked is booked for the other day.
    fn moved(&self, path: &str, id: &str, span: Span) -> (Vec<What>, String) {
        let fact = RoadFact::Moved(path.to_owned(), id.to_owned(), Some(span));
        let mut facts = vec![What::Road(fact.to_text())];
        let entries = self.laid_entries();
        let entry = entries.iter().find(|of| of.path == path && of.id == id);
        let mut words = "Moved.".to_owned();
        if let Some((entry, track)) = entry.and_then(|of| Some((of, of.tracks.first()?)))
            && entry.booked.is_some()
        {
            facts.push(What::Booked(track.clone(), Some(span.to)));
            words = format!("Moved, and booked for {}.", span.to.short());
        }
        (facts, words)
    }

    /// Books the exams of a path that are still to be sat and have a day to come, or one of them.
    fn book_of_road(&self, path: &str, id: Option<&str>, now: Stamp) -> (Vec<What>, String) {
        let facts: Vec<What> = self
            .bookable_of_road(path, id, now)
            .into_iter()
            .map(|(track, day)| What::Booked(track, Some(day)))
            .collect();
        let words = match facts.len() {
            1 => "The exam is booked in your plan.".to_owned(),
            count => format!("{count} exams are booked in your plan."),
        };
        (facts, words)
    }

    fn remedied(&self, key: &(String, String), remedy: Remedy) -> (Vec<What>, String) {
        match remedy {
            Remedy::Later(day) => self.moved(&key.0, &key.1, Span::on(day)),
            Remedy::Shift(days, others) => {
                let entries = self.laid_entries();
                let mut facts = Vec::new();
                for (path, id) in std::iter::once(key).chain(&others) {
                    let of = |entry: &&Laid| entry.path == *path && entry.id == *id;
                    if let Some(entry) = entries.iter().find(of) {
                        facts.extend(self.moved(path, id, entry.span.plus(days)).0);
                    }
                }
                (facts, format!("Moved by {}.", days_in_words(days)))
            }
            Remedy::PutOff(other, _, day) => self.moved(&other.0, &other.1, Span::on(day)),
            Remedy::More(minutes) => {
                let settings = self.history.settings();
                let is_idle = (0..7).all(|day| settings.minutes(day) == 0);
                let days = (0..7).filter(|day| is_idle || settings.minutes(*day) > 0);
                let more = days.map(|day| {
                    let minutes = settings.minutes(day).saturating_add(minutes).min(1_440);
                    What::Set(Setting::Minutes(day, minutes))
                });
                (
                    more.collect(),
                    format!("{minutes} minutes more on each study day."),
                )
            }
        }
    }

    /// A name for a path of the learner's own that none has.
    fn own_path_id(&self) -> String {
        free("own", |id| self.road.roads.marks(id).is_none())
    }
}

fn is_laid(fact: &What) -> bool {
    match fact {
        What::Road(text) => matches!(RoadFact::of(text), Some(RoadFact::Laid(..))),
        _ => false,
    }
}

/// The first of `stem-1`, `stem-2` and so on that is free.
pub(in crate::app) fn free(stem: &str, is_free: impl Fn(&str) -> bool) -> String {
    let mut number = 1_u32;
    loop {
        let id = format!("{stem}-{number}");
        if is_free(&id) {
            return id;
        }
        number += 1;
    }
}

fn laying(
    start: &str,
    hours: u16,
    month: u16,
    name: String,
    today: Day,
) -> Result<Laying, Refusal> {
    let start = Day::parse(start).ok_or(Refusal::NoDate)?;
    if today.since(start) > FAR_DAYS {
        return Err(Refusal::LongAgo);
    }
    if start.since(today) > FAR_DAYS {
        return Err(Refusal::FarAhead);
    }
    if hours == 0 {
        return Err(Refusal::NoHours);
    }
    if hours > WEEK_HOURS {
        return Err(Refusal::TooManyHours);
    }
    Ok(Laying {
        start,
        hours_week: hours,
        first_month: month,
        name,
    })
}

fn span(from: &str, to: &str) -> Result<Span, Refusal> {
    let from = Day::parse(from).ok_or(Refusal::NoDate)?;
    let to = Day::parse(to).ok_or(Refusal::NoDate)?;
    if to < from {
        return Err(Refusal::Backwards);
    }
    Ok(Span { from, to })
}

fn evidence(day: &str, note: &str, link: &str, today: Day) -> Result<Evidence, Refusal> {
    let day = Day::parse(day).ok_or(Refusal::NoDate)?;
    if day > today {
        return Err(Refusal::NotYet);
    }
    let link = link.trim().to_owned();
    let is_link = link.starts_with("https://") || link.starts_with("http://");
    if !(link.is_empty() || is_link) {
        return Err(Refusal::NoLink);
    }
    Ok(Evidence {
        day,
        note: note.trim().to_owned(),
        link,
    })
}
