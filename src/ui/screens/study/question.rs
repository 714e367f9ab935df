//! A question with its parts, and the answer below it once it is shown.

use leptos::html::H1;
use leptos::prelude::*;

use super::answer::Answer;
use super::parts::PartsOf;
use crate::app::Event;
use crate::app::Progress;
use crate::app::view::{Answered, Parts, QuestionView};
use crate::ui::Shell;
use crate::ui::parts::Markdown;

/// One showing of one item. Built once; what changes while it is shown changes in place.
#[component]
pub(super) fn Question(question: Memo<Option<QuestionView>>, deck: String) -> impl IntoView {
    let shell = Shell::of_page();
    let of = move |f: fn(&QuestionView) -> String| {
        move || question.with(|q| q.as_ref().map(f).unwrap_or_default())
    };
    let revealed =
        Memo::new(move |_| question.with(|q| q.as_ref().is_some_and(|q| q.answered.is_some())));
    let stem = Memo::new(move |_| {
        question.with(|q| q.as_ref().map(|q| q.stem.clone()).unwrap_or_default())
    });
    let ready = Memo::new(move |_| question.with(|q| q.as_ref().is_some_and(|q| q.ready)));
    let typed =
        question.with_untracked(|q| matches!(q.as_ref().map(|q| &q.parts), Some(Parts::Typed(_))));
    let heading = NodeRef::<H1>::new();
    // A new question takes the focus, so that it is read out and keys reach it; a field to type in takes it itself.
    Effect::new(move |_| {
        if let Some(heading) = heading.get().filter(|_| !typed) {
            let _ = heading.focus();
        }
    });
    let verdict = move || {
        question.with(|q| {
            let answered = q.as_ref().and_then(|q| q.answered.as_ref());
            answered.map(|a| {
                a.verdict
                    .clone()
                    .map_or_else(|| "The answer is shown.".to_owned(), |(_, words)| words)
            })
        })
    };
    view! {
        {bar(question)}
        <article class="question" data-item=of(|q| q.key.split('·').next().unwrap_or_default().to_owned())
            data-revealed=move || revealed.get().to_string()>
            <h1 class="question-head" node_ref=heading tabindex="-1">
                <span class="visually-hidden">{of(|q| format!("{} ", kind_word(q)))}</span>
                <span>{deck}</span>
                {move || question.with(|q| q.as_ref().and_then(|q| q.label)).map(|l| view! { <span class="tag">{l}</span> })}
                {move || question.with(|q| q.as_ref().is_some_and(|q| q.flagged)).then(|| view! { <span class="tag flag">"Flagged"</span> })}
                {move || question.with(|q| q.as_ref().is_some_and(|q| q.leech)).then(|| view! { <span class="tag">"Often forgotten"</span> })}
                <span class="task">{of(|q| q.task.clone().unwrap_or_default())}</span>
            </h1>
            <div class="stem">{move || view! { <Markdown blocks=stem.get()/> }}</div>
            {drawn(question)}
            <PartsOf question/>
            <p class="visually-hidden" role="status">{verdict}</p>
            {move || revealed.get().then(|| view! { <Answer question/> })}
            {writing()}
        </article>
        <footer class="actions">
            <div class="actions-inner">
                {move || if revealed.get() {
                    view! { <Grades question/> }.into_any()
                } else if typed {
                    ().into_any()
                } else {
                    view! {
                        <button class="primary large" disabled=move || !ready.get()
                            on:click=move |_| shell.dispatch(Event::Revealed)>
                            {of(|q| q.action.clone())} <kbd>"Enter"</kbd>
                        </button>
                    }.into_any()
                }}
                <ItemTools question/>
            </div>
        </footer>
    }
}

fn kind_word(question: &QuestionView) -> &'static str {
    use crate::deck::item::Kind;
    match question.kind {
        Kind::Card => "Card:",
        Kind::Cloze => "Fill the gap:",
        Kind::Choice => "Question:",
        Kind::Order => "Put in order:",
        Kind::Match => "Match:",
        Kind::Typed => "Type the answer:",
        Kind::Case => "Task:",
        Kind::Drill => "Drill:",
    }
}

/// Where the session stands.
fn bar(question: Memo<Option<QuestionView>>) -> impl IntoView {
    let progress = Memo::new(move |_| question.with(|q| q.as_ref().map(|q| q.progress)));
    #[cfg(feature = "whole")]
    let run = Memo::new(move |_| question.with(|q| q.as_ref().and_then(|q| q.run)));
    move || {
        #[cfg(feature = "whole")]
        if let Some(run) = run.get() {
            return view! { <super::run::RunBar run/> }.into_any();
        }
        progress.get().map(progress_bar).into_any()
    }
}

