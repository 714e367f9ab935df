//! The command palette: every screen, every track, and the library, by a few letters.

use super::super::{App, Export, Query, ReviewPage, RoadPage, Route, StatisticsQuery};
use crate::deck::item::Item;
use crate::deck::library::Ask;

/// At most so many lines.
const LINES_MAX: usize = 12;
/// Of those so many items.
const ITEMS_MAX: usize = 5;

/// A line of the palette.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    /// What it does.
    pub words: String,
    /// What kind of thing that is.
    pub hint: &'static str,
    /// How.
    pub action: Action,
}

/// What a command does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Opens a screen.
    Go(Route),
    /// Saves the roadmap as a file, on the page that says what came of it.
    Save(Export),
    /// Shows the keys.
    Keys,
}

impl App {
    /// The commands that fit these words, the best first. Every word must stand in a command, at the beginning of one of its words for
    /// the best.
    pub fn palette(&self, words: &str) -> Vec<Command> {
        let wanted = words.to_lowercase();
        let parts: Vec<&str> = wanted.split_whitespace().collect();
        let mut found: Vec<(usize, Command)> = Vec::new();
        for command in self.commands() {
            if let Some(rank) = rank(&command.words, &parts) {
                found.push((rank, command));
            }
        }
        // Among equals as they stand.
        found.sort_by_key(|(rank, _)| *rank);
        let mut lines: Vec<Command> = found.into_iter().map(|(_, command)| command).collect();
        lines.truncate(LINES_MAX - ITEMS_MAX);
        if !parts.is_empty() {
            lines.extend(self.items(&parts));
            lines.push(Command {
                words: format!("Look for “{}” in the library", words.trim()),
                hint: "Search",
                action: Action::Go(Route::Library(Query {
                    words: words.trim().to_owned(),
                    ..Query::default()
                })),
            });
        }
        lines
    }

    fn commands(&self) -> Vec<Command> {
        let go = |words: &str, hint, route| Command {
            words: words.to_owned(),
            hint,
            action: Action::Go(route),
        };
        let mut all = vec![
            go("Today", "Screen", Route::Start),
            go("Plan", "Screen", Route::Plan),
            go("Mock exams", "Screen", Route::Exams),
            go("Roadmap", "Screen", Route::Road(RoadPage::default())),
            go("Roadmap as a list", "Roadmap", Route::Road(RoadPage::List)),
            go("Career paths", "Roadmap", Route::Road(RoadPage::Paths)),
            go("Reviews", "Screen", Route::Reviews(ReviewPage::All)),
            go(
                "Statistics",
                "Screen",
                Route::Statistics(StatisticsQuery::default()),
            ),
            go("Drills", "Screen", Route::Drills(None)),
            go("Library", "Screen", Route::Library(Query::default())),
            go("Your own decks", "Screen", Route::Decks),
            go("Settings", "Screen", Route::Settings),
            go("Your data and backups", "Settings", Route::Data),
        ];
        for track in self.library.tracks() {
            let id = &track.id;
            let name = match track.code.as_str() {
                "" => track.short.clone(),
                code => format!("{} ({code})", track.short),
            };
            all.push(go(
                &format!("Study {name}"),
                "Session",
                Route::Study(id.clone()),
            ));
            all.push(go(
                &format!("Blueprint of {name}"),
                "Track",
                Route::Track(id.clone()),
            ));
            all.push(go(
                &format!("Mock exam {name}"),
                "Exam",
                Route::Exam(id.clone()),
            ));
            all.push(go(
                &format!("Readiness {name}"),
                "Chance",
                Route::Readiness(id.clone()),
            ));
            let statistics = StatisticsQuery {
                track: Some(id.clone()),
                ..StatisticsQuery::default()
            };
            all.push(go(
                &format!("Statistics of {name}"),
                "Numbers",
                Route::Statistics(statistics),
            ));
        }
        for (id, name, ..) in self.own_decks.list() {
            all.push(go(
                &format!("Study {name}"),
                "Session",
                Route::Study(id.clone()),
            ));
        }
        all.extend(crate::drill::types::ALL.iter().map(|of| {
            let words = format!("Drill {}", of.name);
            go(&words, "Drill", Route::Drills(Some(of.id)))
        }));
        all.extend(self.road_commands());
        all.push(Command {
            words: "Keys".to_owned(),
            hint: "Help",
            action: Action::Keys,
        });
        all
    }

    /// What a roadmap with something on it has: its other pages, and the files that it can be saved as.
    fn road_commands(&self) -> Vec<Command> {
        let page = |words: &str, page| Command {
            words: words.to_owned(),
            hint: "Roadmap",
            action: Action::Go(Route::Road(page)),
        };
        let save = |words: &str, export| Command {
            words: words.to_owned(),
            hint: "File",
            action: Action::Save(export),
        };
        if self.history.road().is_empty() {
            return Vec::new();
        }
        vec![
            page("Skills of the roadmap", RoadPage::Skills),
            page("Money of the roadmap", RoadPage::Money),
            save("Roadmap as a calendar file (.ics)", Export::Calendar),
            save("Roadmap as text (Markdown)", Export::Text),
        ]
    }

    /// Items of the decks that are here with these words in their title.
    fn items<'a>(&'a self, parts: &'a [&str]) -> impl Iterator<Item = Command> + 'a {
        let fits = |item: &Item| rank(&item.title, parts).is_some();
        let command = |ask: &Ask| Command {
            words: ask.item.title.clone(),
            hint: "Item",
            action: Action::Go(Route::Item(ask.id.clone())),
        };
        let asks = self.library.asks().iter();
        asks.filter(move |ask| fits(&ask.item))
            .take(ITEMS_MAX)
            .map(command)
    }
}

/// How well words fit a text: 0 if each begins one of its words, 1 if each stands in it; none if one doesn't.
fn rank(text: &str, parts: &[&str]) -> Option<usize> {
    let text = text.to_lowercase();
    let begins = |part: &&str| {
        text.split(|c: char| !c.is_alphanumeric())
            .any(|word| word.starts_with(*part))
    };
    if !parts.iter().all(|part| text.contains(part)) {
        return None;
    }
    Some(usize::from(!parts.iter().all(begins)))
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn beginnings_of_words_come_before_what_stands_within() {
        assert_eq!(rank("Mock exam SAA-C03", &["saa", "mock"]), Some(0));
        assert_eq!(rank("Mock exam SAA-C03", &["c03"]), Some(0));
        assert_eq!(rank("Mock exam SAA-C03", &["ock"]), Some(1));
        assert_eq!(rank("Mock exam SAA-C03", &["plan"]), None);
        assert_eq!(rank("Plan", &[]), Some(0));
    }
}
