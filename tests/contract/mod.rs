//! What the log may rely on, whatever it is kept in. The same checks run natively on slots in memory (`tests/slots.rs`) and, compiled
//! into the app with the feature `contract`, in Chromium on local storage and on the second copy in `IndexedDB`
//! (`tests/browser/contract.spec.mjs`).

// Public within the test and within the feature, and nowhere else.
#![allow(unreachable_pub)]
// Values and errors come straight out of the calls that are checked.
#![allow(clippy::needless_pass_by_value)]

use std::collections::BTreeMap;
use std::future::Future;

use cairn::deck::id::ItemId;
use cairn::memory::Grade;
use cairn::review::{Answer, Fact, FactId, Sighting, What, Writer};
use cairn::store::{Copy, CopyOf, Damage, Journal, MemorySlots, SlotError, Slots};
use cairn::time::Stamp;

/// Every name used here begins with it.
const OURS: &str = "contract.";

/// A check that failed, in words.
pub type Outcome = Result<(), String>;

/// Texts by name, wherever they are. Waiting is allowed, because the second copy can only be had by waiting.
pub trait Texts {
    /// Everything there is.
    fn all(&self) -> impl Future<Output = Result<Copy, String>>;
    /// Writes texts, all or none.
    fn put(&mut self, texts: &[CopyOf]) -> impl Future<Output = Outcome>;
    /// Takes names away.
    fn take(&mut self, keys: &[String]) -> impl Future<Output = Outcome>;
}

/// Slots as texts: nothing to wait for.
pub struct Direct<S>(pub S);

impl<S: Slots> Texts for Direct<S> {
    async fn all(&self) -> Result<Copy, String> {
        let mut all = Copy::new();
        for key in self.0.keys().map_err(words)? {
            let text = self.0.get(&key).map_err(words)?;
            all.insert(key, text.ok_or("a name without a text")?);
        }
        Ok(all)
    }

    async fn put(&mut self, texts: &[CopyOf]) -> Outcome {
        for copy in texts {
            self.0.set(&copy.key, &copy.text).map_err(words)?;
        }
        Ok(())
    }

    async fn take(&mut self, keys: &[String]) -> Outcome {
        for key in keys {
            self.0.remove(key).map_err(words)?;
        }
        Ok(())
    }
}

fn words(error: SlotError) -> String {
    error.to_string()
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, is: T, wanted: T) -> Outcome {
    if is == wanted {
        return Ok(());
    }
    let short = |value: &T| format!("{value:?}").chars().take(200).collect::<String>();
    Err(format!("{what}: {} and not {}", short(&is), short(&wanted)))
}

/// Runs every check on texts that nobody else writes; each leaves them as they were.
pub async fn texts(texts: &mut impl Texts) -> Vec<(&'static str, Outcome)> {
    vec![
        ("what is put is there", put_is_there(texts).await),
        ("every unit comes back", every_unit(texts).await),
        ("large and many", large_and_many(texts).await),
        ("names of any kind", any_name(texts).await),
        ("a log lives on in it", a_log(texts).await),
        ("a damaged text is told", damage(texts).await),
    ]
}

/// Checks of slots alone: a full store, and a journal that writes straight into them.
pub async fn slots<S: Slots + Clone>(slots: S) -> Vec<(&'static str, Outcome)> {
    let mut found = vec![
        ("what is not there", missing(slots.clone())),
        ("a full store keeps what it has", full(slots.clone())),
        ("a journal appends and reopens", journal(slots.clone())),
    ];
    found.extend(texts(&mut Direct(slots)).await);
    found
}

fn named(key: &str, text: &str) -> CopyOf {
    CopyOf {
        key: format!("{OURS}{key}"),
        text: text.to_owned(),
    }
}

/// Ours, and nothing that was there before.
async fn ours(texts: &impl Texts) -> Result<BTreeMap<String, String>, String> {
    let all = texts.all().await?;
    let ours = |(key, text): (String, String)| Some((key.strip_prefix(OURS)?.to_owned(), text));
    Ok(all.into_iter().filter_map(ours).collect())
}

async fn clean(texts: &mut impl Texts) -> Outcome {
    let keys: Vec<String> = ours(texts).await?.into_keys().collect();
    let keys: Vec<String> = keys.iter().map(|key| format!("{OURS}{key}")).collect();
    texts.take(&keys).await?;
    same("after taking all away", ours(texts).await?.len(), 0)
}

