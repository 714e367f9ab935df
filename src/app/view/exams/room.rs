//! The exam room.

use super::super::super::exams::adaptive::is_adaptive;
use super::super::super::exams::entry::{complete, lacks, reveal};
use super::super::super::session::Asking;
use super::super::super::{App, Route};
use super::super::{Parts, QuestionView};
use super::report::ReportView;
use super::setup::{SittingRow, kind_in_words};
use crate::deck::cloze::whole;
use crate::deck::given::Given;
use crate::deck::markup::plain_of;
use crate::exam::{Question, Sitting, Stage, asked};
use crate::review::{Feedback, Form, Place};
use crate::time::Stamp;

/// The screen of one sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomView {
    /// The track's name.
    pub track: String,
    /// What kind of sitting it is, in words.
    pub form: String,
    /// Where the track's mock exams are.
    pub back: String,
    /// What is shown.
    pub shown: RoomShown,
    /// Something could not be stored; why.
    pub save_error: Option<String>,
}

/// What a sitting's screen shows.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomShown {
    /// The questions are on their way.
    Loading,
    /// They didn't come; why.
    Failed(String),
    /// No such sitting is in the log.
    Unknown,
    /// It goes on, but not in this page: the sitting, seconds left, and whether another page may hold it.
    Waiting(SittingRow, Option<i64>, bool),
    /// A question.
    Question(Box<RoomQuestion>),
    /// The list of questions, before handing in.
    List(Vec<ListRow>, Clock),
    /// It is over.
    Report(Box<ReportView>),
    /// It was given up.
    Abandoned(SittingRow),
}

/// The clock: when the time is up, in milliseconds since 1970, and of how many seconds; none: no clock.
pub type Clock = Option<(i64, u32)>;

/// A question in the room.
// Facts that exclude nothing of each other.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug, PartialEq)]
pub struct RoomQuestion {
    /// Its number, from 1, and how many there are, or may be at most.
    pub number: usize,
    /// ... of so many.
    pub count: usize,
    /// Whether the count is the most that there may be.
    pub is_at_most: bool,
    /// The question; none: its item is no longer in the deck.
    pub question: Option<QuestionView>,
    /// Options struck out, by their place on the screen.
    pub struck: Vec<usize>,
    /// Whether it is marked to look at again.
    pub is_flagged: bool,
    /// What was written beside it.
    pub note: String,
    /// What was typed before.
    pub typed: String,
    /// What is still missing in the answer, in words.
    pub lacking: Option<String>,
    /// Whether the answer is shown once it is checked.
    pub tells: bool,
    /// Whether it was checked.
    pub is_checked: bool,
    /// Whether one may go back.
    pub may_go_back: bool,
    /// Whether one may stop the clock.
    pub may_pause: bool,
    /// Whether Next leads on.
    pub may_go_on: bool,
    /// The clock.
    pub clock: Clock,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// Its place.
    pub place: usize,
    /// How the question begins.
    pub words: String,
    /// Whether it has an answer; none: a part of one.
    pub is_answered: Option<bool>,
    /// Whether it is marked to look at again.
    pub is_flagged: bool,
}

impl App {
    /// The screen of a sitting; `None` on other screens.
    pub fn room_view(&self, now: Stamp) -> Option<RoomView> {
        let Route::Sitting(id) = self.route else {
            return None;
        };
        let sitting = self.sitting(id);
        let track = sitting.as_ref().map(|s| s.form.track.clone());
        Some(RoomView {
            track: track
                .as_ref()
                .map(|track| self.deck_name(track))
                .unwrap_or_default(),
            form: sitting.as_ref().map(kind_in_words).unwrap_or_default(),
            back: track.map_or(Route::Exams, Route::Exam).hash(),
            shown: sitting.map_or(RoomShown::Unknown, |sitting| self.room_shown(&sitting, now)),
            save_error: self.save_error().map(ToString::to_string),
        })
    }

    fn room_shown(&self, sitting: &Sitting, now: Stamp) -> RoomShown {
        if !self.is_here(&sitting.form.track) {
            let pack = self.content.packs.get(&sitting.form.track);
            let failed = self
                .content
                .index
                .failed()
                .or_else(|| pack.and_then(|pack| pack.arrival.failed()));
            return failed.map_or(RoomShown::Loading, RoomShown::Failed);
        }
        match sitting.stage {
            Stage::Ended(..) if sitting.is_finished() => {
                RoomShown::Report(Box::new(self.report_view(sitting)))
            }
            Stage::Ended(..) => RoomShown::Abandoned(self.sitting_row(sitting)),
            Stage::Running(by, _) if by == self.writer => self.seat_shown(sitting, now),
            stage => {
                // What another page is doing there nobody knows here; by the clock of the log it stopped when that page last stored something.
                let left = sitting
                    .form
                    .seconds
                    .map(|seconds| (i64::from(seconds) * 1_000 - sitting.used_before_ms()) / 1_000);
                RoomShown::Waiting(
                    self.sitting_row(sitting),
                    left,
                    matches!(stage, Stage::Running(..)),
                )
            }
        }
    }

