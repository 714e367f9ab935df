//! Keys, from the browser to [`crate::app::keys`].

use leptos::ev::keydown;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};

use super::Shell;
use super::browser::page;
use super::screens::{FIRST_RUN, SEARCH, of_start};
use crate::app::keys::{Key, study_key};
#[cfg(feature = "whole")]
use crate::app::keys::{in_place_key, room_key};
use crate::app::{Event, Route};

/// Listens on the whole page, for as long as it lives.
pub(super) fn listen(shell: Shell) {
    let route = shell.memo(|app, _| app.route().clone());
    let study = shell.memo(crate::app::App::study_view);
    #[cfg(feature = "whole")]
    let room = shell.memo(crate::app::App::room_view);
    let start = of_start(shell);
    #[cfg(feature = "whole")]
    let in_place = shell.memo(|app, _| app.in_place_view());
    let handle = window_event_listener(keydown, move |ev| {
        let target = ev.target().and_then(|t| t.dyn_into::<Element>().ok());
        let key = key(&ev, target.as_ref());
        if key.control && !key.alt && key.name.eq_ignore_ascii_case("k") {
            ev.prevent_default();
            // The browser tells later on that Escape closed it: what is seen counts.
            #[cfg(feature = "whole")]
            let is_seen = page::shows("dialog.palette[open]");
            #[cfg(feature = "whole")]
            return shell.commands.update(|open| *open = !(*open && is_seen));
            #[cfg(not(feature = "whole"))]
            return page::load_palette();
        }
        if shell.has_dialog() || handled_by_target(&key, target.as_ref()) {
            return;
        }
        if key.is_single() && !shell.single_keys.get_untracked() {
            return;
        }
        if key.name == "?" && !key.typing {
            ev.prevent_default();
            return shell.help.set(true);
        }
        // Keys of what is being written, and those that open it, come before those of the screen.
        #[cfg(feature = "whole")]
        let first_of_all = in_place.with_untracked(|view| in_place_key(&key, view.as_ref()?));
        #[cfg(feature = "whole")]
        if let Some(event) = first_of_all {
            ev.prevent_default();
            return shell.dispatch(event);
        }
        let event = route.with_untracked(|route| match route {
            Route::Study(_) => study.with_untracked(|view| study_key(&key, view.as_ref()?)),
            #[cfg(feature = "whole")]
            Route::Practice(_) => study.with_untracked(|view| study_key(&key, view.as_ref()?)),
            #[cfg(feature = "whole")]
            Route::Sitting(_) => room.with_untracked(|view| room_key(&key, view.as_ref()?)),
            Route::Start if key.name == "Enter" && !key.control => start.with_untracked(|start| {
                if start.is_first_run {
                    ev.prevent_default();
                    page::press(FIRST_RUN);
                    return None;
                }
                let first = start.first.clone();
                first.map(|deck| Event::Went(Route::Study(deck)))
            }),
            Route::Library(_) if key.name == "/" && !key.control && !key.typing => {
                ev.prevent_default();
                page::focus(SEARCH);
                None
            }
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
    // A field that can no longer be written in (its answer is shown) takes no keys.
    let closed = target.is_some_and(|t| t.has_attribute("readonly") || t.has_attribute("disabled"));
    let typing = target.is_some_and(|t| match t.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(
            t.get_attribute("type").as_deref(),
            Some("checkbox" | "radio" | "file")
        ),
        _ => false,
    });
    let digit = ev.code().strip_prefix("Digit").and_then(|d| d.parse().ok());
    Key {
        name: ev.key(),
        control: ev.ctrl_key() || ev.meta_key(),
        alt: ev.alt_key(),
        repeated: ev.repeat(),
        typing: typing && !closed,
        shift_digit: digit.filter(|_| ev.shift_key()),
    }
}

/// Enter and Space belong to the link, button or list box that has the focus, with two exceptions: Enter on an option goes on
/// with the question (Space picks it), and Enter on a check box, where it would do nothing, does so too.
fn handled_by_target(key: &Key, target: Option<&Element>) -> bool {
    let Some(target) = target else { return false };
    let inside = |selector| target.closest(selector).ok().flatten().is_some();
    match key.name.as_str() {
        "Enter" => inside(
            "a, button:not([data-enter=question]), summary, select, [type=file], form.first-run, dialog",
        ),
        " " => inside("a, button, summary, select, label, [type=checkbox], [type=file], dialog"),
        _ => false,
    }
}
