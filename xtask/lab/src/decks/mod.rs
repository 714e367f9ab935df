//! `decks`: reads every track and deck file, counts, checks, samples.

mod bias;
mod choice;
mod confirmed;
mod count;
mod drill;
mod links;
mod lint;
pub(crate) mod load;
mod mention;
mod near;
mod paths;
mod quota;
mod sample;

use std::path::Path;

use count::Counts;
use load::Collection;

/// What the command line asked for.
#[derive(Default)]
struct Options {
    track: Option<String>,
    tier: Option<u8>,
    json: bool,
    sample: Option<usize>,
    seed: u64,
    keys: bool,
    drill: Option<String>,
    count: u32,
    level: Option<String>,
}

/// Runs the command; `Ok(false)` where a check failed.
pub(crate) fn run(parser: &mut lexopt::Parser) -> Result<bool, String> {
    let options = options(parser).map_err(|e| e.to_string())?;
    if let Some(id) = &options.drill {
        let count = options.count.max(1);
        let seed =
            u32::try_from(options.seed).map_err(|_| "--seed of a drill is below 4294967296")?;
        print!(
            "{}",
            drill::print(id, seed, count, options.level.as_deref())?
        );
        return Ok(true);
    }
    let collection = Collection::read(Path::new("decks"))?;
    if let Some(count) = options.sample {
        print!("{}", sample::sample(&collection, count, &options));
        return Ok(true);
    }
    let mut findings = lint::lint(&collection);
    findings.extend(paths::findings(Path::new("decks"), &collection)?);
    for track in &collection.tracks {
        let counts = count::count(&collection, track);
        findings.extend(quota::quotas(track, &counts));
    }
    let chosen = |file: &str| {
        options
            .track
            .as_ref()
            .is_none_or(|t| file.starts_with(&format!("decks/{t}/")))
    };
    let shown: Vec<_> = findings.iter().filter(|f| chosen(&f.file)).collect();
    let counts: Vec<Counts> = collection
        .tracks
        .iter()
        .filter(|t| {
            options
                .track
                .as_deref()
                .is_none_or(|id| id == t.id.as_str())
        })
        .map(|t| count::count(&collection, t))
        .collect();
    let errors = shown.iter().filter(|f| f.error).count();
    if options.json {
        let json = serde_json::json!({
            "tracks": counts.iter().map(Counts::json).collect::<Vec<_>>(),
            "findings": shown.iter().map(|f| f.json()).collect::<Vec<_>>(),
            "errors": errors,
        });
        println!("{json:#}");
    } else {
        for finding in &shown {
            println!("{finding}\n");
        }
        println!("{}", count::table(&counts));
        println!("{errors} errors, {} warnings", shown.len() - errors);
    }
    Ok(errors == 0)
}

fn options(parser: &mut lexopt::Parser) -> Result<Options, lexopt::Error> {
    use lexopt::ValueExt as _;
    let mut options = Options::default();
    while let Some(arg) = parser.next()? {
        match arg {
            lexopt::Arg::Long("track") => options.track = Some(parser.value()?.string()?),
            lexopt::Arg::Long("tier") => options.tier = Some(parser.value()?.parse()?),
            lexopt::Arg::Long("json") => options.json = true,
            lexopt::Arg::Long("sample") => options.sample = Some(parser.value()?.parse()?),
            lexopt::Arg::Long("seed") => options.seed = parser.value()?.parse()?,
            lexopt::Arg::Long("keys") => options.keys = true,
            lexopt::Arg::Long("drill") => options.drill = Some(parser.value()?.string()?),
            lexopt::Arg::Long("count") => options.count = parser.value()?.parse()?,
            lexopt::Arg::Long("level") => options.level = Some(parser.value()?.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok(options)
}
