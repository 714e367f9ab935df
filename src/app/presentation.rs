//! How an item stands on the screen: the order its parts are shown in, and what the learner has done with them so far.

use rand::SeedableRng as _;
use rand::seq::SliceRandom as _;
use rand_pcg::Pcg64Mcg;

use crate::deck::given::Given;
use crate::deck::item::Body;
use crate::deck::library::Ask;

/// What the learner has picked, moved or joined so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// To be recalled; nothing is entered.
    Recall,
    /// Options picked, by their place in the item.
    Options(Vec<u16>),
    /// The steps in their present order, by their place in the item.
    Sequence(Vec<u16>),
    /// For each left side the right side joined to it, by their places in the item.
    Pairs(Vec<Option<u16>>),
    /// To be typed; the field keeps it until it is sent.
    Text(String),
}

/// An item as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// Screen place to place in the item: options, steps, or the right sides of pairs.
    pub order: Vec<u16>,
    /// What was done so far.
    pub attempt: Attempt,
}

impl Presentation {
    /// Lays an item out. The order is drawn from `seed`, so that the same showing looks the same after a reload.
    pub fn of(ask: &Ask, seed: u64) -> Self {
        let count = match &ask.item.body {
            Body::Choice { options, .. } => options.len(),
            Body::Order { steps, .. } => steps.len(),
            Body::Match { pairs, .. } => pairs.len(),
            _ => 0,
        };
        let boolean = matches!(&ask.item.body, Body::Choice { options, .. }
            if options.len() == 2 && options[0].text == "True");
        let mut order: Vec<u16> = (0..count).filter_map(|i| u16::try_from(i).ok()).collect();
        let right = order.clone();
        let mut random = Pcg64Mcg::seed_from_u64(seed);
        if !boolean {
            order.shuffle(&mut random);
        }
        let sequence = matches!(ask.item.body, Body::Order { .. });
        // Steps that stand in the right order already would give the answer away.
        if sequence && order == right && order.len() > 1 {
            order.rotate_left(1);
        }
        let attempt = match &ask.item.body {
            Body::Choice { .. } => Attempt::Options(Vec::new()),
            Body::Order { .. } => Attempt::Sequence(order.clone()),
            Body::Match { pairs, .. } => Attempt::Pairs(vec![None; pairs.len()]),
            Body::Typed { .. } => Attempt::Text(String::new()),
            Body::Card { .. } | Body::Cloze { .. } | Body::Case { .. } | Body::Drill { .. } => {
                Attempt::Recall
            }
        };
        Self { order, attempt }
    }

    /// Picks the option at a place on the screen, or puts it back. With `wanted` picked already, the oldest pick gives way
    /// where one is wanted, and nothing happens where more are.
    pub fn pick(&mut self, place: usize, wanted: usize) {
        let Some(option) = self.order.get(place).copied() else {
            return;
        };
        if let Attempt::Options(picked) = &mut self.attempt {
            if let Some(at) = picked.iter().position(|o| *o == option) {
                picked.remove(at);
            } else if picked.len() < wanted {
                picked.push(option);
            } else if wanted == 1 {
                *picked = vec![option];
            }
        }
    }

    /// Moves a step.
    pub fn shift(&mut self, from: usize, to: usize) {
        if let Attempt::Sequence(steps) = &mut self.attempt
            && from < steps.len()
            && to < steps.len()
        {
            let step = steps.remove(from);
            steps.insert(to, step);
        }
    }

    /// Joins a left side (its place is that in the item) to the right side at a place on the screen. Joining the same two again
    /// parts them. A right side may stand twice for a while, since somebody who goes through a list box passes over what is
    /// taken; the answer is complete when each stands once.
    pub fn pair(&mut self, left: usize, place: usize) {
        let Some(right) = self.order.get(place).copied() else {
            return;
        };
        if let Attempt::Pairs(pairs) = &mut self.attempt
            && let Some(side) = pairs.get_mut(left)
        {
            *side = (*side != Some(right)).then_some(right);
        }
    }

    /// What was answered, if it is complete.
    pub fn given(&self, wanted: usize) -> Option<Given> {
        match &self.attempt {
            Attempt::Recall => None,
            Attempt::Options(picked) => (picked.len() == wanted).then(|| {
                // In the order of the item, not of the picking.
                let places = 0..u16::try_from(self.order.len()).unwrap_or(u16::MAX);
                Given::Options(places.filter(|o| picked.contains(o)).collect())
            }),
            Attempt::Sequence(steps) => Some(Given::Sequence(steps.clone())),
            Attempt::Pairs(pairs) => {
                let joined = pairs.iter().copied().collect::<Option<Vec<u16>>>()?;
                let once = |(place, side): (usize, &u16)| !joined[..place].contains(side);
                joined
                    .iter()
                    .enumerate()
                    .all(once)
                    .then_some(Given::Pairs(joined))
            }
            Attempt::Text(text) => (!text.trim().is_empty()).then(|| Given::Text(text.clone())),
        }
    }
}

/// How many options are right.
pub(super) fn wanted(body: &Body) -> usize {
    match body {
        Body::Choice { options, .. } => options.iter().filter(|o| o.right).count(),
        _ => 0,
    }
}
