//! What a choice question must hold: its number of options, a reason for each, and stems that say how many are right.

use cairn::deck::item::{Entry, Item};
use cairn::deck::markup::plain;

use super::mention;

pub(super) fn choice(
    stem: &str,
    options: &[Entry],
    item: &Item,
    report: &mut impl FnMut(bool, &str),
) {
    for option in options.iter().filter(|o| o.why.is_none()) {
        report(
            true,
            &format!("say why “{}” is right or wrong", plain(&option.text)),
        );
    }
    let right = options.iter().filter(|o| o.right).count();
    if let Some(words) = asked(stem, right) {
        report(true, &words);
    }
    if let Some(words) = number(options, right) {
        report(true, &words);
    }
    for (index, option) in options.iter().enumerate() {
        if options[..index]
            .iter()
            .any(|o| plain(&o.text) == plain(&option.text))
        {
            report(
                true,
                &format!("the option “{}” stands twice", plain(&option.text)),
            );
        }
    }
    let texts: Vec<String> = options.iter().map(|o| o.text.clone()).collect();
    let explained = options
        .iter()
        .filter_map(|o| o.why.as_deref())
        .chain(item.explanation.as_deref());
    for text in explained {
        for words in mention::wrong(text, &texts) {
            report(true, &words);
        }
    }
}

/// Whether the stem asks for as many options as are right.
fn asked(stem: &str, right: usize) -> Option<String> {
    let lower = stem.to_lowercase();
    let said = [(2, "two"), (3, "three"), (4, "four")]
        .into_iter()
        .find(|(n, word)| {
            lower.contains(&format!("choose {word}")) || lower.contains(&format!("choose {n}"))
        })
        .map(|(n, _)| n);
    match said {
        None if right > 1 => Some(format!(
            "{right} options are right: say “Choose {right}” in the stem"
        )),
        Some(n) if n != right => Some(format!(
            "the stem asks for {n}, but {right} options are right"
        )),
        _ => None,
    }
}

/// Whether there are too few or too many options. A question that is true or false has two.
fn number(options: &[Entry], right: usize) -> Option<String> {
    let boolean = options.len() == 2
        && options
            .iter()
            .all(|o| matches!(o.text.as_str(), "True" | "False"));
    let wanted = if right > 1 { 5..=7 } else { 4..=6 };
    (!boolean && !wanted.contains(&options.len())).then(|| {
        format!(
            "{} options; {} to {} are wanted",
            options.len(),
            wanted.start(),
            wanted.end()
        )
    })
}
