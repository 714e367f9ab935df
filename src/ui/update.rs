//! A new version of the app, offered and never forced.

use leptos::prelude::*;

use super::Shell;
use super::browser::page;
use crate::app::Route;

/// Says that a new version is here. Not while a question is on the screen: it waits until the learner is done.
#[component]
pub(crate) fn UpdateNotice() -> impl IntoView {
    let shell = Shell::of_page();
    let is_busy = shell.memo(|app, _| matches!(app.route(), Route::Study(_) | Route::Sitting(_)));
    let (is_here, is_taken) = (RwSignal::new(page::is_update_here()), RwSignal::new(false));
    let listener = window_event_listener_untyped(page::UPDATE, move |_| is_here.set(true));
    on_cleanup(move || listener.remove());
    let take = move |_| {
        is_taken.set(true);
        page::take_update();
    };
    view! {
        <div class="update" role="status">
            {move || (is_here.get() && !is_busy.get()).then(|| view! {
                <p>"A new version of Cairn is here. Everything you answered stays."</p>
                <button class="primary" data-update disabled=move || is_taken.get() on:click=take>
                    {move || if is_taken.get() { "Loading it…" } else { "Load it now" }}
                </button>
                <button on:click=move |_| is_here.set(false)>"Later"</button>
            })}
        </div>
    }
}
