//! The data screen: backup, import, settings, and how the log is kept.

use super::super::data::Message;
use super::super::{App, Folder, ImportPreview, Refused, Saved, Storage};
use crate::review::DayLoad;
use crate::time::Stamp;

/// The data screen.
#[derive(Clone, Debug, PartialEq)]
pub struct DataView {
    /// Answers that stand.
    pub answers: usize,
    /// Items answered at least once.
    pub items: usize,
    /// How the log is kept.
    pub storage: Storage,
    /// The outcome of the last thing done: whether it worked, and words.
    pub message: Option<(bool, String)>,
    /// What the chosen backup would add.
    pub import: Option<ImportPreview>,
    /// Minutes for each weekday, Monday first.
    pub minutes: [u16; 7],
    /// Days off from today on, as `2026-12-24`.
    pub days_off: Vec<String>,
    /// Why the last date was not taken.
    pub refused: Option<&'static str>,
    /// New items a day.
    pub new_per_day: u16,
    /// Desired retention in percent.
    pub retention_percent: u16,
    /// The hour at which a study day begins.
    pub rollover_hour: u8,
    /// Lapses that make an item a leech; 0: nothing is one.
    pub leech: u16,
    /// How much to do on each weekday, Monday first, where no exam is booked.
    pub easy_days: [DayLoad; 7],
    /// Whether days with much to do are avoided.
    pub is_balanced: bool,
    /// What could not be stored, in words.
    pub save_error: Option<String>,
    /// How safe what was answered is.
    pub saved: Saved,
    /// Whether the browser promised to keep the data when it runs short of space; `None` if it was not asked.
    pub kept: Option<bool>,
    /// How full the store is in percent, from the moment that it matters.
    pub nearly_full: Option<u8>,
    /// The last backup: its day in words, and how many answers have come since.
    pub last_backup: Option<(String, usize)>,
    /// The folder that backups go to by themselves.
    pub folder: Folder,
}

impl App {
    /// The data screen.
    pub fn data_view(&self, now: Stamp) -> DataView {
        let settings = self.history.settings();
        DataView {
            answers: self.history.answer_count(),
            items: self
                .history
                .records()
                .filter(|(_, r)| r.last().is_some())
                .count(),
            storage: self.storage.clone(),
            message: self.data.message.as_ref().map(|message| match message {
                Message::Done(words) => (true, words.clone()),
                Message::Failed(words) => (false, words.clone()),
            }),
            import: self.data.import(),
            minutes: std::array::from_fn(|weekday| settings.minutes(weekday as u8)),
            days_off: self.days_off(now),
            refused: self.refused().map(Refused::words),
            new_per_day: settings.new_per_day(),
            retention_percent: (settings.retention() * 100.0).round() as u16,
            rollover_hour: settings.rollover_hour(),
            leech: settings.leech(),
            easy_days: settings.easy_days(),
            is_balanced: settings.is_balanced(),
            save_error: self.save_error().map(ToString::to_string),
            saved: self.safety.saved(),
            kept: self.safety.kept(),
            nearly_full: self.safety.nearly_full(),
            last_backup: self.protection.last().map(|last| {
                let since = self.history.answer_count().saturating_sub(last.answers);
                (last.day.short(), since)
            }),
            folder: self.protection.folder().clone(),
        }
    }
}
