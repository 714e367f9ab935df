//! Blocks as text, the form in which the texts of the decks that come with Cairn reach the browser: plain characters, with control
//! characters where something begins and ends. It reads without a Markdown reader, and what is written reads back the same.
//!
//! ```text
//! block  = OPEN kind … CLOSE   kinds: p paragraph, h1-h6 heading, c code (language SEP), u list, o list (start SEP), q quote,
//!                              t table, - rule
//! inside = i item, r row, d cell, each OPEN … CLOSE
//! inline = characters, or OPEN kind … CLOSE   kinds: ` code, * strong, _ emphasis, ~ struck, a link (address SEP), n break
//! ```

use super::cloze::{Piece, pieces};
use super::markup::{Block, FIRST_SENTINEL, Inline, blocks, line};

/// Begins something; its kind follows. No text has it: decks with control characters are refused.
pub(super) const OPEN: char = '\u{1}';
const CLOSE: char = '\u{2}';
const SEP: char = '\u{3}';

/// How deep blocks and spans may nest before the rest is dropped; Markdown is read no deeper.
const DEPTH_MAX: usize = 100;

/// A Markdown text in this form.
pub fn wire(markdown: &str) -> String {
    let mut out = String::new();
    write_blocks(&blocks(markdown), &mut out);
    out
}

/// A cloze text in this form, its deletions as they were written.
pub fn wire_cloze(markdown: &str) -> String {
    let mut text = String::new();
    let mut deletions = Vec::new();
    for piece in pieces(markdown).unwrap_or_default() {
        match piece {
            Piece::Text(plain) => text.push_str(&plain),
            Piece::Hidden {
                group,
                answer,
                hint,
            } => {
                text.extend(char::from_u32(FIRST_SENTINEL + deletions.len() as u32));
                let mut inner = String::new();
                write_inlines(&line(&answer), &mut inner);
                let hint = hint.map(|hint| format!("::{hint}")).unwrap_or_default();
                deletions.push(format!("{{{{c{group}::{inner}{hint}}}}}"));
            }
        }
    }
    let mut out = String::new();
    for c in wire(&text).chars() {
        let index = (c as u32).checked_sub(FIRST_SENTINEL);
        match index.and_then(|index| deletions.get(index as usize)) {
            Some(deletion) => out.push_str(deletion),
            None => out.push(c),
        }
    }
    out
}

fn write_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        out.push(OPEN);
        match block {
            Block::Paragraph(inner) => {
                out.push('p');
                write_inlines(inner, out);
            }
            Block::Heading(level, inner) => {
                out.push('h');
                out.push(char::from(b'0' + level % 10));
                write_inlines(inner, out);
            }
            Block::Code(language, inner) => {
                out.push('c');
                out.push_str(language);
                out.push(SEP);
                write_inlines(inner, out);
            }
            Block::List(start, items) => {
                match start {
                    Some(start) => out.push_str(&format!("o{start}{SEP}")),
                    None => out.push('u'),
                }
                for item in items {
                    out.extend([OPEN, 'i']);
                    write_blocks(item, out);
                    out.push(CLOSE);
                }
            }
            Block::Quote(inner) => {
                out.push('q');
                write_blocks(inner, out);
            }
            Block::Table(head, rows) => {
                out.push('t');
                for row in std::iter::once(head).chain(rows) {
                    out.extend([OPEN, 'r']);
                    for cell in row {
                        out.extend([OPEN, 'd']);
                        write_inlines(cell, out);
                        out.push(CLOSE);
                    }
                    out.push(CLOSE);
                }
            }
            Block::Rule => out.push('-'),
        }
        out.push(CLOSE);
    }
}

fn write_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        let (kind, inner) = match inline {
            Inline::Text(text) => {
                out.push_str(text);
                continue;
            }
            Inline::Code(inner) => ('`', inner),
            Inline::Strong(inner) => ('*', inner),
            Inline::Emphasis(inner) => ('_', inner),
            Inline::Struck(inner) => ('~', inner),
            Inline::Link(address, inner) => {
                out.push_str(&format!("{OPEN}a{address}{SEP}"));
                write_inlines(inner, out);
                out.push(CLOSE);
                continue;
            }
            Inline::Break => {
                out.extend([OPEN, 'n', CLOSE]);
                continue;
            }
            // These are made when a question is shown and are never written.
            Inline::Blank(_) => continue,
            Inline::Revealed(inner) => {
                write_inlines(inner, out);
                continue;
            }
        };
        out.extend([OPEN, kind]);
        write_inlines(inner, out);
        out.push(CLOSE);
    }
}

/// Reads blocks, with `marks` in the place of sentinels. Anything that was not written by [`wire`] gives some blocks, too.
pub(super) fn read(text: &str, marks: &[Inline]) -> Vec<Block> {
    let mut reader = Reader {
        rest: text.chars(),
        marks,
        depth: 0,
    };
    reader.blocks()
}

/// Reads inlines.
pub(super) fn inlines(text: &str) -> Vec<Inline> {
    let mut reader = Reader {
        rest: text.chars(),
        marks: &[],
        depth: 0,
    };
    reader.inlines()
}

struct Reader<'a> {
    rest: std::str::Chars<'a>,
    marks: &'a [Inline],
    depth: usize,
}

