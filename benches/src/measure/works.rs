//! The works that are measured.

use crate::report::{Scale, Unit, Work};

const TWO: &str = "median / p95";
const THREE: &str = "median / p95 / p99";

const fn by_records(name: &'static str, unit: Unit) -> Work {
    Work {
        name,
        unit,
        statistic: "",
        leading: 0,
        scale: Scale::Records,
    }
}

const fn timed(name: &'static str, statistic: &'static str, leading: usize) -> Work {
    Work {
        name,
        unit: Unit::Milliseconds,
        statistic,
        leading,
        scale: Scale::Records,
    }
}

const fn once(name: &'static str, unit: Unit) -> Work {
    Work {
        name,
        unit,
        statistic: "",
        leading: 0,
        scale: Scale::Bytes,
    }
}

/// JSON lines into a vault.
pub const IMPORT: Work = by_records("import of JSON lines", Unit::RecordsPerSecond);
/// The index, made anew.
pub const INDEX: Work = by_records("index, made anew", Unit::RecordsPerSecond);
/// What the index takes on the disk.
pub const INDEX_SIZE: Work = by_records("size of the index", Unit::Megabytes);
/// What the vault takes on the disk.
pub const SIZE: Work = by_records("size of the vault", Unit::Megabytes);
/// Unlocking, and the first page.
pub const UNLOCK: Work = timed("unlock to a usable list", TWO, 0);
/// A page of the list.
pub const PAGE: Work = timed("first page of the list", TWO, 0);
/// Searching.
pub const SEARCH: Work = timed("search as you type", THREE, 1);
/// How many of the queries found as many records as reading them all does.
pub const FOUND: Work = by_records(
    "search: queries answered as a scan answers them",
    Unit::Percent,
);
/// How many of the records that there are were found.
pub const HITS: Work = by_records("search: records found of those a scan finds", Unit::Percent);
/// Saving something short.
pub const SAVE_SHORT: Work = timed("save of 2 KB, durable", TWO, 1);
/// Saving something long.
pub const SAVE_LONG: Work = timed("save of 200 KB, durable", TWO, 1);
/// Memory of a program that has unlocked a vault.
pub const MEMORY_UNLOCKED: Work = by_records("memory after unlocking", Unit::Megabytes);
/// Memory after searches.
pub const MEMORY_SEARCHED: Work = by_records(
    "memory after 100 searches, or 30 s of them",
    Unit::Megabytes,
);
/// The most that it had until then.
pub const MEMORY_PEAK: Work = by_records("memory, the peak of both", Unit::Megabytes);
/// Bundles of everything.
pub const BUNDLE_OUT: Work = by_records("bundle of all records, out", Unit::MegabytesPerSecond);
/// The same, taken in.
pub const BUNDLE_IN: Work = by_records("bundle of all records, in", Unit::MegabytesPerSecond);
/// The same, by records.
pub const RECORDS_OUT: Work = by_records("records of a bundle, out", Unit::RecordsPerSecond);
/// The same, by records, taken in.
pub const RECORDS_IN: Work = by_records("records of a bundle, in", Unit::RecordsPerSecond);
/// The bytes of it.
pub const BUNDLE_SIZE: Work = by_records("size of that bundle", Unit::Megabytes);
/// A bundle of a few.
pub const BUNDLE_OF_TEN: Work = timed("bundle of ten records out of all", TWO, 0);
/// The bytes of that bundle.
pub const BUNDLE_OF_TEN_SIZE: Work = by_records("size of a bundle of ten records", Unit::Kilobytes);
/// The bytes that were written into the ten records.
pub const BUNDLE_OF_TEN_PAYLOAD: Work =
    by_records("payload of a bundle of ten records", Unit::Kilobytes);
/// A large file into a vault.
pub const ATTACH: Work = once("attaching a large file", Unit::MegabytesPerSecond);
/// A large file into a bundle.
pub const LARGE_OUT: Work = once("bundle of a large file, out", Unit::MegabytesPerSecond);
/// A large file out of a bundle.
pub const LARGE_IN: Work = once("bundle of a large file, in", Unit::MegabytesPerSecond);
/// Memory that a large file needs on its way in.
pub const LARGE_MEMORY: Work = once("memory that attaching a large file adds", Unit::Megabytes);
/// And on its way out.
pub const LARGE_MEMORY_OUT: Work = once("memory that a bundle of it adds", Unit::Megabytes);
