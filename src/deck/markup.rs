//! Texts as a small tree that a screen draws node by node. There is no HTML string anywhere, so a deck cannot smuggle any in.
//!
//! Texts are written in Markdown (`markdown.rs`). Those of the decks that come with Cairn are read when the app is built and
//! arrive in a form of their own ([`super::wire`]), so that a first visit needs no Markdown reader.

use super::cloze::Piece;
#[cfg(feature = "whole")]
use super::markdown;
use super::wire;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading, level 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A code block and its language.
    Code(String, Vec<Inline>),
    /// A list; the number it starts at when ordered.
    List(Option<u64>, Vec<Vec<Block>>),
    /// A quotation.
    Quote(Vec<Block>),
    /// A table: the head's cells, then rows of cells.
    Table(Vec<Vec<Inline>>, Vec<Vec<Vec<Inline>>>),
    /// A line across.
    Rule,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text.
    Text(String),
    /// Code.
    Code(Vec<Inline>),
    /// Strong.
    Strong(Vec<Inline>),
    /// Emphasised.
    Emphasis(Vec<Inline>),
    /// Struck out.
    Struck(Vec<Inline>),
    /// A link with a safe address.
    Link(String, Vec<Inline>),
    /// A line break.
    Break,
    /// A deletion that is asked: the hint, if there is one.
    Blank(Option<String>),
    /// A deletion that was asked and is shown.
    Revealed(Vec<Inline>),
}

/// Stands for deletion `i` while a text is read: private-use characters that no keyboard types.
pub(super) const FIRST_SENTINEL: u32 = 0xF_0000;

/// Reads a text: Markdown, or what the build made of it.
pub fn blocks(text: &str) -> Vec<Block> {
    read(text, &[])
}

/// Reads a cloze text in which `group` is asked: its deletions become blanks or, once `revealed`, marked answers.
/// Other deletions are shown as plain text.
pub fn cloze_blocks(pieces: &[Piece], group: u8, revealed: bool) -> Vec<Block> {
    let mut text = String::new();
    let mut marks = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(plain) => text.push_str(plain),
            Piece::Hidden {
                group: g,
                answer,
                hint,
            } if *g == group => {
                let sentinel = u32::try_from(marks.len()).map_or(0, |i| FIRST_SENTINEL + i);
                text.extend(char::from_u32(sentinel));
                marks.push(if revealed {
                    Inline::Revealed(line(answer))
                } else {
                    Inline::Blank(hint.clone())
                });
            }
            Piece::Hidden { answer, .. } => text.push_str(answer),
        }
    }
    read(&text, &marks)
}

/// A text that stands in a line: what is in its paragraphs.
pub(super) fn line(text: &str) -> Vec<Inline> {
    if text.contains(wire::OPEN) {
        return wire::inlines(text);
    }
    let mut found = Vec::new();
    for block in blocks(text) {
        match block {
            Block::Paragraph(inner) => found.extend(inner),
            other => found.push(Inline::Text(plain_of(&[other]))),
        }
    }
    found
}

fn read(text: &str, marks: &[Inline]) -> Vec<Block> {
    if text.starts_with(wire::OPEN) {
        return wire::read(text, marks);
    }
    #[cfg(feature = "whole")]
    return markdown::read(text, marks);
    // Typed answers come as they are written, to be compared; they are a word or a command.
    #[cfg(not(feature = "whole"))]
    {
        let bare = text.strip_prefix('`').and_then(|t| t.strip_suffix('`'));
        let inner = vec![Inline::Text(bare.unwrap_or(text).to_owned())];
        vec![Block::Paragraph(if bare.is_some() {
            vec![Inline::Code(inner)]
        } else {
            inner
        })]
    }
}

/// Whether an address may be a link.
pub(super) fn is_safe(url: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| {
        url.get(..scheme.len())
            .is_some_and(|s| s.eq_ignore_ascii_case(scheme))
    })
}

/// A text without its marks, for lists and search.
pub fn plain(markdown: &str) -> String {
    plain_of(&blocks(markdown))
}

