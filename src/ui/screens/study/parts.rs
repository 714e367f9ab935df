//! The parts of a question by kind: options, steps, pairs, a field.

use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use crate::app::Event;
use crate::app::view::{ChoiceRow, PairRow, Parts, QuestionView, StepRow};
use crate::deck::markup::{Block, plain_of};
use crate::ui::Shell;
use crate::ui::parts::Line;

/// The parts of the question. They are drawn again when they change.
#[component]
pub(in super::super) fn PartsOf(question: Memo<Option<QuestionView>>) -> impl IntoView {
    let parts = Memo::new(move |_| question.with(|q| q.as_ref().map(|q| q.parts.clone())));
    let revealed =
        Memo::new(move |_| question.with(|q| q.as_ref().is_some_and(|q| q.answered.is_some())));
    match parts.get_untracked() {
        Some(Parts::Choice(rows, wanted)) => {
            view! { <Options parts count=rows.len() wanted revealed/> }.into_any()
        }
        Some(Parts::Order(rows)) => view! { <Steps parts count=rows.len() revealed/> }.into_any(),
        Some(Parts::Match(rows, rights)) => {
            view! { <Pairs parts count=rows.len() rights revealed/> }.into_any()
        }
        Some(Parts::Typed(_)) => view! { <Field revealed/> }.into_any(),
        Some(Parts::Recall) | None => ().into_any(),
    }
}

/// One row of a part, kept apart so that only what changed is drawn again.
fn row_memo<T: Clone + PartialEq + Send + Sync + 'static>(
    parts: Memo<Option<Parts>>,
    pick: impl Fn(&Parts) -> Option<T> + Send + Sync + 'static,
) -> Memo<Option<T>> {
    Memo::new(move |_| parts.with(|p| p.as_ref().and_then(&pick)))
}

#[component]
fn Options(
    parts: Memo<Option<Parts>>,
    count: usize,
    wanted: usize,
    revealed: Memo<bool>,
) -> impl IntoView {
    let single = wanted == 1;
    let rows = (0..count).map(move |place| {
        let row = row_memo(parts, move |p| match p {
            Parts::Choice(rows, _) => rows.get(place).cloned(),
            _ => None,
        });
        view! { <OptionRow row place single revealed/> }
    });
    let label = if single {
        "Options, choose one".to_owned()
    } else {
        format!("Options, choose {wanted}")
    };
    view! {
        <div class="options" role=if single { "radiogroup" } else { "group" } aria-label=label>
            {rows.collect_view()}
        </div>
    }
}

#[component]
fn OptionRow(
    row: Memo<Option<ChoiceRow>>,
    place: usize,
    single: bool,
    revealed: Memo<bool>,
) -> impl IntoView {
    let shell = Shell::of_page();
    let picked = Memo::new(move |_| row.with(|r| r.as_ref().is_some_and(|r| r.picked)));
    let verdict = Memo::new(move |_| row.with(|r| r.as_ref().and_then(|r| r.verdict)));
    let text = row.with_untracked(|r| r.as_ref().map(|r| r.text.clone()).unwrap_or_default());
    let state = move || match (verdict.get(), picked.get()) {
        (None, true) => "picked",
        (None, false) => "open",
        (Some(true), true) => "right picked",
        (Some(true), false) => "right missed",
        (Some(false), true) => "wrong picked",
        (Some(false), false) => "wrong",
    };
    let words = move || match (verdict.get(), picked.get()) {
        (None, _) => "",
        (Some(true), true) => "Right, you chose it",
        (Some(true), false) => "Right, you did not choose it",
        (Some(false), true) => "Wrong, you chose it",
        (Some(false), false) => "Wrong",
    };
    view! {
        <div class=move || format!("option {}", state())>
            <button class="option-button" data-enter="question" role=if single { "radio" } else { "checkbox" }
                aria-checked=move || picked.get().to_string() aria-disabled=move || revealed.get().to_string()
                on:click=move |_| if !revealed.get_untracked() { shell.dispatch(Event::Picked(place)) }>
                <span class="option-key" aria-hidden="true">{place + 1}</span>
                <span class="option-text"><Line blocks=text/></span>
                <span class="option-mark">
                    <span class="visually-hidden">{words}</span>
                </span>
            </button>
        </div>
    }
}

#[component]
fn Steps(parts: Memo<Option<Parts>>, count: usize, revealed: Memo<bool>) -> impl IntoView {
    let rows = (0..count).map(move |place| {
        let row = row_memo(parts, move |p| match p {
            Parts::Order(rows) => rows.get(place).cloned(),
            _ => None,
        });
        view! { <Step row place count revealed/> }
    });
    view! { <ol class="steps" aria-label="Steps: arrow keys move the one that has the focus">{rows.collect_view()}</ol> }
}

