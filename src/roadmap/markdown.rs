//! The whole roadmap as Markdown: to keep, to send, to read anywhere.

use super::currency::{FEES, about, in_words, name};
use super::exams::{Outlook, Verdict};
use super::fact::{Evidence, Laying, Span};
use super::lay::Laid;
use super::markdown_text::{link, plain};
use super::money::{Costs, Fee, OnRoad};
use super::own::Kind;
use super::pace::Pace;
use super::path::{Path, Tick};
use super::roads::Marks;
use crate::time::Day;

/// What the document is written from.
#[derive(Clone, Copy, Debug)]
pub struct Contents<'a> {
    /// The paths that lie on the roadmap, in the order in which they are told.
    pub paths: &'a [OnRoad<'a>],
    /// Every entry of theirs, in the order of its days.
    pub entries: &'a [Laid],
    /// The exams that are still to be sat.
    pub exams: &'a [Outlook],
    /// How fast the learner is.
    pub pace: &'a Pace,
    /// Hours a week that are planned.
    pub planned: f64,
    /// What it costs.
    pub costs: &'a Costs,
    /// Today.
    pub today: Day,
}

/// The document.
pub fn markdown(of: &Contents) -> String {
    let mut text = format!("# Roadmap\n\nAs it stands on {}.\n", of.today.in_full());
    standing(&mut text, of);
    for (path, laying, marks) in of.paths {
        Part {
            path,
            laying,
            marks,
            entries: of.entries.iter().filter(|e| e.path == path.id).collect(),
            text: &mut text,
        }
        .write();
    }
    fees(&mut text, of.costs);
    text
}

/// The words for how an exam stands.
fn verdict(of: &Outlook) -> String {
    let days = |days: i32| if days == 1 { "day" } else { "days" };
    match of.verdict {
        Verdict::NoHours => "no hours known".to_owned(),
        Verdict::OnTime => "on time".to_owned(),
        Verdict::Tight => "just in time".to_owned(),
        Verdict::Late(late) => format!("{late} {} late", days(late)),
        Verdict::Never => "nothing is studied".to_owned(),
    }
}

fn standing(text: &mut String, of: &Contents) {
    if of.exams.is_empty() {
        return;
    }
    *text += "\n## How the exams stand\n\n";
    *text += &format!("Planned: {:.0} hours a week.", of.planned);
    if of.pace.weeks > 0 {
        *text += &format!(" At your pace: {:.1} hours a week.", of.pace.hours);
    }
    *text +=
        "\n\n| Exam | Day | Hours studied | Ready | Standing |\n| --- | --- | --- | --- | --- |\n";
    for exam in of.exams {
        let booked = if exam.is_booked { "booked" } else { "planned" };
        let hours = match exam.hours {
            Some(hours) => format!("{:.0} of {hours:.0}", exam.done),
            None => format!("{:.0}", exam.done),
        };
        let ready = exam.forecast.map_or_else(String::new, |ready| {
            let (early, late) = (ready.early.in_full(), ready.late.in_full());
            format!("{} ({early} to {late})", ready.day.in_full())
        });
        *text += &format!(
            "| {} | {}, {booked} | {hours} | {ready} | {} |\n",
            plain(&exam.name),
            exam.day.in_full(),
            verdict(exam)
        );
    }
}

/// One path.
struct Part<'a> {
    path: &'a Path,
    laying: &'a Laying,
    marks: &'a Marks,
    entries: Vec<&'a Laid>,
    text: &'a mut String,
}

