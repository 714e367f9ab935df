//! `track.toml` as the JSON that the app reads.

use serde_json::{Map, Number, Value as Json};
use toml::Value as Toml;

/// The whole file, unchanged in meaning. Errors begin with the line.
pub(crate) fn parse(folder: &str, text: &str) -> Result<Json, String> {
    let table: toml::Table = toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        format!("{line}: {}", error.message())
    })?;
    let id = table
        .get("id")
        .and_then(Toml::as_str)
        .ok_or("1: `id = \"...\"` is missing")?;
    if id != folder {
        return Err(format!(
            "1: the id is `{id}`, but the folder is called `{folder}`; make them the same"
        ));
    }
    json(Toml::Table(table), "")
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes()
        .take(offset)
        .filter(|&byte| byte == b'\n')
        .count()
        + 1
}

fn json(value: Toml, place: &str) -> Result<Json, String> {
    Ok(match value {
        Toml::String(text) => Json::String(text),
        Toml::Integer(number) => number.into(),
        Toml::Boolean(truth) => truth.into(),
        Toml::Float(number) => Number::from_f64(number)
            .ok_or_else(|| format!("1: `{place}` is not a number that JSON knows"))?
            .into(),
        Toml::Datetime(date) => {
            return Err(format!(
                "1: `{place} = {date}`: put the date in quotes, JSON has no dates"
            ));
        }
        Toml::Array(values) => values
            .into_iter()
            .map(|value| json(value, place))
            .collect::<Result<Vec<_>, _>>()?
            .into(),
        Toml::Table(table) => {
            let mut map = Map::new();
            for (key, value) in table {
                let place = if place.is_empty() {
                    key.clone()
                } else {
                    format!("{place}.{key}")
                };
                map.insert(key, json(value, &place)?);
            }
            Json::Object(map)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::parse;
    use serde_json::json;

    #[test]
    fn everything_in_the_file_arrives() {
        let text = "id = \"x\"\n[exam]\nminutes = 90\nfee_usd = 99.5\n[[domains]]\nid = \"1\"\ntasks = []\n";
        let expected = json!({
            "id": "x",
            "exam": { "minutes": 90, "fee_usd": 99.5 },
            "domains": [{ "id": "1", "tasks": [] }],
        });
        assert_eq!(parse("x", text), Ok(expected));
    }

    #[test]
    fn a_mistake_is_reported_with_its_line() {
        let problem = parse("x", "id = \"x\"\nname = \"y\"\nminutes = = 3\n").unwrap_err();
        assert!(problem.starts_with("3: "), "{problem}");
    }

    #[test]
    fn an_id_must_be_the_folders_name() {
        assert!(
            parse("aws-saa-c03", "id = \"aws-saa\"")
                .unwrap_err()
                .contains("`aws-saa-c03`")
        );
        assert!(parse("x", "name = \"x\"").unwrap_err().contains("`id"));
    }

    #[test]
    fn a_bare_date_is_refused_with_its_key() {
        let problem = parse("x", "id = \"x\"\n[status]\non = 2026-12-31\n").unwrap_err();
        assert!(
            problem.contains("status.on") && problem.contains("quotes"),
            "{problem}"
        );
    }
}
