//! What one can do: what was measured beside the learner's own word.

use leptos::prelude::*;

use super::tick::Tick;
use super::{View, send};
use crate::app::view::road::{
    DimensionRow, KpiRow, Measured, PathSkills, RoadBody, StageRow, WayRow, ratings,
};
use crate::app::{RoadPage, Roading, Route};
use crate::ui::Shell;

/// One path's part of the page.
type Part = Memo<Option<PathSkills>>;

#[component]
pub(super) fn Skills(view: View) -> impl IntoView {
    let paths = Memo::new(move |_| {
        view.with(|v| match v.as_ref().map(|v| &v.body) {
            Some(RoadBody::Skills(page)) => page.paths.clone(),
            _ => Vec::new(),
        })
    });
    let ids = Memo::new(move |_| {
        paths.with(|paths| paths.iter().map(|path| path.id.clone()).collect::<Vec<_>>())
    });
    view! {
        <div class="skills">
            {move || ids.with(Vec::is_empty).then(|| view! {
                <p>"None of your paths has stages, a scorecard or figures that are measured at work. Add one of the ready-made paths to see them here."</p>
                <p><a class="button" href=Route::Road(RoadPage::Paths).hash()>"Look at the paths"</a></p>
            })}
            <For each=move || ids.get() key=Clone::clone children=move |id| {
                let path: Part = Memo::new(move |_| paths.with(|paths| paths.iter().find(|path| path.id == id).cloned()));
                view! { <PathOf path/> }
            }/>
        </div>
    }
}

#[component]
fn PathOf(path: Part) -> impl IntoView {
    let Some(first) = path.get_untracked() else {
        return ().into_any();
    };
    let id = format!("skills-{}", first.id);
    let heading = id.clone();
    view! {
        <section class="skills-path" aria-labelledby=id>
            <h2 id=heading>{first.name.clone()}</h2>
            <Stages path first=first.stages/>
            <Scorecard path first=first.scorecard/>
            <Kpis rows=first.kpis/>
            <Ways path id=first.id.clone() branches=first.branches ladders=first.ladders/>
        </section>
    }
    .into_any()
}

#[component]
fn Stages(path: Part, first: Vec<StageRow>) -> impl IntoView {
    let rows = first.into_iter().map(|stage| {
        let id = stage.id.clone();
        let row = Memo::new(move |_| {
            path.with(|path| {
                path.as_ref()?
                    .stages
                    .iter()
                    .find(|stage| stage.id == id)
                    .cloned()
            })
        });
        view! { <Stage row first=stage/> }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h3>"Stages"</h3>
            <p class="quiet">"Tick what you can say of yourself, and write down what shows it."</p>
            {rows}
        }
    })
}

#[component]
fn Stage(row: Memo<Option<StageRow>>, first: StageRow) -> impl IntoView {
    let shell = Shell::of_page();
    let facts = move || {
        row.with(|row| {
            row.as_ref().map(|row| {
                let look = if row.is_now {
                    "you are here"
                } else {
                    row.look.words()
                };
                let parts = [row.when.as_str(), look, row.ticked.as_str()];
                let parts = parts.into_iter().filter(|part| !part.is_empty());
                parts.collect::<Vec<_>>().join(" · ")
            })
        })
    };
    let ticks = first.ticks.into_iter().map(|tick| {
        let id = tick.id;
        let tick = Memo::new(move |_| {
            row.with(|row| {
                row.as_ref()?
                    .ticks
                    .iter()
                    .find(|tick| tick.id == id)
                    .cloned()
            })
        });
        view! { <Tick row=tick today=shell.today()/> }
    });
    let ticks: Vec<_> = ticks.collect();
    view! {
        // What is open stays so while the stage is ticked to its end.
        <details class="stage" data-stage=first.id open=first.is_now>
            <summary><strong>{first.name}</strong> " " <span class="quiet">{facts}</span></summary>
            {(!first.milestone.is_empty()).then(|| view! { <p>{first.milestone}</p> })}
            {if ticks.is_empty() {
                view! { <p class="quiet">"The path asks for nothing more here: it is the last stage."</p> }.into_any()
            } else {
                view! { <h4>"Ready for the next level"</h4> <ul class="ticks">{ticks}</ul> }.into_any()
            }}
        </details>
    }
}

