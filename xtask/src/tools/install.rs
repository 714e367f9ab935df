//! Installing one program from crates.io into `.tools/`.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use super::version::Version;
use crate::failure::{Failure, Result};
use crate::process;
use crate::project::Project;

/// A program that the build needs.
pub(crate) struct Wanted {
    /// The crate that holds it.
    pub(crate) package: &'static str,
    /// The program itself.
    pub(crate) program: &'static str,
    pub(crate) version: Version,
    /// Newer ones do as well.
    pub(crate) newer_is_fine: bool,
    /// How long compiling it takes, for whoever waits.
    pub(crate) minutes: &'static str,
}

impl Wanted {
    fn accepts(&self, found: Version) -> bool {
        if self.newer_is_fine {
            found >= self.version
        } else {
            found == self.version
        }
    }

    fn usable(&self, path: PathBuf) -> Option<PathBuf> {
        let said = process::ask(std::process::Command::new(&path).arg("--version"))?;
        Version::find(&said)
            .is_some_and(|version| self.accepts(version))
            .then_some(path)
    }

    /// The program's file: ours, else one on PATH, else a new one.
    pub(crate) fn ready(&self, project: &Project) -> Result<PathBuf> {
        let ours = project.tools().join("bin").join(format!(
            "{}{}",
            self.program,
            std::env::consts::EXE_SUFFIX
        ));
        let found = || {
            self.usable(ours.clone())
                .or_else(|| self.usable(process::on_path(self.program)?))
        };
        if let Some(path) = found() {
            return Ok(path);
        }
        let started = Instant::now();
        if !self.fetch(project) || self.usable(ours.clone()).is_none() {
            self.compile(project)?;
        }
        println!(
            "{} is ready after {} s",
            self.program,
            started.elapsed().as_secs()
        );
        self.usable(ours).ok_or_else(|| {
            Failure::new(format!("{} was installed but does not run", self.program))
                .advise("delete .tools/bin and try again")
        })
    }

    /// A prebuilt one takes seconds. Whether it can be had depends on the network, so failing is no error.
    fn fetch(&self, project: &Project) -> bool {
        if process::on_path("cargo-binstall").is_none() {
            return false;
        }
        println!(
            "fetching {} {} with cargo-binstall",
            self.package, self.version
        );
        let mut command = process::cargo(project.root());
        command.args([
            "binstall",
            "--no-confirm",
            "--force",
            "--disable-strategies",
            "compile",
            "--root",
        ]);
        command
            .arg(project.tools())
            .arg(format!("{}@{}", self.package, self.version));
        process::run(&mut command, "").is_ok()
    }

    fn compile(&self, project: &Project) -> Result<()> {
        println!(
            "installing {} {} into .tools/ once; compiling it takes about {} minutes",
            self.package, self.version, self.minutes
        );
        // Kept between attempts, so that an interrupted installation goes on where it was.
        let work = project.tools().join("build");
        let install = |locked: bool| {
            let mut command = process::cargo(project.root());
            // Unoptimised programs are quick enough here and compile in half the time.
            command.args([
                "install",
                self.package,
                "--debug",
                "--force",
                "--version",
                &self.version.to_string(),
            ]);
            command.args(if locked { &["--locked"][..] } else { &[] });
            command
                .arg("--root")
                .arg(project.tools())
                .arg("--target-dir")
                .arg(&work);
            process::run(
                &mut command,
                &format!(
                    "check the network, or install {} {} yourself so that it is on PATH",
                    self.program, self.version
                ),
            )
        };
        install(true).or_else(|_| {
            println!(
                "trying again without {}'s own lock file, some mirrors lack a crate of it",
                self.package
            );
            install(false)
        })?;
        // Gigabytes that nobody needs any more; if they stay, the tool works all the same.
        let _ = fs::remove_dir_all(&work);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Version, Wanted};

    fn wanted(newer_is_fine: bool) -> Wanted {
        Wanted {
            package: "p",
            program: "p",
            version: Version(0, 2, 130),
            newer_is_fine,
            minutes: "1",
        }
    }

    #[test]
    fn an_exact_version_takes_no_other() {
        assert!(wanted(false).accepts(Version(0, 2, 130)));
        assert!(!wanted(false).accepts(Version(0, 2, 131)));
    }

    #[test]
    fn a_least_version_takes_newer_ones() {
        assert!(wanted(true).accepts(Version(0, 3, 0)));
        assert!(!wanted(true).accepts(Version(0, 2, 99)));
    }
}