impl Part<'_> {
    fn write(&mut self) {
        let (path, laying) = (self.path, self.laying);
        *self.text += &format!("\n## {}\n", plain(&path.name));
        if !path.about.is_empty() {
            *self.text += &format!("\n{}\n", plain(&path.about));
        }
        let hours = laying.hours_week;
        *self.text += &format!("\nFrom {}, {hours} hours a week.\n", laying.start.in_full());
        if let Some(branch) = self.branch() {
            *self.text += &format!("\nChosen: {}.\n", plain(&branch));
        }
        let sections = [
            (Kind::Phase, "Phases"),
            (Kind::Exam, "Exams"),
            (Kind::Project, "Projects"),
            (Kind::Checkpoint, "Checkpoints"),
            (Kind::Checklist, "Checklists"),
            (Kind::Stage, "Stages"),
        ];
        for (kind, heading) in sections {
            self.section(kind, heading);
        }
        self.scorecard();
    }

    fn branch(&self) -> Option<String> {
        let chosen = self.marks.chosen.as_ref()?;
        let mut branches = self.path.branches.iter();
        let branch = branches.find(|branch| branch.id == *chosen)?;
        Some(branch.name.clone())
    }

    fn section(&mut self, kind: Kind, heading: &str) {
        let entries: Vec<&Laid> = self
            .entries
            .iter()
            .copied()
            .filter(|e| e.kind == kind)
            .collect();
        if entries.is_empty() {
            return;
        }
        *self.text += &format!("\n### {heading}\n");
        for entry in entries {
            if matches!(kind, Kind::Phase | Kind::Exam | Kind::Project) {
                self.line(entry);
            } else {
                self.list(entry);
            }
        }
    }

    /// An entry as a line with a box, and below it what belongs to it.
    fn line(&mut self, entry: &Laid) {
        let mark = if entry.done.is_some() { 'x' } else { ' ' };
        let word = match (entry.is_passed, entry.booked, entry.kind) {
            (true, ..) => ", passed",
            (_, Some(_), _) => ", booked",
            (.., Kind::Exam) if entry.is_open() => ", planned",
            _ if entry.is_behind => ", before you began",
            _ => "",
        };
        *self.text += &format!(
            "\n- [{mark}] **{}**, {}{word}{}\n",
            plain(&entry.name),
            span(entry.span),
            self.evidence(&entry.id)
        );
        for detail in self.details(entry) {
            *self.text += &format!("  - {}\n", plain(&detail));
        }
        for tick in &entry.ticks {
            self.tick(tick, "  ");
        }
    }

    /// What the path says of a phase, an exam or a project.
    fn details(&self, entry: &Laid) -> Vec<String> {
        let path = self.path;
        let listed = |what: &str, all: &[String]| {
            (!all.is_empty()).then(|| format!("{what}: {}", all.join(", ")))
        };
        let phase = path.phases.iter().find(|of| of.id == entry.id);
        let project = path.projects.iter().find(|of| of.id == entry.id);
        let exam = path.exams.iter().find(|of| of.id == entry.id);
        let mut details = Vec::new();
        if let Some(phase) = phase {
            let hours = phase.hours_week;
            details.extend(hours.map(|hours| format!("{hours} hours a week in the path")));
            details.extend(phase.goals.iter().cloned());
        }
        if let Some(project) = project {
            details.extend(listed("Technologies", &project.technologies));
            details.extend(project.features.iter().cloned());
            details.extend(project.value.iter().map(|value| format!("Value: {value}")));
        }
        if entry.kind == Kind::Exam {
            details.extend(entry.hours.map(|hours| format!("{hours} hours of study")));
        }
        details.extend(exam.map(|exam| exam.note.clone()).filter(|n| !n.is_empty()));
        details
    }

    /// An entry with its own heading: a list of things to tick.
    fn list(&mut self, entry: &Laid) {
        let done = entry
            .done
            .map_or_else(String::new, |day| format!(", done on {}", day.in_full()));
        *self.text += &format!(
            "\n#### {}\n\n{}{done}{}\n\n",
            plain(&entry.name),
            span(entry.span),
            self.evidence(&entry.id)
        );
        for tick in &entry.ticks {
            self.tick(tick, "");
        }
    }

    fn tick(&mut self, tick: &Tick, indent: &str) {
        let is_done = self.marks.ticked.contains_key(&tick.id);
        let mark = if is_done { 'x' } else { ' ' };
        *self.text += &format!(
            "{indent}- [{mark}] {}{}\n",
            plain(&tick.text),
            self.evidence(&tick.id)
        );
    }

    /// What shows that something was done; empty where it was not ticked.
    fn evidence(&self, id: &str) -> String {
        let Some(Evidence {
            day,
            note,
            link: at,
        }) = self.marks.ticked.get(id)
        else {
            return String::new();
        };
        let mut words = format!(" – {}", day.in_full());
        if !note.is_empty() {
            words += &format!(": {}", plain(note));
        }
        if !at.is_empty() {
            words += &format!(" {}", link(at));
        }
        words
    }

    fn scorecard(&mut self) {
        if self.path.scorecard.is_empty() {
            return;
        }
        *self.text += "\n### Scorecard\n\n| Dimension | Meets | Exceeds | Your own word |\n| --- | --- | --- | --- |\n";
        for dimension in &self.path.scorecard {
            let rating = self.marks.rated.get(&dimension.id);
            *self.text += &format!(
                "| {} | {} | {} | {} |\n",
                plain(&dimension.name),
                plain(&dimension.meets),
                plain(&dimension.exceeds),
                rating.map_or("", |rating| rating_word(*rating))
            );
        }
    }
}

/// A rating in words: 0 not yet, 1 in part, 2 meets it, 3 exceeds it.
pub fn rating_word(rating: u8) -> &'static str {
    match rating {
        0 => "Not yet",
        1 => "In part",
        2 => "Meets it",
        _ => "Exceeds it",
    }
}

fn span(span: Span) -> String {
    if span.from == span.to {
        span.from.in_full()
    } else {
        format!("{} to {}", span.from.in_full(), span.to.in_full())
    }
}

fn fees(text: &mut String, costs: &Costs) {
    if !costs.fees.is_empty() {
        *text += "\n## Fees\n\n| Exam | Day | Fee | Paid |\n| --- | --- | --- | --- |\n";
        for fee in &costs.fees {
            *text += &fee_row(fee);
        }
    }
    for currency in costs.currencies() {
        let sum = costs.sum(currency);
        *text += &format!(
            "\nIn {}: fees paid {}, fees to come {}, other amounts to come {}.\n",
            name(currency),
            in_words(currency, sum.fees_paid),
            in_words(currency, sum.fees_to_come),
            about(currency, sum.others_to_come)
        );
    }
}

fn fee_row(fee: &Fee) -> String {
    let cents = fee.cents();
    let amount = cents.map_or("not known".to_owned(), |cents| in_words(FEES, cents));
    let then = if fee.then.is_empty() {
        String::new()
    } else {
        format!(" (the plan had {})", plain(&fee.then))
    };
    let paid = fee.paid.map_or_else(String::new, Day::in_full);
    let day = fee.day.in_full();
    format!(
        "| {} | {day} | {amount}{then} | {paid} |\n",
        plain(&fee.name)
    )
}
