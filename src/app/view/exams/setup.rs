//! Which mock exams there are, and what one track offers.

use super::super::super::content::Arrival;
use super::super::super::{App, Route};
use crate::deck::id::TrackId;
use crate::deck::track::{ScoringModel, Track, TrackKind};
use crate::exam::Stage;
use crate::exam::{Pool, Report, Request, Sitting, assemble};
use crate::review::{Ending, FactId, Feedback, FormKind};
use crate::time::Stamp;

/// Every track with its mock exams.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamsView {
    /// Tracks, in the order in which people sit them.
    pub rows: Vec<ExamsRow>,
    /// The sittings, the last one first.
    pub sittings: Vec<SittingRow>,
    /// The list of tracks is on its way.
    pub loading: bool,
    /// It didn't come; why.
    pub failed: Option<String>,
}

/// One track.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamsRow {
    /// Its id.
    pub track: TrackId,
    /// Its name.
    pub name: String,
    /// Its form in words: `65 questions, 130 minutes`.
    pub form: String,
    /// Sittings that were finished.
    pub sat: usize,
}

/// One sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct SittingRow {
    /// Its name.
    pub id: FactId,
    /// Where it is shown.
    pub route: String,
    /// The track's name.
    pub track: String,
    /// What it is, in words: `Full mock, 65 questions`.
    pub form: String,
    /// Its day, in words.
    pub day: String,
    /// How it stands: open, given up, or its score.
    pub result: String,
    /// Whether it was passed, where it has a score.
    pub passed: Option<bool>,
    /// Whether it goes on.
    pub is_open: bool,
}

/// The mock exams of one track.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamSetup {
    /// The track.
    pub track: TrackId,
    /// Its name.
    pub name: String,
    /// Whether its questions are here.
    pub state: SetupState,
    /// The exam's form in words.
    pub form: String,
    /// How it is scored here, in words.
    pub scoring: String,
    /// Questions, and of those never seen.
    pub questions: (usize, usize),
    /// The full mock, or why not and what instead.
    pub full: Offer,
    /// What was missed last time or is flagged.
    pub missed: usize,
    /// What a learner can choose of.
    pub choices: Choices,
    /// A sitting that goes on.
    pub open: Option<SittingRow>,
    /// The sittings of this track, the last one first.
    pub sittings: Vec<SittingRow>,
    /// Why the last wish could not be met, and the longest form that could.
    pub refused: Option<(String, usize)>,
    /// Something could not be stored; why.
    pub save_error: Option<String>,
}

/// How far the screen is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetupState {
    /// The questions are on their way.
    Loading,
    /// They didn't come; why.
    Failed(String),
    /// There is no such track.
    Unknown,
    /// Here.
    Ready,
}

/// A full mock.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// As long as the exam: questions and minutes.
    Full(usize, u32),
    /// Too few questions for that: why, and the longest that keeps the proportions with its minutes; 0: none.
    Short(String, usize, u32),
}

/// What can be chosen for a form of one's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// Domains with their tasks.
    pub domains: Vec<DomainChoice>,
}

/// A domain, or a task of one.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainChoice {
    /// Its number.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its questions.
    pub questions: usize,
    /// Its tasks; empty for a task.
    pub tasks: Vec<DomainChoice>,
}

impl App {
    /// The list of mock exams.
    pub fn exams_view(&self, _now: Stamp) -> ExamsView {
        let sittings = Sitting::all(&self.history);
        let row = |track: &Track| ExamsRow {
            track: track.id.clone(),
            name: track.short.clone(),
            form: form_in_words(track),
            sat: sittings
                .iter()
                .filter(|s| s.form.track == track.id && s.is_finished())
                .count(),
        };
        let has_items = |track: &&Track| {
            self.content
                .packs
                .get(&track.id)
                .is_some_and(|pack| pack.items > 0)
        };
        ExamsView {
            rows: self
                .library
                .tracks()
                .iter()
                .filter(has_items)
                .map(row)
                .collect(),
            sittings: sittings
                .iter()
                .map(|sitting| self.sitting_row(sitting))
                .collect(),
            loading: self.content.index == Arrival::Fetching,
            failed: self.content.index.failed(),
        }
    }

    /// The screen of one track's mock exams; `None` on other screens.
    pub fn exam_setup(&self, _now: Stamp) -> Option<ExamSetup> {
        let Route::Exam(id) = &self.route else {
            return None;
        };
        let state = match self.content.packs.get(id).map(|pack| &pack.arrival) {
            Some(Arrival::Here) => SetupState::Ready,
            Some(Arrival::Failed(words)) => SetupState::Failed(words.clone()),
            Some(_) => SetupState::Loading,
            None if self.content.index == Arrival::Fetching => SetupState::Loading,
            None => match self.content.index.failed() {
                Some(words) => SetupState::Failed(words),
                None => SetupState::Unknown,
            },
        };
        let refused = self.exam.refused.as_ref().filter(|(of, ..)| of == id);
        let mut setup = ExamSetup {
            track: id.clone(),
            name: self.deck_name(id),
            state,
            form: String::new(),
            scoring: String::new(),
            questions: (0, 0),
            full: Offer::Short(String::new(), 0, 0),
            missed: 0,
            choices: Choices::default(),
            open: None,
            sittings: Vec::new(),
            refused: refused.map(|(_, words, longest)| (words.clone(), *longest)),
            save_error: self.save_error().map(ToString::to_string),
        };
        if let Some(track) = self
            .library
            .track(id.as_str())
            .filter(|_| setup.state == SetupState::Ready)
        {
            self.fill(&mut setup, track);
        }
        Some(setup)
    }

