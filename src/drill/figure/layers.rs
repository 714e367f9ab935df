//! Where the nodes of a small network stand: in columns from the left to the right, in each of them so that few arrows cross.
//!
//! As Sugiyama, Tagawa and Toda lay out hierarchies (1981): a column for each depth, a bend where an arrow passes a column, and an order
//! in each column. Networks here are so small that every order is tried.

/// A node, or a bend of the arrow from one node to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// A node.
    Node(usize),
    /// Where an arrow passes.
    Bend(usize, usize),
}

/// The columns from left to right, each from top to bottom.
pub(super) fn columns(after: &[&[usize]]) -> Vec<Vec<Slot>> {
    let depths = depths(after);
    let count = depths.iter().max().map_or(0, |deepest| deepest + 1);
    let mut columns: Vec<Vec<Slot>> = vec![Vec::new(); count];
    for (node, depth) in depths.iter().enumerate() {
        columns[*depth].push(Slot::Node(node));
    }
    for (to, before) in after.iter().enumerate() {
        for from in *before {
            for column in &mut columns[depths[*from] + 1..depths[to]] {
                column.push(Slot::Bend(*from, to));
            }
        }
    }
    let orders: Vec<Vec<Vec<Slot>>> = columns.iter().map(|column| orders(column)).collect();
    let mut picked = vec![0; count];
    let mut best: Option<(f64, Vec<Vec<Slot>>)> = None;
    loop {
        let tried: Vec<Vec<Slot>> = picked
            .iter()
            .zip(&orders)
            .map(|(picked, orders)| orders[*picked].clone())
            .collect();
        let cost = cost(after, &tried);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, tried));
        }
        // The next way, as an odometer counts.
        let Some(place) = (0..count).find(|of| picked[*of] + 1 < orders[*of].len()) else {
            break;
        };
        picked[place] += 1;
        picked[..place].fill(0);
    }
    best.map_or(columns, |(_, best)| best)
}

/// How many arrows lead to each node at most.
fn depths(after: &[&[usize]]) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::new();
    for before in after {
        let deepest = before.iter().map(|of| depths[*of] + 1).max();
        depths.push(deepest.unwrap_or(0));
    }
    depths
}

/// Every order of a column.
fn orders(column: &[Slot]) -> Vec<Vec<Slot>> {
    let Some((first, rest)) = column.split_first() else {
        return vec![Vec::new()];
    };
    orders(rest)
        .iter()
        .flat_map(|rest| {
            (0..=rest.len()).map(|place| {
                let mut order = rest.clone();
                order.insert(place, *first);
                order
            })
        })
        .collect()
}

/// Where a slot stands in its column: from the middle, down.
pub(super) fn offset(place: usize, of: usize) -> f64 {
    place as f64 - (of as f64 - 1.0) / 2.0
}

/// Crossings first, then how steep the arrows are.
fn cost(after: &[&[usize]], columns: &[Vec<Slot>]) -> f64 {
    let mut cost = 0.0;
    for pair in columns.windows(2) {
        let mut links: Vec<(f64, f64)> = Vec::new();
        for (from_place, from) in pair[0].iter().enumerate() {
            for (to_place, to) in pair[1].iter().enumerate() {
                if is_link(after, *from, *to) {
                    links.push((
                        offset(from_place, pair[0].len()),
                        offset(to_place, pair[1].len()),
                    ));
                }
            }
        }
        for (place, one) in links.iter().enumerate() {
            cost += (one.0 - one.1).powi(2);
            let crosses =
                |other: &&(f64, f64)| (one.0 - other.0) * (one.1 - other.1) < -f64::EPSILON;
            cost += 100.0 * links[place + 1..].iter().filter(crosses).count() as f64;
        }
    }
    cost
}

/// Whether an arrow leads from a slot to one of the next column.
fn is_link(after: &[&[usize]], from: Slot, to: Slot) -> bool {
    let leads = |from: usize, to: usize| after[to].contains(&from);
    match (from, to) {
        (Slot::Node(from), Slot::Node(to)) => leads(from, to),
        (Slot::Node(node), Slot::Bend(from, _)) => node == from,
        (Slot::Bend(_, to), Slot::Node(node)) => node == to,
        (Slot::Bend(..), Slot::Bend(..)) => from == to,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arrow_over_a_column_gets_a_bend_and_nothing_crosses() {
        let after: [&[usize]; 6] = [&[], &[], &[0], &[1], &[1, 2], &[3, 4]];
        let columns = columns(&after);
        assert_eq!(columns.len(), 4);
        assert_eq!(columns[1].len(), 3);
        assert!(columns[1].contains(&Slot::Bend(1, 4)));
        assert!(cost(&after, &columns) < 100.0);
    }
}
