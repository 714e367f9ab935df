//! The study screen: the question, then the answer with its grades, then the summary.

use super::super::content::Arrival;
use super::super::presentation::{Attempt, wanted};
use super::super::session::{Asking, Reveal};
use super::super::{App, Phase, Storage};
use crate::deck::cloze;
use crate::deck::given::Given;
use crate::deck::item::{Body, Entry, Kind, Reference};
use crate::deck::markup::{Block, blocks, cloze_blocks};
use crate::memory::Grade;
use crate::store::SlotError;
use crate::study::{Queue, Why};
use crate::time::{Stamp, days_in_words};

/// The study screen.
#[derive(Clone, Debug, PartialEq)]
pub struct StudyView {
    /// The track or deck, as shown.
    pub deck: String,
    /// Where the session stands.
    pub shown: Shown,
    /// What could not be stored, if something couldn't.
    pub save_error: Option<SlotError>,
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
    /// Once the answer is shown: whether it is right, and why.
    pub verdict: Option<(bool, Vec<Block>)>,
}

/// A step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepRow {
    /// Its text.
    pub text: Vec<Block>,
    /// Once the answer is shown: its right place (from 1), whether it stands there, and why.
    pub verdict: Option<(usize, bool, Vec<Block>)>,
}

/// A left side.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// Its text.
    pub left: Vec<Block>,
    /// The right side joined to it, by its place on the screen.
    pub joined: Option<usize>,
    /// Once the answer is shown: the right side that belongs to it, whether that was joined, and why.
    pub verdict: Option<(Vec<Block>, bool, Vec<Block>)>,
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
    /// The answer of a card, the model of a case, the accepted form of a typed answer.
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

/// How far today is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Answers today.
    pub done: usize,
    /// Due items left.
    pub due: usize,
    /// New items left.
    pub new: usize,
    /// Items to learn again today.
    pub relearn: usize,
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
    /// Items due tomorrow.
    pub tomorrow: usize,
    /// New items beyond today's limit.
    pub more_new: usize,
}

impl App {
    /// The study screen at `now`; `None` if no session is open.
    pub fn study_view(&self, now: Stamp) -> Option<StudyView> {
        let session = self.session.as_ref()?;
        let shown = match (&self.storage, &session.phase) {
            (Storage::Unusable(error), _) => Shown::Unusable(error.clone()),
            (_, Phase::Loading(Arrival::Failed(words))) => Shown::Failed(words.clone()),
            (_, Phase::Loading(_)) => Shown::Loading,
            (_, Phase::Unknown) => Shown::Unknown,
            (_, Phase::Asking(asking)) => {
                Shown::Question(Box::new(self.question(asking, None, now)))
            }
            (_, Phase::Revealed(asking, reveal)) => {
                Shown::Question(Box::new(self.question(asking, Some(reveal), now)))
            }
            (_, Phase::Done) => {
                Shown::Done(self.summary(session.deck.as_str(), session.extra_new, now))
            }
        };
        Some(StudyView {
            deck: self.deck_name(&session.deck),
            shown,
            save_error: self.save_error().cloned(),
        })
    }

    fn summary(&self, deck: &str, extra_new: usize, now: Stamp) -> Summary {
        let today = self.history.day(now);
        let tally = self.history.tally(today, |item| item.track() == deck);
        let tomorrow = Stamp::new(now.at.0 + crate::time::DAY_MS, now.offset_minutes);
        let queue = Queue::of(&self.library, &self.history, deck, now, extra_new);
        let next = Queue::of(&self.library, &self.history, deck, tomorrow, 0);
        Summary {
            answers: tally.answers,
            firsts: tally.firsts,
            remembered_percent: ((tally.answers - tally.again) * 100 + tally.answers / 2)
                .checked_div(tally.answers)
                .unwrap_or(0),
            minutes: tally.ms.div_ceil(60_000),
            tomorrow: next.due.len() + next.relearn.len(),
            more_new: queue.later,
        }
    }

    fn question(&self, asking: &Asking, reveal: Option<&Reveal>, now: Stamp) -> QuestionView {
        let ask = &asking.ask;
        let item = &ask.item;
        let deck = ask.deck.as_str();
        let extra = self.session.as_ref().map_or(0, |s| s.extra_new);
        let queue = Queue::of(&self.library, &self.history, deck, now, extra);
        let tally = self
            .history
            .tally(self.history.day(now), |i| i.track() == deck);
        let record = self.history.of(&ask.id);
        let track = self.library.track(deck);
        let task = item.task.as_deref().and_then(|number| {
            let (_, task) = track?.task(number)?;
            Some(format!("{number} {}", task.name))
        });
        let ready = matches!(
            asking.presentation.attempt,
            Attempt::Recall | Attempt::Text(_)
        ) || asking.presentation.given(wanted(&item.body)).is_some();
        QuestionView {
            key: format!(
                "{}·{}·{}",
                ask.id,
                record.map_or(0, |r| r.answers().len()),
                asking.shown.at.0
            ),
            kind: item.body.kind(),
            label: match asking.why {
                Why::New => Some("New"),
                Why::Relearn => Some("Again"),
                Why::Due => None,
            },
            task,
            flagged: record.is_some_and(crate::review::Record::is_flagged),
            stem: stem(&item.body, ask.group, reveal.is_some()),
            parts: parts(asking, reveal),
            ready,
            action: action(asking),
            progress: Progress {
                done: tally.answers as usize,
                due: queue.due.len(),
                new: queue.new.len(),
                relearn: queue.relearn.len(),
            },
            answered: reveal.map(|reveal| answered(item, reveal)),
        }
    }
}

