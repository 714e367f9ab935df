//! What only a browser can do. Nothing outside this folder touches `web_sys`.

pub(super) mod channel;
pub(super) mod clock;
pub(super) mod copies;
pub(super) mod fetch;
#[cfg(feature = "whole")]
pub(super) mod files;
pub(super) mod page;
pub(super) mod slots;
pub(super) mod theme;
