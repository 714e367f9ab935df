//! Playwright against the built app, served by our own server.

use std::process::Command;

use crate::failure::{Naming, Result};
use crate::project::Project;
use crate::site::Site;
use crate::tally::Tally;
use crate::{browsers, dist, npm, process, server};

pub(super) fn run(project: &Project, tally: &mut Tally) -> Result<()> {
    super::built(project)?;
    let folder = project.browser_tests();
    npm::install(&folder)?;
    let browser = browsers::CHROMIUM.ready()?;
    let contract = super::contract::build(project)?;
    let running =
        server::start(Site::new(dist::read(project)?), 0).naming("listen on", "any port")?;
    let mut playwright = Command::new(process::NPX);
    playwright
        .current_dir(&folder)
        .args(["--no-install", "playwright", "test", "--reporter=list"]);
    playwright
        .env("CAIRN_URL", format!("http://localhost:{}/", running.port))
        .env("CHROMIUM_PATH", browser)
        .env("CAIRN_CONTRACT", contract);
    // Colours would stand between us and the numbers.
    playwright.env_remove("FORCE_COLOR");
    let advice = "the failed tests are listed above, with what they saw in tests/browser/results";
    process::run_watching(&mut playwright, advice, |line| tally.read(line))
}