impl Reader<'_> {
    /// Blocks up to the end of what they stand in.
    fn blocks(&mut self) -> Vec<Block> {
        let mut found = Vec::new();
        self.depth += 1;
        while let Some(c) = self.rest.next() {
            match c {
                CLOSE => break,
                OPEN if self.depth < DEPTH_MAX => {
                    let kind = self.rest.next();
                    found.push(self.block(kind));
                }
                _ => {}
            }
        }
        self.depth -= 1;
        found
    }

    fn block(&mut self, kind: Option<char>) -> Block {
        match kind {
            Some('h') => {
                let level = self.rest.next().and_then(|c| c.to_digit(10)).unwrap_or(1);
                Block::Heading(level as u8, self.inlines())
            }
            Some('c') => Block::Code(self.up_to_separator(), self.inlines()),
            Some('u') => Block::List(None, self.items()),
            Some('o') => {
                let start = self.up_to_separator().parse().unwrap_or(1);
                Block::List(Some(start), self.items())
            }
            Some('q') => Block::Quote(self.blocks()),
            Some('t') => {
                let mut rows = self.rows();
                let head = if rows.is_empty() {
                    Vec::new()
                } else {
                    rows.remove(0)
                };
                Block::Table(head, rows)
            }
            Some('-') => {
                self.inlines();
                Block::Rule
            }
            _ => Block::Paragraph(self.inlines()),
        }
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while self.opens() {
            items.push(self.blocks());
        }
        items
    }

    fn rows(&mut self) -> Vec<Vec<Vec<Inline>>> {
        let mut rows = Vec::new();
        while self.opens() {
            let mut row = Vec::new();
            while self.opens() {
                row.push(self.inlines());
            }
            rows.push(row);
        }
        rows
    }

    /// Whether an item, a row or a cell begins here; takes its head, or the end of what holds it.
    fn opens(&mut self) -> bool {
        if self.rest.next() == Some(OPEN) {
            self.rest.next();
            return true;
        }
        false
    }

    fn up_to_separator(&mut self) -> String {
        self.rest.by_ref().take_while(|c| *c != SEP).collect()
    }

    /// Inlines up to the end of what they stand in.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut found = Vec::new();
        let mut plain = String::new();
        self.depth += 1;
        while let Some(c) = self.rest.next() {
            let mark = (c as u32)
                .checked_sub(FIRST_SENTINEL)
                .and_then(|index| self.marks.get(index as usize));
            let inline = match (c, mark) {
                (CLOSE, _) => break,
                (_, Some(mark)) => mark.clone(),
                (OPEN, _) if self.depth < DEPTH_MAX => {
                    let kind = self.rest.next();
                    self.span(kind)
                }
                _ => {
                    plain.push(c);
                    continue;
                }
            };
            if !plain.is_empty() {
                found.push(Inline::Text(std::mem::take(&mut plain)));
            }
            found.push(inline);
        }
        if !plain.is_empty() {
            found.push(Inline::Text(plain));
        }
        self.depth -= 1;
        found
    }

    fn span(&mut self, kind: Option<char>) -> Inline {
        match kind {
            Some('`') => Inline::Code(self.inlines()),
            Some('*') => Inline::Strong(self.inlines()),
            Some('_') => Inline::Emphasis(self.inlines()),
            Some('~') => Inline::Struck(self.inlines()),
            Some('a') => {
                let address = self.up_to_separator();
                let inner = self.inlines();
                // A learner's own deck may hold anything, so what is no web address is no link here either.
                if super::markup::is_safe(&address) {
                    Inline::Link(address, inner)
                } else {
                    Inline::Emphasis(inner)
                }
            }
            _ => {
                self.inlines();
                Inline::Break
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::markup::cloze_blocks;

    #[test]
    fn what_is_written_reads_back_the_same() {
        for text in [
            "plain",
            "Use **one** `vpc` and *two* ~~three~~ [ok](https://a.b).\n\n- a\n- b\n  1. c\n\n```yaml\nkind: Pod\n```\n",
            "> quote\n> > inner\n\n| a | b |\n|---|---|\n| `1` | 2 |\n\n---\n\n## Head\n\n3. three\n4. four",
            "one  \ntwo",
        ] {
            let read = read(&wire(text), &[]);
            assert_eq!(read, blocks(text), "{text}");
            assert_eq!(blocks(&wire(text)), read);
        }
    }

    #[test]
    fn deletions_stay_where_they_are() {
        let text = "Run `kubectl {{c1::drain::verb}} n1` and {{c2::`wait`}}, *{{c1::then}}* go.";
        let written = wire_cloze(text);
        let (plain, packed) = (
            pieces(text).expect("pieces"),
            pieces(&written).expect("pieces"),
        );
        for (group, revealed) in [(1, false), (1, true), (2, false), (2, true)] {
            assert_eq!(
                cloze_blocks(&packed, group, revealed),
                cloze_blocks(&plain, group, revealed),
                "{group} {revealed}"
            );
        }
    }

    #[test]
    fn hostile_texts_give_some_blocks() {
        let deep = "\u{1}q".repeat(10_000);
        assert!(!read(&deep, &[]).is_empty());
        let spans = format!("\u{1}p{}", "\u{1}*".repeat(10_000));
        assert!(!read(&spans, &[]).is_empty());
        for text in [
            "\u{1}",
            "\u{1}a",
            "\u{1}t\u{1}r\u{1}d",
            "\u{1}h",
            "\u{1}oX\u{3}",
        ] {
            let _ = read(text, &[]);
        }
        let link = read("\u{1}p\u{1}ajavascript:alert(1)\u{3}x\u{2}\u{2}", &[]);
        assert!(!format!("{link:?}").contains("javascript"));
    }
}
