//! `cargo xtask test`: every check, the quick ones first.

mod browser;
mod contract;
mod others;
mod selection;
mod steps;

use std::process::ExitCode;
use std::time::Instant;

use crate::failure::{Failure, Result};
use crate::project::Project;
use crate::tally::Tally;
pub(crate) use selection::Selection;
use steps::STEPS;

/// One check.
struct Step {
    name: &'static str,
    about: &'static str,
    run: fn(&Project, &mut Tally) -> Result<()>,
}

/// For `--help`.
pub(crate) fn names() -> String {
    let lines = STEPS
        .iter()
        .map(|step| format!("  {:<12} {}", step.name, step.about));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// Tests in browsers want the built app.
fn built(project: &Project) -> Result<()> {
    if project.dist().join("index.html").is_file() {
        return Ok(());
    }
    Err(Failure::new("there is no built app to test").advise("run `cargo xtask build` first"))
}

pub(crate) fn run(project: &Project, selection: &Selection) -> ExitCode {
    let mut tally = Tally::default();
    let mut done = 0;
    for step in STEPS.iter().filter(|step| selection.takes(step.name)) {
        println!("\n== {}: {}", step.name, step.about);
        let started = Instant::now();
        let result = (step.run)(project, &mut tally);
        let seconds = started.elapsed().as_secs_f64();
        if let Err(failure) = result {
            println!("== {} failed after {seconds:.1} s", step.name);
            eprintln!(
                "\n{failure}\n  again: cargo xtask test --only {}\n",
                step.name
            );
            println!("{} passed, {} failed", tally.passed, tally.failed.max(1));
            return ExitCode::FAILURE;
        }
        println!("== {} passed in {seconds:.1} s", step.name);
        done += 1;
    }
    // Steps without tests of their own count as one each only when there is nothing else to count.
    let passed = if tally.passed == 0 {
        done
    } else {
        tally.passed
    };
    println!("\n{passed} passed, 0 failed");
    ExitCode::SUCCESS
}
