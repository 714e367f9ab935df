//! A question in the exam room.

use leptos::html::H1;
use leptos::prelude::*;

use super::super::study::{Answer, AskedFigure, PartsOf};
use super::room::GiveUp;
use crate::app::view::exams::{RoomQuestion, RoomShown, RoomView};
use crate::app::view::{ChoiceRow, Parts, QuestionView};
use crate::app::{Event, Exams};
use crate::deck::item::Kind;
use crate::ui::Shell;
use crate::ui::parts::{Line, Markdown};

/// The question at hand. Built once for each; what changes while it is shown changes in place.
#[component]
pub(super) fn RoomQuestionOf(view: Memo<Option<RoomView>>) -> impl IntoView {
    let of = Memo::new(move |before: Option<&Option<RoomQuestion>>| {
        let now = view.with(|v| match v.as_ref().map(|v| &v.shown) {
            Some(RoomShown::Question(of)) => Some((**of).clone()),
            _ => None,
        });
        // The clock goes on in its own place: a second alone draws nothing anew.
        now.map(|of| RoomQuestion { clock: None, ..of })
            .or_else(|| before.and_then(Clone::clone))
    });
    let question = Memo::new(move |_| of.with(|of| of.as_ref().and_then(|of| of.question.clone())));
    let first = of.get_untracked();
    let Some(first) = first else {
        return ().into_any();
    };
    let heading = NodeRef::<H1>::new();
    let kind = first.question.as_ref().map(|q| q.kind);
    Effect::new(move |_| {
        if let Some(heading) = heading.get().filter(|_| kind != Some(Kind::Typed)) {
            let _ = heading.focus();
        }
    });
    let is = move |f: fn(&RoomQuestion) -> bool| {
        Memo::new(move |_| of.with(|of| of.as_ref().is_some_and(f)))
    };
    let (is_flagged, is_checked) = (is(|q| q.is_flagged), is(|q| q.is_checked));
    let may_go_on = is(|q| q.may_go_on);
    let can_check = Memo::new(move |_| question.with(|q| q.as_ref().is_some_and(|q| q.ready)));
    let count = if first.is_at_most {
        format!("of at most {}", first.count)
    } else {
        format!("of {}", first.count)
    };
    let body = match &first.question {
        None => view! { <p>"This question is no longer in the deck. It counts for nothing."</p> }
            .into_any(),
        Some(q) => view! {
            <div class="stem"><Markdown blocks=q.stem.clone()/></div>
            <AskedFigure question/>
            {parts(of, question, &first)}
        }
        .into_any(),
    };
    let lacking = move || of.with(|of| of.as_ref().and_then(|of| of.lacking.clone()));
    view! {
        <article class="question room-question" data-place=first.number data-item=first.question.as_ref().map(|q| q.key.clone()).unwrap_or_default()>
            <h1 class="question-head" node_ref=heading tabindex="-1">
                <span>{format!("Question {} ", first.number)} {count}</span>
                {move || is_flagged.get().then(|| view! { <span class="tag flag">"Flagged"</span> })}
            </h1>
            {body}
            <p class="lacking" role="status">{lacking}</p>
            {move || is_checked.get().then(|| view! { <Answer question/> })}
            <Note note=first.note.clone() is_case=kind == Some(Kind::Case)/>
        </article>
        <Actions first is_flagged is_checked may_go_on can_check/>
    }
    .into_any()
}

