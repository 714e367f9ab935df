//! The short path in Firefox and `WebKitGTK`, against the built app on a plain host of its own.

use std::process::Command;

use crate::browsers::{FIREFOX, WEBKIT_DRIVER, XVFB};
use crate::failure::Result;
use crate::project::Project;
use crate::tally::Tally;
use crate::{npm, process};

pub(super) fn run(project: &Project, tally: &mut Tally) -> Result<()> {
    super::built(project)?;
    let folder = project.other_browsers();
    npm::install(&folder)?;
    let mut node = Command::new("node");
    node.current_dir(&folder).args(["run.mjs", "firefox"]);
    node.env("CAIRN_DIST", project.dist())
        .env("FIREFOX", FIREFOX.ready()?);
    if cfg!(target_os = "linux") {
        node.arg("webkit")
            .env("WEBKIT_DRIVER", WEBKIT_DRIVER.ready()?)
            .env("XVFB", XVFB.ready()?);
    } else {
        println!("WebKitGTK is for Linux alone, so Firefox goes by itself here");
    }
    let advice = "the broken promise stands above, with what the page showed";
    process::run_watching(&mut node, advice, |line| tally.read(line))
}
