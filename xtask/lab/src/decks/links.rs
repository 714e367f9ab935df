//! The form of references: an address that leads to the page itself, for everybody, with a title that says what it is.

use std::collections::BTreeSet;

use cairn::deck::item::Reference;

/// Parts of a query that say where a visitor came from, and nothing of the page.
const TRACKING: [&str; 6] = ["utm_", "trk=", "sc_channel=", "gclid=", "fbclid=", "ref="];
/// Folders in which vendors keep a page in another language than the decks are written in.
const LANGUAGES: [&str; 9] = [
    "de_de", "es_es", "fr_fr", "it_it", "ja_jp", "ko_kr", "pt_br", "zh_cn", "zh_tw",
];
/// Hosts that collect questions of real exams. Nothing of ours may rest on them.
const DUMPS: [&str; 8] = [
    "examtopics.com",
    "dumpsbase.com",
    "certlibrary.com",
    "pass4sure.com",
    "exam-labs.com",
    "freecram.net",
    "itexams.com",
    "brain-dump.com",
];

/// What is wrong with an item's references.
pub(crate) fn problems(references: &[Reference]) -> Vec<String> {
    let mut met = BTreeSet::new();
    let mut found = Vec::new();
    for reference in references {
        let url = reference.url.as_str();
        found.extend(form(url).map(|words| format!("`{url}`: {words}")));
        if reference.title.trim().is_empty() || reference.title.contains("://") {
            found.push(format!("give `{url}` the title of its page"));
        }
        if !met.insert(url) {
            found.push(format!("`{url}` stands here twice; keep one"));
        }
    }
    found
}

fn form(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let of = |name: &&&str| host == **name || host.ends_with(&format!(".{name}"));
    if !host.contains('.') || !host.chars().all(is_letter) || host.starts_with("www.google.") {
        return Some("link to a page of a public host by its name".to_owned());
    }
    if let Some(dump) = DUMPS.iter().find(of) {
        return Some(format!("{dump} is no source; link to the vendor's page"));
    }
    if url.contains(char::is_whitespace) || url.contains(['<', '>', '"', '`', '\\']) {
        return Some("write spaces and quotes of an address as %20 and %22".to_owned());
    }
    let query = path.split_once('?').map_or("", |(_, query)| query);
    let query = query.split('#').next().unwrap_or_default();
    let is_tracking = |part: &str| TRACKING.iter().any(|name| part.starts_with(name));
    if query.split('&').any(is_tracking) {
        return Some("take out what tracks visitors".to_owned());
    }
    let languages: Vec<&str> = path
        .split('/')
        .filter(|part| LANGUAGES.contains(&part.to_lowercase().replace('-', "_").as_str()))
        .collect();
    languages
        .first()
        .map(|part| format!("take out `/{part}`, the decks are in English"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(url: &str) -> Vec<String> {
        let reference = Reference {
            title: "A page".to_owned(),
            url: url.to_owned(),
            checked: None,
        };
        problems(&[reference])
    }

    #[test]
    fn plain_pages_of_public_hosts_pass() {
        for url in [
            "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
            "https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport",
            "https://example.org/search?topic=a%20b",
            "https://example.org",
        ] {
            assert_eq!(of(url), Vec::<String>::new(), "{url}");
        }
    }

    #[test]
    fn what_leads_elsewhere_or_follows_visitors_does_not() {
        for (url, words) in [
            ("https://localhost/x", "public host"),
            ("https://me:secret@example.org/", "public host"),
            ("https://example.org:8443/", "public host"),
            ("https://www.examtopics.com/exams/1", "no source"),
            ("https://example.org/a?utm_source=x", "tracks"),
            ("https://example.org/a?x=1&trk=2#b", "tracks"),
            ("https://docs.aws.amazon.com/de_de/vpc/a.html", "English"),
            ("https://example.org/a\"b", "%22"),
        ] {
            let found = of(url);
            assert!(
                found.len() == 1 && found[0].contains(words),
                "{url}: {found:?}"
            );
        }
    }

    #[test]
    fn a_title_is_no_address_and_a_page_stands_once() {
        let reference = |title: &str| Reference {
            title: title.to_owned(),
            url: "https://example.org/a".to_owned(),
            checked: None,
        };
        let found = problems(&[reference("A"), reference("https://example.org/a")]);
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
