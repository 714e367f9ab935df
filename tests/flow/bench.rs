//! A bench for the program: on a log in memory: what a learner does, and what comes of it.

use std::collections::VecDeque;

use cairn::app::view::{Parts, QuestionView, Shown, StudyView};
use cairn::app::{App, Browsing, Desk, Effect, Errand, Event, Reviewing, Route, done_in, drilled};
use cairn::deck::Deck;
use cairn::deck::id::TrackId;
use cairn::deck::item::Item;
use cairn::deck::pack::{Entry, Index, Pack};
use cairn::deck::parse::parse;
use cairn::memory::{Grade, Scheduler};
use cairn::review::{Answers, Fact, History, Writer};
use cairn::store::{Journal, MemorySlots, Opening, Sound};
use cairn::time::Stamp;

/// 2026-11-21 18:00 in Berlin.
pub(crate) const EVENING: i64 = 1_795_280_400_000;
pub(crate) const HOUR: i64 = 3_600_000;
pub(crate) const DAY: i64 = 24 * HOUR;

/// The app with a journal, as the shell of a browser holds them.
pub(crate) struct Bench {
    pub(crate) app: App,
    pub(crate) journal: Journal<MemorySlots>,
    pub(crate) now: Stamp,
    pub(crate) pack: Vec<u8>,
    pub(crate) others: Vec<Effect>,
}

pub(crate) fn saa() -> TrackId {
    TrackId::new("aws-saa-c03").expect("a slug")
}

pub(crate) fn pack() -> Vec<u8> {
    pack_of(&[
        "1-design-secure-architectures",
        "2-design-resilient-architectures",
    ])
}

const WHOLE: [&str; 4] = [
    "1-design-secure-architectures",
    "2-design-resilient-architectures",
    "3-design-high-performing-architectures",
    "4-design-cost-optimized-architectures",
];

/// The whole deck.
pub(crate) fn whole_pack() -> Vec<u8> {
    pack_of(&WHOLE)
}

/// The whole deck as a later version of the app might have it.
pub(crate) fn changed_pack(change: impl Fn(&mut Vec<Item>)) -> Vec<u8> {
    let mut decks: Vec<Deck> = WHOLE.iter().map(read).collect();
    for deck in &mut decks {
        change(&mut deck.items);
    }
    Pack::of(saa(), decks).to_bytes()
}

fn pack_of(names: &[&str]) -> Vec<u8> {
    Pack::of(saa(), names.iter().map(read).collect()).to_bytes()
}

fn read(name: &&str) -> Deck {
    let text = std::fs::read_to_string(format!("decks/aws-saa-c03/{name}.md")).expect("a deck");
    parse(name, text.as_bytes()).deck.expect("items")
}

impl Bench {
    pub(crate) fn open(slots: MemorySlots, writer: u64, at: i64) -> Self {
        Self::open_at(slots, writer, at, Route::Start)
    }

    /// At some address, which the app knows before anything has arrived.
    pub(crate) fn open_at(slots: MemorySlots, writer: u64, at: i64, route: Route) -> Self {
        Self::open_with(slots, writer, at, route, pack())
    }

    /// With other items.
    pub(crate) fn open_with(
        slots: MemorySlots,
        writer: u64,
        at: i64,
        route: Route,
        pack: Vec<u8>,
    ) -> Self {
        let mut journal = Journal::new(slots, Writer(writer));
        let opened = journal.scan(None, &Sound::new()).map(|scan| {
            let fresh = History::new(Scheduler::default());
            Opening::new(scan, None, fresh, &mut journal)
                .expect("nothing taken for whole")
                .whole(&mut journal)
        });
        let (app, effects) = App::start(opened, Writer(writer));
        let mut bench = Self {
            app,
            journal,
            now: Stamp::new(at, 60),
            pack,
            others: Vec::new(),
        };
        bench.send(Event::Went(route));
        bench.perform(effects);
        bench
    }

    pub(crate) fn start() -> Self {
        Self::open(MemorySlots::default(), 1, EVENING)
    }

    /// The page is closed and opened again.
    pub(crate) fn reload(self, writer: u64, at: i64) -> Self {
        Self::open(self.journal.slots().clone(), writer, at)
    }

    pub(crate) fn send(&mut self, event: Event) {
        let effects = self.app.update(event, self.now);
        self.perform(effects);
    }

