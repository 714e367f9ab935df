//! Whether `dist` is what the sources give. Then nothing is built again: two optimised modules take minutes even where no line changed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Naming, Result};
use crate::project::Project;
use crate::{dist, hash};

/// What stands in the workspace and has no part in what is built. Anything else counts, so a new folder of sources can't be forgotten.
const APART: [&str; 7] = [".ci", ".git", ".tools", "dist", "docs", "target", "tests"];

/// The sources as they are now: a line for each file, with its content's hash and its name.
pub(crate) fn sources(project: &Project) -> Result<String> {
    let mut text = String::new();
    let root = project.root();
    for entry in fs::read_dir(root).naming("read", root.display())? {
        let path = entry.naming("read", root.display())?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !APART.contains(&&*name) {
            text += &lines(&path)?;
        }
    }
    let mut sorted: Vec<&str> = text.lines().collect();
    sorted.sort_unstable();
    Ok(sorted.join("\n"))
}

/// Whether `dist` was built from these sources and is as it was then.
pub(crate) fn is_fresh(project: &Project, sources: &str) -> bool {
    let kept = fs::read_to_string(place(project));
    let now = lines(&project.dist()).map(|built| together(sources, &built));
    matches!((kept, now), (Ok(kept), Ok(now)) if kept == now)
}

/// Notes that `dist` was built from these sources.
pub(crate) fn keep(project: &Project, sources: &str) -> Result<()> {
    let text = together(sources, &lines(&project.dist())?);
    let place = place(project);
    fs::write(&place, text).naming("write", place.display())
}

fn place(project: &Project) -> PathBuf {
    project.cache().join("built.txt")
}

fn together(sources: &str, built: &str) -> String {
    format!("from\n{sources}\nto\n{built}")
}

/// A line for the file, or for each file below the folder.
fn lines(path: &Path) -> Result<String> {
    let files = if path.is_dir() {
        dist::names(path)?
    } else {
        vec![(String::new(), path.to_path_buf())]
    };
    let mut text = String::new();
    for (name, file) in files {
        let content = fs::read(&file).naming("read", file.display())?;
        let above = path.file_name().unwrap_or_default().to_string_lossy();
        text += &format!("{} {above}/{name}\n", hash::of(content));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{is_fresh, keep, sources};
    use crate::project::Project;
    use std::fs;
    use std::path::PathBuf;

    /// A workspace in a folder of its own, which goes when the test does.
    struct Workspace {
        root: PathBuf,
        project: Project,
    }

    impl Workspace {
        fn new(name: &str) -> Self {
            let root = std::env::temp_dir().join(format!("cairn-{name}-{}", std::process::id()));
            let project = Project::at(root.clone());
            let workspace = Self { root, project };
            workspace.write("src/lib.rs", "one");
            workspace.write("Cargo.toml", "two");
            workspace.write("dist/index.html", "built");
            fs::create_dir_all(workspace.project.cache()).unwrap();
            workspace
        }

        fn write(&self, name: &str, text: &str) {
            let path = self.root.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }

        fn is_fresh(&self) -> bool {
            is_fresh(&self.project, &sources(&self.project).unwrap())
        }

        fn keep(&self) {
            keep(&self.project, &sources(&self.project).unwrap()).unwrap();
        }
    }

    impl Drop for Workspace {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.root);
        }
    }

    #[test]
    fn what_was_built_is_fresh_until_a_source_changes_comes_or_goes() {
        let workspace = Workspace::new("sources");
        assert!(!workspace.is_fresh(), "nothing was noted");
        workspace.keep();
        assert!(workspace.is_fresh());
        workspace.write("tests/a.rs", "no part of it");
        assert!(workspace.is_fresh());
        for (name, text) in [
            ("src/lib.rs", "other"),
            ("style/new.css", "new"),
            ("Cargo.toml", "2"),
        ] {
            workspace.write(name, text);
            assert!(!workspace.is_fresh(), "{name}");
            workspace.keep();
            assert!(workspace.is_fresh(), "{name}");
        }
        fs::remove_file(workspace.root.join("style/new.css")).unwrap();
        assert!(!workspace.is_fresh());
    }

    #[test]
    fn a_built_file_that_was_changed_or_taken_away_is_built_again() {
        let workspace = Workspace::new("built");
        workspace.keep();
        workspace.write("dist/index.html", "damaged");
        assert!(!workspace.is_fresh());
        workspace.write("dist/index.html", "built");
        assert!(workspace.is_fresh());
        fs::remove_dir_all(workspace.root.join("dist")).unwrap();
        assert!(!workspace.is_fresh());
    }

    #[test]
    fn sources_that_change_while_they_are_built_are_built_again() {
        let workspace = Workspace::new("meanwhile");
        let before = sources(&workspace.project).unwrap();
        workspace.write("src/lib.rs", "saved meanwhile");
        keep(&workspace.project, &before).unwrap();
        assert!(!workspace.is_fresh());
    }
}
