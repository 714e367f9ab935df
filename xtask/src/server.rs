//! A small HTTP/1.1 server for the built files: one thread per connection, which is plenty for one learner
//! and one browser under test, and never lets an idle connection hold up another.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::failure::{Failure, Result};
use crate::site::{Answer, Request, Site};

/// Browsers keep connections open in case they need them again.
const PATIENCE: Duration = Duration::from_mins(1);
/// Far more than a browser sends, far less than would hurt.
const LONGEST_HEAD: u64 = 64 * 1024;

pub(crate) struct Running {
    pub(crate) port: u16,
    listening: JoinHandle<()>,
}

impl Running {
    /// Serves until the program ends.
    pub(crate) fn wait(self) {
        // A panic in there has been printed already.
        let _ = self.listening.join();
    }
}

/// Takes the port, or with port 0 any free one.
pub(crate) fn start(site: Site, port: u16) -> io::Result<Running> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let port = listener.local_addr()?.port();
    let site = Arc::new(site);
    let listening = thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let site = Arc::clone(&site);
            // The browser went away in the middle of something; there is nobody to tell.
            thread::spawn(move || drop(converse(&site, &stream)));
        }
    });
    Ok(Running { port, listening })
}

/// The first free port from `wanted` on.
pub(crate) fn free_port(wanted: u16) -> Result<u16> {
    let last = wanted.saturating_add(10);
    for port in wanted..=last {
        if is_free(port) {
            return Ok(port);
        }
        println!("port {port} is taken");
    }
    Err(
        Failure::new(format!("the ports {wanted} to {last} are all taken"))
            .advise("choose another with --port N"),
    )
}

/// On both addresses that browsers mean by `localhost`, or somebody else's page might answer.
fn is_free(port: u16) -> bool {
    let taken_on_6 = TcpListener::bind((Ipv6Addr::LOCALHOST, port))
        .is_err_and(|error| error.kind() == io::ErrorKind::AddrInUse);
    !taken_on_6 && TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Answers request after request, until the browser has had enough.
fn converse(site: &Site, stream: &TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    let mut writer = BufWriter::new(stream);
    while let Some(head) = read_head(&mut reader)? {
        let request = Request::from(&head);
        // Nothing here takes a body, so after a request that may have one the connection has to end.
        let last = request.ends_connection();
        send(&mut writer, &site.answer(&request), &request, last)?;
        if last {
            break;
        }
    }
    Ok(())
}

/// The lines up to the empty one, or nothing where the browser has closed the connection.
fn read_head(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut head = String::new();
    let mut limited = reader.take(LONGEST_HEAD);
    while limited.read_line(&mut head)? > 0 {
        if head.ends_with("\r\n\r\n") || head.ends_with("\n\n") {
            return Ok(Some(head));
        }
    }
    Ok(None)
}

fn send(writer: &mut impl Write, answer: &Answer, request: &Request, last: bool) -> io::Result<()> {
    write!(writer, "HTTP/1.1 {}\r\n", answer.status)?;
    for (name, value) in &answer.headers {
        write!(writer, "{name}: {value}\r\n")?;
    }
    if answer.has_body() {
        write!(writer, "Content-Length: {}\r\n", answer.body.len())?;
    }
    let connection = if last { "close" } else { "keep-alive" };
    write!(writer, "Connection: {connection}\r\n\r\n")?;
    if answer.has_body() && !request.wants_head_only() {
        writer.write_all(answer.body)?;
    }
    writer.flush()
}

#[cfg(test)]
mod tests {
    use super::start;
    use crate::site::{Site, tests::page};
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;

    fn ask(port: u16, requests: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.write_all(requests.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_connection_serves_several_requests_and_then_ends() {
        let port = start(Site::new(vec![page()]), 0).unwrap().port;
        let answers = ask(
            port,
            "HEAD / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        );
        let (head, get) = answers[1..].split_once("HTTP/1.1").unwrap();
        assert!(
            head.contains(" 200 OK") && head.contains("Content-Length: 10"),
            "{head}"
        );
        assert!(head.ends_with("Connection: keep-alive\r\n\r\n"), "{head}");
        assert!(
            get.ends_with("Connection: close\r\n\r\n0123456789"),
            "{get}"
        );
    }

    #[test]
    fn idle_connections_hold_up_nobody() {
        let port = start(Site::new(vec![page()]), 0).unwrap().port;
        let idle: Vec<_> = (0..20)
            .map(|_| TcpStream::connect(("127.0.0.1", port)).unwrap())
            .collect();
        assert!(ask(port, "GET / HTTP/1.0\r\n\r\n").ends_with("0123456789"));
        drop(idle);
    }

    #[test]
    fn a_request_that_may_have_a_body_ends_the_connection() {
        let port = start(Site::new(vec![page()]), 0).unwrap().port;
        let answer = ask(
            port,
            "POST / HTTP/1.1\r\nContent-Length: 16\r\n\r\nGET / HTTP/1.1\r\n",
        );
        assert!(answer.starts_with("HTTP/1.1 405"), "{answer}");
        assert_eq!(answer.matches("HTTP/1.1").count(), 1, "{answer}");
    }
}