fn stem(body: &Body, group: Option<u8>, revealed: bool) -> Vec<Block> {
    match (body, group) {
        (Body::Cloze { text }, Some(group)) => {
            cloze_blocks(&cloze::pieces(text).unwrap_or_default(), group, revealed)
        }
        _ => blocks(body.stem()),
    }
}

fn action(asking: &Asking) -> String {
    let body = &asking.ask.item.body;
    match &asking.presentation.attempt {
        Attempt::Recall if body.kind() == Kind::Case => "Show the model solution".to_owned(),
        Attempt::Recall => "Show the answer".to_owned(),
        Attempt::Options(picked) => {
            let (wanted, picked) = (wanted(body), picked.len());
            match wanted.saturating_sub(picked) {
                0 => "Check".to_owned(),
                1 if wanted == 1 => "Choose one".to_owned(),
                left => format!("Choose {left} more"),
            }
        }
        Attempt::Pairs(pairs) => match pairs.iter().filter(|p| p.is_none()).count() {
            0 => "Check".to_owned(),
            left => format!("Join {left} more"),
        },
        Attempt::Sequence(_) | Attempt::Text(_) => "Check".to_owned(),
    }
}

fn why(entry: &Entry) -> Vec<Block> {
    entry.why.as_deref().map(blocks).unwrap_or_default()
}

fn parts(asking: &Asking, reveal: Option<&Reveal>) -> Parts {
    let shown = &asking.presentation;
    match (&asking.ask.item.body, &shown.attempt) {
        (Body::Choice { options, .. }, Attempt::Options(picked)) => {
            let rows = shown.order.iter().map(|index| {
                let option = &options[usize::from(*index)];
                ChoiceRow {
                    text: blocks(&option.text),
                    picked: picked.contains(index),
                    verdict: reveal.map(|_| (option.right, why(option))),
                }
            });
            Parts::Choice(rows.collect(), wanted(&asking.ask.item.body))
        }
        (Body::Order { steps, .. }, Attempt::Sequence(sequence)) => {
            let rows = sequence.iter().enumerate().map(|(place, index)| {
                let right = usize::from(*index);
                StepRow {
                    text: blocks(&steps[right].text),
                    verdict: reveal.map(|_| (right + 1, right == place, why(&steps[right]))),
                }
            });
            Parts::Order(rows.collect())
        }
        (Body::Match { pairs, .. }, Attempt::Pairs(joined)) => {
            let rows = pairs
                .iter()
                .zip(joined)
                .enumerate()
                .map(|(index, (pair, joined))| PairRow {
                    left: blocks(&pair.left),
                    joined: joined.and_then(|right| shown.order.iter().position(|o| *o == right)),
                    verdict: reveal.map(|_| {
                        let right = joined.map(usize::from) == Some(index);
                        let why = pair.why.as_deref().map(blocks).unwrap_or_default();
                        (blocks(&pair.right), right, why)
                    }),
                });
            let rights = shown
                .order
                .iter()
                .map(|i| blocks(&pairs[usize::from(*i)].right));
            Parts::Match(rows.collect(), rights.collect())
        }
        (_, Attempt::Text(text)) => Parts::Typed(text.clone()),
        _ => Parts::Recall,
    }
}

fn answered(item: &crate::deck::item::Item, reveal: &Reveal) -> Answered {
    let body = &item.body;
    let (mut answer, mut remark, mut rubric) = (Vec::new(), Vec::new(), Vec::new());
    match body {
        Body::Card { back, .. } => answer = blocks(back),
        Body::Typed { answers, .. } => {
            let model = answers.iter().find(|a| a.right);
            answer = model.map(|a| blocks(&a.text)).unwrap_or_default();
            let matched = reveal.mark.and_then(|m| m.matched).map(|i| &answers[i]);
            remark = matched.or(model).map(why).unwrap_or_default();
        }
        Body::Case {
            model,
            rubric: criteria,
            ..
        } => {
            answer = blocks(model);
            let met = match &reveal.given {
                Some(Given::Criteria(met)) => met.as_slice(),
                _ => &[],
            };
            rubric = criteria
                .iter()
                .enumerate()
                .map(|(index, criterion)| RubricRow {
                    points: criterion.points,
                    text: blocks(&criterion.text),
                    why: criterion.why.as_deref().map(blocks).unwrap_or_default(),
                    met: met.iter().any(|m| usize::from(*m) == index),
                })
                .collect();
        }
        _ => {}
    }
    let suggested = reveal.suggested.unwrap_or(Grade::Good);
    let grades = Grade::ALL.map(|grade| GradeButton {
        grade,
        next: days_in_words(reveal.days[usize::from(grade.number() - 1)]),
        suggested: grade == suggested,
        overrules: reveal
            .suggested
            .is_some_and(|s| s.passed() != grade.passed()),
    });
    Answered {
        verdict: verdict(body, reveal),
        answer,
        remark,
        rubric,
        explanation: item.explanation.as_deref().map(blocks).unwrap_or_default(),
        references: item.references.clone(),
        grades,
    }
}

fn verdict(body: &Body, reveal: &Reveal) -> Option<(bool, String)> {
    let mark = reveal.mark.as_ref()?;
    if let Body::Case { rubric, .. } = body {
        let total: u32 = rubric.iter().map(|c| u32::from(c.points)).sum();
        let reached = (mark.share * f64::from(total)).round() as u32;
        return Some((mark.share >= 0.85, format!("{reached} of {total} points")));
    }
    Some((
        mark.right,
        if mark.right { "Right" } else { "Not right" }.to_owned(),
    ))
}
