//! From sources to `dist/`.

use std::time::Instant;

use crate::dist::{self, File};
use crate::failure::Result;
use crate::modules::{self, Modules};
use crate::project::Project;
use crate::tools::Tools;
use crate::{offline, pack, page, process, sizes, stamp};

/// `cargo xtask build`
pub(crate) fn command(project: &Project) -> Result<()> {
    let files = release(project)?;
    sizes::report(project, &files)
}

/// Builds for release and returns what was built.
pub(crate) fn release(project: &Project) -> Result<Vec<File>> {
    // What is saved while it is being built is in the next build.
    let sources = stamp::sources(project)?;
    if stamp::is_fresh(project, &sources) {
        println!("dist/ is what these sources give");
        return dist::read(project);
    }
    let tools = Tools::ready(project)?;
    let started = Instant::now();
    let items = pack::write(project)?;
    println!("building the app with {items} items");
    let mut trunk = tools.trunk(project, "build");
    trunk.arg("--release");
    process::run(
        &mut trunk,
        "the error is above; `cargo xtask serve --dev` builds faster while you repair it",
    )?;
    let first = modules::build_first(project, &tools)?;
    let dist = project.dist();
    let modules = Modules {
        whole: modules::name_whole(&dist)?,
        first: modules::add_first(&first, &dist)?,
    };
    page::finish(&dist, &modules)?;
    offline::write(&dist)?;
    stamp::keep(project, &sources)?;
    let files = dist::read(project)?;
    println!("built dist/ in {} s", started.elapsed().as_secs());
    Ok(files)
}
