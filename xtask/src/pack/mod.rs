//! Decks become what the app fetches: one small index that it always loads, and one pack per track that it loads when the track is
//! opened (`cairn::deck::pack`).

mod folder;
mod paths;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use cairn::deck::pack::{Entry, Index, Pack};

use crate::failure::{Failure, Naming, Result};
use crate::hash;
use crate::project::Project;
use folder::{Folder, listing};

/// Writes `target/decks` and says how many items there are. Files that did not change are left alone.
pub(crate) fn write(project: &Project) -> Result<usize> {
    let folders = read_all(&project.decks())?;
    let items = folders.iter().map(Folder::items).sum();
    let tracks = folders.iter().map(|folder| folder.track.id.to_string());
    let tracks: Vec<String> = tracks.collect();
    let tracks = tracks.iter().map(String::as_str).collect();
    let roads = paths::files(&project.decks().join("paths"), &tracks)?;
    let roads = roads.map_err(|problems| {
        Failure::new(problems.join("\n       "))
            .advise("correct these paths; src/roadmap/path.rs says what they hold")
    })?;
    let mut files = files(folders);
    files.extend(roads);
    replace(&project.packs(), &files)?;
    Ok(items)
}

fn read_all(decks: &Path) -> Result<Vec<Folder>> {
    let mut folders = Vec::new();
    let mut problems = Vec::new();
    for path in listing(decks)? {
        if path.join("track.toml").is_file() {
            match Folder::read(&path) {
                Ok(folder) => folders.push(folder),
                Err(found) => problems.extend(found),
            }
        }
    }
    match problems.is_empty() {
        true if folders.is_empty() => Err(Failure::new(format!("no deck in {}", decks.display()))
            .advise("add a folder with a track.toml, see decks/WRITING.md")),
        true => Ok(folders),
        // All of them at once, so that nobody repairs one only to be told of the next.
        false => Err(Failure::new(problems.join("\n       "))
            .advise("correct these files, see decks/WRITING.md")),
    }
}

/// Every file by its name.
fn files(mut folders: Vec<Folder>) -> BTreeMap<String, Vec<u8>> {
    folders.sort_by_key(|folder| folder.track.place);
    let mut files = BTreeMap::new();
    let mut tracks = Vec::new();
    for folder in folders {
        let items = folder.items();
        let track = folder.track.light();
        let pack = (!folder.decks.is_empty()).then(|| {
            let bytes = Pack::of(track.id.clone(), folder.decks).to_bytes();
            // The name changes whenever the content does, so that it may be cached for ever.
            let name = format!("{}.{}.pack", track.id, &hash::of(&bytes)[..8]);
            files.insert(name.clone(), bytes);
            name
        });
        let items = u32::try_from(items).unwrap_or(u32::MAX);
        tracks.push(Entry { track, items, pack });
    }
    files.insert("index.bin".to_owned(), Index { tracks }.to_bytes());
    files
}

/// Makes the folder hold these files and no others.
fn replace(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    fs::create_dir_all(folder).naming("create", folder.display())?;
    for path in listing(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !files.contains_key(&*name) {
            fs::remove_file(&path).naming("remove", path.display())?;
        }
    }
    for (name, bytes) in files {
        let path = folder.join(name);
        if fs::read(&path).ok().as_ref() != Some(bytes) {
            fs::write(&path, bytes).naming("write", path.display())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use cairn::deck::pack::{Index, Pack, PackError};

    use super::{Folder, files, read_all};

    fn folders() -> Vec<Folder> {
        read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../decks")).unwrap()
    }

    #[test]
    fn every_pack_is_named_in_the_index_and_reads_back() {
        let folders = folders();
        let counts: Vec<(String, usize)> = folders
            .iter()
            .map(|folder| (folder.track.id.to_string(), folder.items()))
            .collect();
        let files = files(folders);
        let index = Index::from_bytes(&files["index.bin"]).unwrap();
        assert_eq!(files.len(), counts.len() + 1);
        assert!(index.tracks.is_sorted_by_key(|entry| entry.track.place));
        for entry in index.tracks {
            let name = entry.pack.unwrap();
            let pack = Pack::from_bytes(&files[&name]).unwrap();
            assert_eq!(pack.track, entry.track.id);
            let items: usize = pack.decks.iter().map(|deck| deck.items.len()).sum();
            assert!(counts.contains(&(pack.track.to_string(), items)));
            assert_eq!(entry.items as usize, items);
            assert!(crate::headers::is_hashed(&name), "{name}");
            assert!(entry.track.links.is_empty(), "what is heavy stays out");
        }
    }

    #[test]
    fn other_bytes_are_refused() {
        assert_eq!(Index::from_bytes(&[]), Err(PackError::Damaged));
        assert_eq!(Index::from_bytes(b"{}"), Err(PackError::Version));
        let bytes = &files(folders())["index.bin"];
        let cut = Index::from_bytes(&bytes[..bytes.len() / 2]);
        assert_eq!(cut, Err(PackError::Damaged));
    }
}
