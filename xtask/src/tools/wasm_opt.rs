//! wasm-opt makes the module smaller. The build goes on without it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::version::Version;
use crate::failure::{Naming, Result};
use crate::process;
use crate::project::Project;

/// Older ones do not know everything that today's compilers emit.
const OLDEST: Version = Version(116, 0, 0);
const NPM_VERSION: &str = "132.0.0";

/// Hands a module on unchanged. Trunk has no switch to leave wasm-opt out, but takes whatever has its name.
const STAND_IN: &str = r#"#!/bin/sh
if [ "$1" = --version ]; then echo "wasm-opt version 0"; exit; fi
for argument; do
  case $argument in
    --output=*) out=${argument#--output=} ;;
    -*) ;;
    *) in=$argument ;;
  esac
done
exec cp "$in" "$out"
"#;

/// The folder to put on PATH, or nothing where PATH already leads to a good one.
pub(crate) fn ready(project: &Project) -> Result<Option<PathBuf>> {
    if works(&PathBuf::from("wasm-opt")) {
        return Ok(None);
    }
    let home = project.tools().join("npm");
    let folder = home.join("node_modules").join(".bin");
    let program = folder.join(if cfg!(windows) {
        "wasm-opt.cmd"
    } else {
        "wasm-opt"
    });
    if works(&program) || (install(&home)? && works(&program)) {
        return Ok(Some(folder));
    }
    println!(
        "going on without wasm-opt, so the app is a little larger; to have it, install Node 20 or newer, or binaryen {}",
        OLDEST.0
    );
    stand_in(project).map(Some)
}

fn works(program: &PathBuf) -> bool {
    let said = process::ask(Command::new(program).arg("--version"));
    said.and_then(|said| Version::find(&said))
        .is_some_and(|version| version >= OLDEST)
}

fn install(home: &PathBuf) -> Result<bool> {
    if process::ask(Command::new(process::NPM).arg("--version")).is_none() {
        println!("npm is not here");
        return Ok(false);
    }
    println!(
        "installing wasm-opt (npm's binaryen, about 100 MB) into .tools/npm once; this takes seconds"
    );
    fs::create_dir_all(home).naming("create", home.display())?;
    let mut npm = Command::new(process::NPM);
    npm.args([
        "install",
        "--no-audit",
        "--no-fund",
        "--loglevel",
        "error",
        "--prefix",
    ])
    .arg(home);
    npm.arg(format!("binaryen@{NPM_VERSION}"));
    Ok(process::run(&mut npm, "").is_ok())
}

fn stand_in(project: &Project) -> Result<PathBuf> {
    let folder = project.tools().join("stand-in");
    let program = folder.join("wasm-opt");
    fs::create_dir_all(&folder).naming("create", folder.display())?;
    fs::write(&program, STAND_IN).naming("write", program.display())?;
    make_executable(&program)?;
    Ok(folder)
}

#[cfg(unix)]
fn make_executable(program: &PathBuf) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(program, fs::Permissions::from_mode(0o755))
        .naming("make executable", program.display())
}

#[cfg(not(unix))]
fn make_executable(_: &PathBuf) -> Result<()> {
    Err(crate::failure::Failure::new("wasm-opt is missing").advise("install Node 20 or newer"))
}
