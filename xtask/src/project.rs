//! Where things are in the workspace.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Asked when the program runs, so that a moved or copied workspace builds itself and not the old one.
    pub(crate) fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let root = match manifest.as_deref().and_then(Path::parent) {
            Some(root) if root.join("Trunk.toml").is_file() => root.to_path_buf(),
            _ => Self::above(&env::current_dir().unwrap_or_default())?,
        };
        Ok(Self { root })
    }

    #[cfg(test)]
    pub(crate) fn at(root: PathBuf) -> Self {
        Self { root }
    }

    fn above(start: &Path) -> Result<PathBuf> {
        start
            .ancestors()
            .find(|folder| folder.join("Trunk.toml").is_file() && folder.join("xtask").is_dir())
            .map(Path::to_path_buf)
            .ok_or_else(|| {
                Failure::new("this is not Cairn's workspace")
                    .advise("run `cargo xtask` inside of it")
            })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The files as written by people.
    pub(crate) fn decks(&self) -> PathBuf {
        self.root.join("decks")
    }

    /// The files as the app fetches them. The page's `copy-dir` link names this folder too.
    pub(crate) fn packs(&self) -> PathBuf {
        self.root.join("target").join("decks")
    }

    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What the compiler leaves.
    pub(crate) fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// What this program keeps to be faster or to compare with; may be deleted at any time.
    pub(crate) fn cache(&self) -> PathBuf {
        self.root.join("target").join("xtask")
    }

    /// Programs installed for this workspace alone.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    pub(crate) fn lockfile(&self) -> PathBuf {
        self.root.join("Cargo.lock")
    }

    pub(crate) fn browser_tests(&self) -> PathBuf {
        self.root.join("tests").join("browser")
    }

    pub(crate) fn other_browsers(&self) -> PathBuf {
        self.root.join("tests").join("others")
    }
}
