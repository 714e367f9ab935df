//! Markdown to a small tree that a screen draws node by node. There is no HTML string anywhere, so a deck cannot
//! smuggle any in: raw HTML is shown as the text it is, links must be `https`, `http` or `mailto`, and images become
//! their description.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::cloze::Piece;

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
    Revealed(String),
}

/// Stands for deletion `i` while Markdown is read: private-use characters that no keyboard types.
const FIRST_SENTINEL: u32 = 0xF_0000;

/// How deep lists and quotes may nest before the rest is shown flat; keeps hostile decks from exhausting the stack.
const DEPTH_MAX: usize = 24;

/// Reads Markdown.
pub fn blocks(markdown: &str) -> Vec<Block> {
    read(markdown, &[])
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
                    Inline::Revealed(answer.clone())
                } else {
                    Inline::Blank(hint.clone())
                });
            }
            Piece::Hidden { answer, .. } => text.push_str(answer),
        }
    }
    read(&text, &marks)
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
                Inline::Text(text) | Inline::Revealed(text) => out.push_str(text),
                Inline::Code(inner)
                | Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Struck(inner)
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

fn read(markdown: &str, marks: &[Inline]) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader {
        events: Parser::new_ext(markdown, options)
            .collect::<Vec<_>>()
            .into_iter(),
        marks,
        depth: 0,
    };
    reader.blocks()
}

struct Reader<'a> {
    events: std::vec::IntoIter<Event<'a>>,
    marks: &'a [Inline],
    depth: usize,
}

impl Reader<'_> {
    /// Blocks up to the end of the container they stand in. Loose inline events become a paragraph.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose: Vec<Inline> = Vec::new();
        self.depth += 1;
        while let Some(event) = self.events.next() {
            let block = match event {
                Event::Start(tag) => match self.block(&tag) {
                    Ok(block) => block,
                    Err(inlines) => {
                        loose.extend(inlines);
                        continue;
                    }
                },
                Event::End(_) => break,
                Event::Rule => Block::Rule,
                other => {
                    self.inline(&other, &mut loose);
                    continue;
                }
            };
            if !loose.is_empty() {
                blocks.push(Block::Paragraph(std::mem::take(&mut loose)));
            }
            blocks.push(block);
        }
        if !loose.is_empty() {
            blocks.push(Block::Paragraph(loose));
        }
        self.depth -= 1;
        blocks
    }

    fn block(&mut self, tag: &Tag<'_>) -> Result<Block, Vec<Inline>> {
        if self.depth > DEPTH_MAX {
            return Err(self.inlines());
        }
        Ok(match tag {
            Tag::Heading { level, .. } => Block::Heading(*level as u8, self.inlines()),
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info
                        .split_whitespace()
                        .next()
                        .unwrap_or_default()
                        .to_owned(),
                    CodeBlockKind::Indented => String::new(),
                };
                Block::Code(language, trim_end(self.inlines()))
            }
            Tag::List(start) => {
                let mut items = Vec::new();
                while let Some(Event::Start(_)) = self.events.next() {
                    items.push(self.blocks());
                }
                Block::List(*start, items)
            }
            Tag::BlockQuote(_) => Block::Quote(self.blocks()),
            Tag::Table(_) => self.table(),
            Tag::HtmlBlock => Block::Paragraph(trim_end(self.inlines())),
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. } => {
                let mut found = Vec::new();
                self.span(tag, &mut found);
                return Err(found);
            }
            _ => Block::Paragraph(self.inlines()),
        })
    }

    fn table(&mut self) -> Block {
        let mut rows: Vec<Vec<Vec<Inline>>> = Vec::new();
        while let Some(Event::Start(_)) = self.events.next() {
            let mut row = Vec::new();
            while let Some(Event::Start(_)) = self.events.next() {
                row.push(self.inlines());
            }
            rows.push(row);
        }
        let head = if rows.is_empty() {
            Vec::new()
        } else {
            rows.remove(0)
        };
        Block::Table(head, rows)
    }

    /// Inlines up to the end of the element they stand in. Blocks inside become inline.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut found = Vec::new();
        let mut open = 0_usize;
        while let Some(event) = self.events.next() {
            match event {
                Event::End(_) if open == 0 => break,
                Event::End(_) => open -= 1,
                Event::Start(tag) => {
                    if self.depth > DEPTH_MAX * 2 || !is_span(&tag) {
                        open += 1;
                    } else {
                        self.span(&tag, &mut found);
                    }
                }
                other => self.inline(&other, &mut found),
            }
        }
        found
    }

    fn span(&mut self, tag: &Tag<'_>, out: &mut Vec<Inline>) {
        self.depth += 1;
        let inner = self.inlines();
        self.depth -= 1;
        match tag {
            Tag::Emphasis => out.push(Inline::Emphasis(inner)),
            Tag::Strong => out.push(Inline::Strong(inner)),
            Tag::Strikethrough => out.push(Inline::Struck(inner)),
            Tag::Link { dest_url, .. } if safe(dest_url) => {
                out.push(Inline::Link(dest_url.to_string(), inner));
            }
            _ => out.extend(inner),
        }
    }

    fn inline(&self, event: &Event<'_>, out: &mut Vec<Inline>) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text(text, out);
            }
            Event::Code(text) => {
                let mut inner = Vec::new();
                self.text(text, &mut inner);
                out.push(Inline::Code(inner));
            }
            Event::SoftBreak => out.push(Inline::Text(" ".to_owned())),
            Event::HardBreak => out.push(Inline::Break),
            _ => {}
        }
    }

    /// Text, with the sentinels in it turned into the deletions they stand for.
    fn text(&self, text: &str, out: &mut Vec<Inline>) {
        let mut plain = String::new();
        for c in text.chars() {
            let index = (c as u32).checked_sub(FIRST_SENTINEL).map(|i| i as usize);
            match index.and_then(|i| self.marks.get(i)) {
                Some(mark) => {
                    if !plain.is_empty() {
                        out.push(Inline::Text(std::mem::take(&mut plain)));
                    }
                    out.push(mark.clone());
                }
                None => plain.push(c),
            }
        }
        if !plain.is_empty() {
            match out.last_mut() {
                Some(Inline::Text(last)) => last.push_str(&plain),
                _ => out.push(Inline::Text(plain)),
            }
        }
    }
}

fn is_span(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

fn safe(url: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| {
        url.get(..scheme.len())
            .is_some_and(|s| s.eq_ignore_ascii_case(scheme))
    })
}

fn trim_end(mut inlines: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        last.truncate(last.trim_end_matches('\n').len());
    }
    inlines
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
        assert!(shown.contains("Revealed(\"drain\")"));
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
