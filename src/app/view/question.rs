//! One question as it is drawn, and its answer once it is shown.

use super::super::App;
use super::super::presentation::{Attempt, wanted};
use super::super::session::{Asking, Reveal};
use super::reasons::reasons;
use super::study::{
    Answered, ChoiceRow, GradeButton, PairRow, Parts, QuestionView, RubricRow, StepRow,
};
use crate::deck::cloze;
use crate::deck::given::Given;
use crate::deck::item::{Body, Kind};
use crate::deck::markup::{Block, blocks, cloze_blocks};
use crate::memory::Grade;
use crate::review::Record;
use crate::study::{Why, is_leech};
use crate::time::{Stamp, days_in_words};

impl App {
    pub(super) fn question(
        &self,
        asking: &Asking,
        reveal: Option<&Reveal>,
        now: Stamp,
    ) -> QuestionView {
        let ask = &asking.ask;
        let item = &ask.item;
        let progress = self.session.as_ref().map(|s| s.progress);
        let record = self.history.of(&ask.id);
        let track = self.library.track(ask.deck.as_str());
        let task = item.task.as_deref().and_then(|number| {
            let (_, task) = track?.task(number)?;
            Some(format!("{number} {}", task.name))
        });
        let ready = matches!(
            asking.presentation.attempt,
            Attempt::Recall | Attempt::Text(_)
        ) || asking.presentation.given(wanted(&item.body)).is_some();
        let key = format!(
            "{}·{}·{}",
            ask.id,
            record.map_or(0, Record::count),
            asking.shown.at.0
        );
        // An item that was changed while it is shown is drawn anew.
        #[cfg(feature = "whole")]
        let key = format!("{key}·{}", self.redrawn());
        QuestionView {
            key,
            kind: item.body.kind(),
            label: match asking.why {
                Why::New => Some("New"),
                Why::Relearn => Some("Again"),
                Why::Due => None,
            },
            task,
            flagged: record.is_some_and(Record::is_flagged),
            leech: record.is_some_and(|r| is_leech(r, self.history.settings().leech())),
            stem: stem(&item.body, ask.group, reveal.is_some()),
            parts: parts(asking, reveal),
            ready,
            action: action(asking),
            progress: progress.unwrap_or_default(),
            #[cfg(feature = "whole")]
            figures: self.figures(asking, reveal.is_some()),
            #[cfg(feature = "whole")]
            run: self.run_view(asking.shown, reveal.map(|reveal| reveal.at)),
            answered: reveal.map(|r| answered(asking, r, self.days_after(&ask.id, now))),
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
            0 if asking.presentation.given(0).is_none() => "Each belongs to one only".to_owned(),
            0 => "Check".to_owned(),
            left => format!("Join {left} more"),
        },
        Attempt::Sequence(_) | Attempt::Text(_) => "Check".to_owned(),
    }
}

/// A text that an item may do without.
pub(super) fn blocks_of(text: Option<&str>) -> Vec<Block> {
    text.map(blocks).unwrap_or_default()
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
                    verdict: reveal.map(|_| option.right),
                }
            });
            Parts::Choice(rows.collect(), wanted(&asking.ask.item.body))
        }
        (Body::Order { steps, .. }, Attempt::Sequence(sequence)) => {
            let rows = sequence.iter().enumerate().map(|(place, index)| {
                let right = usize::from(*index);
                StepRow {
                    text: blocks(&steps[right].text),
                    verdict: reveal.map(|_| right == place),
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
                    verdict: reveal.map(|_| joined.map(usize::from) == Some(index)),
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

fn answered(asking: &Asking, reveal: &Reveal, days: [i32; 4]) -> Answered {
    let item = &asking.ask.item;
    let body = &item.body;
    let (mut answer, mut remark, mut rubric) = (Vec::new(), Vec::new(), Vec::new());
    match body {
        Body::Card { back, .. } => answer = blocks(back),
        Body::Typed { answers, .. } => {
            let model = answers.iter().find(|a| a.right);
            answer = model.map(|a| blocks(&a.text)).unwrap_or_default();
            let matched = reveal.mark.and_then(|m| m.matched).map(|i| &answers[i]);
            remark = blocks_of(matched.or(model).and_then(|answer| answer.why.as_deref()));
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
                    why: blocks_of(criterion.why.as_deref()),
                    met: met.iter().any(|m| usize::from(*m) == index),
                })
                .collect();
        }
        Body::Choice { .. } | Body::Order { .. } | Body::Match { .. } => {
            answer = reasons(body, &asking.presentation);
        }
        Body::Cloze { .. } | Body::Drill { .. } => {}
    }
    let suggested = reveal.suggested.unwrap_or(Grade::Good);
    let grades = Grade::ALL.map(|grade| GradeButton {
        grade,
        next: days_in_words(days[usize::from(grade.number() - 1)]),
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
        explanation: blocks_of(item.explanation.as_deref()),
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
