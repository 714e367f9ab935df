//! The report of a finished sitting.

use super::super::super::App;
use super::super::super::exams::entry::{restore, reveal};
use super::super::super::presentation::Presentation;
use super::super::super::session::Asking;
use super::super::QuestionView;
use super::room::beginning;
use super::setup::{kind_in_words, scoring_in_words};
use crate::deck::given::Drawn;
use crate::deck::item::Body;
use crate::deck::library::Ask;
use crate::deck::markup::{Block, blocks};
use crate::exam::{Decision, Report, Score, Sitting, Stage, asked};
use crate::review::{Ending, FormKind, Reason, Record};
use crate::study::Why;
use crate::time::Stamp;

/// A finished sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportView {
    /// Its day, in words.
    pub day: String,
    /// What it was, in words.
    pub form: String,
    /// The score; none: nothing counts.
    pub score: Option<ScoreView>,
    /// How it came to its end, where that is worth a word.
    pub ending: Option<String>,
    /// How it is scored.
    pub scoring: String,
    /// Minutes used, and allowed.
    pub minutes: (i64, Option<u32>),
    /// Taken up again so many times.
    pub resumed: u32,
    /// By domain.
    pub domains: Vec<DomainLine>,
    /// Median seconds of right and of wrong answers.
    pub times: (Option<u32>, Option<u32>),
    /// Answers changed from wrong to right, right to wrong, wrong to wrong.
    pub changes: (usize, usize, usize),
    /// Questions that did not count.
    pub unscored: usize,
    /// Questions that are another now or no longer in the deck, and count for nothing.
    pub withdrawn: usize,
    /// Questions that were changed or taken out since they were marked; they count as they did.
    pub changed: usize,
    /// Tasks that the learner has yet to mark.
    pub to_mark: Vec<TaskToMark>,
    /// Every question, in its place.
    pub rows: Vec<MissRow>,
    /// How many items the plan would get, misses and what belongs to them; 0: nothing was missed or all are wanted already.
    pub wanted: usize,
}

/// A score in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreView {
    /// As the vendor would write it: `743` or `78 %`.
    pub score: String,
    /// The pass mark, likewise.
    pub pass: String,
    /// The interval, likewise.
    pub interval: (String, String),
    /// On a scale of 0 to 1: from, at, to, and the pass mark.
    pub scale: (f64, f64, f64, f64),
    /// Whether it passes; none: it is no mock exam, and its score says nothing of one.
    pub passes: Option<bool>,
    /// What it comes to, in a word or two.
    pub verdict: String,
    /// What it means, in a sentence.
    pub words: String,
}

/// One domain.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainLine {
    /// Number and name.
    pub name: String,
    /// Percent of the exam.
    pub weight: u8,
    /// Questions.
    pub questions: usize,
    /// Percent right.
    pub percent: u32,
    /// Whether that is below the cut.
    pub is_below: bool,
}

/// A task that the learner marks against its checklist.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskToMark {
    /// Its place.
    pub place: usize,
    /// The situation.
    pub stem: Vec<Block>,
    /// A model solution.
    pub model: Vec<Block>,
    /// What was written during the exam.
    pub note: String,
    /// The checks, with their points.
    pub checks: Vec<(Vec<Block>, u8)>,
}

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Its answer was right.
    Right,
    /// Its answer was not.
    Wrong,
    /// It had none.
    Unanswered,
}

/// A question of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct MissRow {
    /// Its place.
    pub place: usize,
    /// How it begins.
    pub words: String,
    /// Right, wrong, or not answered.
    pub outcome: Outcome,
    /// Whether it counted.
    pub is_scored: bool,
    /// Seconds on it.
    pub seconds: u32,
    /// Whether it was marked to look at again.
    pub is_flagged: bool,
    /// The task that it belongs to.
    pub task: String,
    /// Why it was missed.
    pub reason: Option<Reason>,
    /// What the learner wrote beside it.
    pub note: String,
    /// The question with its answer; none: it is another now or gone.
    pub question: Option<QuestionView>,
}

