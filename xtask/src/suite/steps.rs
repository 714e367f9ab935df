//! The checks, in their order.

use super::{Step, browser, others};
use crate::failure::Result;
use crate::project::Project;
use crate::tally::Tally;
use crate::tools::{self, Tools};
use crate::{bundle, lab, process};

pub(super) const STEPS: [Step; 10] = [
    Step {
        name: "fmt",
        about: "every file is formatted",
        run: fmt,
    },
    Step {
        name: "tools",
        about: "the build tools are there",
        run: tools,
    },
    Step {
        name: "clippy",
        about: "no lint on this machine",
        run: clippy,
    },
    Step {
        name: "clippy-wasm",
        about: "no lint in the browser's part",
        run: clippy_wasm,
    },
    Step {
        name: "test",
        about: "unit and integration tests",
        run: test,
    },
    Step {
        name: "decks",
        about: "every deck parses and keeps the rules",
        run: decks,
    },
    Step {
        name: "docs",
        about: "the documentation builds",
        run: docs,
    },
    Step {
        name: "build",
        about: "the release build, within its size limits",
        run: build,
    },
    Step {
        name: "browser",
        about: "the built app in Chromium",
        run: browser::run,
    },
    Step {
        name: "others",
        about: "the short path in Firefox and WebKitGTK",
        run: others::run,
    },
];

fn fmt(project: &Project, _: &mut Tally) -> Result<()> {
    let mut cargo = process::cargo(project.root());
    process::run(
        cargo.args(["fmt", "--all", "--check"]),
        "run `cargo fmt --all`",
    )
}

fn tools(project: &Project, _: &mut Tally) -> Result<()> {
    Tools::ready(project).map(drop)
}

fn clippy(project: &Project, _: &mut Tally) -> Result<()> {
    let mut cargo = process::cargo(project.root());
    cargo.args([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]);
    process::run(&mut cargo, "correct what clippy says above")
}

fn clippy_wasm(project: &Project, _: &mut Tally) -> Result<()> {
    tools::wasm_target(project)?;
    // The whole module, and the one of a first visit.
    for features in [&[][..], &["--no-default-features"]] {
        let mut cargo = process::cargo(project.root());
        cargo.args(["clippy", "--quiet", "--package", "cairn", "--target"]);
        cargo.arg(tools::TARGET).args(features);
        cargo.args(["--", "-D", "warnings"]);
        process::run(&mut cargo, "correct what clippy says above")?;
    }
    Ok(())
}

fn test(project: &Project, tally: &mut Tally) -> Result<()> {
    let mut cargo = process::cargo(project.root());
    cargo.args(["test", "--workspace"]);
    let advice = "the failed tests are listed above; `cargo test NAME` runs one alone";
    process::run_watching(&mut cargo, advice, |line| tally.read(line))
}

fn decks(project: &Project, _: &mut Tally) -> Result<()> {
    let advice = "each problem above says what to do; decks/WRITING.md has the rules";
    process::run(&mut lab::command(project, "decks"), advice)
}

fn docs(project: &Project, _: &mut Tally) -> Result<()> {
    let mut cargo = process::cargo(project.root());
    cargo.env("RUSTDOCFLAGS", "-D warnings").args([
        "doc",
        "--quiet",
        "--no-deps",
        "--package",
        "cairn",
    ]);
    process::run(&mut cargo, "correct the documentation comments named above")
}

fn build(project: &Project, _: &mut Tally) -> Result<()> {
    bundle::command(project)
}
