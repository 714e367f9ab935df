//! From the command line to a command.

use std::process::ExitCode;

use lexopt::prelude::*;

use crate::failure::{Failure, Result};
use crate::project::Project;
use crate::serve::Options;
use crate::suite::{self, Selection};
use crate::{bench, bundle, dev, fuzz, help, lab, pack, serve};

pub(crate) fn run(mut parser: lexopt::Parser) -> Result<ExitCode> {
    let name = match parser.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(say(help::OVERVIEW)),
        Some(Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "serve" => serve_command(&mut parser),
        "build" => plain(&mut parser, help::BUILD, bundle::command),
        "pack" => plain(&mut parser, help::PACK, |project| {
            pack::write(project).map(drop)
        }),
        "test" => test_command(&mut parser),
        "fuzz" => match parser.next()? {
            Some(Value(target)) => {
                let target = target.string()?;
                fuzz::run(&Project::find()?, &target, parser.raw_args()?)
            }
            _ => Ok(say(help::FUZZ)),
        },
        "bench" => bench_command(&mut parser),
        name if lab::COMMANDS.contains(&name) => {
            lab::run(&Project::find()?, name, parser.raw_args()?.collect())
        }
        unknown => Err(Failure::new(format!("there is no command `{unknown}`"))
            .advise("`cargo xtask --help` lists them")),
    }
}

fn plain(
    parser: &mut lexopt::Parser,
    help: &str,
    run: impl FnOnce(&Project) -> Result<()>,
) -> Result<ExitCode> {
    match parser.next()? {
        None => run(&Project::find()?).map(|()| ExitCode::SUCCESS),
        Some(Short('h') | Long("help")) => Ok(say(help)),
        Some(other) => Err(other.unexpected().into()),
    }
}

/// What needs a browser is done here, the rest in the laboratory.
fn bench_command(parser: &mut lexopt::Parser) -> Result<ExitCode> {
    match parser.next()? {
        None | Some(Short('h') | Long("help")) => Ok(say(help::BENCH)),
        Some(Value(name)) => {
            let name = name.string()?;
            let project = Project::find()?;
            if bench::is_ours(&name) {
                return bench::run(&project, &name, parser);
            }
            let rest = std::iter::once(name.into()).chain(parser.raw_args()?);
            lab::run(&project, "bench", rest.collect())
        }
        Some(other) => Err(other.unexpected().into()),
    }
}

fn serve_command(parser: &mut lexopt::Parser) -> Result<ExitCode> {
    let mut options = Options {
        port: 8080,
        open: true,
    };
    let mut watch = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => options.port = parser.value()?.parse()?,
            Long("no-open") => options.open = false,
            Long("dev") => watch = true,
            Short('h') | Long("help") => return Ok(say(help::SERVE)),
            other => return Err(other.unexpected().into()),
        }
    }
    let project = Project::find()?;
    let run = if watch { dev::run } else { serve::run };
    run(&project, options).map(|()| ExitCode::SUCCESS)
}

fn test_command(parser: &mut lexopt::Parser) -> Result<ExitCode> {
    let mut selection = Selection::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("only") => selection.only(&parser.value()?.string()?)?,
            Long("skip") => selection.skip(&parser.value()?.string()?)?,
            Short('h') | Long("help") => {
                return Ok(say(&(help::TEST.to_owned() + &suite::names())));
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(suite::run(&Project::find()?, &selection))
}

fn say(text: &str) -> ExitCode {
    print!("{text}");
    ExitCode::SUCCESS
}
