//! The two modules of the app: Trunk builds the whole one; this builds the first one, which a first visit loads.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Naming, Result};
use crate::project::Project;
use crate::tools::{TARGET, Tools};
use crate::{hash, headers, process};

/// One module in `dist`: its files' names, and what the browser checks the WebAssembly against.
#[derive(Debug)]
pub(crate) struct Module {
    pub(crate) script: String,
    pub(crate) wasm: String,
    pub(crate) integrity: String,
}

/// A stylesheet that the start script adds to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) href: String,
    pub(crate) integrity: String,
    pub(crate) media: String,
}

/// Both of them.
pub(crate) struct Modules {
    pub(crate) first: Module,
    pub(crate) whole: Module,
}

impl Module {
    /// As the start script takes it, with the stylesheets that come with it.
    fn json(&self, styles: &[Style]) -> serde_json::Value {
        let style = |style: &Style| {
            serde_json::json!({
                "href": style.href,
                "integrity": style.integrity,
                "media": style.media,
            })
        };
        serde_json::json!({
            "script": format!("./{}", self.script),
            "wasm": format!("./{}", self.wasm),
            "integrity": self.integrity,
            "styles": styles.iter().map(style).collect::<Vec<_>>(),
        })
    }
}

impl Modules {
    /// The script that starts the one or the other. `late` are the stylesheets that only the whole one needs.
    pub(crate) fn boot(&self, late: &[Style]) -> String {
        let modules =
            serde_json::json!({"first": self.first.json(&[]), "whole": self.whole.json(late)});
        include_str!("boot.js").replacen("MODULES", &modules.to_string(), 1)
    }
}

/// Builds the first module and gives the folder with `first.js` and `first_bg.wasm`.
pub(crate) fn build_first(project: &Project, tools: &Tools) -> Result<PathBuf> {
    println!("building the module that a first visit loads");
    let folder = compile(project, tools, "first", &["--no-default-features"])?;
    shrink(tools.command("wasm-opt"), &folder.join("first_bg.wasm"))?;
    Ok(folder)
}

/// Builds a small module of this name and gives the folder with `<name>.js` and `<name>_bg.wasm`.
pub(crate) fn compile(
    project: &Project,
    tools: &Tools,
    name: &str,
    features: &[&str],
) -> Result<PathBuf> {
    let mut cargo = process::cargo(project.root());
    cargo.args(["build", "--quiet", "--profile", "first", "--bin", "cairn"]);
    cargo.args(["--target", TARGET]).args(features);
    process::run(&mut cargo, "the error is above")?;
    let built = project.target().join(TARGET).join("first/cairn.wasm");
    let folder = project.cache().join(name);
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", name]);
    bindgen.arg("--out-dir").arg(&folder).arg(&built);
    process::run(&mut bindgen, "delete .tools and try again")?;
    Ok(folder)
}

fn shrink(mut program: Command, module: &Path) -> Result<()> {
    let output = module.with_extension("small");
    program
        .arg("-Oz")
        .arg(format!("--output={}", output.display()))
        .arg(module);
    process::run(&mut program, "delete .tools and try again")?;
    fs::rename(&output, module).naming("rename", output.display())
}

/// Puts the first module into `dist` under names that follow its content.
pub(crate) fn add_first(folder: &Path, dist: &Path) -> Result<Module> {
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).naming("read", path.display())
    };
    let (script, wasm) = (read("first.js")?, read("first_bg.wasm")?);
    let module = Module {
        script: format!("first-{}.js", hash::of(&script)),
        wasm: format!("first-{}_bg.wasm", hash::of(&wasm)),
        integrity: hash::integrity(&wasm),
    };
    for (name, bytes) in [(&module.script, script), (&module.wasm, wasm)] {
        let path = dist.join(name);
        fs::write(&path, bytes).naming("write", path.display())?;
    }
    Ok(module)
}

/// Names Trunk's module by its content. Trunk's names are of the module before wasm-opt, so another wasm-opt would give
/// other bytes the same name, and browsers that keep it for ever would then refuse to start.
pub(crate) fn name_whole(dist: &Path) -> Result<Module> {
    let mut script = None;
    let mut found = None;
    for entry in fs::read_dir(dist).naming("read", dist.display())? {
        let path = entry.naming("read", dist.display())?.path();
        let old = path.file_name().unwrap_or_default().to_string_lossy();
        match headers::without_hash(&old).as_deref() {
            Some("cairn.js") => script = Some(old.into_owned()),
            Some("cairn_bg.wasm") => found = Some(path),
            _ => {}
        }
    }
    let (Some(script), Some(path)) = (script, found) else {
        return Err(
            Failure::new("Trunk left no module in dist/").advise("delete dist and try again")
        );
    };
    let bytes = fs::read(&path).naming("read", path.display())?;
    let wasm = format!("cairn-{}_bg.wasm", hash::of(&bytes));
    fs::rename(&path, dist.join(&wasm)).naming("rename", path.display())?;
    Ok(Module {
        script,
        wasm,
        integrity: hash::integrity(&bytes),
    })
}

#[cfg(test)]
mod tests {
    use super::{Module, Modules, Style, add_first, name_whole};
    use crate::headers;

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("cairn-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn the_modules_name_follows_its_content() {
        let folder = folder("whole");
        let name = |content: &str| {
            std::fs::write(folder.join("cairn-0123456789abcdef.js"), "script").unwrap();
            std::fs::write(folder.join("cairn-0123456789abcdef_bg.wasm"), content).unwrap();
            let module = name_whole(&folder).unwrap();
            let path = folder.join(&module.wasm);
            assert_eq!(std::fs::read_to_string(&path).unwrap(), content);
            std::fs::remove_file(path).unwrap();
            assert_eq!(module.script, "cairn-0123456789abcdef.js");
            module.wasm
        };
        let (before, after) = (name("before"), name("after"));
        assert!(name_whole(&folder).is_err(), "there is none");
        std::fs::remove_dir_all(&folder).unwrap();
        assert_ne!(before, after);
        assert!(headers::is_hashed(&before));
    }

    #[test]
    fn the_first_module_comes_under_lasting_names() {
        let (from, to) = (folder("from"), folder("to"));
        std::fs::write(from.join("first.js"), "script").unwrap();
        std::fs::write(from.join("first_bg.wasm"), "wasm").unwrap();
        let module = add_first(&from, &to).unwrap();
        assert!(headers::is_hashed(&module.script) && headers::is_hashed(&module.wasm));
        assert!(to.join(&module.wasm).is_file() && to.join(&module.script).is_file());
        assert!(module.integrity.starts_with("sha384-"));
        std::fs::remove_dir_all(&from).unwrap();
        std::fs::remove_dir_all(&to).unwrap();
    }

    #[test]
    fn the_start_script_names_both() {
        let module = |name: &str| Module {
            script: format!("{name}.js"),
            wasm: format!("{name}.wasm"),
            integrity: "sha384-x".to_owned(),
        };
        let modules = Modules {
            first: module("first"),
            whole: module("cairn"),
        };
        let style = Style {
            href: "./exams-1.css".to_owned(),
            integrity: "sha384-y".to_owned(),
            media: String::new(),
        };
        let boot = modules.boot(&[style]);
        assert_eq!(
            boot.matches("./exams-1.css").count(),
            1,
            "only the whole one"
        );
        assert!(boot.contains(r#""wasm":"./first.wasm""#), "{boot}");
        assert!(boot.contains(r#""script":"./cairn.js""#), "{boot}");
        assert!(!boot.contains("MODULES"));
    }
}