async fn put_is_there(texts: &mut impl Texts) -> Outcome {
    texts.put(&[named("a", "one"), named("b", "")]).await?;
    texts.put(&[named("a", "two")]).await?;
    let wanted = [("a", "two"), ("b", "")].map(|(key, text)| (key.to_owned(), text.to_owned()));
    same("texts", ours(texts).await?, wanted.into())?;
    texts
        .take(&[format!("{OURS}a"), format!("{OURS}no")])
        .await?;
    same(
        "names",
        ours(texts).await?.into_keys().collect(),
        vec!["b".to_owned()],
    )?;
    clean(texts).await
}

/// The alphabet of the log, and what other programs and people write.
async fn every_unit(texts: &mut impl Texts) -> Outcome {
    let alphabet: String = (0x1000..0x9000_u32).filter_map(char::from_u32).collect();
    let others = "\0\u{1}\t\r\n\"\\ \u{7f}äß\u{2028}\u{feff}\u{fffd}\u{ffff}🂡𝄞";
    texts
        .put(&[named("alphabet", &alphabet), named("others", others)])
        .await?;
    let there = ours(texts).await?;
    same("alphabet", there.get("alphabet"), Some(&alphabet))?;
    same("others", there.get("others"), Some(&others.to_owned()))?;
    clean(texts).await
}

async fn large_and_many(texts: &mut impl Texts) -> Outcome {
    let large: String = (0..1_000_000_u32)
        .filter_map(|n| char::from_u32(0x1000 + n.wrapping_mul(7_919) % 0x8000))
        .collect();
    texts.put(&[named("large", &large)]).await?;
    same(
        "a large text",
        ours(texts).await?.get("large") == Some(&large),
        true,
    )?;
    clean(texts).await?;
    let many: Vec<CopyOf> = (0..300)
        .map(|n| named(&format!("many.{n}"), &format!("{n}").repeat(100)))
        .collect();
    texts.put(&many).await?;
    let there = ours(texts).await?;
    same("how many", there.len(), 300)?;
    let right = |copy: &CopyOf| there.get(&copy.key[OURS.len()..]) == Some(&copy.text);
    same("each of many", many.iter().all(right), true)?;
    clean(texts).await
}

/// Also names that mean something to the browser.
async fn any_name(texts: &mut impl Texts) -> Outcome {
    let names = [
        "",
        "length",
        "key",
        "__proto__",
        "a b",
        "ä\u{4e00}",
        "\0",
        "🂡",
    ];
    let all: Vec<CopyOf> = names.iter().map(|name| named(name, name)).collect();
    texts.put(&all).await?;
    let there = ours(texts).await?;
    same("how many", there.len(), names.len())?;
    same("each", there.iter().all(|(key, text)| key == text), true)?;
    clean(texts).await
}

/// Answers of one writer, from a number on.
fn answers(writer: u64, from: u32, count: u32) -> Vec<Fact> {
    let fact = |number: u32| {
        let item = ItemId::parse(&format!("t/item-{}", number % 40));
        Fact {
            id: FactId {
                writer: Writer(writer),
                number,
            },
            at: Stamp::new(1_763_700_000_000 + i64::from(number) * 20_000, 60),
            what: match item {
                Some(item) => What::Answered(Answer {
                    item,
                    grade: Grade::ALL[number as usize % 4],
                    given: None,
                    ms: 4_000,
                    sighting: Sighting::Repeated,
                    corrected: false,
                }),
                None => What::Undone(FactId {
                    writer: Writer(writer),
                    number: 0,
                }),
            },
        }
    };
    (from..from + count).map(fact).collect()
}

/// What a journal on slots in memory hands over for the second copy, is enough to open the log from.
async fn a_log(texts: &mut impl Texts) -> Outcome {
    let (mut first, _) = Journal::open(MemorySlots::default(), Some(Copy::new()), Writer(1));
    let facts = answers(1, 1, 1_500);
    for fact in &facts {
        first.append(fact).map_err(words)?;
        texts.put(&first.take_copies()).await?;
    }
    first.merge(&answers(2, 1, 300), &[]).map_err(words)?;
    texts.put(&first.take_copies()).await?;
    let (_, loaded) = Journal::open(MemorySlots::default(), Some(texts.all().await?), Writer(3));
    let loaded = loaded.map_err(words)?;
    same("facts", loaded.facts.len(), 1_800)?;
    let of_first = loaded
        .facts
        .iter()
        .filter(|f| f.id.writer == Writer(1))
        .cloned();
    let mut of_first: Vec<Fact> = of_first.collect();
    of_first.sort_by_key(|fact| fact.id);
    same("each", of_first == facts, true)?;
    let mended = loaded.damage.iter().all(Damage::is_mended);
    same("nothing but what was put back", mended, true)?;
    wipe_log(texts).await
}