/// What can be done with the question at hand.
#[component]
fn Actions(
    first: RoomQuestion,
    is_flagged: Memo<bool>,
    is_checked: Memo<bool>,
    may_go_on: Memo<bool>,
    can_check: Memo<bool>,
) -> impl IntoView {
    let shell = Shell::of_page();
    let send = move |event: Exams| shell.dispatch(Event::Exams(event));
    let (tells, is_adaptive) = (first.tells, first.is_at_most);
    view! {
        <footer class="actions">
            <div class="actions-inner">
                <div class="buttons room-buttons">
                    <button disabled=!first.may_go_back on:click=move |_| send(Exams::Back)>"Back" <kbd>"P"</kbd></button>
                    {move || if tells && !is_checked.get() {
                        view! {
                            <button class="primary large" disabled=move || !can_check.get() on:click=move |_| send(Exams::Checked)>"Check" <kbd>"Enter"</kbd></button>
                        }.into_any()
                    } else {
                        view! {
                            <button class="primary large" disabled=move || !may_go_on.get() on:click=move |_| send(Exams::Next)>"Next" <kbd>"Enter"</kbd></button>
                        }.into_any()
                    }}
                    {move || (tells && !is_adaptive && !is_checked.get()).then(|| view! { <button class="tool" on:click=move |_| send(Exams::Next)>"Skip" <kbd>"N"</kbd></button> })}
                </div>
                <div class="tools" role="group" aria-label="This question">
                    <button class="tool" title="Look at it again before handing in (f)" aria-pressed=move || is_flagged.get().to_string()
                        on:click=move |_| send(Exams::FlagToggled)>"Flag"</button>
                    {(!is_adaptive).then(|| view! { <button class="tool" title="All questions (l)" on:click=move |_| send(Exams::ListToggled)>"List"</button> })}
                    {is_adaptive.then(|| view! { <GiveUp shell class="tool"/> })}
                    {first.may_pause.then(|| view! { <button class="tool" on:click=move |_| send(Exams::Paused)>"Pause"</button> })}
                </div>
            </div>
        </footer>
    }
}

fn parts(
    of: Memo<Option<RoomQuestion>>,
    question: Memo<Option<QuestionView>>,
    first: &RoomQuestion,
) -> AnyView {
    match first.question.as_ref().map(|q| &q.parts) {
        Some(Parts::Choice(rows, wanted)) => view! { <Options of question count=rows.len() wanted=*wanted/> }.into_any(),
        Some(Parts::Typed(_)) => view! { <Field of typed=first.typed.clone()/> }.into_any(),
        Some(Parts::Recall) => view! { <p class="quiet">"Solve it where you have the tools. After the exam you mark it against its checklist."</p> }.into_any(),
        _ => view! { <PartsOf question/> }.into_any(),
    }
}

#[component]
fn Options(
    of: Memo<Option<RoomQuestion>>,
    question: Memo<Option<QuestionView>>,
    count: usize,
    wanted: usize,
) -> impl IntoView {
    let single = wanted == 1;
    let rows = (0..count).map(move |place| {
        let row = Memo::new(move |_| {
            question.with(|q| match q.as_ref().map(|q| &q.parts) {
                Some(Parts::Choice(rows, _)) => rows.get(place).cloned(),
                _ => None,
            })
        });
        let is_struck = Memo::new(move |_| {
            of.with(|of| of.as_ref().is_some_and(|of| of.struck.contains(&place)))
        });
        let is_checked =
            Memo::new(move |_| of.with(|of| of.as_ref().is_some_and(|of| of.is_checked)));
        view! { <OptionRow row place single is_struck is_checked/> }
    });
    let label = if single {
        "Options, choose one".to_owned()
    } else {
        format!("Options, choose {wanted}")
    };
    view! {
        {(!single).then(|| view! { <p class="choose">{format!("Choose {wanted}.")}</p> })}
        <div class="options" role=if single { "radiogroup" } else { "group" } aria-label=label>{rows.collect_view()}</div>
    }
}

