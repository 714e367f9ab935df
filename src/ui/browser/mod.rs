//! What only a browser can do. Nothing outside this folder touches `web_sys`.

pub(super) mod channel;
pub(super) mod clock;
pub(super) mod copies;
pub(super) mod fetch;
#[cfg(feature = "whole")]
pub(super) mod files;
#[cfg(feature = "whole")]
pub(super) mod folder;
pub(super) mod js;
pub(super) mod locks;
pub(super) mod marker;
pub(super) mod page;
pub(super) mod single_keys;
pub(super) mod slots;
mod small;
pub(super) mod theme;
#[cfg(feature = "whole")]
pub(super) mod worker;
