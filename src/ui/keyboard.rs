//! Keys, from the browser to [`crate::app::keys`].

use leptos::ev::keydown;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

use super::Shell;
use crate::app::keys::{Key, study_key};
use crate::app::{Event, Route};

/// Listens on the whole page, for as long as it lives.
pub(super) fn listen(shell: Shell) {
    let route = shell.memo(|app, _| app.route().clone());
    let study = shell.memo(crate::app::App::study_view);
    let first = shell.memo(|app, now| app.start_view(now).first);
    let handle = window_event_listener(keydown, move |ev| {
        let target = ev.target().and_then(|t| t.dyn_into::<Element>().ok());
        let key = key(&ev, target.as_ref());
        if shell.help.get_untracked() || handled_by_target(&key, target.as_ref()) {
            return;
        }
        if key.name == "?" && !key.typing {
            ev.prevent_default();
            return shell.help.set(true);
        }
        let event = route.with_untracked(|route| match route {
            Route::Study(_) => study.with_untracked(|view| study_key(&key, view.as_ref()?)),
            Route::Start if key.name == "Enter" && !key.control => first
                .get_untracked()
                .map(|deck| Event::Went(Route::Study(deck))),
            _ if key.name == "Escape" && !key.typing => Some(Event::Went(Route::Start)),
            _ => None,
        });
        if let Some(event) = event {
            ev.prevent_default();
            shell.dispatch(event);
        }
    });
    on_cleanup(move || handle.remove());
}

fn key(ev: &KeyboardEvent, target: Option<&Element>) -> Key {
    let typing = target.is_some_and(|t| match t.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(
            t.get_attribute("type").as_deref(),
            Some("checkbox" | "radio" | "file")
        ),
        _ => false,
    });
    Key {
        name: ev.key(),
        control: ev.ctrl_key() || ev.meta_key(),
        alt: ev.alt_key(),
        repeated: ev.repeat(),
        typing,
    }
}

/// Enter and Space belong to a link, button or check box that has the focus, except that Enter on an option or step of the question
/// goes on with the question: there, Space picks.
fn handled_by_target(key: &Key, target: Option<&Element>) -> bool {
    let enter = key.name == "Enter";
    if !enter && key.name != " " {
        return false;
    }
    let Some(target) = target else { return false };
    let inside = |selector| target.closest(selector).ok().flatten().is_some();
    let control = inside("a, button, input, summary, label, dialog");
    control && !(enter && inside("[data-enter=question]"))
}
