//! The page itself: its address, title, focus and timers.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, FocusOptions, HtmlElement, MessageChannel, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The address from `#` on, `#/` if there is nothing.
pub(crate) fn hash() -> String {
    let hash = window()
        .and_then(|w| w.location().hash().ok())
        .unwrap_or_default();
    if hash.is_empty() {
        "#/".to_owned()
    } else {
        hash
    }
}

/// Leads to another address; the browser's back button leads back.
pub(crate) fn go(hash: &str) {
    if let Some(window) = window() {
        // A hash that starts with `#` is always accepted.
        let _ = window.location().set_hash(hash);
    }
}

/// Shows another address of the same screen; the browser's back button leads to the screen before.
#[cfg(feature = "whole")]
pub(crate) fn show(hash: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // Refused only when it is asked far too often; the address is then a little behind.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Calls back whenever the address changes, for as long as the page lives.
pub(crate) fn on_hash_change(callback: impl Fn() + 'static) {
    if let Some(window) = window() {
        let closure = Closure::<dyn Fn()>::new(callback);
        let _ =
            window.add_event_listener_with_callback("hashchange", closure.as_ref().unchecked_ref());
        closure.forget();
    }
}

/// Calls back once a minute, for as long as the page lives.
pub(crate) fn every_minute(callback: impl Fn() + 'static) {
    if let Some(window) = window() {
        let closure = Closure::<dyn Fn()>::new(callback);
        let handler = closure.as_ref().unchecked_ref();
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(handler, 60_000);
        closure.forget();
    }
}

/// The start script says with this event that a new version is here; it is told to take it with the other one.
#[cfg(feature = "whole")]
pub(crate) const UPDATE: &str = "cairn-update";
#[cfg(feature = "whole")]
const TAKE_UPDATE: &str = "cairn-take-update";

/// Whether a new version was offered before anybody listened.
#[cfg(feature = "whole")]
pub(crate) fn is_update_here() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-update"))
}

/// Takes the new version: the page is loaded anew with it.
#[cfg(feature = "whole")]
pub(crate) fn take_update() {
    if let (Some(window), Ok(event)) = (window(), web_sys::Event::new(TAKE_UPDATE)) {
        // Nobody can forbid an event that cannot be cancelled.
        let _ = window.dispatch_event(&event);
    }
}

/// Opens the browser's print dialogue.
#[cfg(feature = "whole")]
pub(crate) fn print() {
    if let Some(window) = window() {
        // Refused only where printing is forbidden; then nothing happens.
        let _ = window.print();
    }
}

/// Calls back once a second; gives what stops it.
#[cfg(feature = "whole")]
pub(crate) fn every_second(callback: impl Fn() + 'static) -> Option<i32> {
    let closure = Closure::<dyn Fn()>::new(callback);
    let handler = closure.as_ref().unchecked_ref();
    let id = window()?
        .set_interval_with_callback_and_timeout_and_arguments_0(handler, 1_000)
        .ok();
    // A room is opened a few times in the life of a page.
    closure.forget();
    id
}

/// Stops it.
#[cfg(feature = "whole")]
pub(crate) fn stop_every_second(id: Option<i32>) {
    if let Some((window, id)) = window().zip(id) {
        window.clear_interval_with_handle(id);
    }
}

/// A page that is not shown is not drawn either, and nobody waits longer than this for it.
const DRAWN_MS: i32 = 100;

/// Goes on when the page has been drawn as it stands now.
pub(crate) async fn drawn() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let frame = window().map(|window| window.request_animation_frame(&resolve));
        if !matches!(frame, Some(Ok(_))) {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let frame = wasm_bindgen_futures::JsFuture::from(promise);
    futures_util::future::select(frame, std::pin::pin!(sleep(DRAWN_MS))).await;
    // The frame is drawn when this turn is over.
    pause().await;
}

