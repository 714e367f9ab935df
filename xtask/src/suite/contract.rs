//! The checks of `tests/contract` as a WebAssembly module, for the browser tests.

use std::path::PathBuf;

use crate::failure::Result;
use crate::modules;
use crate::project::Project;
use crate::tools::Tools;

/// Builds them and gives the folder with `contract.js` and `contract_bg.wasm`. The profile is the one for which everything that
/// it depends on is built already.
pub(super) fn build(project: &Project) -> Result<PathBuf> {
    println!("building the contract's checks for the browser");
    let tools = Tools::ready(project)?;
    modules::compile(project, &tools, "contract", &["--features", "contract"])
}
