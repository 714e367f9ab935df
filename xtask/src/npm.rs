//! Packages of npm, for the tests that drive browsers.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::process;

/// Installs what a folder's `package-lock.json` names, unless it is there.
pub(crate) fn install(folder: &Path) -> Result<()> {
    if is_installed(folder) {
        return Ok(());
    }
    if process::ask(Command::new(process::NPM).arg("--version")).is_none() {
        return Err(Failure::new("the browser tests need npm").advise("install Node 20 or newer"));
    }
    eprintln!("installing packages into {}", folder.display());
    let mut npm = Command::new(process::NPM);
    npm.current_dir(folder)
        .args(["ci", "--no-audit", "--no-fund"]);
    // The browser is the system's own; a download of several would be wasted.
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(
        &mut npm,
        "check the network, and that package-lock.json is there",
    )
}

/// npm writes its own lock file last, so a broken installation does not count.
fn is_installed(folder: &Path) -> bool {
    let written = |path: &str| fs::metadata(folder.join(path)).and_then(|file| file.modified());
    match (
        written("node_modules/.package-lock.json"),
        written("package-lock.json"),
    ) {
        (Ok(installed), Ok(wanted)) => installed >= wanted,
        _ => false,
    }
}
