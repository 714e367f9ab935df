//! The built `index.html`, made fit for a strict policy: no inline script, and the policy itself inside,
//! so that every static host has it, also those that cannot send headers.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Naming, Result};
use crate::integrity::Module;
use crate::project::Project;
use crate::{hash, headers, integrity};

pub(crate) fn finish(project: &Project) -> Result<()> {
    let dist = project.dist();
    let path = dist.join("index.html");
    let html = fs::read_to_string(&path).naming("read", path.display())?;
    let page = Page::from(&name_modules(&dist, &html)?)?;
    for script in &page.scripts {
        let path = dist.join(&script.name);
        fs::write(&path, &script.text).naming("write", path.display())?;
    }
    fs::write(&path, page.html).naming("write", path.display())
}

/// Names each module by its content. Trunk's names are of the modules before wasm-opt, so another wasm-opt would
/// give other bytes the same name, and browsers that keep it for ever would then refuse to start.
fn name_modules(dist: &Path, html: &str) -> Result<String> {
    let mut html = html.to_owned();
    for entry in fs::read_dir(dist).naming("read", dist.display())? {
        let path = entry.naming("read", dist.display())?.path();
        let old = path.file_name().unwrap_or_default().to_string_lossy();
        if let Some(lasting) = headers::without_hash(&old)
            && let Some(stem) = lasting.strip_suffix("_bg.wasm")
        {
            let module = fs::read(&path).naming("read", path.display())?;
            let new = format!("{stem}-{}_bg.wasm", hash::of(module));
            fs::rename(&path, dist.join(&new)).naming("rename", path.display())?;
            html = html.replace(&*old, &new);
        }
    }
    Ok(html)
}

struct Page {
    html: String,
    scripts: Vec<Script>,
}

/// What was an inline script.
struct Script {
    name: String,
    text: String,
}

const CHARSET: &str = "<meta charset=\"utf-8\" />";

impl Page {
    fn from(html: &str) -> Result<Self> {
        let mut page = Self {
            html: String::with_capacity(html.len()),
            scripts: Vec::new(),
        };
        let (html, module) = integrity::take(html);
        let mut rest = html.as_str();
        while let Some((before, attributes, text, after)) = next_script(rest) {
            page.html.push_str(before);
            if attributes.contains("src=") {
                page.html
                    .push_str(&rest[before.len()..rest.len() - after.len()]);
            } else {
                page.take_out(attributes, text, module.as_ref());
            }
            rest = after;
        }
        page.html.push_str(rest);
        page.add_policy()?;
        Ok(page)
    }

    fn take_out(&mut self, attributes: &str, text: &str, module: Option<&Module>) {
        let text = format!("{}\n", text.trim());
        let text = module.map_or(text.clone(), |module| module.checked_by(&text));
        let name = format!("boot-{}.js", hash::of(&text));
        // The script stands beside the page, so its relative addresses mean what they meant inline.
        let tag = format!("<script{attributes} src=\"./{name}\"></script>");
        self.html.push_str(&tag);
        self.scripts.push(Script { name, text });
    }

    /// Before everything that it is about: a policy does not reach back.
    fn add_policy(&mut self) -> Result<()> {
        let at = self.html.find(CHARSET).ok_or_else(|| {
            Failure::new("the built index.html has no place for the security policy")
                .advise(format!("begin the head of index.html with `{CHARSET}`"))
        })? + CHARSET.len();
        let policy = headers::policy_in_page();
        let tag =
            format!("\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />");
        self.html.insert_str(at, &tag);
        Ok(())
    }
}

/// The next script of the page: what stands before, its attributes, its text, and what comes after.
fn next_script(html: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, from) = html.split_once("<script")?;
    let (attributes, from) = from.split_once('>')?;
    let (text, after) = from.split_once("</script>")?;
    Some((before, attributes, text, after))
}

#[cfg(test)]
mod tests {
    use super::{Page, name_modules};

    const BUILT: &str = r#"<!doctype html><html><head>
    <meta charset="utf-8" />
    <script src="./trusted-types-1.js" integrity="sha384-x"></script>
<script type="module">
import init from './cairn-1.js';
await init();
</script></head><body></body></html>"#;

    #[test]
    fn no_inline_script_is_left() {
        let page = Page::from(BUILT).unwrap();
        let name = &page.scripts[0].name;
        assert_eq!(page.scripts.len(), 1);
        assert_eq!(
            page.scripts[0].text,
            "import init from './cairn-1.js';\nawait init();\n"
        );
        assert!(
            page.html.contains(&format!(
                "<script type=\"module\" src=\"./{name}\"></script></head>"
            )),
            "{}",
            page.html
        );
        assert!(!page.html.contains("import init"));
    }

    #[test]
    fn scripts_with_an_address_stay_as_they_are() {
        let page = Page::from(BUILT).unwrap();
        assert!(
            page.html
                .contains(r#"<script src="./trusted-types-1.js" integrity="sha384-x"></script>"#)
        );
    }

    #[test]
    fn the_policy_comes_before_every_script_and_needs_no_exception() {
        let html = Page::from(BUILT).unwrap().html;
        let policy = html.find("Content-Security-Policy").unwrap();
        assert!(policy < html.find("<script").unwrap());
        assert!(
            html.contains("script-src 'self' 'wasm-unsafe-eval';"),
            "{html}"
        );
        assert!(!html.contains("unsafe-inline") && !html.contains("sha256-"));
    }

    #[test]
    fn the_scripts_name_follows_its_text() {
        let name = |html: &str| Page::from(html).unwrap().scripts[0].name.clone();
        assert_eq!(name(BUILT), name(BUILT));
        assert_ne!(name(BUILT), name(&BUILT.replace("cairn-1", "cairn-2")));
        assert!(crate::headers::is_hashed(&name(BUILT)));
    }

    #[test]
    fn the_modules_name_follows_its_content() {
        let folder = std::env::temp_dir().join(format!("cairn-xtask-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let name = |content: &str| {
            std::fs::write(folder.join("cairn-0123456789abcdef_bg.wasm"), content).unwrap();
            let page = name_modules(&folder, "'./cairn-0123456789abcdef_bg.wasm'").unwrap();
            let name = page.trim_matches('\'').to_owned();
            assert_eq!(
                std::fs::read_to_string(folder.join(&name)).unwrap(),
                content
            );
            name
        };
        let (before, after) = (name("before"), name("after"));
        std::fs::remove_dir_all(&folder).unwrap();
        assert_ne!(before, after);
        assert!(crate::headers::is_hashed(&before));
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        assert!(Page::from("<html><head></head></html>").is_err());
    }
}
