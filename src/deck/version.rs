//! Which version of an item was asked: a number that changes with everything that decides whether an answer is right.

use crc::{CRC_32_ISO_HDLC, Crc, Digest, Table};

use super::item::Body;

const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// The version of an item: 16 bits of a checksum over its stem and what can be answered, in order, with what is right. Explanations,
/// references and titles may change without changing it. Two versions of an item have the same number once in 65,536 times.
pub fn version(body: &Body) -> u16 {
    let mut digest = CRC.digest();
    let mut part = |text: &str, is_right: bool| add(&mut digest, text, is_right);
    match body {
        Body::Card { front, back } => {
            part(front, true);
            part(back, true);
        }
        Body::Cloze { text } => part(text, true),
        // What was asked is told by the seed that is in the log.
        Body::Drill { drill, .. } => part(drill, true),
        Body::Choice {
            stem,
            options: entries,
        }
        | Body::Order {
            stem,
            steps: entries,
        }
        | Body::Typed {
            stem,
            answers: entries,
            ..
        } => {
            part(stem, true);
            for entry in entries {
                part(&entry.text, entry.right);
            }
        }
        Body::Match { stem, pairs } => {
            part(stem, true);
            for pair in pairs {
                part(&pair.left, true);
                part(&pair.right, true);
            }
        }
        Body::Case { stem, rubric, .. } => {
            part(stem, true);
            for criterion in rubric {
                part(&criterion.text, true);
                part(&criterion.points.to_string(), true);
            }
        }
    }
    (digest.finalize() & 0xffff) as u16
}

fn add(digest: &mut Digest<'_, u32, Table<1>>, text: &str, is_right: bool) {
    digest.update(text.as_bytes());
    // Ends each part, so that no text can pass for two.
    digest.update(&[0, u8::from(is_right)]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::item::Entry;

    fn choice(options: &[(&str, bool, &str)]) -> Body {
        Body::Choice {
            stem: "Which?".to_owned(),
            options: options
                .iter()
                .map(|(text, right, why)| Entry {
                    text: (*text).to_owned(),
                    right: *right,
                    why: Some((*why).to_owned()),
                })
                .collect(),
        }
    }

    #[test]
    fn it_changes_with_order_key_and_words_and_not_with_explanations() {
        let of = |options: &[(&str, bool, &str)]| version(&choice(options));
        let first = of(&[("a", true, "x"), ("b", false, "y")]);
        assert_eq!(first, of(&[("a", true, "better"), ("b", false, "words")]));
        assert_ne!(first, of(&[("b", false, "y"), ("a", true, "x")]));
        assert_ne!(first, of(&[("a", false, "x"), ("b", true, "y")]));
        assert_ne!(first, of(&[("a", true, "x"), ("c", false, "y")]));
        assert_ne!(first, of(&[("ab", true, "x")]));
    }

    #[test]
    fn the_number_of_a_version_stays_what_it_is() {
        // It is in people's logs.
        assert_eq!(
            version(&choice(&[("a", true, ""), ("b", false, "")])),
            21_486
        );
    }
}
