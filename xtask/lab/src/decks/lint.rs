//! What a deck must hold beyond being well formed. An error stops the build; a warning is to be looked at.

use std::fmt;

use cairn::deck::check::check;
use cairn::deck::item::{Body, Item};
use cairn::deck::markup::plain;
use cairn::deck::problem::Problem;
use cairn::time::Day;

use super::choice::choice;
use super::load::{Collection, Placed};
use super::{bias, confirmed, links, near};

/// One thing found, with its place and what to do.
pub(crate) struct Finding {
    pub(crate) error: bool,
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) words: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = if self.error { "error" } else { "warning" };
        write!(f, "{}:{}: {word}: {}", self.file, self.line, self.words)
    }
}

impl Finding {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "severity": if self.error { "error" } else { "warning" },
            "file": self.file,
            "line": self.line,
            "words": self.words,
        })
    }

    /// Of a file as a whole.
    pub(crate) fn error(file: &str, words: String) -> Self {
        Self {
            error: true,
            file: file.to_owned(),
            line: 1,
            words,
        }
    }

    fn of(placed: &Placed<'_>, error: bool, words: &str) -> Self {
        Self {
            error,
            file: placed.place.file.clone(),
            line: placed.place.line,
            words: format!("#{}: {words}", placed.item.slug),
        }
    }
}

/// Phrases that no question may hold, lower case, and why.
const BANNED: [(&str, &str); 6] = [
    ("all of the above", "name the options that are right"),
    ("none of the above", "name what is right"),
    ("both a and b", "options are shuffled"),
    ("option a", "options are shuffled"),
    ("option b", "options are shuffled"),
    ("which of the following is not", "ask for what is true"),
];

/// Misspellings of product names, and the vendor's spelling. Matched as whole words, case and all.
const NAMES: [(&str, &str); 22] = [
    ("Dynamo DB", "DynamoDB"),
    ("DynamoDb", "DynamoDB"),
    ("Cloudfront", "CloudFront"),
    ("CloudTrails", "CloudTrail"),
    ("Cloudwatch", "CloudWatch"),
    ("Cloudformation", "CloudFormation"),
    ("ElasticCache", "ElastiCache"),
    ("Elasticache", "ElastiCache"),
    ("Guard Duty", "GuardDuty"),
    ("Guardduty", "GuardDuty"),
    ("Kubernates", "Kubernetes"),
    ("Kubernetese", "Kubernetes"),
    ("TerraForm", "Terraform"),
    ("Hashicorp", "HashiCorp"),
    ("ConfigMaps's", "ConfigMap's"),
    ("Config Map", "ConfigMap"),
    ("Github", "GitHub"),
    ("Gitlab", "GitLab"),
    ("Open Telemetry", "OpenTelemetry"),
    ("Postgre SQL", "PostgreSQL"),
    ("Route53", "Route 53"),
    ("Event Bridge", "EventBridge"),
];

/// This month as a number of months since year 0. A tool may ask the clock; the engine may not.
fn this_month() -> Option<u32> {
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed().ok()?;
    let day = Day(i32::try_from(since.as_secs() / 86_400).ok()?);
    months(day.to_string().get(..7)?)
}

/// All findings, files in order.
pub(crate) fn lint(collection: &Collection) -> Vec<Finding> {
    let mut found = Vec::new();
    let own = collection
        .files
        .iter()
        .flat_map(|f| f.problems.iter().cloned());
    let between = check(&collection.files, &collection.tracks);
    found.extend(own.chain(between).map(|p| from_problem(&p)));
    let today = this_month();
    for placed in collection.items() {
        item(&placed, today, &mut found);
    }
    found.extend(near::duplicates(collection));
    found.extend(bias::biases(collection));
    found.extend(confirmed::check(collection));
    found
}

fn from_problem(problem: &Problem) -> Finding {
    let text = problem.to_string();
    let words = text.split_once(": ").map_or("", |(_, w)| w);
    let words = words.split_once(": ").map_or(words, |(_, w)| w);
    Finding {
        // A learner's deck may be studied with warnings; what ships has none.
        error: true,
        file: problem.place.file.clone(),
        line: problem.place.line,
        words: words.to_owned(),
    }
}

/// `2026-11` as a number of months.
fn months(text: &str) -> Option<u32> {
    let (year, month) = text.split_once('-')?;
    Some(year.parse::<u32>().ok()? * 12 + month.parse::<u32>().ok()?)
}

