//! Performs what the desk wants done outside: backups, the folder, taking everything away.

use wasm_bindgen_futures::spawn_local;

use super::Shell;
use super::browser::copies::{Copies, DATABASE};
use super::browser::slots::LocalSlots;
use super::browser::{fetch, files, folder, marker, page};
use super::shell::MERGED;
use super::tending::in_local_storage;
use crate::app::{
    Browsing, Desk, Errand, Event, Form, LastBackup, PastAnswer, Reviewing, Roading, Span,
    answers_to, done_in, drilled,
};
use crate::deck::given::Given;
use crate::deck::id::ItemId;
use crate::review::{Answer, Answers, Done, Fact, What, Writer};
use crate::store::{
    Copy, Journal, LINES_PREFIX, MemorySlots, PREFIX, SlotError, Slots as _, Sound, write_archive,
    write_backup,
};

/// Where the day of the last backup is kept, beside the log.
const LAST: &str = "cairn.backup";
/// Every name that Cairn uses in local storage begins with it.
const OURS: &str = "cairn";

/// Everything stored, in one form or the other: what either copy holds. It is read from a picture of local storage, so that
/// nothing is put back or mended on the way.
async fn everything(form: Form, copies: Option<Copies>) -> Result<Vec<u8>, SlotError> {
    let second = match copies {
        Some(copies) => copies.texts().await.ok(),
        None => None,
    };
    let picture = MemorySlots {
        texts: in_local_storage(),
        ..MemorySlots::default()
    };
    if second.as_ref().is_none_or(Copy::is_empty) {
        // If neither can be read, that is what the learner must know.
        LocalSlots.keys()?;
    }
    match form {
        Form::Compact => {
            let mut journal = Journal::new(picture, Writer(0));
            Ok(write_archive(journal.scan(second, &Sound::new())?.parts))
        }
        Form::Lines => {
            let (_, loaded) = Journal::open(picture, second, Writer(0));
            let loaded = loaded?;
            Ok(write_backup(&loaded.facts, &loaded.foreign).into_bytes())
        }
    }
}

/// The answers to an item, read from the log.
async fn past_of(item: &ItemId) -> Vec<PastAnswer> {
    answers_to(item, facts_of(|answer| answer.item == *item).await)
}

/// The answers that are wanted, and what takes answers back.
async fn facts_of(is_wanted: impl Fn(&Answer) -> bool) -> Vec<Fact> {
    let mut facts = Vec::new();
    // Of all facts only those that may speak of it.
    each_part(|part| {
        facts.extend(part.into_iter().filter(|fact| match &fact.what {
            What::Answered(answer) => is_wanted(answer),
            What::Undone(_) => true,
            _ => false,
        }));
    })
    .await;
    facts
}

/// What the answers of these periods did.
async fn done_of(periods: &[Span], rollover: u8) -> Vec<(Span, Done)> {
    let mut answers = Answers::default();
    each_part(|part| answers.add(&part)).await;
    page::mark("cairn-part");
    let done = done_in(answers, periods, rollover);
    page::mark("cairn-part-read");
    done
}

/// Reads the log part by part, with a pause after each. What is damaged was told at the start.
async fn each_part(mut look: impl FnMut(Vec<Fact>)) {
    for key in LocalSlots.keys().unwrap_or_default() {
        if !(key.starts_with(PREFIX) || key.starts_with(LINES_PREFIX)) {
            continue;
        }
        if let Ok(Some(text)) = LocalSlots.get(&key) {
            page::mark("cairn-part");
            // A log of this one text: segments and lines of the first version are read alike.
            let alone = MemorySlots {
                texts: [(key, text)].into(),
                ..MemorySlots::default()
            };
            let scan = Journal::new(alone, Writer(0)).scan(None, &Sound::new());
            for part in scan.map(|scan| scan.parts).unwrap_or_default() {
                if let Ok((facts, _)) = part.read() {
                    look(facts);
                }
            }
            page::mark("cairn-part-read");
        }
        page::pause().await;
    }
}

impl Shell {
    /// Tells the app what is known of backups.
    pub(super) fn look_at_backups(self) {
        let kept = LocalSlots.get(LAST).ok().flatten();
        if let Some(last) = kept.as_deref().and_then(LastBackup::parse) {
            self.desk(Desk::BackupNoted(last));
        }
        spawn_local(async move {
            let (state, _) = folder::state(self.copies().as_ref()).await;
            self.desk(Desk::FolderIs(state));
        });
    }

