//! The end of a session: what changed.

use leptos::prelude::*;

use crate::app::view::Summary;
use crate::app::{Event, Route};
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
    let tomorrow = match done.tomorrow {
        0 => "Nothing is due tomorrow.".to_owned(),
        1 => "1 item is due tomorrow.".to_owned(),
        n => format!("{n} items are due tomorrow."),
    };
    let more = done.more_new;
    view! {
        <section class="summary" aria-labelledby="done">
            <p class="eyebrow">{deck.to_owned()}</p>
            <h1 id="done">{if nothing { "Nothing is due today" } else { "Done for today" }}</h1>
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
                {(more > 0).then(|| view! {
                    <button class="large" on:click=move |_| shell.dispatch(Event::MoreNew)>
                        {if more == 1 { "1 more new item".to_owned() } else { format!("{} more new items", more.min(10)) }}
                    </button>
                })}
                {(!nothing).then(|| view! {
                    <button class="large" on:click=move |_| shell.dispatch(Event::Undid)>"Undo the last answer"</button>
                })}
            </p>
        </section>
    }
    .into_any()
}
