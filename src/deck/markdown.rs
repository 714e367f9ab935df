//! Markdown to blocks, through pulldown-cmark. Raw HTML is shown as the text it is, links must be `https`, `http` or `mailto`, and
//! images become their description.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::markup::{Block, FIRST_SENTINEL, Inline, is_safe};

/// How deep lists and quotes may nest before the rest is shown flat; keeps hostile decks from exhausting the stack.
const DEPTH_MAX: usize = 24;

/// Reads Markdown in which sentinels stand for `marks`.
pub(super) fn read(markdown: &str, marks: &[Inline]) -> Vec<Block> {
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
            Tag::Link { dest_url, .. } if is_safe(dest_url) => {
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

fn trim_end(mut inlines: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        last.truncate(last.trim_end_matches('\n').len());
    }
    inlines
}
