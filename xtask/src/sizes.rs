//! How heavy the app is, and whether that is too heavy.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use crate::dist::File;
use crate::failure::{Failure, Naming, Result};
use crate::headers;
use crate::project::Project;

/// In bytes of brotli. What a phone on a slow line downloads before it shows the first card.
const WASM_LIMIT: usize = 300_000;
const FIRST_CARD_LIMIT: usize = 400_000;

/// Prints the table, remembers the sizes, and fails over the limits.
pub(crate) fn report(project: &Project, files: &[File]) -> Result<()> {
    let page = files.iter().find(|file| file.name == "index.html");
    let page = page.map_or_else(String::new, |file| {
        String::from_utf8_lossy(&file.raw).into_owned()
    });
    let weights: Vec<_> = files.iter().map(|file| Weight::of(file, &page)).collect();
    print!("{}", table(&weights));
    let path = project.cache().join("sizes.json");
    let before = fs::read(&path)
        .ok()
        .and_then(|text| serde_json::from_slice(&text).ok())
        .unwrap_or_default();
    check(&weights, &before)?;
    // Only sizes within the limits are remembered, so that the file to blame is still named the second time.
    let now: BTreeMap<_, _> = weights
        .iter()
        .map(|weight| (weight.lasting_name(), weight.brotli))
        .collect();
    fs::write(&path, serde_json::json!(now).to_string()).naming("write", path.display())
}

#[derive(Clone, Default)]
struct Weight {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
    /// A stylesheet that the page does not begin with: it comes with the whole module.
    is_late: bool,
}

impl Weight {
    fn of(file: &File, page: &str) -> Self {
        let is_style = std::path::Path::new(&file.name).extension() == Some("css".as_ref());
        let is_late = is_style && !page.contains(&file.name);
        Self {
            is_late,
            name: file.name.clone(),
            raw: file.raw.len(),
            gzip: file.gzip.len(),
            brotli: file.brotli.len(),
        }
    }

    fn has_extension(&self, wanted: &str) -> bool {
        self.name
            .rsplit_once('.')
            .is_some_and(|(_, extension)| extension == wanted)
    }

    /// Without the hash, to be compared with an earlier build.
    fn lasting_name(&self) -> String {
        headers::without_hash(&self.name).unwrap_or_else(|| self.name.clone())
    }

    /// Part of the module that a first visit does without.
    fn is_whole(&self) -> bool {
        matches!(self.lasting_name().as_str(), "cairn.js" | "cairn_bg.wasm")
    }

    fn is_pack(&self) -> bool {
        self.name.starts_with("decks/") && self.has_extension("pack")
    }
}

/// What the browser loads until it shows a card: the app, the index, and one deck, the biggest.
fn before_first_card(weights: &[Weight]) -> Vec<&Weight> {
    let app = |weight: &&Weight| {
        let code = ["js", "css", "wasm"]
            .iter()
            .any(|extension| weight.has_extension(extension));
        // The whole module is fetched while the learner studies, the service worker after the page has started.
        (code && weight.name != "sw.js" && !weight.is_whole() && !weight.is_late)
            || matches!(weight.name.as_str(), "index.html" | "decks/index.bin")
    };
    let pack = weights
        .iter()
        .filter(|weight| weight.is_pack())
        .max_by_key(|weight| weight.brotli);
    weights.iter().filter(app).chain(pack).collect()
}

fn sum<'a>(name: &str, weights: impl IntoIterator<Item = &'a Weight>) -> Weight {
    let start = Weight {
        name: name.to_owned(),
        ..Weight::default()
    };
    weights.into_iter().fold(start, |sum, weight| Weight {
        raw: sum.raw + weight.raw,
        gzip: sum.gzip + weight.gzip,
        brotli: sum.brotli + weight.brotli,
        ..sum
    })
}

fn table(weights: &[Weight]) -> String {
    let mut rows: Vec<Weight> = weights.to_vec();
    rows.push(sum("all files", weights));
    rows.push(sum("before the first card", before_first_card(weights)));
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or(0);
    let mut text = format!(
        "{:width$} {:>10} {:>10} {:>10}\n",
        "kB", "raw", "gzip", "brotli"
    );
    for row in &rows {
        let kilo = |bytes: usize| bytes as f64 / 1000.0;
        let (raw, gzip, brotli) = (kilo(row.raw), kilo(row.gzip), kilo(row.brotli));
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{:width$} {raw:>10.1} {gzip:>10.1} {brotli:>10.1}",
            row.name
        );
    }
    text
}

