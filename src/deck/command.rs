//! Whether two command lines say the same. Not a shell: words, quotes and flags are compared, nothing is run.
//!
//! The accepted line decides how a flag is read: where it says `--namespace=web` or `-n web`, the learner may write
//! either form, at any place. Positional words keep their order.

/// Short flags and their long forms, by tool. Sources: the command references of kubectl and Helm.
const SHORT_FLAGS: [(&str, &str, &str); 13] = [
    ("kubectl", "-n", "--namespace"),
    ("kubectl", "-o", "--output"),
    ("kubectl", "-l", "--selector"),
    ("kubectl", "-f", "--filename"),
    ("kubectl", "-A", "--all-namespaces"),
    ("kubectl", "-c", "--container"),
    ("kubectl", "-w", "--watch"),
    ("kubectl", "-i", "--stdin"),
    ("kubectl", "-t", "--tty"),
    ("kubectl", "-k", "--kustomize"),
    ("helm", "-n", "--namespace"),
    ("helm", "-f", "--values"),
    ("helm", "-i", "--install"),
];

/// Where `kubectl logs` means something else by a letter.
const LOGS_FLAGS: [(&str, &str); 2] = [("-f", "--follow"), ("-p", "--previous")];

/// Resource names and their short forms. Source: `kubectl api-resources`.
const RESOURCES: [(&str, &[&str]); 22] = [
    ("pod", &["po", "pods"]),
    ("deployment", &["deploy", "deployments", "deployment.apps"]),
    ("service", &["svc", "services"]),
    ("namespace", &["ns", "namespaces"]),
    ("node", &["no", "nodes"]),
    ("configmap", &["cm", "configmaps"]),
    ("secret", &["secrets"]),
    ("serviceaccount", &["sa", "serviceaccounts"]),
    ("persistentvolume", &["pv", "persistentvolumes"]),
    ("persistentvolumeclaim", &["pvc", "persistentvolumeclaims"]),
    ("storageclass", &["sc", "storageclasses"]),
    ("ingress", &["ing", "ingresses"]),
    ("networkpolicy", &["netpol", "networkpolicies"]),
    ("daemonset", &["ds", "daemonsets"]),
    ("statefulset", &["sts", "statefulsets"]),
    ("replicaset", &["rs", "replicasets"]),
    ("cronjob", &["cj", "cronjobs"]),
    ("job", &["jobs"]),
    (
        "horizontalpodautoscaler",
        &["hpa", "horizontalpodautoscalers"],
    ),
    ("event", &["ev", "events"]),
    ("endpoints", &["ep"]),
    (
        "customresourcedefinition",
        &["crd", "crds", "customresourcedefinitions"],
    ),
];

/// A command line taken apart.
#[derive(Debug, PartialEq, Eq)]
struct Parsed {
    words: Vec<String>,
    flags: Vec<(String, Option<String>)>,
    /// Everything behind `--`, which belongs to another command.
    rest: Option<Vec<String>>,
}

/// Whether `typed` says the same as `accepted`.
pub fn same(accepted: &str, typed: &str) -> bool {
    let (Some(accepted), Some(typed)) = (split(accepted), split(typed)) else {
        return false;
    };
    let model = parse(&accepted, |flag, next| {
        let _ = flag;
        next.is_some_and(|word| !word.starts_with('-'))
    });
    let valued = |flag: &str| model.flags.iter().any(|(f, v)| f == flag && v.is_some());
    // A flag takes a value in the learner's line exactly if it does in the model.
    let answer = parse(&typed, |flag, _| valued(flag));
    model.words == answer.words && model.rest == answer.rest && same_flags(&model, &answer)
}

/// Whether two lines have the same flags, in whatever order, each as often.
fn same_flags(a: &Parsed, b: &Parsed) -> bool {
    let count = |of: &Parsed, flag| of.flags.iter().filter(|f| *f == flag).count();
    a.flags.len() == b.flags.len() && a.flags.iter().all(|f| count(a, f) == count(b, f))
}

/// Splits at white space outside quotes; `None` where a quote stays open.
fn split(line: &str) -> Option<Vec<String>> {
    let line = line.trim().trim_start_matches("$ ").replace("\\\n", " ");
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in line.chars() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, _) if c.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

fn long_flag(tool: &str, verb: Option<&str>, flag: &str) -> String {
    let logs = LOGS_FLAGS.iter().find(|(short, _)| *short == flag);
    if let Some((_, long)) = logs.filter(|_| tool == "kubectl" && verb == Some("logs")) {
        return (*long).to_owned();
    }
    let known = SHORT_FLAGS
        .iter()
        .find(|(of, short, _)| *of == tool && *short == flag);
    known.map_or_else(|| flag.to_owned(), |(_, _, long)| (*long).to_owned())
}

/// A word as it is compared: white space in JSON says nothing.
fn value(word: &str) -> String {
    if word.starts_with(['{', '[']) {
        word.split_whitespace().collect()
    } else {
        word.to_owned()
    }
}

