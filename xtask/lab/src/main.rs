//! Host programs around the engine: `decks` checks and counts what is in `decks/`, `bench` makes logs to measure with.
//!
//! They are a package of their own so that `cargo xtask serve` needs no engine on the host.

mod bench;
mod decks;
mod evaluate;
mod simulate;

use std::process::ExitCode;

const HELP: &str = "\
cairn-lab, called through `cargo xtask`:

  decks [--track ID] [--json]                 count and check the decks
  decks --sample N [--seed S] [--track ID]    print N random items without their keys
        [--keys] [--tier T]                   ... or with them
  decks --drill TYPE [--seed S] [--count N]   print N drills of a type with their keys
        [--level easy|medium|hard]
  evaluate LOG.csv [--json]                   how well the memory model predicts a review log
  simulate [--learner NAME] [--policy NAME] [--items N --days D --minutes M]
        [--seeds K] [--absent N] [--json]     learners under our plan and under others
  simulate --readiness [--from SEED] [--json] how well the chance of passing is foretold
  bench log --out FILE [options]              write a log as the browser keeps it
";

fn main() -> ExitCode {
    let mut parser = lexopt::Parser::from_env();
    let command = match parser.next() {
        Ok(Some(lexopt::Arg::Value(command))) => command.to_string_lossy().into_owned(),
        Ok(Some(lexopt::Arg::Long("help") | lexopt::Arg::Short('h')) | None) => "help".to_owned(),
        Ok(Some(other)) => return fail(&other.unexpected().to_string()),
        Err(error) => return fail(&error.to_string()),
    };
    let outcome = match command.as_str() {
        "bench" => bench::run(&mut parser),
        "decks" => decks::run(&mut parser),
        "evaluate" => evaluate::run(&mut parser),
        "simulate" => simulate::run(&mut parser),
        "help" => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        other => Err(format!("unknown command `{other}`\n\n{HELP}")),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(words) => fail(&words),
    }
}

fn fail(words: &str) -> ExitCode {
    eprintln!("{words}");
    ExitCode::from(2)
}
