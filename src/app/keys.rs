//! What a key does on the study screen. Letters are commands, digits pick and grade, Enter goes on.

use super::view::{Parts, QuestionView, Shown, StudyView};
use super::{Event, Route};
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
}

/// One line of the keys' help.
pub const HELP: [(&str, &str); 10] = [
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
    ("↑ ↓", "move a step that has the focus"),
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