fn check(weights: &[Weight], before: &BTreeMap<String, usize>) -> Result<()> {
    let wasm = sum(
        "wasm",
        weights
            .iter()
            .filter(|weight| weight.has_extension("wasm") && !weight.is_whole()),
    );
    let first = before_first_card(weights);
    let total = sum("before the first card", first.iter().copied());
    for (what, size, limit) in [
        ("the wasm module", wasm.brotli, WASM_LIMIT),
        (
            "everything before the first card",
            total.brotli,
            FIRST_CARD_LIMIT,
        ),
    ] {
        if size > limit {
            return Err(Failure::new(format!(
                "{what} is {size} bytes in brotli, the limit is {limit}: {}",
                blame(&first, before)
            ))
            .advise("take out what made it grow; the limits are in xtask/src/sizes.rs"));
        }
    }
    Ok(())
}

/// The files that grew since the last build within the limits, or the heaviest one where nothing is known.
fn blame(weights: &[&Weight], before: &BTreeMap<String, usize>) -> String {
    let heaviest = weights.iter().max_by_key(|weight| weight.brotli);
    if before.is_empty() {
        return heaviest.map_or_else(String::new, |weight| {
            format!("the heaviest is {}", weight.name)
        });
    }
    let mut grown: Vec<_> = weights
        .iter()
        .filter_map(|weight| {
            let old = before.get(&weight.lasting_name()).copied().unwrap_or(0);
            (weight.brotli > old).then(|| (weight.brotli - old, weight))
        })
        .collect();
    grown.sort_by_key(|&(more, _)| std::cmp::Reverse(more));
    let parts: Vec<_> = grown
        .iter()
        .map(|(more, weight)| format!("{} grew by {more}", weight.name))
        .collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::{Weight, before_first_card, check, sum, table};
    use std::collections::BTreeMap;

    fn weight(name: &str, brotli: usize) -> Weight {
        Weight {
            name: name.to_owned(),
            raw: brotli * 4,
            gzip: brotli + 1,
            brotli,
            is_late: false,
        }
    }

    fn app(wasm: usize, pack: usize) -> Vec<Weight> {
        vec![
            weight("cairn-0123456789abcdef_bg.wasm", 500_000),
            weight("cairn-0123456789abcdef.js", 9_000),
            weight("first-0123456789abcdef_bg.wasm", wasm),
            weight("first-0123456789abcdef.js", 7_000),
            weight("decks/index.bin", 5_000),
            weight("decks/a.01234567.pack", 10),
            weight("decks/b.01234567.pack", pack),
            weight("icon.svg", 1_000),
            weight("index.html", 900),
            weight("sw.js", 2_000),
        ]
    }

    #[test]
    fn the_first_card_takes_the_app_and_the_biggest_pack() {
        let app = app(200_000, 50_000);
        assert_eq!(
            sum("", before_first_card(&app)).brotli,
            200_000 + 7_000 + 5_000 + 50_000 + 900
        );
    }

    #[test]
    fn a_light_app_passes() {
        assert!(check(&app(300_000, 80_000), &BTreeMap::new()).is_ok());
    }

    #[test]
    fn a_heavy_module_fails_and_the_file_that_grew_is_named() {
        let before = BTreeMap::from([
            ("first_bg.wasm".to_owned(), 250_000),
            ("index.html".to_owned(), 900),
        ]);
        let problem = check(&app(300_001, 10), &before).unwrap_err().to_string();
        assert!(
            problem.contains("first-0123456789abcdef_bg.wasm grew by 50001"),
            "{problem}"
        );
        assert!(!problem.contains("index.html"), "{problem}");
    }

    #[test]
    fn a_heavy_start_fails_and_the_heaviest_is_named_when_nothing_is_known() {
        let problem = check(&app(290_000, 100_000), &BTreeMap::new())
            .unwrap_err()
            .to_string();
        assert!(
            problem.contains("before the first card") && problem.contains("_bg.wasm"),
            "{problem}"
        );
    }

    #[test]
    fn a_new_file_counts_as_grown() {
        let before = BTreeMap::from([("first_bg.wasm".to_owned(), 290_000)]);
        let problem = check(&app(290_000, 100_000), &before)
            .unwrap_err()
            .to_string();
        assert!(
            problem.contains("decks/b.01234567.pack grew by 100000"),
            "{problem}"
        );
        assert!(!problem.contains("_bg.wasm grew"), "{problem}");
    }

    #[test]
    fn the_table_counts_a_thousand_bytes_as_a_kilobyte() {
        let text = table(&[weight("index.html", 1_500)]);
        assert!(
            text.lines()
                .any(|line| line.starts_with("index.html ") && line.ends_with(" 1.5")),
            "{text}"
        );
    }
}
