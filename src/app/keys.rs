//! What a key does on the study screen. Letters are commands, digits pick and grade, Enter goes on.

#[cfg(feature = "whole")]
use super::view::exams::{RoomQuestion, RoomShown, RoomView};
#[cfg(feature = "whole")]
use super::view::in_place::{InPlaceView, Open, Place};
use super::view::{Parts, QuestionView, Shown, StudyView};
use super::{Event, Route};
#[cfg(feature = "whole")]
use super::{Exams, InPlace};
use crate::memory::Grade;

/// A key as the browser tells it: four independent facts about one keystroke.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    /// Its name: `Enter`, `1`, `u`.
    pub name: String,
    /// Ctrl or Cmd.
    pub control: bool,
    /// Alt.
    pub alt: bool,
    /// The key is held down and repeats.
    pub repeated: bool,
    /// It goes into a field where text is written.
    pub typing: bool,
    /// Shift with the key of a digit, which has another name on each keyboard.
    pub shift_digit: Option<u8>,
}

impl Key {
    /// Whether it is one character alone, as somebody who speaks to the computer may bring forth. Space is not: it presses what has the focus.
    pub fn is_single(&self) -> bool {
        let mut characters = self.name.chars();
        let is_one = characters.next().is_some_and(|c| c != ' ') && characters.next().is_none();
        is_one && !self.control && !self.alt
    }
}

/// How many lines the keys' help has.
const LINES: usize = if cfg!(feature = "whole") { 16 } else { 13 };

/// The keys' help, line by line.
pub const HELP: [(&str, &str); LINES] = [
    (
        "Enter",
        "go on: check, show the answer, take the suggested grade",
    ),
    (
        "1 – 9",
        "pick an option, or give a grade once the answer is shown",
    ),
    ("1 2 3 4", "Again, Hard, Good, Easy"),
    ("u", "undo, as often as you like"),
    ("f", "flag the item, or take the flag away"),
    ("b", "bury: not again today"),
    ("s", "suspend: not again until you resume it"),
    #[cfg(feature = "whole")]
    ("n", "write your note of the item, or read it"),
    #[cfg(feature = "whole")]
    ("e", "edit the item, if it is of a deck of your own"),
    #[cfg(feature = "whole")]
    (
        "Ctrl Enter",
        "save what you write; Esc leaves it, a note is kept",
    ),
    ("↑ ↓", "move a step that has the focus"),
    (
        "n p l",
        "in an exam: next, back, the list; Shift with a digit strikes an option out",
    ),
    ("Ctrl K", "go anywhere: a screen, a track, an item"),
    ("/", "in the library: look for words"),
    ("?", "these keys"),
    ("Esc", "back to the start page; everything is kept"),
];

/// What a key does on the study screen; `None` leaves it to the browser.
pub fn study_key(key: &Key, view: &StudyView) -> Option<Event> {
    if key.alt || key.repeated {
        return None;
    }
    let name = key.name.as_str();
    if key.control {
        return (name == "z" && !key.typing).then_some(Event::Undid);
    }
    if name == "Escape" {
        return Some(Event::Went(Route::Start));
    }
    if view.save_error.is_some() {
        return (name == "Enter").then_some(Event::StoreRetried);
    }
    if key.typing {
        // The field sends its own text on Enter.
        return None;
    }
    match (&view.shown, name) {
        (_, "u") => Some(Event::Undid),
        (Shown::Done(_), "Enter") => Some(Event::Went(Route::Start)),
        #[cfg(feature = "whole")]
        (Shown::Ran(_), "Enter") => Some(Event::More),
        (Shown::Failed(_), "Enter") => Some(Event::FetchRetried),
        (Shown::Question(question), _) => question_key(name, question),
        _ => None,
    }
}

fn question_key(name: &str, question: &QuestionView) -> Option<Event> {
    match name {
        "f" => return Some(Event::FlagToggled),
        "b" => return Some(Event::Buried),
        "s" => return Some(Event::Suspended),
        _ => {}
    }
    let digit = name.parse::<u8>().ok().filter(|d| (1..=9).contains(d));
    let go = matches!(name, "Enter" | " ");
    if question.answered.is_some() {
        let grade = digit.and_then(Grade::of).map(Event::Graded);
        return grade.or_else(|| go.then_some(Event::Accepted));
    }
    match (&question.parts, digit) {
        (Parts::Choice(options, _), Some(digit)) if usize::from(digit) <= options.len() => {
            Some(Event::Picked(usize::from(digit) - 1))
        }
        _ if go && question.ready => Some(Event::Revealed),
        _ => None,
    }
}

/// What a key does with what is written about the item at hand; `None` leaves it to the screen.
#[cfg(feature = "whole")]
pub fn in_place_key(key: &Key, view: &InPlaceView) -> Option<Event> {
    if key.alt || key.repeated {
        return None;
    }
    let event = match (&view.open, key.name.as_str()) {
        (Open::Note(_), "Escape") => InPlace::NoteClosed,
        (Open::Note(_), "Enter") if key.control => InPlace::NoteClosed,
        (Open::Editor(_), "Escape") => InPlace::EditCancelled,
        (Open::Editor(_), "Enter") if key.control => InPlace::EditSaved,
        _ if key.control || key.typing => return None,
        (_, "n") if view.place == Place::Session => InPlace::NoteOpened,
        (_, "e") if view.is_own => InPlace::EditOpened,
        _ => return None,
    };
    Some(Event::InPlace(event))
}

/// What a key does in the exam room.
#[cfg(feature = "whole")]
pub fn room_key(key: &Key, view: &RoomView) -> Option<Event> {
    let name = key.name.as_str();
    if key.alt || key.control || key.repeated || key.typing {
        return None;
    }
    if view.save_error.is_some() {
        return (name == "Enter").then_some(Event::StoreRetried);
    }
    let event = match (&view.shown, name) {
        (RoomShown::Waiting(..), "Enter") => Exams::Resumed,
        (RoomShown::Failed(_), "Enter") => return Some(Event::FetchRetried),
        (RoomShown::List(..), "l" | "L" | "Escape") => Exams::ListToggled,
        (RoomShown::Question(of), _) => return room_question_key(key, of),
        _ => return None,
    };
    Some(Event::Exams(event))
}

#[cfg(feature = "whole")]
fn room_question_key(key: &Key, of: &RoomQuestion) -> Option<Event> {
    let options = 1..=of.options();
    let place = |digit: usize| options.contains(&digit).then(|| digit - 1);
    if let Some(digit) = key.shift_digit {
        return place(usize::from(digit)).map(|place| Event::Exams(Exams::Struck(place)));
    }
    if let Some(place) = key.name.parse::<usize>().ok().and_then(place) {
        return Some(Event::Picked(place));
    }
    let event = match key.name.as_str() {
        "Enter" | " " if of.tells && !of.is_checked => Exams::Checked,
        "Enter" | " " | "n" | "ArrowRight" if of.may_go_on => Exams::Next,
        "p" | "ArrowLeft" if of.may_go_back => Exams::Back,
        "f" => Exams::FlagToggled,
        "l" if !of.is_at_most => Exams::ListToggled,
        _ => return None,
    };
    Some(Event::Exams(event))
}
