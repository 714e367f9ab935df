//! Of what, and of which days. The address holds it, so Back leads to what was shown before.

use leptos::prelude::*;

use crate::app::view::statistics::StatisticsView;
use crate::app::{Event, Route, StatisticsQuery, Window};
use crate::deck::id::TrackId;
use crate::ui::Shell;

fn query_of(view: Memo<Option<StatisticsView>>) -> Memo<StatisticsQuery> {
    Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.query.clone()).unwrap_or_default()))
}

#[component]
pub(super) fn Controls(view: Memo<Option<StatisticsView>>) -> impl IntoView {
    view! {
        <div class="statistics-controls no-print">
            <Scope view/>
            <Spans view/>
        </div>
    }
}

/// Everything, a track, or a domain of it.
#[component]
fn Scope(view: Memo<Option<StatisticsView>>) -> impl IntoView {
    let shell = Shell::of_page();
    let query = query_of(view);
    let go = move |change: &dyn Fn(&mut StatisticsQuery)| {
        let mut query = query.get_untracked();
        change(&mut query);
        shell.dispatch(Event::Went(Route::Statistics(query)));
    };
    let tracks =
        Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.tracks.clone()).unwrap_or_default()));
    let domains = Memo::new(move |_| {
        view.with(|v| v.as_ref().map(|v| v.domains.clone()).unwrap_or_default())
    });
    let track = Memo::new(move |_| query.with(|q| q.track.as_ref().map(ToString::to_string)));
    let domain = Memo::new(move |_| query.with(|q| q.domain.clone()));
    view! {
        <label>"Of"
            <select on:change:target=move |ev| go(&|q| {
                q.track = TrackId::new(&ev.target().value()).ok();
                q.domain = None;
            }) prop:value=move || { tracks.track(); track.get().unwrap_or_default() }>
                <option value="" selected=move || track.get().is_none()>"Everything"</option>
                {move || tracks.get().into_iter().map(|(id, name)| {
                    let id = id.to_string();
                    let is_chosen = track.get_untracked().as_ref() == Some(&id);
                    view! { <option value=id selected=is_chosen>{name}</option> }
                }).collect_view()}
            </select>
        </label>
        {move || (!domains.with(Vec::is_empty)).then(|| view! {
            <label>"Domain"
                <select on:change:target=move |ev| go(&|q| q.domain = Some(ev.target().value()).filter(|id| !id.is_empty()))
                    prop:value=move || domain.get().unwrap_or_default()>
                    <option value="" selected=move || domain.get().is_none()>"All domains"</option>
                    {domains.get().into_iter().map(|(id, name)| {
                        let is_chosen = domain.get_untracked().as_ref() == Some(&id);
                        view! { <option value=id.clone() selected=is_chosen>{format!("{id} {name}")}</option> }
                    }).collect_view()}
                </select>
            </label>
        })}
    }
}

/// The usual spans, and any days.
#[component]
fn Spans(view: Memo<Option<StatisticsView>>) -> impl IntoView {
    let shell = Shell::of_page();
    let query = query_of(view);
    let days = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.days.clone())));
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    Effect::new(move |_| {
        if let Some((first, last, _)) = days.get() {
            from.set(first);
            to.set(last);
        }
    });
    let today = move || days.with(|days| days.as_ref().map(|(.., today)| today.clone()));
    let link = move |(span, _, words): (Window, &'static str, &'static str)| {
        let href = move || {
            let of = query.get();
            Route::Statistics(StatisticsQuery { span, ..of }).hash()
        };
        let is_here = move || query.with(|q| q.span == span).then_some("true");
        view! { <a href=href aria-current=is_here>{words}</a> }
    };
    let is_days = Memo::new(move |_| query.with(|q| matches!(q.span, Window::Days(..))));
    let show = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        if let Some(span) = Window::between(&from.get_untracked(), &to.get_untracked()) {
            let of = query.get_untracked();
            let query = StatisticsQuery { span, ..of };
            shell.dispatch(Event::Went(Route::Statistics(query)));
        }
    };
    view! {
        <div class="zoom" role="group" aria-label="Days">
            {Window::NAMED.map(link)}
        </div>
        <details class="other-days" open=move || is_days.get()>
            <summary>"Other days"</summary>
            <form class="fields" on:submit=show>
                <label>"From" <input type="date" required max=today bind:value=from/></label>
                <label>"To" <input type="date" required max=today bind:value=to/></label>
                <button type="submit">"Show"</button>
            </form>
        </details>
    }
}
