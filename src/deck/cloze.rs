//! Deletions in a text: `{{c1::hidden}}` and `{{c1::hidden::hint}}`, Anki's own notation.

/// A piece of a cloze text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Shown as it is.
    Text(String),
    /// Hidden when its group is asked.
    Hidden {
        /// The deletion's number, 1 to 99.
        group: u8,
        /// What is hidden.
        answer: String,
        /// Shown in its place.
        hint: Option<String>,
    },
}

/// What is wrong with a deletion, and the byte position where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClozeError {
    /// No `}}`.
    Open(usize),
    /// Nothing hidden.
    Empty(usize),
    /// Not a number from 1 to 99.
    Number(usize, String),
}

/// The text with everything shown, as in a list.
pub fn whole(text: &str) -> String {
    let Ok(pieces) = pieces(text) else {
        return text.to_owned();
    };
    let shown = |piece: Piece| match piece {
        Piece::Text(text) => text,
        Piece::Hidden { answer, .. } => answer,
    };
    pieces.into_iter().map(shown).collect()
}

/// Cuts a text into pieces. `{{` without `c` and digits and `::` behind it is ordinary text.
pub fn pieces(text: &str) -> Result<Vec<Piece>, ClozeError> {
    let mut found = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    let mut position = 0;
    while let Some(start) = rest.find("{{c") {
        let (before, at) = rest.split_at(start);
        plain.push_str(before);
        position += start;
        let inside = &at[3..];
        let digits = inside.len()
            - inside
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .len();
        if digits == 0 || !inside[digits..].starts_with("::") {
            plain.push_str("{{c");
            position += 3;
            rest = inside;
            continue;
        }
        let number = &inside[..digits];
        let group = number
            .parse::<u8>()
            .ok()
            .filter(|n| (1..=99).contains(n))
            .ok_or_else(|| ClozeError::Number(position, number.to_owned()))?;
        let content = &inside[digits + 2..];
        let end = content.find("}}").ok_or(ClozeError::Open(position))?;
        let (answer, hint) = content[..end]
            .split_once("::")
            .map_or((&content[..end], None), |(a, h)| (a, Some(h)));
        // A second deletion that begins inside this one means that this one was never closed.
        if answer.contains("{{c") {
            return Err(ClozeError::Open(position));
        }
        if answer.trim().is_empty() {
            return Err(ClozeError::Empty(position));
        }
        if !plain.is_empty() {
            found.push(Piece::Text(std::mem::take(&mut plain)));
        }
        found.push(Piece::Hidden {
            group,
            answer: answer.to_owned(),
            hint: hint.map(str::to_owned).filter(|h| !h.trim().is_empty()),
        });
        let used = 3 + digits + 2 + end + 2;
        position += used;
        rest = &at[used..];
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        found.push(Piece::Text(plain));
    }
    Ok(found)
}

/// The deletion numbers of a text, ascending, each once. Empty where the text is no valid cloze.
pub fn groups(text: &str) -> Vec<u8> {
    let mut groups = Vec::new();
    for piece in pieces(text).unwrap_or_default() {
        if let Piece::Hidden { group, .. } = piece
            && let Err(place) = groups.binary_search(&group)
        {
            groups.insert(place, group);
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_a_list_a_text_stands_without_its_marks() {
        let text = "At most {{c1::35::number}} days; {{c2::snapshots}} stay.";
        assert_eq!(whole(text), "At most 35 days; snapshots stay.");
        assert_eq!(whole("{{ .Values.name }}"), "{{ .Values.name }}");
        assert_eq!(whole("broken {{c1::no end"), "broken {{c1::no end");
    }

    #[test]
    fn deletions_are_cut_out_with_their_hints() {
        let found = pieces("At most {{c1::35::number}} days; {{c2::snapshots}} stay.");
        assert_eq!(
            found,
            Ok(vec![
                Piece::Text("At most ".into()),
                Piece::Hidden {
                    group: 1,
                    answer: "35".into(),
                    hint: Some("number".into())
                },
                Piece::Text(" days; ".into()),
                Piece::Hidden {
                    group: 2,
                    answer: "snapshots".into(),
                    hint: None
                },
                Piece::Text(" stay.".into()),
            ])
        );
    }

    #[test]
    fn templates_of_other_tools_are_ordinary_text() {
        let helm = "{{ .Values.name }} {{- if x }} {{cats}} {{c::x}}";
        assert_eq!(pieces(helm), Ok(vec![Piece::Text(helm.into())]));
    }

    #[test]
    fn broken_deletions_are_located() {
        assert_eq!(pieces("a {{c1::b"), Err(ClozeError::Open(2)));
        assert_eq!(pieces("a {{c1::b {{c2::d}}"), Err(ClozeError::Open(2)));
        assert_eq!(pieces("{{c1:: }}"), Err(ClozeError::Empty(0)));
        assert_eq!(
            pieces("{{c0::x}}"),
            Err(ClozeError::Number(0, "0".to_owned()))
        );
    }
}
