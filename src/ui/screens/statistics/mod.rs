//! Statistics: of what, of which days, and a chapter for each thing that can be concluded.

mod bars;
mod calendar;
mod calibration;
mod chapter;
mod controls;
mod growth;
mod shares;

use leptos::prelude::*;

use super::start::failed;
use crate::app::view::statistics::{Chapter, Counted, StatisticsShown, StatisticsView};
use crate::app::{App, Counting, Event, Route};
use crate::ui::Shell;
use crate::ui::browser::page;
use crate::ui::parts::{Notice, Tone};

/// What is drawn: worked out again only when other figures are here.
pub(super) type Figures = Memo<Option<Counted>>;

/// The statistics.
#[component]
pub(crate) fn StatisticsScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo_by(App::statistics_basis, App::statistics_view);
    let counted: Figures = shell.memo_by(App::counted_basis, App::counted_view);
    let of = move |f: fn(&StatisticsView) -> Option<String>| {
        Memo::new(move |_| view.with(|v| v.as_ref().and_then(f)))
    };
    let (unsaved, missing) = (of(|v| v.unsaved.clone()), of(|v| v.missing.clone()));
    let shown = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.shown.clone())));
    let status = Memo::new(move |_| view.with(|v| v.as_ref().and_then(|v| v.status)));
    let is_old = Memo::new(move |_| view.with(|v| v.as_ref().is_some_and(|v| v.is_old)));
    view! {
        <div class="statistics" data-screen="statistics">
            <h1>"Statistics"</h1>
            {move || unsaved.get().map(|words| view! {
                <Notice tone=Tone::Bad><p>{format!("The file could not be written: {words}.")}</p></Notice>
            })}
            {move || missing.get().map(failed)}
            {move || (!matches!(shown.get(), Some(StatisticsShown::Nothing))).then(|| view! { <controls::Controls view/> })}
            <p class="status" role="status">{move || status.get()}</p>
            {move || shown.get().map(|shown| match shown {
                StatisticsShown::Nothing => nothing().into_any(),
                StatisticsShown::Failed(words) => not_counted(shell, &words).into_any(),
                StatisticsShown::Working => ().into_any(),
                StatisticsShown::Here => view! { <Here counted is_old/> }.into_any(),
            })}
        </div>
    }
}

fn nothing() -> impl IntoView {
    view! {
        <p>"Once you have answered some items, you see here what you remember of them, what comes due, and where your time goes."</p>
        <p class="buttons"><a class="button primary" href=Route::Start.hash()>"To the start page"</a></p>
    }
}

fn not_counted(shell: Shell, words: &str) -> impl IntoView + use<> {
    let words = format!("Your answers could not be counted: {words}. They are safe.");
    let again = move |_| shell.dispatch(Event::Counting(Counting::Retried));
    view! {
        <Notice tone=Tone::Bad>
            <p>{words}</p>
            <p><button on:click=again>"Try again"</button></p>
        </Notice>
    }
}

/// So many chapters are drawn in one go: about what a window holds. The others follow frame by frame, so that no key waits for all of them
/// (tunable).
const AT_ONCE: usize = 3;

/// The figures. Chapters stay where they are while their numbers change.
#[component]
fn Here(counted: Figures, is_old: Memo<bool>) -> impl IntoView {
    let title = Memo::new(move |_| counted.with(|c| c.as_ref().map(|c| c.title.clone())));
    let tiles = Memo::new(move |_| counted.with(|c| c.as_ref().map(|c| c.tiles.clone())));
    let chapters = Memo::new(move |_| {
        counted.with(|c| {
            let sections = c.iter().flat_map(|c| &c.sections);
            sections
                .map(|section| section.chapter)
                .collect::<Vec<Chapter>>()
        })
    });
    let room = RwSignal::new(AT_ONCE);
    let shown = Memo::new(move |_| {
        chapters.with(|all| all.iter().take(room.get()).copied().collect::<Vec<_>>())
    });
    let is_coming = Memo::new(move |_| room.get() < chapters.with(Vec::len));
    Effect::new(move |_| {
        room.track();
        if is_coming.get() {
            wasm_bindgen_futures::spawn_local(async move {
                page::drawn().await;
                // The screen may be gone by now.
                room.try_update(|room| *room += AT_ONCE);
            });
        }
    });
    view! {
        <div aria-busy=move || (is_old.get() || is_coming.get()).to_string() data-shown=move || title.get()>
            <h2 class="statistics-title">{move || title.get()}</h2>
            <dl class="tiles">
                {move || tiles.get().unwrap_or_default().into_iter().map(|(number, what)| view! {
                    <div class="tile"><dt>{what}</dt><dd>{number}</dd></div>
                }).collect_view()}
            </dl>
            <div class="chapters">
                <For each=move || shown.get() key=|chapter| *chapter let:chapter>
                    <chapter::ChapterOf counted chapter/>
                </For>
            </div>
            {how()}
        </div>
    }
}

fn how() -> impl IntoView {
    view! {
        <details class="panel no-print">
            <summary>"How this is worked out"</summary>
            <p>"Your whole log is replayed with the memory parameters that hold now, so what was predicted before each answer is what they would \
                have predicted. Only answers a night or more after the one before say something of memory; repeats on the same day do not. \
                An answer that you took back counts nowhere."</p>
            <p>"A range holds the true share in 95 of 100 cases (Wilson’s interval). An hour, a weekday or a track is said to stand out only if chance \
                would make any of them look so in less than 5 of 100 cases."</p>
            <p>"An item counts for its own track and domain, also where it serves other exams. Study days begin at the hour that is set in the \
                settings, so what is answered after midnight belongs to the evening before."</p>
        </details>
    }
}
