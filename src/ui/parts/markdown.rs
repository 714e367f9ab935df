//! Blocks of text as nodes. There is no HTML string on the way.

use leptos::prelude::*;

use crate::deck::markup::{Block, Inline};

/// A text of several blocks.
#[component]
pub(crate) fn Markdown(blocks: Vec<Block>) -> impl IntoView {
    view! { <div class="prose">{blocks.into_iter().map(block).collect_view()}</div> }
}

/// A text that is a single line where possible: an option, a step.
#[component]
pub(crate) fn Line(blocks: Vec<Block>) -> impl IntoView {
    match <[Block; 1]>::try_from(blocks) {
        Ok([Block::Paragraph(inner)]) => view! { <span>{inlines(inner)}</span> }.into_any(),
        Ok([other]) => view! { <div class="prose">{block(other)}</div> }.into_any(),
        Err(blocks) => view! { <Markdown blocks/> }.into_any(),
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Paragraph(inner) => view! { <p>{inlines(inner)}</p> }.into_any(),
        // Headings inside an item stand below the page's own.
        Block::Heading(_, inner) => {
            view! { <p class="subhead"><strong>{inlines(inner)}</strong></p> }.into_any()
        }
        Block::Code(_, inner) => {
            view! { <pre tabindex="0"><code>{inlines(inner)}</code></pre> }.into_any()
        }
        Block::List(start, items) => {
            let items = items
                .into_iter()
                .map(|item| view! { <li>{list_item(item)}</li> })
                .collect_view();
            match start {
                Some(start) => view! { <ol start=start.to_string()>{items}</ol> }.into_any(),
                None => view! { <ul>{items}</ul> }.into_any(),
            }
        }
        Block::Quote(inner) => {
            view! { <blockquote>{inner.into_iter().map(self::block).collect_view()}</blockquote> }
                .into_any()
        }
        Block::Table(head, rows) => table(head, rows),
        Block::Rule => view! { <hr/> }.into_any(),
    }
}

/// A tight item is its line alone, without a paragraph around it.
fn list_item(item: Vec<Block>) -> AnyView {
    item.into_iter()
        .enumerate()
        .map(|(index, part)| match part {
            Block::Paragraph(inner) if index == 0 => inlines(inner).into_any(),
            other => block(other),
        })
        .collect_view()
        .into_any()
}

fn table(head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>>) -> AnyView {
    let head = head
        .into_iter()
        .map(|c| view! { <th scope="col">{inlines(c)}</th> })
        .collect_view();
    let rows = rows
        .into_iter()
        .map(|row| {
            let cells = row
                .into_iter()
                .map(|c| view! { <td>{inlines(c)}</td> })
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="table" tabindex="0">
            <table>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn inlines(inner: Vec<Inline>) -> impl IntoView {
    inner.into_iter().map(inline).collect_view()
}

fn inline(inline: Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.into_any(),
        Inline::Code(inner) => view! { <code>{inlines(inner)}</code> }.into_any(),
        Inline::Strong(inner) => view! { <strong>{inlines(inner)}</strong> }.into_any(),
        Inline::Emphasis(inner) => view! { <em>{inlines(inner)}</em> }.into_any(),
        Inline::Struck(inner) => view! { <s>{inlines(inner)}</s> }.into_any(),
        Inline::Link(href, inner) => view! {
            <a href=href target="_blank" rel="noopener noreferrer">{inlines(inner)}</a>
        }
        .into_any(),
        Inline::Break => view! { <br/> }.into_any(),
        Inline::Blank(hint) => {
            let hint = hint.unwrap_or_default();
            let label = if hint.is_empty() {
                "blank".to_owned()
            } else {
                format!("blank: {hint}")
            };
            view! { <span class="blank" role="img" aria-label=label>{hint}</span> }.into_any()
        }
        Inline::Revealed(inner) => view! { <mark>{inlines(inner)}</mark> }.into_any(),
    }
}