#[component]
fn OptionRow(
    row: Memo<Option<ChoiceRow>>,
    place: usize,
    single: bool,
    is_struck: Memo<bool>,
    is_checked: Memo<bool>,
) -> impl IntoView {
    let shell = Shell::of_page();
    let picked = Memo::new(move |_| row.with(|r| r.as_ref().is_some_and(|r| r.picked)));
    let verdict = Memo::new(move |_| row.with(|r| r.as_ref().and_then(|r| r.verdict)));
    let text = row.with_untracked(|r| r.as_ref().map(|r| r.text.clone()).unwrap_or_default());
    let state = move || match (verdict.get(), picked.get(), is_struck.get()) {
        (None, true, _) => "picked",
        (None, false, true) => "open struck",
        (None, false, false) => "open",
        (Some(true), true, _) => "right picked",
        (Some(true), false, _) => "right missed",
        (Some(false), true, _) => "wrong picked",
        (Some(false), false, _) => "wrong",
    };
    let words = move || match (verdict.get(), picked.get(), is_struck.get()) {
        (None, _, true) => "Struck out",
        (None, ..) => "",
        (Some(true), true, _) => "Right, you chose it",
        (Some(true), false, _) => "Right, you did not choose it",
        (Some(false), true, _) => "Wrong, you chose it",
        (Some(false), false, _) => "Wrong",
    };
    let strike_label = move || {
        format!(
            "{} option {}",
            if is_struck.get() {
                "Put back"
            } else {
                "Strike out"
            },
            place + 1
        )
    };
    view! {
        <div class=move || format!("option room-option {}", state())>
            <button class="option-button" data-enter="question" role=if single { "radio" } else { "checkbox" }
                aria-checked=move || picked.get().to_string() aria-disabled=move || is_checked.get().to_string()
                on:click=move |_| shell.dispatch(Event::Picked(place))>
                <span class="option-key" aria-hidden="true">{place + 1}</span>
                <span class="option-text"><Line blocks=text/></span>
                <span class="option-mark"><span class="visually-hidden">{words}</span></span>
            </button>
            {move || (!is_checked.get()).then(|| view! {
                <button class="strike" aria-label=strike_label aria-pressed=move || is_struck.get().to_string() title=format!("Strike out (Shift+{})", place + 1)
                    on:click=move |_| shell.dispatch(Event::Exams(Exams::Struck(place)))>"S\u{336}"</button>
            })}
        </div>
    }
}

/// A field that keeps what is typed into it as it is left.
#[component]
fn Field(of: Memo<Option<RoomQuestion>>, typed: String) -> impl IntoView {
    let shell = Shell::of_page();
    let text = RwSignal::new(typed);
    let is_checked = Memo::new(move |_| of.with(|of| of.as_ref().is_some_and(|of| of.is_checked)));
    let tells = of.with_untracked(|of| of.as_ref().is_some_and(|of| of.tells));
    let keep = move || {
        if !is_checked.get_untracked() {
            shell.dispatch(Event::Exams(Exams::Entered(text.get_untracked())));
        }
    };
    view! {
        <form class="typed" on:submit=move |ev| {
            ev.prevent_default();
            keep();
            shell.dispatch(Event::Exams(if tells && !is_checked.get_untracked() { Exams::Checked } else { Exams::Next }));
        }>
            <label class="visually-hidden" for="typed-answer">"Your answer"</label>
            <input id="typed-answer" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" autofocus
                placeholder="Your answer" readonly=move || is_checked.get() bind:value=text on:change=move |_| keep()/>
        </form>
    }
}

/// Something written beside the question.
#[component]
fn Note(note: String, is_case: bool) -> impl IntoView {
    let shell = Shell::of_page();
    let is_open = RwSignal::new(is_case || !note.is_empty());
    let text = RwSignal::new(note);
    let label = if is_case {
        "What you did, for marking it later"
    } else {
        "Note"
    };
    view! {
        {move || if is_open.get() {
            view! {
                <label class="note">{label}
                    <textarea rows="2" bind:value=text
                        on:change=move |_| shell.dispatch(Event::Exams(Exams::Noted(text.get_untracked())))></textarea>
                </label>
            }.into_any()
        } else {
            view! { <button class="tool" on:click=move |_| is_open.set(true)>"Write a note"</button> }.into_any()
        }}
    }
}
