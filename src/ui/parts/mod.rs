//! Parts that know nothing of the app: values and callbacks in, nodes out.

#[cfg(feature = "whole")]
mod choose_file;
mod keys_dialog;
mod logo;
mod markdown;
mod notice;
mod theme_switch;

#[cfg(feature = "whole")]
pub(super) use choose_file::ChooseFile;
pub(super) use keys_dialog::KeysDialog;
pub(super) use logo::Logo;
pub(super) use markdown::{Line, Markdown};
pub(super) use notice::{Notice, Tone};
pub(super) use theme_switch::ThemeSwitch;
