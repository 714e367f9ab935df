//! An examination hall: the tracks of this repository, a learner's history, and sittings in it.

use cairn::deck::given::Given;
use cairn::deck::id::{ItemId, TrackId};
use cairn::deck::item::Body;
use cairn::deck::library::Library;
use cairn::deck::parse::parse;
use cairn::deck::track::Track;
use cairn::exam::{Pool, Request, Sitting, TooFew, asked, assemble};
use cairn::memory::{Grade, Scheduler};
use cairn::review::{
    Answer, Ending, Fact, FactId, Form, History, Response, Sighting, Step, What, Writer,
};
use cairn::time::Stamp;

/// 2026-11-21 18:00 UTC.
pub(crate) const EVENING: i64 = 1_795_284_000_000;

pub(crate) struct Hall {
    pub(crate) library: Library,
    pub(crate) history: History,
    pub(crate) track: Track,
    number: u32,
    pub(crate) now: i64,
}

impl Hall {
    /// With the deck of a track as it is in the repository.
    pub(crate) fn of(track: &str) -> Self {
        let folder = format!("decks/{track}");
        let text = std::fs::read_to_string(format!("{folder}/track.toml")).expect("a track");
        let track: Track = toml::from_str(&text).expect("a track");
        let mut files: Vec<_> = std::fs::read_dir(&folder)
            .expect("a folder")
            .flatten()
            .map(|f| f.path())
            .collect();
        files.retain(|path| path.extension().is_some_and(|e| e == "md"));
        files.sort();
        let read = |path: &std::path::PathBuf| std::fs::read_to_string(path).expect("a deck");
        Self::with(track, &files.iter().map(read).collect::<Vec<_>>())
    }

    /// With these files as the track's deck.
    pub(crate) fn with(track: Track, files: &[String]) -> Self {
        let read = |text: &String| {
            let parsed = parse("deck.md", text.as_bytes());
            parsed.deck.expect("items")
        };
        let decks: Vec<_> = files.iter().map(read).collect();
        let mut library = Library::new(vec![track.clone()]);
        library.replace(&track.id, &decks);
        Self {
            library,
            history: History::new(Scheduler::default()),
            track,
            number: 0,
            now: EVENING,
        }
    }

    pub(crate) fn tell(&mut self, what: What) -> FactId {
        self.number += 1;
        let id = FactId {
            writer: Writer(1),
            number: self.number,
        };
        let at = Stamp::new(self.now, 0);
        self.history.apply(&Fact { id, at, what });
        id
    }

    /// The learner answers an item in a session.
    pub(crate) fn answer(&mut self, item: &ItemId, grade: Grade) {
        let sighting = if self.history.of(item).is_some() {
            Sighting::Repeated
        } else {
            Sighting::First
        };
        self.tell(What::Answered(Answer {
            item: item.clone(),
            grade,
            given: None,
            ms: 20_000,
            sighting,
            corrected: false,
        }));
    }

    pub(crate) fn pool(&self) -> Pool<'_> {
        Pool::of(&self.library, &self.history, &self.track)
    }

    /// What may be asked, in the order of the deck.
    pub(crate) fn items(&self) -> Vec<ItemId> {
        let pool = self.pool();
        pool.candidates.iter().map(|of| of.ask.id.clone()).collect()
    }

    pub(crate) fn draw(&self, request: &Request, seed: u64) -> Result<Form, TooFew> {
        assemble(&self.pool(), &self.track, request, seed)
    }

    pub(crate) fn begin(&mut self, form: Form) -> FactId {
        self.tell(What::Sat(Box::new(form)))
    }

    pub(crate) fn step(&mut self, sitting: FactId, step: Step) {
        self.tell(What::Sitting(sitting, step));
    }

    pub(crate) fn respond(&mut self, sitting: FactId, place: usize, given: Given) {
        let response = Response {
            given: Some(given),
            ms: 30_000,
            ..Response::default()
        };
        self.step(sitting, Step::Responded(place as u16, response));
    }

    pub(crate) fn find(&self, sitting: FactId) -> Sitting {
        Sitting::find(&self.history, sitting).expect("a sitting")
    }

    /// Answers the first so many questions that `counts` holds for rightly, the others wrongly, and hands it in.
    pub(crate) fn sit(&mut self, form: Form, mut is_right: impl FnMut(usize) -> bool) -> Sitting {
        let count = form.places.len();
        let sitting = self.begin(form);
        for place in 0..count {
            let body = self.body(sitting, place);
            self.respond(sitting, place, given(&body, is_right(place)));
        }
        self.step(sitting, Step::Ended(Ending::Submitted));
        self.find(sitting)
    }

    /// What a place of a sitting asks.
    pub(crate) fn body(&self, sitting: FactId, place: usize) -> Body {
        let sitting = self.find(sitting);
        let item = &sitting.questions[place].place.item;
        let (ask, _) = asked(&self.library, &sitting.form, place, item).expect("an item");
        ask.item.body.clone()
    }

    pub(crate) fn id(&self) -> TrackId {
        self.track.id.clone()
    }
}

/// A right or a wrong answer.
pub(crate) fn given(body: &Body, is_right: bool) -> Given {
    match body {
        Body::Choice { options, .. } => {
            let chosen =
                (0..options.len() as u16).filter(|i| options[usize::from(*i)].right == is_right);
            let wanted = options.iter().filter(|o| o.right).count();
            Given::Options(chosen.take(wanted).collect())
        }
        Body::Typed { answers, .. } => {
            let right = answers.iter().find(|a| a.right).expect("a model answer");
            Given::Text(if is_right {
                cairn::deck::marking::bare(&right.text).to_owned()
            } else {
                "something else".to_owned()
            })
        }
        Body::Order { steps, .. } => {
            let mut order: Vec<u16> = (0..steps.len() as u16).collect();
            if !is_right {
                order.reverse();
            }
            Given::Sequence(order)
        }
        Body::Match { pairs, .. } => {
            let mut order: Vec<u16> = (0..pairs.len() as u16).collect();
            if !is_right {
                order.rotate_left(1);
            }
            Given::Pairs(order)
        }
        Body::Case { rubric, .. } => Given::Criteria(if is_right {
            (0..rubric.len() as u16).collect()
        } else {
            Vec::new()
        }),
        Body::Card { .. } | Body::Cloze { .. } | Body::Drill { .. } => {
            panic!("no exam asks this")
        }
    }
}
