//! Whether an explanation speaks of an option that isn't there.
//!
//! Options are shuffled, so a place or a letter names none of them; a number or a quoted text can name one that the item
//! doesn't have. Only words that stand right beside "option", "answer" or "choice" count, since most letters, numbers and
//! quotations in an explanation are about the subject.

use cairn::deck::markup::plain;

/// Places that an option would have without shuffling.
const PLACES: [&str; 10] = [
    "first option",
    "second option",
    "third option",
    "fourth option",
    "fifth option",
    "sixth option",
    "last option",
    "the option above",
    "options above",
    "options below",
];

/// Words that may follow "option B" or "option 7" where an option is meant: `answer A record` is about DNS.
const AFTER: [&str; 12] = [
    "is", "isn't", "are", "was", "would", "can", "can't", "does", "doesn't", "and", "or", "needs",
];

/// Number words up to the most options that an item may have, and a few more.
const COUNTS: [&str; 10] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// A piece of a text.
enum Token<'a> {
    Word(&'a str),
    /// What stands between quotation marks, or between backticks (`true`).
    Quoted(&'a str, bool),
    /// A full stop, a comma, a bracket: what follows is not said of what came before.
    Break,
}

/// What is wrong with the options named in `text`, as sentences.
pub(super) fn wrong(text: &str, options: &[String]) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut found: Vec<String> = PLACES
        .iter()
        .filter(|p| lower.contains(**p))
        .map(|p| format!("options are shuffled, so nothing can be “{p}”"))
        .collect();
    let tokens = tokens(text);
    for (at, token) in tokens.iter().enumerate() {
        let Token::Word(word) = token else { continue };
        let many = match word.to_lowercase().as_str() {
            "option" | "answer" | "choice" => false,
            "options" | "answers" | "choices" => true,
            _ => continue,
        };
        let before = |n: usize| at.checked_sub(n).map(|i| &tokens[i]);
        let (next, then) = (tokens.get(at + 1), tokens.get(at + 2));
        if let (Some(Token::Word(name)), true) = (next, ends_a_name(then)) {
            found.extend(label(word, name, options.len()));
        }
        for quoted in [before(1), next].into_iter().flatten() {
            if let Token::Quoted(quoted, code) = quoted
                && !(*code && said_by_a_program(word, quoted))
            {
                found.extend(quotation(quoted, options));
            }
        }
        if let (true, Some(Token::Word(count)), Some(Token::Word(all))) =
            (many, before(1), before(2))
        {
            found.extend(tally(all, count, options.len()));
        }
    }
    found
}

/// Whether a letter or number before this can have been the name of an option.
fn ends_a_name(then: Option<&Token<'_>>) -> bool {
    match then {
        None | Some(Token::Break) => true,
        Some(Token::Word(word)) => AFTER.contains(&word.to_lowercase().as_str()),
        Some(Token::Quoted(..)) => false,
    }
}

/// A switch such as `--force`, or "waits for the answer `yes`": neither is an option of the item.
fn said_by_a_program(noun: &str, code: &str) -> bool {
    let word = !code.contains(char::is_whitespace);
    code.starts_with('-') || (word && noun.to_lowercase().starts_with("answer"))
}

/// "option B" and "option 7".
fn label(noun: &str, name: &str, options: usize) -> Option<String> {
    if name.len() == 1 && name.chars().all(|c| matches!(c, 'A'..='H')) {
        return Some(format!(
            "options are shuffled and have no letters, so nothing can be “{noun} {name}”"
        ));
    }
    let number: usize = name.parse().ok()?;
    (number > options).then(|| format!("there is no “{noun} {number}”: the item has {options}"))
}

/// "all six options", where there are five.
fn tally(all: &str, count: &str, options: usize) -> Option<String> {
    if !["all", "other", "the", "these", "those"].contains(&all.to_lowercase().as_str()) {
        return None;
    }
    let count = count.to_lowercase();
    let number = COUNTS.iter().position(|c| **c == count)? + 1;
    (number > options).then(|| format!("“{count} options” are meant, but the item has {options}"))
}

/// A quoted text that is called an option and is none.
fn quotation(quoted: &str, options: &[String]) -> Option<String> {
    let bare = normal(quoted);
    let known = |o: &String| {
        let o = normal(o);
        o.contains(&bare) || (!o.is_empty() && bare.contains(&o))
    };
    (!bare.is_empty() && !options.iter().any(known))
        .then(|| format!("no option of the item says “{}”", plain(quoted)))
}

/// Lower case, one space between words, no marks at the ends.
fn normal(text: &str) -> String {
    let text = plain(text).to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    words
        .join(" ")
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_owned()
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let quote = match first {
            '"' | '`' => Some(first),
            '“' => Some('”'),
            _ => None,
        };
        let behind = &rest[first.len_utf8()..];
        if let Some(end) = quote.and_then(|q| behind.find(q)) {
            found.push(Token::Quoted(&behind[..end], first == '`'));
            let close = behind[end..].chars().next().map_or(0, char::len_utf8);
            rest = &behind[end + close..];
        } else if first.is_alphanumeric() {
            let in_word = |c: char| c.is_alphanumeric() || c == '\'' || c == '-' || c == '_';
            let end = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
            found.push(Token::Word(&rest[..end]));
            rest = &rest[end..];
        } else {
            // A `#` or a star may stand before a name: "option #7".
            if !first.is_whitespace() && !matches!(first, '#' | '*') {
                found.push(Token::Break);
            }
            rest = behind;
        }
    }
    found
}
