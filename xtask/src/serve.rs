//! `cargo xtask serve`: the app as users have it, on this machine.

use std::process::{Command, Stdio};

use crate::bundle;
use crate::failure::{Naming, Result};
use crate::project::Project;
use crate::server;
use crate::site::Site;

#[derive(Clone, Copy)]
pub(crate) struct Options {
    pub(crate) port: u16,
    pub(crate) open: bool,
}

pub(crate) fn run(project: &Project, options: Options) -> Result<()> {
    let files = bundle::release(project)?;
    // Asked after the build, during which somebody else may have taken it.
    let port = server::free_port(options.port)?;
    let running = server::start(Site::new(files), port).naming("listen on port", port)?;
    let address = format!("http://localhost:{port}/");
    println!("Cairn is at {address} (Ctrl-C ends it)");
    if options.open {
        open(&address);
    }
    running.wait();
    Ok(())
}

/// Opening is a courtesy: the address is on the screen already.
fn open(address: &str) {
    let (program, arguments): (_, &[&str]) = if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command
        .args(arguments)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if command.spawn().is_err() {
        println!("open this address in a browser");
    }
}
