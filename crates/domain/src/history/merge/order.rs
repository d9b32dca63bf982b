//! The order of the elements of a list that several people changed.

use std::collections::{BTreeMap, BTreeSet};

/// A list as one side has it: whose, and the names of its elements.
pub(super) type Sequence<'a> = (usize, Vec<&'a str>);

/// An order, and what it was made of.
pub(super) struct Ordered<'a> {
    /// All elements of all sides, those that nobody kept too.
    pub(super) names: Vec<&'a str>,
    /// The sides whose order it is; the others have only put elements into it.
    pub(super) by: Vec<usize>,
    /// Two of them order the same elements differently. The first one's order was taken, for want of a better.
    pub(super) is_disputed: bool,
}

/// Joins sequences. `before` says what two sides had in common: nothing where that is not known. The same whatever
/// the order of the sides, but for what is disputed.
pub(super) fn join<'a>(
    sides: &[Sequence<'a>],
    before: &dyn Fn(usize, usize) -> Option<Vec<&'a str>>,
) -> Ordered<'a> {
    let mut given_way = BTreeSet::new();
    let mut disputes = Vec::new();
    for (at, (one, ours)) in sides.iter().enumerate() {
        for (other, theirs) in sides.iter().skip(at + 1) {
            match compare(ours, theirs, before(*one, *other).as_deref()) {
                Compared::Alike => {}
                Compared::FirstIsOld => drop(given_way.insert(*one)),
                Compared::SecondIsOld => drop(given_way.insert(*other)),
                Compared::Disputed => disputes.push((*one, *other)),
            }
        }
    }
    let mut by: Vec<usize> = sides.iter().map(|(who, _)| *who).collect();
    if given_way.len() < by.len() {
        by.retain(|who| !given_way.contains(who));
    }
    let is_disputed = disputes
        .iter()
        .any(|(one, other)| by.contains(one) && by.contains(other));
    let leading: Vec<usize> = if is_disputed {
        by.iter().copied().take(1).collect()
    } else {
        by.clone()
    };
    let (leaders, followers): (Vec<_>, Vec<_>) =
        sides.iter().partition(|(who, _)| leading.contains(who));
    Ordered {
        names: interleave(&leaders, &followers),
        by,
        is_disputed,
    }
}

enum Compared {
    Alike,
    FirstIsOld,
    SecondIsOld,
    Disputed,
}

fn compare(ours: &[&str], theirs: &[&str], before: Option<&[&str]>) -> Compared {
    let only = |list: &[&str], among: &BTreeSet<&str>| -> Vec<String> {
        let kept = list.iter().filter(|name| among.contains(*name));
        kept.map(|name| (*name).to_owned()).collect()
    };
    let set =
        |list: &[&str]| -> BTreeSet<String> { list.iter().map(|n| (*n).to_owned()).collect() };
    let common: BTreeSet<String> = &set(ours) & &set(theirs);
    let common: BTreeSet<&str> = common.iter().map(String::as_str).collect();
    if only(ours, &common) == only(theirs, &common) {
        return Compared::Alike;
    }
    let Some(before) = before else {
        return Compared::Disputed;
    };
    let known: BTreeSet<&str> = before
        .iter()
        .copied()
        .filter(|name| common.contains(name))
        .collect();
    let was = only(before, &known);
    match (only(ours, &known) == was, only(theirs, &known) == was) {
        (true, false) => Compared::FirstIsOld,
        (false, true) => Compared::SecondIsOld,
        _ => Compared::Disputed,
    }
}

