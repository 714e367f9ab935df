//! The laboratory's commands: passed on as they are, with the exit code coming back.

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use crate::failure::{Naming, Result};
use crate::process;
use crate::project::Project;

pub(crate) const COMMANDS: [&str; 4] = ["decks", "simulate", "evaluate", "bench"];

pub(crate) fn run(project: &Project, name: &str, arguments: Vec<OsString>) -> Result<ExitCode> {
    let status = command(project, name)
        .args(arguments)
        .status()
        .naming("start", "cargo")?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

pub(crate) fn command(project: &Project, name: &str) -> Command {
    let mut command = process::cargo(project.root());
    command.args([
        "run",
        "--quiet",
        "--profile",
        "lab",
        "--package",
        "cairn-lab",
        "--",
        name,
    ]);
    command
}
