//! `fuzz`: coverage-guided fuzzing on the pinned toolchain. cargo-fuzz wants a nightly one for its sanitizers; its engine,
//! libFuzzer, needs only the coverage passes, which a stable compiler has.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, ExitCode};

use crate::failure::{Failure, Naming, Result};
use crate::process;
use crate::project::Project;

/// The compiler's coverage passes, as cargo-fuzz sets them without a sanitizer.
const COVERAGE: [&str; 7] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "-Cdebuginfo=1",
];

/// Runs one target; further arguments go to libFuzzer (`-runs=1000000`, `-max_total_time=60`).
pub(crate) fn run(
    project: &Project,
    target: &str,
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<ExitCode> {
    let folder = project.root().join("tests").join("fuzz");
    if !folder
        .join("targets")
        .join(format!("{target}.rs"))
        .is_file()
    {
        return Err(Failure::new(format!("there is no fuzz target `{target}`"))
            .advise(format!("these are there: {}", targets(&folder).join(", "))));
    }
    let mut command = process::cargo(project.root());
    command
        .env("RUSTFLAGS", COVERAGE.join(" "))
        .arg("run")
        .arg("--release")
        // With a target named, build scripts and macros are left without coverage.
        .args(["--target", &host()?])
        .arg("--manifest-path")
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(project.root().join("target").join("fuzz"))
        .args(["--bin", target, "--"]);
    // What is found goes to the first folder; the kept corpus is the second and is only read.
    let found = project.root().join("target").join("fuzz").join("corpus");
    let found = found.join(target);
    std::fs::create_dir_all(&found).naming("make", found.display())?;
    command.arg(found).arg(folder.join("corpus").join(target));
    let words = folder.join(format!("{target}.dict"));
    if words.is_file() {
        command.arg(format!("-dict={}", words.display()));
    }
    let findings = project.root().join("target").join("fuzz").join("findings");
    std::fs::create_dir_all(&findings).naming("make", findings.display())?;
    command.arg(format!("-artifact_prefix={}/", findings.display()));
    // By the clock, so not so little that a busy machine would be taken for a slow input. A later one counts.
    command.arg("-timeout=5");
    let status = command.args(arguments).status().naming("start", "cargo")?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The targets that there are, in order.
fn targets(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder.join("targets"));
    let names = entries.into_iter().flatten().flatten().filter_map(|entry| {
        let path = entry.path();
        Some(path.file_stem()?.to_str()?.to_owned())
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

fn host() -> Result<String> {
    let version = process::ask(Command::new("rustc").arg("-vV")).unwrap_or_default();
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned)
        .ok_or_else(|| Failure::new("rustc does not say which machine this is"))
}
