//! The answer: verdict, solution, rubric, explanation, references.

use leptos::prelude::*;

use crate::app::Event;
use crate::app::view::{Answered, QuestionView, RubricRow};
use crate::deck::item::Kind;
use crate::ui::Shell;
use crate::ui::parts::{Line, Markdown};

/// What is shown below the question once it was answered.
#[component]
pub(in super::super) fn Answer(question: Memo<Option<QuestionView>>) -> impl IntoView {
    let of = move |f: fn(&Answered) -> AnyView| {
        move || question.with_untracked(|q| q.as_ref().and_then(|q| q.answered.as_ref()).map(f))
    };
    let verdict = Memo::new(move |_| {
        question.with(|q| {
            q.as_ref()
                .and_then(|q| q.answered.as_ref())
                .and_then(|a| a.verdict.clone())
        })
    });
    let rubric = question.with_untracked(|q| {
        q.as_ref()
            .and_then(|q| q.answered.as_ref())
            .map_or_else(Vec::new, |a| a.rubric.clone())
    });
    let title = question.with_untracked(|q| match q.as_ref().map(|q| q.kind) {
        Some(Kind::Case) => "Model solution",
        Some(Kind::Typed) => "Accepted answer",
        _ => "",
    });
    view! {
        <section class="answer" aria-label="Answer">
            {move || verdict.get().map(|(right, words)| view! {
                <p class="verdict" class:right=right class:wrong=!right>{words}</p>
            })}
            {(!title.is_empty()).then(|| view! { <h2 class="answer-title">{title}</h2> })}
            {of(|a| view! { <Markdown blocks=a.answer.clone()/> }.into_any())}
            {of(|a| view! { <Markdown blocks=a.remark.clone()/> }.into_any())}
            {(!rubric.is_empty()).then(|| view! { <Rubric question rows=rubric/> })}
            {drawn(question)}
            {of(|a| if a.explanation.is_empty() { ().into_any() } else {
                view! { <aside class="explanation"><Markdown blocks=a.explanation.clone()/></aside> }.into_any()
            })}
            {of(references)}
        </section>
    }
}

/// The answer as a picture. A first visit has no drills.
#[cfg(feature = "whole")]
fn drawn(question: Memo<Option<QuestionView>>) -> impl IntoView {
    view! { <super::drawn::WorkedFigure question/> }
}

#[cfg(not(feature = "whole"))]
fn drawn(_: Memo<Option<QuestionView>>) {}

fn references(answered: &Answered) -> AnyView {
    if answered.references.is_empty() {
        return ().into_any();
    }
    let rows = answered.references.iter().map(|r| {
        view! {
            <li>
                <a href=r.url.clone() target="_blank" rel="noopener noreferrer">{r.title.clone()}</a>
                {r.checked.clone().map(|month| view! { <span class="quiet">" checked " {month}</span> })}
            </li>
        }
    });
    view! { <ul class="references" aria-label="References">{rows.collect_view()}</ul> }.into_any()
}

/// The marking rubric of a case: the learner ticks what the solution meets.
#[component]
fn Rubric(question: Memo<Option<QuestionView>>, rows: Vec<RubricRow>) -> impl IntoView {
    let shell = Shell::of_page();
    let rows = rows.into_iter().enumerate().map(move |(place, row)| {
        let met = Memo::new(move |_| {
            question.with(|q| {
                let answered = q.as_ref().and_then(|q| q.answered.as_ref());
                answered.and_then(|a| a.rubric.get(place)).is_some_and(|r| r.met)
            })
        });
        view! {
            <li>
                <label class="criterion">
                    <input type="checkbox" prop:checked=move || met.get() on:change=move |_| shell.dispatch(Event::Picked(place))/>
                    <span class="option-text"><Line blocks=row.text/></span>
                    <span class="points">{row.points}</span>
                </label>
                <div class="why"><Markdown blocks=row.why/></div>
            </li>
        }
    });
    view! {
        <h2 class="answer-title">"Mark your own solution"</h2>
        <ul class="rubric">{rows.collect_view()}</ul>
    }
}
