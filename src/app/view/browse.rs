//! The library screen and the screen of one item.

use std::sync::Arc;

use super::super::browse::PICKED_MAX;
use super::super::content::Arrival;
use super::super::exams::entry::reveal;
use super::super::presentation::Presentation;
use super::super::session::Asking;
use super::super::{App, Only, Query, Route};
use super::QuestionView;
use super::exams::beginning;
use crate::deck::id::{ItemId, TrackId};
use crate::deck::item::Item;
use crate::deck::library::Ask;
use crate::review::Record;
use crate::study::{Why, due_day, is_leech};
use crate::time::{Day, Stamp, days_in_words};

/// The seed of the example that stands on the page of a drill.
const EXAMPLE: u32 = 1;

/// The library screen.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryView {
    /// What is looked for.
    pub query: Query,
    /// Tracks and own decks, with their names.
    pub tracks: Vec<(TrackId, String)>,
    /// Domains and tasks of the track that is chosen: number, name, and whether it is a task.
    pub tasks: Vec<(String, String, bool)>,
    /// How many items were found, of how many.
    pub found: (usize, usize),
    /// Those that are shown.
    pub rows: Vec<ItemRow>,
    /// How many are picked.
    pub picked: usize,
    /// How many can be picked at once.
    pub pickable: usize,
    /// How many items what was done last can be taken back for.
    pub undoable: usize,
    /// Decks that are on their way.
    pub coming: usize,
    /// A deck or the list of them didn't come; why.
    pub failed: Option<String>,
    /// Something could not be stored; why.
    pub save_error: Option<String>,
}

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemRow {
    /// Its id.
    pub id: ItemId,
    /// Its title.
    pub title: String,
    /// How it begins.
    pub words: String,
    /// Kind, deck and task in one line.
    pub origin: String,
    /// When it is asked again, or what else is to be said of it.
    pub state: String,
    /// Marks of the learner and of the program.
    pub marks: Vec<&'static str>,
    /// Whether it is picked.
    pub is_picked: bool,
}

/// The screen of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemView {
    /// Its id.
    pub id: ItemId,
    /// What is shown.
    pub shown: ItemShown,
    /// Something could not be stored; why.
    pub save_error: Option<String>,
}

/// What the screen of an item shows.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemShown {
    /// Its deck is on its way.
    Loading,
    /// The deck didn't come; why.
    Failed(String),
    /// No deck has it.
    Unknown,
    /// The item.
    Here(Box<ItemPage>),
}

/// An item with everything that is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemPage {
    /// As in the list.
    pub row: ItemRow,
    /// The question with its answer.
    pub question: QuestionView,
    /// Facts: name and words.
    pub facts: Vec<(&'static str, String)>,
    /// The item itself: if it is another, the page is built anew.
    pub item: Arc<Item>,
    /// The learner's note.
    pub note: String,
    /// Whether it is flagged, suspended, wanted soon, buried today.
    pub is: [bool; 4],
    /// Its answers, the last one first: day, grade, seconds. None: they are being read.
    pub past: Option<Vec<(String, String, u32)>>,
}

impl App {
    /// The library screen; `None` on other screens.
    pub fn library_view(&self, now: Stamp) -> Option<LibraryView> {
        let Route::Library(query) = &self.route else {
            return None;
        };
        let today = self.history.day(now);
        let asks = self.library.asks();
        let places = self.browse.found.iter().take(self.browse.shown);
        let rows = places.filter_map(|place| asks.get(*place as usize));
        let packs = self.content.packs.values();
        let failed = self
            .content
            .index
            .failed()
            .or_else(|| packs.clone().find_map(|pack| pack.arrival.failed()));
        Some(LibraryView {
            query: query.clone(),
            tracks: self.decks_by_name(),
            tasks: self.tasks_of(query.track.as_ref()),
            found: (self.browse.found.len(), asks.len()),
            rows: rows.map(|ask| self.item_row(ask, today)).collect(),
            picked: self.browse.picked.len(),
            pickable: self.browse.found.len().min(PICKED_MAX),
            undoable: self.browse.undoable(),
            coming: packs
                .filter(|pack| pack.arrival == Arrival::Fetching)
                .count(),
            failed,
            save_error: self.save_error().map(ToString::to_string),
        })
    }

    fn decks_by_name(&self) -> Vec<(TrackId, String)> {
        let tracks = self.library.tracks().iter();
        let tracks = tracks.map(|track| (track.id.clone(), track.short.clone()));
        let own = self.own_decks.list();
        tracks
            .chain(own.map(|(id, name, ..)| (id.clone(), name.to_owned())))
            .collect()
    }

    fn tasks_of(&self, track: Option<&TrackId>) -> Vec<(String, String, bool)> {
        let track = track.and_then(|track| self.library.track(track.as_str()));
        let mut rows = Vec::new();
        for domain in track.iter().flat_map(|track| &track.domains) {
            rows.push((domain.id.clone(), domain.name.clone(), false));
            rows.extend(
                domain
                    .tasks
                    .iter()
                    .map(|task| (task.id.clone(), task.name.clone(), true)),
            );
        }
        rows
    }

