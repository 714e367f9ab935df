//! One folder of `decks/`: a track and its files.

use std::fs;
use std::path::{Path, PathBuf};

use cairn::deck::Deck;
use cairn::deck::parse::parse;
use cairn::deck::track::Track;

use crate::failure::{Naming, Result};

/// A track with its items.
pub(crate) struct Folder {
    pub(crate) track: Track,
    pub(crate) decks: Vec<Deck>,
}

impl Folder {
    /// Reads a folder, or says everything that is wrong with it.
    pub(crate) fn read(path: &Path) -> std::result::Result<Self, Vec<String>> {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mut problems = Vec::new();
        let track = read_track(path, &name)
            .map_err(|problem| problems.push(problem))
            .ok();
        let mut decks = Vec::new();
        let files = listing(path).map_err(|failure| vec![failure.to_string()])?;
        for file in files
            .iter()
            .filter(|f| f.extension().is_some_and(|e| e == "md"))
        {
            let shown = shown(&name, file);
            match fs::read(file) {
                Err(error) => problems.push(format!("{shown}: {error}")),
                Ok(bytes) => {
                    let parsed = parse(&shown, &bytes);
                    problems.extend(parsed.problems.iter().map(ToString::to_string));
                    decks.extend(parsed.deck);
                }
            }
        }
        match track {
            Some(track) if problems.is_empty() => Ok(Self { track, decks }),
            _ => Err(problems),
        }
    }

    pub(crate) fn items(&self) -> usize {
        self.decks.iter().map(|deck| deck.items.len()).sum()
    }
}

fn shown(folder: &str, file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    format!("decks/{folder}/{name}")
}

fn read_track(folder: &Path, name: &str) -> std::result::Result<Track, String> {
    let path = folder.join("track.toml");
    let shown = shown(name, &path);
    let text = fs::read_to_string(&path).map_err(|error| format!("{shown}: {error}"))?;
    parse_track(name, &text).map_err(|problem| format!("{shown}:{problem}"))
}

/// Reads `track.toml`. Errors begin with the line.
fn parse_track(folder: &str, text: &str) -> std::result::Result<Track, String> {
    let track: Track = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        format!("{line}: {}", error.message())
    })?;
    let id = track.id.as_str();
    if id != folder {
        return Err(format!(
            "1: the id is `{id}`, but the folder is called `{folder}`; make them the same"
        ));
    }
    Ok(track)
}

fn line_of(text: &str, offset: usize) -> usize {
    let before = text.bytes().take(offset);
    before.filter(|&byte| byte == b'\n').count() + 1
}

/// In the order of the names, so that the same decks give the same bytes on every machine.
pub(crate) fn listing(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).naming("read", folder.display())?;
    let mut paths: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::parse_track;

    const TRACK: &str = include_str!("../../../decks/aws-saa-c03/track.toml");

    #[test]
    fn a_track_is_read_under_its_folders_name_only() {
        assert!(parse_track("aws-saa-c03", TRACK).is_ok());
        let problem = parse_track("aws-saa", TRACK).unwrap_err();
        assert!(problem.contains("`aws-saa-c03`"), "{problem}");
    }

    #[test]
    fn a_mistake_is_reported_with_its_line() {
        let problem = parse_track("x", "id = \"x\"\nname = \"y\"\nminutes = = 3\n").unwrap_err();
        assert!(problem.starts_with("3: "), "{problem}");
        let typo = TRACK.replacen("vendor", "vendro", 1);
        assert!(
            parse_track("aws-saa-c03", &typo)
                .unwrap_err()
                .contains("vendro")
        );
    }
}