#[component]
fn Step(
    row: Memo<Option<StepRow>>,
    place: usize,
    count: usize,
    revealed: Memo<bool>,
) -> impl IntoView {
    let shell = Shell::of_page();
    let shift = move |to: usize| {
        shell.dispatch(Event::Moved(place, to));
        crate::ui::browser::page::focus(&format!("step-{to}"));
    };
    let key = move |ev: KeyboardEvent| {
        let to = match ev.key().as_str() {
            "ArrowUp" => place.checked_sub(1),
            "ArrowDown" => Some(place + 1).filter(|to| *to < count),
            _ => return,
        };
        ev.prevent_default();
        if let Some(to) = to.filter(|_| !revealed.get_untracked()) {
            shift(to);
        }
    };
    let text = move || row.with(|r| r.as_ref().map(|r| r.text.clone()).unwrap_or_default());
    let verdict = Memo::new(move |_| row.with(|r| r.as_ref().and_then(|r| r.verdict)));
    let state = move || match verdict.get() {
        None => "step",
        Some(true) => "step right",
        Some(false) => "step wrong",
    };
    view! {
        <li class=state id=format!("step-{place}") tabindex="0" on:keydown=key>
            <span class="option-key" aria-hidden="true">{place + 1}</span>
            <span class="option-text">{move || view! { <Line blocks=text()/> }}</span>
            // They keep their room once the answer is shown, so that no step changes its height.
            <span class="movers" class:over=move || revealed.get()>
                <button aria-label="Move up" disabled=place == 0 on:click=move |_| shift(place.saturating_sub(1))>"↑"</button>
                <button aria-label="Move down" disabled=place + 1 == count on:click=move |_| shift(place + 1)>"↓"</button>
            </span>
        </li>
    }
}

#[component]
fn Pairs(
    parts: Memo<Option<Parts>>,
    count: usize,
    rights: Vec<Vec<Block>>,
    revealed: Memo<bool>,
) -> impl IntoView {
    let rights: Vec<String> = rights.iter().map(|r| plain_of(r)).collect();
    let rows = (0..count).map(move |left| {
        let row = row_memo(parts, move |p| match p {
            Parts::Match(rows, _) => rows.get(left).cloned(),
            _ => None,
        });
        view! { <PairOf row left rights=rights.clone() revealed/> }
    });
    view! { <div class="pairs">{rows.collect_view()}</div> }
}

#[component]
fn PairOf(
    row: Memo<Option<PairRow>>,
    left: usize,
    rights: Vec<String>,
    revealed: Memo<bool>,
) -> impl IntoView {
    let shell = Shell::of_page();
    let joined = Memo::new(move |_| row.with(|r| r.as_ref().and_then(|r| r.joined)));
    let verdict = Memo::new(move |_| row.with(|r| r.as_ref().and_then(|r| r.verdict)));
    let text = row.with_untracked(|r| r.as_ref().map(|r| r.left.clone()).unwrap_or_default());
    let label = format!("What belongs to {}?", plain_of(&text));
    let value = move || {
        joined
            .get()
            .map_or_else(String::new, |place| place.to_string())
    };
    let options = rights.into_iter().enumerate().map(move |(place, right)| {
        view! { <option value=place.to_string() selected=move || joined.get() == Some(place)>{right}</option> }
    });
    let chosen = move |chosen: String| {
        let before = joined.get_untracked();
        match (chosen.parse::<usize>().ok(), before) {
            (Some(place), _) if before != Some(place) => shell.dispatch(Event::Paired(left, place)),
            // Choosing the empty line parts what was joined.
            (None, Some(place)) => shell.dispatch(Event::Paired(left, place)),
            _ => {}
        }
    };
    let state = move || match verdict.get() {
        None => "pair",
        Some(true) => "pair right",
        Some(false) => "pair wrong",
    };
    view! {
        <div class=state>
            <span class="option-text"><Line blocks=text/></span>
            <select aria-label=label prop:value=value disabled=move || revealed.get()
                on:change:target=move |ev| chosen(ev.target().value())>
                <option value="">"Choose…"</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

#[component]
fn Field(revealed: Memo<bool>) -> impl IntoView {
    let shell = Shell::of_page();
    let field = NodeRef::<Input>::new();
    let text = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    // Once the answer is shown, keys are grades again.
    Effect::new(move |_| {
        if revealed.get()
            && let Some(field) = field.get_untracked()
        {
            let _ = field.blur();
        }
    });
    let send = move || {
        if !revealed.get_untracked() {
            shell.dispatch(Event::Typed(text.get_untracked()));
        }
    };
    view! {
        <form class="typed" on:submit=move |ev| { ev.prevent_default(); send(); }>
            <label class="visually-hidden" for="typed-answer">"Your answer"</label>
            <input id="typed-answer" node_ref=field type="text" autocomplete="off" autocapitalize="none" spellcheck="false"
                placeholder="Your answer" readonly=move || revealed.get() bind:value=text/>
            {move || (!revealed.get()).then(|| view! {
                <button type="submit" class="primary" disabled=move || text.with(|t| t.trim().is_empty())>
                    "Check" <kbd>"Enter"</kbd>
                </button>
            })}
        </form>
    }
}
