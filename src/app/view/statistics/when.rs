//! The chapters about when is studied: day by day, the calendar, hours, weekdays.

use std::collections::BTreeMap;

use super::compare::{Compared, compared};
use super::drawing::{self, Bars, Drawing, Month, Scale, ShareColumn, month_of};
use super::memory::{floor, judged, recall_cells};
use super::{Cell, Chapter, Material, Section, Sheet, words};
use crate::statistics::{DayFigures, Recall};
use crate::time::{Day, WEEKDAYS};

/// The calendar goes back so many days: a year and the days that are needed to begin with a month.
const CALENDAR_DAYS: i32 = 366;

/// How dark a square is: by how much of the minutes that the day has they are, as on the start page.
fn shade(ms: u64, planned: f64) -> u8 {
    let share = ms as f64 / 1_000.0 / planned.max(60.0);
    match share {
        _ if ms == 0 => 0,
        ..0.5 => 1,
        ..1.0 => 2,
        _ => 3,
    }
}

impl Material<'_> {
    pub(super) fn time(&self) -> Section {
        let figures = self.figures;
        let step = i32::from(figures.growth.step);
        // The same steps as those of what is known: each ends on one of its days.
        let ends: Vec<Day> = figures
            .growth
            .points
            .iter()
            .map(|point| point.day)
            .collect();
        let mut sums: Vec<DayFigures> = ends.iter().map(|day| nothing(*day)).collect();
        for of in &figures.days {
            let place = ends.partition_point(|end| *end < of.day);
            if let Some(sum) = sums.get_mut(place) {
                sum.answers += of.answers;
                sum.firsts += of.firsts;
                sum.again += of.again;
                sum.ms += of.ms;
            }
        }
        let heights: Vec<f64> = sums.iter().map(|sum| sum.ms as f64 / 60_000.0).collect();
        let begins = |end: Day| end.plus(1 - step).max(figures.first);
        let (title, first) = match step {
            1 => ("Time by day", "Day"),
            7 => ("Time by week", "Week from"),
            _ => ("Time over the months", "From"),
        };
        let rows = sums.iter().map(|sum| {
            let mut row = cells(sum);
            row[0] = Cell::day(begins(sum.day));
            row
        });
        let (first_day, last) = (figures.first, figures.last);
        Section {
            chapter: Chapter::Time,
            title,
            words: words::by_day(&figures.days, first_day, last, figures.ms),
            note: None,
            detail: None,
            drawing: (figures.answers > 0).then(|| {
                Drawing::Bars(Bars {
                    scale: Scale::to(heights.iter().copied().fold(0.0, f64::max)),
                    heights,
                    is_binned: false,
                    unit: "minutes",
                    labels: drawing::day_labels(&ends),
                })
            }),
            sheet: Sheet {
                head: vec![first, "Answers", "First time", "Forgotten", "Minutes"],
                file_only: Vec::new(),
                rows: rows.collect(),
            },
            links: Vec::new(),
        }
    }

    /// Every day of the period, also those on which nothing was answered.
    pub(super) fn every_day(&self) -> Sheet {
        let figures = self.figures;
        let known: BTreeMap<Day, &DayFigures> =
            figures.days.iter().map(|of| (of.day, of)).collect();
        let days = figures.last.since(figures.first);
        let rows = (0..=days).map(|step| {
            let day = figures.first.plus(step);
            known
                .get(&day)
                .map_or_else(|| cells(&nothing(day)), |of| cells(of))
        });
        Sheet {
            head: vec!["Day", "Answers", "First time", "Forgotten", "Minutes"],
            file_only: Vec::new(),
            rows: rows.collect(),
        }
    }

    pub(super) fn calendar(&self) -> Section {
        let figures = self.figures;
        let first = figures.first.max(figures.last.plus(1 - CALENDAR_DAYS));
        let known: BTreeMap<Day, u64> = figures.days.iter().map(|of| (of.day, of.ms)).collect();
        let mut months: Vec<(Day, u64, u32, Month)> = Vec::new();
        for step in 0..=figures.last.since(first) {
            let day = first.plus(step);
            let begin = day.month_begins();
            if months.last().is_none_or(|(of, ..)| *of != begin) {
                let name = month_of(begin);
                let days = Vec::new();
                months.push((begin, 0, 0, Month { name, days }));
            }
            let ms = known.get(&day).copied().unwrap_or(0);
            let planned = self.app.history.seconds_on(day);
            if let Some((begin, sum, studied, month)) = months.last_mut() {
                let place = i32::from(begin.weekday()) + day.since(*begin);
                *sum += ms;
                *studied += u32::from(ms > 0);
                month
                    .days
                    .push(((place / 7) as u8, day.weekday(), shade(ms, planned)));
            }
        }
        let sums: Vec<(Day, u64)> = months.iter().map(|(day, ms, ..)| (*day, *ms)).collect();
        let rows = months.iter().map(|(_, ms, studied, month)| {
            vec![
                Cell::text(month.name.clone()),
                Cell::count(*studied),
                Cell::minutes(*ms),
            ]
        });
        let rows = rows.collect();
        let steps = ["nothing", "some", "half of your minutes", "all of them"];
        Section {
            chapter: Chapter::Calendar,
            title: "The days you studied",
            words: words::calendar(&sums),
            note: None,
            detail: None,
            drawing: Some(Drawing::Calendar(
                months.into_iter().map(|(.., month)| month).collect(),
                steps.map(str::to_owned).to_vec(),
            )),
            sheet: Sheet {
                head: vec!["Month", "Days studied", "Minutes"],
                file_only: Vec::new(),
                rows,
            },
            links: Vec::new(),
        }
    }

    pub(super) fn hours(&self) -> Section {
        let named = self.figures.hours.iter().enumerate().map(|(hour, of)| {
            let name = format!("between {hour}:00 and {}:00", (hour + 1) % 24);
            (name, of.0, of.1)
        });
        let texts = Names {
            chapter: Chapter::Hours,
            title: "By hour of the day",
            one: "hour",
            head: "Hour",
            // One in three: there is no room for all.
            labels: |hour| match hour % 3 {
                0 => hour.to_string(),
                _ => String::new(),
            },
            rows: |hour| format!("{hour}:00"),
        };
        self.groups(&texts, &named.collect::<Vec<_>>())
    }

    pub(super) fn weekdays(&self) -> Section {
        let named = self.figures.weekdays.iter().zip(WEEKDAYS);
        let named = named.map(|(of, name)| (format!("on {name}s"), of.0, of.1));
        let texts = Names {
            chapter: Chapter::Weekdays,
            title: "By weekday",
            one: "weekday",
            head: "Weekday",
            labels: |day| WEEKDAYS[day][..2].to_owned(),
            rows: |day| WEEKDAYS[day].to_owned(),
        };
        self.groups(&texts, &named.collect::<Vec<_>>())
    }

    /// Groups of answers side by side: each as in a sentence, with all its answers and those that say something of memory.
    fn groups(&self, names: &Names, groups: &[(String, u32, Recall)]) -> Section {
        let column = |(place, (_, answers, recall)): (usize, &(String, u32, Recall))| ShareColumn {
            label: (names.labels)(place),
            answers: *answers,
            judged: judged(*recall),
        };
        let columns: Vec<ShareColumn> = groups.iter().enumerate().map(column).collect();
        let lowest = floor(columns.iter().filter_map(|column| column.judged));
        let row = |(place, (_, answers, recall)): (usize, &(String, u32, Recall))| {
            let mut row = vec![Cell::text((names.rows)(place)), Cell::count(*answers)];
            row.extend(recall_cells(*recall));
            row.push(Cell::share(recall.expected()));
            row
        };
        let one = names.one;
        Section {
            chapter: names.chapter,
            title: names.title,
            words: compared(&Compared { groups, one }),
            note: None,
            detail: None,
            drawing: (self.figures.answers > 0).then_some(Drawing::Shares(columns, lowest)),
            sheet: Sheet {
                head: vec![
                    names.head,
                    "Answers",
                    "Asked again",
                    "Remembered",
                    "From",
                    "To",
                    "Predicted",
                ],
                file_only: vec![4, 5],
                rows: groups.iter().enumerate().map(row).collect(),
            },
            links: Vec::new(),
        }
    }
}

/// What groups are called.
struct Names {
    chapter: Chapter,
    title: &'static str,
    /// One of them, in a sentence.
    one: &'static str,
    /// Above their names in the table.
    head: &'static str,
    /// Below them in the picture, by their place.
    labels: fn(usize) -> String,
    /// In the rows of the table.
    rows: fn(usize) -> String,
}

fn nothing(day: Day) -> DayFigures {
    DayFigures {
        day,
        answers: 0,
        firsts: 0,
        again: 0,
        ms: 0,
    }
}

fn cells(of: &DayFigures) -> Vec<Cell> {
    vec![
        Cell::day(of.day),
        Cell::count(of.answers),
        Cell::count(of.firsts),
        Cell::count(of.again),
        Cell::minutes(of.ms),
    ]
}