    fn desk(self, event: Desk) {
        self.dispatch(Event::Desk(event));
    }

    /// Does what the desk wants done. What comes of it is an event.
    pub(super) fn run(self, errand: Errand) {
        match errand {
            Errand::Merge(facts, foreign) => {
                let merged = self.merge(&facts, &foreign);
                if merged.is_ok() {
                    self.tell(MERGED);
                }
                self.desk(Desk::Merged(merged));
            }
            Errand::SaveBackup(name, form) => spawn_local(async move {
                let written = everything(form, self.copies())
                    .await
                    .and_then(|bytes| files::download(&name, &bytes).map(|()| bytes.len()));
                self.desk(Desk::BackupSaved(written));
            }),
            Errand::FetchPaths => fetch::bytes("decks/paths.json", move |result| {
                self.dispatch(Event::Road(Roading::PathsFetched(result)));
            }),
            Errand::FetchPath(id, file) => {
                fetch::bytes(&format!("decks/{file}"), move |result| {
                    self.dispatch(Event::Road(Roading::PathFetched(id, result)));
                });
            }
            Errand::ReadAnswers(periods, rollover) => spawn_local(async move {
                let done = done_of(&periods, rollover).await;
                self.dispatch(Event::Reviewing(Reviewing::Read(done)));
            }),
            Errand::ReviewOn => spawn_local(async move {
                page::pause().await;
                page::mark("cairn-review");
                self.dispatch(Event::Reviewing(Reviewing::WentOn));
                page::mark("cairn-reviewed");
            }),
            Errand::SaveText(name, text) => {
                let written = files::download(&name, text.as_bytes());
                self.desk(Desk::TextSaved(written.map_err(|e| e.to_string())));
            }
            Errand::NoteBackup(last) => {
                // Without it the learner is reminded too early, which is no harm.
                let _ = LocalSlots.set(LAST, &last.to_text());
            }
            Errand::ChooseFolder => spawn_local(async move {
                if let Some((state, _)) = folder::ask(self.copies().as_ref()).await {
                    self.desk(Desk::FolderIs(state));
                }
            }),
            Errand::SaveToFolder(name) => {
                spawn_local(async move { self.save_to_folder(&name).await });
            }
            Errand::Show(route) => page::show(&route.hash()),
            Errand::ReadItem(item) => spawn_local(async move {
                let past = past_of(&item).await;
                self.dispatch(Event::Browsing(Browsing::HistoryRead(item, past)));
            }),
            Errand::ReadDrills => spawn_local(async move {
                let past = drilled(
                    facts_of(|answer| matches!(answer.given, Some(Given::Drawn(..)))).await,
                );
                self.dispatch(Event::Browsing(Browsing::DrillsRead(past)));
            }),
            Errand::Plan => spawn_local(async move {
                page::pause().await;
                page::mark("cairn-plan");
                self.desk(Desk::PlanOn);
                page::mark("cairn-planned");
            }),
            Errand::Train(held) => self.train(held),
            Errand::StopTraining => self.stop_training(),
            Errand::Count(number, count) => self.count(number, count),
            Errand::StopCounting => self.stop_counting(),
            Errand::Erase => spawn_local(async move { self.erase().await }),
        }
    }

    async fn save_to_folder(self, name: &str) {
        let (_, handle) = folder::state(self.copies().as_ref()).await;
        let result = match (handle, everything(Form::Compact, self.copies()).await) {
            (Some(handle), Ok(bytes)) => folder::write(&handle, name, &bytes).await,
            (None, _) => Err("the folder is gone".to_owned()),
            (_, Err(error)) => Err(error.to_string()),
        };
        self.desk(Desk::FolderWritten(result));
    }

    /// Takes everything of this page away. The other tabs are told first, since they would write on.
    async fn erase(self) {
        self.tell("erased");
        for key in LocalSlots.keys().unwrap_or_default() {
            if key.starts_with(OURS) {
                let _ = LocalSlots.remove(&key);
            }
        }
        if let Some(copies) = self.copies() {
            copies.close();
        }
        Copies::delete(DATABASE).await;
        marker::remove().await;
        page::start_anew();
    }
}
