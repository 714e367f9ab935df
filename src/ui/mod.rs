//! The screens, in Leptos. Only on `wasm32`: on a host there is no Leptos to name.
//!
//! State goes down by signal: one signal holds the [`App`], each screen is a memo of its view. Commands go up by callback:
//! [`Shell::dispatch`] hands an event to `App::update` and performs the effects. Screens decide nothing.

// The component macro makes a public struct of each component's properties.
#![allow(unreachable_pub)]

#[cfg(feature = "whole")]
mod beside;
mod browser;
#[cfg(feature = "contract")]
pub mod contract;
#[cfg(feature = "whole")]
mod counting;
#[cfg(feature = "whole")]
mod desk;
mod keyboard;
mod opening;
#[cfg(feature = "whole")]
mod palette;
mod parts;
mod screens;
mod shell;
#[cfg(feature = "whole")]
mod tending;
mod title;
#[cfg(feature = "whole")]
mod training;
#[cfg(feature = "whole")]
mod update;

use leptos::prelude::*;

pub use shell::Shell;

use crate::app::Route;
#[cfg(feature = "whole")]
use screens::{
    DecksScreen, DrillsScreen, ExamsScreen, ItemScreen, LibraryScreen, PlanScreen, ReadinessScreen,
    ReviewsScreen, RoadScreen, RoomScreen, SettingsScreen, SetupScreen, StatisticsScreen,
    TrackScreen,
};
use screens::{StartScreen, StudyScreen};

/// Starts the app in the page, or serves the page in a worker that it started.
pub fn mount() {
    console_error_panic_hook::set_once();
    #[cfg(feature = "whole")]
    if browser::worker::is_inside() {
        return beside::serve();
    }
    browser::theme::apply(browser::theme::chosen());
    // The second copy can only be read by waiting for it; until then the page shows that it is loading.
    wasm_bindgen_futures::spawn_local(async {
        let opened = opening::open().await;
        leptos::mount::mount_to_body(move || view! { <Page opened/> });
        browser::page::remove_boot();
        browser::page::mark("cairn-shown");
    });
}

/// The frame around every screen.
#[component]
fn Page(opened: opening::Opened) -> impl IntoView {
    let shell = Shell::start(opened);
    provide_context(shell);
    keyboard::listen(shell);
    let route = shell.memo(|app, _| app.route().screen());
    browser::theme::provide();
    Effect::new(move |_| browser::page::title(&shell.title()));
    // A new screen takes the focus from whatever led to it, so that keys and screen readers begin at its top.
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if let Some(before) = before.filter(|before| *before != now) {
            browser::page::focus_top(from_where(shell, &before, &now));
        }
        now
    });
    view! {
        <a class="skip" href="#main" on:click=move |ev| { ev.prevent_default(); browser::page::focus("main"); }>"Skip to the content"</a>
        <header class="bar">
            <a class="brand" href="#/" aria-label="Cairn, start page">
                <parts::Logo/>
                <span>"Cairn"</span>
            </a>
            <MainNav route/>
            <div class="bar-tools">
                <parts::ThemeSwitch/>
                <button class="icon" aria-label="Keys" title="Keys (?)" on:click=move |_| shell.help.set(true)>"?"</button>
            </div>
        </header>
        {update()}
        <main id="main" tabindex="-1">
            {move || match route.get() {
                Route::Start => view! { <StartScreen/> }.into_any(),
                Route::Study(_) => view! { <StudyScreen/> }.into_any(),
                #[cfg(not(feature = "whole"))]
                Route::Plan | Route::Beyond | Route::Decks | Route::Settings | Route::Data | Route::Exams | Route::Exam(_) | Route::Readiness(_) | Route::Sitting(_) | Route::Library(_) | Route::Item(_) | Route::Track(_) => view! { <p role="status">"Loading…"</p> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Practice(_) => view! { <StudyScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Drills(_) => view! { <DrillsScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Plan => view! { <PlanScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Track(_) => view! { <TrackScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Exams => view! { <ExamsScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Exam(_) => view! { <SetupScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Readiness(_) => view! { <ReadinessScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Sitting(_) => view! { <RoomScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Library(_) => view! { <LibraryScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Item(_) => view! { <ItemScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Road(_) => view! { <RoadScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Reviews(_) => view! { <ReviewsScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Statistics(_) => view! { <StatisticsScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Decks => view! { <DecksScreen/> }.into_any(),
                #[cfg(feature = "whole")]
                Route::Settings | Route::Data => view! { <SettingsScreen/> }.into_any(),
            }}
        </main>
        <parts::KeysDialog open=shell.help/>
        {commands(shell)}
    }
}

/// Where one can go. On a phone it lies at the thumb, below everything but a question.
#[component]
fn MainNav(route: Memo<Route>) -> impl IntoView {
    let link = move |href: &'static str, icon, words: &'static str, is_here: fn(&Route) -> bool| {
        view! {
            <a href=href aria-current=move || route.with(is_here).then_some("page")>
                <parts::Drawn icon/>
                <span>{words}</span>
            </a>
        }
    };
    view! {
        <nav aria-label="Main">
            {link("#/", parts::Icon::House, "Today", is_today)}
            {link("#/plan", parts::Icon::Calendar, "Plan", |r| *r == Route::Plan)}
            {link("#/exams", parts::Icon::Cap, "Exams", |r| matches!(r, Route::Exams | Route::Exam(_) | Route::Readiness(_) | Route::Sitting(_)))}
            {link("#/road", parts::Icon::Milestone, "Roadmap", is_road)}
            {link("#/library", parts::Icon::Books, "Library", |r| matches!(r, Route::Library(_) | Route::Item(_) | Route::Decks))}
            {link("#/settings", parts::Icon::Sliders, "Settings", |r| *r == Route::Settings)}
        </nav>
    }
}

fn is_today(route: &Route) -> bool {
    #[cfg(feature = "whole")]
    if matches!(route, Route::Drills(_) | Route::Practice(_)) {
        return true;
    }
    matches!(route, Route::Start | Route::Study(_) | Route::Track(_))
}

#[cfg(feature = "whole")]
fn is_road(route: &Route) -> bool {
    matches!(route, Route::Road(_) | Route::Reviews(_))
}

#[cfg(not(feature = "whole"))]
fn is_road(_: &Route) -> bool {
    false
}

/// Who comes back from an item goes on in the library where it was left; everything else is shown from its top.
#[cfg(feature = "whole")]
fn from_where(shell: Shell, before: &Route, now: &Route) -> f64 {
    match (before, now) {
        (Route::Item(_), Route::Library(_)) => shell.library_at.get_value(),
        _ => 0.0,
    }
}

#[cfg(not(feature = "whole"))]
fn from_where(_: Shell, _: &Route, _: &Route) -> f64 {
    0.0
}

/// The word about a new version. A first visit has none to offer.
#[cfg(feature = "whole")]
fn update() -> impl IntoView {
    view! { <update::UpdateNotice/> }
}

#[cfg(not(feature = "whole"))]
fn update() {}

/// The command palette.
#[cfg(feature = "whole")]
fn commands(shell: Shell) -> impl IntoView {
    view! { <palette::Palette open=shell.commands/> }
}

#[cfg(not(feature = "whole"))]
fn commands(_: Shell) {}