/// All names: those of the leaders in their order, and what only followers have behind what it stands behind there. What
/// one side has put in between stays together.
fn interleave<'a>(leaders: &[&Sequence<'a>], followers: &[&Sequence<'a>]) -> Vec<&'a str> {
    let led: BTreeSet<&str> = leaders
        .iter()
        .flat_map(|(_, list)| list.iter().copied())
        .collect();
    let mut sides_with: BTreeMap<&'a str, usize> = BTreeMap::new();
    let mut behind: BTreeMap<Option<&'a str>, BTreeSet<&'a str>> = BTreeMap::new();
    let mut waits_for: BTreeMap<&'a str, BTreeSet<&'a str>> = BTreeMap::new();
    for (is_leader, (_, list)) in leaders
        .iter()
        .map(|side| (true, *side))
        .chain(followers.iter().map(|side| (false, *side)))
    {
        let mut last = None;
        for &name in list {
            *sides_with.entry(name).or_default() += 1;
            if is_leader || !led.contains(name) {
                behind.entry(last).or_default().insert(name);
                waits_for.entry(name).or_default().extend(last);
            }
            last = Some(name);
        }
    }
    let rank = |name: &'a str| (sides_with.get(name).copied().unwrap_or_default(), name);
    let mut left: BTreeSet<&'a str> = sides_with.keys().copied().collect();
    let mut ready: BTreeSet<(usize, &'a str)> = left
        .iter()
        .filter(|name| waits_for.get(*name).is_none_or(BTreeSet::is_empty))
        .map(|name| rank(name))
        .collect();
    let mut out = Vec::with_capacity(left.len());
    let mut last = None;
    while let Some(&any) = left.first() {
        let next_to = behind
            .get(&last)
            .into_iter()
            .flatten()
            .map(|name| rank(name));
        let (_, next) = next_to
            .filter(|name| ready.contains(name))
            .min()
            .or_else(|| ready.first().copied())
            // Three orders may go round in a circle.
            .unwrap_or((0, any));
        left.remove(next);
        ready.remove(&rank(next));
        for name in behind.get(&Some(next)).into_iter().flatten() {
            if let Some(waits) = waits_for.get_mut(name) {
                waits.remove(next);
                if waits.is_empty() && left.contains(name) {
                    ready.insert(rank(name));
                }
            }
        }
        out.push(next);
        last = Some(next);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        text.split_whitespace().collect()
    }

    /// Joins two sequences both ways round.
    fn joined(before: &str, ours: &str, theirs: &str) -> (String, bool) {
        let way = |one: &str, other: &str| {
            let sides = [(0, words(one)), (1, words(other))];
            let before = words(before);
            let ordered = join(&sides, &|_, _| Some(before.clone()));
            (ordered.names.join(" "), ordered.is_disputed)
        };
        let (one, other) = (way(ours, theirs), way(theirs, ours));
        assert!(one == other || one.1, "{one:?} {other:?}");
        one
    }

    #[test]
    fn what_was_put_in_stays_where_it_was_put_and_together() {
        let cases = [
            ("1 2 3", "1 2 9 3", "1 2 3", "1 2 9 3"),
            ("1 2 3", "1 a1 a2 2 3", "1 b1 b2 2 3", "1 a1 a2 b1 b2 2 3"),
            ("1 2 3", "0 1 2 3", "1 2 3 4", "0 1 2 3 4"),
            // What is taken away by one still says where the other put something.
            ("1 2 3", "1 3", "1 2 9 3", "1 2 9 3"),
            // One has turned the list round, the other has put something behind 2.
            ("1 2 3", "3 2 1", "1 2 9 3", "3 2 9 1"),
            ("", "a1 a2", "b1 b2", "a1 a2 b1 b2"),
        ];
        for (before, ours, theirs, expected) in cases {
            assert_eq!(joined(before, ours, theirs), (expected.to_owned(), false));
        }
    }

    #[test]
    fn two_new_orders_are_disputed_unless_they_are_the_same() {
        assert!(joined("1 2 3", "2 1 3", "1 3 2").1);
        assert_eq!(
            joined("1 2 3", "2 1 3", "2 1 3"),
            ("2 1 3".to_owned(), false)
        );
    }

    #[test]
    fn a_circle_of_three_ends() {
        let sides = [(0, words("a b")), (1, words("b c")), (2, words("c a"))];
        let ordered = join(&sides, &|_, _| Some(Vec::new()));
        assert_eq!(ordered.names.len(), 3);
    }
}
