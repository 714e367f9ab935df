//! The WebAssembly file's hash, put where browsers check it.
//!
//! Trunk writes it on the link that loads the file early. Chromium ignores it there, and warns of that on every
//! start; on a `fetch` it is checked.

/// The WebAssembly file, as the link names it.
pub(crate) struct Module {
    address: String,
    hash: String,
}

impl Module {
    /// The script that starts the app, refusing another file than the one that was built.
    pub(crate) fn checked_by(&self, script: &str) -> String {
        let plain = format!("'{}'", self.address);
        let fetched = format!("fetch({plain}, {{ integrity: '{}' }})", self.hash);
        script.replace(&plain, &fetched)
    }
}

/// The page without the hash on the link, and what the link said.
pub(crate) fn take(html: &str) -> (String, Option<Module>) {
    let early = |tag: &&str| tag.contains("<link") && tag.contains(" as=\"fetch\"");
    let Some(link) = html.split_inclusive('>').find(early) else {
        return (html.to_owned(), None);
    };
    let (Some(address), Some(hash)) = (value(link, "href"), value(link, "integrity")) else {
        return (html.to_owned(), None);
    };
    let bare = link.replace(&format!(" integrity=\"{hash}\""), "");
    let (address, hash) = (address.to_owned(), hash.to_owned());
    (html.replace(link, &bare), Some(Module { address, hash }))
}

fn value<'a>(tag: &'a str, attribute: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::take;

    const PAGE: &str = r#"<script src="./a.js" integrity="sha384-a"></script>
<link rel="preload" href="./x_bg.wasm" integrity="sha384-w" as="fetch"></head>"#;

    #[test]
    fn the_hash_moves_from_the_link_to_the_script() {
        let (html, module) = take(PAGE);
        assert!(html.contains(r#"<link rel="preload" href="./x_bg.wasm" as="fetch"></head>"#));
        assert!(html.contains("sha384-a"));
        assert_eq!(
            module
                .unwrap()
                .checked_by("init({ module_or_path: './x_bg.wasm' })"),
            "init({ module_or_path: fetch('./x_bg.wasm', { integrity: 'sha384-w' }) })"
        );
    }

    #[test]
    fn a_page_without_hashes_stays_as_it_is() {
        let page = PAGE.replace(" integrity=\"sha384-w\"", "");
        let (html, module) = take(&page);
        assert_eq!(html, page);
        assert!(module.is_none());
    }
}
