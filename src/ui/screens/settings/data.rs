//! What is kept in this browser: how well, how to take it out and bring it back, and how to delete it.

use leptos::prelude::*;

use super::super::start::{nearly_full, storage_notice};
use crate::app::view::DataView;
use crate::app::{Desk, Event, Folder, Form, ImportPreview, Saved};
use crate::ui::Shell;
use crate::ui::browser::files::Chosen;
use crate::ui::parts::{ChooseFile, Notice, Tone};

/// The section about the learner's data.
#[component]
pub(super) fn Backup(view: Memo<DataView>) -> impl IntoView {
    let shell = Shell::of_page();
    let chosen = Callback::new(move |file| {
        shell.dispatch(Event::Desk(match file {
            Chosen::File(_, bytes) => Desk::BackupPicked(bytes),
            Chosen::TooLarge(bytes) => Desk::FileTooLarge(bytes),
        }));
    });
    view! {
        <section aria-labelledby="backup">
            <h2 id="backup" tabindex="-1">"Your data"</h2>
            {move || view.with(|v| storage_notice(&v.storage))}
            <p>{move || view.with(|v| kept(v.answers, v.items))}</p>
            {move || view.with(safety)}
            {move || view.with(|v| v.nearly_full).map(nearly_full)}
            {move || view.with(|v| v.message.clone()).map(|(good, words)| view! {
                <Notice tone=if good { Tone::Good } else { Tone::Bad }><p>{words}</p></Notice>
            })}
            <p>"A backup is one file with everything: answers, settings, your own decks. Keep it outside this browser."</p>
            <p class="quiet">{move || view.with(last_backup)}</p>
            <p class="buttons">
                <button class="primary" on:click=move |_| shell.dispatch(Event::Desk(Desk::BackupAsked(Form::Compact)))>"Export everything"</button>
                <ChooseFile label="Import a backup" accept=".cairn,.jsonl,.txt,application/octet-stream,application/jsonl,text/plain" chosen/>
                <button on:click=move |_| shell.dispatch(Event::Desk(Desk::BackupAsked(Form::Lines)))>"Export as plain text"</button>
            </p>
            {move || view.with(|v| folder(shell, &v.folder))}
            {move || view.with(|v| v.import).map(|import| preview(shell, import))}
        </section>
    }
}

fn last_backup(view: &DataView) -> String {
    match &view.last_backup {
        None => "No backup was made from this browser yet.".to_owned(),
        Some((day, 0)) => format!("The last backup was made on {day}; nothing has come since."),
        Some((day, 1)) => format!("The last backup was made on {day}; 1 answer has come since."),
        Some((day, since)) => {
            format!("The last backup was made on {day}; {since} answers have come since.")
        }
    }
}

/// Backups that go to a folder by themselves.
fn folder(shell: Shell, folder: &Folder) -> AnyView {
    let (words, label) = match folder {
        Folder::Unknown => {
            let words = "This browser cannot write backups to a folder by itself; Cairn reminds you instead.";
            return view! { <p class="quiet">{words}</p> }.into_any();
        }
        Folder::None => (
            "Cairn can also write a backup to a folder of yours by itself, now and then while you study.".to_owned(),
            "Choose a folder",
        ),
        Folder::Asleep(name) => (
            format!("Backups go to the folder “{name}”, but the browser wants to be asked again."),
            "Go on writing there",
        ),
        Folder::Ready(name) => (
            format!("A backup goes to the folder “{name}” by itself, every 50 answers."),
            "Choose another folder",
        ),
        Folder::Failed(name, why) => (
            format!("The last backup could not be written to “{name}”: {why}."),
            "Choose a folder",
        ),
    };
    let view = view! {
        <p class="quiet">{words}</p>
        <p><button on:click=move |_| shell.dispatch(Event::Desk(Desk::FolderAsked))>{label}</button></p>
    };
    view.into_any()
}

/// What must be typed before everything is taken away.
const WORD: &str = "delete";

/// Everything can be taken away, after a typed word.
#[component]
pub(super) fn Erase() -> impl IntoView {
    let shell = Shell::of_page();
    let typed = RwSignal::new(String::new());
    let sure = move || typed.with(|typed| typed.trim().eq_ignore_ascii_case(WORD));
    let erase = move || {
        if sure() {
            shell.dispatch(Event::Desk(Desk::Erased));
        }
    };
    view! {
        <section aria-labelledby="erase">
            <h2 id="erase">"Delete everything"</h2>
            <p>"Takes away everything that Cairn keeps in this browser, in every tab: answers, settings, own decks, both copies. \
                Files that you exported stay. This cannot be undone, so export a backup first."</p>
            <p><button on:click=move |_| shell.dispatch(Event::Desk(Desk::BackupAsked(Form::Compact)))>"Export a backup first"</button></p>
            <form class="buttons" on:submit=move |ev| { ev.prevent_default(); erase(); }>
                <label>
                    {format!("Type “{WORD}” to confirm ")}
                    <input type="text" autocomplete="off" spellcheck="false"
                        prop:value=move || typed.get()
                        on:input:target=move |ev| typed.set(ev.target().value())/>
                </label>
                <button type="submit" class="danger" disabled=move || !sure()>"Delete everything"</button>
            </form>
        </section>
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