fn resource(word: &str) -> String {
    // `deployment/api` and `deployment api` say the same.
    let found = RESOURCES
        .iter()
        .find(|(name, others)| *name == word || others.contains(&word));
    found.map_or_else(|| word.to_owned(), |(name, _)| (*name).to_owned())
}

fn parse(line: &[String], takes_value: impl Fn(&str, Option<&str>) -> bool) -> Parsed {
    let mut parsed = Parsed {
        words: Vec::new(),
        flags: Vec::new(),
        rest: None,
    };
    let mut words = line.iter().map(String::as_str).peekable();
    let tool = match words.next() {
        Some("k") => "kubectl",
        Some(tool) => tool,
        None => return parsed,
    };
    parsed.words.push(tool.to_owned());
    let verb = line.get(1).map(String::as_str);
    while let Some(word) = words.next() {
        if word == "--" {
            parsed.rest = Some(words.map(str::to_owned).collect());
            return parsed;
        }
        if !word.starts_with('-') || word == "-" {
            push_word(&mut parsed.words, tool, word);
        } else if let Some((flag, value)) = word.split_once('=') {
            let flag = long_flag(tool, verb, flag);
            parsed.flags.push((flag, Some(self::value(value))));
        } else if tool == "kubectl" && matches!(word, "-it" | "-ti") {
            parsed.flags.push(("--stdin".into(), None));
            parsed.flags.push(("--tty".into(), None));
        } else {
            let flag = long_flag(tool, verb, word);
            let value = takes_value(&flag, words.peek().copied())
                .then(|| words.next().map(value))
                .flatten();
            parsed.flags.push((flag, value));
        }
    }
    parsed
}

fn push_word(words: &mut Vec<String>, tool: &str, word: &str) {
    if tool != "kubectl" {
        words.push(word.to_owned());
    } else if let Some((kind, name)) = word.split_once('/').filter(|(_, n)| !n.is_empty()) {
        words.push(resource(kind));
        words.push(name.to_owned());
    } else {
        words.push(resource(word));
    }
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn flags_may_stand_anywhere_and_in_either_form() {
        let model = "kubectl get pods --namespace=web -o wide";
        assert!(same(model, "kubectl get pods -n web -o wide"));
        assert!(same(model, "k -n=web get po --output=wide"));
        assert!(same(
            model,
            "kubectl  get pod --output wide --namespace web"
        ));
        assert!(!same(model, "kubectl get pods -n prod -o wide"));
        assert!(!same(model, "kubectl get pods -o wide"));
        assert!(!same(model, "kubectl get pods -n web -o wide --watch"));
    }

    #[test]
    fn resources_may_be_joined_to_names_with_a_slash() {
        let model = "kubectl rollout restart deployment api --namespace=shop";
        assert!(same(model, "kubectl rollout restart deploy/api -n shop"));
        assert!(!same(model, "kubectl rollout restart deploy/web -n shop"));
    }

    #[test]
    fn quotes_are_removed_and_what_follows_the_double_dash_is_left_alone() {
        assert!(same(
            "kubectl exec api -it -- sh -c 'ls -l'",
            "kubectl exec -i -t api -- sh -c \"ls -l\""
        ));
        assert!(!same(
            "kubectl exec api -- ls -l",
            "kubectl exec api -- ls -a"
        ));
        assert!(!same("echo 'a'", "echo 'a"));
    }

    #[test]
    fn letters_mean_what_their_command_means_by_them() {
        assert!(same(
            "kubectl logs api --follow --previous",
            "k logs api -f -p"
        ));
        assert!(same(
            "kubectl exec api --stdin --tty -- sh",
            "kubectl exec -ti api -- sh"
        ));
        assert!(same(
            "kubectl apply --filename=a.yaml",
            "kubectl apply -f a.yaml"
        ));
        assert!(same(
            "helm upgrade web ./web --install --values=v.yaml",
            "helm upgrade -i web ./web -f v.yaml"
        ));
        assert!(!same(
            "kubectl logs api --follow",
            "kubectl logs api --filename"
        ));
    }

    #[test]
    fn white_space_in_json_does_not_matter() {
        let model = r#"kubectl patch pv data --patch='{"spec":{"a":"b"}}'"#;
        assert!(same(
            model,
            r#"kubectl patch pv data --patch '{"spec": {"a": "b"}}'"#
        ));
        assert!(!same(
            model,
            r#"kubectl patch pv data --patch '{"spec": {"a": "c"}}'"#
        ));
    }

    #[test]
    fn boolean_flags_do_not_swallow_words() {
        assert!(same(
            "terraform plan -out=plan.bin -refresh-only",
            "terraform plan -refresh-only -out plan.bin"
        ));
        assert!(same(
            "kubectl drain node-1 --ignore-daemonsets --force",
            "kubectl drain --force --ignore-daemonsets node-1"
        ));
    }
}
