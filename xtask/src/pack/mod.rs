//! Decks become JSON: one small index that the app always loads, and one pack per track that it loads when
//! the track is opened.

mod fetched;
mod items;
mod track;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::failure::{Failure, Naming, Result};
use crate::project::Project;
use fetched::{Deck, Source};

/// Writes `target/decks` and says how many items there are. Files that did not change are left alone.
pub(crate) fn write(project: &Project) -> Result<usize> {
    let decks = read_all(&project.decks())?;
    let files = fetched::files(&decks);
    replace(&project.packs(), &files)?;
    Ok(decks.iter().map(Deck::items).sum())
}

fn read_all(folder: &Path) -> Result<Vec<Deck>> {
    let mut decks = Vec::new();
    let mut problems = Vec::new();
    for path in listing(folder)? {
        if path.join("track.toml").is_file() {
            match read_deck(&path) {
                Ok(deck) => decks.push(deck),
                Err(problem) => problems.push(problem),
            }
        }
    }
    match problems.is_empty() {
        true if decks.is_empty() => Err(Failure::new(format!("no deck in {}", folder.display()))
            .advise("add a folder with a track.toml, see decks/WRITING.md")),
        true => Ok(decks),
        // All of them at once, so that nobody repairs one only to be told of the next.
        false => Err(Failure::new(problems.join("\n       "))
            .advise("correct these files, see decks/WRITING.md")),
    }
}

fn read_deck(folder: &Path) -> std::result::Result<Deck, String> {
    let name = folder
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let read = |path: &Path| {
        let shown = format!(
            "decks/{name}/{}",
            path.file_name().unwrap_or_default().to_string_lossy()
        );
        fs::read_to_string(path).map_err(|error| format!("{shown}: {error}"))
    };
    let facts = read(&folder.join("track.toml"))?;
    let track = track::parse(&name, &facts)
        .map_err(|problem| format!("decks/{name}/track.toml:{problem}"))?;
    let mut sources = Vec::new();
    for path in listing(folder).map_err(|failure| failure.to_string())? {
        if path.extension().is_some_and(|extension| extension == "md") {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            sources.push(Source::new(name, &read(&path)?));
        }
    }
    Ok(Deck {
        name,
        track,
        sources,
    })
}

/// In the order of the names, so that the same decks give the same bytes on every machine.
fn listing(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder).naming("read", folder.display())?;
    let mut paths: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    Ok(paths)
}

/// Makes the folder hold these files and no others.
fn replace(folder: &Path, files: &BTreeMap<String, String>) -> Result<()> {
    fs::create_dir_all(folder).naming("create", folder.display())?;
    for path in listing(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !files.contains_key(&*name) {
            fs::remove_file(&path).naming("remove", path.display())?;
        }
    }
    for (name, text) in files {
        let path = folder.join(name);
        if fs::read_to_string(&path).ok().as_ref() != Some(text) {
            fs::write(&path, text).naming("write", path.display())?;
        }
    }
    Ok(())
}
