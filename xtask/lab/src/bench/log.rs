//! `bench log`: a log as a browser would hold it after years, made with the real journal: old sittings in long texts, as after
//! compaction, the last ones in the short texts of the tabs that wrote them.

use std::path::PathBuf;

use cairn::review::{Fact, What, Writer};
use cairn::store::{Journal, MemorySlots, SlotError, Slots as _};
use lexopt::prelude::*;
use rand::SeedableRng as _;
use rand_pcg::Pcg64Mcg;

use super::corpus::Corpus;
use super::learner::{Learner, Sitting};
use super::real;

/// Sittings of a hundred answers in a text that tidying leaves alone from then on, about: it makes one of 12 and more short ones, again
/// and again, until that is long.
const SITTINGS_PER_TEXT: usize = 140;
/// The last sittings, which nothing has been made of as yet.
const SHORT: usize = 12;

/// Items at hand at once: those of a few exams.
const AT_ONCE: usize = 1_000;

struct Options {
    answers: usize,
    items: usize,
    own_cards: usize,
    at_once: usize,
    seed: u64,
    per_text: usize,
    short: usize,
    csv: Option<PathBuf>,
    out: PathBuf,
}

pub(super) fn run(parser: &mut lexopt::Parser) -> Result<bool, String> {
    let options = options(parser).map_err(|e| e.to_string())?;
    let sittings = if let Some(path) = &options.csv {
        real::read(path)?
    } else {
        invented(&options)?
    };
    let slots = store(&sittings, &options).map_err(|e| e.to_string())?;
    report(&sittings, &slots);
    let text = serde_json::to_string(&slots.texts).map_err(|e| e.to_string())?;
    std::fs::write(&options.out, text).map_err(|e| format!("{}: {e}", options.out.display()))?;
    Ok(true)
}

fn invented(options: &Options) -> Result<Vec<Sitting>, String> {
    if options.answers == 0 && options.own_cards == 0 {
        return Ok(Vec::new());
    }
    let mut random = Pcg64Mcg::seed_from_u64(options.seed);
    let corpus = Corpus::new(options.items, options.own_cards, &mut random)?;
    Ok(Learner::new(&corpus, options.answers, options.at_once, random).study())
}

fn options(parser: &mut lexopt::Parser) -> Result<Options, lexopt::Error> {
    let mut options = Options {
        answers: 50_000,
        items: 20_000,
        own_cards: 0,
        at_once: AT_ONCE,
        seed: 1,
        per_text: SITTINGS_PER_TEXT,
        short: SHORT,
        csv: None,
        out: PathBuf::new(),
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("answers") => options.answers = parser.value()?.parse()?,
            Long("items") => options.items = parser.value()?.parse()?,
            Long("own-cards") => options.own_cards = parser.value()?.parse()?,
            Long("at-once") => options.at_once = parser.value()?.parse()?,
            Long("seed") => options.seed = parser.value()?.parse()?,
            Long("per-text") => options.per_text = parser.value()?.parse::<usize>()?.max(1),
            Long("short") => options.short = parser.value()?.parse()?,
            Long("csv") => options.csv = Some(parser.value()?.into()),
            Long("out") => options.out = parser.value()?.into(),
            other => return Err(other.unexpected()),
        }
    }
    if options.out.as_os_str().is_empty() {
        return Err("say where to write it: --out FILE".into());
    }
    Ok(options)
}

/// Puts everything into slots: the old by `merge`, the new by `append`.
fn store(sittings: &[Sitting], options: &Options) -> Result<MemorySlots, SlotError> {
    let (old, new) = sittings.split_at(sittings.len().saturating_sub(options.short));
    let mut slots = MemorySlots::default();
    for some in old.chunks(options.per_text) {
        let facts: Vec<Fact> = some.iter().flat_map(|s| s.facts.iter().cloned()).collect();
        let mut journal = Journal::new(std::mem::take(&mut slots), Writer(0));
        journal.merge(&facts, &[])?;
        slots = std::mem::take(journal.slots_mut());
    }
    for sitting in new {
        let mut journal = Journal::new(std::mem::take(&mut slots), sitting.writer);
        for fact in &sitting.facts {
            journal.append(fact)?;
        }
        slots = std::mem::take(journal.slots_mut());
    }
    Ok(slots)
}

fn report(sittings: &[Sitting], slots: &MemorySlots) {
    let facts = || sittings.iter().flat_map(|s| &s.facts);
    let count = |of: fn(&What) -> bool| facts().filter(|fact| of(&fact.what)).count();
    let undone = count(|what| matches!(what, What::Undone(_)));
    let answers = count(|what| matches!(what, What::Answered(_))) - undone;
    let texts = slots.keys().map_or(0, |keys| keys.len());
    let units = slots.used();
    let bytes: usize = slots
        .texts
        .iter()
        .map(|(key, text)| key.len() + text.len())
        .sum();
    let each = |sum: usize| sum as f64 / answers.max(1) as f64;
    println!(
        "{answers} answers and {undone} taken back in {} sittings, {} facts in {texts} texts",
        sittings.len(),
        facts().count(),
    );
    println!(
        "{units} code units, {:.3} an answer; {bytes} bytes of UTF-8, {:.2} an answer",
        each(units),
        each(bytes),
    );
}