#[component]
fn Scorecard(path: Part, first: Vec<DimensionRow>) -> impl IntoView {
    let rows = first.into_iter().map(|dimension| {
        let id = dimension.id.clone();
        let row = Memo::new(move |_| {
            path.with(|path| {
                path.as_ref()?
                    .scorecard
                    .iter()
                    .find(|row| row.id == id)
                    .cloned()
            })
        });
        view! { <Dimension row first=dimension/> }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h3>"Scorecard"</h3>
            <p class="quiet">"Two views of the same skill: what Cairn measured with the items of its tracks, and your own word. Items measure what you \
                know, not what you have built; your word holds for that."</p>
            {rows}
        }
    })
}

#[component]
fn Dimension(row: Memo<Option<DimensionRow>>, first: DimensionRow) -> impl IntoView {
    let measured = Memo::new(move |_| row.with(|row| row.as_ref().map(|row| row.measured.clone())));
    let note = Memo::new(move |_| row.with(|row| row.as_ref().and_then(|row| row.note)));
    let rating = Memo::new(move |_| row.with(|row| row.as_ref().and_then(|row| row.rating)));
    let key = (first.path.clone(), first.id.clone());
    let tracks = first.tracks.into_iter().map(|(id, name)| {
        view! { <li><a href=Route::Track(id).hash()>{name}</a></li> }
    });
    let tracks: Vec<_> = tracks.collect();
    let title = format!("dimension-{}", first.id);
    let heading = title.clone();
    view! {
        <article class="dimension" data-dimension=first.id.clone() aria-labelledby=title>
            <h4 id=heading>{first.name.clone()}</h4>
            <dl class="facts">
                <dt>"Meets"</dt><dd>{first.meets}</dd>
                <dt>"Exceeds"</dt><dd>{first.exceeds}</dd>
            </dl>
            <div class="views">
                <div class="measured">
                    <h5>"Measured"</h5>
                    {move || measured.get().map(measured_words)}
                    {(!tracks.is_empty()).then(|| view! { <ul class="measured-by" aria-label="Measured by">{tracks}</ul> })}
                </div>
                <Rating name=first.name key rating/>
            </div>
            <p class="dimension-note" role="status">{move || note.get()}</p>
        </article>
    }
}

fn measured_words(measured: Measured) -> AnyView {
    match measured {
        Measured::Nothing => view! { <p class="quiet">"No item of Cairn measures it."</p> }.into_any(),
        Measured::Coming => view! { <p class="quiet">"The items are on their way…"</p> }.into_any(),
        Measured::Percent(percent, words) => view! {
            <p><strong>{format!("{percent} %")}</strong> " would be remembered today" <span class="quiet">{format!(" ({words})")}</span></p>
            <span class="meter" aria-hidden="true"><span style:width=format!("{percent}%")></span></span>
        }
        .into_any(),
    }
}

