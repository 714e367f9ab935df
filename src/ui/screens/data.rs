//! Backup, import, settings.

use leptos::prelude::*;

use super::start::storage_notice;
use crate::app::view::DataView;
use crate::app::{Desk, Event, ImportPreview, Saved};
use crate::review::Setting;
use crate::ui::Shell;
use crate::ui::parts::{ChooseFile, Notice, Tone};

/// What is kept, and how to take it out and bring it back.
#[component]
pub(crate) fn DataScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(|app, _| app.data_view());
    let chosen =
        Callback::new(move |(_, bytes)| shell.dispatch(Event::Desk(Desk::BackupPicked(bytes))));
    view! {
        <div class="data" data-screen="data">
            <h1>"Your data"</h1>
            {move || view.with(|v| storage_notice(&v.storage))}
            <p>
                {move || view.with(|v| kept(v.answers, v.items))}
            </p>
            {move || view.with(safety)}
            {move || view.with(|v| v.message.clone()).map(|(good, words)| view! {
                <Notice tone=if good { Tone::Good } else { Tone::Bad }><p>{words}</p></Notice>
            })}
            <section aria-labelledby="backup">
                <h2 id="backup">"Backup"</h2>
                <p>"One file with everything: answers, settings, your own decks. Keep it outside this browser."</p>
                <p class="buttons">
                    <button class="primary" on:click=move |_| shell.dispatch(Event::Desk(Desk::BackupAsked))>"Export everything"</button>
                    <ChooseFile label="Import a backup" accept=".jsonl,.txt,application/jsonl,text/plain" chosen/>
                </p>
                {move || view.with(|v| v.import).map(|import| preview(shell, import))}
            </section>
            <section aria-labelledby="settings">
                <h2 id="settings">"Settings"</h2>
                {move || view.with(|v| v.save_error.clone()).map(|words| view! {
                    <Notice tone=Tone::Bad>
                        <p>"Not saved: " {words}</p>
                        <button on:click=move |_| shell.dispatch(Event::StoreRetried)>"Try again"</button>
                    </Notice>
                })}
                <Settings view/>
            </section>
        </div>
    }
}

/// How well the log is protected, in plain words.
fn safety(view: &DataView) -> AnyView {
    let copies = match &view.saved {
        Saved::OneCopy(words) => {
            format!("One copy: local storage. The second copy is not to be had here ({words}).")
        }
        _ => "Two copies: local storage, and a second one that survives a browser that is killed."
            .to_owned(),
    };
    let kept = match view.kept {
        Some(true) => " The browser will not clear them when it runs short of space.",
        Some(false) => " The browser may clear both when it runs short of space, so keep a backup.",
        None => "",
    };
    view! { <p class="quiet">{copies} {kept}</p> }.into_any()
}

fn kept(answers: usize, items: usize) -> String {
    match (answers, items) {
        (0, _) => "Nothing is kept here as yet.".to_owned(),
        (1, _) => "1 answer to 1 item is kept in this browser, and nowhere else.".to_owned(),
        (_, 1) => {
            format!("{answers} answers to 1 item are kept in this browser, and nowhere else.")
        }
        _ => format!(
            "{answers} answers to {items} items are kept in this browser, and nowhere else."
        ),
    }
}

fn preview(shell: Shell, import: ImportPreview) -> impl IntoView {
    let new = import.answers + import.others;
    let words = if new == 0 {
        format!(
            "All {} entries of this backup are here already.",
            import.entries
        )
    } else {
        format!(
            "This backup holds {} entries. Importing adds {} answers and {} other entries; nothing is replaced or removed.",
            import.entries, import.answers, import.others
        )
    };
    view! {
        <div class="preview" role="status">
            <p>{words}</p>
            <p class="buttons">
                {(new > 0).then(|| view! {
                    <button class="primary" on:click=move |_| shell.dispatch(Event::Desk(Desk::ImportAccepted))>"Import"</button>
                })}
                <button on:click=move |_| shell.dispatch(Event::Desk(Desk::ImportDismissed))>{if new > 0 { "Cancel" } else { "Close" }}</button>
            </p>
        </div>
    }
}

#[component]
fn Settings(view: Memo<DataView>) -> impl IntoView {
    let shell = Shell::of_page();
    let number = move |id: &'static str,
                       label: &'static str,
                       help: &'static str,
                       range: (u16, u16),
                       value: fn(&DataView) -> u16,
                       setting: fn(u16) -> Setting| {
        let changed = move |text: String| {
            if let Ok(new) = text.trim().parse::<u16>() {
                let new = new.clamp(range.0, range.1);
                if new != view.with_untracked(value) {
                    shell.dispatch(Event::Desk(Desk::Changed(setting(new))));
                }
            }
        };
        view! {
            <div class="setting">
                <label for=id>{label}</label>
                <input id=id type="number" inputmode="numeric" min=range.0 max=range.1
                    prop:value=move || view.with(value).to_string()
                    aria-describedby=format!("{id}-help")
                    on:change:target=move |ev| changed(ev.target().value())/>
                <p id=format!("{id}-help") class="quiet">{help}</p>
            </div>
        }
    };
    view! {
        {number("new-per-day", "New items a day, each track", "More of them mean more reviews in the weeks after.", (0, 999),
            |v| v.new_per_day, Setting::NewPerDay)}
        {number("retention", "Desired retention, percent", "How likely you still know an item when it is asked again: 70 to 97. Higher means many more reviews.", (70, 97),
            |v| v.retention_percent, |percent| Setting::Retention(percent * 10))}
        {number("rollover", "A day begins at (hour)", "Answers before this hour count for the day before: 0 to 23.", (0, 23),
            |v| u16::from(v.rollover_hour), |hour| Setting::RolloverHour(u8::try_from(hour).unwrap_or(4)))}
    }
}
