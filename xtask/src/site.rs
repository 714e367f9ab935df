//! Which answer a request gets. Files are looked up by name in memory and never opened, so no address leads
//! out of `dist`.

use std::collections::HashMap;

use crate::dist::File;
use crate::headers;

pub(crate) struct Site {
    files: HashMap<String, File>,
}

pub(crate) struct Request<'a> {
    method: &'a str,
    target: &'a str,
    version: &'a str,
    fields: Vec<(&'a str, &'a str)>,
}

pub(crate) struct Answer<'a> {
    pub(crate) status: &'static str,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: &'a [u8],
}

impl<'a> Request<'a> {
    pub(crate) fn from(head: &'a str) -> Self {
        let mut lines = head.lines();
        let mut words = lines.next().unwrap_or_default().split(' ');
        let mut word = || words.next().unwrap_or_default();
        let (method, target, version) = (word(), word(), word());
        let field = |line: &'a str| {
            line.split_once(':')
                .map(|(name, value)| (name, value.trim()))
        };
        Self {
            method,
            target,
            version,
            fields: lines.filter_map(field).collect(),
        }
    }

    pub(crate) fn wants_head_only(&self) -> bool {
        self.method == "HEAD"
    }

    pub(crate) fn ends_connection(&self) -> bool {
        let asked = self.field("Connection").eq_ignore_ascii_case("close");
        asked || self.version != "HTTP/1.1" || !self.is_reading()
    }

    fn is_reading(&self) -> bool {
        matches!(self.method, "GET" | "HEAD")
    }

    fn field(&self, name: &str) -> &str {
        let found = self
            .fields
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    /// The name in `dist` that the address means.
    fn file_name(&self) -> String {
        let path = self
            .target
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        }
    }

    fn accepts(&self, encoding: &str) -> bool {
        self.field("Accept-Encoding").split(',').any(|part| {
            let mut words = part.split(';').map(str::trim);
            words.next() == Some(encoding) && words.next() != Some("q=0")
        })
    }
}

impl Answer<'_> {
    /// 304 means the body that the browser has, not an empty one.
    pub(crate) fn has_body(&self) -> bool {
        !self.status.starts_with("304")
    }

    fn plain(status: &'static str, body: &'static str) -> Self {
        let headers = vec![("Content-Type", "text/plain".to_owned())];
        Self {
            status,
            headers,
            body: body.as_bytes(),
        }
    }
}

impl Site {
    pub(crate) fn new(files: Vec<File>) -> Self {
        Self {
            files: files
                .into_iter()
                .map(|file| (file.name.clone(), file))
                .collect(),
        }
    }

    pub(crate) fn answer(&self, request: &Request) -> Answer<'_> {
        if !request.is_reading() {
            return Answer::plain("405 Method Not Allowed", "only GET and HEAD\n");
        }
        let Some(file) = self.files.get(&request.file_name()) else {
            return Answer::plain("404 Not Found", "there is no such file in dist/\n");
        };
        let (encoding, body) = smallest(file, request);
        let mut headers = headers::of(&file.name);
        // Each form has its own tag: they are different bytes.
        let tag = format!("\"{}-{}\"", file.tag, encoding.unwrap_or("raw"));
        let known = request.field("If-None-Match").contains(&tag);
        headers.push(("ETag", tag));
        headers.extend(encoding.map(|encoding| ("Content-Encoding", encoding.to_owned())));
        Answer {
            status: if known { "304 Not Modified" } else { "200 OK" },
            headers,
            body,
        }
    }
}

/// The smallest form that the client can read.
fn smallest<'a>(file: &'a File, request: &Request) -> (Option<&'static str>, &'a [u8]) {
    [("br", &file.brotli), ("gzip", &file.gzip)]
        .into_iter()
        .find(|(encoding, body)| body.len() < file.raw.len() && request.accepts(encoding))
        .map_or((None, &file.raw), |(encoding, body)| (Some(encoding), body))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{File, Request, Site};

    pub(crate) fn page() -> File {
        File {
            name: "index.html".to_owned(),
            raw: b"0123456789".to_vec(),
            gzip: b"gzip!".to_vec(),
            brotli: b"br".to_vec(),
            tag: "t".to_owned(),
        }
    }

    fn ask(file: File, head: &str) -> (&'static str, Vec<(&'static str, String)>, Vec<u8>) {
        let site = Site::new(vec![file]);
        let answer = site.answer(&Request::from(head));
        (answer.status, answer.headers, answer.body.to_vec())
    }

    #[test]
    fn addresses_mean_files() {
        for (target, name) in [
            ("/", "index.html"),
            ("/?day=1", "index.html"),
            ("/a.js#x", "a.js"),
            ("/decks/index.bin", "decks/index.bin"),
        ] {
            assert_eq!(
                Request::from(&format!("GET {target} HTTP/1.1")).file_name(),
                name
            );
        }
    }

    #[test]
    fn the_client_gets_the_smallest_form_that_it_can_read() {
        let body = |accepts| {
            ask(
                page(),
                &format!("GET / HTTP/1.1\naccept-encoding: {accepts}"),
            )
            .2
        };
        assert_eq!(body("gzip, deflate, br"), b"br");
        assert_eq!(body("gzip;q=1.0, br;q=0"), b"gzip!");
        assert_eq!(body("brx"), b"0123456789");
        let incompressible = File {
            brotli: vec![0; 11],
            gzip: vec![0; 10],
            ..page()
        };
        let (_, headers, body) = ask(incompressible, "GET / HTTP/1.1\nAccept-Encoding: br, gzip");
        assert_eq!(body, b"0123456789");
        assert!(headers.iter().all(|(name, _)| *name != "Content-Encoding"));
    }

    #[test]
    fn a_known_file_is_not_sent_again() {
        let (status, headers, _) = ask(page(), "GET / HTTP/1.1\nAccept-Encoding: br");
        assert_eq!(status, "200 OK");
        let tag = &headers.iter().find(|(name, _)| *name == "ETag").unwrap().1;
        let known = format!("GET / HTTP/1.1\nIf-None-Match: {tag}\nAccept-Encoding: ");
        assert_eq!(ask(page(), &(known.clone() + "br")).0, "304 Not Modified");
        assert_eq!(ask(page(), &(known + "gzip")).0, "200 OK");
    }

    #[test]
    fn what_is_not_in_dist_is_not_found() {
        assert_eq!(
            ask(page(), "GET /../Cargo.toml HTTP/1.1").0,
            "404 Not Found"
        );
        assert_eq!(ask(page(), "GET /index HTTP/1.1").0, "404 Not Found");
    }
}
