//! Reads `decks/*/track.toml` and `decks/*/*.md`.

use std::path::{Path, PathBuf};

use super::confirmed::{self, Ledger};
use cairn::deck::item::Item;
use cairn::deck::parse::{Parsed, parse};
use cairn::deck::problem::Place;
use cairn::deck::track::Track;

/// Everything in `decks/`.
pub(crate) struct Collection {
    pub(crate) tracks: Vec<Track>,
    pub(crate) files: Vec<Parsed>,
    /// Lists of confirmed items, for tracks that have one.
    pub(crate) confirmed: Vec<Ledger>,
}

/// An item with the track it belongs to and the place of its heading.
pub(crate) struct Placed<'a> {
    pub(crate) track: &'a Track,
    pub(crate) item: &'a Item,
    pub(crate) place: &'a Place,
    pub(crate) domain: Option<&'a str>,
}

impl Collection {
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let mut tracks = Vec::new();
        let mut files = Vec::new();
        let mut confirmed = Vec::new();
        for folder in sorted(root)?
            .into_iter()
            .filter(|p| p.join("track.toml").is_file())
        {
            let path = folder.join("track.toml");
            let text = read(&path)?;
            let text =
                String::from_utf8(text).map_err(|_| format!("{}: not UTF-8", path.display()))?;
            let track: Track =
                toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
            if folder
                .file_name()
                .is_none_or(|name| name != track.id.as_str())
            {
                let path = path.display();
                return Err(format!(
                    "{path}: the id `{}` must be the folder's name",
                    track.id
                ));
            }
            let list = folder.join(confirmed::FILE);
            if let Ok(text) = std::fs::read_to_string(&list) {
                confirmed.push((track.id.to_string(), list.display().to_string(), text));
            }
            tracks.push(track);
            let markdown = |p: &PathBuf| p.extension().is_some_and(|e| e == "md");
            for path in sorted(&folder)?.into_iter().filter(markdown) {
                files.push(parse(&path.to_string_lossy(), &read(&path)?));
            }
        }
        Ok(Self {
            tracks,
            files,
            confirmed,
        })
    }

    /// Every item that stands, in the order of tracks and files.
    pub(crate) fn items(&self) -> impl Iterator<Item = Placed<'_>> {
        self.files.iter().flat_map(|parsed| {
            let deck = parsed.deck.as_ref();
            let track = deck.and_then(|d| self.tracks.iter().find(|t| t.id == d.header.deck));
            let items = deck.map_or(&[][..], |d| &d.items);
            let domain = deck.and_then(|d| d.header.domain.as_deref());
            items
                .iter()
                .zip(&parsed.places)
                .filter_map(move |(item, place)| {
                    Some(Placed {
                        track: track?,
                        item,
                        place,
                        domain,
                    })
                })
        })
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

pub(super) fn sorted(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| {
        format!(
            "{}: {e}; run this from the project's folder",
            folder.display()
        )
    })?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}