    /// One after another, as the shell of a browser does it.
    pub(crate) fn perform(&mut self, effects: Vec<Effect>) {
        let mut waiting: VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            if let Some(event) = self.answer_to(effect) {
                waiting.extend(self.app.update(event, self.now));
            }
        }
    }

    /// What comes of an effect; what nobody answers is kept in `others`.
    fn answer_to(&mut self, effect: Effect) -> Option<Event> {
        let event = match effect {
            Effect::FetchIndex => {
                let toml = include_str!("../../decks/aws-saa-c03/track.toml");
                let track: cairn::deck::track::Track = toml::from_str(toml).expect("a track");
                let entry = Entry {
                    track,
                    items: 9,
                    pack: Some("p.pack".to_owned()),
                };
                let index = Index {
                    tracks: vec![entry],
                };
                Event::IndexFetched(Ok(index.to_bytes()))
            }
            Effect::FetchPack(id, _) => Event::PackFetched(id, Ok(self.pack.clone())),
            Effect::Append(fact) => match self.journal.append(&fact) {
                Ok(()) => Event::Stored(fact.id),
                Err(error) => Event::StoreFailed(fact.id, error),
            },
            Effect::Desk(Errand::Merge(facts, foreign)) => {
                let merged = self.journal.merge(&facts, &foreign);
                Event::Desk(Desk::Merged(merged))
            }
            Effect::Go(route) => Event::Went(route),
            Effect::Desk(Errand::Plan) => Event::Desk(Desk::PlanOn),
            Effect::Desk(Errand::ReadDrills) => {
                Event::Browsing(Browsing::DrillsRead(drilled(self.facts())))
            }
            Effect::Desk(Errand::ReviewOn) => Event::Reviewing(Reviewing::WentOn),
            Effect::Desk(Errand::ReadAnswers(periods, rollover)) => {
                let mut answers = Answers::default();
                answers.add(&self.facts());
                let done = done_in(answers, &periods, rollover);
                Event::Reviewing(Reviewing::Read(done))
            }
            Effect::Reread => {
                let mut journal = Journal::new(self.journal.slots().clone(), Writer(0));
                let scan = journal.scan(None, &Sound::new()).expect("slots that work");
                let fresh = History::new(Scheduler::default());
                let opening =
                    Opening::new(scan, None, fresh, &mut journal).expect("nothing taken for whole");
                let history = opening.whole(&mut journal).history;
                Event::Reread(Box::new(history))
            }
            other => {
                self.others.push(other);
                return None;
            }
        };
        Some(event)
    }

    pub(crate) fn study(&mut self) {
        self.send(Event::Went(Route::Start));
        self.send(Event::Went(Route::Study(saa())));
    }

    pub(crate) fn view(&self) -> StudyView {
        self.app.study_view(self.now).expect("a session")
    }

    pub(crate) fn question(&self) -> Option<QuestionView> {
        match self.view().shown {
            Shown::Question(question) => Some(*question),
            _ => None,
        }
    }

    /// What is asked now, without the parts that change as it is answered.
    pub(crate) fn asked(&self) -> String {
        let key = self.question().expect("a question").key;
        key.split('·').next().expect("an id").to_owned()
    }

    /// Answers what is asked, so that the answer is shown.
    pub(crate) fn reveal(&mut self) {
        let asked = self.asked();
        let question = self.question().expect("a question");
        match question.parts {
            Parts::Choice(_, wanted) => {
                (0..wanted).for_each(|place| self.send(Event::Picked(place)));
            }
            Parts::Match(lefts, _) => (0..lefts.len()).for_each(|n| self.send(Event::Paired(n, n))),
            Parts::Typed(_) => self.send(Event::Typed("something".into())),
            Parts::Order(_) | Parts::Recall => {}
        }
        if self.question().is_some_and(|q| q.answered.is_none()) {
            self.send(Event::Revealed);
        }
        assert!(
            self.question().expect("a question").answered.is_some(),
            "{asked} shows its answer"
        );
    }

    /// Answers what is asked and gives this grade. Ten seconds pass.
    pub(crate) fn answer(&mut self, grade: Grade) -> String {
        let asked = self.asked();
        self.reveal();
        self.now.at.0 += 10_000;
        self.send(Event::Graded(grade));
        asked
    }

    /// Everything in the log.
    pub(crate) fn facts(&self) -> Vec<Fact> {
        let slots = self.journal.slots().clone();
        let (_, loaded) = Journal::open(slots, None, Writer(0));
        loaded.expect("slots that work").facts
    }
}
