//! What is wrong with a deck: a kind, a place, and words that say what to do.

use std::fmt;

use super::id::SlugError;

/// Whether an item can be used all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The item can be studied; something about it should be better.
    Warning,
    /// The item (or the file) can't be used until this is mended.
    Error,
}

/// Where a problem stands: lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// One problem in a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// Where.
    pub place: Place,
    /// The offending line, cut to a readable length.
    pub text: String,
}

/// What can be wrong with a deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// A byte sequence that is not UTF-8.
    NotUtf8,
    /// A line longer than the parser reads, with its length in bytes.
    LineTooLong(usize),
    /// No `---` block at the top.
    NoFrontMatter,
    /// The front matter has no closing `---`.
    FrontMatterOpen,
    /// A front matter line that isn't `key: value`.
    FrontMatterLine,
    /// A front matter key nobody knows, and the nearest known one.
    UnknownFrontKey(String, Option<&'static str>),
    /// A front matter key that must be there.
    MissingFrontKey(&'static str),
    /// A name that must be a slug.
    BadSlug(String, SlugError),
    /// Text before the first item that isn't a top heading.
    StrayText,
    /// A heading without `{#id .kind}`.
    NoAttributes,
    /// The attribute block isn't closed.
    AttributesOpen,
    /// A word in the attribute block that is neither `#id`, `.kind` nor `key=value`.
    BadAttribute(String),
    /// An attribute nobody knows, and the nearest known one.
    UnknownAttribute(String, Option<&'static str>),
    /// The same attribute twice.
    RepeatedAttribute(String),
    /// An item without an id, and a suggestion made from its title.
    MissingId(String),
    /// An item without a kind.
    MissingKind,
    /// A kind nobody knows, and the nearest known one.
    UnknownKind(String, Option<&'static str>),
    /// A value that an attribute cannot have, and what it can.
    BadValue(&'static str, String, &'static str),
    /// An item of a track that names no task.
    MissingTask,
    /// An item without a title.
    MissingTitle,
    /// The same id twice, and where it stood first (file, line).
    DuplicateId(String, String, usize),
    /// A task the track doesn't have: the task, the track, and the nearest one.
    UnknownTask(String, String, Option<String>),
    /// A track nobody knows, in `also=` or the front matter, and the nearest one.
    UnknownTrack(String, Option<String>),
    /// A fence that is never closed.
    FenceOpen,
    /// No question before the answers.
    MissingStem,
    /// A drill that does not say which.
    MissingDrill,
    /// A card or case without its `---`.
    MissingSeparator(&'static str),
    /// A `---` right under a text line, which Markdown reads as a heading.
    SeparatorGlued,
    /// Nothing after the `---`.
    MissingAnswer(&'static str),
    /// Fewer entries than the kind needs: the least, and what they are called.
    TooFew(usize, &'static str),
    /// A choice or typed item in which nothing is right.
    NothingRight,
    /// An entry without text.
    EmptyEntry,
    /// A pair without ` => `.
    PairWithoutArrow,
    /// A left or right side that stands twice.
    RepeatedSide(String),
    /// A criterion that doesn't begin with `(points)`.
    BadPoints,
    /// Text after the answers that belongs nowhere.
    TextAfterAnswers,
    /// A `{{c` that is never closed.
    ClozeOpen,
    /// A deletion that hides nothing.
    ClozeEmpty,
    /// A deletion number that isn't 1 to 99.
    ClozeNumber(String),
    /// A cloze without any deletion.
    NoCloze,
    /// A reference whose link isn't https.
    BadLink(String),
    /// A reference with `(checked …)` that isn't a month.
    BadMonth(String),
}

impl Problem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self.kind {
            ProblemKind::UnknownFrontKey(..)
            | ProblemKind::FrontMatterLine
            | ProblemKind::AttributesOpen
            | ProblemKind::BadAttribute(_)
            | ProblemKind::UnknownAttribute(..)
            | ProblemKind::RepeatedAttribute(_)
            | ProblemKind::BadValue(..)
            | ProblemKind::BadMonth(_) => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// What to do about it.
    pub fn advice(&self) -> String {
        self.kind.advice()
    }
}

fn or_nearest(nearest: Option<&str>, otherwise: &str) -> String {
    nearest.map_or_else(
        || otherwise.to_owned(),
        |word| format!("Did you mean `{word}`?"),
    )
}

impl ProblemKind {
    fn advice(&self) -> String {
        match self {
            Self::NotUtf8 => "Save the file as UTF-8.".into(),
            Self::LineTooLong(_) => "Break the line; nobody can read one that long.".into(),
            Self::NoFrontMatter => {
                "Begin the file with `---`, `deck: my-deck`, `name: My deck`, `---`.".into()
            }
            Self::FrontMatterOpen => "Close the block at the top with a line `---`.".into(),
            Self::FrontMatterLine => "Write `key: value`.".into(),
            Self::UnknownFrontKey(_, nearest) => {
                or_nearest(*nearest, "Known are deck, name, track and domain.")
            }
            Self::MissingFrontKey(key) => format!("Add a line `{key}: …` to the block at the top."),
            Self::BadSlug(text, _) => format!("Write `{}`.", super::id::slug_of(text)),
            Self::StrayText => "Put it into an item: `## Title {#id .card}`.".into(),
            Self::NoAttributes => {
                "End the heading with `{#id .kind}`, for example `{#my-first .card}`.".into()
            }
            Self::AttributesOpen => "Close the block with `}` on the same line.".into(),
            Self::BadAttribute(_) => "Write `#id`, `.kind` or `key=value`, without spaces.".into(),
            Self::UnknownAttribute(_, nearest) => or_nearest(
                *nearest,
                "Known are task, also, level, idea, compare and minutes.",
            ),
            Self::RepeatedAttribute(_) => "Keep one of them.".into(),
            Self::MissingId(suggestion) => format!("Add `#{suggestion}` to the heading."),
            Self::MissingKind => "Add `.card`, `.choice` or another kind to the heading.".into(),
            Self::UnknownKind(_, nearest) => or_nearest(
                *nearest,
                "Known are card, cloze, choice, order, match, typed and case.",
            ),
            Self::BadValue(_, _, allowed) => format!("Allowed: {allowed}."),
            Self::MissingTask => "Add `task=` with the number from the exam guide.".into(),
            Self::MissingTitle => "Put a short title before the `{`.".into(),
            Self::DuplicateId(..) => "Give one of them another id.".into(),
            Self::UnknownTask(_, _, nearest) | Self::UnknownTrack(_, nearest) => or_nearest(
                nearest.as_deref(),
                "Look at the track's blueprint for the names there are.",
            ),
            Self::FenceOpen => "Close the code block with the same fence.".into(),
            Self::MissingStem => "Write the question before the answers.".into(),
            Self::MissingDrill => "Write its type into the heading: `drill=cidr`.".into(),
            Self::MissingSeparator(_) => {
                "Put a line `---` between question and answer, with blank lines around it.".into()
            }
            Self::SeparatorGlued => "Leave a blank line above the `---`.".into(),
            Self::MissingAnswer(_) => "Write it below the `---`.".into(),
            Self::TooFew(least, what) => format!("Write at least {least} {what}."),
            Self::NothingRight => "Mark what is right with `- [x]`.".into(),
            Self::EmptyEntry => "Write its text on the same line.".into(),
            Self::PairWithoutArrow => "Write `- left => right`.".into(),
            Self::RepeatedSide(_) => "Make every left and every right side different.".into(),
            Self::BadPoints => "Begin with the points: `- (2) The Role grants only list.`".into(),
            Self::TextAfterAnswers => {
                "Indent it by two spaces to explain the line above, or begin it with `> `.".into()
            }
            Self::ClozeOpen => "Close the deletion with `}}`.".into(),
            Self::ClozeEmpty => "Write what is hidden: `{{c1::hidden}}`.".into(),
            Self::ClozeNumber(_) => "Number deletions c1, c2, … up to c99.".into(),
            Self::NoCloze => "Hide the word that matters: `{{c1::word}}`.".into(),
            Self::BadLink(_) => "Link to a page with `https://`.".into(),
            Self::BadMonth(_) => "Write the month as `(checked 2026-11)`.".into(),
        }
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => write!(f, "this line is not valid UTF-8"),
            Self::LineTooLong(bytes) => write!(f, "this line is {bytes} bytes long"),
            Self::NoFrontMatter => write!(f, "the file does not say which deck it is"),
            Self::FrontMatterOpen => write!(f, "the block at the top is never closed"),
            Self::FrontMatterLine => write!(f, "this line of the top block is not `key: value`"),
            Self::UnknownFrontKey(key, _) => write!(f, "unknown key `{key}`"),
            Self::MissingFrontKey(key) => write!(f, "the top block has no `{key}`"),
            Self::BadSlug(text, why) => write!(f, "`{text}` can't be a name: {why}"),
            Self::StrayText => write!(f, "text outside an item"),
            Self::NoAttributes => write!(f, "this heading has no `{{#id .kind}}`"),
            Self::AttributesOpen => write!(f, "the heading's `{{` is never closed"),
            Self::BadAttribute(word) => write!(f, "`{word}` is not an attribute"),
            Self::UnknownAttribute(key, _) => write!(f, "unknown attribute `{key}`"),
            Self::RepeatedAttribute(key) => write!(f, "`{key}` stands twice"),
            Self::MissingId(_) => write!(f, "this item has no id"),
            Self::MissingKind => write!(f, "this item has no kind"),
            Self::UnknownKind(kind, _) => write!(f, "unknown kind `{kind}`"),
            Self::BadValue(key, value, _) => write!(f, "`{key}` cannot be `{value}`"),
            Self::MissingTask => write!(f, "this item names no task"),
            Self::MissingTitle => write!(f, "this item has no title"),
            Self::DuplicateId(id, file, line) => {
                write!(f, "the id `{id}` is taken already ({file}, line {line})")
            }
            Self::UnknownTask(task, track, _) => write!(f, "`{track}` has no task `{task}`"),
            Self::UnknownTrack(track, _) => write!(f, "unknown track `{track}`"),
            Self::FenceOpen => write!(f, "this code block is never closed"),
            Self::MissingStem => write!(f, "this item has no question"),
            Self::MissingDrill => write!(f, "this drill does not say of which type it is"),
            Self::MissingSeparator(kind) => {
                write!(f, "this {kind} has no line between question and answer")
            }
            Self::SeparatorGlued => {
                write!(f, "a `---` right below text makes that text a heading")
            }
            Self::MissingAnswer(what) => write!(f, "this item has no {what}"),
            Self::TooFew(_, what) => write!(f, "too few {what}"),
            Self::NothingRight => write!(f, "no answer is marked as right"),
            Self::EmptyEntry => write!(f, "this line has no text"),
            Self::PairWithoutArrow => write!(f, "this pair has no ` => `"),
            Self::RepeatedSide(side) => write!(f, "`{side}` stands in two pairs"),
            Self::BadPoints => write!(f, "this criterion has no points"),
            Self::TextAfterAnswers => write!(f, "text after the answers"),
            Self::ClozeOpen => write!(f, "this deletion is never closed"),
            Self::ClozeEmpty => write!(f, "this deletion hides nothing"),
            Self::ClozeNumber(number) => write!(f, "`c{number}` is not a deletion's number"),
            Self::NoCloze => write!(f, "this cloze hides nothing"),
            Self::BadLink(url) => write!(f, "`{url}` is not an https link"),
            Self::BadMonth(month) => write!(f, "`{month}` is not a month"),
        }
    }
}

impl fmt::Display for Problem {
    /// The way compilers do: place, words, the line with a caret, and what to do.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { file, line, column } = &self.place;
        let word = match self.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        writeln!(f, "{file}:{line}:{column}: {word}: {}", self.kind)?;
        if !self.text.is_empty() {
            let gutter = line.to_string();
            let pad = " ".repeat(gutter.len());
            writeln!(f, "  {gutter} | {}", self.text)?;
            let shown = self.text.chars().count().max(1);
            writeln!(f, "  {pad} | {}^", " ".repeat((column - 1).min(shown)))?;
        }
        write!(f, "  {}", self.advice())
    }
}

/// The word of `known` nearest to `word`, if near enough to be a slip (at most a third of it differs).
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (edits(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance * 3 <= candidate.chars().count().max(3))
        .min()
        .map(|(_, candidate)| candidate)
}

/// Levenshtein distance in characters.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(80).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().take(80).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(ca != *cb);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_nonsense_does_not() {
        let kinds = ["card", "cloze", "choice", "order"];
        assert_eq!(nearest("choise", kinds), Some("choice"));
        assert_eq!(nearest("crad", ["card"]), None);
        assert_eq!(nearest("xylophone", kinds), None);
        assert_eq!(edits("kitten", "sitting"), 3);
    }

    #[test]
    fn a_problem_shows_its_line_with_a_caret() {
        let problem = Problem {
            kind: ProblemKind::UnknownKind("choise".into(), Some("choice")),
            place: Place {
                file: "1-secure.md".into(),
                line: 12,
                column: 14,
            },
            text: "## Title {#a .choise}".into(),
        };
        assert_eq!(
            problem.to_string(),
            "1-secure.md:12:14: error: unknown kind `choise`\n  12 | ## Title {#a .choise}\n     \
             |              ^\n  Did you mean `choice`?"
        );
    }
}
