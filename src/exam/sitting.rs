//! A sitting as it stands, folded from what the log says of it.
//!
//! The clock runs from the beginning and while a page holds the sitting; it stops when it is paused, and at the last thing that happened
//! when the page was gone without a word. So a closed laptop costs no time, and nobody gains any by closing it.

use super::asked::asked;
use crate::deck::given::Given;
use crate::deck::item::Body;
use crate::deck::library::Library;
use crate::deck::version::version;
use crate::review::{
    Ending, FactId, Form, History, Kept, Place, Reason, Register, Response, Step, Writer,
};
use crate::time::{Moment, Stamp};

/// One question of a sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The item, and whether it counts.
    pub place: Place,
    /// What was done with it.
    pub response: Response,
    /// Every answer that it had, in turn; the last one is the one that counts.
    pub answers: Vec<Given>,
    /// Why it was missed, as the learner judges.
    pub reason: Option<Reason>,
    /// The version of the item that was asked; none: nothing says so.
    pub version: Option<u16>,
    /// What it came to when it was marked.
    pub kept: Option<Kept>,
}

/// Where a sitting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The clock runs since this moment; a page of this writer holds it, or held it last.
    Running(Writer, Moment),
    /// The clock was stopped.
    Paused,
    /// It is over.
    Ended(Ending, Stamp),
}

/// A sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    /// Its name.
    pub id: FactId,
    /// When it was begun.
    pub begun: Stamp,
    /// Its form.
    pub form: Form,
    /// Its questions so far.
    pub questions: Vec<Question>,
    /// Where it stands.
    pub stage: Stage,
    /// How many times it was taken up again.
    pub resumed: u32,
    /// Milliseconds on the clock up to the beginning of what runs now.
    used_ms: i64,
    /// The last thing that happened before it ended.
    seen: Moment,
}

impl Sitting {
    /// The sitting of this name, if its beginning is in the log.
    pub fn find(history: &History, id: FactId) -> Option<Self> {
        let (begun, form, steps) = history.sitting(id)?;
        Some(Self::of(id, begun, form, steps))
    }

    /// Every sitting, the last one first.
    pub fn all(history: &History) -> Vec<Self> {
        let all = history.sittings();
        let mut all: Vec<Self> = all
            .map(|(id, begun, form, steps)| Self::of(id, begun, form, steps))
            .collect();
        all.sort_by_key(|sitting| std::cmp::Reverse((sitting.begun.at, sitting.id)));
        all
    }

    /// Folds what happened.
    pub fn of(id: FactId, begun: Stamp, form: &Form, steps: &Register<Step>) -> Self {
        let mut sitting = Self {
            id,
            begun,
            form: form.clone(),
            questions: form.places.iter().cloned().map(Question::new).collect(),
            stage: Stage::Running(id.writer, begun.at),
            resumed: 0,
            used_ms: 0,
            seen: begun.at,
        };
        for (at, by, step) in steps.writes() {
            sitting.take(*at, by.writer, step);
        }
        sitting
    }

    fn take(&mut self, at: Stamp, by: Writer, step: &Step) {
        let is_over = matches!(self.stage, Stage::Ended(..));
        match step {
            Step::Tagged(place, reason) => {
                if let Some(question) = self.questions.get_mut(usize::from(*place)) {
                    question.reason = *reason;
                }
                return;
            }
            Step::Asked(from, versions) => {
                let questions = self.questions.iter_mut().skip(usize::from(*from));
                for (question, version) in questions.zip(versions).filter(|_| !is_over) {
                    // What was checked is over.
                    if question.response.is_checked {
                        continue;
                    }
                    if question.version.is_some_and(|before| before != *version) {
                        question.forget_answer();
                    }
                    question.version = Some(*version);
                }
            }
            Step::Marked(all) => {
                for (place, kept) in all {
                    if let Some(question) = self.questions.get_mut(usize::from(*place)) {
                        question.kept = Some(*kept);
                    }
                }
            }
            // After the end only what the learner marks on their own can still come.
            Step::Responded(place, response) => {
                let is_marking = matches!(response.given, Some(Given::Criteria(_)));
                if let Some(question) = self
                    .questions
                    .get_mut(usize::from(*place))
                    .filter(|_| !is_over || is_marking)
                {
                    question.respond(response);
                }
            }
            _ if is_over => return,
            Step::Drawn(place) => self.questions.push(Question::new(place.clone())),
            Step::Paused => {
                self.stop(at.at);
                self.stage = Stage::Paused;
            }
            Step::Resumed => {
                // The page before was gone without a word: the clock stopped at the last thing it did.
                self.stop(self.seen);
                self.resumed += 1;
                self.stage = Stage::Running(by, at.at);
            }
            Step::Ended(ending) => {
                self.stop(at.at);
                self.stage = Stage::Ended(*ending, at);
            }
        }
        if !is_over {
            self.seen = self.seen.max(at.at);
        }
    }