impl App {
    pub(super) fn report_view(&self, sitting: &Sitting) -> ReportView {
        let empty = || ReportView {
            day: self.history.day(sitting.begun).short(),
            form: kind_in_words(sitting),
            score: None,
            ending: None,
            scoring: String::new(),
            minutes: (0, None),
            resumed: sitting.resumed,
            domains: Vec::new(),
            times: (None, None),
            changes: (0, 0, 0),
            unscored: 0,
            withdrawn: sitting.questions.len(),
            changed: 0,
            to_mark: Vec::new(),
            rows: Vec::new(),
            wanted: 0,
        };
        let Some(track) = self.library.track(sitting.form.track.as_str()) else {
            return empty();
        };
        let report = Report::of(sitting, &self.library, track);
        let cut = f64::from(track.exam.pass.raw_percent) / 100.0;
        let domains = report.domains.iter().map(|row| {
            let share = row.points.0 / row.points.1.max(1e-9);
            DomainLine {
                name: format!("{} {}", row.id, row.name),
                weight: row.weight,
                questions: row.questions,
                percent: (share * 100.0).round() as u32,
                is_below: share < cut,
            }
        });
        let is_new =
            |item: &&crate::deck::id::ItemId| !self.history.of(item).is_some_and(Record::is_wanted);
        ReportView {
            score: score_view(sitting, &report),
            ending: ending(sitting, &report),
            scoring: scoring_in_words(track),
            minutes: (
                sitting.used_ms(crate::time::Moment(i64::MAX)) / 60_000,
                sitting.form.seconds.map(|seconds| seconds.div_ceil(60)),
            ),
            domains: domains.collect(),
            times: (
                report.times.right.map(|s| s.round() as u32),
                report.times.wrong.map(|s| s.round() as u32),
            ),
            changes: (
                report.changes.gained,
                report.changes.lost,
                report.changes.neither,
            ),
            unscored: report.marks.iter().filter(|m| !m.is_scored).count(),
            withdrawn: report.withdrawn,
            changed: report.changed,
            to_mark: report
                .unmarked
                .iter()
                .filter_map(|place| self.task_to_mark(sitting, *place))
                .collect(),
            rows: report
                .marks
                .iter()
                .map(|m| self.miss_row(sitting, m))
                .collect(),
            wanted: self.related(sitting).iter().filter(is_new).count(),
            ..empty()
        }
    }

    fn task_to_mark(&self, sitting: &Sitting, place: usize) -> Option<TaskToMark> {
        let question = &sitting.questions[place];
        let ask = self.library.ask(&question.place.item)?;
        let Body::Case {
            stem,
            model,
            rubric,
        } = &ask.item.body
        else {
            return None;
        };
        Some(TaskToMark {
            place,
            stem: blocks(stem),
            model: blocks(model),
            note: question.response.note.clone(),
            checks: rubric.iter().map(|c| (blocks(&c.text), c.points)).collect(),
        })
    }

    fn miss_row(&self, sitting: &Sitting, marked: &crate::exam::Marked) -> MissRow {
        let place = marked.place;
        let question = &sitting.questions[place];
        let ask = asked(&self.library, &sitting.form, place, &question.place.item);
        let drawn = ask.as_ref().and_then(|(_, drawn)| *drawn);
        let ask = ask.as_ref().map(|(ask, _)| ask);
        let mut view = ask
            .filter(|_| !marked.is_kept)
            .map(|ask| self.answered_view(sitting, place, ask, drawn));
        MissRow {
            place,
            words: ask.map_or_else(
                || "No longer in the deck".to_owned(),
                |ask| beginning(ask.item.body.stem()),
            ),
            outcome: match (marked.is_answered, marked.got >= marked.of) {
                (false, _) => Outcome::Unanswered,
                (true, true) => Outcome::Right,
                (true, false) => Outcome::Wrong,
            },
            is_scored: marked.is_scored,
            seconds: question.response.ms / 1_000,
            is_flagged: question.response.is_flagged,
            task: view
                .as_mut()
                .and_then(|view| view.task.take())
                .unwrap_or_default(),
            reason: question.reason,
            note: question.response.note.clone(),
            question: view,
        }
    }