/// Blocks without their marks, in one line.
pub fn plain_of(blocks: &[Block]) -> String {
    fn walk(inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.push_str(text),
                Inline::Code(inner)
                | Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Struck(inner)
                | Inline::Revealed(inner)
                | Inline::Link(_, inner) => walk(inner, out),
                Inline::Break => out.push(' '),
                Inline::Blank(_) => out.push('…'),
            }
        }
    }
    fn blocks_text(blocks: &[Block], out: &mut String) {
        for block in blocks {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            match block {
                Block::Paragraph(inner) | Block::Heading(_, inner) | Block::Code(_, inner) => {
                    walk(inner, out);
                }
                Block::List(_, items) => items.iter().for_each(|item| blocks_text(item, out)),
                Block::Quote(inner) => blocks_text(inner, out),
                Block::Table(head, rows) => {
                    for cell in head.iter().chain(rows.iter().flatten()) {
                        walk(cell, out);
                        out.push(' ');
                    }
                }
                Block::Rule => {}
            }
        }
    }
    let mut out = String::new();
    blocks_text(blocks, &mut out);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::cloze;

    fn text(t: &str) -> Inline {
        Inline::Text(t.into())
    }

    #[test]
    fn paragraphs_lists_and_code_become_blocks() {
        let found = blocks("Use **one** `vpc`.\n\n- a\n- b\n\n```yaml\nkind: Pod\n```\n");
        assert_eq!(
            found,
            vec![
                Block::Paragraph(vec![
                    text("Use "),
                    Inline::Strong(vec![text("one")]),
                    text(" "),
                    Inline::Code(vec![text("vpc")]),
                    text("."),
                ]),
                Block::List(
                    None,
                    vec![
                        vec![Block::Paragraph(vec![text("a")])],
                        vec![Block::Paragraph(vec![text("b")])],
                    ]
                ),
                Block::Code("yaml".into(), vec![text("kind: Pod")]),
            ]
        );
    }

    #[test]
    fn html_is_text_and_only_web_links_are_links() {
        let found = blocks("<b onclick=x>hi</b> [go](javascript:alert(1)) [ok](https://a.b)");
        let shown = format!("{found:?}");
        assert!(shown.contains("<b onclick=x>"));
        assert!(!shown.contains("javascript"));
        assert!(shown.contains("https://a.b"));
    }

    #[test]
    fn a_deletion_is_blank_until_it_is_revealed_even_inside_code() {
        let pieces = cloze::pieces("Run `kubectl {{c1::drain::verb}} n1` and {{c2::wait}}.")
            .expect("pieces");
        let asked = cloze_blocks(&pieces, 1, false);
        assert_eq!(
            asked,
            vec![Block::Paragraph(vec![
                text("Run "),
                Inline::Code(vec![
                    text("kubectl "),
                    Inline::Blank(Some("verb".into())),
                    text(" n1")
                ]),
                text(" and wait."),
            ])]
        );
        let shown = format!("{:?}", cloze_blocks(&pieces, 1, true));
        assert!(shown.contains("Revealed([Text(\"drain\")])"), "{shown}");
    }

    #[test]
    fn tables_keep_head_and_rows() {
        let found = blocks("| a | b |\n|---|---|\n| 1 | 2 |\n");
        assert_eq!(
            found,
            vec![Block::Table(
                vec![vec![text("a")], vec![text("b")]],
                vec![vec![vec![text("1")], vec![text("2")]]]
            )]
        );
    }

    #[test]
    fn deep_nesting_does_not_exhaust_the_stack() {
        let deep = "> ".repeat(5_000) + "x";
        assert!(!blocks(&deep).is_empty());
        let stars = "*a ".repeat(5_000) + &"*".repeat(5_000);
        assert!(!blocks(&stars).is_empty());
    }

    #[test]
    fn plain_text_drops_the_marks() {
        assert_eq!(plain("**A** [b](https://c.d) `e`\n\n- f"), "A b e f");
    }
}
