//! Words put into Markdown so that they read as they were written, whatever stands in them.

/// Text within a line: what Markdown would take for something else is escaped, and line ends become spaces.
pub(super) fn plain(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let all: Vec<char> = text.chars().collect();
    let mut safe = String::with_capacity(text.len());
    for (place, character) in all.iter().copied().enumerate() {
        let before = place.checked_sub(1).map(|place| all[place]);
        let rest = &all[place + 1..];
        let is_taken = match character {
            '\\' | '`' | '*' | '[' | ']' | '|' | '~' => true,
            // Within a word it is an underscore.
            '_' => !(is_of_word(before) && is_of_word(rest.first().copied())),
            '<' => rest.first().is_some_and(|next| !next.is_whitespace()),
            '&' => is_entity(rest),
            '#' | '+' | '-' | '=' | '>' => before.is_none(),
            // `3. ` and `3) ` begin a list.
            '.' | ')' => place > 0 && all[..place].iter().all(char::is_ascii_digit),
            _ => false,
        };
        if is_taken {
            safe.push('\\');
        }
        safe.push(character);
    }
    safe
}

/// A link as it stands, with what would end it written otherwise.
pub(super) fn link(address: &str) -> String {
    let mut safe = String::with_capacity(address.len() + 2);
    safe.push('<');
    for character in address.chars() {
        match character {
            '<' => safe.push_str("%3C"),
            '>' => safe.push_str("%3E"),
            '\\' => safe.push_str("%5C"),
            other if other.is_whitespace() || other.is_control() => safe.push_str("%20"),
            other => safe.push(other),
        }
    }
    safe.push('>');
    safe
}

fn is_of_word(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

/// Whether what follows an ampersand makes it an entity: letters, digits or `#`, then a semicolon.
fn is_entity(rest: &[char]) -> bool {
    let name = rest
        .iter()
        .take_while(|c| c.is_ascii_alphanumeric() || **c == '#');
    let length = name.count();
    length > 0 && rest.get(length) == Some(&';')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    use super::*;

    /// The text that a reader of Markdown sees in a list item, and the marks that are no text.
    fn read(markdown: &str) -> (String, usize) {
        // CommonMark and what code hosts add to it.
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_GFM;
        let (mut text, mut marks) = (String::new(), 0);
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(words) => text.push_str(&words),
                Event::Start(_) => marks += 1,
                Event::End(_) => {}
                _ => marks += 100,
            }
        }
        (text, marks)
    }

    #[test]
    fn only_what_would_be_taken_for_something_else_is_escaped() {
        assert_eq!(plain("snake_case & R&D, 3 < 4"), "snake_case & R&D, 3 < 4");
        assert_eq!(plain("*all* &amp; <b>"), "\\*all\\* \\&amp; \\<b>");
        assert_eq!(plain("# 1\n2"), "\\# 1 2");
        assert_eq!(plain("12. step"), "12\\. step");
        assert_eq!(
            link("https://a.example/x y>"),
            "<https://a.example/x%20y%3E>"
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_is_read(text in "[ -~]{1,60}") {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assume!(!words.is_empty());
            let (read, marks) = read(&format!("- x {}", plain(&text)));
            prop_assert_eq!(read, format!("x {words}"));
            prop_assert_eq!(marks, 2, "a list and its item");
            let (alone, marks) = self::read(&plain(&text));
            prop_assert_eq!(alone, words);
            prop_assert_eq!(marks, 1, "a paragraph");
        }
    }
}