fn progress_bar(progress: Progress) -> impl IntoView {
    let left = progress.due + progress.new + progress.relearn;
    let all = (progress.done + left).max(1);
    let label = format!(
        "{} answered today; left: {} due, {} new, {} to learn again",
        progress.done, progress.due, progress.new, progress.relearn
    );
    view! {
        <div class="session-bar" role="img" aria-label=label>
            <span class="session-meter"><span style:width=format!("{}%", progress.done * 100 / all)></span></span>
            <span class="session-counts" aria-hidden="true">
                <span title="Due">{progress.due} " due"</span>
                <span title="New">{progress.new} " new"</span>
                {(progress.relearn > 0).then(|| view! { <span title="To learn again">{progress.relearn} " again"</span> })}
            </span>
        </div>
    }
}

/// The four grades, each with when the item comes back.
#[component]
fn Grades(question: Memo<Option<QuestionView>>) -> impl IntoView {
    let shell = Shell::of_page();
    let grades = Memo::new(move |_| {
        question.with(|q| {
            q.as_ref()
                .and_then(|q| q.answered.as_ref())
                .map(|a: &Answered| a.grades.clone())
        })
    });
    view! {
        <div class="grades" role="group" aria-label="How well did you know it?">
            {move || grades.get().map(|grades| grades.into_iter().map(|button| {
                let grade = button.grade;
                let word = grade.word();
                let label = format!("{word}, next {}{}", button.next, if button.overrules { ", overrules the marking" } else { "" });
                view! {
                    <button class=format!("grade {}", word.to_lowercase()) class:suggested=button.suggested
                        class:overrules=button.overrules aria-label=label data-grade=word
                        on:click=move |_| shell.dispatch(Event::Graded(grade))>
                        <span class="grade-word">{word} <kbd>{grade.number()}</kbd></span>
                        <span class="grade-next">{button.next}</span>
                    </button>
                }
            }).collect_view())}
        </div>
    }
}

/// What is drawn of it. A first visit has no drills.
#[cfg(feature = "whole")]
fn drawn(question: Memo<Option<QuestionView>>) -> impl IntoView {
    view! { <super::AskedFigure question/> }
}

#[cfg(not(feature = "whole"))]
fn drawn(_: Memo<Option<QuestionView>>) {}

/// What the learner writes about the item. A first visit has nothing to write it with.
#[cfg(feature = "whole")]
fn writing() -> impl IntoView {
    view! { <super::super::in_place::Writing/> }
}

#[cfg(not(feature = "whole"))]
fn writing() {}

#[cfg(feature = "whole")]
fn writing_tools() -> impl IntoView {
    view! { <super::super::in_place::WritingTools/> }
}

#[cfg(not(feature = "whole"))]
fn writing_tools() {}

/// Undo, flag, bury, suspend; note and edit.
#[component]
fn ItemTools(question: Memo<Option<QuestionView>>) -> impl IntoView {
    let shell = Shell::of_page();
    let flagged = Memo::new(move |_| question.with(|q| q.as_ref().is_some_and(|q| q.flagged)));
    // What is practised was asked for by name.
    #[cfg(feature = "whole")]
    let may_set_aside =
        Memo::new(move |_| question.with(|q| q.as_ref().is_some_and(|q| q.run.is_none())));
    #[cfg(not(feature = "whole"))]
    let may_set_aside = Memo::new(|_| true);
    let tool = move |words: &'static str, title: &'static str, event: Event| {
        view! {
            <button class="tool" title=title on:click=move |_| shell.dispatch(event.clone())>{words}</button>
        }
    };
    view! {
        <div class="tools" role="group" aria-label="This item">
            {tool("Undo", "Take the last answer back (u)", Event::Undid)}
            <button class="tool" title="Come back to this item (f)" aria-pressed=move || flagged.get().to_string()
                on:click=move |_| shell.dispatch(Event::FlagToggled)>"Flag"</button>
            {move || may_set_aside.get().then(|| view! {
                {tool("Bury", "Not again today (b)", Event::Buried)}
                {tool("Suspend", "Not again until you resume it (s)", Event::Suspended)}
            })}
            {writing_tools()}
        </div>
    }
}
