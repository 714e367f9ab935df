//! Parts that know nothing of the app: values and callbacks in, nodes out.

#[cfg(feature = "whole")]
mod bars;
#[cfg(feature = "whole")]
mod choose_file;
#[cfg(feature = "whole")]
mod dots;
#[cfg(feature = "whole")]
mod figure;
mod icon;
mod keys_dialog;
mod logo;
mod markdown;
#[cfg(feature = "whole")]
mod months;
mod notice;
#[cfg(feature = "whole")]
mod problems;
#[cfg(feature = "whole")]
mod sparkline;
mod theme_switch;
#[cfg(feature = "whole")]
mod trend;
#[cfg(feature = "whole")]
mod what_if;

#[cfg(feature = "whole")]
pub(super) use bars::bars;
#[cfg(feature = "whole")]
pub(super) use choose_file::ChooseFile;
#[cfg(feature = "whole")]
pub(super) use dots::dots;
#[cfg(feature = "whole")]
pub(super) use figure::figure;
pub(super) use icon::{Drawn, Icon};
pub(super) use keys_dialog::KeysDialog;
pub(super) use logo::Logo;
pub(super) use markdown::{Line, Markdown};
#[cfg(feature = "whole")]
pub(super) use months::months;
pub(super) use notice::{Notice, Tone};
#[cfg(feature = "whole")]
pub(super) use problems::Problems;
#[cfg(feature = "whole")]
pub(super) use sparkline::sparkline;
pub(super) use theme_switch::ThemeSwitch;
#[cfg(feature = "whole")]
pub(super) use trend::trend;
#[cfg(feature = "whole")]
pub(super) use what_if::what_if;
