//! The roadmap as a list.

use leptos::prelude::*;

use super::{View, send};
use crate::app::view::road::{ListRow, Look, RoadBody};
use crate::app::{RoadPage, Roading, Route};
use crate::ui::Shell;

#[component]
pub(super) fn List(view: View) -> impl IntoView {
    let shell = Shell::of_page();
    let list = Memo::new(move |_| {
        view.with(|v| match v.as_ref().map(|v| (&v.body, &v.today)) {
            Some((RoadBody::List(list), today)) => Some((list.groups.clone(), today.clone())),
            _ => None,
        })
    });
    let groups = Memo::new(move |_| {
        list.with(|list| {
            let groups = list.iter().flat_map(|(groups, _)| groups);
            groups.map(|(name, _)| name.clone()).collect::<Vec<_>>()
        })
    });
    let today =
        Memo::new(move |_| list.with(|l| l.as_ref().map(|l| l.1.clone()).unwrap_or_default()));
    view! {
        <For each=move || groups.get() key=Clone::clone let:name>
            <Group shell list name today/>
        </For>
    }
}

type Groups = Memo<Option<(Vec<(String, Vec<ListRow>)>, String)>>;

#[component]
fn Group(shell: Shell, list: Groups, name: String, today: Memo<String>) -> impl IntoView {
    let of = name.clone();
    let rows = Memo::new(move |_| {
        list.with(|list| {
            let mut groups = list.iter().flat_map(|(groups, _)| groups);
            let found = groups.find(|(name, _)| *name == of);
            found.map(|(_, rows)| rows.clone()).unwrap_or_default()
        })
    });
    let id = format!("year-{}", name.to_lowercase().replace(' ', "-"));
    let heading = id.clone();
    view! {
        <section class="road-year" aria-labelledby=id>
            <h2 id=heading>{name}</h2>
            <ul class="road-list">
                <For each=move || rows.get() key=|row| (row.path.clone(), row.id.clone()) let:row>
                    <Row shell row rows today/>
                </For>
            </ul>
        </section>
    }
}

#[component]
fn Row(shell: Shell, row: ListRow, rows: Memo<Vec<ListRow>>, today: Memo<String>) -> impl IntoView {
    let (path, id) = (row.path.clone(), row.id.clone());
    let key = (path.clone(), id.clone());
    let now = Memo::new(move |_| {
        let found = rows.with(|rows| {
            rows.iter()
                .find(|row| (&row.path, &row.id) == (&key.0, &key.1))
                .cloned()
        });
        found.unwrap_or_else(|| row.clone())
    });
    let to = Route::Road(RoadPage::Entry(path.clone(), id.clone())).hash();
    let data = id.clone();
    let tick = move |done: bool| {
        let (path, id) = (path.clone(), id.clone());
        let event = if done {
            let nothing = String::new;
            Roading::Ticked(path, id, today.get_untracked(), nothing(), nothing())
        } else {
            Roading::Unticked(path, id)
        };
        send(shell, event);
    };
    let (can_tick, name) = now.with_untracked(|row| (row.can_tick, row.name.clone()));
    view! {
        <li class=move || format!("road-row {}", now.with(|row| row.look.class())) data-entry=data>
            {if can_tick {
                view! { <input type="checkbox" aria-label=format!("{name} is done") prop:checked=move || now.with(|row| row.look == Look::Done)
                    on:change:target=move |ev| tick(ev.target().checked())/> }.into_any()
            } else {
                view! { <span class="no-tick" aria-hidden="true"></span> }.into_any()
            }}
            <span class="road-kind">{move || now.with(|row| row.kind)}</span>
            <a href=to>{move || now.with(|row| row.name.clone())}</a>
            <span class="quiet road-when">{move || now.with(|row| row.when.clone())}</span>
            <span class="road-note">{move || now.with(|row| {
                let look = row.look.words();
                if row.note.is_empty() { look.to_owned() } else { format!("{look} · {}", row.note) }
            })}</span>
        </li>
    }
}
