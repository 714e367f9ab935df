//! Simulated learners: what a policy of study is worth on the day of the exam, with memories that do not work as the planner
//! believes. The engine is the real one: each answer is a fact in a [`History`], and our policy asks [`Planner`].

mod learner;
mod learning;
mod policy;
mod readiness;
mod report;
mod scenario;
mod world;

use std::thread;

use learner::Family;
use policy::Policy;
use report::Table;
use scenario::Scenario;
use world::Outcome;
pub(crate) use world::{library, track_of};

/// What was asked for.
#[derive(Clone)]
struct Options {
    families: Vec<Family>,
    /// None: all of them.
    policies: Vec<Policy>,
    scenarios: Vec<Scenario>,
    seeds: u64,
    /// The first of them: the constants of the plan were chosen on learners with small numbers.
    from: u64,
    absent: usize,
    share: f64,
    trains: bool,
    /// How good the chance of passing is, and not the plan.
    readiness: bool,
    json: bool,
}

/// Runs the simulation; `Ok(true)` when it went through.
pub(crate) fn run(parser: &mut lexopt::Parser) -> Result<bool, String> {
    let options = read(parser).map_err(|error| error.to_string())?;
    if options.readiness {
        return Ok(readiness::run(options.from, options.json));
    }
    let mut table = Table::default();
    for scenario in &options.scenarios {
        for family in &options.families {
            for policy in policies(&options, scenario, *family) {
                eprintln!("{} {} {}", scenario.name(), family.name(), policy.name());
                let outcomes = cell(&options, scenario, *family, policy);
                table.add(scenario, *family, policy, outcomes);
            }
        }
    }
    println!(
        "{}",
        if options.json {
            table.json()
        } else {
            table.text()
        }
    );
    Ok(true)
}

/// Learners on whom the best of the sweep is chosen; others are reported.
const SWEPT_ON: u64 = 16;

/// The policies of a cell: those that were asked for, or the fixed ones and the best of the sweep.
fn policies(options: &Options, scenario: &Scenario, family: Family) -> Vec<Policy> {
    if !options.policies.is_empty() {
        return options.policies.clone();
    }
    let others = Options {
        from: 0,
        seeds: SWEPT_ON,
        ..options.clone()
    };
    let mut best = (f64::NEG_INFINITY, Policy::Anki);
    for policy in Policy::swept() {
        let outcomes = cell(&others, scenario, family, policy);
        let recall = outcomes.iter().map(|outcome| outcome.recall).sum::<f64>();
        if recall > best.0 {
            best = (recall, policy);
        }
    }
    let mut policies = Policy::fixed().to_vec();
    policies.push(best.1);
    policies
}

/// All learners of one cell, on two threads. The same seed is the same learner under every policy.
fn cell(options: &Options, scenario: &Scenario, family: Family, policy: Policy) -> Vec<Outcome> {
    let some = |offset: u64| {
        (options.from..options.from + options.seeds)
            .filter(move |seed| (seed - options.from) % 2 == offset)
            .map(|seed| world::run(scenario, family, policy, seed, options))
            .collect::<Vec<_>>()
    };
    let (even, odd) = thread::scope(|scope| {
        let odd = scope.spawn(|| some(1));
        (some(0), odd.join().unwrap_or_default())
    });
    let mut outcomes = Vec::new();
    let mut odd = odd.into_iter();
    for outcome in even {
        outcomes.push(outcome);
        outcomes.extend(odd.next());
    }
    outcomes
}

fn read(parser: &mut lexopt::Parser) -> Result<Options, lexopt::Error> {
    use lexopt::prelude::*;
    let mut options = Options {
        families: Family::ALL.to_vec(),
        policies: Vec::new(),
        scenarios: Scenario::reported(),
        seeds: 100,
        from: 1_000,
        absent: 0,
        share: f64::NAN,
        trains: true,
        readiness: false,
        json: false,
    };
    let mut own = Scenario::default();
    let mut is_own = false;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("learner") => {
                let name = parser.value()?.string()?;
                let found = Family::ALL.into_iter().find(|family| family.name() == name);
                options.families = vec![found.ok_or("learners: fsrs6, fsrs7, actr, exponential")?];
            }
            Long("policy") => {
                let name = parser.value()?.string()?;
                let found = Policy::all()
                    .into_iter()
                    .find(|policy| policy.name() == name);
                options.policies = vec![found.ok_or("there is no such policy")?];
            }
            Long("items") => (own.items, is_own) = (parser.value()?.parse()?, true),
            Long("days") => (own.days, is_own) = (parser.value()?.parse()?, true),
            Long("minutes") => (own.minutes, is_own) = (parser.value()?.parse()?, true),
            Long("seeds") => options.seeds = parser.value()?.parse()?,
            Long("from") => options.from = parser.value()?.parse()?,
            Long("absent") => options.absent = parser.value()?.parse()?,
            Long("share") => options.share = parser.value()?.parse()?,
            Long("readiness") => options.readiness = true,
            Long("untrained") => options.trains = false,
            Long("json") => options.json = true,
            other => return Err(other.unexpected()),
        }
    }
    if is_own {
        options.scenarios = vec![own];
    }
    Ok(options)
}