/// One text of the log changes; the rest is loaded and the change is told.
async fn damage(texts: &mut impl Texts) -> Outcome {
    let (mut journal, _) = Journal::open(MemorySlots::default(), None, Writer(1));
    for fact in &answers(1, 1, 3_000) {
        journal.append(fact).map_err(words)?;
    }
    let stored: Vec<(String, String)> = journal.slots().texts.clone().into_iter().collect();
    same("several segments", stored.len() > 2, true)?;
    for (place, (key, text)) in stored.iter().enumerate() {
        let text = if place == 1 {
            text.replacen(|c| c > '\u{1100}', "\u{1100}", 30)
        } else {
            text.clone()
        };
        texts
            .put(&[CopyOf {
                key: key.clone(),
                text,
            }])
            .await?;
    }
    let (_, loaded) = Journal::open(MemorySlots::default(), Some(texts.all().await?), Writer(3));
    let loaded = loaded.map_err(words)?;
    let told = |damage: &Damage| matches!(damage, Damage::Segment(key, _) | Damage::NotOurs(key) if *key == stored[1].0);
    same("told", loaded.damage.iter().any(told), true)?;
    same("the rest", loaded.facts.len() > 500, true)?;
    wipe_log(texts).await
}

/// The journal's names are its own, so only this suite's store can be wiped.
async fn wipe_log(texts: &mut impl Texts) -> Outcome {
    let keys: Vec<String> = texts.all().await?.into_keys().collect();
    texts.take(&keys).await?;
    same("after wiping", texts.all().await?.len(), 0)
}

fn missing(mut slots: impl Slots) -> Outcome {
    let key = format!("{OURS}nothing");
    same("a text", slots.get(&key), Ok(None))?;
    same("taking nothing away", slots.remove(&key), Ok(()))?;
    slots.set(&key, "").map_err(words)?;
    same("an empty text", slots.get(&key), Ok(Some(String::new())))?;
    slots.remove(&key).map_err(words)?;
    same(
        "names",
        slots.keys().map(|keys| keys.contains(&key)),
        Ok(false),
    )
}

/// Texts are written until there is no room; what was there before stays, and there is room again when something goes.
fn full(mut slots: impl Slots) -> Outcome {
    let key = |n: usize| format!("{OURS}full.{n}");
    let block = "\u{4e00}".repeat(500_000);
    let mut count = 0;
    let refused = loop {
        match slots.set(&key(count), &block) {
            Ok(()) if count < 100 => count += 1,
            Ok(()) => return Err("it never ends".to_owned()),
            Err(error) => break error,
        }
    };
    same("the error", refused, SlotError::Full)?;
    same("half a text", slots.get(&key(count)), Ok(None))?;
    let longer = format!("{block}{block}");
    same(
        "a longer one",
        slots.set(&key(0), &longer),
        Err(SlotError::Full),
    )?;
    same(
        "the old one",
        slots.get(&key(0)).map(|t| t.as_ref() == Some(&block)),
        Ok(true),
    )?;
    for n in 0..count {
        slots.remove(&key(n)).map_err(words)?;
    }
    slots.set(&key(0), &block).map_err(words)?;
    slots.remove(&key(0)).map_err(words)
}

fn journal(slots: impl Slots + Clone) -> Outcome {
    for round in 0..3_u32 {
        let (mut journal, loaded) =
            Journal::open(slots.clone(), None, Writer(u64::from(round) + 1));
        let loaded = loaded.map_err(words)?;
        same("facts so far", loaded.facts.len(), 600 * round as usize)?;
        same("damage", loaded.damage, Vec::new())?;
        for fact in &answers(u64::from(round) + 1, 1, 600) {
            journal.append(fact).map_err(words)?;
        }
    }
    let (mut journal, _) = Journal::open(slots.clone(), None, Writer(9));
    let again = journal.merge(&answers(1, 1, 700), &[]).map_err(words)?;
    same("new ones of a merge", again, 100)?;
    let mut slots = slots;
    for key in slots.keys().map_err(words)? {
        slots.remove(&key).map_err(words)?;
    }
    Ok(())
}
