//! Memory parameters: which hold, and training them on the learner's own answers.

use leptos::prelude::*;

use crate::app::view::{TrainingShown, TrainingView};
use crate::app::{Desk, Event, Step};
use crate::ui::Shell;
use crate::ui::parts::{Notice, Tone};

/// The section of the settings.
#[component]
pub(crate) fn MemoryParameters() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(|app, _| app.training_view());
    view! {
        <section aria-labelledby="parameters">
            <h2 id="parameters" tabindex="-1">"Memory parameters"</h2>
            <p>{move || view.with(|v| v.holds.clone())}</p>
            <p class="quiet">"They say how fast you forget, and so when an item is asked again. Cairn can train them on your own answers, \
                here on this machine, and tries them on your newest answers before anything changes."</p>
            {move || view.with(|v| v.offer.clone()).map(|words| view! { <p class="quiet">{words}</p> })}
            // Steps that come one after the other are told in one place, so that they are read out.
            {move || view.with(|v| shown(shell, v))}
            {move || view.with(|v| back(shell, v))}
        </section>
    }
}

fn press(shell: Shell, event: &Desk) -> impl Fn(web_sys::MouseEvent) + 'static {
    let event = event.clone();
    move |_| shell.dispatch(Event::Desk(event.clone()))
}

fn shown(shell: Shell, view: &TrainingView) -> AnyView {
    let train = move || view! { <p><button on:click=press(shell, &Desk::TrainingAsked)>"Train on my answers"</button></p> };
    match view.shown.clone() {
        TrainingShown::Nothing => train().into_any(),
        TrainingShown::Running(done, words) => view! {
            <div class="training">
                <p role="status">{words}</p>
                <progress max=Step::COUNT value=done aria-label="Training"></progress>
                <p><button on:click=press(shell, &Desk::TrainingCancelled)>"Stop"</button></p>
            </div>
        }
        .into_any(),
        TrainingShown::Found(words) => view! {
            <div class="training" role="status">
                <p>{words}</p>
                <p class="buttons">
                    <button class="primary" on:click=press(shell, &Desk::TrainingAdopted)>"Use them"</button>
                    <button on:click=press(shell, &Desk::TrainingDismissed)>"Leave as it is"</button>
                </p>
            </div>
        }
        .into_any(),
        TrainingShown::InUse(words) => view! {
            <Notice tone=Tone::Good><p>{words}</p></Notice>
        }
        .into_any(),
        TrainingShown::Ended(words) => view! {
            <p role="status">{words}</p>
            {train()}
        }
        .into_any(),
    }
}

/// What held before can be had back.
fn back(shell: Shell, view: &TrainingView) -> AnyView {
    let published = view.is_own.then(|| view! {
        <button on:click=press(shell, &Desk::PublishedAgain)>"Go back to the published parameters"</button>
    });
    let before = view.before.clone().map(|day| view! {
        <button on:click=press(shell, &Desk::BeforeAgain)>{format!("Go back to your own of {day}")}</button>
    });
    if published.is_none() && before.is_none() {
        return ().into_any();
    }
    view! { <p class="buttons">{published} {before}</p> }.into_any()
}
