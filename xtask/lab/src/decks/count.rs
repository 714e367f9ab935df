//! Counts per track, domain, task, kind and level, against what a complete deck needs.

use std::collections::BTreeMap;

use cairn::deck::item::{Body, Kind};
use cairn::deck::track::Track;

use super::load::Collection;

/// What one track holds.
pub(crate) struct Counts {
    pub(crate) track: String,
    pub(crate) tier: u8,
    pub(crate) items: usize,
    pub(crate) kinds: BTreeMap<&'static str, usize>,
    pub(crate) levels: BTreeMap<&'static str, usize>,
    pub(crate) domains: BTreeMap<String, usize>,
    /// Items of this track and, through `also=`, of others, by task.
    pub(crate) tasks: Vec<(String, usize)>,
    pub(crate) choose_many: usize,
    /// Items whose key stands in `confirmed.txt`.
    pub(crate) confirmed: usize,
}

/// The least number of items for each task, by tier.
pub(crate) fn least_per_task(tier: u8) -> usize {
    if tier == 1 { 8 } else { 4 }
}

pub(crate) fn count(collection: &Collection, track: &Track) -> Counts {
    let mut counts = Counts {
        track: track.id.to_string(),
        tier: track.tier,
        items: 0,
        kinds: BTreeMap::new(),
        levels: BTreeMap::new(),
        domains: BTreeMap::new(),
        tasks: track.tasks().map(|(_, t)| (t.id.clone(), 0)).collect(),
        choose_many: 0,
        confirmed: super::confirmed::count(collection, track.id.as_str()),
    };
    for placed in collection.items() {
        let own = placed.track.id == track.id;
        let mut served: Vec<&str> = placed
            .item
            .also
            .iter()
            .filter(|t| t.track == track.id)
            .map(|t| t.task.as_str())
            .collect();
        if own {
            served.extend(placed.item.task.as_deref());
            counts.items += 1;
            *counts
                .kinds
                .entry(placed.item.body.kind().word())
                .or_default() += 1;
            let level = placed
                .item
                .level
                .map_or("none", cairn::deck::item::Level::word);
            *counts.levels.entry(level).or_default() += 1;
            if let Some((domain, _)) = placed.item.task.as_deref().and_then(|t| track.task(t)) {
                *counts.domains.entry(domain.id.clone()).or_default() += 1;
            }
            if let Body::Choice { options, .. } = &placed.item.body {
                counts.choose_many += usize::from(options.iter().filter(|o| o.right).count() > 1);
            }
        }
        served.sort_unstable();
        served.dedup();
        for (task, number) in &mut counts.tasks {
            *number += usize::from(served.contains(&task.as_str()));
        }
    }
    counts
}

impl Counts {
    /// Tasks with fewer items than a complete deck has.
    pub(crate) fn thin(&self) -> Vec<&(String, usize)> {
        let least = least_per_task(self.tier);
        self.tasks.iter().filter(|(_, n)| *n < least).collect()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "track": self.track,
            "tier": self.tier,
            "items": self.items,
            "kinds": self.kinds,
            "levels": self.levels,
            "domains": self.domains,
            "tasks": self.tasks.iter().cloned().collect::<BTreeMap<_, _>>(),
            "choose_many": self.choose_many,
            "confirmed": self.confirmed,
        })
    }
}

/// One line per track.
pub(crate) fn table(counts: &[Counts]) -> String {
    let mut out = format!("{:24} {:>5}", "track", "items");
    for kind in Kind::ALL {
        out += &format!(" {:>6}", kind.word());
    }
    out += "  many  easy/med/hard  confirmed  tasks below the minimum\n";
    for c in counts {
        out += &format!("{:24} {:>5}", c.track, c.items);
        for kind in Kind::ALL {
            out += &format!(" {:>6}", c.kinds.get(kind.word()).unwrap_or(&0));
        }
        let level = |word| c.levels.get(word).copied().unwrap_or(0);
        let levels = format!("{}/{}/{}", level("easy"), level("medium"), level("hard"));
        let thin: Vec<String> = c.thin().iter().map(|(t, n)| format!("{t}:{n}")).collect();
        out += &format!(
            "  {:>4}  {levels:>13}  {:>9}  {}\n",
            c.choose_many,
            c.confirmed,
            thin.join(" ")
        );
    }
    let total: usize = counts.iter().map(|c| c.items).sum();
    out += &format!("{:24} {total:>5}\n", "all");
    out
}