fn item(placed: &Placed<'_>, today: Option<u32>, found: &mut Vec<Finding>) {
    let item = placed.item;
    let mut report = |error, words: &str| found.push(Finding::of(placed, error, words));
    if item.level.is_none() {
        report(true, "add level=easy, medium or hard");
    }
    if item.references.is_empty() {
        report(
            true,
            "add a reference: `[Title](https://…) (checked 2026-11)`",
        );
    }
    for reference in &item.references {
        match reference.checked.as_deref().and_then(months) {
            None => report(
                true,
                "say when the reference was checked: `(checked 2026-11)`",
            ),
            Some(month) if today.is_some_and(|t| t > month + 12) => {
                report(
                    false,
                    "this reference was checked more than twelve months ago",
                );
            }
            Some(_) => {}
        }
    }
    for words in links::problems(&item.references) {
        report(true, &words);
    }
    let domain = item.task.as_deref().and_then(|t| placed.track.task(t));
    if let (Some((domain, _)), Some(said)) = (domain, placed.domain)
        && domain.id != said
    {
        report(
            true,
            &format!(
                "its task belongs to domain {}, the file to {said}",
                domain.id
            ),
        );
    }
    let text = whole_text(item);
    let lower = text.to_lowercase();
    for (phrase, why) in BANNED {
        if contains_words(&lower, phrase) {
            report(true, &format!("“{phrase}” may not stand in an item: {why}"));
        }
    }
    for (wrong, right) in NAMES {
        if contains_words(&text, wrong) {
            report(true, &format!("write “{right}”, not “{wrong}”"));
        }
    }
    match &item.body {
        Body::Choice { stem, options } => choice(stem, options, item, &mut report),
        Body::Typed { answers, .. } => {
            for answer in answers.iter().filter(|a| !a.right && a.why.is_none()) {
                report(
                    true,
                    &format!("say why “{}” is a mistake", plain(&answer.text)),
                );
            }
        }
        Body::Drill { drill, .. } if cairn::drill::Type::named(drill).is_none() => {
            report(true, &format!("there is no drill `{drill}`"));
        }
        Body::Card { back, .. } if back.split_whitespace().count() > 60 => {
            report(
                false,
                "a card's answer should be short; this one has over 60 words",
            );
        }
        _ => {}
    }
}

/// Everything a learner reads of an item but its references.
pub(crate) fn whole_text(item: &Item) -> String {
    let mut text = format!("{}\n{}\n", item.title, item.body.stem());
    let mut add = |part: Option<&str>| {
        text.extend(part);
        text.push('\n');
    };
    match &item.body {
        Body::Card { back, .. } => add(Some(back)),
        Body::Cloze { .. } | Body::Drill { .. } => {}
        Body::Choice { options: list, .. }
        | Body::Order { steps: list, .. }
        | Body::Typed { answers: list, .. } => {
            for entry in list {
                add(Some(&entry.text));
                add(entry.why.as_deref());
            }
        }
        Body::Match { pairs, .. } => {
            for pair in pairs {
                add(Some(&pair.left));
                add(Some(&pair.right));
                add(pair.why.as_deref());
            }
        }
        Body::Case { model, rubric, .. } => {
            add(Some(model));
            for criterion in rubric {
                add(Some(&criterion.text));
                add(criterion.why.as_deref());
            }
        }
    }
    add(item.explanation.as_deref());
    text
}

