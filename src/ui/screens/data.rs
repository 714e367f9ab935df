//! Backup, import, settings.

use leptos::prelude::*;

use super::plan::WEEKDAYS;
use super::start::{nearly_full, storage_notice};
use super::training::MemoryParameters;
use crate::app::view::DataView;
use crate::app::{Desk, Event, Folder, Form, ImportPreview, Saved};
use crate::review::{DayLoad, Setting};
use crate::ui::Shell;
use crate::ui::browser::files::Chosen;
use crate::ui::parts::{ChooseFile, Notice, Tone};

/// What is kept, and how to take it out and bring it back.
#[component]
pub(crate) fn DataScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(|app, _| app.data_view());
    let chosen = Callback::new(move |file| {
        shell.dispatch(Event::Desk(match file {
            Chosen::File(_, bytes) => Desk::BackupPicked(bytes),
            Chosen::TooLarge(bytes) => Desk::FileTooLarge(bytes),
        }));
    });
    view! {
        <div class="data" data-screen="data">
            <h1>"Your data"</h1>
            {move || view.with(|v| storage_notice(&v.storage))}
            <p>
                {move || view.with(|v| kept(v.answers, v.items))}
            </p>
            {move || view.with(safety)}
            {move || view.with(|v| v.nearly_full).map(nearly_full)}
            {move || view.with(|v| v.message.clone()).map(|(good, words)| view! {
                <Notice tone=if good { Tone::Good } else { Tone::Bad }><p>{words}</p></Notice>
            })}
            <section aria-labelledby="backup">
                <h2 id="backup">"Backup"</h2>
                <p>"One file with everything: answers, settings, your own decks. Keep it outside this browser."</p>
                <p class="quiet">{move || view.with(last_backup)}</p>
                <p class="buttons">
                    <button class="primary" on:click=move |_| shell.dispatch(Event::Desk(Desk::BackupAsked(Form::Compact)))>"Export everything"</button>
                    <ChooseFile label="Import a backup" accept=".cairn,.jsonl,.txt,application/octet-stream,application/jsonl,text/plain" chosen/>
                    <button on:click=move |_| shell.dispatch(Event::Desk(Desk::BackupAsked(Form::Lines)))>"Export as plain text"</button>
                </p>
                {move || view.with(|v| folder(shell, &v.folder))}
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
            <MemoryParameters/>
            <Erase/>
        </div>
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
fn Erase() -> impl IntoView {
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

#[component]
fn Settings(view: Memo<DataView>) -> impl IntoView {
    let shell = Shell::of_page();
    let number = move |id: &'static str,
                       label: &'static str,
                       help: &'static str,
                       range: (u16, u16),
                       value: fn(&DataView) -> u16,
                       setting: fn(u16) -> Setting| {
        // By itself: the field is written whenever this says so, and other news must not undo what is being typed into it.
        let shown = Memo::new(move |_| view.with(value).to_string());
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
                    prop:value=move || shown.get()
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
        {number("leech", "Leech after (times forgotten)", "Cairn tells you of an item that you forget so often, so that you can suspend or rewrite it: 0 to 99, 0 for never.", (0, 99),
            |v| v.leech, Setting::Leech)}
        <EasyDays view/>
    }
}

/// How much to do on each weekday, and whether days with much to do are avoided.
#[component]
fn EasyDays(view: Memo<DataView>) -> impl IntoView {
    let shell = Shell::of_page();
    let change = move |setting| shell.dispatch(Event::Desk(Desk::Changed(setting)));
    let day = move |weekday: usize| {
        let load = Memo::new(move |_| view.with(|v| v.easy_days[weekday]));
        let load = move || load.get();
        let options = DayLoad::ALL.map(|of| {
            view! { <option value=load_word(of) selected=move || load() == of>{load_word(of)}</option> }
        });
        view! {
            <label>
                <span>{WEEKDAYS[weekday]}</span>
                <select prop:value=move || load_word(load())
                    on:change:target=move |ev| {
                        let word = ev.target().value();
                        let chosen = DayLoad::ALL.into_iter().find(|of| load_word(*of) == word);
                        if let Some(chosen) = chosen.filter(|of| *of != view.with_untracked(|v| v.easy_days[weekday])) {
                            change(Setting::EasyDay(weekday as u8, chosen));
                        }
                    }>
                    {options.collect_view()}
                </select>
            </label>
        }
    };
    view! {
        <fieldset class="easy-days" aria-describedby="easy-days-help">
            <legend>"Easy days"</legend>
            <div class="minutes">{(0..7).map(day).collect_view()}</div>
            <p id="easy-days-help" class="quiet">"Where no exam is booked, fewer items come back on these weekdays. It counts for what you answer from now on."</p>
        </fieldset>
        <div class="setting">
            <label for="balanced">"Even out the days"</label>
            <input id="balanced" type="checkbox" aria-describedby="balanced-help"
                prop:checked=move || view.with(|v| v.is_balanced)
                on:change:target=move |ev| change(Setting::Balanced(ev.target().checked()))/>
            <p id="balanced-help" class="quiet">"Of the days on which an item may come back, one with little to do is preferred."</p>
        </div>
    }
}

/// A weekday's load, as shown.
fn load_word(load: DayLoad) -> &'static str {
    match load {
        DayLoad::Normal => "Normal",
        DayLoad::Reduced => "Reduced",
        DayLoad::Minimum => "Minimum",
    }
}
