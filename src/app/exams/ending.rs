//! The end of a sitting, and what comes after it: answers for the memory, tasks that the learner marks, misses for the plan.

use std::collections::BTreeSet;

use super::super::drilling::told;
use super::super::{App, Effect};
use crate::deck::given::Given;
use crate::deck::id::{ItemId, TrackId};
use crate::deck::item::Kind;
use crate::deck::marking::mark;
use crate::exam::score::{marks, to_keep};
use crate::exam::{Report, Sitting, asked};
use crate::review::{Ending, Record, Response, Step, Taken, What};
use crate::study::suggestion;
use crate::time::{Day, Stamp};

/// So many cards and questions of the same task are wanted with each miss.
const RELATED: usize = 2;

impl App {
    /// Every answer becomes one of the log's, and then the sitting is over.
    pub(super) fn sitting_over(&mut self, ending: Ending, now: Stamp) -> Vec<Effect> {
        let Some(sitting) = self.sitting_here().filter(Sitting::is_open) else {
            return Vec::new();
        };
        let facts = self.left_seat(now);
        self.close(&sitting, facts, ending, now)
    }

    /// The same of a sitting that stands so, after these facts.
    pub(super) fn close(
        &mut self,
        sitting: &Sitting,
        mut facts: Vec<What>,
        ending: Ending,
        now: Stamp,
    ) -> Vec<Effect> {
        let is_another = |place: usize| !self.asked_anew(sitting, place).is_empty();
        if (0..sitting.questions.len()).any(is_another) {
            let places = sitting.questions.iter().map(|question| &question.place);
            let asked = self.asked(&sitting.form, 0, places);
            facts.push(What::Sitting(sitting.id, asked));
        }
        for (place, question) in sitting.questions.iter().enumerate() {
            let item = &question.place.item;
            let given = question.response.given.clone();
            let Some((given, (ask, drawn))) = given
                .zip(asked(&self.library, &sitting.form, place, item))
                .filter(|(_, (ask, _))| question.is_of(&ask.item.body))
            else {
                continue;
            };
            let last = self.history.of(item).and_then(Record::last);
            // It was checked in this sitting already, or handing in was cut off after it.
            let is_there = last.is_some_and(|last| last.at.at >= sitting.begun.at);
            let mark = mark(&ask.item.body, &given).filter(|_| !is_there);
            if let Some(mark) = mark {
                let grade = suggestion(ask.item.body.kind(), &mark);
                let ms = i64::from(question.response.ms);
                let given = told(Some(given), drawn);
                facts.push(What::Answered(self.answer(item, grade, given, ms)));
            }
        }
        if ending != Ending::Abandoned {
            facts.extend(self.to_keep(sitting, |_| true));
        }
        facts.push(What::Sitting(sitting.id, Step::Ended(ending)));
        self.exam.room = None;
        self.record_all(facts, now)
    }

    /// What the questions of some places came to, for the day on which their items are others or gone.
    pub(super) fn to_keep(
        &self,
        sitting: &Sitting,
        is_wanted: impl Fn(usize) -> bool,
    ) -> Option<What> {
        let track = self.library.track(sitting.form.track.as_str())?;
        let mut marks = marks(sitting, &self.library, track);
        marks.retain(|m| is_wanted(m.place) && !m.is_kept);
        (!marks.is_empty()).then(|| What::Sitting(sitting.id, Step::Marked(to_keep(&marks))))
    }