/// The learner's own word, one of four.
#[component]
fn Rating(name: String, key: (String, String), rating: Memo<Option<u8>>) -> impl IntoView {
    let shell = Shell::of_page();
    let group = format!("rating-{}-{}", key.0, key.1);
    let chip = move |(value, words): (u8, &'static str)| {
        let (path, id) = key.clone();
        let rate = move |_| send(shell, Roading::Rated(path.clone(), id.clone(), value));
        view! {
            <label class="chip">
                <input type="radio" name=group.clone() value=value.to_string() prop:checked=move || rating.get() == Some(value) on:change=rate/>
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="plain own-word">
            <legend>"Your own word" <span class="visually-hidden">{format!(": {name}")}</span></legend>
            <div class="chips">{ratings().map(chip).collect_view()}</div>
            <p class="only-print">{move || rating.get().map_or("Not said yet", |of| ratings()[usize::from(of.min(3))].1)}</p>
        </fieldset>
    }
}

#[component]
fn Kpis(rows: Vec<KpiRow>) -> impl IntoView {
    let count = rows.len();
    let row = |kpi: KpiRow| {
        view! {
            <tr>
                <th scope="row">{kpi.name}</th>
                <td data-label="What is counted">{kpi.what} {(!kpi.why.is_empty()).then(|| view! { <span class="quiet">{kpi.why}</span> })}</td>
                <td data-label="Target">{kpi.target}</td>
                <td data-label="How often">{kpi.frequency}</td>
            </tr>
        }
    };
    (count > 0).then(|| {
        view! {
            <details class="kpis" open>
                <summary><strong>"What is measured at work"</strong> " " <span class="quiet">{format!("{count} figures")}</span></summary>
                <table class="ledger">
                    <thead><tr>
                        <th scope="col">"Figure"</th><th scope="col">"What is counted, and why"</th>
                        <th scope="col">"Target"</th><th scope="col">"How often"</th>
                    </tr></thead>
                    <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </details>
        }
    })
}

/// Branches, of which one is chosen, and ladders.
#[component]
fn Ways(path: Part, id: String, branches: Vec<WayRow>, ladders: Vec<WayRow>) -> impl IntoView {
    let shell = Shell::of_page();
    let branches = branches.into_iter().map(|way| {
        let (path_id, branch) = (id.clone(), way.id.clone());
        let is_chosen = {
            let branch = branch.clone();
            Memo::new(move |_| {
                path.with(|path| {
                    let mut branches = path.iter().flat_map(|path| &path.branches);
                    branches.any(|of| of.id == branch && of.is_chosen)
                })
            })
        };
        let choose = move |_| {
            let chosen = (!is_chosen.get_untracked()).then(|| branch.clone());
            send(shell, Roading::Chosen(path_id.clone(), chosen));
        };
        let name = way.name.clone();
        view! {
            <details class="way" data-way=way.id.clone() open=way.is_chosen>
                <summary><strong>{name.clone()}</strong> {move || is_chosen.get().then(|| view! { " " <span class="tag">"Chosen"</span> })}</summary>
                <p><button aria-pressed=move || is_chosen.get().to_string() on:click=choose>
                    {move || if is_chosen.get() { "Chosen: " } else { "Choose " }} {name.clone()}
                </button></p>
                {inner(&way)}
            </details>
        }
    });
    let branches: Vec<_> = branches.collect();
    let ladders = ladders.into_iter().map(|way| {
        view! {
            <details class="way" data-way=way.id.clone()>
                <summary><strong>{way.name.clone()}</strong> " " <span class="quiet">{count(way.posts.len())}</span></summary>
                {inner(&way)}
            </details>
        }
    });
    let ladders: Vec<_> = ladders.collect();
    view! {
        {(!branches.is_empty()).then(|| view! { <h3>"Branches"</h3> <p class="quiet">"Choose the one you go; another can be chosen later."</p> {branches} })}
        {(!ladders.is_empty()).then(|| view! { <h3>"Ladders"</h3> {ladders} })}
    }
}

fn count(posts: usize) -> String {
    if posts == 1 {
        "1 post".to_owned()
    } else {
        format!("{posts} posts")
    }
}

/// What a branch or a ladder holds.
fn inner(way: &WayRow) -> impl IntoView + use<> {
    let items = way
        .items
        .clone()
        .into_iter()
        .map(|item| view! { <li>{item}</li> });
    let items: Vec<_> = items.collect();
    let posts = way.posts.clone().into_iter();
    let posts =
        posts.map(|(name, facts)| view! { <li>{name} " " <span class="quiet">{facts}</span></li> });
    let posts: Vec<_> = posts.collect();
    view! {
        {(!way.about.is_empty()).then(|| view! { <p>{way.about.clone()}</p> })}
        {(!items.is_empty()).then(|| view! { <ul>{items}</ul> })}
        {(!posts.is_empty()).then(|| view! { <ol>{posts}</ol> })}
    }
}