    fn item_row(&self, ask: &Ask, today: Day) -> ItemRow {
        let record = self.history.of(&ask.id);
        let is = |wanted: fn(&Record) -> bool| record.is_some_and(wanted);
        let leech = record.is_some_and(|r| is_leech(r, self.history.settings().leech()));
        let marks = [
            (is(Record::is_flagged), "Flagged"),
            (is(Record::is_wanted), "Soon"),
            (record.is_some_and(|r| r.note().is_some()), "Note"),
            (leech, "Leech"),
        ];
        let group = ask
            .group
            .map(|group| format!(" {group}"))
            .unwrap_or_default();
        let task = ask
            .item
            .task
            .as_deref()
            .map(|task| format!(" · {task}"))
            .unwrap_or_default();
        ItemRow {
            id: ask.id.clone(),
            title: ask.item.title.clone(),
            words: beginning(ask.item.body.stem()),
            origin: format!(
                "{}{group} · {}{task}",
                ask.item.body.kind().word(),
                self.deck_name(&ask.deck)
            ),
            state: self.state_in_words(ask, today),
            marks: marks
                .iter()
                .filter(|(is, _)| *is)
                .map(|(_, words)| *words)
                .collect(),
            is_picked: self.browse.picked.contains(&ask.id),
        }
    }

    /// When an item is asked again.
    fn state_in_words(&self, ask: &Ask, today: Day) -> String {
        let Some(record) = self.history.of(&ask.id) else {
            return "New".to_owned();
        };
        if record.is_suspended() {
            return "Suspended".to_owned();
        }
        if record.is_buried(today) {
            return "Not today".to_owned();
        }
        match due_day(&self.history, &ask.id, record).map(|day| day.since(today)) {
            None => "New".to_owned(),
            Some(..=0) => "Due".to_owned(),
            Some(1) => "Tomorrow".to_owned(),
            Some(days) => format!("In {}", days_in_words(days)),
        }
    }

    /// The screen of one item; `None` on other screens.
    pub fn item_view(&self, now: Stamp) -> Option<ItemView> {
        let Route::Item(id) = &self.route else {
            return None;
        };
        Some(ItemView {
            id: id.clone(),
            shown: self.item_shown(id, now),
            save_error: self.save_error().map(ToString::to_string),
        })
    }

    fn item_shown(&self, id: &ItemId, now: Stamp) -> ItemShown {
        if let Some(ask) = self.library.ask(id) {
            return ItemShown::Here(Box::new(self.item_page(ask, now)));
        }
        let pack = self
            .content
            .packs
            .iter()
            .find(|(track, _)| track.as_str() == id.track());
        let arrival = pack.map(|(_, pack)| &pack.arrival);
        let failed = self
            .content
            .index
            .failed()
            .or_else(|| arrival.and_then(Arrival::failed));
        let is_coming =
            matches!(arrival, Some(Arrival::Fetching)) || self.content.index == Arrival::Fetching;
        match failed {
            Some(words) => ItemShown::Failed(words),
            None if is_coming => ItemShown::Loading,
            None => ItemShown::Unknown,
        }
    }

    fn item_page(&self, ask: &Ask, now: Stamp) -> ItemPage {
        let today = self.history.day(now);
        let kind = ask.item.body.kind();
        let (made, drawn) = super::super::drilling::made(ask.clone(), EXAMPLE);
        let asking = Asking {
            presentation: Presentation::of(&made, 0),
            ask: made,
            why: Why::Due,
            shown: Stamp::new(0, 0),
            drawn,
        };
        let mut question = self.question(&asking, Some(&reveal(&asking, None)), now);
        question.label = drawn.map(|_| "An example: the figures are others each time");
        question.key = ask.id.to_string();
        // Nothing was answered here, so nothing is right or wrong about it.
        if let Some(answered) = &mut question.answered {
            answered.verdict = None;
        }
        let mut row = self.item_row(ask, today);
        if let Some(task) = question.task.take() {
            row.origin = format!("{} · {} · {task}", kind.word(), self.deck_name(&ask.deck));
        }
        let record = self.history.of(&ask.id);
        let is = |wanted: fn(&Record) -> bool| record.is_some_and(wanted);
        let past = self
            .browse
            .past
            .as_ref()
            .filter(|(item, _)| *item == ask.id);
        let past = past.map(|(_, past)| {
            let row = |of: &super::super::PastAnswer| {
                let day = self.history.day(of.at);
                (day.to_string(), of.grade.word().to_owned(), of.ms / 1_000)
            };
            past.iter().rev().map(row).collect()
        });
        ItemPage {
            row,
            question,
            item: Arc::clone(&ask.item),
            facts: self.item_facts(ask, record, today),
            note: record.and_then(Record::note).unwrap_or_default().to_owned(),
            is: [
                is(Record::is_flagged),
                is(Record::is_suspended),
                is(Record::is_wanted),
                record.is_some_and(|r| r.is_buried(today)),
            ],
            past,
        }
    }

    fn item_facts(
        &self,
        ask: &Ask,
        record: Option<&Record>,
        today: Day,
    ) -> Vec<(&'static str, String)> {
        let mut facts = vec![("Next", self.state_in_words(ask, today))];
        if let Some((record, (state, last))) =
            record.and_then(|r| Some((r, r.state().zip(r.last())?)))
        {
            let elapsed = f64::from(today.since(self.history.day(last.at)).max(0));
            let recall = self.history.scheduler().retrievability(state, elapsed);
            let half = f64::from(state.stability);
            let share = f64::from(record.passed()) / record.count().max(1) as f64;
            facts.push(("Recall today", format!("{:.0} %", recall * 100.0)));
            facts.push(("Falls to 90 % after", days_in_words(half.round() as i32)));
            facts.push(("Difficulty", format!("{:.1} of 10", state.difficulty)));
            facts.push((
                "Answered",
                format!(
                    "{}, {:.0} % remembered",
                    times(record.count()),
                    share * 100.0
                ),
            ));
            if record.lapses() > 0 {
                facts.push(("Forgotten", times(record.lapses() as usize)));
            }
        }
        facts
    }
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}

/// The names of the states that can be looked for.
pub fn states() -> impl Iterator<Item = (Only, &'static str)> {
    Only::ALL.into_iter().map(|(only, _, words)| (only, words))
}
