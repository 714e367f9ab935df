//! The built files, each with its compressed forms.

use std::collections::HashSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::failure::{Naming, Result};
use crate::hash;
use crate::project::Project;

pub(crate) struct File {
    /// Relative to `dist`, with `/` on every system.
    pub(crate) name: String,
    pub(crate) raw: Vec<u8>,
    pub(crate) gzip: Vec<u8>,
    pub(crate) brotli: Vec<u8>,
    /// Changes with the content.
    pub(crate) tag: String,
}

/// Reads `dist`, in the order of the names.
pub(crate) fn read(project: &Project) -> Result<Vec<File>> {
    read_with(project, Vec::new())
}

/// The same, with other contents for the files of these names.
pub(crate) fn read_with(project: &Project, instead: Vec<(String, Vec<u8>)>) -> Result<Vec<File>> {
    let dist = project.dist();
    let cache = Cache {
        folder: project.cache().join("compressed"),
    };
    fs::create_dir_all(&cache.folder).naming("create", cache.folder.display())?;
    let mut files = Vec::new();
    for (name, path) in names(&dist)? {
        let raw = fs::read(&path).naming("read", path.display())?;
        files.push(cache.file(name, raw)?);
    }
    for (name, raw) in instead {
        files.retain(|file| file.name != name);
        files.push(cache.file(name, raw)?);
    }
    cache.forget_others(&files)?;
    Ok(files)
}

/// The files below a folder with their names, in the order of these.
pub(crate) fn names(dist: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut paths = Vec::new();
    collect(dist, &mut paths)?;
    let name = |path: PathBuf| {
        let inside = path.strip_prefix(dist).unwrap_or(&path);
        let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        (parts.join("/"), path)
    };
    let mut named: Vec<_> = paths.into_iter().map(name).collect();
    named.sort();
    Ok(named)
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).naming("read", folder.display())? {
        let path = entry.naming("read", folder.display())?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

/// Compressing as hard as possible takes seconds, so the results are kept, by the content they came from.
/// They stay out of `dist`, which holds what a host needs and nothing else.
struct Cache {
    folder: PathBuf,
}

impl Cache {
    fn file(&self, name: String, raw: Vec<u8>) -> Result<File> {
        let tag = hash::of(&raw);
        let gzip = self.kept(&format!("{tag}.gz"), || gzip(&raw))?;
        let brotli = self.kept(&format!("{tag}.br"), || brotli(&raw))?;
        Ok(File {
            name,
            raw,
            gzip,
            brotli,
            tag,
        })
    }

    fn kept(&self, name: &str, make: impl FnOnce() -> std::io::Result<Vec<u8>>) -> Result<Vec<u8>> {
        let path = self.folder.join(name);
        if let Ok(bytes) = fs::read(&path) {
            return Ok(bytes);
        }
        let bytes = make().naming("compress", name)?;
        // In two steps, because half a file left by Ctrl-C would be served from then on.
        let half = path.with_extension("half");
        fs::write(&half, &bytes).naming("write", half.display())?;
        fs::rename(&half, &path).naming("write", path.display())?;
        Ok(bytes)
    }

    fn forget_others(&self, files: &[File]) -> Result<()> {
        let tags: HashSet<&str> = files.iter().map(|file| file.tag.as_str()).collect();
        for entry in fs::read_dir(&self.folder).naming("read", self.folder.display())? {
            let path = entry.naming("read", self.folder.display())?.path();
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            if !tags.contains(&*stem) {
                fs::remove_file(&path).naming("remove", path.display())?;
            }
        }
        Ok(())
    }
}

fn gzip(raw: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(raw)?;
    encoder.finish()
}

fn brotli(raw: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &raw[..], &mut packed, &parameters)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::{brotli, gzip};
    use std::io::Read as _;

    #[test]
    fn compressed_files_are_the_same_when_unpacked() {
        let raw = b"cairn cairn cairn cairn".repeat(100);
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&gzip(&raw).unwrap()[..])
            .read_to_end(&mut plain)
            .unwrap();
        assert_eq!(plain, raw);
        let packed = brotli(&raw).unwrap();
        assert!(packed.len() < raw.len() / 10);
        plain.clear();
        ::brotli::BrotliDecompress(&mut &packed[..], &mut plain).unwrap();
        assert_eq!(plain, raw);
    }
}
