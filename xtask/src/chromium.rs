//! A Chromium for the browser tests.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::process;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
const ON_MACS: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Its file: `$CHROMIUM`, else an installed one, else, where that needs no question, a new one.
pub(crate) fn ready() -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM").map(PathBuf::from) {
        let missing = || {
            Failure::new(format!(
                "$CHROMIUM is {}, which is not there",
                path.display()
            ))
        };
        return if path.is_file() {
            Ok(path)
        } else {
            Err(missing().advise("set it to the browser's program"))
        };
    }
    if let Some(path) = installed() {
        return Ok(path);
    }
    if may_use_apt() {
        println!("installing Chromium from Debian; this takes about a minute");
        let advice = "check the network, or install Chromium and set $CHROMIUM to its program";
        let apt = |arguments: &[&str]| {
            let mut command = Command::new("apt-get");
            process::run(
                command
                    .env("DEBIAN_FRONTEND", "noninteractive")
                    .args(arguments),
                advice,
            )
        };
        apt(&["update", "--quiet"])?;
        apt(&[
            "install",
            "--yes",
            "--quiet",
            "--no-install-recommends",
            "chromium",
            "fonts-liberation",
        ])?;
    }
    installed().ok_or_else(|| {
        Failure::new("there is no Chromium for the browser tests")
            .advise("install Chromium or Chrome, or set $CHROMIUM to its program")
    })
}

fn installed() -> Option<PathBuf> {
    let mac = || {
        ON_MACS
            .iter()
            .map(PathBuf::from)
            .find(|path| path.is_file())
    };
    NAMES
        .iter()
        .find_map(|name| process::on_path(name))
        .or_else(mac)
}

/// Only on Debian and only as root, which is how containers run; nobody else's system is touched.
fn may_use_apt() -> bool {
    let root = || process::ask(Command::new("id").arg("-u")).is_some_and(|user| user == "0");
    Path::new("/etc/debian_version").is_file() && process::on_path("apt-get").is_some() && root()
}
