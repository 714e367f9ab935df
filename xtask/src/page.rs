//! The built `index.html`, made fit for a strict policy: no inline script, and the policy itself inside,
//! so that every static host has it, also those that cannot send headers.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Naming, Result};
use crate::modules::{Modules, Style};
use crate::{hash, headers};

pub(crate) fn finish(dist: &Path, modules: &Modules) -> Result<()> {
    let path = dist.join("index.html");
    let html = fs::read_to_string(&path).naming("read", path.display())?;
    let (html, late) = without_late_styles(&html);
    let page = Page::from(&html, &modules.boot(&late))?;
    let boot = dist.join(&page.boot_name);
    fs::write(&boot, &page.boot).naming("write", boot.display())?;
    fs::write(&path, page.html).naming("write", path.display())
}

struct Page {
    html: String,
    boot_name: String,
    boot: String,
}

const CHARSET: &str = "<meta charset=\"utf-8\" />";

impl Page {
    /// Takes out what Trunk put in to start its module, and puts our own start script in its place.
    fn from(html: &str, boot: &str) -> Result<Self> {
        let boot_name = format!("boot-{}.js", hash::of(boot));
        // The script stands beside the page, so its relative addresses mean what they say.
        // Everything waits for it, so the browser is told of it first and need not parse the page before it runs. The list of
        // tracks is wanted in any case. Workers are started with the same script, which the page finds by the beginning of its name.
        let first = format!(
            "\n    <script type=\"module\" async src=\"./{boot_name}\"></script>\n    \
             <link rel=\"preload\" href=\"./decks/index.bin\" as=\"fetch\" crossorigin=\"anonymous\" />"
        );
        let mut page = Self {
            html: String::with_capacity(html.len()),
            boot_name,
            boot: boot.to_owned(),
        };
        let html = without_early_links(html);
        let mut rest = html.as_str();
        while let Some((before, attributes, after)) = next_script(rest) {
            page.html.push_str(before);
            if attributes.contains("src=") {
                page.html
                    .push_str(&rest[before.len()..rest.len() - after.len()]);
            }
            rest = after;
        }
        page.html.push_str(rest);
        page.begin_with(&first)?;
        Ok(page)
    }

    /// The policy stands before everything that it is about, since it does not reach back; then comes what is wanted first.
    fn begin_with(&mut self, first: &str) -> Result<()> {
        let at = self.html.find(CHARSET).ok_or_else(|| {
            Failure::new("the built index.html has no place for the security policy")
                .advise(format!("begin the head of index.html with `{CHARSET}`"))
        })? + CHARSET.len();
        let policy = headers::policy_in_page();
        let tag = format!(
            "\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" />{first}"
        );
        self.html.insert_str(at, &tag);
        Ok(())
    }
}

/// The page without the stylesheets marked `data-whole`, and these: they are for screens that only the whole module has, and come
/// with it.
fn without_late_styles(html: &str) -> (String, Vec<Style>) {
    let is_late = |tag: &&str| tag.contains("<link") && tag.contains("data-whole");
    let mut page = html.to_owned();
    let mut late = Vec::new();
    for tag in html.split_inclusive('>').filter(is_late) {
        let link = &tag[tag.find("<link").unwrap_or(0)..];
        let value = |name: &str| {
            let (_, rest) = link.split_once(&format!(" {name}=\""))?;
            Some(rest.split_once('"')?.0.to_owned())
        };
        page = page.replace(link, "");
        late.push(Style {
            href: value("href").unwrap_or_default(),
            integrity: value("integrity").unwrap_or_default(),
            media: value("media").unwrap_or_default(),
        });
    }
    (page, late)
}

/// Trunk's links that load the whole module early: which one is wanted is for the start script to say.
fn without_early_links(html: &str) -> String {
    let early = |tag: &&str| {
        tag.contains("<link")
            && (tag.contains("\"modulepreload\"") || tag.contains(" as=\"fetch\""))
    };
    let mut page = html.to_owned();
    for tag in html.split_inclusive('>').filter(early) {
        let link = &tag[tag.find("<link").unwrap_or(0)..];
        page = page.replace(link, "");
    }
    page
}

/// The next script of the page: what stands before, its attributes, and what comes after.
fn next_script(html: &str) -> Option<(&str, &str, &str)> {
    let (before, from) = html.split_once("<script")?;
    let (attributes, from) = from.split_once('>')?;
    let (_, after) = from.split_once("</script>")?;
    Some((before, attributes, after))
}

#[cfg(test)]
mod tests {
    use super::{Page, without_late_styles};
    use crate::modules::Style;

    const BUILT: &str = r#"<!doctype html><html><head>
    <meta charset="utf-8" />
    <script src="./trusted-types-1.js" integrity="sha384-x"></script>
<script type="module">
import init from './cairn-1.js';
await init();
</script><link rel="modulepreload" href="./cairn-1.js" crossorigin="anonymous"><link rel="preload" href="./cairn-1_bg.wasm" as="fetch"></head><body></body></html>"#;

    fn page() -> Page {
        Page::from(BUILT, "start();").unwrap()
    }

    #[test]
    fn the_start_script_stands_in_a_file_of_its_own() {
        let page = page();
        let tag = format!(
            "<script type=\"module\" async src=\"./{}\"></script>",
            page.boot_name
        );
        assert!(page.html.contains(&tag), "{}", page.html);
        assert_eq!(page.boot, "start();");
        assert!(!page.html.contains("import init"));
        let early = page.html.matches("preload").count();
        assert_eq!(early, 1, "only the list of tracks: {}", page.html);
    }

    #[test]
    fn scripts_with_an_address_stay_as_they_are() {
        let script = r#"<script src="./trusted-types-1.js" integrity="sha384-x"></script>"#;
        assert!(page().html.contains(script));
    }

    #[test]
    fn the_policy_comes_before_every_script_and_needs_no_exception() {
        let html = page().html;
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
        let name = |boot: &str| Page::from(BUILT, boot).unwrap().boot_name;
        assert_eq!(name("a"), name("a"));
        assert_ne!(name("a"), name("b"));
        assert!(crate::headers::is_hashed(&name("a")));
    }

    #[test]
    fn late_stylesheets_are_taken_out_and_told() {
        let html = r#"<link rel="stylesheet" href="./a-1.css" integrity="sha384-a"/>
<link rel="stylesheet" href="./b-2.css" integrity="sha384-b" data-whole="" media="print"/>"#;
        let (page, late) = without_late_styles(html);
        assert!(
            page.contains("a-1.css") && !page.contains("b-2.css"),
            "{page}"
        );
        let style = Style {
            href: "./b-2.css".to_owned(),
            integrity: "sha384-b".to_owned(),
            media: "print".to_owned(),
        };
        assert_eq!(late, [style]);
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        assert!(Page::from("<html><head></head></html>", "").is_err());
    }
}
