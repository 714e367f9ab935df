//! Cairn.
pub mod app;
pub mod deck;
pub mod memory;
pub mod review;
pub mod store;
pub mod study;
pub mod time;
#[cfg(target_arch = "wasm32")]
pub mod ui;
