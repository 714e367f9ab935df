//! `cargo xtask serve --dev`: Trunk watches, builds for debugging and reloads the page.

use crate::failure::Result;
use crate::pack;
use crate::process;
use crate::project::Project;
use crate::serve::Options;
use crate::server;
use crate::tools::Tools;

pub(crate) fn run(project: &Project, options: Options) -> Result<()> {
    let tools = Tools::ready(project)?;
    pack::write(project)?;
    let port = server::free_port(options.port)?;
    let mut trunk = tools.trunk(project, "serve");
    trunk.args([
        "--port",
        &port.to_string(),
        "--open",
        if options.open { "true" } else { "false" },
    ]);
    // Beside the release build, so that `dist` never holds a debug build by accident.
    trunk.arg("--dist").arg(project.cache().join("dev"));
    // Leptos then hides the types of views from the compiler, which is quicker.
    trunk.env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "--cfg erase_components",
    );
    println!("Cairn will be at http://localhost:{port}/ after the first build (Ctrl-C ends it)");
    process::run(&mut trunk, "the error is above")
}