    /// As it is with these items: an open question that is another now has no answer yet.
    #[must_use]
    pub fn with(mut self, library: &Library) -> Self {
        if self.is_open() {
            for (place, question) in self.questions.iter_mut().enumerate() {
                let ask = asked(library, &self.form, place, &question.place.item);
                let is_another = ask.is_some_and(|(ask, _)| !question.is_of(&ask.item.body));
                if is_another && !question.response.is_checked {
                    question.forget_answer();
                }
            }
        }
        self
    }

    fn stop(&mut self, at: Moment) {
        if let Stage::Running(_, since) = self.stage {
            self.used_ms += (at.0 - since.0).max(0);
        }
    }

    /// Milliseconds on the clock.
    pub fn used_ms(&self, now: Moment) -> i64 {
        let running = match self.stage {
            Stage::Running(_, since) => (now.0 - since.0).max(0),
            Stage::Paused | Stage::Ended(..) => 0,
        };
        let used = self.used_ms + running;
        self.form
            .seconds
            .map_or(used, |seconds| used.min(i64::from(seconds) * 1_000))
    }

    /// Milliseconds on the clock by what is in the log, as if the page that held it had gone at the last thing it stored.
    pub fn used_before_ms(&self) -> i64 {
        match self.stage {
            Stage::Running(_, since) => self.used_ms + (self.seen.0 - since.0).max(0),
            Stage::Paused | Stage::Ended(..) => self.used_ms,
        }
    }

    /// Milliseconds left; none: no clock runs.
    pub fn left_ms(&self, now: Moment) -> Option<i64> {
        let seconds = self.form.seconds?;
        Some(i64::from(seconds) * 1_000 - self.used_ms(now))
    }

    /// Whether it goes on, and not because it was given up.
    pub fn is_open(&self) -> bool {
        !matches!(self.stage, Stage::Ended(..))
    }

    /// Whether it was handed in, by whom or what ever.
    pub fn is_finished(&self) -> bool {
        matches!(self.stage, Stage::Ended(ending, _) if ending != Ending::Abandoned)
    }

    /// Whether this writer's page holds it.
    pub fn is_held_by(&self, writer: Writer) -> bool {
        matches!(self.stage, Stage::Running(by, _) if by == writer)
    }

    /// Questions with an answer.
    pub fn answered(&self) -> usize {
        self.questions
            .iter()
            .filter(|q| q.response.given.is_some())
            .count()
    }
}

impl Question {
    fn new(place: Place) -> Self {
        Self {
            place,
            response: Response::default(),
            answers: Vec::new(),
            reason: None,
            version: None,
            kept: None,
        }
    }

    /// Whether this item is what was asked.
    pub fn is_of(&self, body: &Body) -> bool {
        self.version.is_none_or(|asked| asked == version(body))
    }

    /// It is asked anew: what was answered answers another question.
    fn forget_answer(&mut self) {
        self.answers.clear();
        self.response.given = None;
        self.response.struck.clear();
    }

    fn respond(&mut self, response: &Response) {
        if let Some(given) = &response.given
            && self.answers.last() != Some(given)
        {
            self.answers.push(given.clone());
        }
        self.response = response.clone();
    }
}
