//! Running other programs.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Naming, Result};

/// npm is a script on Windows, which is found there only by its whole name.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };
pub(crate) const NPX: &str = if cfg!(windows) { "npx.cmd" } else { "npx" };

/// The cargo that runs us, so that every step uses the same toolchain.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// Runs to the end with the output going where ours goes; `advice` is for whoever sees it fail.
pub(crate) fn run(command: &mut Command, advice: &str) -> Result<()> {
    let status = command.status().naming("start", program(command))?;
    if status.success() {
        Ok(())
    } else {
        Err(failed(command, advice))
    }
}

/// Like [`run`], and hands each line of the output to `seen` as it passes by.
pub(crate) fn run_watching(
    command: &mut Command,
    advice: &str,
    mut seen: impl FnMut(&str),
) -> Result<()> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .naming("start", program(command))?;
    let mut lines = BufReader::new(
        child
            .stdout
            .take()
            .expect("the output was piped two lines above"),
    );
    let mut line = Vec::new();
    while lines
        .read_until(b'\n', &mut line)
        .naming("read the output of", program(command))?
        > 0
    {
        // Somebody who closes our output (`| head`) still gets a verdict, so this error says nothing.
        let _ = io::stdout().write_all(&line);
        seen(String::from_utf8_lossy(&line).trim_end());
        line.clear();
    }
    let status = child.wait().naming("wait for", program(command))?;
    if status.success() {
        Ok(())
    } else {
        Err(failed(command, advice))
    }
}

/// What a program prints, or nothing where it is missing or fails: a question, never a step.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The program's file, looked for as the system would.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

/// PATH with `folders` looked at first.
pub(crate) fn path_with(folders: &[PathBuf]) -> Result<OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.iter().cloned().chain(env::split_paths(&old))).map_err(|error| {
        Failure::new(format!("this workspace cannot be put on PATH: {error}"))
            .advise("move it to a folder whose name has no `:` or `;`")
    })
}

fn program(command: &Command) -> String {
    Path::new(command.get_program())
        .file_stem()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn failed(command: &Command, advice: &str) -> Failure {
    let arguments: Vec<_> = command
        .get_args()
        .map(|argument| argument.to_string_lossy())
        .collect();
    Failure::new(format!(
        "`{} {}` failed",
        program(command),
        arguments.join(" ")
    ))
    .advise(advice)
}
