//! The order of titles: Korean as a Korean dictionary has it, then Han, then other scripts (CLDR's collation for `ko`).

use std::sync::LazyLock;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

/// The most bytes of a key. Titles that differ only behind them stand in no particular order.
const LONGEST: usize = 96;

static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    Collator::try_new(CollatorPreferences::from(locale!("ko")), options).ok()
});

/// The bytes by which a title is ordered. One that says nothing stands last.
pub(super) fn order_of(title: &str) -> Vec<u8> {
    let mut key = Vec::new();
    if title.is_empty() {
        return vec![0xff];
    }
    match &*COLLATOR {
        // Writing to a vector cannot fail.
        Some(collator) => drop(collator.write_sort_key_to(title, &mut key)),
        // The data is compiled in; without it the order of the code points is one, too.
        None => key.extend_from_slice(title.as_bytes()),
    }
    key.truncate(LONGEST);
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_stand_as_a_korean_reader_looks_for_them() {
        let mut titles = [
            "zebra", "나비", "Apple", "가방", "", "까치", "각", "女", "가", "apple",
        ];
        titles.sort_by_key(|title| order_of(title));
        assert_eq!(
            titles,
            [
                "가", "가방", "각", "까치", "나비", "女", "apple", "Apple", "zebra", ""
            ]
        );
    }
}
