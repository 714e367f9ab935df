//! `bench storage`, `bench plan`, `bench statistics`, `bench kill`, `bench million`: the built app in real browsers, measured and mistreated.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{SystemTime, UNIX_EPOCH};

use lexopt::prelude::*;

use crate::failure::{Failure, Naming, Result};
use crate::project::Project;
use crate::site::Site;
use crate::{browsers, dist, help, lab, npm, process, server};

/// Answers in the logs that are measured, and cards of own decks among their items.
const LOGS: [(&str, &str); 4] = [
    ("0", "0"),
    ("50000", "2000"),
    ("200000", "2000"),
    ("1000000", "2000"),
];
/// A real learner's log.
const REAL: &str = "tests/data/review_logs_josh.csv";

/// Whether this program does it, and not the laboratory.
pub(crate) fn is_ours(name: &str) -> bool {
    matches!(
        name,
        "storage"
            | "plan"
            | "exam"
            | "drill"
            | "library"
            | "statistics"
            | "lighthouse"
            | "kill"
            | "million"
    )
}

/// Runs what was asked for.
pub(crate) fn run(project: &Project, name: &str, parser: &mut lexopt::Parser) -> Result<ExitCode> {
    let mut passed: Vec<String> = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('h') | Long("help") => {
                print!("{}", help::BENCH);
                return Ok(ExitCode::SUCCESS);
            }
            Long("json")
                if matches!(
                    name,
                    "storage" | "plan" | "exam" | "drill" | "library" | "statistics"
                ) =>
            {
                passed.push("--json".to_owned());
            }
            Long(option @ ("rounds" | "answers" | "seed")) if name == "kill" => {
                let option = format!("--{option}");
                passed.extend([option, parser.value()?.string()?]);
            }
            Long(option @ ("items" | "days" | "answers"))
                if matches!(name, "plan" | "exam" | "library" | "statistics") =>
            {
                let option = format!("--{option}");
                passed.extend([option, parser.value()?.string()?]);
            }
            Long("browser") if matches!(name, "kill" | "million") => {
                passed.extend(["--browser".to_owned(), parser.value()?.string()?]);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    if !project.dist().join("index.html").is_file() {
        return Err(Failure::new("there is no built app to measure")
            .advise("run `cargo xtask build` first"));
    }
    match name {
        "storage" => storage(project, &passed),
        "lighthouse" => lighthouse(project),
        "drill" => {
            let (tests, built) = (project.browser_tests(), dist::read(project)?);
            in_chromium(&tests, built, "bench/drill.mjs", &passed, None)
        }
        "plan" | "exam" | "library" | "statistics" => here_and_there(project, name, &passed),
        _ => endure(project, name, &passed),
    }
}

/// Writes a log into the folder of logs.
fn make_log(project: &Project, name: &str, options: &[&str]) -> Result<PathBuf> {
    let folder = project.cache().join("logs");
    fs::create_dir_all(&folder).naming("create", folder.display())?;
    let file = folder.join(format!("{name}.json"));
    eprintln!("making a log of {name} answers");
    let mut command = lab::command(project, "bench");
    command.arg("log").args(options).arg("--out").arg(&file);
    // What it says of itself does not belong into the benchmark's output.
    let said = process::ask(&mut command).ok_or_else(|| {
        let advice = "`cargo xtask bench log --out FILE` says why";
        Failure::new("the log could not be made").advise(advice)
    })?;
    eprintln!("{said}");
    Ok(file)
}

fn storage(project: &Project, passed: &[String]) -> Result<ExitCode> {
    for (answers, own) in LOGS {
        let options = ["--answers", answers, "--own-cards", own];
        make_log(project, answers, &options)?;
    }
    let real = make_log(project, "real", &["--csv", REAL])?;
    let logs = real.parent().unwrap_or(Path::new("."));
    let built = dist::read(project)?;
    let logs = Some(("CAIRN_LOGS", logs));
    in_chromium(
        &project.browser_tests(),
        built,
        "bench/storage.mjs",
        passed,
        logs,
    )
}

fn lighthouse(project: &Project) -> Result<ExitCode> {
    let folder = project.root().join("tests").join("lighthouse");
    let built = dist::read(project)?;
    in_chromium(&folder, built, "run.mjs", &[], None)
}

/// On this machine first, then in Chromium.
fn here_and_there(project: &Project, name: &str, passed: &[String]) -> Result<ExitCode> {
    let world = project.cache().join(name);
    let (json, sizes): (Vec<_>, Vec<_>) = passed.iter().partition(|option| *option == "--json");
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.map_or(0, |since| since.as_millis());
    let mut command = lab::command(project, "bench");
    // A search wants many items and nothing of its own.
    let of_world = if name == "library" { "plan" } else { name };
    command.arg(of_world).args(sizes).arg("--out").arg(&world);
    command.args(["--now", &now.to_string()]);
    let said = process::ask(&mut command).ok_or_else(|| {
        Failure::new("it could not be measured").advise("`cargo xtask bench` says how")
    })?;
    if json.is_empty() && of_world == name {
        println!("{said}");
    }
    let json: Vec<String> = json.into_iter().cloned().collect();
    // The app finds the world's one track in place of its own decks.
    let instead = ["index.bin", "bench.pack"].into_iter().map(|name| {
        let file = world.join(name);
        let raw = fs::read(&file).naming("read", file.display())?;
        Ok((format!("decks/{name}"), raw))
    });
    let served = dist::read_with(project, instead.collect::<Result<_>>()?)?;
    let script = format!("bench/{name}.mjs");
    let world = Some(("CAIRN_WORLD", world.as_path()));
    in_chromium(&project.browser_tests(), served, &script, &json, world)
}

/// Runs a script of a folder of tests against the built app. `data` is the folder that it reads, under the name it knows it by.
fn in_chromium(
    tests: &Path,
    served: Vec<dist::File>,
    script: &str,
    passed: &[String],
    data: Option<(&str, &Path)>,
) -> Result<ExitCode> {
    npm::install(tests)?;
    let browser = browsers::CHROMIUM.ready()?;
    let site = Site::new(served);
    let running = server::start(site, 0).naming("listen on", "any port")?;
    let mut node = node(tests, script, passed);
    node.env("CAIRN_URL", format!("http://localhost:{}/", running.port))
        .env("CHROMIUM_PATH", browser);
    if let Some((name, folder)) = data {
        node.env(name, folder);
    }
    ended(&mut node)
}

fn endure(project: &Project, name: &str, passed: &[String]) -> Result<ExitCode> {
    let folder = project.root().join("tests").join("endurance");
    npm::install(&folder)?;
    let mut node = node(&folder, &format!("{name}.mjs"), passed);
    node.env("CAIRN_DIST", project.dist())
        .env("CHROMIUM_PATH", browsers::CHROMIUM.ready()?);
    if name == "million" {
        let options = ["--answers", "1000000", "--own-cards", "2000"];
        node.env("CAIRN_LOG", make_log(project, "1000000", &options)?);
    }
    ended(&mut node)
}

fn node(folder: &Path, script: &str, passed: &[String]) -> Command {
    let mut node = Command::new("node");
    node.current_dir(folder).arg(script).args(passed);
    node
}

fn ended(node: &mut Command) -> Result<ExitCode> {
    let status = node.status().naming("start", "node")?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
