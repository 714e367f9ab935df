//! Cairn's build tool: one command line to serve, build and test the app and to reach the laboratory.
//!
//! `cargo xtask --help` lists the commands. It is a program of the workspace, not a set of scripts, so that a
//! machine with Rust needs nothing else to begin with.

mod bench;
mod browsers;
mod bundle;
mod command;
mod dev;
mod dist;
mod failure;
mod fuzz;
mod hash;
mod headers;
mod help;
mod lab;
mod modules;
mod npm;
mod offline;
mod pack;
mod page;
mod process;
mod project;
mod serve;
mod server;
mod site;
mod sizes;
mod stamp;
mod suite;
mod tally;
mod tools;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run(lexopt::Parser::from_env()).unwrap_or_else(|failure| {
        eprintln!("{failure}");
        ExitCode::FAILURE
    })
}