    fn fill(&self, setup: &mut ExamSetup, track: &Track) {
        let pool = Pool::of(&self.library, &self.history, track);
        let request = Request::mock(track);
        let minutes = |seconds: Option<u32>| seconds.unwrap_or(0).div_ceil(60);
        setup.full = match assemble(&pool, track, &request, 0) {
            Ok(form) => Offer::Full(usize::from(form.count), minutes(form.seconds)),
            Err(few) => {
                let shorter = Request {
                    count: few.longest,
                    ..request
                };
                let seconds = assemble(&pool, track, &shorter, 0)
                    .ok()
                    .and_then(|form| form.seconds);
                Offer::Short(few.to_string(), few.longest, minutes(seconds))
            }
        };
        setup.form = form_in_words(track);
        setup.scoring = scoring_in_words(track);
        setup.questions = (pool.candidates.len(), pool.unseen());
        setup.missed = pool.candidates.iter().filter(|of| of.is_marked).count();
        let of_task = |task: &str| pool.candidates.iter().filter(|of| of.task == task).count();
        let domains = track.domains.iter().map(|domain| {
            let tasks = domain.tasks.iter().map(|task| DomainChoice {
                id: task.id.clone(),
                name: task.name.clone(),
                questions: of_task(&task.id),
                tasks: Vec::new(),
            });
            let tasks: Vec<DomainChoice> = tasks.collect();
            DomainChoice {
                id: domain.id.clone(),
                name: domain.name.clone(),
                questions: tasks.iter().map(|task| task.questions).sum(),
                tasks,
            }
        });
        setup.choices.domains = domains.collect();
        let all = Sitting::all(&self.history);
        let mut of_track = all.iter().filter(|sitting| sitting.form.track == track.id);
        setup.open = of_track
            .clone()
            .find(|s| s.is_open())
            .map(|s| self.sitting_row(s));
        setup.sittings = of_track.by_ref().map(|s| self.sitting_row(s)).collect();
    }

    pub(in super::super) fn sitting_row(&self, sitting: &Sitting) -> SittingRow {
        let track = self.library.track(sitting.form.track.as_str());
        let is_here = self.is_here(&sitting.form.track);
        let report = track
            .filter(|_| sitting.is_finished() && is_here)
            .map(|track| Report::of(sitting, &self.library, track));
        let passed = report
            .as_ref()
            .and_then(Report::passes)
            .filter(|_| sitting.form.kind == FormKind::Mock);
        let result = match (sitting.stage, &report) {
            (Stage::Running(..) | Stage::Paused, _) => format!(
                "Open: {} of {} answered",
                sitting.answered(),
                sitting.form.count
            ),
            (Stage::Ended(Ending::Abandoned, _), _) => "Given up".to_owned(),
            (Stage::Ended(..), Some(report)) => super::report::in_short(report),
            (Stage::Ended(..), None) => "Handed in".to_owned(),
        };
        SittingRow {
            id: sitting.id,
            route: Route::Sitting(sitting.id).hash(),
            track: self.deck_name(&sitting.form.track),
            form: kind_in_words(sitting),
            day: self.history.day(sitting.begun).short(),
            result,
            passed,
            is_open: sitting.is_open(),
        }
    }
}

/// What kind of sitting it is.
pub(super) fn kind_in_words(sitting: &Sitting) -> String {
    let kind = match (sitting.form.kind, sitting.form.feedback) {
        (FormKind::Mock, Feedback::AtEnd) => "Mock exam",
        (FormKind::Mock, Feedback::Each) => "Mock with answers",
        (FormKind::Drill, _) => "Some domains",
        (FormKind::Quick, _) => "Quick ten",
        (FormKind::Missed, _) => "Missed and flagged",
    };
    format!("{kind}, {} questions", sitting.form.count)
}

pub(super) fn form_in_words(track: &Track) -> String {
    let exam = &track.exam;
    let unit = if exam.item_types.iter().any(|t| t == "performance") {
        "tasks"
    } else {
        "questions"
    };
    let unscored = match exam.items_unscored {
        0 => String::new(),
        some => format!(", {some} of them unscored"),
    };
    format!(
        "{} {unit}{unscored}, {} minutes",
        exam.items_form, exam.minutes
    )
}

/// How a form is scored, and how sure that is.
pub(super) fn scoring_in_words(track: &Track) -> String {
    let pass = &track.exam.pass;
    let cut = pass.raw_percent;
    match track.exam.scoring.model {
        ScoringModel::Scaled => format!(
            "Scaled {} to {}, pass at {}. The vendor publishes no conversion: {cut} % of the scored questions is taken for the pass mark, so the score is an estimate.",
            pass.scale_min, pass.scale_max, pass.mark.unwrap_or(pass.scale_max)
        ),
        ScoringModel::Unpublished => format!("Pass or fail. The vendor publishes no mark: {cut} % is an estimate."),
        ScoringModel::Percent if pass.published => format!("Percent of right answers, pass at {cut} %."),
        ScoringModel::Percent if track.kind == TrackKind::Pack => format!("Percent of right answers; {cut} % is this pack's own mark."),
        ScoringModel::Percent => format!("Percent of right answers; the mark of {cut} % is an estimate."),
        ScoringModel::Checks => {
            let known = if pass.published { "" } else { " The mark is an estimate." };
            format!("Points for each check, by the weights of the domains; pass at {cut} %.{known}")
        }
        ScoringModel::Adaptive => "Adaptive and forward only: each question is drawn by your answers, and it ends as soon as it is sure. How \
            hard a question is, is its author's guess, so where it ends is illustrative."
            .to_owned(),
    }
}
