//! The study screen: the question, then the answer with its grades, then the summary.

use super::super::content::Arrival;
use super::super::{App, More, Phase, Progress, Saved, Storage};
use crate::deck::item::{Kind, Reference};
use crate::deck::markup::Block;
use crate::memory::Grade;
use crate::store::SlotError;
use crate::study::Queue;
use crate::time::Stamp;

/// The study screen.
#[derive(Clone, Debug, PartialEq)]
pub struct StudyView {
    /// The track or deck, as shown.
    pub deck: String,
    /// Where the session stands.
    pub shown: Shown,
    /// What could not be stored, if something couldn't.
    pub save_error: Option<SlotError>,
    /// How safe what was answered is.
    pub saved: Saved,
    /// What helps with an item that the last answer made a leech.
    pub leech: Option<String>,
}

/// What the screen shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// The items are on their way.
    Loading,
    /// They didn't come; why.
    Failed(String),
    /// There is no such deck.
    Unknown,
    /// Nothing can be stored, so nothing is asked; why.
    Unusable(SlotError),
    /// A question, or its answer.
    Question(Box<QuestionView>),
    /// Nothing left for today.
    Done(Summary),
    /// A run of a drill is over.
    #[cfg(feature = "whole")]
    Ran(Box<super::run::RunSummary>),
}

/// A question, and its answer once it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// Changes with every showing, so that focus and fields start afresh.
    pub key: String,
    /// The kind.
    pub kind: Kind,
    /// `New`, `Again` or nothing special.
    pub label: Option<&'static str>,
    /// The exam task it belongs to, as words.
    pub task: Option<String>,
    /// Marked to come back to.
    pub flagged: bool,
    /// Forgotten so often that asking it again seldom helps.
    pub leech: bool,
    /// The question.
    pub stem: Vec<Block>,
    /// What is picked, moved, joined or typed.
    pub parts: Parts,
    /// Whether the answer can be sent.
    pub ready: bool,
    /// What the main button says.
    pub action: String,
    /// How far today is.
    pub progress: Progress,
    /// What is drawn of it, if it is a drill that is drawn.
    #[cfg(feature = "whole")]
    pub figures: crate::drill::figure::Figures,
    /// How the run of a drill stands, if one is practised.
    #[cfg(feature = "whole")]
    pub run: Option<super::run::RunView>,
    /// The answer; `None` while asking.
    pub answered: Option<Answered>,
}

/// The parts of a question by kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Parts {
    /// Nothing to enter.
    Recall,
    /// Options in the order shown; how many are wanted.
    Choice(Vec<ChoiceRow>, usize),
    /// Steps in their present order.
    Order(Vec<StepRow>),
    /// Left sides, and right sides in the order shown.
    Match(Vec<PairRow>, Vec<Vec<Block>>),
    /// A field; what was sent.
    Typed(String),
}

/// An option.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceRow {
    /// Its text.
    pub text: Vec<Block>,
    /// Picked.
    pub picked: bool,
    /// Once the answer is shown: whether it is right.
    pub verdict: Option<bool>,
}

/// A step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepRow {
    /// Its text.
    pub text: Vec<Block>,
    /// Once the answer is shown: whether it stands where it belongs.
    pub verdict: Option<bool>,
}

/// A left side.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// Its text.
    pub left: Vec<Block>,
    /// The right side joined to it, by its place on the screen.
    pub joined: Option<usize>,
    /// Once the answer is shown: whether what belongs to it was joined.
    pub verdict: Option<bool>,
}

/// A criterion of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct RubricRow {
    /// Its points.
    pub points: u8,
    /// Its text.
    pub text: Vec<Block>,
    /// More about it.
    pub why: Vec<Block>,
    /// Ticked.
    pub met: bool,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// `Right`, `Not right`, or what else there is to say of it; `None` where the learner judges alone.
    pub verdict: Option<(bool, String)>,
    /// The answer of a card, the model of a case, the accepted form of a typed answer; of the others why each option, step or pair
    /// is right or wrong.
    pub answer: Vec<Block>,
    /// What is said about the very answer that was typed.
    pub remark: Vec<Block>,
    /// The marking rubric of a case.
    pub rubric: Vec<RubricRow>,
    /// The explanation.
    pub explanation: Vec<Block>,
    /// Where it can be checked.
    pub references: Vec<Reference>,
    /// The four grades.
    pub grades: [GradeButton; 4],
}

