//! `decks --drill`: prints questions of one type as a learner sees them, with their keys, to be read by somebody.

use cairn::deck::item::{Body, Level};
use cairn::drill::Type;
use cairn::drill::types::ALL;

/// So many questions of a type from a seed on, the levels in turn or one of them.
pub(super) fn print(
    id: &str,
    seed: u32,
    count: u32,
    level: Option<&str>,
) -> Result<String, String> {
    let Some(of) = Type::named(id) else {
        let names: Vec<&str> = ALL.iter().map(|of| of.id).collect();
        return Err(format!(
            "there is no drill `{id}`; there are: {}",
            names.join(", ")
        ));
    };
    let levels = [Level::Easy, Level::Medium, Level::Hard];
    let levels: Vec<Level> = levels
        .into_iter()
        .filter(|l| level.is_none_or(|word| word == l.word()))
        .collect();
    if levels.is_empty() {
        return Err("--level is easy, medium or hard".to_owned());
    }
    let mut out = String::new();
    for place in 0..count {
        let level = levels[place as usize % levels.len()];
        let seed = seed.wrapping_add(place);
        let asked = of.asked(level, seed);
        out += &format!(
            "== {} {} {seed}\n\n{}\n\n",
            of.id,
            level.word(),
            asked.body.stem()
        );
        let entries = match &asked.body {
            Body::Choice { options, .. } => options,
            Body::Typed {
                answers, compare, ..
            } => {
                out += &format!("(typed, compared as {})\n", compare.word());
                answers
            }
            other => {
                return Err(format!(
                    "a drill is chosen or typed, not {}",
                    other.kind().word()
                ));
            }
        };
        for entry in entries {
            let sign = if entry.right { 'x' } else { ' ' };
            let why = entry.why.as_deref().unwrap_or_default();
            out += &format!("- [{sign}] {}\n      {why}\n", entry.text);
        }
        out += &format!("\n{}\n\n", asked.explanation);
    }
    Ok(out)
}
