//! The checks of `tests/contract` as a WebAssembly module, for the browser tests.

use std::path::PathBuf;

use crate::failure::Result;
use crate::process;
use crate::project::Project;
use crate::tools::{TARGET, Tools};

/// Builds them and gives the folder with `contract.js` and `contract_bg.wasm`.
pub(super) fn build(project: &Project) -> Result<PathBuf> {
    println!("building the contract's checks for the browser");
    let tools = Tools::ready(project)?;
    let mut cargo = process::cargo(project.root());
    // The profile for which everything that it depends on is built already.
    cargo.args(["build", "--quiet", "--profile", "first", "--bin", "cairn"]);
    cargo.args(["--features", "contract", "--target", TARGET]);
    process::run(&mut cargo, "the error is above")?;
    let built = project.target().join(TARGET).join("first/cairn.wasm");
    let folder = project.cache().join("contract");
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen
        .arg(&built)
        .args(["--target", "web", "--no-typescript"]);
    bindgen
        .args(["--out-name", "contract", "--out-dir"])
        .arg(&folder);
    process::run(&mut bindgen, "delete .tools and try again")?;
    Ok(folder)
}
