//! What a finished sitting has to say: the score, the domains, the time, the answers that were changed.

use super::adaptive::{self, Ability, Decision};
use super::asked::asked;
use super::assemble::is_adaptive;
use super::score::{Marked, Score, marks};
use super::sitting::{Question, Sitting, Stage};
use crate::deck::item::Kind;
use crate::deck::library::Library;
use crate::deck::marking::mark;
use crate::deck::track::Track;
use crate::review::Ending;

/// One domain of a sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainRow {
    /// Its number and name.
    pub id: String,
    /// ... and name.
    pub name: String,
    /// Percent of the exam.
    pub weight: u8,
    /// Questions, those that do not count included.
    pub questions: usize,
    /// Points reached of those there are.
    pub points: (f64, f64),
}

/// Median seconds of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Times {
    /// Of those that were right.
    pub right: Option<f64>,
    /// Of those that were wrong.
    pub wrong: Option<f64>,
}

/// Answers that were changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// From wrong to right.
    pub gained: usize,
    /// From right to wrong.
    pub lost: usize,
    /// From wrong to wrong.
    pub neither: usize,
}

/// A finished sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Its marks, by place.
    pub marks: Vec<Marked>,
    /// Its score; none if nothing counts.
    pub score: Option<Score>,
    /// For an adaptive exam: how it was decided, and the ability.
    pub decision: Option<(Decision, Ability)>,
    /// By domain, in the order of the blueprint; those without a question are left out.
    pub domains: Vec<DomainRow>,
    /// Median times.
    pub times: Times,
    /// Answers changed.
    pub changes: Changes,
    /// Questions that are another now or gone, and could not be marked before.
    pub withdrawn: usize,
    /// Questions that are another now or gone since they were marked.
    pub changed: usize,
    /// Tasks that the learner has yet to mark against their checklist.
    pub unmarked: Vec<usize>,
}

impl Report {
    /// Of a sitting of this track.
    pub fn of(sitting: &Sitting, library: &Library, track: &Track) -> Self {
        let marks = marks(sitting, library, track);
        let domains = track.domains.iter().enumerate().map(|(index, domain)| {
            let of_domain = marks.iter().filter(|m| m.domain == index);
            DomainRow {
                id: domain.id.clone(),
                name: domain.name.clone(),
                weight: domain.weight,
                questions: of_domain.clone().count(),
                points: of_domain.fold((0.0, 0.0), |(got, of), m| (got + m.got, of + m.of)),
            }
        });
        let is_case = |place: &usize| {
            let ask = library.ask(&sitting.questions[*place].place.item);
            ask.is_some_and(|ask| ask.item.body.kind() == Kind::Case)
        };
        Self {
            score: Score::of(&marks, track),
            decision: is_adaptive(track, sitting.form.kind)
                .then(|| decision(sitting, track, &marks)),
            domains: domains.filter(|row| row.questions > 0).collect(),
            times: times(sitting, &marks),
            changes: changes(sitting, library),
            withdrawn: sitting.questions.len() - marks.len(),
            changed: marks.iter().filter(|m| m.is_kept).count(),
            unmarked: (0..sitting.questions.len())
                .filter(is_case)
                .filter(|place| sitting.questions[*place].response.given.is_none())
                .collect(),
            marks,
        }
    }

    /// Whether it is passed; none where nothing counts.
    pub fn passes(&self) -> Option<bool> {
        match &self.decision {
            Some((decision, _)) => decision.passes(),
            None => self.score.as_ref().map(Score::passes),
        }
    }

    /// Places of the questions that were not right.
    pub fn missed(&self) -> impl Iterator<Item = usize> {
        self.marks
            .iter()
            .filter(|m| !m.is_right && m.got < m.of)
            .map(|m| m.place)
    }
}

/// How an adaptive sitting stands.
pub fn decision(sitting: &Sitting, track: &Track, marks: &[Marked]) -> (Decision, Ability) {
    let answers = adaptive::answers(marks, track);
    // Who hands it in early is judged as if the time had run out.
    let is_cut_off = matches!(
        sitting.stage,
        Stage::Ended(Ending::TimeUp | Ending::Submitted, _)
    );
    let lengths = adaptive::lengths(&sitting.form, track);
    let asked = sitting.answered();
    let decision = match adaptive::decide(&answers, asked, lengths, false) {
        Decision::GoOn if is_cut_off => adaptive::decide(&answers, asked, lengths, true),
        decision => decision,
    };
    (decision, Ability::of(&answers))
}

fn times(sitting: &Sitting, marks: &[Marked]) -> Times {
    let median_of = |wanted: bool| {
        let answered = marks
            .iter()
            .filter(|m| m.is_answered && m.is_right == wanted);
        let mut seconds: Vec<f64> = answered
            .map(|m| f64::from(sitting.questions[m.place].response.ms) / 1_000.0)
            .collect();
        seconds.sort_by(f64::total_cmp);
        let middle = seconds.len() / 2;
        match seconds.len() {
            0 => None,
            odd if odd % 2 == 1 => Some(seconds[middle]),
            _ => Some(f64::midpoint(seconds[middle - 1], seconds[middle])),
        }
    };
    Times {
        right: median_of(true),
        wrong: median_of(false),
    }
}

fn changes(sitting: &Sitting, library: &Library) -> Changes {
    let mut changes = Changes::default();
    let revised =
        |question: &&Question| question.answers.len() > 1 && question.response.given.is_some();
    for (place, question) in sitting.questions.iter().enumerate() {
        if !revised(&question) {
            continue;
        }
        let ask = asked(library, &sitting.form, place, &question.place.item);
        let Some((ask, _)) = ask.filter(|(ask, _)| question.is_of(&ask.item.body)) else {
            continue;
        };
        let is_right = |given| mark(&ask.item.body, given).is_some_and(|mark| mark.right);
        let answers = &question.answers;
        match (is_right(&answers[0]), answers.last().is_some_and(is_right)) {
            (false, true) => changes.gained += 1,
            (true, false) => changes.lost += 1,
            (false, false) => changes.neither += 1,
            // Back to the answer it had.
            (true, true) => {}
        }
    }
    changes
}
