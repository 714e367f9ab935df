//! Views and texts that change: what is worked out is different each time it is written, but the machinery that draws it again
//! is one and the same. Without the boxes each closure would bring a copy of that machinery into the module.

use leptos::prelude::*;

/// A view that is drawn again when what it reads changes.
pub(crate) fn dynamic<V: IntoAny>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(move || view().into_any());
    view.into_any()
}

/// A text that changes, for attributes and text nodes.
pub(crate) fn text_of(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// A condition that changes, for attributes and properties.
pub(crate) fn flag_of(flag: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(flag)
}
