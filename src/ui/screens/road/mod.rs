//! The roadmap: paths to choose from, a timeline, a list, one path, one entry.

mod entry;
mod figure;
mod list;
mod money;
mod path;
mod paths;
mod pay;
mod rituals;
mod save;
mod skills;
mod standing;
mod tick;
mod timeline;

use leptos::prelude::*;

use super::start::unsaved;
use crate::app::view::road::{RoadBody, RoadView};
use crate::app::{App, Event, ReviewPage, RoadPage, Roading, Route, Zoom};
use crate::ui::Shell;
use crate::ui::parts::{Notice, Tone};

/// What a page shows, told apart as far as it has to be built anew.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Loading,
    Failed(String),
    Unknown,
    Paths,
    Path(String),
    Timeline,
    List,
    Skills,
    Money,
    Entry(String, String),
}

impl Shown {
    fn of(view: &RoadView) -> Self {
        match &view.body {
            RoadBody::Loading => Self::Loading,
            RoadBody::Failed(words) => Self::Failed(words.clone()),
            RoadBody::Unknown => Self::Unknown,
            RoadBody::Paths(_) => Self::Paths,
            RoadBody::Path(page) => Self::Path(page.row.id.clone()),
            RoadBody::Timeline(..) => Self::Timeline,
            RoadBody::List(_) => Self::List,
            RoadBody::Skills(_) => Self::Skills,
            RoadBody::Money(_) => Self::Money,
            RoadBody::Entry(page) => Self::Entry(page.path.0.clone(), page.id.clone()),
        }
    }
}

/// The view of the roadmap.
pub(super) type View = Memo<Option<RoadView>>;

/// The roadmap.
#[component]
pub(crate) fn RoadScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view: View = shell.memo_by(App::road_basis, App::road_view);
    let shown = Memo::new(move |_| view.with(|v| v.as_ref().map(Shown::of)));
    let page = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.page.clone())));
    let of = move |f: fn(&RoadView) -> Option<String>| {
        Memo::new(move |_| view.with(|v| v.as_ref().and_then(f)))
    };
    let (refused, undo) = (of(|v| v.refused.clone()), of(|v| v.undo.clone()));
    let save_error = of(|v| v.save_error.clone());
    let unread = Memo::new(move |_| view.with(|v| v.as_ref().map_or(0, |v| v.unread)));
    view! {
        <div class="road" data-screen="road">
            {move || save_error.get().map(unsaved)}
            {move || (unread.get() > 0).then(|| view! {
                <Notice tone=Tone::Bad><p>"A newer version of Cairn wrote some of this roadmap. It is kept, and shown once you load that version here."</p></Notice>
            })}
            {move || refused.get().map(|words| view! { <Notice tone=Tone::Bad><p>{words}</p></Notice> })}
            {move || shown.get().map(|shown| match shown {
                Shown::Loading => view! { <h1>"Roadmap"</h1> <p role="status">"Loading the paths…"</p> }.into_any(),
                Shown::Failed(words) => failed(shell, words).into_any(),
                Shown::Unknown => view! {
                    <h1>"There is nothing here"</h1>
                    <p>"This path or entry is not on your roadmap."</p>
                    <a class="button primary" href=Route::Road(RoadPage::default()).hash()>"To the roadmap"</a>
                }.into_any(),
                Shown::Paths => view! { <paths::Paths view/> }.into_any(),
                Shown::Path(_) => view! { <path::PathOf view/> }.into_any(),
                Shown::Timeline => view! { <Head page/> <timeline::Timeline view/> <standing::Standing view/> }.into_any(),
                Shown::List => view! { <Head page/> <list::List view/> <save::Save/> <standing::Standing view/> }.into_any(),
                Shown::Skills => view! { <Head page/> <skills::Skills view/> }.into_any(),
                Shown::Money => view! { <Head page/> <money::Money view/> }.into_any(),
                Shown::Entry(..) => view! { <entry::EntryOf view/> }.into_any(),
            })}
            <div class="undo-bar" role="status">
                {move || undo.get().map(|words| view! {
                    <p>{words}</p>
                    <button data-take-back on:click=move |_| send(shell, Roading::TakenBack)>"Take back"</button>
                    <button class="icon" aria-label="Close" on:click=move |_| send(shell, Roading::Acknowledged)>"×"</button>
                })}
            </div>
        </div>
    }
}

/// Hands over what the learner did.
pub(super) fn send(shell: Shell, event: Roading) {
    shell.dispatch(Event::Road(event));
}

fn failed(shell: Shell, words: String) -> impl IntoView {
    view! {
        <h1>"Roadmap"</h1>
        <Notice tone=Tone::Bad>
            <p>"The paths did not come: " {words}</p>
            <p><button on:click=move |_| send(shell, Roading::Retried)>"Try again"</button></p>
        </Notice>
    }
}

/// The heading of the pages about the whole roadmap, and the ways between them.
#[component]
fn Head(page: Memo<Option<RoadPage>>) -> impl IntoView {
    let link = move |to: RoadPage, words: &'static str| {
        let is_here = {
            let to = to.clone();
            move || {
                let same = |page: &RoadPage| match (page, &to) {
                    (RoadPage::Timeline(_), RoadPage::Timeline(_)) => true,
                    (page, to) => page == to,
                };
                page.with(|page| page.as_ref().is_some_and(same))
                    .then_some("page")
            }
        };
        view! { <a href=Route::Road(to).hash() aria-current=is_here>{words}</a> }
    };
    view! {
        <div class="road-head">
            <h1>"Roadmap"</h1>
            <a class="button" href=Route::Road(RoadPage::Paths).hash()>"Add a path"</a>
        </div>
        <nav class="tabs" aria-label="Roadmap">
            {link(RoadPage::Timeline(Zoom::All), "Timeline")}
            {link(RoadPage::List, "List")}
            {link(RoadPage::Skills, "Skills")}
            {link(RoadPage::Money, "Money")}
            <a href=Route::Reviews(ReviewPage::All).hash()>"Reviews"</a>
        </nav>
    }
}