    /// The learner marked a task of a finished sitting against its checklist.
    pub(super) fn task_marked(&mut self, place: usize, met: Vec<u16>, now: Stamp) -> Vec<Effect> {
        let Some(sitting) = self.sitting_here().filter(Sitting::is_finished) else {
            return Vec::new();
        };
        let Some(question) = sitting.questions.get(place) else {
            return Vec::new();
        };
        let Some(ask) = self
            .library
            .ask(&question.place.item)
            .filter(|ask| ask.item.body.kind() == Kind::Case)
        else {
            return Vec::new();
        };
        let given = Given::Criteria(met);
        let response = Response {
            given: Some(given.clone()),
            ..question.response.clone()
        };
        let mut after = sitting.clone();
        after.questions[place].response = response.clone();
        let step = Step::Responded(place as u16, response);
        let mut facts = vec![What::Sitting(sitting.id, step)];
        facts.extend(self.to_keep(&after, |of| of == place));
        // Marked again, it is still one answer.
        let is_first = question.response.given.is_none();
        if let Some(mark) = mark(&ask.item.body, &given).filter(|_| is_first) {
            let grade = suggestion(Kind::Case, &mark);
            let ms = i64::from(question.response.ms);
            facts.push(What::Answered(self.answer(&ask.id, grade, Some(given), ms)));
        }
        self.record_all(facts, now)
    }

    /// What was missed, and some of what belongs to it.
    pub(in super::super) fn related(&self, sitting: &Sitting) -> Vec<ItemId> {
        let Some(track) = self.library.track(sitting.form.track.as_str()) else {
            return Vec::new();
        };
        let report = Report::of(sitting, &self.library, track);
        let of_form: BTreeSet<&ItemId> = sitting.questions.iter().map(|q| &q.place.item).collect();
        let mut wanted: Vec<ItemId> = Vec::new();
        for place in report.missed() {
            let item = &sitting.questions[place].place.item;
            let Some(ask) = self.library.ask(item) else {
                continue;
            };
            wanted.push(item.clone());
            // What was not reached says nothing of what belongs to it.
            if sitting.questions[place].response.given.is_none() {
                continue;
            }
            let task = ask.tasks.iter().find(|task| task.track == track.id);
            let is_card = |kind| matches!(kind, Kind::Card | Kind::Cloze);
            let related = self.library.asks().iter().filter(|other| {
                is_card(other.item.body.kind())
                    && task.is_some_and(|task| other.tasks.contains(task))
                    && !of_form.contains(&other.id)
            });
            // What shares its idea first, then what is remembered least.
            let mut related: Vec<_> = related
                .filter(|other| !wanted.contains(&other.id))
                .map(|other| {
                    let record = self.history.of(&other.id);
                    let stability = record
                        .and_then(Record::state)
                        .map_or(0.0, |state| state.stability);
                    (other.kin() != ask.kin(), stability, &other.id)
                })
                .collect();
            related.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(b.2)));
            wanted.extend(
                related
                    .into_iter()
                    .take(RELATED)
                    .map(|(_, _, id)| id.clone()),
            );
        }
        wanted
    }

    pub(super) fn misses_wanted(&mut self, now: Stamp) -> Vec<Effect> {
        let Some(sitting) = self.sitting_here().filter(Sitting::is_finished) else {
            return Vec::new();
        };
        let wanted = self.related(&sitting).into_iter();
        let is_wanted = |item: &ItemId| self.history.of(item).is_some_and(Record::is_wanted);
        let facts = wanted
            .filter(|item| !is_wanted(item))
            .map(What::Wanted)
            .collect();
        self.record_all(facts, now)
    }

    /// The learner sat the real exam: it becomes a fact, and what was booked is over.
    pub(super) fn exam_taken(
        &mut self,
        track: TrackId,
        day: &str,
        is_passed: bool,
        score: Option<u16>,
        now: Stamp,
    ) -> Vec<Effect> {
        // Nobody has sat an exam that is still to come.
        let Some(day) = Day::parse(day).filter(|day| *day <= self.history.day(now)) else {
            return Vec::new();
        };
        let is_booked = self.history.exams().any(|(of, _)| *of == track);
        let taken = Taken {
            day,
            is_passed,
            score,
        };
        let mut facts = vec![What::Took(track.clone(), taken)];
        if is_booked {
            facts.push(What::Booked(track, None));
        }
        self.record_all(facts, now)
    }
}
