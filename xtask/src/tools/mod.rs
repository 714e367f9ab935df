//! The programs that a build needs, each installed where it is missing and kept in `.tools/`.

mod install;
mod lockfile;
mod version;
mod wasm_opt;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Naming, Result};
use crate::process;
use crate::project::Project;
use install::Wanted;
use version::Version;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

pub(crate) struct Tools {
    trunk: PathBuf,
    path: OsString,
}

impl Tools {
    /// Everything a build needs, after installing what is missing.
    pub(crate) fn ready(project: &Project) -> Result<Self> {
        wasm_target(project)?;
        let trunk = Wanted {
            package: "trunk",
            program: "trunk",
            version: Version(0, 21, 14),
            newer_is_fine: true,
            minutes: "3 to 8",
        };
        let bindgen = Wanted {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: wasm_bindgen_version(project)?,
            newer_is_fine: false,
            minutes: "1 to 3",
        };
        let trunk = trunk.ready(project)?;
        let bindgen = bindgen.ready(project)?;
        let mut folders: Vec<PathBuf> = wasm_opt::ready(project)?.into_iter().collect();
        folders.extend(bindgen.parent().map(Path::to_path_buf));
        Ok(Self {
            trunk,
            path: process::path_with(&folders)?,
        })
    }

    /// One of the programs that Trunk uses, for ourselves.
    pub(crate) fn command(&self, program: &str) -> Command {
        let found = std::env::split_paths(&self.path)
            .map(|folder| folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX)))
            .find(|path| path.is_file());
        let mut command = Command::new(found.unwrap_or_else(|| program.into()));
        command.env("PATH", &self.path);
        command
    }

    /// Trunk, finding the other tools first and looking for nothing in the network.
    pub(crate) fn trunk(&self, project: &Project, subcommand: &str) -> Command {
        let mut command = Command::new(&self.trunk);
        command.current_dir(project.root()).env("PATH", &self.path);
        // Trunk reads NO_COLOR as a switch that must say `true` or `false`; others set it to `1`.
        command.env_remove("NO_COLOR");
        command.args([
            subcommand,
            "--offline",
            "--skip-version-check",
            "--log",
            "warn",
        ]);
        command
    }
}

/// Lets the compiler build for the browser.
pub(crate) fn wasm_target(project: &Project) -> Result<()> {
    let mut rustc = Command::new("rustc");
    let sysroot = process::ask(
        rustc
            .current_dir(project.root())
            .args(["--print", "sysroot"]),
    );
    if sysroot.is_some_and(|root| Path::new(&root).join("lib/rustlib").join(TARGET).is_dir()) {
        return Ok(());
    }
    if process::on_path("rustup").is_none() {
        return Err(Failure::new(format!("the Rust compiler cannot build for {TARGET}")).advise(
            "install Rust with rustup (https://rustup.rs), or your system's package with the standard library for that target",
        ));
    }
    println!("adding {TARGET} to the toolchain");
    let mut rustup = Command::new("rustup");
    rustup
        .current_dir(project.root())
        .args(["target", "add", TARGET]);
    process::run(&mut rustup, "check the network and try again")
}

fn wasm_bindgen_version(project: &Project) -> Result<Version> {
    let path = project.lockfile();
    let text = fs::read_to_string(&path).naming("read", path.display())?;
    lockfile::locked(&text, "wasm-bindgen").ok_or_else(|| {
        Failure::new("Cargo.lock names no wasm-bindgen")
            .advise("run `cargo generate-lockfile`, then try again")
    })
}