/// Goes on after so many milliseconds.
pub(crate) async fn sleep(ms: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let timer = window().map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms)
        });
        if !matches!(timer, Some(Ok(_))) {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Sets the page's title.
pub(crate) fn title(text: &str) {
    if let Some(document) = document() {
        document.set_title(text);
    }
}

/// Puts the focus on an element.
pub(crate) fn focus(id: &str) {
    let element = document().and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Presses a button.
pub(crate) fn press(id: &str) {
    let element = document().and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Shows a heading further down, and puts the focus there.
#[cfg(feature = "whole")]
pub(crate) fn show_heading(id: &'static str) {
    if let Some(heading) = document().and_then(|d| d.get_element_by_id(id)) {
        heading.scroll_into_view();
    }
    focus(id);
}

/// How far the page is scrolled, in pixels.
#[cfg(feature = "whole")]
pub(crate) fn scrolled() -> f64 {
    window()
        .and_then(|window| window.scroll_y().ok())
        .unwrap_or_default()
}

/// What had the focus was taken away: once the page is drawn anew, the first of these that is there has it, unless something else
/// took it. The page stays where it is.
#[cfg(feature = "whole")]
pub(crate) async fn focus_back(selectors: &[&str]) {
    pause().await;
    let Some(document) = document() else { return };
    let is_lost = document
        .active_element()
        .is_none_or(|e| e.tag_name() == "BODY");
    let mut found = selectors
        .iter()
        .filter_map(|s| document.query_selector(s).ok()?);
    let first = found.next().and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(element) = first.filter(|_| is_lost) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Brings an element into view once it is drawn, moving the page no further than needed.
#[cfg(feature = "whole")]
pub(crate) async fn reveal(selector: &str) {
    pause().await;
    let element = document().and_then(|d| d.query_selector(selector).ok()?);
    if let Some(element) = element {
        let nearest = super::js::object(&[("block", "nearest".into())]);
        let _ = super::js::call(&element, "scrollIntoView", &[nearest]);
    }
}

/// Puts the focus at the top of a new screen, and shows it from so far down, most often from its top.
pub(crate) fn focus_top(from: f64) {
    let main = document().and_then(|d| d.get_element_by_id("main"));
    if let Some(main) = main.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = main.focus_with_options(&options);
    }
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, from);
    }
}

/// Notes the moment under a name, for the benchmarks and the browser's own tools.
pub(crate) fn mark(name: &str) {
    let performance = super::js::global("performance");
    let _ = super::js::call(&performance, "mark", &[name.into()]);
}

/// Says something while the program loads.
pub(crate) fn boot(words: &str) {
    let line = document()
        .and_then(|d| d.get_element_by_id("boot"))
        .and_then(|boot| boot.last_element_child());
    if let Some(line) = line {
        line.set_text_content(Some(words));
    }
}

/// Lets the browser draw and answer, and then goes on. A message and not a timer: timers wait longer the more of them there are.
pub(crate) async fn pause() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let sent = MessageChannel::new().and_then(|channel| {
            let then = resolve.clone();
            let heard = Closure::once_into_js(move || then.call0(&JsValue::NULL));
            channel.port1().set_onmessage(Some(heard.unchecked_ref()));
            channel.port2().post_message(&JsValue::NULL)
        });
        if sent.is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Takes away what was shown while the program loaded.
pub(crate) fn remove_boot() {
    if let Some(boot) = document().and_then(|d| d.get_element_by_id("boot")) {
        boot.remove();
    }
}

/// Asks the browser to keep what is stored even when it runs short of space, and hands on what it said.
pub(crate) fn persist(done: impl FnOnce(bool) + 'static) {
    let Some(promise) = window().and_then(|w| w.navigator().storage().persist().ok()) else {
        return done(false);
    };
    wasm_bindgen_futures::spawn_local(async move {
        let kept = wasm_bindgen_futures::JsFuture::from(promise).await;
        done(kept.is_ok_and(|kept| kept.as_bool() == Some(true)));
    });
}

/// Goes to the start page and loads it anew.
pub(crate) fn start_anew() {
    go("#/");
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Whether something is in the page.
#[cfg(feature = "whole")]
pub(crate) fn shows(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok()?);
    found.is_some()
}

/// What the module of a first visit leaves to the whole one: that the command palette was asked for.
const PALETTE: &str = "cairn.palette";

/// Starts the page anew with the module that has the command palette, which opens then.
#[cfg(not(feature = "whole"))]
pub(crate) fn load_palette() {
    let storage = window().and_then(|window| window.session_storage().ok().flatten());
    let _ = storage.map(|storage| storage.set_item(PALETTE, "wanted"));
    load_whole();
}

/// Whether the palette was asked for before this module was there; it is told once.
#[cfg(feature = "whole")]
pub(crate) fn wants_palette() -> bool {
    let storage = window().and_then(|window| window.session_storage().ok().flatten());
    let Some(storage) = storage else { return false };
    let is_wanted = storage.get_item(PALETTE).ok().flatten().is_some();
    let _ = storage.remove_item(PALETTE);
    is_wanted
}

/// Starts the page anew at the same address once the module that has every screen was fetched (`xtask/src/boot.js` notes it).
#[cfg(not(feature = "whole"))]
pub(crate) fn load_kept() {
    if let Some(window) = window()
        && let Ok(Some(storage)) = window.local_storage()
        && let Ok(Some(_)) = storage.get_item("cairn.whole")
    {
        let _ = window.location().reload();
    }
}

/// Starts the page anew at the same address, with the module that has every screen (`xtask/src/boot.js` reads the word).
#[cfg(not(feature = "whole"))]
pub(crate) fn load_whole() {
    if let Some(window) = window() {
        let storage = window.session_storage().ok().flatten();
        let _ = storage.map(|storage| storage.set_item("cairn.whole", "wanted"));
        let _ = window.location().reload();
    }
}
