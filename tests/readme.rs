//! What the README and the writer's guide show is true: their decks parse, and the commands they name exist.

use std::fs;

use cairn::deck::parse::parse;

/// The fenced blocks of a language, with fences of three or more backticks.
fn fenced(text: &str, language: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<(String, bool, String)> = None;
    for line in text.lines() {
        let ticks: String = line.chars().take_while(|c| *c == '`').collect();
        match &mut open {
            Some((fence, wanted, body)) if line.trim() == fence => {
                if *wanted {
                    found.push(body.clone());
                }
                open = None;
            }
            Some((_, _, body)) => {
                body.push_str(line);
                body.push('\n');
            }
            None if ticks.len() >= 3 => {
                open = Some((
                    ticks.clone(),
                    &line[ticks.len()..] == language,
                    String::new(),
                ));
            }
            None => {}
        }
    }
    found
}

#[test]
fn the_readmes_deck_parses() {
    let readme = fs::read_to_string("README.md").expect("the README");
    let decks = fenced(&readme, "markdown");
    assert_eq!(decks.len(), 1);
    let parsed = parse("README.md", decks[0].as_bytes());
    assert!(parsed.problems.is_empty(), "{}", parsed.problems[0]);
    assert_eq!(parsed.deck.expect("a deck").items.len(), 4);
}

#[test]
fn the_writers_guide_shows_items_that_parse() {
    let guide = fs::read_to_string("decks/WRITING.md").expect("the guide");
    let shown = fenced(&guide, "markdown");
    assert!(shown.len() >= 5);
    for text in shown {
        let text = if text.starts_with("---") {
            text
        } else {
            format!("---\ntrack: aws-saa-c03\n---\n\n{text}")
        };
        let parsed = parse("WRITING.md", text.as_bytes());
        assert!(parsed.problems.is_empty(), "{}", parsed.problems[0]);
        assert_eq!(parsed.deck.expect("a deck").items.len(), 1);
    }
}

#[test]
fn the_commands_that_the_readme_names_exist() {
    let readme = fs::read_to_string("README.md").expect("the README");
    let help = fs::read_to_string("xtask/src/help.rs").expect("the build tool's help");
    let named = readme.split("cargo xtask ").skip(1).map(|rest| {
        rest.split(|c: char| !c.is_ascii_lowercase())
            .next()
            .unwrap_or_default()
    });
    let mut count = 0;
    for command in named {
        assert!(
            help.contains(&format!("\n  {command} ")),
            "`cargo xtask {command}` is not in its help"
        );
        count += 1;
    }
    assert!(count >= 5);
}
