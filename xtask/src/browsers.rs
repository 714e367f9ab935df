//! The browsers that tests drive, and what they need: found, or installed where that needs no question.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::process;

/// A program that is the system's and not ours.
pub(crate) struct Program {
    name: &'static str,
    /// Names its file, where the learner has one in mind.
    variable: &'static str,
    /// What it may be called on PATH.
    names: &'static [&'static str],
    /// Where it may lie beside PATH.
    places: &'static [&'static str],
    /// What brings it on Debian.
    packages: &'static [&'static str],
}

pub(crate) const CHROMIUM: Program = Program {
    name: "Chromium",
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "chrome"],
    places: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    packages: &["chromium", "fonts-liberation"],
};

pub(crate) const FIREFOX: Program = Program {
    name: "Firefox",
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    places: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        r"C:\Program Files\Mozilla Firefox\firefox.exe",
    ],
    packages: &["firefox-esr"],
};

/// It knows where its browser, `WebKitGTK`'s `MiniBrowser`, lies.
pub(crate) const WEBKIT_DRIVER: Program = Program {
    name: "WebKitWebDriver",
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    places: &[],
    packages: &["webkit2gtk-driver", "xvfb"],
};

/// A screen for `MiniBrowser`, which has no mode without one.
pub(crate) const XVFB: Program = Program {
    name: "Xvfb",
    variable: "XVFB",
    names: &["Xvfb"],
    places: &[],
    packages: &["xvfb"],
};

impl Program {
    /// Its file: what its variable names, else an installed one, else, where that needs no question, a new one.
    pub(crate) fn ready(&self) -> Result<PathBuf> {
        if let Some(path) = env::var_os(self.variable) {
            return self.named(PathBuf::from(path));
        }
        if let Some(path) = self.installed() {
            return Ok(path);
        }
        if may_use_apt() {
            self.install()?;
        }
        self.installed().ok_or_else(|| self.missing())
    }

    fn named(&self, path: PathBuf) -> Result<PathBuf> {
        if path.is_file() {
            return Ok(path);
        }
        let what = format!(
            "${} is {}, which is not there",
            self.variable,
            path.display()
        );
        Err(Failure::new(what).advise("set it to the program's file"))
    }

    fn installed(&self) -> Option<PathBuf> {
        let place = || {
            let mut places = self.places.iter().map(PathBuf::from);
            places.find(|path| path.is_file())
        };
        let mut names = self.names.iter();
        names.find_map(|name| process::on_path(name)).or_else(place)
    }

    fn install(&self) -> Result<()> {
        println!(
            "installing {} from Debian; this takes about a minute",
            self.name
        );
        let advice = format!(
            "check the network, or install {} and set ${} to its program",
            self.name, self.variable
        );
        let apt = |arguments: &[&str]| {
            let mut command = Command::new("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive");
            process::run(command.args(arguments), &advice)
        };
        apt(&["update", "--quiet"])?;
        let how = ["install", "--yes", "--quiet", "--no-install-recommends"];
        apt(&[&how, self.packages].concat())
    }

    fn missing(&self) -> Failure {
        let packages = self.packages.join(" and ");
        Failure::new(format!("there is no {} for the browser tests", self.name)).advise(format!(
            "install it (on Debian: {packages}), or set ${} to its program",
            self.variable
        ))
    }
}

/// Only on Debian and only as root, which is how containers run; nobody else's system is touched.
fn may_use_apt() -> bool {
    let root = || process::ask(Command::new("id").arg("-u")).is_some_and(|user| user == "0");
    Path::new("/etc/debian_version").is_file() && process::on_path("apt-get").is_some() && root()
}

#[cfg(test)]
mod tests {
    use super::{CHROMIUM, FIREFOX, WEBKIT_DRIVER, XVFB};

    #[test]
    fn a_variable_that_names_no_file_is_told() {
        let told = FIREFOX.named("nowhere/firefox".into()).unwrap_err();
        let told = told.to_string();
        assert!(told.contains("$FIREFOX is nowhere/firefox"), "{told}");
        let here = std::env::current_exe().unwrap();
        assert_eq!(FIREFOX.named(here.clone()).unwrap(), here);
    }

    #[test]
    fn a_program_that_is_missing_is_told_with_a_way_to_get_it() {
        for program in [CHROMIUM, FIREFOX, WEBKIT_DRIVER, XVFB] {
            let told = program.missing().to_string();
            assert!(told.contains(program.packages[0]), "{told}");
            assert!(told.contains(&format!("${}", program.variable)), "{told}");
        }
    }
}
