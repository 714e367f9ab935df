//! The roadmap as an iCalendar file (RFC 5545), for any calendar program: exams, checkpoints, projects and phases as whole days,
//! reviews and study blocks as what comes again.
//!
//! Times are local to whoever reads them. Names (UID) follow from path and entry, so that a newer file takes the place of an older one.

use std::collections::BTreeMap;

use super::currency::{FEES, in_words};
use super::fact::{Ritual, Span};
use super::ical_text::{Lines, date, local, utc};
use super::lay::{Laid, doubles};
use super::money::Fee;
use super::own::Kind;
use crate::time::{Day, Moment};

/// A study block that is longer begins earlier, so that it ends by then, in minutes since midnight (tunable): ten in the evening.
const STUDY_ENDS: u16 = 22 * 60;

/// A study block begins then, in minutes since midnight (tunable): seven in the evening, after the reviews.
const STUDY_BEGINS: u16 = 19 * 60;

/// The last minute of a day.
const LAST_MINUTE: u16 = 24 * 60 - 1;

/// Codes of the weekdays, Monday first.
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Names of the weekdays in words.
const WEEKDAY_NAMES: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// What a calendar file is written from.
#[derive(Clone, Copy, Debug)]
pub struct Contents<'a> {
    /// Every entry of the roadmap.
    pub entries: &'a [Laid],
    /// Names of the paths by id.
    pub paths: &'a BTreeMap<String, String>,
    /// Fees and codes of the exams.
    pub fees: &'a [Fee],
    /// Minutes for studying on each weekday, Monday first.
    pub minutes: [u16; 7],
    /// Days on which nothing is studied, in order.
    pub days_off: &'a [Day],
    /// Today.
    pub today: Day,
    /// When it is written.
    pub at: Moment,
}

/// The text of the file; `None` if nothing is left to come, since a calendar must hold something.
pub fn calendar_file(of: &Contents) -> Option<String> {
    let mut file = File {
        of: *of,
        lines: Lines::default(),
        events: 0,
    };
    let lines = &mut file.lines;
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//Cairn//Roadmap 1//EN");
    lines.raw("CALSCALE", "GREGORIAN");
    // The name as RFC 7986 has it, and as programs knew it before.
    lines.text("NAME", "Cairn roadmap");
    lines.text("X-WR-CALNAME", "Cairn roadmap");
    file.entries();
    file.reviews();
    file.study();
    file.lines.raw("END", "VCALENDAR");
    (file.events > 0).then(|| file.lines.finish())
}

/// How often something comes again, and when it is.
struct Series<'a> {
    /// Its name within the file.
    uid: &'a str,
    summary: &'a str,
    description: &'a str,
    category: &'a str,
    first: Day,
    /// Minutes since midnight, and how many minutes it takes.
    begins: u16,
    takes: u16,
    /// RRULE without its end.
    rule: &'a str,
    /// The last day on which it may be.
    last: Day,
}

struct File<'a> {
    of: Contents<'a>,
    lines: Lines,
    events: usize,
}