/// Whether `phrase` stands in `text` with no letter or digit right before or behind it.
fn contains_words(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        edge(text[..at].chars().next_back()) && edge(text[at + phrase.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use cairn::deck::parse::parse;

    fn findings(markdown: &str) -> Vec<String> {
        let track: cairn::deck::track::Track =
            toml::from_str(include_str!("../../../../decks/aws-saa-c03/track.toml"))
                .expect("a track");
        let text = format!("---\ntrack: aws-saa-c03\ndomain: 1\n---\n\n{markdown}");
        let collection = Collection {
            tracks: vec![track],
            files: vec![parse("t.md", text.as_bytes())],
            confirmed: Vec::new(),
        };
        lint(&collection).into_iter().map(|f| f.words).collect()
    }

    const REFERENCE: &str = "\n[A](https://a.b/c) (checked 2026-11)\n";

    #[test]
    fn a_choose_two_question_must_say_so() {
        let options = "- [x] a\n  w\n- [x] b\n  w\n- [ ] c\n  w\n- [ ] d\n  w\n- [ ] e\n  w\n";
        let silent =
            format!("## T {{#a .choice task=1.1 level=easy}}\n\nWhich?\n\n{options}{REFERENCE}");
        assert!(
            findings(&silent)
                .iter()
                .any(|w| w.contains("say “Choose 2”"))
        );
        let said = silent.replace("Which?", "Which? Choose two.");
        assert_eq!(findings(&said), Vec::<String>::new());
        let wrong = silent.replace("Which?", "Which? Choose three.");
        assert!(
            findings(&wrong)
                .iter()
                .any(|w| w.contains("asks for 3, but 2"))
        );
    }

    #[test]
    fn options_without_reason_references_and_levels_are_asked_for() {
        let bare = "## T {#a .choice task=1.1}\n\nWhich?\n\n- [x] a\n- [ ] b\n- [ ] c\n- [ ] d\n";
        let words = findings(bare).join("\n");
        for wanted in [
            "say why “a”",
            "say why “d”",
            "add a reference",
            "add level=",
        ] {
            assert!(words.contains(wanted), "{wanted} not in {words}");
        }
    }

    #[test]
    fn a_reference_checked_more_than_a_year_ago_is_reported() {
        let card = |month: &str| {
            format!(
                "## T {{#a .card task=1.1 level=easy}}\n\nq\n\n---\n\na\n\n[A](https://a.b/c) (checked {month})\n"
            )
        };
        assert!(
            findings(&card("2020-01"))
                .iter()
                .any(|w| w.contains("more than twelve months ago"))
        );
        assert_eq!(findings(&card("2999-01")), Vec::<String>::new());
    }

    #[test]
    fn a_task_of_another_domain_a_banned_phrase_and_a_misspelling_are_found() {
        let item = format!(
            "## T {{#a .card task=2.1 level=easy}}\n\nIs it Route53 or all of the above?\n\n---\n\nYes\n{REFERENCE}"
        );
        let words = findings(&item).join("\n");
        for wanted in [
            "belongs to domain 2",
            "“all of the above”",
            "write “Route 53”",
        ] {
            assert!(words.contains(wanted), "{wanted} not in {words}");
        }
    }

    /// A sound choice question whose wrong option `Stop it` is explained by `why`.
    fn explained(why: &str) -> Vec<String> {
        findings(&format!(
            "## T {{#a .choice task=1.1 level=easy}}\n\nWhich?\n\n- [x] Keep the `--force` switch\n  w\n\
             - [ ] Stop it\n  {why}\n- [ ] Ask the owner first.\n  w\n- [ ] Wait\n  w\n\n> All four options cost time.\n{REFERENCE}"
        ))
    }

    #[test]
    fn an_explanation_that_names_an_option_which_is_not_there_is_found() {
        for (why, wanted) in [
            ("The first option does it.", "“first option”"),
            ("It is slower than option B.", "“option B”"),
            ("Options A and C are quicker.", "“Options A”"),
            ("Unlike answer D, it fails.", "“answer D”"),
            ("Option 5 is better.", "“Option 5”"),
            ("Here choice #7 would do.", "“choice 7”"),
            ("All six options stop it.", "“six options”"),
            ("The \"Restart it\" option is better.", "“Restart it”"),
            ("The option “Ask nobody” is better.", "“Ask nobody”"),
            ("It does less than the answer `Drop it`.", "“Drop it”"),
        ] {
            let words = explained(why).join("\n");
            assert!(words.contains(wanted), "{wanted} not in “{words}”");
        }
    }

    #[test]
    fn letters_numbers_and_quotations_about_the_subject_are_no_options() {
        for why in [
            "The option \"Ask the owner first\" costs less, and so does the `Wait` option.",
            "It needs the `--no-wait` option of the tool, or waits for the answer `yes`.",
            "The server can answer A records only, or answer 300 requests a second.",
            "DHCP option 82 carries the port, and the plan B is \"to wait\".",
            "Nobody has a choice: \"later\" means never, and option 3 remains.",
            "It is one option of 20, and a good choice.",
        ] {
            assert_eq!(explained(why), Vec::<String>::new(), "{why}");
        }
    }
}
