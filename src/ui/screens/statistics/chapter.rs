//! A chapter: its sentence, its picture, its numbers as a table and as a file.

use leptos::prelude::*;

use super::{Figures, bars, calendar, calibration, growth, shares};
use crate::app::view::statistics::{Chapter, Drawing, Section};
use crate::app::{Ahead, App, Counting, Event, Route};
use crate::ui::Shell;

#[component]
pub(super) fn ChapterOf(counted: Figures, chapter: Chapter) -> impl IntoView {
    let section = Memo::new(move |_| {
        counted.with(|c| {
            let mut sections = c.iter().flat_map(|c| &c.sections);
            sections.find(|section| section.chapter == chapter).cloned()
        })
    });
    let of = move |f: fn(&Section) -> Option<String>| {
        Memo::new(move |_| section.with(|s| s.as_ref().and_then(f)))
    };
    let (title, words) = (
        of(|s| Some(s.title.to_owned())),
        of(|s| Some(s.words.clone())),
    );
    let note = of(|s| s.note.clone());
    let is_table = Memo::new(move |_| {
        section.with(|s| {
            s.as_ref()
                .is_some_and(|s| s.drawing == Some(Drawing::Table))
        })
    });
    let drawn = move || section.with(|s| s.as_ref().and_then(|s| s.drawing.as_ref().map(draw)));
    let id = chapter.slug();
    view! {
        <section class="panel-card chapter" class:is-wide=chapter.is_wide() data-chapter=id aria-labelledby=id>
            <h3 id=id>{move || title.get()}</h3>
            <p class="conclusion">{move || words.get().as_deref().map(together)}</p>
            {(chapter == Chapter::Load).then(|| view! { <AheadOf/> })}
            {drawn}
            {move || note.get().map(|words| view! { <p class="quiet note">{words}</p> })}
            {move || if is_table.get() {
                view! { <Table section/> <File chapter title/> }.into_any()
            } else {
                view! { <Numbers section chapter title/> }.into_any()
            }}
        </section>
    }
}

/// A number and its sign stay in one line.
fn together(words: &str) -> String {
    words.replace(" %", "\u{a0}%")
}

fn draw(drawing: &Drawing) -> AnyView {
    match drawing {
        Drawing::Calibration(points, floor) => calibration::calibration(points, *floor).into_any(),
        Drawing::Growth(lines) => growth::growth(lines).into_any(),
        Drawing::Bars(of) => bars::bars(of).into_any(),
        Drawing::Shares(columns, floor) => shares::shares(columns, *floor).into_any(),
        Drawing::Calendar(months, steps) => calendar::calendar(months, steps).into_any(),
        Drawing::Table => ().into_any(),
    }
}

/// The numbers of a picture: written only once they are wanted, since there are many.
#[component]
fn Numbers(
    section: Memo<Option<Section>>,
    chapter: Chapter,
    title: Memo<Option<String>>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    view! {
        <details class="numbers no-print" on:toggle:target=move |ev| is_open.set(ev.target().open())>
            <summary>"The numbers" <span class="visually-hidden">{move || format!(" of {}", title.get().unwrap_or_default())}</span></summary>
            {move || is_open.get().then(|| view! {
                {move || section.with(|s| s.as_ref().and_then(|s| s.detail.clone())).map(|words| view! { <p class="quiet note">{words}</p> })}
                <Table section/>
                <File chapter title/>
            })}
        </details>
    }
}

/// The same as a file.
#[component]
fn File(chapter: Chapter, title: Memo<Option<String>>) -> impl IntoView {
    let shell = Shell::of_page();
    let save = move |_| shell.dispatch(Event::Counting(Counting::SheetWanted(chapter)));
    view! {
        <p class="no-print"><button on:click=save>"Save as CSV" <span class="visually-hidden">{move || format!(": {}", title.get().unwrap_or_default())}</span></button></p>
    }
}

#[component]
fn Table(section: Memo<Option<Section>>) -> impl IntoView {
    move || section.with(|section| section.as_ref().map(table))
}

fn table(section: &Section) -> impl IntoView + use<> {
    let head = section.sheet.shown_head();
    let head = head.map(|words| view! { <th scope="col">{words}</th> });
    let mut links = section.links.iter().map(Route::hash);
    let rows = section.sheet.shown_rows().map(|row| {
        let mut cells = row.into_iter().map(str::to_owned);
        let name = cells.next().unwrap_or_default();
        let name = match links.next() {
            Some(href) => view! { <a href=href>{name}</a> }.into_any(),
            None => name.into_any(),
        };
        let cells = cells.map(|cell| view! { <td>{cell}</td> });
        view! { <tr><th scope="row">{name}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="wide" tabindex="0" role="region" aria-label=format!("The numbers of “{}”", section.title)>
            <table class="sheet">
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

/// How far ahead.
#[component]
fn AheadOf() -> impl IntoView {
    let shell = Shell::of_page();
    let query = shell.memo(|app: &App, _| match app.route() {
        Route::Statistics(query) => query.clone(),
        _ => crate::app::StatisticsQuery::default(),
    });
    let link = move |ahead: Ahead| {
        let href = move || {
            let of = query.get();
            Route::Statistics(crate::app::StatisticsQuery { ahead, ..of }).hash()
        };
        let is_here = move || query.with(|q| q.ahead == ahead).then_some("true");
        view! { <a href=href aria-current=is_here>{format!("{} days", ahead.days())}</a> }
    };
    view! {
        <div class="zoom no-print" role="group" aria-label="How far ahead">
            {link(Ahead::Month)}
            {link(Ahead::Quarter)}
        </div>
    }
}
