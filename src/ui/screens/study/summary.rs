//! The end of a session: what changed.

use leptos::prelude::*;

use crate::app::view::{Summary, Tomorrow};
use crate::app::{Event, More, Route};
use crate::ui::Shell;

/// What was done today, and what comes.
pub(super) fn summary(shell: Shell, deck: &str, done: &Summary) -> AnyView {
    let figure = |value: String, words: &'static str| {
        view! {
            <div class="figure">
                <dt>{words}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    let nothing = done.answers == 0;
    let heading = match (nothing, done.more) {
        (false, _) => "Done for today",
        (true, More::Minutes) => "No minutes are left for today",
        (true, _) => "Nothing is due today",
    };
    let tomorrow = match done.tomorrow {
        Tomorrow::Due(0) => "Nothing is due tomorrow.".to_owned(),
        Tomorrow::Due(1) => "1 item is due tomorrow.".to_owned(),
        Tomorrow::Due(items) => format!("{items} items are due tomorrow."),
        Tomorrow::Minutes(0) => "Nothing is planned for tomorrow.".to_owned(),
        Tomorrow::Minutes(1) => "1 minute is planned for tomorrow.".to_owned(),
        Tomorrow::Minutes(minutes) => format!("{minutes} minutes are planned for tomorrow."),
        Tomorrow::Exam => "The exam is tomorrow. Good luck!".to_owned(),
    };
    let more = match done.more {
        More::Nothing => None,
        More::New(1) => Some("1 more new item".to_owned()),
        More::New(items) => Some(format!("{} more new items", items.min(10))),
        More::Minutes => Some("10 more minutes".to_owned()),
    };
    view! {
        <section class="summary" aria-labelledby="done">
            <p class="eyebrow">{deck.to_owned()}</p>
            <h1 id="done">{heading}</h1>
            {(!nothing).then(|| view! {
                <dl class="figures">
                    {figure(done.answers.to_string(), if done.answers == 1 { "answer" } else { "answers" })}
                    {figure(format!("{} %", done.remembered_percent), "remembered")}
                    {figure(done.firsts.to_string(), if done.firsts == 1 { "new item met" } else { "new items met" })}
                    {figure(done.minutes.to_string(), if done.minutes == 1 { "minute" } else { "minutes" })}
                </dl>
            })}
            <p>{tomorrow}</p>
            <p class="buttons">
                <a class="button primary large" href=Route::Start.hash()>"To the start page" <kbd>"Enter"</kbd></a>
                {more.map(|words| view! {
                    <button class="large" on:click=move |_| shell.dispatch(Event::More)>{words}</button>
                })}
                {(!nothing).then(|| view! {
                    <button class="large" on:click=move |_| shell.dispatch(Event::Undid)>"Undo the last answer"</button>
                })}
            </p>
        </section>
    }
    .into_any()
}