    fn seat_shown(&self, sitting: &Sitting, now: Stamp) -> RoomShown {
        let Some(room) = self
            .exam
            .room
            .as_ref()
            .filter(|room| room.seat.place < sitting.questions.len())
        else {
            return RoomShown::Loading;
        };
        let clock = sitting
            .left_ms(now.at)
            .map(|left| (now.at.0 + left, sitting.form.seconds.unwrap_or(0)));
        if room.is_listing {
            let rows = sitting
                .questions
                .iter()
                .enumerate()
                .map(|(place, question)| self.list_row(&sitting.form, place, question));
            return RoomShown::List(rows.collect(), clock);
        }
        let place = room.seat.place;
        let question = &sitting.questions[place];
        let asking = room.seat.asking.as_ref();
        let is_adaptive = is_adaptive(self, sitting);
        let tells = sitting.form.feedback == Feedback::Each;
        let is_checked = question.response.is_checked;
        RoomShown::Question(Box::new(RoomQuestion {
            number: place + 1,
            count: usize::from(sitting.form.count),
            is_at_most: is_adaptive,
            question: asking
                .map(|asking| self.room_question(asking, &question.place, place, question, now)),
            struck: asking
                .map(|asking| struck(asking, question))
                .unwrap_or_default(),
            is_flagged: question.response.is_flagged,
            note: question.response.note.clone(),
            typed: match &question.response.given {
                Some(Given::Text(text)) => text.clone(),
                _ => String::new(),
            },
            lacking: asking.and_then(|asking| lacking(asking, question)),
            tells,
            is_checked,
            may_go_back: place > 0 && !is_adaptive,
            may_pause: sitting.form.seconds.is_none() || tells,
            may_go_on: !is_adaptive || asking.is_some_and(|asking| complete(asking).is_some()),
            clock,
        }))
    }

    fn room_question(
        &self,
        asking: &Asking,
        of: &Place,
        place: usize,
        question: &Question,
        now: Stamp,
    ) -> QuestionView {
        let response = &question.response;
        let reveal = response
            .is_checked
            .then(|| reveal(asking, response.given.clone()));
        let mut view = self.question(asking, reveal.as_ref(), now);
        // Nothing of the question's past is told in an exam, and its task would give away what it is about.
        view.key = format!("{}·{place}", of.item);
        view.label = None;
        view.leech = false;
        view.task = None;
        view.flagged = question.response.is_flagged;
        view
    }

    fn list_row(&self, form: &Form, place: usize, question: &Question) -> ListRow {
        let ask = asked(&self.library, form, place, &question.place.item);
        let ask = ask.as_ref().map(|(ask, _)| ask);
        let is_part = ask
            .zip(question.response.given.as_ref())
            .is_some_and(|(ask, given)| lacks(&ask.item.body, given));
        ListRow {
            place,
            words: ask.map_or_else(
                || "No longer in the deck".to_owned(),
                |ask| beginning(ask.item.body.stem()),
            ),
            is_answered: (!is_part).then_some(question.response.given.is_some()),
            is_flagged: question.response.is_flagged,
        }
    }
}

/// How a text begins, in plain words.
pub(in super::super) fn beginning(text: &str) -> String {
    const CHARS: usize = 110;
    let plain = plain_of(&crate::deck::markup::blocks(&whole(text)));
    let mut short: String = plain.chars().take(CHARS).collect();
    if short.len() < plain.len() {
        short.truncate(short.trim_end().len());
        short.push('…');
    }
    short
}

fn struck(asking: &Asking, question: &Question) -> Vec<usize> {
    let order = asking.presentation.order.iter().enumerate();
    order
        .filter(|(_, option)| question.response.struck.contains(option))
        .map(|(place, _)| place)
        .collect()
}

/// What is missing in an answer that was begun.
fn lacking(asking: &Asking, question: &Question) -> Option<String> {
    let given = question.response.given.as_ref()?;
    if !lacks(&asking.ask.item.body, given) {
        return None;
    }
    match given {
        Given::Options(picked) => {
            let wanted = crate::app::presentation::wanted(&asking.ask.item.body);
            let left = wanted - picked.len();
            Some(format!(
                "Choose {wanted}: {left} more to choose. As it stands it counts as wrong."
            ))
        }
        _ => Some("Each side needs its own. As it stands it counts as wrong.".to_owned()),
    }
}

/// Whether a question has something to pick.
impl RoomQuestion {
    /// How many options there are to pick or strike out.
    pub fn options(&self) -> usize {
        match self.question.as_ref().map(|q| &q.parts) {
            Some(Parts::Choice(rows, _)) => rows.len(),
            _ => 0,
        }
    }
}
