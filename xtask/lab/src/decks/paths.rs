//! Career paths, `decks/paths/*.toml`: that they read, and what their own rules say of them.

use std::collections::BTreeSet;
use std::path::Path;

use super::lint::Finding;
use super::load::{Collection, sorted};
use cairn::roadmap::{Path as Road, check};

/// The folder of `decks/` that holds paths and no track.
pub(super) const FOLDER: &str = "paths";

/// Everything that is wrong with the paths of a folder.
pub(super) fn findings(root: &Path, collection: &Collection) -> Result<Vec<Finding>, String> {
    let tracks: BTreeSet<&str> = collection.tracks.iter().map(|t| t.id.as_str()).collect();
    let mut found = Vec::new();
    for file in sorted(&root.join(FOLDER))? {
        let name = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let shown = file.display().to_string();
        let text = std::fs::read_to_string(&file).map_err(|e| format!("{shown}: {e}"))?;
        match toml::from_str::<Road>(&text) {
            Err(error) => found.push(Finding::error(&shown, error.to_string())),
            Ok(road) => {
                if road.id != name {
                    let words = format!("the id `{}` must be the file's name", road.id);
                    found.push(Finding::error(&shown, words));
                }
                let problems = check(&road, &tracks);
                found.extend(
                    problems
                        .iter()
                        .map(|problem| Finding::error(&shown, problem.to_string())),
                );
            }
        }
    }
    Ok(found)
}