/// A grade's button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradeButton {
    /// The grade.
    pub grade: Grade,
    /// When the item is asked again: `today`, `3 days`.
    pub next: String,
    /// The grade that Enter takes.
    pub suggested: bool,
    /// Choosing it overrules the mark.
    pub overrules: bool,
}

/// The end of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Answers today in this deck.
    pub answers: u32,
    /// New items met today.
    pub firsts: u32,
    /// Remembered, in percent of answers.
    pub remembered_percent: u32,
    /// Minutes spent answering.
    pub minutes: u64,
    /// What comes tomorrow.
    pub tomorrow: Tomorrow,
    /// What there is beyond today's share.
    pub more: More,
}

/// What comes tomorrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tomorrow {
    /// So many items are due.
    Due(usize),
    /// So many minutes are planned.
    Minutes(u32),
    /// The exam.
    Exam,
}

/// One calm line.
fn leech(lapses: u32) -> String {
    format!(
        "You have forgotten the item before this {lapses} times. Asking it more often seldom helps: when it comes again, \
         suspend it, or write it anew as something smaller."
    )
}

impl App {
    /// The study screen at `now`; `None` if no session is open.
    pub fn study_view(&self, now: Stamp) -> Option<StudyView> {
        let session = self.session.as_ref()?;
        let shown = match (&self.storage, &session.phase) {
            (Storage::Unusable(error), _) => Shown::Unusable(error.clone()),
            (Storage::Newer(_), _) => Shown::Unusable(SlotError::ReadOnly),
            (_, Phase::Loading(Arrival::Failed(words))) => Shown::Failed(words.clone()),
            (_, Phase::Loading(_)) => Shown::Loading,
            (_, Phase::Unknown) => Shown::Unknown,
            (_, Phase::Asking(asking)) => {
                Shown::Question(Box::new(self.question(asking, None, now)))
            }
            (_, Phase::Revealed(asking, reveal)) => {
                Shown::Question(Box::new(self.question(asking, Some(reveal), now)))
            }
            #[cfg(feature = "whole")]
            (_, Phase::Done) if session.is_practice() => self.ran(session, now),
            (_, Phase::Done) => {
                Shown::Done(self.summary(session.deck.as_str(), session.extra_new, now))
            }
        };
        Some(StudyView {
            deck: self.studied_name(session),
            shown,
            save_error: self.save_error().cloned(),
            saved: self.safety.saved(),
            leech: session.leech.filter(|_| !session.is_practice()).map(leech),
        })
    }

    /// What is studied: a track or deck, or one drill.
    fn studied_name(&self, session: &super::super::Session) -> String {
        #[cfg(feature = "whole")]
        if let Some(name) = session
            .practice
            .as_ref()
            .and_then(|practice| self.practised_name(practice))
        {
            return name;
        }
        self.deck_name(&session.deck)
    }

    fn summary(&self, deck: &str, extra_new: usize, now: Stamp) -> Summary {
        let today = self.history.day(now);
        let tally = self.history.tally(today, Some(deck));
        let agenda = self.agenda(deck, now, extra_new);
        Summary {
            answers: tally.answers,
            firsts: tally.firsts,
            remembered_percent: ((tally.answers - tally.again) * 100 + tally.answers / 2)
                .checked_div(tally.answers)
                .unwrap_or(0),
            minutes: tally.ms.div_ceil(60_000),
            tomorrow: self.tomorrow(deck, now),
            more: agenda.more,
        }
    }

    /// The end of a run; its item cannot be gone while it is open.
    #[cfg(feature = "whole")]
    fn ran(&self, session: &super::super::Session, now: Stamp) -> Shown {
        let practice = session.practice.as_ref();
        let summary = practice.and_then(|practice| self.run_summary(practice, now));
        summary.map_or(Shown::Unknown, |summary| Shown::Ran(Box::new(summary)))
    }

    fn tomorrow(&self, deck: &str, now: Stamp) -> Tomorrow {
        #[cfg(feature = "whole")]
        if let Some(planned) = self.planned_tomorrow(deck) {
            return planned;
        }
        let tomorrow = Stamp::new(now.at.0 + crate::time::DAY_MS, now.offset_minutes);
        let next = Queue::of(&self.library, &self.history, deck, tomorrow, 0);
        Tomorrow::Due(next.due.len() + next.relearn.len())
    }
}
