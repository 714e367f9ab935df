//! What the tests stand on: the paths and tracks that ship, laid from the start of 2027.

use std::collections::BTreeMap;
use std::fs;

use cairn::deck::track::Track;
use cairn::roadmap::lay::{Laid, lay};
use cairn::roadmap::money::{Costs, costs};
use cairn::roadmap::{Evidence, Laying, Marks, Path};
use cairn::time::Day;

pub(crate) const ACCELERATED: &str = "accelerated-devops-sre";
pub(crate) const CONTAINERS: &str = "container-expertise";
pub(crate) const ARCHITECT: &str = "junior-to-architect";

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).expect("a date")
}

/// A path that ships.
pub(crate) fn path(id: &str) -> Path {
    let text = fs::read_to_string(format!("decks/paths/{id}.toml")).expect("a path");
    toml::from_str(&text).expect("a path")
}

/// Paths on the roadmap, each with what was done on it.
pub(crate) struct Ground {
    pub(crate) paths: Vec<(Path, Laying, Marks)>,
    pub(crate) tracks: BTreeMap<String, Track>,
    pub(crate) today: Day,
}

impl Ground {
    /// These paths, begun on 2027-01-01 with 50 hours a week, which no month of theirs exceeds.
    pub(crate) fn of(ids: &[&str]) -> Self {
        let laying = Laying {
            start: day("2027-01-01"),
            hours_week: 50,
            first_month: 1,
            name: String::new(),
        };
        let folders = fs::read_dir("decks").expect("decks").flatten();
        let files = folders.filter_map(|at| fs::read_to_string(at.path().join("track.toml")).ok());
        let tracks = files.map(|text| toml::from_str::<Track>(&text).expect("a track"));
        Self {
            paths: ids
                .iter()
                .map(|id| (path(id), laying.clone(), Marks::default()))
                .collect(),
            tracks: tracks.map(|track| (track.id.to_string(), track)).collect(),
            today: day("2027-01-10"),
        }
    }

    pub(crate) fn marks(&mut self, path: usize) -> &mut Marks {
        &mut self.paths[path].2
    }

    pub(crate) fn tick(&mut self, path: usize, id: &str, on: &str) {
        let evidence = Evidence {
            day: day(on),
            note: String::new(),
            link: String::new(),
        };
        self.marks(path).ticked.insert(id.to_owned(), evidence);
    }

    pub(crate) fn entries(&self) -> Vec<Laid> {
        let laid = |(path, laying, marks): &(Path, Laying, Marks)| lay(path, laying, marks);
        self.paths.iter().flat_map(laid).collect()
    }

    pub(crate) fn on_road(&self) -> Vec<(&Path, &Laying, &Marks)> {
        self.paths.iter().map(|(p, l, m)| (p, l, m)).collect()
    }

    pub(crate) fn costs(&self) -> Costs {
        let track = |id: &str| self.tracks.get(id);
        costs(&self.entries(), &self.on_road(), self.today, track)
    }

    pub(crate) fn names(&self) -> BTreeMap<String, String> {
        let names = self.paths.iter();
        names
            .map(|(path, ..)| (path.id.clone(), path.name.clone()))
            .collect()
    }
}
