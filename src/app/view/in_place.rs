//! What stands below the item at hand: the learner's note of it, or the editor of its text.

use super::super::in_place::Said;
use super::super::{App, Phase, Route};
use crate::deck::edit::{Finding, Refused};
use crate::deck::problem::Problem;
use crate::review::Record;

/// What can be written about the item at hand, and what is.
#[derive(Clone, Debug, PartialEq)]
pub struct InPlaceView {
    /// Where the item is met.
    pub place: Place,
    /// The note, where it may be read.
    pub note: Option<String>,
    /// Whether there is a note.
    pub is_noted: bool,
    /// Whether the item can be edited: it is of a deck of the learner's own.
    pub is_own: bool,
    /// What is being written.
    pub open: Open,
    /// Counted up when what is open is to have the focus.
    pub asked: u32,
}

/// Where an item is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a session.
    Session,
    /// On its own page, which has a field for the note in any case.
    Page,
}

/// What is being written.
#[derive(Clone, Debug, PartialEq)]
pub enum Open {
    /// Nothing.
    Nothing,
    /// The note, as it stands in the field.
    Note(String),
    /// The item's text.
    Editor(EditorView),
}

/// The editor of an item's text.
#[derive(Clone, Debug, PartialEq)]
pub struct EditorView {
    /// As it stands there.
    pub text: String,
    /// Whether something would be lost with it.
    pub is_changed: bool,
    /// Whether to close it once more throws the changes away.
    pub throws_away: bool,
    /// What it has to say.
    pub words: Option<String>,
    /// What is wrong with the text.
    pub problems: Vec<ProblemRow>,
}

/// A problem in a deck, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemRow {
    /// Where it stands.
    pub place: String,
    /// What is wrong.
    pub words: String,
    /// The offending line.
    pub text: String,
    /// What to do.
    pub advice: String,
}

impl App {
    /// What stands below the item that the screen is about; `None` where it is about none.
    pub fn in_place_view(&self) -> Option<InPlaceView> {
        let item = self.item_here()?;
        let record = self.history.of(&item);
        let kept = record.and_then(Record::note).map(str::to_owned);
        let phase = self.session.as_ref().map(|session| &session.phase);
        // A note may give the answer away, so it is not shown with the question; who opens it wants to read it.
        let (place, may_be_read) = match self.route {
            Route::Study(_) => (Place::Session, matches!(phase, Some(Phase::Revealed(..)))),
            _ => (Place::Page, false),
        };
        let is_own = self.is_own(&item);
        let note = self.writing.note.as_ref().filter(|note| note.item == item);
        let open = match (self.draft(&item), note) {
            (Some(draft), _) => Open::Editor(EditorView {
                text: draft.text.clone(),
                is_changed: draft.is_changed(),
                throws_away: draft.said == Said::ThrowAway,
                words: words(&draft.said),
                problems: problems(&draft.said),
            }),
            (None, Some(note)) => Open::Note(note.text.clone()),
            (None, None) => Open::Nothing,
        };
        Some(InPlaceView {
            place,
            is_noted: kept.is_some(),
            note: kept.filter(|_| may_be_read),
            is_own,
            open,
            asked: self.writing.asked,
        })
    }
}

fn words(said: &Said) -> Option<String> {
    let words = match said {
        Said::Nothing => return None,
        Said::ThrowAway => "Not saved. Once more throws your changes away.".to_owned(),
        Said::First => "Save your changes first, or cancel them; then the session goes on.".to_owned(),
        Said::Elsewhere => {
            "The item was changed elsewhere since you opened it. Saving once more puts your text in its place.".to_owned()
        }
        Said::Refused(refused) => refused.to_string(),
    };
    Some(words)
}

fn problems(said: &Said) -> Vec<ProblemRow> {
    match said {
        Said::Refused(Refused::Problems(found)) => found.iter().map(row).collect(),
        _ => Vec::new(),
    }
}

fn row(Finding { is_here, problem }: &Finding) -> ProblemRow {
    let row = ProblemRow::of(problem);
    if *is_here {
        return row;
    }
    let (line, column) = (problem.place.line, problem.place.column);
    let place = format!("line {line} of the deck, column {column}");
    ProblemRow { place, ..row }
}

impl ProblemRow {
    /// A problem with its line as it is counted.
    pub fn of(problem: &Problem) -> Self {
        Self {
            place: format!(
                "line {}, column {}",
                problem.place.line, problem.place.column
            ),
            words: problem.kind.to_string(),
            text: problem.text.clone(),
            advice: problem.advice(),
        }
    }
}
