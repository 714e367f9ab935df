//! Career paths become JSON: a list of all, and a file for each that the app loads when the path is looked at or lies on the roadmap.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use cairn::roadmap::path::Summary;
use cairn::roadmap::{Path as Road, check};

use super::folder::listing;
use crate::failure::{Naming, Result};
use crate::hash;

/// The list of all paths, beside the packs.
pub(super) const LIST: &str = "paths.json";

/// Files by their names, or everything that is wrong with them.
pub(super) type Read = std::result::Result<BTreeMap<String, Vec<u8>>, Vec<String>>;

/// Every file of the folder `decks/paths` by its name, or everything that is wrong with them. `tracks` are those there are.
pub(super) fn files(folder: &Path, tracks: &BTreeSet<&str>) -> Result<Read> {
    let mut files = BTreeMap::new();
    let mut summaries = Vec::new();
    let mut problems = Vec::new();
    for file in listing(folder)? {
        let text = fs::read_to_string(&file).naming("read", file.display())?;
        match toml::from_str::<Road>(&text) {
            Err(error) => problems.push(format!("{}: {error}", file.display())),
            Ok(road) => {
                problems.extend(check(&road, tracks).iter().map(ToString::to_string));
                let bytes = serde_json::to_vec(&road).map_err(std::io::Error::from);
                let bytes = bytes.naming("write", &road.id)?;
                // The name changes whenever the content does, so that it may be cached for ever.
                let name = format!("path-{}.{}.json", road.id, &hash::of(&bytes)[..8]);
                summaries.push(Summary::of(&road, name.clone()));
                files.insert(name, bytes);
            }
        }
    }
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    // From the longest way with exams to the reference works.
    summaries.sort_by(|a, b| (b.exams, &a.id).cmp(&(a.exams, &b.id)));
    let list = serde_json::to_vec(&summaries).map_err(std::io::Error::from);
    let list = list.naming("write", LIST)?;
    files.insert(LIST.to_owned(), list);
    Ok(Ok(files))
}