impl File<'_> {
    fn open(&mut self, uid: &str, summary: &str, description: &str, category: &str) {
        self.events += 1;
        let lines = &mut self.lines;
        lines.raw("BEGIN", "VEVENT");
        lines.raw("UID", &format!("{uid}@roadmap.cairn"));
        lines.raw("DTSTAMP", &utc(self.of.at));
        lines.text("SUMMARY", summary);
        if !description.is_empty() {
            lines.text("DESCRIPTION", description);
        }
        lines.text("CATEGORIES", category);
    }

    /// What is still to be done. An exam that two paths want is there once; what is a time only is left out when it is over.
    fn entries(&mut self) {
        let of = self.of;
        let doubles = doubles(of.entries);
        for entry in of.entries.iter().filter(|entry| entry.is_open()) {
            let key = (entry.path.clone(), entry.id.clone());
            match entry.kind {
                Kind::Exam if !doubles.contains(&key) => self.exam(entry),
                Kind::Phase | Kind::Project | Kind::Checkpoint | Kind::Stage
                    if entry.span.to >= of.today =>
                {
                    self.span(entry);
                }
                _ => {}
            }
        }
    }

    fn exam(&mut self, entry: &Laid) {
        let (word, status) = match entry.booked {
            Some(_) => ("booked", "CONFIRMED"),
            None => ("planned", "TENTATIVE"),
        };
        let mut words = Vec::new();
        let of = |fee: &&Fee| fee.key == (entry.path.clone(), entry.id.clone());
        if let Some(fee) = self.of.fees.iter().find(of) {
            if !fee.codes.is_empty() {
                words.push(format!("Code: {}", fee.codes));
            }
            if let Some(cents) = fee.cents() {
                let paid = if fee.paid.is_some() { ", paid" } else { "" };
                words.push(format!("Fee: {}{paid}", in_words(FEES, cents)));
            }
        }
        if let Some(hours) = entry.hours {
            words.push(format!("Study planned: {hours} hours"));
        }
        words.extend(self.path(entry));
        let summary = format!("Exam: {} ({word})", entry.name);
        self.open(&uid(entry), &summary, &words.join("\n"), "Exam");
        self.lines.raw("STATUS", status);
        self.days(entry.span, "OPAQUE");
    }

    fn span(&mut self, entry: &Laid) {
        let mut words: Vec<String> = self.path(entry).into_iter().collect();
        if !entry.ticks.is_empty() {
            let all = entry.ticks.len();
            words.push(format!("{} of {all} ticked so far.", entry.ticked));
            words.extend(entry.ticks.iter().map(|tick| format!("• {}", tick.text)));
        }
        let summary = format!("{}: {}", entry.kind.word(), entry.name);
        self.open(&uid(entry), &summary, &words.join("\n"), entry.kind.word());
        // It says what a time is for and keeps nobody from an appointment.
        self.days(entry.span, "TRANSPARENT");
    }

    fn path(&self, entry: &Laid) -> Option<String> {
        let name = self.of.paths.get(&entry.path)?;
        Some(format!("Path: {name}"))
    }

    /// Whole days. The end is the day after the last one.
    fn days(&mut self, span: Span, transparency: &str) {
        let lines = &mut self.lines;
        lines.raw("DTSTART;VALUE=DATE", &date(span.from));
        lines.raw("DTEND;VALUE=DATE", &date(span.to.plus(1)));
        lines.raw("TRANSP", transparency);
        lines.raw("END", "VEVENT");
    }

    /// Each review until the roadmap ends.
    fn reviews(&mut self) {
        let open = self.of.entries.iter().filter(|entry| entry.is_open());
        let Some(last) = open.map(|entry| entry.span.to).max() else {
            return;
        };
        for ritual in Ritual::ALL {
            let (rule, begins, takes) = review(ritual);
            self.series(&Series {
                uid: &format!("review-{}", ritual.slug()),
                summary: ritual.name(),
                description: "Look back in Cairn, under Reviews: it has filled in what happened.",
                category: "Review",
                first: first_review(ritual, self.of.today),
                begins,
                takes,
                rule,
                last,
            });
        }
    }

    /// A block on each weekday with minutes, until the last exam; where there is none, until the roadmap ends.
    fn study(&mut self) {
        let of = self.of;
        let open = || of.entries.iter().filter(|entry| entry.is_open());
        let exams = open().filter(|entry| entry.kind == Kind::Exam);
        let last = exams.map(|exam| exam.span.to).max();
        let Some(last) = last.or_else(|| open().map(|entry| entry.span.to).max()) else {
            return;
        };
        for weekday in 0..7_u8 {
            let minutes = of.minutes[usize::from(weekday)].min(LAST_MINUTE);
            if minutes == 0 {
                continue;
            }
            let mut days =
                (0..).map(|week| of.today.plus(7 * week + days_until(weekday, of.today)));
            let is_on = |day: &Day| of.days_off.binary_search(day).is_err();
            // A series begins on a day that is in it.
            let Some(first) = days.find(|day| *day > last || is_on(day)) else {
                continue;
            };
            self.series(&Series {
                uid: &format!("study-{}", WEEKDAY_NAMES[usize::from(weekday)]),
                summary: &format!("Study {minutes} min"),
                description: "The minutes of your plan in Cairn. Move the block to the hour that suits you.",
                category: "Study",
                first,
                begins: STUDY_BEGINS.min(STUDY_ENDS.saturating_sub(minutes)),
                takes: minutes,
                rule: &format!("FREQ=WEEKLY;BYDAY={}", WEEKDAYS[usize::from(weekday)]),
                last,
            });
        }
    }

    fn series(&mut self, of: &Series) {
        if of.first > of.last {
            return;
        }
        self.open(of.uid, of.summary, of.description, of.category);
        let lines = &mut self.lines;
        lines.raw("DTSTART", &local(of.first, of.begins));
        lines.raw("DURATION", &format!("PT{}M", of.takes));
        let until = local(of.last, LAST_MINUTE);
        lines.raw("RRULE", &format!("{};UNTIL={until}", of.rule));
        if of.category == "Study" {
            let weekday = of.first.weekday();
            let days = self.of.days_off.iter();
            let off = days.filter(|day| day.weekday() == weekday);
            for day in off.filter(|day| **day > of.first && **day <= of.last) {
                lines.raw("EXDATE", &local(*day, of.begins));
            }
        }
        lines.raw("END", "VEVENT");
    }
}

fn uid(entry: &Laid) -> String {
    format!("{}.{}", entry.path, entry.id)
}

/// Days from a day on until a weekday, none if it is one.
fn days_until(weekday: u8, from: Day) -> i32 {
    (i32::from(weekday) - i32::from(from.weekday())).rem_euclid(7)
}

/// Rule, begin and minutes of a review (tunable). On a day with all three one follows the other.
fn review(ritual: Ritual) -> (&'static str, u16, u16) {
    match ritual {
        Ritual::Weekly => ("FREQ=WEEKLY;BYDAY=MO", 18 * 60, 30),
        Ritual::Monthly => ("FREQ=MONTHLY;BYMONTHDAY=1", 17 * 60, 60),
        Ritual::Quarterly => ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1", 16 * 60, 60),
    }
}

/// The first day from today on on which a review is held: that on which the next period begins, since the one before is whole then.
fn first_review(ritual: Ritual, today: Day) -> Day {
    let now = ritual.period(today);
    if now.from == today {
        today
    } else {
        ritual.after(now).from
    }
}
