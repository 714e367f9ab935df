//! What a review says of its period.

use leptos::prelude::*;

use crate::app::Route;
use crate::app::view::exams::SittingRow;
use crate::app::view::reviews::{AccuracyRow, MoveRow, ReviewView, WeakRow};
use crate::ui::parts::bars;
use crate::ui::screens::exams::sittings;

/// Time against plan: in words, drawn, and as a table.
pub(super) fn time(view: &ReviewView) -> AnyView {
    let body = if view.time.is_empty() {
        view! { <p>"Nothing had been studied by then."</p> }.into_any()
    } else {
        let drawn: Vec<(String, u32, u32)> = view
            .bars
            .iter()
            .map(|bar| (bar.label.clone(), bar.minutes, bar.planned))
            .collect();
        let rows = view.bars.iter().map(|bar| {
            let (day, minutes) = bar.words.split_once(": ").unwrap_or((&bar.words, ""));
            view! { <tr><th scope="row">{day.to_owned()}</th><td>{minutes.to_owned()}</td></tr> }
        });
        let rows = rows.collect_view();
        let (first, rest) = view
            .time
            .split_first()
            .map_or((String::new(), Vec::new()), |(first, rest)| {
                (first.clone(), rest.to_vec())
            });
        view! {
            <p>{first}</p>
            {rest.into_iter().map(|words| view! { <p class="quiet">{words}</p> }).collect_view()}
            {bars(&drawn)}
            <details class="no-print">
                <summary>"As a table"</summary>
                <table>
                    <thead><tr><th scope="col">"When"</th><th scope="col">"Minutes"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="time">
            <h2 id="time">"Time"</h2>
            {body}
        </section>
    }
    .into_any()
}

/// What the answers did, and how many were right by domain.
pub(super) fn learning(view: &ReviewView) -> AnyView {
    let Some(of) = &view.learning else {
        return view! {
            <section aria-labelledby="learned">
                <h2 id="learned">"Answers"</h2>
                <p role="status">"Reading your answers from the log…"</p>
            </section>
        }
        .into_any();
    };
    let (answers, percent) = of.answers;
    if answers == 0 {
        return ().into_any();
    }
    let (learned, forgotten) = of.items;
    view! {
        <section aria-labelledby="learned">
            <h2 id="learned">"Answers"</h2>
            <dl class="figures">
                <div class="figure"><dt>{if answers == 1 { "answer" } else { "answers" }}</dt><dd>{answers}</dd></div>
                <div class="figure"><dt>"right"</dt><dd>{percent} " %"</dd></div>
                <div class="figure"><dt>{if learned == 1 { "item learned" } else { "items learned" }}</dt><dd>{learned}</dd></div>
                <div class="figure"><dt>{if forgotten == 1 { "item forgotten" } else { "items forgotten" }}</dt><dd>{forgotten}</dd></div>
            </dl>
            <p class="quiet">"Right: answered right, or remembered. Learned: right for the first time. Forgotten: not known any more."</p>
            {accuracy(&of.accuracy)}
        </section>
    }
    .into_any()
}

/// By domain, with the range that so many answers leave open.
fn accuracy(rows: &[AccuracyRow]) -> impl IntoView + use<> {
    let is_one = rows.iter().all(|row| row.track == rows[0].track);
    let caption = rows.first().filter(|_| is_one).map(|row| row.track.clone());
    let rows = rows.iter().cloned().map(|row| {
        let (percent, from, to) = row.percent;
        let track = (!is_one).then(|| view! { <span class="quiet">{row.track} ": "</span> });
        view! {
            <tr>
                <th scope="row">{track} {row.domain}</th>
                <td>{row.answers}</td>
                <td>{percent} " %"</td>
                <td>
                    <span class="range" aria-hidden="true">
                        <span class="range-line" style:left=format!("{from}%") style:right=format!("{}%", 100_u32.saturating_sub(to))></span>
                        <span class="range-dot" style:left=format!("{percent}%")></span>
                    </span>
                    <span class="range-words">{from} " to " {to} " %"</span>
                </td>
            </tr>
        }
    });
    view! {
        <table class="accuracy">
                <caption>"By domain" {caption.map(|name| format!(", {name}"))}</caption>
                <thead><tr>
                    <th scope="col">"Domain"</th><th scope="col">"Answers"</th><th scope="col">"Right"</th>
                    <th scope="col">"Range, nine times in ten"</th>
                </tr></thead>
                <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// How the chance of passing moved.
pub(super) fn chances(rows: &[MoveRow]) -> Option<AnyView> {
    let list = rows.iter().cloned().map(|row| {
        let words = match row.moved {
            Some(moved) => view! { <p>{moved}</p> <p class="quiet">{row.why}</p> }.into_any(),
            None => view! { <p role="status">"Being worked out…"</p> }.into_any(),
        };
        view! {
            <li>
                <h3><a href=Route::Readiness(row.track).hash()>{row.name}</a></h3>
                {words}
            </li>
        }
    });
    let list = list.collect_view();
    let view = view! {
        <section aria-labelledby="chances">
            <h2 id="chances">"Chance of passing"</h2>
            <ul class="moves">{list}</ul>
        </section>
    };
    (!rows.is_empty()).then(|| view.into_any())
}

pub(super) fn mocks_of(rows: &[SittingRow]) -> Option<AnyView> {
    let view = view! {
        <section aria-labelledby="mocks">
            <h2 id="mocks">"Mock exams"</h2>
            {sittings(rows, true)}
        </section>
    };
    (!rows.is_empty()).then(|| view.into_any())
}

/// Where most is missing.
pub(super) fn weak(rows: &[WeakRow]) -> Option<AnyView> {
    let list = rows.iter().cloned().map(|row| {
        view! { <li><a href=row.hash>{row.name}</a> <span class="quiet">" – " {row.missing}</span></li> }
    });
    let list = list.collect_view();
    let view = view! {
        <section aria-labelledby="weak">
            <h2 id="weak">"Weakest tasks now"</h2>
            <ol>{list}</ol>
        </section>
    };
    (!rows.is_empty()).then(|| view.into_any())
}

pub(super) fn slipped(rows: &[String]) -> AnyView {
    let body = if rows.is_empty() {
        view! { <p class="quiet">"Nothing."</p> }.into_any()
    } else {
        let rows = rows.iter().cloned();
        view! { <ul>{rows.map(|words| view! { <li>{words}</li> }).collect_view()}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="slipped">
            <h2 id="slipped">"Slipped on the roadmap"</h2>
            {body}
        </section>
    }
    .into_any()
}