    /// A question of a sitting with what was answered and what would have been right.
    fn answered_view(
        &self,
        sitting: &Sitting,
        place: usize,
        ask: &Ask,
        drawn: Option<Drawn>,
    ) -> QuestionView {
        let question = &sitting.questions[place];
        let mut presentation = Presentation::of(ask, sitting.form.seed.wrapping_add(place as u64));
        let given = question.response.given.clone();
        restore(&mut presentation.attempt, given.as_ref());
        let asking = Asking {
            ask: ask.clone(),
            why: Why::Due,
            shown: Stamp::new(0, 0),
            presentation,
            drawn,
        };
        let reveal = reveal(&asking, given);
        let mut view = self.question(&asking, Some(&reveal), sitting.begun);
        view.key = format!("{}·{place}", question.place.item);
        view
    }
}

/// A score for a list.
pub(super) fn in_short(report: &Report) -> String {
    match (&report.decision, &report.score) {
        (Some(_), _) => match report.passes() {
            Some(true) => "Passed (illustrative)".to_owned(),
            _ => "Not passed (illustrative)".to_owned(),
        },
        (None, Some(score)) => format!(
            "{}, pass {}",
            at(score, score.share, 1),
            at(score, score.cut, 0)
        ),
        (None, None) => "Nothing that counts".to_owned(),
    }
}

/// A share as the vendor writes it: 0: the cut, 1: the score, 2 and 3: the ends of the interval.
fn at(score: &Score, share: f64, which: u8) -> String {
    match (&score.scaled, which) {
        (Some(scaled), 0) => scaled.pass.to_string(),
        (Some(scaled), 1) => scaled.score.to_string(),
        (Some(scaled), 2) => scaled.from.to_string(),
        (Some(scaled), _) => scaled.to.to_string(),
        (None, _) => format!("{:.0} %", share * 100.0),
    }
}

fn score_view(sitting: &Sitting, report: &Report) -> Option<ScoreView> {
    let is_mock = sitting.form.kind == FormKind::Mock;
    let percent = report.score.as_ref().map(|score| Score {
        scaled: score.scaled.filter(|_| is_mock),
        ..*score
    });
    let score = percent.as_ref()?;
    let passes = report.passes().unwrap_or(false);
    let scale = score.scaled.map_or(
        (score.interval.0, score.share, score.interval.1, score.cut),
        |s| {
            let (low, high) = (f64::from(s.scale.0), f64::from(s.scale.1));
            let of = |value: u16| (f64::from(value) - low) / (high - low);
            (of(s.from), of(s.score), of(s.to), of(s.pass))
        },
    );
    let words = match (score.interval.0 >= score.cut, score.interval.1 < score.cut) {
        (true, _) => "Even the low end of what this form can tell is above the mark.",
        (_, true) => "Even the high end of what this form can tell is below the mark.",
        _ => "One form cannot tell whether you would pass: the mark lies within the range.",
    };
    let is_estimate = score.is_estimate || report.decision.is_some();
    let verdict = match (is_mock, passes, is_estimate) {
        (false, ..) => "right",
        (true, true, false) => "Passed",
        (true, true, true) => "Would pass",
        (true, false, false) => "Not passed",
        (true, false, true) => "Would not pass",
    };
    let words = if is_mock {
        words
    } else {
        "Too little to speak of an exam; it counts as practice."
    };
    Some(ScoreView {
        score: at(score, score.share, 1),
        pass: at(score, score.cut, 0),
        interval: (
            at(score, score.interval.0, 2),
            at(score, score.interval.1, 3),
        ),
        scale,
        passes: is_mock.then_some(passes),
        verdict: verdict.to_owned(),
        words: words.to_owned(),
    })
}

fn ending(sitting: &Sitting, report: &Report) -> Option<String> {
    let asked = sitting.questions.len();
    let adaptive = report.decision.map(|(decision, _)| match decision {
        Decision::Confident(true) => {
            format!("It ended after {asked} questions: above the mark with 95 % confidence.")
        }
        Decision::Confident(false) => {
            format!("It ended after {asked} questions: below the mark with 95 % confidence.")
        }
        Decision::Longest(_) => {
            format!("It went the whole way of {asked} questions, and the last estimate decides.")
        }
        Decision::TimeUp(true) => {
            "It ended early, and every estimate of the last questions was above the mark."
                .to_owned()
        }
        Decision::TimeUp(false) | Decision::GoOn => {
            "It ended early: too few questions, or not all of the last ones above the mark."
                .to_owned()
        }
    });
    adaptive.or_else(|| {
        matches!(sitting.stage, Stage::Ended(Ending::TimeUp, _))
            .then(|| "The time ran out.".to_owned())
    })
}
