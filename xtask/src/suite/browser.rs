//! Playwright against the built app, served by our own server.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Naming, Result};
use crate::project::Project;
use crate::site::Site;
use crate::tally::Tally;
use crate::{chromium, dist, process, server};

pub(super) fn run(project: &Project, tally: &mut Tally) -> Result<()> {
    let folder = project.browser_tests();
    if !project.dist().join("index.html").is_file() {
        return Err(
            Failure::new("there is no built app to test").advise("run `cargo xtask build` first")
        );
    }
    install(&folder)?;
    let browser = chromium::ready()?;
    let running =
        server::start(Site::new(dist::read(project)?), 0).naming("listen on", "any port")?;
    let mut playwright = Command::new(process::NPX);
    playwright
        .current_dir(&folder)
        .args(["--no-install", "playwright", "test", "--reporter=list"]);
    playwright
        .env("CAIRN_URL", format!("http://localhost:{}/", running.port))
        .env("CHROMIUM_PATH", browser);
    // Colours would stand between us and the numbers.
    playwright.env_remove("FORCE_COLOR");
    let advice = "the failed tests are listed above, with what they saw in tests/browser/results";
    process::run_watching(&mut playwright, advice, |line| tally.read(line))
}

fn install(folder: &Path) -> Result<()> {
    if is_installed(folder) {
        return Ok(());
    }
    if process::ask(Command::new(process::NPM).arg("--version")).is_none() {
        return Err(Failure::new("the browser tests need npm").advise("install Node 20 or newer"));
    }
    println!("installing Playwright into tests/browser/node_modules");
    let mut npm = Command::new(process::NPM);
    npm.current_dir(folder)
        .args(["ci", "--no-audit", "--no-fund"]);
    // The browser is the system's own; a download of several would be wasted.
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(
        &mut npm,
        "check the network, and that tests/browser/package-lock.json is there",
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
